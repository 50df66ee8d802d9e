// SPDX-License-Identifier: Apache-2.0
#include "token/scanner.h"

#include <algorithm>

#include "base/letters.h"
#include "token/tokenize.h"

namespace rasid {
namespace {

constexpr uint16_t kFinalMarks = kTaMarbuta | kAlefMaqsura | kFinalYeh | kFinalHeh;
constexpr uint16_t kHamzas = kHamzaAbove | kHamzaBelow;

// As fold() of base/letters.h does: the first hamza counts, a damma only near the beginning.
inline void add_marks(uint16_t& marks, uint16_t more, size_t letters) {
  more &= static_cast<uint16_t>(~kFinalMarks);
  if ((marks & kHamzas) != 0) more &= static_cast<uint16_t>(~kHamzas);
  if (letters > 2) more &= static_cast<uint16_t>(~kDamma);
  marks |= more;
}

}  // namespace

// No glyph yields more normal bytes than it has itself, so the text's size is room enough.
Scanner::Scanner(std::string_view text, Text& out)
    : text_(text), tables_(glyph_tables()), out_(out) {
  used_ = out.normals.size();
  out.normals.resize(used_ + text.size());
  normals_ = out.normals.data();
}

Scanner::~Scanner() { out_.normals.resize(used_); }

uint32_t Scanner::scan(Span block) {
  end_ = std::min<size_t>(block.end, text_.size());
  at_ = std::min<size_t>(block.begin, end_);
  space_ = true;
  quotes_ = 0;
  while (at_ < end_) {
    const auto byte = static_cast<unsigned char>(text_[at_]);
    if (byte == ' ') {
      space_ = true;
      ++at_;
    } else if ((byte & 0xFC) == 0xD8 && glyph().kind == GlyphKind::letter) {
      word();
    } else {
      token();
    }
  }
  return quotes_;
}

inline Glyph Scanner::glyph() const { return glyph_after(at_); }

// Only the block's bytes are looked at, so that a broken character at its end takes no more.
inline Glyph Scanner::glyph_after(size_t at) const {
  const auto byte = static_cast<unsigned char>(text_[at]);
  if (byte < 128) return tables_.ascii[byte];
  if ((byte & 0xFC) == 0xD8 && at + 1 < end_) {
    return tables_.arabic[(byte & 3) << 8 | static_cast<unsigned char>(text_[at + 1])];
  }
  return glyph_at(text_.substr(0, end_), at);
}

void Scanner::token() {
  const Glyph first = glyph();
  switch (first.kind) {
    case GlyphKind::space:
      space_ = true;
      at_ += first.length;
      break;
    case GlyphKind::letter:
    case GlyphKind::letter_pair:
    case GlyphKind::odd_letter:
      word();
      break;
    case GlyphKind::diacritic:
    case GlyphKind::control:
      at_ += first.length;
      break;
    case GlyphKind::tatweel:
      tatweel();
      break;
    case GlyphKind::digit:
      number();
      break;
    case GlyphKind::latin:
      latin();
      break;
    case GlyphKind::punctuation:
      punctuation(first);
      break;
    case GlyphKind::foreign:
      foreign();
      break;
  }
}

inline void Scanner::push(size_t begin, size_t end, TokenKind kind, Mark mark, size_t normal) {
  Token& token = out_.tokens.emplace_back();  // in place: a copy would wait for its own stores
  token.span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  token.normal = static_cast<uint32_t>(normal);
  token.normal_length = static_cast<uint16_t>(used_ - normal);
  token.kind = kind;
  token.mark = mark;
  token.space_before = space_;
  space_ = false;
}

// The letters that fill most words: two bytes each, nothing to remember but the marks of the last.
// Locals only, since a write through normals_ makes the compiler load every member again.
inline void Scanner::plain_letters(uint16_t& marks, uint16_t& final_marks, size_t first) {
  const auto* const bytes = reinterpret_cast<const unsigned char*>(text_.data());
  const Glyph* const glyphs = tables_.arabic.data();
  char* const normals = normals_;
  const size_t end = end_, limit = first + kLongestWord;
  size_t at = at_, used = used_;
  uint16_t last = final_marks;
  while (at + 1 < end && used < limit && (bytes[at] & 0xFC) == 0xD8) {
    const Glyph& next = glyphs[(bytes[at] & 3) << 8 | bytes[at + 1]];
    if (next.kind != GlyphKind::letter) break;
    normals[used++] = next.normal;
    last = next.marks;
    if ((last & ~kFinalMarks) != 0) add_marks(marks, last, used - first - 1);
    at += 2;
  }
  at_ = at, used_ = used, final_marks = last;
}

// Takes the letters of a word; answers where its span ends (marks of no width that follow it lie
// outside).
size_t Scanner::word_letters(uint16_t& marks, uint16_t& final_marks) {
  const size_t first = used_;
  plain_letters(marks, final_marks, first);
  size_t word_end = at_;
  while (at_ < end_ && used_ - first < kLongestWord) {
    if (text_[at_] == ' ') return word_end;
    const Glyph next = glyph();
    switch (next.kind) {
      case GlyphKind::letter_pair:
      case GlyphKind::letter:
        put(next.normal);
        if (next.kind == GlyphKind::letter_pair) put('A');
        final_marks = next.marks;
        if (next.marks != 0) add_marks(marks, next.marks, used_ - first - 1);
        break;
      case GlyphKind::diacritic:
        if (next.marks != 0) add_marks(marks, next.marks, used_ - first);
        break;
      case GlyphKind::tatweel:
      case GlyphKind::odd_letter:
      case GlyphKind::control:
        break;
      default:
        return word_end;
    }
    at_ += next.length;
    if (next.kind != GlyphKind::control) {
      plain_letters(marks, final_marks, first);
      word_end = at_;
    }
  }
  return word_end;
}

void Scanner::word() {
  const size_t begin = at_, normal = used_;
  uint16_t marks = 0, final_marks = 0;
  const size_t word_end = word_letters(marks, final_marks);
  if (used_ == normal) {  // odd letters only: their bytes are the normal form
    const size_t most = std::min<size_t>(word_end - begin, kLongestWord);
    size_t length = most;  // cut between characters, where the bytes have any
    while (length > 0 && begin + length < word_end && (text_[begin + length] & 0xC0) == 0x80)
      --length;
    if (length == 0) length = most;
    for (size_t i = 0; i < length; ++i) put(text_[begin + i]);
    push(begin, word_end, TokenKind::other, Mark::none, normal);
    return;
  }
  push(begin, word_end, TokenKind::word, Mark::none, normal);
  out_.tokens.back().marks = static_cast<uint16_t>(marks | (final_marks & kFinalMarks));
}

// Tatweel before a letter belongs to the word (a suffix written apart); alone it is a dash.
void Scanner::tatweel() {
  const size_t begin = at_;
  size_t dash_end = at_, ahead = at_;
  while (ahead < end_) {
    const Glyph next = glyph_after(ahead);
    if (next.kind == GlyphKind::letter || next.kind == GlyphKind::letter_pair) return word();
    const bool ignored = next.kind == GlyphKind::tatweel || next.kind == GlyphKind::diacritic ||
                         next.kind == GlyphKind::control;
    if (!ignored) break;
    ahead += next.length;
    if (next.kind == GlyphKind::tatweel) dash_end = ahead;
  }
  at_ = ahead;
  push(begin, dash_end, TokenKind::punctuation, Mark::dash, used_);
}

// Whether a comma between digits is a separator: "1,500" (dropped: out is 0) or "3,5" (a decimal
// point), no list such as "3,4,5" and no "1990,1991".
bool Scanner::comma_separates(size_t begin, size_t length, char& out) const {
  size_t digits = 0, at = at_ + length;
  while (at < end_ && digits < 4) {
    const Glyph next = glyph_after(at);
    if (next.kind != GlyphKind::digit) break;
    at += next.length;
    ++digits;
  }
  const std::string_view before(normals_ + begin, used_ - begin);
  if (digits == 3) {
    out = 0;
    return before.find('.') == std::string_view::npos;
  }
  const size_t count = out_.tokens.size();
  const bool in_list = !space_ && count >= 2 && out_.tokens[count - 1].mark == Mark::comma &&
                       out_.tokens[count - 2].kind == TokenKind::number;
  if (digits == 0 || digits > 2 || in_list || before.size() > 3 ||
      before.find('.') != std::string_view::npos)
    return false;
  out = '.';
  if (at >= end_ || glyph_after(at).mark != Mark::comma) return true;
  at += glyph_after(at).length;
  return at >= end_ || glyph_after(at).kind != GlyphKind::digit;
}

// Whether the number goes on after what stands at at_: the separator, as the normal form has it.
bool Scanner::separator(size_t begin, char& out, size_t& length) const {
  const Glyph next = glyph();
  length = next.length;
  if (next.kind != GlyphKind::punctuation || at_ + length >= end_) return false;
  if (glyph_after(at_ + length).kind != GlyphKind::digit) return false;
  const std::string_view bytes = text_.substr(at_, length);
  out = '.';
  if (next.mark == Mark::full_stop) return length == 1;  // the ASCII one
  if (bytes == "\xD9\xAB") return true;                  // Arabic decimal separator
  if (bytes == "\xD9\xAC") return out = 0, true;         // Arabic thousands separator
  return next.mark == Mark::comma && comma_separates(begin, length, out);
}

void Scanner::number() {
  const size_t begin = at_, normal = used_;
  size_t points = 0, number_end = at_;
  while (at_ < end_ && used_ - normal < kLongestWord) {
    const Glyph next = glyph();
    if (next.kind == GlyphKind::digit) {
      put(next.normal);
      at_ += next.length;
      number_end = at_;
      continue;
    }
    if (next.kind == GlyphKind::control) {
      at_ += next.length;
      continue;
    }
    char point = 0;
    size_t length = 0;
    if (!separator(normal, point, length)) break;
    if (point != 0) put(point), ++points;
    at_ += length;
  }
  if (points > 1) {  // 1.500.000: points between groups of three are thousands separators
    char* const first = normals_ + normal;
    char* const last = normals_ + used_;
    bool thousands = true;
    for (char* p = std::find(first, last, '.'); p != last; p = std::find(p + 1, last, '.')) {
      thousands &= std::find(p + 1, last, '.') == p + 4 || last == p + 4;
    }
    if (thousands) used_ = static_cast<size_t>(std::remove(first, last, '.') - normals_);
  }
  push(begin, number_end, TokenKind::number, Mark::none, normal);
}

// An apostrophe with Latin letters on both sides.
bool Scanner::apostrophe(Glyph glyph) const {
  if (glyph.kind != GlyphKind::punctuation || at_ + glyph.length >= end_) return false;
  const std::string_view bytes = text_.substr(at_, glyph.length);
  return (bytes == "'" || bytes == "\xE2\x80\x99") &&
         glyph_after(at_ + glyph.length).kind == GlyphKind::latin;
}

void Scanner::latin() {
  const size_t begin = at_, normal = used_;
  size_t word_end = at_;
  while (at_ < end_ && used_ - normal < kLongestWord) {
    const Glyph next = glyph();
    if (next.kind == GlyphKind::latin || next.kind == GlyphKind::digit) {
      if (next.normal != 0) {
        put(next.normal);
      } else {
        for (size_t i = 0; i < next.length; ++i) put(text_[at_ + i]);
        const bool upper = next.length == 2 && text_[at_] == '\xC3' &&  // U+00C0 to U+00DE
                           static_cast<unsigned char>(text_[at_ + 1]) < 0x9F;
        if (upper) normals_[used_ - 1] = static_cast<char>(normals_[used_ - 1] + 0x20);
      }
    } else if (next.kind == GlyphKind::control) {
      at_ += next.length;
      continue;
    } else if (apostrophe(next)) {
      put('\'');
    } else if (next.kind != GlyphKind::diacritic) {
      break;
    }
    at_ += next.length;
    word_end = at_;
  }
  push(begin, word_end, TokenKind::latin, Mark::none, normal);
}

void Scanner::foreign() {
  const size_t begin = at_, normal = used_;
  while (at_ < end_ && used_ - normal < kLongestWord) {
    const Glyph next = glyph();
    if (next.kind != GlyphKind::foreign && next.kind != GlyphKind::diacritic) break;
    for (size_t i = 0; i < next.length; ++i) put(text_[at_ + i]);
    at_ += next.length;
  }
  push(begin, at_, TokenKind::other, Mark::none, normal);
}

// One sign; a run of dots is an ellipsis, a run of one drawing sign is one token, << and >> are
// guillemets, two single quotes are a double one.
void Scanner::punctuation(Glyph first) {
  const size_t begin = at_;
  const char c = text_[begin];
  Mark mark = first.mark;
  at_ += first.length;
  const bool dots = mark == Mark::ellipsis || c == '.';
  const bool drawn = mark == Mark::dash || c == '*' || c == '=' || c == '~' || c == '#' || c == '+';
  while ((dots || drawn) && at_ < end_) {
    const Glyph next = glyph();
    const bool same = dots ? (text_[at_] == '.' || next.mark == Mark::ellipsis)
                           : (next.mark == first.mark && text_[at_] == c);
    if (!same) break;
    at_ += next.length;
    if (dots) mark = Mark::ellipsis;
  }
  if ((c == '<' || c == '>' || c == '\'') && at_ < end_ && text_[at_] == c) {
    mark = c == '<' ? Mark::open_quote : c == '>' ? Mark::close_quote : Mark::quote;
    ++at_;
  }
  quotes_ += mark == Mark::quote || mark == Mark::open_quote || mark == Mark::close_quote;
  const size_t normal = used_;  // signs that names bear: "5+1", "(5+1)"
  if (c == '+' || c == '(' || c == ')') put(c);
  push(begin, at_, TokenKind::punctuation, mark, normal);
}

}  // namespace rasid
