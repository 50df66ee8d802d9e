// SPDX-License-Identifier: Apache-2.0
// match: the lexicon phrases that begin at a token. For the files of this folder only.
#pragma once
#include <vector>

#include "model/document.h"
#include "morph/cache.h"
#include "morph/choose.h"

namespace rasid::morph {

// Of each token: where its starts lie in `starts`.
struct TokenStarts {
  uint32_t first = 0;
  uint32_t count = 0;
};

struct MatchInput {
  std::span<const TokenStarts> at;
  std::span<const Start> starts;
  std::span<const Readings> readings;  // by token, into candidates
  std::span<const Candidate> candidates;
  std::span<const Leads> leads;  // by node
};

// Fills Text::matches and ::first_match.
void match_phrases(Text& text, const Lexicon& lexicon, const MatchInput& input);

}  // namespace rasid::morph
