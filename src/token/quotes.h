// SPDX-License-Identifier: Apache-2.0
// Quotes: which quotation marks of one block open and which close, and how deep each token lies.
// In: the block's tokens as scanned (straight marks are Mark::quote). Out: marks resolved to
// open_quote, close_quote or other (a lone single quote), quote_depth set.
//
// A mark leans to opening or closing by the spaces around it; guillemets and curly marks by their
// shape unless the spaces contradict it. An opening mark inside an open quotation of its own kind
// is nested where the marks of the block can balance or where it holds a short name; otherwise the
// outer one was left open and ends there.
// Example: he said that "both sides met at "Geneva-2" as soon as possible.   depth of Geneva-2 is
// 2, of the words after it 1; the outer quotation counts as not closed.
#pragma once
#include <string_view>
#include <vector>

#include "model/text.h"

namespace rasid {

class Quotes {
 public:
  // Answers how many quotations of tokens [begin, end) nothing closed.
  uint32_t resolve(std::string_view text, std::vector<Token>& tokens, uint32_t begin, uint32_t end);

 private:
  enum class Family : uint8_t { straight, single, curly, curly_single, guillemet };
  static constexpr size_t kFamilies = 5;
  enum class Lean : uint8_t { open, close, unsure };
  struct Site {
    uint32_t token;
    Family family;
    Lean lean;
    uint32_t next;          // the next site of this family, or kNone
    uint32_t opens_after;   // sites of this family after this one that lean to opening
    uint32_t closes_after;  // ... that do not
  };

  static Family family_of(std::string_view bytes);
  void find_sites(std::string_view text, const std::vector<Token>& tokens, uint32_t begin,
                  uint32_t end);
  Lean lean(const std::vector<Token>& tokens, uint32_t token, uint32_t begin, uint32_t end) const;
  bool opens(const Site& site, Mark shape) const;
  bool is_lone(const Site& site) const;
  void open(uint32_t site);
  bool close(uint32_t site);
  Family closed_by(Family family) const;

  std::vector<Site> sites_;
  std::vector<Family> stack_;
  uint32_t open_of_[kFamilies] = {};
  uint32_t unclosed_ = 0;
};

}  // namespace rasid
