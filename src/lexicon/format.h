// SPDX-License-Identifier: Apache-2.0
// format: a source file in its canonical spacing (`rasid lexicon fmt`). Keeps comments, the order
// of entries and keys, and all values but runs of spaces; formatting twice changes nothing more.
// In: the text of a .rec or .tsv. Out: the text, or the first fault that keeps it from being read.
// Example: "id:x\n+a=b\n\n\n" becomes "id: x\n+ a = b\n".
#pragma once
#include <string>
#include <string_view>

#include "base/result.h"

namespace rasid {

// `path` names the file in errors; its end tells a .tsv.
Result<std::string> formatted(std::string_view text, std::string_view path = "file.rec");

}  // namespace rasid
