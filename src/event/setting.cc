// SPDX-License-Identifier: Apache-2.0
// Setting: the date and numbers of an event, from the clause it stands in; its place: place.h.
#include <algorithm>

#include "event/context.h"
#include "event/place.h"

namespace rasid {
namespace {

class Setting {
 public:
  Setting(const Document& document, const EventIndex& index, const SentenceParse& parse,
          const Head& head, EventDraft& draft)
      : document_(document), index_(index), parse_(parse), head_(head), draft_(draft) {}
  void find_date();
  void find_magnitude();

 private:
  bool usable(uint32_t moment) const;
  uint32_t nearest_time(uint32_t clause) const;
  bool is_of_content(uint32_t time) const;
  bool is_speakers_own(const ClauseDraft& clause) const;
  bool told_as_earlier_or_later() const;
  bool passes_to_inner(const ClauseDraft& clause) const;

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
  find_place(document, index, parse, head, draft);
  setting.find_date();
  setting.find_magnitude();
}

}  // namespace rasid
