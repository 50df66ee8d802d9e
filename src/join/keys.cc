// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "base/hash.h"
#include "join/joiner.h"
#include "join/profile.h"

namespace rasid {
namespace {

constexpr size_t kMostKeys = 32;
constexpr size_t kMostParties = 6;

// Days within which reports meet under a key of each sort: what tells much reaches far.
constexpr int32_t kContactReach = 7;  // pairs and persons in contact
constexpr int32_t kReach = 3;         // in other deeds, which are told more often and more loosely
constexpr int32_t kLoneReach = 2;
constexpr int32_t kCopyReach = 20;

// Other deeds than contacts (raids, blame, praise) are told day after day in like words: links from
// day to day could make one pool of a whole war. They meet within one cell of days only; a deed
// told across the end of a cell may be torn there.
constexpr int32_t kCell = 28;  // days

enum Sort : uint64_t { pair_key, person_key, place_key, lone_key, article_key, copy_key };

uint64_t code_number(const Code& code) { return hash64(code.view()); }

class KeyMaker {
 public:
  KeyMaker(const Profile& profile, std::vector<FileKey>& out)
      : profile_(profile), keys_(out), begin_(out.size()) {
    seed_ = mix64(uint64_t{profile_.kind} * 64 + static_cast<uint64_t>(profile_.family));
    reach_ = profile_.family <= Family::invitation ? kContactReach : kReach;
    set_days();
  }
  void make();

 private:
  void set_days();
  void add(Sort sort, uint64_t a, uint64_t b, int32_t reach);
  void add_parties();

  const Profile& profile_;
  uint64_t seed_ = 0;
  int32_t reach_ = 0;
  std::array<int32_t, 3> days_{};  // on which it is filed: told, and dated
  size_t days_count_ = 0;
  std::vector<FileKey>& keys_;
  size_t begin_;  // of its keys in keys_
};

void KeyMaker::set_days() {
  const int32_t told = profile_.published;
  const DayRange& on = profile_.days;
  if (profile_.dated) {
    days_[days_count_++] = on.first;
    if (on.last != on.first) days_[days_count_++] = on.last;
  }
  if (told != kNoDay && (days_count_ == 0 || std::abs(told - days_[0]) > 1))
    days_[days_count_++] = told;
  if (days_count_ == 0) days_[days_count_++] = 0;
}

void KeyMaker::add(Sort sort, uint64_t a, uint64_t b, int32_t reach) {
  const uint64_t key = mix64(mix64(mix64(seed_ + sort) ^ a) ^ b);
  for (size_t i = 0; i < days_count_; ++i) {
    const int32_t cell = profile_.family <= Family::invitation ? 0 : days_[i] / kCell + 1;
    const uint64_t in_cell = mix64(key + static_cast<uint64_t>(cell));
    if (keys_.size() - begin_ < kMostKeys) keys_.push_back({in_cell, days_[i], reach});
  }
}

// Numbers without repetition, ascending; no more than kMostParties are used.
struct Numbers {
  std::array<uint64_t, 2 * kMostParties + 4> list{};
  size_t size = 0;
  void add(uint64_t number) {
    if (size < list.size()) list[size++] = number;
  }
  void settle() {
    std::sort(list.begin(), list.begin() + size);
    const auto end = std::unique(list.begin(), list.begin() + size);
    size = std::min(kMostParties, static_cast<size_t>(end - list.begin()));
  }
};

void KeyMaker::add_parties() {
  Numbers codes, persons;
  for (const Side& side : profile_.sides) {
    if (side.named) persons.add(side.entity != 0 ? side.entity : side.name[0]);
    if (side.code.view() != "XXX") codes.add(code_number(side.code));
  }
  codes.settle();
  persons.settle();
  if (codes.size == 1) add(lone_key, codes.list[0], 0, kLoneReach);
  for (size_t i = 0; i < persons.size; ++i) add(person_key, persons.list[i], 0, reach_);
  for (size_t i = 0; i < codes.size; ++i) {
    for (size_t j = i + 1; j < codes.size; ++j) add(pair_key, codes.list[i], codes.list[j], reach_);
  }
}

void KeyMaker::make() {
  add(article_key, profile_.article, 0, 0);
  keys_.resize(std::min<size_t>(keys_.size(), begin_ + 1));  // an article has one day
  keys_.back().day = profile_.published == kNoDay ? 0 : profile_.published;
  add(copy_key, profile_.text, profile_.trigger, kCopyReach);
  if (profile_.place != 0) add(place_key, profile_.place, 0, kReach);
  add_parties();
  const auto begin = keys_.begin() + static_cast<std::ptrdiff_t>(begin_);
  std::sort(begin, keys_.end());
  keys_.erase(std::unique(begin, keys_.end()), keys_.end());
}

}  // namespace

void keys_of(const Profile& profile, std::vector<FileKey>& out) { KeyMaker(profile, out).make(); }

std::vector<FileKey> keys_of(const Report& report) {
  std::vector<FileKey> keys;
  keys_of(profile_of(report), keys);
  return keys;
}

}  // namespace rasid
