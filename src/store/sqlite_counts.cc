// SPDX-License-Identifier: Apache-2.0
// SqliteStore: counts: the store's figures, and who deals with whom.
#include <algorithm>
#include <map>

#include "store/named_tags.h"
#include "store/source_reader.h"

namespace rasid {

Result<StoreStats> SqliteStore::stats() {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  StoreStats out;
  const auto count = [&](const char* sql) { return static_cast<uint64_t>(db.integer(sql)); };
  out.articles = count("SELECT count(*) FROM article WHERE retired IS NULL");
  out.versions = count("SELECT count(*) FROM article WHERE retired IS NOT NULL AND NOT deleted");
  out.deleted = count("SELECT count(DISTINCT key) FROM article WHERE deleted");
  out.near_copies = count("SELECT count(*) FROM article WHERE origin <> id AND retired IS NULL");
  out.reports = count("SELECT count(*) FROM report WHERE retired IS NULL");
  out.events = count("SELECT count(*) FROM event");
  out.joined_events = count("SELECT count(*) FROM event WHERE reports > 1");
  out.corrections = count("SELECT count(*) FROM correction WHERE withdrawn IS NULL");
  out.ties = count("SELECT count(*) FROM tie WHERE withdrawn IS NULL");
  out.first_day = static_cast<int32_t>(
      db.integer("SELECT min(published) FROM article WHERE published IS NOT NULL", kNoDay));
  out.last_day = static_cast<int32_t>(
      db.integer("SELECT max(published) FROM article WHERE published IS NOT NULL", kNoDay));
  out.file_bytes = count("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
  const auto list = [&](const char* sql, auto& into) {
    Query query(db, sql);
    while (query.next())
      into.emplace_back(std::string(query.text(0)), static_cast<uint64_t>(query.integer(1)));
  };
  list(
      "SELECT l.version, count(*) FROM article a JOIN lexicon l ON l.id = a.lexicon WHERE "
      "a.retired IS NULL GROUP BY l.id ORDER BY 2 DESC",
      out.lexicons);
  list(
      "SELECT name, events FROM tag WHERE kind = 'c' AND instr(name, '.') = 0 AND events > 0 ORDER "
      "BY 2 DESC",
      out.categories);
  list("SELECT name, events FROM tag WHERE kind = 's' AND events > 0 ORDER BY 2 DESC",
       out.statuses);
  list("SELECT name, events FROM tag WHERE kind = 'o' AND events > 0 ORDER BY 2 DESC",
       out.by_outlet);
  out.outlets = out.by_outlet.size();
  if (const auto failed = db.failure()) return *failed;
  return out;
}

Result<std::vector<DyadRow>> SqliteStore::dyads(const EventFilter& filter) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  std::vector<DyadRow> out;
  const TagSets asked = tag_sets(db, filter);
  if (asked.nothing) return out;
  std::string sql =
      "SELECT t.name, count(*), sum(e.status = 0), sum(e.status = 1), sum(e.status = 2), "
      "sum(e.status = 3) FROM tag t JOIN event_tag x ON x.tag = t.id JOIN event e ON e.id = "
      "x.event "
      "WHERE t.kind = 'd' AND x.day BETWEEN ? AND ?";
  for (const TagSet& set : asked.sets) {
    std::string tags;
    for (const TagNumber tag : set.tags) tags += (tags.empty() ? "" : ",") + std::to_string(tag);
    sql += " AND EXISTS (SELECT 1 FROM event_tag y WHERE y.tag IN (" + tags +
           ") AND y.day = x.day AND y.event = x.event)";
  }
  sql += " GROUP BY t.id ORDER BY 2 DESC, 1 LIMIT ?";
  Query query(db, sql);
  query.bind(filter.since == kNoDay ? -1000000 : filter.since);
  query.bind(filter.until == kNoDay ? 1000000 : filter.until);
  query.bind(static_cast<int64_t>(filter.limit));
  while (query.next()) {
    DyadRow row;
    const std::string name(query.text(0));
    const size_t arrow = name.find('>');
    row.from = name.substr(0, arrow);
    row.to = arrow == std::string::npos ? "" : name.substr(arrow + 1);
    uint64_t* const counts[] = {&row.events, &row.held, &row.planned, &row.possible, &row.negated};
    for (int i = 0; i < 5; ++i) *counts[i] = static_cast<uint64_t>(query.integer(i + 1));
    out.push_back(std::move(row));
  }
  if (const auto failed = db.failure()) return *failed;
  return out;
}

}  // namespace rasid
