// SPDX-License-Identifier: Apache-2.0
// Phrases by what their head is: a title, an agent noun, an anaphor, a nisba.
#include "entity/parse.h"

namespace rasid {

bool Parser::titled(const Seed& seed, uint32_t limit, Phrase& out, int depth) {
  out.how = MentionKind::title;
  out.title = seed.entry;
  out.human = true;
  out.rule = "title";
  if (out.kind == Kind::former) return false;
  if (depth == 0 && out.end == out.begin + 1 && seeds_.describes_noun(out.begin)) return false;
  if (out.kind == Kind::honorific) return honorific(limit, out, depth);
  if (out.kind == Kind::head && depth == 0 && chief_among(out.begin, seed, limit)) return false;
  if (seeds_.analysis(seed.end - 1).enclitic.person == 3) {
    out.of_pronoun = true;
    if (out.kind == Kind::member && seed.end == out.begin + 1) out.sector = {};  // "his deputy"
  }
  if (dual_construct(out.begin, seed, limit)) out.number = Number::dual;
  modifiers(limit, out, depth);
  if (out.kind == Kind::official && out.end == out.begin + 1 && out.end < limit &&
      seeds_.tie(out.end) == Tie::an) {
    return false;  // "those responsible for"
  }
  out.bare = out.code.empty() && !out.of_pronoun && out.end == seed.end;
  if (out.number == Number::plural || out.number == Number::dual) {
    const bool named = out.end < limit && (seeds_.at(out.end, limit).sort == Sort::person ||
                                           seeds_.begins_name(out.end));
    if (depth == 0 && named &&
        take_name(limit, out)) {  // "the deputies X and Y": X here, Y in step()
      out.number = Number::singular;
      shared_ = {out.title, out.kind, out.code, out.sector, out.end};
    }
  } else {
    take_name(limit, out);
    if (depth == 0) {
      take_title(limit, out, depth);
      if (out.name_begin == out.name_end) take_name(limit, out);
      apposition(limit, out, depth);
    }
  }
  return true;
}

// "the main opposition": the feminine of "head" after a feminine noun is its adjective.
bool Parser::chief_among(uint32_t at, const Seed& seed, uint32_t limit) const {
  if (at == 0 || !seed.definite || seed.proclitics != 0 || !seeds_.is_word(at - 1)) return false;
  if (seed.end > at + 1 || seeds_.analysis(at).gender != Gender::feminine) return false;
  const Analysis& before = seeds_.analysis(at - 1);
  const bool noun = before.pos == Pos::noun || before.pos == Pos::adjective;
  if (!noun || before.gender != Gender::feminine || !seeds_.definite(at - 1)) return false;
  const Sort next = seeds_.at(seed.end, limit).sort;
  return next != Sort::person && next != Sort::nisba && !seeds_.begins_name(seed.end);
}

// "wazira kharijiyat X wa-Y": in the construct state the written alef is that of the dual.
bool Parser::dual_construct(uint32_t head, const Seed& seed, uint32_t limit) const {
  if (!text_.normal(head).ends_with('A')) return false;
  bool dual = false;
  const TokenAnalyses& word = text_.of_token[head];
  for (uint32_t i = word.first; i < word.first + word.count; ++i) {
    dual = dual || text_.analyses[i].number == Number::dual;
  }
  if (!dual) return false;
  if (seed.end > head + 1) return !seeds_.definite(head);
  const Seed next = seeds_.at(seed.end, limit);
  return next && next.proclitics == 0 && next.sort != Sort::nisba;
}

// "his royal highness", "the sheikh": only before a title or a name.
bool Parser::honorific(uint32_t limit, Phrase& out, int depth) {
  const uint32_t after = out.end;
  const Seed next = seeds_.at(after, limit);
  if (next.proclitics != 0) return false;
  if (next.sort == Sort::title || next.sort == Sort::office) {
    Phrase rest;
    if (!phrase_at(after, limit, rest, depth + 1)) return false;
    rest.begin = rest.head = out.begin;
    rest.proclitics = out.proclitics;
    if (rest.gender == Gender::unknown) rest.gender = out.gender;
    if (rest.sector.empty()) rest.sector = out.sector;
    out = rest;
    if (depth == 0) {
      take_title(limit, out, depth);
      if (out.name_begin == out.name_end) take_name(limit, out);
      apposition(limit, out, depth);
    }
    return true;
  }
  out.title = kNone;
  if (!take_name(limit, out)) return false;
  if (depth == 0) {
    take_title(limit, out, depth);
    apposition(limit, out, depth);
  }
  return true;
}

// A portfolio stands for its ministry only where it is no adjective ("the foreign relations").
bool Parser::metonym_stands(uint32_t token, const Seed& seed) const {
  if (!seed.definite) return false;
  if (seed.proclitics != 0 || token == 0 || !seeds_.is_word(token - 1)) return true;
  const Analysis& before = seeds_.analysis(token - 1);
  const bool noun = before.pos == Pos::noun || before.pos == Pos::masdar ||
                    before.pos == Pos::adjective || before.pos == Pos::active_participle ||
                    before.pos == Pos::passive_participle;
  return !(noun && ((before.proclitics & kAl) != 0 || before.enclitic.person != 0));
}

bool Parser::agent(const Seed& seed, uint32_t limit, Phrase& out, int depth) {
  out.how = MentionKind::description;
  out.rule = "agent noun";
  if (out.kind == Kind::quality || out.kind == Kind::portfolio) return false;
  if (out.kind == Kind::area) return area(limit, out, depth);
  if (out.kind == Kind::metonym && !metonym_stands(out.begin, seed)) return false;
  if (depth == 0 && out.end == out.begin + 1 && out.human && seeds_.describes_noun(out.begin)) {
    return false;
  }
  if (out.kind == Kind::quantity) {  // "the dozens" by itself
    const bool alone = seed.definite && seeds_.tie(seed.end) != Tie::min;
    if (!alone || out.number != Number::plural || seed.end >= limit ||
        seeds_.at(seed.end, limit).sort == Sort::agent)
      return false;
    out.kind = Kind::people;
    out.sector = Code::from("CVL");
    out.human = out.bare = true;
    out.number = Number::plural;
    out.rule = "number of people";
    return true;
  }
  if (out.kind == Kind::people || out.kind == Kind::source) out.human = true;
  if (seeds_.analysis(seed.end - 1).enclitic.person == 3) out.of_pronoun = true;
  if ((out.proclitics & kBi) != 0 && seeds_.analysis(out.begin).pos == Pos::masdar) {
    const Sort next = seeds_.at(out.end, limit).sort;  // "led by X"
    if (next == Sort::person || next == Sort::title || seeds_.begins_name(out.end)) return false;
  }
  modifiers(limit, out, depth);
  if (out.name_begin == out.name_end && take_body_name(limit, out)) modifiers(limit, out, depth);
  if (out.kind == Kind::people && out.number != Number::plural && out.number != Number::dual &&
      out.definite && out.human) {
    take_name(limit, out);
    if (depth == 0) apposition(limit, out, depth);
  }
  out.bare = out.code.empty() && !out.of_pronoun && out.end == seed.end;
  if (!out.bare) return true;
  if (index_.facts(seed.entry).takes & kTakesOwner) return false;
  const bool body = out.kind == Kind::body || out.kind == Kind::government ||
                    out.kind == Kind::party || out.kind == Kind::company ||
                    out.kind == Kind::media || out.kind == Kind::force;
  return !body || out.definite || out.number == Number::plural;
}

// "the city of Aden", "the north of Iraq": a place.
bool Parser::area(uint32_t limit, Phrase& out, int depth) {
  Phrase place;
  if (seeds_.definite(out.end - 1) || !phrase_at(out.end, limit, place, depth + 1)) return false;
  if (place.proclitics != 0 || place.place == kNone) return false;
  if (place.sort != Sort::place && place.sort != Sort::state) return false;
  place.begin = place.head = out.begin;
  place.proclitics = out.proclitics;
  place.place_only = true;
  place.sort = Sort::place;
  out = place;
  return true;
}

bool Parser::anaphor(const Seed& seed, uint32_t limit, Phrase& out, int depth) {
  out.how = MentionKind::description;
  out.rule = "anaphor";
  out.definite = true;
  if (out.kind == Kind::last && seeds_.describes_noun(out.begin)) return false;
  if (out.kind == Kind::counterpart) out.human = true;
  if (out.kind == Kind::counterpart || out.kind == Kind::both_sides ||
      out.kind == Kind::anaphor_capital || out.kind == Kind::anaphor_country) {
    while (take_adjective(limit, out) || take_bracketed(limit, out, depth)) {
    }
  }
  if (out.kind == Kind::anaphor_capital) {
    out.definite = false;  // "the capital of X" in either form
    take_genitive(limit, out, depth);
    out.definite = true;
  }
  if (out.kind == Kind::counterpart) {
    out.how = MentionKind::title;
    take_name(limit, out);
    if (out.code.empty()) take_tied(limit, out, depth);
    apposition(limit, out, depth);
  }
  out.bare = out.code.empty() && out.end == seed.end;
  return true;
}

// A nisba describes the noun before it; only as a plural of people, or with no noun before it, does
// it stand for somebody by itself.
bool Parser::nisba(const Seed& seed, Phrase& out) const {
  if (out.kind == Kind::media || index_.facts(seed.entry).sort == Sort::place) return false;
  const Analysis& word = seeds_.analysis(out.begin);
  const bool people = (word.number == Number::plural && word.gender != Gender::feminine) ||
                      seeds_.nisba_of_plural(out.begin) != kNone;
  bool after_noun = false;
  if (out.begin > 0 && seeds_.is_word(out.begin - 1) && (seed.proclitics & ~kJoined) == 0) {
    const Analysis& before = seeds_.analysis(out.begin - 1);
    after_noun = before.pos == Pos::noun || before.pos == Pos::masdar ||
                 before.pos == Pos::adjective || before.pos == Pos::active_participle ||
                 before.pos == Pos::passive_participle || before.pos == Pos::unknown ||
                 before.pos == Pos::proper;
  }
  out.definite = seed.definite;
  if (people && (!after_noun || (seed.proclitics & kJoined) != 0)) {
    out.sort = Sort::agent, out.kind = Kind::people, out.how = MentionKind::description;
    out.human = true;
    if (!out.definite && !out.sector.empty()) out.sector = Code::from("CVL");
    out.rule = "people by their nisba";
    return true;
  }
  out.adjective = true;
  out.how = MentionKind::description;
  out.rule = "nisba of a noun";
  return true;
}

}  // namespace rasid
