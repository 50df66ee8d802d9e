// SPDX-License-Identifier: Apache-2.0
#include "event/given.h"

namespace rasid {

bool political(const Document& document, uint32_t number) {
  if (number == kNone) return false;
  const Mention& mention = document.mentions[number];
  for (uint32_t i = 0; i < mention.participants; ++i) {
    const uint32_t one = document.stands_for[mention.first_participant + i];
    if (document.participants[one].political) return true;
  }
  return false;
}

bool invited(const Document& document, const SentenceParse& parse, const Head& head,
             const DraftList& drafts, EventDraft& draft) {
  for (uint32_t back = drafts.size(); back > 0; --back) {
    const EventDraft& other = drafts[back - 1];
    if (&other == &draft) continue;
    if (other.event.sentence != parse.sentence) return false;
    if (other.event.category != "AGREE" || other.event.mode != "invite") continue;
    if (other.event.head >= head.token) continue;
    bool any = false;
    for (const Role& role : other.roles) {
      if (role.kind != RoleKind::recipient || role.mention == kNone) continue;
      draft.roles.push_back({RoleKind::actor, role.mention, role.span, "guest of the invitation"});
      any = any || political(document, role.mention);
    }
    return true;
  }
  return false;
}

void take_guest(const Document& document, const SentenceParse& parse, const Head& head,
                EventDraft& draft) {
  if (has_role(draft, RoleKind::recipient)) return;
  const ClauseDraft& clause = parse.clauses[head.clause];
  const uint32_t at = head.carrier != kNone ? head.carrier : head.chunk;
  const uint32_t guest = clause.subject_mention;
  if (clause.predicate == kNone || clause.object != at || !political(document, guest)) return;
  draft.roles.push_back({RoleKind::recipient, guest, document.mentions[guest].span,
                         "subject of the verb whose object the invitation is"});
}

namespace {

// Whether a deed noun is what the accusing head names: its phrase, or its object.
bool is_charge(const SentenceParse& parse, const Head& head, const EventDraft& blame) {
  const uint32_t at = head.carrier != kNone ? head.carrier : head.chunk;
  if (parse.owner[at] == blame.head) return true;
  const Chunk& chunk = parse.chunks[at];
  if (chunk.link == ChunkLink::coordinated && chunk.linked != kNone) {
    return parse.owner[chunk.linked] == blame.head;
  }
  return false;
}

}  // namespace

bool accused(const Document& document, const SentenceParse& parse, const Head& head,
             const DraftList& drafts, EventDraft& draft) {
  if (has_role(draft, RoleKind::actor)) return false;
  for (uint32_t back = drafts.size(); back > 0; --back) {
    const EventDraft& other = drafts[back - 1];
    if (&other == &draft) continue;
    if (other.event.sentence != parse.sentence) return false;
    if (other.event.category != "ACCUSE" || !is_charge(parse, head, other)) continue;
    for (const Role& role : other.roles) {
      const bool side = role.kind == RoleKind::recipient && political(document, role.mention);
      if (!side) continue;
      draft.roles.push_back({RoleKind::actor, role.mention, role.span, "accused of it"});
    }
    return has_role(draft, RoleKind::actor);
  }
  return false;
}

}  // namespace rasid
