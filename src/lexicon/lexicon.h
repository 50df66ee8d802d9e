// SPDX-License-Identifier: Apache-2.0
// Lexicon: the compiled word knowledge, read-only, mapped, shared by all threads.
// In: an image made by compile.h (built into the binary, or a file). Out: forms of words, lemmas,
// phrases, entries. An image that is damaged, foreign or of another format version is refused with
// an Error, never trusted. Example: lexicon.forms("zArwA") holds a Form of the lemma zAr, verb,
// perfect, third person masculine plural.
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <iterator>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/schema.h"
#include "model/text.h"

namespace rasid {

using EntryId = uint32_t;
using LemmaId = uint32_t;

// One written form of a lemma without clitics.
struct Form {
  LemmaId lemma;
  Pos pos;
  Tense tense;
  Gender gender;
  Number number;
  uint8_t person;
  uint8_t flags;      // FormFlag bits
  uint16_t marks;     // SpellingMark bits of the careful spelling
  uint32_t reserved;  // zero
};
enum FormFlag : uint8_t {
  kPassive = 1,         // passive only (written apart from the active)
  kCanBePassive = 2,    // written like the active
  kShortMood = 4,       // subjunctive or jussive only (yaktubu without the nun)
  kConstruct = 8,       // construct state only (dual, sound plural without the nun)
  kStandsAlone = 16,    // may stand without an enclitic
  kTakesEnclitic = 32,  // may stand before an enclitic (zyArt before -h: ta marbuta is open)
  kNoArticle = 64,      // never takes the article (proper names, particles, verbs)
};

// The forms written as one word: a view to be walked, `for (const Form& form : lexicon.forms(w))`.
// Forms of one lemma follow one another, lemmas go up. Valid as long as its Lexicon.
// The image keeps them as pairs of a lemma and a set of templates (words share few hundred sets).
class Forms {
 public:
  class Iterator {
   public:
    using value_type = Form;
    using difference_type = std::ptrdiff_t;
    using reference = Form;
    using pointer = void;
    using iterator_category = std::input_iterator_tag;
    Form operator*() const;
    Iterator& operator++();
    Iterator operator++(int) {
      Iterator old = *this;
      ++*this;
      return old;
    }
    bool operator==(const Iterator& other) const {
      return pair_ == other.pair_ && member_ == other.member_;
    }

   private:
    friend class Forms;
    Iterator(const Forms* forms, uint32_t pair) : forms_(forms), pair_(pair) {}
    const Forms* forms_;
    uint32_t pair_;
    uint32_t member_ = 0;  // of the pair's set
  };

  Forms() = default;
  bool empty() const { return pairs_ == 0; }
  size_t size() const;                     // counts
  Form front() const { return *begin(); }  // not of an empty one
  Iterator begin() const { return {this, 0}; }
  Iterator end() const { return {this, pairs_}; }

 private:
  friend struct FormTable;
  uint32_t pair(uint32_t index) const {
    uint32_t value;
    std::memcpy(&value, bytes_ + size_t{index} * 4, 4);
    return value;
  }
  const char* bytes_ = nullptr;  // pairs of 4 bytes, not aligned: set << lemma_bits_ | lemma
  uint32_t pairs_ = 0;
  uint32_t lemma_bits_ = 0;
  const uint32_t* set_first_ = nullptr;
  const Form* members_ = nullptr;
};

struct Lemma {
  std::string_view text;  // as the lexicon writes it
  std::string_view normal;
  std::string_view root;  // normal letters, may be empty
  EntryId entry;          // the entry that declared it
  LemmaId verb;           // of a masdar or participle: its verb, else kNone
  Pos pos;
  Gender gender;
  bool human;
  int16_t rank;  // higher is commoner; 0 unless told
};

// A word or phrase of an entry, under one of its keys.
struct Term {
  EntryId entry;
  Key key;
};

struct EntryField {
  Key key;
  std::string_view value;
  uint32_t line;
};

class Lexicon;

// One entry as its file tells it. Cheap to copy; valid as long as its Lexicon.
class Entry {
 public:
  Entry(const Lexicon& lexicon, EntryId id) : lexicon_(&lexicon), id_(id) {}
  EntryId number() const { return id_; }
  Type type() const;
  std::string_view id() const;
  std::string_view file() const;  // relative to the lexicon folder
  uint32_t line() const;
  std::string_view value(Key key) const;                // the first, or empty
  std::vector<std::string_view> values(Key key) const;  // all, in file order; not for the hot path
  bool has(Key key) const { return !value(key).empty(); }
  // "file:line" of the nth value of a key, for problems; of the entry where there is no such value.
  std::string where(Key key, size_t nth = 0) const;
  // All values in file order. A yes, no or todo is its sentence, then one "role = words" a line.
  size_t field_count() const;
  EntryField field(size_t index) const;

 private:
  const Lexicon* lexicon_;
  EntryId id_;
};

class Lexicon {
 public:
  // `image` must outlive the Lexicon. trusted: skip the checksum (the built-in image), keep the
  // structural checks.
  static Result<Lexicon> open(std::string_view image, bool trusted = false);
  Lexicon(Lexicon&&) noexcept;
  Lexicon& operator=(Lexicon&&) noexcept;
  ~Lexicon();

  std::string_view version() const;  // 16 hex digits of the sources' hash

  // Words.
  Forms forms(std::string_view normal) const;
  // The same in two steps, for many words at once: `approach` lets the memory of a word come near
  // while others are asked for. `hash` is hash64 (base/hash.h) of the word.
  void approach(uint64_t hash) const;
  Forms forms(std::string_view normal, uint64_t hash) const;
  Lemma lemma(LemmaId id) const;
  LemmaId lemma_count() const;
  std::span<const Term> terms_of(
      LemmaId id) const;  // entries that name this lemma (verb:, noun:, adjective:)

  // Phrases (keys of kind phrase): a trie over words. A node step takes an exact normal word or a
  // lemma.
  static constexpr uint32_t kRoot = 0;
  uint32_t step(uint32_t node,
                std::string_view normal) const;  // kNone where the phrase does not go on so
  // The same in two steps, for a word asked for at many nodes: kNone where no phrase has the word.
  uint32_t phrase_word(std::string_view normal) const;
  uint32_t step_word(uint32_t node, uint32_t word) const;
  uint32_t step_lemma(uint32_t node, LemmaId id) const;
  std::span<const Term> terms_at(uint32_t node) const;  // phrases that end here

  // Entries, sorted by file name and line: the numbering is stable for equal sources.
  EntryId entry_count() const;
  Entry entry(EntryId id) const { return Entry(*this, id); }
  EntryId entry_named(std::string_view id) const;  // kNone where there is none
  std::span<const EntryId> entries_of(Type type) const;

  struct Tables;  // the mapped tables (tables.h): for dumps of the image, not for the engine
  const Tables& tables() const { return *tables_; }

 private:
  explicit Lexicon(std::unique_ptr<Tables> tables);
  std::unique_ptr<Tables> tables_;
};

inline Form Forms::Iterator::operator*() const {
  const uint32_t value = forms_->pair(pair_);
  Form form = forms_->members_[forms_->set_first_[value >> forms_->lemma_bits_] + member_];
  form.lemma = value & ((1U << forms_->lemma_bits_) - 1);
  return form;
}

inline Forms::Iterator& Forms::Iterator::operator++() {
  const uint32_t set = forms_->pair(pair_) >> forms_->lemma_bits_;
  if (++member_ >= forms_->set_first_[set + 1] - forms_->set_first_[set]) {
    member_ = 0;
    ++pair_;
  }
  return *this;
}

inline size_t Forms::size() const {
  size_t count = 0;
  for (uint32_t i = 0; i < pairs_; ++i) {
    const uint32_t set = pair(i) >> lemma_bits_;
    count += set_first_[set + 1] - set_first_[set];
  }
  return count;
}

}  // namespace rasid
