// SPDX-License-Identifier: Apache-2.0
// HtmlTokens: the bytes of a page -> tags, text and comments, after the tokenizer of the WHATWG
// HTML standard (13.2.5): any bytes give tokens, in time linear in their number. Text of script and
// style is one raw token; that of title and textarea is one token with character references.
// Names and values are views of the page, as written; references in them are not decoded.
// Example: "<a href=x>Y" gives start a {href: x}, text "Y".
#pragma once
#include <string_view>
#include <vector>

#include "base/span.h"

namespace rasid {

enum class HtmlKind : uint8_t { text, raw_text, start_tag, end_tag, comment, doctype };

struct HtmlAttribute {
  std::string_view name;
  std::string_view value;
};

struct HtmlToken {
  HtmlKind kind = HtmlKind::text;
  Span span;
  std::string_view name;                  // of a tag
  std::vector<HtmlAttribute> attributes;  // of a start tag, the first kMostAttributes
  bool self_closing = false;

  // The value of an attribute, empty where it is missing. `name` is in lower case.
  std::string_view attribute(std::string_view name) const;
  bool has(std::string_view name) const;
};

inline constexpr size_t kMostAttributes = 64;

class HtmlTokens {
 public:
  explicit HtmlTokens(std::string_view page) : page_(page) {}
  // The next token; false at the end. The token's memory is reused.
  bool next(HtmlToken& token);

 private:
  bool markup(HtmlToken& token);
  void comment(HtmlToken& token);
  void bogus_comment(HtmlToken& token);
  bool tag(HtmlToken& token, bool end);
  bool attributes(HtmlToken& token);
  std::string_view attribute_value();
  void expect_raw(std::string_view name);
  void raw(HtmlToken& token);
  size_t raw_end() const;
  size_t script_end() const;
  bool ends_element(size_t at) const;

  std::string_view page_;
  size_t at_ = 0;
  std::string_view raw_name_;  // in lower case: the element whose text is read raw
};

bool same_name(std::string_view written, std::string_view lower_case);

}  // namespace rasid
