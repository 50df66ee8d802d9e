// SPDX-License-Identifier: Apache-2.0
// EntityScratch: what entity/ works with inside one article, kept between articles for its memory.
// A Phrase is a noun phrase that may become a Mention; parse.h makes them in text order, resolve.h
// gives them participants, pronouns.h adds what pronouns and elided subjects stand for.
#pragma once
#include <cstdint>
#include <vector>

#include "entity/index.h"
#include "model/document.h"

namespace rasid {

// One of those that a phrase stands for: "the foreign ministers of Russia and Iran" has two.
struct Member {
  Code code, sector;
  EntryId entry = kNone;                  // State, Organization or Person
  uint32_t name_begin = 0, name_end = 0;  // tokens; equal: no name
  uint16_t proclitics = 0;                // before the name
};

struct Phrase {
  uint32_t begin = 0, end = 0, head = 0;  // tokens
  uint32_t core_end = 0;                  // of the entry's own words
  uint32_t sentence = 0;
  Sort sort = Sort::none;
  Kind kind = Kind::none;
  MentionKind how = MentionKind::name;
  EntryId entry = kNone;   // of its head
  EntryId title = kNone;   // the Title or Office that tells what the person is
  EntryId person = kNone;  // Person entry
  bool of_body = false;    // the title of a body, not of a state (head of a council)
  EntryId place = kNone;
  Code code, sector;                      // as far as the phrase itself tells
  uint32_t name_begin = 0, name_end = 0;  // tokens
  uint32_t first_part = 0, parts = 0;     // where it stands for several
  uint32_t first_stands = 0, stands = 0;  // into EntityScratch::stands, once resolved
  EntryId owner = kNone;                  // of a body or group that tells no country either
  uint32_t owner_token = kNone;
  uint32_t repeats = kNone;  // the phrase whose head noun it repeats
  uint16_t proclitics = 0;
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
  bool human = false;
  bool political = true;
  bool former = false;
  bool country_told = false;  // by the phrase itself, not by what is around it
  bool definite = false;
  bool bare = false;  // a title or common noun with nothing that says whose
  bool place_only = false;
  bool adjective = false;
  Tie tie = Tie::none;  // the preposition before it
  bool after_preposition = false;
  bool subject = false;     // looks like the subject of a clause
  bool of_pronoun = false;  // its head bears a suffix: whose it is the pronoun tells
  const char* rule = "";
};

struct Subject {  // of a finite verb, found or guessed
  uint32_t verb = 0, sentence = 0;
  uint32_t phrase = kNone;  // or kNone: first_stands tells
  uint32_t first_stands = 0, stands = 0;
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
  bool human = false;
  bool speech = false;
  bool relative = false;  // in a relative clause
};

// What a participant is, besides what the model keeps of it. One for each participant.
struct Who {
  uint64_t key = 0;
  EntryId title = kNone;  // the Title that names its office in this article
  Kind kind = Kind::none;
  bool is_person = false;
  bool named = false;
};

struct NameOf {                 // a person named in the article
  uint32_t begin = 0, end = 0;  // tokens of the fullest form
  EntryId person = kNone;
  uint32_t participant = kNone;
  uint32_t phrase = kNone;  // the first that bears it
  uint16_t proclitics = 0;  // before its first word
};

struct HeadSeen {  // the head noun of an earlier phrase: "the movement" may mean it again
  uint64_t stem = 0;
  uint32_t token = 0;
  uint32_t phrase = kNone;  // until names found later move it
};

struct CodeWeight {
  Code code;
  float weight = 0;
};

struct EntityScratch {
  std::vector<Phrase> phrases;
  std::vector<Member> parts;
  std::vector<uint32_t> stands;      // participants
  std::vector<uint32_t> candidates;  // tokens that may be a name known from elsewhere
  std::vector<uint32_t> phrase_at;   // for each token: phrase that covers it, or kNone
  std::vector<Who> who;
  std::vector<NameOf> names;
  std::vector<HeadSeen> heads;
  std::vector<Subject> subjects;
  std::vector<CodeWeight> weights;
  std::vector<Phrase> added;
  std::vector<Phrase> inner;  // parties and groups told inside other phrases, as their owners
  uint64_t head_bloom = 0;
  void clear() {
    phrases.clear(), parts.clear(), stands.clear(), candidates.clear(), phrase_at.clear(),
        who.clear(), names.clear(), heads.clear(), subjects.clear(), weights.clear(), added.clear(),
        inner.clear();
    head_bloom = 0;
  }
};

}  // namespace rasid
