// SPDX-License-Identifier: Apache-2.0
// check_examples: runs the yes, no and todo sentences that stand beside the entries through the
// whole pipeline. A yes must fire its entry and fill its roles with the words told; a no must not
// fire it; a todo is reported when it begins to pass. What "fires" means is told at fires() in the
// .cc.
#pragma once
#include <string>
#include <vector>

#include "lexicon/examples.h"
#include "pipeline/engine.h"

namespace rasid {

struct ExampleFailure {
  Example example;
  std::string what;  // "does not fire", "actor = ...: not found, found ..."
};

struct ExampleReport {
  std::vector<ExampleFailure> failures;
  std::vector<Example> passing_todos;
  size_t run = 0;
};

// Only the examples of `entry` (an id) where it is not empty.
ExampleReport check_examples(const Engine& engine, const std::vector<Example>& examples,
                             std::string_view entry = {});

}  // namespace rasid
