// SPDX-License-Identifier: Apache-2.0
// Implied: participants that nobody names beside the deed: the crowd of a protest, the side of a
// deed that the article names elsewhere. In: all drafts of an article. Out: their roles completed.
// Example: "<demonstrations> in Beirut against the government" has Lebanese civilians as actor.
#pragma once
#include "event/drafts.h"

namespace rasid {

// Gives each protest its crowd: civilians of the country it takes place in. Protests whose country
// nothing tells are dropped.
void imply_crowds(Document& document, DraftList& drafts);

// What a headline leaves unsaid, the text below tells: a deed whose one side is a named person or
// body takes the other side from the same deed told elsewhere.
void lend_sides(const Document& document, DraftList& drafts);

}  // namespace rasid
