// SPDX-License-Identifier: Apache-2.0
// Dates that tell a month or a day of one: the year they leave out, ranges, hijri dates.
#include <cstdlib>

#include "time/resolver.h"
#include "time/years.h"

namespace rasid::time {

void Resolver::fill_date(const Reading& reading, Moment& moment) {
  PartialDate date = reading.start;
  Basis basis = Basis::explicit_;
  if (date.year == 0) basis = supply_year(reading, date, moment);
  if (reading.unit == Unit::month && date.month == 0 && basis != Basis::none) return;
  if (date.day != 0 && date.month != 0 &&
      date.day > days_in_month(date.year != 0 ? date.year : 2000, date.month)) {
    return set_rule("no such day", moment);
  }
  moment.start = date;
  moment.basis = basis;
  moment.precision = date.day != 0     ? Precision::day
                     : date.month != 0 ? Precision::month
                                       : Precision::year;
  if (reading.season) moment.precision = Precision::season;
  set_rule(basis == Basis::explicit_  ? "date"
           : basis == Basis::inferred ? "date, nearest year"
           : basis == Basis::relative ? "date, by the article's"
                                      : "date without its year",
           moment);
  finish_range(reading, moment);
}

void Resolver::finish_range(const Reading& reading, Moment& moment) const {
  if (reading.finish == PartialDate{}) return;
  moment.finish = reading.finish;
  if (moment.finish.month == 0 && moment.finish.day != 0) moment.finish.month = moment.start.month;
  if (moment.finish.year == 0) moment.finish.year = moment.start.year;
  if (reading.finish.year == 0 && moment.finish.month < moment.start.month &&
      moment.start.year != 0) {
    if (reading.start.year == 0) {
      moment.start.year = static_cast<int16_t>(moment.start.year - 1);
    } else {
      moment.finish.year = static_cast<int16_t>(moment.finish.year + 1);
    }
  }
  moment.precision = Precision::range;
}

// Puts the year (and for "20 of this month" the month) in; answers what it was worked out from.
Basis Resolver::supply_year(const Reading& reading, PartialDate& date, Moment& moment) {
  moment.past = moment.past || steps(reading.shift) < 0 || steps(reading.year_shift) < 0;
  moment.future = moment.future || steps(reading.shift) > 0 || steps(reading.year_shift) > 0;
  if (reading.year_shift == Shift::same || reading.shift == Shift::same) {
    if (last_year_ == 0) return Basis::none;
    date.year = last_year_;
    return Basis::inferred;
  }
  if (!anchor_) return Basis::none;
  if (reading.year_shift != Shift::none) {
    date.year = static_cast<int16_t>(anchor_->year + steps(reading.year_shift));
    return Basis::relative;
  }
  if (reading.unit == Unit::month && date.month == 0) {
    const Date first{anchor_->year, anchor_->month, 1};
    const Date month = first.plus_months(steps(reading.shift));
    date.year = static_cast<int16_t>(month.year);
    date.month = static_cast<int8_t>(month.month);
    return Basis::relative;
  }
  return year_of_month(reading, date);
}

Basis Resolver::year_of_month(const Reading& reading, PartialDate& date) const {
  if (reading.shift != Shift::none) {
    date.year = static_cast<int16_t>(year_by_modifier(*anchor_, date, reading.shift));
    return Basis::relative;
  }
  date.year = static_cast<int16_t>(year_that_fits(reading, date));
  return Basis::inferred;
}

int Resolver::year_that_fits(const Reading& reading, const PartialDate& date) const {
  if (reading.weekday >= 0 && date.day != 0) {
    for (int year = anchor_->year - 1; year <= anchor_->year + 1; ++year) {
      if (date.day > days_in_month(year, date.month)) continue;
      const bool fits = Date{year, date.month, date.day}.weekday() == reading.weekday;
      const int64_t distance = Date{year, date.month, date.day}.days() - anchor_->days();
      if (fits && std::abs(distance) < 200) return year;
    }
  }
  if (reading.has_offset) return nearest_year(*anchor_, date, Lean::none);
  return nearest_year(*anchor_, date, lean_of(document_, senses_, reading));
}

void Resolver::fill_hijri(const Reading& reading, Moment& moment) const {
  PartialDate date = reading.start;
  Basis basis = Basis::explicit_;
  if (date.year == 0) {
    const auto today = anchor_ ? calendar_.hijri_of(*anchor_) : std::nullopt;
    if (!today || date.month == 0) return set_rule("hijri date without its year", moment);
    const Lean lean =
        reading.shift == Shift::none ? lean_of(document_, senses_, reading) : Lean::none;
    date.year = static_cast<int16_t>(nearest_hijri_year(*today, date.month, reading.shift, lean));
    basis = Basis::inferred;
  }
  const int first_month = date.month != 0 ? date.month : 1;
  const int last_month = date.month != 0 ? date.month : 12;
  const int last_day = date.day != 0 ? date.day : calendar_.days_in_month(date.year, last_month);
  const auto first = calendar_.gregorian_of(date.year, first_month, date.day != 0 ? date.day : 1);
  const auto last = calendar_.gregorian_of(date.year, last_month, last_day);
  if (!first || !last) return set_rule("no such hijri day", moment);
  set_range(*first, *last, Precision::range, "hijri, by Umm al-Qura", moment);
  moment.basis = basis;
  if (date.day != 0) {
    moment.finish = {};
    moment.precision = Precision::day;
  }
}

}  // namespace rasid::time
