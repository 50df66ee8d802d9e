// SPDX-License-Identifier: Apache-2.0
// Span: a half-open range of bytes in the one stored text of an article. Everything that points
// into a text is a Span; outside (JSON, API) offsets are code points, made by base/utf8.h's
// CodePoints. Example: slice("abcdef", Span{1, 3}) == "bc".
#pragma once
#include <cstdint>
#include <string_view>

namespace rasid {

struct Span {
  uint32_t begin = 0;
  uint32_t end = 0;
  bool empty() const { return begin >= end; }
  uint32_t size() const { return end > begin ? end - begin : 0; }
  bool contains(Span inner) const { return begin <= inner.begin && inner.end <= end; }
  bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  bool operator==(const Span&) const = default;
};

// The bytes of `span`, cut to the text's size: a wrong span gives a short answer, never an
// over-read.
inline std::string_view slice(std::string_view text, Span span) {
  if (span.begin >= text.size() || span.empty()) return {};
  return text.substr(span.begin, span.end - span.begin);
}

}  // namespace rasid
