// SPDX-License-Identifier: Apache-2.0
// What earlier phrases and the article as a whole tell about a phrase that tells too little.
#include <algorithm>

#include "entity/parse.h"
#include "entity/resolve.h"

namespace rasid {
void Resolver::weigh_states() {
  const auto weigh = [&](Code code, float weight) {
    if (!countable(code)) return;
    for (CodeWeight& known : scratch_.weights) {
      if (known.code == code) {
        known.weight += weight;
        return;
      }
    }
    scratch_.weights.push_back({code, weight});
  };
  for (const Phrase& phrase : scratch_.phrases) {
    const bool headline = text_.sentences[phrase.sentence].headline;
    weigh(phrase.code, headline ? 2.0F : 1.0F);
  }
  weigh(index_.home_of(document_.article.outlet), 1.5F);
}

bool Resolver::united_nations() const {
  return std::any_of(scratch_.phrases.begin(), scratch_.phrases.end(),
                     [](const Phrase& phrase) { return phrase.code == Code::from("UNO"); });
}

Code Resolver::dominant() const {
  const CodeWeight* best = nullptr;
  for (const CodeWeight& known : scratch_.weights) {
    if (best == nullptr || known.weight > best->weight) best = &known;
  }
  return best == nullptr ? Code{} : best->code;
}

// The country of a phrase that tells none: that of the scene for people and forces, the one told
// elsewhere with the same word, that of the nearest state in its sentence, else the one that the
// article is about.
Code Resolver::context(const Phrase& phrase, uint32_t number) const {
  const auto& all = scratch_.phrases;
  uint32_t first = number;
  while (first > 0 && all[first - 1].sentence == phrase.sentence) --first;
  const Phrase& opens = all[first];  // "Turkey: demonstrators ..."
  if (first != number && opens.sort == Sort::state && opens.end < text_.tokens.size() &&
      text_.tokens[opens.end].mark == Mark::colon) {
    return opens.code;
  }
  if (const Code code = scene(phrase, number); !code.empty()) return code;
  if (const Code code = told_elsewhere(phrase, number); !code.empty()) return code;
  float best = 0, second = 0;
  for (const CodeWeight& known : scratch_.weights) {
    if (known.weight > best) {
      second = best, best = known.weight;
    } else if (known.weight > second) {
      second = known.weight;
    }
  }
  if (best >= 2 * second && best > 2) return dominant();
  for (uint32_t i = number; i-- > first;) {
    if (countable(all[i].code)) return all[i].code;
  }
  return dominant();
}

// Is a country more than a place where somebody once met?
bool Resolver::often(Code code) const {
  for (const CodeWeight& known : scratch_.weights) {
    if (known.code == code) return known.weight > 1 || scratch_.weights.size() == 1;
  }
  return false;
}

// Where people and forces of no told country act: the place of their sentence.
Code Resolver::scene(const Phrase& phrase, uint32_t number) const {
  if (phrase.kind != Kind::people && phrase.kind != Kind::force) return {};
  const auto& all = scratch_.phrases;
  for (uint32_t i = number; i < all.size() && all[i].sentence == phrase.sentence; ++i) {
    const bool in = all[i].tie == Tie::fi || all[i].tie == Tie::bi;
    if (all[i].place != kNone && in && countable(all[i].code) && often(all[i].code)) {
      return all[i].code;
    }
  }
  for (uint32_t i = number; i-- > 0 && all[i].sentence == phrase.sentence;) {
    const bool in = all[i].tie == Tie::fi || all[i].tie == Tie::bi;
    if (!all[i].place_only && !(in && all[i].place != kNone)) continue;
    if (countable(all[i].code) && often(all[i].code)) return all[i].code;
  }
  return {};
}

// The nearest phrase with the same common noun or title that tells a country.
Code Resolver::told_elsewhere(const Phrase& phrase, uint32_t number) const {
  if (!phrase.definite || phrase.entry == kNone) return {};
  const auto& all = scratch_.phrases;
  for (uint32_t step = 1; step < all.size(); ++step) {
    if (number >= step && all[number - step].entry == phrase.entry &&
        countable(all[number - step].code)) {
      return all[number - step].code;
    }
    if (number + step < all.size() && all[number + step].entry == phrase.entry &&
        countable(all[number + step].code)) {
      return all[number + step].code;
    }
  }
  return {};
}

// The last phrase whose head noun is this word and that tells more than the word: "the
// organization" after "the World Trade Organization".
uint32_t Resolver::same_head(uint32_t number, uint32_t token) const {
  const Analysis& word = text_.analysis(token);
  if ((word.proclitics & kAl) == 0) return kNone;
  const uint64_t stem = stem_hash(text_, token);
  for (size_t i = scratch_.heads.size(); i-- > 0;) {
    const HeadSeen& head = scratch_.heads[i];
    if (head.stem != stem || head.token >= token) continue;
    const uint32_t phrase = scratch_.phrase_at[head.token];
    if (phrase == kNone || phrase >= number || scratch_.phrases[phrase].stands == 0) continue;
    const Sort sort = scratch_.phrases[phrase].sort;
    if (sort == Sort::organization || sort == Sort::agent) return phrase;
  }
  return kNone;
}

// "his government", "its army": the country of the nearest one before it that a suffix can mean.
uint32_t Resolver::owner_by_suffix(uint32_t number) const {
  const Phrase& phrase = scratch_.phrases[number];
  const Enclitic suffix = text_.analysis(phrase.end - 1).enclitic.person != 0
                              ? text_.analysis(phrase.end - 1).enclitic
                              : text_.analysis(phrase.begin).enclitic;
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (phrase.sentence - before.sentence > 2) break;
    if (before.stands == 0 || before.adjective) continue;
    if (suffix.gender == Gender::masculine && before.gender == Gender::feminine) continue;
    if (suffix.gender == Gender::feminine && before.gender == Gender::masculine) continue;
    const uint32_t who = scratch_.stands[before.first_stands];
    if (countable(document_.participants[who].code)) return who;
  }
  return kNone;
}

Code Resolver::owned(Phrase& phrase, uint32_t number) const {
  const uint32_t owner = owner_by_suffix(number);
  if (owner == kNone) return dominant();
  const Participant& who = document_.participants[owner];
  const bool open = phrase.sector.empty() || phrase.kind == Kind::delegation;
  if (open && phrase.kind != Kind::government) phrase.sector = who.sector;
  return who.code;
}

uint32_t Resolver::with_title(EntryId title, Code code) const {
  if (title == kNone || code.empty()) return kNone;
  for (uint32_t i = 0; i < scratch_.who.size(); ++i) {
    const Participant& who = document_.participants[i];
    if (who.code != code) continue;
    if (scratch_.who[i].title == title || index_.title_of(who.office) == title) return i;
  }
  const EntryId holder = index_.holder(index_.office_of(title, code), document_.article.published);
  if (holder == kNone) return kNone;
  for (uint32_t i = 0; i < scratch_.who.size(); ++i) {  // named without this one of its titles
    if (scratch_.who[i].is_person && document_.participants[i].entry == holder) return i;
  }
  return kNone;
}

// The last person before this phrase who has such a title ("the minister", "the president").
uint32_t Resolver::recent_of_kind(uint32_t number, Kind kind, Code code, Gender gender) const {
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (before.stands != 1) continue;
    const uint32_t who = scratch_.stands[before.first_stands];
    if (scratch_.who[who].kind != kind || !scratch_.who[who].is_person) continue;
    const Participant& participant = document_.participants[who];
    if (!code.empty() && participant.code != code) continue;
    if (gender == Gender::feminine && participant.gender == Gender::masculine) continue;
    return who;
  }
  return kNone;
}

// The last one before this phrase who has this very title, of that country if it is told; else one
// named below.
uint32_t Resolver::recent_with_title(uint32_t number, EntryId title, Code code) const {
  if (title == kNone) return kNone;
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (before.stands != 1) continue;
    const uint32_t who = scratch_.stands[before.first_stands];
    if (scratch_.who[who].title != title &&
        index_.title_of(document_.participants[who].office) != title) {
      continue;
    }
    if (code.empty() || document_.participants[who].code == code) return who;
  }
  return with_title(title, code);
}

// The last group of people of a sector whose country was told.
uint32_t Resolver::recent_people(uint32_t number, Code sector) const {
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (before.stands != 1 || before.kind != Kind::people || before.adjective) continue;
    const Participant& who = document_.participants[scratch_.stands[before.first_stands]];
    if (who.sector == sector && countable(who.code)) return i;
  }
  return kNone;
}

// A body known by one word ("the Congress") where the article never names its country: the country
// that the article is about has one too.
Code Resolver::elsewhere(const Phrase& phrase, uint32_t number) const {
  const bool national = phrase.kind == Kind::body && countable(phrase.code);
  if (!national || phrase.adjective || phrase.end != phrase.begin + 1) return {};
  const Analysis& word = text_.analysis(phrase.begin);
  if (index_.of_lemma(word.lemma).agent == kNone) return {};
  for (const Phrase& other : scratch_.phrases) {
    if (other.code == phrase.code && other.entry != phrase.entry) return {};
  }
  Phrase plain = phrase;
  plain.code = {};
  plain.entry = kNone;
  const Code code = context(plain, number);
  return code == phrase.code ? Code{} : code;
}

uint32_t Resolver::recent_person(uint32_t number, Code code) const {
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (before.stands != 1 || before.adjective) continue;
    const uint32_t who = scratch_.stands[before.first_stands];
    if (scratch_.who[who].is_person && document_.participants[who].code == code) return who;
  }
  return kNone;
}

uint32_t Resolver::recent_phrase(uint32_t number, EntryId entry) const {
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (before.entry == entry && before.stands > 0 && !before.adjective) return i;
  }
  return kNone;
}

// "the leadership of the movement": code and sector of the movement told before.
Code Resolver::owner_told(Phrase& phrase, uint32_t number) {
  if (phrase.owner == kNone || phrase.owner_token >= text_.tokens.size()) return {};
  uint32_t earlier = same_head(number, phrase.owner_token);
  if (earlier == kNone) earlier = recent_phrase(number, phrase.owner);
  const uint32_t party =
      index_.facts(phrase.owner).kind == Kind::party ? recent_party(number, {}) : kNone;
  uint32_t who = party;
  if (who == kNone && earlier != kNone) {
    who = scratch_.stands[scratch_.phrases[earlier].first_stands];
  }
  if (who == kNone) return {};
  const Participant& owner = document_.participants[who];
  if (phrase.kind != Kind::government && !owner.sector.empty()) phrase.sector = owner.sector;
  return owner.code;
}

// The last party, movement or armed group of that country that has a name of its own.
uint32_t Resolver::recent_party(uint32_t number, Code code) {
  const uint32_t here = scratch_.phrases[number].begin;
  const Phrase* inner = nullptr;  // "an official of the movement X"
  for (const Phrase& owner : scratch_.inner) {
    const bool party = owner.sort == Sort::organization && owner.begin < here &&
                       (code.empty() || owner.code == code);
    if (party && (inner == nullptr || owner.begin > inner->begin)) inner = &owner;
  }
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (inner != nullptr && before.begin <= inner->begin) break;
    if (before.stands != 1 || before.adjective) continue;
    const uint32_t who = scratch_.stands[before.first_stands];
    const Participant& participant = document_.participants[who];
    const bool party = scratch_.who[who].named && (scratch_.who[who].kind == Kind::party ||
                                                   scratch_.who[who].kind == Kind::force);
    if (!party || (!code.empty() && participant.code != code)) continue;
    return who;
  }
  return inner != nullptr ? organization(inner->entry, inner) : kNone;
}

// The last group told inside another phrase ("a delegation of the Syrian opposition") that this
// word with the article ("the opposition") means again.
const Phrase* Resolver::inner_group(uint32_t number) const {
  const Phrase& phrase = scratch_.phrases[number];
  const uint64_t stem = stem_hash(text_, phrase.begin);
  const Phrase* best = nullptr;
  for (const Phrase& owner : scratch_.inner) {
    if (owner.sort != Sort::agent || owner.begin >= phrase.begin) continue;
    if (owner.end < owner.begin + 2 || stem_hash(text_, owner.begin) != stem) continue;
    if (best == nullptr || owner.begin > best->begin) best = &owner;
  }
  return best;
}

// The last body of a kind (a movement, an organization ...) named before this phrase.
uint32_t Resolver::recent_body(uint32_t number, Kind kind) const {
  for (uint32_t i = number; i-- > 0;) {
    const Phrase& before = scratch_.phrases[i];
    if (before.stands == 0 || before.adjective) continue;
    const bool body = before.sort == Sort::organization || before.sort == Sort::agent;
    if (body && (kind == Kind::none || before.kind == kind)) return i;
  }
  return kNone;
}

}  // namespace rasid
