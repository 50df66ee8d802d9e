// SPDX-License-Identifier: Apache-2.0
// WordSet: at most 32 word hashes of a report (Report::words, Report::about), laid out so that what
// two of them have in common is found without walking both: words are sorted by hash, their highest
// eight bits are a bucket, and only buckets that both sets use are looked into.
// The two low bits of a word are how rare it is, 0 to 3; rarer words weigh more.
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace rasid {

class WordSet {
 public:
  WordSet() = default;
  explicit WordSet(std::span<const uint32_t> sorted);
  double weight() const { return weight_; }
  int rare() const { return rare_; }  // words of the highest rarity
  // Whether the word is there, however rare it counts; its two low bits are 0.
  bool has(uint32_t word) const;

  struct Common {
    double weight = 0;
    int rare = 0;
  };
  static Common common(const WordSet& a, const WordSet& b);
  static double cosine(const WordSet& a, const WordSet& b, double common_weight);
  // What cosine() is at most, told by the buckets alone.
  static double most_cosine(const WordSet& a, const WordSet& b);

 private:
  static constexpr size_t kMost = 32;
  uint32_t used() const { return before_[4]; }  // buckets
  uint32_t first_in(size_t part, uint64_t bit) const;

  std::array<uint64_t, 4> buckets_{};  // a bit a bucket in use
  std::array<uint8_t, 5> before_{};    // buckets in use before each of the four parts; and all
  uint8_t size_ = 0, rare_ = 0;
  double weight_ = 0;
  std::array<uint32_t, kMost + 1> words_{};  // sorted; after the last one stands UINT32_MAX
};

}  // namespace rasid
