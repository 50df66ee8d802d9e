// SPDX-License-Identifier: Apache-2.0
// Sides: whether two reports tell the same participants. A state stands for its government and a
// minister for his state; a side that one report does not tell fits any.
#pragma once
#include "join/likeness.h"

namespace rasid {

void compare_sides(const Profile& a, const Profile& b, Features& out);

// How two parties agree.
enum class Fit : uint8_t {
  differ,
  other_sector,  // of one country: a government and its opposition, soldiers and a militia
  other_person,
  same_side,
  same_one,
};
Fit fit_of(const Side& a, const Side& b);

}  // namespace rasid
