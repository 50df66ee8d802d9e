// SPDX-License-Identifier: Apache-2.0
#include "entity/seeds.h"

#include <algorithm>

#include "base/letters.h"

namespace rasid {
namespace {

int rank(const Facts& facts, Key key) {
  switch (facts.sort) {
    case Sort::office:
      return 9;
    case Sort::person:
      return key == Key::short_name ? 4 : 8;
    case Sort::organization:
    case Sort::title:
      return 7;
    case Sort::state:
    case Sort::epithet:
      return 6;
    case Sort::place:
      return 5;
    case Sort::agent:
      return facts.kind == Kind::quality || facts.kind == Kind::portfolio ? 4 : 5;
    case Sort::anaphor:
      return 3;
    default:
      return 0;
  }
}

bool is_function_word(Pos pos) {
  return pos == Pos::preposition || pos == Pos::conjunction || pos == Pos::particle ||
         pos == Pos::pronoun || pos == Pos::relative || pos == Pos::demonstrative ||
         pos == Pos::adverb;
}

}  // namespace

// A noun of its own that is written like the feminine or plural of a person's title: a governorate,
// negotiations, institutions.
bool Seeds::other_noun(const Analysis& word) const {
  if (word.pos == Pos::masdar) return true;
  if (word.gender != Gender::feminine) return false;
  if (word.number == Number::plural) return true;
  if (word.pos != Pos::noun) return false;
  const Lemma lemma = index_.lexicon().lemma(word.lemma);
  return lemma.normal.ends_with('h') && !lemma.human;
}

// A short name that is also a common word counts only where the word can't be the verb or particle.
bool Seeds::believable(const Match& match, const Facts& facts, Key key) const {
  if (facts.kind == Kind::media && key == Key::short_name) {  // "the Middle East" is a newspaper
    return match.begin > 0 && is_mark(match.begin - 1, Mark::open_quote);
  }
  if (match.end != match.begin + 1) return true;
  const Analysis& chosen = analysis(match.begin);
  const bool common = facts.sort == Sort::title || facts.sort == Sort::agent;
  if (common && is_function_word(chosen.pos)) return false;
  if (chosen.lemma == kNone) return true;
  if (facts.sort == Sort::title && other_noun(chosen)) return false;
  if (facts.sort == Sort::agent && facts.human && chosen.pos == Pos::masdar) return false;
  if (facts.sort == Sort::organization && key == Key::short_name && chosen.pos != Pos::proper &&
      match.end < text_.tokens.size() && (chosen.proclitics & kAl) && plain_adjective(match.end) &&
      definite(match.end)) {
    return false;  // "the internal order" is no regime
  }
  if (facts.sort == Sort::state) {  // "financial" is no Mali
    return chosen.pos != Pos::adjective || key == Key::people ||
           !text_.normal(match.begin).ends_with('y');
  }
  if (facts.sort == Sort::title || facts.sort == Sort::agent || facts.sort == Sort::anaphor) {
    return chosen.pos != Pos::verb;
  }
  const bool weak = facts.sort == Sort::place || key == Key::short_name;
  return !weak || (chosen.pos != Pos::verb && !is_function_word(chosen.pos));
}

void Seeds::best_match(uint32_t token, uint32_t limit, Seed& best) const {
  const uint32_t first = text_.first_match[token];
  const uint32_t last = text_.first_match[token + 1];
  int best_rank = 0;
  for (uint32_t i = first; i < last; ++i) {
    const Match& match = text_.matches[i];
    const Sort sort = index_.sort(match.entry);
    if (sort == Sort::none || sort == Sort::time || match.end > limit) continue;
    const Facts& facts = index_.facts(match.entry);
    const Key key = static_cast<Key>(match.key);
    if (match.end < best.end) break;  // the longest come first
    const bool is_nisba = key == Key::modifier || key == Key::adjective;
    const int match_rank = is_nisba ? 6 : rank(facts, key);
    if (match.end == best.end && match_rank <= best_rank) continue;
    if (!believable(match, facts, key)) continue;
    best = {is_nisba ? Sort::nisba : facts.sort,
            facts.kind,
            match.entry,
            key,
            match.end,
            static_cast<uint16_t>(match.proclitics & ~kAl),
            false};
    best_rank = match_rank;
  }
}

// The sound plural of a nisba that is known with a broken plural only.
EntryId Seeds::nisba_of_plural(uint32_t token) const {
  const Analysis& word = analysis(token);
  if (word.lemma != kNone) return kNone;
  std::string_view normal = text_.normal(token);
  if (word.stem_begin >= normal.size()) return kNone;
  normal.remove_prefix(word.stem_begin);
  if (normal.size() > 6 && begins_with_article(normal)) normal.remove_prefix(2);
  if (normal.size() < 6 || (!normal.ends_with("ywn") && !normal.ends_with("yyn"))) return kNone;
  for (const Form& form : index_.lexicon().forms(normal.substr(0, normal.size() - 2))) {
    const EntryId nisba = index_.of_lemma(form.lemma).nisba;
    if (nisba != kNone) return nisba;
  }
  return kNone;
}

void Seeds::as_nisba(uint32_t token, Seed& seed) const {
  if (seed.sort != Sort::state || seed.end != token + 1 || seed.proclitics != 0) return;
  if (!seed.definite || seed.key == Key::people) return;
  const TokenAnalyses& word = text_.of_token[token];
  for (uint32_t i = word.first; i < word.first + word.count; ++i) {
    const Analysis& reading = text_.analyses[i];
    if (reading.lemma == kNone || index_.of_lemma(reading.lemma).nisba != seed.entry) continue;
    if (reading.gender != Gender::feminine) continue;
    seed.sort = Sort::nisba, seed.key = Key::adjective;
    return;
  }
}

// Whether by_lemma may find something: quickly told, and most words are no actors.
bool Seeds::may_be_seed(uint32_t token) const {
  const TokenAnalyses& of_token = text_.of_token[token];
  const uint32_t count = std::min<uint32_t>(of_token.count, 3);
  if (count == 0) return true;
  for (uint32_t i = of_token.first; i < of_token.first + count; ++i) {
    const LemmaId lemma = text_.analyses[i].lemma;
    if (lemma == kNone ? i == of_token.first : index_.lemma_matters(lemma)) return true;
  }
  return false;
}

// "the police [dispersed] the demonstrators": no adjective of the singular or the feminine before.
bool Seeds::object_of_singular(uint32_t token) const {
  if (token == 0 || !is_word(token - 1) || !keeps_nun(token)) return false;
  const Analysis& before = analysis(token - 1);
  return before.number != Number::plural && before.pos != Pos::number && definite(token - 1);
}

void Seeds::by_lemma(uint32_t token, Seed& best) const {
  if (const EntryId plural = nisba_of_plural(token); plural != kNone) {
    const uint16_t outside = analysis(token).proclitics & static_cast<uint16_t>(~kAl);
    best = {Sort::nisba, index_.facts(plural).kind, plural, Key::adjective, token + 1, outside,
            false};
    return;
  }
  const TokenAnalyses& of_token = text_.of_token[token];
  const uint32_t count = std::min<uint32_t>(of_token.count, 3);
  for (uint32_t i = 0; i < count; ++i) {
    const Analysis& reading = text_.analyses[of_token.first + i];
    if (reading.pos == Pos::verb || is_function_word(reading.pos)) {
      if (i == 0) return;
      continue;
    }
    const LemmaFacts lemma = index_.of_lemma(reading.lemma);
    const EntryId entry = lemma.nisba != kNone ? lemma.nisba : lemma.agent;
    if (entry == kNone) continue;
    if (i > 0 && lemma.nisba == kNone && !object_of_singular(token)) continue;
    const Facts& facts = index_.facts(entry);
    best = {lemma.nisba != kNone ? Sort::nisba : facts.sort,
            facts.kind,
            entry,
            lemma.nisba != kNone ? Key::adjective : Key::noun,
            token + 1,
            static_cast<uint16_t>(reading.proclitics & ~kAl),
            false};
    return;
  }
}

Seed Seeds::at(uint32_t token, uint32_t limit) const {
  Seed best;
  if (token >= limit) return best;
  if (text_.first_match[token] < text_.first_match[token + 1]) best_match(token, limit, best);
  if (!best && may_be_seed(token)) by_lemma(token, best);
  if (best.kind == Kind::quality && best.end == token + 1 && !describes_noun(token)) {
    Seed noun;  // "the opposition", not an adjective of what stands before it
    by_lemma(token, noun);
    if (noun.sort == Sort::agent) best = noun;
  }
  if (best) best.definite = definite(token);
  return best;
}

bool Seeds::definite(uint32_t token) const {
  const Analysis& chosen = analysis(token);
  if (chosen.proclitics & kAl) return true;
  return chosen.lemma == kNone && begins_with_article(text_.normal(token));
}

bool Seeds::keeps_nun(uint32_t token) const {
  const Analysis& word = analysis(token);
  if (word.number != Number::plural || word.lemma == kNone) return false;
  const std::string_view normal = text_.normal(token);
  const std::string_view stem = index_.lexicon().lemma(word.lemma).normal;
  if (!normal.ends_with("wn") && !normal.ends_with("yn")) return false;
  return normal.substr(0, normal.size() - 2).ends_with(stem);
}

Tie Seeds::tie(uint32_t token) const {
  if (!is_word(token)) return Tie::none;
  return index_.tie(text_.normal(token));
}

Tie Seeds::tie_before(uint32_t token, const Seed& seed) const {
  if (seed.proclitics & kJoined) return Tie::none;
  if (seed.proclitics & kLi) return Tie::li;
  if (seed.proclitics & kBi) return Tie::bi;
  return token == 0 ? Tie::none : tie(token - 1);
}

bool Seeds::name_like(uint32_t token) const {
  if (!is_word(token)) return false;
  const Analysis& chosen = analysis(token);
  if (chosen.pos == Pos::proper) return (chosen.proclitics & (kJoined | kPrepositions)) == 0;
  const bool nominal =
      chosen.pos == Pos::unknown || chosen.pos == Pos::noun || chosen.pos == Pos::adjective;
  if (chosen.lemma == kNone && nominal) {
    return (chosen.proclitics & (kJoined | kPrepositions)) == 0;
  }
  if (is_function_word(chosen.pos)) return false;
  const NameWord word = name_word(token);
  return word != NameWord::none && word != NameWord::weak;
}

bool Seeds::plain_adjective(uint32_t token) const {
  if (!is_word(token)) return false;
  const Analysis& chosen = analysis(token);
  if (chosen.proclitics & (kJoined | kPrepositions)) return false;
  if (chosen.enclitic.person != 0) return false;
  return chosen.pos == Pos::adjective || chosen.pos == Pos::active_participle ||
         chosen.pos == Pos::passive_participle;
}

// A name at the head of a phrase, without what is written on to it.
Seeds::FirstName Seeds::first_name(uint32_t token) const {
  const Analysis& chosen = analysis(token);
  if (chosen.lemma != kNone && chosen.pos != Pos::proper) {
    if (!index_.of_lemma(chosen.lemma).is_name) return {};
  } else if (chosen.lemma == kNone && chosen.pos == Pos::verb) {
    return {};
  }
  if (is_function_word(chosen.pos)) return {};
  std::string_view normal = text_.normal(token);
  const uint16_t marks = text_.tokens[token].marks;
  const auto outside = static_cast<uint16_t>(chosen.proclitics & ~kAl);
  if (outside == 0) return {index_.name_word(normal, marks), 0};
  if (chosen.stem_begin < normal.size()) normal.remove_prefix(chosen.stem_begin);
  return {index_.name_word(normal, marks), outside};
}

uint16_t Seeds::name_proclitics(uint32_t token) const { return first_name(token).proclitics; }

// After a title and a first name, an indefinite word is rather a surname than anything else.
bool Seeds::plain_surname(uint32_t token) const {
  const Analysis& word = analysis(token);
  if (name_word(token - 1) != NameWord::given || definite(token)) return false;
  if ((text_.tokens[token].marks & kTanwin) != 0 || word.enclitic.person != 0) return false;
  if (word.proclitics != 0) return false;
  return word.pos == Pos::noun || word.pos == Pos::adjective ||
         word.pos == Pos::active_participle || word.pos == Pos::passive_participle;
}

// Has the word another reading than a name?
bool Seeds::also_word(uint32_t token) const {
  const TokenAnalyses& of_token = text_.of_token[token];
  for (uint32_t i = of_token.first; i < of_token.first + of_token.count; ++i) {
    const Pos pos = text_.analyses[i].pos;
    if (text_.analyses[i].lemma != kNone && pos != Pos::proper && pos != Pos::unknown) return true;
  }
  return false;
}

// "the safety of aviation": a word that is also a name, and a common noun, are no person.
bool Seeds::two_nouns(uint32_t first, uint32_t second) const {
  if (!also_word(first) || name_word(second) != NameWord::none) return false;
  const Analysis& word = analysis(second);
  if (word.lemma == kNone || index_.of_lemma(word.lemma).is_name) return false;
  const bool adjective = word.pos == Pos::adjective || word.pos == Pos::active_participle ||
                         word.pos == Pos::passive_participle;
  if (definite(first)) return adjective || word.pos == Pos::noun || word.pos == Pos::masdar;
  return definite(second) && (word.pos == Pos::noun || word.pos == Pos::masdar);
}

uint32_t Seeds::name_run(uint32_t token, uint32_t limit, Told told) const {
  uint32_t at = token;
  uint32_t words = 0;   // that bear a name, links not counted
  bool family = false;  // a surname with the article ends the name
  uint32_t known = 0;   // words that the list of names has
  limit = std::min(limit, token + 7);
  while (at < limit && is_word(at)) {
    if (family && name_word(at) != NameWord::link) break;
    family = false;
    const std::string_view normal = text_.normal(at);
    const Analysis& chosen = analysis(at);
    NameWord word = at == token && told == Told::nothing ? first_name(at).word : name_word(at);
    if (word != NameWord::link && is_function_word(chosen.pos)) break;
    if (at == token && told != Told::nothing && chosen.pos == Pos::verb &&
        (chosen.proclitics & kJoined) != 0) {
      break;  // "the minister and affirmed": a verb of the next clause
    }
    if (at > token && (chosen.proclitics & kJoined) && word == NameWord::none) break;
    if (word == NameWord::link) {
      ++at;
      continue;
    }
    const bool after_link = at > token && name_word(at - 1) == NameWord::link;
    if (at > token && !after_link && ends_name(at, limit)) break;
    if (told == Told::nothing && words == 1 && !after_link && two_nouns(at - 1, at)) break;
    const bool with_article = begins_with_article(normal) && normal.size() > 4;
    const bool unknown = chosen.lemma == kNone;
    if (word == NameWord::given || word == NameWord::any) {
      ++known;
    } else if (with_article && words > 0 && chosen.pos != Pos::verb && chosen.pos != Pos::masdar &&
               (words == 1 || unknown || after_link)) {  // NOLINT(bugprone-branch-clone): the order
      family = true;
    } else if (word == NameWord::weak) {
      if (words == 0 && told == Told::nothing) break;
      if (words > 1 && !unknown) break;
    } else if (told == Told::title && words == 1 && plain_surname(at)) {
      family = true;
    } else if (!name_like(at) && !(after_link && chosen.pos != Pos::verb)) {
      break;
    }
    ++words;
    ++at;
  }
  while (at > token && name_word(at - 1) == NameWord::link) --at;
  if (told != Told::nothing && words == 1 && at + 1 < limit && is_word(at) &&
      is_mark(at + 1, Mark::comma) && !is_function_word(analysis(at).pos) &&
      (analysis(at).proclitics & kJoined) == 0 && !definite(at) && !this->at(at, limit)) {
    ++at;  // closed by a comma, the second word is the surname, whatever else it may be
  }
  if (told != Told::nothing) return words >= 1 ? at : token;
  const NameWord first = first_name(token).word;
  const bool begins = first == NameWord::given || first == NameWord::any;
  return words >= 2 && known >= 1 && begins ? at : token;
}

// Words of another actor, or of time, that can't go on a name.
bool Seeds::ends_name(uint32_t token, uint32_t limit) const {
  const uint32_t last = text_.first_match[token + 1];
  for (uint32_t i = text_.first_match[token]; i < last; ++i) {
    if (index_.sort(text_.matches[i].entry) == Sort::time) return true;
  }
  const Seed seed = at(token, limit);
  if (!seed || seed.sort == Sort::place || seed.sort == Sort::person) return false;
  return seed.sort != Sort::nisba || !definite(token);
}

bool Seeds::describes_noun(uint32_t token) const {
  if (token == 0 || !is_word(token - 1)) return false;
  const Analysis& word = analysis(token);
  const std::string_view normal = text_.normal(token);
  const bool nisba = word.pos == Pos::noun && (normal.ends_with('y') || normal.ends_with("yh"));
  if (!nisba && word.pos != Pos::adjective && word.pos != Pos::active_participle &&
      word.pos != Pos::passive_participle) {
    return false;
  }
  if (word.number == Number::plural && word.gender != Gender::feminine) return false;
  if (word.proclitics & (kJoined | kPrepositions)) return false;
  const Analysis& before = analysis(token - 1);
  const bool noun =
      before.pos == Pos::noun || before.pos == Pos::masdar || before.pos == Pos::adjective;
  return noun && definite(token) == (definite(token - 1) || before.enclitic.person != 0);
}

}  // namespace rasid
