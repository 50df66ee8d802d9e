// SPDX-License-Identifier: Apache-2.0
#include "event/place.h"

#include <algorithm>
#include <initializer_list>

#include "event/context.h"

namespace rasid {
namespace {

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

constexpr uint32_t kNearWhere = 8;  // chunks from a place to the word for where

class PlaceFinder {
 public:
  PlaceFinder(const Document& document, const EventIndex& index, const SentenceParse& parse,
              const Head& head, EventDraft& draft)
      : document_(document), index_(index), parse_(parse), head_(head), draft_(draft) {}
  void run();

 private:
  bool names_place(uint32_t mention) const {
    return mention < document_.mentions.size() && document_.mentions[mention].place != kNone;
  }
  bool is_material() const;
  bool takes_place(uint32_t chunk) const;
  bool is_violent(uint32_t head) const;
  bool stands_with_head(uint32_t chunk) const;
  uint32_t name_of_place(uint32_t chunk) const;
  uint32_t under(uint32_t chunk) const;
  uint32_t place_in(uint32_t clause, uint32_t before) const;
  uint32_t of_light() const;
  uint32_t of_description() const;
  uint32_t done_to() const;
  bool opens_where(uint32_t chunk) const;
  uint32_t of_where() const;
  uint32_t of_host() const;
  uint32_t of_outer() const;

  const Document& document_;
  const EventIndex& index_;
  const SentenceParse& parse_;
  const Head& head_;
  EventDraft& draft_;
};

// Deeds done on the ground: a place told in their clause is theirs, whatever stands between.
bool PlaceFinder::is_material() const {
  return is_one_of(draft_.event.category, {"ASSAULT", "PROTEST", "MOBILIZE"});
}

// Whether a verb between a head and a place has that place for itself.
bool PlaceFinder::takes_place(uint32_t at) const {
  if (parse_.chunks[at].kind != ChunkKind::verb || parse_.head_of[at] == kNone) return false;
  return head_.light == kNone || parse_.clauses[head_.light].predicate != at;
}

bool PlaceFinder::is_violent(uint32_t number) const {
  const Head& head = parse_.heads[number];
  if (head.candidates == 0) return false;
  return index_.frame(parse_.candidates[head.first_candidate].frame).category == "ASSAULT";
}

// Whether a phrase of place stands with the head: straight after it, a name, a time or another such
// phrase. After a common noun it describes that noun (the situation in Syria), after another deed
// that one.
bool PlaceFinder::stands_with_head(uint32_t at) const {
  uint32_t before = at;
  while (before > 0) {
    --before;
    const Chunk& chunk = parse_.chunks[before];
    if (chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::open_quote ||
        chunk.kind == ChunkKind::close_quote || chunk.kind == ChunkKind::adjective ||
        chunk.kind == ChunkKind::adverb || chunk.kind == ChunkKind::open_bracket ||
        chunk.kind == ChunkKind::close_bracket) {
      continue;
    }
    if (before == head_.chunk || before == head_.carrier) return true;
    if (chunk.kind != ChunkKind::noun) return !takes_place(before);
    const uint32_t other = parse_.head_of[before];
    if (is_material() && (other == kNone || is_violent(other))) continue;
    if (other != kNone) return false;
    return chunk.mention != kNone || chunk.preposition == index_.fi;
  }
  return true;
}

// "the capital | Addis Ababa": the name rather than the description.
uint32_t PlaceFinder::name_of_place(uint32_t at) const {
  const uint32_t mention = parse_.chunks[at].mention;
  const uint32_t next = at + 1;
  if (next >= parse_.chunks.size() || parse_.chunks[next].mention == kNone) return mention;
  if (document_.text.analysis(parse_.chunks[at].head).pos == Pos::preposition) return mention;
  const Chunk& chunk = parse_.chunks[next];
  const Mention& named = document_.mentions[chunk.mention];
  const bool description =
      mention == kNone || document_.mentions[mention].kind != MentionKind::name;
  const bool names = description && named.kind == MentionKind::name && named.place != kNone &&
                     chunk.preposition == 0 && !chunk.conjoined;
  return names ? chunk.mention : mention;
}

// The place a noun phrase names, by itself or by its genitives.
uint32_t PlaceFinder::under(uint32_t at) const {
  uint32_t mention = name_of_place(at);
  for (uint32_t next = at + 1; mention == kNone && next < parse_.chunks.size() &&
                               parse_.chunks[next].link == ChunkLink::genitive;
       ++next) {
    mention = parse_.chunks[next].mention;
  }
  return names_place(mention) ? mention : kNone;
}

// The nearest place after the head, in a clause, that "in" goes before; else the last one before
// it. Only chunks before `before` count.
uint32_t PlaceFinder::place_in(uint32_t clause, uint32_t before) const {
  uint32_t best = kNone;
  const uint32_t end = std::min<uint32_t>(before, static_cast<uint32_t>(parse_.chunks.size()));
  for (uint32_t at = 0; at < end; ++at) {
    const Chunk& chunk = parse_.chunks[at];
    if (chunk.clause != clause || chunk.kind != ChunkKind::noun) continue;
    if (chunk.preposition != index_.fi || !stands_with_head(at)) continue;
    const uint32_t mention = under(at);
    if (mention == kNone || (at < head_.chunk && best != kNone)) continue;
    best = mention;
    if (at > head_.chunk) break;
  }
  return best;
}

uint32_t PlaceFinder::of_light() const {
  if (head_.light == kNone) return kNone;
  const uint32_t place = place_in(head_.light, kNone);
  if (place != kNone || !head_.light_spec->place_is_subject) return place;
  const ClauseDraft& clause = parse_.clauses[head_.light];
  if (names_place(clause.subject_mention)) return clause.subject_mention;
  return clause.subject == kNone ? kNone : under(clause.subject);
}

// "the talks | that were held in Geneva", "attacks | that struck the town".
uint32_t PlaceFinder::of_description() const {
  for (uint32_t number = 0; number < parse_.clauses.size(); ++number) {
    const ClauseDraft& clause = parse_.clauses[number];
    if (clause.kind != ClauseKind::relative || clause.antecedent != head_.chunk) continue;
    for (uint32_t at = clause.first; at <= clause.last && at < parse_.chunks.size(); ++at) {
      const Chunk& chunk = parse_.chunks[at];
      if (chunk.clause != number || chunk.preposition != index_.fi) continue;
      const uint32_t place = chunk.kind == ChunkKind::noun ? under(at) : kNone;
      if (place != kNone) return place;
    }
  }
  return kNone;
}

// Of violence the town that it is done to: they took | the town, operations to free | the town.
uint32_t PlaceFinder::done_to() const {
  if (draft_.event.category != "ASSAULT") return kNone;
  if (head_.verbal) {
    const uint32_t object = parse_.clauses[head_.clause].object;
    const bool named = object != kNone && names_place(parse_.chunks[object].mention);
    return named ? parse_.chunks[object].mention : kNone;
  }
  for (uint32_t at = head_.chunk + 1; at < parse_.chunks.size(); ++at) {
    const Chunk& chunk = parse_.chunks[at];
    if (chunk.link != ChunkLink::genitive || chunk.linked + 1 != at) return kNone;
    if (chunk.mention != kNone) return names_place(chunk.mention) ? chunk.mention : kNone;
  }
  return kNone;
}

// A visit goes where the host told in its sentence stands for.
uint32_t PlaceFinder::of_host() const {
  if (draft_.event.category != "CONSULT" || draft_.event.mode != "visit") return kNone;
  const Sentence& sentence = document_.text.sentences[parse_.sentence];
  for (const Role& role : draft_.roles) {
    if (role.kind != RoleKind::recipient || !names_place(role.mention)) continue;
    const Mention& host = document_.mentions[role.mention];
    if (host.begin >= sentence.begin && host.end <= sentence.end && !host.pronoun_suffix) {
      return role.mention;
    }
  }
  return kNone;
}

bool PlaceFinder::opens_where(uint32_t at) const {
  const Chunk& chunk = parse_.chunks[at];
  if (index_.where == 0 || chunk.end != chunk.begin + 1) return false;  // "since" has two words
  return std::any_of(parse_.class_hits.begin(), parse_.class_hits.end(), [&](const ClassHit& hit) {
    return hit.token == chunk.head && hit.word_class == index_.where;
  });
}

// "he goes to Tehran, | where he meets": the place before the word for where.
uint32_t PlaceFinder::of_where() const {
  if (draft_.event.mode == "visit" || (!head_.verbal && head_.light == kNone)) return kNone;
  uint32_t clause = head_.light != kNone ? head_.light : head_.clause;
  while (clause != kNone && parse_.clauses[clause].sister != kNone) {
    clause = parse_.clauses[clause].sister;
  }
  const uint32_t opener = clause == kNone ? kNone : parse_.clauses[clause].opener;
  if (opener == kNone || !opens_where(opener)) return kNone;
  for (uint32_t at = opener; at > 0 && at + kNearWhere > opener; --at) {
    const Chunk& chunk = parse_.chunks[at - 1];
    if (chunk.kind == ChunkKind::stop || chunk.kind == ChunkKind::verb) return kNone;
    const bool reached = chunk.kind == ChunkKind::noun && !chunk.conjoined &&
                         (chunk.preposition == index_.fi || chunk.preposition == index_.ila ||
                          parse_.clauses[chunk.clause].object == at - 1);
    if (reached && names_place(chunk.mention)) return chunk.mention;
  }
  return kNone;
}

// "In Doha | it is planned that | they meet": before a clause that only leads the deed in.
uint32_t PlaceFinder::of_outer() const {
  const ClauseDraft& clause = parse_.clauses[head_.clause];
  if (clause.kind != ClauseKind::content || clause.parent == kNone) return kNone;
  const ClauseDraft& outer = parse_.clauses[clause.parent];
  const bool leads = outer.predicate == kNone || outer.subject_mention == kNone;
  if (!leads || outer.sister != kNone) return kNone;
  return place_in(clause.parent, clause.first);
}

void PlaceFinder::run() {
  uint32_t& place = draft_.event.place;
  if (place != kNone) {
    for (uint32_t at = 0; at < parse_.chunks.size(); ++at) {
      if (parse_.chunks[at].mention == place) place = name_of_place(at);
    }
    return;
  }
  place = of_light();
  if (place == kNone) place = place_in(head_.clause, kNone);
  if (place == kNone) place = of_description();
  if (place == kNone) place = done_to();
  if (place == kNone) {
    place = of_host();
    draft_.place_of_host = place != kNone;
  }
  if (place == kNone) place = of_where();
  if (place == kNone) place = of_outer();
}

}  // namespace

void find_place(const Document& document, const EventIndex& index, const SentenceParse& parse,
                const Head& head, EventDraft& draft) {
  PlaceFinder(document, index, parse, head, draft).run();
}

namespace {

bool shares_side(const Document& document, const EventDraft& a, const EventDraft& b) {
  for (const Role& one : a.roles) {
    if (!is_participant_role(one.kind) || one.mention == kNone) continue;
    for (const Role& other : b.roles) {
      if (!is_participant_role(other.kind)) continue;
      if (one.mention == other.mention) return true;
      if (same_participants(document, one.mention, other.mention)) return true;
    }
  }
  return false;
}

}  // namespace

void lend_place_of_visit(const Document& document, uint32_t first, DraftList& drafts) {
  for (uint32_t at = first; at < drafts.size(); ++at) {
    EventDraft& draft = drafts[at];
    const bool meeting = draft.event.category == "CONSULT" &&
                         !is_one_of(draft.event.mode, {"visit", "phone", "letter", "mediate"});
    if (!meeting || draft.dropped || draft.event.place != kNone) continue;
    for (uint32_t other = first; other < drafts.size(); ++other) {
      const EventDraft& visit = drafts[other];
      const bool other_visit = visit.event.category == "CONSULT" && visit.event.mode == "visit";
      if (visit.dropped || !other_visit) continue;
      if (visit.event.place == kNone || visit.negated || visit.event.governed_as == "invites" ||
          !shares_side(document, draft, visit)) {
        continue;
      }
      draft.event.place = visit.event.place;
      break;
    }
  }
}

}  // namespace rasid
