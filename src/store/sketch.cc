// SPDX-License-Identifier: Apache-2.0
#include "store/sketch.h"

#include <vector>

#include "base/hash.h"

namespace rasid {
namespace {

constexpr size_t kRun = 5;
constexpr size_t kFewestRuns = 12;
constexpr uint64_t kNothing = ~uint64_t{0};

std::vector<uint64_t> word_hashes(std::string_view line) {
  std::vector<uint64_t> out;
  for (size_t at = 0; at < line.size();) {
    const size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) out.push_back(hash64(line.substr(at, end - at)));
    at = end + 1;
  }
  return out;
}

// An empty bin takes the value of the next one that is not, moved by how far away that is.
void fill_empty(std::array<uint64_t, kBins>& bins) {
  const std::array<uint64_t, kBins> own = bins;
  for (size_t i = 0; i < kBins; ++i) {
    for (size_t step = 1; bins[i] == kNothing && step < kBins; ++step) {
      const uint64_t value = own[(i + step) % kBins];
      if (value != kNothing) bins[i] = mix64(value + step);
    }
  }
}

}  // namespace

Sketch sketch_of(std::string_view search_line) {
  Sketch out;
  const std::vector<uint64_t> words = word_hashes(search_line);
  if (words.size() < kFewestRuns + kRun - 1) return out;
  std::array<uint64_t, kBins> least;
  least.fill(kNothing);
  for (size_t i = 0; i + kRun <= words.size(); ++i) {
    uint64_t hash = 0;
    for (size_t j = 0; j < kRun; ++j) hash = mix64(hash * 31 + words[i + j]);
    uint64_t& bin = least[hash % kBins];
    bin = std::min(bin, hash >> 6);
  }
  fill_empty(least);
  for (size_t i = 0; i < kBins; ++i) out.bins[i] = static_cast<uint16_t>(mix64(least[i]));
  for (size_t i = 0; i < kBands; ++i) {
    const size_t first = i * 2, second = kBins - 1 - i * 2;
    out.bands[i] = static_cast<uint32_t>(mix64(least[first] + 31 * mix64(least[second]) + i));
  }
  out.empty = false;
  return out;
}

double likeness(const std::array<uint16_t, kBins>& a, const std::array<uint16_t, kBins>& b) {
  size_t same = 0;
  for (size_t i = 0; i < kBins; ++i) same += a[i] == b[i];
  return static_cast<double>(same) / kBins;
}

std::string bytes_of(const Sketch& sketch) {
  std::string out;
  if (sketch.empty) return out;
  for (const uint16_t bin : sketch.bins) {
    out += static_cast<char>(bin & 0xFF);
    out += static_cast<char>(bin >> 8);
  }
  return out;
}

std::array<uint16_t, kBins> bins_of(std::string_view bytes) {
  std::array<uint16_t, kBins> out{};
  for (size_t i = 0; i < kBins && 2 * i + 1 < bytes.size(); ++i)
    out[i] = static_cast<uint16_t>(static_cast<unsigned char>(bytes[2 * i]) |
                                   static_cast<unsigned char>(bytes[2 * i + 1]) << 8);
  return out;
}

}  // namespace rasid
