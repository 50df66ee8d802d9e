// SPDX-License-Identifier: Apache-2.0
// HtmlBlocks: a page's tokens -> its visible text in blocks, without a tree: block elements begin
// and end blocks; each block knows the element it lies in, and elements know their parents.
// In: a page in UTF-8. Out: HtmlPage. Time and memory are linear; nesting deeper than kDeepest and
// elements past kMostElements are read as if they were not there.
// Example: "<div><p>A<p>B <a>c</a></div>" has the blocks "A", "B c" (1 byte of it linked).
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/article.h"
#include "page/html_elements.h"
#include "page/html_facts.h"

namespace rasid {

struct HtmlElement {
  uint32_t parent = 0;  // the root (element 0) is its own
  HtmlTag tag = HtmlTag::unknown;
  uint16_t hints = 0;
};

struct HtmlBlock {
  Span span;             // of HtmlPage::text
  uint32_t element = 0;  // the innermost block element around it
  uint32_t linked = 0;   // bytes inside links
  uint16_t hints = 0;    // kDate and kByline of inline elements in it
};

struct HtmlPage {
  std::string text;                 // blocks, each with a line end behind it
  std::vector<SourcePiece> source;  // to the bytes of the page that was read
  std::vector<HtmlElement> elements;
  std::vector<HtmlBlock> blocks;
  HtmlFacts facts;
};

inline constexpr size_t kDeepestElement = 1000;
inline constexpr size_t kMostElements = size_t{1} << 20;

HtmlPage blocks_of_html(std::string_view page);

}  // namespace rasid
