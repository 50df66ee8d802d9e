// SPDX-License-Identifier: Apache-2.0
// Likeness of two reports, as features with weights: every reason for or against is one number, so
// that a wrong join can be explained and the weights can be fitted.
// Example: two calls of one day between the same two ministers: states_shared 2, persons_shared 2,
// day_same 1.
#pragma once
#include <array>
#include <string_view>

#include "join/profile.h"

namespace rasid {

enum class Feature : uint8_t {
  bias,
  states_shared,   // 0 to 2
  both_sides,      // two states or more are shared
  persons_shared,  // persons and named bodies, 0 to 2
  persons_differ,  // of one state and sector, another name; 0 to 2
  extra_each,      // states that only the one tells, where the other too tells one; 0 to 2
  extra_one,       // states that only one of them tells, 0 to 2
  named_near,      // sides that the one tells and the other names close by, 0 to 3
  day_same,        // both dated
  day_near,        // both dated, a day apart
  day_off,         // both dated, two days apart
  day_fits,        // one dated, the other may lie there
  told_same_day,   // both undated
  told_next_day,
  told_later,  // days beyond the first, up to 5
  place_same,
  country_same,  // the same country, not known to be the same place
  place_differs,
  place_named,    // the place that the one tells is named close by in the other
  place_missing,  // it is not, and the other tells none
  mode_same,
  mode_differs,
  words,          // cosine of the words around the triggers, rare ones weighing more
  rare_shared,    // rare words around both triggers, 0 to 4
  rare_differ,    // each has rare words, and none in common
  about,          // cosine of what their articles are about, where they are two
  group_same,     // one article, one group
  group_differs,  // one article, two groups
  text_same,
  thread_same,
  thread_differs,
  status_differs,  // one held, the other planned or possible
  trigger_same,
  lone,  // no person is shared, and at most one state: of a state's deeds a day knows many
};
inline constexpr size_t kFeatures = 34;
using FeatureRow = std::array<float, (kFeatures + 3) / 4 * 4>;  // a number a feature, then zeros
std::string_view name_of(Feature feature);

inline constexpr int kMostRare = 4;  // of Feature::rare_shared

struct Features {
  FeatureRow value{};
  bool never = false;  // certainly two deeds
  float& operator[](Feature feature) { return value[static_cast<size_t>(feature)]; }
  float operator[](Feature feature) const { return value[static_cast<size_t>(feature)]; }
};

Features features_of(const Profile& a, const Profile& b);
// Exact where it is above `floor`; else any number not above it (kNever where it is that).
double likeness(const Profile& a, const Profile& b, double floor);

}  // namespace rasid
