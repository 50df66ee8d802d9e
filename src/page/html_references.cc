// SPDX-License-Identifier: Apache-2.0
#include "page/html_references.h"

#include <algorithm>

#include "base/utf8.h"

namespace rasid {
namespace {

struct Name {
  std::string_view name;
  char32_t value;
  bool bare = false;  // also without the semicolon (the old names)
};

// Sorted by name. Source: the table of named character references of the WHATWG HTML standard.
constexpr Name kNames[] = {
    {"AMP", 0x26, true},    {"Aacute", 0xC1, true}, {"Agrave", 0xC0, true}, {"Aring", 0xC5, true},
    {"Auml", 0xC4, true},   {"Ccedil", 0xC7, true}, {"Eacute", 0xC9, true}, {"Egrave", 0xC8, true},
    {"GT", 0x3E, true},     {"LT", 0x3C, true},     {"NewLine", 0x0A},      {"Ouml", 0xD6, true},
    {"QUOT", 0x22, true},   {"Tab", 0x09},          {"Uuml", 0xDC, true},   {"aacute", 0xE1, true},
    {"acirc", 0xE2, true},  {"acute", 0xB4, true},  {"agrave", 0xE0, true}, {"amp", 0x26, true},
    {"apos", 0x27},         {"aring", 0xE5, true},  {"ast", 0x2A},          {"atilde", 0xE3, true},
    {"auml", 0xE4, true},   {"bdquo", 0x201E},      {"brvbar", 0xA6, true}, {"bull", 0x2022},
    {"ccedil", 0xE7, true}, {"cent", 0xA2, true},   {"check", 0x2713},      {"colon", 0x3A},
    {"comma", 0x2C},        {"commat", 0x40},       {"copy", 0xA9, true},   {"curren", 0xA4, true},
    {"dagger", 0x2020},     {"darr", 0x2193},       {"deg", 0xB0, true},    {"divide", 0xF7, true},
    {"dollar", 0x24},       {"eacute", 0xE9, true}, {"ecirc", 0xEA, true},  {"egrave", 0xE8, true},
    {"emsp", 0x2003},       {"ensp", 0x2002},       {"equals", 0x3D},       {"euml", 0xEB, true},
    {"euro", 0x20AC},       {"excl", 0x21},         {"frac12", 0xBD, true}, {"frac14", 0xBC, true},
    {"frac34", 0xBE, true}, {"gt", 0x3E, true},     {"hellip", 0x2026},     {"iacute", 0xED, true},
    {"icirc", 0xEE, true},  {"iexcl", 0xA1, true},  {"igrave", 0xEC, true}, {"iquest", 0xBF, true},
    {"iuml", 0xEF, true},   {"laquo", 0xAB, true},  {"larr", 0x2190},       {"ldquo", 0x201C},
    {"lpar", 0x28},         {"lrm", 0x200E},        {"lsaquo", 0x2039},     {"lsquo", 0x2018},
    {"lt", 0x3C, true},     {"macr", 0xAF, true},   {"mdash", 0x2014},      {"micro", 0xB5, true},
    {"middot", 0xB7, true}, {"minus", 0x2212},      {"nbsp", 0xA0, true},   {"ndash", 0x2013},
    {"not", 0xAC, true},    {"ntilde", 0xF1, true}, {"num", 0x23},          {"oacute", 0xF3, true},
    {"ocirc", 0xF4, true},  {"ograve", 0xF2, true}, {"oslash", 0xF8, true}, {"ouml", 0xF6, true},
    {"para", 0xB6, true},   {"percnt", 0x25},       {"period", 0x2E},       {"plus", 0x2B},
    {"plusmn", 0xB1, true}, {"pound", 0xA3, true},  {"prime", 0x2032},      {"quest", 0x3F},
    {"quot", 0x22, true},   {"raquo", 0xBB, true},  {"rarr", 0x2192},       {"rdquo", 0x201D},
    {"reg", 0xAE, true},    {"rlm", 0x200F},        {"rpar", 0x29},         {"rsaquo", 0x203A},
    {"rsquo", 0x2019},      {"sbquo", 0x201A},      {"sect", 0xA7, true},   {"semi", 0x3B},
    {"shy", 0xAD, true},    {"sol", 0x2F},          {"sup2", 0xB2, true},   {"sup3", 0xB3, true},
    {"szlig", 0xDF, true},  {"thinsp", 0x2009},     {"times", 0xD7, true},  {"trade", 0x2122},
    {"uacute", 0xFA, true}, {"ucirc", 0xFB, true},  {"ugrave", 0xF9, true}, {"uml", 0xA8, true},
    {"uuml", 0xFC, true},   {"vert", 0x7C},         {"yen", 0xA5, true},    {"zwj", 0x200D},
    {"zwnj", 0x200C},
};
static_assert(std::is_sorted(std::begin(kNames), std::end(kNames),
                             [](const Name& a, const Name& b) { return a.name < b.name; }));
constexpr size_t kLongestName = 7;

// What the bytes 80 to 9F mean where a page writes them as numbers: windows-1252.
constexpr char16_t kWindows[] = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                 0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                 0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                 0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};

int digit_of(char c, bool hex) {
  if (c >= '0' && c <= '9') return c - '0';
  if (!hex) return -1;
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

Reference numeric(std::string_view text, size_t at) {
  size_t end = at + 2;
  const bool hex = end < text.size() && (text[end] == 'x' || text[end] == 'X');
  end += hex;
  const size_t first = end;
  char32_t value = 0;
  for (; end < text.size() && digit_of(text[end], hex) >= 0; ++end) {
    if (value <= 0x10FFFF) {
      value = value * (hex ? 16 : 10) + static_cast<char32_t>(digit_of(text[end], hex));
    }
  }
  if (end == first) return {};
  if (end < text.size() && text[end] == ';') ++end;
  if (value >= 0x80 && value < 0xA0) value = kWindows[value - 0x80];
  const bool wrong = value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000);
  return {wrong ? kReplacement : value, static_cast<uint32_t>(end - at)};
}

const Name* named(std::string_view name) {
  const auto* found = std::lower_bound(
      std::begin(kNames), std::end(kNames), name,
      [](const Name& entry, std::string_view wanted) { return entry.name < wanted; });
  return found != std::end(kNames) && found->name == name ? found : nullptr;
}

}  // namespace

Reference reference_at(std::string_view text, size_t at) {
  if (at + 1 >= text.size()) return {};
  if (text[at + 1] == '#') return numeric(text, at);
  size_t length = 0;
  while (length <= kLongestName && at + 1 + length < text.size()) {
    const char c = text[at + 1 + length];
    const bool part = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (!part) break;
    ++length;
  }
  const bool closed = at + 1 + length < text.size() && text[at + 1 + length] == ';';
  const Name* name = named(text.substr(at + 1, length));
  if (name != nullptr && (closed || name->bare)) {
    return {name->value, static_cast<uint32_t>(length + 1 + closed)};
  }
  for (; length > 1; --length) {  // "&ampx": the longest old name
    name = named(text.substr(at + 1, length));
    if (name != nullptr && name->bare) return {name->value, static_cast<uint32_t>(length + 1)};
  }
  return {};
}

std::string without_references(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (size_t at = 0; at < text.size();) {
    const Reference reference = text[at] == '&' ? reference_at(text, at) : Reference{};
    if (reference.length > 0) {
      append_utf8(out, reference.value);
      at += reference.length;
    } else {
      out += text[at++];
    }
  }
  return out;
}

}  // namespace rasid
