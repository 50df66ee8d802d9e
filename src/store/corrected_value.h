// SPDX-License-Identifier: Apache-2.0
// What people write as the value of a correction, checked against the lexicon: categories, modes,
// codes, persons, places that there are. Ids of persons and bodies become actors with code and
// name. Example: corrected_value(lexicon, "actor", "person.adel_aljubeir") is
// "SAU:GOV=person.adel_aljubeir=NAME".
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace rasid {

class Lexicon;

Result<std::string> corrected_value(const Lexicon& lexicon, const std::string& field,
                                    const std::string& value);
// Whether it is the code of a state or body, with a sector or without: SAU, UNO, SAU:GOV.
bool is_party_code(const Lexicon& lexicon, std::string_view code);

}  // namespace rasid
