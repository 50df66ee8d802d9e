// SPDX-License-Identifier: Apache-2.0
// Hijri dates by the Umm al-Qura calendar (ICU's islamic-umalqura), the civil calendar of Saudi
// Arabia. Other countries begin a month by sighting and may differ by a day.
// Example: gregorian_of(1436, 10, 5) is 2015-07-21.
#pragma once
#include <optional>

#include "base/date.h"

namespace rasid::time {

struct HijriDate {
  int year = 0, month = 0, day = 0;
};

std::optional<Date> gregorian_of(int year, int month, int day);  // nullopt: no such day, no data
std::optional<HijriDate> hijri_of(const Date& date);
int days_in_hijri_month(int year, int month);  // 29 or 30; 0 where there is no such month

}  // namespace rasid::time
