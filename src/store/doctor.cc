// SPDX-License-Identifier: Apache-2.0
// Doctor: names what is wrong with a store's file, and changes nothing. First whether SQLite can
// read it all, then whether what the tables say agrees.
#include <unistd.h>

#include <algorithm>

#include "store/packed.h"
#include "store/schema.h"
#include "store/source_reader.h"

namespace rasid {
namespace {

constexpr size_t kMostFaults = 50;

// What a sound store has none of.
struct Count {
  const char* sql;
  const char* what;
};
constexpr Count kNone[] = {
    {"SELECT count(*) FROM report r WHERE retired IS NULL AND NOT EXISTS (SELECT 1 FROM event e "
     "WHERE e.id = r.event)",
     "reports without their event"},
    {"SELECT count(*) FROM event e WHERE reports <> (SELECT count(*) FROM report r WHERE r.id = "
     "e.id AND r.event = r.id AND retired IS NULL) + (SELECT count(*) FROM report r WHERE r.event "
     "= e.id AND r.event <> r.id AND retired IS NULL)",
     "events that count their reports wrongly"},
    {"SELECT count(*) FROM report r WHERE NOT EXISTS (SELECT 1 FROM article a WHERE a.id = r.id >> "
     "12)",
     "reports without their article"},
    {"SELECT count(*) FROM report r JOIN article a ON a.id = r.id >> 12 WHERE r.retired IS NULL "
     "AND a.retired IS NOT NULL",
     "reports that count though their article does not"},
    {"SELECT count(*) FROM (SELECT 1 FROM report WHERE retired IS NULL GROUP BY key HAVING "
     "count(*) > 1)",
     "reports that count twice"},
    {"SELECT count(*) FROM (SELECT 1 FROM article WHERE retired IS NULL GROUP BY key HAVING "
     "count(*) > 1)",
     "articles with two versions that count"},
    {"SELECT count(*) FROM article a WHERE NOT deleted AND NOT EXISTS (SELECT 1 FROM body b WHERE "
     "b.article = a.id)",
     "articles without their content"},
    {"SELECT count(*) FROM article a WHERE deleted AND EXISTS (SELECT 1 FROM body b WHERE "
     "b.article = a.id)",
     "deleted articles that still have content"},
    {"SELECT count(*) FROM event_tag x WHERE NOT EXISTS (SELECT 1 FROM event e WHERE e.id = "
     "x.event AND e.first = x.day)",
     "tags of events that are not there"},
    {"SELECT count(*) FROM tag t WHERE events <> (SELECT count(*) FROM event_tag x WHERE x.tag = "
     "t.id)",
     "tags that count their events wrongly"},
    {"SELECT count(*) FROM filed f WHERE NOT EXISTS (SELECT 1 FROM report r WHERE r.id = f.report "
     "AND r.retired IS NULL)",
     "reports filed that do not count"},
};

class Examination {
 public:
  Examination(Connection& db, std::vector<std::string>& faults) : db_(db), faults_(faults) {}
  void run() {
    pages();
    if (!faults_.empty()) return;  // the rest would only say the same again
    agreement();
    contents();
    tags();
    words();
  }

 private:
  void fault(std::string what) {
    if (faults_.size() < kMostFaults) faults_.push_back(std::move(what));
  }
  void pages();
  void agreement();
  void contents();
  void reports_of(int64_t article, const Content& content);
  void tags();
  void words();
  void keep_failure() {
    if (const auto failed = db_.failure()) fault(failed->what);
    db_.clear_failure();
  }

  Connection& db_;
  std::vector<std::string>& faults_;
};

void Examination::pages() {
  Query query(db_, "PRAGMA integrity_check(20)");
  while (query.next()) {
    if (query.text(0) != "ok") fault(std::string(query.text(0)));
  }
  keep_failure();
}

void Examination::agreement() {
  for (const Count& count : kNone) {
    const int64_t found = db_.integer(count.sql);
    if (found > 0) fault(std::to_string(found) + " " + count.what);
    keep_failure();
  }
}

// Every frame can be opened, and every report is what its article's content says.
void Examination::contents() {
  BodyCodec codec;
  std::vector<int64_t> articles;
  {
    Query query(db_, "SELECT article FROM body ORDER BY article");
    while (query.next()) articles.push_back(query.integer(0));
  }
  for (const int64_t article : articles) {
    const Result<Content> content = content_of(db_, codec, article);
    if (content) {
      reports_of(article, *content);
    } else {
      fault(content.error().what);
      db_.clear_failure();
    }
  }
  keep_failure();
}

void Examination::reports_of(int64_t article, const Content& content) {
  Query query(db_, "SELECT id, key, packed, tags, coder FROM report WHERE id BETWEEN ? AND ?");
  query.bind(article << kArticleShift).bind(((article + 1) << kArticleShift) - 1);
  while (query.next()) {
    const std::string report = "report " + hex_of(query.hash(1));
    const auto number = static_cast<size_t>(query.integer(0) & ((1 << kArticleShift) - 1));
    if (number >= content.records.size() || report_id(content.records[number].id) != query.hash(1))
      fault(report + " is not in its article's content");
    if (!report_in(query.bytes(2)) || !unpack_tags(query.bytes(3)) ||
        (!query.is_null(4) && !report_in(query.bytes(4))))
      fault(report + " is damaged");
  }
}

// An event's own list of tags is the one that it is found by.
void Examination::tags() {
  Query query(db_, "SELECT id, first, tags FROM event");
  Query found(db_, "SELECT 1 FROM event_tag WHERE tag = ? AND day = ? AND event = ?");
  while (query.next()) {
    const std::optional<std::vector<TagNumber>> tags = unpack_tags(query.bytes(2));
    bool all = tags.has_value();
    for (size_t i = 0; all && i < tags->size(); ++i) {
      found.again();
      found.bind((*tags)[i]).bind(query.integer(1)).bind(query.integer(0));
      all = found.next();
    }
    if (!all) fault("event " + std::to_string(query.integer(0)) + " has damaged tags");
  }
  keep_failure();
}

// The full-text index holds the articles that count, no others.
void Examination::words() {
  if (db_.integer("SELECT value FROM meta WHERE name = 'search_form'") != kSearchForm)
    return fault("the full-text index was made by another version; `rasid reindex` mends it");
  const int64_t articles = db_.integer("SELECT count(*) FROM article WHERE retired IS NULL");
  BodyCodec codec;
  int64_t found = 0, asked = 0;
  std::vector<int64_t> some;
  {
    // Some of them, evenly: the index has no list of what it holds.
    Query query(db_, "SELECT id FROM article WHERE retired IS NULL ORDER BY id");
    const int64_t step = std::max<int64_t>(1, articles / 200);
    for (int64_t i = 0; query.next(); ++i) {
      if (i % step == 0) some.push_back(query.integer(0));
    }
  }
  for (const int64_t article : some) {
    const Result<Content> content = content_of(db_, codec, article);
    if (!content || content->tokens.empty()) continue;
    std::string words;
    for (size_t i = 0; i < content->tokens.size() && i < 6; ++i) {
      const std::string word =
          search_word(slice(content->text, content->tokens[i].span), content->tokens[i]);
      if (!word.empty()) words += (words.empty() ? "\"" : " \"") + word + "\"";
    }
    if (words.empty()) continue;
    ++asked;
    Query query(db_, "SELECT 1 FROM words WHERE words MATCH ? AND rowid = ?");
    query.bind(words).bind(article);
    found += query.next() ? 1 : 0;
  }
  keep_failure();
  if (found < asked)
    fault("the full-text index lacks " + std::to_string(asked - found) + " of " +
          std::to_string(asked) + " articles looked at; `rasid reindex` mends it");
}

}  // namespace

Result<std::vector<std::string>> Store::doctor(const std::string& path) {
  if (::access(path.c_str(), F_OK) != 0) return no_store(path);
  std::vector<std::string> faults;
  Result<std::unique_ptr<Connection>> db = open_for_reading(path, "");
  if (!db) {
    faults.push_back(db.error().what);
    return faults;
  }
  const Reading reading(**db);  // others may write meanwhile
  Examination(**db, faults).run();
  return faults;
}

}  // namespace rasid
