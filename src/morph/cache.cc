// SPDX-License-Identifier: Apache-2.0
#include "morph/cache.h"

#include <algorithm>

#include "base/hash.h"
#include "morph/guess.h"
#include "morph/segment.h"

namespace rasid::morph {
namespace {

// Below this a lexicon reading is so unlikely that the word may be one the lexicon lacks.
constexpr int kDoubtful = -12;
constexpr int kNameWorth = 6;

// First names are names even where they are other words too.
void add_given_name(std::string_view normal, const Morphology::Parts& parts,
                    std::vector<Candidate>& out) {
  Prefix found[kMostPrefixes];
  const size_t count = prefixes(normal, found);
  for (size_t i = 0; i < count; ++i) {
    if (found[i].proclitics & (kAl | kSa)) continue;
    const std::string_view stem = normal.substr(found[i].length);
    if (parts.given_names.find(stem) == kNone) continue;
    const int cost = found[i].proclitics == 0 ? 0 : 8;
    out.push_back(name_reading(normal, found[i].length, found[i].proclitics, kNameWorth - cost));
  }
}

}  // namespace

WordCache::WordCache(const Morphology::Parts& parts) : parts_(parts), slots_(kSlots) {
  pool_.reserve(kMostPooled);
}

Remembered WordCache::pooled(const Slot& slot) const {
  return {std::span(pool_).subspan(slot.first, slot.candidates),
          std::span(start_pool_).subspan(slot.first_start, slot.starts)};
}

Remembered WordCache::look_up(std::string_view normal) {
  if (normal.empty() || normal.size() > kLongestKey) {
    read(normal);
    return {fresh_, fresh_starts_};
  }
  std::array<char, kLongestKey> key{};
  std::copy(normal.begin(), normal.end(), key.begin());
  Slot& slot = slots_[hash64(normal) & (kSlots - 1)];
  if (slot.length == normal.size() && slot.key == key) return pooled(slot);
  read(normal);
  const bool full = pool_.size() + fresh_.size() > kMostPooled ||
                    start_pool_.size() + fresh_starts_.size() > kMostPooled;
  if (full) {
    pool_.clear();
    start_pool_.clear();
    std::fill(slots_.begin(), slots_.end(), Slot{});
  }
  slot.key = key;
  slot.length = static_cast<uint8_t>(normal.size());
  slot.first = static_cast<uint32_t>(pool_.size());
  slot.candidates = static_cast<uint8_t>(fresh_.size());
  slot.first_start = static_cast<uint32_t>(start_pool_.size());
  slot.starts = static_cast<uint16_t>(fresh_starts_.size());
  pool_.insert(pool_.end(), fresh_.begin(), fresh_.end());
  start_pool_.insert(start_pool_.end(), fresh_starts_.begin(), fresh_starts_.end());
  return pooled(slot);
}

void WordCache::read(std::string_view normal) {
  readings(normal, parts_, fresh_);
  add_given_name(normal, parts_, fresh_);
  const bool doubtful = fresh_.empty() || fresh_.front().analysis.score < kDoubtful;
  if (doubtful && normal.size() <= 200) guesses(normal, parts_, fresh_);
  std::stable_sort(fresh_.begin(), fresh_.end(), [](const Candidate& a, const Candidate& b) {
    return a.analysis.score > b.analysis.score;
  });
  if (fresh_.size() > kMostCandidates) fresh_.resize(kMostCandidates);
  find_starts(normal);
}

void WordCache::add_start(uint32_t node, uint16_t proclitics) {
  if (node == kNone) return;
  for (const Start& start : fresh_starts_) {
    if (start.node == node && start.proclitics == proclitics) return;
  }
  if (fresh_starts_.size() < 200) fresh_starts_.push_back({node, proclitics});
}

// The first word as written, behind proclitics, behind li with its article put back, and as any
// form of a lemma.
void WordCache::find_starts(std::string_view normal) {
  fresh_starts_.clear();
  if (normal.empty()) return;
  const Lexicon& lexicon = *parts_.lexicon;
  Prefix found[kMostPrefixes];
  const size_t count = prefixes(normal, found);
  if (count == 0) add_start(lexicon.step(Lexicon::kRoot, normal), 0);
  std::string with_article;
  for (size_t i = 0; i < count; ++i) {
    const auto [length, proclitics] = found[i];
    if (proclitics & kSa) continue;
    if ((proclitics & kAl) == 0) {
      add_start(lexicon.step(Lexicon::kRoot, normal.substr(length)), proclitics);
    } else if (proclitics & kLi) {
      with_article.assign("Al").append(normal.substr(length));
      add_start(lexicon.step(Lexicon::kRoot, with_article),
                static_cast<uint16_t>(proclitics & ~kAl));
    }
  }
  for (const Candidate& candidate : fresh_) {
    if (candidate.analysis.lemma == kNone) continue;
    const auto outside = static_cast<uint16_t>(candidate.analysis.proclitics & ~kAl);
    add_start(lexicon.step_lemma(Lexicon::kRoot, candidate.analysis.lemma), outside);
  }
}

}  // namespace rasid::morph
