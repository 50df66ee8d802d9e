// SPDX-License-Identifier: Apache-2.0
// guess: readings of a word that the lexicon does not know, from its shape: the article, nisba,
// sound plurals, imperfect prefixes; else a name. Guesses have no lemma and low scores.
// Example: "AlbwlymArY" -> Al + noun; "ksytr" -> proper.
#pragma once
#include <string_view>
#include <vector>

#include "morph/parts.h"

namespace rasid::morph {

void guesses(std::string_view normal, const Morphology::Parts& parts, std::vector<Candidate>& out);

// A reading as a name behind `proclitics`.
Candidate name_reading(std::string_view normal, size_t stem_begin, uint16_t proclitics, int score);

}  // namespace rasid::morph
