// SPDX-License-Identifier: Apache-2.0
#include "lexicon/lexicon.h"

#include "lexicon/tables.h"

namespace rasid {

std::string_view Entry::id() const {
  const Lexicon::Tables& t = lexicon_->tables();
  return id_ < t.entry_count() ? t.string(t.entries[id_].id) : std::string_view();
}

Type Entry::type() const {
  const Lexicon::Tables& t = lexicon_->tables();
  return id_ < t.entry_count() ? static_cast<Type>(t.entries[id_].type) : Type::word;
}

std::string_view Entry::file() const {
  const Lexicon::Tables& t = lexicon_->tables();
  return id_ < t.entry_count() ? t.string(t.entries[id_].file) : std::string_view();
}

uint32_t Entry::line() const {
  const Lexicon::Tables& t = lexicon_->tables();
  return id_ < t.entry_count() ? t.entries[id_].line : 0;
}

size_t Entry::field_count() const {
  const Lexicon::Tables& t = lexicon_->tables();
  if (id_ >= t.entry_count()) return 0;
  return t.entries[id_ + 1].first_value - t.entries[id_].first_value;
}

EntryField Entry::field(size_t index) const {
  const Lexicon::Tables& t = lexicon_->tables();
  if (index >= field_count()) return {Key::id, {}, 0};
  const ValueRecord& value = t.values[t.entries[id_].first_value + index];
  return {static_cast<Key>(value.key), t.string(value.text), t.entries[id_].line + value.line};
}

std::string_view Entry::value(Key key) const {
  const Lexicon::Tables& t = lexicon_->tables();
  if (id_ >= t.entry_count()) return {};
  const uint32_t end = t.entries[id_ + 1].first_value;
  for (uint32_t i = t.entries[id_].first_value; i < end; ++i) {
    if (t.values[i].key == static_cast<uint16_t>(key)) return t.string(t.values[i].text);
  }
  return {};
}

std::vector<std::string_view> Entry::values(Key key) const {
  std::vector<std::string_view> out;
  for (size_t i = 0; i < field_count(); ++i) {
    const EntryField one = field(i);
    if (one.key == key) out.push_back(one.value);
  }
  return out;
}

std::string Entry::where(Key key, size_t nth) const {
  uint32_t at = line();
  for (size_t i = 0; i < field_count(); ++i) {
    const EntryField one = field(i);
    if (one.key == key && nth-- == 0) {
      at = one.line;
      break;
    }
  }
  return std::string(file()) + ":" + std::to_string(at);
}

Lexicon::Lexicon(std::unique_ptr<Tables> tables) : tables_(std::move(tables)) {}
Lexicon::Lexicon(Lexicon&&) noexcept = default;
Lexicon& Lexicon::operator=(Lexicon&&) noexcept = default;
Lexicon::~Lexicon() = default;

Result<Lexicon> Lexicon::open(std::string_view image, bool trusted) {
  Result<Tables> tables = mapped(image, trusted);
  if (!tables) return tables.error();
  return Lexicon(std::make_unique<Tables>(*tables));
}

std::string_view Lexicon::version() const { return tables_->version; }

Forms Lexicon::forms(std::string_view normal) const { return tables_->forms.find(normal); }
void Lexicon::approach(uint64_t hash) const { tables_->forms.approach(hash); }
Forms Lexicon::forms(std::string_view normal, uint64_t hash) const {
  return tables_->forms.find(normal, hash);
}

Lemma Lexicon::lemma(LemmaId id) const {
  if (id >= tables_->lemmas.size()) {
    return {{}, {}, {}, kNone, kNone, Pos::unknown, Gender::unknown, false, 0};
  }
  const LemmaRecord& record = tables_->lemmas[id];
  return {tables_->string(record.text),
          tables_->string(record.normal),
          tables_->string(record.root),
          record.entry,
          record.verb,
          static_cast<Pos>(record.pos),
          static_cast<Gender>(record.gender),
          record.human != 0,
          record.rank};
}

LemmaId Lexicon::lemma_count() const { return static_cast<LemmaId>(tables_->lemmas.size()); }

std::span<const Term> Lexicon::terms_of(LemmaId id) const {
  if (id >= tables_->lemmas.size()) return {};
  const uint32_t first = tables_->lemma_first[id];
  return tables_->lemma_terms.subspan(first, tables_->lemma_first[id + 1] - first);
}

uint32_t Lexicon::phrase_word(std::string_view normal) const { return tables_->words.find(normal); }

uint32_t Lexicon::step(uint32_t node, std::string_view normal) const {
  return step_word(node, phrase_word(normal));
}

uint32_t Lexicon::step_word(uint32_t node, uint32_t word) const {
  if (word >= tables_->words.count()) return kNone;
  if (node != kRoot) return tables_->child(node, word);
  const uint32_t child = tables_->words.keys[word].value;
  return child == 0 ? kNone : child;
}

uint32_t Lexicon::step_lemma(uint32_t node, LemmaId id) const {
  if (id >= tables_->lemmas.size()) return kNone;
  if (node != kRoot) return tables_->child(node, kLemmaEdge | id);
  const uint32_t child = tables_->lemma_root[id];
  return child == 0 ? kNone : child;
}

std::span<const Term> Lexicon::terms_at(uint32_t node) const {
  if (node >= tables_->node_count()) return {};
  const uint32_t first = tables_->node_first[node];
  return tables_->node_terms.subspan(first, tables_->node_first[node + 1] - first);
}

EntryId Lexicon::entry_count() const { return static_cast<EntryId>(tables_->entry_count()); }

EntryId Lexicon::entry_named(std::string_view id) const {
  const std::span<const uint32_t> slots = tables_->entry_slots;
  const size_t mask = slots.size() - 1;
  for (size_t at = hash64(id) & mask; slots[at] != 0; at = (at + 1) & mask) {
    const EntryId entry = slots[at] - 1;
    if (tables_->string(tables_->entries[entry].id) == id) return entry;
  }
  return kNone;
}

std::span<const EntryId> Lexicon::entries_of(Type type) const {
  const auto at = static_cast<size_t>(type);
  if (at >= kTypes) return {};
  const uint32_t first = tables_->type_first[at];
  return tables_->by_type.subspan(first, tables_->type_first[at + 1] - first);
}

}  // namespace rasid
