// SPDX-License-Identifier: Apache-2.0
#include "base/letters.h"

#include <array>

#include "base/utf8.h"

namespace rasid {
namespace {

constexpr uint16_t kFinalMarks = kTaMarbuta | kAlefMaqsura | kFinalYeh | kFinalHeh;

// Indexed by code point - 0x600. Source: the Unicode names of block Arabic.
constexpr std::array<LetterInfo, 0x100> make_block() {
  std::array<LetterInfo, 0x100> table{};
  const auto letter = [&](int point, char normal, uint16_t marks = 0) {
    table[point - 0x600] = {LetterClass::letter, normal, marks};
  };
  const auto ignored = [&](int from, int to, uint16_t marks = 0) {
    for (int p = from; p <= to; ++p) table[p - 0x600] = {LetterClass::ignored, 0, marks};
  };
  letter(0x621, 'C');
  letter(0x622, 'A', kMadda);
  letter(0x623, 'A', kHamzaAbove);
  letter(0x624, 'C');
  letter(0x625, 'A', kHamzaBelow);
  letter(0x626, 'C');
  letter(0x627, 'A');
  letter(0x629, 'h', kTaMarbuta);
  constexpr std::string_view kRun1 = "tvjHxdVrzscSDTZEg";  // U+062A to U+063A, theh onwards
  letter(0x628, 'b');
  for (int i = 0; i < static_cast<int>(kRun1.size()); ++i) letter(0x62A + i, kRun1[i]);
  constexpr std::string_view kRun2 = "fqklmn";  // U+0641 to U+0646
  for (int i = 0; i < static_cast<int>(kRun2.size()); ++i) letter(0x641 + i, kRun2[i]);
  letter(0x647, 'h', kFinalHeh);
  letter(0x648, 'w');
  letter(0x649, 'y', kAlefMaqsura);
  letter(0x64A, 'y', kFinalYeh);
  ignored(0x610, 0x61A);
  ignored(0x61C, 0x61C);  // Arabic letter mark
  ignored(0x640, 0x640);  // tatweel
  ignored(0x64B, 0x64D, kTanwin);
  ignored(0x64E, 0x65F);
  ignored(0x64F, 0x64F, kDamma);
  ignored(0x651, 0x651, kShadda);
  ignored(0x670, 0x670);
  ignored(0x6D6, 0x6DC);
  ignored(0x6DF, 0x6E4);
  ignored(0x6E7, 0x6E8);
  ignored(0x6EA, 0x6ED);
  letter(0x671, 'A');
  letter(0x67E, 'b');  // peh
  letter(0x686, 'j');  // tcheh
  letter(0x698, 'z');  // jeh
  letter(0x6A4, 'f');  // veh
  letter(0x6A8, 'q');  // qaf with three dots (Maghreb g)
  letter(0x6A9, 'k');  // keheh
  letter(0x6AD, 'k');
  letter(0x6AF, 'k');  // gaf
  letter(0x6BE, 'h', kFinalHeh);
  letter(0x6C0, 'h', kFinalHeh);
  letter(0x6C1, 'h', kFinalHeh);
  letter(0x6CC, 'y', kAlefMaqsura);  // Farsi yeh: undotted at the end, like alef maqsura
  letter(0x6D2, 'y');
  for (int d = 0; d < 10; ++d) {
    table[0x60 + d] = {LetterClass::digit, static_cast<char>('0' + d), 0};
    table[0xF0 + d] = {LetterClass::digit, static_cast<char>('0' + d), 0};
  }
  return table;
}

// Presentation forms B, U+FE80 to U+FEFC, in order: each letter has 1, 2 or 4 shapes.
struct Shape {
  uint16_t base;  // the letter of block Arabic
  uint8_t shapes;
};
constexpr Shape kShapes[] = {
    {0x621, 1}, {0x622, 2}, {0x623, 2}, {0x624, 2}, {0x625, 2}, {0x626, 4}, {0x627, 2}, {0x628, 4},
    {0x629, 2}, {0x62A, 4}, {0x62B, 4}, {0x62C, 4}, {0x62D, 4}, {0x62E, 4}, {0x62F, 2}, {0x630, 2},
    {0x631, 2}, {0x632, 2}, {0x633, 4}, {0x634, 4}, {0x635, 4}, {0x636, 4}, {0x637, 4}, {0x638, 4},
    {0x639, 4}, {0x63A, 4}, {0x641, 4}, {0x642, 4}, {0x643, 4}, {0x644, 4}, {0x645, 4}, {0x646, 4},
    {0x647, 4}, {0x648, 2}, {0x649, 2}, {0x64A, 4}};

}  // namespace

constinit const std::array<LetterInfo, 0x100> kArabicLetters = make_block();

namespace {

std::array<LetterInfo, 0x80> make_forms() {
  std::array<LetterInfo, 0x80> table{};
  int at = 0x00;  // U+FE80
  for (const Shape& shape : kShapes) {
    for (int i = 0; i < shape.shapes; ++i) table[at++] = kArabicLetters[shape.base - 0x600];
  }
  const uint16_t alef_marks[] = {kMadda, kHamzaAbove, kHamzaBelow, 0};
  for (int i = 0; i < 8; ++i) table[0x75 + i] = {LetterClass::letter_pair, 'l', alef_marks[i / 2]};
  return table;
}

}  // namespace

LetterInfo other_letter_info(char32_t point) {
  if (point >= '0' && point <= '9') return {LetterClass::digit, static_cast<char>(point), 0};
  if (point < 0x80) return {};
  static const auto forms = make_forms();
  if (point >= 0xFE80 && point <= 0xFEFC) return forms[point - 0xFE80];
  if (point >= 0xFE70 && point <= 0xFE7F) return {LetterClass::ignored, 0, 0};
  // Zero-width and bidi controls. ZWNJ is kept inside a word: the press uses it for looks only.
  const bool control = (point >= 0x200B && point <= 0x200F) ||
                       (point >= 0x202A && point <= 0x202E) ||
                       (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF || point == 0xAD;
  if (control) return {LetterClass::ignored, 0, 0};
  return {};
}

Folded fold(std::string_view word) {
  Folded out;
  uint16_t last = 0;
  for (size_t at = 0; at < word.size();) {
    const CodePoint point = decode(word, at);
    at += point.length;
    const LetterInfo info = letter_info(point.value);
    if (info.kind == LetterClass::none) continue;
    uint16_t marks = info.marks & ~kFinalMarks;
    if ((out.marks & (kHamzaAbove | kHamzaBelow)) != 0) marks &= ~(kHamzaAbove | kHamzaBelow);
    if ((marks & kDamma) != 0 && out.normal.size() > 2) marks &= ~kDamma;
    out.marks |= marks;
    if (info.kind == LetterClass::ignored) continue;
    out.normal += info.normal;
    if (info.kind == LetterClass::letter_pair) out.normal += 'A';
    last = info.marks & kFinalMarks;
  }
  out.marks |= last;
  return out;
}

std::string unfold(std::string_view normal) {
  static constexpr std::string_view kLetters = "CAbtvjHxdVrzscSDTZEgfqklmnhwy";
  static constexpr char16_t kArabic[] = {0x621, 0x627, 0x628, 0x62A, 0x62B, 0x62C, 0x62D, 0x62E,
                                         0x62F, 0x630, 0x631, 0x632, 0x633, 0x634, 0x635, 0x636,
                                         0x637, 0x638, 0x639, 0x63A, 0x641, 0x642, 0x643, 0x644,
                                         0x645, 0x646, 0x647, 0x648, 0x64A};
  std::string out;
  for (char c : normal) {
    const size_t at = kLetters.find(c);
    if (at == std::string_view::npos) {
      out += c;
    } else {
      append_utf8(out, kArabic[at]);
    }
  }
  return out;
}

}  // namespace rasid
