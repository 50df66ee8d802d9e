// SPDX-License-Identifier: Apache-2.0
// events: sentences with analyses, mentions and moments -> clauses and events.
// In: Document's text, mentions, moments. Out: Document::clauses, clause_subjects, events, roles.
// How: chunks.h cuts a sentence flat, clauses.h nests it and finds subjects, heads.h finds the
// words that frames name, arguments.h what stands round them, frames.h the frame that fits and its
// roles, context.h what the sentence leaves unsaid. A sentence without a head is not parsed.
// Example: "<the foreign minister> met his Russian counterpart in Geneva yesterday" gives
// CONSULT.meet, both as actors, place Geneva, the moment of yesterday.
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "event/frames.h"
#include "event/index.h"
#include "model/document.h"

namespace rasid {

// Scratch memory of one thread.
struct EventScratch {
  TokenMaps maps;
  SentenceParse parse;
  FrameScratch frames;
  DraftList drafts;
};

void find_events(Document& document, const EventIndex& index, EventScratch& scratch);

// Clauses and events of a document in stable text, for tests and `rasid trace`.
std::string dump_events(const Document& document, const Lexicon& lexicon);

}  // namespace rasid
