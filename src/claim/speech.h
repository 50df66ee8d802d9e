// SPDX-License-Identifier: Apache-2.0
// Speech: who says what in an article. In: document and words. Out: acts of speech, each with the
// tokens that it reports, its speakers and its medium; claims.cc asks which acts an event lies in.
// Example: "the agency quoted the minister as saying that X" -> {X, speaker minister, via agency}.
#pragma once
#include <array>
#include <cstdint>
#include <vector>

#include "claim/words.h"
#include "model/document.h"

namespace rasid::claim {

inline constexpr size_t kMostSpeakers = 6;

struct Act {
  uint32_t at = kNone;          // the reporting word
  uint32_t begin = 0, end = 0;  // tokens reported
  uint32_t sentence = 0;
  bool nominal = false;  // no clause is reported, only a deed named: "announced the visit"
  bool quoted = false;   // the content is a quotation
  std::array<uint32_t, kMostSpeakers> speaker{};  // Mentions
  uint8_t speakers = 0;
  uint32_t via = kNone;     // Mention
  uint32_t moment = kNone;  // when it was said
  EntryId entry = kNone;
  const char* rule = "";
};

// All acts, by the place of the reporting word. `out` is emptied first.
void find_speech(const Document& document, const Words& words, std::vector<Act>& out);

// Whether a mention is a news outlet, an agency, a channel, a journalist.
bool is_medium(const Document& document, uint32_t mention);

}  // namespace rasid::claim
