// SPDX-License-Identifier: Apache-2.0
// coreference: whom pronouns, suffixes and finite verbs without a subject of their own stand for.
// In: resolved phrases. Out: Document::mentions, all of them, with what they stand for.
// A verb's subject is the phrase after it that agrees, or the one before it; else that of the verb
// before it. A suffix prefers the subject of its clause, but never means the subject of its own
// verb. Example: "Lavrov said he will meet him": `he` Lavrov, `him` another one, told before.
#pragma once
#include "entity/scratch.h"

namespace rasid {

class Coreference {
 public:
  Coreference(Document& document, const EntityIndex& index, EntityScratch& scratch)
      : document_(document), text_(document.text), index_(index), scratch_(scratch) {}
  void run();

 private:
  struct Form {  // what an antecedent must agree with
    Gender gender = Gender::unknown;
    Number number = Number::unknown;
  };
  void sentence(uint32_t number);
  void verb(uint32_t token, uint32_t sentence);
  void suffix(uint32_t token, uint32_t sentence);
  void pronoun(uint32_t token, uint32_t sentence);
  bool overt_after(uint32_t token, uint32_t limit, Subject& out);
  bool overt_before(uint32_t token, uint32_t start, Subject& out);
  void elided(uint32_t token, uint32_t start, Subject& out, const char*& rule);
  uint32_t back_over_particles(uint32_t token, uint32_t start) const;
  void group_from(uint32_t phrase, Subject& out);  // a phrase and those joined to it
  void group_to(uint32_t phrase, Subject& out);
  void collect(uint32_t first, uint32_t last, Subject& out);
  bool agrees(const Form& form, const Subject& subject) const;
  bool agrees(const Form& form, const Phrase& phrase) const;
  const Subject* last_subject(const Form& form, uint32_t sentence, uint32_t before,
                              const Subject* but) const;
  uint32_t last_phrase(const Form& form, uint32_t sentence, uint32_t before,
                       const Subject* but) const;
  bool outlet(const Subject& subject) const;
  bool shares(const Phrase& phrase, const Subject* subject) const;
  bool shares(const Subject& one, const Subject* subject) const;
  void antecedent(const Form& form, uint32_t token, uint32_t sentence, const Subject* but,
                  Subject& out, const char*& rule, bool object = false);
  bool of_topic(uint32_t token, uint32_t start) const;
  bool of_noun(const Phrase& phrase) const;
  bool is_time(uint32_t token) const;
  bool may_be_singular(uint32_t token) const;
  bool resumes(uint32_t token, uint32_t sentence, const Form& form, Subject& out);
  void topic(uint32_t phrase, uint32_t sentence);
  void speaker(uint32_t sentence, Subject& out) const;
  void emit(uint32_t token, MentionKind kind, bool is_suffix, const Subject& subject,
            const char* rule);
  void overt_mentions();
  uint32_t phrase_before(uint32_t token) const;

  Document& document_;
  const Text& text_;
  const EntityIndex& index_;
  EntityScratch& scratch_;
  bool acts_ = false;  // the antecedent sought is the subject of a verb
};

inline bool gender_fits(Gender form, Gender other) {
  return form == Gender::unknown || other == Gender::unknown || form == other;
}

}  // namespace rasid
