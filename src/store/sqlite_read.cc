// SPDX-License-Identifier: Apache-2.0
// SqliteStore: one event's story, threads.
#include <algorithm>
#include <set>

#include "store/named_tags.h"
#include "store/source_reader.h"

namespace rasid {
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

// Rows of the reports in an article that hang on one of `own` and are not among them.
std::vector<int64_t> hanging_on(const Content& content, int64_t article, std::set<ReportId>& own) {
  std::vector<int64_t> out;
  for (size_t i = 0; i < content.records.size(); ++i) {
    const Record& record = content.records[i];
    const bool hangs = std::any_of(
        record.relates.begin(), record.relates.end(),
        [&](const Relation& relation) { return own.count(report_id(relation.id)) != 0; });
    if (hangs && own.insert(report_id(record.id)).second)
      out.push_back((article << kArticleShift) | static_cast<int64_t>(i));
  }
  return out;
}

// Reports of the same articles that hang on reports of this event (an invitation on the visit).
void add_related(Connection& db, SourceReader& sources, const std::vector<int64_t>& rows,
                 int64_t known_at, EventStory& story) {
  std::set<ReportId> own;
  for (const Source& source : story.sources) own.insert(source.report.id);
  for (const int64_t row : rows) {
    const int64_t article = row >> kArticleShift;
    const Content* content = sources.content(article);
    if (content == nullptr) return;
    for (const int64_t other : hanging_on(*content, article, own)) {
      auto source = sources.read(other);
      const bool counts =
          source && (source->retired == 0 || (known_at != kNow && source->retired > known_at));
      if (counts) story.related.push_back(std::move(*source));
    }
    if (db.failure()) return;
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

Result<EventStory> SqliteStore::event(const std::string& id, int64_t known_at) {
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
  SourceReader sources(db, (*lease)->codec(), known_at);
  const std::vector<int64_t> rows = rows_known(db, event, known_at);
  for (const int64_t row : rows) {
    if (auto source = sources.read(row)) out.sources.push_back(std::move(*source));
  }
  sort_by_day(out.sources);
  for (const Source& source : out.sources) {
    const std::string one = hex_of(source.report.id);
    if (one != out.id) out.from.push_back(one);
  }
  add_pointers(db, out);
  add_related(db, sources, rows, known_at, out);
  sort_by_day(out.related);
  if (const auto failed = db.failure()) return *failed;
  return out;
}

Result<ThreadStory> SqliteStore::thread(const std::string& name, int32_t as_of, int64_t known_at) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  ThreadStory out;
  const std::vector<NamedTag> tags = threads_named(db, name);
  const bool one = tags.size() == 1 || (!tags.empty() && tags[0].exact && !tags[1].exact);
  if (!one) {
    if (const auto failed = db.failure()) return *failed;
    if (tags.empty())
      return Error{"there is no thread named '" + name + "'", path_, "`rasid threads` lists them"};
    return Error{std::to_string(tags.size()) + " threads have a name like '" + name + "'", path_,
                 "`rasid threads NAME` lists them; ask by key"};
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
  SourceReader sources(db, (*lease)->codec(), known_at);
  for (const int64_t event : events) {
    for (const int64_t row : rows_known(db, event, known_at)) {
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

Result<std::vector<ThreadRow>> SqliteStore::threads(const std::string& words, size_t limit) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  std::vector<ThreadRow> out;
  Query days(db, "SELECT min(day), max(day) FROM event_tag WHERE tag = ?");
  for (const NamedTag& tag : threads_named(db, words)) {
    if (out.size() >= limit) break;
    ThreadRow row{tag.name, tag.shown, static_cast<uint64_t>(tag.events),
                  kNoDay,   kNoDay,    tag.exact};
    days.again();
    days.bind(tag.number);
    if (days.next() && !days.is_null(0)) {
      row.first = static_cast<int32_t>(days.integer(0));
      row.last = static_cast<int32_t>(days.integer(1));
    }
    out.push_back(std::move(row));
  }
  if (const auto failed = db.failure()) return *failed;
  return out;
}

}  // namespace rasid
