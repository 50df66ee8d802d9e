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

// The owner of a decision or plan does what it is for (the president's decision to sack X, his plan
// to visit). True where some actor was given.
bool planned_by(const Document& document, const EventIndex& index, const SentenceParse& parse,
                const Head& head, EventDraft& draft);

// The host of a visit whose verb tells what was left or reached: he left | Egypt after a visit.
void take_host(const Document& document, const SentenceParse& parse, const Head& head,
               EventDraft& draft);

}  // namespace rasid
