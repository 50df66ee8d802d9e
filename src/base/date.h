// SPDX-License-Identifier: Apache-2.0
// Date: a day of the proleptic Gregorian calendar. Algorithms: Howard Hinnant, "chrono-Compatible
// Low-Level Date Algorithms". Example: Date::from("2013-11-15")->weekday() == 5 (Friday; Sunday is
// 0).
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rasid {

struct Date {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31

  static std::optional<Date> from(
      std::string_view iso);            // "YYYY-MM-DD", a real day of the years 1 to 9999
  static Date from_days(int64_t days);  // days since 1970-01-01
  int64_t days() const;
  int weekday() const;  // 0 Sunday to 6 Saturday
  Date plus_days(int64_t n) const { return from_days(days() + n); }
  Date plus_months(int n) const;  // the day is cut to the month's length
  std::string iso() const;
  auto operator<=>(const Date&) const = default;
};

int days_in_month(int year, int month);

}  // namespace rasid
