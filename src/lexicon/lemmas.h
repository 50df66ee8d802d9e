// SPDX-License-Identifier: Apache-2.0
// lemmas: the table of lemmas that the entries declare, and which entries name which lemma.
// Lemmas come from Word entries (an entry of a .rec overrules a row of a .tsv), from their masdars
// and what inflect.h derives, from verb: keys whose verb can be told by rule, and from noun: and
// adjective: keys that no Word entry knows. Example: "adjective: <rusi>" of a State with "plural:
// <rus>" declares an adjective with that plural and a Term {State, adjective} on it.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "lexicon/inflect.h"
#include "lexicon/source.h"

namespace rasid {

struct LemmaEntry {
  LemmaSource source;
  std::string normal;
  uint16_t marks = 0;                // SpellingMarks of the lemma as written
  std::vector<std::string> masdars;  // of a verb, as its entry names them
  std::string verb_of;               // of a masdar or participle: its verb, as the entry names it
  EntryId entry = kNone;
  LemmaId verb = kNone;
  int16_t rank = 0;
  bool from_word = false;  // a Word entry declares it
  // A noun named in its plural ("forces", "elections"): it has the plural's forms only, which its
  // singulars (where known) then leave to it, and the terms of its singulars besides its own.
  bool plural_only = false;
  std::vector<LemmaId> singulars;
};

class LemmaTable {
 public:
  const std::vector<LemmaEntry>& lemmas() const { return lemmas_; }
  // Sorted by lemma, then entry; no pair twice.
  const std::vector<std::pair<LemmaId, Term>>& terms() const { return terms_; }

  LemmaId add(LemmaEntry lemma);
  LemmaId declare_noun(std::string_view text, EntryId entry);  // a noun by rule
  void mark_plurals();  // once all Word entries are in: finds the plural-only nouns
  const std::vector<LemmaId>& named(std::string_view normal) const;  // of any part of speech
  LemmaEntry& at(LemmaId id) { return lemmas_[id]; }
  void link(LemmaId id, Term term) { terms_.emplace_back(id, term); }
  // Ends the table: plural-only lemmas get the terms of their singulars, the lemmas are numbered
  // anew, commonest first, all terms are sorted. Answers the new number of each
  // lemma, by its old one.
  std::vector<LemmaId> finish();

 private:
  std::vector<LemmaId> singulars_of(std::string_view plural) const;
  void set_singulars(LemmaEntry& lemma) const;
  std::vector<LemmaId> number_by_rank();
  void sort_terms();

  std::vector<LemmaEntry> lemmas_;
  std::unordered_map<std::string, std::vector<LemmaId>> by_normal_;
  std::unordered_map<std::string, std::vector<LemmaId>> by_plural_;  // broken plurals of nouns
  std::vector<std::pair<LemmaId, Term>> terms_;
};

inline bool is_noun(Pos pos) { return pos == Pos::noun || pos == Pos::masdar; }

LemmaTable lemma_table(const std::vector<EntrySource>& entries, Problems& problems);

}  // namespace rasid
