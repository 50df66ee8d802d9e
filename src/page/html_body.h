// SPDX-License-Identifier: Apache-2.0
// HtmlBody: which blocks of a page are the article's body, and which is its headline.
// The body's element is found by going down from the page's root as long as one child holds most of
// the running text; elements whose names say menu, comments, advertisement and the like do not
// count, unless most of the page lies in them.
// In: a page's blocks and their lines. Out: what each block is.
#pragma once
#include <optional>
#include <vector>

#include "page/html_blocks.h"
#include "page/lines.h"

namespace rasid {

inline constexpr uint32_t kNoBlock = 0xFFFFFFFF;

struct HtmlBody {
  std::vector<bool> inside;  // a block a bit: it belongs to the body
  uint32_t headline = kNoBlock;
};

// `lines` has one line a block.
HtmlBody body_of(const HtmlPage& page, const std::vector<Line>& lines);

}  // namespace rasid
