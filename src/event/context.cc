// SPDX-License-Identifier: Apache-2.0
#include "event/context.h"

#include <algorithm>
#include <optional>

#include "base/letters.h"
#include "base/utf8.h"
#include "event/conditions.h"
#include "event/given.h"

namespace rasid {
namespace {

// Two people with names of their own, be they of one country.
bool two_persons(const Document& document, uint32_t a, uint32_t b) {
  if (a == b) return false;
  const Participant& one = document.participants[a];
  const Participant& other = document.participants[b];
  const auto person = [](const Participant& who) {
    return who.human && who.number != Number::plural && !who.name.empty();
  };
  return person(one) && person(other);
}

// Whether a mention's country or organisation is among the participants of a draft; of one kind
// only, where told.
bool shares_code(const Document& document, uint32_t number, const EventDraft& draft,
                 std::optional<RoleKind> kind = std::nullopt) {
  const Mention& mention = document.mentions[number];
  if (mention.participants == 0) return true;
  const uint32_t mine = document.stands_for[mention.first_participant];
  for (const Role& role : draft.roles) {
    if (!is_participant_role(role.kind) || role.mention == kNone) continue;
    if (kind && role.kind != *kind) continue;
    const Mention& other = document.mentions[role.mention];
    for (uint32_t i = 0; i < other.participants; ++i) {
      const uint32_t one = document.stands_for[other.first_participant + i];
      if (document.participants[one].code != document.participants[mine].code) continue;
      if (!draft.frame->reciprocal || !two_persons(document, mine, one)) return true;
    }
  }
  return false;
}

bool shares_actor(const Document& document, uint32_t number, const EventDraft& draft) {
  for (const Role& role : draft.roles) {
    if (role.kind != RoleKind::actor || role.mention == kNone) continue;
    const Mention& first = document.mentions[number];
    const Mention& second = document.mentions[role.mention];
    for (uint32_t i = 0; i < first.participants; ++i) {
      for (uint32_t j = 0; j < second.participants; ++j) {
        if (document.stands_for[first.first_participant + i] ==
            document.stands_for[second.first_participant + j]) {
          return true;
        }
      }
    }
  }
  return false;
}

uint32_t actors_of(const Document& document, const EventDraft& draft) {
  uint32_t count = 0;
  for (const Role& role : draft.roles) {
    if (role.kind == RoleKind::actor && role.mention != kNone) {
      count += std::max<uint32_t>(document.mentions[role.mention].participants, 1);
    }
  }
  return count;
}

// What a draft lacks: for a reciprocal deed a second side, else an actor, or a recipient that its
// frame asks for.
bool lacks_actor(const Document& document, const EventDraft& draft) {
  if (draft.frame->reciprocal) return actors_of(document, draft) < 2 || !draft.own_side;
  return !has_role(draft, RoleKind::actor);
}

bool is_meeting(std::string_view mode) {
  return mode.empty() || mode == "meet" || mode == "talks" || mode == "multilateral";
}

bool kindred_modes(const Event& a, const Event& b) {
  if (a.mode == b.mode || a.mode.empty() || b.mode.empty()) return true;
  return a.category == "CONSULT" && is_meeting(a.mode) && is_meeting(b.mode);
}

const EventDraft* antecedent(const Document& document, const DraftList& drafts,
                             const EventDraft& draft) {
  for (uint32_t back = drafts.size(); back > 0; --back) {
    const EventDraft& other = drafts[back - 1];
    if (&other == &draft || other.dropped) continue;
    if (other.event.category != draft.event.category) continue;
    if (!kindred_modes(other.event, draft.event) || !has_role(other, RoleKind::actor)) continue;
    bool fits = true;
    for (const Role& role : draft.roles) {
      if (role.mention == kNone || !is_participant_role(role.kind)) continue;
      const bool sided = !draft.frame->reciprocal && has_role(other, role.kind);
      fits = fits && shares_code(document, role.mention, other,
                                 sided ? std::optional(role.kind) : std::nullopt);
      const RoleKind across = role.kind == RoleKind::actor ? RoleKind::recipient : RoleKind::actor;
      if (!draft.frame->reciprocal && !sided) {
        fits = fits && !shares_code(document, role.mention, other, across);
      }
    }
    if (fits) return &other;
  }
  return nullptr;
}

void inherit(const Document& document, const EventDraft& from, EventDraft& draft) {
  const bool actor = has_role(draft, RoleKind::actor);
  const bool recipient = has_role(draft, RoleKind::recipient);
  const bool reciprocal = draft.frame->reciprocal;
  for (const Role& role : from.roles) {
    if (role.mention == kNone || !is_participant_role(role.kind)) continue;
    if (role.kind == RoleKind::actor && actor && !reciprocal) continue;
    if (role.kind == RoleKind::recipient && recipient) continue;
    const bool known = std::any_of(draft.roles.begin(), draft.roles.end(), [&](const Role& own) {
      return own.mention == role.mention || same_participants(document, own.mention, role.mention);
    });
    if (known) continue;
    draft.roles.push_back({role.kind, role.mention, role.span, kToldBefore});
  }
}

// Talks on a visit are talks with the host: the visit of the same sentence or just before, of a
// guest who takes part.
void meet_host(const Document& document, const DraftList& drafts, EventDraft& draft) {
  if (draft.event.category != "CONSULT" || !draft.frame->reciprocal) return;
  const uint32_t actors = actors_of(document, draft);
  if (actors > 1) return;
  for (uint32_t back = drafts.size(); back > 0; --back) {
    const EventDraft& visit = drafts[back - 1];
    if (&visit == &draft || visit.dropped) continue;
    if (visit.block + 2 < draft.block) return;
    if (visit.event.category != "CONSULT" || visit.event.mode != "visit") continue;
    if (actors == 0 && visit.event.sentence != draft.event.sentence) return;
    bool guest = actors == 0, known = false;
    for (const Role& role : draft.roles) {
      if (role.kind != RoleKind::actor || role.mention == kNone) continue;
      guest = guest || shares_actor(document, role.mention, visit);
    }
    if (!guest) continue;
    for (const Role& role : visit.roles) {
      if (role.mention == kNone || !is_participant_role(role.kind)) continue;
      if (actors > 0 && role.kind == RoleKind::actor) continue;
      draft.roles.push_back({RoleKind::actor, role.mention, role.span, "host or guest of a visit"});
      known = true;
    }
    if (known) return;
  }
}

// The clause whose subject does what the noun names: its own, or the outer one where it has none.
uint32_t clause_with_subject(const SentenceParse& parse, uint32_t clause) {
  for (int step = 0; step < 4 && clause != kNone; ++step) {
    const ClauseDraft& one = parse.clauses[clause];
    if (one.subject_mention != kNone) return clause;
    if (one.subject != kNone) return kNone;  // a subject that is no participant
    if (one.kind == ClauseKind::relative) return kNone;
    clause = one.parent;
  }
  return kNone;
}

// Whether a deed noun is the target of the verb of its clause (praised, condemned, refused ...):
// then the verb's subject need not have done it.
bool is_target(const EventIndex& index, const SentenceParse& parse, const Head& head) {
  const ClauseDraft& clause = parse.clauses[head.clause];
  if (clause.predicate == kNone) return false;
  const uint32_t verb = parse.head_of[clause.predicate];
  if (verb == kNone || &parse.heads[verb] == &head) return false;
  const uint32_t at = head.carrier != kNone ? head.carrier : head.chunk;
  const bool argument = parse.owner[at] == verb || clause.object == at || clause.object2 == at ||
                        clause.subject == at;
  if (!argument || parse.heads[verb].candidates == 0) return false;
  const Head& over = parse.heads[verb];
  for (uint32_t c = 0; c < over.candidates; ++c) {  // who denies a deed is said to have done it
    const FrameSpec& frame = index.frame(parse.candidates[over.first_candidate + c].frame);
    if (frame.category == "STATEMENT" && frame.mode == "deny") return false;
  }
  const FrameSpec& frame = index.frame(parse.candidates[over.first_candidate].frame);
  return frame.category != "AGREE" && frame.category != "CONSULT";
}

// Whether the subject of its clause does what the noun names, in whatever place it stands:
// contacts, accords, help, leaving office. Of violence, repression and speech it does only where
// the noun is carried by a light verb, is a purpose (li) or follows a verb like try and begin.
bool readily_controlled(const Document& document, const EventIndex& index,
                        const SentenceParse& parse, const Head& head, const Event& event) {
  static constexpr std::string_view kFree[] = {"CONSULT", "COOPERATE", "AID",     "RETREAT",
                                               "CONCEDE", "SANCTION",  "PROTEST", "SUPPORT"};
  if (head.light != kNone || head.carrier != kNone) return true;
  const bool praise = event.category == "SUPPORT" && event.mode == "praise";
  const bool meeting = event.mode == "multilateral";
  const bool free =
      std::find(std::begin(kFree), std::end(kFree), event.category) != std::end(kFree);
  if (free && !praise && !meeting) return true;
  const Chunk& chunk = parse.chunks[head.chunk];
  if (chunk.preposition == index.li) return true;
  const uint32_t predicate = parse.clauses[head.clause].predicate;
  if (predicate == kNone) return false;
  const LemmaId verb = document.text.analysis(parse.chunks[predicate].head).lemma;
  return (index.facts(verb) & (kRaising | kCueHead)) != 0;
}

void control(const Document& document, const EventIndex& index, const SentenceParse& parse,
             const Head& head, EventDraft& draft) {
  if (is_target(index, parse, head)) return;
  if (!readily_controlled(document, index, parse, head, draft.event)) return;
  const Chunk& chunk = parse.chunks[head.chunk];
  const uint32_t clause = clause_with_subject(parse, head.clause);
  if (clause == kNone) return;
  const ClauseDraft& from = parse.clauses[clause];
  const uint32_t at = head.carrier != kNone ? head.carrier : head.chunk;
  if (from.subject == at || from.subject == head.chunk) return;
  if (from.predicate == kNone) return;
  const bool serves = parse.chunks[at].preposition != 0 || from.object == at ||
                      from.object2 == at || parse.chunks[at].link == ChunkLink::genitive ||
                      chunk.link == ChunkLink::coordinated;
  if (!serves || !political(document, from.subject_mention)) return;
  std::vector<uint32_t> mentions;
  const bool own =
      from.subject != kNone && parse.chunks[from.subject].mention == from.subject_mention;
  if (own) {
    mentions_under(parse, from.subject, true, mentions);
  } else {
    mentions.push_back(from.subject_mention);
  }
  for (const uint32_t mention : mentions) {
    const bool known = std::any_of(draft.roles.begin(), draft.roles.end(), [&](const Role& role) {
      return role.mention == mention || same_participants(document, role.mention, mention);
    });
    if (known || document.mentions[mention].participants == 0) continue;
    draft.roles.push_back({RoleKind::actor, mention, document.mentions[mention].span,
                           "subject of the governing clause"});
  }
}

// Whether all hosts of a visit are of the visitors' own country.
bool same_country(const Document& document, const EventDraft& draft) {
  bool any = false;
  for (const Role& role : draft.roles) {
    if (role.kind != RoleKind::recipient || role.mention == kNone) continue;
    const Mention& host = document.mentions[role.mention];
    for (uint32_t i = 0; i < host.participants; ++i) {
      const Code code = document.participants[document.stands_for[host.first_participant + i]].code;
      bool same = false;
      for (const Role& other : draft.roles) {
        if (other.kind != RoleKind::actor || other.mention == kNone) continue;
        const Mention& guest = document.mentions[other.mention];
        for (uint32_t j = 0; j < guest.participants; ++j) {
          same =
              same ||
              document.participants[document.stands_for[guest.first_participant + j]].code == code;
        }
      }
      if (!same || code.view().size() != 3 || code == Code::from("UNO")) return false;
      any = true;
    }
  }
  return any;
}

// Talks without any side of their own are those that the article is about: all sides of its first
// deed between two or more.
void sides_of_article(const Document& document, const DraftList& drafts, EventDraft& draft) {
  if (!draft.frame->reciprocal || !draft.definite || actors_of(document, draft) > 0) return;
  for (uint32_t at = 0; at < drafts.size(); ++at) {
    const EventDraft& first = drafts[at];
    if (&first == &draft || first.dropped) continue;
    std::vector<Role> sides;
    for (const Role& role : first.roles) {
      if (!is_participant_role(role.kind) || !political(document, role.mention)) continue;
      sides.push_back(
          {RoleKind::actor, role.mention, role.span, "side of the article's first deed"});
    }
    const bool two = sides.size() > 1 ||
                     (sides.size() == 1 && document.mentions[sides[0].mention].participants > 1);
    if (!two) continue;
    draft.roles.insert(draft.roles.end(), sides.begin(), sides.end());
    return;
  }
}

// A deed noun that nobody in its clause is told to have done: whoever the sentence told of last
// before it. Not for violence and blame, which are told of by
// others than their doers, nor for what its verb only speaks about.
void borrow_actor(const Document& document, const EventIndex& index, const SentenceParse& parse,
                  const Head& head, EventDraft& draft) {
  static constexpr std::string_view kOthersTell[] = {"ASSAULT", "ACCUSE", "COERCE", "MOBILIZE"};
  const bool told = std::find(std::begin(kOthersTell), std::end(kOthersTell),
                              draft.event.category) != std::end(kOthersTell);
  if (told || has_role(draft, RoleKind::actor) || is_target(index, parse, head)) return;
  const Sentence& sentence = document.text.sentences[parse.sentence];
  uint32_t last = kNone;
  for (uint32_t at = 0; at < parse.chunks.size(); ++at) {
    const Chunk& chunk = parse.chunks[at];
    if (chunk.begin >= head.token) break;
    if (chunk.begin >= sentence.begin && political(document, chunk.mention)) last = chunk.mention;
  }
  const bool is_recipient =
      std::any_of(draft.roles.begin(), draft.roles.end(), [&](const Role& role) {
        return role.mention == last || same_participants(document, role.mention, last);
      });
  if (last == kNone || is_recipient) return;
  const uint32_t subject = parse.clauses[head.clause].subject_mention;
  const bool its_subject = last == subject || same_participants(document, last, subject);
  draft.roles.push_back({RoleKind::actor, last, document.mentions[last].span,
                         its_subject ? "subject of its clause" : kToldLast});
}

}  // namespace

bool same_participants(const Document& document, uint32_t a, uint32_t b) {
  if (a >= document.mentions.size() || b >= document.mentions.size()) return false;
  const Mention& first = document.mentions[a];
  const Mention& second = document.mentions[b];
  if (first.participants == 0 || first.participants != second.participants) return false;
  for (uint32_t i = 0; i < first.participants; ++i) {
    if (document.stands_for[first.first_participant + i] !=
        document.stands_for[second.first_participant + i]) {
      return false;
    }
  }
  return true;
}

uint32_t after_conjunction(const Document& document, uint32_t token) {
  const Span span = document.text.tokens[token].span;
  const uint16_t proclitics = document.text.analysis(token).proclitics;
  if ((proclitics & (kWa | kFa)) == 0) return span.begin;
  uint32_t at = span.begin;
  const std::string_view text = document.article.text;
  bool taken = false;
  while (at < span.end && at < text.size()) {
    const CodePoint point = decode(text, at);
    const bool letter = letter_info(point.value).kind != LetterClass::ignored;
    if (letter && taken) return at;
    taken = taken || letter;
    at += point.length;
  }
  return span.begin;
}

void fill_from_context(const Document& document, const EventIndex& index,
                       const SentenceParse& parse, const Head& head, const DraftList& drafts,
                       EventDraft& draft) {
  const bool own = has_role(draft, RoleKind::actor) || has_role(draft, RoleKind::recipient);
  // "the agreement", "the charter": a name of what was agreed on, no deed, unless somebody makes
  // it.
  const bool accord = index.is_accord(document.text.analysis(head.token).lemma) &&
                      head.light == kNone && head.carrier == kNone;
  if (accord) return;
  const bool invitation = draft.event.category == "AGREE" && draft.event.mode == "invite";
  if (invitation && lacks_actor(document, draft)) {
    take_guest(document, parse, head, draft);
    if (!draft.definite) return;
  }
  if (lacks_actor(document, draft)) {
    // A definite deed noun without a participant of its own names a deed already told.
    if (draft.definite && !own) {
      if (const EventDraft* before = antecedent(document, drafts, draft)) {
        inherit(document, *before, draft);
        if (is_meeting(before->event.mode)) draft.inherited_mode = before->event.mode;
      }
    }
    const bool visit = draft.event.category == "CONSULT" && draft.event.mode == "visit";
    if (visit) take_host(document, parse, head, draft);
    const bool given = planned_by(document, index, parse, head, draft) ||
                       (visit ? invited(document, parse, head, drafts, draft)
                              : accused(document, parse, head, drafts, draft));
    if (!given && !invitation && lacks_actor(document, draft))
      control(document, index, parse, head, draft);
    if (lacks_actor(document, draft) && draft.definite) {
      if (const EventDraft* before = antecedent(document, drafts, draft)) {
        inherit(document, *before, draft);
      }
    }
  }
  meet_host(document, drafts, draft);
  sides_of_article(document, drafts, draft);
  if (!invitation) borrow_actor(document, index, parse, head, draft);
}

void mend_visit(const Document& document, const DraftList& drafts, EventDraft& draft) {
  if (draft.event.category != "CONSULT" || draft.event.mode != "visit") return;
  const auto found = [&](RoleKind kind) {
    for (uint32_t i = 0; i < draft.own_roles; ++i) {
      if (draft.roles[i].kind == kind) return true;
    }
    return false;
  };
  if (same_country(document, draft)) {
    // A visit goes abroad: the host told with it is surer than a visitor taken from context.
    const RoleKind keep = found(RoleKind::actor) ? RoleKind::actor : RoleKind::recipient;
    std::erase_if(draft.roles, [&](const Role& role) {
      return is_participant_role(role.kind) && role.kind != keep;
    });
    draft.at_home = found(RoleKind::actor) && found(RoleKind::recipient);
  }
  if (has_role(draft, RoleKind::actor) && has_role(draft, RoleKind::recipient)) return;
  if (const EventDraft* before = antecedent(document, drafts, draft)) {
    inherit(document, *before, draft);
  }
  if (has_role(draft, RoleKind::recipient) || !has_role(draft, RoleKind::actor)) return;
  for (uint32_t back = drafts.size(); back > 0; --back) {  // the host the article speaks of
    const EventDraft& other = drafts[back - 1];
    if (&other == &draft || other.event.category != "CONSULT" || other.event.mode != "visit") {
      continue;
    }
    bool any = false;
    for (const Role& role : other.roles) {
      if (role.kind != RoleKind::recipient || role.mention == kNone) continue;
      if (shares_code(document, role.mention, draft)) return;
      draft.roles.push_back({role.kind, role.mention, role.span, "host of the visit told before"});
      any = true;
    }
    if (any) return;
  }
}

}  // namespace rasid
