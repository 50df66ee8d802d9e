// SPDX-License-Identifier: Apache-2.0
// Reading: what the words of a date say, before the article's date is brought in. read.cc makes
// readings, resolve.cc turns them into moments.
// Example: "20 of the current month" -> {Shape::date, start day 20, unit month, shift current}.
#pragma once
#include <cstdint>
#include <vector>

#include "model/document.h"
#include "time/senses.h"

namespace rasid::time {

enum class Shape : uint8_t {
  unresolved,  // soon, the following day
  day,         // today, yesterday, last night: offset
  weekday,
  date,    // day, month, year, as far as told
  period,  // this week, next month, last year: unit and shift
  amount,  // three days ago, in a week, for two years
};

enum class Shift : uint8_t { none, before_last, last, current, next, same };

// Where an amount or a date is bound: "since 1974" dates its deed, "until May" and "before May"
// only bound it.
enum class Bound : uint8_t { none, since, until, before, after, ago, ahead, lasting };

struct Reading {
  uint32_t begin = 0, end = 0;  // tokens
  uint32_t sentence = 0;
  EntryId entry = kNone;  // of the chief word
  Shape shape = Shape::unresolved;
  PartialDate start, finish;
  bool hijri = false;
  bool has_offset = false;  // a day word stands in it
  bool season = false;
  int32_t offset = 0;
  int32_t weekday = -1, finish_weekday = -1;
  Unit unit = Unit::none;
  Shift shift = Shift::none;       // of the unit, month or weekday
  Shift year_shift = Shift::none;  // "in March of last year"
  int32_t count = 1;               // of units; -1 unknown
  Bound bound = Bound::none;
  bool about = false;
  int8_t side = 0;  // the words themselves say past (-1) or future (1)
  const char* rule = "";
};

// All readings of a document, in text order. `out` is emptied first.
void read_times(const Document& document, const Senses& senses, std::vector<Reading>& out);

// What the nearest verb says of a bare weekday or a date without its year.
enum class Lean : uint8_t { none, past, present, future };
Lean lean_of(const Document& document, const Senses& senses, const Reading& reading);

}  // namespace rasid::time
