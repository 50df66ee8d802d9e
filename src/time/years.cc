// SPDX-License-Identifier: Apache-2.0
#include "time/years.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace rasid::time {

int steps(Shift shift) {
  switch (shift) {
    case Shift::before_last:
      return -2;
    case Shift::last:
      return -1;
    case Shift::next:
      return 1;
    default:
      return 0;
  }
}

// Of the same month and day in three years, the one that fits the lean, else the nearest.
int nearest_year(const Date& anchor, const PartialDate& told, Lean lean) {
  int best = anchor.year;
  int64_t best_cost = INT64_MAX;
  for (int year = anchor.year - 1; year <= anchor.year + 1; ++year) {
    const int last_day = days_in_month(year, told.month);
    const int day = told.day != 0 ? std::min<int>(told.day, last_day) : 15;
    int64_t distance = Date{year, told.month, day}.days() - anchor.days();
    if (told.day == 0) distance = (year - anchor.year) * 12 + told.month - anchor.month;
    const bool misfits =
        (lean == Lean::past && distance > 0) || ((lean == Lean::future) && distance < 0);
    const int64_t cost = std::abs(distance) + (misfits ? 100000 : 0);
    if (cost < best_cost) best = year, best_cost = cost;
  }
  return best;
}

int year_by_modifier(const Date& anchor, const PartialDate& told, Shift shift) {
  const bool this_month = told.month == anchor.month;
  if (shift == Shift::next) {
    if (this_month && told.day > anchor.day) return anchor.year;
    return anchor.year + (told.month <= anchor.month ? 1 : 0);
  }
  if (shift == Shift::last || shift == Shift::before_last) {
    if (this_month && told.day != 0 && told.day < anchor.day) return anchor.year;
    return anchor.year - (told.month >= anchor.month ? 1 : 0);
  }
  return nearest_year(anchor, told, Lean::none);
}

int nearest_hijri_year(const HijriDate& today, int month, Shift shift, Lean lean) {
  const int distance = month - today.month;
  if (shift == Shift::next) return today.year + (distance <= 0 ? 1 : 0);
  if (shift == Shift::last) return today.year - (distance >= 0 ? 1 : 0);
  if (lean == Lean::past && distance > 0) return today.year - 1;
  if (lean == Lean::future && distance < 0) return today.year + 1;
  if (lean == Lean::none && distance > 6) return today.year - 1;
  if (lean == Lean::none && distance < -6) return today.year + 1;
  return today.year;
}

}  // namespace rasid::time
