// SPDX-License-Identifier: Apache-2.0
// WordSketch: which words a table may hold, told by two letters and the length, in four kilobytes
// that stay near. Most words that are asked for are in none of our tables: they are turned away
// before they are hashed. It never turns a word away that was added.
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace rasid {

class WordSketch {
 public:
  void add(std::string_view normal) {
    const size_t bit = bit_of(normal);
    bits_[bit >> 6] |= uint64_t{1} << (bit & 63U);
  }
  bool may_hold(std::string_view normal) const {
    const size_t bit = bit_of(normal);
    return (bits_[bit >> 6] >> (bit & 63U) & 1U) != 0;
  }

 private:
  static size_t bit_of(std::string_view normal) {
    if (normal.empty()) return 0;
    const auto letter = [&](size_t i) { return static_cast<size_t>(normal[i]) & 63U; };
    return letter(0) << 9 | letter(normal.size() / 2) << 3 | (normal.size() & 7U);
  }

  std::array<uint64_t, 512> bits_{};
};

}  // namespace rasid
