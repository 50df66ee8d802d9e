// SPDX-License-Identifier: Apache-2.0
// phrase_trie: all phrases and names of the entries -> a trie over words. A step is an exact normal
// word or, for a ~word, any of the lemmas of that normal form (all lead to the same node).
// In: entries and lemmas; a ~word that no lemma knows is declared as a noun. Out: nodes and edges,
// numbered in the order of the entries.
#pragma once
#include <string>
#include <utility>
#include <vector>

#include "lexicon/image.h"
#include "lexicon/lemmas.h"

namespace rasid {

struct PhraseTrie {
  std::vector<std::string> words;        // exact normal words, in order of first use
  std::vector<Edge> edges;               // Edge::word: an index into words, or kLemmaEdge | lemma
  std::vector<std::vector<Term>> terms;  // of each node; node 0 is the root
};

PhraseTrie phrase_trie(const std::vector<EntrySource>& entries, LemmaTable& lemmas);
// Once the lemmas have their last numbers (LemmaTable::finish).
void renumber(PhraseTrie& trie, const std::vector<LemmaId>& numbers);

}  // namespace rasid
