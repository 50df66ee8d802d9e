// SPDX-License-Identifier: Apache-2.0
// Morph: what each word may be, and what it most likely is here; which lexicon phrases stand where.
// In: Document::text with tokens and sentences. Out: Text::of_token and ::analyses (the chosen
// analysis of each word first, the others by score), Text::matches and ::first_match.
// Any bytes are taken; time is linear in the text.
//
// Words. A word is proclitics + a form of the lexicon + an enclitic (segment.h); a word the lexicon
//   does not know gets guesses from its shape (guess.h). A preposition with a pronoun alone ("lh")
//   is the preposition, stem "l", with an enclitic. Particles have no lemma: their normal form and
//   part of speech tell them. Gender and number are those of the word; plurals of things agree as
//   feminine singulars (Lemma::human). Numbers get one analysis; punctuation and foreign words
//   none.
// Matches. All phrases that begin at a token: as written, or behind w f b k l (ll: behind l, with
//   the article), a ~word as any form of its lemma, with or without article, s- and an enclitic.
//   Only the first word of a phrase may have other proclitics. Words of verb:, noun: and
//   adjective: keys are not matched here: look up Lexicon::terms_of the chosen lemma.
// Choice. The path through each sentence with the best sum of word scores and neighbour scores
//   (choose.h).
// Example: "wAltqy" -> wa + Altqy, verb, perfect, third person masculine singular.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace rasid {

// What the lexicon says about particles, names and helper verbs. Built once, shared by threads.
class Morphology {
 public:
  Morphology(const Lexicon& lexicon, std::vector<Error>& problems);
  Morphology(Morphology&&) noexcept;
  ~Morphology();
  struct Parts;
  const Parts& parts() const { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

// Remembers the analyses of words met before, and scratch memory. One a thread; what it remembers
// never changes an answer. The Morphology must outlive it.
class MorphCache {
 public:
  explicit MorphCache(const Morphology& morphology);
  MorphCache(MorphCache&&) noexcept;
  ~MorphCache();
  struct Parts;
  Parts& parts() { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

void analyze(Document& document, const Morphology& morphology, MorphCache& cache);

// A line a token: index, normal form, the chosen analysis; then a line a match.
std::string dump_morph(const Document& document, const Lexicon& lexicon);
// The one analysis as dump_morph prints it: "wa+ verb perfect 3ms Altqy -h".
std::string described(const Analysis& analysis, std::string_view normal, const Lexicon& lexicon);

}  // namespace rasid
