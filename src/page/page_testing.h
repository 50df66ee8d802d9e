// SPDX-License-Identifier: Apache-2.0
// page_testing: for this folder's tests: an index over the project's page words and a few names,
// and reading in one call.
// Example: test::page("Headline\n\nA paragraph.") is the dump of the article.
#pragma once
#include <string>

#include "page/read.h"

namespace rasid::test {

const PageIndex& page_index();
PageInput input_of(std::string_view bytes, PageFormat format = PageFormat::detect);
Article article(std::string_view bytes, PageFormat format = PageFormat::detect);
// The dump, or the Error's message.
std::string page(std::string_view bytes, PageFormat format = PageFormat::detect);
// The spans of all blocks are sound, in order and trimmed; the text is valid UTF-8.
void expect_sound(const Article& article);

}  // namespace rasid::test
