// SPDX-License-Identifier: Apache-2.0
#include "store/event_finder.h"

#include <algorithm>

#include "store/summary.h"

namespace rasid {
namespace {

constexpr int32_t kFirstOfAll = -1'000'000, kLastOfAll = 1'000'000;

bool asks_for_silent(const EventFilter& filter) {
  return std::find(filter.status.begin(), filter.status.end(), "silent") != filter.status.end();
}

// The filter as tags can answer it.
EventFilter by_tags(const EventFilter& filter, bool then, bool silent) {
  EventFilter out = filter;
  if (then) out.status.clear();
  if (!then && silent) {
    std::erase(out.status, "silent");
    out.status.push_back("planned");
  }
  return out;
}

}  // namespace

EventFinder::EventFinder(Connection& db, SourceReader& sources, const EventFilter& filter,
                         int32_t today)
    : db_(db),
      sources_(sources),
      filter_(filter),
      today_(today),
      then_(filter.known_at != kNow),
      silent_(asks_for_silent(filter)),
      since_(filter.since == kNoDay || then_ ? kFirstOfAll : filter.since),
      until_(filter.until == kNoDay || then_ ? kLastOfAll : filter.until) {
  TagSets asked = tag_sets(db, by_tags(filter, then_, silent_));
  nothing_ = asked.nothing;
  sets_ = std::move(asked.sets);
}

// Of all sets from number `from` on.
bool EventFinder::has_all(int64_t event, int32_t day, size_t from) const {
  Query query(db_, "SELECT 1 FROM event_tag WHERE tag = ? AND day = ? AND event = ?");
  for (size_t i = from; i < sets_.size(); ++i) {
    const std::vector<TagNumber>& tags = sets_[i].tags;
    const bool any = std::any_of(tags.begin(), tags.end(), [&](TagNumber tag) {
      query.again();
      query.bind(tag).bind(day).bind(event);
      return query.next();
    });
    if (!any) return false;
  }
  return true;
}

// Its first day is known to be by `until`.
bool EventFinder::lies_within(int64_t event) const {
  if (since_ == kFirstOfAll) return true;
  Query query(db_, "SELECT last FROM event WHERE id = ?");
  query.bind(event);
  return query.next() && query.integer(0) >= since_;
}

bool EventFinder::has_status(int64_t event) const {
  Query query(db_, "SELECT status, flags, last FROM event WHERE id = ?");
  query.bind(event);
  if (!query.next()) return false;
  const auto status = static_cast<Status>(query.integer(0));
  const int64_t flags = query.integer(1);
  const bool silent =
      status == Status::planned && (flags & kUndated) == 0 && query.integer(2) < today_;
  return std::any_of(filter_.status.begin(), filter_.status.end(), [&](const std::string& asked) {
    return asked == name_of(status) || (asked == "silent" && silent) ||
           (asked == "disputed" && (flags & kDisputed)) ||
           (asked == "postponed" && (flags & kPostponed));
  });
}

// Answers whether more are wanted.
bool EventFinder::offer(int64_t event, int32_t day, size_t from) {
  if (has_all(event, day, from) && lies_within(event) && (then_ || !silent_ || has_status(event)) &&
      (*take_)(event))
    ++taken_;
  return taken_ < filter_.limit;
}

// `sql` gives events and their first days; an event of several tags comes several times in a row.
void EventFinder::walk(std::string_view sql) {
  Query query(db_, sql);
  query.bind(std::max(kFirstOfAll, since_ - kMostDays)).bind(until_);
  int64_t before = -1;
  while (taken_ < filter_.limit && query.next()) {
    const int64_t event = query.integer(0);
    if (event == before) continue;
    before = event;
    if (!offer(event, static_cast<int32_t>(query.integer(1)), 1)) return;
  }
}

std::vector<int64_t> EventFinder::articles_with(const SearchQuery& query) {
  std::vector<int64_t> out;
  const std::string expression = query.expression();
  if (expression.empty()) return out;
  Query articles(db_, "SELECT rowid FROM words WHERE words MATCH ?");
  articles.bind(expression);
  while (articles.next()) out.push_back(articles.integer(0));
  if (!query.needs_look()) return out;
  std::erase_if(out, [&](int64_t article) {
    const Content* content = sources_.content(article);
    return content == nullptr || !answers(query, content->text, content->tokens);
  });
  return out;
}

// All events that articles with these words report are put in order before any is given.
void EventFinder::walk_text(const SearchQuery& query) {
  std::vector<std::pair<int32_t, int64_t>> events;
  Query told(db_,
             "SELECT r.event, e.first FROM report r JOIN event e ON e.id = r.event WHERE r.id "
             "BETWEEN ? AND ? AND r.retired IS NULL");
  for (const int64_t article : articles_with(query)) {
    told.again();
    told.bind(article << kArticleShift).bind(((article + 1) << kArticleShift) - 1);
    while (told.next()) {
      const auto day = static_cast<int32_t>(told.integer(1));
      if (day <= until_ && day >= since_ - kMostDays) events.emplace_back(day, told.integer(0));
    }
  }
  std::sort(events.begin(), events.end());
  events.erase(std::unique(events.begin(), events.end()), events.end());
  if (!filter_.oldest_first) std::reverse(events.begin(), events.end());
  for (const auto& [day, event] : events) {
    if (taken_ >= filter_.limit || !offer(event, day, 0)) return;
  }
}

void EventFinder::run(const std::function<bool(int64_t)>& take) {
  take_ = &take;
  if (nothing_) return;
  if (filter_.text) return walk_text(*filter_.text);
  const std::string order = filter_.oldest_first ? " ASC" : " DESC";
  if (sets_.empty())
    return walk("SELECT id, first FROM event WHERE first BETWEEN ? AND ? ORDER BY first" + order +
                ", id" + order);
  std::string tags;
  for (const TagNumber tag : sets_[0].tags) tags += (tags.empty() ? "" : ",") + std::to_string(tag);
  walk("SELECT event, day FROM event_tag WHERE tag IN (" + tags +
       ") AND day BETWEEN ? AND ? ORDER BY day" + order + ", event" + order);
}

}  // namespace rasid
