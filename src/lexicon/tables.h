// SPDX-License-Identifier: Apache-2.0
// tables: the mapped image as spans. `mapped` checks the structure whole, so that nothing that
// reads the tables can leave them, whatever the image says; it takes one pass over the records.
#pragma once
#include <span>
#include <string_view>

#include "lexicon/form_table.h"
#include "lexicon/image.h"

namespace rasid {

struct KeyTable {
  std::span<const uint32_t> slots;
  std::span<const KeyRecord> keys;  // one more at the end
  std::string_view text;

  uint32_t count() const { return static_cast<uint32_t>(keys.size()) - 1; }
  std::string_view key(uint32_t index) const {
    return text.substr(keys[index].text, keys[index + 1].text - keys[index].text);
  }
  uint32_t find(std::string_view key) const;  // its index, or kNone
};

struct Lexicon::Tables {
  std::string_view version;
  std::span<const uint32_t> string_offsets;
  std::string_view pool;
  std::span<const EntryRecord> entries;
  std::span<const ValueRecord> values;
  std::span<const uint32_t> entry_slots;
  std::span<const uint32_t> type_first;
  std::span<const EntryId> by_type;
  std::span<const LemmaRecord> lemmas;
  std::span<const uint32_t> lemma_first;
  std::span<const Term> lemma_terms;
  std::span<const uint32_t> lemma_root;
  FormTable forms;
  KeyTable words;  // of phrases
  std::span<const Edge> edges;
  std::span<const uint32_t> node_first;
  std::span<const Term> node_terms;
  std::array<uint64_t, kSections> section_bytes{};

  std::string_view string(uint32_t index) const {
    const uint32_t begin = string_offsets[index];
    return pool.substr(begin, string_offsets[index + 1] - begin);
  }
  uint32_t child(uint32_t node, uint32_t word) const;  // kNone where there is none
  size_t entry_count() const { return entries.size() - 1; }
  size_t node_count() const { return node_first.size() - 1; }
};

Result<Lexicon::Tables> mapped(std::string_view image, bool trusted);

}  // namespace rasid
