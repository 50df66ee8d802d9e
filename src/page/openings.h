// SPDX-License-Identifier: Apache-2.0
// Openings: who wrote and from where, before a text begins: "Name Surname: text", "Cairo - Agency -
// text", "(AFP) - text", "London: <<Newspaper>>", or such a line by itself.
// In: a line. Out: where the opening ends and whether it is a byline or a dateline.
// A state with a colon ("Lebanon: three killed") and a name before quoted words are no openings.
#pragma once
#include <optional>
#include <string_view>

#include "base/span.h"
#include "model/article.h"
#include "page/index.h"

namespace rasid {

struct Opening {
  Part part = Part::byline;
  uint32_t end = 0;  // byte offset one past the colon or dash
  uint32_t entry = kNone;
};

// The opening that runs into the text of a first paragraph.
std::optional<Opening> opening_of(std::string_view text, Span line, const PageIndex& index,
                                  LineWords& scratch);
// Whether the whole line is one.
std::optional<Opening> opening_line(std::string_view text, Span line, const PageIndex& index,
                                    LineWords& scratch);

}  // namespace rasid
