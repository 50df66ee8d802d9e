// SPDX-License-Identifier: Apache-2.0
// cache: the readings of words met before, and where lexicon phrases may begin in them.
// Direct-mapped by the normal form; the pool is emptied when full. Words longer than kLongestKey
// are read anew each time. For the files of this folder only.
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

struct Remembered {
  std::span<const Candidate> candidates;
  std::span<const Start> starts;
};

class WordCache {
 public:
  explicit WordCache(const Morphology::Parts& parts);
  // Valid until the next call.
  Remembered look_up(std::string_view normal);

 private:
  static constexpr size_t kLongestKey = 16;
  static constexpr size_t kSlots = size_t{1} << 15;
  static constexpr size_t kMostPooled = size_t{1} << 17;

  struct Slot {
    std::array<char, kLongestKey> key{};
    uint32_t first = 0;
    uint32_t first_start = 0;
    uint16_t starts = 0;
    uint8_t length = 0;  // of the key; 0: free
    uint8_t candidates = 0;
  };

  void read(std::string_view normal);
  void find_starts(std::string_view normal);
  void add_start(uint32_t node, uint16_t proclitics);
  Remembered pooled(const Slot& slot) const;

  const Morphology::Parts& parts_;
  std::vector<Slot> slots_;
  std::vector<Candidate> pool_;
  std::vector<Start> start_pool_;
  std::vector<Candidate> fresh_;
  std::vector<Start> fresh_starts_;
};

}  // namespace rasid::morph
