// SPDX-License-Identifier: Apache-2.0
// A pool divided into events: average linkage. The two groups most alike on average become one
// until no two are more alike than not. What a person tied together starts as one group; what a
// person put apart never meets.
#include <algorithm>
#include <numeric>

#include "join/joiner.h"
#include "join/likeness.h"
#include "join/links.h"

namespace rasid {
namespace {

constexpr double kAgainst = -6;      // what "certainly two deeds" weighs among many pairs
constexpr double kApart = -1e9;      // a person's word
constexpr size_t kMostAtOnce = 240;  // reports; a larger pool is first cut at its weaker links
constexpr double kStep = 1.0, kStrongest = 8.0;

bool is_older(const Report& a, const Report& b) {
  return a.published != b.published ? a.published < b.published : a.id < b.id;
}

class Divider {
 public:
  Divider(std::span<const Profile> profiles, std::span<const Tie> ties)
      : profiles_(profiles), ties_(ties) {}
  // Group numbers of the members (indices of profiles, oldest first): the index of its founder.
  void divide(const std::vector<uint32_t>& members, std::vector<uint32_t>& founder);

 private:
  void fill(const std::vector<uint32_t>& members);
  void apply_ties(const std::vector<uint32_t>& members);
  void merge(uint32_t into, uint32_t from);
  void merge_tied(uint32_t into, uint32_t from);
  bool merge_best();
  double& sum(uint32_t a, uint32_t b) { return sums_[a * count_ + b]; }

  std::span<const Profile> profiles_;
  std::span<const Tie> ties_;
  uint32_t count_ = 0;
  std::vector<double> sums_;     // of the likeness of all pairs between two groups
  std::vector<uint32_t> size_;   // of a group; 0: it went into another
  std::vector<uint32_t> owner_;  // of a member: its group
};

void Divider::fill(const std::vector<uint32_t>& members) {
  count_ = static_cast<uint32_t>(members.size());
  sums_.assign(size_t{count_} * count_, 0);
  size_.assign(count_, 1);
  owner_.resize(count_);
  std::iota(owner_.begin(), owner_.end(), 0);
  for (uint32_t i = 0; i < count_; ++i) {
    for (uint32_t j = 0; j < i; ++j) {
      const double score = likeness(profiles_[members[i]], profiles_[members[j]]);
      sum(i, j) = sum(j, i) = std::max(score, kAgainst);
    }
  }
}

void Divider::merge(uint32_t into, uint32_t from) {
  for (uint32_t i = 0; i < count_; ++i) {
    if (i == into || i == from) continue;
    sum(into, i) += sum(from, i);
    sum(i, into) = sum(into, i);
  }
  size_[into] += size_[from];
  size_[from] = 0;
  for (uint32_t& owner : owner_) {
    if (owner == from) owner = into;
  }
}

// Two groups that a person tied count as one: what speaks for either speaks for both.
void Divider::merge_tied(uint32_t into, uint32_t from) {
  for (uint32_t i = 0; i < count_; ++i) {
    if (i == into || i == from) continue;
    const double mean = std::max(sum(into, i) / size_[into], sum(from, i) / size_[from]);
    const bool apart = std::min(sum(into, i), sum(from, i)) <= kApart / 2;
    sum(into, i) = sum(i, into) = apart ? kApart : mean * size_[into];
    sum(from, i) = sum(i, from) = apart ? kApart : mean * size_[from];
  }
  merge(into, from);
}

void Divider::apply_ties(const std::vector<uint32_t>& members) {
  const auto at = [&](ReportId id) {
    for (uint32_t i = 0; i < count_; ++i) {
      if (profiles_[members[i]].report->id == id) return i;
    }
    return count_;
  };
  for (const bool together : {false, true}) {
    for (const Tie& tie : ties_) {
      if (tie.together != together) continue;
      const uint32_t a = at(tie.a), b = at(tie.b);
      if (a == count_ || b == count_) continue;
      if (!together) {
        sum(a, b) = sum(b, a) = kApart;
      } else if (owner_[a] != owner_[b]) {
        merge_tied(std::min(owner_[a], owner_[b]), std::max(owner_[a], owner_[b]));
      }
    }
  }
}

bool Divider::merge_best() {
  double best = 0;
  uint32_t a = 0, b = 0;
  for (uint32_t i = 1; i < count_; ++i) {
    if (size_[i] == 0) continue;
    for (uint32_t j = 0; j < i; ++j) {
      if (size_[j] == 0) continue;
      const double mean = sum(i, j) / (static_cast<double>(size_[i]) * size_[j]);
      if (mean > best) best = mean, a = j, b = i;
    }
  }
  if (best <= 0) return false;
  merge(a, b);
  return true;
}

void Divider::divide(const std::vector<uint32_t>& members, std::vector<uint32_t>& founder) {
  fill(members);
  apply_ties(members);
  while (merge_best()) {
  }
  // Members are sorted, oldest first, and a merge keeps the lower number; only ties may not.
  std::vector<uint32_t> first(count_, count_);
  for (uint32_t i = 0; i < count_; ++i) first[owner_[i]] = std::min(first[owner_[i]], i);
  for (uint32_t i = 0; i < count_; ++i) founder[members[i]] = members[first[owner_[i]]];
}

// Cuts what is too large at once at its weaker links, and at last by age.
void cut(const std::vector<uint32_t>& members, std::span<const Profile> profiles,
         std::span<const Tie> ties, double threshold, std::vector<std::vector<uint32_t>>& parts) {
  if (members.size() <= kMostAtOnce) {
    parts.push_back(members);
    return;
  }
  if (threshold > kStrongest) {
    for (size_t at = 0; at < members.size(); at += kMostAtOnce) {
      const size_t end = std::min(members.size(), at + kMostAtOnce);
      parts.emplace_back(members.begin() + static_cast<ptrdiff_t>(at),
                         members.begin() + static_cast<ptrdiff_t>(end));
    }
    return;
  }
  std::vector<Profile> own;
  for (const uint32_t member : members) own.push_back(profiles[member]);
  Groups groups(own.size());
  link_all(own, threshold, groups);
  tie_all(own, ties, groups);
  for (const std::vector<uint32_t>& group : groups.lists()) {
    std::vector<uint32_t> part;
    for (const uint32_t index : group) part.push_back(members[index]);
    cut(part, profiles, ties, threshold + kStep, parts);
  }
}

}  // namespace

std::vector<EventId> divide(std::span<const Report> pool, std::span<const Tie> ties) {
  std::vector<const Report*> order;
  for (const Report& report : pool) order.push_back(&report);
  return divide(std::span<const Report* const>(order), ties);
}

std::vector<EventId> divide(std::span<const Report* const> pool, std::span<const Tie> ties) {
  std::vector<uint32_t> order(pool.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return is_older(*pool[a], *pool[b]); });
  std::vector<Profile> profiles;
  for (const uint32_t at : order) profiles.push_back(profile_of(*pool[at]));
  std::vector<uint32_t> members(pool.size()), founder(pool.size());
  std::iota(members.begin(), members.end(), 0);
  std::iota(founder.begin(), founder.end(), 0);
  std::vector<std::vector<uint32_t>> parts;
  cut(members, profiles, ties, kStep, parts);
  Divider divider(profiles, ties);
  for (const std::vector<uint32_t>& part : parts) divider.divide(part, founder);
  std::vector<EventId> events(pool.size());
  for (size_t i = 0; i < order.size(); ++i) events[order[i]] = profiles[founder[i]].report->id;
  return events;
}

}  // namespace rasid
