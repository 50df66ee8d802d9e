// SPDX-License-Identifier: Apache-2.0
// hash64: a 64-bit hash of bytes, the same on every little-endian machine and in every release (it
// names records and images). It is FNV-1a over 8-byte words with a final mix: quick for short keys,
// not for adversaries. same_bytes compares such keys without a call.
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

#include "base/bytes.h"

namespace rasid {

inline uint64_t mix64(uint64_t value) {  // the finaliser of SplitMix64 (Steele, Lea, Flood 2014)
  value ^= value >> 30;
  value *= 0xBF58476D1CE4E5B9ULL;
  value ^= value >> 27;
  value *= 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

// Up to seven bytes as a number, the first lowest: read by two loads that may overlap.
inline uint64_t short_word(std::string_view bytes) {
  const auto at = [&](size_t i) { return uint64_t{static_cast<unsigned char>(bytes[i])} << 8 * i; };
  const size_t size = bytes.size();
  if (size >= 4) {
    uint32_t low, high;
    std::memcpy(&low, bytes.data(), 4);
    std::memcpy(&high, bytes.data() + size - 4, 4);
    return low | uint64_t{high} << 8 * (size - 4);
  }
  return size == 0 ? 0 : at(0) | at(size / 2) | at(size - 1);
}

inline uint64_t hash64(std::string_view bytes, uint64_t seed = 0xCBF29CE484222325ULL) {
  uint64_t hash = seed ^ (bytes.size() * 0x9E3779B97F4A7C15ULL);
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    hash = (hash ^ eight_bytes(bytes.data() + at)) * 0x100000001B3ULL;
    hash ^= hash >> 32;
  }
  return mix64((hash ^ short_word(bytes.substr(at))) * 0x100000001B3ULL);
}

inline bool same_bytes(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  if (a.size() < 8) return short_word(a) == short_word(b);
  const size_t last = a.size() - 8;
  for (size_t at = 0; at < last; at += 8) {
    if (eight_bytes(a.data() + at) != eight_bytes(b.data() + at)) return false;
  }
  return eight_bytes(a.data() + last) == eight_bytes(b.data() + last);
}

}  // namespace rasid
