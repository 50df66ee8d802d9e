// SPDX-License-Identifier: Apache-2.0
// form_table: written forms by hash. Half a million words must be small and cost two cache misses:
// one for the slot, one for the record, which lies whole in one place.
//   record: 1 byte the word's length, 1 byte the number of pairs, the word, the pairs (4 bytes
//   each:
//           set << lemma_bits | lemma). A set is a run of Form templates that many words share.
//   slot:   0 free; else the record's offset + 1 in the low bits, bits of the word's hash above.
// Each record is checked when it is read, so that opening an image need not walk them.
#pragma once
#include <bit>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/hash.h"
#include "lexicon/lexicon.h"

namespace rasid {

struct FormTable {
  // The low 32 bits of the hash choose the slot, the high ones tell words apart.
  static size_t slot_of(uint64_t hash, size_t slots) { return (hash & 0xFFFFFFFFU) * slots >> 32; }
  std::span<const uint32_t> slots;
  std::string_view bytes;
  std::span<const uint32_t> set_first;
  std::span<const Form> members;
  uint32_t lemma_count = 0;

  Forms find(std::string_view normal) const { return find(normal, hash64(normal)); }
  Forms find(std::string_view normal, uint64_t hash) const;  // hash64 of normal
  void approach(uint64_t hash) const { __builtin_prefetch(&slots[slot_of(hash, slots.size())]); }
  // The record at `offset`, which it moves on to the next: for walks. False at the end.
  bool next(size_t& offset, std::string_view& word, Forms& forms) const;

  uint32_t lemma_bits() const { return static_cast<uint32_t>(std::bit_width(lemma_count)); }
  size_t set_count() const { return set_first.size() - 1; }

 private:
  bool read(size_t offset, std::string_view& word, Forms& forms) const;
};

inline constexpr uint32_t kMostLemmas = 1U << 24;

class FormTableWriter {
 public:
  explicit FormTableWriter(uint32_t lemma_count);
  // Words must come sorted, the forms of a word by lemma; equal forms are dropped.
  void add(const std::string& word, std::span<const Form> forms);
  // False where the image cannot hold so many lemmas and sets.
  bool finish();

  const std::vector<uint32_t>& slots() const { return slots_; }
  const std::string& bytes() const { return bytes_; }
  const std::vector<uint32_t>& set_first() const { return set_first_; }
  const std::vector<Form>& members() const { return members_; }

 private:
  uint32_t set_of(std::span<const Form> forms);  // forms of one lemma

  uint32_t lemma_bits_;
  bool fits_ = true;
  std::vector<std::pair<uint64_t, uint32_t>> hashes_;  // of each word, and its record's offset
  std::string bytes_;
  std::vector<uint32_t> slots_;
  std::vector<uint32_t> set_first_ = {0};
  std::vector<Form> members_;
  std::vector<std::pair<std::string, uint32_t>> sets_;  // sorted: the bytes of a set -> its number
};

}  // namespace rasid
