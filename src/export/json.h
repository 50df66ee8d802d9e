// SPDX-License-Identifier: Apache-2.0
// Json: appends one JSON value to a string, in the order of the calls. Strings must be UTF-8;
// U+2028 and U+2029 are escaped too, so that a line stays a line everywhere. Example:
// Json(out).begin().field("id", "x").field("line", 3).end() gives {"id":"x","line":3}.
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace rasid {

void append_json_string(std::string& out, std::string_view text);

class Json {
 public:
  explicit Json(std::string& out) : out_(out) {}
  Json& begin() { return open('{'); }
  Json& begin_list() { return open('['); }
  Json& end() { return close('}'); }
  Json& end_list() { return close(']'); }
  Json& key(std::string_view name);  // ours: nothing in it needs an escape
  Json& text(std::string_view value);
  Json& number(int64_t value);
  Json& number(double value);
  Json& boolean(bool value);
  Json& null();
  Json& field(std::string_view name, std::string_view value) { return key(name).text(value); }
  Json& field(std::string_view name, int64_t value) { return key(name).number(value); }
  Json& flag(std::string_view name, bool value) { return key(name).boolean(value); }
  // The value, or null where it is empty.
  Json& text_or_null(std::string_view name, std::string_view value);

 private:
  Json& open(char bracket);
  Json& close(char bracket);
  void separate();
  std::string& out_;
  bool first_ = true;
};

}  // namespace rasid
