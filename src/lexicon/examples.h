// SPDX-License-Identifier: Apache-2.0
// examples: the yes, no and todo sentences beside the entries, which `rasid lexicon test` runs.
// In: source files, or a Lexicon (its image keeps them as values). Out: the same list from both.
// Example: "yes: S" with "+ actor = W" below it is {id, ExampleKind::yes, S, {{"actor", "W"}}}.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lexicon/compile.h"
#include "lexicon/lexicon.h"

namespace rasid {

enum class ExampleKind : uint8_t { yes, no, todo };

struct Example {
  std::string entry;  // id
  ExampleKind kind = ExampleKind::yes;
  std::string sentence;
  std::vector<std::pair<std::string, std::string>> roles;  // in file order
  std::string file;
  uint32_t line = 0;

  std::string_view role(std::string_view name) const;  // the first of that name, or empty
  bool operator==(const Example&) const = default;
};

std::vector<Example> examples(const Lexicon& lexicon);
// Of sources that compile without errors, in the order of the image's entries.
std::vector<Example> examples(std::vector<SourceFile> sources);

// The value of an example key ("sentence\nrole = words\n...") parsed; lines that are no
// "role = words" are left out.
Example parsed_example(Key kind, std::string_view value);

bool is_example_role(std::string_view name);  // what may stand before "=" in a "+" line

}  // namespace rasid
