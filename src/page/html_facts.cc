// SPDX-License-Identifier: Apache-2.0
#include "page/html_facts.h"

#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "page/html_references.h"

namespace rasid {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(),
                     [&](std::string_view wanted) { return same_name(name, wanted); });
}

void keep_first(std::string& into, std::string_view value) {
  if (into.empty()) into = without_references(value);
}

// A shallow reader of JSON: strings, keys and depth, enough for the few fields of interest. It goes
// on after faults, which JSON-LD in the wild is full of (raw line ends in strings).
class JsonScanner {
 public:
  JsonScanner(std::string_view json, uint32_t offset, HtmlFacts& facts)
      : json_(json), offset_(offset), facts_(facts) {}

  void run() {
    while (at_ < json_.size()) {
      const char c = json_[at_];
      if (c == '"') {
        string();
        continue;
      }
      if (c == '{' || c == '[') open();
      if (c == '}' || c == ']') close();
      if (c == ',' && depth_ < kDeepest && !is_array_[depth_]) key_.clear();
      ++at_;
    }
  }

 private:
  static constexpr size_t kDeepest = 32;

  void open() {
    ++depth_;
    if (depth_ >= kDeepest) return;
    keys_[depth_] = key_;
    is_array_[depth_] = json_[at_] == '[';
    if (!is_array_[depth_]) key_.clear();
  }
  void close() {
    if (depth_ > 0) --depth_;
    key_.clear();
  }
  void string();
  void value(std::string_view text, Span source);
  static std::string unescaped(std::string_view text);

  std::string_view json_;
  uint32_t offset_;
  HtmlFacts& facts_;
  size_t at_ = 0;
  size_t depth_ = 0;
  std::string key_;
  std::array<std::string, kDeepest> keys_;  // the key that holds the object at each depth
  std::array<bool, kDeepest> is_array_{};
};

void JsonScanner::string() {
  const size_t begin = ++at_;
  while (at_ < json_.size() && json_[at_] != '"') at_ += json_[at_] == '\\' ? 2 : 1;
  const size_t end = std::min(at_, json_.size());
  at_ = std::min(end + 1, json_.size());
  const std::string_view text = json_.substr(begin, end - begin);
  size_t colon = at_;
  while (colon < json_.size() && static_cast<unsigned char>(json_[colon]) <= ' ') ++colon;
  if (colon < json_.size() && json_[colon] == ':') {
    key_ = text.substr(0, 40);
    at_ = colon + 1;
    return;
  }
  value(text, {static_cast<uint32_t>(offset_ + begin), static_cast<uint32_t>(offset_ + end)});
}

void JsonScanner::value(std::string_view text, Span source) {
  const std::string_view holder = depth_ < kDeepest ? std::string_view(keys_[depth_]) : "";
  if (key_ == "datePublished" && facts_.date_json.empty()) facts_.date_json = unescaped(text);
  if (key_ == "headline" && facts_.headline.empty()) {
    facts_.headline = unescaped(text);
    facts_.headline_source = source;
  }
  if (key_ == "name" && holder == "publisher" && facts_.publisher.empty()) {
    facts_.publisher = unescaped(text);
  }
}

std::string JsonScanner::unescaped(std::string_view text) {
  std::string out;
  const auto unit = [&](size_t at) {
    int value = 0;
    for (size_t i = at; i < at + 4; ++i) {
      const char c = i < text.size() ? text[i] : 'x';
      const char lower = static_cast<char>(c | 0x20);
      const int digit = c >= '0' && c <= '9'           ? c - '0'
                        : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10
                                                       : -1;
      if (digit < 0) return -1;
      value = value * 16 + digit;
    }
    return value;
  };
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] != '\\' || at + 1 >= text.size()) {
      out += text[at];
      continue;
    }
    const char c = text[++at];
    if (c != 'u') {
      out += c == 'n' || c == 't' || c == 'r' ? ' ' : c;
      continue;
    }
    int value = unit(at + 1);
    if (value < 0) continue;
    at += 4;
    const bool lead = value >= 0xD800 && value < 0xDC00;
    const int trail = lead && text.substr(at + 1, 2) == "\\u" ? unit(at + 3) : -1;
    if (trail >= 0xDC00 && trail < 0xE000) {
      value = 0x10000 + ((value - 0xD800) << 10) + (trail - 0xDC00);
      at += 6;
    } else if (value >= 0xD800 && value < 0xE000) {
      value = static_cast<int>(kReplacement);
    }
    append_utf8(out, static_cast<char32_t>(value));
  }
  return without_references(out);
}

}  // namespace

void read_meta(const HtmlToken& tag, HtmlFacts& facts) {
  std::string_view name = tag.attribute("property");
  if (name.empty()) name = tag.attribute("name");
  if (name.empty()) name = tag.attribute("itemprop");
  const std::string_view content = tag.attribute("content");
  if (name.empty() || content.empty()) return;
  if (is_one_of(name, {"og:title", "twitter:title", "dc.title", "sailthru.title"})) {
    if (facts.headline.empty()) {
      facts.headline = without_references(content);
      facts.headline_source = tag.span;
    }
  } else if (is_one_of(name, {"og:site_name", "application-name", "twitter:site:name",
                              "al:android:app_name", "dc.publisher"})) {
    keep_first(facts.site, content);
  } else if (is_one_of(name, {"og:url", "twitter:url"})) {
    keep_first(facts.url, content);
  } else if (is_one_of(name, {"article:published_time", "og:article:published_time",
                              "og:published_time", "article:published"})) {
    keep_first(facts.date_opengraph, content);
  } else if (is_one_of(name, {"datepublished",
                              "date",
                              "pubdate",
                              "publishdate",
                              "publish-date",
                              "publish_date",
                              "publication_date",
                              "dc.date",
                              "dc.date.issued",
                              "dcterms.date",
                              "dcterms.created",
                              "dc.date.created",
                              "article.published",
                              "parsely-pub-date",
                              "sailthru.date",
                              "citation_publication_date",
                              "cxenseparse:recs:publishtime",
                              "article_date_original",
                              "displaydate",
                              "published_at",
                              "created",
                              "article.created",
                              "bt:pubdate"})) {
    keep_first(facts.date_meta, content);
  }
}

void read_link(const HtmlToken& tag, HtmlFacts& facts) {
  if (same_name(tag.attribute("rel"), "canonical") && !tag.attribute("href").empty()) {
    facts.url = without_references(tag.attribute("href"));
  }
}

void read_time(const HtmlToken& tag, HtmlFacts& facts) {
  const std::string_view when = tag.attribute("datetime");
  if (!when.empty()) keep_first(facts.date_time, when);
}

void read_json_ld(std::string_view json, uint32_t offset, HtmlFacts& facts) {
  JsonScanner(json, offset, facts).run();
}

}  // namespace rasid
