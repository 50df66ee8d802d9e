// SPDX-License-Identifier: Apache-2.0
// match: the lexicon phrases that begin at a token. For the files of this folder only.
#pragma once
#include <vector>

#include "model/document.h"
#include "morph/cache.h"

namespace rasid::morph {

// Of each token: where its starts lie in `starts`.
struct TokenStarts {
  uint32_t first = 0;
  uint32_t count = 0;
};

// Fills Text::matches and ::first_match. of_token and analyses must be there.
void match_phrases(Text& text, const Lexicon& lexicon, const std::vector<TokenStarts>& at,
                   const std::vector<Start>& starts);

}  // namespace rasid::morph
