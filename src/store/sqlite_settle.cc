// SPDX-License-Identifier: Apache-2.0
// The second half of Adder: reports out and in, and the events that changed.
#include <algorithm>

#include "store/packed.h"
#include "store/source_reader.h"
#include "store/sqlite_add.h"
#include "store/summary.h"

namespace rasid {
namespace {

int64_t status_number(const Summary& summary) { return static_cast<int64_t>(summary.status); }

}  // namespace

void Adder::retire(int64_t article, const std::string& reason) {
  {
    Query query(db_, "UPDATE article SET retired = ?, reason = ? WHERE id = ? AND retired IS NULL");
    query.bind(known_).bind(reason).bind(article).run();
  }
  const Result<Content> content = content_of(db_, w_.codec, article);
  if (!content) return db_.fail(content.error());
  {
    const std::string line = search_line(content->text, content->tokens);
    Query query(db_, "INSERT INTO words (words, rowid, line) VALUES ('delete', ?, ?)");
    query.bind(article).bind(line).run();
  }
  Query query(db_, "SELECT key FROM report WHERE id BETWEEN ? AND ? AND retired IS NULL");
  query.bind(article << kArticleShift).bind(((article + 1) << kArticleShift) - 1);
  while (query.next()) removed_.push_back(query.hash(0));
}

namespace {

// What a coding says, less where its lexicon's lines stand.
std::string told_by(const Content& content) {
  Packer out;
  for (Record record : content.records) {
    const size_t space = record.rule.find(' ');
    if (space != std::string::npos) record.rule.resize(space);
    pack(out, record);
  }
  return out.take();
}

}  // namespace

void Adder::recode(std::span<const CodedArticle> articles) {
  for (const CodedArticle& article : articles) {
    if (db_.failure()) return;
    const int64_t old = live_article(article.key);
    if (old == 0) continue;
    const Result<Content> before = content_of(db_, w_.codec, old);
    if (!before) return db_.fail(before.error());
    const std::optional<Content> now = unpacked(article.content);
    if (!now || now->text != before->text) continue;
    if (told_by(*now) == told_by(*before) && now->tokens == before->tokens) {
      ++added_.known;
      Query query(db_, "UPDATE article SET lexicon = ? WHERE id = ?");
      query.bind(lexicon_number(article.lexicon)).bind(old).run();
      Query body(db_, "UPDATE body SET dictionary = ?, frame = ? WHERE article = ?");
      const std::string frame = frame_of(article);
      body.bind(w_.codec.newest()).blob(frame).bind(old).run();
      continue;
    }
    ++added_.versions;
    retire(old, "coded anew with lexicon " + article.lexicon);
    take(article, old);
  }
}

int64_t Adder::row_of_event(EventId event) {
  const auto arrival = arrivals_.find(event);
  if (arrival != arrivals_.end()) return arrival->second.row;
  const ShelvedReport* report = w_.shelf.by_key(event);
  return report ? report->id : 0;
}

void Adder::write_row(const Arrival& arrival, int64_t event_row, std::optional<PoolId> pool,
                      bool dismissed) {
  const std::string packed_report = sealed(packed(arrival.report));
  const std::string tags = pack_tags(arrival.tags);
  const std::string coder = arrival.coder.empty() ? "" : sealed(arrival.coder);
  Query query(db_,
              "INSERT OR REPLACE INTO report (id, key, event, pool, retired, packed, tags, coder) "
              "VALUES (?, ?, ?, ?, ?, ?, ?, ?)");
  query.bind(arrival.row).bind(arrival.report.id).bind(event_row);
  pool ? query.bind(*pool) : query.null();
  dismissed ? query.bind(known_) : query.null();
  query.blob(packed_report).blob(tags);
  coder.empty() ? query.null() : query.blob(coder);
  query.run();
}

void Adder::insert(Arrival& arrival, const Placement& placement) {
  const bool own_pool = placement.pool == placement.report;
  write_row(arrival, row_of_event(placement.event),
            own_pool ? std::nullopt : std::optional<PoolId>(placement.pool), false);
  for (const FileKey& key : keys_of(arrival.report)) {
    Query file(db_, "INSERT OR IGNORE INTO filed (slot, report) VALUES (?, ?)");
    file.bind(slot_of(key)).bind(arrival.row).run();
  }
  ShelvedReport shelved;
  shelved.id = arrival.row;
  shelved.outlet = arrival.outlet;
  shelved.tags = std::move(arrival.tags);
  shelved.filed = {std::move(arrival.report), placement.pool, placement.event, {}};
  w_.shelf.put(std::move(shelved));
}

void Adder::take_out_slots(const ShelvedReport& report) {
  for (const FileKey& key : keys_of(report.filed.report)) {
    Query query(db_, "DELETE FROM filed WHERE slot = ? AND report = ?");
    query.bind(slot_of(key)).bind(report.id).run();
  }
}

void Adder::place(const Placement& placement) {
  stale_.insert(row_of_event(placement.event));
  const auto arrival = arrivals_.find(placement.report);
  if (arrival != arrivals_.end()) return insert(arrival->second, placement);
  ShelvedReport* report = w_.shelf.by_key(placement.report);
  if (report == nullptr) return;
  stale_.insert(row_of_event(report->filed.event));
  report->filed.pool = placement.pool;
  report->filed.event = placement.event;
  Query query(db_, "UPDATE report SET event = ?, pool = ? WHERE id = ?");
  query.bind(row_of_event(placement.event));
  placement.pool == placement.report ? query.null() : query.bind(placement.pool);
  query.bind(report->id).run();
}

void Adder::take_out_removed() {
  for (const ReportId key : removed_) {
    const ShelvedReport* report = w_.shelf.by_key(key);
    if (report == nullptr) continue;
    take_out_slots(*report);
    Query query(db_, "UPDATE report SET retired = ? WHERE id = ?");
    query.bind(known_).bind(report->id).run();
    w_.shelf.take_out(key);
  }
}

// The id of every report is an id of its event. Ids of reports that are gone go on to the event
// that they were last part of, or to the one that holds what that held.
void Adder::point_on(const Outcome& outcome,
                     const std::vector<std::pair<ReportId, EventId>>& gone) {
  std::unordered_map<EventId, EventId> now;
  for (const EventChange& change : outcome.events) {
    if (change.event == 0) continue;
    for (const EventId old : change.from) {
      if (now.count(old) == 0 || old == change.event) now[old] = change.event;
    }
  }
  for (const auto& [report, event] : gone) {
    const auto at = now.find(event);
    const EventId to = at != now.end() ? at->second : event;
    if (to == report || w_.shelf.by_key(to) == nullptr) continue;
    Query query(db_,
                "INSERT INTO pointer (old, event, known) VALUES (?1, ?2, ?3) ON CONFLICT (old) DO "
                "UPDATE SET event = ?2, known = ?3");
    query.bind(report).bind(to).bind(known_).run();
  }
}

void Adder::join_in(std::span<const Report> arrivals, std::span<const ReportId> removed,
                    std::span<const ReportId> touched) {
  // What comes again under the same id is not gone.
  std::vector<ReportId> gone;
  std::vector<std::pair<ReportId, EventId>> gone_from;
  std::vector<std::pair<ReportId, int64_t>> again;  // and the rows they had
  for (const ReportId key : removed) {
    if (arrivals_.count(key) != 0) {
      if (const ShelvedReport* report = w_.shelf.by_key(key)) again.emplace_back(key, report->id);
      continue;
    }
    gone.push_back(key);
    if (const ShelvedReport* report = w_.shelf.by_key(key))
      gone_from.emplace_back(key, report->filed.event);
  }
  const Outcome outcome = join(arrivals, gone, touched, w_.shelf);
  for (const EventChange& change : outcome.events) {
    ++(change.from.empty() ? added_.events_created : added_.events_changed);
    for (const EventId old : change.from) {
      if (const ShelvedReport* report = w_.shelf.by_key(old)) stale_.insert(report->id);
    }
    if (change.event != 0) stale_.insert(row_of_event(change.event));
  }
  take_out_removed();
  for (const Placement& placement : outcome.placements) place(placement);
  for (const auto& [key, row] : again) move_after(key, row);
  point_on(outcome, gone_from);
}

// A founder that came again has a new row: the others of its event, which the joiner left where
// they were, follow it there.
void Adder::move_after(ReportId founder, int64_t old_row) {
  const int64_t row = row_of_event(founder);
  if (row == 0 || row == old_row) return;
  Query query(db_, "UPDATE report SET event = ? WHERE event = ? AND retired IS NULL");
  query.bind(row).bind(old_row).run();
  stale_.insert(old_row);
  stale_.insert(row);
}

void Adder::settle(std::span<const ReportId> touched) {
  std::vector<Report> arrivals;
  std::unordered_map<int64_t, uint64_t> origins;  // later articles of the batch may have changed it
  for (auto& [key, arrival] : arrivals_) {
    const int64_t article = arrival.row >> kArticleShift;
    const auto [at, fresh] = origins.try_emplace(article, 0);
    if (fresh) at->second = origin_key(article);
    arrival.report.origin = at->second;
    arrivals.push_back(arrival.report);
  }
  if (!arrivals.empty() || !removed_.empty() || !touched.empty())
    join_in(arrivals, removed_, touched);
  for (const int64_t event : stale_) refresh(event);
  std::sort(lines_.begin(), lines_.end());
  Query query(db_, "INSERT INTO words (rowid, line) VALUES (?, ?)");
  for (const auto& [article, line] : lines_) {
    query.again();
    query.bind(article).words(line).run();
  }
  w_.tags.write_counts();
  lines_.clear();
  arrivals_.clear();
  removed_.clear();
  stale_.clear();
}

void Adder::refresh(int64_t event_row) {
  if (event_row == 0 || db_.failure()) return;
  const std::vector<ShelvedReport*> reports = w_.shelf.of_event(event_row);
  reports.empty() ? drop_event(event_row) : write_event(event_row, reports);
}

void Adder::move_tags(int64_t event, int32_t old_day, const std::vector<TagNumber>& old,
                      int32_t day, const std::vector<TagNumber>& now) {
  const bool moved = old_day != day;
  for (const TagNumber tag : old) {
    if (!moved && std::binary_search(now.begin(), now.end(), tag)) continue;
    Query query(db_, "DELETE FROM event_tag WHERE tag = ? AND day = ? AND event = ?");
    query.bind(tag).bind(old_day).bind(event).run();
    w_.tags.count(tag, -1);
  }
  for (const TagNumber tag : now) {
    if (!moved && std::binary_search(old.begin(), old.end(), tag)) continue;
    Query query(db_, "INSERT OR IGNORE INTO event_tag (tag, day, event) VALUES (?, ?, ?)");
    query.bind(tag).bind(day).bind(event).run();
    w_.tags.count(tag, 1);
  }
}

void Adder::drop_event(int64_t event_row) {
  int32_t day = 0;
  std::optional<std::vector<TagNumber>> tags;
  {
    Query query(db_, "DELETE FROM event WHERE id = ? RETURNING first, tags");
    query.bind(event_row);
    if (!query.next()) return;
    day = static_cast<int32_t>(query.integer(0));
    tags = unpack_tags(query.bytes(1));
    query.run();
  }
  if (!tags) return db_.fail(damaged("event", event_row, db_.path()));
  move_tags(event_row, day, *tags, day, {});
}

void Adder::write_event(int64_t event_row, const std::vector<ShelvedReport*>& reports) {
  std::vector<const Report*> plain;
  std::vector<TagNumber> tags;
  for (const ShelvedReport* report : reports) {
    plain.push_back(&report->filed.report);
    tags.insert(tags.end(), report->tags.begin(), report->tags.end());
    tags.push_back(report->outlet);
  }
  const Summary summary = summary_of(plain);
  const auto status = [&](std::string_view name) {
    tags.push_back(w_.tags.number({TagKind::status, std::string(name), ""}));
  };
  status(name_of(summary.status));
  if (summary.disputed) status("disputed");
  if (summary.postponed) status("postponed");
  std::sort(tags.begin(), tags.end());
  tags.erase(std::unique(tags.begin(), tags.end()), tags.end());
  const bool dated = summary.first != kNoDay;
  const int32_t told = summary.told == kNoDay ? 0 : summary.told;
  const int32_t first = dated ? summary.first : told, last = dated ? summary.last : told;
  int64_t flags = 0;
  if (summary.disputed) flags |= kDisputed;
  if (summary.postponed) flags |= kPostponed;
  if (!dated) flags |= kUndated;
  int32_t old_first = first;
  std::vector<TagNumber> old;
  {
    Query query(db_, "SELECT first, tags FROM event WHERE id = ?");
    query.bind(event_row);
    if (query.next()) {
      old_first = static_cast<int32_t>(query.integer(0));
      std::optional<std::vector<TagNumber>> tags_before = unpack_tags(query.bytes(1));
      if (!tags_before) return db_.fail(damaged("event", event_row, db_.path()));
      old = std::move(*tags_before);
    }
  }
  move_tags(event_row, old_first, old, first, tags);
  const std::string packed_tags = pack_tags(tags);
  Query query(db_,
              "INSERT OR REPLACE INTO event (id, first, last, reports, outlets, origins, status, "
              "flags, tags) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)");
  query.bind(event_row).bind(first).bind(last).bind(static_cast<int64_t>(reports.size()));
  query.bind(summary.outlets).bind(summary.origins).bind(status_number(summary));
  query.bind(flags);
  query.blob(packed_tags).run();
}

}  // namespace rasid
