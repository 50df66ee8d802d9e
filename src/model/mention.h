// SPDX-License-Identifier: Apache-2.0
// Mention: a piece of the text that stands for a participant or a place. Participant: one actor of
// the article, made of all mentions that stand for it (coreference done). Both made by entity/.
#pragma once
#include <array>
#include <bit>
#include <cstdint>
#include <string>
#include <vector>

#include "base/span.h"
#include "model/text.h"

namespace rasid {

enum class MentionKind : uint8_t {
  name,
  title,
  pronoun,
  description,
  elided
};  // "how" of a record
std::string_view name_of(MentionKind kind);

// A country or organisation code of the guide, section 4 (SYR, UNO, IGO ...), or a sector (GOV, OPP
// ...); may be empty.
struct Code {
  std::array<char, 4> letters{};
  static Code from(std::string_view text);
  std::string_view view() const {  // letters, then zeros: the last byte is always one
    const size_t size = letters[0] == 0 ? 0 : letters[1] == 0 ? 1 : letters[2] == 0 ? 2 : 3;
    return {letters.data(), size};
  }
  bool empty() const { return letters[0] == 0; }
  uint32_t number() const { return std::bit_cast<uint32_t>(letters); }
  bool operator==(const Code& other) const { return number() == other.number(); }
};

struct Participant {
  Code code;                // XXX where unknown
  Code sector;              // empty after UNO, EUR, IGO ...
  Span name;                // the fullest form in this article; empty for a bare state
  std::string name_text;    // the name where it is not one piece of the text; else empty
  uint32_t entry = kNone;   // the Person, State, Organization ... entry
  uint32_t office = kNone;  // the Office entry, where a title named it or a dated hold gives it
  Gender gender = Gender::unknown;
  Number number = Number::unknown;
  bool human = false;  // a person or people: agreement of a non-human plural is feminine singular
  bool political = true;  // may make an event by itself (guide, section 1); false: a company, an
                          // outlet, a bystander
};

struct Mention {
  Span span;                    // empty, at the verb, for an elided subject
  uint32_t begin = 0, end = 0;  // tokens
  uint32_t head = 0;            // token that carries clitics and agreement
  MentionKind kind = MentionKind::name;
  uint16_t first_participant = 0,
           participants =
               0;          // into Document::stands_for; 0 participants: a place only, or unresolved
  uint32_t place = kNone;  // Place or State entry where it may be a place
  uint32_t entry = kNone;  // the entry that made it
  uint16_t proclitics = 0;  // before its first word: a preposition or conjunction
  bool place_only = false;  // a city, a region: no actor (a capital stands for both). Its
                            // participant, the country's government, is for place-of slots only
  bool adjective = false;   // a nisba that describes another noun (the Russian visit): fills a slot
                            // only from the source "adjective", is never a subject or object
  bool pronoun_suffix = false;  // the suffix of its head token, not the token itself
  const char* rule = "";        // the rule that made or resolved it, for why
};

}  // namespace rasid
