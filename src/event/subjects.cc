// SPDX-License-Identifier: Apache-2.0
// Who is subject and who object of each clause: word order, agreement, pronouns, elision.
#include <algorithm>

#include "event/clauses.h"
#include "event/links.h"

namespace rasid {
namespace {

class SubjectFinder {
 public:
  SubjectFinder(const Document& document, const EventIndex& index, const TokenMaps& maps,
                const std::vector<Chunk>& chunks, std::vector<ClauseDraft>& clauses)
      : document_(document),
        text_(document.text),
        index_(index),
        maps_(maps),
        chunks_(chunks),
        clauses_(clauses) {}
  void run() {
    for (uint32_t clause = 0; clause < clauses_.size(); ++clause) find(clause);
  }

 private:
  void find(uint32_t clause);
  void share_subject(ClauseDraft& clause, uint32_t from, const char* rule);
  bool find_before(ClauseDraft& clause, uint32_t number);
  bool find_after(ClauseDraft& clause, uint32_t number);
  void find_relative(ClauseDraft& clause);
  void find_implied(ClauseDraft& clause);
  bool share_outer(ClauseDraft& clause);
  void find_objects(ClauseDraft& clause, uint32_t number);
  void decide_passive(ClauseDraft& clause);
  bool is_candidate(uint32_t chunk, uint32_t clause) const;
  bool agrees(uint32_t chunk, uint32_t verb, bool before) const;
  bool resumes(const ClauseDraft& clause) const;
  bool coordinated_after(uint32_t chunk) const;
  bool material_conflict(LemmaId lemma) const;
  bool suffers(uint32_t mention) const;
  bool takes_object(const FrameSpec& frame) const;
  void prefer_implied(ClauseDraft& clause, uint32_t number);
  void set_subject(ClauseDraft& clause, uint32_t chunk, const char* rule) const;

  const Document& document_;
  const Text& text_;
  const EventIndex& index_;
  const TokenMaps& maps_;
  const std::vector<Chunk>& chunks_;
  std::vector<ClauseDraft>& clauses_;
};

// A noun phrase that may be subject or object: no preposition, no link to an earlier one.
bool SubjectFinder::is_candidate(uint32_t at, uint32_t clause) const {
  const Chunk& chunk = chunks_[at];
  if (chunk.kind != ChunkKind::noun || chunk.clause != clause) return false;
  return chunk.preposition == 0 && chunk.link == ChunkLink::none;
}

bool SubjectFinder::coordinated_after(uint32_t at) const {
  for (uint32_t next = at + 1; next < chunks_.size() && next <= at + 8; ++next) {
    if (chunks_[next].link == ChunkLink::coordinated && chunks_[next].linked == at) return true;
  }
  return false;
}

bool SubjectFinder::agrees(uint32_t at, uint32_t verb, bool before) const {
  const Analysis& predicate = text_.analysis(chunks_[verb].head);
  if (predicate.person == 1 || predicate.person == 2) return false;
  const Chunk& chunk = chunks_[at];
  Gender gender = text_.analysis(chunk.head).gender;
  Number number = text_.analysis(chunk.head).number;
  bool human = true;
  if (chunk.mention != kNone) {
    const Mention& mention = document_.mentions[chunk.mention];
    if (mention.kind == MentionKind::pronoun) return before;
    if (mention.participants == 1) {
      const Participant& one =
          document_.participants[document_.stands_for[mention.first_participant]];
      // The words of a name tell little of the gender of its bearer.
      const bool named = mention.kind == MentionKind::name;
      if (one.gender != Gender::unknown || named) gender = one.gender;
      if (named && one.human) number = Number::singular;
      if (one.number != Number::unknown) number = one.number;
      human = one.human;
    } else if (mention.participants > 1) {
      number = Number::plural;
    }
  } else {
    human = false;
  }
  if (before && coordinated_after(at)) return predicate.number != Number::singular || !human;
  if (number == Number::plural && !human) {
    // He held talks: a masculine verb before a plural of deeds has it as object.
    const bool deed = chunk.mention == kNone && (maps_.at[chunk.head].facts & kFrameHead) != 0;
    if (!before && deed && predicate.gender == Gender::masculine) return false;
    return before ? predicate.number != Number::dual : predicate.number == Number::singular;
  }
  if (before && predicate.number == Number::plural && number == Number::singular) return false;
  if (number == Number::plural || number == Number::dual) {
    return before || predicate.number == Number::singular || predicate.number == Number::unknown;
  }
  if (!before && predicate.number == Number::plural) return false;
  return gender == Gender::unknown || predicate.gender == Gender::unknown ||
         gender == predicate.gender;
}

void SubjectFinder::set_subject(ClauseDraft& clause, uint32_t chunk, const char* rule) const {
  clause.subject = chunk;
  clause.subject_mention = chunks_[chunk].mention;
  clause.subject_rule = rule;
}

bool SubjectFinder::find_before(ClauseDraft& clause, uint32_t number) {
  const bool opened =
      clause.opener != kNone && chunks_[clause.opener].kind == ChunkKind::complementizer;
  if (opened && chunks_[clause.opener].suffix != kNone) {
    clause.subject_mention = chunks_[clause.opener].suffix;
    clause.subject_rule = "pronoun on the complementizer";
    const uint32_t next = clause.opener + 1;
    const bool joined = next < clause.predicate && chunks_[next].kind == ChunkKind::noun &&
                        chunks_[next].conjoined && chunks_[next].preposition == 0;
    if (joined) clause.partner = next;
    return true;
  }
  const uint32_t verb = clause.predicate;
  for (uint32_t at = clause.first; at < verb && at <= clause.last; ++at) {
    if (!is_candidate(at, number) || !agrees(at, verb, true)) continue;
    set_subject(clause, at, "subject before verb");
    return true;
  }
  return false;
}

bool SubjectFinder::find_after(ClauseDraft& clause, uint32_t number) {
  // What the entity stage takes for the verb's subject is one, where it stands here.
  const uint32_t elided = maps_.at[chunks_[clause.predicate].head].elided;
  for (uint32_t at = clause.predicate + 1; at <= clause.last && at < chunks_.size(); ++at) {
    if (!is_candidate(at, number)) continue;
    const bool known = same_participant(document_, elided, chunks_[at].mention);
    if (!known && !agrees(at, clause.predicate, false)) {
      if (chunks_[at].mention == kNone) continue;
      return false;
    }
    set_subject(clause, at, "subject after verb");
    return true;
  }
  return false;
}

// A pronoun in the relative clause that stands for what it describes: then that is not its subject.
bool SubjectFinder::resumes(const ClauseDraft& clause) const {
  if (chunks_[clause.predicate].suffix != kNone) return true;
  if (text_.analysis(chunks_[clause.predicate].head).enclitic.person == 3) return true;
  for (uint32_t at = clause.predicate + 1; at <= clause.last && at < chunks_.size(); ++at) {
    const Chunk& chunk = chunks_[at];
    if (chunk.kind != ChunkKind::noun || chunk.preposition == 0) continue;
    const Analysis& head = text_.analysis(chunk.head);
    if (head.pos != Pos::preposition || head.enclitic.person != 3) continue;
    // A pronoun of another gender or number stands for something else.
    const uint32_t opener = clause.opener != kNone ? clause.opener : clause.antecedent;
    if (opener == kNone) return true;
    const Analysis& described = text_.analysis(chunks_[opener].head);
    const bool number = head.enclitic.number == Number::dual && described.number != Number::dual;
    const bool gender =
        described.gender != Gender::unknown && head.enclitic.gender != Gender::unknown &&
        described.gender != head.enclitic.gender && described.number == Number::singular;
    if (!number && !gender) return true;
  }
  return false;
}

void SubjectFinder::find_relative(ClauseDraft& clause) {
  if (clause.antecedent == kNone) return;
  set_subject(clause, clause.antecedent, "antecedent of relative clause");
}

void SubjectFinder::share_subject(ClauseDraft& clause, uint32_t from, const char* rule) {
  if (from >= clauses_.size()) return;
  const ClauseDraft& other = clauses_[from];
  if (other.subject == kNone && other.subject_mention == kNone) return;
  clause.subject = other.subject;
  clause.subject_mention = other.subject_mention;
  clause.subject_rule = rule;
}

// The subject of the nearest outer clause whose verb agrees with this one's.
bool SubjectFinder::share_outer(ClauseDraft& clause) {
  const Analysis& verb = text_.analysis(chunks_[clause.predicate].head);
  if (clause.quoted || verb.person != 3) return false;
  uint32_t outer = clause.parent;
  for (int step = 0; step < 4 && outer != kNone; ++step, outer = clauses_[outer].parent) {
    const ClauseDraft& other = clauses_[outer];
    if (other.predicate == kNone || other.subject_mention == kNone) continue;
    const Analysis& word = text_.analysis(chunks_[other.predicate].head);
    if (word.gender != verb.gender || word.person != 3) continue;
    share_subject(clause, outer, "subject of the governing verb");
    return true;
  }
  return false;
}

// No subject in sight: the entity stage's elided mention, the sister's subject, the outer one's.
void SubjectFinder::find_implied(ClauseDraft& clause) {
  const Chunk& verb = chunks_[clause.predicate];
  if (clause.participle) {
    share_subject(clause, clause.parent, "subject of the outer clause");
    if (clause.subject_mention != kNone) return;
  }
  if (clause.sister != kNone) {
    const ClauseDraft& sister = clauses_[clause.sister];
    const Analysis& word = text_.analysis(verb.head);
    const Analysis& other =
        sister.predicate == kNone ? word : text_.analysis(chunks_[sister.predicate].head);
    const bool same = word.person == other.person && word.gender == other.gender;
    if (same) share_subject(clause, clause.sister, "subject of the verb before");
    if (clause.subject_mention != kNone) return;
  }
  if (clause.kind != ClauseKind::main && share_outer(clause)) return;
  if (maps_.at[verb.head].elided != kNone) {
    clause.subject_mention = maps_.at[verb.head].elided;
    clause.subject_rule = "elided subject";
  }
}

void SubjectFinder::find_objects(ClauseDraft& clause, uint32_t number) {
  clause.object_mention = chunks_[clause.predicate].suffix;
  for (uint32_t at = clause.predicate + 1; at <= clause.last && at < chunks_.size(); ++at) {
    if (!is_candidate(at, number) || at == clause.subject || chunks_[at].conjoined) continue;
    if (clause.object == kNone) {
      clause.object = at;
    } else if (clause.object2 == kNone) {
      clause.object2 = at;
    }
  }
}

bool SubjectFinder::material_conflict(LemmaId lemma) const {
  if ((index_.facts(lemma) & (kSpeechHead | kLightHead)) != 0) return false;
  for (const HeadFrame& head : index_.heads(lemma)) {
    const FrameSpec& frame = index_.frame(head.frame);
    const bool violent = frame.category == "ASSAULT" || frame.category == "COERCE";
    if (head.key == Key::verb && violent && takes_object(frame)) return true;
  }
  return false;
}

// Whether a participant of the frame is the verb's object.
bool SubjectFinder::takes_object(const FrameSpec& frame) const {
  for (const SlotSpec& slot : index_.slots(frame)) {
    if (slot.role != RoleKind::actor && slot.role != RoleKind::recipient) continue;
    for (const SourceSpec& source : index_.sources(slot)) {
      if (source.kind == ArgumentSource::object) return true;
    }
  }
  return false;
}

// One noun phrase after a transitive verb, and a subject known from the sentence: the phrase is the
// object (... where he will meet | the president).
void SubjectFinder::prefer_implied(ClauseDraft& clause, uint32_t number) {
  const Chunk& verb = chunks_[clause.predicate];
  if (clause.subject == kNone || clause.subject < clause.predicate) return;
  if (chunks_[clause.subject].mention == kNone || verb.suffix != kNone) return;
  bool transitive = false;
  for (const HeadFrame& head : index_.heads(text_.analysis(verb.head).lemma)) {
    transitive = transitive || (head.key == Key::verb && takes_object(index_.frame(head.frame)));
  }
  if (!transitive) return;
  for (uint32_t at = clause.subject + 1; at <= clause.last && at < chunks_.size(); ++at) {
    const Chunk& chunk = chunks_[at];
    if (chunk.clause != number || chunk.kind != ChunkKind::noun) continue;
    const bool other =
        chunk.preposition == index_.maa || chunk.preposition == index_.bi ||
        (chunk.preposition == 0 && chunk.link == ChunkLink::none && !chunk.conjoined);
    if (other || chunk.link == ChunkLink::coordinated) return;
  }
  ClauseDraft trial = clause;
  trial.subject = trial.subject_mention = kNone;
  find_implied(trial);
  const bool elided = trial.subject_mention != kNone && trial.subject == kNone &&
                      trial.subject_mention == maps_.at[verb.head].elided;
  if (trial.subject_mention == kNone || elided) return;
  if (same_participant(document_, trial.subject_mention, clause.subject_mention)) return;
  if (trial.subject != kNone && !agrees(trial.subject, clause.predicate, true)) return;
  clause = trial;
}

// People who are no force: told with a verb of violence and nothing else, they underwent it.
bool SubjectFinder::suffers(uint32_t number) const {
  if (number >= document_.mentions.size()) return false;
  const Mention& mention = document_.mentions[number];
  if (mention.participants == 0) return false;
  const uint32_t one = document_.stands_for[mention.first_participant];
  return document_.participants[one].sector.view() == "CVL";
}

// Unvowelled, many passives are written like the active: a transitive verb of violence or
// repression with one noun phrase after it, or none, is told in the passive.
void SubjectFinder::decide_passive(ClauseDraft& clause) {
  const Chunk& verb = chunks_[clause.predicate];
  const Analysis& word = text_.analysis(verb.head);
  clause.passive = word.passive;
  if (!word.passive && word.can_be_passive && clause.object == kNone &&
      clause.object_mention == kNone && material_conflict(word.lemma)) {
    clause.passive = clause.subject != kNone || clause.kind == ClauseKind::relative ||
                     suffers(clause.subject_mention);
  }
  if (!clause.passive || clause.object != kNone) return;
  clause.object = clause.subject;
  clause.object_mention = clause.subject_mention;
  clause.subject = clause.subject_mention = kNone;
}

void SubjectFinder::find(uint32_t number) {
  ClauseDraft& clause = clauses_[number];
  if (clause.predicate == kNone) {
    const bool opened =
        clause.opener != kNone && chunks_[clause.opener].kind == ChunkKind::complementizer;
    if (opened && chunks_[clause.opener].suffix != kNone) {
      clause.subject_mention = chunks_[clause.opener].suffix;
      clause.subject_rule = "pronoun on the complementizer";
      return;
    }
    for (uint32_t at = clause.first; at <= clause.last && at < chunks_.size(); ++at) {
      if (!is_candidate(at, number)) continue;
      set_subject(clause, at, "first noun phrase");
      break;
    }
    return;
  }
  bool found = false;
  const uint8_t person = text_.analysis(chunks_[clause.predicate].head).person;
  if (chunks_[clause.predicate].kind == ChunkKind::verb && (person == 1 || person == 2)) {
    const uint32_t speaker = maps_.at[chunks_[clause.predicate].head].elided;
    found = speaker != kNone;
    clause.subject_mention = speaker;
    if (found) clause.subject_rule = "first or second person";
  }
  if (!found && (!clause.participle || chunks_[clause.predicate].kind == ChunkKind::verb)) {
    found = find_before(clause, number);
    const bool describes = clause.kind == ClauseKind::relative && !resumes(clause);
    if (!found && describes && clause.antecedent != kNone &&
        agrees(clause.antecedent, clause.predicate, true)) {
      find_relative(clause);
      found = true;
    }
    if (!found) found = find_after(clause, number);
    if (!found && describes) {
      find_relative(clause);
      found = clause.subject != kNone;
    }
  }
  const bool passive_relative =
      clause.kind == ClauseKind::relative && text_.analysis(chunks_[clause.predicate].head).passive;
  if (!found && passive_relative) {
    find_relative(clause);
    found = clause.subject != kNone;
  }
  if (!found) {
    find_implied(clause);
  } else {
    prefer_implied(clause, number);
  }
  find_objects(clause, number);
  const bool on_verb = chunks_[clause.predicate].suffix != kNone ||
                       text_.analysis(chunks_[clause.predicate].head).enclitic.person == 3;
  if (clause.kind == ClauseKind::relative && on_verb && clause.antecedent != kNone &&
      clause.subject != clause.antecedent && clause.object == kNone) {
    clause.object = clause.antecedent;  // the agreement that Iran concluded (it)
  }
  decide_passive(clause);
}

}  // namespace

void find_subjects(const Document& document, const EventIndex& index, const TokenMaps& maps,
                   const std::vector<Chunk>& chunks, std::vector<ClauseDraft>& clauses) {
  SubjectFinder(document, index, maps, chunks, clauses).run();
}

}  // namespace rasid
