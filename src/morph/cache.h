// SPDX-License-Identifier: Apache-2.0
// cache: the readings of words met before, and where lexicon phrases may begin in them.
// Two places for each hash of a normal form, the one used less lately yields. A reading is kept in
// eight bytes: its lemma, its score and the number of its shape (all the rest of a Candidate; texts
// show a few thousand shapes). Words longer than kLongestKey are read anew each time. For the files
// of this folder only.
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
  // Where a word's slots lie. Called some words ahead, it lets them come near meanwhile.
  size_t approach(std::string_view normal) const;
  // Appends the readings of a word, best first, and its starts. `place` is approach's answer.
  void look_up(std::string_view normal, size_t place, std::vector<Candidate>& candidates,
               std::vector<Start>& starts);
  // The same without memory: the plain version, for tests and for long words.
  void read(std::string_view normal, std::vector<Candidate>& candidates,
            std::vector<Start>& starts);

 private:
  static constexpr size_t kLongestKey = 16;
  static constexpr size_t kSlots = size_t{1} << 16;
  static constexpr size_t kMostPooled = size_t{1} << 19;
  static constexpr size_t kShapeSlots = size_t{1} << 15;
  static constexpr size_t kMostShapes = kShapeSlots / 2;

  struct Kept {
    LemmaId lemma;
    uint16_t shape;
    int16_t score;
  };
  // One cache line: most words have no more readings than lie in it.
  static constexpr size_t kInline = 4;
  struct alignas(64) Slot {
    std::array<char, kLongestKey> key{};
    uint32_t more = 0;         // into kept_: readings beyond kInline
    uint32_t first_start = 0;  // into start_pool_
    uint8_t length = 0;        // of the key; 0: free
    uint8_t candidates = 0;
    uint8_t starts = 0;
    uint8_t room = 0;        // at `more`, and
    uint8_t start_room = 0;  // at first_start: places are used again by the next word of this slot
    bool recent = false;     // used later than its neighbour
    std::array<Kept, kInline> kept;
  };

  using ShapeKey = std::array<uint64_t, 3>;
  static ShapeKey key_of(const Candidate& candidate);
  void recall(Slot& slot, std::string_view normal, std::vector<Candidate>& candidates,
              std::vector<Start>& starts);
  void keep(Slot& slot, std::string_view normal, std::span<const Candidate> candidates,
            std::span<const Start> starts);
  uint16_t shape_of(Candidate candidate, size_t length);
  Kept& kept(Slot& slot, size_t index) {
    return index < kInline ? slot.kept[index] : kept_[slot.more + index - kInline];
  }
  void find_starts(std::string_view normal, std::span<const Candidate> candidates,
                   std::vector<Start>& starts) const;
  void forget();

  const Morphology::Parts& parts_;
  std::vector<Slot> slots_;
  std::vector<Kept> kept_;
  std::vector<Start> start_pool_;
  std::vector<Candidate> shapes_;  // their stem_end counts from the word's end
  std::vector<ShapeKey> shape_keys_;
  std::vector<uint32_t> shape_slots_;  // open addressing over shapes_
  std::vector<Candidate> fresh_;
};

}  // namespace rasid::morph
