// SPDX-License-Identifier: Apache-2.0
// Cursor: the time words that begin at a token, and small pieces every date is made of: numbers,
// month names, years, modifiers. All positions are tokens; a piece that is not there has ok false.
// Example: at "three and twenty" quantity() is {23, two tokens on}.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "time/reading.h"
#include "time/senses.h"

namespace rasid::time {

struct Quantity {
  bool ok = false;
  int64_t value = 0;
  uint32_t end = 0;
  bool ordinal = false;
  uint8_t width = 0;  // digits written, 0 for words
  EntryId entry = kNone;
};

struct MonthName {
  bool ok = false;
  int8_t value = 0;
  bool hijri = false;
  bool doubled = false;  // told by two names: "July (Tammuz)"
  uint32_t end = 0;
  EntryId entry = kNone;
};

struct YearPart {
  bool ok = false;
  int16_t year = 0;
  bool hijri = false;
  Shift shift = Shift::none;
  uint32_t end = 0;
};

struct Modifier {
  bool ok = false;
  Shift shift = Shift::none;  // none with ok: "the following", which leans on another deed
  uint32_t end = 0;
};

class Cursor {
 public:
  Cursor(const Document& document, const Senses& senses);

  void enter(uint32_t end) { end_ = end; }  // pieces never reach over the sentence's end
  uint32_t end() const { return end_; }
  const Text& text() const { return text_; }

  // The kinds of all time words that begin at a token.
  Kinds kinds(uint32_t at) const { return at < end_ ? kinds_[at] : 0; }
  const Match* find(uint32_t at, Kinds wanted) const;  // the longest of these kinds; nullptr: none
  const Sense& sense(const Match& match) const { return senses_.of(match.entry); }
  Mark mark(uint32_t at) const { return at < end_ ? text_.tokens[at].mark : Mark::none; }
  bool is_word(uint32_t at, std::string_view normal) const {
    return at < end_ && text_.normal(at) == normal;
  }
  bool is_definite(uint32_t at) const;
  bool glued(uint32_t at) const { return at < end_ && !text_.tokens[at].space_before; }

  Quantity quantity(uint32_t at) const;
  Quantity year_number(uint32_t at) const;  // 1300 to 2100 in four digits
  MonthName month(uint32_t at) const;
  YearPart year(uint32_t at, bool bare) const;  // bare: the number alone will do
  Modifier modifier(uint32_t at) const;
  const Match* unit(uint32_t at, Unit unit, int32_t count) const;

 private:
  Quantity digits(uint32_t at) const;
  uint32_t era(uint32_t at, YearPart& part) const;
  const Text& text_;
  const Senses& senses_;
  std::vector<Kinds> kinds_;  // one a token, made in one pass over the matches
  uint32_t end_ = 0;
};

}  // namespace rasid::time
