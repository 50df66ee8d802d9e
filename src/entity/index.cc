// SPDX-License-Identifier: Apache-2.0
#include "entity/index.h"

#include <algorithm>
#include <string>

#include "base/hash.h"
#include "base/letters.h"
#include "entity/facts.h"

namespace rasid {

EntityIndex::EntityIndex(const Lexicon& lexicon, std::vector<Error>& problems)
    : lexicon_(&lexicon) {
  read_entries(problems);
  read_lemmas();
  share_nisbas();
  read_names();
  mark_lemmas();
  read_holds(problems);
  read_offices();
  read_outlets();
  read_states();
}

const Facts& EntityIndex::facts(EntryId entry) const {
  static const Facts kNothing;
  return entry < facts_.size() ? facts_[entry] : kNothing;
}

void EntityIndex::read_entries(std::vector<Error>& problems) {
  facts_.resize(lexicon_->entry_count());
  for (EntryId id = 0; id < lexicon_->entry_count(); ++id) {
    const Entry entry = lexicon_->entry(id);
    facts_[id] = facts_of(entry, *lexicon_, problems);
    if (facts_[id].sort == Sort::state) states_.emplace_back(facts_[id].code, id);
    if (facts_[id].sort == Sort::organization && facts_[id].code == Code::from("UNO") &&
        (united_nations_ == kNone || entry.id().ends_with("united_nations"))) {
      united_nations_ = id;
    }
  }
  sorts_.reserve(facts_.size());
  for (const Facts& facts : facts_) sorts_.push_back(facts.sort);
  for (Facts& facts : facts_) {
    if (facts.sort == Sort::place) facts.stands = state(facts.code);
  }
  for (EntryId id : lexicon_->entries_of(Type::state)) {  // the capitals that states name
    for (std::string_view capital : lexicon_->entry(id).values(Key::capital)) {
      const EntryId place = lexicon_->entry_named(capital);
      if (place < facts_.size()) facts_[place].capital = true;
    }
  }
}

void EntityIndex::read_lemmas() {
  lemmas_.resize(lexicon_->lemma_count());
  const auto weight = [&](EntryId entry) {
    const Sort sort = facts(entry).sort;
    return sort == Sort::state ? 3 : sort == Sort::organization ? 2 : sort == Sort::place ? 1 : 0;
  };
  for (LemmaId lemma = 0; lemma < lemmas_.size(); ++lemma) {
    for (const Term& term : lexicon_->terms_of(lemma)) {
      const Sort sort = facts(term.entry).sort;
      LemmaFacts& out = lemmas_[lemma];
      if (term.key == Key::adjective && weight(term.entry) > weight(out.nisba)) {
        out.nisba = term.entry;
      }
      if (term.key == Key::verb && lexicon_->entry(term.entry).type() == Type::speech) {
        out.speech = true;
      }
      if (term.key == Key::noun && sort == Sort::agent && out.agent == kNone) {
        out.agent = term.entry;
      }
    }
  }
}

// A noun written like the adjective (the Americans) counts as it.
void EntityIndex::share_nisbas() {
  std::vector<std::pair<uint64_t, EntryId>> nisbas;
  for (LemmaId lemma = 0; lemma < lemmas_.size(); ++lemma) {
    if (lemmas_[lemma].nisba == kNone) continue;
    nisbas.emplace_back(hash64(lexicon_->lemma(lemma).normal), lemmas_[lemma].nisba);
  }
  std::sort(nisbas.begin(), nisbas.end());
  for (LemmaId id = 0; id < lemmas_.size(); ++id) {
    const Lemma lemma = lexicon_->lemma(id);
    if (lemmas_[id].nisba != kNone || lemma.pos == Pos::verb || lemma.pos == Pos::masdar) continue;
    const uint64_t hash = hash64(lemma.normal);
    const auto at = std::lower_bound(nisbas.begin(), nisbas.end(), std::pair{hash, EntryId{0}});
    if (at != nisbas.end() && at->first == hash) lemmas_[id].nisba = at->second;
  }
}

// Most lemmas are nothing to this stage: a bit tells, and their facts are not fetched.
void EntityIndex::mark_lemmas() {
  lemma_matters_.resize(lemmas_.size());
  for (LemmaId id = 0; id < lemmas_.size(); ++id) {
    LemmaFacts& lemma = lemmas_[id];
    lemma.is_name = name_word(lexicon_->lemma(id).normal, 0) != NameWord::none;
    lemma_matters_[id] =
        lemma.nisba != kNone || lemma.agent != kNone || lemma.speech || lemma.is_name;
  }
}

namespace {

uint64_t title_of_state(std::string_view normal) {
  if (normal.size() > 4 && begins_with_article(normal)) normal.remove_prefix(2);
  return hash64(normal);
}

}  // namespace

void EntityIndex::read_states() {
  for (EntryId id : lexicon_->entries_of(Type::state)) {
    for (std::string_view name : lexicon_->entry(id).values(Key::name)) {
      const size_t space = name.find(' ');
      if (space == std::string_view::npos) continue;
      const std::string first = fold(name.substr(0, space)).normal;
      if (!first.empty()) called_.emplace_back(title_of_state(first), facts_[id].code);
    }
  }
}

bool EntityIndex::is_called(Code code, std::string_view normal) const {
  const uint64_t hash = title_of_state(normal);
  return std::any_of(called_.begin(), called_.end(), [&](const auto& known) {
    return known.first == hash && known.second == code;
  });
}

bool EntityIndex::calls_states(std::string_view normal) const {
  const uint64_t hash = title_of_state(normal);
  return std::any_of(called_.begin(), called_.end(),
                     [&](const auto& known) { return known.first == hash; });
}

Tie EntityIndex::tie(std::string_view normal) const {
  if (normal.empty() || normal.size() > 6) return Tie::none;
  const uint64_t hash = hash64(normal);
  for (const auto& [known, tie] : ties_) {
    if (known == hash) return tie;
  }
  return Tie::none;
}

EntryId EntityIndex::state(Code code) const {
  for (const auto& [known, id] : states_) {
    if (known == code) return id;
  }
  return kNone;
}

void EntityIndex::read_outlets() {
  for (EntryId id : lexicon_->entries_of(Type::organization)) {
    if (facts_[id].kind != Kind::media) continue;
    const Entry entry = lexicon_->entry(id);
    const std::string key = latin_key(entry.value(Key::latin));
    if (!key.empty()) outlets_.push_back({hash64(key), facts_[id].code});
    const std::string_view name = entry.id();
    const size_t dot = name.rfind('.');
    outlets_.push_back(
        {hash64(latin_key(dot == name.npos ? name : name.substr(dot + 1))), facts_[id].code});
  }
}

Code EntityIndex::home_of(std::string_view outlet) const {
  const std::string key = latin_key(outlet);
  if (key.empty()) return {};
  const uint64_t hash = hash64(key);
  for (const Outlet& known : outlets_) {
    if (known.hash == hash) return known.home;
  }
  return {};
}

}  // namespace rasid
