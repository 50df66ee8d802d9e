// SPDX-License-Identifier: Apache-2.0
// Status: from an event to the words that govern it. In: document and words. Out: a verdict an
// event: its status, the cue, and how sure it is.
// Example: "is to visit" -> {planned, cue "is to", strength cue}.
#pragma once
#include <cstdint>
#include <vector>

#include "claim/words.h"
#include "model/document.h"

namespace rasid::claim {

// How a status was found; mentions of one deed follow the strongest of them.
enum class Strength : uint8_t {
  none,    // nothing said so: held
  weak,    // a present tense, a purpose
  clause,  // the clause it serves is planned or possible
  date,    // its date lies ahead
  cue,     // a cue governs it, or its own tense
};

struct Verdict {
  Status status = Status::held;
  Negation negation = Negation::none;
  bool postponed = false;
  Span cue;
  EntryId cue_entry = kNone;
  Strength strength = Strength::none;
  const char* rule = "";
};

// One verdict an event, in the order of Document::events. `out` is emptied first.
void find_statuses(const Document& document, const Words& words, std::vector<Verdict>& out);

}  // namespace rasid::claim
