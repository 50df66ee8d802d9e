// SPDX-License-Identifier: Apache-2.0
#include "lexicon/phrase_trie.h"

#include <algorithm>
#include <unordered_map>

#include "lexicon/phrase.h"

namespace rasid {
namespace {

class Builder {
 public:
  Builder(const std::vector<EntrySource>& entries, LemmaTable& lemmas)
      : entries_(entries), lemmas_(lemmas) {
    out_.terms.emplace_back();
  }

  PhraseTrie run() {
    for (EntryId id = 0; id < entries_.size(); ++id) {
      for (const FieldSource& field : entries_[id].fields) {
        if (field.rule->kind == KeyKind::phrase) add(id, field);
      }
    }
    return std::move(out_);
  }

 private:
  void add(EntryId id, const FieldSource& field) {
    uint32_t node = Lexicon::kRoot;
    for (const PhraseWord& word : phrase_words(field.value)) {
      node = word.any_form ? lemma_step(node, id, word) : word_step(node, word.normal);
    }
    if (node == Lexicon::kRoot) return;
    std::vector<Term>& terms = out_.terms[node];
    const bool told = std::any_of(terms.begin(), terms.end(), [&](const Term& term) {
      return term.entry == id && term.key == field.key();
    });
    if (!told) terms.push_back({id, field.key()});
  }

  uint32_t word_step(uint32_t node, const std::string& normal) {
    const auto [at, is_new] = words_.emplace(normal, static_cast<uint32_t>(out_.words.size()));
    if (is_new) out_.words.push_back(normal);
    uint32_t& child = child_of(node, at->second);
    if (child == 0) {
      child = new_node();
      out_.edges.push_back({node, at->second, child});
    }
    return child;
  }

  // All lemmas of one normal form lead to one node, so the first stands for them.
  uint32_t lemma_step(uint32_t node, EntryId id, const PhraseWord& word) {
    const std::vector<LemmaId> ids = lemmas_of(id, word);
    uint32_t& child = child_of(node, kLemmaEdge | ids.front());
    if (child == 0) {
      child = new_node();
      for (LemmaId lemma : ids) out_.edges.push_back({node, kLemmaEdge | lemma, child});
    }
    return child;
  }

  std::vector<LemmaId> lemmas_of(EntryId id, const PhraseWord& word) {
    std::vector<LemmaId> ids = lemmas_.named(word.normal);
    const bool article = word.normal.size() > 4 && word.normal.compare(0, 2, "Al") == 0;
    // Written with the article though it matters not: the lemma is what follows it.
    if (ids.empty() && article) ids = lemmas_.named(std::string_view(word.normal).substr(2));
    if (!ids.empty()) return ids;
    LemmaEntry lemma;
    lemma.source.lemma = word.text;
    if (article) lemma.source.lemma.erase(0, lemma.source.lemma.find("\xD9\x84") + 2);  // past lam
    lemma.source.pos = Pos::noun;
    lemma.entry = id;
    return {lemmas_.add(std::move(lemma))};
  }

  uint32_t& child_of(uint32_t node, uint32_t word) {
    return children_[static_cast<uint64_t>(node) << 32 | word];
  }

  uint32_t new_node() {
    out_.terms.emplace_back();
    return static_cast<uint32_t>(out_.terms.size() - 1);
  }

  const std::vector<EntrySource>& entries_;
  LemmaTable& lemmas_;
  PhraseTrie out_;
  std::unordered_map<std::string, uint32_t> words_;
  std::unordered_map<uint64_t, uint32_t> children_;
};

}  // namespace

PhraseTrie phrase_trie(const std::vector<EntrySource>& entries, LemmaTable& lemmas) {
  return Builder(entries, lemmas).run();
}

}  // namespace rasid
