// SPDX-License-Identifier: Apache-2.0
// image: how the compiled lexicon lies in a file. A header, then the sections, each aligned to 16
// bytes: arrays of fixed-size records that point to one another by index. Written by
// image_writer.cc, checked and mapped by tables.cc. Change anything here: raise kImageVersion.
#pragma once
#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/hash.h"
#include "lexicon/lexicon.h"

namespace rasid {

inline constexpr std::array<char, 8> kImageMagic = {'R', 'A', 'S', 'I', 'D', 'L', 'E', 'X'};
inline constexpr uint32_t kImageVersion = 1;
inline constexpr uint32_t kByteOrder = 0x01020304;
inline constexpr uint64_t kKnownFeatures = 0;  // an image with any other bit set is refused

enum class Section : uint32_t {
  string_offsets,  // uint32: string i is pool[offset[i], offset[i + 1]); string 0 is empty
  pool,            // char
  entries,         // EntryRecord, sorted by file and line, one more at the end
  values,          // ValueRecord
  entry_slots,     // uint32: entry + 1, by hash64 of its id; 0: free
  type_first,      // uint32: kTypes + 1 offsets into by_type
  by_type,         // EntryId
  lemmas,          // LemmaRecord
  lemma_first,     // uint32: count + 1 offsets into lemma_terms
  lemma_terms,     // Term
  lemma_root,      // uint32: the node that a phrase's first ~word leads to; 0: none
  form_slots,      // uint32, see form_table.h
  form_bytes,      // char
  set_first,       // uint32: count + 1 offsets into set_members
  set_members,     // Form, its lemma 0
  word_slots,      // uint32, of a key table: words of phrases
  word_keys,       // KeyRecord: value = the node that a phrase's first word leads to; 0: none
  word_text,       // char
  edges,           // Edge, by edge_hash; child 0: free
  node_first,      // uint32: count + 1 offsets into node_terms
  node_terms,      // Term
};
inline constexpr size_t kSections = static_cast<size_t>(Section::node_terms) + 1;
inline constexpr size_t kSectionAlign = 16;

struct SectionRecord {
  uint64_t offset;  // from the image's begin
  uint64_t count;   // of records
};

struct ImageHeader {
  std::array<char, 8> magic;
  uint64_t checksum;  // image_checksum of the whole image
  uint32_t byte_order;
  uint32_t version;
  uint64_t features;
  uint64_t size;  // of the image in bytes
  std::array<char, 16> source_hash;
  std::array<SectionRecord, kSections> sections;
};
static_assert(sizeof(ImageHeader) == 56 + 16 * kSections);

struct EntryRecord {
  uint32_t id;  // string
  uint32_t file;
  uint32_t line;
  uint32_t first_value;
  uint32_t type;
};

struct ValueRecord {
  uint32_t text;  // string
  uint16_t key;
  uint16_t line;  // below the entry's
};

struct LemmaRecord {
  uint32_t text, normal, root;  // strings
  uint32_t entry;
  uint32_t verb;  // a lemma, or kNone
  int16_t rank;
  uint8_t pos;
  uint8_t gender;
  uint32_t human;  // 0 or 1
};

struct KeyRecord {
  uint32_t text;  // offset of the key's bytes; it ends where the next record's begins
  uint32_t value;
};

struct Edge {
  uint32_t node;
  uint32_t word;  // a word of phrases, or kLemmaEdge | lemma
  uint32_t child;
};
inline constexpr uint32_t kLemmaEdge = 0x80000000;

static_assert(sizeof(Form) == 16 && sizeof(Term) == 8 && sizeof(LemmaRecord) == 28);

// A key table: strings -> numbers. `slots` is a power of two with at least one free; a slot is 0
// (free) or the key's number + 1 in its low bits and, above them, bits of the hash, so that a word
// that is not there is known by one look. Collisions go to the next slot.
struct SlotCode {
  explicit SlotCode(size_t keys) : bits(static_cast<uint32_t>(std::bit_width(keys))) {}
  uint32_t index_mask() const { return bits >= 32 ? ~0U : (1U << bits) - 1; }
  uint32_t print(uint64_t hash) const {  // the bits of the hash that a slot keeps
    return static_cast<uint32_t>(hash >> 32) & ~index_mask();
  }
  uint32_t bits;
};

inline uint64_t edge_hash(uint32_t node, uint32_t word) {
  return mix64((static_cast<uint64_t>(node) << 32 | word) + 0x9E3779B97F4A7C15ULL);
}

inline size_t slots_for(size_t keys) { return std::bit_ceil(keys + keys / 2 + 2); }

inline uint64_t image_checksum(std::string_view image) {
  constexpr size_t kSkip = offsetof(ImageHeader, checksum) + sizeof(uint64_t);
  return hash64(image.substr(kSkip), hash64(image.substr(0, offsetof(ImageHeader, checksum))));
}

}  // namespace rasid
