// SPDX-License-Identifier: Apache-2.0
#include "token/sentences.h"

#include "token/tokenize.h"

namespace rasid {
namespace {

bool is_stop(Mark mark) {
  return mark == Mark::full_stop || mark == Mark::question || mark == Mark::exclamation ||
         mark == Mark::ellipsis;
}

bool goes_on(Mark mark) {
  return mark == Mark::comma || mark == Mark::semicolon || mark == Mark::colon;
}

class Cutter {
 public:
  Cutter(const std::vector<Token>& tokens, uint32_t end, uint32_t start)
      : tokens_(tokens), end_(end), start_(start) {}

  // One past the last token of a sentence that `stop` ends, with the marks that close it; `stop`
  // itself where it ends none.
  uint32_t end_after(uint32_t stop) const {
    if (!ends(stop)) return stop;
    uint32_t next = stop + 1;
    while (next < end_ && closes(next)) ++next;
    return next < end_ && goes_on(tokens_[next].mark) ? stop : next;
  }

  void start(uint32_t token) { start_ = token, words_ = 0; }
  void count(const Token& token) { words_ += token.kind != TokenKind::punctuation; }

 private:
  bool closes(uint32_t token) const {
    const Mark mark = tokens_[token].mark;
    if (mark == Mark::close_quote || mark == Mark::close_bracket) return true;
    return is_stop(mark) && !tokens_[token].space_before;
  }

  // Whether the next token stands right behind this one.
  bool touches_next(uint32_t token) const {
    return token + 1 < end_ && !tokens_[token + 1].space_before;
  }

  bool ends(uint32_t stop) const {
    if (words_ == 0) return false;  // an ellipsis that opens the line
    const Token& before = tokens_[stop - 1];
    if (before.mark == Mark::open_bracket && touches_next(stop) &&
        tokens_[stop + 1].mark == Mark::close_bracket) {
      return false;  // (?) and (...)
    }
    if (tokens_[stop].mark == Mark::ellipsis) return before.mark != Mark::open_quote;
    return tokens_[stop].mark != Mark::full_stop || !is_inside(stop);
  }

  // The names of foreign letters written out with points: "by. by. sy."
  bool is_spelled(uint32_t stop) const {
    const auto is_short = [](const Token& token) {
      return token.kind == TokenKind::word && token.normal_length <= 2;
    };
    if (!is_short(tokens_[stop - 1]) || !is_short(tokens_[stop + 1])) return false;
    const bool before = stop >= start_ + 2 && tokens_[stop - 2].mark == Mark::full_stop;
    const bool after = stop + 2 < end_ && tokens_[stop + 2].mark == Mark::full_stop;
    return before || after;
  }

  // A full stop that ends no sentence: of an abbreviation, an initial, an address, an item's
  // number.
  bool is_inside(uint32_t stop) const {
    const Token& before = tokens_[stop - 1];
    if (stop + 1 >= end_ || tokens_[stop].space_before) return false;
    const Token& after = tokens_[stop + 1];
    if (before.kind == TokenKind::word && before.normal_length == 1) {
      // A letter after a number is a unit or an era: 2015 m. may end a sentence.
      const bool unit = stop - 1 > start_ && tokens_[stop - 2].kind == TokenKind::number;
      return !unit;
    }
    const bool letters_follow = touches_next(stop) && touches_next(stop + 1) &&
                                after.kind == TokenKind::word && after.normal_length == 1 &&
                                tokens_[stop + 2].mark == Mark::full_stop;
    if (letters_follow) return true;  // wa-a.d.
    if (is_spelled(stop)) return true;
    if (before.kind == TokenKind::number && words_ == 1) return true;
    if (before.kind == TokenKind::latin && before.normal_length == 1 &&
        after.kind == TokenKind::latin) {
      return true;
    }
    const auto is_code = [](const Token& token) {
      return token.kind == TokenKind::latin || token.kind == TokenKind::number;
    };
    return touches_next(stop) && is_code(before) && is_code(after);
  }

  const std::vector<Token>& tokens_;
  uint32_t end_;
  uint32_t start_;
  uint32_t words_ = 0;
};

}  // namespace

void cut_sentences(const std::vector<Token>& tokens, uint32_t begin, uint32_t end, Sentence model,
                   std::vector<Sentence>& out) {
  Cutter cutter(tokens, end, begin);
  uint32_t start = begin;
  const auto cut = [&](uint32_t stop) {
    model.begin = start;
    model.end = stop;
    out.push_back(model);
    start = stop;
    cutter.start(stop);
  };
  for (uint32_t t = begin; t < end;) {
    cutter.count(tokens[t]);
    const uint32_t stop = is_stop(tokens[t].mark) ? cutter.end_after(t) : t;
    const uint32_t length = t + 1 - start;
    const bool too_long = length >= kLongestSentence * 4 / 5 && goes_on(tokens[t].mark);
    if (stop > t) {
      cut(stop);
    } else if (too_long || length >= kLongestSentence) {
      cut(t + 1);
    }
    t = stop > t ? stop : t + 1;
  }
  if (start < end) cut(end);
}

}  // namespace rasid
