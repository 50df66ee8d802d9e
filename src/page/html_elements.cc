// SPDX-License-Identifier: Apache-2.0
#include "page/html_elements.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace rasid {
namespace {

struct NamedTag {
  std::string_view name;
  Tag tag;
};

// Sorted by name.
constexpr NamedTag kTags[] = {
    {"a", Tag::anchor},
    {"abbr", Tag::inline_text},
    {"address", Tag::container},
    {"amp-ad", Tag::skipped},
    {"applet", Tag::skipped},
    {"area", Tag::other_void},
    {"article", Tag::article},
    {"aside", Tag::aside},
    {"audio", Tag::skipped},
    {"b", Tag::inline_text},
    {"base", Tag::base},
    {"blockquote", Tag::quote_block},
    {"body", Tag::body},
    {"br", Tag::line_break},
    {"button", Tag::skipped},
    {"canvas", Tag::skipped},
    {"caption", Tag::figure_caption},
    {"center", Tag::container},
    {"col", Tag::other_void},
    {"datalist", Tag::skipped},
    {"dd", Tag::list_item},
    {"details", Tag::container},
    {"dialog", Tag::aside},
    {"dir", Tag::list},
    {"div", Tag::container},
    {"dl", Tag::list},
    {"dt", Tag::list_item},
    {"em", Tag::inline_text},
    {"embed", Tag::other_void},
    {"fieldset", Tag::form},
    {"figcaption", Tag::figure_caption},
    {"figure", Tag::container},
    {"font", Tag::inline_text},
    {"footer", Tag::footer},
    {"form", Tag::form},
    {"frame", Tag::other_void},
    {"h1", Tag::heading1},
    {"h2", Tag::heading2},
    {"h3", Tag::heading3},
    {"h4", Tag::heading3},
    {"h5", Tag::heading3},
    {"h6", Tag::heading3},
    {"head", Tag::head},
    {"header", Tag::header},
    {"hr", Tag::other_void},
    {"html", Tag::container},
    {"i", Tag::inline_text},
    {"iframe", Tag::skipped},
    {"img", Tag::other_void},
    {"input", Tag::other_void},
    {"legend", Tag::skipped},
    {"li", Tag::list_item},
    {"link", Tag::link},
    {"main", Tag::main_part},
    {"map", Tag::skipped},
    {"math", Tag::skipped},
    {"menu", Tag::navigation},
    {"meta", Tag::meta},
    {"nav", Tag::navigation},
    {"noembed", Tag::skipped},
    {"noframes", Tag::skipped},
    {"noscript", Tag::skipped},
    {"object", Tag::skipped},
    {"ol", Tag::list},
    {"optgroup", Tag::skipped},
    {"option", Tag::skipped},
    {"p", Tag::paragraph},
    {"param", Tag::other_void},
    {"picture", Tag::inline_text},
    {"pre", Tag::container},
    {"script", Tag::skipped},
    {"section", Tag::container},
    {"select", Tag::skipped},
    {"source", Tag::other_void},
    {"span", Tag::inline_text},
    {"strong", Tag::inline_text},
    {"style", Tag::skipped},
    {"summary", Tag::container},
    {"svg", Tag::skipped},
    {"table", Tag::table},
    {"tbody", Tag::table_part},
    {"td", Tag::table_cell},
    {"template", Tag::skipped},
    {"textarea", Tag::skipped},
    {"tfoot", Tag::table_part},
    {"th", Tag::table_cell},
    {"thead", Tag::table_part},
    {"time", Tag::time},
    {"title", Tag::title},
    {"tr", Tag::table_part},
    {"track", Tag::other_void},
    {"u", Tag::inline_text},
    {"ul", Tag::list},
    {"video", Tag::skipped},
    {"wbr", Tag::other_void},
    {"xmp", Tag::skipped},
};
static_assert(std::is_sorted(std::begin(kTags), std::end(kTags),
                             [](const NamedTag& a, const NamedTag& b) { return a.name < b.name; }));
constexpr size_t kLongestTag = 10;

struct Word {
  std::string_view word;
  uint16_t hint;
};

// Whole words of a class or id, in lower case, sorted. A class is cut at every sign and at capital
// letters ("articleBody": article, body).
constexpr Word kWords[] = {
    {"ad", kAdvert},
    {"ads", kAdvert},
    {"advert", kAdvert},
    {"advertisement", kAdvert},
    {"advertising", kAdvert},
    {"alert", kAside},
    {"also", kLinks},
    {"article", kStory},
    {"articlebody", kBody | kStory},
    {"articletext", kBody | kStory},
    {"aside", kAside},
    {"author", kByline},
    {"banner", kAdvert},
    {"bio", kAside},
    {"body", kStory},
    {"bottom", kFoot},
    {"breadcrumb", kMenu},
    {"breadcrumbs", kMenu},
    {"breaking", kMenu},
    {"byline", kByline},
    {"caption", kCaption},
    {"carousel", kLinks},
    {"comment", kComments},
    {"commentlist", kComments},
    {"comments", kComments},
    {"consent", kAside},
    {"content", kStory},
    {"cookie", kAside},
    {"cookies", kAside},
    {"copyright", kFoot},
    {"date", kDate},
    {"datetime", kDate},
    {"disclaimer", kFoot},
    {"disqus", kComments},
    {"dropdown", kMenu},
    {"entry", kStory},
    {"excerpt", kSummary},
    {"facebook", kShare},
    {"figcaption", kCaption},
    {"follow", kShare},
    {"foot", kFoot},
    {"footer", kFoot},
    {"gallery", kAside},
    {"header", kMenu},
    {"hidden", kHidden},
    {"latest", kLinks},
    {"lead", kSummary},
    {"legal", kFoot},
    {"login", kAside},
    {"logo", kMenu},
    {"masthead", kMenu},
    {"mega", kMenu},
    {"menu", kMenu},
    {"metadata", kByline},
    {"modal", kHidden},
    {"more", kLinks},
    {"nav", kMenu},
    {"navbar", kMenu},
    {"navigation", kMenu},
    {"newsletter", kAside},
    {"noprint", kShare},
    {"outbrain", kAdvert},
    {"overlay", kHidden},
    {"pager", kMenu},
    {"pagination", kMenu},
    {"poll", kAside},
    {"popular", kLinks},
    {"popup", kHidden},
    {"post", kStory},
    {"promo", kAdvert},
    {"promotion", kAdvert},
    {"published", kDate},
    {"pullquote", kAside},
    {"rating", kShare},
    {"read", 0},
    {"recent", kLinks},
    {"recommend", kLinks},
    {"recommended", kLinks},
    {"related", kLinks},
    {"reply", kComments},
    {"respond", kComments},
    {"search", kMenu},
    {"share", kShare},
    {"sharedaddy", kShare},
    {"shares", kShare},
    {"sharing", kShare},
    {"sidebar", kAside},
    {"signup", kAside},
    {"skip", kMenu},
    {"slider", kLinks},
    {"social", kShare},
    {"sponsor", kAdvert},
    {"sponsored", kAdvert},
    {"standfirst", kSummary},
    {"story", kStory},
    {"subheadline", kSummary},
    {"subscribe", kAside},
    {"subtitle", kSummary},
    {"summary", kSummary},
    {"taboola", kAdvert},
    {"tag", kLinks},
    {"tags", kLinks},
    {"teaser", kLinks},
    {"text", kStory},
    {"ticker", kMenu},
    {"timestamp", kDate},
    {"toolbar", kShare},
    {"tooltip", kHidden},
    {"topbar", kMenu},
    {"trending", kLinks},
    {"twitter", kShare},
    {"weather", kAside},
    {"widget", kWidget},
};
static_assert(std::is_sorted(std::begin(kWords), std::end(kWords),
                             [](const Word& a, const Word& b) { return a.word < b.word; }));
constexpr size_t kLongestWord = 16;
constexpr size_t kLongestNames = 512;  // bytes of a class that are looked at

template <typename Entry, size_t kSize, typename Key>
const Entry* find(const Entry (&table)[kSize], std::string_view word, Key key) {
  const auto* found =
      std::lower_bound(std::begin(table), std::end(table), word,
                       [&](const Entry& entry, std::string_view w) { return key(entry) < w; });
  return found != std::end(table) && key(*found) == word ? found : nullptr;
}

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_word(char c) { return (c >= 'a' && c <= 'z') || is_upper(c); }

uint16_t hints_of_names(std::string_view names) {
  names = names.substr(0, kLongestNames);
  uint16_t out = 0;
  char word[kLongestWord];
  size_t length = 0;
  char before = ' ';
  const auto finish = [&] {
    if (length <= kLongestWord) {
      const Word* found =
          find(kWords, {word, length}, [](const Word& entry) { return entry.word; });
      if (found != nullptr) out |= found->hint;
    }
    length = 0;
  };
  for (const char c : names) {
    if (!is_word(c) || (is_upper(c) && before >= 'a' && before <= 'z')) finish();
    if (is_word(c)) {
      if (length < kLongestWord) word[length] = static_cast<char>(c | 0x20);
      ++length;
    }
    before = c;
  }
  finish();
  return out;
}

uint16_t hints_of_role(std::string_view role) {
  if (role == "navigation" || role == "menu" || role == "search" || role == "banner") return kMenu;
  if (role == "complementary" || role == "dialog" || role == "alert") return kAside;
  if (role == "contentinfo") return kFoot;
  return 0;
}

uint16_t hints_of_property(std::string_view property) {
  if (property == "articleBody" || property == "text") return kBody | kStory;
  if (property == "author") return kByline;
  if (property == "datePublished" || property == "dateModified") return kDate;
  if (property == "comment") return kComments;
  return property == "description" || property == "alternativeHeadline" ? kSummary : 0;
}

bool contains_without_spaces(std::string_view text, std::string_view wanted) {
  size_t matched = 0;
  for (const char c : text.substr(0, kLongestNames)) {
    if (c == ' ') continue;
    if (c == wanted[matched]) {
      if (++matched == wanted.size()) return true;
    } else {
      matched = c == wanted[0] ? 1 : 0;
    }
  }
  return false;
}

uint16_t hints_of_tag(Tag tag) {
  switch (tag) {
    case Tag::navigation:
      return kMenu;
    case Tag::aside:
      return kAside;
    case Tag::footer:
      return kFoot;
    case Tag::article:
    case Tag::main_part:
      return kStory;
    case Tag::figure_caption:
      return kCaption;
    case Tag::time:
      return kDate;
    default:
      return 0;
  }
}

}  // namespace

Tag tag_of(std::string_view name) {
  if (name.size() > kLongestTag) return Tag::unknown;
  char lower[kLongestTag];
  std::transform(name.begin(), name.end(), lower,
                 [](char c) { return is_upper(c) ? static_cast<char>(c | 0x20) : c; });
  const NamedTag* found =
      find(kTags, {lower, name.size()}, [](const NamedTag& entry) { return entry.name; });
  return found != nullptr ? found->tag : Tag::unknown;
}

bool is_void(Tag tag) {
  return tag == Tag::line_break || tag == Tag::other_void || tag == Tag::meta || tag == Tag::link ||
         tag == Tag::base;
}

bool is_block(Tag tag) {
  switch (tag) {
    case Tag::unknown:
    case Tag::inline_text:
    case Tag::other_void:
    case Tag::anchor:
    case Tag::time:
    case Tag::meta:
    case Tag::link:
    case Tag::base:
    case Tag::skipped:
      return false;
    default:
      return true;
  }
}

bool ends_paragraph(Tag tag) {
  switch (tag) {
    case Tag::line_break:
    case Tag::table_cell:
    case Tag::title:
    case Tag::head:
    case Tag::body:
      return false;
    default:
      return is_block(tag);
  }
}

uint16_t hints_of(const HtmlToken& token) {
  const Tag tag = tag_of(token.name);
  uint16_t out = hints_of_tag(tag);
  if (tag == Tag::body) return out;  // its class tells the layout ("has-sidebar")
  for (const HtmlAttribute& attribute : token.attributes) {
    if (same_name(attribute.name, "class") || same_name(attribute.name, "id")) {
      out |= hints_of_names(attribute.value);
    } else if (same_name(attribute.name, "role")) {
      out |= hints_of_role(attribute.value);
    } else if (same_name(attribute.name, "itemprop")) {
      out |= hints_of_property(attribute.value);
    } else if (same_name(attribute.name, "hidden")) {
      out |= kHidden;
    } else if (same_name(attribute.name, "style")) {
      if (contains_without_spaces(attribute.value, "display:none")) out |= kHidden;
    }
  }
  if ((out & kWidget) != 0 && (out & (kBody | kStory)) == 0) out |= kAside;
  return static_cast<uint16_t>(out & ~kWidget);
}

}  // namespace rasid
