// SPDX-License-Identifier: Apache-2.0
#include "lexicon/image_writer.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <set>
#include <unordered_map>

#include "base/check.h"
#include "lexicon/form_table.h"

namespace rasid {
namespace {

// Where the edge or key with this hash belongs: the first free slot from it on.
template <typename IsFree>
size_t free_slot(uint64_t hash, size_t size, IsFree is_free) {
  size_t at = hash & (size - 1);
  while (!is_free(at)) at = (at + 1) & (size - 1);
  return at;
}

class Strings {
 public:
  Strings() { index(""); }
  uint32_t index(std::string_view text) {
    const auto [at, is_new] = index_.emplace(text, static_cast<uint32_t>(offsets_.size() - 1));
    if (is_new) {
      pool_ += text;
      offsets_.push_back(static_cast<uint32_t>(pool_.size()));
    }
    return at->second;
  }
  const std::vector<uint32_t>& offsets() const { return offsets_; }
  const std::string& pool() const { return pool_; }

 private:
  std::unordered_map<std::string, uint32_t> index_;
  std::vector<uint32_t> offsets_ = {0};
  std::string pool_;
};

// Keys are added in order; the value that follows the last is given to finish().
class KeyTableWriter {
 public:
  void add(std::string_view key, uint32_t value) {
    keys_.push_back({static_cast<uint32_t>(text_.size()), value});
    text_ += key;
  }
  void finish(uint32_t last_value) {
    const size_t count = keys_.size();
    keys_.push_back({static_cast<uint32_t>(text_.size()), last_value});
    slots_.assign(slots_for(count), 0);
    const SlotCode code(count);
    for (size_t i = 0; i < count; ++i) {
      const std::string_view key =
          std::string_view(text_).substr(keys_[i].text, keys_[i + 1].text - keys_[i].text);
      const uint64_t hash = hash64(key);
      const size_t at = free_slot(hash, slots_.size(), [&](size_t s) { return slots_[s] == 0; });
      slots_[at] = code.print(hash) | static_cast<uint32_t>(i + 1);
    }
  }
  const std::vector<uint32_t>& slots() const { return slots_; }
  const std::vector<KeyRecord>& keys() const { return keys_; }
  const std::string& text() const { return text_; }

 private:
  std::vector<KeyRecord> keys_;
  std::vector<uint32_t> slots_;
  std::string text_;
};

class Writer {
 public:
  Writer(const std::vector<EntrySource>& entries, const LemmaTable& lemmas, const PhraseTrie& trie)
      : entries_(entries), lemmas_(lemmas), trie_(trie), bytes_(sizeof(ImageHeader), '\0') {}

  Result<std::string> run(std::string_view source_hash) {
    write_entries();
    write_lemmas();
    if (!write_forms()) {
      return Error{"an image cannot hold so many lemmas and forms", "", "leave out rare words"};
    }
    write_phrases();
    put(Section::string_offsets, strings_.offsets());
    put(Section::pool, strings_.pool());
    finish(source_hash);
    return std::move(bytes_);
  }

 private:
  template <typename Records>
  void put(Section section, const Records& records) {
    bytes_.resize((bytes_.size() + kSectionAlign - 1) / kSectionAlign * kSectionAlign, '\0');
    header_.sections[static_cast<size_t>(section)] = {bytes_.size(), records.size()};
    const size_t size = records.size() * sizeof(*records.data());
    if (size > 0) bytes_.append(reinterpret_cast<const char*>(records.data()), size);
  }

  void write_entries() {
    std::vector<EntryRecord> records;
    std::vector<ValueRecord> values;
    for (const EntrySource& entry : entries_) {
      records.push_back({strings_.index(entry.id), strings_.index(entry.file), entry.line,
                         static_cast<uint32_t>(values.size()), static_cast<uint32_t>(entry.type)});
      for (const FieldSource& field : entry.fields) {
        values.push_back({strings_.index(field.value), static_cast<uint16_t>(field.key()),
                          static_cast<uint16_t>(field.line - entry.line)});
      }
    }
    records.push_back({0, 0, 0, static_cast<uint32_t>(values.size()), 0});
    put(Section::entries, records);
    put(Section::values, values);
    write_entry_index();
  }

  void write_entry_index() {
    std::vector<uint32_t> slots(slots_for(entries_.size()), 0);
    std::vector<EntryId> by_type(entries_.size());
    std::vector<uint32_t> type_first(kTypes + 1, 0);
    for (EntryId id = 0; id < entries_.size(); ++id) {
      const size_t at = free_slot(hash64(entries_[id].id), slots.size(),
                                  [&](size_t slot) { return slots[slot] == 0; });
      slots[at] = id + 1;
      ++type_first[static_cast<size_t>(entries_[id].type) + 1];
    }
    std::partial_sum(type_first.begin(), type_first.end(), type_first.begin());
    std::iota(by_type.begin(), by_type.end(), 0U);
    std::stable_sort(by_type.begin(), by_type.end(),
                     [&](EntryId a, EntryId b) { return entries_[a].type < entries_[b].type; });
    put(Section::entry_slots, slots);
    put(Section::type_first, type_first);
    put(Section::by_type, by_type);
  }

  void write_lemmas() {
    std::vector<LemmaRecord> records;
    for (const LemmaEntry& lemma : lemmas_.lemmas()) {
      std::string root;  // "q.w.l" without its dots
      std::copy_if(lemma.source.root.begin(), lemma.source.root.end(), std::back_inserter(root),
                   [](char c) { return c != '.'; });
      records.push_back({strings_.index(lemma.source.lemma), strings_.index(lemma.normal),
                         strings_.index(root), lemma.entry, lemma.verb, lemma.rank,
                         static_cast<uint8_t>(lemma.source.pos),
                         static_cast<uint8_t>(lemma.source.gender), lemma.source.human ? 1U : 0U});
    }
    put(Section::lemmas, records);
    std::vector<uint32_t> first = {0};
    std::vector<Term> terms;
    size_t at = 0;
    for (LemmaId id = 0; id < records.size(); ++id) {
      for (; at < lemmas_.terms().size() && lemmas_.terms()[at].first == id; ++at) {
        add_term(terms, lemmas_.terms()[at].second);
      }
      first.push_back(static_cast<uint32_t>(terms.size()));
    }
    put(Section::lemma_first, first);
    put(Section::lemma_terms, terms);
  }

  // Padding is written as zero: equal sources, equal bytes.
  static void add_term(std::vector<Term>& terms, const Term& term) {
    Term clean;
    std::memset(static_cast<void*>(&clean), 0, sizeof clean);
    clean.entry = term.entry;
    clean.key = term.key;
    terms.push_back(clean);
  }

  struct Written {
    std::string normal;
    Form form;
  };

  std::vector<Written> all_forms() const {
    std::vector<Written> out;
    std::set<std::pair<LemmaId, std::string>> taken;  // plurals that a singular leaves to another
    const std::vector<LemmaEntry>& lemmas = lemmas_.lemmas();
    for (LemmaId id = 0; id < lemmas.size(); ++id) {
      for (WrittenForm& written : forms_of(lemmas[id])) {
        if (written.normal.empty()) continue;
        for (LemmaId singular : lemmas[id].singulars) taken.emplace(singular, written.normal);
        written.form.lemma = id;
        written.form.reserved = 0;
        out.push_back({std::move(written.normal), written.form});
      }
    }
    std::erase_if(out, [&](const Written& written) {
      return written.form.number == Number::plural &&
             taken.count({written.form.lemma, written.normal}) > 0;
    });
    // inflect() gives forms in a fixed order, which stays within a lemma.
    std::stable_sort(out.begin(), out.end(), [](const Written& a, const Written& b) {
      const int order = a.normal.compare(b.normal);
      return order != 0 ? order < 0 : a.form.lemma < b.form.lemma;
    });
    return out;
  }

  std::vector<WrittenForm> forms_of(const LemmaEntry& lemma) const {
    if (!lemma.plural_only) return inflect(lemma.source);
    std::vector<WrittenForm> out;
    if (!lemma.singulars.empty()) {  // those of a singular with this broken plural
      LemmaSource source = lemmas_.lemmas()[lemma.singulars.front()].source;
      if (!source.plurals.empty()) source.plurals = {lemma.source.lemma};
      out = inflect(source);
      std::erase_if(out, [&](const WrittenForm& written) {
        return written.form.number != Number::plural ||
               written.normal.compare(0, lemma.normal.size() - 1, lemma.normal, 0,
                                      lemma.normal.size() - 1) != 0;
      });
    }
    const bool told = std::any_of(out.begin(), out.end(), [&](const WrittenForm& written) {
      return written.normal == lemma.normal;
    });
    if (told) return out;
    Form form{};
    form.pos = lemma.source.pos;
    form.gender = Gender::feminine;
    form.number = Number::plural;
    form.flags = kStandsAlone | kTakesEnclitic;
    form.marks = lemma.marks;
    return {{lemma.normal, form}};
  }

  bool write_forms() {
    FormTableWriter table(static_cast<uint32_t>(lemmas_.lemmas().size()));
    const std::vector<Written> all = all_forms();
    std::vector<Form> forms;  // of one word
    for (size_t i = 0; i < all.size(); ++i) {
      forms.push_back(all[i].form);
      if (i + 1 < all.size() && all[i + 1].normal == all[i].normal) continue;
      table.add(all[i].normal, forms);
      forms.clear();
    }
    if (!table.finish()) return false;
    put(Section::form_slots, table.slots());
    put(Section::form_bytes, table.bytes());
    put(Section::set_first, table.set_first());
    put(Section::set_members, table.members());
    return true;
  }

  void write_phrases() {
    std::vector<uint32_t> root_of_word(trie_.words.size(), 0);
    std::vector<uint32_t> root_of_lemma(lemmas_.lemmas().size(), 0);
    const auto inner = std::count_if(trie_.edges.begin(), trie_.edges.end(),
                                     [](const Edge& edge) { return edge.node != 0; });
    std::vector<Edge> table(slots_for(static_cast<size_t>(inner)), Edge{0, 0, 0});
    for (const Edge& edge : trie_.edges) {
      if (edge.node == Lexicon::kRoot) {
        const bool lemma = (edge.word & kLemmaEdge) != 0;
        (lemma ? root_of_lemma[edge.word & ~kLemmaEdge] : root_of_word[edge.word]) = edge.child;
        continue;
      }
      const size_t at = free_slot(edge_hash(edge.node, edge.word), table.size(),
                                  [&](size_t slot) { return table[slot].child == 0; });
      table[at] = edge;
    }
    KeyTableWriter words;
    for (size_t i = 0; i < trie_.words.size(); ++i) words.add(trie_.words[i], root_of_word[i]);
    words.finish(0);
    put(Section::word_slots, words.slots());
    put(Section::word_keys, words.keys());
    put(Section::word_text, words.text());
    put(Section::lemma_root, root_of_lemma);
    put(Section::edges, table);
    std::vector<uint32_t> first = {0};
    std::vector<Term> terms;
    for (const std::vector<Term>& node : trie_.terms) {
      for (const Term& term : node) add_term(terms, term);
      first.push_back(static_cast<uint32_t>(terms.size()));
    }
    put(Section::node_first, first);
    put(Section::node_terms, terms);
  }

  void finish(std::string_view source_hash) {
    header_.magic = kImageMagic;
    header_.byte_order = kByteOrder;
    header_.version = kImageVersion;
    header_.features = 0;
    header_.size = bytes_.size();
    RASID_CHECK(source_hash.size() == header_.source_hash.size());
    std::copy_n(source_hash.begin(), std::min(source_hash.size(), header_.source_hash.size()),
                header_.source_hash.begin());
    std::memcpy(bytes_.data(), &header_, sizeof header_);
    header_.checksum = image_checksum(bytes_);
    std::memcpy(bytes_.data(), &header_, sizeof header_);
  }

  const std::vector<EntrySource>& entries_;
  const LemmaTable& lemmas_;
  const PhraseTrie& trie_;
  std::string bytes_;
  ImageHeader header_{};
  Strings strings_;
};

}  // namespace

Result<std::string> image_of(const std::vector<EntrySource>& entries, const LemmaTable& lemmas,
                             const PhraseTrie& trie, std::string_view source_hash) {
  return Writer(entries, lemmas, trie).run(source_hash);
}

}  // namespace rasid
