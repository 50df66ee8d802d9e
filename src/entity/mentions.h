// SPDX-License-Identifier: Apache-2.0
// entity: tokens with analyses and matches -> Document::mentions and participants, coreference
// done. In: tokens, sentences, chosen analyses, lexicon matches. Out: one Mention a noun phrase
// that stands for an actor or a place, one a third-person (or quoted first-person) suffix or
// pronoun, and one `elided` a finite verb: whom its subject would be. Codes and sectors: the guide,
// section 4. Example: "the foreign minister of Russia Sergey Lavrov said that he ..." has the
// mentions (name, RUS:GOV), (elided at said), (pronoun he), all of the one participant.
#pragma once
#include <string>
#include <vector>

#include "entity/index.h"
#include "entity/scratch.h"
#include "model/document.h"

namespace rasid {

void find_mentions(Document& document, const EntityIndex& index, EntityScratch& scratch);

// One line a mention: words | kind | CODE:SECTOR/name, ... | place, flags | rule
std::string dump_mentions(const Document& document, const Lexicon& lexicon);

// "RUS:GOV/name", "UNO", "XXX/name"
std::string participant_text(const Document& document, uint32_t participant);

}  // namespace rasid
