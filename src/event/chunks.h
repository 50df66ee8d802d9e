// SPDX-License-Identifier: Apache-2.0
// Chunks: one sentence cut into flat pieces: verbs, noun phrases (one mention, or a common noun
// with its adjectives), particles, punctuation. A noun phrase knows the preposition before it and
// how it hangs on an earlier one (genitive, coordinated, in apposition).
// Example: "[verb met] [noun Lavrov] [noun Kerry] [in: noun Geneva]".
#pragma once
#include <cstdint>
#include <string>
#include <vector>

#include "event/index.h"
#include "model/document.h"

namespace rasid {

enum class ChunkKind : uint8_t {
  noun,
  verb,
  participle,  // an active participle that stands as a predicate, or may
  time,
  adjective,
  adverb,
  preposition,  // one without a noun phrase after it
  complementizer,
  relative,
  subordinator,
  conjunction,
  particle,  // negation, future, possibility, emphasis, question
  comma,
  stop,  // full stop, semicolon, question or exclamation mark, ellipsis
  colon,
  open_quote,
  close_quote,
  open_bracket,
  close_bracket,
  other,
};

enum class ChunkLink : uint8_t { none, genitive, coordinated, apposition };

struct Chunk {
  ChunkKind kind = ChunkKind::other;
  ParticleKind particle = ParticleKind::none;
  ChunkLink link = ChunkLink::none;
  uint8_t preposition = 0;      // code
  uint32_t begin = 0, end = 0;  // tokens, the preposition included
  uint32_t head = 0;            // token
  uint32_t linked = kNone;      // chunk it is linked to
  uint32_t mention = kNone;     // the participant or place it names
  uint32_t suffix = kNone;      // mention of the pronoun suffix of its head
  uint32_t adjective = kNone;   // mention of a nisba that describes it
  uint32_t moment = kNone;
  uint32_t clause = kNone;  // set by clauses.h
  bool conjoined = false;   // after wa, fa or another conjunction
  bool definite = false;    // article, suffix or demonstrative
  bool after_comma = false;
  bool negated = false;  // verbs: a negation stands before it
};

// What begins at each token of a document, and what its word is to the parser; made once a
// document.
struct TokenInfo {
  uint32_t mention = kNone, suffix = kNone, elided = kNone, adjective = kNone, moment = kNone;
  uint32_t facts = 0;  // WordFact bits
};

struct TokenMaps {
  std::vector<TokenInfo> at;  // one a token and one past the last
  void reset(const Document& document, const EventIndex& index);
};

// Cuts one sentence; `out` is emptied first.
void cut_chunks(const Document& document, const EventIndex& index, const TokenMaps& maps,
                uint32_t sentence, std::vector<Chunk>& out);

std::string_view name_of(ChunkKind kind);
std::string dump_chunks(const Document& document, const EventIndex& index,
                        const std::vector<Chunk>& chunks);

}  // namespace rasid
