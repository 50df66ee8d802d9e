// SPDX-License-Identifier: Apache-2.0
// Words that stand for somebody told before: the two sides, his counterpart, the country.
#include "entity/parse.h"
#include "entity/resolve.h"

namespace rasid {
namespace {

Kind told_kind(Kind anaphor) {
  switch (anaphor) {
    case Kind::anaphor_source:
      return Kind::source;
    case Kind::anaphor_minister:
      return Kind::minister;
    case Kind::anaphor_president:
      return Kind::head;
    case Kind::anaphor_official:
      return Kind::official;
    case Kind::anaphor_spokesman:
      return Kind::spokesman;
    case Kind::anaphor_delegation:
      return Kind::delegation;
    case Kind::anaphor_ministry:
      return Kind::body;
    case Kind::anaphor_movement:
      return Kind::party;
    default:
      return Kind::none;
  }
}

}  // namespace

// "the kingdom", "the sultanate": of the outlet, or the one most told of, that bears such a name.
Code Resolver::called_so(const Phrase& phrase) const {
  if (phrase.end != phrase.begin + 1) return {};
  const std::string_view word = name_word(phrase.begin);
  if (!index_.calls_states(word)) return {};
  const Code home = index_.home_of(document_.article.outlet);
  if (!home.empty() && index_.is_called(home, word)) return home;
  const CodeWeight* best = nullptr;
  for (const CodeWeight& known : scratch_.weights) {
    if (!index_.is_called(known.code, word)) continue;
    if (best == nullptr || known.weight > best->weight) best = &known;
  }
  return best == nullptr ? Code{} : best->code;
}

void Resolver::anaphor(uint32_t number) {
  Phrase& phrase = scratch_.phrases[number];
  const auto like = [&](uint32_t earlier) {
    if (earlier == kNone) return;
    const Phrase& before = scratch_.phrases[earlier];
    for (uint32_t i = 0; i < before.stands; ++i)
      add(phrase, scratch_.stands[before.first_stands + i]);
  };
  if (phrase.repeats != kNone) return like(phrase.repeats);
  switch (phrase.kind) {
    case Kind::both_sides:
      return both_sides(number);
    case Kind::counterpart:
      return counterpart(number);
    case Kind::anaphor_country:
    case Kind::anaphor_capital: {
      Code code = phrase.code;
      if (code.empty() && text_.analysis(phrase.end - 1).enclitic.person == 3) {
        const uint32_t owner = owner_by_suffix(number);
        if (owner != kNone) code = document_.participants[owner].code;
      }
      if (code.empty()) code = called_so(phrase);
      if (code.empty()) code = context(phrase, number);
      phrase.code = code;
      phrase.place = index_.state(code);
      return one(phrase, state_participant(code));
    }
    case Kind::last: {
      for (uint32_t i = number; i-- > 0;) {
        const Phrase& before = scratch_.phrases[i];
        if (before.stands != 1 || before.adjective || before.place_only || !before.human) continue;
        return like(i);
      }
      return;
    }
    case Kind::statement:
    case Kind::anaphor_organization:
      return like(recent_body(number, Kind::none));
    default:
      break;
  }
  const Kind kind = told_kind(phrase.kind);
  const uint32_t who = recent_of_kind(number, kind, phrase.code, phrase.gender);
  if (who != kNone) return one(phrase, who);
  like(recent_body(number, kind));
}

// "his counterpart X": the same office as the one named before it, of another country.
void Resolver::counterpart(uint32_t number) {
  Phrase& phrase = scratch_.phrases[number];
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (before.stands != 1) continue;
    const Who& who = scratch_.who[scratch_.stands[before.first_stands]];
    if (!who.is_person || who.title == kNone) continue;
    phrase.title = who.title;
    phrase.kind = who.kind;
    phrase.sector = document_.participants[scratch_.stands[before.first_stands]].sector;
    break;
  }
  phrase.sort = Sort::title;
  phrase.rule = "counterpart";
  title(number);
}

// "the two countries": the last two countries that the text before it names or speaks for.
void Resolver::both_countries(uint32_t number) {
  Phrase& phrase = scratch_.phrases[number];
  Code first;
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (phrase.sentence - before.sentence > 3) return;
    if (before.place_only || before.stands == 0) continue;
    for (uint32_t k = before.stands; k-- > 0;) {
      const Code code = document_.participants[scratch_.stands[before.first_stands + k]].code;
      if (!countable(code) || code == first) continue;
      if (first.empty()) {
        first = code;
        continue;
      }
      add(phrase, state_participant(code));
      return add(phrase, state_participant(first));
    }
  }
}

// "the two sides": those two of different countries that the text before it brings together; of a
// kind where the word tells it ("the two ministers").
void Resolver::both_sides(uint32_t number, Kind kind) {
  Phrase& phrase = scratch_.phrases[number];
  if (phrase.parts > 1) return several(phrase);
  if (phrase.gender == Gender::feminine) return both_countries(number);
  const auto& all = scratch_.phrases;
  for (int want_human = 1; want_human >= 0; --want_human) {
    for (uint32_t sentence = phrase.sentence + 1; sentence-- > 0;) {
      if (phrase.sentence - sentence > 3) break;
      uint32_t first = kNone, second = kNone;
      for (uint32_t i = 0; i < number; ++i) {
        if (all[i].sentence != sentence || all[i].adjective || all[i].place_only) continue;
        if (all[i].stands == 0 || (want_human == 1 && !all[i].human)) continue;
        const bool alike = kind == Kind::none || all[i].kind == kind;
        if (all[i].stands > 1 && first == kNone && alike) {
          for (uint32_t k = 0; k < all[i].stands; ++k) {
            add(phrase, scratch_.stands[all[i].first_stands + k]);
          }
          return;
        }
        const uint32_t who = scratch_.stands[all[i].first_stands];
        const Participant& participant = document_.participants[who];
        if (!participant.political) continue;
        if (kind != Kind::none && scratch_.who[who].kind != kind) continue;
        if (first == kNone) {
          first = who;
        } else if (who != first && participant.code != document_.participants[first].code) {
          second = who;
          break;
        }
      }
      if (first == kNone || second == kNone) continue;
      add(phrase, first);
      add(phrase, second);
      return;
    }
  }
}

}  // namespace rasid
