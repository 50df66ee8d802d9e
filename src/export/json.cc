// SPDX-License-Identifier: Apache-2.0
#include "export/json.h"

#include <algorithm>
#include <charconv>

#include "base/bytes.h"

namespace rasid {
namespace {

void append_escape(std::string& out, unsigned char byte) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (byte) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      out += "\\u00";
      out += kHex[byte >> 4];
      out += kHex[byte & 15];
  }
}

// The next byte from `at` that may need an escape: a control, a quote, a backslash, or the first of
// U+2028 and U+2029 (and of other signs).
size_t next_special(std::string_view text, size_t at) {
  const auto special = [](uint64_t bytes) {
    return bytes_below(bytes, 0x20) | bytes_equal(bytes, '"') | bytes_equal(bytes, '\\') |
           bytes_equal(bytes, 0xE2);
  };
  for (; at + 8 <= text.size(); at += 8) {
    const uint64_t found = special(eight_bytes(text.data() + at));
    if (found != 0) return at + static_cast<size_t>(bytes_before(found));
  }
  while (at < text.size() && (special(static_cast<unsigned char>(text[at])) & 0x80) == 0) ++at;
  return at;
}

}  // namespace

void append_json_string(std::string& out, std::string_view text) {
  out += '"';
  size_t plain = 0;  // start of the run not yet copied
  for (size_t at = next_special(text, 0); at < text.size(); at = next_special(text, at)) {
    const auto byte = static_cast<unsigned char>(text[at]);
    const bool separator = byte == 0xE2 && text.substr(at, 2) == "\xE2\x80" &&
                           at + 2 < text.size() &&
                           (text[at + 2] == '\xA8' || text[at + 2] == '\xA9');
    if (byte == 0xE2 && !separator) {
      ++at;
      continue;
    }
    out.append(text, plain, at - plain);
    if (separator) {
      out += text[at + 2] == '\xA8' ? "\\u2028" : "\\u2029";
      at += 2;
    } else {
      append_escape(out, byte);
    }
    plain = ++at;
  }
  out.append(text, plain, text.size() - plain);
  out += '"';
}

void Json::separate() {
  if (!first_) out_ += ',';
  first_ = false;
}

Json& Json::open(char bracket) {
  separate();
  out_ += bracket;
  first_ = true;
  return *this;
}

Json& Json::close(char bracket) {
  out_ += bracket;
  first_ = false;
  return *this;
}

Json& Json::key(std::string_view name) {
  // One growth for comma, quotes and colon: a record has some sixty keys.
  constexpr size_t kLongest = 28;
  if (name.size() > kLongest) {
    separate();
    out_.append("\"").append(name).append("\":");
  } else {
    char piece[kLongest + 4] = {',', '"'};
    char* to = std::copy(name.begin(), name.end(), piece + 2);
    *to++ = '"', *to++ = ':';
    const char* const from = first_ ? piece + 1 : piece;
    out_.append(from, static_cast<size_t>(to - from));
  }
  first_ = true;
  return *this;
}

Json& Json::text(std::string_view value) {
  separate();
  append_json_string(out_, value);
  return *this;
}

Json& Json::number(int64_t value) {
  separate();
  char digits[24];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  out_.append(digits, end);
  return *this;
}

Json& Json::number(double value) {
  separate();
  char digits[40];
  const auto [end, error] = std::to_chars(digits, digits + sizeof digits, value);
  out_.append(digits, end);
  return *this;
}

Json& Json::boolean(bool value) {
  separate();
  out_ += value ? "true" : "false";
  return *this;
}

Json& Json::null() {
  separate();
  out_ += "null";
  return *this;
}

Json& Json::text_or_null(std::string_view name, std::string_view value) {
  key(name);
  return value.empty() ? null() : text(value);
}

}  // namespace rasid
