// SPDX-License-Identifier: Apache-2.0
// segment: all readings of one written word: proclitics, a known form, an enclitic. Without
// context, so that the answer can be remembered by the normal form alone.
// A reading's score: what its lemma is worth (its rank), less what its clitics, person and voice
// cost; likelier is higher, and readings more than a step apart rarely change places.
// Example: "llqAC" -> li + Al + lqAC (noun), li + lqAC (noun).
#pragma once
#include <span>
#include <string_view>
#include <vector>

#include "morph/parts.h"

namespace rasid::morph {

inline constexpr size_t kMostCandidates = 20;

// Where a prefix ends and what it is.
struct Prefix {
  uint8_t length = 0;
  uint16_t proclitics = 0;
  bool operator==(const Prefix&) const = default;
};
// All ways to read the beginning of a word as proclitics, the empty one first; returns the count.
inline constexpr size_t kMostPrefixes = 24;
size_t prefixes(std::string_view normal, Prefix (&out)[kMostPrefixes]);

// Sorted by score, best first; at most kMostCandidates. Empty where the lexicon knows no reading.
// `found`: prefixes() of the word.
void readings(std::string_view normal, std::span<const Prefix> found,
              const Morphology::Parts& parts, std::vector<Candidate>& out);

// Best first; readings of one score keep their order. No memory is taken: the lists are short.
void sort_by_score(std::vector<Candidate>& candidates);

struct Suffix {
  std::string_view letters;
  Enclitic enclitic;
  bool verbs_only = false;
  bool nouns_only = false;
};
std::span<const Suffix> suffixes();

// Left and right classes of a reading that is no particle.
void classify(Candidate& candidate, uint8_t form_flags, bool helper);

}  // namespace rasid::morph
