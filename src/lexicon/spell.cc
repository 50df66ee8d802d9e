// SPDX-License-Identifier: Apache-2.0
#include "lexicon/spell.h"

#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"

namespace rasid::inflection {
namespace {

struct Seat {
  char32_t point;
  char careful;
  char normal;
};
constexpr Seat kSeats[] = {{0x621, '\'', 'C'}, {0x622, '|', 'A'}, {0x623, '>', 'A'},
                           {0x624, '&', 'C'},  {0x625, '<', 'A'}, {0x626, '}', 'C'},
                           {0x629, 'p', 'h'},  {0x649, 'Y', 'y'}};

// The seat of a hamza inside a word: the stronger of the vowels around it (i, u, a) decides; after
// a long vowel or a closed w it stands alone before an a. `before` 0: the word begins with it.
// `after` 0: the word ends with it; a consonant: no vowel follows.
char seat(char before, char after) {
  if (after == 0) {
    if (before == 'a') return '>';
    if (before == 'i') return '}';
    return before == 'u' ? '&' : '\'';
  }
  if (after == 'i' || after == 'I' || before == 'i' || before == 'I' || before == 'y') return '}';
  if (after == 'u' || after == 'U' || before == 'u') return '&';
  if (before == 'A' || before == 'U' || before == 'w') return '\'';
  return '>';
}

// Writes the hamza at sounds[at] (twice: doubled); returns how many sounds it took.
size_t write_hamza(std::string_view sounds, size_t at, bool keep_alef, std::string& out) {
  const size_t length = at + 1 < sounds.size() && sounds[at + 1] == 'C' ? 2 : 1;
  const char before = at > 0 ? sounds[at - 1] : 0;
  const char after = at + length < sounds.size() ? sounds[at + length] : 0;
  if (before == 0) {
    if (after == 'A') {
      out += '|';
      return length + 1;
    }
    out += after == 'i' || after == 'I' ? '<' : '>';
    return length;
  }
  char written = seat(before, after);
  if (keep_alef && before == 'a' && (after == 'U' || after == 'u')) written = '>';
  if (written == '>' && after == 'A') {
    out += '|';
    return length + 1;
  }
  out += written;
  return length;
}

std::string write(std::string_view sounds, bool before_enclitic, bool keep_alef) {
  std::string out;
  for (size_t at = 0; at < sounds.size();) {
    const char sound = sounds[at];
    if (sound == 'C') {
      at += write_hamza(sounds, at, keep_alef, out);
      continue;
    }
    const bool last = at + 1 == sounds.size();
    if (sound == 'I') {
      out += 'y';
    } else if (sound == 'U') {
      out += 'w';
    } else if (sound == '~') {
      out += 'A';
    } else if (sound == 'Y') {
      const bool after_yeh = !out.empty() && out.back() == 'y';
      out += last && !before_enclitic && !after_yeh ? 'Y' : 'A';
    } else if (sound == 'p') {
      out += last && !before_enclitic ? 'p' : 't';
    } else if (!is_short_vowel(sound)) {
      out += sound;
      if (!last && sounds[at + 1] == sound && !is_vowel(sound)) ++at;
    }
    ++at;
  }
  return out;
}

}  // namespace

bool is_short_vowel(char sound) { return sound == 'a' || sound == 'i' || sound == 'u'; }
bool is_vowel(char sound) {
  return is_short_vowel(sound) || sound == 'A' || sound == 'I' || sound == 'U' || sound == 'Y';
}

std::vector<std::string> spelled(std::string_view sounds, bool before_enclitic) {
  std::string given(sounds);
  if (!before_enclitic && !given.empty() && is_short_vowel(given.back())) given.pop_back();
  // A long a before an enclitic merges with a hamza as any other long a does.
  if (before_enclitic && given.size() > 1 && given.ends_with("CY")) given.back() = 'A';
  std::vector<std::string> out{write(given, before_enclitic, false)};
  std::string loose = write(given, before_enclitic, true);
  if (loose != out[0]) out.push_back(std::move(loose));
  return out;
}

std::string careful_of(std::string_view arabic) {
  std::string out;
  for (size_t at = 0; at < arabic.size();) {
    const CodePoint point = decode(arabic, at);
    at += point.length;
    const auto* seat = std::find_if(std::begin(kSeats), std::end(kSeats),
                                    [&](const Seat& s) { return s.point == point.value; });
    if (seat != std::end(kSeats)) {
      out += seat->careful;
      continue;
    }
    const LetterInfo info = letter_info(point.value);
    if (info.kind == LetterClass::letter || info.kind == LetterClass::letter_pair ||
        info.kind == LetterClass::digit) {
      out += info.normal;
      if (info.kind == LetterClass::letter_pair) out += 'A';
    }
  }
  return out;
}

std::string normal_of(std::string_view careful) {
  std::string out(careful);
  for (char& letter : out) {
    for (const Seat& seat : kSeats) {
      if (seat.careful == letter) letter = seat.normal;
    }
  }
  return out;
}

uint16_t marks_of(std::string_view careful) {
  uint16_t marks = 0;
  for (char letter : careful) {
    if (letter == '|') marks |= kMadda;
    if ((marks & (kHamzaAbove | kHamzaBelow)) != 0) continue;
    if (letter == '>') marks |= kHamzaAbove;
    if (letter == '<') marks |= kHamzaBelow;
  }
  switch (careful.empty() ? 0 : careful.back()) {
    case 'p':
      return marks | kTaMarbuta;
    case 'Y':
      return marks | kAlefMaqsura;
    case 'y':
      return marks | kFinalYeh;
    case 'h':
      return marks | kFinalHeh;
    default:
      return marks;
  }
}

std::string arabic_of(std::string_view careful) {
  std::string out;
  for (char letter : careful) {
    const auto* seat = std::find_if(std::begin(kSeats), std::end(kSeats),
                                    [&](const Seat& s) { return s.careful == letter; });
    if (seat != std::end(kSeats)) {
      append_utf8(out, seat->point);
    } else {
      out += unfold(std::string_view(&letter, 1));
    }
  }
  return out;
}

char vowel_after(std::string_view arabic, int from_end) {
  std::string vowels;  // one a letter: its short vowel, or 0
  for (size_t at = 0; at < arabic.size();) {
    const CodePoint point = decode(arabic, at);
    at += point.length;
    const LetterInfo info = letter_info(point.value);
    if (info.kind == LetterClass::letter) {
      vowels += '\0';
    } else if (!vowels.empty()) {
      if (point.value == 0x64E) vowels.back() = 'a';
      if (point.value == 0x64F) vowels.back() = 'u';
      if (point.value == 0x650) vowels.back() = 'i';
    }
  }
  const int index = static_cast<int>(vowels.size()) - 1 - from_end;
  return index >= 0 ? vowels[static_cast<size_t>(index)] : '\0';
}

bool has_shadda(std::string_view arabic) { return (fold(arabic).marks & kShadda) != 0; }

}  // namespace rasid::inflection
