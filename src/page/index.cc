// SPDX-License-Identifier: Apache-2.0
#include "page/index.h"

#include <algorithm>
#include <optional>

#include "base/hash.h"

namespace rasid {
namespace {

constexpr size_t kLongestPhrase = 24;  // words

std::optional<PagePart> part_named(std::string_view name) {
  static constexpr std::string_view kNames[] = {"section", "furniture", "comments", "byline",
                                                "caption", "dateline",  "related"};
  for (size_t i = 0; i < std::size(kNames); ++i) {
    if (kNames[i] == name) return static_cast<PagePart>(i);
  }
  return std::nullopt;
}

std::optional<PageMatch> match_named(std::string_view name) {
  if (name == "whole") return PageMatch::whole;
  if (name == "prefix") return PageMatch::prefix;
  if (name == "contains") return PageMatch::contains;
  return std::nullopt;
}

std::vector<std::string> words_of(std::string_view phrase) {
  LineWords words;
  words.read(phrase, {0, static_cast<uint32_t>(phrase.size())}, kLongestPhrase);
  std::vector<std::string> out;
  for (size_t i = 0; i < words.size(); ++i) out.emplace_back(words.normal(i));
  return out;
}

bool has(const std::vector<uint64_t>& sorted, uint64_t hash) {
  return std::binary_search(sorted.begin(), sorted.end(), hash);
}

bool begins_at(const std::vector<std::string>& phrase, const LineWords& words, size_t at) {
  if (at + phrase.size() > words.size()) return false;
  for (size_t i = 0; i < phrase.size(); ++i) {
    if (words.normal(at + i) != phrase[i]) return false;
  }
  return true;
}

}  // namespace

PageIndex::PageIndex(const Lexicon& lexicon, std::vector<Error>& problems) : lexicon_(&lexicon) {
  for (const EntryId id : lexicon.entries_of(Type::page_word)) {
    add_page_word(lexicon.entry(id), problems);
  }
  std::stable_sort(phrases_.begin(), phrases_.end(),
                   [](const Phrase& a, const Phrase& b) { return a.first < b.first; });
  for (const EntryId id : lexicon.entries_of(Type::place)) {
    const Entry entry = lexicon.entry(id);
    const std::string_view kind = entry.value(Key::kind);
    if (kind == "city" || kind == "camp" || kind.empty()) add_names(cities_, entry, Key::name);
  }
  for (const EntryId id : lexicon.entries_of(Type::state)) {
    add_names(states_, lexicon.entry(id), Key::name);
    add_names(states_, lexicon.entry(id), Key::short_name);
  }
  add_organizations();
  for (const EntryId id : lexicon.entries_of(Type::given_name)) {
    add_names(given_names_, lexicon.entry(id), Key::name);
  }
  for (const EntryId id : lexicon.entries_of(Type::weekday)) {
    add_names(weekdays_, lexicon.entry(id), Key::phrase);
  }
  for (const EntryId id : lexicon.entries_of(Type::month)) {
    const Entry entry = lexicon.entry(id);
    const bool hijri = entry.value(Key::calendar) == "hijri";
    const int value = std::atoi(std::string(entry.value(Key::value)).c_str());
    for (const std::string_view name : entry.values(Key::phrase)) {
      std::vector<std::string> words = words_of(name);
      if (words.empty()) continue;
      const uint64_t first = hash64(words[0]);
      months_.push_back({first, std::move(words), hijri ? kHijri : value});
    }
  }
  for (auto* names : {&cities_, &states_, &agencies_, &fillers_, &given_names_, &weekdays_}) {
    std::sort(names->begin(), names->end());
  }
  for (const auto* names : {&cities_, &states_, &agencies_, &fillers_}) {
    for (const uint64_t hash : *names) {
      name_bits_[hash % kNameBits / 64] |= uint64_t{1} << hash % 64;
    }
  }
}

void PageIndex::add_page_word(const Entry& entry, std::vector<Error>& problems) {
  const std::string where = std::string(entry.file()) + ":" + std::to_string(entry.line());
  const auto part = part_named(entry.value(Key::part));
  const auto match = match_named(entry.value(Key::match));
  if (!part) {
    problems.push_back({"no such part '" + std::string(entry.value(Key::part)) + "'", where,
                        "section furniture comments byline caption dateline related"});
  }
  if (!match) {
    problems.push_back({"no such match '" + std::string(entry.value(Key::match)) + "'", where,
                        "whole prefix contains"});
  }
  if (!part || !match) return;
  for (const std::string_view text : entry.values(Key::phrase)) {
    std::vector<std::string> words = words_of(text);
    if (words.empty()) {
      problems.push_back({"a phrase without words", where, "write words"});
      continue;
    }
    const uint64_t first = hash64(words[0]);
    first_.add(words[0]);
    phrases_.push_back({first, std::move(words), entry.number(), *part, *match});
  }
}

void PageIndex::add_names(std::vector<uint64_t>& to, const Entry& entry, Key key) {
  LineWords words;
  for (const std::string_view name : entry.values(key)) {
    words.read(name, {0, static_cast<uint32_t>(name.size())}, kLongestPhrase);
    if (words.size() > 0) to.push_back(words.hash(0, words.size()));
  }
}

void PageIndex::add_organizations() {
  for (const EntryId id : lexicon_->entries_of(Type::organization)) {
    const Entry entry = lexicon_->entry(id);
    const std::string_view kind = entry.value(Key::kind);
    if (kind != "agency" && kind != "newspaper" && kind != "channel") continue;
    add_names(agencies_, entry, Key::name);
    add_names(agencies_, entry, Key::short_name);
  }
  for (const Phrase& phrase : phrases_) {
    if (phrase.part != PagePart::dateline) continue;
    std::string joined;
    for (const std::string& word : phrase.words) joined += (joined.empty() ? "" : " ") + word;
    const bool filler = phrase.match == PageMatch::contains;
    (filler ? fillers_ : agencies_).push_back(hash64(joined));
  }
}

void PageIndex::consider(const Phrase& phrase, const LineWords& words, size_t at,
                         PageHit& best) const {
  if (!begins_at(phrase.words, words, at)) return;
  const size_t end = at + phrase.words.size();
  const auto rest_is_numbers = [&] {
    for (size_t i = 0; i < words.size(); ++i) {
      if ((i < at || i >= end) && !words.is_number(i)) return false;
    }
    return words.complete();
  };
  bool fits = true;
  if (phrase.match == PageMatch::whole) fits = rest_is_numbers();
  if (phrase.match == PageMatch::prefix) fits = at == 0;
  const auto length = static_cast<uint32_t>(phrase.words.size());
  const bool better = best.entry == kNone || phrase.match > best.match ||
                      (phrase.match == best.match && length > best.words);
  if (fits && better) best = {phrase.entry, phrase.part, phrase.match, length};
}

PageHit PageIndex::match(const LineWords& words) const {
  PageHit best;
  for (size_t at = 0; at < words.size(); ++at) {
    if (!first_.may_hold(words.normal(at))) continue;
    const uint64_t hash = words.hash(at);
    auto phrase = std::lower_bound(phrases_.begin(), phrases_.end(), hash,
                                   [](const Phrase& p, uint64_t h) { return p.first < h; });
    for (; phrase != phrases_.end() && phrase->first == hash; ++phrase) {
      consider(*phrase, words, at, best);
    }
  }
  return best;
}

// The longest phrase of a label by itself that begins at `at`.
const PageIndex::Phrase* PageIndex::label_at(const LineWords& words, size_t at) const {
  const Phrase* best = nullptr;
  if (!first_.may_hold(words.normal(at))) return best;
  const uint64_t hash = words.hash(at);
  auto phrase = std::lower_bound(phrases_.begin(), phrases_.end(), hash,
                                 [](const Phrase& p, uint64_t h) { return p.first < h; });
  for (; phrase != phrases_.end() && phrase->first == hash; ++phrase) {
    const bool label = phrase->match == PageMatch::whole &&
                       (phrase->part == PagePart::section || phrase->part == PagePart::furniture);
    if (!label || !begins_at(phrase->words, words, at)) continue;
    if (best == nullptr || phrase->words.size() > best->words.size()) best = &*phrase;
  }
  return best;
}

PageHit PageIndex::row_of_labels(const LineWords& words) const {
  size_t labels = 0, sections = 0;
  PageHit out;
  if (!words.complete()) return out;
  for (size_t at = 0; at < words.size();) {
    const Phrase* label = label_at(words, at);
    if (label == nullptr) {
      if (!words.is_number(at)) return {};
      ++at;
      continue;
    }
    if (labels++ == 0) out.entry = label->entry;
    sections += label->part == PagePart::section;
    at += label->words.size();
  }
  if (labels < 3 || (sections > 0 && sections < labels)) return {};
  out.part = sections > 0 ? PagePart::section : PagePart::furniture;
  out.match = PageMatch::whole;
  out.words = static_cast<uint32_t>(words.size());
  return out;
}

bool PageIndex::names(Name kind, const LineWords& words, size_t begin, size_t end) const {
  const uint64_t hash = words.hash(begin, end);
  const size_t bit = hash % kNameBits;
  if ((name_bits_[bit / 64] >> bit % 64 & 1) == 0) return false;
  switch (kind) {
    case Name::city:
      return has(cities_, hash);
    case Name::state:
      return has(states_, hash);
    case Name::agency:
      return has(agencies_, hash);
    case Name::filler:
      return has(fillers_, hash);
  }
  return false;
}

EntryId PageIndex::dateline_entry(const LineWords& words, size_t begin, size_t end) const {
  const uint64_t hash = words.hash(begin);
  auto phrase = std::lower_bound(phrases_.begin(), phrases_.end(), hash,
                                 [](const Phrase& p, uint64_t h) { return p.first < h; });
  for (; phrase != phrases_.end() && phrase->first == hash; ++phrase) {
    const bool fits = phrase->part == PagePart::dateline && phrase->words.size() == end - begin;
    if (fits && begins_at(phrase->words, words, begin)) return phrase->entry;
  }
  return kNone;
}

bool PageIndex::is_given_name(std::string_view normal) const {
  return has(given_names_, hash64(normal));
}

bool PageIndex::is_weekday(std::string_view normal) const { return has(weekdays_, hash64(normal)); }

int PageIndex::month_at(const LineWords& words, size_t word, size_t& length) const {
  length = 0;
  int value = 0;
  const uint64_t hash = words.hash(word);
  for (const Month& month : months_) {
    if (month.first == hash && month.words.size() > length && begins_at(month.words, words, word)) {
      length = month.words.size();
      value = month.value;
    }
  }
  return value;
}

bool PageIndex::may_be_verb(std::string_view normal) const {
  for (const Form& form : lexicon_->forms(normal)) {
    if (form.pos == Pos::verb && form.tense == Tense::perfect) return true;
  }
  return false;
}

bool PageIndex::is_verb(std::string_view normal) const {
  const auto has_verb = [&](std::string_view word) {
    const auto forms = lexicon_->forms(word);
    return std::any_of(forms.begin(), forms.end(),
                       [](const Form& form) { return form.pos == Pos::verb; });
  };
  const bool prefixed = normal.size() > 3 && (normal[0] == 'w' || normal[0] == 'f');
  return has_verb(normal) || (prefixed && has_verb(normal.substr(1)));
}

bool PageIndex::is_function_word(std::string_view normal) const {
  for (const Form& form : lexicon_->forms(normal)) {
    if (form.pos == Pos::preposition || form.pos == Pos::conjunction || form.pos == Pos::particle ||
        form.pos == Pos::relative || form.pos == Pos::demonstrative) {
      return true;
    }
  }
  const uint32_t node = lexicon_->step(Lexicon::kRoot, normal);
  if (node == kNone) return false;
  for (const Term& term : lexicon_->terms_at(node)) {
    if (lexicon_->entry(term.entry).type() == Type::particle) return true;
  }
  return false;
}

bool PageIndex::is_title(std::string_view normal) const {
  const auto tells = [&](uint32_t node) {
    if (node == kNone) return false;
    for (const Term& term : lexicon_->terms_at(node)) {
      const Type type = lexicon_->entry(term.entry).type();
      if (type == Type::title || type == Type::agent) return true;
    }
    return false;
  };
  if (tells(lexicon_->step(Lexicon::kRoot, normal))) return true;
  for (const Form& form : lexicon_->forms(normal)) {
    if (tells(lexicon_->step_lemma(Lexicon::kRoot, form.lemma))) return true;
    for (const Term& term : lexicon_->terms_of(form.lemma)) {
      if (lexicon_->entry(term.entry).type() == Type::agent) return true;
    }
  }
  return false;
}

}  // namespace rasid
