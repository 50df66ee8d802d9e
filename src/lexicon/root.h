// SPDX-License-Identifier: Apache-2.0
// root: the root, form and vowels of a verb, read off its entry or guessed from its lemma. Compiler
// only. Example: shape_of({.lemma = "<istaqbala>"}) is form 10 of q b l.
#pragma once
#include <string>

#include "lexicon/inflect.h"

namespace rasid::inflection {

struct VerbShape {
  std::string radicals;            // three or four letters, C hamza; empty where nothing fits
  int form = 1;                    // 1 to 10; 11 to 14 are q1 to q4
  char past_vowel = 'a';           // form 1: between the second and third radical
  char present_vowel = 'u';        // likewise
  bool drops_first = false;        // form 1 of w-: yaSil
  bool keeps_middle = false;       // a weak second radical treated as sound (istahwadha)
  bool assimilates_hamza = false;  // form 8 of hamza: ittakhadha

  char letter(size_t index) const { return index < radicals.size() ? radicals[index] : '\0'; }
  bool quadriliteral() const { return form > 10; }
  char last() const { return radicals.empty() ? '\0' : radicals.back(); }
  bool weak_last() const { return last() == 'w' || last() == 'y'; }
  bool hollow() const;   // its second radical melts into a long vowel
  bool doubled() const;  // its last two radicals are one and contract
};

VerbShape shape_of(const LemmaSource& verb);

}  // namespace rasid::inflection
