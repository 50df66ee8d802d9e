// SPDX-License-Identifier: Apache-2.0
// What a phrase takes after its head: adjectives, genitives, tied phrases, names, appositions.
#include <algorithm>

#include "base/letters.h"
#include "entity/parse.h"

namespace rasid {
namespace {

bool plural(const Phrase& phrase) {
  return phrase.number == Number::plural || phrase.number == Number::dual;
}

// Whose sector is that of the body they belong to.
bool takes_sector(const Phrase& out) {
  if (out.sector.empty()) return true;
  return out.kind == Kind::delegation || out.kind == Kind::source;
}

}  // namespace

void Parser::add_part(Phrase& out, const Member& part) {
  if (out.parts == 0) out.first_part = static_cast<uint32_t>(scratch_.parts.size());
  if (out.first_part + out.parts != scratch_.parts.size()) return;  // an inner phrase has its own
  scratch_.parts.push_back(part);
  ++out.parts;
}

void Parser::own(Phrase& out, const Phrase& owner) {
  if (owner.sort == Sort::agent || owner.sort == Sort::organization) {
    out.of_body = owner.kind != Kind::government;
    const bool group = owner.kind == Kind::party || owner.kind == Kind::force ||
                       (owner.sort == Sort::agent && owner.kind == Kind::people);
    if (group && !owner.code.empty() && owner.end > owner.begin) scratch_.inner.push_back(owner);
  }
  if (out.code.empty()) out.code = owner.code;
  if (out.code.empty()) out.owner = owner.entry, out.owner_token = owner.begin;
  if (out.kind == Kind::metonym || out.kind == Kind::government) return;
  if (takes_sector(out) && !owner.sector.empty()) out.sector = owner.sector;
  if (out.kind == Kind::force) {  // the forces of a rebel are rebels
    const bool rebel = owner.sector == Code::from("REB") || owner.sector == Code::from("PRM");
    if (rebel || owner.sector == Code::from("OPP")) {
      out.sector = rebel ? owner.sector : Code::from("REB");
    }
  }
}

void Parser::own_state(Phrase& out, EntryId nisba) {
  const Facts& facts = index_.facts(nisba);
  if (out.code.empty()) {
    out.code = facts.code;
    if (facts.sort == Sort::organization && takes_sector(out)) out.sector = facts.sector;
    return;
  }
  if (!plural(out) || facts.code == out.code) return;
  if (out.parts == 0) add_part(out, {out.code, out.sector, kNone, 0, 0, 0});
  add_part(out, {facts.code, out.sector, kNone, 0, 0, 0});
}

bool Parser::take_adjective(uint32_t limit, Phrase& out) {
  const uint32_t at = out.end;
  if (at >= limit || !seeds_.is_word(at)) return false;
  const Analysis& word = seeds_.analysis(at);
  if (word.number == Number::plural && word.gender == Gender::masculine && seeds_.keeps_nun(at) &&
      (!plural(out) || !out.human)) {
    return false;  // "the police [dispersed] the demonstrators"
  }
  Seed seed = seeds_.at(at, limit);
  const bool agrees = out.gender == Gender::feminine || (plural(out) && !out.human);
  if (agrees && out.definite && out.code.empty() && !has_name(out)) seeds_.as_nisba(at, seed);
  const bool people = seed.sort == Sort::state && seed.key == Key::people && plural(out);
  if (seed.sort == Sort::nisba || people) {
    const bool joined = (seed.proclitics & kJoined) != 0;
    if (seed.proclitics & kPrepositions) return false;
    if (joined && !plural(out) && out.kind != Kind::envoy) return false;
    if (joined && out.code.empty()) return false;
    if (out.definite && !seed.definite) return false;
    if (has_name(out) && out.sort != Sort::organization) return false;
    own_state(out, seed.entry);
    out.end = seed.end;
    return true;
  }
  if (out.kind == Kind::envoy && !seed && out.definite && seeds_.definite(at) &&
      (seeds_.analysis(at).proclitics & kJoined) != 0 &&
      seeds_.analysis(at).pos == Pos::adjective) {
    out.end = at + 1;  // "the envoy of the UN and the Arab League" told by adjectives
    return true;
  }
  if (seed.proclitics != 0) return false;
  if (seed.sort == Sort::title && seed.kind == Kind::former) {
    out.former = true;
    out.end = seed.end;
    return true;
  }
  if (seed.sort == Sort::agent && seed.kind == Kind::quality) {
    if (out.definite && !seed.definite) return false;
    if (out.sector.empty() || out.kind == Kind::source || out.kind == Kind::delegation ||
        out.kind == Kind::official) {
      out.sector = index_.facts(seed.entry).sector;
    }
    out.end = seed.end;
    return true;
  }
  if (seed.kind == Kind::quantity && !out.definite && out.end == out.begin + 1 && plural(out)) {
    out.end = seed.end;  // "senior officials"
    return true;
  }
  if (seed || !seeds_.plain_adjective(at)) return false;
  if (out.definite != seeds_.definite(at)) return false;
  if (!out.definite && seeds_.analysis(at).pos == Pos::active_participle &&
      (text_.tokens[at].marks & kTanwin) != 0) {
    return false;  // a circumstance: "stressing that"
  }
  if (seeds_.name_word(at) == NameWord::given && !seeds_.definite(at)) return false;
  out.end = at + 1;
  return true;
}

bool Parser::take_genitive(uint32_t limit, Phrase& out, int depth) {
  const uint32_t at = out.end;
  if (at >= limit || !seeds_.is_word(at)) return false;
  const uint8_t takes = index_.facts(out.entry).takes;
  if (out.definite || out.of_pronoun || seeds_.keeps_nun(at - 1)) return false;
  const Seed seed = seeds_.at(at, limit);
  if (seed.proclitics != 0) return false;
  const bool noun = (takes & kTakesNoun) != 0;
  if (!seed || seed.kind == Kind::portfolio || (noun && seed.sort == Sort::agent) ||
      (noun && out.kind == Kind::leader && seed.sort != Sort::organization)) {
    const bool group = out.kind == Kind::party || out.kind == Kind::force;
    return noun && !(group && deed_of_thing(out, limit)) && take_portfolio(limit, out);
  }
  if (seed.sort == Sort::nisba || takes == 0) return false;
  if (seed.kind == Kind::quality || seed.kind == Kind::quantity || seed.kind == Kind::former) {
    return false;
  }
  if (seed.sort == Sort::anaphor && seed.kind != Kind::anaphor_country &&
      seed.kind != Kind::anaphor_movement && seed.kind != Kind::anaphor_organization) {
    return false;
  }
  Phrase owner;
  if (!phrase_at(at, limit, owner, depth + 1)) return false;
  if (owner.sort == Sort::new_name && !(takes & kTakesBody)) return false;
  own(out, owner);
  out.end = owner.end;
  out.definite = true;
  if (plural(out) || out.kind == Kind::delegation) {
    while (take_further_owner(limit, out, depth)) {
    }
  }
  return true;
}

// "... of Russia and Iran": the next of those whom several ministers or a delegation belong to.
bool Parser::take_further_owner(uint32_t limit, Phrase& out, int depth) {
  const uint32_t at = out.end;
  const Seed seed = seeds_.at(at, limit);
  if (!seed || (seed.proclitics & kJoined) == 0 || (seed.proclitics & kPrepositions) != 0) {
    return false;
  }
  const bool body =
      seed.sort == Sort::agent &&
      (seed.kind == Kind::body || seed.kind == Kind::government || seed.kind == Kind::party ||
       seed.kind == Kind::people || seed.kind == Kind::force);
  const bool state =
      seed.sort == Sort::state || (seed.sort == Sort::organization && out.code != Code{});
  if (!state && !(body && out.kind == Kind::delegation)) return false;
  Phrase owner;
  if (!phrase_at(at, limit, owner, depth + 1)) return false;
  const bool sector_of_owner = out.kind == Kind::delegation;
  if (out.parts == 0) add_part(out, {out.code, out.sector, kNone, 0, 0, 0});
  const Code code = owner.code.empty() ? out.code : owner.code;
  const Code sector = sector_of_owner || out.sector.empty() ? owner.sector : out.sector;
  add_part(out, {code, sector, owner.sort == Sort::organization ? owner.entry : kNone,
                 owner.name_begin, owner.name_end, owner.proclitics});
  out.end = owner.end;
  return true;
}

// The portfolio of a minister or ministry that no entry names: definite words.
// "the miners", "the city's residents": people of something that is no actor.
bool Parser::take_other_genitive(uint32_t limit, Phrase& out) {
  const uint32_t at = out.end;
  const bool group = out.kind == Kind::people || out.kind == Kind::force;
  if (!group || out.definite || out.of_pronoun || at >= limit || !seeds_.is_word(at)) return false;
  if (out.end != out.begin + 1 || seeds_.at(at, limit) || !seeds_.definite(at)) return false;
  if (seeds_.keeps_nun(out.begin)) return false;
  const Analysis& word = seeds_.analysis(at);
  if (word.pos != Pos::noun && word.pos != Pos::masdar) return false;
  if ((word.proclitics & (kJoined | kPrepositions)) != 0 || !plural(out)) return false;
  out.end = at + 1;
  out.definite = true;
  return true;
}

bool Parser::may_own(const Phrase& out, Tie tie, const Phrase& owner) const {
  const bool group = owner.sort == Sort::organization || owner.sort == Sort::agent ||
                     owner.sort == Sort::title || owner.sort == Sort::office ||
                     owner.sort == Sort::anaphor;
  const bool state = owner.sort == Sort::state || owner.sort == Sort::place;
  const bool one_word = out.end == out.begin + 1;
  switch (out.kind) {
    case Kind::envoy:
      return (state || group) && tie != Tie::fi && tie != Tie::bi;
    case Kind::ambassador:
      return state || group;
    case Kind::delegation:
      return (tie == Tie::min || tie == Tie::an || tie == Tie::li) && (group || state) &&
             !(tie == Tie::li && out.definite && one_word);
    case Kind::counterpart:
      return (tie == Tie::min && (group || state)) || (tie == Tie::fi && group);
    case Kind::official:
    case Kind::source:
    case Kind::member:
    case Kind::leader:
    case Kind::spokesman:
    case Kind::expert:
    case Kind::commander:
    case Kind::people:
    case Kind::force:
      if (tie == Tie::li) return group && !one_word && out.code.empty();
      if (tie == Tie::min || tie == Tie::an) return group || (state && one_word);
      return group && (tie == Tie::fi || tie == Tie::bi) && out.kind != Kind::force;
    case Kind::head:
    case Kind::minister:
      if (tie == Tie::fi) {
        return owner.sort == Sort::organization && out.code.empty() && !one_word;
      }
      return tie == Tie::li && group && !one_word && out.code.empty();
    default:
      return tie == Tie::li && group && !one_word && out.code.empty();
  }
}

// The phrase ends in a participle that no entry tells: what is tied to it is not its owner.
bool Parser::after_participle(const Phrase& out) const {
  if (out.end <= out.core_end || seeds_.at(out.end - 1, out.end)) return false;
  const Analysis& word = seeds_.analysis(out.end - 1);
  if (word.pos == Pos::passive_participle || word.pos == Pos::active_participle) return true;
  return word.pos == Pos::adjective && word.lemma != kNone &&
         index_.lexicon().lemma(word.lemma).verb != kNone;
}

bool Parser::take_tied(uint32_t limit, Phrase& out, int depth) {
  uint32_t at = out.end;
  if (at >= limit || !seeds_.is_word(at)) return false;
  Tie tie = seeds_.tie(at);
  if (tie != Tie::none && ++at >= limit) return false;
  const Seed seed = seeds_.at(at, limit);
  if (!seed || (seed.proclitics & kJoined) != 0) return false;
  if (tie == Tie::none) {
    tie = (seed.proclitics & kLi) ? Tie::li : (seed.proclitics & kBi) ? Tie::bi : Tie::none;
  } else if (seed.proclitics != 0) {
    return false;
  }
  if (tie == Tie::none || tie == Tie::ala || tie == Tie::maa) return false;
  if (tie == Tie::ila && out.kind != Kind::envoy && out.kind != Kind::ambassador) return false;
  const size_t parts = scratch_.parts.size();
  Phrase owner;
  if (!phrase_at(at, limit, owner, depth + 1)) return false;
  if (tie == Tie::li && out.kind == Kind::delegation && !out.code.empty() &&
      (owner.sort == Sort::state || owner.sort == Sort::place)) {
    return false;  // where it goes
  }
  const bool loose = tie == Tie::min || tie == Tie::li || tie == Tie::an;
  const bool by_others = loose && after_participle(out);  // "backed by Russia", "loyal to it"
  if (owner.adjective || (!may_own(out, tie, owner) && !by_others)) {
    scratch_.parts.resize(parts);
    // "officials in Moscow" are Russia's; the place stays for the event
    const bool in_place = (tie == Tie::fi || tie == Tie::bi) &&
                          (owner.sort == Sort::state || owner.sort == Sort::place);
    const bool indefinite =
        out.kind == Kind::official || out.kind == Kind::source || out.kind == Kind::member;
    if (in_place && indefinite && out.code.empty()) out.code = owner.code;
    return false;
  }
  if (by_others) {
    out.end = owner.end;
    return true;
  }
  const bool seat = tie == Tie::ila || tie == Tie::lada || tie == Tie::fi;
  const bool posted = out.kind == Kind::envoy || out.kind == Kind::ambassador;
  if (!(posted && (seat || !out.code.empty()))) own(out, owner);
  out.end = owner.end;
  out.definite = out.definite || owner.definite;
  if (out.kind == Kind::delegation) {
    if (owner.parts > 0) {
      out.first_part = owner.first_part, out.parts = owner.parts;
    }
    while (take_further_owner(limit, out, depth)) {
    }
  }
  return true;
}

// "(the Russian)", "party "X"" with a known name in quotation marks.
bool Parser::take_bracketed(uint32_t limit, Phrase& out, int depth) {
  const uint32_t at = out.end;
  if (at + 2 >= limit) return false;
  const bool bracket = seeds_.is_mark(at, Mark::open_bracket);
  if (!bracket && !seeds_.is_mark(at, Mark::open_quote)) return false;
  const Seed seed = seeds_.at(at + 1, limit);
  if (!seed || seed.proclitics != 0 || seed.end >= limit) return false;
  const Mark close = bracket ? Mark::close_bracket : Mark::close_quote;
  if (!seeds_.is_mark(seed.end, close)) return false;
  if (seed.sort == Sort::nisba) {
    if (!out.code.empty()) return false;
    own_state(out, seed.entry);
  } else if (seed.sort == Sort::organization && !bracket && depth < 4) {
    own(out, [&] {
      Phrase owner;
      owner.sort = seed.sort;
      owner.code = index_.facts(seed.entry).code;
      owner.sector = index_.facts(seed.entry).sector;
      return owner;
    }());
    if (out.sort == Sort::agent) out.entry = seed.entry, out.sort = Sort::organization;
    if (out.sort == Sort::organization) out.name_begin = at + 1, out.name_end = seed.end;
    out.definite = true;
  } else {
    return false;
  }
  out.end = seed.end + 1;
  return true;
}

void Parser::modifiers(uint32_t limit, Phrase& out, int depth) {
  for (int guard = 0; guard < 10; ++guard) {
    if (take_genitive(limit, out, depth) || take_other_genitive(limit, out) ||
        take_adjective(limit, out) || take_bracketed(limit, out, depth) ||
        take_tied(limit, out, depth)) {
      continue;
    }
    return;
  }
}

}  // namespace rasid
