// SPDX-License-Identifier: Apache-2.0
#include "page/line_words.h"

#include <algorithm>

#include "base/hash.h"
#include "base/letters.h"

namespace rasid {
namespace {

constexpr size_t kLongestNormal = 64;  // no word of the lexicon is longer

bool is_latin(char32_t point) {
  return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
}

}  // namespace

// Reads the word at `at`, which it moves behind it; empty where there is none.
LineWords::Word LineWords::word_at(std::string_view bytes, size_t& at, uint32_t normal) {
  Word word{{static_cast<uint32_t>(at), static_cast<uint32_t>(at)}, normal, 0, true};
  char* const out = normals_.data() + normal;
  uint32_t length = 0;
  while (at < bytes.size()) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    if (lead == ' ') break;
    CodePoint point{0, 2, true};
    LetterInfo info;
    bool latin = false;
    if ((lead & 0xFC) == 0xD8 && at + 1 < bytes.size() && (bytes[at + 1] & 0xC0) == 0x80) {
      // U+0600 to U+06FF, nearly all of an Arabic text.
      info = kArabicLetters[(lead & 3U) << 6 | (static_cast<unsigned char>(bytes[at + 1]) & 0x3FU)];
    } else {
      point = quick_decode(bytes, at);
      info = letter_info(point.value);
      latin = is_latin(point.value);
    }
    if (info.kind == LetterClass::none && !latin) break;
    at += point.length;
    if (info.kind == LetterClass::ignored) continue;
    word.span.end = static_cast<uint32_t>(at);
    word.number &= info.kind == LetterClass::digit;
    if (length >= kLongestNormal) continue;
    out[length++] = latin ? static_cast<char>(point.value | 0x20) : info.normal;
    if (info.kind == LetterClass::letter_pair) out[length++] = 'A';
  }
  word.length = length;
  return word;
}

void LineWords::read(std::string_view text, Span line, size_t limit) {
  words_.clear();
  complete_ = true;
  const std::string_view bytes = text.substr(0, line.end);
  size_t at = line.begin;
  // Room for all, so that letters are written without asking for it: no letter makes more normal
  // letters than it has bytes, and no word more than kLongestNormal and a pair's second.
  const size_t most = (std::min(limit, bytes.size()) + 1) * (kLongestNormal + 2);
  const size_t room = std::min(bytes.size() - std::min(at, bytes.size()), most) + 2;
  if (normals_.size() < room) normals_.resize(room);
  uint32_t normal = 0;
  while (at < bytes.size()) {
    const size_t begin = at;
    const Word word = word_at(bytes, at, normal);
    if (word.length == 0) {  // no word here
      if (at < bytes.size() && at == begin) at += quick_decode(bytes, at).length;
      continue;
    }
    if (words_.size() == limit) {
      complete_ = false;
      return;
    }
    words_.push_back(word);
    normal += word.length;
    normals_[normal++] = ' ';
  }
}

uint64_t LineWords::hash(size_t word) const { return hash64(normal(word)); }

uint64_t LineWords::hash(size_t begin, size_t end) const {
  if (begin >= end || end > words_.size()) return 0;
  const Word& last = words_[end - 1];
  const uint32_t from = words_[begin].normal;
  return hash64(std::string_view(normals_).substr(from, last.normal + last.length - from));
}

}  // namespace rasid
