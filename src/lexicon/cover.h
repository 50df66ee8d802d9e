// SPDX-License-Identifier: Apache-2.0
// cover: how well the entries are covered by examples and sources (`rasid lexicon cover`).
// Sentences count as distinct when they still differ with names and numbers masked, so that one
// sentence with its names changed counts once. Rows of .tsv files need no examples.
#pragma once
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"

namespace rasid {

struct Coverage {
  struct Count {
    size_t entries = 0;
    size_t rows = 0;         // of entries: rows of .tsv files
    size_t without_yes = 0;  // of entries that are no rows
  };
  std::array<Count, kTypes> of_type{};
  size_t yes = 0, no = 0, todo = 0;
  size_t sentences = 0;          // distinct, as written
  size_t masked_sentences = 0;   // distinct with names and numbers masked
  size_t unverified = 0;         // entries with `source: unverified`
  std::vector<EntryId> lacking;  // entries without a yes sentence, rows left out
};

Coverage coverage(const Lexicon& lexicon);
std::string dump(const Lexicon& lexicon, const Coverage& coverage);

// The sentence's normal words with those of names and all numbers replaced by "_", runs of "_" as
// one. Example: masked(lexicon, "<zar Obama Misr 2013>") == "zAr _".
std::string masked(const Lexicon& lexicon, std::string_view sentence);

}  // namespace rasid
