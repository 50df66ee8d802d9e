// SPDX-License-Identifier: Apache-2.0
// The names and titles that a phrase takes after its head: portfolios, names of bodies and persons,
// appositions.
#include "entity/parse.h"

namespace rasid {

bool Parser::take_portfolio(uint32_t limit, Phrase& out) {
  uint32_t at = out.end;
  const auto portfolio_word = [&](uint32_t token) {
    if (token >= limit || !seeds_.is_word(token) || !seeds_.definite(token)) return false;
    const Analysis& word = seeds_.analysis(token);
    const Seed seed = seeds_.at(token, limit);
    const bool any = out.kind == Kind::leader && seed.sort != Sort::person;  // a party's name
    if (seed && seed.kind != Kind::portfolio && seed.kind != Kind::metonym &&
        seed.kind != Kind::quality && !any) {
      return false;
    }
    return word.pos != Pos::verb && (word.proclitics & kPrepositions) == 0;
  };
  if (!portfolio_word(at) || (seeds_.analysis(at).proclitics & kJoined)) {
    const Seed seed = seeds_.at(at, limit);
    if (seed.kind != Kind::portfolio || seed.proclitics != 0) return false;
    at = seed.end;
  }
  const uint32_t begin = at;
  while (at < begin + 5 && portfolio_word(at)) ++at;
  if (at == out.end) return false;
  out.end = at;
  out.definite = true;
  return true;
}

// A party, company or outlet that no entry names: what stands in quotation marks, or the run of
// definite words after "party", "company" ...
bool Parser::take_body_name(uint32_t limit, Phrase& out) {
  if (out.definite && out.end == out.begin + 1 && out.kind != Kind::media) return false;
  const bool nameable = out.kind == Kind::party || out.kind == Kind::company ||
                        out.kind == Kind::media || out.kind == Kind::body ||
                        out.kind == Kind::force;
  if (!nameable || out.end >= limit) return false;
  uint32_t at = out.end;
  if (seeds_.is_mark(at, Mark::open_quote)) {
    uint32_t close = at + 1;
    while (close < limit && close < at + 8 && !seeds_.is_mark(close, Mark::close_quote)) ++close;
    if (close >= limit || !seeds_.is_mark(close, Mark::close_quote)) return false;
    out.end = close + 1;
  } else {
    if (out.kind != Kind::party && out.kind != Kind::company && out.kind != Kind::media) {
      return false;
    }
    if (deed_of_thing(out, limit)) return false;
    while (at < limit && at < out.end + 4 && seeds_.is_word(at)) {
      const Seed seed = seeds_.at(at, limit);
      if (seed && (seed.sort != Sort::agent || !seed.definite || seed.end > at + 1)) break;
      const Analysis& word = seeds_.analysis(at);
      const bool joined = (word.proclitics & (kJoined | kPrepositions)) != 0;
      if (word.pos == Pos::verb || (joined && at == out.end)) break;
      if (word.pos == Pos::relative || word.pos == Pos::preposition) break;
      if (!seeds_.definite(at) && word.pos != Pos::proper && !seeds_.name_like(at)) break;
      if (word.proclitics & kPrepositions) break;
      ++at;
    }
    if (at == out.end) return false;
    out.end = at;
  }
  out.name_begin = out.begin;
  out.name_end = out.end;
  out.definite = true;
  return true;
}

// "the movement of the wind", "organizing the fair": a masdar with a thing, no movement by name.
bool Parser::deed_of_thing(const Phrase& out, uint32_t limit) const {
  if (out.end >= limit || seeds_.analysis(out.begin).pos != Pos::masdar) return false;
  const Analysis& thing = seeds_.analysis(out.end);
  const TokenAnalyses& word = text_.of_token[out.end];
  for (uint32_t i = word.first; i < word.first + word.count; ++i) {
    if (text_.analyses[i].pos == Pos::masdar) return false;  // "the movement of change"
  }
  return thing.pos == Pos::noun && thing.lemma != kNone && !seeds_.at(out.end, limit) &&
         seeds_.definite(out.end) && !seeds_.begins_name(out.end);
}

bool Parser::take_name(uint32_t limit, Phrase& out) {
  if (has_name(out) && out.sort != Sort::organization) return false;
  const uint32_t at = out.end;
  if (at + 3 < limit && seeds_.is_mark(at, Mark::open_bracket) && seeds_.begins_name(at + 1) &&
      seeds_.is_mark(at + 2, Mark::close_bracket)) {  // "the president (Vladimir) Putin"
    Phrase inner = out;
    inner.end = at + 3;
    if (!take_name(limit, inner)) return false;
    out = inner;
    return true;
  }
  if (at >= limit || !seeds_.is_word(at)) return false;
  const Seed seed = seeds_.at(at, limit);
  if (seed.proclitics != 0) return false;
  if (seed.kind == Kind::honorific && seed.sort == Sort::title) {
    Phrase inner = out;
    inner.end = seed.end;
    if (!take_name(limit, inner)) return false;
    out = inner;
    return true;
  }
  const bool ruler =
      out.kind == Kind::ruler || out.kind == Kind::honorific || out.kind == Kind::cleric;
  const uint32_t run = seeds_.name_run(at, limit, ruler ? Told::ruler : Told::title);
  // "the minister [visited] Cairo": a place that is no first name is not the title's holder.
  const bool place_alone =
      seed.sort == Sort::place && run <= seed.end && seeds_.name_word(at) != NameWord::given;
  if (place_alone) return false;
  const bool goes_on = seed.key != Key::short_name && seeds_.name_word(seed.end) == NameWord::link;
  if (seed.sort == Sort::person && (seed.end >= run || goes_on)) {
    person(seed.entry, seed.end, limit, out);
  } else if (run > at &&
             (!seed || run > seed.end || seed.sort == Sort::place || seed.sort == Sort::person)) {
    out.name_begin = at;
    out.name_end = out.end = run;
    out.human = true;
  } else {
    return false;
  }
  out.how = MentionKind::name;
  out.definite = true;
  out.rule = "title and name";
  return true;
}

// May this title belong to this name? Not where both tell a country and they differ.
bool Parser::fits(const Phrase& name, const Phrase& title) const {
  if (has_name(title)) return false;
  if (title.number == Number::plural || title.number == Number::dual) return false;
  if (title.gender == Gender::feminine && name.gender == Gender::masculine) return false;
  if (!name.code.empty() && !title.code.empty()) return name.code == title.code;
  if (name.person == kNone) return true;
  return !title.bare || title.definite;
}

void Parser::absorb(Phrase& out, const Phrase& title) const {
  if (out.title == kNone) {
    out.title = title.title;
    out.of_body = title.of_body;
    if (out.person == kNone || out.sector.empty()) out.sector = title.sector;
    if (out.person == kNone) out.kind = title.kind;
  }
  if (out.code.empty()) out.code = title.code;
  if (out.sector.empty()) out.sector = title.sector;
  if (title.former) out.former = true;
  if (out.gender == Gender::unknown) out.gender = title.gender;
  out.end = title.end;
}

bool Parser::take_title(uint32_t limit, Phrase& out, int depth) {
  bool taken = false;
  for (int guard = 0; guard < 4; ++guard) {
    const Seed seed = seeds_.at(out.end, limit);
    if ((seed.sort != Sort::title && seed.sort != Sort::office) || seed.proclitics != 0) break;
    if (seed.kind == Kind::former) break;
    Phrase title;
    if (!phrase_at(out.end, limit, title, depth + 1)) break;
    if (!has_name(out)) {  // a chain of titles before one name: none may tell a country of its own
      if (!title.code.empty() && title.code != out.code) break;
      if (title.kind == out.kind && title.bare) break;
      if (!has_name(title) && out.code.empty()) break;
      const uint32_t begin = title.name_begin, end = title.name_end;
      absorb(out, title);
      out.name_begin = begin, out.name_end = end;
      if (out.person == kNone) out.person = title.person;
      if (end > begin) out.how = MentionKind::name;
    } else {
      if (!fits(out, title) || (title.bare && (!title.definite || out.title != kNone))) break;
      absorb(out, title);
    }
    taken = true;
  }
  return taken;
}

// ", the minister of X," after a name, or ", Name," after a title.
void Parser::apposition(uint32_t limit, Phrase& out, int depth) {
  for (int guard = 0; guard < 3; ++guard) {
    const uint32_t at = out.end;
    if (at + 1 >= limit || !seeds_.is_mark(at, Mark::comma)) return;
    const Seed seed = seeds_.at(at + 1, limit);
    if (!has_name(out)) {
      if (out.sort != Sort::title && out.sort != Sort::office && out.sort != Sort::anaphor) return;
      Phrase named = out;
      named.end = at + 1;
      if (seed.sort == Sort::person && seed.key == Key::short_name) return;
      if (!take_name(limit, named)) return;
      if (!out.code.empty() && named.person != kNone) {
        const auto hold = index_.hold_on(named.person, document_.article.published);
        const Code code = hold ? index_.facts(hold->office).code : index_.facts(named.person).code;
        if (!code.empty() && code != out.code) return;
      }
      out = named;
      continue;
    }
    if ((seed.sort != Sort::title && seed.sort != Sort::office) || seed.proclitics != 0) return;
    Phrase title;
    if (!phrase_at(at + 1, limit, title, depth + 1) || !fits(out, title)) return;
    const bool closed = title.end >= limit || !seeds_.is_word(title.end);
    if (!closed && out.title != kNone) return;
    absorb(out, title);
  }
}

}  // namespace rasid
