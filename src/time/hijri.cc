// SPDX-License-Identifier: Apache-2.0
#include "time/hijri.h"

#include <unicode/ucal.h>

#include <algorithm>
#include <cmath>
#include <memory>

namespace rasid::time {
namespace {

constexpr double kMillisecondsADay = 86400000.0;
constexpr UChar kUtc[] = {u'U', u'T', u'C', 0};
constexpr int kFirstYear = 1420, kLastYear = 1470;  // 1999 to 2048
constexpr int kMonths = 12;

struct Close {
  void operator()(void* calendar) const { ucal_close(static_cast<UCalendar*>(calendar)); }
};
using Calendar = std::unique_ptr<void, Close>;

Calendar open() {
  UErrorCode error = U_ZERO_ERROR;
  UCalendar* calendar =
      ucal_open(kUtc, 3, "en_SA@calendar=islamic-umalqura", UCAL_TRADITIONAL, &error);
  if (U_FAILURE(error)) return nullptr;
  return Calendar(calendar);
}

std::optional<int64_t> ask(const Calendar& calendar, int year, int month) {
  if (!calendar) return std::nullopt;
  UCalendar* raw = static_cast<UCalendar*>(calendar.get());
  ucal_clear(raw);
  ucal_set(raw, UCAL_YEAR, year);
  ucal_set(raw, UCAL_MONTH, month - 1);
  ucal_set(raw, UCAL_DAY_OF_MONTH, 1);
  UErrorCode error = U_ZERO_ERROR;
  const double milliseconds = ucal_getMillis(raw, &error);
  if (U_FAILURE(error)) return std::nullopt;
  return static_cast<int64_t>(std::floor(milliseconds / kMillisecondsADay));
}

bool is_month(int year, int month) {
  return year >= 1 && year <= 1600 && month >= 1 && month <= kMonths;
}

}  // namespace

UmmAlQura::UmmAlQura() {
  const Calendar calendar = open();
  for (int year = kFirstYear; year <= kLastYear; ++year) {
    for (int month = 1; month <= kMonths; ++month) {
      const auto start = ask(calendar, year, month);
      if (!start) {
        starts_.clear();
        return;
      }
      starts_.push_back(static_cast<int32_t>(*start));
    }
  }
  if (const auto end = ask(calendar, kLastYear + 1, 1)) {
    starts_.push_back(static_cast<int32_t>(*end));
  } else {
    starts_.clear();
  }
}

std::optional<int64_t> UmmAlQura::start_of(int year, int month) const {
  const int place = (year - kFirstYear) * kMonths + month - 1;
  if (place >= 0 && static_cast<size_t>(place) < starts_.size()) {
    return starts_[static_cast<size_t>(place)];
  }
  return ask(open(), year, month);
}

int UmmAlQura::days_in_month(int year, int month) const {
  if (!is_month(year, month)) return 0;
  const auto start = start_of(year, month);
  const auto end = month == kMonths ? start_of(year + 1, 1) : start_of(year, month + 1);
  return start && end ? static_cast<int>(*end - *start) : 0;
}

std::optional<Date> UmmAlQura::gregorian_of(int year, int month, int day) const {
  if (day < 1 || day > days_in_month(year, month)) return std::nullopt;
  const auto start = start_of(year, month);
  if (!start) return std::nullopt;
  return Date::from_days(*start + day - 1);
}

std::optional<HijriDate> UmmAlQura::hijri_of(const Date& date) const {
  const int64_t days = date.days();
  const auto after = std::upper_bound(starts_.begin(), starts_.end(), days);
  if (after != starts_.begin() && after != starts_.end()) {
    const int place = static_cast<int>(after - starts_.begin()) - 1;
    return HijriDate{kFirstYear + place / kMonths, place % kMonths + 1,
                     static_cast<int>(days - *(after - 1)) + 1};
  }
  const Calendar calendar = open();
  if (!calendar) return std::nullopt;
  UCalendar* raw = static_cast<UCalendar*>(calendar.get());
  UErrorCode error = U_ZERO_ERROR;
  ucal_setMillis(raw, static_cast<double>(days) * kMillisecondsADay, &error);
  HijriDate out;
  out.year = ucal_get(raw, UCAL_YEAR, &error);
  out.month = ucal_get(raw, UCAL_MONTH, &error) + 1;
  out.day = ucal_get(raw, UCAL_DAY_OF_MONTH, &error);
  if (U_FAILURE(error)) return std::nullopt;
  return out;
}

}  // namespace rasid::time
