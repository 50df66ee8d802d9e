// SPDX-License-Identifier: Apache-2.0
// Heads: the words of a sentence that some Frame names: verbs, participles that stand as verbs,
// masdars and deed nouns, phrases; each with its candidate frames, its light verb and the
// prepositional phrases that belong to it.
#pragma once
#include <cstdint>
#include <vector>

#include "event/clauses.h"

namespace rasid {

struct Candidate {
  uint16_t frame = 0;
  uint32_t begin = 0, end = 0;  // tokens of the trigger
  bool phrase = false;
};

struct Head {
  uint32_t token = 0;
  uint32_t chunk = kNone;
  uint32_t clause = kNone;
  bool verbal = false;     // a verb, or a participle that stands as one
  uint32_t light = kNone;  // clause of the light verb that carries it
  const LightSpec* light_spec = nullptr;
  uint32_t carrier = kNone;  // chunk of a noun that only carries it (the holding of | talks)
  uint32_t first_candidate = 0, candidates = 0;
  uint64_t wants = 0;    // prepositions its frames ask for
  bool refused = false;  // none of its frames fits: it owns no phrases
};

struct ClassHit {
  uint32_t token = 0;
  uint16_t word_class = 0;
};

struct SentenceParse {
  uint32_t sentence = 0;
  std::vector<Chunk> chunks;
  std::vector<ClauseDraft> clauses;
  std::vector<Head> heads;  // in token order
  std::vector<Candidate> candidates;
  std::vector<uint32_t> head_of;     // by chunk: its head, kNone
  std::vector<uint32_t> owner;       // by chunk: the head a prepositional phrase belongs to
  std::vector<ClassHit> class_hits;  // words of Classes, in token order
  std::vector<uint64_t> classes;     // bits of the classes that occur
  bool has_class(uint16_t number) const {
    return number / 64 < classes.size() && ((classes[number / 64] >> (number % 64)) & 1) != 0;
  }
};

// Whether some word of the sentence is a frame's head or opens a frame's phrase: most are none and
// need no parse.
bool holds_head(const TokenMaps& maps, const Sentence& sentence);

// Fills class_hits and classes.
void find_classes(const Text& text, const EventIndex& index, const TokenMaps& maps,
                  SentenceParse& parse);
// Says which head each prepositional phrase belongs to; whether that changed for any.
bool own_prepositions(SentenceParse& parse);
void find_heads(const Document& document, const EventIndex& index, const TokenMaps& maps,
                SentenceParse& parse);

}  // namespace rasid
