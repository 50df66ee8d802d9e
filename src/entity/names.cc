// SPDX-License-Identifier: Apache-2.0
// Persons' names within one article: full forms, short forms of them, who bears them.
#include <algorithm>

#include "base/hash.h"

#include "entity/parse.h"
#include "entity/resolve.h"

namespace rasid {
namespace {

bool is_person(const Phrase& phrase) {
  return phrase.name_end > phrase.name_begin && phrase.sort != Sort::organization &&
         phrase.sort != Sort::agent;
}

}  // namespace

std::string_view Resolver::name_word(uint32_t token) const {
  std::string_view normal = text_.normal(token);
  const Analysis& chosen = text_.analysis(token);
  const uint16_t prefix = chosen.proclitics & (kWa | kFa | kBi | kLi | kKa);
  if (prefix != 0 && chosen.stem_begin < normal.size()) {
    normal.remove_prefix(chosen.stem_begin);
  }
  return normal;
}

// Is [begin, end) a short form of `known`, or the other way about: all its words in the same order?
bool Resolver::same_name(uint32_t begin, uint32_t end, const NameOf& known) const {
  uint32_t long_begin = known.begin, long_end = known.end;
  if (end - begin > long_end - long_begin) {
    std::swap(begin, long_begin);
    std::swap(end, long_end);
  }
  if (end <= begin) return false;
  uint32_t at = long_begin;
  for (uint32_t token = begin; token < end; ++token) {
    const std::string_view word = token == begin ? name_word(token) : text_.normal(token);
    while (at < long_end) {
      std::string_view other = at == long_begin ? name_word(at) : text_.normal(at);
      if (other == word) break;
      ++at;
    }
    if (at >= long_end) return false;
    ++at;
  }
  return true;
}

void Resolver::known_names() {
  for (uint32_t i = 0; i < scratch_.phrases.size(); ++i) {
    const Phrase& phrase = scratch_.phrases[i];
    if (!is_person(phrase)) continue;
    const uint16_t outside = phrase.name_begin == phrase.begin ? phrase.proclitics : uint16_t{0};
    NameOf* same = nullptr;
    for (NameOf& known : scratch_.names) {
      if (phrase.person != kNone && known.person != kNone) {
        if (phrase.person == known.person) same = &known;
      } else if (same_name(phrase.name_begin, phrase.name_end, known)) {
        same = &known;
      }
      if (same != nullptr) break;
    }
    if (same == nullptr) {
      scratch_.names.push_back(
          {phrase.name_begin, phrase.name_end, phrase.person, kNone, i, outside});
      continue;
    }
    if (same->person == kNone) same->person = phrase.person;
    if (phrase.name_end - phrase.name_begin > same->end - same->begin) {
      same->begin = phrase.name_begin, same->end = phrase.name_end;
      same->proclitics = outside;
    }
  }
}

// The known name that the word at `token` ends, or kNone.
uint32_t Resolver::name_at(uint32_t token) const {
  std::string_view word = name_word(token);
  for (uint32_t i = 0; i < scratch_.names.size(); ++i) {
    const NameOf& known = scratch_.names[i];
    if (known.end - known.begin < 2) continue;
    const std::string_view last = text_.normal(known.end - 1);
    if (last == word) return i;
    const std::string_view raw = text_.normal(token);  // an unknown word with a letter before it
    if (raw.size() == last.size() + 1 && raw.ends_with(last) &&
        (raw[0] == 'w' || raw[0] == 'l' || raw[0] == 'b' || raw[0] == 'f' || raw[0] == 'k')) {
      return i;
    }
  }
  return kNone;
}

// "the German deputy Noy": after a title the end of a known name is that name, whatever else the
// word may be.
void Resolver::names_after_titles() {
  for (Phrase& phrase : scratch_.phrases) {
    const bool title = phrase.sort == Sort::title || phrase.sort == Sort::office;
    if (!title || phrase.name_end > phrase.name_begin || phrase.number == Number::plural) continue;
    const uint32_t token = phrase.end;
    if (token >= text_.tokens.size() || text_.tokens[token].kind != TokenKind::word) continue;
    if (scratch_.phrase_at[token] != kNone || text_.normal(token).size() < 3) continue;
    const uint32_t name = name_at(token);
    if (name == kNone || text_.normal(token) != text_.normal(scratch_.names[name].end - 1)) {
      continue;
    }
    phrase.name_begin = token;
    phrase.name_end = phrase.end = token + 1;
    phrase.person = scratch_.names[name].person;
    phrase.how = MentionKind::name;
    phrase.definite = true;
    phrase.rule = "title and surname known in the article";
    scratch_.phrase_at[token] = static_cast<uint32_t>(&phrase - scratch_.phrases.data());
  }
}

void Resolver::surnames() {
  if (scratch_.names.empty()) return;
  uint64_t bloom = 0;
  for (const NameOf& known : scratch_.names) {
    if (known.end - known.begin < 2) continue;
    const std::string_view last = text_.normal(known.end - 1);
    if (!last.empty()) bloom |= uint64_t{1} << (last.back() & 63);
  }
  names_after_titles();
  for (uint32_t token : scratch_.candidates) {
    const std::string_view normal = text_.normal(token);
    if (scratch_.phrase_at[token] != kNone) continue;
    if (normal.size() < 3 || (bloom >> (normal.back() & 63) & 1) == 0) continue;
    const uint32_t name = name_at(token);
    if (name == kNone) continue;
    const Analysis& word = text_.analysis(token);
    Phrase phrase;
    phrase.begin = phrase.head = phrase.name_begin = token;
    phrase.end = phrase.name_end = token + 1;
    phrase.sort = Sort::new_name;
    phrase.person = scratch_.names[name].person;
    phrase.human = phrase.definite = true;
    phrase.number = Number::singular;
    phrase.proclitics = word.proclitics & static_cast<uint16_t>(~kAl);
    if (word.lemma == kNone && phrase.proclitics == 0 &&
        normal.size() == text_.normal(scratch_.names[name].end - 1).size() + 1) {
      phrase.proclitics = normal[0] == 'w'   ? kWa
                          : normal[0] == 'l' ? kLi
                          : normal[0] == 'b' ? kBi
                          : normal[0] == 'f' ? kFa
                                             : kKa;
    }
    phrase.rule = "surname known in the article";
    scratch_.added.push_back(phrase);
  }
  merge_added();
}

// Puts scratch.added among the phrases, both sorted by their first token.
void Resolver::merge_added() {
  if (scratch_.added.empty()) return;
  uint32_t sentence = 0;
  for (Phrase& phrase : scratch_.added) {
    while (sentence + 1 < text_.sentences.size() && text_.sentences[sentence].end <= phrase.begin) {
      ++sentence;
    }
    phrase.sentence = sentence;
    place_in_clause(phrase, text_);
  }
  // Phrases that a repeated head noun points to move; keep the pointers right.
  std::vector<Phrase>& all = scratch_.phrases;
  const size_t old = all.size();
  std::vector<uint32_t>& moved = scratch_.stands;  // free until phrases are resolved
  moved.assign(old, 0);
  size_t add = 0;
  for (size_t i = 0; i < old; ++i) {
    while (add < scratch_.added.size() && scratch_.added[add].begin < all[i].begin) ++add;
    moved[i] = static_cast<uint32_t>(i + add);
  }
  for (Phrase& phrase : all) {
    if (phrase.kind == Kind::anaphor_organization && phrase.sort == Sort::anaphor &&
        phrase.repeats != kNone) {
      phrase.repeats = moved[phrase.repeats];
    }
  }
  for (NameOf& known : scratch_.names) {
    if (known.phrase != kNone) known.phrase = moved[known.phrase];
  }
  all.insert(all.end(), scratch_.added.begin(), scratch_.added.end());
  std::inplace_merge(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(old), all.end(),
                     [](const Phrase& a, const Phrase& b) { return a.begin < b.begin; });
  scratch_.added.clear();
  moved.clear();
  for (uint32_t i = 0; i < all.size(); ++i) {
    for (uint32_t token = all[i].begin; token < all[i].end; ++token) scratch_.phrase_at[token] = i;
  }
}

// One participant for each person named, with what all phrases about him tell.
void Resolver::persons() {
  for (uint32_t i = 0; i < scratch_.phrases.size(); ++i) {
    Phrase& phrase = scratch_.phrases[i];
    if (!is_person(phrase)) continue;
    for (NameOf& known : scratch_.names) {
      const bool same = phrase.person != kNone && known.person != kNone
                            ? phrase.person == known.person
                            : same_name(phrase.name_begin, phrase.name_end, known);
      if (!same) continue;
      if (known.participant == kNone) {
        known.participant =
            make(hash64("name", known.begin), Participant{}, {0, kNone, Kind::none, true, true});
      }
      add_person(phrase, known);
      one(phrase, known.participant);
      break;
    }
  }
  for (const NameOf& known : scratch_.names) {
    if (known.participant != kNone) finish_person(known);
  }
}

void Resolver::add_person(const Phrase& phrase, const NameOf& known) {
  Participant& person = document_.participants[known.participant];
  Who& who = scratch_.who[known.participant];
  person.human = true;
  person.number = Number::singular;
  person.entry = known.person;
  if (person.gender == Gender::unknown) person.gender = phrase.gender;
  if (phrase.title == kNone) return;
  const EntryId title = title_concept(phrase);
  if (who.title == kNone || (!phrase.code.empty() && person.code.empty())) {
    who.title = title;
    who.kind = index_.facts(phrase.title).kind;
  }
  if (person.code.empty()) person.code = phrase.code;
  if (phrase.former) {
    person.sector = Code::from("ELI");
  } else if (person.sector.empty()) {
    person.sector = phrase.sector;
  }
  if (index_.facts(phrase.title).sort == Sort::office) person.office = phrase.title;
}

void Resolver::finish_person(const NameOf& known) {
  Participant& person = document_.participants[known.participant];
  Who& who = scratch_.who[known.participant];
  const Facts& facts = index_.facts(known.person);
  if (facts.gender != Gender::unknown) person.gender = facts.gender;
  const Gender told = person.gender;
  for (uint32_t i = known.phrase; i < scratch_.phrases.size(); ++i) {  // for what agrees with it
    Phrase& phrase = scratch_.phrases[i];
    const bool it = phrase.stands == 1 && phrase.gender == Gender::unknown &&
                    scratch_.stands[phrase.first_stands] == known.participant;
    if (it) phrase.gender = told;
  }
  if (person.gender == Gender::unknown) person.gender = Gender::masculine;
  if (const auto hold = index_.hold_on(known.person, document_.article.published)) {
    const Facts& office = index_.facts(hold->office);
    const auto day = document_.article.published;
    const bool over = day && hold->until < day->days();
    const bool sector_told = !person.sector.empty();
    if (person.code.empty()) person.code = office.code;
    if (person.code == office.code && !over) {
      person.office = hold->office;
      if (!sector_told || person.sector == Code::from("GOV")) person.sector = office.sector;
      if (who.title == kNone) who.title = office.stands, who.kind = office.kind;
    }
    if (!sector_told && over) {
      person.sector = facts.sector.empty() ? Code::from("ELI") : facts.sector;
    }
  }
  if (person.code.empty()) person.code = facts.code;
  if (person.sector.empty()) person.sector = facts.sector;
  if (person.code.empty() && index_.facts(who.title).takes == kTakesState) {
    person.code = index_.only_country(who.title);
  }
  if (person.code.empty()) {
    person.code = context(scratch_.phrases[known.phrase], known.phrase);
  }
  if (person.sector.empty()) person.sector = Code::from(who.kind == Kind::none ? "UNK" : "GOV");
  if (bears_no_sector(person.code)) person.sector = {};
  const bool nobody = known.person == kNone && who.kind == Kind::none;
  if (nobody && person.sector == Code::from("UNK")) person.political = false;
  name(person, known.begin, known.end, known.proclitics);
}

}  // namespace rasid
