// SPDX-License-Identifier: Apache-2.0
// SqliteStore: lists of events: as they are now, and as they were known at another time.
#include <algorithm>

#include "join/head.h"
#include "store/event_finder.h"
#include "store/summary.h"

namespace rasid {
namespace {

// Days, counts and status, as the event's row tells them.
void read_row(Connection& db, int64_t event, EventRow& out) {
  Query query(
      db, "SELECT first, last, reports, outlets, origins, status, flags FROM event WHERE id = ?");
  query.bind(event);
  if (!query.next()) return;
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

// The same of some reports only.
void sum_up(const Summary& summary, size_t reports, EventRow& out) {
  out.first = summary.first;
  out.last = summary.last;
  out.reports = static_cast<uint32_t>(reports);
  out.outlets = summary.outlets;
  out.origins = summary.origins;
  out.status = summary.status;
  out.disputed = summary.disputed;
  out.postponed = summary.postponed;
}

class EventLister {
 public:
  EventLister(Connection& db, BodyCodec& codec, const EventFilter& filter)
      : db_(db),
        filter_(filter),
        then_(filter.known_at != kNow),
        today_(last_day_known()),
        sources_(db, codec, filter.known_at),
        finder_(db, sources_, filter, today_) {}
  std::vector<EventRow> run() {
    finder_.run([this](int64_t event) { return take(event); });
    return std::move(rows_);
  }

 private:
  int32_t last_day_known() {
    Query query(db_, then_ ? "SELECT max(id) >> 20 FROM article WHERE known <= ?"
                           : "SELECT max(id) >> 20 FROM article");
    if (then_) query.bind(filter_.known_at);
    return query.next() ? static_cast<int32_t>(query.integer(0)) : 0;
  }

  bool take(int64_t event) {
    std::optional<EventRow> row = row_of(event);
    if (!row || (then_ && !fits_then(*row))) return false;
    rows_.push_back(std::move(*row));
    return true;
  }

  std::optional<EventRow> row_of(int64_t event) {
    constexpr size_t kEnough = 24;  // reports to show an event by
    std::vector<Source> all;
    std::vector<int64_t> read;
    for (const int64_t row : rows_known(db_, event, filter_.known_at)) {
      if (auto source = sources_.read(row)) {
        all.push_back(std::move(*source));
        read.push_back(row);
      }
      if (!then_ && all.size() == kEnough) break;
    }
    if (then_ && (all.empty() || !has_tags(read))) return std::nullopt;
    EventRow out;
    out.id = id_of_event(db_, event);
    read_row(db_, event, out);
    std::vector<const Report*> reports;
    for (const Source& source : all) reports.push_back(&source.report);
    const Summary summary = summary_of(reports);
    if (then_) sum_up(summary, all.size(), out);
    out.silent = out.status == Status::planned && out.last != kNoDay && out.last < today_;
    if (all.empty()) return out;
    Source& best = all[head_of(reports)];
    out.told = summary.told;
    out.record = std::move(best.record);
    out.outlet = best.outlet;
    out.url = best.url;
    out.line = best.line;
    return out;
  }

  // Whether these reports have what is asked for.
  bool has_tags(const std::vector<int64_t>& rows) {
    std::vector<TagNumber> tags;
    Query query(db_,
                "SELECT r.tags, a.outlet FROM report r JOIN article a ON a.id = r.id >> 12 "
                "WHERE r.id = ?");
    for (const int64_t row : rows) {
      query.again();
      query.bind(row);
      if (!query.next()) continue;
      if (const auto own = unpack_tags(query.bytes(0)))
        tags.insert(tags.end(), own->begin(), own->end());
      tags.push_back(query.integer(1));
    }
    std::sort(tags.begin(), tags.end());
    const auto has = [&](TagNumber tag) {
      return std::binary_search(tags.begin(), tags.end(), tag);
    };
    return std::all_of(finder_.sets().begin(), finder_.sets().end(), [&](const TagSet& set) {
      return std::any_of(set.tags.begin(), set.tags.end(), has);
    });
  }

  // The days and the status that the event had then.
  bool fits_then(const EventRow& row) const {
    const int32_t first = row.first == kNoDay ? row.told : row.first;
    const int32_t last = row.last == kNoDay ? row.told : row.last;
    if (filter_.since != kNoDay && last < filter_.since) return false;
    if (filter_.until != kNoDay && first > filter_.until) return false;
    const auto is = [&](const std::string& asked) {
      return asked == name_of(row.status) || (asked == "silent" && row.silent) ||
             (asked == "disputed" && row.disputed) || (asked == "postponed" && row.postponed);
    };
    return filter_.status.empty() || std::any_of(filter_.status.begin(), filter_.status.end(), is);
  }

  Connection& db_;
  const EventFilter& filter_;
  bool then_;
  int32_t today_;
  SourceReader sources_;
  EventFinder finder_;
  std::vector<EventRow> rows_;
};

}  // namespace

Result<std::vector<EventRow>> SqliteStore::events(const EventFilter& filter) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  std::vector<EventRow> out = EventLister(db, (*lease)->codec(), filter).run();
  if (const auto failed = db.failure()) return *failed;
  return out;
}

Result<std::vector<UnknownValue>> SqliteStore::unknown(const EventFilter& filter) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  std::vector<UnknownValue> out = unknown_values(db, filter);
  if (const auto failed = db.failure()) return *failed;
  return out;
}

}  // namespace rasid
