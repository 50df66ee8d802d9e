// SPDX-License-Identifier: Apache-2.0
// Profile: what is worked out of a report once, before it is compared with many others: the family
// of its category (deeds of different families are never one), its sides, its words, and the days
// it may lie on. It needs the report no more, and lies in one piece: comparing reads little memory.
// Example: a call held, told on the 3rd without a date, may lie on the 1st to the 3rd.
#pragma once
#include <array>
#include <cstdint>

#include "join/report.h"
#include "join/word_set.h"

namespace rasid {

enum class Family : uint8_t {
  call,  // by phone
  visit,
  contact,  // in person: a meeting, talks, a conference
  letter,
  mediation,
  invitation,
  violence,
  force,     // arrests, deployments, protests: deeds on the ground
  material,  // accords, aid, sanctions, withdrawals: deeds of states
  word,      // a stance, a demand, a refusal, praise, blame: told again in like words
};

// An id's hash as it stands among words.
inline uint32_t as_word(uint64_t hash) { return static_cast<uint32_t>(hash >> 32) & ~3U; }

// A party as it is compared.
struct Side {
  Code code, sector;
  uint32_t entity_word = 0, state_word = 0;  // it, and its state, as they stand among words; or 0
  uint64_t entity = 0;
  std::array<uint32_t, 3> name{};
  PartyKind kind = PartyKind::state;
  bool named = false;     // a person or a body
  bool of_state = false;  // its sector acts for the state
};

struct Profile {
  ReportId id = 0;  // 0: not made
  Family family = Family::word;
  Status status = Status::held;
  bool mutual = false;  // all sides are actors
  bool dated = false;   // a day or a range short enough to tell deeds apart
  bool historical = false;
  uint32_t kind = 0;   // hash of the category
  uint32_t mode = 0;   // hash; 0 where there is none
  uint32_t group = 0;  // of its article
  int32_t published = kNoDay;
  DayRange days;         // as told
  DayRange window;       // days the deed may lie on; of a dated deed just those told
  int32_t day = kNoDay;  // the day to compare by: the middle of a dated range, else publication
  Code country;
  uint64_t article = 0, place = 0, text = 0, trigger = 0;
  uint32_t actors = 0;  // the first so many sides; the others are recipients
  std::vector<Side> sides;
  std::vector<uint64_t> threads;
  WordSet words, about;
};

Profile profile_of(const Report& report);

// The order of founders: an event is named after its first report.
inline bool is_older(const Profile& a, const Profile& b) {
  return a.published != b.published ? a.published < b.published : a.id < b.id;
}

}  // namespace rasid
