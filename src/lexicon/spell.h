// SPDX-License-Identifier: Apache-2.0
// spell: from sounds to written words. Compiler only; see inflect.h.
// Sounds: consonants are the letters of base/letters.h (C hamza), a i u short vowels, A I U long
// ones, Y a long a written as alef maqsura at the word's end, p ta marbuta, ~ a silent alef, an A
// at the start (followed by a short vowel) the linking alef. A letter twice is a doubled letter.
// Careful spelling: the same letters with the hamza's seat told apart: > < | (alef with hamza
// above, below, madda), & (waw), } (yeh), ' (none); Y and p as above.
// Example: spelled("qaraCU~", false) == {"qr&wA", "qr>wA"}; normal_of("qr&wA") == "qrCwA".
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rasid::inflection {

bool is_short_vowel(char sound);
bool is_vowel(char sound);  // short or long
inline bool is_weak(char letter) { return letter == 'w' || letter == 'y'; }

// All usual spellings, the careful one first. before_enclitic: letters follow, so ta marbuta opens,
// alef maqsura becomes alef, and a last hamza sits as inside a word; else a last short vowel is
// silent (pausal spelling).
std::vector<std::string> spelled(std::string_view sounds, bool before_enclitic);

std::string careful_of(std::string_view arabic);  // UTF-8 -> careful spelling, vowels dropped
std::string normal_of(std::string_view careful);  // as fold() would
uint16_t marks_of(std::string_view careful);      // as fold() would
std::string arabic_of(std::string_view careful);  // UTF-8
// The short vowel written after the letter that is `from_end` letters before the last; 0 if none.
char vowel_after(std::string_view arabic, int from_end);
bool has_shadda(std::string_view arabic);

}  // namespace rasid::inflection
