// SPDX-License-Identifier: Apache-2.0
#include "entity/parse.h"

#include <algorithm>

#include "base/hash.h"
#include "base/letters.h"

namespace rasid {

void Parser::run() {
  scratch_.phrase_at.assign(text_.tokens.size(), kNone);
  if (text_.first_match.size() <= text_.tokens.size()) return;  // morph/ has not run
  for (uint32_t i = 0; i < text_.sentences.size(); ++i) {
    const Sentence& sentence = text_.sentences[i];
    const uint32_t limit =
        std::min<uint32_t>(sentence.end, static_cast<uint32_t>(text_.tokens.size()));
    for (uint32_t token = sentence.begin; token < limit;) token = step(token, limit, i);
  }
}

// The second and further names after a title in the plural bear it too.
void Parser::share_title(Phrase& out) {
  if (shared_.end == 0 || out.begin != shared_.end || out.title != kNone) return;
  if (out.name_end <= out.name_begin || (out.proclitics & kJoined) == 0) return;
  if (out.sort != Sort::new_name && out.sort != Sort::person) return;
  out.title = shared_.title;
  out.kind = shared_.kind;
  if (out.code.empty()) out.code = shared_.code;
  if (out.sector.empty()) out.sector = shared_.sector;
  shared_.end = out.end;
}

Tie Parser::tie_before(const Phrase& phrase) const {
  if (phrase.proclitics & kLi) return Tie::li;
  if (phrase.proclitics & kBi) return Tie::bi;
  if (phrase.begin == 0 || (phrase.proclitics & kJoined) != 0) return Tie::none;
  return seeds_.tie(phrase.begin - 1);
}

uint32_t Parser::step(uint32_t token, uint32_t limit, uint32_t sentence) {
  if (!seeds_.is_word(token)) return token + 1;
  Phrase& phrase = next_;  // made anew by phrase_at where one begins
  if (phrase_at(token, limit, phrase, 0)) {
    share_title(phrase);
    quantity(phrase);
    phrase.sentence = sentence;
    place_in_clause(phrase, text_);
    phrase.tie = tie_before(phrase);
    add(phrase, sentence);
    return std::max(phrase.end, token + 1);
  }
  if (same_head(token, sentence)) return token + 1;
  const Analysis& word = seeds_.analysis(token);
  if (word.pos == Pos::proper || begins_with_article(text_.normal(token)) ||
      seeds_.name_like(token)) {
    scratch_.candidates.push_back(token);
  }
  return token + 1;
}

bool Parser::phrase_at(uint32_t token, uint32_t limit, Phrase& out, int depth) {
  if (depth > 4 || token >= limit || !seeds_.is_word(token)) return false;
  const Seed seed = seeds_.at(token, limit);
  const bool weak =
      !seed ||
      (seed.end == token + 1 &&
       (seed.sort == Sort::place || (seed.sort == Sort::person && seed.key == Key::short_name)));
  const bool may_be_name = weak && seeds_.begins_name(token);
  if (!seed && !may_be_name) return false;  // most words
  const Analysis& head = seeds_.analysis(token);
  out = {};
  out.begin = out.head = token;
  out.gender = head.gender;
  out.number = head.number;
  const uint32_t name_end = may_be_name ? seeds_.name_run(token, limit, Told::nothing) : token;
  if (name_end > token + 1) {
    out.sort = Sort::new_name;
    out.end = out.name_end = name_end;
    out.name_begin = token;
    out.human = true;
    out.definite = true;
    out.number = Number::singular;
    out.proclitics = seeds_.name_proclitics(token);
    out.rule = "given name and surname";
    if (depth == 0) {
      take_title(limit, out, depth);
      apposition(limit, out, depth);
    }
    return true;
  }
  if (!seed) return false;
  out.proclitics = seed.proclitics;
  return from_seed(seed, limit, out, depth);
}

bool Parser::from_seed(const Seed& seed, uint32_t limit, Phrase& out, int depth) {
  const Facts& facts = index_.facts(seed.entry);
  out.end = out.core_end = seed.end;
  out.sort = seed.sort;
  out.kind = facts.kind;
  out.entry = seed.entry;
  out.code = facts.code;
  out.sector = facts.sector;
  out.human = facts.human;
  out.political = facts.political;
  out.definite = seed.end > out.begin + 1 ? seeds_.definite(seed.end - 1) : seed.definite;
  if (facts.gender != Gender::unknown) out.gender = facts.gender;
  if (facts.number != Number::unknown) out.number = facts.number;
  switch (seed.sort) {
    case Sort::title:
    case Sort::office:
      return titled(seed, limit, out, depth);
    case Sort::agent:
      return agent(seed, limit, out, depth);
    case Sort::anaphor:
      return anaphor(seed, limit, out, depth);
    case Sort::nisba:
      return nisba(seed, out);
    default:
      return entry_phrase(seed, limit, out, depth);
  }
}

// A State, Place, Organization or Person, by itself or through an Epithet.
bool Parser::entry_phrase(const Seed& seed, uint32_t limit, Phrase& out, int depth) {
  const Facts* facts = &index_.facts(out.entry);
  out.rule = "name";
  if (facts->sort == Sort::epithet && facts->stands != kNone) {
    out.entry = facts->stands;
    out.rule = "epithet";
    facts = &index_.facts(out.entry);
    out.code = facts->code, out.sector = facts->sector, out.kind = facts->kind;
    out.political = facts->political;
  }
  out.sort = facts->sort;
  out.definite = true;
  if (seed.key == Key::people) {
    out.sort = Sort::agent, out.kind = Kind::people, out.how = MentionKind::description;
    out.human = true, out.number = Number::plural, out.gender = Gender::masculine;
    out.sector = Code::from(seed.definite ? "GOV" : "CVL");
    out.rule = "people of a state";
    return true;
  }
  if (out.sort == Sort::person) {
    person(out.entry, seed.end, limit, out);
    if (depth == 0) {
      take_title(limit, out, depth);
      apposition(limit, out, depth);
    }
    return true;
  }
  out.number = Number::singular;
  if (out.sort == Sort::state) {
    out.place = out.entry;
    if (facts->gender == Gender::unknown) out.gender = Gender::feminine;
    return true;
  }
  if (out.sort == Sort::place) {
    out.place = out.entry;
    out.gender = facts->gender == Gender::unknown ? Gender::feminine : facts->gender;
    out.place_only = !facts->capital;
    out.sector = Code::from("GOV");
    return true;
  }
  if (out.sort != Sort::organization) return false;
  const Analysis& noun = seeds_.analysis(out.begin);
  if (noun.pos == Pos::noun && noun.gender != Gender::unknown) out.gender = noun.gender;
  if (noun.number == Number::plural) out.gender = Gender::feminine;
  out.name_begin = out.begin, out.name_end = out.end;
  while (take_adjective(limit, out)) {
    if (!after_participle(out)) out.name_end = out.end;
  }
  if (after_participle(out)) take_tied(limit, out, depth);  // "loyal to", "belonging to"
  return true;
}

void Parser::person(EntryId entry, uint32_t end, uint32_t limit, Phrase& out) const {
  const Facts& facts = index_.facts(entry);
  out.person = entry;
  out.human = true;
  out.number = Number::singular;
  if (facts.gender != Gender::unknown) out.gender = facts.gender;
  out.name_begin = out.end > out.begin && out.sort != Sort::person ? out.end : out.begin;
  if (seeds_.name_word(end) == NameWord::link) end = seeds_.name_run(end, limit, Told::title);
  out.name_end = out.end = end;
  if (out.code.empty()) out.code = facts.code;
  if (out.sector.empty()) out.sector = facts.sector;
  if (const auto hold = index_.hold_on(entry, document_.article.published)) {
    const Facts& office = index_.facts(hold->office);
    if (out.code.empty()) out.code = office.code;
  }
}

// Words that count or choose before an agent belong to its phrase: "dozens of", "a number of".
void Parser::quantity(Phrase& out) const {
  if (out.sort != Sort::agent && out.sort != Sort::title) return;
  if (out.proclitics != 0) return;
  for (int guard = 0; guard < 3 && out.begin > 0; ++guard) {
    uint32_t at = out.begin - 1;
    const bool min = seeds_.tie(at) == Tie::min;
    if (min && at > 0) --at;
    const Token& token = text_.tokens[at];
    const Pos pos = seeds_.analysis(at).pos;
    if (token.kind == TokenKind::number || pos == Pos::number) {
      out.begin = out.head = at;
      if (out.number != Number::dual) out.number = Number::plural;
      continue;
    }
    if (token.kind != TokenKind::word || scratch_.phrase_at[at] != kNone) return;
    const Seed seed = seeds_.at(at, out.begin);
    if (seed.sort != Sort::agent || seed.kind != Kind::quantity) return;
    out.begin = out.head = at;
    out.proclitics = seed.proclitics;
    if (out.sort == Sort::agent && index_.facts(out.entry).sort == Sort::state) {
      out.sector = Code::from("CVL");
    }
    if (out.number == Number::singular || out.number == Number::unknown) {
      out.number = Number::plural;
    }
    if (out.proclitics != 0) return;
  }
}

void place_in_clause(Phrase& phrase, const Text& text) {
  const uint32_t start = text.sentences[phrase.sentence].begin;
  if (phrase.proclitics & kPrepositions) {
    phrase.after_preposition = true;
    return;
  }
  if (phrase.begin <= start) {
    phrase.subject = true;
    return;
  }
  const uint32_t before = phrase.begin - 1;
  if (text.tokens[before].kind != TokenKind::word) {
    phrase.subject = text.tokens[before].mark == Mark::colon || before == start;
    return;
  }
  const Analysis& word = text.analysis(before);
  if (word.pos == Pos::preposition && word.enclitic.person == 0) phrase.after_preposition = true;
  const bool verb = word.pos == Pos::verb && word.person == 3 && word.enclitic.person == 0;
  const bool complementizer =
      (word.pos == Pos::particle || word.pos == Pos::conjunction) && word.enclitic.person == 0;
  phrase.subject = (verb && !(phrase.proclitics & kJoined)) || complementizer;
}

void Parser::add(Phrase& out, uint32_t sentence) {
  out.sentence = sentence;
  const auto number = static_cast<uint32_t>(scratch_.phrases.size());
  for (uint32_t token = out.begin; token < out.end; ++token) scratch_.phrase_at[token] = number;
  scratch_.phrases.push_back(out);
  if (out.adjective || out.place_only || out.bare || out.end == out.begin + 1) return;
  const uint64_t head = stem_hash(text_, out.begin);
  if (head == 0) return;
  scratch_.heads.push_back({head, out.begin, number});
  scratch_.head_bloom |= uint64_t{1} << (head & 63);
}

uint64_t stem_hash(const Text& text, uint32_t token) {
  const Analysis& word = text.analysis(token);
  std::string_view normal = text.normal(token);
  if (word.stem_end > word.stem_begin && word.stem_end <= normal.size()) {
    normal = normal.substr(word.stem_begin, word.stem_end - word.stem_begin);
  }
  if (normal.size() > 4 && begins_with_article(normal)) normal.remove_prefix(2);
  return normal.size() < 2 ? 0 : hash64(normal) | 1;
}

bool Parser::same_head(uint32_t token, uint32_t sentence) {
  const Analysis& word = seeds_.analysis(token);
  if ((word.proclitics & kAl) == 0 || word.pos == Pos::verb || scratch_.heads.empty()) return false;
  const uint64_t stem = stem_hash(text_, token);
  if ((scratch_.head_bloom >> (stem & 63) & 1) == 0) return false;
  for (size_t i = scratch_.heads.size(); i-- > 0;) {
    if (scratch_.heads[i].stem != stem) continue;
    const Phrase& earlier = scratch_.phrases[scratch_.heads[i].phrase];
    if (earlier.sort != Sort::organization && earlier.sort != Sort::agent) continue;
    Phrase again;
    again.begin = again.head = token;
    again.end = token + 1;
    again.sentence = sentence;
    again.sort = Sort::anaphor;
    again.kind = Kind::anaphor_organization;
    again.how = MentionKind::description;
    again.entry = earlier.entry;
    again.gender = word.gender;
    again.number = word.number;
    again.definite = true;
    again.bare = true;
    again.proclitics = word.proclitics & static_cast<uint16_t>(~kAl);
    again.repeats = scratch_.heads[i].phrase;
    again.rule = "repeats a head noun";
    place_in_clause(again, text_);
    add(again, sentence);
    return true;
  }
  return false;
}

}  // namespace rasid
