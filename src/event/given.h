// SPDX-License-Identifier: Apache-2.0
// Given: participants that a governing deed gives to the deed noun inside it. Examples: whoever is
// invited makes the visit; whoever is accused of a deed did it, as the accuser tells.
#pragma once
#include "event/drafts.h"

namespace rasid {

// Whether some participant of a mention is political.
bool political(const Document& document, uint32_t mention);

// Who is invited does what the invitation is for: not the one who invites. True where there is an
// invitation.
bool invited(const Document& document, const SentenceParse& parse, const Head& head,
             const DraftList& drafts, EventDraft& draft);

// Who studies, accepts or refuses an invitation that nobody is said to make is its guest.
void take_guest(const Document& document, const SentenceParse& parse, const Head& head,
                EventDraft& draft);

// Who is accused did what the charge names. True where some actor was given.
bool accused(const Document& document, const SentenceParse& parse, const Head& head,
             const DraftList& drafts, EventDraft& draft);

}  // namespace rasid
