// SPDX-License-Identifier: Apache-2.0
// inflect: one lemma -> all its written forms without clitics, and the lemmas derived from it by
// rule. Used by the compiler only; the engine looks forms up. Written forms are normal forms
// (base/letters.h) of unvowelled Arabic. Example: inflect({.lemma = "<zara>", .pos = Pos::verb,
// .root = "z.w.r", .form = "1", .present = "<yazuru>"}) holds "zAr", "zrt", "zArwA" (stands alone),
// "zArw" (before an enclitic), "yzwr", "yzr" (jussive), "tzwryn" ...
#pragma once
#include <string>
#include <vector>

#include "lexicon/lexicon.h"

namespace rasid {

struct LemmaSource {  // Arabic as the entry writes it, UTF-8
  std::string lemma;
  Pos pos = Pos::noun;
  std::string
      root;  // letters of base/letters.h joined by dots, weak letters as w and y, hamza as C
  std::string form;                  // verbs: "1" to "10", "q1" to "q4"
  std::string present;               // verbs: third person masculine singular imperfect
  std::vector<std::string> plurals;  // broken plurals; empty: sound plurals by rule
  std::string feminine;
  Gender gender = Gender::unknown;
  bool human = false;
  std::vector<std::string> written;  // more forms, not inflected
};

struct WrittenForm {
  std::string normal;
  Form form;  // lemma is left 0
};

std::vector<WrittenForm> inflect(const LemmaSource& lemma);

// The masdar (forms 2 to 10 and q by rule; form 1 only where the entry names it) and the
// participles of a verb. The root and form are worked out from the lemma where the entry leaves
// them out and the lemma allows it.
std::vector<LemmaSource> derived(const LemmaSource& verb, const std::vector<std::string>& masdars);

}  // namespace rasid
