// SPDX-License-Identifier: Apache-2.0
#include "join/weights.h"

namespace rasid {
namespace {

enum Class : size_t { contact, travel, violence, deed, word };
constexpr size_t kClasses = 5;

struct Row {
  Feature feature;
  float of_class[kClasses];
};

constexpr Row kRows[] = {
    //                          contact travel violence deed  word
    {Feature::bias, {-2.6F, -2.9F, -4.2F, -3.3F, -4.9F}},
    {Feature::states_shared, {0.4F, 0.6F, 0.0F, 0.5F, 0.6F}},
    {Feature::both_sides, {1.8F, 1.6F, 0.6F, 0.4F, 0.3F}},
    {Feature::persons_shared, {1.0F, 2.1F, -0.1F, 0.7F, 1.9F}},
    {Feature::persons_differ, {-1.1F, -2.7F, -1.1F, -0.4F, -1.5F}},
    {Feature::extra_each, {-2.2F, -2.6F, -3.2F, -1.3F, -3.9F}},
    {Feature::extra_one, {-0.4F, -0.2F, -0.4F, -0.3F, 0.3F}},
    {Feature::named_near, {2.2F, 0.6F, -0.9F, 0.3F, 1.4F}},
    {Feature::day_same, {0.0F, 1.3F, 2.4F, 1.1F, 0.9F}},
    {Feature::day_near, {-0.8F, 0.2F, 0.7F, -0.4F, -0.6F}},
    {Feature::day_off, {-2.2F, -1.0F, -2.3F, -1.5F, -1.5F}},
    {Feature::day_fits, {0.1F, 1.2F, -0.2F, 0.6F, -1.2F}},
    {Feature::told_same_day, {0.6F, 1.1F, 2.0F, 1.0F, 1.9F}},
    {Feature::told_next_day, {0.1F, 0.3F, -0.6F, 0.0F, -0.2F}},
    {Feature::told_later, {-0.7F, -0.3F, 0.1F, -1.2F, -3.3F}},
    {Feature::place_same, {1.9F, 0.0F, 0.5F, 0.6F, 0.2F}},
    {Feature::country_same, {-0.6F, 0.4F, -0.6F, 0.2F, 0.1F}},
    {Feature::place_differs, {-1.4F, -2.3F, -1.5F, -1.2F, -0.4F}},
    {Feature::place_named, {0.0F, 0.7F, 0.7F, 0.3F, 0.0F}},
    {Feature::place_missing, {0.0F, -0.2F, 0.1F, 0.0F, 0.1F}},
    {Feature::mode_same, {-0.2F, -0.3F, 0.6F, 1.0F, 0.9F}},
    {Feature::mode_differs, {-0.1F, 0.0F, 0.2F, -1.2F, -0.9F}},
    {Feature::words, {5.0F, 3.2F, 6.1F, 6.1F, 7.2F}},
    {Feature::rare_shared, {-0.2F, 0.3F, -0.4F, 0.1F, -0.7F}},
    {Feature::rare_differ, {-0.6F, 0.0F, -0.7F, -0.4F, -0.2F}},
    {Feature::about, {1.7F, 2.3F, 4.7F, 2.9F, 2.9F}},
    {Feature::group_same, {1.7F, 1.5F, 3.1F, 2.0F, 2.0F}},
    {Feature::group_differs, {0.3F, -0.2F, -0.1F, -0.8F, -0.5F}},
    {Feature::text_same, {3.0F, 3.0F, 3.0F, 3.0F, 3.0F}},
    {Feature::thread_same, {0.5F, 0.3F, 0.5F, 0.5F, 0.5F}},
    {Feature::thread_differs, {-0.5F, -0.2F, -0.3F, -0.5F, -0.5F}},
    {Feature::status_differs, {-0.9F, 0.2F, -1.1F, -0.8F, -0.7F}},
    {Feature::trigger_same, {-0.3F, 0.8F, 0.1F, 0.8F, 0.4F}},
    {Feature::lone, {0.0F, -1.8F, -0.2F, -0.7F, -0.4F}},
};

constexpr auto kTable = [] {
  std::array<FeatureRow, kClasses> table{};
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

const FeatureRow& weights_of(Family family) { return kTable[class_of(family)]; }

}  // namespace rasid
