// SPDX-License-Identifier: Apache-2.0
#include "time/hijri.h"

#include <unicode/ucal.h>

#include <memory>

namespace rasid::time {
namespace {

constexpr double kMillisecondsADay = 86400000.0;
constexpr UChar kUtc[] = {u'U', u'T', u'C', 0};

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

UCalendar* raw(const Calendar& calendar) { return static_cast<UCalendar*>(calendar.get()); }

void put(const Calendar& calendar, int year, int month, int day) {
  ucal_clear(raw(calendar));
  ucal_set(raw(calendar), UCAL_YEAR, year);
  ucal_set(raw(calendar), UCAL_MONTH, month - 1);
  ucal_set(raw(calendar), UCAL_DAY_OF_MONTH, day);
}

}  // namespace

int days_in_hijri_month(int year, int month) {
  if (year < 1 || year > 1600 || month < 1 || month > 12) return 0;
  const Calendar calendar = open();
  if (!calendar) return 0;
  put(calendar, year, month, 1);
  UErrorCode error = U_ZERO_ERROR;
  const int days = ucal_getLimit(raw(calendar), UCAL_DAY_OF_MONTH, UCAL_ACTUAL_MAXIMUM, &error);
  return U_FAILURE(error) ? 0 : days;
}

std::optional<Date> gregorian_of(int year, int month, int day) {
  if (day < 1 || day > days_in_hijri_month(year, month)) return std::nullopt;
  const Calendar calendar = open();
  if (!calendar) return std::nullopt;
  put(calendar, year, month, day);
  UErrorCode error = U_ZERO_ERROR;
  const double milliseconds = ucal_getMillis(raw(calendar), &error);
  if (U_FAILURE(error)) return std::nullopt;
  const double days = milliseconds / kMillisecondsADay;
  return Date::from_days(static_cast<int64_t>(days < 0 ? days - 0.5 : days + 0.5));
}

std::optional<HijriDate> hijri_of(const Date& date) {
  const Calendar calendar = open();
  if (!calendar) return std::nullopt;
  UErrorCode error = U_ZERO_ERROR;
  ucal_setMillis(raw(calendar), static_cast<double>(date.days()) * kMillisecondsADay, &error);
  HijriDate out;
  out.year = ucal_get(raw(calendar), UCAL_YEAR, &error);
  out.month = ucal_get(raw(calendar), UCAL_MONTH, &error) + 1;
  out.day = ucal_get(raw(calendar), UCAL_DAY_OF_MONTH, &error);
  if (U_FAILURE(error)) return std::nullopt;
  return out;
}

}  // namespace rasid::time
