// SPDX-License-Identifier: Apache-2.0
// Groups: events of one article that tell the same deed. One deed is told once a line; a date
// reaches the same deed in the line after.
#include <algorithm>

#include "event/context.h"

namespace rasid {
namespace {

constexpr size_t kMost = 24;  // participants compared

struct Sides {
  uint32_t actor[kMost], recipient[kMost];
  size_t actors = 0, recipients = 0;
};

void add(uint32_t (&list)[kMost], size_t& count, uint32_t value) {
  if (count < kMost && std::find(list, list + count, value) == list + count) list[count++] = value;
}

uint32_t code_number(const Code& code) {
  uint32_t out = 0;
  for (const char letter : code.view()) out = out * 32 + static_cast<uint32_t>(letter & 31);
  return out;
}

Sides sides_of(const Document& document, const EventDraft& draft) {
  Sides sides;
  for (const Role& role : draft.roles) {
    if (role.mention == kNone) continue;
    const Mention& mention = document.mentions[role.mention];
    for (uint32_t i = 0; i < mention.participants; ++i) {
      const Participant& one =
          document.participants[document.stands_for[mention.first_participant + i]];
      if (role.kind == RoleKind::actor) add(sides.actor, sides.actors, code_number(one.code));
      if (role.kind == RoleKind::recipient) {
        add(sides.recipient, sides.recipients, code_number(one.code));
      }
    }
  }
  return sides;
}

// Whether one list holds the other; an empty list fits any.
bool fits(const uint32_t* a, size_t as, const uint32_t* b, size_t bs) {
  if (as > bs) return fits(b, bs, a, as);
  for (size_t i = 0; i < as; ++i) {
    if (std::find(b, b + bs, a[i]) == b + bs) return false;
  }
  return true;
}

bool dates_agree(const Document& document, const EventDraft& a, const EventDraft& b) {
  if (a.event.moment == kNone || b.event.moment == kNone) return true;
  const PartialDate& first = document.moments[a.event.moment].start;
  const PartialDate& second = document.moments[b.event.moment].start;
  if (!first.known() || !second.known()) return true;
  if (first.year != second.year) return false;
  if (first.month == 0 || second.month == 0) return true;
  if (first.month != second.month) return false;
  return first.day == 0 || second.day == 0 || first.day == second.day;
}

bool same_deed(const Document& document, const EventDraft& a, const EventDraft& b) {
  if (a.event.category != b.event.category || a.negated != b.negated) return false;
  const bool mode = a.event.mode == b.event.mode || a.event.mode.empty() || b.event.mode.empty();
  if (!mode || !dates_agree(document, a, b)) return false;
  const Sides first = sides_of(document, a);
  const Sides second = sides_of(document, b);
  if (first.actors == 0 && first.recipients == 0) return false;
  return fits(first.actor, first.actors, second.actor, second.actors) &&
         fits(first.recipient, first.recipients, second.recipient, second.recipients);
}

// Whether each participant of the shorter list stands in the other: the same one, or a bare state
// or body for one of its people.
bool covers(const Document& document, const EventDraft& a, const EventDraft& b, RoleKind kind) {
  const auto each = [&](const EventDraft& draft, auto act) {
    for (const Role& role : draft.roles) {
      if (role.kind != kind || role.mention == kNone) continue;
      const Mention& mention = document.mentions[role.mention];
      for (uint32_t i = 0; i < mention.participants; ++i) {
        act(document.stands_for[mention.first_participant + i]);
      }
    }
  };
  bool all = true;
  each(b, [&](uint32_t one) {
    const Participant& wanted = document.participants[one];
    bool found = false;
    each(a, [&](uint32_t other) {
      const Participant& have = document.participants[other];
      const bool vague = have.name.empty() || wanted.name.empty();
      found = found || one == other || (vague && have.code == wanted.code);
    });
    all = all && found;
  });
  return all;
}

bool same_participants_told(const Document& document, const EventDraft& a, const EventDraft& b) {
  for (const RoleKind kind : {RoleKind::actor, RoleKind::recipient}) {
    if (!covers(document, a, b, kind) || !covers(document, b, a, kind)) return false;
  }
  return true;
}

// Whether a draft only points back at a deed: a definite noun with no participant of its own.
bool points_back(const EventDraft& draft) {
  return draft.noun && draft.definite && draft.own_roles == 0;
}

// A place taken from the host tells no other place than that of the visit told before.
bool one_place(const EventDraft& a, const EventDraft& b) {
  if (a.place_of_host || b.place_of_host) return true;
  return a.event.place == kNone || b.event.place == kNone || a.event.place == b.event.place;
}

bool repeats(const Document& document, const EventDraft& before, const EventDraft& draft) {
  if (points_back(draft)) return true;
  const bool place = one_place(before, draft);
  if (!place || !same_participants_told(document, before, draft)) return false;
  const bool contact = before.event.category == "CONSULT";
  return contact ? before.noun || draft.noun : before.event.frame == draft.event.frame;
}

// One deed once a line, at its first trigger; what the later one adds is kept.
bool told_in_line(const Document& document, DraftList& drafts, uint32_t at) {
  EventDraft& draft = drafts[at];
  for (uint32_t before = 0; before < at; ++before) {
    EventDraft& other = drafts[before];
    if (other.dropped || other.event.group != draft.event.group) continue;
    if (document.article.blocks[other.block].line != document.article.blocks[draft.block].line) {
      continue;
    }
    if (!repeats(document, other, draft)) continue;
    if (other.event.moment == kNone) other.event.moment = draft.event.moment;
    if (other.event.place == kNone) other.event.place = draft.event.place;
    draft.dropped = true;
    draft.drop_rule = "told before in this line";
    return true;
  }
  return false;
}

void lend_date(const Document& document, DraftList& drafts, uint32_t at) {
  EventDraft& draft = drafts[at];
  if (draft.event.moment != kNone) return;
  const uint32_t line = document.article.blocks[draft.block].line;
  for (uint32_t before = at; before > 0; --before) {
    const EventDraft& other = drafts[before - 1];
    if (other.dropped || other.event.group != draft.event.group) continue;
    if (other.event.moment == kNone) continue;
    const Block& block = document.article.blocks[other.block];
    if (block.line + 2 < line || block.part == Part::headline) return;
    draft.event.moment = other.event.moment;
    return;
  }
}

}  // namespace

void group_drafts(const Document& document, DraftList& drafts) {
  uint32_t groups = 0;
  for (uint32_t at = 0; at < drafts.size(); ++at) {
    EventDraft& draft = drafts[at];
    if (draft.dropped) continue;
    draft.event.group = kNone;
    for (uint32_t before = at; before > 0 && draft.event.group == kNone; --before) {
      const EventDraft& other = drafts[before - 1];
      if (other.dropped || !same_deed(document, other, draft)) continue;
      draft.event.group = other.event.group;
    }
    if (draft.event.group == kNone) draft.event.group = groups++;
    if (!told_in_line(document, drafts, at)) lend_date(document, drafts, at);
  }
}

}  // namespace rasid
