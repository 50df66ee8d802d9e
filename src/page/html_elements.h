// SPDX-License-Identifier: Apache-2.0
// HtmlElements: what each element is to the page reader, and what its class, id, role and itemprop
// say of its content.
// Example: hints_of for class="sidebar-right" is kAside; for itemprop="articleBody" kBody.
#pragma once
#include <cstdint>
#include <string_view>

#include "page/html_tokens.h"

namespace rasid {

enum class HtmlTag : uint8_t {
  unknown,  // inline, or no HTML
  inline_text,
  line_break,
  other_void,
  anchor,
  paragraph,
  heading1,
  heading2,
  heading3,  // to h6
  list_item,
  list,
  figure_caption,
  quote_block,
  table,
  table_part,  // tr, tbody and the like
  table_cell,
  container,  // div, section and the like
  article,
  main_part,
  navigation,
  aside,
  footer,
  header,
  form,
  time,
  skipped,  // its text is none of the page's: script, select, svg ...
  meta,
  link,
  title,
  base,
  head,
  body,
};

HtmlTag tag_of(std::string_view name);
bool is_void(HtmlTag tag);
// Begins and ends a block of text.
bool is_block(HtmlTag tag);
// Ends an open paragraph when it begins (HTML 13.1.2.4).
bool ends_paragraph(HtmlTag tag);

// What an element's names say. Those of kNotBody take its text out of the body.
enum Hint : uint16_t {
  kBody = 1,   // names an article's text
  kStory = 2,  // may hold it
  kMenu = 4,
  kAside = 8,
  kFoot = 16,
  kComments = 32,
  kLinks = 64,  // related, popular, tags
  kShare = 128,
  kAdvert = 256,
  kHidden = 512,
  kByline = 1024,
  kDate = 2048,
  kCaption = 4096,
  kSummary = 8192,
  kWidget = 16384,  // kAside, unless the names say story too; hints_of settles it
  kNotBody = kMenu | kAside | kFoot | kComments | kLinks | kShare | kAdvert | kHidden,
};
uint16_t hints_of(const HtmlToken& tag);

}  // namespace rasid
