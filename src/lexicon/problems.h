// SPDX-License-Identifier: Apache-2.0
// Problems: the errors of a set of sources, each with file:line. Only the first 50 are kept, so
// that one slip in a bulk list does not bury the rest. Example: problems.add("a.rec", 3, "unknown
// key").
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace rasid {

inline constexpr size_t kMostErrors = 50;

class Problems {
 public:
  void add(std::string_view file, uint32_t line, std::string what, std::string mend = "") {
    if (errors_.size() >= kMostErrors) return;
    std::string where(file);
    if (line > 0) where += ":" + std::to_string(line);
    errors_.push_back({std::move(what), std::move(where), std::move(mend)});
  }
  bool none() const { return errors_.empty(); }
  bool full() const { return errors_.size() >= kMostErrors; }
  std::vector<Error> take() { return std::move(errors_); }

 private:
  std::vector<Error> errors_;
};

}  // namespace rasid
