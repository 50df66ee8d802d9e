// SPDX-License-Identifier: Apache-2.0
// UTF-8: decoding, encoding, repair, and byte offset -> code point offset.
// Example: decode("\xD8\xA8", 0) == {0x628, 2}; repaired("a\xFF") == {"a\xEF\xBF\xBD", 1}.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rasid {

inline constexpr char32_t kReplacement = 0xFFFD;

struct CodePoint {
  char32_t value;  // kReplacement where the bytes are no UTF-8
  uint32_t
      length;  // bytes taken, at least 1; for broken input the maximal bad prefix (Unicode 15, 3.9)
  bool ok;
};

// The code point at `at` (which must be < bytes.size()).
CodePoint decode(std::string_view bytes, size_t at);

void append_utf8(std::string& out, char32_t value);

struct Repaired {
  std::string text;
  uint32_t count = 0;  // how many broken pieces became U+FFFD
};
Repaired repaired(std::string_view bytes);
bool is_valid_utf8(std::string_view bytes);

// Answers how many code points lie before a byte offset, in constant time: a count is kept every 64
// bytes.
class CodePoints {
 public:
  void reset(std::string_view text);
  uint32_t before(uint32_t byte) const;

 private:
  static constexpr size_t kStep = 64;
  std::string_view text_;
  std::vector<uint32_t> counts_;  // before each kStep bytes
};

}  // namespace rasid
