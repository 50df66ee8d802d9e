// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

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
  explicit KeyMaker(const Report& report) : report_(report), profile_(profile_of(report)) {
    seed_ = mix64(uint64_t{profile_.kind} * 64 + static_cast<uint64_t>(profile_.family));
    reach_ = profile_.family <= Family::invitation ? kContactReach : kReach;
    set_days();
  }
  std::vector<FileKey> make();

 private:
  void set_days();
  void add(Sort sort, uint64_t a, uint64_t b, int32_t reach);
  void add_parties();

  const Report& report_;
  Profile profile_;
  uint64_t seed_ = 0;
  int32_t reach_ = 0;
  std::vector<int32_t> days_;  // on which it is filed: told, and dated
  std::vector<FileKey> keys_;
};

void KeyMaker::set_days() {
  const int32_t told = report_.published;
  if (profile_.dated) {
    days_ = {report_.days.first};
    if (report_.days.last != report_.days.first) days_.push_back(report_.days.last);
  }
  if (told != kNoDay && (days_.empty() || std::abs(told - days_[0]) > 1)) days_.push_back(told);
  if (days_.empty()) days_.push_back(0);
}

void KeyMaker::add(Sort sort, uint64_t a, uint64_t b, int32_t reach) {
  const uint64_t key = mix64(mix64(mix64(seed_ + sort) ^ a) ^ b);
  for (const int32_t day : days_) {
    const int32_t cell = profile_.family <= Family::invitation ? 0 : day / kCell + 1;
    const uint64_t in_cell = mix64(key + static_cast<uint64_t>(cell));
    if (keys_.size() < kMostKeys) keys_.push_back({in_cell, day, reach});
  }
}

void KeyMaker::add_parties() {
  std::vector<uint64_t> codes, persons;
  for (const std::vector<Party>* list : {&report_.actors, &report_.recipients}) {
    for (const Party& party : *list) {
      if (party.kind == PartyKind::person || party.kind == PartyKind::body)
        persons.push_back(party.entity != 0 ? party.entity : party.name[0]);
      if (party.code.view() != "XXX") codes.push_back(code_number(party.code));
    }
  }
  for (std::vector<uint64_t>* list : {&codes, &persons}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
    if (list->size() > kMostParties) list->resize(kMostParties);
  }
  if (codes.size() == 1) add(lone_key, codes[0], 0, kLoneReach);
  for (const uint64_t person : persons) add(person_key, person, 0, reach_);
  for (size_t i = 0; i < codes.size(); ++i) {
    for (size_t j = i + 1; j < codes.size(); ++j) add(pair_key, codes[i], codes[j], reach_);
  }
}

std::vector<FileKey> KeyMaker::make() {
  add(article_key, report_.article, 0, 0);
  keys_.resize(std::min<size_t>(keys_.size(), 1));  // an article has one day
  if (!keys_.empty()) keys_[0].day = report_.published == kNoDay ? 0 : report_.published;
  add(copy_key, report_.text, hash64(report_.trigger), kCopyReach);
  if (report_.place != 0) add(place_key, report_.place, 0, kReach);
  add_parties();
  std::sort(keys_.begin(), keys_.end());
  keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
  return std::move(keys_);
}

}  // namespace

std::vector<FileKey> keys_of(const Report& report) { return KeyMaker(report).make(); }

}  // namespace rasid
