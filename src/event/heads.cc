// SPDX-License-Identifier: Apache-2.0
#include "event/heads.h"

#include <algorithm>

namespace rasid {
namespace {

class HeadFinder {
 public:
  HeadFinder(const Document& document, const EventIndex& index, const TokenMaps& maps,
             SentenceParse& parse)
      : document_(document), text_(document.text), index_(index), maps_(maps), parse_(parse) {}
  void run();

 private:
  void find_phrases();
  void collect(uint32_t chunk);
  void add_lemma_frames(Head& head, LemmaId lemma, Key key);
  void add_phrases(uint32_t chunk, uint32_t token);
  uint32_t phrase_head(const Match& match) const;
  Head& head_at(uint32_t chunk, uint32_t token);
  void merge_phrases();
  void link_lights();
  uint32_t object_that_carries(uint32_t clause) const;
  uint32_t resumed(uint32_t clause, uint32_t carried) const;
  void link_light(uint32_t clause, uint32_t chunk, const LightSpec& spec);
  void link_carriers();
  uint32_t carried_head(uint32_t chunk) const;
  uint32_t after_doer(uint32_t chunk) const;
  const LightSpec* light_of(uint32_t chunk) const;

  struct PhraseFound {
    uint32_t token;
    Candidate candidate;
  };
  const Document& document_;
  const Text& text_;
  const EventIndex& index_;
  const TokenMaps& maps_;
  SentenceParse& parse_;
  std::vector<PhraseFound> phrases_;
};

// The word of a phrase that bears its grammar: its verb, else its first word.
uint32_t HeadFinder::phrase_head(const Match& match) const {
  for (uint32_t token = match.begin; token < match.end; ++token) {
    if (text_.analysis(token).pos == Pos::verb) return token;
  }
  for (uint32_t token = match.begin; token < match.end; ++token) {
    const Pos pos = text_.analysis(token).pos;
    if (pos == Pos::masdar || pos == Pos::noun || pos == Pos::active_participle) return token;
  }
  return match.begin;
}

Head& HeadFinder::head_at(uint32_t chunk, uint32_t token) {
  Head head;
  head.token = token, head.chunk = chunk, head.clause = parse_.chunks[chunk].clause;
  const ChunkKind kind = parse_.chunks[chunk].kind;
  head.verbal = kind == ChunkKind::verb || kind == ChunkKind::participle;
  head.first_candidate = static_cast<uint32_t>(parse_.candidates.size());
  parse_.heads.push_back(head);
  return parse_.heads.back();
}

void HeadFinder::add_lemma_frames(Head& head, LemmaId lemma, Key key) {
  for (const HeadFrame& frame : index_.heads(lemma)) {
    if (frame.key != key) continue;
    parse_.candidates.push_back({frame.frame, head.token, head.token + 1, false});
    ++head.candidates;
  }
}

void HeadFinder::add_phrases(uint32_t chunk, uint32_t token) {
  for (const PhraseFound& found : phrases_) {
    if (found.token != token) continue;
    if (parse_.heads.empty() || parse_.heads.back().token != token) head_at(chunk, token);
    parse_.candidates.push_back(found.candidate);
    ++parse_.heads.back().candidates;
  }
}

void HeadFinder::collect(uint32_t at) {
  const Chunk& chunk = parse_.chunks[at];
  for (uint32_t token = chunk.begin; token < chunk.end; ++token) {
    const uint32_t facts = maps_.at[token].facts;
    if ((facts & (kFrameHead | kDerivedFrame)) == 0 && phrases_.empty()) continue;
    const Analysis& word = text_.analysis(token);
    const bool named = chunk.mention != kNone &&
                       document_.mentions[chunk.mention].kind != MentionKind::description;
    const bool is_head = token == chunk.head && !named;
    if (is_head && chunk.kind == ChunkKind::verb && (facts & kFrameHead)) {
      add_lemma_frames(head_at(at, token), word.lemma, Key::verb);
    } else if (is_head && chunk.kind == ChunkKind::participle) {
      Head& head = head_at(at, token);
      add_lemma_frames(head, index_.verb_of(word.lemma), Key::verb);
      if (head.candidates == 0) add_lemma_frames(head, word.lemma, Key::noun);
    } else if (is_head && (facts & kFrameHead)) {
      add_lemma_frames(head_at(at, token), word.lemma, Key::noun);
    }
    if (!parse_.heads.empty() && parse_.heads.back().token == token &&
        parse_.heads.back().candidates == 0) {
      parse_.heads.pop_back();
    }
    if (!phrases_.empty()) add_phrases(at, token);
  }
}

const LightSpec* HeadFinder::light_of(uint32_t at) const {
  const LemmaId lemma = text_.analysis(parse_.chunks[at].head).lemma;
  return index_.facts(lemma) & kLightHead ? index_.light(lemma) : nullptr;
}

// "the minister's holding | of talks": the deed noun that stands bare behind the doer of a light
// verb's masdar.
uint32_t HeadFinder::after_doer(uint32_t at) const {
  if ((maps_.at[parse_.chunks[at].head].facts & kDerivedLight) == 0) return kNone;
  uint32_t next = at + 1;
  if (parse_.chunks[at].suffix == kNone) {
    const Chunk& doer = parse_.chunks[next];
    if (doer.link != ChunkLink::genitive || doer.linked != at || doer.mention == kNone) {
      return kNone;
    }
    ++next;
  }
  if (next >= parse_.chunks.size()) return kNone;
  const Chunk& deed = parse_.chunks[next];
  const bool bare = deed.kind == ChunkKind::noun && deed.preposition == 0 && !deed.conjoined &&
                    !deed.after_comma && deed.link == ChunkLink::none && deed.mention == kNone;
  return bare ? parse_.head_of[next] : kNone;
}

// The head that a noun phrase holds, seen through nouns that only begin, end or count a deed.
uint32_t HeadFinder::carried_head(uint32_t at) const {
  for (int step = 0; step < 4 && at < parse_.chunks.size(); ++step) {
    const uint32_t head = parse_.head_of[at];
    const uint32_t facts = maps_.at[parse_.chunks[at].head].facts;
    if (head != kNone && !(facts & kTransparent)) return head;
    const bool through = (facts & (kTransparent | kDerivedLight)) != 0;
    if (!through) return head;
    if (at + 1 >= parse_.chunks.size()) return head;
    if (const uint32_t own = after_doer(at); own != kNone) return own;
    const Chunk& next = parse_.chunks[at + 1];
    const bool follows = next.kind == ChunkKind::noun &&
                         (next.link == ChunkLink::genitive || next.preposition == index_.min ||
                          next.preposition == index_.bi || next.preposition == index_.li);
    if (!follows) return head;
    ++at;
  }
  return kNone;
}

// "the visit that | he pays (it)": a pronoun in a relative clause stands for what that describes.
uint32_t HeadFinder::resumed(uint32_t clause, uint32_t carried) const {
  if (carried == kNone) return kNone;
  const Analysis& word = text_.analysis(parse_.chunks[carried].head);
  if (word.pos != Pos::preposition || word.enclitic.person != 3) return carried;
  for (int step = 0; step < 4 && clause != kNone; ++step) {
    const ClauseDraft& one = parse_.clauses[clause];
    if (one.kind == ClauseKind::relative) return one.antecedent;
    if (one.kind != ClauseKind::content) return carried;
    clause = one.parent;
  }
  return carried;
}

// The object of a light verb: the first bare noun phrase after it that holds a deed (he received |
// titles of his | a call), else its object.
uint32_t HeadFinder::object_that_carries(uint32_t number) const {
  const ClauseDraft& clause = parse_.clauses[number];
  if (clause.object == kNone || carried_head(clause.object) != kNone) return clause.object;
  for (uint32_t at = clause.object + 1; at <= clause.last && at < parse_.chunks.size(); ++at) {
    const Chunk& chunk = parse_.chunks[at];
    const bool bare = chunk.kind == ChunkKind::noun && chunk.clause == number &&
                      chunk.preposition == 0 && chunk.link == ChunkLink::none &&
                      chunk.mention == kNone;
    if (bare && carried_head(at) != kNone) return at;
  }
  return clause.object;
}

void HeadFinder::link_light(uint32_t number, uint32_t at, const LightSpec& spec) {
  const ClauseDraft& clause = parse_.clauses[number];
  for (uint8_t i = 0; i < spec.carries; ++i) {
    const SourceSpec& source = spec.carried[i];
    uint32_t carried = kNone;
    if (source.kind == ArgumentSource::object) carried = object_that_carries(number);
    if (source.kind == ArgumentSource::object2) carried = clause.object2;
    if (source.kind == ArgumentSource::subject) {
      carried = clause.subject != kNone ? clause.subject : clause.object;
    }
    if (source.kind == ArgumentSource::preposition) {
      for (uint32_t p = at + 1; p < parse_.chunks.size() && carried == kNone; ++p) {
        const Chunk& chunk = parse_.chunks[p];
        if (chunk.clause == number && chunk.preposition == source.preposition) carried = p;
      }
      carried = resumed(number, carried);
    }
    if (carried == kNone) continue;
    const uint32_t found = carried_head(carried);
    if (found == kNone || parse_.heads[found].verbal) continue;
    parse_.heads[found].light = number;
    parse_.heads[found].light_spec = &spec;
    // Coordinated deeds share their light verb: he held talks and a meeting.
    for (uint32_t next = carried + 1; next < parse_.chunks.size(); ++next) {
      if (parse_.chunks[next].link != ChunkLink::coordinated ||
          parse_.chunks[next].linked != carried) {
        continue;
      }
      const uint32_t other = carried_head(next);
      if (other == kNone || parse_.heads[other].verbal) continue;
      parse_.heads[other].light = number;
      parse_.heads[other].light_spec = &spec;
    }
    return;
  }
}

void HeadFinder::link_lights() {
  for (uint32_t number = 0; number < parse_.clauses.size(); ++number) {
    const uint32_t at = parse_.clauses[number].predicate;
    if (at == kNone) continue;
    const LemmaId lemma = text_.analysis(parse_.chunks[at].head).lemma;
    if (const LightSpec* spec = light_of(at)) {
      link_light(number, at, *spec);
    } else if (parse_.chunks[at].kind == ChunkKind::participle) {
      const LemmaId verb = index_.verb_of(lemma);
      const LightSpec* of_verb = index_.facts(verb) & kLightHead ? index_.light(verb) : nullptr;
      if (of_verb) link_light(number, at, *of_verb);
    }
  }
}

// "the holding of talks", "a round of talks": the first noun carries the second.
void HeadFinder::link_carriers() {
  for (uint32_t at = 0; at + 1 < parse_.chunks.size(); ++at) {
    if (parse_.chunks[at].kind != ChunkKind::noun || parse_.chunks[at].mention != kNone) continue;
    const uint32_t facts = maps_.at[parse_.chunks[at].head].facts;
    if ((facts & (kTransparent | kDerivedLight)) == 0) continue;
    const uint32_t found = carried_head(at);
    if (found == kNone || parse_.heads[found].chunk == at || parse_.heads[found].verbal) continue;
    if (parse_.heads[found].carrier == kNone) parse_.heads[found].carrier = at;
  }
}

void HeadFinder::find_phrases() {
  const Sentence& sentence = text_.sentences[parse_.sentence];
  for (uint32_t token = sentence.begin; token < sentence.end; ++token) {
    if ((maps_.at[token].facts & kFramePhrase) == 0) continue;
    for (uint32_t m = text_.first_match[token]; m < text_.first_match[token + 1]; ++m) {
      const Match& match = text_.matches[m];
      const FrameSpec* frame = index_.frame_of_entry(match.entry);
      if (!frame || match.end > sentence.end) continue;
      phrases_.push_back(
          {phrase_head(match), {index_.frame_number(*frame), match.begin, match.end, true}});
    }
  }
}

void HeadFinder::run() {
  parse_.heads.clear(), parse_.candidates.clear(), parse_.owner.clear();
  find_phrases();
  for (uint32_t at = 0; at < parse_.chunks.size(); ++at) collect(at);
  parse_.head_of.assign(parse_.chunks.size(), kNone);
  for (uint32_t h = 0; h < parse_.heads.size(); ++h) {
    Head& head = parse_.heads[h];
    if (parse_.head_of[head.chunk] == kNone) parse_.head_of[head.chunk] = h;
    for (uint32_t c = 0; c < head.candidates; ++c) {
      const FrameSpec& frame = index_.frame(parse_.candidates[head.first_candidate + c].frame);
      head.wants |= frame.wants;
      const bool li = !head.verbal && (frame.takes_object || frame.category == "CONSULT");
      if (li) head.wants |= uint64_t{1} << index_.li;
    }
    head.wants |= index_.agent_prepositions();
  }
  link_lights();
  for (Head& head : parse_.heads) {
    const bool receives = head.light_spec && head.light_spec->subject == LightSubject::recipient;
    if (receives) head.wants |= uint64_t{1} << index_.min;
  }
  link_carriers();
  own_prepositions(parse_);
}

}  // namespace

namespace {

bool belongs(const Head& head, uint32_t clause) {
  return head.clause == clause || head.light == clause;
}

uint32_t owner_of(const SentenceParse& parse, uint32_t at) {
  const Chunk& chunk = parse.chunks[at];
  if (chunk.preposition >= 64) return kNone;
  const uint64_t bit = uint64_t{1} << chunk.preposition;
  uint32_t best = kNone;
  for (uint32_t h = 0; h < parse.heads.size(); ++h) {
    const Head& head = parse.heads[h];
    if (!(head.wants & bit) || head.chunk == at || head.refused) continue;
    if (!belongs(head, chunk.clause)) continue;
    if (head.chunk < at) best = h;                                  // the nearest before
    if (head.chunk > at && best == kNone && head.verbal) best = h;  // fronted: the verb after it
  }
  return best;
}

}  // namespace

bool own_prepositions(SentenceParse& parse) {
  parse.owner.resize(parse.chunks.size(), kNone);
  bool changed = false;
  for (uint32_t at = 0; at < parse.chunks.size(); ++at) {
    const Chunk& chunk = parse.chunks[at];
    const bool phrase = chunk.preposition != 0 && chunk.kind != ChunkKind::preposition &&
                        chunk.kind != ChunkKind::complementizer;
    uint32_t owner = kNone;
    if (phrase) {
      owner =
          chunk.link == ChunkLink::coordinated ? parse.owner[chunk.linked] : owner_of(parse, at);
    }
    changed = changed || (owner != parse.owner[at] && owner != kNone);
    parse.owner[at] = owner;
  }
  return changed;
}

bool holds_head(const TokenMaps& maps, const Sentence& sentence) {
  for (uint32_t token = sentence.begin; token < sentence.end; ++token) {
    if (maps.at[token].facts & (kFrameHead | kSpeechHead | kDerivedFrame | kFramePhrase)) {
      return true;
    }
  }
  return false;
}

void find_classes(const Text& text, const EventIndex& index, const TokenMaps& maps,
                  SentenceParse& parse) {
  parse.class_hits.clear();
  parse.classes.assign(index.class_count() / 64 + 1, 0);
  const auto add = [&](uint32_t token, uint16_t number) {
    parse.class_hits.push_back({token, number});
    parse.classes[number / 64] |= uint64_t{1} << (number % 64);
  };
  const Sentence& sentence = text.sentences[parse.sentence];
  for (uint32_t token = sentence.begin; token < sentence.end; ++token) {
    const uint32_t facts = maps.at[token].facts;
    if ((facts & (kHasClass | kClassPhrase | kOtherReadings)) == 0) continue;
    const TokenAnalyses& all = text.of_token[token];
    // A word of a name is no word of the lexicon at first sight: its other readings count too.
    const uint16_t most = (facts & kOtherReadings) != 0 ? all.count : uint16_t{1};
    for (uint16_t i = 0; i < std::min(most, all.count); ++i) {
      const LemmaId lemma = text.analyses[all.first + i].lemma;
      if ((index.facts(lemma) & kHasClass) == 0) continue;
      for (const uint16_t one : index.classes(lemma)) add(token, one);
    }
    if ((facts & kClassPhrase) == 0) continue;
    for (uint32_t m = text.first_match[token]; m < text.first_match[token + 1]; ++m) {
      const uint16_t one = index.class_of_entry(text.matches[m].entry);
      if (one != 0) add(token, one);
    }
  }
}

void find_heads(const Document& document, const EventIndex& index, const TokenMaps& maps,
                SentenceParse& parse) {
  HeadFinder(document, index, maps, parse).run();
}

}  // namespace rasid
