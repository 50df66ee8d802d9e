// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_add.h"

#include <algorithm>

#include "store/packed.h"
#include "store/source_reader.h"

namespace rasid {
namespace {

constexpr size_t kTrainOn = 800;  // articles
constexpr int64_t kMostOfADay = (int64_t{1} << kDayShift) - 1;

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
  query.bind(first).bind(first | kMostOfADay);
  const int64_t last = query.next() && !query.is_null(0) ? query.integer(0) : first;
  if (last == (first | kMostOfADay))
    db_.fail(Error{"no more articles of " + std::string(first == 0 ? "no known day" : "one day") +
                       " can be kept (" + std::to_string(kMostOfADay) + ")",
                   db_.path(), "tell the day they were published, or begin another store"});
  return last + 1;
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
  if (old != 0) follow_ties(article, id);
  write_reports(article, id, outlet);
}

void Adder::write_body(int64_t id, const CodedArticle& article) {
  train_dictionary();
  const std::string frame = frame_of(article);
  Query query(db_, "INSERT INTO body (article, dictionary, frame) VALUES (?, ?, ?)");
  query.bind(id).bind(w_.codec.newest()).blob(frame).run();
}

// With the newest dictionary: as it was prepared, where that was so.
std::string Adder::frame_of(const CodedArticle& article) {
  if (!article.frame.empty() && article.dictionary == w_.codec.newest()) return article.frame;
  std::optional<std::string> frame = w_.codec.compress(article.content);
  if (!frame) db_.fail(no_frame(db_.path()));
  return frame ? std::move(*frame) : std::string();
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

void Adder::write_reports(const CodedArticle& article, int64_t id, TagNumber outlet) {
  std::vector<std::string> original;
  std::vector<CodedReport> reports = corrected(article, original);
  for (size_t i = 0; i < reports.size(); ++i) {
    Arrival arrival;
    arrival.row = (id << kArticleShift) | static_cast<int64_t>(i);
    arrival.outlet = outlet;
    arrival.report = std::move(reports[i].report);
    arrival.report.article = article.key;
    arrival.report.outlet = article.outlet_hash;
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

void Adder::note(const std::string& who, const std::string& act, const std::string& target,
                 const std::string& detail) {
  Query query(db_, "INSERT INTO audit (known, who, act, target, detail) VALUES (?, ?, ?, ?, ?)");
  query.bind(known_).bind(who).bind(act).bind(target).bind(detail).run();
}

}  // namespace rasid
