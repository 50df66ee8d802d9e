// SPDX-License-Identifier: Apache-2.0
#include "event/arguments.h"

#include <algorithm>

namespace rasid {
namespace {

constexpr uint32_t kNear = 3;    // chunks between a deed noun and what describes it
constexpr uint32_t kChain = 60;  // chunks a list of coordinated phrases may span

class ArgumentFinder {
 public:
  ArgumentFinder(const Document& document, const EventIndex& index, const SentenceParse& parse,
                 const Head& head, GenitiveIs genitive, Arguments& out)
      : document_(document),
        index_(index),
        parse_(parse),
        chunks_(parse.chunks),
        head_(head),
        genitive_(genitive),
        out_(out) {}
  void run();

 private:
  void of_verb();
  void add_partner(const ClauseDraft& clause, ArgumentSource source);
  void of_noun();
  void of_light();
  void prepositional();
  void content_clause();
  void listed();
  void bracketed();
  void nominal_predicate();
  void speaker();
  bool reciprocal() const;
  const Head* nearest_head(uint32_t chunk) const;
  uint32_t genitive_of(uint32_t chunk) const;
  uint32_t object_after() const;
  bool names_place(uint32_t chunk) const;
  bool li_is_doer(uint32_t chunk) const;
  bool li_follows() const;
  bool is_force(uint32_t mention) const;
  void add(ArgumentSource source, uint32_t chunk, const char* rule);
  void add_mention(ArgumentSource source, uint32_t chunk, uint32_t mention, const char* rule);
  void add_genitive(uint32_t noun, bool has_doer);

  const Document& document_;
  const EventIndex& index_;
  const SentenceParse& parse_;
  const std::vector<Chunk>& chunks_;
  const Head& head_;
  GenitiveIs genitive_;
  Arguments& out_;
};

void ArgumentFinder::add_mention(ArgumentSource source, uint32_t chunk, uint32_t mention,
                                 const char* rule) {
  out_.list.push_back({source, 0, chunk, mention, rule});
}

void ArgumentFinder::add(ArgumentSource source, uint32_t chunk, const char* rule) {
  if (chunk != kNone) add_mention(source, chunk, chunks_[chunk].mention, rule);
}

void ArgumentFinder::content_clause() {
  for (uint32_t number = 0; number < parse_.clauses.size(); ++number) {
    const ClauseDraft& clause = parse_.clauses[number];
    if (clause.kind != ClauseKind::content || clause.parent != head_.clause) continue;
    if (clause.first < head_.chunk) continue;
    // A nearer head between the two has it.
    bool nearer = false;
    for (const Head& other : parse_.heads) {
      nearer = nearer || (other.clause == head_.clause && other.chunk > head_.chunk &&
                          other.chunk < clause.first && head_.chunk != other.chunk &&
                          !(head_.verbal && other.light == head_.clause));
    }
    if (nearer && !head_.verbal) continue;
    out_.content = number;
    if (clause.subject_mention != kNone) {
      add_mention(ArgumentSource::content_subject, clause.subject, clause.subject_mention,
                  "subject of the content clause");
    } else if (clause.subject != kNone) {
      add(ArgumentSource::content_subject, clause.subject, "subject of the content clause");
    } else if (clause.object != kNone) {
      add(ArgumentSource::content_subject, clause.object, "object of the content clause");
    }
    return;
  }
}

// Who does it beside the one that a pronoun stands for.
void ArgumentFinder::add_partner(const ClauseDraft& clause, ArgumentSource source) {
  if (clause.partner == kNone) return;
  add(source, clause.partner, "beside the pronoun");
  out_.list.back().also = true;
}

void ArgumentFinder::of_verb() {
  const ClauseDraft& clause = parse_.clauses[head_.clause];
  out_.passive = clause.passive;
  out_.negated = chunks_[head_.chunk].negated ||
                 (clause.auxiliary != kNone && chunks_[clause.auxiliary].negated);
  const bool own = clause.predicate == head_.chunk;
  if (!own) return;
  if (clause.subject != kNone || clause.subject_mention != kNone) {
    add_mention(ArgumentSource::subject, clause.subject, clause.subject_mention,
                clause.subject_rule);
    add_partner(clause, ArgumentSource::subject);
  }
  // The pronoun on a relative clause's verb is what the clause describes.
  const bool resumed = clause.kind == ClauseKind::relative && clause.antecedent != kNone &&
                       clause.object == clause.antecedent && !clause.passive;
  if (resumed) {
    add(ArgumentSource::object, clause.antecedent, "what the relative clause describes");
  } else if (clause.object_mention != kNone) {
    add_mention(ArgumentSource::object,
                clause.object_mention == clause.subject_mention ? clause.object : kNone,
                clause.object_mention, "pronoun on the verb");
    add(ArgumentSource::object2, clause.object, "second object");
  } else {
    add(ArgumentSource::object, clause.object, clause.passive ? "noun after a passive" : "object");
    add(ArgumentSource::object2, clause.object2, "second object");
  }
}

uint32_t ArgumentFinder::genitive_of(uint32_t chunk) const {
  const uint32_t next = chunk + 1;
  if (next < chunks_.size() && chunks_[next].link == ChunkLink::genitive &&
      chunks_[next].linked == chunk) {
    return next;
  }
  return kNone;
}

bool ArgumentFinder::names_place(uint32_t chunk) const {
  const uint32_t mention = chunks_[chunk].mention;
  return mention != kNone && document_.mentions[mention].place != kNone;
}

// A noun phrase straight after a masdar that has its doer: its object (his meeting | the consul).
uint32_t ArgumentFinder::object_after() const {
  uint32_t at = head_.chunk;
  const uint32_t genitive = genitive_of(at);
  if (genitive != kNone) {
    at = genitive;
  } else if (chunks_[at].suffix == kNone) {
    return kNone;
  }
  uint32_t next = at + 1;
  while (next < chunks_.size() &&
         (chunks_[next].kind == ChunkKind::time || chunks_[next].kind == ChunkKind::adverb ||
          (next > at + 1 && chunks_[next].kind == ChunkKind::comma))) {
    ++next;
  }
  if (next >= chunks_.size() || chunks_[next].kind != ChunkKind::noun) return kNone;
  const Chunk& chunk = chunks_[next];
  const bool apart = next > at + 1;  // behind a time only a participant is its object
  if (apart && chunk.mention == kNone) return kNone;
  const bool stands_bare = chunk.preposition == 0 && chunk.link == ChunkLink::none &&
                           !chunk.conjoined && (apart || !chunk.after_comma);
  return stands_bare && chunk.clause == head_.clause ? next : kNone;
}

void ArgumentFinder::add_genitive(uint32_t noun, bool has_doer) {
  const uint32_t genitive = genitive_of(noun);
  if (genitive == kNone) return;
  add(ArgumentSource::genitive, genitive, "genitive");
  bool object = genitive_ == GenitiveIs::object;
  if (genitive_ == GenitiveIs::both) {
    object = (has_doer || names_place(genitive)) && !li_follows();
  }
  add(object ? ArgumentSource::object : ArgumentSource::subject, genitive,
      object ? "genitive of masdar as object" : "genitive of masdar as subject");
}

// The object of a masdar that has its doer in the genitive stands behind li.
bool ArgumentFinder::li_follows() const {
  const uint32_t me = static_cast<uint32_t>(&head_ - parse_.heads.data());
  for (uint32_t at = head_.chunk + 1; at < chunks_.size() && at < head_.chunk + 6; ++at) {
    if (parse_.owner[at] == me && chunks_[at].preposition == index_.li) return true;
  }
  return false;
}

void ArgumentFinder::of_noun() {
  const Chunk& noun = chunks_[head_.chunk];
  const bool carried = head_.light_spec && head_.light_spec->subject == LightSubject::actor;
  if (noun.suffix != kNone) {
    const bool object = genitive_ == GenitiveIs::object;
    add_mention(ArgumentSource::possessor, kNone, noun.suffix, "possessor");
    add_mention(object ? ArgumentSource::object : ArgumentSource::subject, kNone, noun.suffix,
                object ? "possessor as object" : "possessor");
  }
  add_genitive(head_.chunk, noun.suffix != kNone || carried);
  add(ArgumentSource::object, object_after(), "object of masdar");
  if (noun.adjective != kNone) {
    add_mention(ArgumentSource::adjective, head_.chunk, noun.adjective, "adjective");
  }
}

// "he is open to": a predicate without a verb shares the subject of its clause.
void ArgumentFinder::nominal_predicate() {
  const ClauseDraft& clause = parse_.clauses[head_.clause];
  const Chunk& chunk = chunks_[head_.chunk];
  if (clause.predicate != kNone || chunk.preposition != 0 || chunk.definite) return;
  if (clause.subject == head_.chunk || clause.subject_mention == kNone) return;
  if (clause.subject != kNone && clause.subject > head_.chunk) return;
  const Pos pos = document_.text.analysis(head_.token).pos;
  const bool describes =
      pos == Pos::adjective || pos == Pos::active_participle || pos == Pos::passive_participle;
  if (!describes) return;
  add_mention(ArgumentSource::subject, clause.subject, clause.subject_mention,
              "subject of a nominal sentence");
}

// What the light verb or the carrying noun brings along.
void ArgumentFinder::of_light() {
  if (head_.carrier != kNone) {
    const Chunk& carrier = chunks_[head_.carrier];
    const uint32_t doer = genitive_of(head_.carrier);
    if (doer != kNone && doer != head_.chunk && chunks_[doer].mention != kNone) {
      add(ArgumentSource::subject, doer, "genitive of the carrying noun");
    }
    if (carrier.suffix != kNone) {
      add_mention(ArgumentSource::subject, kNone, carrier.suffix, "possessor of the carrying noun");
    }
    if (carrier.adjective != kNone) {
      add_mention(ArgumentSource::adjective, head_.carrier, carrier.adjective, "adjective");
    }
  }
  if (head_.light == kNone) return;
  const ClauseDraft& clause = parse_.clauses[head_.light];
  out_.negated = out_.negated || (clause.predicate != kNone && chunks_[clause.predicate].negated);
  if (head_.light_spec->subject == LightSubject::none) return;
  if (clause.subject == kNone && clause.subject_mention == kNone) return;
  if (clause.subject == head_.chunk) return;
  const bool other_side = head_.light_spec->subject == LightSubject::recipient;
  add_mention(other_side ? ArgumentSource::object : ArgumentSource::subject, clause.subject,
              clause.subject_mention, kSubjectOfLight);
  add_partner(clause, other_side ? ArgumentSource::object : ArgumentSource::subject);
}

// Those who strike rather than are struck: armies, the armed and their alliances.
bool ArgumentFinder::is_force(uint32_t number) const {
  const Mention& mention = document_.mentions[number];
  if (mention.participants == 0) return false;
  const Participant& one = document_.participants[document_.stands_for[mention.first_participant]];
  const std::string_view sector = one.sector.view();
  return one.code.view() == "IMG" || one.code.view() == "IGO" || sector == "MIL" ||
         sector == "REB" || sector == "PRM";
}

// "a visit of his (li)", "raids of (li) the alliance": of a contact without another doer, li gives
// the doer, unless it names a place.
bool ArgumentFinder::li_is_doer(uint32_t at) const {
  if (head_.verbal || chunks_[at].preposition != index_.li) return false;
  if (head_.candidates == 0 || names_place(at) || chunks_[at].mention == kNone) return false;
  const FrameSpec& frame = index_.frame(parse_.candidates[head_.first_candidate].frame);
  const bool contact = frame.category == "CONSULT";
  const bool strike = frame.category == "ASSAULT" && at == head_.chunk + 1;
  if (!contact && !(strike && is_force(chunks_[at].mention))) return false;
  return chunks_[head_.chunk].suffix == kNone && genitive_of(head_.chunk) == kNone &&
         (head_.light == kNone || head_.light_spec->subject != LightSubject::actor);
}

void ArgumentFinder::prepositional() {
  const uint32_t me = static_cast<uint32_t>(&head_ - parse_.heads.data());
  const auto chunks = static_cast<uint32_t>(std::min(chunks_.size(), parse_.owner.size()));
  for (uint32_t at = 0; at < chunks; ++at) {
    if (parse_.owner[at] != me) continue;  // most, so this is asked first
    const Chunk& chunk = chunks_[at];
    if (chunk.link == ChunkLink::coordinated) continue;
    if (li_is_doer(at)) {
      add(ArgumentSource::subject, at, "li after a deed noun");
      continue;
    }
    out_.list.push_back({ArgumentSource::preposition, chunk.preposition, at, chunk.mention,
                         chunk.preposition == index_.bayna ? kBetween : "prepositional phrase"});
    if (index_.is_agent_preposition(chunk.preposition)) {
      add(ArgumentSource::agent, at, "agent phrase");
      if (!head_.verbal || out_.passive) add(ArgumentSource::subject, at, "agent phrase");
    }
    const bool other_side =
        head_.light_spec && head_.light_spec->subject == LightSubject::recipient;
    if (other_side && chunk.preposition == index_.min) {
      add(ArgumentSource::subject, at, "sender of what was received");
    }
  }
  if (head_.verbal) return;
  for (uint32_t at = 0; at < chunks; ++at) {
    if (parse_.owner[at] == me && chunks_[at].preposition == index_.li &&
        chunks_[at].link != ChunkLink::coordinated && !li_is_doer(at)) {
      add(ArgumentSource::object, at, "li after masdar");
    }
  }
}

// "a tour that includes X and Y", "the meeting that gathers X and Y".
void ArgumentFinder::listed() {
  for (const ClauseDraft& clause : parse_.clauses) {
    const uint32_t described = clause.antecedent;
    const bool mine = described != kNone && described >= head_.chunk &&
                      described <= head_.chunk + kNear && nearest_head(described) == &head_;
    if (!mine || clause.predicate == kNone) continue;
    const LemmaId verb = document_.text.analysis(chunks_[clause.predicate].head).lemma;
    if ((index_.facts(verb) & kIncludes) == 0 || clause.object == kNone) continue;
    add(ArgumentSource::object, clause.object, "listed in the relative clause");
    out_.list.push_back({ArgumentSource::preposition, index_.ila, clause.object,
                         chunks_[clause.object].mention, "listed in the relative clause"});
    if (!reciprocal()) continue;
    add(ArgumentSource::subject, clause.object, "listed in the relative clause");
  }
}

// "the meeting (Russia, the United States)": its sides in brackets.
void ArgumentFinder::bracketed() {
  if (!reciprocal()) return;
  uint32_t at = head_.chunk + 1;
  while (at < chunks_.size() && chunks_[at].kind == ChunkKind::adjective) ++at;
  if (at >= chunks_.size() || chunks_[at].kind != ChunkKind::open_bracket) return;
  std::vector<uint32_t> sides;
  for (++at; at < chunks_.size() && chunks_[at].kind != ChunkKind::close_bracket; ++at) {
    const Chunk& chunk = chunks_[at];
    if (chunk.kind == ChunkKind::comma || chunk.kind == ChunkKind::conjunction) continue;
    if (chunk.kind != ChunkKind::noun || chunk.preposition != 0) return;
    if (chunk.mention != kNone) sides.push_back(at);
  }
  if (sides.size() < 2) return;
  // All of them, as of one phrase: the sides of talks stand in no order.
  for (const uint32_t side : sides) {
    out_.list.push_back({ArgumentSource::preposition, index_.bayna, side, chunks_[side].mention,
                         "side named in brackets"});
  }
}

// The last head of the clause at or before a chunk.
const Head* ArgumentFinder::nearest_head(uint32_t chunk) const {
  const Head* found = nullptr;
  for (const Head& head : parse_.heads) {
    if (head.clause == head_.clause && head.chunk <= chunk) found = &head;
  }
  return found;
}

bool ArgumentFinder::reciprocal() const {
  return head_.candidates > 0 &&
         index_.frame(parse_.candidates[head_.first_candidate].frame).reciprocal;
}

// Who says what the head is part of: the subject of the verb of saying above it.
void ArgumentFinder::speaker() {
  uint32_t number = head_.clause;
  for (int step = 0; step < 8 && number != kNone; ++step) {
    const ClauseDraft& clause = parse_.clauses[number];
    number = clause.parent;
    if (clause.kind != ClauseKind::content || number == kNone) continue;
    const ClauseDraft& outer = parse_.clauses[number];
    if (outer.subject_mention == kNone) continue;
    add_mention(ArgumentSource::speaker, outer.subject, outer.subject_mention, "speaker");
    return;
  }
}

void ArgumentFinder::run() {
  out_.clear();
  if (head_.verbal) {
    of_verb();
  } else {
    of_noun();
    of_light();
    nominal_predicate();
    listed();
    bracketed();
  }
  speaker();
  prepositional();
  content_clause();
  if (!head_.verbal && chunks_[head_.chunk].adjective != kNone) {
    add_mention(ArgumentSource::subject, head_.chunk, chunks_[head_.chunk].adjective,
                "adjective of the deed noun");
  }
}

}  // namespace

void find_arguments(const Document& document, const EventIndex& index, const SentenceParse& parse,
                    const Head& head, GenitiveIs genitive, Arguments& out) {
  ArgumentFinder(document, index, parse, head, genitive, out).run();
}

namespace {

// The mention of a noun phrase, or of what it is a part or a quality of.
uint32_t mention_under(const std::vector<Chunk>& chunks, uint32_t chunk) {
  for (uint32_t at = chunk, step = 0; at < chunks.size() && step < 4; ++step) {
    if (chunks[at].mention != kNone) return chunks[at].mention;
    if (chunks[at].suffix != kNone) return chunks[at].suffix;
    if (chunks[at].adjective != kNone) return chunks[at].adjective;
    uint32_t next = at + 1;
    while (next < chunks.size() && (chunks[next].kind == ChunkKind::open_quote ||
                                    chunks[next].kind == ChunkKind::close_quote ||
                                    chunks[next].kind == ChunkKind::adjective)) {
      if (chunks[next].adjective != kNone) return chunks[next].adjective;
      ++next;
    }
    const bool goes_on = next < chunks.size() && chunks[next].link == ChunkLink::genitive &&
                         chunks[next].linked == at;
    if (!goes_on) return kNone;
    at = next;
  }
  return kNone;
}

}  // namespace

void mentions_under(const SentenceParse& parse, uint32_t chunk, bool chain,
                    std::vector<uint32_t>& out) {
  const std::vector<Chunk>& chunks = parse.chunks;
  if (chunk >= chunks.size()) return;
  const uint32_t first = mention_under(chunks, chunk);
  if (first != kNone) out.push_back(first);
  if (!chain) return;
  const uint32_t limit = std::min<uint32_t>(static_cast<uint32_t>(chunks.size()), chunk + kChain);
  uint32_t last = chunk;
  for (uint32_t at = chunk + 1; at < limit; ++at) {
    const bool follows = chunks[at].link == ChunkLink::coordinated &&
                         (chunks[at].linked == last || chunks[at].linked == chunk);
    if (!follows) continue;
    const uint32_t mention = mention_under(chunks, at);
    if (mention != kNone) out.push_back(mention);
    last = at;
  }
}

}  // namespace rasid
