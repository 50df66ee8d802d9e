// SPDX-License-Identifier: Apache-2.0
#include "base/utf8.h"

#include <simdjson.h>

#include <algorithm>

#include "base/bytes.h"

namespace rasid {
namespace {

bool is_continuation(unsigned char byte) { return (byte & 0xC0) == 0x80; }

// The allowed range of the second byte, which rules out overlong forms, surrogates and values past
// U+10FFFF.
struct SecondByte {
  unsigned char low, high;
};
SecondByte second_byte(unsigned char lead) {
  switch (lead) {
    case 0xE0:
      return {0xA0, 0xBF};
    case 0xED:
      return {0x80, 0x9F};
    case 0xF0:
      return {0x90, 0xBF};
    case 0xF4:
      return {0x80, 0x8F};
    default:
      return {0x80, 0xBF};
  }
}

int sequence_length(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

}  // namespace

CodePoint decode(std::string_view bytes, size_t at) {
  const auto lead = static_cast<unsigned char>(bytes[at]);
  const int length = sequence_length(lead);
  if (length == 1) return {lead, 1, true};
  if (length == 0) return {kReplacement, 1, false};
  char32_t value = lead & (0x7F >> length);
  for (int i = 1; i < length; ++i) {
    if (at + i >= bytes.size()) return {kReplacement, static_cast<uint32_t>(i), false};
    const auto byte = static_cast<unsigned char>(bytes[at + i]);
    const SecondByte range = i == 1 ? second_byte(lead) : SecondByte{0x80, 0xBF};
    if (byte < range.low || byte > range.high)
      return {kReplacement, static_cast<uint32_t>(i), false};
    value = (value << 6) | (byte & 0x3F);
  }
  return {value, static_cast<uint32_t>(length), true};
}

void append_utf8(std::string& out, char32_t value) {
  if (value < 0x80) {
    out += static_cast<char>(value);
  } else if (value < 0x800) {
    out += static_cast<char>(0xC0 | (value >> 6));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else if (value < 0x10000) {
    out += static_cast<char>(0xE0 | (value >> 12));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  } else {
    out += static_cast<char>(0xF0 | (value >> 18));
    out += static_cast<char>(0x80 | ((value >> 12) & 0x3F));
    out += static_cast<char>(0x80 | ((value >> 6) & 0x3F));
    out += static_cast<char>(0x80 | (value & 0x3F));
  }
}

bool is_valid_utf8(std::string_view bytes) {
  return simdjson::validate_utf8(bytes.data(), bytes.size());
}

Repaired repaired(std::string_view bytes) {
  Repaired out;
  out.text.reserve(bytes.size());
  for (size_t at = 0; at < bytes.size();) {
    const CodePoint point = decode(bytes, at);
    if (point.ok) {
      out.text.append(bytes, at, point.length);
    } else {
      append_utf8(out.text, kReplacement);
      ++out.count;
    }
    at += point.length;
  }
  return out;
}

namespace {

// Characters that begin in the bytes.
uint32_t beginnings(const char* bytes, size_t size) {
  uint32_t count = 0;
  size_t at = 0;
  for (; at + 8 <= size; at += 8) {
    count += 8 - static_cast<uint32_t>(count_bytes(continuation_bytes(eight_bytes(bytes + at))));
  }
  for (; at < size; ++at) count += !is_continuation(static_cast<unsigned char>(bytes[at]));
  return count;
}

}  // namespace

void CodePoints::reset(std::string_view text) {
  text_ = text;
  counts_.clear();
  counts_.reserve(text.size() / kStep + 1);
  uint32_t count = 0;
  for (size_t at = 0; at <= text.size(); at += kStep) {
    counts_.push_back(count);
    count += beginnings(text.data() + at, std::min(kStep, text.size() - at));
  }
}

uint32_t CodePoints::before(uint32_t byte) const {
  if (counts_.empty()) return 0;
  byte = std::min<uint32_t>(byte, static_cast<uint32_t>(text_.size()));
  const size_t step = byte / kStep;
  return counts_[step] + beginnings(text_.data() + step * kStep, byte - step * kStep);
}

}  // namespace rasid
