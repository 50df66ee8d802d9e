// SPDX-License-Identifier: Apache-2.0
#include "lexicon/tables.h"

#include <algorithm>
#include <cstring>

namespace rasid {
namespace {

// In the order of enum Section.
constexpr std::array<size_t, kSections> kSizes = {
    sizeof(uint32_t), sizeof(char),      sizeof(EntryRecord), sizeof(ValueRecord), sizeof(uint32_t),
    sizeof(uint32_t), sizeof(EntryId),   sizeof(LemmaRecord), sizeof(uint32_t),    sizeof(Term),
    sizeof(uint32_t), sizeof(uint32_t),  sizeof(char),        sizeof(uint32_t),    sizeof(Form),
    sizeof(uint32_t), sizeof(KeyRecord), sizeof(char),        sizeof(Edge),        sizeof(uint32_t),
    sizeof(Term)};

Error broken(std::string what) {
  return {"the lexicon image " + std::move(what), "", "build it anew: rasid lexicon build"};
}

// Offsets that begin at 0, never fall and end at `end`.
bool is_partition(std::span<const uint32_t> offsets, size_t end) {
  if (offsets.empty() || offsets.front() != 0 || offsets.back() != end) return false;
  bool good = true;
  for (size_t i = 1; i < offsets.size(); ++i) good &= offsets[i - 1] <= offsets[i];
  return good;
}

bool all_below(std::span<const uint32_t> numbers, size_t limit) {
  uint32_t largest = 0;
  for (uint32_t number : numbers) largest = number > largest ? number : largest;
  return numbers.empty() || largest < limit;
}

// A power of two with a free slot, so that every search ends.
bool is_slots(std::span<const uint32_t> slots, size_t keys, uint32_t mask) {
  if (!std::has_single_bit(slots.size()) || slots.size() > (size_t{1} << 31)) return false;
  uint32_t largest = 0;
  uint32_t free = 0;
  for (uint32_t slot : slots) {
    const uint32_t index = slot & mask;
    largest = index > largest ? index : largest;
    free += slot == 0 ? 1 : 0;
  }
  // A slot with a print but index 0 would be key -1.
  bool whole = true;
  for (uint32_t slot : slots) whole &= slot == 0 || (slot & mask) != 0;
  return free > 0 && largest <= keys && whole;
}

class Mapper {
 public:
  explicit Mapper(std::string_view image) : image_(image) {}

  Result<Lexicon::Tables> run(bool trusted) {
    if (std::string what = header_fault(trusted); !what.empty()) return broken(std::move(what));
    if (!map_sections()) return broken("has a section outside of it");
    if (!strings_good()) return broken("has broken strings");
    if (!entries_good()) return broken("has broken entries");
    if (!lemmas_good()) return broken("has broken lemmas");
    if (!forms_good()) return broken("has broken forms");
    if (!phrases_good()) return broken("has broken phrases");
    return t_;
  }

 private:
  std::string header_fault(bool trusted) {
    if (image_.size() < sizeof(ImageHeader)) return "is too short";
    if (reinterpret_cast<uintptr_t>(image_.data()) % 8 != 0) return "does not lie at 8 bytes";
    std::memcpy(&header_, image_.data(), sizeof header_);
    if (header_.magic != kImageMagic) return "is no lexicon image";
    if (header_.byte_order != kByteOrder) return "is of a machine of the other byte order";
    if (header_.version != kImageVersion) {
      return "has format " + std::to_string(header_.version) + ", this program reads " +
             std::to_string(kImageVersion);
    }
    if ((header_.features & ~kKnownFeatures) != 0) return "needs a newer program";
    if (header_.size != image_.size()) return "has a wrong size";
    if (!trusted && header_.checksum != image_checksum(image_)) return "has a wrong checksum";
    t_.version = image_.substr(offsetof(ImageHeader, source_hash), 16);
    return {};
  }

  bool map_sections() {
    for (size_t i = 0; i < kSections; ++i) {
      const auto [offset, count] = header_.sections[i];
      if (offset % kSectionAlign != 0 || offset > image_.size()) return false;
      if (count > (image_.size() - offset) / kSizes[i] || count >= kNone) return false;
      t_.section_bytes[i] = count * kSizes[i];
    }
    view(Section::string_offsets, t_.string_offsets);
    view(Section::pool, t_.pool);
    view(Section::entries, t_.entries);
    view(Section::values, t_.values);
    view(Section::entry_slots, t_.entry_slots);
    view(Section::type_first, t_.type_first);
    view(Section::by_type, t_.by_type);
    view(Section::lemmas, t_.lemmas);
    view(Section::lemma_first, t_.lemma_first);
    view(Section::lemma_terms, t_.lemma_terms);
    view(Section::lemma_root, t_.lemma_root);
    view(Section::form_slots, t_.forms.slots);
    view(Section::form_bytes, t_.forms.bytes);
    view(Section::set_first, t_.forms.set_first);
    view(Section::set_members, t_.forms.members);
    t_.forms.lemma_count = static_cast<uint32_t>(t_.lemmas.size());
    view(Section::word_slots, t_.words.slots);
    view(Section::word_keys, t_.words.keys);
    view(Section::word_text, t_.words.text);
    view(Section::edges, t_.edges);
    view(Section::node_first, t_.node_first);
    view(Section::node_terms, t_.node_terms);
    return true;
  }

  template <typename T>
  void view(Section section, std::span<const T>& out) {
    const SectionRecord& record = header_.sections[static_cast<size_t>(section)];
    // The image is mapped memory of just these records (implicit-lifetime types).
    out = {reinterpret_cast<const T*>(image_.data() + record.offset), record.count};
  }
  void view(Section section, std::string_view& out) {
    const SectionRecord& record = header_.sections[static_cast<size_t>(section)];
    out = image_.substr(record.offset, record.count);
  }

  bool is_string(uint32_t index) const { return index + size_t{1} < t_.string_offsets.size(); }

  bool strings_good() const { return is_partition(t_.string_offsets, t_.pool.size()); }

  bool entries_good() const {
    if (t_.entries.empty()) return false;
    const size_t count = t_.entry_count();
    bool good =
        t_.entries.front().first_value == 0 && t_.entries.back().first_value == t_.values.size();
    for (size_t i = 0; i < count; ++i) {
      const EntryRecord& entry = t_.entries[i];
      good &= is_string(entry.id) && is_string(entry.file) && entry.type < kTypes &&
              entry.first_value <= t_.entries[i + 1].first_value;
    }
    for (const ValueRecord& value : t_.values) {
      good &= is_string(value.text) && value.key <= static_cast<uint16_t>(kLastKey);
    }
    return good && is_slots(t_.entry_slots, count, ~0U) && t_.type_first.size() == kTypes + 1 &&
           is_partition(t_.type_first, t_.by_type.size()) && all_below(t_.by_type, count);
  }

  bool are_terms(std::span<const Term> terms) const {
    bool good = true;
    for (const Term& term : terms) {
      good &= term.entry < t_.entry_count() && term.key <= kLastKey;
    }
    return good;
  }

  bool lemmas_good() const {
    const size_t count = t_.lemmas.size();
    bool good = count < kLemmaEdge;
    for (const LemmaRecord& lemma : t_.lemmas) {
      good &= is_string(lemma.text) && is_string(lemma.normal) && is_string(lemma.root) &&
              lemma.entry < t_.entry_count() && (lemma.verb == kNone || lemma.verb < count) &&
              lemma.pos <= static_cast<uint8_t>(Pos::punctuation) &&
              lemma.gender <= static_cast<uint8_t>(Gender::feminine);
    }
    return good && t_.lemma_first.size() == count + 1 &&
           is_partition(t_.lemma_first, t_.lemma_terms.size()) && are_terms(t_.lemma_terms) &&
           t_.lemma_root.size() == count;
  }

  // Keys in order within the text, values up to `limit`.
  bool is_key_table(const KeyTable& table, size_t limit) const {
    if (table.keys.empty() || table.keys.front().text != 0 ||
        table.keys.back().text != table.text.size()) {
      return false;
    }
    bool good = true;
    for (size_t i = 0; i + 1 < table.keys.size(); ++i) {
      good &= table.keys[i].text <= table.keys[i + 1].text && table.keys[i].value <= limit;
    }
    const SlotCode code(table.count());
    return good && is_slots(table.slots, table.count(), code.index_mask());
  }

  // The records of words are checked as they are read.
  bool forms_good() const {
    if (t_.lemmas.size() >= kMostLemmas) return false;
    const std::span<const uint32_t> slots = t_.forms.slots;
    if (std::find(slots.begin(), slots.end(), 0U) == slots.end()) return false;
    if (slots.size() > (size_t{1} << 31) || t_.forms.bytes.size() > (size_t{1} << 31)) return false;
    if (!is_partition(t_.forms.set_first, t_.forms.members.size())) return false;
    bool good = true;
    for (size_t i = 1; i < t_.forms.set_first.size(); ++i) {
      good &= t_.forms.set_first[i - 1] < t_.forms.set_first[i];  // no set is empty
    }
    for (const Form& form : t_.forms.members) {
      good &= form.pos <= Pos::punctuation && form.tense <= Tense::imperative &&
              form.gender <= Gender::feminine && form.number <= Number::plural;
    }
    return good;
  }

  bool phrases_good() const {
    if (!is_partition(t_.node_first, t_.node_terms.size()) || !are_terms(t_.node_terms)) {
      return false;
    }
    const size_t nodes = t_.node_count();
    if (nodes == 0 || !is_key_table(t_.words, nodes - 1)) return false;
    if (!all_below(t_.lemma_root, nodes)) return false;
    if (!std::has_single_bit(t_.edges.size()) || t_.edges.size() > (size_t{1} << 31)) return false;
    uint32_t largest = 0;
    size_t free = 0;
    for (const Edge& edge : t_.edges) {
      largest = edge.child > largest ? edge.child : largest;
      free += edge.child == 0 ? 1 : 0;
    }
    return largest < nodes && free > 0;
  }

  std::string_view image_;
  ImageHeader header_{};
  Lexicon::Tables t_;
};

}  // namespace

uint32_t KeyTable::find(std::string_view wanted) const {
  const uint64_t hash = hash64(wanted);
  const SlotCode code(count());
  const uint32_t print = code.print(hash);
  const size_t mask = slots.size() - 1;
  for (size_t at = hash & mask;; at = (at + 1) & mask) {
    const uint32_t slot = slots[at];
    if (slot == 0) return kNone;
    if ((slot & ~code.index_mask()) != print) continue;
    const uint32_t index = (slot & code.index_mask()) - 1;
    if (same_bytes(key(index), wanted)) return index;
  }
}

uint32_t Lexicon::Tables::child(uint32_t node, uint32_t word) const {
  const size_t mask = edges.size() - 1;
  for (size_t at = edge_hash(node, word) & mask;; at = (at + 1) & mask) {
    const Edge& edge = edges[at];
    if (edge.child == 0) return kNone;
    if (edge.node == node && edge.word == word) return edge.child;
  }
}

Result<Lexicon::Tables> mapped(std::string_view image, bool trusted) {
  return Mapper(image).run(trusted);
}

}  // namespace rasid
