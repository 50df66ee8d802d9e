// SPDX-License-Identifier: Apache-2.0
// dump: an image as text that people and diffs can read (`rasid lexicon dump`), and the forms of a
// lemma (`rasid lexicon expand`). Arabic is given as the lexicon writes it, normal forms in the
// letters of base/letters.h. Example: expanded(lexicon, "<zara>") has a line
// "zArwA  verb perfect 3mp alone".
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace rasid {

struct DumpParts {
  bool sizes = true;
  bool entries = true;
  bool lemmas = true;
  bool phrases = true;
  bool forms = false;  // some hundred thousand lines
};

std::string dump(const Lexicon& lexicon, const DumpParts& parts = {});

// All forms of the lemmas of a word (its lemma in Arabic), or of an entry id: the lemmas it
// declares or names, and its phrases. An Error where there is neither.
Result<std::string> expanded(const Lexicon& lexicon, std::string_view word_or_id);

std::string described(const Form& form);  // "verb imperfect 3mp short"

}  // namespace rasid
