// SPDX-License-Identifier: Apache-2.0
// cache: the readings of words met before, and where lexicon phrases may begin in them.
// Direct-mapped by the normal form. A reading is kept in eight bytes: its lemma, its score and the
// number of its shape (all the rest of a Candidate; texts show a few thousand shapes). Words longer
// than kLongestKey are read anew each time. For the files of this folder only.
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "morph/parts.h"

namespace rasid::morph {

// A node of the phrase trie after a first word, with the proclitics that stand before it.
struct Start {
  uint32_t node;
  uint16_t proclitics;
};

class WordCache {
 public:
  explicit WordCache(const Morphology::Parts& parts);
  // Appends the readings of a word, best first, and its starts.
  void look_up(std::string_view normal, std::vector<Candidate>& candidates,
               std::vector<Start>& starts);
  // The same without memory: the plain version, for tests and for long words.
  void read(std::string_view normal, std::vector<Candidate>& candidates,
            std::vector<Start>& starts);

 private:
  static constexpr size_t kLongestKey = 16;
  static constexpr size_t kSlots = size_t{1} << 16;
  static constexpr size_t kMostPooled = size_t{1} << 19;
  static constexpr size_t kMostShapes = 60000;

  struct Kept {
    LemmaId lemma;
    uint16_t shape;
    int16_t score;
  };
  struct Slot {
    std::array<char, kLongestKey> key{};
    uint32_t first = 0;        // into kept_
    uint32_t first_start = 0;  // into start_pool_
    uint8_t length = 0;        // of the key; 0: free
    uint8_t candidates = 0;
    uint8_t starts = 0;
    uint8_t room = 0;        // for candidates, and
    uint8_t start_room = 0;  // for starts: places are used again by the next word of this slot
  };

  void keep(Slot& slot, std::string_view normal, std::span<const Candidate> candidates,
            std::span<const Start> starts);
  uint16_t shape_of(const Candidate& candidate);
  void find_starts(std::string_view normal, std::span<const Candidate> candidates,
                   std::vector<Start>& starts) const;
  void forget();

  const Morphology::Parts& parts_;
  std::vector<Slot> slots_;
  std::vector<Kept> kept_;
  std::vector<Start> start_pool_;
  std::vector<Candidate> shapes_;
  std::vector<uint32_t> shape_slots_;  // open addressing over shapes_
  std::vector<Candidate> fresh_;
};

}  // namespace rasid::morph
