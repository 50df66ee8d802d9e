// SPDX-License-Identifier: Apache-2.0
// Profile: what is worked out of a report once, before it is compared with many others: the family
// of its category (deeds of different families are never one), its sides, and the days it may lie
// on. Example: a call held, told on the 3rd without a date, may lie on the 1st to the 3rd.
#pragma once
#include <array>
#include <cstdint>

#include "join/report.h"

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

struct Profile {
  const Report* report = nullptr;
  Family family = Family::word;
  uint32_t kind = 0;     // hash of the category
  bool mutual = false;   // all sides are actors
  bool dated = false;    // a day or a range short enough to tell deeds apart
  DayRange window;       // days the deed may lie on; of a dated deed just those told
  int32_t day = kNoDay;  // the day to compare by: the middle of a dated range, else publication
};

Profile profile_of(const Report& report);

}  // namespace rasid
