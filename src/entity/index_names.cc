// SPDX-License-Identifier: Apache-2.0
// Words of persons' names, and the prepositions that tie phrases.
#include <algorithm>

#include "base/hash.h"
#include "base/letters.h"
#include "entity/facts.h"
#include "entity/index.h"

namespace rasid {

// Is it a word of the language besides a name?
bool EntityIndex::is_word(std::string_view normal) const {
  for (const Form& form : lexicon_->forms(normal)) {
    if (form.pos != Pos::proper) return true;
  }
  return false;
}

void EntityIndex::read_names() {
  std::vector<uint64_t> particles;  // words that no name may be
  for (EntryId id : lexicon_->entries_of(Type::particle)) {
    for (std::string_view word : lexicon_->entry(id).values(Key::word)) {
      particles.push_back(hash64(folded_words(word)) | 1);
    }
  }
  std::sort(particles.begin(), particles.end());
  const auto entries = lexicon_->entries_of(Type::given_name);
  size_t size = 64;
  while (size < entries.size() * 3) size *= 2;
  names_.resize(size);
  name_bits_.resize(kNameBits / 64);
  for (EntryId id : entries) {
    const Entry entry = lexicon_->entry(id);
    const std::string_view kind = entry.value(Key::kind);
    for (std::string_view name : entry.values(Key::name)) {
      const Folded folded = fold(name);
      const uint64_t hash = hash64(folded.normal) | 1;
      NameWord word = kind == "link" ? NameWord::link : NameWord::given;
      if (kind == "name") word = is_word(folded.normal) ? NameWord::weak : NameWord::any;
      const bool particle = std::binary_search(particles.begin(), particles.end(), hash);
      if (particle && word != NameWord::given) continue;
      size_t at = hash & (size - 1);
      while (names_[at].hash != 0 && names_[at].hash != hash) at = (at + 1) & (size - 1);
      names_[at] = {hash, word, folded.marks};
      const size_t bit = name_bit(hash);
      name_bits_[bit / 64] |= uint64_t{1} << bit % 64;
    }
  }
  static constexpr std::pair<std::string_view, Tie> kTies[] = {
      {"prep.fi", Tie::fi},   {"prep.min", Tie::min},   {"prep.an", Tie::an},
      {"prep.ila", Tie::ila}, {"prep.lada", Tie::lada}, {"prep.bi", Tie::bi},
      {"prep.li", Tie::li},   {"prep.ala", Tie::ala},   {"prep.maa", Tie::maa}};
  for (const auto& [id, tie] : kTies) {
    const EntryId particle = lexicon_->entry_named(id);
    if (particle == kNone) continue;
    for (std::string_view word : lexicon_->entry(particle).values(Key::word)) {
      ties_.emplace_back(hash64(folded_words(word)), tie);
    }
  }
}

NameWord EntityIndex::name_word(std::string_view normal, uint16_t marks) const {
  if (normal.empty()) return NameWord::none;
  const uint64_t hash = hash64(normal) | 1;
  const size_t bit = name_bit(hash);
  if ((name_bits_[bit / 64] >> bit % 64 & 1) == 0) return NameWord::none;
  size_t at = hash & (names_.size() - 1);
  while (names_[at].hash != 0) {
    if (names_[at].hash == hash) {  // the preposition "ala" is no "Ali"
      const bool other = (marks & kAlefMaqsura) && (names_[at].marks & kFinalYeh);
      return other ? NameWord::none : names_[at].word;
    }
    at = (at + 1) & (names_.size() - 1);
  }
  return NameWord::none;
}

}  // namespace rasid
