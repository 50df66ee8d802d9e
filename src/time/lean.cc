// SPDX-License-Identifier: Apache-2.0
// What the nearest verb says of a date that does not tell its year or week.
#include <algorithm>
#include <optional>

#include "time/reading.h"

namespace rasid::time {
namespace {

constexpr uint32_t kBack = 40, kAhead = 12, kCueReach = 4, kPurposeReach = 6, kOwnReach = 4;

int side_at(const Text& text, const Senses& senses, uint32_t at) {
  if (const int side = senses.side_of_lemma(text.analysis(at).lemma); side != 0) return side;
  if (at + 1 >= text.first_match.size()) return 0;
  for (uint32_t i = text.first_match[at]; i < text.first_match[at + 1]; ++i) {
    if (const int side = senses.side_of_cue(text.matches[i].entry); side != 0) return side;
  }
  return 0;
}

int side_before(const Text& text, const Senses& senses, uint32_t begin, uint32_t at) {
  for (uint32_t i = at; i > begin && at - i < kCueReach; --i) {
    if (const int side = side_at(text, senses, i - 1); side != 0) return side;
  }
  return 0;
}

std::optional<Lean> lean_of_verb(const Text& text, const Senses& senses, uint32_t begin,
                                 uint32_t at) {
  const Analysis& verb = text.analysis(at);
  if (verb.pos != Pos::verb) return std::nullopt;
  // "agreed to meet on Monday": either day may be meant
  if (verb.tense == Tense::perfect) {
    return senses.side_of_lemma(verb.lemma) > 0 ? Lean::none : Lean::past;
  }
  if (verb.tense != Tense::imperfect) return std::nullopt;
  if ((verb.proclitics & kSa) != 0) return Lean::future;
  const int side = side_before(text, senses, begin, at);
  return side > 0 ? Lean::future : side < 0 ? Lean::past : Lean::present;
}

bool is_purpose(const Text& text, uint32_t at) {
  const Analysis& word = text.analysis(at);
  const bool noun = word.pos == Pos::masdar || word.pos == Pos::noun;
  return noun && (word.proclitics & kLi) != 0 && (word.proclitics & kAl) == 0;
}

}  // namespace

Lean lean_of(const Document& document, const Senses& senses, const Reading& reading) {
  const Text& text = document.text;
  const Sentence& sentence = text.sentences[reading.sentence];
  const uint32_t low = reading.begin > kBack ? reading.begin - kBack : 0;
  const uint32_t begin = std::max(sentence.begin, low);
  bool complement = false;
  for (uint32_t at = reading.begin; at > begin; --at) {
    if (const auto lean = lean_of_verb(text, senses, sentence.begin, at - 1)) {
      // "agreed on Monday to meet" is the agreement's day, "agreed to meet on Monday" may be either
      const bool own = *lean == Lean::none && reading.begin - at < kOwnReach && !complement;
      return own ? Lean::past : *lean;
    }
    complement = complement || text.analysis(at - 1).pos == Pos::masdar;
    if (side_at(text, senses, at - 1) > 0) return Lean::future;
    if (reading.begin - at < kPurposeReach && is_purpose(text, at - 1)) return Lean::none;
  }
  const uint32_t end = std::min(sentence.end, reading.end + kAhead);
  for (uint32_t at = reading.end; at < end; ++at) {
    if (const auto lean = lean_of_verb(text, senses, sentence.begin, at)) {
      return *lean == Lean::none ? Lean::past : *lean;
    }
    if (side_at(text, senses, at) > 0) return Lean::future;
  }
  return Lean::none;
}

}  // namespace rasid::time
