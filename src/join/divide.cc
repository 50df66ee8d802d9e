// SPDX-License-Identifier: Apache-2.0
// A pool divided into events: average linkage. The two groups most alike on average become one
// until no two are more alike than not. What a person tied together starts as one group; what a
// person put apart never meets. A large pool (a bombing told in hundreds of lines) is first lumped:
// reports that are all but copies of one another count as one, seen through a few of them.
#include <algorithm>
#include <numeric>

#include "join/joiner.h"
#include "join/likeness.h"
#include "join/links.h"

namespace rasid {
namespace {

constexpr double kAgainst = -6;     // what "certainly two deeds" weighs among many pairs
constexpr double kLeast = -3;       // what a pair that merely does not look alike weighs at most
constexpr double kFavour = 0.8;     // reports that linked are rather one deed than not
constexpr double kApart = -1e9;     // a person's word
constexpr size_t kMostLumps = 600;  // compared each with each
constexpr size_t kSeen = 3;         // reports that stand for a lump
constexpr double kStrongest = 7;    // of links: where lumping begins
constexpr double kSafe = 4;         // links above are nearly always of one deed
constexpr double kWeakest = 2;      // for pools that are larger than any met so far

using Lump = std::vector<uint32_t>;  // profile numbers, ascending

class Divider {
 public:
  Divider(Profiles profiles, std::span<const ReportTie> ties) : profiles_(profiles), ties_(ties) {}
  // Of each profile the founder: the first of its event. Profiles are sorted, oldest first.
  std::vector<uint32_t> divide();

 private:
  void make_lumps();
  void lump_by(double threshold, const std::vector<Link>& links);
  void fill();
  double likeness_of(const Lump& a, const Lump& b) const;
  void apply_ties();
  void merge(uint32_t into, uint32_t from);
  void merge_tied(uint32_t into, uint32_t from);
  void find_best(uint32_t row);
  bool merge_best();
  double& sum(uint32_t a, uint32_t b) { return sums_[a * count_ + b]; }

  Profiles profiles_;
  std::span<const ReportTie> ties_;
  std::vector<Lump> lumps_;
  uint32_t count_ = 0;           // lumps
  std::vector<double> sums_;     // of the likeness of all pairs between two groups
  std::vector<double> size_;     // reports of a group; 0: it went into another
  std::vector<uint32_t> owner_;  // of a lump: its group
  struct Best {
    double mean = 0;
    uint32_t with = 0;
  };
  std::vector<Best> best_;  // of each group among those before it
};

void Divider::lump_by(double threshold, const std::vector<Link>& links) {
  Groups groups(profiles_.size());
  for (const Link& link : links) {
    if (link.strength > threshold) groups.unite(link.a, link.b);
  }
  lumps_ = groups.lists();
}

void Divider::make_lumps() {
  lumps_.clear();
  if (profiles_.size() <= kMostLumps) {
    for (uint32_t i = 0; i < profiles_.size(); ++i) lumps_.push_back({i});
    return;
  }
  std::vector<Link> links = links_of(profiles_);
  // What a person put apart stays out of lumps.
  const auto is_apart = [&](uint32_t number) {
    const ReportId id = profiles_[number]->id;
    return std::any_of(ties_.begin(), ties_.end(), [&](const ReportTie& tie) {
      return !tie.together && (tie.a == id || tie.b == id);
    });
  };
  std::erase_if(links, [&](const Link& link) { return is_apart(link.a) || is_apart(link.b); });
  for (double threshold = kStrongest; threshold >= kWeakest; threshold -= 1) {
    lump_by(threshold, links);
    if (lumps_.size() <= (threshold >= kSafe ? kMostLumps : 2 * kMostLumps)) return;
  }
}

double Divider::likeness_of(const Lump& a, const Lump& b) const {
  const auto seen = [](const Lump& lump, size_t i) {  // spread over the lump
    return lump.size() <= kSeen ? lump[i] : lump[i * (lump.size() - 1) / (kSeen - 1)];
  };
  const size_t as = std::min(a.size(), kSeen), bs = std::min(b.size(), kSeen);
  double sum = 0;
  for (size_t i = 0; i < as; ++i) {
    for (size_t j = 0; j < bs; ++j) {
      const double score = likeness(*profiles_[seen(a, i)], *profiles_[seen(b, j)], kLeast);
      sum += (score <= kNever ? kAgainst : std::max(score, kLeast)) + kFavour;
    }
  }
  return sum / static_cast<double>(as * bs);
}

void Divider::fill() {
  count_ = static_cast<uint32_t>(lumps_.size());
  sums_.assign(size_t{count_} * count_, 0);
  size_.resize(count_);
  owner_.resize(count_);
  std::iota(owner_.begin(), owner_.end(), 0);
  for (uint32_t i = 0; i < count_; ++i) {
    size_[i] = static_cast<double>(lumps_[i].size());
    for (uint32_t j = 0; j < i; ++j)
      sum(i, j) = sum(j, i) = likeness_of(lumps_[i], lumps_[j]) * size_[i] * size_[j];
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
  std::replace(owner_.begin(), owner_.end(), from, into);
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

void Divider::apply_ties() {
  if (ties_.empty()) return;
  const auto lump_of = [&](ReportId id) {
    for (uint32_t i = 0; i < count_; ++i) {
      for (const uint32_t member : lumps_[i]) {
        if (profiles_[member]->id == id) return i;
      }
    }
    return count_;
  };
  for (const bool together : {false, true}) {
    for (const ReportTie& tie : ties_) {
      if (tie.together != together) continue;
      const uint32_t a = lump_of(tie.a), b = lump_of(tie.b);
      if (a == count_ || b == count_ || a == b) continue;
      if (!together) {
        sum(a, b) = sum(b, a) = kApart;
      } else if (owner_[a] != owner_[b]) {
        merge_tied(std::min(owner_[a], owner_[b]), std::max(owner_[a], owner_[b]));
      }
    }
  }
}

// The group before `row` that is most like it, and how like.
void Divider::find_best(uint32_t row) {
  best_[row] = {0, row};
  if (size_[row] == 0) return;
  for (uint32_t j = 0; j < row; ++j) {
    if (size_[j] == 0) continue;
    const double mean = sum(row, j) / (size_[row] * size_[j]);
    if (mean > best_[row].mean) best_[row] = {mean, j};
  }
}

bool Divider::merge_best() {
  uint32_t from = 0;
  for (uint32_t i = 1; i < count_; ++i) {
    if (size_[i] != 0 && best_[i].mean > best_[from].mean) from = i;
  }
  if (best_[from].mean <= 0) return false;
  const uint32_t into = best_[from].with;
  merge(into, from);
  for (uint32_t i = into; i < count_; ++i) {  // rows that the merge may have changed
    if (i == into || i == from || best_[i].with == into || best_[i].with == from) {
      find_best(i);
    } else if (size_[i] != 0) {
      const double mean = sum(i, into) / (size_[i] * size_[into]);
      if (mean > best_[i].mean || (mean == best_[i].mean && into < best_[i].with))
        best_[i] = {mean, into};
    }
  }
  return true;
}

std::vector<uint32_t> Divider::divide() {
  make_lumps();
  fill();
  apply_ties();
  best_.resize(count_);
  for (uint32_t i = 0; i < count_; ++i) find_best(i);
  while (merge_best()) {
  }
  constexpr uint32_t kNobody = UINT32_MAX;
  std::vector<uint32_t> first(count_, kNobody), founder(profiles_.size());
  for (uint32_t i = 0; i < count_; ++i)
    first[owner_[i]] = std::min(first[owner_[i]], lumps_[i].front());
  for (uint32_t i = 0; i < count_; ++i) {
    for (const uint32_t member : lumps_[i]) founder[member] = first[owner_[i]];
  }
  return founder;
}

}  // namespace

std::vector<EventId> divide(Profiles pool, std::span<const ReportTie> ties) {
  std::vector<uint32_t> order(pool.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(),
            [&](uint32_t a, uint32_t b) { return is_older(*pool[a], *pool[b]); });
  std::vector<const Profile*> sorted;
  sorted.reserve(order.size());
  for (const uint32_t at : order) sorted.push_back(pool[at]);
  const std::vector<uint32_t> founder = Divider(sorted, ties).divide();
  std::vector<EventId> events(pool.size());
  for (size_t i = 0; i < order.size(); ++i) events[order[i]] = sorted[founder[i]]->id;
  return events;
}

}  // namespace rasid
