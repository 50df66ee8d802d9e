// SPDX-License-Identifier: Apache-2.0
// Lines: a text cut into lines with what their form tells. White space at their ends is left out,
// lines without anything are counted and passed over; lines longer than kLongestBlock are cut.
// Example: lines_of("a\n\nb c.", 1) has a (line 1) and "b c." (line 3, two words, ends with a
// stop, blank line before).
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rasid {

struct Line {
  Span span;
  uint32_t number = 0;
  uint32_t words = 0;  // by the spaces; counting ends at kManyWords
  bool stop = false;   // ends with a full stop, a question or exclamation mark, maybe in quotes
  bool open = false;   // ends with a colon, a comma or a semicolon: something follows
  bool letters = false;
  bool bullet = false;  // begins with a bullet, a dash or a number and what ends it
};

inline constexpr uint32_t kManyWords = 80;

Line line_of(std::string_view text, Span span, uint32_t number);
// `cut` counts lines that were cut for their length.
std::vector<Line> lines_of(std::string_view text, uint32_t first_number, uint32_t& cut);
// The beginning of a span, at most kLongestBlock bytes: up to a space, or between two characters.
Span first_piece(std::string_view text, Span span);
// The span without white space and marks of no width at its ends.
Span trimmed(std::string_view text, Span span);

}  // namespace rasid
