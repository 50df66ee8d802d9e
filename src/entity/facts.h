// SPDX-License-Identifier: Apache-2.0
// facts: an entry of the lexicon -> what this stage knows of it: its sort, kind, codes, agreement.
// Values that make no sense are appended to `problems`. Example: the entry "title.minister.foreign"
// is a Sort::title of Kind::minister that takes a state.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "entity/index.h"

namespace rasid {

Facts facts_of(const Entry& entry, const Lexicon& lexicon, std::vector<Error>& problems);

std::string where(const Entry& entry);            // "file:line"
std::string folded_words(std::string_view text);  // the normal forms of its words, joined
std::string latin_key(std::string_view text);     // its Latin letters and digits, in lower case

}  // namespace rasid
