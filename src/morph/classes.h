// SPDX-License-Identifier: Apache-2.0
// classes: how an analysis joins its neighbours. Left: what it is to the word before it; Right:
// what it lets follow. Neighbour scores (choose.h) are told in these.
#pragma once
#include <cstdint>

#include "model/text.h"

namespace rasid::morph {

enum class Left : uint8_t {
  other,
  past,           // a verb, perfect
  present,        // imperfect, in any mood
  short_present,  // imperfect, subjunctive or jussive only
  command,
  bare,        // a noun without article or suffix
  accusative,  // with the alef of tanwin
  the,         // a noun with the article
  own,         // a noun with a suffix
  adjective,   // an adjective or participle, bare
  the_adjective,
  elative,  // akbar, aham: before its noun, or a predicate
  name,
  preposition,  // free, or written onto its noun
  joined_verb,  // wa, fa + verb
  joined_noun,  // wa, fa + noun or adjective, bare
  joined_the,   // wa, fa + noun with article or suffix, name
  joined_other,
  complementizer,
  relative,
  subordinator,
  conjunction,
  demonstrative,
  pronoun,
  adverb,
  number,
  negation,
  verb_particle,  // qad, sawfa
  boundary,
};
inline constexpr int kLefts = 29;

enum class Right : uint8_t {
  other,
  boundary,
  comma,
  verb,
  helper,  // kana and its like: a second verb may follow
  bare,
  construct,  // a noun whose written form needs a genitive
  accusative,
  the,
  own,
  adjective,
  the_adjective,
  name,
  preposition,
  preposition_own,  // with a suffix
  conjunction,
  an,        // a subjunctive follows
  anna,      // a noun follows
  anna_own,  // with a suffix: its clause follows
  relative,
  subordinator,
  demonstrative,
  pronoun,
  adverb,
  number,
  negation_past,    // lam: a jussive follows
  negation_future,  // lan: a subjunctive follows
  negation,
  verb_particle,  // qad, sawfa
  question,
};
inline constexpr int kRights = 30;

// One way to read a word, without its context.
struct Candidate {
  Analysis analysis;
  uint16_t marks = 0;  // SpellingMarks of the stem's careful spelling
  Left left = Left::other;
  Right right = Right::other;
  bool human = false;
  bool whole_end = true;  // no enclitic: the marks of the last letter are the stem's
  bool guessed = false;
  bool needs_hamza = false;  // written without its hamza it is hardly this word
};

}  // namespace rasid::morph
