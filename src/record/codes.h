// SPDX-License-Identifier: Apache-2.0
// Codes: what a native category and its claim are called in CAMEO and PLOVER files, and their
// scale. Source of every rule: shared reference NATIVE2CODES (held events in
// lexicon/ontology/categories.rec; planned, cancelled, possible and negated ones by the rules in
// its head, kept in coded()). Example: coded("CONSULT", "visit", planned) is {"036", "AGREE", ""}.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/event.h"

namespace rasid {

// The number that an entry's value writes; nothing where it is empty or no number.
std::optional<double> number_of(std::string_view text);

struct CategoryCodes {
  std::string_view category, mode;       // native
  std::string_view cameo, cameo_demand;  // the second for verbs of demanding (10x instead of 02x)
  std::string_view plover_event, plover_mode;
  int quad = 0;
  std::optional<double> scale;
  bool reciprocal = false;
};

struct EventCodes {
  std::string_view cameo, plover_event, plover_mode;  // empty where the scheme has no row for it
  int quad = 0;
  std::optional<double> scale;
};

class Codes {
 public:
  Codes(const Lexicon& lexicon, std::vector<Error>& problems);
  const CategoryCodes* find(std::string_view category, std::string_view mode) const;
  EventCodes coded(std::string_view category, std::string_view mode, const Claim& claim,
                   bool demand) const;

 private:
  std::vector<CategoryCodes> rows_;  // sorted by category, mode
};

}  // namespace rasid
