// SPDX-License-Identifier: Apache-2.0
// Moment: a date or range told in the text, with what it was worked out from. Made by time/.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "base/span.h"
#include "model/text.h"

namespace rasid {

enum class Precision : uint8_t { none, hour, day, week, month, season, year, range };
enum class Basis : uint8_t { none, explicit_, relative, inferred };
std::string_view name_of(Precision precision);
std::string_view name_of(Basis basis);  // "explicit", "relative", "inferred"

// A date as precise as known: {2013, 11, 0} is 2013-11. year 0: unknown.
struct PartialDate {
  int16_t year = 0;
  int8_t month = 0, day = 0;
  bool known() const { return year != 0; }
  std::string iso() const;  // "2013-11-15", "2013-11", "2013", "" where unknown
  bool operator==(const PartialDate&) const = default;
};

struct Moment {
  Span span;
  uint32_t begin = 0, end = 0;  // tokens
  PartialDate start, finish;    // finish only for ranges
  Precision precision = Precision::none;
  Basis basis = Basis::none;  // none: recognised but not resolved (a relative date without the
                              // article's date)
  bool future = false, past = false;  // the words themselves say so (next week, last month)
  bool is_duration = false;           // "for two years", "since ...": dates no deed by itself
  uint32_t entry = kNone;             // the lexicon entry of its chief word
  const char* rule = "";
};

}  // namespace rasid
