// SPDX-License-Identifier: Apache-2.0
// choose: one reading for each word of a sentence: the path with the best sum of
//   - word scores (segment.h), moved by what the careful spelling says (mark_score),
//   - neighbour scores (neighbours_table.inc): a noun after a preposition, a jussive after lam ...
//   - agreement of adjective with noun and of verb with subject,
//   - one finite verb a clause.
// Integer scores, left to right, in time linear in the words. For the files of this folder only.
#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "model/document.h"
#include "morph/classes.h"

namespace rasid::morph {

// What the spelling marks of the written word say for or against a reading.
int mark_score(uint16_t written, const Candidate& candidate, std::string_view normal);

struct Readings {  // of one token: a run of Workspace candidates
  uint32_t first = 0;
  uint32_t count = 0;
};

struct State {
  uint32_t candidate;  // kNone: punctuation or a foreign word
  int32_t score;
  uint32_t back;  // index of the state before, kNone at the start
  Right right;    // what it lets follow
  bool clause_has_verb;
  int8_t verb_score;  // for a finite verb behind it
};

// Reused between sentences.
struct Paths {
  std::vector<State> states;
};

// Fills chosen[token] (an index into candidates, or kNone) for the tokens of the sentence.
void choose(const Text& text, const Sentence& sentence, std::span<const Candidate> candidates,
            std::span<const Readings> readings, Paths& paths, std::span<uint32_t> chosen);

}  // namespace rasid::morph
