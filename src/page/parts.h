// SPDX-License-Identifier: Apache-2.0
// Parts: the lines of a plain text -> blocks that say what each line is.
// In: the text's lines. Out: blocks in text order, and a date where a line by itself tells one.
//
// The head: section labels, then short lines until the first long one. One is the headline; of two
// after a section label the first is a kicker; what follows the headline is a subheading, or a
// standfirst where it is a sentence or a byline comes after it. The body: paragraphs; a short line
// without a full stop before a longer one is a subheading. A line of comments ends the body.
// What is in doubt is a paragraph.
#pragma once
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/article.h"
#include "page/index.h"
#include "page/lines.h"

namespace rasid {

struct TextParts {
  std::vector<Block> blocks;
  std::optional<Date> date;
};

TextParts parts_of_text(std::string_view text, const std::vector<Line>& lines,
                        const PageIndex& index);

// The same for lines whose part the markup has told already, one entry a line; the rest are body.
TextParts parts_of_body(std::string_view text, const std::vector<Line>& lines,
                        const std::vector<std::optional<Part>>& told, const PageIndex& index);

// What the lexicon's PageWord entries say of a line, where its length allows; entry kNone else.
PageHit page_hit(std::string_view text, const Line& line, const PageIndex& index,
                 LineWords& scratch);
Part part_of(PagePart part);

}  // namespace rasid
