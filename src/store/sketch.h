// SPDX-License-Identifier: Apache-2.0
// Sketch: what tells near copies of one text apart from others: the MinHash of its runs of five
// words, in one permutation cut into 64 bins (Li, Owen, Zhang 2012; empty bins borrow, Shrivastava
// and Li 2014). Agency copy that many papers run shares most of its runs; likeness(a, b) estimates
// the share of runs that two texts have in common (Jaccard).
// In: a search line (search_text.h). Out: 64 numbers, and the bands to look likely copies up by.
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace rasid {

inline constexpr size_t kBins = 64;
inline constexpr size_t kBands = 12;      // each of two bins: at a likeness of 0.6 one of them
                                          // agrees in 99.5 of 100 pairs, at 0.5 in 97
inline constexpr double kNearCopy = 0.5;  // at this likeness and above two texts are copies

struct Sketch {
  std::array<uint16_t, kBins> bins{};
  std::array<uint32_t, kBands> bands{};
  bool empty = true;  // fewer than kFewestRuns runs: such texts are compared by hash only
};

Sketch sketch_of(std::string_view search_line);
double likeness(const std::array<uint16_t, kBins>& a, const std::array<uint16_t, kBins>& b);
std::string bytes_of(const Sketch& sketch);  // of its bins; empty for an empty sketch
std::array<uint16_t, kBins> bins_of(std::string_view bytes);

}  // namespace rasid
