// SPDX-License-Identifier: Apache-2.0
// Context: what an event takes from round it: participants from a deed told before or from the
// clause it stands in, place, date; which events are only the content of another; deeds told twice.
#pragma once
#include "event/drafts.h"

namespace rasid {

// Whether two mentions stand for exactly the same participants (at least one).
bool same_participants(const Document& document, uint32_t a, uint32_t b);

// Where a token's span begins without the conjunction written onto it.
uint32_t after_conjunction(const Document& document, uint32_t token);

// For a deed noun without a doer: the participants of the same deed told before, or the subject of
// the clause that it serves.
void fill_from_context(const Document& document, const EventIndex& index,
                       const SentenceParse& parse, const Head& head, const DraftList& drafts,
                       EventDraft& draft);

// A visit has a guest and a host of another country; what is missing comes from the visits told
// before.
void mend_visit(const Document& document, const DraftList& drafts, EventDraft& draft);

void place_and_date(const Document& document, const EventIndex& index, const SentenceParse& parse,
                    const Head& head, EventDraft& draft);

// Drops what is only another's content, merges a verb with the noun that explains it. `first` is
// the sentence's first draft.
void relate_sentence(const Document& document, const EventIndex& index, const SentenceParse& parse,
                     uint32_t first, DraftList& drafts);

// Groups of one deed; one deed once a line; dates of adjacent lines.
void group_drafts(const Document& document, DraftList& drafts);

}  // namespace rasid
