// SPDX-License-Identifier: Apache-2.0
// conjugate: all written forms of a verb, and the stems that its masdar and participles are built
// on. Compiler only. After the tables of Wright, "A Grammar of the Arabic Language", vol. 1.
#pragma once
#include <string>
#include <vector>

#include "lexicon/inflect.h"
#include "lexicon/root.h"

namespace rasid::inflection {

// Sounds (spell.h). open: before a vowel; closed: before a consonant or nothing. A weak last
// radical is kept as w or y; join() melts it with what follows.
struct Stem {
  std::string open, closed;
};

enum class Voice { active, passive };

Stem past_stem(const VerbShape& shape, Voice voice);
Stem present_stem(const VerbShape& shape, Voice voice);  // without the prefix of person
char present_prefix_vowel(const VerbShape& shape, Voice voice);

// stem + ending, with weak radicals melted and hamzas after hamzas lengthened.
std::string join(const VerbShape& shape, const std::string& stem, std::string_view ending);
std::string settled(std::string sounds);  // uw + consonant -> U, initial CaC -> CA ...

// Adjusts the shape until the past as built is spelled like the lemma; false where none fits.
bool fit(VerbShape& shape, const LemmaSource& verb);

std::vector<WrittenForm> conjugate(const LemmaSource& verb);

}  // namespace rasid::inflection
