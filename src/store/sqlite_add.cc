// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_add.h"

#include <algorithm>

#include "store/packed.h"
#include "store/source_reader.h"

namespace rasid {
namespace {

constexpr size_t kTrainOn = 800;  // articles
constexpr int64_t kMostCandidates = 200;

int64_t day_of(int32_t published) { return published == kNoDay || published < 0 ? 0 : published; }

}  // namespace

std::vector<StoredCorrection> corrections_of(Connection& db, uint64_t article) {
  std::vector<StoredCorrection> out;
  Query query(db,
              "SELECT id, first, last, words, field, new FROM correction WHERE article = ? AND "
              "withdrawn IS NULL ORDER BY id");
  query.bind(article);
  while (query.next()) {
    out.push_back(
        {query.integer(0),
         {static_cast<uint32_t>(query.integer(1)), static_cast<uint32_t>(query.integer(2))},
         std::string(query.text(3)),
         std::string(query.text(4)),
         std::string(query.text(5))});
  }
  return out;
}

std::vector<uint32_t> Adder::about_of(int64_t article) {
  Query query(db_, "SELECT about FROM article WHERE id = ?");
  query.bind(article);
  return query.next() ? unpack_words(query.bytes(0)) : std::vector<uint32_t>{};
}

int64_t Adder::live_article(uint64_t key) {
  Query query(db_, "SELECT id FROM article WHERE key = ? AND retired IS NULL");
  query.bind(key);
  return query.next() ? query.integer(0) : 0;
}

Adder::Fate Adder::fate_of(const CodedArticle& article, int64_t& old) {
  old = 0;
  {
    Query query(db_, "SELECT id, hash, retired IS NULL, deleted FROM article WHERE key = ?");
    query.bind(article.key);
    while (query.next()) {
      if (query.integer(3) != 0) return Fate::deleted;
      if (query.integer(2) == 0) continue;
      if (query.hash(1) == article.hash) return Fate::known;
      old = query.integer(0);
    }
  }
  if (old != 0) return Fate::version;
  // The same text again from the same outlet on the same day, under another address.
  Query query(db_,
              "SELECT deleted FROM article WHERE hash = ? AND outlet_hash = ? AND published IS ? "
              "AND (retired IS NULL OR deleted)");
  query.bind(article.hash).bind(article.outlet_hash);
  article.published == kNoDay ? query.null() : query.bind(article.published);
  if (query.next()) return query.integer(0) != 0 ? Fate::deleted : Fate::known;
  return Fate::fresh;
}

void Adder::add(std::span<const CodedArticle> articles) {
  for (const CodedArticle& article : articles) {
    if (db_.failure()) return;
    int64_t old = 0;
    const Fate fate = fate_of(article, old);
    if (fate == Fate::known) ++added_.known;
    if (fate == Fate::deleted) ++added_.deleted;
    if (fate == Fate::known || fate == Fate::deleted) continue;
    ++(fate == Fate::version ? added_.versions : added_.articles);
    if (old != 0) retire(old, "a newer version");
    take(article, old);
  }
}

int64_t Adder::new_id(int32_t published) {
  const int64_t first = day_of(published) << kDayShift;
  Query query(db_, "SELECT max(id) FROM article WHERE id BETWEEN ? AND ?");
  query.bind(first).bind(first | ((int64_t{1} << kDayShift) - 1));
  return query.next() && !query.is_null(0) ? query.integer(0) + 1 : first + 1;
}

int64_t Adder::lexicon_number(const std::string& version) {
  const auto known = w_.lexicons.find(version);
  if (known != w_.lexicons.end()) return known->second;
  int64_t number = 0;
  {
    Query query(db_, "SELECT id FROM lexicon WHERE version = ?");
    query.bind(version);
    if (query.next()) number = query.integer(0);
  }
  if (number == 0) {
    Query query(db_, "INSERT INTO lexicon (version) VALUES (?) RETURNING id");
    query.bind(version);
    if (query.next()) number = query.integer(0);
    query.run();
  }
  w_.lexicons[version] = number;
  return number;
}

std::vector<TagNumber> Adder::numbers_of(const std::vector<Tag>& tags) {
  std::vector<TagNumber> out;
  for (const Tag& tag : tags) out.push_back(w_.tags.number(tag));
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

void Adder::take(const CodedArticle& article, int64_t old) {
  const int64_t id = new_id(article.published);
  const TagNumber outlet = w_.tags.number({TagKind::outlet, article.outlet, ""});
  int64_t version = 1;
  if (old != 0) {
    Query query(db_, "SELECT version FROM article WHERE id = ?");
    query.bind(old);
    if (query.next()) version = query.integer(0) + 1;
  }
  {
    Query query(db_,
                "INSERT INTO article (id, key, hash, published, outlet, outlet_hash, lexicon, "
                "version, known, origin, sketch, about) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, "
                "?)");
    const std::string sketch = bytes_of(article.sketch);
    const std::string about =
        article.reports.empty() ? "" : packed_words(article.reports.front().report.about);
    query.bind(id).bind(article.key).bind(article.hash);
    article.published == kNoDay ? query.null() : query.bind(article.published);
    query.bind(outlet).bind(article.outlet_hash).bind(lexicon_number(article.lexicon));
    query.bind(version).bind(known_).bind(id);
    sketch.empty() ? query.null() : query.blob(sketch);
    about.empty() ? query.null() : query.blob(about);
    query.run();
  }
  const int64_t origin = origin_of(article, id);
  if (origin != id) ++added_.near_copies;
  write_body(id, article);
  lines_.emplace_back(id, article.search_line);
  write_reports(article, id, outlet);
}

void Adder::write_body(int64_t id, const CodedArticle& article) {
  train_dictionary();
  const std::string frame = w_.codec.compress(article.content);
  Query query(db_, "INSERT INTO body (article, dictionary, frame) VALUES (?, ?, ?)");
  query.bind(id).bind(w_.codec.newest()).blob(frame).run();
}

// Once, when there are enough articles to learn from.
void Adder::train_dictionary() {
  if (w_.codec.newest() != 0 || w_.dictionary_tried) return;
  if (db_.integer("SELECT count(*) FROM (SELECT 1 FROM body LIMIT 800)") <
      static_cast<int64_t>(kTrainOn))
    return;
  w_.dictionary_tried = true;
  std::vector<std::string> samples;
  Query query(db_, "SELECT frame FROM body WHERE dictionary = 0 LIMIT 1000");
  while (query.next()) {
    if (auto content = w_.codec.expand(query.bytes(0), 0)) samples.push_back(std::move(*content));
  }
  const std::string dictionary = trained_dictionary(samples);
  if (dictionary.empty()) return;
  Query insert(db_, "INSERT INTO dictionary (bytes) VALUES (?) RETURNING id");
  insert.blob(dictionary);
  if (insert.next()) w_.codec.add_dictionary(insert.integer(0), dictionary);
  insert.run();
}

// The reports with what people corrected; `original` has those changed as the coder made them.
std::vector<CodedReport> Adder::corrected(const CodedArticle& article,
                                          std::vector<std::string>& original) {
  std::vector<CodedReport> out = article.reports;
  original.assign(out.size(), "");
  const std::vector<StoredCorrection> all = corrections_of(db_, article.key);
  if (all.empty()) return out;
  std::vector<Record> records = unpacked(article.content).records;
  for (const StoredCorrection& correction : all) {
    const std::optional<size_t> number = record_meant(correction, records);
    if (!number || *number >= out.size()) continue;
    CodedReport& report = out[*number];
    if (original[*number].empty()) original[*number] = packed(report.report);
    report.dismissed = apply(correction, records[*number]) ||
                       (report.dismissed && correction.field != "dismissed");
    follow(correction.field, records[*number], report.report);
    report.tags = tags_of(records[*number]);
    add_thread_tags(report.tags, report.report);
  }
  return out;
}

void Adder::write_reports(const CodedArticle& article, int64_t id, TagNumber outlet) {
  std::vector<std::string> original;
  std::vector<CodedReport> reports = corrected(article, original);
  const uint64_t origin = origin_key(id);
  for (size_t i = 0; i < reports.size(); ++i) {
    Arrival arrival;
    arrival.row = (id << kArticleShift) | static_cast<int64_t>(i);
    arrival.outlet = outlet;
    arrival.report = std::move(reports[i].report);
    arrival.report.article = article.key;
    arrival.report.outlet = article.outlet_hash;
    arrival.report.origin = origin;
    arrival.coder = std::move(original[i]);
    const ReportId key = arrival.report.id;
    if (arrivals_.count(key) != 0) continue;  // told twice with the same words
    const bool going = std::find(removed_.begin(), removed_.end(), key) != removed_.end();
    if (!going && w_.shelf.by_key(key) != nullptr) continue;
    arrival.tags = numbers_of(reports[i].tags);
    if (reports[i].dismissed) {
      write_row(arrival, arrival.row, std::nullopt, true);
      continue;
    }
    arrivals_.emplace(key, std::move(arrival));
    ++added_.reports;
  }
}

void Adder::correct(int64_t article) {
  const Result<Content> content = content_of(db_, w_.codec, article);
  if (!content) return db_.fail(content.error());
  CodedArticle coded;
  TagNumber outlet = 0;
  {
    Query query(db_, "SELECT key, outlet_hash, published, outlet FROM article WHERE id = ?");
    query.bind(article);
    if (!query.next()) return;
    coded.key = query.hash(0);
    coded.outlet_hash = query.hash(1);
    coded.published = query.is_null(2) ? kNoDay : static_cast<int32_t>(query.integer(2));
    outlet = query.integer(3);
  }
  coded.content = packed(*content);
  struct Before {
    std::string packed;
    bool dismissed = false;
    bool there = false;
  };
  coded.reports.resize(content->records.size());
  std::vector<Before> before(content->records.size());
  {
    Query query(db_,
                "SELECT id, key, packed, ifnull(coder, packed), retired IS NOT NULL FROM report "
                "WHERE id BETWEEN ? AND ?");
    query.bind(article << kArticleShift).bind(((article + 1) << kArticleShift) - 1);
    while (query.next()) {
      const auto number = static_cast<size_t>(query.integer(0) & ((1 << kArticleShift) - 1));
      if (number >= before.size()) continue;
      before[number] = {std::string(query.bytes(2)), query.integer(4) != 0, true};
      CodedReport& report = coded.reports[number];
      report.report = unpack_report(query.bytes(3));
      report.report.id = query.hash(1);
      report.report.published = coded.published;
      report.report.about = about_of(article);
      report.tags = tags_of(content->records[number]);
      add_thread_tags(report.tags, report.report);
    }
  }
  std::vector<std::string> original;
  std::vector<CodedReport> now = corrected(coded, original);
  for (size_t i = 0; i < now.size(); ++i) {
    if (!before[i].there) continue;
    const bool same = packed(now[i].report) == before[i].packed;
    if (same && now[i].dismissed == before[i].dismissed) continue;
    change(article, i, std::move(now[i]), std::move(original[i]), before[i].dismissed, outlet,
           coded);
  }
}

// Puts one corrected report in the place of what it was.
void Adder::change(int64_t article, size_t number, CodedReport now, std::string original,
                   bool was_dismissed, TagNumber outlet, const CodedArticle& of) {
  const ReportId key = now.report.id;
  if (!was_dismissed) {
    const ShelvedReport* old = w_.shelf.by_key(key);
    if (old != nullptr) {
      stale_.insert(event_row_of(*old));
      take_out_slots(*old);
    }
  }
  if (now.dismissed) {
    removed_.push_back(key);
    return;
  }
  Arrival arrival;
  arrival.row = (article << kArticleShift) | static_cast<int64_t>(number);
  arrival.outlet = outlet;
  arrival.report = std::move(now.report);
  arrival.report.article = of.key;
  arrival.report.outlet = of.outlet_hash;
  arrival.report.origin = origin_key(article);
  arrival.tags = numbers_of(now.tags);
  arrival.coder = std::move(original);
  arrivals_.emplace(key, std::move(arrival));
}

// ---- copies of one origin

int64_t Adder::origin_of(const CodedArticle& article, int64_t id) {
  const int64_t period = day_of(article.published) >> 4;
  std::vector<int64_t> candidates;
  for (size_t band = 0; band < kBands && !article.sketch.empty; ++band) {
    const int64_t low = static_cast<int64_t>(article.sketch.bands[band]);
    for (int64_t at = period - 1; at <= period + 1; ++at) {
      Query query(db_, "SELECT article FROM band WHERE slot = ? LIMIT ?");
      query.bind(((at + 1) << 32) | low).bind(kMostCandidates);
      while (query.next()) candidates.push_back(query.integer(0));
    }
    Query insert(db_, "INSERT OR IGNORE INTO band (slot, article) VALUES (?, ?)");
    insert.bind(((period + 1) << 32) | low).bind(id).run();
  }
  {
    Query query(db_, "SELECT id FROM article WHERE hash = ? AND id <> ?");
    query.bind(article.hash).bind(id);
    while (query.next()) candidates.push_back(query.integer(0));
  }
  std::sort(candidates.begin(), candidates.end());
  candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
  std::vector<int64_t> origins{id};
  for (const int64_t candidate : candidates) {
    Query query(db_, "SELECT origin, sketch, hash FROM article WHERE id = ? AND retired IS NULL");
    query.bind(candidate);
    if (!query.next()) continue;
    const bool copy =
        query.hash(2) == article.hash ||
        (!query.is_null(1) && likeness(bins_of(query.bytes(1)), article.sketch.bins) >= kNearCopy);
    if (copy) origins.push_back(query.integer(0));
  }
  if (origins.size() == 1) return id;
  std::sort(origins.begin(), origins.end());
  origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
  // The first published; the key settles ties, so that the order of arrival does not.
  int64_t first = id;
  Query query(db_, "SELECT ifnull(published, 1000000), key FROM article WHERE id = ?");
  std::pair<int64_t, int64_t> least{INT64_MAX, 0};
  for (const int64_t origin : origins) {
    query.again();
    query.bind(origin);
    if (!query.next()) continue;
    const std::pair<int64_t, int64_t> rank{query.integer(0), query.integer(1)};
    if (rank < least) least = rank, first = origin;
  }
  join_origins(origins, first);
  return first;
}

void Adder::join_origins(const std::vector<int64_t>& origins, int64_t to) {
  for (const int64_t origin : origins) {
    if (origin == to) continue;
    std::vector<int64_t> members{origin};
    {
      Query query(db_, "SELECT id FROM article WHERE origin = ? AND origin <> id");
      query.bind(origin);
      while (query.next()) members.push_back(query.integer(0));
    }
    for (const int64_t member : members) {
      Query query(db_, "UPDATE article SET origin = ? WHERE id = ?");
      query.bind(to).bind(member).run();
      refresh_all_of(member);
    }
  }
}

uint64_t Adder::origin_key(int64_t article) {
  Query query(db_, "SELECT key FROM article WHERE id = (SELECT origin FROM article WHERE id = ?)");
  query.bind(article);
  return query.next() ? query.hash(0) : 0;
}

void Adder::refresh_all_of(int64_t article) {
  std::vector<int64_t> rows;
  {
    Query query(db_, "SELECT id, event FROM report WHERE id BETWEEN ? AND ? AND retired IS NULL");
    query.bind(article << kArticleShift).bind(((article + 1) << kArticleShift) - 1);
    while (query.next()) {
      rows.push_back(query.integer(0));
      stale_.insert(query.integer(1));
    }
  }
  const uint64_t origin = origin_key(article);
  for (const int64_t row : rows) {
    if (ShelvedReport* report = w_.shelf.by_row(row)) report->filed.report.origin = origin;
  }
}

void Adder::note(const std::string& who, const std::string& act, const std::string& target,
                 const std::string& detail) {
  Query query(db_, "INSERT INTO audit (known, who, act, target, detail) VALUES (?, ?, ?, ?, ?)");
  query.bind(known_).bind(who).bind(act).bind(target).bind(detail).run();
}

}  // namespace rasid
