// SPDX-License-Identifier: Apache-2.0
// Years: which year a month or day means that does not tell it. In: the article's date, what is
// told, the modifier, what the verb says. Out: a year.
// Example: "14 July" after a past verb, in an article of 2015-03-01, is of 2014.
#pragma once
#include "base/date.h"
#include "model/moment.h"
#include "time/hijri.h"
#include "time/reading.h"

namespace rasid::time {

int steps(Shift shift);  // "last" -1, "next" 1, "before last" -2

// Of the same month and day in three years, the one that fits the lean, else the nearest.
int nearest_year(const Date& anchor, const PartialDate& told, Lean lean);
// "last November", "next 3 May", "25 November current".
int year_by_modifier(const Date& anchor, const PartialDate& told, Shift shift);
int nearest_hijri_year(const HijriDate& today, int month, Shift shift, Lean lean);

}  // namespace rasid::time
