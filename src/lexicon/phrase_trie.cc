// SPDX-License-Identifier: Apache-2.0
#include "lexicon/phrase_trie.h"

#include <algorithm>
#include <map>
#include <unordered_map>

#include "lexicon/phrase.h"

namespace rasid {
namespace {

constexpr std::string_view kLam = "\xD9\x84";  // the letter of the article, in UTF-8
constexpr size_t kMostGroups = 4;              // ways a ~word may go: they multiply in a phrase

class Builder {
 public:
  Builder(const std::vector<EntrySource>& entries, LemmaTable& lemmas)
      : entries_(entries), lemmas_(lemmas) {
    out_.terms.emplace_back();
  }

  PhraseTrie run() {
    for (LemmaId id = 0; id < lemmas_.lemmas().size(); ++id) note_singulars(id);
    declare_all();
    for (EntryId id = 0; id < entries_.size(); ++id) {
      for (const FieldSource& field : entries_[id].fields) {
        if (field.rule->kind == KeyKind::phrase) add(id, field);
      }
    }
    return std::move(out_);
  }

 private:
  // Before any phrase goes in: a group must not grow once a step has taken it.
  void declare_all() {
    for (EntryId id = 0; id < entries_.size(); ++id) {
      for (const FieldSource& field : entries_[id].fields) {
        if (field.rule->kind != KeyKind::phrase) continue;
        for (const PhraseWord& word : phrase_words(field.value)) {
          if (word.any_form) lemmas_of(id, word);
        }
      }
    }
  }

  using Group = std::vector<LemmaId>;  // lemmas of one normal form: a step takes any of them

  void add(EntryId id, const FieldSource& field) {
    const std::vector<PhraseWord> words = phrase_words(field.value);
    std::vector<std::vector<Group>> groups;
    groups.reserve(words.size());
    for (const PhraseWord& word : words) {
      groups.push_back(word.any_form ? groups_of(id, word) : std::vector<Group>());
    }
    add_from(0, Lexicon::kRoot, words, groups, {id, field.key()});
  }

  // The words from `at` on, below `node`: each ~word in all its groups.
  void add_from(size_t at, uint32_t node, const std::vector<PhraseWord>& words,
                const std::vector<std::vector<Group>>& groups, Term term) {
    if (at == words.size()) {
      if (node != Lexicon::kRoot) add_term(node, term);
    } else if (!words[at].any_form) {
      add_from(at + 1, word_step(node, words[at].normal), words, groups, term);
    } else {
      for (const Group& group : groups[at]) {
        add_from(at + 1, lemma_step(node, group), words, groups, term);
      }
    }
  }

  void add_term(uint32_t node, Term term) {
    std::vector<Term>& terms = out_.terms[node];
    const bool told = std::any_of(terms.begin(), terms.end(), [&](const Term& other) {
      return other.entry == term.entry && other.key == term.key;
    });
    if (!told) terms.push_back(term);
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

  // All lemmas of a group lead to one node, so the first stands for them.
  uint32_t lemma_step(uint32_t node, const Group& group) {
    uint32_t& child = child_of(node, kLemmaEdge | group.front());
    if (child == 0) {
      child = new_node();
      for (LemmaId lemma : group) out_.edges.push_back({node, kLemmaEdge | lemma, child});
    }
    return child;
  }

  // The lemmas of the word, and those that have its plural for themselves.
  std::vector<Group> groups_of(EntryId id, const PhraseWord& word) {
    const Group own = lemmas_of(id, word);
    std::vector<Group> out = {own};
    for (LemmaId lemma : own) {
      const auto [begin, end] = plurals_.equal_range(lemma);
      for (auto at = begin; at != end && out.size() < kMostGroups; ++at) {
        Group plural = lemmas_.named(lemmas_.lemmas()[at->second].normal);
        if (std::find(out.begin(), out.end(), plural) == out.end()) out.push_back(plural);
      }
    }
    return out;
  }

  Group lemmas_of(EntryId id, const PhraseWord& word) {
    const Group& whole = lemmas_.named(word.normal);
    const bool article = word.normal.size() > 4 && word.normal.compare(0, 2, "Al") == 0;
    if (!whole.empty() || !article) return whole.empty() ? Group{declared(word.text, id)} : whole;
    // Written with the article though it matters not: the lemma is what follows it.
    const Group& bare = lemmas_.named(std::string_view(word.normal).substr(2));
    if (!bare.empty()) return bare;
    const size_t lam = word.text.find(kLam);
    return {declared(word.text.substr(lam == word.text.npos ? 0 : lam + kLam.size()), id)};
  }

  LemmaId declared(std::string_view text, EntryId id) {
    const LemmaId lemma = lemmas_.declare_noun(text, id);
    note_singulars(lemma);
    return lemma;
  }

  void note_singulars(LemmaId lemma) {
    for (LemmaId singular : lemmas_.lemmas()[lemma].singulars) plurals_.emplace(singular, lemma);
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
  std::multimap<LemmaId, LemmaId> plurals_;  // a lemma -> the plural-only lemmas beside it
  std::unordered_map<std::string, uint32_t> words_;
  std::unordered_map<uint64_t, uint32_t> children_;
};

}  // namespace

PhraseTrie phrase_trie(const std::vector<EntrySource>& entries, LemmaTable& lemmas) {
  return Builder(entries, lemmas).run();
}

void renumber(PhraseTrie& trie, const std::vector<LemmaId>& numbers) {
  for (Edge& edge : trie.edges) {
    if ((edge.word & kLemmaEdge) != 0) edge.word = kLemmaEdge | numbers[edge.word & ~kLemmaEdge];
  }
}

}  // namespace rasid
