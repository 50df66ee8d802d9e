// SPDX-License-Identifier: Apache-2.0
// bytes: eight bytes looked at as one number, for loops over text that look for a few signs. A mask
// has the high bit of each byte that answers yes; all are exact. Little-endian: the first byte is
// the lowest.
#pragma once
#include <bit>
#include <cstdint>
#include <cstring>

namespace rasid {

static_assert(std::endian::native == std::endian::little);

inline constexpr uint64_t kEachByte = 0x0101010101010101ULL;
inline constexpr uint64_t kHighBits = 0x8080808080808080ULL;

inline uint64_t eight_bytes(const char* at) {
  uint64_t value;
  std::memcpy(&value, at, 8);
  return value;
}

inline uint64_t bytes_equal(uint64_t bytes, unsigned char value) {
  const uint64_t zero = bytes ^ (kEachByte * value);
  return ~(((zero & ~kHighBits) + ~kHighBits) | zero | ~kHighBits);
}

// `limit` up to 128.
inline uint64_t bytes_below(uint64_t bytes, unsigned char limit) {
  return ~((bytes | kHighBits) - kEachByte * limit) & ~bytes & kHighBits;
}

// Bytes 10xxxxxx, which go on with a character of UTF-8.
inline uint64_t continuation_bytes(uint64_t bytes) { return bytes & ~(bytes << 1) & kHighBits; }

// By multiplication: std::popcount is a call where the machine is any x86-64.
inline int count_bytes(uint64_t mask) { return static_cast<int>((mask >> 7) * kEachByte >> 56); }
// How many bytes come before the first that answers yes; 8 where none does.
inline int bytes_before(uint64_t mask) { return std::countr_zero(mask) / 8; }

}  // namespace rasid
