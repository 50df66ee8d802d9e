// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdlib>

#include "join/joiner.h"

namespace rasid {

void MemoryShelf::near(std::span<const FileKey> keys, std::vector<const Filed*>& out) {
  for (const FileKey& key : keys) {
    const auto found = by_key_.find(key.key);
    if (found == by_key_.end()) continue;
    const auto& list = found->second;
    auto at = std::lower_bound(list.begin(), list.end(),
                               std::pair<int32_t, ReportId>{key.day - key.reach, 0});
    for (; at != list.end() && at->first <= key.day + key.reach; ++at)
      out.push_back(&filed_.at(at->second));
  }
}

void MemoryShelf::in_pools(std::span<const PoolId> pools, std::vector<const Filed*>& out) {
  for (const PoolId pool : pools) {
    const auto found = in_pool_.find(pool);
    if (found == in_pool_.end()) continue;
    for (const ReportId id : found->second) out.push_back(&filed_.at(id));
  }
}

void MemoryShelf::find(std::span<const ReportId> reports, std::vector<const Filed*>& out) {
  for (const ReportId id : reports) {
    const auto found = filed_.find(id);
    if (found != filed_.end()) out.push_back(&found->second);
  }
}

void MemoryShelf::ties(std::span<const ReportId> reports, std::vector<ReportTie>& out) {
  if (ties_.empty()) return;
  const auto asked = [&](ReportId id) {
    return std::find(reports.begin(), reports.end(), id) != reports.end();
  };
  for (const ReportTie& tie : ties_) {
    if (asked(tie.a) || asked(tie.b)) out.push_back(tie);
  }
}

void MemoryShelf::remove(ReportId id) {
  const auto found = filed_.find(id);
  if (found == filed_.end()) return;
  for (const FileKey& key : keys_of(found->second.report)) {
    auto& list = by_key_[key.key];
    list.erase(std::remove(list.begin(), list.end(), std::pair{key.day, id}), list.end());
  }
  leave(id, found->second.pool);
  filed_.erase(found);
}

void MemoryShelf::leave(ReportId id, PoolId pool) {
  const auto found = in_pool_.find(pool);
  if (found == in_pool_.end()) return;
  auto& list = found->second;
  list.erase(std::remove(list.begin(), list.end(), id), list.end());
  if (list.empty()) in_pool_.erase(found);
}

void MemoryShelf::apply(std::span<const Report> arrivals, std::span<const ReportId> removed,
                        const Outcome& outcome) {
  for (const ReportId id : removed) remove(id);
  for (const Report& report : arrivals) {
    remove(report.id);
    Filed& filed = filed_[report.id];
    filed.report = report;
    filed.profile = profile_of(report);
    for (const FileKey& key : keys_of(report)) {
      auto& list = by_key_[key.key];
      const std::pair entry{key.day, report.id};
      list.insert(std::upper_bound(list.begin(), list.end(), entry), entry);
    }
  }
  for (const Placement& placement : outcome.placements) {
    Filed& filed = filed_.at(placement.report);
    if (filed.pool != placement.pool) {
      leave(placement.report, filed.pool);
      in_pool_[placement.pool].push_back(placement.report);
    }
    filed.pool = placement.pool;
    filed.event = placement.event;
  }
}

EventId MemoryShelf::event_of(ReportId report) const {
  const auto found = filed_.find(report);
  return found == filed_.end() ? 0 : found->second.event;
}

}  // namespace rasid
