// SPDX-License-Identifier: Apache-2.0
// Content: where the reported words begin and end. In: a sentence and a reporting word. Out: the
// tokens reported. Example: after "said the minister, yesterday, that X" the marker is "that".
#pragma once
#include <cstdint>

#include "claim/scene.h"

namespace rasid::claim {

struct Marker {
  enum class Kind : uint8_t { none, clause, colon, quote } kind = Kind::none;
  uint32_t at = 0;
};

// The opener of the reported words after a reporting word.
Marker find_marker(const Scene& scene, uint32_t from);
void set_content(const Scene& scene, const Marker& found, uint32_t from, const Speech& speech,
                 Act& act);
// The quotation before a reporting word: \"...\", said X.
void set_quote_before(const Scene& scene, uint32_t at, Act& act);
// The token after which the quotation opened at `open` is over: its closing mark, or where the
// quotation's depth falls; a quotation runs over sentences, not over blocks.
uint32_t close_of(const Text& text, uint32_t open);
// Whether quoted words are said, not a name: a verb stands among them, or they are many.
bool is_utterance(const Text& text, uint32_t begin, uint32_t end);

}  // namespace rasid::claim
