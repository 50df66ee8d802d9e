// SPDX-License-Identifier: Apache-2.0
// Hijri dates by the Umm al-Qura calendar (ICU's islamic-umalqura), the civil calendar of Saudi
// Arabia. Other countries begin a month by sighting and may differ by a day.
// Asking ICU costs microseconds, so the months of our time are asked for once.
// Example: UmmAlQura().gregorian_of(1436, 10, 5) is 2015-07-21.
#pragma once
#include <cstdint>
#include <optional>
#include <vector>

#include "base/date.h"

namespace rasid::time {

struct HijriDate {
  int year = 0, month = 0, day = 0;
};

// Immutable after construction.
class UmmAlQura {
 public:
  UmmAlQura();
  std::optional<Date> gregorian_of(int year, int month, int day) const;  // nullopt: no such day
  std::optional<HijriDate> hijri_of(const Date& date) const;
  int days_in_month(int year, int month) const;  // 29 or 30; 0 where there is no such month

 private:
  // The first day of a month, in days since 1970; asked of ICU outside the table.
  std::optional<int64_t> start_of(int year, int month) const;
  std::vector<int32_t> starts_;  // of each month of the table's years, and of the month after
};

}  // namespace rasid::time
