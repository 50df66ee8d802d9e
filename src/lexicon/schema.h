// SPDX-License-Identifier: Apache-2.0
// Schema: the types of lexicon entries, the keys each may have, and what a key's value is. The one
// list of both; docs/LEXICON.md explains them to linguists. Adding a key: a line in Key and a line
// in schema.cc.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace rasid {

// The kind of entry, as %rec: names it.
enum class Type : uint8_t {
  word,
  state,
  place,
  organization,
  person,
  office,
  title,
  agent,
  given_name,
  epithet,
  anaphor,
  particle,
  frame,
  light,
  word_class,
  cue,
  speech,
  month,
  weekday,
  time_unit,
  time_word,
  number_word,
  page_word,
  context,
  category,
  nominal,
};
inline constexpr size_t kTypes = 26;

enum class Key : uint16_t {
  id,
  source,
  yes,
  no,
  todo,
  note,
  gloss,
  lemma,
  pos,
  root,
  form,
  present,
  masdar,
  plural,
  feminine,
  gender,
  human,
  verb_of,
  written,
  rank,  // word
  code,
  sector,
  name,
  short_name,
  adjective,
  people,
  capital,
  latin,
  wikidata,
  iso2,
  region,  // actors
  kind,
  lat,
  lon,
  population,
  country,
  political,
  member,
  body,
  since,
  until,
  holds,
  title,
  takes,
  is,
  word,
  gives,
  number,
  resolves,
  person,
  head,
  modifier,  // titles, agents
  verb,
  noun,
  phrase,
  event,
  slot,
  needs,
  unless,
  when,
  genitive,
  light,
  status,
  negation,
  priority,  // frames
  scope,
  subject,
  speaker,
  via,
  content,
  marks,  // claims
  value,
  unit,
  offset,
  calendar,
  tense,  // time
  part,
  match,  // page
  cameo,
  plover,
  quad,
  scale,
  reciprocal,
  demand,  // codes
};
inline constexpr Key kLastKey = Key::demand;

enum class KeyKind : uint8_t {
  code,       // ASCII identifier(s); the stage that reads it checks the value
  text,       // Arabic or any text, not compiled into words
  verb,       // a verb lemma (past, third person masculine): becomes a Term on that lemma
  noun,       // a noun or masdar lemma: a Term on that lemma; one the Word entries do not know is
              // declared by it
  adjective,  // an adjective (nisba) lemma: likewise, declined in all genders and numbers
  phrase,  // words; each matches its exact normal form, or with ~ before it any form of that lemma
  reference,  // the id of another entry
  date,       // YYYY-MM-DD
  range,      // FROM..TO and an id: YYYY-MM-DD..YYYY-MM-DD ID; an open end is left empty
  number,
  flag,     // yes or no
  example,  // yes, no, todo: a sentence, with "+ role = text" lines
};

struct KeyRule {
  Key key;
  KeyKind kind;
  bool required = false;
  bool many = false;
};

struct TypeRule {
  Type type;
  std::string_view name;          // as %rec: says it
  std::span<const KeyRule> keys;  // besides id, source, yes, no, todo, note, which every type has
};

std::string_view name_of(Type type);
std::string_view name_of(Key key);
std::optional<Type> type_named(std::string_view name);
std::optional<Key> key_named(std::string_view name);
const TypeRule& rule_of(Type type);
const KeyRule* rule_of(Type type, Key key);  // nullptr where the type has no such key

}  // namespace rasid
