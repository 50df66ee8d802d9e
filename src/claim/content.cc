// SPDX-License-Identifier: Apache-2.0
#include "claim/content.h"

#include <algorithm>

namespace rasid::claim {
namespace {

constexpr uint32_t kShortQuote = 4;  // tokens

bool is_report(const Scene& scene, uint32_t at) {
  const Analysis& word = scene.text.analysis(at);
  return is_finite(word) && scene.words.speech_of(word.lemma) != nullptr;
}

// A quotation that the sentence leaves open runs to its closing mark.
uint32_t end_of_depth(const Scene& scene, uint8_t depth) {
  uint32_t at = scene.end;
  while (at < scene.text.tokens.size() && scene.text.tokens[at].quote_depth >= depth) ++at;
  return at;
}

// Where "that «...»" ends: at the closing mark where a comma follows, unless another "that" goes
// on; else with the sentence.
uint32_t end_of_quoted(const Scene& scene, uint32_t open) {
  const uint32_t close = close_of(scene.text, open);
  if (close >= scene.end) return close;
  for (uint32_t at = close; at < scene.end; ++at) {
    if ((scene.text.analysis(at).proclitics & kWa) != 0 &&
        scene.words.is_complementizer(scene.text, at)) {
      return scene.end;
    }
  }
  return close + 1 < scene.end && scene.text.tokens[close + 1].mark == Mark::comma ? close
                                                                                   : scene.end;
}
}  // namespace

// The opener of the reported words after a reporting word.
Marker find_marker(const Scene& scene, uint32_t from) {
  const uint32_t limit = std::min(scene.end, from + kMarkerReach);
  for (uint32_t at = from; at < limit; ++at) {
    const Mark mark = scene.text.tokens[at].mark;
    if (mark == Mark::full_stop || mark == Mark::semicolon) return {};
    if (mark == Mark::colon) return {Marker::Kind::colon, at};
    if (mark == Mark::open_quote) {
      const uint32_t close = close_of(scene.text, at);
      if (is_utterance(scene.text, at + 1, close)) return {Marker::Kind::quote, at};
      at = close - 1;  // a name in quotation marks
      continue;
    }
    if (scene.words.is_complementizer(scene.text, at)) return {Marker::Kind::clause, at};
    if (at > from && is_report(scene, at)) return {};
  }
  return {};
}

bool is_utterance(const Text& text, uint32_t begin, uint32_t end) {
  if (end >= begin + kShortQuote && end - begin > kShortQuote) return true;
  for (uint32_t at = begin; at < end && at < text.tokens.size(); ++at) {
    if (is_finite(text.analysis(at))) return true;
  }
  return false;
}

// The token after which the quotation opened at `open` is over: its closing mark, or where the
// quotation's depth falls; a quotation runs over sentences, not over blocks.
uint32_t close_of(const Text& text, uint32_t open) {
  const uint32_t size = static_cast<uint32_t>(text.tokens.size());
  if (open + 1 >= size) return size;
  const uint8_t depth = text.tokens[open + 1].quote_depth;
  if (depth == 0) return open + 1;
  uint32_t at = open + 1;
  while (at < size && text.tokens[at].quote_depth >= depth) ++at;
  return at;
}

void set_content(const Scene& scene, const Marker& found, uint32_t from, const Speech& speech,
                 Act& act) {
  switch (found.kind) {
    case Marker::Kind::clause: {
      act.begin = found.at;
      act.end = scene.end;
      // "that «...»": what is quoted may run on over the sentence's end
      const uint32_t next = found.at + 1;
      if (next < scene.text.tokens.size() && scene.text.tokens[next].mark == Mark::open_quote) {
        act.end = end_of_quoted(scene, next);
      } else if (scene.text.tokens[scene.end - 1].quote_depth >
                 scene.text.tokens[act.at].quote_depth) {
        act.end = end_of_depth(scene, scene.text.tokens[scene.end - 1].quote_depth);
      }
      break;
    }
    case Marker::Kind::colon: {
      act.begin = found.at + 1;
      act.end = scene.end;
      if (act.begin < scene.text.tokens.size() &&
          scene.text.tokens[act.begin].mark == Mark::open_quote) {
        act.end = close_of(scene.text, act.begin);
        act.quoted = true;
      }
      break;
    }
    case Marker::Kind::quote:
      act.begin = found.at + 1;
      act.end = close_of(scene.text, found.at);
      act.quoted = true;
      break;
    case Marker::Kind::none:
      if (!speech.takes_noun) break;
      act.begin = from;
      act.end = scene.end;
      act.nominal = true;
      break;
  }
}

void set_quote_before(const Scene& scene, uint32_t at, Act& act) {
  uint32_t close = at;
  for (uint32_t back = 0; back < 3 && close > scene.begin; ++back) {
    --close;
    const Mark mark = scene.text.tokens[close].mark;
    if (mark == Mark::close_quote) break;
    if (mark != Mark::comma) return;
  }
  if (close <= scene.begin || scene.text.tokens[close].mark != Mark::close_quote) return;
  uint32_t open = close - 1;
  while (open > scene.begin &&
         scene.text.tokens[open].quote_depth > scene.text.tokens[close].quote_depth) {
    --open;
  }
  if (scene.text.tokens[open].mark != Mark::open_quote ||
      !is_utterance(scene.text, open + 1, close))
    return;
  act.begin = open + 1;
  act.end = close;
  act.quoted = true;
}

}  // namespace rasid::claim
