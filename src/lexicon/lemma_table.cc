// SPDX-License-Identifier: Apache-2.0
// LemmaTable: lemmas by their normal form, plural-only nouns, and the terms on lemmas.
#include <algorithm>
#include <numeric>
#include <tuple>

#include "base/letters.h"
#include "lexicon/lemmas.h"

namespace rasid {
namespace {

// Letters of a noun in -At that is taken for a plural; shorter ones may end so by themselves.
constexpr size_t kShortestSoundPlural = 4;

bool is_sound_plural(std::string_view normal) {
  return normal.size() > 2 && normal.substr(normal.size() - 2) == "At";
}

}  // namespace

LemmaId LemmaTable::add(LemmaEntry lemma) {
  Folded folded = fold(lemma.source.lemma);
  lemma.normal = std::move(folded.normal);
  lemma.marks = folded.marks;
  const auto id = static_cast<LemmaId>(lemmas_.size());
  by_normal_[lemma.normal].push_back(id);
  lemmas_.push_back(std::move(lemma));
  return id;
}

const std::vector<LemmaId>& LemmaTable::named(std::string_view normal) const {
  static const std::vector<LemmaId> kNobody;
  const auto found = by_normal_.find(std::string(normal));
  return found == by_normal_.end() ? kNobody : found->second;
}

std::vector<LemmaId> LemmaTable::singulars_of(std::string_view plural) const {
  const auto broken = by_plural_.find(std::string(plural));
  if (broken != by_plural_.end()) return broken->second;
  if (plural.size() < kShortestSoundPlural || !is_sound_plural(plural)) return {};
  const std::string stem(plural.substr(0, plural.size() - 2));
  for (const std::string& singular : {stem + "h", stem}) {
    if (singular == stem && stem.size() < kShortestSoundPlural) continue;
    std::vector<LemmaId> out;
    for (LemmaId id : named(singular)) {
      if (is_noun(lemmas_[id].source.pos)) out.push_back(id);
    }
    if (!out.empty()) return out;
  }
  return {};
}

void LemmaTable::set_singulars(LemmaEntry& lemma) const {
  const std::string normal = fold(lemma.source.lemma).normal;
  lemma.singulars = singulars_of(normal);
  const bool sound = normal.size() > kShortestSoundPlural && is_sound_plural(normal);
  lemma.plural_only = sound || !lemma.singulars.empty();
  if (lemma.singulars.empty()) return;
  const LemmaEntry& singular = lemmas_[lemma.singulars.front()];
  lemma.source.pos = singular.source.pos;
  lemma.source.human |= singular.source.human;
  if (lemma.source.root.empty()) lemma.source.root = singular.source.root;
  if (lemma.verb == kNone) lemma.verb = singular.verb;
  if (lemma.rank == 0) lemma.rank = singular.rank;
}

LemmaId LemmaTable::declare_noun(std::string_view text, EntryId entry) {
  LemmaEntry lemma;
  lemma.source.lemma = text;
  lemma.source.pos = Pos::noun;
  lemma.entry = entry;
  set_singulars(lemma);
  return add(std::move(lemma));
}

void LemmaTable::mark_plurals() {
  for (LemmaId id = 0; id < lemmas_.size(); ++id) {
    if (!is_noun(lemmas_[id].source.pos)) continue;
    for (const std::string& plural : lemmas_[id].source.plurals) {
      by_plural_[fold(plural).normal].push_back(id);
    }
  }
  for (LemmaEntry& lemma : lemmas_) {
    const bool may_be = lemma.from_word && lemma.source.pos == Pos::noun &&
                        lemma.source.gender != Gender::masculine && lemma.source.plurals.empty();
    if (!may_be || !is_sound_plural(lemma.normal)) continue;
    if (lemma.source.gender != Gender::feminine && singulars_of(lemma.normal).empty()) continue;
    set_singulars(lemma);
  }
}

std::vector<LemmaId> LemmaTable::finish() {
  std::vector<std::pair<LemmaId, Term>> inherited;
  for (LemmaId id = 0; id < lemmas_.size(); ++id) {
    const std::vector<LemmaId>& singulars = lemmas_[id].singulars;
    if (singulars.empty()) continue;
    for (const auto& [lemma, term] : terms_) {
      if (std::find(singulars.begin(), singulars.end(), lemma) != singulars.end()) {
        inherited.emplace_back(id, term);
      }
    }
  }
  terms_.insert(terms_.end(), inherited.begin(), inherited.end());
  std::vector<LemmaId> numbers = number_by_rank();
  sort_terms();
  return numbers;
}

// Common lemmas get low numbers: what the stages keep by lemma then lies close together in memory
// for the words of nearly all texts.
std::vector<LemmaId> LemmaTable::number_by_rank() {
  std::vector<LemmaId> order(lemmas_.size());
  std::iota(order.begin(), order.end(), 0U);
  std::stable_sort(order.begin(), order.end(),
                   [&](LemmaId a, LemmaId b) { return lemmas_[a].rank > lemmas_[b].rank; });
  std::vector<LemmaId> number(lemmas_.size());
  std::vector<LemmaEntry> sorted;
  sorted.reserve(lemmas_.size());
  for (const LemmaId old : order) {
    number[old] = static_cast<LemmaId>(sorted.size());
    sorted.push_back(std::move(lemmas_[old]));
  }
  lemmas_ = std::move(sorted);
  const auto renumber = [&](std::vector<LemmaId>& ids) {
    for (LemmaId& id : ids) id = number[id];
  };
  for (LemmaEntry& lemma : lemmas_) {
    if (lemma.verb != kNone) lemma.verb = number[lemma.verb];
    renumber(lemma.singulars);
  }
  for (auto& [normal, ids] : by_normal_) renumber(ids);
  for (auto& [plural, ids] : by_plural_) renumber(ids);
  for (auto& [lemma, term] : terms_) lemma = number[lemma];
  return number;
}

void LemmaTable::sort_terms() {
  const auto key = [](const std::pair<LemmaId, Term>& item) {
    return std::tuple(item.first, item.second.entry, item.second.key);
  };
  std::sort(terms_.begin(), terms_.end(),
            [&](const auto& a, const auto& b) { return key(a) < key(b); });
  terms_.erase(std::unique(terms_.begin(), terms_.end(),
                           [&](const auto& a, const auto& b) { return key(a) == key(b); }),
               terms_.end());
}

}  // namespace rasid
