// SPDX-License-Identifier: Apache-2.0
// SqliteStore: what is asked of the record: events, one event's story, threads, dyads, counts.
#include <algorithm>
#include <set>

#include "join/head.h"
#include "store/named_tags.h"
#include "store/packed.h"
#include "store/source_reader.h"

namespace rasid {
namespace {

// The rarest set of tags drives the search, the others are looked up.
class EventFinder {
 public:
  EventFinder(Connection& db, const EventFilter& filter) : db_(db), filter_(filter) {}
  std::vector<int64_t> run();

 private:
  bool has_all(int64_t event, int32_t day, size_t from) const;
  void walk(std::string_view sql, const std::vector<int64_t>& parameters);
  void walk_text(const SearchQuery& query);

  Connection& db_;
  const EventFilter& filter_;
  std::vector<TagSet> sets_;
  std::vector<int64_t> found_;
  std::set<int64_t> seen_;
};

// Of all sets from number `from` on.
bool EventFinder::has_all(int64_t event, int32_t day, size_t from) const {
  for (size_t i = from; i < sets_.size(); ++i) {
    bool any = false;
    for (const TagNumber tag : sets_[i].tags) {
      Query query(db_, "SELECT 1 FROM event_tag WHERE tag = ? AND day = ? AND event = ?");
      query.bind(tag).bind(day).bind(event);
      if ((any = query.next())) break;
    }
    if (!any) return false;
  }
  return true;
}

void EventFinder::walk(std::string_view sql, const std::vector<int64_t>& parameters) {
  Query query(db_, sql);
  for (const int64_t parameter : parameters) query.bind(parameter);
  int64_t last = -1;
  while (found_.size() < filter_.limit && query.next()) {
    const int64_t event = query.integer(0);
    if (event == last || !has_all(event, static_cast<int32_t>(query.integer(1)), 1)) continue;
    found_.push_back(last = event);
  }
}

// Events that articles with these words report, as the newest articles tell them.
void EventFinder::walk_text(const SearchQuery& query) {
  const std::string expression = query.expression();
  if (expression.empty()) return;
  Query articles(db_, "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rowid DESC");
  articles.bind(expression);
  while (found_.size() < filter_.limit && articles.next()) {
    const int64_t article = articles.integer(0);
    Query query_events(db_,
                       "SELECT DISTINCT r.event, e.first FROM report r JOIN event e ON e.id = "
                       "r.event WHERE r.id BETWEEN ? AND ? AND r.retired IS NULL");
    query_events.bind(article << kArticleShift).bind(((article + 1) << kArticleShift) - 1);
    while (query_events.next()) {
      const int64_t event = query_events.integer(0);
      const auto day = static_cast<int32_t>(query_events.integer(1));
      const bool within = (filter_.since == kNoDay || day >= filter_.since) &&
                          (filter_.until == kNoDay || day <= filter_.until);
      if (within && has_all(event, day, 0) && seen_.insert(event).second) found_.push_back(event);
    }
  }
}

std::vector<int64_t> EventFinder::run() {
  TagSets tags_asked = tag_sets(db_, filter_);
  if (tags_asked.nothing) return {};
  sets_ = std::move(tags_asked.sets);
  if (filter_.text) {
    walk_text(*filter_.text);
    return std::move(found_);
  }
  const std::string order = filter_.oldest_first ? " ASC" : " DESC";
  std::vector<int64_t> days{filter_.since == kNoDay ? -1000000 : filter_.since,
                            filter_.until == kNoDay ? 1000000 : filter_.until};
  if (sets_.empty()) {
    walk("SELECT id, first FROM event WHERE first BETWEEN ? AND ? ORDER BY first" + order + ", id" +
             order,
         days);
    return std::move(found_);
  }
  std::string tags;
  for (const TagNumber tag : sets_[0].tags) tags += (tags.empty() ? "" : ",") + std::to_string(tag);
  walk("SELECT event, day FROM event_tag WHERE tag IN (" + tags +
           ") AND day BETWEEN ? AND ? ORDER BY day" + order + ", event" + order,
       days);
  return std::move(found_);
}

// The row of the report that shows an event, and the day it was first told.
int64_t row_of_head(Connection& db, int64_t event, int32_t& told) {
  constexpr size_t kEnough = 64;  // reports to show it by
  std::vector<int64_t> rows;
  std::vector<Report> reports;
  Query query(db,
              "SELECT r.key, r.packed, a.published FROM report r JOIN article a ON a.id = r.id >> "
              "12 WHERE r.id = ?");
  for (const int64_t row : rows_of_event(db, event)) {
    if (reports.size() == kEnough) break;
    query.again();
    query.bind(row);
    if (!query.next()) continue;
    auto report = report_in(query.bytes(1));
    if (!report) continue;
    report->id = query.hash(0);
    report->published = query.is_null(2) ? kNoDay : static_cast<int32_t>(query.integer(2));
    told = reports.empty() ? report->published : std::min(told, report->published);
    rows.push_back(row);
    reports.push_back(std::move(*report));
  }
  if (rows.empty()) return 0;
  std::vector<const Report*> given;
  for (const Report& report : reports) given.push_back(&report);
  return rows[head_of(given)];
}

EventRow row_of(Connection& db, SourceReader& sources, int64_t event) {
  EventRow out;
  out.id = id_of_event(db, event);
  {
    Query query(
        db, "SELECT first, last, reports, outlets, origins, status, flags FROM event WHERE id = ?");
    query.bind(event);
    if (query.next()) {
      const int64_t flags = query.integer(6);
      if ((flags & kUndated) == 0) {
        out.first = static_cast<int32_t>(query.integer(0));
        out.last = static_cast<int32_t>(query.integer(1));
      }
      out.reports = static_cast<uint32_t>(query.integer(2));
      out.outlets = static_cast<uint32_t>(query.integer(3));
      out.origins = static_cast<uint32_t>(query.integer(4));
      out.status = static_cast<Status>(query.integer(5));
      out.disputed = flags & kDisputed;
      out.postponed = flags & kPostponed;
    }
  }
  auto best = sources.read(row_of_head(db, event, out.told));
  if (!best) return out;
  out.record = std::move(best->record);
  out.outlet = best->outlet;
  out.url = best->url;
  out.line = best->line;
  return out;
}

}  // namespace

namespace {

void sort_by_day(std::vector<Source>& sources) {
  std::stable_sort(sources.begin(), sources.end(), [](const Source& a, const Source& b) {
    return a.report.published < b.report.published;
  });
}

void add_pointers(Connection& db, EventStory& story) {
  Query query(db, "SELECT old FROM pointer WHERE event = ?");
  query.bind(report_id(story.id));
  while (query.next()) story.from.push_back(hex_of(query.hash(0)));
}

// Reports of the same articles that hang on reports of this event (an invitation on the visit).
void add_related(Connection& db, SourceReader& sources, int64_t event, EventStory& story) {
  std::set<ReportId> own;
  for (const Source& source : story.sources) own.insert(source.report.id);
  for (const int64_t row : rows_of_event(db, event)) {
    const int64_t article = row >> kArticleShift;
    const Content* content = sources.content(article);
    if (content == nullptr) return;
    std::vector<int64_t> hanging;
    for (size_t i = 0; i < content->records.size(); ++i) {
      const Record& record = content->records[i];
      const bool hangs = std::any_of(
          record.relates.begin(), record.relates.end(),
          [&](const Relation& relation) { return own.count(report_id(relation.id)) != 0; });
      if (hangs && own.insert(report_id(record.id)).second)
        hanging.push_back((article << kArticleShift) | static_cast<int64_t>(i));
    }
    for (const int64_t other : hanging) {
      auto source = sources.read(other);
      if (source && source->retired == 0) story.related.push_back(std::move(*source));
    }
  }
}

}  // namespace

Result<bool> SqliteStore::has(uint64_t key, uint64_t hash) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  db.clear_failure();
  bool found = false;
  {
    Query query(
        db, "SELECT 1 FROM article WHERE key = ? AND ((retired IS NULL AND hash = ?) OR deleted)");
    query.bind(key).bind(hash);
    found = query.next();
  }
  if (const auto failed = db.failure()) return *failed;
  return found;
}

Result<std::vector<EventRow>> SqliteStore::events(const EventFilter& filter) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  // The last day of which the record knows: "today" for what was planned.
  const auto today = static_cast<int32_t>(db.integer("SELECT max(id) >> 20 FROM article"));
  std::vector<EventRow> out;
  SourceReader sources(db, (*lease)->codec());
  const bool silent = filter.status == std::vector<std::string>{"silent"};
  EventFilter asked = filter;
  if (silent) {  // planned for a day that has passed, and nobody tells more
    asked.status = {"planned"};
    asked.until = filter.until == kNoDay ? today - 1 : std::min(filter.until, today - 1);
  }
  for (const int64_t event : EventFinder(db, asked).run()) {
    EventRow row = row_of(db, sources, event);
    row.silent = row.status == Status::planned && row.last != kNoDay && row.last < today;
    if (!silent || row.silent) out.push_back(std::move(row));
  }
  if (const auto failed = db.failure()) return *failed;
  return out;
}

Result<EventStory> SqliteStore::event(const std::string& id) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  EventStory out;
  const int64_t event = event_named(db, report_id(id));
  if (event == 0) {
    if (const auto failed = db.failure()) return *failed;
    return Error{"there is no event '" + id + "'", path_, "`rasid events` lists them"};
  }
  out.id = id_of_event(db, event);
  SourceReader sources(db, (*lease)->codec());
  for (const int64_t row : rows_of_event(db, event)) {
    if (auto source = sources.read(row)) out.sources.push_back(std::move(*source));
  }
  sort_by_day(out.sources);
  for (const Source& source : out.sources) {
    const std::string one = hex_of(source.report.id);
    if (one != out.id) out.from.push_back(one);
  }
  add_pointers(db, out);
  add_related(db, sources, event, out);
  sort_by_day(out.related);
  if (const auto failed = db.failure()) return *failed;
  return out;
}

Result<ThreadStory> SqliteStore::thread(const std::string& name, int32_t as_of) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  ThreadStory out;
  const std::vector<NamedTag> tags = tags_named(db, TagKind::thread, name);
  if (tags.empty()) {
    if (const auto failed = db.failure()) return *failed;
    return Error{"there is no thread named '" + name + "'", path_, ""};
  }
  out.key = tags.front().name;
  out.name = tags.front().shown;
  for (size_t i = 1; i < tags.size(); ++i) out.others.emplace_back(tags[i].name, tags[i].shown);
  const ReportId key = report_id(out.key);
  std::vector<int64_t> events;
  {
    Query query(db, "SELECT event FROM event_tag WHERE tag = ?");
    query.bind(tags.front().number);
    while (query.next()) events.push_back(query.integer(0));
  }
  SourceReader sources(db, (*lease)->codec());
  for (const int64_t event : events) {
    for (const int64_t row : rows_of_event(db, event)) {
      auto source = sources.read(row);
      if (!source || source->report.published > as_of) continue;
      const std::vector<uint64_t>& threads = source->report.threads;
      if (std::find(threads.begin(), threads.end(), key) == threads.end()) continue;
      source->event = id_of_event(db, event);
      out.sources.push_back(std::move(*source));
    }
  }
  sort_by_day(out.sources);
  if (const auto failed = db.failure()) return *failed;
  return out;
}

}  // namespace rasid
