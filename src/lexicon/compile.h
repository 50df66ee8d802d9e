// SPDX-License-Identifier: Apache-2.0
// compile: .rec and .tsv sources -> one image. All errors at once (at most 50), each as file:line:
// what, how to mend. The same sources give the same bytes, whatever the order in which they are
// handed in.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"

namespace rasid {

struct SourceFile {
  std::string path;  // relative to the lexicon folder, with slashes
  std::string bytes;
};

struct Compiled {
  std::string image;  // empty where there are errors
  std::vector<Error> errors;
};

// All *.rec and *.tsv below a folder, and RETIRED.
Result<std::vector<SourceFile>> lexicon_sources(const std::string& folder);
Compiled compile(std::vector<SourceFile> sources);

}  // namespace rasid
