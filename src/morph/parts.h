// SPDX-License-Identifier: Apache-2.0
// parts: what Morphology keeps, for the files of this folder only.
#pragma once
#include <algorithm>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/word_sketch.h"
#include "morph/analyze.h"
#include "morph/classes.h"

namespace rasid::morph {

// How a particle behaves; told by its Particle entry (kind, negation) and its spelling.
struct ParticleWord {
  std::string normal;
  uint16_t marks = 0;
  Pos pos = Pos::particle;
  Left left = Left::other;
  Right right = Right::other;
  bool takes_enclitic = false;
  bool takes_preposition = false;  // bi-, li-, ka- may stand before it
  bool needs_hamza = false;        // without its hamza it is a commoner word (kaCanna, kAna)
};

// normal form -> index of the first of a run, in a table of open addressing.
class WordTable {
 public:
  void build(std::vector<std::pair<std::string, uint32_t>> words);  // sorted, unique
  uint32_t find(std::string_view normal) const;                     // kNone where unknown
  bool empty() const { return words_.empty(); }

 private:
  WordSketch sketch_;
  std::vector<std::pair<std::string, uint32_t>> words_;
  std::vector<uint64_t> slots_;  // high half: of the hash; low half: place in words_ + 1, 0 if free
};

struct LemmaFacts {
  int8_t prior = 0;  // its share of a score: commoner lemmas more
  bool helper = false;
  bool human = false;
  bool damma_present = false;  // a verb of forms 2, 3, 4, q1: yuEallimu
  uint32_t twin = 0;           // equal for nouns of one normal form and gender; 0 for other words
};

// The readings of a text, one after another. Rooms are added without making what will be written
// over, and kept between texts: what a room held before is left in it until it is filled.
class CandidatePool {
 public:
  void clear() { used_ = 0; }
  size_t size() const { return used_; }
  Candidate* add(size_t count) {
    if (used_ + count > items_.size()) items_.resize(std::max(2 * items_.size(), used_ + count));
    used_ += count;
    return items_.data() + used_ - count;
  }
  void append(std::span<const Candidate> more) {
    std::copy(more.begin(), more.end(), add(more.size()));
  }
  Candidate& operator[](size_t index) { return items_[index]; }
  std::span<const Candidate> all() const { return {items_.data(), used_}; }

 private:
  std::vector<Candidate> items_;
  size_t used_ = 0;
};

// How a phrase may go on behind a node of the trie: most phrases are done after a word or two, and
// most words that follow are not theirs, so they are turned away before they are looked for.
struct Leads {
  uint64_t words = 0;   // bits (word_bit) of the words on its edges
  uint64_t lemmas = 0;  // bits (lemma_bit) of the lemmas

  static uint64_t word_bit(std::string_view normal) {
    if (normal.empty()) return 1;
    const auto letter = [&](size_t i) { return static_cast<unsigned char>(normal[i]) * 1U; };
    const size_t size = normal.size();
    return uint64_t{1} << ((letter(0) * 5 + letter(size / 2) * 11 + letter(size - 1) + size) & 63U);
  }
  static uint64_t lemma_bit(LemmaId lemma) { return uint64_t{1} << (lemma & 63U); }
};

enum class NameKind : uint8_t { none, name, phrase };

}  // namespace rasid::morph

namespace rasid {

struct Morphology::Parts {
  explicit Parts(const Lexicon& words) : lexicon(&words) {}
  const Lexicon* lexicon;
  std::vector<morph::ParticleWord> particles;  // sorted by normal form
  morph::WordTable particle_table;
  morph::WordTable given_names;
  std::vector<morph::LemmaFacts> lemmas;
  std::vector<morph::Leads> leads;       // by node of the phrase trie
  std::vector<morph::NameKind> entries;  // by entry: is it a name (state, place, person, body)?

  std::span<const morph::ParticleWord> particles_of(std::string_view normal) const;
};

}  // namespace rasid
