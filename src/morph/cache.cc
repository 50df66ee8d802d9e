// SPDX-License-Identifier: Apache-2.0
#include "morph/cache.h"

#include <algorithm>
#include <new>

#include "base/hash.h"
#include "base/letters.h"
#include "morph/choose.h"
#include "morph/guess.h"
#include "morph/segment.h"

namespace rasid::morph {
namespace {

// Below this a lexicon reading is so unlikely that the word may be one the lexicon lacks.
constexpr int kDoubtful = -12;
constexpr int kOnlyGuessed = 6;
constexpr int kNameWorth = 10;
constexpr int kDoubtfulNameWorth = 2;  // it may as well be a proclitic and a common word
constexpr int kNameCliticCost = 14;
// A reading so far below the best is never chosen.
constexpr int kHopeless = 36;
constexpr size_t kMostStarts = 200;
constexpr int kDammaWorth = 4;
constexpr int kUnlikely = -25;  // readings below this are doubted
constexpr int kImpossible = -1000;

// First names are names even where they are other words too.
void add_given_names(std::string_view normal, std::span<const Prefix> found,
                     const Morphology::Parts& parts, std::vector<Candidate>& out) {
  const size_t known = out.size();
  for (const Prefix& prefix : found) {
    if (prefix.proclitics & (kAl | kSa)) continue;
    const std::string_view stem = normal.substr(prefix.length);
    if (parts.given_names.find(stem) == kNone) continue;
    const bool parted = std::any_of(
        out.begin(), out.begin() + static_cast<ptrdiff_t>(known),
        [](const auto& c) { return c.analysis.score >= 0 && (c.analysis.proclitics & ~kAl) != 0; });
    const int worth = prefix.proclitics != 0 ? kNameWorth - kNameCliticCost
                      : parted               ? kDoubtfulNameWorth
                                             : kNameWorth;
    out.push_back(name_reading(normal, prefix.length, prefix.proclitics, worth));
  }
}

void add_start(uint32_t node, uint16_t proclitics, size_t first, const Morphology::Parts& parts,
               std::vector<Start>& starts) {
  if (node == kNone || starts.size() - first >= kMostStarts) return;
  for (size_t i = first; i < starts.size(); ++i) {
    if (starts[i].node == node && starts[i].proclitics == proclitics) return;
  }
  starts.push_back(start_at(node, proclitics, parts));
}

}  // namespace

Start start_at(uint32_t node, uint16_t proclitics, const Morphology::Parts& parts) {
  Start start{node, proclitics, !parts.lexicon->terms_at(node).empty(), {}};
  if (node < parts.leads.size()) start.leads = parts.leads[node];
  return start;
}

WordCache::WordCache(const Morphology::Parts& parts)
    : parts_(parts),
      memory_(std::calloc(kSlots + 1, sizeof(Slot)), &std::free),
      shape_slots_(kShapeSlots) {
  if (memory_ == nullptr) throw std::bad_alloc();
  size_t room = (kSlots + 1) * sizeof(Slot);
  void* begin = memory_.get();
  slots_ = static_cast<Slot*>(std::align(alignof(Slot), kSlots * sizeof(Slot), begin, room));
}

void WordCache::forget() {
  std::fill(slots_, slots_ + kSlots, Slot{});
  std::fill(shape_slots_.begin(), shape_slots_.end(), 0);
  kept_.clear(), start_pool_.clear(), shapes_.clear(), shape_keys_.clear();
}

// All of a candidate but its lemma and score.
WordCache::ShapeKey WordCache::key_of(const Candidate& c) {
  const Analysis& a = c.analysis;
  const auto at = [](auto value, int shift) { return static_cast<uint64_t>(value) << shift; };
  const uint64_t flags = at(a.passive, 0) | at(a.can_be_passive, 1) |
                         at(a.jussive_or_subjunctive, 2) | at(a.construct, 3) | at(c.human, 4) |
                         at(c.whole_end, 5) | at(c.guessed, 6) | at(c.needs_hamza, 7);
  return ShapeKey{at(a.pos, 0) | at(a.tense, 8) | at(a.gender, 16) | at(a.number, 24) |
                      at(a.person, 32) | at(flags, 40) | at(a.proclitics, 48),
                  at(a.enclitic.person, 0) | at(a.enclitic.gender, 8) | at(a.enclitic.number, 16) |
                      at(a.stem_begin, 24) | at(a.stem_end, 32) | at(c.marks, 40),
                  at(c.left, 0) | at(c.right, 8)};
}

uint16_t WordCache::shape_of(Candidate candidate, size_t length) {
  candidate.analysis.stem_end = static_cast<uint8_t>(length - candidate.analysis.stem_end);
  const ShapeKey key = key_of(candidate);
  const size_t mask = shape_slots_.size() - 1;
  size_t at = mix64(key.first ^ mix64(key.second ^ (key.third << 56))) & mask;
  while (shape_slots_[at] != 0) {
    const uint32_t shape = shape_slots_[at] - 1;
    if (shape_keys_[shape] == key) return static_cast<uint16_t>(shape);
    at = (at + 1) & mask;
  }
  shapes_.push_back(candidate);
  shape_keys_.push_back(key);
  shape_slots_[at] = static_cast<uint32_t>(shapes_.size());
  return static_cast<uint16_t>(shapes_.size() - 1);
}

WordCache::Word WordCache::approach(std::string_view normals, uint32_t begin, uint16_t length,
                                    uint16_t marks) const {
  Word word;
  word.normal = begin, word.length = length, word.marks = marks;
  if (length == 0 || length > kLongestKey) return word;
  // Most words have sixteen bytes after their beginning: one copy of known size, the rest cut off.
  if (normals.size() - begin >= kLongestKey) {
    std::memcpy(&word.key, normals.data() + begin, kLongestKey);
    uint64_t& last = length <= 8 ? word.key.first : word.key.second;
    last &= ~uint64_t{0} >> 8 * (-length & 7);  // without the bytes beyond the word
    if (length <= 8) word.key.second = 0;
  } else {
    std::memcpy(&word.key, normals.data() + begin, length);
  }
  const uint64_t hash = mix64(word.key.first ^ mix64(word.key.second + marks));
  word.place = static_cast<uint32_t>(hash & (kSlots - 2));
  __builtin_prefetch(&slots_[word.place]);
  __builtin_prefetch(&slots_[word.place + 1]);
  return word;
}

void WordCache::look_up(std::string_view normals, const Word& word, CandidatePool& candidates,
                        std::vector<Start>& starts) {
  const std::string_view normal = normals.substr(word.normal, word.length);
  if (normal.empty() || normal.size() > kLongestKey) {
    return candidates.append(read(normal, word.marks, starts));
  }
  Slot* const pair = &slots_[word.place];
  for (int i = 0; i < 2; ++i) {
    if (!(pair[i].key == word.key) || pair[i].length != word.length ||
        pair[i].marks != word.marks) {
      continue;
    }
    pair[i].recent = true, pair[1 - i].recent = false;
    return recall(pair[i], candidates, starts);
  }
  const size_t first_start = starts.size();
  const std::span<const Candidate> fresh = read(normal, word.marks, starts);
  candidates.append(fresh);
  const int yields = pair[0].recent ? 1 : 0;
  // A word is protected once it comes again: most new words never do.
  pair[yields].key = word.key, pair[yields].marks = word.marks;
  keep(pair[yields], word, fresh, std::span(starts).subspan(first_start));
}

void WordCache::recall(Slot& slot, CandidatePool& candidates, std::vector<Start>& starts) {
  Candidate* const out = candidates.add(slot.candidates);
  for (size_t i = 0; i < slot.candidates; ++i) {
    const Kept& one = kept(slot, i);
    Candidate& candidate = out[i];
    candidate = shapes_[one.shape];
    candidate.analysis.lemma = one.lemma;
    candidate.analysis.score = one.score;
    candidate.analysis.stem_end = static_cast<uint8_t>(slot.length - candidate.analysis.stem_end);
  }
  for (size_t i = 0; i < slot.starts; ++i) starts.push_back(start_pool_[slot.first_start + i]);
}

void WordCache::keep(Slot& slot, const Word& word, std::span<const Candidate> candidates,
                     std::span<const Start> starts) {
  slot.length = 0;
  if (candidates.size() > 200 || starts.size() > 250) return;
  if (kept_.size() > kMostPooled || start_pool_.size() > kMostPooled ||
      shapes_.size() > kMostShapes) {
    forget();
    return;  // the slot's key is gone too: the word is kept when it comes again
  }
  if (candidates.size() > kInline + slot.room) {
    slot.more = static_cast<uint32_t>(kept_.size());
    slot.room = static_cast<uint8_t>(candidates.size() - kInline + 3);
    kept_.resize(kept_.size() + slot.room);
  }
  if (starts.size() > slot.start_room) {
    slot.first_start = static_cast<uint32_t>(start_pool_.size());
    slot.start_room = static_cast<uint8_t>(std::min<size_t>((starts.size() + 1) | 1, 255));
    start_pool_.resize(start_pool_.size() + slot.start_room);
  }
  for (size_t i = 0; i < candidates.size(); ++i) {
    kept(slot, i) = {candidates[i].analysis.lemma, shape_of(candidates[i], word.length),
                     candidates[i].analysis.score};
  }
  std::copy(starts.begin(), starts.end(), start_pool_.begin() + slot.first_start);
  slot.candidates = static_cast<uint8_t>(candidates.size());
  slot.starts = static_cast<uint8_t>(starts.size());
  slot.length = static_cast<uint8_t>(word.length);
}

std::span<const Candidate> WordCache::read(std::string_view normal, uint16_t marks,
                                           std::vector<Start>& starts) {
  Prefix room[kMostPrefixes];
  const std::span<const Prefix> found(room, prefixes(normal, room));
  readings(normal, found, parts_, fresh_);
  add_given_names(normal, found, parts_, fresh_);
  sort_by_score(fresh_);
  const bool doubtful = fresh_.empty() || fresh_.front().analysis.score < kDoubtful;
  if (doubtful && normal.size() <= 200) {
    const size_t known = fresh_.size();
    guesses(normal, parts_, fresh_);
    // What is known, however rare, comes before what is only possible.
    for (size_t i = known; i < fresh_.size() && known > 0; ++i) {
      fresh_[i].analysis.score = static_cast<int16_t>(fresh_[i].analysis.score - kOnlyGuessed);
    }
    sort_by_score(fresh_);
  }
  find_starts(normal, found, starts);
  while (fresh_.size() > 1 &&
         (fresh_.size() > kMostCandidates ||
          fresh_.back().analysis.score < fresh_.front().analysis.score - kHopeless)) {
    fresh_.pop_back();
  }
  weigh_marks(normal, marks);
  return fresh_;
}

void WordCache::weigh_marks(std::string_view normal, uint16_t marks) {
  int best = kImpossible;
  for (Candidate& candidate : fresh_) {
    Analysis& a = candidate.analysis;
    a.score = static_cast<int16_t>(a.score + mark_score(marks, candidate, normal));
    best = std::max<int>(best, a.score);
  }
  if (best <= kUnlikely) {  // its spelling says that it is none of the words known
    std::vector<Candidate> guessed;
    guesses(normal, parts_, guessed);
    fresh_.insert(fresh_.end(), guessed.begin(), guessed.end());
  }
  if ((marks & kDamma) != 0) mark_passive();
  sort_by_score(fresh_);
}

// A damma on the first letters: the passive, but in the present of the forms that have it anyhow.
void WordCache::mark_passive() {
  for (Candidate& candidate : fresh_) {
    Analysis& a = candidate.analysis;
    if (a.pos != Pos::verb || a.lemma >= parts_.lemmas.size()) continue;
    const bool anyhow = a.tense == Tense::imperfect && parts_.lemmas[a.lemma].damma_present;
    if (a.can_be_passive && !anyhow && a.tense != Tense::imperative) a.passive = true;
    if (a.passive || anyhow) a.score = static_cast<int16_t>(a.score + kDammaWorth);
  }
}

// The first word as written, behind proclitics, behind li with its article put back, and as any
// form of a lemma.
void WordCache::find_starts(std::string_view normal, std::span<const Prefix> found,
                            std::vector<Start>& starts) const {
  if (normal.empty()) return;
  const size_t first = starts.size();
  const Lexicon& lexicon = *parts_.lexicon;
  if (found.empty()) add_start(lexicon.step(Lexicon::kRoot, normal), 0, first, parts_, starts);
  std::string with_article;
  for (const auto& [length, proclitics] : found) {
    if (proclitics & kSa) continue;
    if ((proclitics & kAl) == 0) {
      add_start(lexicon.step(Lexicon::kRoot, normal.substr(length)), proclitics, first, parts_,
                starts);
    } else if (proclitics & kLi) {
      with_article.assign("Al").append(normal.substr(length));
      add_start(lexicon.step(Lexicon::kRoot, with_article),
                static_cast<uint16_t>(proclitics & ~kAl), first, parts_, starts);
    }
  }
  for (const Candidate& candidate : fresh_) {
    if (candidate.analysis.lemma == kNone) continue;
    const auto outside = static_cast<uint16_t>(candidate.analysis.proclitics & ~kAl);
    add_start(lexicon.step_lemma(Lexicon::kRoot, candidate.analysis.lemma), outside, first, parts_,
              starts);
  }
}

}  // namespace rasid::morph
