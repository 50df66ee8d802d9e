// SPDX-License-Identifier: Apache-2.0
// Text: tokens, sentences and analyses of one article. token/ makes tokens and sentences, morph/
// the analyses and the matches of lexicon words. Furniture, section and byline blocks have no
// sentences, so no event can come from them.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rasid {

inline constexpr uint32_t kNone = 0xFFFFFFFF;  // no index, no entry, no lemma

enum class TokenKind : uint8_t { word, number, latin, punctuation, other };

enum class Mark : uint8_t {  // what a punctuation token is
  none,
  full_stop,
  comma,
  semicolon,
  colon,
  question,
  exclamation,
  ellipsis,
  dash,
  slash,
  open_quote,
  close_quote,
  quote,  // quote: the straight kind; token/ resolves it to open or close
  open_bracket,
  close_bracket,
  other,
};

struct Token {
  Span span;
  uint32_t normal = 0;         // where its normal form (base/letters.h) begins in Text::normals
  uint16_t normal_length = 0;  // digits for numbers, lower-case bytes for Latin words
  uint16_t marks = 0;          // SpellingMark bits
  TokenKind kind = TokenKind::word;
  Mark mark = Mark::none;
  bool space_before = false;
  uint8_t quote_depth = 0;  // how many quotations it lies in
};

struct Sentence {
  uint32_t begin = 0, end = 0;  // tokens
  uint32_t block = 0;           // index into Article::blocks
  bool headline = false;        // a headline, kicker or subheading: its grammar differs
};

enum class Pos : uint8_t {
  unknown,
  noun,
  masdar,
  adjective,
  active_participle,
  passive_participle,
  proper,
  verb,
  pronoun,
  demonstrative,
  relative,
  preposition,
  conjunction,
  particle,
  adverb,
  number,
  punctuation,
};
std::string_view name_of(Pos pos);

enum class Tense : uint8_t { none, perfect, imperfect, imperative };
enum class Gender : uint8_t { unknown, masculine, feminine };
enum class Number : uint8_t { unknown, singular, dual, plural };

enum Proclitic : uint16_t {  // bits, as written before the stem
  kWa = 1,
  kFa = 2,
  kBi = 4,
  kKa = 8,
  kLi = 16,
  kAl = 32,
  kSa = 64,
  kHamzaQuestion = 128,
  kLa = 256,
};

struct Enclitic {      // an object or possessive suffix
  uint8_t person = 0;  // 0: none
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
};

struct Analysis {
  uint32_t lemma = kNone;  // lexicon lemma, kNone for a word the lexicon does not know
  Pos pos = Pos::unknown;
  Tense tense = Tense::none;
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
  uint8_t person = 0;    // 1 to 3 for verbs
  bool passive = false;  // for an unvowelled verb that can be either, false with can_be_passive
  bool can_be_passive = false;
  bool jussive_or_subjunctive = false;  // the written form shows it (yaktubu, not yaktubuna)
  bool construct = false;   // the written form shows it: a dual or sound plural without its nun
  uint16_t proclitics = 0;  // Proclitic bits
  Enclitic enclitic;
  uint8_t stem_begin = 0, stem_end = 0;  // the stem's bytes in the normal form
  int16_t score = 0;                     // higher is likelier; morph/ says how it is made
};

struct TokenAnalyses {
  uint32_t first = 0;  // into Text::analyses; analyses of a token are sorted, the chosen one first
  uint16_t count = 0;  // 0 for punctuation and foreign words
};

// A word or phrase of a lexicon entry found in the text (see Lexicon in lexicon/lexicon.h for entry
// and key).
struct Match {
  uint32_t begin = 0, end = 0;  // tokens
  uint32_t entry = kNone;
  uint16_t key = 0;
  uint16_t proclitics = 0;  // of the first token, as they stand outside the phrase
};

inline constexpr Analysis kNoAnalysis{};

struct Text {
  std::string normals;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<TokenAnalyses> of_token;  // one a token, after morph/
  std::vector<Analysis> analyses;       // those that of_token tells; others are left from before
  std::vector<Analysis> chosen;         // one a token: the first of its analyses, or an empty one
  std::vector<Match> matches;           // sorted by begin, then longest first, then entry
  std::vector<uint32_t> first_match;  // one a token and one past the last: matches that begin there

  std::string_view normal(uint32_t token) const {
    return {normals.data() + tokens[token].normal, tokens[token].normal_length};
  }
  // The chosen analysis; a token without one gets an empty analysis.
  const Analysis& analysis(uint32_t token) const {
    return token < of_token.size() ? chosen[token] : kNoAnalysis;  // both have one a token
  }
  void clear();
};

}  // namespace rasid
