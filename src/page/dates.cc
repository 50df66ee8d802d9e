// SPDX-License-Identifier: Apache-2.0
#include "page/dates.h"

#include <algorithm>
#include <cstdio>

namespace rasid {
namespace {

int value_of(std::string_view digits) {
  int value = 0;
  for (const char c : digits.substr(0, 6)) {
    if (c < '0' || c > '9') return -1;
    value = value * 10 + (c - '0');
  }
  return value;
}

bool is_year(int value) { return value >= 1900 && value <= 2100; }

std::optional<Date> date_of(int year, int month, int day) {
  if (!is_year(year) || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
  char iso[16];
  std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", year, month, day);
  return Date::from(iso);
}

// What the numbers and month names of a line say.
struct Pieces {
  int year = 0, month = 0, day = 0;
  std::vector<int> small;  // numbers that may be a day or a month, in order
};

Pieces pieces_of(const LineWords& words, const PageIndex& index, uint32_t& others) {
  Pieces out;
  for (size_t i = 0; i < words.size();) {
    size_t length = 0;
    const int month = index.month_at(words, i, length);
    if (month != 0) {
      const bool first = month != PageIndex::kHijri && out.month == 0;
      if (first) out.month = month;
      if (first && i > 0 && words.is_number(i - 1)) out.day = value_of(words.normal(i - 1));
      i += length;
      continue;
    }
    const std::string_view word = words.normal(i);
    if (words.is_number(i)) {
      const int value = value_of(word);
      if (word.size() == 4 && is_year(value)) {
        if (out.year == 0) out.year = value;
      } else if (word.size() <= 2 && value > 0 && value <= 31) {
        out.small.push_back(value);
      }
    } else if (word.size() > 1 && !index.is_weekday(word) &&
               !index.names(PageIndex::Name::filler, words, i, i + 1)) {
      ++others;
    }
    ++i;
  }
  return out;
}

}  // namespace

DateFound find_date(const LineWords& words, const PageIndex& index) {
  DateFound out;
  const Pieces pieces = pieces_of(words, index, out.others);
  if (pieces.year == 0 || pieces.small.empty()) return out;
  if (pieces.month != 0) {
    out.date = date_of(pieces.year, pieces.month, pieces.day != 0 ? pieces.day : pieces.small[0]);
  } else if (pieces.small.size() >= 2) {
    const bool year_first = value_of(words.normal(0)) == pieces.year;
    const int first = pieces.small[0], second = pieces.small[1];
    out.date =
        year_first ? date_of(pieces.year, first, second) : date_of(pieces.year, second, first);
    if (!out.date && !year_first) out.date = date_of(pieces.year, first, second);
  }
  return out;
}

std::optional<Date> iso_date(std::string_view text) {
  while (!text.empty() && static_cast<unsigned char>(text.front()) <= 0x20) text.remove_prefix(1);
  if (text.size() >= 10 && (text[4] == '-' || text[4] == '/') && text[7] == text[4]) {
    return date_of(value_of(text.substr(0, 4)), value_of(text.substr(5, 2)),
                   value_of(text.substr(8, 2)));
  }
  if (text.size() >= 8 && value_of(text.substr(0, 4)) > 0 && value_of(text.substr(4, 4)) > 0) {
    return date_of(value_of(text.substr(0, 4)), value_of(text.substr(4, 2)),
                   value_of(text.substr(6, 2)));
  }
  return std::nullopt;
}

std::optional<Date> date_in(std::string_view text, const PageIndex& index) {
  if (const auto iso = iso_date(text)) return iso;
  LineWords words;
  words.read(text, {0, static_cast<uint32_t>(std::min<size_t>(text.size(), 400))}, 24);
  return find_date(words, index).date;
}

std::optional<Date> date_of_url(std::string_view url) {
  for (size_t at = url.find("/20"); at != std::string_view::npos; at = url.find("/20", at + 1)) {
    const std::string_view rest = url.substr(at + 1);
    const auto date = iso_date(rest);
    if (date && (rest.size() == 10 || (rest.size() > 10 && (rest[10] < '0' || rest[10] > '9'))))
      return date;
  }
  return std::nullopt;
}

}  // namespace rasid
