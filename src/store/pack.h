// SPDX-License-Identifier: Apache-2.0
// Pack: values as compact bytes. Whole numbers as LEB128 varints, signed ones zigzag, strings with
// their length before them. Reading never fails loudly: past the end everything is 0 or empty and
// ok() is false. Example: Packer p; p.number(300).text("x"); Unpacker(p.bytes()).number() == 300.
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace rasid {

class Packer {
 public:
  Packer& number(uint64_t value);
  Packer& signed_number(int64_t value);
  Packer& fixed32(uint32_t value);
  Packer& fixed64(uint64_t value);
  Packer& real(double value);
  Packer& text(std::string_view value);
  Packer& raw(std::string_view value) {
    bytes_ += value;
    return *this;
  }
  const std::string& bytes() const { return bytes_; }
  std::string take() { return std::move(bytes_); }

 private:
  std::string bytes_;
};

class Unpacker {
 public:
  explicit Unpacker(std::string_view bytes) : rest_(bytes) {}
  uint64_t number();
  int64_t signed_number();
  uint32_t fixed32();
  uint64_t fixed64();
  double real();
  std::string_view text();
  // A count of things of at least so many bytes each: never more than bytes are left for.
  size_t count(size_t least = 1);
  bool ok() const { return ok_; }
  void fail() {
    ok_ = false;
    rest_ = {};
  }
  bool at_end() const { return rest_.empty(); }
  std::string_view rest() const { return rest_; }

 private:
  std::string_view cut(size_t size);
  std::string_view rest_;
  bool ok_ = true;
};

// Bytes with a check of four bytes behind them; nothing where the check does not fit.
std::string sealed(std::string_view bytes);
std::optional<std::string_view> unsealed(std::string_view bytes);

}  // namespace rasid
