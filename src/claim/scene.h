// SPDX-License-Identifier: Apache-2.0
// Scene: the sentence in which someone may speak, for the files of speech. Scene::find_* answer
// with indices; kNone where there is none.
#pragma once
#include <cstdint>

#include "claim/speech.h"
#include "claim/words.h"
#include "model/document.h"

namespace rasid::claim {

inline constexpr uint32_t kMarkerReach = 45;   // tokens from a reporting word to its content
inline constexpr uint32_t kSpeakerReach = 10;  // to its speaker

inline bool is_finite(const Analysis& analysis) {
  return analysis.pos == Pos::verb && analysis.tense != Tense::none;
}

struct Scene {
  Scene(const Document& document, const Words& known)
      : doc(document), text(document.text), words(known) {}
  const Document& doc;
  const Text& text;
  const Words& words;
  uint32_t sentence = 0, begin = 0, end = 0;  // the sentence and its tokens
  uint32_t first_clause = 0;
};

}  // namespace rasid::claim
