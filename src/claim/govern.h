// SPDX-License-Identifier: Apache-2.0
// Govern: which cue governs a verb or an event noun, found by walking the sentence from it.
// Left: cues with a complement, the next word, an object, a clause; the governing verb ends the
// walk. Right, for nouns: adjectives and relative clauses that describe it.
// Example: in "is not expected to announce the visit" the visit's walk ends at "announce".
#pragma once
#include <cstdint>
#include <optional>

#include "claim/status.h"
#include "claim/words.h"
#include "model/document.h"

namespace rasid::claim {

class Governors {
 public:
  Governors(const Document& document, const Words& words)
      : text_(document.text), doc_(document), words_(words) {}

  // What a finite verb's own form and the words before it say.
  Verdict of_verb(uint32_t verb, const Sentence& sentence) const;
  // Only the words that stand right before the verb: negation, future, "may".
  std::optional<Verdict> before_verb(uint32_t verb, const Sentence& sentence) const;
  // What governs a noun from the left; own_verb is the light verb that carries it.
  std::optional<Verdict> before_noun(uint32_t noun, uint32_t own_verb,
                                     const Sentence& sentence) const;
  // What describes a noun from the right.
  std::optional<Verdict> after_noun(uint32_t noun, const Sentence& sentence) const;
  bool may_be_masdar(uint32_t verb) const;  // a past verb written like its masdar
  bool has_masdar(uint32_t token) const;    // among its readings
  bool is_purpose(uint32_t noun, const Sentence& sentence) const;
  // "during the visit"; the preposition is not before `from`.
  bool is_occasion(uint32_t noun, uint32_t from) const;

 private:
  struct Found {
    const Cue* cue = nullptr;
    uint32_t begin = 0, end = 0;
  };
  struct Walk {
    uint32_t start = 0;
    bool verbal = false;
    bool complementizer = false;  // one lies between the cue and the start
    uint32_t verb = kNone;        // the first of coordinated verbs
    uint32_t doubtful = kNone;    // a verb that may be a masdar
  };
  std::optional<Verdict> walk_left(Walk walk, uint32_t own_verb, const Sentence& sentence) const;
  Found phrase_at(uint32_t at, uint32_t limit) const;
  Found phrase_over(uint32_t at, uint32_t limit, const Sentence& sentence) const;
  std::optional<Verdict> governing_verb(uint32_t verb, const Walk& walk, uint32_t own_verb,
                                        const Sentence& sentence) const;
  bool only(uint32_t verb, const Sentence& sentence) const;
  Found word_at(uint32_t at) const;
  bool is_attribution(uint32_t at) const;
  bool applies(const Found& found, const Walk& walk) const;
  Verdict verdict_of(const Found& found, const Sentence& sentence) const;
  std::optional<Verdict> auxiliary_before(uint32_t verb, const Sentence& sentence) const;
  std::optional<Verdict> described(uint32_t noun, uint32_t at, const Sentence& sentence) const;
  std::optional<Verdict> relative(uint32_t noun, uint32_t at, const Sentence& sentence) const;
  const Cue* adjacent(uint32_t end, const Sentence& sentence, Tense tense, uint32_t& begin) const;
  bool agrees(uint32_t noun, uint32_t other) const;
  bool in_moment(uint32_t token) const;
  Span span(uint32_t begin, uint32_t end) const {
    return {text_.tokens[begin].span.begin, text_.tokens[end - 1].span.end};
  }

  const Text& text_;
  const Document& doc_;
  const Words& words_;
};

}  // namespace rasid::claim
