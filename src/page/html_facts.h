// SPDX-License-Identifier: Apache-2.0
// HtmlFacts: what a page's markup says of the article as a whole: JSON-LD, OpenGraph and other meta
// elements, <title>, <time>, the canonical link.
// In: start tags and the text of JSON-LD scripts, in page order. Out: strings as written, without
// references; dates are read by the caller.
// Example: <meta property="og:site_name" content="X"> gives outlet "X".
#pragma once
#include <string>
#include <string_view>

#include "base/span.h"
#include "page/html_tokens.h"

namespace rasid {

struct HtmlFacts {
  std::string title;      // <title>
  std::string headline;   // JSON-LD, OpenGraph or Twitter
  Span headline_source;   // where it stands in the page
  std::string site;       // og:site_name and the like
  std::string publisher;  // JSON-LD
  std::string url;        // canonical link, og:url
  std::string date_json, date_opengraph, date_meta, date_time;
};

void read_meta(const HtmlToken& tag, HtmlFacts& facts);
void read_link(const HtmlToken& tag, HtmlFacts& facts);
void read_time(const HtmlToken& tag, HtmlFacts& facts);
// `json` is the text of <script type="application/ld+json">; any bytes.
void read_json_ld(std::string_view json, uint32_t offset, HtmlFacts& facts);

}  // namespace rasid
