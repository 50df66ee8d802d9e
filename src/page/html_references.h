// SPDX-License-Identifier: Apache-2.0
// Character references of HTML: "&amp;", "&laquo;", "&#1593;", "&#x639;".
// The names are those that pages in Arabic and the languages around it use; an unknown name stays
// text.
// Example: reference_at("&amp;x", 0) is U+0026 of 5 bytes.
#pragma once
#include <string>
#include <string_view>

namespace rasid {

struct Reference {
  char32_t value = 0;
  uint32_t length = 0;  // bytes; 0: no reference begins here
};

// `text[at]` is "&".
Reference reference_at(std::string_view text, size_t at);
// All references decoded; for attribute values.
std::string without_references(std::string_view text);

}  // namespace rasid
