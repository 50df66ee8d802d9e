// SPDX-License-Identifier: Apache-2.0
#include "lexicon/form_table.h"

#include <algorithm>
#include <cstring>

namespace rasid {
namespace {

constexpr size_t kMostPairs = 255;  // the record's count is one byte

uint32_t offset_mask(size_t bytes) {
  const int bits = std::bit_width(bytes);
  return bits >= 32 ? ~0U : (1U << bits) - 1;
}

}  // namespace

Forms FormTable::find(std::string_view normal, uint64_t hash) const {
  const uint32_t mask = offset_mask(bytes.size());
  const uint32_t print = static_cast<uint32_t>(hash >> 32) & ~mask;
  for (size_t at = slot_of(hash, slots.size());; at = at + 1 == slots.size() ? 0 : at + 1) {
    const uint32_t slot = slots[at];
    if (slot == 0) return {};
    if ((slot & ~mask) != print) continue;
    std::string_view word;
    Forms forms;
    if (read((slot & mask) - 1, word, forms) && same_bytes(word, normal)) return forms;
  }
}

bool FormTable::next(size_t& offset, std::string_view& word, Forms& forms) const {
  if (!read(offset, word, forms)) return false;
  offset += 2 + word.size() + size_t{4} * forms.pairs_;
  return true;
}

bool FormTable::read(size_t offset, std::string_view& word, Forms& forms) const {
  if (offset >= bytes.size() || bytes.size() - offset < 2) return false;
  const size_t length = static_cast<unsigned char>(bytes[offset]);
  const size_t pairs = static_cast<unsigned char>(bytes[offset + 1]);
  if (bytes.size() - offset - 2 < length + 4 * pairs) return false;
  word = bytes.substr(offset + 2, length);
  forms.bytes_ = bytes.data() + offset + 2 + length;
  forms.pairs_ = static_cast<uint32_t>(pairs);
  forms.lemma_bits_ = lemma_bits();
  forms.set_first_ = set_first.data();
  forms.members_ = members.data();
  const uint32_t lemma_mask = (1U << forms.lemma_bits_) - 1;
  bool good = true;
  for (uint32_t i = 0; i < forms.pairs_; ++i) {
    const uint32_t pair = forms.pair(i);
    good &= (pair & lemma_mask) < lemma_count && (pair >> forms.lemma_bits_) < set_count();
  }
  return good;
}

FormTableWriter::FormTableWriter(uint32_t lemma_count)
    : lemma_bits_(static_cast<uint32_t>(std::bit_width(lemma_count))),
      fits_(lemma_count < kMostLemmas) {}

void FormTableWriter::add(const std::string& word, std::span<const Form> forms) {
  std::vector<uint32_t> pairs;
  for (size_t begin = 0; begin < forms.size();) {
    size_t end = begin + 1;
    while (end < forms.size() && forms[end].lemma == forms[begin].lemma) ++end;
    const uint32_t set = set_of(forms.subspan(begin, end - begin));
    pairs.push_back(set << lemma_bits_ | forms[begin].lemma);
    begin = end;
  }
  if (word.size() > 255 || pairs.size() > kMostPairs) fits_ = false;
  if (!fits_) return;
  hashes_.emplace_back(hash64(word), static_cast<uint32_t>(bytes_.size()));
  bytes_ += static_cast<char>(word.size());
  bytes_ += static_cast<char>(pairs.size());
  bytes_ += word;
  bytes_.append(reinterpret_cast<const char*>(pairs.data()), pairs.size() * 4);
}

uint32_t FormTableWriter::set_of(std::span<const Form> forms) {
  std::vector<Form> set;
  for (Form form : forms) {
    form.lemma = 0;
    const bool told = std::any_of(set.begin(), set.end(), [&](const Form& other) {
      return std::memcmp(&form, &other, sizeof form) == 0;
    });
    if (!told) set.push_back(form);
  }
  std::string key(reinterpret_cast<const char*>(set.data()), set.size() * sizeof(Form));
  const auto at = std::lower_bound(sets_.begin(), sets_.end(), std::pair(key, 0U));
  if (at != sets_.end() && at->first == key) return at->second;
  const auto number = static_cast<uint32_t>(set_first_.size() - 1);
  if (lemma_bits_ > 0 && number >> (32 - lemma_bits_) != 0) fits_ = false;
  sets_.emplace(at, std::move(key), number);
  members_.insert(members_.end(), set.begin(), set.end());
  set_first_.push_back(static_cast<uint32_t>(members_.size()));
  return number;
}

bool FormTableWriter::finish() {
  if (!fits_ || bytes_.size() >= (size_t{1} << 31)) return false;
  slots_.assign(hashes_.size() + hashes_.size() / 2 + 2, 0);
  const uint32_t mask = offset_mask(bytes_.size());
  for (const auto& [hash, offset] : hashes_) {
    size_t at = FormTable::slot_of(hash, slots_.size());
    while (slots_[at] != 0) at = at + 1 == slots_.size() ? 0 : at + 1;
    slots_[at] = (static_cast<uint32_t>(hash >> 32) & ~mask) | (offset + 1);
  }
  return true;
}

}  // namespace rasid
