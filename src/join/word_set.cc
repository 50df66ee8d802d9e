// SPDX-License-Identifier: Apache-2.0
#include "join/word_set.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace rasid {
namespace {

constexpr int kBucketShift = 24;
constexpr uint32_t kRarest = 3;
// std::popcount is a call where the build asks for no newer processor.
constexpr uint32_t ones_in(uint64_t bits) {
  bits -= (bits >> 1) & 0x5555555555555555ULL;
  bits = (bits & 0x3333333333333333ULL) + ((bits >> 2) & 0x3333333333333333ULL);
  bits = (bits + (bits >> 4)) & 0x0F0F0F0F0F0F0F0FULL;
  return static_cast<uint32_t>((bits * 0x0101010101010101ULL) >> 56);
}

constexpr double kWeight[] = {0.5, 1.0, 1.6, 2.6};  // of a word of each rarity

}  // namespace

WordSet::WordSet(std::span<const uint32_t> sorted) {
  size_ = static_cast<uint8_t>(std::min(sorted.size(), kMost));
  for (size_t i = 0; i < size_; ++i) {
    const uint32_t word = sorted[i];
    words_[i] = word;
    buckets_[word >> (kBucketShift + 6)] |= uint64_t{1} << ((word >> kBucketShift) & 63);
    weight_ += kWeight[word & 3];
    rare_ += (word & 3) == kRarest ? 1 : 0;
  }
  words_[size_] = UINT32_MAX;
  for (size_t i = 1; i < before_.size(); ++i)
    before_[i] = static_cast<uint8_t>(before_[i - 1] + ones_in(buckets_[i - 1]));
}

// The first word of a bucket that is in use. It stands at the number of buckets before it, or
// further on by the few words that share a bucket.
inline uint32_t WordSet::first_in(size_t part, uint64_t bit) const {
  uint32_t at = before_[part] + ones_in(buckets_[part] & (bit - 1));
  const uint32_t bucket =
      static_cast<uint32_t>(part * 64) + static_cast<uint32_t>(std::countr_zero(bit));
  while (words_[at] >> kBucketShift < bucket) ++at;
  return at;
}

bool WordSet::has(uint32_t word) const {
  const size_t part = word >> (kBucketShift + 6);
  const uint64_t bit = uint64_t{1} << ((word >> kBucketShift) & 63);
  if ((buckets_[part] & bit) == 0) return false;
  uint32_t at = first_in(part, bit);
  while (at < size_ && (words_[at] & ~3U) < word) ++at;
  return at < size_ && (words_[at] & ~3U) == word;
}

WordSet::Common WordSet::common(const WordSet& a, const WordSet& b) {
  Common common;
  for (size_t part = 0; part < a.buckets_.size(); ++part) {
    for (uint64_t both = a.buckets_[part] & b.buckets_[part]; both != 0; both &= both - 1) {
      const uint64_t bit = both & -both;
      uint32_t i = a.first_in(part, bit), j = b.first_in(part, bit);
      const uint32_t bucket = a.words_[i] >> kBucketShift;
      while (i < a.size_ && j < b.size_ && a.words_[i] >> kBucketShift == bucket &&
             b.words_[j] >> kBucketShift == bucket) {
        const uint32_t one = a.words_[i], other = b.words_[j];
        if (one == other) {
          common.weight += kWeight[one & 3];
          common.rare += (one & 3) == kRarest ? 1 : 0;
        }
        i += one <= other ? 1 : 0;
        j += other <= one ? 1 : 0;
      }
    }
  }
  return common;
}

double WordSet::most_cosine(const WordSet& a, const WordSet& b) {
  uint32_t count = 0;
  for (size_t part = 0; part < a.buckets_.size(); ++part)
    count += ones_in(a.buckets_[part] & b.buckets_[part]);
  if (count == 0) return 0;
  count += std::min(a.size_ - a.used(), b.size_ - b.used());
  return cosine(a, b, std::min({count * kWeight[kRarest], a.weight_, b.weight_}));
}

double WordSet::cosine(const WordSet& a, const WordSet& b, double common_weight) {
  return common_weight == 0 ? 0 : common_weight / std::sqrt(a.weight_ * b.weight_);
}

}  // namespace rasid
