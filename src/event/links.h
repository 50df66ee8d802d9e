// SPDX-License-Identifier: Apache-2.0
// Links: how a noun phrase hangs on an earlier one: genitive (the visit of | the minister),
// coordinated (X | and Y), in apposition (X, | the minister). In: chunks in order; out: link and
// linked of each.
#pragma once
#include <vector>

#include "event/chunks.h"

namespace rasid {

void link_chunks(const Document& document, const EventIndex& index, std::vector<Chunk>& chunks);

// Whether two mentions stand for the same participant.
bool same_participant(const Document& document, uint32_t a, uint32_t b);

}  // namespace rasid
