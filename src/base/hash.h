// SPDX-License-Identifier: Apache-2.0
// hash64: a 64-bit hash of bytes, the same on every machine and in every release (it names records
// and images). It is FNV-1a over 8-byte words with a final mix: quick for short keys, not for
// adversaries.
#pragma once
#include <cstdint>
#include <cstring>
#include <string_view>

namespace rasid {

inline uint64_t mix64(uint64_t value) {  // the finaliser of SplitMix64 (Steele, Lea, Flood 2014)
  value ^= value >> 30;
  value *= 0xBF58476D1CE4E5B9ULL;
  value ^= value >> 27;
  value *= 0x94D049BB133111EBULL;
  return value ^ (value >> 31);
}

inline uint64_t hash64(std::string_view bytes, uint64_t seed = 0xCBF29CE484222325ULL) {
  uint64_t hash = seed ^ (bytes.size() * 0x9E3779B97F4A7C15ULL);
  size_t at = 0;
  for (; at + 8 <= bytes.size(); at += 8) {
    uint64_t word;
    std::memcpy(&word, bytes.data() + at, 8);
    hash = (hash ^ word) * 0x100000001B3ULL;
    hash ^= hash >> 32;
  }
  uint64_t tail = 0;
  for (unsigned shift = 0; at < bytes.size(); ++at, shift += 8) {
    tail |= static_cast<uint64_t>(static_cast<unsigned char>(bytes[at])) << shift;
  }
  return mix64((hash ^ tail) * 0x100000001B3ULL);
}

}  // namespace rasid
