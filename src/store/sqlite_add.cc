// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_add.h"

#include <algorithm>

#include "store/packed.h"
#include "store/source_reader.h"

namespace rasid {
namespace {

constexpr int kDayShift = 20;
constexpr size_t kTrainOn = 800;  // articles
constexpr int64_t kMostCandidates = 200;

int64_t day_of(int32_t published) { return published == kNoDay || published < 0 ? 0 : published; }

}  // namespace

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
                "version, known, origin, sketch) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const std::string sketch = bytes_of(article.sketch);
    query.bind(id).bind(article.key).bind(article.hash);
    article.published == kNoDay ? query.null() : query.bind(article.published);
    query.bind(outlet).bind(article.outlet_hash).bind(lexicon_number(article.lexicon));
    query.bind(version).bind(known_).bind(id);
    sketch.empty() ? query.null() : query.blob(sketch);
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
  Query query(db_, "SELECT frame FROM body WHERE dictionary = 0 LIMIT 2000");
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

void Adder::write_reports(const CodedArticle& article, int64_t id, TagNumber outlet) {
  for (size_t i = 0; i < article.reports.size(); ++i) {
    Arrival arrival;
    arrival.row = (id << kArticleShift) | static_cast<int64_t>(i);
    arrival.outlet = outlet;
    arrival.report = article.reports[i].report;
    arrival.report.article = article.key;
    arrival.report.outlet = article.outlet_hash;
    arrival.report.origin = article.key;
    const ReportId key = arrival.report.id;
    if (arrivals_.count(key) != 0) continue;  // told twice with the same words
    const bool going = std::find(removed_.begin(), removed_.end(), key) != removed_.end();
    if (!going && w_.shelf.by_key(key) != nullptr) continue;
    arrival.tags = numbers_of(article.reports[i].tags);
    for (const uint64_t thread : arrival.report.threads)
      arrival.tags.push_back(w_.tags.number({TagKind::thread, hex_of(thread), ""}));
    std::sort(arrival.tags.begin(), arrival.tags.end());
    arrivals_.emplace(key, std::move(arrival));
    ++added_.reports;
  }
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
  uint64_t origin = 0;
  Query query(db_, "SELECT key FROM article WHERE id = (SELECT origin FROM article WHERE id = ?)");
  query.bind(article);
  if (query.next()) origin = query.hash(0);
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
