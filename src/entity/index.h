// SPDX-License-Identifier: Apache-2.0
// EntityIndex: what the lexicon knows of actors, laid out for entity/: facts of each entry, which
// lemmas are nisba adjectives or agent nouns, given names, and who held which office when.
// In: a Lexicon. Out: immutable tables, shared by all threads; values that make no sense (an
// unknown kind, an office that is no entry) are appended to `problems` as "file:line".
// Example: index.holder(index.office_of(title, "RUS"), date) is the Person who was minister then.
#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "lexicon/lexicon.h"
#include "model/mention.h"

namespace rasid {

// What an entry is to this stage.
enum class Sort : uint8_t {
  none,
  state,
  place,
  organization,
  person,
  office,
  title,
  agent,
  epithet,
  anaphor,
  nisba,     // an adjective of a state, place or organization
  time,      // a weekday, month or word of time: ends a name
  new_name,  // a person's name that no entry tells
};

// The `kind` of a Title, Agent, Organization or Anaphor entry, as far as this stage cares.
enum class Kind : uint8_t {
  none,
  // Title
  head,
  minister,
  spokesman,
  envoy,
  ambassador,
  official,
  member,
  leader,
  commander,
  ruler,
  judge,
  cleric,
  journalist,
  former,  // a word that makes its holder a former one
  expert,
  honorific,  // stands before a title or a name and tells nothing of whose it is
  // Agent
  people,
  force,
  body,
  government,  // a body that is named by its country alone
  delegation,
  source,
  party,
  media,
  company,
  quality,    // an adjective that tells the sector of a source or official (diplomatic, military)
  quantity,   // counts people: goes before an agent (dozens of, a number of)
  metonym,    // a portfolio that stands for its ministry (al-kharijiyya)
  portfolio,  // what follows minister and ministry, for those without an entry
  area,       // a city of, the north of: belongs to the place that follows
  // Anaphor
  both_sides,
  counterpart,
  last,
  anaphor_source,
  anaphor_minister,
  anaphor_president,
  anaphor_official,
  anaphor_spokesman,
  anaphor_delegation,
  anaphor_ministry,
  statement,
  anaphor_country,
  anaphor_capital,
  anaphor_organization,
  anaphor_movement,
};

// kTakesOwner: an actor only where somebody is told beside it ("the Syrian regime").
enum Takes : uint8_t { kTakesState = 1, kTakesBody = 2, kTakesNoun = 4, kTakesOwner = 8 };

struct Facts {
  Sort sort = Sort::none;
  Kind kind = Kind::none;
  uint8_t takes = 0;
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
  bool political = true;
  bool capital = false;  // a Place that stands for its government
  bool human = false;
  Code code;  // of a Place: its country
  Code sector;
  EntryId stands = kNone;  // Epithet: what it stands for; Place: its State; Office: its title
  uint32_t first_hold = 0, holds = 0;  // Person: into EntityIndex::holds
};

struct LemmaFacts {
  EntryId nisba = kNone;  // a State before an Organization before a Place
  EntryId agent = kNone;
  bool speech = false;   // a verb of saying
  bool is_name = false;  // written like a person's name
};

struct Hold {
  int64_t from, until;  // days since 1970, inclusive
  EntryId person, office;
};

// What a GivenName entry tells of a word. weak: a name that is also another word, so that it can't
// begin a name by itself; link: stands inside one (son of).
enum class NameWord : uint8_t { none, given, any, weak, link };

// Prepositions that tie a noun phrase together.
enum class Tie : uint8_t { none, fi, min, an, ila, lada, bi, li, ala, maa };

class EntityIndex {
 public:
  EntityIndex(const Lexicon& lexicon, std::vector<Error>& problems);

  const Lexicon& lexicon() const { return *lexicon_; }
  const Facts& facts(EntryId entry) const;
  Sort sort(EntryId entry) const { return entry < sorts_.size() ? sorts_[entry] : Sort::none; }
  bool lemma_matters(LemmaId lemma) const {
    return lemma < lemma_matters_.size() && lemma_matters_[lemma];
  }
  LemmaFacts of_lemma(LemmaId lemma) const {
    return lemma_matters(lemma) ? lemmas_[lemma] : LemmaFacts{};
  }
  NameWord name_word(std::string_view normal, uint16_t marks) const;
  Tie tie(std::string_view normal) const;
  EntryId state(Code code) const;  // the State entry of a country
  // Is "the kingdom", "the republic" the first word of one of its names?
  bool is_called(Code code, std::string_view normal) const;
  bool calls_states(std::string_view normal) const;
  EntryId office_of(EntryId title,
                    Code code) const;      // the Office of a title in a country, or kNone
  Code only_country(EntryId title) const;  // where one country alone has such an office
  EntryId title_of(EntryId office) const { return facts(office).stands; }
  // The office a person held on a day, else the last one before it, else the first one after it.
  std::optional<Hold> hold_on(EntryId person, std::optional<Date> day) const;
  EntryId holder(EntryId office, std::optional<Date> day) const;
  Code home_of(std::string_view outlet) const;  // the country of an outlet, or empty
  EntryId united_nations() const { return united_nations_; }

 private:
  void read_entries(std::vector<Error>& problems);
  void read_lemmas();
  void share_nisbas();
  void read_names();
  void mark_lemmas();
  bool is_word(std::string_view normal) const;
  void read_holds(std::vector<Error>& problems);
  void read_offices();
  void read_outlets();
  void read_states();

  struct NameSlot {
    uint64_t hash = 0;
    NameWord word = NameWord::none;
    uint16_t marks = 0;
  };
  struct OfficeOf {
    EntryId title;
    Code code;
    EntryId office;
  };
  struct Outlet {
    uint64_t hash;
    Code home;
  };

  const Lexicon* lexicon_;
  std::vector<Facts> facts_;
  std::vector<Sort> sorts_;  // of each entry: small, asked for each match
  std::vector<LemmaFacts> lemmas_;
  std::vector<bool> lemma_matters_;
  std::vector<NameSlot> names_;  // open addressing, a power of two
  // A bit for each hash that a name may have: small enough to stay near, as most words are no
  // names.
  static constexpr size_t kNameBits = size_t{1} << 17;
  static size_t name_bit(uint64_t hash) { return (hash >> 32) % kNameBits; }
  std::vector<uint64_t> name_bits_;
  std::vector<std::pair<uint64_t, Tie>> ties_;
  std::vector<std::pair<Code, EntryId>> states_;
  std::vector<std::pair<uint64_t, Code>> called_;  // first words of the long names of states
  std::vector<Hold> holds_;                        // by person, then from
  std::vector<Hold> by_office_;                    // by office, then from
  std::vector<OfficeOf> offices_;                  // by title, then code
  std::vector<Outlet> outlets_;
  EntryId united_nations_ = kNone;
};

}  // namespace rasid
