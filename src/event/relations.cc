// SPDX-License-Identifier: Apache-2.0
// Relations between the events of a sentence: what is only the content of another is dropped or
// governed; a verb of meeting explained by a noun is one deed.
#include <algorithm>

#include "event/conditions.h"
#include "event/context.h"

namespace rasid {
namespace {

class Relater {
 public:
  Relater(const Document& document, const EventIndex& index, const SentenceParse& parse,
          uint32_t first, DraftList& drafts)
      : document_(document), index_(index), parse_(parse), first_(first), drafts_(drafts) {}
  void run();

 private:
  bool governs(const EventDraft& outer, const EventDraft& inner) const;
  bool within_clause(uint32_t clause, uint32_t ancestor) const;
  void relate(uint32_t outer, uint32_t inner);
  void lend_recipient(EventDraft& outer, const EventDraft& inner) const;
  void lend_missing(EventDraft& whole, const EventDraft& part) const;
  void lend_host(EventDraft& outer, const EventDraft& inner) const;
  void refuse_asker(EventDraft& outer, const EventDraft& inner) const;
  bool denies(const EventDraft& outer, const EventDraft& inner) const;
  void merge_explained(uint32_t verb, uint32_t noun);
  void drop_light_verbs();
  void drop_parts();
  void drop(EventDraft& draft, const char* rule);
  const Head& head(const EventDraft& draft) const { return parse_.heads[draft.head]; }

  const Document& document_;
  const EventIndex& index_;
  const SentenceParse& parse_;
  uint32_t first_;
  DraftList& drafts_;
};

void Relater::drop(EventDraft& draft, const char* rule) {
  draft.dropped = true;
  draft.drop_rule = rule;
}

// Whether `clause` lies in `ancestor` with no relative clause between: a relative clause tells
// facts of its own.
bool Relater::within_clause(uint32_t clause, uint32_t ancestor) const {
  for (int step = 0; step < 16 && clause != kNone; ++step) {
    if (clause == ancestor) return true;
    if (parse_.clauses[clause].kind == ClauseKind::relative) return false;
    clause = parse_.clauses[clause].parent;
  }
  return false;
}

bool Relater::governs(const EventDraft& outer, const EventDraft& inner) const {
  const Head& over = head(outer);
  const Head& under = head(inner);
  if (over.chunk == under.chunk) return false;
  const uint32_t me = outer.head;
  // In its content clause.
  for (uint32_t number = 0; number < parse_.clauses.size(); ++number) {
    const ClauseDraft& clause = parse_.clauses[number];
    const bool content = clause.kind == ClauseKind::content && clause.parent == over.clause &&
                         clause.first > over.chunk;
    if (content && over.verbal && within_clause(under.clause, number)) return true;
  }
  // In one of its phrases, or its object.
  if (under.clause != over.clause && under.clause != over.light) return false;
  if (under.chunk < over.chunk) return false;
  const uint32_t at = under.carrier != kNone ? under.carrier : under.chunk;
  for (uint32_t chunk = at + 1; chunk > over.chunk + 1; --chunk) {
    const uint32_t one = chunk - 1;
    const ClauseDraft& clause = parse_.clauses[over.clause];
    const bool argument = parse_.owner[one] == me ||
                          (over.verbal && (clause.object == one || clause.object2 == one)) ||
                          (!over.verbal && parse_.chunks[one].link == ChunkLink::genitive &&
                           parse_.chunks[one].linked == over.chunk);
    if (argument && extent_end(parse_, over, one, true) > at) return true;
  }
  return false;
}

// Whom the guest shall visit has invited him, where nobody else is said to.
void Relater::lend_host(EventDraft& outer, const EventDraft& inner) const {
  if (has_role(outer, RoleKind::actor) || inner.event.mode != "visit") return;
  for (const Role& role : inner.roles) {
    if (role.kind != RoleKind::recipient || role.mention == kNone) continue;
    outer.roles.push_back(
        {RoleKind::actor, role.mention, role.span, "host of the visit invited to"});
  }
}

// Who refuses a request refuses it to whoever asked.
void Relater::refuse_asker(EventDraft& outer, const EventDraft& inner) const {
  if (has_role(outer, RoleKind::recipient)) return;
  for (const Role& role : inner.roles) {
    if (role.kind != RoleKind::actor || role.mention == kNone) continue;
    const bool same = std::any_of(outer.roles.begin(), outer.roles.end(), [&](const Role& own) {
      return own.mention == role.mention || same_participants(document_, own.mention, role.mention);
    });
    if (same) return;
    outer.roles.push_back({RoleKind::recipient, role.mention, role.span, "who asked"});
    return;
  }
}

// Guide, 5.14: a denied deed is that deed, negated; a denied charge or threat is a denial.
bool Relater::denies(const EventDraft& outer, const EventDraft& inner) const {
  if (outer.event.category != "STATEMENT" || outer.event.mode != "deny") return false;
  const std::string_view category = inner.event.category;
  if (category == "ACCUSE" || category == "THREATEN" || category == "STATEMENT") return false;
  const Head& over = head(outer);
  const Head& under = head(inner);
  const uint32_t at = under.carrier != kNone ? under.carrier : under.chunk;
  if (parse_.clauses[over.clause].object == at) return true;
  const ClauseDraft& clause = parse_.clauses[under.clause];
  return clause.kind == ClauseKind::content && clause.parent == over.clause &&
         (clause.predicate == under.chunk || clause.object == at);
}

// Guide, section 1: what is only the content of a statement, request, refusal, threat or concession
// is not told a second time; a contact is, unless it is only demanded or refused.
void Relater::relate(uint32_t outer_number, uint32_t inner_number) {
  EventDraft& outer = drafts_[outer_number];
  EventDraft& inner = drafts_[inner_number];
  if (outer.dropped || inner.dropped || !governs(outer, inner)) return;
  const std::string_view category = outer.event.category;
  const bool wordy = category == "STATEMENT" || category == "REQUEST" || category == "REJECT" ||
                     category == "THREATEN" || category == "CONCEDE";
  const bool contact = inner.event.category == "CONSULT";
  const bool refused = category == "REQUEST" || category == "REJECT";
  if (denies(outer, inner)) {
    drop(outer, "denies the deed that follows");
    return;
  }
  if (wordy && (!contact || refused)) {
    if (category == "REJECT" && inner.event.category == "REQUEST") refuse_asker(outer, inner);
    drop(inner, "content of another event");
    return;
  }
  // What a contact will discuss is part of it (guide, 5.5).
  const Chunk& topic = parse_.chunks[head(inner).chunk];
  const std::string_view name = index_.preposition_name(topic.preposition);
  if (category == "CONSULT" && !contact && inner.noun &&
      (name == "li" || name == "hawl" || name == "bishan" || topic.preposition == 0)) {
    drop(inner, "topic of a contact");
    return;
  }
  // An intended contact is the contact, planned.
  const uint32_t facts = index_.facts(document_.text.analysis(outer.event.head).lemma);
  if (category == "AGREE" && outer.event.mode.empty() && contact &&
      (facts & (kCueHead | kLightHead)) != 0) {
    drop(outer, "intends the contact that follows");
    return;
  }
  lend_recipient(outer, inner);
  if (inner.event.governor != kNone) return;
  inner.event.governor = outer_number;
  const bool invites = category == "AGREE" && outer.event.mode == "invite";
  inner.event.governed_as = invites ? "invites" : "content";
  if (invites) lend_host(outer, inner);
}

// What is praised or condemned is a deed: those who did it are praised or condemned.
void Relater::lend_recipient(EventDraft& outer, const EventDraft& inner) const {
  const bool praise = outer.event.category == "SUPPORT" && outer.event.mode == "praise";
  const bool blame = outer.event.category == "ACCUSE";
  if (!praise && !blame) return;
  for (const Role& role : outer.roles) {
    if (role.kind == RoleKind::recipient) return;
  }
  const size_t before = outer.roles.size();
  for (const Role& role : inner.roles) {
    const bool side = role.kind == RoleKind::actor || (praise && role.kind == RoleKind::recipient);
    if (!side || role.mention == kNone) continue;
    bool known = false;
    for (size_t i = 0; i < before; ++i) {
      known = known || outer.roles[i].mention == role.mention ||
              same_participants(document_, outer.roles[i].mention, role.mention);
    }
    if (known) continue;
    outer.roles.push_back({RoleKind::recipient, role.mention, role.span, "doer of the deed told"});
  }
}

// "discussed with X in a telephone call": one deed, told by the noun.
void Relater::merge_explained(uint32_t verb_number, uint32_t noun_number) {
  EventDraft& verb = drafts_[verb_number];
  EventDraft& noun = drafts_[noun_number];
  if (verb.dropped || noun.dropped || verb.noun || !noun.noun) return;
  if (verb.event.category != "CONSULT" || noun.event.category != "CONSULT") return;
  if (verb.event.mode == "visit" || noun.event.mode == "visit") return;
  if (head(verb).clause != head(noun).clause) return;
  if (parse_.chunks[head(noun).chunk].preposition == 0) return;
  for (const Role& role : noun.roles) {
    if (role.mention == kNone || role.kind != RoleKind::actor) continue;
    const bool own = &role - noun.roles.data() < static_cast<ptrdiff_t>(noun.own_roles);
    const bool known = std::any_of(verb.roles.begin(), verb.roles.end(), [&](const Role& other) {
      return other.mention == role.mention ||
             same_participants(document_, other.mention, role.mention);
    });
    if (own && !known && document_.mentions[role.mention].kind != MentionKind::pronoun) return;
  }
  std::vector<Role> roles = verb.roles;
  for (const Role& role : noun.roles) {
    const bool known = std::any_of(roles.begin(), roles.end(), [&](const Role& other) {
      return other.kind == role.kind && other.mention == role.mention && other.span == role.span;
    });
    const bool same = std::any_of(roles.begin(), roles.end(), [&](const Role& other) {
      return same_participants(document_, other.mention, role.mention);
    });
    if (!known && !same) roles.push_back(role);
  }
  noun.roles = std::move(roles);
  if (noun.event.place == kNone) noun.event.place = verb.event.place;
  if (noun.event.moment == kNone) noun.event.moment = verb.event.moment;
  noun.event.verb = verb.event.verb;
  drop(verb, "explained by a noun");
}

// What a word of the trigger found is the whole trigger's, where it has no such role.
void Relater::lend_missing(EventDraft& whole, const EventDraft& part) const {
  if (whole.event.category != part.event.category) return;
  for (const RoleKind kind : {RoleKind::actor, RoleKind::recipient}) {
    if (has_role(whole, kind)) continue;
    for (const Role& role : part.roles) {
      if (role.kind == kind) whole.roles.push_back(role);
    }
  }
}

// A word inside the trigger of another is no event of its own; nor is a noun that only carries one.
void Relater::drop_parts() {
  for (uint32_t a = first_; a < drafts_.size(); ++a) {
    const EventDraft& whole = drafts_[a];
    for (uint32_t b = first_; b < drafts_.size(); ++b) {
      EventDraft& part = drafts_[b];
      if (a == b || part.dropped) continue;
      const uint32_t token = part.event.head;
      const bool inside = whole.event.trigger_begin <= token && token < whole.event.trigger_end &&
                          token != whole.event.head;
      if (inside) {
        if (!whole.dropped) lend_missing(drafts_[a], part);
        drop(part, "part of another trigger");
      }
      if (whole.dropped || head(whole).carrier != head(part).chunk) continue;
      drop(part, "only carries its noun");
      if (part.event.category == whole.event.category && part.event.mode == "multilateral") {
        drafts_[a].event.mode = part.event.mode;
      }
    }
  }
}

// A light verb that is also a frame's head (gave, directed) is not told beside the noun it carries.
void Relater::drop_light_verbs() {
  for (uint32_t n = first_; n < drafts_.size(); ++n) {
    const EventDraft& noun = drafts_[n];
    if (noun.dropped || !noun.noun || head(noun).light == kNone) continue;
    const uint32_t predicate = parse_.clauses[head(noun).light].predicate;
    for (uint32_t v = first_; v < drafts_.size(); ++v) {
      EventDraft& verb = drafts_[v];
      if (verb.noun || verb.dropped || head(verb).chunk != predicate) continue;
      if (verb.frame->priority > noun.frame->priority) {
        drop(drafts_[n], "carried by a verb with a frame of its own");
      } else {
        drop(verb, "only carries its noun");
      }
    }
  }
}

void Relater::run() {
  drop_parts();
  drop_light_verbs();
  for (uint32_t a = first_; a < drafts_.size(); ++a) {
    for (uint32_t b = first_; b < drafts_.size(); ++b) {
      if (a != b) merge_explained(a, b);
    }
  }
  for (uint32_t a = first_; a < drafts_.size(); ++a) {
    for (uint32_t b = first_; b < drafts_.size(); ++b) {
      if (a != b) relate(a, b);
    }
  }
}

}  // namespace

void relate_sentence(const Document& document, const EventIndex& index, const SentenceParse& parse,
                     uint32_t first, DraftList& drafts) {
  Relater(document, index, parse, first, drafts).run();
}

}  // namespace rasid
