// SPDX-License-Identifier: Apache-2.0
// Claims: for each event whether it is told as held, planned, possible or negated, by which words,
// and on whose word it rests. In: Document's events, clauses, mentions, moments and matches.
// Out: Document::claims (one an event), Document::speakers.
// How: words.h knows the Cue and Speech words; status.h walks from each event to the words that
//   govern it, then mentions of one deed agree; speech.h finds who says what; claims.cc joins both.
// Example: "Moscow's spokesman said the delegation may meet the minister" -> the meeting is
//   possible, cue "may", said_by the spokesman.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "claim/speech.h"
#include "claim/status.h"
#include "claim/words.h"
#include "lexicon/lexicon.h"
#include "model/document.h"

namespace rasid {

// Immutable after construction; shared by all threads.
class ClaimIndex {
 public:
  ClaimIndex(const Lexicon& lexicon, std::vector<Error>& problems) : words_(lexicon, problems) {}
  const claim::Words& words() const { return words_; }

 private:
  claim::Words words_;
};

// Scratch memory of one thread; may be left out, then it is made anew.
struct ClaimScratch {
  std::vector<claim::Verdict> verdicts;
  std::vector<claim::Act> acts;
};

void find_claims(Document& document, const ClaimIndex& index, ClaimScratch& scratch);
void find_claims(Document& document, const ClaimIndex& index);

// A line an event: [trigger] CATEGORY.mode status flags "cue" said_by [..] via [..] (rules).
std::string dump_claims(const Document& document);

}  // namespace rasid
