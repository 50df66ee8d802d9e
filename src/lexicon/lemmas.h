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
  uint16_t marks = 0;  // SpellingMarks of the lemma as written
  EntryId entry = kNone;
  LemmaId verb = kNone;
  int16_t rank = 0;
  bool from_word = false;  // a Word entry declares it
};

class LemmaTable {
 public:
  const std::vector<LemmaEntry>& lemmas() const { return lemmas_; }
  // Sorted by lemma, then entry; no pair twice.
  const std::vector<std::pair<LemmaId, Term>>& terms() const { return terms_; }

  LemmaId add(LemmaEntry lemma);
  const std::vector<LemmaId>& named(std::string_view normal) const;  // of any part of speech
  LemmaEntry& at(LemmaId id) { return lemmas_[id]; }
  void link(LemmaId id, Term term) { terms_.emplace_back(id, term); }
  void sort_terms();

 private:
  std::vector<LemmaEntry> lemmas_;
  std::unordered_map<std::string, std::vector<LemmaId>> by_normal_;
  std::vector<std::pair<LemmaId, Term>> terms_;
};

LemmaTable lemma_table(const std::vector<EntrySource>& entries, Problems& problems);

}  // namespace rasid
