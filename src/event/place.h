// SPDX-License-Identifier: Apache-2.0
// Place: where a deed is done, from its slots, its clause, what it is done to, the clause that
// describes it and the place a "where" goes back to. In: a parse, a head and its filled draft.
// Out: draft.event.place. Example: "he left for | Moscow |, where he met the minister".
#pragma once
#include "event/drafts.h"

namespace rasid {

void find_place(const Document& document, const EventIndex& index, const SentenceParse& parse,
                const Head& head, EventDraft& draft);

// A meeting told with a visit of its sentence is held where that goes to.
void lend_place_of_visit(const Document& document, uint32_t first, DraftList& drafts);

}  // namespace rasid
