// SPDX-License-Identifier: Apache-2.0
// phrase: the text of a phrase or name -> its words, cut as token/ cuts running text: runs of
// Arabic letters, of digits, of Latin letters, and each other sign by itself.
// Example: "~<wazir> 5+1" gives {"wzyr", any_form}, "5", "+", "1" (<wazir> stands for Arabic).
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace rasid {

struct PhraseWord {
  std::string_view text;  // as written, without the ~
  std::string normal;     // the normal form; Latin letters in lower case; a sign as it is
  bool any_form = false;  // written with ~: any form of the lemma
};

std::vector<PhraseWord> phrase_words(std::string_view text);

}  // namespace rasid
