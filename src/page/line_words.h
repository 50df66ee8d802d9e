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

namespace rasid {

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
  std::string normals_;  // words joined by spaces
  std::vector<Word> words_;
  bool complete_ = true;
};

}  // namespace rasid
