// SPDX-License-Identifier: Apache-2.0
// Scanner: the bytes of one block -> tokens with span and normal form. One pass; quotations and
// sentences are found on its tokens (quotes.h, sentences.h).
// In: the text, a block's span. Out: tokens and normal forms appended to Text.
#pragma once
#include <string_view>

#include "model/text.h"
#include "token/glyphs.h"

namespace rasid {

class Scanner {
 public:
  Scanner(std::string_view text, Text& out);
  ~Scanner();  // gives back the unused end of Text::normals
  Scanner(const Scanner&) = delete;
  Scanner& operator=(const Scanner&) = delete;

  // Appends the block's tokens; answers how many quotation marks are among them.
  uint32_t scan(Span block);

 private:
  Glyph glyph() const;
  Glyph glyph_after(size_t offset) const;
  void token();
  void word();
  void plain_letters(uint16_t& marks, uint16_t& final_marks, size_t first);
  size_t word_letters(uint16_t& marks, uint16_t& final_marks);
  void tatweel();
  void number();
  bool separator(size_t begin, char& out, size_t& length) const;
  bool comma_separates(size_t begin, size_t length, char& out) const;
  void latin();
  bool apostrophe(Glyph glyph) const;
  void foreign();
  void punctuation(Glyph first);
  void push(size_t begin, size_t end, TokenKind kind, Mark mark, size_t normal);
  void put(char c) { normals_[used_++] = c; }

  std::string_view text_;
  const GlyphTables& tables_;
  Text& out_;
  char* normals_;
  size_t used_ = 0;
  size_t at_ = 0;
  size_t end_ = 0;
  uint32_t quotes_ = 0;
  bool space_ = false;
};

}  // namespace rasid
