// SPDX-License-Identifier: Apache-2.0
// cache: the readings of words met before, and where lexicon phrases may begin in them.
// A word is its normal form and its spelling marks: what the marks say for or against a reading is
// in its score. Two places for each hash of a word: a new word takes the one that did not come
// again last. A reading is kept in eight bytes: its lemma, its score and the number of its shape
// (all the rest of a Candidate; texts show a few thousand shapes). Words longer than kLongestKey
// are read anew each time. For the files of this folder only.
#pragma once
#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "morph/parts.h"
#include "morph/segment.h"

namespace rasid::morph {

// A node of the phrase trie after a first word, with the proclitics that stand before it, and what
// the trie tells of that node: it is kept here because it lies far away there.
struct Start {
  uint32_t node = 0;
  uint16_t proclitics = 0;
  bool ends = false;  // some phrase ends here
  Leads leads;
};
Start start_at(uint32_t node, uint16_t proclitics, const Morphology::Parts& parts);

class WordCache {
 public:
  static constexpr size_t kLongestKey = 16;
  struct Key {
    uint64_t first = 0, second = 0;
    bool operator==(const Key&) const = default;
  };
  struct Word {
    Key key;              // the normal form, zeros behind it
    uint32_t place = 0;   // of its slots
    uint32_t normal = 0;  // where it begins in Text::normals
    uint16_t length = 0;
    uint16_t marks = 0;
  };

  explicit WordCache(const Morphology::Parts& parts);
  // The word at `begin` of the normal forms. Called some words ahead, it lets the slots come near.
  Word approach(std::string_view normals, uint32_t begin, uint16_t length, uint16_t marks) const;
  // Appends the readings of a word, best first, and its starts.
  void look_up(std::string_view normals, const Word& word, CandidatePool& candidates,
               std::vector<Start>& starts);
  // The same without memory: the plain version, for new and long words. The answer is valid until
  // the next call.
  std::span<const Candidate> read(std::string_view normal, uint16_t marks,
                                  std::vector<Start>& starts);

 private:
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
    Key key;
    uint32_t more = 0;         // into kept_: readings beyond kInline
    uint32_t first_start = 0;  // into start_pool_
    uint16_t marks = 0;
    uint8_t length = 0;  // of the key; 0: free
    uint8_t candidates = 0;
    uint8_t starts = 0;
    uint8_t room = 0;        // at `more`, and
    uint8_t start_room = 0;  // at first_start: places are used again by the next word of this slot
    bool recent = false;     // came again, later than its neighbour did
    std::array<Kept, kInline> kept;
  };

  struct ShapeKey {
    uint64_t first, second, third;
    bool operator==(const ShapeKey&) const = default;
  };
  static ShapeKey key_of(const Candidate& candidate);
  void recall(Slot& slot, CandidatePool& candidates, std::vector<Start>& starts);
  void keep(Slot& slot, const Word& word, std::span<const Candidate> candidates,
            std::span<const Start> starts);
  uint16_t shape_of(Candidate candidate, size_t length);
  Kept& kept(Slot& slot, size_t index) {
    return index < kInline ? slot.kept[index] : kept_[slot.more + index - kInline];
  }
  void find_starts(std::string_view normal, std::span<const Prefix> found,
                   std::vector<Start>& starts) const;
  void weigh_marks(std::string_view normal, uint16_t marks);
  void mark_passive();
  void forget();

  const Morphology::Parts& parts_;
  // Zeroed by the system page by page as words come: a short run touches few of them.
  std::unique_ptr<void, decltype(&std::free)> memory_;
  Slot* slots_;  // kSlots of them in memory_, at a cache line
  std::vector<Kept> kept_;
  std::vector<Start> start_pool_;
  std::vector<Candidate> shapes_;  // their stem_end counts from the word's end
  std::vector<ShapeKey> shape_keys_;
  std::vector<uint32_t> shape_slots_;  // open addressing over shapes_
  std::vector<Candidate> fresh_;
};

}  // namespace rasid::morph
