// SPDX-License-Identifier: Apache-2.0
// SqliteStore: what people change: corrections, ties, deletions; and new codings.
#include <algorithm>

#include "base/hash.h"
#include "store/packed.h"
#include "store/source_reader.h"
#include "store/sqlite_add.h"

namespace rasid {

Result<Added> SqliteStore::add(std::span<const CodedArticle> articles) {
  Added added;
  const Result<Done> done = write([&](Adder& adder) -> Result<Done> {
    // Two versions of an article in one batch are joined one after the other.
    std::set<uint64_t> keys;
    size_t begin = 0;
    for (size_t i = 0; i <= articles.size(); ++i) {
      if (i < articles.size() && keys.insert(articles[i].key).second) continue;
      adder.add(articles.subspan(begin, i - begin));
      adder.settle();
      keys.clear();
      begin = i;
      if (i < articles.size()) keys.insert(articles[i].key);
    }
    added = adder.added();
    return Done{};
  });
  if (!done) return done.error();
  return added;
}

Result<Added> SqliteStore::recode(std::span<const CodedArticle> articles) {
  Added added;
  const Result<Done> done = write([&](Adder& adder) -> Result<Done> {
    adder.recode(articles);
    adder.settle();
    added = adder.added();
    return Done{};
  });
  if (!done) return done.error();
  return added;
}

namespace {

// Where a report stands, for a correction of it.
struct Place {
  int64_t row = 0;
  uint64_t article = 0;
  Record record;
};

Result<Place> place_of_report(Adder& adder, const std::string& id) {
  Connection& db = adder.db();
  Place out;
  {
    Query query(
        db,
        "SELECT r.id, a.key FROM report r JOIN article a ON a.id = r.id >> 12 WHERE r.key = "
        "? AND a.retired IS NULL ORDER BY r.id DESC");
    query.bind(report_id(id));
    if (!query.next()) {
      if (const auto failed = db.failure()) return *failed;
      return Error{"there is no report '" + id + "'", db.path(),
                   "`rasid history EVENT` lists those of an event"};
    }
    out.row = query.integer(0);
    out.article = query.hash(1);
  }
  SourceReader sources(db, adder.codec());
  std::optional<Source> source = sources.read(out.row);
  if (!source) return Error{"the article of report '" + id + "' is deleted", db.path(), ""};
  out.record = std::move(source->record);
  return out;
}

}  // namespace

Result<Done> SqliteStore::correct(const Correction& correction) {
  if (Result<Done> good = check_correction(correction.field, correction.value); !good) return good;
  if (correction.who.empty() || correction.reason.empty())
    return Error{"a correction needs who makes it and why", "", "give --by and --reason"};
  return write([&](Adder& adder) -> Result<Done> {
    const Result<Place> place = place_of_report(adder, correction.report);
    if (!place) return place.error();
    const std::string old = value_of(place->record, correction.field);
    const Excerpt& trigger = place->record.trigger;
    Query query(
        adder.db(),
        "INSERT INTO correction (article, report, first, last, words, field, old, new, who, "
        "reason, known) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    query.bind(place->article).bind(report_id(correction.report)).bind(trigger.bytes.begin);
    query.bind(trigger.bytes.end).bind(trigger.text).bind(correction.field).bind(old);
    query.bind(correction.value).bind(correction.who).bind(correction.reason);
    query.bind(adder.known()).run();
    adder.correct(place->row >> kArticleShift);
    adder.note(
        correction.who, "correct", correction.report,
        correction.field + ": '" + old + "' -> '" + correction.value + "': " + correction.reason);
    return Done{};
  });
}

namespace {

// The report that an id means: itself, or the founder of the event that it leads to.
ReportId report_meant(Connection& db, const std::string& id) {
  const ReportId key = report_id(id);
  {
    Query query(db, "SELECT 1 FROM report WHERE key = ? AND retired IS NULL");
    query.bind(key);
    if (query.next()) return key;
  }
  const int64_t event = event_named(db, key);
  return event == 0 ? 0 : report_id(id_of_event(db, event));
}

}  // namespace

Result<Done> SqliteStore::tie(const std::string& a, const std::string& b, bool together,
                              const std::string& who, const std::string& reason) {
  if (who.empty() || reason.empty())
    return Error{"a tie needs who makes it and why", "", "give --by and --reason"};
  return write([&](Adder& adder) -> Result<Done> {
    Connection& db = adder.db();
    const ReportId ids[] = {report_meant(db, a), report_meant(db, b)};
    for (int i = 0; i < 2; ++i) {
      if (ids[i] == 0)
        return Error{"there is no report or event '" + (i == 0 ? a : b) + "'", path_, ""};
    }
    if (ids[0] == ids[1])
      return Error{"'" + a + "' and '" + b + "' are the same report", path_, ""};
    Query query(db,
                "INSERT INTO tie (a, b, together, who, reason, known) VALUES (?, ?, ?, ?, ?, ?)");
    query.bind(ids[0]).bind(ids[1]).bind(together ? 1 : 0).bind(who).bind(reason);
    query.bind(adder.known()).run();
    adder.settle(ids);
    adder.note(who, together ? "same" : "different", hex_of(ids[0]) + " " + hex_of(ids[1]), reason);
    return Done{};
  });
}

Result<Done> SqliteStore::withdraw(int64_t number, bool is_tie, const std::string& who,
                                   const std::string& reason) {
  return write([&](Adder& adder) -> Result<Done> {
    Connection& db = adder.db();
    const std::string what = is_tie ? "tie" : "correction";
    uint64_t first = 0, second = 0;
    {
      Query query(db, is_tie ? "UPDATE tie SET withdrawn = ? WHERE id = ? AND withdrawn IS NULL "
                               "RETURNING a, b"
                             : "UPDATE correction SET withdrawn = ? WHERE id = ? AND withdrawn IS "
                               "NULL RETURNING article, report");
      query.bind(adder.known()).bind(number);
      if (!query.next())
        return db.failure()
                   ? *db.failure()
                   : Error{"there is no " + what + " " + std::to_string(number), path_, ""};
      first = query.hash(0);
      second = query.hash(1);
      query.run();
    }
    if (is_tie) {
      const ReportId touched[] = {first, second};
      adder.settle(touched);
    } else if (const int64_t article = adder.live_article(first); article != 0) {
      adder.correct(article);
    }
    adder.note(who, "withdraw", what + " " + std::to_string(number), reason);
    return Done{};
  });
}

Result<std::vector<CorrectionRow>> SqliteStore::corrections() {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  std::vector<CorrectionRow> out;
  {
    Query query(db,
                "SELECT id, known, ifnull(withdrawn, 0), report, field, old, new, who, reason FROM "
                "correction ORDER BY id");
    while (query.next()) {
      out.push_back({query.integer(0), query.integer(1), query.integer(2), false,
                     hex_of(query.hash(3)),
                     std::string(query.text(4)) + ": '" + std::string(query.text(5)) + "' -> '" +
                         std::string(query.text(6)) + "'",
                     std::string(query.text(7)), std::string(query.text(8))});
    }
  }
  Query query(
      db,
      "SELECT id, known, ifnull(withdrawn, 0), a, b, together, who, reason FROM tie ORDER BY id");
  while (query.next()) {
    out.push_back({query.integer(0), query.integer(1), query.integer(2), true,
                   hex_of(query.hash(3)) + " " + hex_of(query.hash(4)),
                   query.integer(5) != 0 ? "same" : "different", std::string(query.text(6)),
                   std::string(query.text(7))});
  }
  if (const auto failed = db.failure()) return *failed;
  return out;
}

Result<std::vector<AuditRow>> SqliteStore::audit(size_t limit) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  std::vector<AuditRow> out;
  Query query(db, "SELECT id, known, who, act, target, detail FROM audit ORDER BY id DESC LIMIT ?");
  query.bind(static_cast<int64_t>(limit));
  while (query.next()) {
    out.push_back({query.integer(0), query.integer(1), std::string(query.text(2)),
                   std::string(query.text(3)), std::string(query.text(4)),
                   std::string(query.text(5))});
  }
  if (const auto failed = db.failure()) return *failed;
  return out;
}

}  // namespace rasid
