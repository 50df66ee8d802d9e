// SPDX-License-Identifier: Apache-2.0
// Setting: the place, date and numbers of an event, from the clause it stands in.
#include <algorithm>

#include "event/context.h"

namespace rasid {
namespace {

class Setting {
 public:
  Setting(const Document& document, const EventIndex& index, const SentenceParse& parse,
          const Head& head, EventDraft& draft)
      : document_(document), index_(index), parse_(parse), head_(head), draft_(draft) {}
  void find_place();
  void find_date();
  void find_magnitude();

 private:
  bool usable(uint32_t moment) const;
  uint32_t nearest_time(uint32_t clause) const;
  bool is_of_content(uint32_t time) const;
  bool is_speakers_own(const ClauseDraft& clause) const;
  bool told_as_earlier_or_later() const;
  bool passes_to_inner(const ClauseDraft& clause) const;
  uint32_t place_in(uint32_t clause) const;
  bool stands_with_head(uint32_t chunk) const;
  uint32_t name_of_place(uint32_t chunk) const;

  const Document& document_;
  const EventIndex& index_;
  const SentenceParse& parse_;
  const Head& head_;
  EventDraft& draft_;
};

bool Setting::usable(uint32_t moment) const {
  return moment != kNone && !document_.moments[moment].is_duration;
}

// A time behind what is asked for, refused or promised is when that is to be.
bool Setting::is_of_content(uint32_t time) const {
  static constexpr std::string_view kAsking[] = {"REQUEST", "REJECT", "THREATEN", "AGREE"};
  if (std::find(std::begin(kAsking), std::end(kAsking), draft_.event.category) ==
      std::end(kAsking)) {
    return false;
  }
  const uint32_t me = static_cast<uint32_t>(&head_ - parse_.heads.data());
  for (uint32_t at = head_.chunk + 1; at < time; ++at) {
    if (parse_.owner[at] == me && parse_.chunks[at].mention == kNone) return true;
  }
  return false;
}

uint32_t Setting::nearest_time(uint32_t clause) const {
  uint32_t best = kNone, best_distance = kNone;
  for (uint32_t at = 0; at < parse_.chunks.size(); ++at) {
    const Chunk& chunk = parse_.chunks[at];
    if (chunk.clause != clause || !usable(chunk.moment)) continue;
    const uint32_t distance = at > head_.chunk ? at - head_.chunk : head_.chunk - at;
    if (distance >= best_distance || is_of_content(at)) continue;
    best = at, best_distance = distance;
  }
  return best;
}

// The date of the outer clause holds in a participle clause or an adverbial one, not in what is
// said or in what a noun is described by.
bool Setting::passes_to_inner(const ClauseDraft& clause) const {
  return clause.participle || clause.kind == ClauseKind::adverbial || is_speakers_own(clause);
}

// A deed in words done by the speech itself ("he said: we reject"): it is of the speech's date.
bool Setting::is_speakers_own(const ClauseDraft& clause) const {
  const int quad = index_.quad(draft_.event.category);
  const bool verbal = quad == 0 || quad == 1 || quad == 3;
  if (!verbal || clause.kind != ClauseKind::content || clause.parent == kNone) return false;
  if (draft_.event.category == "CONSULT") return false;
  const uint32_t speaker = parse_.clauses[clause.parent].subject_mention;
  return std::any_of(draft_.roles.begin(), draft_.roles.end(), [&](const Role& role) {
    return role.kind == RoleKind::actor &&
           (role.mention == speaker || same_participants(document_, role.mention, speaker));
  });
}

// After or before a deed: its own date is another one than that of the clause.
bool Setting::told_as_earlier_or_later() const {
  if (head_.verbal) return false;
  const uint32_t at = head_.carrier != kNone ? head_.carrier : head_.chunk;
  const std::string_view name = index_.preposition_name(parse_.chunks[at].preposition);
  return name == "bad" || name == "qabl" || name == "munthu" || name == "ithr" || name == "aqib" ||
         name == "ghadat";
}

void Setting::find_date() {
  if (told_as_earlier_or_later()) {
    for (uint32_t at = head_.chunk + 1; at < parse_.chunks.size(); ++at) {
      const Chunk& chunk = parse_.chunks[at];
      if (chunk.clause != head_.clause || chunk.kind == ChunkKind::comma) return;
      if (!usable(chunk.moment)) continue;
      draft_.event.moment = chunk.moment;
      return;
    }
    return;
  }
  if (head_.light != kNone) draft_.time_chunk = nearest_time(head_.light);
  uint32_t clause = head_.clause;
  for (int step = 0; step < 4 && draft_.time_chunk == kNone && clause != kNone; ++step) {
    draft_.time_chunk = nearest_time(clause);
    if (!passes_to_inner(parse_.clauses[clause])) break;
    clause = parse_.clauses[clause].parent;
  }
  if (draft_.time_chunk != kNone) {
    draft_.event.moment = parse_.chunks[draft_.time_chunk].moment;
  }
}

// Whether a phrase of place stands with the head: straight after it, a name, a time or another such
// phrase. After a common noun it describes that noun (the situation in Syria), after another deed
// that one.
bool Setting::stands_with_head(uint32_t at) const {
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
    if (chunk.kind != ChunkKind::noun) return true;
    const uint32_t other = parse_.head_of[before];
    if (other != kNone) return false;
    return chunk.mention != kNone || chunk.preposition == index_.fi;
  }
  return true;
}

// "the capital | Addis Ababa": the name rather than the description.
uint32_t Setting::name_of_place(uint32_t at) const {
  const uint32_t mention = parse_.chunks[at].mention;
  const uint32_t next = at + 1;
  if (next >= parse_.chunks.size() || parse_.chunks[next].mention == kNone) return mention;
  const Chunk& chunk = parse_.chunks[next];
  const Mention& named = document_.mentions[chunk.mention];
  const bool description =
      mention == kNone || document_.mentions[mention].kind != MentionKind::name;
  const bool names = description && named.kind == MentionKind::name && named.place != kNone &&
                     chunk.preposition == 0 && !chunk.conjoined;
  return names ? chunk.mention : mention;
}

// The nearest place after the head, in its clause, that "in" goes before; a city wins over a state.
uint32_t Setting::place_in(uint32_t clause) const {
  uint32_t best = kNone;
  for (uint32_t at = 0; at < parse_.chunks.size(); ++at) {
    const Chunk& chunk = parse_.chunks[at];
    if (chunk.clause != clause || chunk.kind != ChunkKind::noun) continue;
    if (chunk.preposition != index_.fi || !stands_with_head(at)) continue;
    uint32_t mention = name_of_place(at);
    for (uint32_t next = at + 1; mention == kNone && next < parse_.chunks.size() &&
                                 parse_.chunks[next].link == ChunkLink::genitive;
         ++next) {
      mention = parse_.chunks[next].mention;
    }
    if (mention == kNone || document_.mentions[mention].place == kNone) continue;
    if (at < head_.chunk && best != kNone) continue;
    best = mention;
    if (at > head_.chunk) break;
  }
  return best;
}

void Setting::find_place() {
  if (draft_.event.place != kNone) {
    for (uint32_t at = 0; at < parse_.chunks.size(); ++at) {
      if (parse_.chunks[at].mention == draft_.event.place) draft_.event.place = name_of_place(at);
    }
    return;
  }
  if (head_.light != kNone) {
    draft_.event.place = place_in(head_.light);
    const uint32_t subject = parse_.clauses[head_.light].subject_mention;
    const bool hosts = head_.light_spec->place_is_subject && subject != kNone &&
                       document_.mentions[subject].place != kNone;
    if (hosts && draft_.event.place == kNone) draft_.event.place = subject;
  }
  if (draft_.event.place == kNone) draft_.event.place = place_in(head_.clause);
}

// Numbers tied to the deed: the counted people of its first argument.
void Setting::find_magnitude() {
  const uint32_t limit =
      std::min<uint32_t>(static_cast<uint32_t>(parse_.chunks.size()), head_.chunk + 5);
  for (uint32_t at = head_.chunk + 1; at < limit; ++at) {
    const Chunk& chunk = parse_.chunks[at];
    if (chunk.kind == ChunkKind::verb || chunk.clause != head_.clause) return;
    if (chunk.kind != ChunkKind::noun) continue;
    for (uint32_t token = chunk.begin; token < chunk.end; ++token) {
      const bool number = document_.text.tokens[token].kind == TokenKind::number ||
                          document_.text.analysis(token).pos == Pos::number;
      if (!number) continue;
      draft_.event.magnitude = {document_.text.tokens[token].span.begin,
                                document_.text.tokens[chunk.end - 1].span.end};
      return;
    }
  }
}

}  // namespace

void place_and_date(const Document& document, const EventIndex& index, const SentenceParse& parse,
                    const Head& head, EventDraft& draft) {
  Setting setting(document, index, parse, head, draft);
  setting.find_place();
  setting.find_date();
  setting.find_magnitude();
}

}  // namespace rasid
