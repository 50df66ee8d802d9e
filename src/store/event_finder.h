// SPDX-License-Identifier: Apache-2.0
// EventFinder: which events answer a filter, in order of their first day. The rarest set of tags
// leads the search, the others are looked up; words of articles lead where they are asked.
// In: a reading transaction. Out: events, one at a time, until the taker has enough.
#pragma once
#include <functional>
#include <string_view>
#include <vector>

#include "store/named_tags.h"
#include "store/source_reader.h"

namespace rasid {

class EventFinder {
 public:
  // `today`: the last day of which the record knows: planned deeds of earlier days are silent.
  EventFinder(Connection& db, SourceReader& sources, const EventFilter& filter, int32_t today);
  // `take` answers whether the event counts towards the limit.
  void run(const std::function<bool(int64_t event)>& take);
  // The sets of tags asked for, status aside; for who judges by other reports than all.
  const std::vector<TagSet>& sets() const { return sets_; }

 private:
  bool has_all(int64_t event, int32_t day, size_t from) const;
  bool lies_within(int64_t event) const;
  bool has_status(int64_t event) const;
  bool offer(int64_t event, int32_t day, size_t from);
  void walk(std::string_view sql);
  void walk_text(const SearchQuery& query);
  std::vector<int64_t> articles_with(const SearchQuery& query);

  Connection& db_;
  SourceReader& sources_;
  const EventFilter& filter_;
  int32_t today_;
  bool then_;    // as known at another time: days and status are not judged here
  bool silent_;  // asked for: no tag tells it
  bool nothing_ = false;
  int32_t since_, until_;
  std::vector<TagSet> sets_;
  const std::function<bool(int64_t)>* take_ = nullptr;
  size_t taken_ = 0;
};

}  // namespace rasid
