// SPDX-License-Identifier: Apache-2.0
#include "join/weights.h"

namespace rasid {
namespace {

enum Class : size_t { contact, travel, violence, deed, word };
constexpr size_t kClasses = 5;

struct Row {
  Feature feature;
  double of_class[kClasses];
};

constexpr Row kRows[] = {
    //                          contact travel violence deed  word
    {Feature::bias, {-2.6, -2.0, -3.6, -2.3, -4.5}},
    {Feature::states_shared, {0.4, 0.8, -0.1, 1.2, 0.9}},
    {Feature::both_sides, {1.8, 0.9, 0.6, 0.6, 0.4}},
    {Feature::persons_shared, {1.0, 2.0, 0.3, 0.9, 1.8}},
    {Feature::persons_differ, {-1.1, -2.5, -0.9, -0.6, -1.5}},
    {Feature::extra_each, {-2.2, -4.0, -3.1, -1.3, -3.2}},
    {Feature::extra_one, {-0.4, -0.3, -0.6, -0.3, 0.0}},
    {Feature::named_near, {2.2, 0.6, -0.8, 0.3, 1.1}},
    {Feature::day_same, {0.0, 1.2, 2.3, 1.0, 1.0}},
    {Feature::day_near, {-0.8, 0.2, 0.5, -0.4, -0.6}},
    {Feature::day_off, {-2.2, -1.0, -2.2, -1.5, -1.5}},
    {Feature::day_fits, {0.1, 1.4, 0.1, 0.5, -1.1}},
    {Feature::told_same_day, {0.6, 1.9, 1.9, 1.3, 1.6}},
    {Feature::told_next_day, {0.1, 0.3, -0.6, 0.0, -0.2}},
    {Feature::told_later, {-0.7, -0.9, -1.0, -0.4, -2.7}},
    {Feature::place_same, {1.9, 0.3, 0.6, 0.6, 0.2}},
    {Feature::country_same, {-0.6, 0.2, -0.3, 0.2, 0.1}},
    {Feature::place_differs, {-1.4, -1.8, -2.2, -1.2, -0.4}},
    {Feature::mode_same, {-0.2, 0.6, 0.5, 1.3, 0.9}},
    {Feature::mode_differs, {-0.1, 0.0, -0.2, -1.0, -0.8}},
    {Feature::words, {5.0, 3.0, 5.7, 6.1, 7.0}},
    {Feature::rare_shared, {-0.2, 0.3, -0.3, 0.4, -0.7}},
    {Feature::rare_differ, {-0.6, -0.3, -0.6, -0.4, -0.1}},
    {Feature::about, {1.7, 1.7, 3.8, 2.4, 2.5}},
    {Feature::group_same, {1.7, 1.5, 1.8, 1.6, 1.9}},
    {Feature::group_differs, {0.3, -0.5, -0.8, -0.8, -0.5}},
    {Feature::text_same, {3.0, 3.0, 3.0, 3.0, 3.0}},
    {Feature::thread_same, {0.5, 0.3, 0.5, 0.5, 0.5}},
    {Feature::thread_differs, {-0.5, -0.2, -0.3, -0.5, -0.5}},
    {Feature::status_differs, {-0.9, -0.2, -0.8, -0.6, -0.6}},
    {Feature::trigger_same, {-0.3, 0.4, -0.3, 0.5, 0.5}},
};

constexpr auto kTable = [] {
  std::array<std::array<double, kFeatures>, kClasses> table{};
  for (const Row& row : kRows) {
    for (size_t i = 0; i < kClasses; ++i)
      table[i][static_cast<size_t>(row.feature)] = row.of_class[i];
  }
  return table;
}();

Class class_of(Family family) {
  switch (family) {
    case Family::visit:
    case Family::invitation:
      return travel;
    case Family::call:
    case Family::contact:
    case Family::letter:
    case Family::mediation:
      return contact;
    case Family::violence:
      return violence;
    case Family::force:
    case Family::material:
      return deed;
    case Family::word:
      break;
  }
  return word;
}

}  // namespace

std::string_view name_of_class(Family family) {
  static constexpr std::string_view kNames[] = {"contact", "travel", "violence", "deed", "word"};
  return kNames[class_of(family)];
}

const std::array<double, kFeatures>& weights_of(Family family) { return kTable[class_of(family)]; }

}  // namespace rasid
