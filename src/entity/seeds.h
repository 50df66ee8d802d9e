// SPDX-License-Identifier: Apache-2.0
// Seeds: what stands at a token as far as actors go: the best lexicon match that begins there, an
// agent noun or nisba by its lemma, a preposition that ties a phrase, a run of name words.
// Example: in "wazir alkharijiya alrusi sirghi lafruf" the seed at 0 is a Title of two tokens, at 2
// the nisba of Russia, and name_run(3) ends at 5.
#pragma once
#include "entity/index.h"
#include "model/document.h"

namespace rasid {

struct Seed {
  Sort sort = Sort::none;
  Kind kind = Kind::none;
  EntryId entry = kNone;
  Key key = Key::id;
  uint32_t end = 0;         // token past it
  uint16_t proclitics = 0;  // before its first word, without the article
  bool definite = false;    // bears the article
  explicit operator bool() const { return sort != Sort::none; }
};

// What stands before a possible name: nothing, a title, or the title of a ruler, whom the first
// name alone may follow.
enum class Told : uint8_t { nothing, title, ruler };

inline constexpr uint16_t kJoined = kWa | kFa;              // a conjunction
inline constexpr uint16_t kPrepositions = kBi | kLi | kKa;  // a preposition

class Seeds {
  struct FirstName {
    NameWord word = NameWord::none;
    uint16_t proclitics = 0;
  };

 public:
  Seeds(const Document& document, const EntityIndex& index) : text_(document.text), index_(index) {}

  Seed at(uint32_t token, uint32_t limit) const;
  Tie tie_before(uint32_t token, const Seed& seed) const;  // as its own token or as a proclitic
  // The end of a person's name that begins at `token`, or `token` where none does. `told`: a title
  // stands before it, so that one unknown word is enough.
  uint32_t name_run(uint32_t token, uint32_t limit, Told told) const;
  bool is_word(uint32_t token) const {
    return token < text_.tokens.size() && text_.tokens[token].kind == TokenKind::word;
  }
  bool is_mark(uint32_t token, Mark mark) const {
    return token < text_.tokens.size() && text_.tokens[token].mark == mark;
  }
  bool begins_name(uint32_t token) const {
    if (!is_word(token)) return false;
    const NameWord word = first_name(token).word;
    return word == NameWord::given || word == NameWord::any;
  }
  EntryId nisba_of_plural(uint32_t token) const;
  // "Saudi" is written like the name of its state: turns such a seed of a state into the nisba.
  void as_nisba(uint32_t token, Seed& seed) const;
  bool name_like(uint32_t token) const;
  uint16_t name_proclitics(uint32_t token) const;  // that stand before a name
  NameWord name_word(uint32_t token) const {
    if (!is_word(token)) return NameWord::none;
    return index_.name_word(text_.normal(token), text_.tokens[token].marks);
  }
  // An adjective of the noun before it, as far as forms tell.
  bool describes_noun(uint32_t token) const;
  bool plain_adjective(uint32_t token) const;
  bool definite(uint32_t token) const;
  bool keeps_nun(uint32_t token) const;  // a sound plural that owns nothing: no genitive after it
  const Analysis& analysis(uint32_t token) const { return text_.analysis(token); }
  Tie tie(uint32_t token) const;

 private:
  FirstName first_name(uint32_t token) const;
  void best_match(uint32_t token, uint32_t limit, Seed& best) const;
  bool may_be_seed(uint32_t token) const;
  bool object_of_singular(uint32_t token) const;
  void by_lemma(uint32_t token, Seed& best) const;
  bool plain_surname(uint32_t token) const;
  bool also_word(uint32_t token) const;
  bool two_nouns(uint32_t first, uint32_t second) const;
  bool other_noun(const Analysis& word) const;
  bool ends_name(uint32_t token, uint32_t limit) const;
  bool believable(const Match& match, const Facts& facts, Key key) const;

  const Text& text_;
  const EntityIndex& index_;
};

}  // namespace rasid
