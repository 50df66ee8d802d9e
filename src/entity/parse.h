// SPDX-License-Identifier: Apache-2.0
// parse: tokens with seeds -> the noun phrases of the article that name actors and places, in text
// order. One phrase takes all that says who it is: title, portfolio, nisba, genitive, name and
// apposition; what is coordinated to it is a phrase of its own.
// Example: "the foreign minister of Russia, Sergey Lavrov, met" is one phrase of five words.
#pragma once
#include "entity/scratch.h"
#include "entity/seeds.h"

namespace rasid {

class Parser {
 public:
  Parser(const Document& document, const EntityIndex& index, EntityScratch& scratch)
      : document_(document),
        text_(document.text),
        index_(index),
        scratch_(scratch),
        seeds_(document, index) {}
  void run();

 private:
  uint32_t step(uint32_t token, uint32_t limit, uint32_t sentence);  // the next token to look at
  bool phrase_at(uint32_t token, uint32_t limit, Phrase& out, int depth);
  bool from_seed(const Seed& seed, uint32_t limit, Phrase& out, int depth);
  bool entry_phrase(const Seed& seed, uint32_t limit, Phrase& out, int depth);
  void person(EntryId entry, uint32_t end, uint32_t limit, Phrase& out) const;
  bool titled(const Seed& seed, uint32_t limit, Phrase& out, int depth);
  bool chief_among(uint32_t at, const Seed& seed, uint32_t limit) const;
  bool dual_construct(uint32_t head, const Seed& seed, uint32_t limit) const;
  bool honorific(uint32_t limit, Phrase& out, int depth);
  bool agent(const Seed& seed, uint32_t limit, Phrase& out, int depth);
  bool area(uint32_t limit, Phrase& out, int depth);
  bool anaphor(const Seed& seed, uint32_t limit, Phrase& out, int depth);
  bool nisba(const Seed& seed, Phrase& out) const;
  bool metonym_stands(uint32_t token, const Seed& seed) const;

  // take.cc: each takes what it can from out.end on and says whether it took anything.
  bool take_adjective(uint32_t limit, Phrase& out);
  bool take_genitive(uint32_t limit, Phrase& out, int depth);
  bool take_other_genitive(uint32_t limit, Phrase& out);
  bool take_portfolio(uint32_t limit, Phrase& out);
  bool deed_of_thing(const Phrase& out, uint32_t limit) const;
  bool take_body_name(uint32_t limit, Phrase& out);
  bool take_tied(uint32_t limit, Phrase& out, int depth);
  bool take_bracketed(uint32_t limit, Phrase& out, int depth);
  bool take_further_owner(uint32_t limit, Phrase& out, int depth);
  bool take_name(uint32_t limit, Phrase& out);
  bool take_title(uint32_t limit, Phrase& out, int depth);
  void modifiers(uint32_t limit, Phrase& out, int depth);
  void apposition(uint32_t limit, Phrase& out, int depth);
  bool after_participle(const Phrase& out) const;
  bool may_own(const Phrase& out, Tie tie, const Phrase& owner) const;
  bool fits(const Phrase& name, const Phrase& title) const;
  void own(Phrase& out, const Phrase& owner);
  void own_state(Phrase& out, EntryId nisba);
  void add_part(Phrase& out, const Member& part);
  void absorb(Phrase& out, const Phrase& title) const;

  Tie tie_before(const Phrase& phrase) const;
  void quantity(Phrase& out) const;
  void add(Phrase& out, uint32_t sentence);
  bool same_head(uint32_t token, uint32_t sentence);  // "the movement" after "the movement X"

  void share_title(Phrase& out);

  struct SharedTitle {
    EntryId title = kNone;
    Kind kind = Kind::none;
    Code code, sector;
    uint32_t end = 0;  // of the last name that bears it
  };

  SharedTitle shared_;
  Phrase next_;  // the one that step() tries
  const Document& document_;
  const Text& text_;
  const EntityIndex& index_;
  EntityScratch& scratch_;
  Seeds seeds_;
};

// Whether it looks like the subject of its clause: straight after a finite verb, or first in it;
// and whether a preposition governs it.
// The word without clitics and article, hashed: what "the movement" and "movement of X" share.
uint64_t stem_hash(const Text& text, uint32_t token);

void place_in_clause(Phrase& phrase, const Text& text);

inline bool has_name(const Phrase& phrase) { return phrase.name_end > phrase.name_begin; }

inline bool bears_no_sector(Code code) {
  static const Code kBare[] = {Code::from("UNO"), Code::from("EUR"), Code::from("IGO"),
                               Code::from("NGO"), Code::from("IMG"), Code::from("ISM"),
                               Code::from("MNC")};
  for (const Code& bare : kBare) {
    if (code == bare) return true;
  }
  return false;
}

// A country that may be counted among those an article is about.
inline bool countable(Code code) {
  return !code.empty() && !bears_no_sector(code) && code != Code::from("XXX");
}

}  // namespace rasid
