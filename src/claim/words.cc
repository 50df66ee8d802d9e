// SPDX-License-Identifier: Apache-2.0
#include "claim/words.h"

#include <algorithm>
#include <optional>
#include <span>

#include "base/letters.h"

namespace rasid::claim {
namespace {

template <typename T>
struct Named {
  std::string_view name;
  T value;
};

constexpr Named<Scope> kScopes[] = {{"verb", Scope::verb},     {"complement", Scope::complement},
                                    {"object", Scope::object}, {"clause", Scope::clause},
                                    {"noun", Scope::noun},     {"next", Scope::next}};
constexpr Named<Status> kStatuses[] = {{"held", Status::held},
                                       {"planned", Status::planned},
                                       {"possible", Status::possible},
                                       {"negated", Status::negated}};
constexpr Named<Negation> kNegations[] = {{"", Negation::none},
                                          {"not_happened", Negation::not_happened},
                                          {"will_not", Negation::will_not},
                                          {"cancelled", Negation::cancelled},
                                          {"denied", Negation::denied},
                                          {"postponed", Negation::none}};
constexpr Named<Tense> kTenses[] = {
    {"", Tense::none}, {"perfect", Tense::perfect}, {"imperfect", Tense::imperfect}};
constexpr Named<SpeechKind> kSpeechKinds[] = {
    {"verb", SpeechKind::verb},       {"relay", SpeechKind::relay},
    {"passive", SpeechKind::passive}, {"according", SpeechKind::according},
    {"noun", SpeechKind::noun},       {"own", SpeechKind::own},
    {"end", SpeechKind::end}};

template <typename T>
std::optional<T> named(std::span<const Named<T>> names, std::string_view name) {
  for (const Named<T>& one : names) {
    if (one.name == name) return one.value;
  }
  return std::nullopt;
}

std::string place_of(const Entry& entry) {
  return std::string(entry.file()) + ":" + std::to_string(entry.line());
}

void unknown(const Entry& entry, Key key, std::vector<Error>& problems) {
  problems.push_back({"unknown " + std::string(name_of(key)) + " '" +
                          std::string(entry.value(key)) + "' of a " +
                          std::string(name_of(entry.type())),
                      place_of(entry), "see docs/LEXICON.md"});
}

// "Al Mayadeen", "almayadeen", "Al-Mayadeen TV" compare by their letters without the article.
std::string bare_latin(std::string_view name) {
  std::string out;
  for (const char c : name) {
    if (c >= 'a' && c <= 'z') out += c;
    if (c >= 'A' && c <= 'Z') out += static_cast<char>(c - 'A' + 'a');
  }
  return out.starts_with("al") ? out.substr(2) : out;
}

}  // namespace

Words::Words(const Lexicon& lexicon, std::vector<Error>& problems) {
  EntryId last = 0;
  bool any = false;
  for (const Type type : {Type::cue, Type::speech, Type::light}) {
    for (const EntryId id : lexicon.entries_of(type)) {
      first_ = any ? std::min(first_, id) : id;
      last = any ? std::max(last, id) : id;
      any = true;
    }
  }
  if (any) {
    cues_.resize(last - first_ + 1);
    speeches_.resize(last - first_ + 1);
  }
  for (const EntryId id : lexicon.entries_of(Type::cue)) add_cue(lexicon.entry(id), problems);
  for (const EntryId id : lexicon.entries_of(Type::light)) {
    const Entry entry = lexicon.entry(id);
    if (entry.has(Key::status)) add_cue(entry, problems);
  }
  for (const EntryId id : lexicon.entries_of(Type::speech)) add_speech(lexicon.entry(id), problems);
  add_lemmas(lexicon);
  add_particles(lexicon);
  add_outlets(lexicon);
  add_frames(lexicon);
}

void Words::add_cue(const Entry& entry, std::vector<Error>& problems) {
  Cue cue;
  const bool light = entry.type() == Type::light;
  const auto scope =
      light ? Scope::object : named<Scope>(kScopes, entry.value(Key::scope)).value_or(Scope::none);
  const auto status = named<Status>(kStatuses, entry.value(Key::status));
  const auto negation = named<Negation>(kNegations, entry.value(Key::negation));
  const auto tense = named<Tense>(kTenses, entry.value(Key::tense));
  if (scope == Scope::none) return unknown(entry, Key::scope, problems);
  if (!status) return unknown(entry, Key::status, problems);
  if (!negation) return unknown(entry, Key::negation, problems);
  if (!tense) return unknown(entry, Key::tense, problems);
  cue.scope = scope;
  cue.status = *status;
  cue.negation = *negation;
  cue.postponed = entry.value(Key::negation) == "postponed";
  cue.tense = *tense;
  cue.entry = entry.number();
  cues_[entry.number() - first_] = cue;
}

void Words::add_speech(const Entry& entry, std::vector<Error>& problems) {
  Speech speech;
  const auto kind = named<SpeechKind>(kSpeechKinds, entry.value(Key::kind));
  if (!kind) return unknown(entry, Key::kind, problems);
  speech.kind = *kind;
  speech.takes_noun = entry.value(Key::content).find("noun") != std::string_view::npos;
  speech.only_bi = entry.value(Key::content) == "bi";
  speech.source = entry.value(Key::speaker) == "prep.ila" ? 1 : 0;
  speech.entry = entry.number();
  speeches_[entry.number() - first_] = speech;
}

void Words::add_lemmas(const Lexicon& lexicon) {
  const LemmaId count = lexicon.lemma_count();
  lemma_cues_.resize(count);
  lemma_speeches_.resize(count);
  verbs_.resize(count, kNone);
  auxiliaries_.resize(count);
  const EntryId auxiliary = lexicon.entry_named("class.auxiliary");
  for (LemmaId lemma = 0; lemma < count; ++lemma) {
    verbs_[lemma] = lexicon.lemma(lemma).verb;
    for (const Term& term : lexicon.terms_of(lemma)) {
      if (term.entry == auxiliary) auxiliaries_[lemma] = 1;
      if (const Cue* cue = this->cue(term.entry); cue != nullptr) {
        // A Cue entry says more than a Light verb of the same lemma.
        const bool better = lexicon.entry(term.entry).type() == Type::cue;
        if (better || lemma_cues_[lemma].entry == kNone) lemma_cues_[lemma] = *cue;
      }
      if (const Speech* speech = this->speech(term.entry); speech != nullptr) {
        lemma_speeches_[lemma] = *speech;
      }
    }
  }
  lemma_bits_.resize(count);
  const auto says = [&](LemmaId lemma) { return at(lemma_speeches_, lemma, 0) != nullptr; };
  for (LemmaId lemma = 0; lemma < count; ++lemma) {
    if (at(lemma_cues_, lemma, 0) != nullptr) lemma_bits_[lemma] |= kCues;
    if (says(lemma)) lemma_bits_[lemma] |= kSays;
    if (says(lemma) || says(verbs_[lemma])) lemma_bits_[lemma] |= kMaySay;
  }
}

void Words::add_particles(const Lexicon& lexicon) {
  static constexpr std::string_view kOccasions[] = {"prep.fi", "prep.khilal", "prep.athna",
                                                    "prep.inda", "prep.lada"};
  for (const EntryId id : lexicon.entries_of(Type::particle)) {
    const Entry entry = lexicon.entry(id);
    const bool occasion =
        std::find(std::begin(kOccasions), std::end(kOccasions), entry.id()) != std::end(kOccasions);
    std::vector<std::string>* list = entry.value(Key::kind) == "complementizer" ? &complementizers_
                                     : entry.value(Key::kind) == "exception"    ? &exceptions_
                                     : entry.id() == "prep.an"                  ? &sources_[0]
                                     : entry.id() == "prep.ila"                 ? &sources_[1]
                                     : entry.id() == "prep.min"                 ? &origins_
                                     : occasion                                 ? &occasions_
                                                                                : nullptr;
    if (list == nullptr) continue;
    for (const std::string_view word : entry.values(Key::word)) {
      list->push_back(fold(word).normal);
    }
  }
  for (std::vector<std::string>* list :
       {&complementizers_, &sources_[0], &sources_[1], &occasions_, &origins_, &exceptions_}) {
    std::sort(list->begin(), list->end());
    list->erase(std::unique(list->begin(), list->end()), list->end());
  }
}

void Words::add_outlets(const Lexicon& lexicon) {
  for (const EntryId id : lexicon.entries_of(Type::organization)) {
    const Entry entry = lexicon.entry(id);
    if (entry.value(Key::sector) != "JRN") continue;
    const std::string latin = bare_latin(entry.value(Key::latin));
    if (latin.empty()) continue;
    for (const std::string_view name : entry.values(Key::name)) {
      const size_t space = name.find(' ');
      const size_t last = name.rfind(' ');
      if (space != last) continue;
      const std::string_view word = space == std::string_view::npos ? name : name.substr(last + 1);
      outlets_.emplace_back(fold(word).normal, latin);
    }
  }
  std::sort(outlets_.begin(), outlets_.end());
}

bool Words::is_outlet(std::string_view normal, std::string_view outlet) const {
  if (outlet.empty()) return false;
  auto at =
      std::lower_bound(outlets_.begin(), outlets_.end(), normal,
                       [](const auto& one, std::string_view word) { return one.first < word; });
  for (; at != outlets_.end() && at->first == normal; ++at) {
    if (at->second == bare_latin(outlet)) return true;
  }
  return false;
}

void Words::add_frames(const Lexicon& lexicon) {
  constexpr std::string_view kNegated = "negated";
  for (const EntryId id : lexicon.entries_of(Type::frame)) {
    for (const std::string_view needs : lexicon.entry(id).values(Key::needs)) {
      const size_t at = needs.find(kNegated);
      if (at == std::string_view::npos || (at > 0 && needs[at - 1] == '!')) continue;
      denied_frames_.push_back(id);
      break;
    }
  }
  std::sort(denied_frames_.begin(), denied_frames_.end());
}

bool Words::needs_negation(EntryId frame) const {
  return std::binary_search(denied_frames_.begin(), denied_frames_.end(), frame);
}

bool Words::holds(const std::vector<std::string>& normals, const Text& text, uint32_t token) const {
  if (token >= text.tokens.size() || text.tokens[token].kind != TokenKind::word) return false;
  const Analysis& analysis = text.analysis(token);
  if (analysis.lemma != kNone) return false;
  const std::string_view normal = text.normal(token);
  const size_t end = std::min<size_t>(analysis.stem_end, normal.size());
  const size_t begin = std::min<size_t>(analysis.stem_begin, end);
  const std::string_view stem = normal.substr(begin, end - begin);
  return std::binary_search(normals.begin(), normals.end(), stem) ||
         std::binary_search(normals.begin(), normals.end(), normal);
}

bool Words::is_complementizer(const Text& text, uint32_t token) const {
  const Pos pos = text.analysis(token).pos;
  if (pos != Pos::conjunction && pos != Pos::particle) return false;
  return holds(complementizers_, text, token);
}

bool Words::is_preposition_of_source(const Text& text, uint32_t token, const Speech& relay) const {
  return holds(sources_[relay.source & 1], text, token);
}

bool Words::is_preposition_of_occasion(const Text& text, uint32_t token) const {
  if (text.analysis(token).pos != Pos::preposition) return false;
  return holds(occasions_, text, token);
}

bool Words::is_preposition_of_origin(const Text& text, uint32_t token) const {
  if (text.analysis(token).pos != Pos::preposition) return false;
  return holds(origins_, text, token);
}

bool Words::is_exception(const Text& text, uint32_t token) const {
  return holds(exceptions_, text, token);
}

}  // namespace rasid::claim
