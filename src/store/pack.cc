// SPDX-License-Identifier: Apache-2.0
#include "store/pack.h"

#include <cstring>

#include "base/hash.h"

namespace rasid {

Packer& Packer::number(uint64_t value) {
  while (value >= 0x80) {
    bytes_ += static_cast<char>((value & 0x7F) | 0x80);
    value >>= 7;
  }
  bytes_ += static_cast<char>(value);
  return *this;
}

Packer& Packer::signed_number(int64_t value) {
  return number((static_cast<uint64_t>(value) << 1) ^ static_cast<uint64_t>(value >> 63));
}

Packer& Packer::fixed32(uint32_t value) {
  char bytes[4];
  for (int i = 0; i < 4; ++i) bytes[i] = static_cast<char>(value >> (8 * i));
  bytes_.append(bytes, 4);
  return *this;
}

Packer& Packer::fixed64(uint64_t value) {
  return fixed32(static_cast<uint32_t>(value)).fixed32(static_cast<uint32_t>(value >> 32));
}

Packer& Packer::real(double value) {
  uint64_t bits;
  std::memcpy(&bits, &value, 8);
  return fixed64(bits);
}

Packer& Packer::text(std::string_view value) {
  number(value.size());
  bytes_ += value;
  return *this;
}

std::string_view Unpacker::cut(size_t size) {
  if (size > rest_.size()) {
    fail();
    return {};
  }
  const std::string_view out = rest_.substr(0, size);
  rest_.remove_prefix(size);
  return out;
}

uint64_t Unpacker::number() {
  uint64_t value = 0;
  for (unsigned shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
    const auto byte = static_cast<unsigned char>(rest_[0]);
    rest_.remove_prefix(1);
    value |= static_cast<uint64_t>(byte & 0x7F) << shift;
    if (byte < 0x80) return value;
  }
  fail();
  return 0;
}

int64_t Unpacker::signed_number() {
  const uint64_t value = number();
  return static_cast<int64_t>(value >> 1) ^ -static_cast<int64_t>(value & 1);
}

uint32_t Unpacker::fixed32() {
  const std::string_view bytes = cut(4);
  uint32_t value = 0;
  for (size_t i = 0; i < bytes.size(); ++i)
    value |= static_cast<uint32_t>(static_cast<unsigned char>(bytes[i])) << (8 * i);
  return value;
}

uint64_t Unpacker::fixed64() {
  const uint64_t low = fixed32();
  return low | static_cast<uint64_t>(fixed32()) << 32;
}

double Unpacker::real() {
  const uint64_t bits = fixed64();
  double value;
  std::memcpy(&value, &bits, 8);
  return value;
}

std::string_view Unpacker::text() { return cut(static_cast<size_t>(number())); }

size_t Unpacker::count(size_t least) {
  const uint64_t value = number();
  if (value <= rest_.size() / least) return static_cast<size_t>(value);
  fail();
  return 0;
}

namespace {

uint32_t check_of(std::string_view bytes) { return static_cast<uint32_t>(hash64(bytes) >> 32); }

}  // namespace

std::string sealed(std::string_view bytes) {
  Packer out;
  return out.raw(bytes).fixed32(check_of(bytes)).take();
}

std::optional<std::string_view> unsealed(std::string_view bytes) {
  if (bytes.size() < 4) return std::nullopt;
  const std::string_view inside = bytes.substr(0, bytes.size() - 4);
  if (Unpacker(bytes.substr(inside.size())).fixed32() != check_of(inside)) return std::nullopt;
  return inside;
}

}  // namespace rasid
