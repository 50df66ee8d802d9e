// SPDX-License-Identifier: Apache-2.0
#include "time/senses.h"

#include <algorithm>
#include <charconv>
#include <optional>
#include <string>

namespace rasid::time {
namespace {

constexpr Type kTypesOfTime[] = {Type::month, Type::weekday, Type::time_unit, Type::time_word,
                                 Type::number_word};

struct NamedKind {
  std::string_view name;
  Kind kind;
};
constexpr NamedKind kWordKinds[] = {
    {"day", Kind::day},
    {"part-of-day", Kind::part_of_day},
    {"next", Kind::next},
    {"last", Kind::last},
    {"current", Kind::current},
    {"same", Kind::same},
    {"this", Kind::this_one},
    {"following", Kind::following},
    {"since", Kind::since},
    {"until", Kind::until},
    {"ago", Kind::ago},
    {"after", Kind::after},
    {"during", Kind::during},
    {"in", Kind::in},
    {"from", Kind::from},
    {"range-from", Kind::from},
    {"to", Kind::to},
    {"range-to", Kind::to},
    {"between", Kind::between},
    {"start", Kind::start},
    {"middle", Kind::middle},
    {"end", Kind::end},
    {"about", Kind::about},
    {"several", Kind::several},
    {"season", Kind::season},
    {"corresponding", Kind::corresponding},
    {"era-hijri", Kind::era_hijri},
    {"era-gregorian", Kind::era_gregorian},
    {"unresolved", Kind::unresolved},
};
constexpr NamedKind kNumberKinds[] = {
    {"", Kind::cardinal},
    {"cardinal", Kind::cardinal},
    {"ordinal", Kind::ordinal},
    {"scale", Kind::scale},
};
constexpr std::string_view kUnits[] = {"",      "hour", "day",    "week",
                                       "month", "year", "decade", "century"};

Kind kind_named(std::span<const NamedKind> names, std::string_view name) {
  for (const NamedKind& named : names) {
    if (named.name == name) return named.kind;
  }
  return Kind::none;
}

std::optional<int32_t> number_in(std::string_view digits) {
  int32_t value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
  return value;
}

Kind kind_of(const Entry& entry) {
  switch (entry.type()) {
    case Type::month:
      return Kind::month;
    case Type::weekday:
      return Kind::weekday;
    case Type::time_unit:
      return Kind::unit;
    case Type::number_word:
      return kind_named(kNumberKinds, entry.value(Key::kind));
    default:
      return kind_named(kWordKinds, entry.value(Key::kind));
  }
}

bool in_bounds(const Sense& sense) {
  switch (sense.kind) {
    case Kind::month:
      return sense.value >= 1 && sense.value <= 12;
    case Kind::weekday:
      return sense.value >= 0 && sense.value <= 6;
    case Kind::unit:
      return sense.unit != Unit::none && sense.value >= 0;
    case Kind::day:
      return sense.value >= -30 && sense.value <= 30;
    default:
      return true;
  }
}

Sense sense_of(const Entry& entry) {
  Sense sense;
  sense.kind = kind_of(entry);
  const auto unit = std::find(std::begin(kUnits), std::end(kUnits), entry.value(Key::unit));
  if (unit != std::end(kUnits)) sense.unit = static_cast<Unit>(unit - std::begin(kUnits));
  sense.hijri = entry.value(Key::calendar) == "hijri";
  const std::string_view told =
      entry.type() == Type::time_word ? entry.value(Key::offset) : entry.value(Key::value);
  if (const auto value = number_in(told)) {
    sense.value = *value;
    sense.has_value = true;
  }
  if (sense.kind == Kind::unresolved) {
    const std::string_view side = entry.value(Key::value);
    sense.value = side == "past" ? -1 : side == "future" ? 1 : 0;
  }
  return sense;
}

std::string place_of(const Entry& entry) {
  return std::string(entry.file()) + ":" + std::to_string(entry.line());
}

}  // namespace

Senses::Senses(const Lexicon& lexicon, std::vector<Error>& problems) {
  EntryId last = 0;
  bool any = false;
  for (const Type type : kTypesOfTime) {
    for (const EntryId id : lexicon.entries_of(type)) {
      first_ = any ? std::min(first_, id) : id;
      last = any ? std::max(last, id) : id;
      any = true;
    }
  }
  if (any) table_.resize(last - first_ + 1);
  for (const Type type : kTypesOfTime) {
    for (const EntryId id : lexicon.entries_of(type)) add(lexicon.entry(id), problems);
  }
  add_cues(lexicon);
}

void Senses::add_cues(const Lexicon& lexicon) {
  const auto cues = lexicon.entries_of(Type::cue);
  if (cues.empty()) return;
  const auto [low, high] = std::minmax_element(cues.begin(), cues.end());
  first_cue_ = *low;
  cues_.resize(*high - *low + 1);
  for (const EntryId id : cues) {
    const Entry entry = lexicon.entry(id);
    const std::string_view negation = entry.value(Key::negation), scope = entry.value(Key::scope);
    const bool reaches = scope == "verb" || scope == "complement";
    const bool future = entry.value(Key::status) == "planned" || negation == "will_not";
    const bool past = negation == "not_happened" && scope == "verb";
    cues_[id - first_cue_] = static_cast<int8_t>(!reaches ? 0 : future ? 1 : past ? -1 : 0);
  }
  lemma_sides_.resize(lexicon.lemma_count());
  for (LemmaId lemma = 0; lemma < lemma_sides_.size(); ++lemma) {
    for (const Term& term : lexicon.terms_of(lemma)) {
      if (const int side = side_of_cue(term.entry); side != 0) {
        lemma_sides_[lemma] = static_cast<int8_t>(side);
      }
    }
  }
}

void Senses::add(const Entry& entry, std::vector<Error>& problems) {
  const Sense sense = sense_of(entry);
  if (sense.kind == Kind::none) {
    problems.push_back({"unknown kind of time word: " + std::string(entry.value(Key::kind)),
                        place_of(entry), "see TimeWord in docs/LEXICON.md"});
    return;
  }
  if (!in_bounds(sense)) {
    problems.push_back({"value, unit or offset out of bounds", place_of(entry),
                        "months are 1 to 12, weekdays 0 to 6, a unit needs its unit:"});
    return;
  }
  table_[entry.number() - first_] = sense;
}

}  // namespace rasid::time
