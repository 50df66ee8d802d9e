// SPDX-License-Identifier: Apache-2.0
#include "join/joiner.h"

#include <algorithm>
#include <map>
#include <unordered_set>

#include "join/likeness.h"
#include "join/links.h"

namespace rasid {
namespace {

// One call of join(): what it read and what it works out.
class Joining {
 public:
  Joining(std::span<const Report> arrivals, std::span<const ReportId> removed, Shelf& shelf)
      : shelf_(shelf), removed_(removed.begin(), removed.end()) {
    made_.reserve(arrivals.size());
    for (const Report& report : arrivals) made_.push_back(profile_of(report));
    // A report that comes again replaces the one on the shelf.
    for (const Report& report : arrivals) arrived_.push_back(report.id);
    std::sort(arrived_.begin(), arrived_.end());
  }
  Outcome run(std::span<const ReportId> touched);

 private:
  void find_links();
  void open_pools(std::span<const ReportId> touched);
  void read_ties();
  void load();
  void make_pools();
  void place(const std::vector<uint32_t>& members);
  void tell_changes();
  bool is_gone(ReportId id) const { return removed_.count(id) != 0; }
  const Profile* profile_on(const Filed& filed);

  Shelf& shelf_;
  std::vector<Profile> made_;  // of the arrivals
  // Of filed reports whose shelf keeps none.
  std::unordered_map<ReportId, Profile> made_for_filed_;
  std::unordered_set<ReportId> removed_;
  std::vector<ReportId> arrived_;                     // sorted
  std::vector<PoolId> pools_;                         // to be made anew
  std::vector<PoolId> broken_;                        // of these, those that lost a report or a tie
  std::vector<std::pair<ReportId, ReportId>> links_;  // of arrivals
  std::vector<ReportTie> ties_;
  std::vector<Placement> before_;  // what the pools held, the removed too
  std::vector<const Profile*> working_;
  std::vector<PoolId> old_pool_;  // of working_; 0 for arrivals
  Outcome outcome_;
};

template <typename T>
void sort_unique(std::vector<T>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

const Profile* Joining::profile_on(const Filed& filed) {
  if (filed.profile.id == filed.report.id) return &filed.profile;
  const auto [at, fresh] = made_for_filed_.try_emplace(filed.report.id);
  if (fresh) at->second = profile_of(filed.report);
  return &at->second;
}

// Links of the arrivals to each other and to what is filed near them.
void Joining::find_links() {
  std::vector<FileKey> keys;
  for (const Profile& profile : made_) keys_of(profile, keys);
  sort_unique(keys);
  std::vector<const Filed*> filed;
  if (!keys.empty()) shelf_.near(keys, filed);
  std::sort(filed.begin(), filed.end(),
            [](const Filed* a, const Filed* b) { return a->report.id < b->report.id; });
  filed.erase(
      std::unique(filed.begin(), filed.end(),
                  [](const Filed* a, const Filed* b) { return a->report.id == b->report.id; }),
      filed.end());
  std::vector<const Profile*> profiles;
  for (const Profile& profile : made_) profiles.push_back(&profile);
  const size_t arrived = profiles.size();
  std::vector<PoolId> pool_of(arrived, 0);
  for (const Filed* one : filed) {
    if (is_gone(one->report.id)) continue;
    profiles.push_back(profile_on(*one));
    pool_of.push_back(one->pool);
  }
  Meetings meetings(profiles);
  std::vector<uint32_t> others;
  for (uint32_t i = 0; i < arrived; ++i) {
    meetings.with(i, others);
    for (const uint32_t other : others) {
      if (other < arrived && other > i) continue;
      if (likeness(*profiles[i], *profiles[other], kLink) <= kLink) continue;
      links_.emplace_back(profiles[i]->id, profiles[other]->id);
      if (pool_of[other] != 0) pools_.push_back(pool_of[other]);
    }
  }
}

void Joining::open_pools(std::span<const ReportId> touched) {
  std::vector<ReportId> asked(touched.begin(), touched.end());
  asked.insert(asked.end(), removed_.begin(), removed_.end());
  if (asked.empty()) return;
  std::vector<const Filed*> filed;
  shelf_.find(asked, filed);
  for (const Filed* one : filed) broken_.push_back(one->pool);
  sort_unique(broken_);
  pools_.insert(pools_.end(), broken_.begin(), broken_.end());
}

// Ties of all that is worked on; what they tie to is worked on too.
void Joining::read_ties() {
  std::vector<ReportId> asked;
  for (const Profile* profile : working_) asked.push_back(profile->id);
  shelf_.ties(asked, ties_);
  std::vector<ReportId> tied;
  for (const ReportTie& tie : ties_) {
    if (tie.together) tied.insert(tied.end(), {tie.a, tie.b});
  }
  if (tied.empty()) return;
  std::vector<const Filed*> filed;
  shelf_.find(tied, filed);
  for (const Filed* one : filed) {
    if (!is_gone(one->report.id)) pools_.push_back(one->pool);
  }
}

void Joining::load() {
  sort_unique(pools_);
  std::vector<const Filed*> filed;
  if (!pools_.empty()) shelf_.in_pools(pools_, filed);
  std::sort(filed.begin(), filed.end(),
            [](const Filed* a, const Filed* b) { return a->report.id < b->report.id; });
  before_.clear();
  working_.clear();
  for (const Profile& profile : made_) working_.push_back(&profile);
  old_pool_.assign(made_.size(), 0);
  for (const Filed* one : filed) {
    if (!before_.empty() && before_.back().report == one->report.id) continue;
    before_.push_back({one->report.id, one->pool, one->event});
    if (is_gone(one->report.id)) continue;
    working_.push_back(profile_on(*one));
    old_pool_.push_back(one->pool);
  }
}

void Joining::make_pools() {
  std::map<ReportId, uint32_t> at;
  std::map<PoolId, std::vector<uint32_t>> of_pool;
  for (uint32_t i = 0; i < working_.size(); ++i) {
    at.emplace(working_[i]->id, i);
    if (old_pool_[i] != 0) of_pool[old_pool_[i]].push_back(i);
  }
  Groups groups(working_.size());
  for (const auto& [pool, members] : of_pool) {
    if (!std::binary_search(broken_.begin(), broken_.end(), pool)) {
      for (const uint32_t member : members) groups.unite(members[0], member);
      continue;
    }
    std::vector<const Profile*> own;
    for (const uint32_t member : members) own.push_back(working_[member]);
    Groups parts(own.size());
    link_all(own, kLink, parts);
    for (uint32_t i = 0; i < members.size(); ++i) groups.unite(members[parts.of(i)], members[i]);
  }
  for (const auto& [a, b] : links_) {
    const auto first = at.find(a), second = at.find(b);
    if (first != at.end() && second != at.end()) groups.unite(first->second, second->second);
  }
  tie_all(working_, ties_, groups);
  for (const std::vector<uint32_t>& members : groups.lists()) place(members);
}

void Joining::place(const std::vector<uint32_t>& members) {
  std::vector<const Profile*> reports;
  const Profile* first = working_[members[0]];
  for (const uint32_t member : members) {
    reports.push_back(working_[member]);
    if (is_older(*working_[member], *first)) first = working_[member];
  }
  const std::vector<EventId> events = divide(reports, ties_);
  for (size_t i = 0; i < reports.size(); ++i)
    outcome_.placements.push_back({reports[i]->id, first->id, events[i]});
}

// What became of the events that were there.
void Joining::tell_changes() {
  std::map<ReportId, const Placement*> before;
  for (const Placement& one : before_) before.emplace(one.report, &one);
  std::map<EventId, EventChange> now;          // by event
  std::map<EventId, std::vector<EventId>> to;  // old event -> events
  std::map<EventId, size_t> size_before, size_now;
  for (const Placement& one : before_) {
    ++size_before[one.event];
    to[one.event];
  }
  std::vector<Placement> changed;
  for (const Placement& placement : outcome_.placements) {
    EventChange& change = now[placement.event];
    change.event = placement.event;
    ++size_now[placement.event];
    const auto old = before.find(placement.report);
    const bool arrived = std::binary_search(arrived_.begin(), arrived_.end(), placement.report);
    if (arrived) changed.push_back(placement);
    if (old == before.end()) continue;
    change.from.push_back(old->second->event);
    to[old->second->event].push_back(placement.event);
    if (!arrived && (old->second->pool != placement.pool || old->second->event != placement.event))
      changed.push_back(placement);
  }
  for (auto& [event, list] : to) {
    sort_unique(list);
    if (list.empty()) outcome_.events.push_back({0, {event}, false});
  }
  for (auto& [event, change] : now) {
    sort_unique(change.from);
    for (const EventId from : change.from) change.split |= to[from].size() > 1;
    const bool same = change.from.size() == 1 && change.from[0] == event && !change.split &&
                      size_before[event] == size_now[event];
    if (!same) outcome_.events.push_back(std::move(change));
  }
  outcome_.placements = std::move(changed);
}

Outcome Joining::run(std::span<const ReportId> touched) {
  std::vector<const Filed*> again;
  if (!arrived_.empty()) shelf_.find(arrived_, again);
  std::vector<ReportId> changed;
  changed.reserve(again.size());
  for (const Filed* one : again) changed.push_back(one->report.id);
  removed_.insert(changed.begin(), changed.end());
  find_links();
  open_pools(touched);
  // Ties may lead to more pools, whose reports may have ties of their own.
  for (size_t known = SIZE_MAX; known != pools_.size();) {
    load();
    known = pools_.size();
    ties_.clear();
    read_ties();
    sort_unique(pools_);
  }
  make_pools();
  tell_changes();
  return std::move(outcome_);
}

}  // namespace

Outcome join(std::span<const Report> arrivals, std::span<const ReportId> removed,
             std::span<const ReportId> touched, Shelf& shelf) {
  return Joining(arrivals, removed, shelf).run(touched);
}

}  // namespace rasid
