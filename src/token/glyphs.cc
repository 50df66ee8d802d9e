// SPDX-License-Identifier: Apache-2.0
#include "token/glyphs.h"

#include "base/letters.h"
#include "base/utf8.h"

namespace rasid {
namespace {

Glyph of(GlyphKind kind) { return {kind, 0, 0, Mark::none, 1}; }
Glyph sign(Mark mark) { return {GlyphKind::punctuation, 0, 0, mark, 1}; }

Mark ascii_mark(char c) {
  switch (c) {
    case '.':
      return Mark::full_stop;
    case ',':
      return Mark::comma;
    case ';':
      return Mark::semicolon;
    case ':':
      return Mark::colon;
    case '?':
      return Mark::question;
    case '!':
      return Mark::exclamation;
    case '-':
    case '_':
      return Mark::dash;
    case '/':
    case '\\':
      return Mark::slash;
    case '"':
    case '\'':
      return Mark::quote;
    case '(':
    case '[':
    case '{':
      return Mark::open_bracket;
    case ')':
    case ']':
    case '}':
      return Mark::close_bracket;
    default:
      return Mark::other;
  }
}

Glyph ascii_glyph(unsigned char c) {
  if (c <= 0x20 || c == 0x7F) return of(GlyphKind::space);
  if (c >= '0' && c <= '9') return {GlyphKind::digit, static_cast<char>(c), 0, Mark::none, 1};
  if (c >= 'a' && c <= 'z') return {GlyphKind::latin, static_cast<char>(c), 0, Mark::none, 1};
  if (c >= 'A' && c <= 'Z') return {GlyphKind::latin, static_cast<char>(c + 32), 0, Mark::none, 1};
  return sign(ascii_mark(static_cast<char>(c)));
}

// Punctuation of the block Arabic.
Mark arabic_mark(char32_t point) {
  switch (point) {
    case 0x60C:
      return Mark::comma;
    case 0x61B:
      return Mark::semicolon;
    case 0x61F:
      return Mark::question;
    case 0x6D4:
      return Mark::full_stop;
    case 0x66A:  // percent
    case 0x66D:  // star
    case 0x66B:  // decimal and thousands separators outside a number
    case 0x66C:
      return Mark::other;
    default:
      return Mark::none;
  }
}

bool is_space(char32_t point) {
  return point == 0xA0 || point == 0x85 || point == 0x1680 ||
         (point >= 0x2000 && point <= 0x200A) || point == 0x2028 || point == 0x2029 ||
         point == 0x202F || point == 0x205F || point == 0x3000 || (point >= 0x80 && point < 0xA0);
}

// Letters of Urdu, Kurdish, Pashto ..., ligatures of words; and what stands for lost letters.
bool is_odd_letter(char32_t point) {
  return (point >= 0x600 && point < 0x700) || (point >= 0x750 && point < 0x780) ||
         (point >= 0x8A0 && point < 0x900) || (point >= 0xFB50 && point < 0xFE00) ||
         (point >= 0xFE70 && point < 0xFF00) || point == kReplacement;
}

bool is_combining(char32_t point) {
  return (point >= 0x300 && point < 0x370) || (point >= 0xFE00 && point < 0xFE10);
}

bool is_latin(char32_t point) {
  return point == 0xAA || point == 0xBA ||
         (point >= 0xC0 && point < 0x250 && point != 0xD7 && point != 0xF7) ||
         (point >= 0x1E00 && point < 0x1F00);
}

Mark general_mark(char32_t point) {
  if (point >= 0x2010 && point <= 0x2015) return Mark::dash;
  switch (point) {
    case 0xAB:    // left guillemet
    case 0x2018:  // left single, its low and reversed forms
    case 0x201A:
    case 0x201B:
    case 0x201C:  // left double, its low and reversed forms
    case 0x201E:
    case 0x201F:
    case 0x2039:
      return Mark::open_quote;
    case 0xBB:
    case 0x2019:
    case 0x201D:
    case 0x203A:
      return Mark::close_quote;
    case 0x2025:
    case 0x2026:
      return Mark::ellipsis;
    case 0x2212:
      return Mark::dash;
    case 0xFD3E:  // ornate brackets of the Quran: "open" is the left one in logical order
      return Mark::close_bracket;
    case 0xFD3F:
      return Mark::open_bracket;
    default:
      break;
  }
  const bool sign = (point >= 0xA1 && point < 0xC0) || point == 0xD7 || point == 0xF7 ||
                    (point >= 0x2016 && point < 0x2070) || (point >= 0x20A0 && point < 0x2C00) ||
                    (point >= 0x3001 && point <= 0x303F) || (point >= 0xE000 && point < 0xF900);
  return sign ? Mark::other : Mark::none;
}

Glyph glyph_of(char32_t point) {
  const LetterInfo info = letter_info(point);
  switch (info.kind) {
    case LetterClass::letter:
      return {GlyphKind::letter, info.normal, info.marks, Mark::none, 1};
    case LetterClass::letter_pair:
      return {GlyphKind::letter_pair, info.normal, info.marks, Mark::none, 1};
    case LetterClass::digit:
      return {GlyphKind::digit, info.normal, 0, Mark::none, 1};
    case LetterClass::ignored: {
      if (point == 0x640) return of(GlyphKind::tatweel);
      const bool diacritic = (point >= 0x600 && point < 0x700 && point != 0x61C) ||
                             (point >= 0xFE70 && point < 0xFE80);
      return {diacritic ? GlyphKind::diacritic : GlyphKind::control, 0, info.marks, Mark::none, 1};
    }
    case LetterClass::none:
      break;
  }
  if (is_space(point)) return of(GlyphKind::space);
  if (is_latin(point)) return of(GlyphKind::latin);
  if (is_combining(point)) return of(GlyphKind::diacritic);
  const Mark mark = point >= 0x600 && point < 0x700 ? arabic_mark(point) : general_mark(point);
  if (mark != Mark::none) return sign(mark);
  return of(is_odd_letter(point) ? GlyphKind::odd_letter : GlyphKind::foreign);
}

GlyphTables make_tables() {
  GlyphTables tables{};
  for (int c = 0; c < 128; ++c) tables.ascii[c] = ascii_glyph(static_cast<unsigned char>(c));
  tables.arabic.fill(of(GlyphKind::odd_letter));
  for (int lead = 0; lead < 4; ++lead) {
    for (int second = 0x80; second < 0xC0; ++second) {
      Glyph glyph = glyph_of(static_cast<char32_t>(0x600 + lead * 64 + (second - 0x80)));
      glyph.length = 2;
      tables.arabic[lead * 256 + second] = glyph;
    }
  }
  return tables;
}

}  // namespace

const GlyphTables& glyph_tables() {
  static const GlyphTables kTables = make_tables();
  return kTables;
}

Glyph glyph_at(std::string_view bytes, size_t at) {
  const auto byte = static_cast<unsigned char>(bytes[at]);
  if (byte < 128) return glyph_tables().ascii[byte];
  const CodePoint point = decode(bytes, at);
  Glyph glyph = point.ok ? glyph_of(point.value) : of(GlyphKind::odd_letter);
  glyph.length = static_cast<uint8_t>(point.length);
  return glyph;
}

}  // namespace rasid
