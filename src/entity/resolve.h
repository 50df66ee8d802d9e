// SPDX-License-Identifier: Apache-2.0
// resolve: phrases -> participants: who each phrase stands for, the same participant wherever the
// article means the same one. Persons first (a surname in the headline is the full name below),
// then titles, bodies and groups, whose country the phrase, an earlier phrase or the article tells.
// Example: "the foreign minister of Russia" and, later, "Lavrov" and "the minister" are one.
#pragma once
#include "entity/scratch.h"

namespace rasid {

class Resolver {
 public:
  Resolver(Document& document, const EntityIndex& index, EntityScratch& scratch)
      : document_(document), text_(document.text), index_(index), scratch_(scratch) {}
  void run();

 private:
  // names.cc: persons
  void known_names();  // fills scratch.names from the phrases that bear one
  void surnames();     // turns tokens that repeat the end of a known name into phrases
  void names_after_titles();
  void merge_added();
  void persons();
  void add_person(const Phrase& phrase, const NameOf& known);
  void finish_person(const NameOf& known);
  bool same_name(uint32_t begin, uint32_t end, const NameOf& known) const;
  uint32_t name_at(uint32_t token) const;
  std::string_view name_word(uint32_t token) const;  // without proclitics

  // resolve.cc: states, bodies, titles, groups
  void resolve(uint32_t number);
  void entity(Phrase& phrase);
  void several(Phrase& phrase);
  void fullest_names();
  Code elsewhere(const Phrase& phrase, uint32_t number) const;
  uint32_t recent_person(uint32_t number, Code code) const;
  void title(uint32_t number);
  void agent(uint32_t number);
  void one(Phrase& phrase, uint32_t participant);
  void add(Phrase& phrase, uint32_t participant);
  uint32_t state_participant(Code code);
  uint32_t organization(EntryId entry, const Phrase* phrase);
  bool private_person(const Phrase& phrase, Code sector) const;
  uint32_t described(const Phrase& phrase, Code code, Code sector);
  uint32_t make(uint64_t key, const Participant& participant, const Who& who);
  uint32_t find(uint64_t key) const;
  void name(Participant& participant, uint32_t begin, uint32_t end, uint16_t proclitics) const;

  // context.cc: what earlier phrases and the article tell
  void weigh_states();
  bool anonymous(const Phrase& phrase) const;
  bool united_nations() const;  // does the article name them?
  Code dominant() const;
  bool often(Code code) const;
  Code context(const Phrase& phrase, uint32_t number) const;
  uint32_t owner_by_suffix(uint32_t number) const;
  Code owned(Phrase& phrase, uint32_t number) const;  // code, and sector, of whom a suffix means
  Code called_so(const Phrase& phrase) const;
  void anaphor(uint32_t number);
  void counterpart(uint32_t number);
  void both_countries(uint32_t number);
  void both_sides(uint32_t number, Kind kind = Kind::none);
  uint32_t with_title(EntryId title, Code code) const;  // a person named with it
  uint32_t recent_of_kind(uint32_t number, Kind kind, Code code, Gender gender) const;
  uint32_t recent_with_title(uint32_t number, EntryId title, Code code) const;
  uint32_t same_head(uint32_t number, uint32_t token) const;
  Code told_elsewhere(const Phrase& phrase, uint32_t number) const;
  Code scene(const Phrase& phrase, uint32_t number) const;
  uint32_t recent_people(uint32_t number, Code sector) const;
  uint32_t recent_phrase(uint32_t number, EntryId entry) const;
  Code owner_told(Phrase& phrase, uint32_t number);
  uint32_t recent_party(uint32_t number, Code code);
  const Phrase* inner_group(uint32_t number) const;
  uint32_t recent_body(uint32_t number, Kind kind) const;

  EntryId title_concept(const Phrase& phrase) const;
  EntryId title_concept(EntryId entry) const;  // the Title of an Office; of a Title, itself

  Document& document_;
  const Text& text_;
  const EntityIndex& index_;
  EntityScratch& scratch_;
};

}  // namespace rasid
