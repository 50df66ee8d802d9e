// SPDX-License-Identifier: Apache-2.0
// LineWords: the words of a line in normal form, for the page stage's own look-ups (the token stage
// comes later). Arabic words by base/letters.h; Latin words in lower case; numbers as digits.
// Example: "Comments (3)" has the words "comments", "3".
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "base/utf8.h"

namespace rasid {

// decode(), inline for the one- and two-byte characters that fill Arabic pages.
inline CodePoint quick_decode(std::string_view bytes, size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  if (lead < 0x80) return {lead, 1, true};
  if (lead >= 0xC2 && lead < 0xE0 && at + 1 < bytes.size()) {
    const auto next = static_cast<unsigned char>(bytes[at + 1]);
    if ((next & 0xC0) == 0x80) return {(lead & 0x1FU) << 6 | (next & 0x3FU), 2, true};
  }
  return decode(bytes, at);
}

class LineWords {
 public:
  // Reads at most `limit` words of text[line]; memory is kept between calls.
  void read(std::string_view text, Span line, size_t limit);
  size_t size() const { return words_.size(); }
  bool complete() const { return complete_; }  // the line has no more words
  std::string_view normal(size_t word) const {
    return std::string_view(normals_).substr(words_[word].normal, words_[word].length);
  }
  Span span(size_t word) const { return words_[word].span; }
  bool is_number(size_t word) const { return words_[word].number; }
  uint64_t hash(size_t word) const;
  // Of the words [begin, end) joined by spaces.
  uint64_t hash(size_t begin, size_t end) const;

 private:
  struct Word {
    Span span;
    uint32_t normal;
    uint32_t length;
    bool number;
  };
  Word word_at(std::string_view bytes, size_t& at, uint32_t normal);
  std::string normals_;  // words joined by spaces, and behind them what earlier lines left
  std::vector<Word> words_;
  bool complete_ = true;
};

}  // namespace rasid
