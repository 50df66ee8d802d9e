// SPDX-License-Identifier: Apache-2.0
#include "event/chunks.h"

#include <algorithm>

#include "event/links.h"

namespace rasid {
namespace {

constexpr uint16_t kConjunctionClitics = kWa | kFa;

class Chunker {
 public:
  Chunker(const Document& document, const EventIndex& index, const TokenMaps& maps,
          std::vector<Chunk>& out)
      : document_(document), text_(document.text), index_(index), maps_(maps), out_(out) {}
  void run(const Sentence& sentence);

 private:
  uint32_t read(uint32_t token);
  uint32_t read_mark(uint32_t token);
  uint32_t read_particle(uint32_t token, uint32_t end, ParticleKind kind, uint8_t preposition);
  uint32_t read_preposition(uint32_t token, uint32_t end, uint8_t preposition);
  uint32_t read_mention(uint32_t token);
  uint32_t read_moment(uint32_t token);
  uint32_t read_verb(uint32_t token);
  uint32_t read_noun(uint32_t token);
  uint32_t absorb_adjectives(Chunk& chunk, uint32_t token);
  bool is_adjective_of(const Chunk& chunk, uint32_t token) const;
  bool stands_as_predicate(uint32_t token) const;
  bool stands_apart(uint32_t token) const;
  Chunk& add(ChunkKind kind, uint32_t begin, uint32_t end, uint32_t head);
  void take_preposition(Chunk& chunk, uint16_t proclitics);
  void flush_preposition();
  void flush_demonstrative();
  bool counts_mention(uint32_t token) const;
  bool after_noun() const;
  uint32_t suffix_of(uint32_t token) const { return maps_.at[token].suffix; }

  const Document& document_;
  const Text& text_;
  const EventIndex& index_;
  const TokenMaps& maps_;
  std::vector<Chunk>& out_;
  uint32_t end_ = 0;
  uint8_t pending_ = 0;  // a preposition that waits for its noun
  uint32_t pending_begin_ = kNone, pending_end_ = 0;
  bool pending_conjoined_ = false;
  bool conjunction_ = false;  // a conjunction stands just before
  bool demonstrative_ = false;
  uint32_t demonstrative_begin_ = kNone;
  bool negation_ = false;
  uint32_t quantity_ = kNone;  // a number that counts the mention after it
};

Chunk& Chunker::add(ChunkKind kind, uint32_t begin, uint32_t end, uint32_t head) {
  Chunk chunk;
  chunk.kind = kind, chunk.begin = begin, chunk.end = end, chunk.head = head;
  const uint16_t proclitics = text_.analysis(begin).proclitics;
  chunk.conjoined = conjunction_ || (proclitics & kConjunctionClitics) != 0;
  chunk.after_comma = !out_.empty() && out_.back().kind == ChunkKind::comma;
  conjunction_ = kind == ChunkKind::conjunction;
  out_.push_back(chunk);
  return out_.back();
}

void Chunker::flush_preposition() {
  if (pending_begin_ == kNone) return;
  const uint8_t code = pending_;
  Chunk& chunk = add(ChunkKind::preposition, pending_begin_, pending_end_, pending_begin_);
  chunk.preposition = code;
  pending_ = 0, pending_begin_ = kNone;
}

// Whether an adjective has a noun before it to describe; else it stands for a noun itself.
bool Chunker::after_noun() const {
  for (size_t back = out_.size(); back > 0; --back) {
    const ChunkKind kind = out_[back - 1].kind;
    if (kind == ChunkKind::open_quote || kind == ChunkKind::close_quote) continue;
    return kind == ChunkKind::noun || kind == ChunkKind::time || kind == ChunkKind::adjective ||
           kind == ChunkKind::adverb;
  }
  return false;
}

// A demonstrative that no noun followed stands for itself.
void Chunker::flush_demonstrative() {
  if (!demonstrative_) return;
  demonstrative_ = false;
  const uint32_t token = demonstrative_begin_;
  Chunk& chunk = add(ChunkKind::noun, token, token + 1, token);
  chunk.definite = true;
  if (pending_begin_ == kNone) return;
  chunk.preposition = pending_;
  chunk.begin = std::min(chunk.begin, pending_begin_);
  pending_ = 0, pending_begin_ = kNone;
}

// Gives a noun phrase the preposition that waits for it, or the one written onto its first word.
void Chunker::take_preposition(Chunk& chunk, uint16_t proclitics) {
  if (pending_begin_ != kNone) {
    chunk.preposition = pending_;
    chunk.begin = pending_begin_;
    chunk.conjoined = chunk.conjoined || pending_conjoined_;
    pending_ = 0, pending_begin_ = kNone;
  } else if (proclitics & kBi) {
    chunk.preposition = index_.bi;
  } else if (proclitics & kLi) {
    chunk.preposition = index_.li;
  } else if (proclitics & kKa) {
    chunk.preposition = index_.ka;
  }
  if (demonstrative_) {
    chunk.definite = true;
    chunk.begin = std::min(chunk.begin, demonstrative_begin_);
  }
  demonstrative_ = false;
}

uint32_t Chunker::read_mark(uint32_t token) {
  flush_demonstrative();
  ChunkKind kind = ChunkKind::other;
  switch (text_.tokens[token].mark) {
    case Mark::comma:
      kind = ChunkKind::comma;
      break;
    case Mark::full_stop:
    case Mark::semicolon:
    case Mark::question:
    case Mark::exclamation:
    case Mark::ellipsis:
      kind = ChunkKind::stop;
      break;
    case Mark::colon:
      kind = ChunkKind::colon;
      break;
    case Mark::open_quote:
      kind = ChunkKind::open_quote;
      break;
    case Mark::close_quote:
      kind = ChunkKind::close_quote;
      break;
    case Mark::open_bracket:
      kind = ChunkKind::open_bracket;
      break;
    case Mark::close_bracket:
      kind = ChunkKind::close_bracket;
      break;
    default:
      break;
  }
  const bool quote = kind == ChunkKind::open_quote || kind == ChunkKind::close_quote;
  if (!quote) flush_preposition();
  const bool conjunction = conjunction_;
  add(kind, token, token + 1, token);
  if (quote) conjunction_ = conjunction;
  return token + 1;
}

// A preposition with a pronoun is a phrase of its own; else it waits for its noun.
uint32_t Chunker::read_preposition(uint32_t token, uint32_t end, uint8_t preposition) {
  flush_demonstrative();
  const uint32_t suffix = suffix_of(end - 1);
  if (text_.analysis(end - 1).enclitic.person != 0) {
    flush_preposition();
    Chunk& chunk = add(ChunkKind::noun, token, end, end - 1);
    chunk.preposition = preposition;
    chunk.mention = suffix;
    chunk.definite = true;
    return end;
  }
  if (pending_begin_ == kNone) {
    pending_begin_ = token;
    pending_conjoined_ =
        conjunction_ || (text_.analysis(token).proclitics & kConjunctionClitics) != 0;
    conjunction_ = false;
  }
  pending_ = preposition, pending_end_ = end;
  return end;
}

uint32_t Chunker::read_particle(uint32_t token, uint32_t end, ParticleKind kind,
                                uint8_t preposition) {
  static constexpr ChunkKind kKinds[] = {
      ChunkKind::other,          ChunkKind::preposition, ChunkKind::conjunction,
      ChunkKind::complementizer, ChunkKind::relative,    ChunkKind::subordinator,
      ChunkKind::subordinator,   ChunkKind::particle,    ChunkKind::particle,
      ChunkKind::particle,       ChunkKind::particle,    ChunkKind::particle,
      ChunkKind::other,          ChunkKind::conjunction, ChunkKind::other,
      ChunkKind::noun,           ChunkKind::adverb};
  if (kind == ParticleKind::preposition) return read_preposition(token, end, preposition);
  if (kind == ParticleKind::demonstrative) {
    if (!demonstrative_) demonstrative_begin_ = token;
    demonstrative_ = true;
    if (pending_begin_ == kNone && (text_.analysis(token).proclitics & (kBi | kLi | kKa)) != 0) {
      pending_begin_ = token;
      const uint16_t clitics = text_.analysis(token).proclitics;
      pending_ = clitics & kBi ? index_.bi : clitics & kLi ? index_.li : index_.ka;
      pending_end_ = end;
    }
    return end;
  }
  flush_demonstrative();
  const ChunkKind chunk_kind = kKinds[static_cast<size_t>(kind)];
  uint8_t before = 0;
  uint32_t begin = token;
  if (chunk_kind == ChunkKind::complementizer || chunk_kind == ChunkKind::relative) {
    if (pending_begin_ != kNone) before = pending_, begin = pending_begin_;
    const uint16_t clitics = text_.analysis(token).proclitics;
    if (before == 0 && clitics & kBi) before = index_.bi;
    if (before == 0 && clitics & kLi) before = index_.li;
    pending_ = 0, pending_begin_ = kNone;
  }
  flush_preposition();
  Chunk& chunk = add(chunk_kind, begin, end, token);
  chunk.particle = kind;
  chunk.preposition = before;
  chunk.suffix = suffix_of(end - 1);
  if (chunk_kind == ChunkKind::noun) chunk.mention = maps_.at[token].mention;
  if (kind == ParticleKind::negation) negation_ = true;
  return end;
}

uint32_t Chunker::read_mention(uint32_t token) {
  const Mention& mention = document_.mentions[maps_.at[token].mention];
  const uint32_t end = std::min(std::max(mention.end, token + 1), end_);
  const uint32_t begin = quantity_ != kNone ? quantity_ : token;
  quantity_ = kNone;
  Chunk& chunk = add(ChunkKind::noun, begin, end, std::clamp(mention.head, token, end - 1));
  chunk.mention = maps_.at[token].mention;
  chunk.definite = true;
  const uint16_t proclitics = begin == token ? mention.proclitics : 0;
  take_preposition(chunk, proclitics | text_.analysis(begin).proclitics);
  chunk.suffix = suffix_of(chunk.head);
  return end;
}

// A number just before a mention counts it: one phrase.
bool Chunker::counts_mention(uint32_t token) const {
  const bool number =
      text_.tokens[token].kind == TokenKind::number || text_.analysis(token).pos == Pos::number;
  return number && token + 1 < end_ && maps_.at[token].mention == kNone &&
         maps_.at[token].moment == kNone && maps_.at[token + 1].mention != kNone &&
         (text_.analysis(token + 1).proclitics & ~kAl) == 0;
}

uint32_t Chunker::read_moment(uint32_t token) {
  const Moment& moment = document_.moments[maps_.at[token].moment];
  const uint32_t end = std::min(std::max(moment.end, token + 1), end_);
  Chunk& chunk = add(ChunkKind::time, token, end, token);
  chunk.moment = maps_.at[token].moment;
  take_preposition(chunk, text_.analysis(token).proclitics);
  return end;
}

uint32_t Chunker::read_verb(uint32_t token) {
  flush_demonstrative();
  flush_preposition();
  const bool negated = negation_;
  Chunk& chunk = add(ChunkKind::verb, token, token + 1, token);
  chunk.suffix = suffix_of(token);
  chunk.negated = negated;
  return token + 1;
}

bool Chunker::is_adjective_of(const Chunk& chunk, uint32_t token) const {
  if (token >= end_ || text_.tokens[token].kind != TokenKind::word) return false;
  if (maps_.at[token].moment != kNone) return false;
  const Analysis& word = text_.analysis(token);
  if ((word.proclitics & ~kAl) != 0) return false;
  const bool nisba = maps_.at[token].adjective != kNone;
  if (!nisba && maps_.at[token].mention != kNone) return false;
  const bool describes = word.pos == Pos::adjective || word.pos == Pos::active_participle ||
                         word.pos == Pos::passive_participle;
  if (!nisba && !describes) return false;
  const Analysis& head = text_.analysis(chunk.head);
  const bool definite = (head.proclitics & kAl) != 0 || head.enclitic.person != 0;
  const bool article = (word.proclitics & kAl) != 0;
  if (definite != article) return false;
  // An indefinite accusative participle after an accusative noun is a predicate more often.
  return nisba || article || !stands_as_predicate(token);
}

// Of a word that is adjective and participle: whether it bears the accusative of a state, or stands
// behind a comma (the minister left, | warning of).
bool Chunker::stands_apart(uint32_t token) const {
  const bool accusative =
      text_.normal(token).ends_with('A') && (maps_.at[token].facts & kEndsInAlef) == 0;
  return accusative || (!out_.empty() && out_.back().kind == ChunkKind::comma);
}

// An indefinite active participle of a verb that the parser reads; straight after a finite verb
// only where it shows the accusative, else it is that verb's subject.
bool Chunker::stands_as_predicate(uint32_t token) const {
  const Analysis& word = text_.analysis(token);
  const bool adjective = word.pos == Pos::adjective;
  if (word.pos != Pos::active_participle && !adjective) return false;
  if ((word.proclitics & (kAl | kBi | kLi | kKa)) != 0) return false;
  const uint32_t facts = maps_.at[token].facts;
  if ((facts & (kDerivedFrame | kDerivedSpeech | kDerivedLight)) == 0) return false;
  if (adjective && !stands_apart(token)) return false;
  const bool after_verb = !out_.empty() && out_.back().kind == ChunkKind::verb;
  const bool counted = token > 0 && text_.tokens[token - 1].kind == TokenKind::number;
  return !counted && (!after_verb || text_.normal(token).ends_with('A'));
}

uint32_t Chunker::absorb_adjectives(Chunk& chunk, uint32_t token) {
  while (is_adjective_of(chunk, token)) {
    if (chunk.adjective == kNone) chunk.adjective = maps_.at[token].adjective;
    chunk.end = ++token;
  }
  return token;
}

uint32_t Chunker::read_noun(uint32_t token) {
  const Analysis& word = text_.analysis(token);
  uint32_t head = token;
  if (word.pos == Pos::number || text_.tokens[token].kind == TokenKind::number) {
    const bool counts = token + 1 < end_ && maps_.at[token + 1].mention == kNone &&
                        maps_.at[token + 1].moment == kNone &&
                        (text_.analysis(token + 1).pos == Pos::noun ||
                         text_.analysis(token + 1).pos == Pos::masdar) &&
                        text_.analysis(token + 1).proclitics == 0;
    if (counts) head = token + 1;
  }
  const bool predicate =
      pending_begin_ == kNone && !demonstrative_ && head == token && stands_as_predicate(token);
  Chunk& chunk = add(predicate ? ChunkKind::participle : ChunkKind::noun, token, head + 1, head);
  const Analysis& noun = text_.analysis(head);
  chunk.definite = (noun.proclitics & kAl) != 0 || noun.enclitic.person != 0;
  chunk.suffix = suffix_of(head);
  chunk.negated = predicate && negation_;
  take_preposition(chunk, word.proclitics);
  return predicate ? head + 1 : absorb_adjectives(out_.back(), head + 1);
}

uint32_t Chunker::read(uint32_t token) {
  const Token& word = text_.tokens[token];
  if (word.kind == TokenKind::punctuation) return read_mark(token);
  if (counts_mention(token)) {
    quantity_ = token;
    return token + 1;
  }
  if (maps_.at[token].mention != kNone) return read_mention(token);
  if (maps_.at[token].moment != kNone) return read_moment(token);
  const Analysis& analysis = text_.analysis(token);
  const ParticleFound particle = index_.particle_at(text_, token, end_, maps_.at[token].facts);
  if (particle.kind != ParticleKind::none) {
    return read_particle(token, token + particle.words, particle.kind, particle.preposition);
  }
  if (analysis.pos == Pos::verb) return read_verb(token);
  switch (analysis.pos) {
    case Pos::preposition:
      return read_preposition(token, token + 1, 0);
    case Pos::conjunction:
      return read_particle(token, token + 1, ParticleKind::conjunction, 0);
    case Pos::relative:
      return read_particle(token, token + 1, ParticleKind::relative, 0);
    case Pos::demonstrative:
      return read_particle(token, token + 1, ParticleKind::demonstrative, 0);
    case Pos::adverb:
    case Pos::particle: {
      flush_preposition();
      const bool negation = negation_;
      add(ChunkKind::adverb, token, token + 1, token);
      negation_ = negation;
      return token + 1;
    }
    case Pos::adjective:
      if (pending_begin_ == kNone && (analysis.proclitics & ~kAl) == 0 && !demonstrative_ &&
          after_noun() && !stands_as_predicate(token)) {
        Chunk& chunk = add(ChunkKind::adjective, token, token + 1, token);
        chunk.adjective = maps_.at[token].adjective;
        return token + 1;
      }
      return read_noun(token);
    default:
      return read_noun(token);
  }
}

void Chunker::run(const Sentence& sentence) {
  end_ = std::min<uint32_t>(sentence.end, static_cast<uint32_t>(text_.tokens.size()));
  for (uint32_t token = sentence.begin; token < end_;) {
    const size_t before = out_.size();
    token = read(token);
    const bool particle = !out_.empty() && out_.back().kind == ChunkKind::particle;
    if (out_.size() > before && !particle && out_.back().kind != ChunkKind::adverb) {
      negation_ = false;
    }
  }
  flush_preposition();
}

}  // namespace

void TokenMaps::reset(const Document& document, const EventIndex& index) {
  const Text& text = document.text;
  const size_t tokens = text.tokens.size();
  at.assign(tokens + 1, {});
  for (uint32_t token = 0; token < tokens; ++token) {
    const LemmaId lemma = text.analysis(token).lemma;
    const bool others = lemma == kNone && text.of_token[token].count > 1;
    at[token].facts = others ? kOtherReadings : index.facts(lemma);
  }
  for (const Match& match : text.matches) {
    const Type type = index.type_of(match.entry);
    if (type == Type::frame) at[match.begin].facts |= kFramePhrase;
    if (type == Type::word_class) at[match.begin].facts |= kClassPhrase;
  }
  for (uint32_t m = 0; m < document.mentions.size(); ++m) {
    const Mention& one = document.mentions[m];
    if (one.head >= tokens || one.begin >= tokens) continue;
    if (one.pronoun_suffix) {
      at[one.head].suffix = m;
    } else if (one.kind == MentionKind::elided) {
      at[one.head].elided = m;
    } else if (one.adjective) {
      if (at[one.begin].adjective == kNone) at[one.begin].adjective = m;
    } else {
      uint32_t& first = at[one.begin].mention;
      if (first == kNone || document.mentions[first].end < one.end) first = m;
    }
  }
  for (uint32_t m = 0; m < document.moments.size(); ++m) {
    const Moment& one = document.moments[m];
    if (one.begin < tokens && at[one.begin].moment == kNone) at[one.begin].moment = m;
  }
}

void cut_chunks(const Document& document, const EventIndex& index, const TokenMaps& maps,
                uint32_t sentence, std::vector<Chunk>& out) {
  out.clear();
  Chunker(document, index, maps, out).run(document.text.sentences[sentence]);
  link_chunks(document, index, out);
}

}  // namespace rasid
