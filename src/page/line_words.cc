// SPDX-License-Identifier: Apache-2.0
#include "page/line_words.h"

#include "base/hash.h"
#include "base/letters.h"

namespace rasid {
namespace {

constexpr size_t kLongestNormal = 64;  // no word of the lexicon is longer

bool is_latin(char32_t point) {
  return (point >= 'a' && point <= 'z') || (point >= 'A' && point <= 'Z');
}

}  // namespace

void LineWords::read(std::string_view text, Span line, size_t limit) {
  normals_.clear(), words_.clear();
  complete_ = true;
  const std::string_view bytes = text.substr(0, line.end);
  size_t at = line.begin;
  while (at < bytes.size()) {
    const uint32_t begin = static_cast<uint32_t>(at);
    if (!normals_.empty() && normals_.back() != ' ') normals_ += ' ';
    const auto normal = static_cast<uint32_t>(normals_.size());
    uint32_t end = begin;
    bool number = true;
    while (at < bytes.size()) {
      const CodePoint point = quick_decode(bytes, at);
      const LetterInfo info = letter_info(point.value);
      const bool latin = is_latin(point.value);
      if (info.kind == LetterClass::none && !latin) break;
      at += point.length;
      if (info.kind == LetterClass::ignored) continue;
      end = static_cast<uint32_t>(at);
      number &= info.kind == LetterClass::digit;
      if (normals_.size() - normal >= kLongestNormal) continue;
      normals_ += latin ? static_cast<char>(point.value | 0x20) : info.normal;
      if (info.kind == LetterClass::letter_pair) normals_ += 'A';
    }
    if (normals_.size() == normal) {  // no word here
      if (at < bytes.size() && at == begin) at += quick_decode(bytes, at).length;
      continue;
    }
    if (words_.size() == limit) {
      complete_ = false;
      return;
    }
    words_.push_back(
        {{begin, end}, normal, static_cast<uint32_t>(normals_.size()) - normal, number});
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
