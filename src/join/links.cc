// SPDX-License-Identifier: Apache-2.0
#include "join/links.h"

#include <algorithm>
#include <numeric>

#include "join/likeness.h"

namespace rasid {

Groups::Groups(size_t count) : parent_(count) { std::iota(parent_.begin(), parent_.end(), 0); }

uint32_t Groups::of(uint32_t member) {
  while (parent_[member] != member) {
    parent_[member] = parent_[parent_[member]];
    member = parent_[member];
  }
  return member;
}

void Groups::unite(uint32_t a, uint32_t b) {
  a = of(a), b = of(b);
  if (a != b) parent_[std::max(a, b)] = std::min(a, b);
}

std::vector<std::vector<uint32_t>> Groups::lists() {
  std::vector<std::vector<uint32_t>> lists;
  std::vector<uint32_t> place(parent_.size());
  for (uint32_t i = 0; i < parent_.size(); ++i) {
    const uint32_t root = of(i);
    if (root == i) {
      place[i] = static_cast<uint32_t>(lists.size());
      lists.emplace_back();
    }
    lists[place[root]].push_back(i);
  }
  return lists;
}

Meetings::Meetings(Profiles profiles) {
  begins_.reserve(profiles.size() + 1);
  for (uint32_t i = 0; i < profiles.size(); ++i) {
    begins_.push_back(static_cast<uint32_t>(keys_.size()));
    keys_of(*profiles[i], keys_);
    for (size_t at = begins_.back(); at < keys_.size(); ++at) places_.push_back({keys_[at], i});
  }
  begins_.push_back(static_cast<uint32_t>(keys_.size()));
  std::sort(places_.begin(), places_.end(), [](const Place& a, const Place& b) {
    return a.key != b.key ? a.key < b.key : a.number < b.number;
  });
  seen_.assign(profiles.size(), UINT32_MAX);
}

void Meetings::with(uint32_t number, std::vector<uint32_t>& out) {
  out.clear();
  seen_[number] = number;
  for (uint32_t own = begins_[number]; own < begins_[number + 1]; ++own) {
    const FileKey& key = keys_[own];
    const FileKey from{key.key, key.day - key.reach, 0};
    auto at = std::lower_bound(places_.begin(), places_.end(), from,
                               [](const Place& a, const FileKey& b) { return a.key < b; });
    for (; at != places_.end() && at->key.key == key.key; ++at) {
      if (at->key.day > key.day + key.reach) break;
      if (seen_[at->number] == number) continue;
      seen_[at->number] = number;
      out.push_back(at->number);
    }
  }
}

std::vector<Link> links_of(Profiles profiles) {
  std::vector<Link> links;
  Meetings meetings(profiles);
  std::vector<uint32_t> others;
  for (uint32_t i = 0; i < profiles.size(); ++i) {
    meetings.with(i, others);
    for (const uint32_t other : others) {
      if (other > i) continue;
      const double strength = likeness(*profiles[i], *profiles[other], 0);
      if (strength > 0) links.push_back({i, other, strength});
    }
  }
  return links;
}

void link_all(Profiles profiles, double threshold, Groups& groups) {
  Meetings meetings(profiles);
  std::vector<uint32_t> others;
  for (uint32_t i = 0; i < profiles.size(); ++i) {
    meetings.with(i, others);
    for (const uint32_t other : others) {
      if (other > i || groups.of(other) == groups.of(i)) continue;
      if (likeness(*profiles[i], *profiles[other], threshold) > threshold) groups.unite(i, other);
    }
  }
}

void tie_all(Profiles profiles, std::span<const ReportTie> ties, Groups& groups) {
  if (ties.empty()) return;
  std::vector<std::pair<ReportId, uint32_t>> at;
  for (uint32_t i = 0; i < profiles.size(); ++i) at.emplace_back(profiles[i]->id, i);
  std::sort(at.begin(), at.end());
  const auto find = [&](ReportId id) {
    const auto found = std::lower_bound(at.begin(), at.end(), std::pair{id, uint32_t{0}});
    return found != at.end() && found->first == id ? found->second : UINT32_MAX;
  };
  for (const ReportTie& tie : ties) {
    const uint32_t a = find(tie.a), b = find(tie.b);
    if (tie.together && a != UINT32_MAX && b != UINT32_MAX) groups.unite(a, b);
  }
}

}  // namespace rasid
