// SPDX-License-Identifier: Apache-2.0
// Glyphs: what one code point is to the tokenizer. Tables for the bytes that fill an Arabic text
// (ASCII and the two-byte block Arabic), a function for all else.
// Example: glyph_at("\xD8\xA8", 0) == {letter, 'b', Mark::none, 2}.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

#include "model/text.h"

namespace rasid {

enum class GlyphKind : uint8_t {
  space,
  letter,       // an Arabic letter
  letter_pair,  // lam-alef: two letters
  diacritic,    // ignored, yet part of the word it follows
  tatweel,
  control,  // zero-width and bidi marks: part of a word inside it only
  digit,
  latin,
  punctuation,
  odd_letter,  // an Arabic letter without a normal one, U+FFFD or a broken byte: inside a word only
  foreign,     // a letter or sign of another script
};

struct Glyph {
  GlyphKind kind = GlyphKind::foreign;
  char normal = 0;  // letter or digit; of a Latin letter its lower case where it is ASCII
  uint16_t marks = 0;
  Mark mark = Mark::none;
  uint8_t length = 1;  // bytes
};

struct GlyphTables {
  std::array<Glyph, 128> ascii;
  // Leads D8 to DB with any second byte; one that is no continuation byte is odd, of length 1.
  std::array<Glyph, 1024> arabic;
};
const GlyphTables& glyph_tables();

// The glyph of any code point; `at` < bytes.size().
Glyph glyph_at(std::string_view bytes, size_t at);

}  // namespace rasid
