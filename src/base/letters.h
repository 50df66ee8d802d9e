// SPDX-License-Identifier: Apache-2.0
// Letters: the normal form of Arabic words, one byte a letter (after the "safe" Buckwalter letters
// of Habash 2010, less what spelling varies). It folds: diacritics and tatweel away, all alefs with
// or without hamza to A, alef maqsura to y, ta marbuta to h, every hamza seat to C, Persian letters
// to their Arabic likes, presentation forms to letters, all digits to 0-9. What is lost is kept in
// SpellingMarks.
//   C hamza  A alef  b t v(theh) j H(hah) x(khah) d V(thal) r z s c(sheen) S D T Z E(ain) g f q k l
//   m n h w y
// Example: fold("\xD8\xA5\xD9\x84\xD9\x89") is {"Aly", kHamzaBelow | kAlefMaqsura}.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rasid {

// What the written word says beyond its normal form. Used to prefer, never to exclude: spelling in
// the press varies.
enum SpellingMark : uint16_t {
  kTaMarbuta = 1,    // the last letter is written as ta marbuta
  kAlefMaqsura = 2,  // the last letter is written as alef maqsura
  kFinalYeh = 4,     // the last letter is written as yeh with dots
  kHamzaAbove = 8,   // the first alef that bears a hamza bears it above
  kHamzaBelow = 16,  // ... below
  kMadda = 32,       // some alef bears a madda
  kTanwin = 64,      // fathatan, kasratan or dammatan occurs
  kShadda = 128,
  kFinalHeh = 256,  // the last letter is written as heh
  kDamma = 512,     // a damma on the first or second letter: a passive or a u-prefix
};

struct Folded {
  std::string normal;
  uint16_t marks = 0;
};

enum class LetterClass : uint8_t {
  none,         // not part of an Arabic word: space, punctuation, Latin ...
  letter,       // one normal letter
  letter_pair,  // a ligature: lam-alef, two normal letters
  ignored,      // diacritic, tatweel, zero-width or bidi mark: part of the word, no letter
  digit,        // 0-9 of any of the three kinds
};

struct LetterInfo {
  LetterClass kind = LetterClass::none;
  char normal = 0;  // the letter, or the digit
  uint16_t marks =
      0;  // SpellingMarks that hold when this is written (the kFinal ones only at the word's end)
};

extern const std::array<LetterInfo, 0x100> kArabicLetters;  // by code point - 0x600
LetterInfo other_letter_info(char32_t code_point);          // of a code point outside that block

inline LetterInfo letter_info(char32_t code_point) {
  const char32_t place = code_point - 0x600;
  return place < 0x100 ? kArabicLetters[place] : other_letter_info(code_point);
}

// The normal form of one word; code points that are no Arabic letters are left out, digits stay.
Folded fold(std::string_view word);

inline bool begins_with_article(std::string_view normal) {
  return normal.size() >= 2 && normal[0] == 'A' && normal[1] == 'l';
}

// The Arabic spelling of a normal form, for messages and dumps (A as bare alef, C as bare hamza).
std::string unfold(std::string_view normal);

}  // namespace rasid
