// SPDX-License-Identifier: Apache-2.0
#include "claim/speakers.h"

#include <algorithm>

namespace rasid::claim {
namespace {

constexpr uint32_t kNameReach = 14;  // from a name's first token to its head

bool speaks(const Mention& mention) {
  return mention.participants > 0 && !mention.place_only && !mention.pronoun_suffix &&
         mention.kind != MentionKind::elided;
}

uint32_t elided_at(const Scene& scene, uint32_t verb) {
  auto at =
      std::lower_bound(scene.doc.mentions.begin(), scene.doc.mentions.end(), verb,
                       [](const Mention& mention, uint32_t token) { return mention.head < token; });
  for (; at != scene.doc.mentions.end() && at->head == verb; ++at) {
    if (at->kind == MentionKind::elided && at->participants > 0) {
      return static_cast<uint32_t>(at - scene.doc.mentions.begin());
    }
  }
  return kNone;
}

// "a statement of X": the noun whose owner speaks.
const Speech* statement_before(const Scene& scene, uint32_t mention) {
  const uint32_t begin = scene.doc.mentions[mention].begin;
  for (uint32_t back = 1; back <= 2 && begin >= scene.begin + back; ++back) {
    const Speech* noun = scene.words.speech_of(scene.text.analysis(begin - back).lemma);
    if (noun != nullptr && noun->kind == SpeechKind::noun) return noun;
  }
  return nullptr;
}

bool has_preposition(const Scene& scene, uint32_t mention) {
  const Mention& one = scene.doc.mentions[mention];
  if ((one.proclitics & (kBi | kLi | kKa)) != 0) return true;
  return one.begin > scene.begin && scene.text.analysis(one.begin - 1).pos == Pos::preposition;
}

// The first name of the same stretch before the verb, with no verb between.
uint32_t mention_before(const Scene& scene, uint32_t verb) {
  uint32_t from = verb;
  while (from > scene.begin) {
    const Mark mark = scene.text.tokens[from - 1].mark;
    if (is_finite(scene.text.analysis(from - 1)) || mark == Mark::semicolon ||
        mark == Mark::colon || scene.words.is_complementizer(scene.text, from - 1)) {
      break;
    }
    --from;
  }
  const uint32_t found = first_mention(scene, from, verb);
  return found != kNone && !has_preposition(scene, found) ? found : kNone;
}

}  // namespace

uint32_t first_mention(const Scene& scene, uint32_t from, uint32_t to) {
  uint32_t best = kNone;
  auto at =
      std::lower_bound(scene.doc.mentions.begin(), scene.doc.mentions.end(), from,
                       [](const Mention& mention, uint32_t token) { return mention.head < token; });
  for (; at != scene.doc.mentions.end() && at->head < to + kNameReach; ++at) {
    if (at->begin < from || at->begin >= to || !speaks(*at)) continue;
    const uint32_t index = static_cast<uint32_t>(at - scene.doc.mentions.begin());
    if (best == kNone || at->begin < scene.doc.mentions[best].begin) best = index;
  }
  return best;
}

void add_speaker(const Scene& scene, uint32_t mention, Act& act) {
  if (mention >= scene.doc.mentions.size() || act.speakers >= kMostSpeakers) return;
  act.speaker[act.speakers++] = mention;
}

void add_subjects(const Scene& scene, const Clause& clause, Act& act) {
  for (uint32_t i = 0; i < clause.subjects; ++i) {
    const size_t place = size_t{clause.first_subject} + i;
    if (place < scene.doc.clause_subjects.size())
      add_speaker(scene, scene.doc.clause_subjects[place], act);
  }
  if (act.speakers == 0 && clause.subject < scene.doc.mentions.size()) {
    add_speaker(scene, clause.subject, act);
  }
}

const Clause* clause_of(const Scene& scene, uint32_t predicate) {
  for (uint32_t i = scene.first_clause; i < scene.doc.clauses.size(); ++i) {
    const Clause& clause = scene.doc.clauses[i];
    if (clause.sentence != scene.sentence) break;
    if (clause.predicate == predicate) return &clause;
  }
  return nullptr;
}

bool resolved(const Scene& scene, const Act& act) {
  for (uint32_t i = 0; i < act.speakers; ++i) {
    if (scene.doc.mentions[act.speaker[i]].participants > 0) return true;
  }
  return false;
}

void find_speaker(const Scene& scene, uint32_t at, uint32_t limit, const Act& last, Act& act) {
  if (const Clause* clause = clause_of(scene, at)) {
    add_subjects(scene, *clause, act);
    act.rule = "subject of the clause";
    if (resolved(scene, act)) return;
    act.speakers = 0;
  }
  const uint32_t to = std::min(limit, at + 1 + kSpeakerReach);
  const uint32_t after = first_mention(scene, at + 1, to);
  const Speech* statement = after != kNone ? statement_before(scene, after) : nullptr;
  if (statement != nullptr) act.entry = statement->entry;
  if (after != kNone && (statement != nullptr || !has_preposition(scene, after))) {
    add_speaker(scene, after, act);
    act.rule = "name after the verb";
    return;
  }
  if (const uint32_t before = mention_before(scene, at); before != kNone) {
    add_speaker(scene, before, act);
    act.rule = "name before the verb";
    return;
  }
  if (const uint32_t elided = elided_at(scene, at); elided != kNone) {
    add_speaker(scene, elided, act);
    act.rule = "elided subject";
    return;
  }
  if (resolved(scene, last)) {
    copy_speakers(last, act);
    act.rule = "the last speaker";
  }
}

void copy_speakers(const Act& from, Act& to) {
  to.speaker = from.speaker;
  to.speakers = from.speakers;
}

uint32_t find_main_subject(const Scene& scene, uint32_t at, Act& act) {
  for (uint32_t i = scene.first_clause; i < scene.doc.clauses.size(); ++i) {
    const Clause& clause = scene.doc.clauses[i];
    if (clause.sentence != scene.sentence || clause.begin > at) break;
    if (clause.predicate == kNone || clause.predicate > at || clause.subject == kNone) continue;
    add_subjects(scene, clause, act);
    return clause.predicate;
  }
  add_speaker(scene, first_mention(scene, scene.begin, at), act);
  return at;
}

uint32_t suffix_at(const Scene& scene, uint32_t token) {
  auto at =
      std::lower_bound(scene.doc.mentions.begin(), scene.doc.mentions.end(), token,
                       [](const Mention& mention, uint32_t place) { return mention.head < place; });
  for (; at != scene.doc.mentions.end() && at->head == token; ++at) {
    if (at->pronoun_suffix && at->participants > 0) {
      return static_cast<uint32_t>(at - scene.doc.mentions.begin());
    }
  }
  return kNone;
}

bool names_statement(const Scene& scene, uint32_t at) {
  if (at >= scene.end) return false;
  const Speech* noun = scene.words.speech_of(scene.text.analysis(at).lemma);
  return noun != nullptr && noun->kind == SpeechKind::noun;
}

bool same_speaker(const Scene& scene, uint32_t a, uint32_t b) {
  if (a == b) return true;
  const Mention& one = scene.doc.mentions[a];
  const Mention& other = scene.doc.mentions[b];
  return one.participants > 0 && other.participants > 0 &&
         scene.doc.stands_for[one.first_participant] ==
             scene.doc.stands_for[other.first_participant];
}

bool is_label(const Scene& scene, uint32_t mention, uint32_t after) {
  const Mention& one = scene.doc.mentions[mention];
  if (one.place == kNone || one.end > one.begin + 2 || one.kind != MentionKind::name) return false;
  const uint32_t limit = std::min(scene.end, after + kSpeakerReach);
  const uint32_t subject = first_mention(scene, after, std::min(scene.end, after + 2));
  if (subject == kNone) return false;
  for (uint32_t at = scene.doc.mentions[subject].end; at < limit; ++at) {
    if (is_finite(scene.text.analysis(at))) return true;
  }
  return false;
}

}  // namespace rasid::claim
