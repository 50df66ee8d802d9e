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

namespace {

uint32_t owner_of_plan(const Document& document, const EventIndex& index,
                       const SentenceParse& parse, uint32_t at) {
  const auto is_plan = [&](const Chunk& chunk) {
    return (index.facts(document.text.analysis(chunk.head).lemma) & kPlanNoun) != 0;
  };
  for (uint32_t back = at; back > 0 && back + 6 > at; --back) {
    const Chunk& chunk = parse.chunks[back - 1];
    if (chunk.kind == ChunkKind::adjective) {
      if (chunk.adjective != kNone) return kNone;
      continue;
    }
    if (chunk.kind == ChunkKind::participle) continue;
    if (chunk.kind != ChunkKind::noun) return kNone;
    if (chunk.mention == kNone) {
      if (!is_plan(chunk)) return kNone;
      return chunk.suffix != kNone ? chunk.suffix : chunk.adjective;
    }
    const bool owned = chunk.link == ChunkLink::genitive && chunk.linked + 1 == back - 1;
    if (chunk.link == ChunkLink::apposition) continue;
    return owned && is_plan(parse.chunks[chunk.linked]) ? chunk.mention : kNone;
  }
  return kNone;
}

}  // namespace

bool planned_by(const Document& document, const EventIndex& index, const SentenceParse& parse,
                const Head& head, EventDraft& draft) {
  if (head.verbal || has_role(draft, RoleKind::actor)) return false;
  const uint32_t at = head.carrier != kNone ? head.carrier : head.chunk;
  const uint32_t owner = owner_of_plan(document, index, parse, at);
  if (owner == kNone || !political(document, owner)) return false;
  draft.roles.push_back(
      {RoleKind::actor, owner, document.mentions[owner].span, "owner of the plan or decision"});
  return true;
}

void take_host(const Document& document, const SentenceParse& parse, const Head& head,
               EventDraft& draft) {
  if (has_role(draft, RoleKind::recipient) || head.clause == kNone) return;
  const ClauseDraft& clause = parse.clauses[head.clause];
  if (clause.predicate == kNone || parse.head_of[clause.predicate] == draft.head) return;
  for (const uint32_t at : {clause.object, clause.object2}) {
    if (at == kNone || at == head.chunk) continue;
    const uint32_t mention = parse.chunks[at].mention;
    if (mention == kNone || document.mentions[mention].place == kNone) continue;
    draft.roles.push_back({RoleKind::recipient, mention, document.mentions[mention].span,
                           "what the verb of the visit leaves or reaches"});
    return;
  }
}

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
