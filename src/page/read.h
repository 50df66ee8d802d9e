// SPDX-License-Identifier: Apache-2.0
// Read: the bytes of one page or text -> Article: stored text (valid UTF-8), its parts, date,
// outlet, and the way back to the input's bytes.
// In: PageInput, and a PageIndex over the lexicon's PageWord, Place, Organization, GivenName, Month
// entries. Out: an Article, or an Error where the bytes hold no text.
//
// Text: a first line "@article ID date=YYYY-MM-DD outlet=NAME" is a header, not stored. Encodings:
//   UTF-8 with or without mark, UTF-16, windows-1256, ISO-8859-6; broken bytes become U+FFFD and
//   are counted. Parts are told apart by their form and place and by PageWord entries; what is in
//   doubt is a paragraph.
// HTML: the article's body is chosen by density of text and links and by the names of elements;
//   title, date, outlet and url come from JSON-LD, OpenGraph, meta, <time>; menus, comments and
//   related links are furniture.
// A date of the header goes before input.date, which goes before the page's own.
//
// Example: read_page({.bytes = "Headline\n\nA paragraph that ends.\n"}, index) has a headline on
// line 1 and a paragraph on line 3.
#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/result.h"
#include "model/article.h"
#include "page/index.h"

namespace rasid {

enum class PageFormat : uint8_t { detect, text, html };

struct PageInput {
  std::string_view bytes;
  std::string id;    // used where the page has no header
  std::string name;  // for messages: the file
  std::string url;
  std::string outlet;
  PageFormat format = PageFormat::detect;
  std::string charset;  // what the transport says of the encoding; may be empty or wrong
  std::optional<Date> date;
  std::string date_basis;  // of `date`: option, json
};

inline constexpr size_t kLongestPage = size_t{1} << 30;       // bytes
inline constexpr uint32_t kLongestBlock = uint32_t{1} << 16;  // bytes; longer lines are cut

Result<Article> read_page(const PageInput& input, const PageIndex& index);

// The blocks of one line of body text, as if it stood between two paragraphs; spans are of `line`.
std::vector<Block> parts_of_line(std::string_view line, const PageIndex& index);

// A stable text form: a line of what is known of the article, then "LINE part: text" a
// block.
std::string dump_article(const Article& article);

}  // namespace rasid
