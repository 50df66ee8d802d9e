// SPDX-License-Identifier: Apache-2.0
#include "page/lines.h"

#include <algorithm>

#include "base/bytes.h"
#include "base/letters.h"
#include "page/line_words.h"
#include "page/read.h"

namespace rasid {
namespace {

bool is_blank(char32_t point) {
  return point <= 0x20 || point == 0x7F || point == 0xA0 || point == 0x85 ||
         (point >= 0x2000 && point <= 0x200F) || (point >= 0x2028 && point <= 0x202F) ||
         (point >= 0x2060 && point <= 0x2069) || point == 0x3000 || point == 0xFEFF;
}

// Where the code point before `at` begins.
uint32_t before(std::string_view text, uint32_t begin, uint32_t at) {
  --at;
  while (at > begin && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return at;
}

bool is_stop(char32_t point) {
  return point == '.' || point == '!' || point == '?' || point == 0x61F || point == 0x6D4 ||
         point == 0x2026;
}

bool closes(char32_t point) {
  return point == '"' || point == '\'' || point == 0xBB || point == 0x201D || point == 0x201C ||
         point == 0x2019 || point == ')' || point == ']';
}

bool opens_more(char32_t point) {
  return point == ':' || point == ',' || point == ';' || point == 0x60C || point == 0x61B;
}

void read_end(std::string_view text, Line& line) {
  uint32_t end = line.span.end;
  for (int i = 0; i < 4 && end > line.span.begin; ++i) {
    const uint32_t at = before(text, line.span.begin, end);
    const char32_t point = quick_decode(text, at).value;
    if (i == 0) line.open = opens_more(point);
    line.stop = is_stop(point);
    if (line.stop || !closes(point)) return;
    end = at;
  }
}

bool is_bullet(char32_t point) {
  return point == '-' || point == '*' || point == 0x2022 || point == 0x25CF || point == 0x25AA ||
         point == 0x25A0 || point == 0x2013 || point == 0x2014 || point == 0xB7 ||
         point == 0x2666 || point == 0x25C6 || point == 0x640;
}

// "- x", "* x", "1. x", "2) x", "3- x".
bool begins_as_item(std::string_view text, Span span) {
  uint32_t at = span.begin;
  const CodePoint first = quick_decode(text, at);
  at += first.length;
  if (is_bullet(first.value)) {
    return at < span.end && is_blank(quick_decode(text, at).value);
  }
  if (letter_info(first.value).kind != LetterClass::digit) return false;
  for (int i = 0; i < 2 && at < span.end; ++i) {
    const CodePoint next = quick_decode(text, at);
    if (letter_info(next.value).kind != LetterClass::digit) {
      const bool ends = next.value == '.' || next.value == ')' || next.value == '-';
      const uint32_t after = at + next.length;
      return ends && after < span.end && is_blank(quick_decode(text, after).value);
    }
    at += next.length;
  }
  return false;
}

// Signs of the blocks of letters that make no word.
bool separates(char32_t point) {
  return point == 0xD7 || point == 0xF7 || (point >= 0x600 && point < 0x700);
}

bool has_letters(std::string_view text, Span span) {
  for (uint32_t at = span.begin; at < span.end;) {
    const CodePoint point = quick_decode(text, at);
    const LetterInfo info = letter_info(point.value);
    const bool latin = (point.value | 0x20) >= 'a' && (point.value | 0x20) <= 'z';
    const bool foreign = point.value >= 0xC0 && point.value < 0xE000 &&
                         (point.value < 0x2000 || point.value >= 0x3040) &&
                         info.kind == LetterClass::none && !separates(point.value);
    if (info.kind == LetterClass::letter || info.kind == LetterClass::letter_pair || latin ||
        foreign)
      return true;
    at += point.length;
  }
  return false;
}

// Words by the spaces that part them, up to kManyWords. NBSP counts as a space: its last byte does
// not stand alone. Plain spaces are counted eight bytes at a time.
uint32_t words_in(std::string_view text, Span span) {
  uint32_t words = 1, at = span.begin;
  while (at < span.end && words < kManyWords) {
    if (at + 9 <= span.end) {
      const uint64_t here = eight_bytes(text.data() + at), next = eight_bytes(text.data() + at + 1);
      if ((bytes_equal(here, '\t') | bytes_equal(here, 0xA0)) == 0) {
        const uint64_t ends = bytes_equal(here, ' ') & ~bytes_equal(next, ' ');
        words += static_cast<uint32_t>(count_bytes(ends));
        at += 8;
        continue;
      }
    }
    const bool space = text[at] == ' ' || text[at] == '\t' ||
                       (text[at] == '\xA0' && at > span.begin && text[at - 1] == '\xC2');
    words += space && at + 1 < text.size() && text[at + 1] != ' ';
    ++at;
  }
  return std::min(words, kManyWords);
}

}  // namespace

Span first_piece(std::string_view text, Span span) {
  if (span.size() <= kLongestBlock) return span;
  const uint32_t limit = span.begin + kLongestBlock;
  const uint32_t half = span.begin + kLongestBlock / 2;
  const size_t space = text.substr(half, limit - half).rfind(' ');
  if (space != std::string_view::npos) {
    return {span.begin, half + static_cast<uint32_t>(space) + 1};
  }
  uint32_t at = limit;
  while (at > span.begin + 1 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80) --at;
  return {span.begin, at};
}

Span trimmed(std::string_view text, Span span) {
  span.end = std::min<uint32_t>(span.end, static_cast<uint32_t>(text.size()));
  while (span.begin < span.end) {
    const CodePoint point = quick_decode(text, span.begin);
    if (!is_blank(point.value)) break;
    span.begin += point.length;
  }
  while (span.begin < span.end) {
    const uint32_t at = before(text, span.begin, span.end);
    if (!is_blank(quick_decode(text, at).value)) break;
    span.end = at;
  }
  return span;
}

Line line_of(std::string_view text, Span span, uint32_t number) {
  Line line;
  line.span = span;
  line.number = number;
  line.words = words_in(text, span);
  line.letters = has_letters(text, span);
  line.bullet = begins_as_item(text, span);
  read_end(text, line);
  return line;
}

std::vector<Line> lines_of(std::string_view text, uint32_t number, uint32_t& cut) {
  std::vector<Line> out;
  out.reserve(text.size() / 256 + 8);
  const std::string_view ends = text.find('\r') == std::string_view::npos ? "\n" : "\r\n";
  for (size_t at = 0; at < text.size(); ++number) {
    size_t end = ends.size() == 1 ? text.find('\n', at) : text.find_first_of(ends, at);
    if (end == std::string_view::npos) end = text.size();
    Span span = trimmed(text, {static_cast<uint32_t>(at), static_cast<uint32_t>(end)});
    if (span.size() > kLongestBlock) ++cut;
    while (!span.empty()) {
      const Span first = first_piece(text, span);
      const Span piece = trimmed(text, first);
      if (!piece.empty()) out.push_back(line_of(text, piece, number));
      span.begin = first.end;
    }
    const bool both = end + 1 < text.size() && text[end] == '\r' && text[end + 1] == '\n';
    at = end + (both ? 2 : 1);
  }
  return out;
}

}  // namespace rasid
