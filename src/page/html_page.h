// SPDX-License-Identifier: Apache-2.0
// HtmlPage: an HTML page -> Article: its visible text in blocks, the body told apart from the rest,
// date, outlet and address from the markup.
// In: the page in UTF-8 with the way back to its bytes; the Article's id, date, outlet and url
// where the caller knows them (they stay). Out: the rest of the Article. Blocks of content are
// numbered from 1 in `line`; furniture bears the number of the content before it.
#pragma once
#include <string>
#include <string_view>

#include "model/article.h"
#include "page/decode.h"
#include "page/index.h"

namespace rasid {

// The encoding that a <meta> in the first bytes names, in lower case; empty where none does.
std::string charset_of_html(std::string_view bytes);

void read_html(const Decoded& page, const PageIndex& index, Article& article);

}  // namespace rasid
