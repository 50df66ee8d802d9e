// SPDX-License-Identifier: Apache-2.0
// Result<T>: a value, or an Error that says what went wrong, where (file:line or byte offset) and
// how to mend it. For expected failures (a file, a data entry); text is never an error. Example:
// Result<int> r = Error{"not a number", "states.rec:12", "write digits"}; if (!r) print(r.error());
#pragma once
#include <string>
#include <utility>
#include <variant>

namespace rasid {

struct Error {
  std::string what;
  std::string where;
  std::string mend;
  // "where: what, mend" with the empty parts left out.
  std::string message() const {
    std::string out = where.empty() ? what : where + ": " + what;
    if (!mend.empty()) out += "; " + mend;
    return out;
  }
};

template <typename T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::move(value)) {}      // NOLINT: meant to convert
  Result(Error error) : state_(std::move(error)) {}  // NOLINT: meant to convert
  explicit operator bool() const { return state_.index() == 0; }
  T& operator*() { return std::get<0>(state_); }
  const T& operator*() const { return std::get<0>(state_); }
  T* operator->() { return &std::get<0>(state_); }
  const T* operator->() const { return &std::get<0>(state_); }
  const Error& error() const { return std::get<1>(state_); }

 private:
  std::variant<T, Error> state_;
};

struct Done {};  // Result<Done>: an act that either worked or did not

}  // namespace rasid
