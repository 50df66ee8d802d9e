// SPDX-License-Identifier: Apache-2.0
#include "entity/resolve.h"

#include <algorithm>

#include "base/hash.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "entity/parse.h"

namespace rasid {
namespace {

uint64_t code_key(Code code) {
  return hash64(std::string_view(code.letters.data(), code.letters.size()));
}

uint64_t key_of(char what, uint64_t a, uint64_t b = 0) {
  return mix64(static_cast<uint64_t>(what) ^ mix64(a + 1) ^ mix64(b * 31 + 7));
}

const Code kGov = Code::from("GOV");

}  // namespace

void Resolver::run() {
  weigh_states();
  known_names();
  surnames();
  persons();
  for (uint32_t i = 0; i < scratch_.phrases.size(); ++i) resolve(i);
  fullest_names();
}

void Resolver::resolve(uint32_t number) {
  Phrase& phrase = scratch_.phrases[number];
  if (phrase.stands > 0) return;  // a person, told before
  switch (phrase.sort) {
    case Sort::title:
    case Sort::office:
      return title(number);
    case Sort::agent:
      return phrase.kind == Kind::people && phrase.name_end > phrase.name_begin ? title(number)
                                                                                : agent(number);
    case Sort::anaphor:
      return anaphor(number);
    default:
      return entity(phrase);
  }
}

void Resolver::add(Phrase& phrase, uint32_t participant) {
  if (phrase.stands == 0) phrase.first_stands = static_cast<uint32_t>(scratch_.stands.size());
  for (uint32_t i = 0; i < phrase.stands; ++i) {
    if (scratch_.stands[phrase.first_stands + i] == participant) return;
  }
  scratch_.stands.push_back(participant);
  ++phrase.stands;
}

void Resolver::one(Phrase& phrase, uint32_t participant) {
  if (participant != kNone) add(phrase, participant);
}

uint32_t Resolver::find(uint64_t key) const {
  for (uint32_t i = 0; i < scratch_.who.size(); ++i) {
    if (scratch_.who[i].key == key) return i;
  }
  return kNone;
}

uint32_t Resolver::make(uint64_t key, const Participant& participant, const Who& who) {
  document_.participants.push_back(participant);
  scratch_.who.push_back(who);
  scratch_.who.back().key = key;
  return static_cast<uint32_t>(scratch_.who.size() - 1);
}

// The name's bytes without the letters of the proclitics; "li" hides the article's alef.
void Resolver::name(Participant& participant, uint32_t begin, uint32_t end,
                    uint16_t proclitics) const {
  if (end <= begin) return;
  Span span{text_.tokens[begin].span.begin, text_.tokens[end - 1].span.end};
  const Token& last = text_.tokens[end - 1];
  if (last.mark == Mark::close_quote && end - begin > 1) {
    span.end = text_.tokens[end - 2].span.end;
  }
  int letters = 0;
  for (uint16_t bit : {kWa, kFa, kBi, kKa, kLi}) letters += (proclitics & bit) != 0;
  const std::string_view normal = text_.normal(begin);
  const bool hidden = (proclitics & kLi) && static_cast<size_t>(letters) < normal.size() &&
                      normal[static_cast<size_t>(letters)] == 'l' && normal[letters - 1] == 'l';
  const std::string_view bytes = document_.article.text;
  while (letters > 0 && span.begin < span.end) {
    const CodePoint point = decode(bytes, span.begin);
    const LetterClass kind = letter_info(point.value).kind;
    span.begin += point.length;
    if (kind == LetterClass::letter) --letters;
  }
  participant.name = span;
  participant.name_text.clear();
  if (hidden) {
    participant.name_text = unfold("A") + std::string(slice(bytes, span));
  }
}

// The Title that an office of a state is known by; none for "head of the committee".
EntryId Resolver::title_concept(const Phrase& phrase) const {
  const EntryId title = title_concept(phrase.title);
  const uint8_t both = kTakesState | kTakesBody;
  const bool general = (index_.facts(title).takes & both) == both;
  return phrase.of_body && general ? kNone : title;
}

EntryId Resolver::title_concept(EntryId entry) const {
  return index_.facts(entry).sort == Sort::office ? index_.title_of(entry) : entry;
}

uint32_t Resolver::state_participant(Code code) {
  if (code.empty()) return kNone;
  const uint64_t key = key_of('S', code_key(code));
  const uint32_t known = find(key);
  if (known != kNone) return known;
  Participant participant;
  participant.code = code;
  participant.sector = bears_no_sector(code) ? Code{} : kGov;
  participant.entry = index_.state(code);
  const Facts& facts = index_.facts(participant.entry);
  participant.gender = facts.gender == Gender::unknown ? Gender::feminine : facts.gender;
  participant.number = Number::singular;
  return make(key, participant, {0, kNone, Kind::government, false, false});
}

uint32_t Resolver::organization(EntryId entry, const Phrase* phrase) {
  const uint64_t key = key_of('O', entry);
  uint32_t known = find(key);
  const Facts& facts = index_.facts(entry);
  if (known == kNone) {
    Participant participant;
    participant.code = facts.code;
    participant.sector = facts.sector;
    participant.entry = entry;
    participant.gender = phrase != nullptr ? phrase->gender : facts.gender;
    participant.number = Number::singular;
    participant.political = facts.political;
    if (bears_no_sector(participant.code)) participant.sector = {};
    known = make(key, participant, {0, kNone, facts.kind, false, true});
  }
  if (phrase == nullptr || phrase->name_end <= phrase->name_begin) return known;
  Participant& participant = document_.participants[known];
  const uint32_t size =
      text_.tokens[phrase->name_end - 1].span.end - text_.tokens[phrase->name_begin].span.begin;
  if (size > participant.name.size()) {
    const bool own = phrase->name_begin == phrase->begin;
    name(participant, phrase->name_begin, phrase->name_end, own ? phrase->proclitics : 0);
  }
  return known;
}

// The fullest form of an organization may stand inside another phrase, or in its own.
void Resolver::fullest_names() {
  for (const Match& match : text_.matches) {
    if (index_.sort(match.entry) != Sort::organization || match.end < match.begin + 2) continue;
    const uint32_t who = find(key_of('O', match.entry));
    if (who == kNone) continue;
    Participant& participant = document_.participants[who];
    const uint32_t size =
        text_.tokens[match.end - 1].span.end - text_.tokens[match.begin].span.begin;
    if (size > participant.name.size()) {
      name(participant, match.begin, match.end, match.proclitics & static_cast<uint16_t>(~kAl));
    }
  }
}

// A State, Place, Organization, nisba.
void Resolver::entity(Phrase& phrase) {
  const Facts& facts = index_.facts(phrase.entry);
  if (facts.sort == Sort::organization) {
    const auto number = static_cast<uint32_t>(&phrase - scratch_.phrases.data());
    if (const Code code = elsewhere(phrase, number); !code.empty()) {  // Peru's Congress
      return one(phrase, described(phrase, code, facts.sector));
    }
    return one(phrase, organization(phrase.entry, phrase.adjective ? nullptr : &phrase));
  }
  one(phrase, state_participant(phrase.code));
}

void Resolver::several(Phrase& phrase) {
  for (uint32_t i = 0; i < phrase.parts; ++i) {
    const Member& part = scratch_.parts[phrase.first_part + i];
    if (part.entry != kNone && index_.facts(part.entry).sort == Sort::organization) {
      Phrase body;
      body.name_begin = part.name_begin, body.name_end = part.name_end;
      body.begin = part.name_begin, body.proclitics = part.proclitics;
      add(phrase, organization(part.entry, &body));
      continue;
    }
    const Code sector = part.sector.empty() ? kGov : part.sector;
    const EntryId office = index_.office_of(title_concept(phrase.title), part.code);
    uint32_t who = with_title(title_concept(phrase.title), part.code);
    if (who == kNone && sector == kGov && office == kNone) who = state_participant(part.code);
    if (who == kNone) {
      Phrase described_part = phrase;
      described_part.kind = Kind::people;  // no name
      who = described(described_part, part.code, sector);
    }
    add(phrase, who);
  }
}

void Resolver::title(uint32_t number) {
  Phrase& phrase = scratch_.phrases[number];
  if (phrase.parts > 1) return several(phrase);
  const EntryId concept_entry = title_concept(phrase);
  const bool many = phrase.number == Number::plural || phrase.number == Number::dual;
  Code code = phrase.code;
  if (phrase.number == Number::dual && phrase.definite && phrase.bare) {  // "the two ministers"
    both_sides(number, phrase.kind);
    if (phrase.stands == 0) both_sides(number);
    if (phrase.stands > 0) {
      phrase.rule = "the two told before";
      return;
    }
  }
  if (code.empty() && phrase.of_pronoun) code = owned(phrase, number);
  const bool whole = phrase.name_end <= phrase.name_begin && !phrase.of_body;
  if (phrase.kind == Kind::official && !many && phrase.definite && !code.empty() && whole &&
      phrase.core_end == phrase.begin + 1) {
    const uint32_t last = recent_person(number, code);  // "the American official" is one named
    if (last != kNone) {
      phrase.rule = "official named before";
      return one(phrase, last);
    }
  }
  if (!many && phrase.definite && (code.empty() || phrase.bare)) {
    const bool general = phrase.end == phrase.begin + 1;  // "the minister", of whatever
    const uint32_t earlier =
        general ? recent_of_kind(number, phrase.kind, code, phrase.gender) : kNone;
    const uint32_t same = recent_with_title(number, concept_entry, code);
    if (same != kNone || earlier != kNone) {
      phrase.rule = same != kNone ? "title named before" : "title of one told before";
      return one(phrase, same != kNone ? same : earlier);
    }
  }
  if (code.empty() && many && phrase.definite) {
    const uint32_t earlier = recent_phrase(number, phrase.entry);
    if (earlier != kNone) code = scratch_.phrases[earlier].code;
  }
  if (code.empty()) code = owner_told(phrase, number);
  if (code.empty() && phrase.kind == Kind::envoy && phrase.definite && united_nations()) {
    code = Code::from("UNO");
  }
  if (code.empty() && !phrase.of_body && index_.facts(phrase.title).takes == kTakesState) {
    code = index_.only_country(concept_entry);
  }
  if (code.empty() && anonymous(phrase)) code = Code::from("XXX");
  if (code.empty()) {
    code = context(phrase, number);
    phrase.rule = "title, country from the context";
  }
  phrase.code = code;
  Code sector = phrase.former ? Code::from("ELI") : phrase.sector;

  if (sector.empty()) sector = kGov;
  if (!many && !phrase.former && phrase.definite) {
    const uint32_t same = with_title(concept_entry, code);
    if (same != kNone) return one(phrase, same);
  }
  const uint32_t who = described(phrase, code, sector);
  Participant& participant = document_.participants[who];
  const EntryId office = index_.office_of(concept_entry, code);
  if (!many && !phrase.former && office != kNone) {
    participant.office = office;
    if (participant.entry == kNone) {
      participant.entry = index_.holder(office, document_.article.published);
    }
  }
  if (!many) scratch_.who[who].title = concept_entry;
  one(phrase, who);
}

// "diplomats", "sources": of nobody told.
bool Resolver::anonymous(const Phrase& phrase) const {
  if (phrase.definite || phrase.end != phrase.begin + 1) return false;
  return phrase.kind == Kind::source || phrase.kind == Kind::official;
}

// "a child", "the patient": one of whom no country is told is nobody who acts politically.
bool Resolver::private_person(const Phrase& phrase, Code sector) const {
  if (phrase.kind != Kind::people || phrase.sort != Sort::agent || phrase.country_told)
    return false;
  if (phrase.number != Number::singular || sector != Code::from("CVL")) return false;
  const Analysis& head = text_.analysis(phrase.head);
  if (head.pos == Pos::adjective || head.pos == Pos::active_participle) return true;
  return head.lemma != kNone && index_.lexicon().lemma(head.lemma).human;  // no community
}

// A participant told by words: a body, a group, a title without a name.
uint32_t Resolver::described(const Phrase& phrase, Code code, Code sector) {
  if (code.empty()) code = Code::from("XXX");
  if (bears_no_sector(code)) sector = {};
  if (phrase.kind == Kind::government && code != Code::from("XXX") &&
      phrase.name_end <= phrase.name_begin) {
    return state_participant(code);
  }
  const bool unnamed = phrase.kind == Kind::people || phrase.kind == Kind::delegation;
  const bool person = phrase.sort == Sort::title || phrase.sort == Sort::office;
  uint64_t what = 0;
  if (person) {
    what = title_concept(phrase.title) * 2 + 1 + (phrase.number == Number::plural ? 1U << 30 : 0);
  } else if (!unnamed) {
    what = (uint64_t{phrase.entry} + 2) * 2;
    if (phrase.name_end > phrase.name_begin) {
      for (uint32_t i = phrase.name_begin + 1; i < phrase.name_end; ++i) {
        what = mix64(what ^ hash64(text_.normal(i)));
      }
    }
  }
  const uint64_t key = key_of('D', code_key(code) ^ mix64(code_key(sector)), what);
  const uint32_t known = find(key);
  if (known != kNone) return known;
  Participant participant;
  participant.code = code;
  participant.sector = sector;
  participant.gender = phrase.gender;
  participant.number = phrase.number;
  participant.human = phrase.human;
  participant.political = phrase.political && !private_person(phrase, sector);
  if (!unnamed || code == Code::from("XXX")) {
    name(participant, phrase.begin, phrase.end, phrase.proclitics);
  }
  return make(key, participant, {0, kNone, phrase.kind, person, false});
}

void Resolver::agent(uint32_t number) {
  Phrase& phrase = scratch_.phrases[number];
  if (phrase.parts > 1) return several(phrase);
  Code code = phrase.code;
  phrase.country_told = !code.empty();
  if (code.empty() && phrase.of_pronoun) {
    code = owned(phrase, number);
    phrase.rule = "agent noun, country from its suffix";
  }
  const bool article = (text_.analysis(phrase.begin).proclitics & kAl) != 0;  // no "movement of X"
  if (article && phrase.kind == Kind::party && phrase.name_end <= phrase.name_begin) {
    const uint32_t body = recent_party(number, code);
    if (body != kNone) {
      phrase.rule = "movement named before";
      return one(phrase, body);
    }
  }
  if (code.empty() && phrase.definite) {
    uint32_t earlier = phrase.bare ? same_head(number, phrase.begin) : kNone;
    if (earlier == kNone) earlier = recent_phrase(number, phrase.entry);
    if (phrase.bare && phrase.kind == Kind::people && earlier == kNone) {
      earlier = recent_people(number, phrase.sector);
    }
    const Phrase* inner = phrase.bare ? inner_group(number) : nullptr;
    if (inner != nullptr && (earlier == kNone || scratch_.phrases[earlier].begin < inner->begin)) {
      phrase.rule = "agent noun told inside an earlier phrase";
      phrase.code = inner->code;
      const Code sector = inner->sector.empty() ? phrase.sector : inner->sector;
      return one(phrase, described(*inner, inner->code, sector.empty() ? kGov : sector));
    }
    if (earlier != kNone) {
      const Phrase& before = scratch_.phrases[earlier];
      phrase.rule = "agent noun told before";
      for (uint32_t i = 0; i < before.stands; ++i) {
        const uint32_t who = scratch_.stands[before.first_stands + i];
        add(phrase, who);
      }
      if (phrase.stands > 0) return;
    }
  }
  if (code.empty()) code = owner_told(phrase, number);
  if (code.empty() && anonymous(phrase)) code = Code::from("XXX");
  if (code.empty()) {
    code = context(phrase, number);
    phrase.rule = "agent noun, country from the context";
  }
  phrase.code = code;
  Code sector = phrase.sector;
  if (sector.empty()) sector = kGov;
  one(phrase, described(phrase, code, sector));
}

}  // namespace rasid
