// SPDX-License-Identifier: Apache-2.0
#include "page/html_tokens.h"

#include <algorithm>

namespace rasid {
namespace {

constexpr size_t kEnd = std::string_view::npos;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }
bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; }

Span span_of(size_t begin, size_t end) {
  return {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
}

}  // namespace

bool same_name(std::string_view written, std::string_view lower_case) {
  return written.size() == lower_case.size() &&
         std::equal(written.begin(), written.end(), lower_case.begin(),
                    [](char a, char b) { return lower(a) == b; });
}

std::string_view HtmlToken::attribute(std::string_view name) const {
  for (const HtmlAttribute& attribute : attributes) {
    if (same_name(attribute.name, name)) return attribute.value;
  }
  return {};
}

bool HtmlToken::has(std::string_view name) const {
  return std::any_of(attributes.begin(), attributes.end(), [&](const HtmlAttribute& attribute) {
    return same_name(attribute.name, name);
  });
}

bool HtmlTokens::next(HtmlToken& token) {
  token.attributes.clear();
  token.name = {};
  token.self_closing = false;
  if (!raw_name_.empty()) {
    raw(token);
    if (!token.span.empty()) return true;
  }
  while (at_ < page_.size()) {
    const size_t begin = at_;
    if (page_[at_] == '<') {
      if (markup(token)) return true;
      if (at_ > begin) continue;  // markup that yields nothing, such as "</>"
      ++at_;                      // a sign less-than that opens no markup is text
    }
    const size_t end = std::min(page_.find('<', at_), page_.size());
    at_ = end;
    token.kind = HtmlKind::text;
    token.span = span_of(begin, end);
    return true;
  }
  return false;
}

// Reads what begins with "<". False, without moving, where that is text; false, moved, where it
// yields no token.
bool HtmlTokens::markup(HtmlToken& token) {
  const char c = at_ + 1 < page_.size() ? page_[at_ + 1] : ' ';
  if (is_letter(c)) return tag(token, false);
  if (c == '!') {
    if (page_.substr(at_ + 2, 2) == "--") {
      comment(token);
    } else {
      bogus_comment(token);
      if (same_name(page_.substr(token.span.begin + 2, 7), "doctype")) {
        token.kind = HtmlKind::doctype;
      }
    }
    return true;
  }
  if (c == '?') return bogus_comment(token), true;
  if (c != '/' || at_ + 2 >= page_.size()) return false;
  if (is_letter(page_[at_ + 2])) return tag(token, true);
  if (page_[at_ + 2] == '>') return at_ += 3, false;
  return bogus_comment(token), true;
}

void HtmlTokens::bogus_comment(HtmlToken& token) {
  const size_t begin = at_, end = page_.find('>', at_);
  at_ = end == kEnd ? page_.size() : end + 1;
  token.kind = HtmlKind::comment;
  token.span = span_of(begin, at_);
}

void HtmlTokens::comment(HtmlToken& token) {
  const size_t begin = at_;
  const std::string_view rest = page_.substr(at_ + 4);
  token.kind = HtmlKind::comment;
  if (rest.starts_with(">") || rest.starts_with("->")) {
    at_ += rest[0] == '>' ? 5 : 6;
  } else {
    size_t end = page_.find("--", at_ + 4);
    while (end != kEnd) {
      if (page_.substr(end + 2, 1) == ">") break;
      if (page_.substr(end + 2, 2) == "!>") break;
      end = page_.find("--", end + 1);
    }
    at_ = end == kEnd ? page_.size() : end + (page_[end + 2] == '>' ? 3 : 4);
  }
  token.span = span_of(begin, at_);
}

// A tag that the page's end cuts off yields nothing.
bool HtmlTokens::tag(HtmlToken& token, bool end) {
  const size_t begin = at_;
  at_ += end ? 2 : 1;
  const size_t name = at_;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>') {
    ++at_;
  }
  token.kind = end ? HtmlKind::end_tag : HtmlKind::start_tag;
  token.name = page_.substr(name, at_ - name);
  if (!attributes(token)) return false;
  token.span = span_of(begin, at_);
  if (!end) expect_raw(token.name);
  return true;
}

bool HtmlTokens::attributes(HtmlToken& token) {
  while (at_ < page_.size()) {
    const char c = page_[at_];
    if (c == '>') return ++at_, true;
    if (is_space(c) || c == '/') {
      token.self_closing = c == '/' && at_ + 1 < page_.size() && page_[at_ + 1] == '>';
      ++at_;
      continue;
    }
    const size_t name = at_++;  // an equals sign here begins a name
    while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '/' && page_[at_] != '>' &&
           page_[at_] != '=') {
      ++at_;
    }
    HtmlAttribute attribute{page_.substr(name, at_ - name), {}};
    size_t equals = at_;
    while (equals < page_.size() && is_space(page_[equals])) ++equals;
    if (equals < page_.size() && page_[equals] == '=') {
      at_ = equals + 1;
      attribute.value = attribute_value();
    }
    if (token.attributes.size() < kMostAttributes) token.attributes.push_back(attribute);
  }
  return false;
}

std::string_view HtmlTokens::attribute_value() {
  while (at_ < page_.size() && is_space(page_[at_])) ++at_;
  if (at_ >= page_.size()) return {};
  const char quote = page_[at_];
  if (quote == '"' || quote == '\'') {
    const size_t begin = at_ + 1, end = std::min(page_.find(quote, begin), page_.size());
    at_ = std::min(end + 1, page_.size());
    return page_.substr(begin, end - begin);
  }
  const size_t begin = at_;
  while (at_ < page_.size() && !is_space(page_[at_]) && page_[at_] != '>') ++at_;
  return page_.substr(begin, at_ - begin);
}

void HtmlTokens::expect_raw(std::string_view name) {
  static constexpr std::string_view kRaw[] = {"script",  "style",    "title", "textarea", "iframe",
                                              "noembed", "noframes", "xmp",   "plaintext"};
  for (const std::string_view raw : kRaw) {
    if (same_name(name, raw)) raw_name_ = raw;
  }
}

// Whether "</" at `at` ends the element that is read raw.
bool HtmlTokens::ends_element(size_t at) const {
  const size_t after = at + 2 + raw_name_.size();
  if (!same_name(page_.substr(at + 2, raw_name_.size()), raw_name_)) return false;
  return after < page_.size() &&
         (is_space(page_[after]) || page_[after] == '/' || page_[after] == '>');
}

size_t HtmlTokens::raw_end() const {
  if (raw_name_ == "plaintext") return page_.size();
  if (raw_name_ == "script") return script_end();
  size_t at = page_.find("</", at_);
  while (at != kEnd && !ends_element(at)) at = page_.find("</", at + 2);
  return std::min(at, page_.size());
}

// In "<!--" a script element may hold another one: the standard's double escaped state.
size_t HtmlTokens::script_end() const {
  bool escaped = false, twice = false;
  for (size_t at = page_.find_first_of("<-", at_); at != kEnd;
       at = page_.find_first_of("<-", at + 1)) {
    const std::string_view rest = page_.substr(at, 8);
    if (rest.starts_with("-->")) {
      escaped = twice = false;
    } else if (rest.starts_with("<!--")) {
      escaped = true;
    } else if (escaped && !twice && same_name(rest.substr(0, 7), "<script")) {
      twice = true;
    } else if (rest.starts_with("</") && ends_element(at)) {
      if (!twice) return at;
      twice = false;
    }
  }
  return page_.size();
}

void HtmlTokens::raw(HtmlToken& token) {
  const size_t begin = at_;
  at_ = raw_end();
  const bool references = raw_name_ == "title" || raw_name_ == "textarea";
  token.kind = references ? HtmlKind::text : HtmlKind::raw_text;
  token.span = span_of(begin, at_);
  raw_name_ = {};
}

}  // namespace rasid
