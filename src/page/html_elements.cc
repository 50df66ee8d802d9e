// SPDX-License-Identifier: Apache-2.0
#include "page/html_elements.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace rasid {
namespace {

struct NamedTag {
  std::string_view name;
  HtmlTag tag;
};

// Sorted by name.
constexpr NamedTag kTags[] = {
    {"a", HtmlTag::anchor},
    {"abbr", HtmlTag::inline_text},
    {"address", HtmlTag::container},
    {"amp-ad", HtmlTag::skipped},
    {"applet", HtmlTag::skipped},
    {"area", HtmlTag::other_void},
    {"article", HtmlTag::article},
    {"aside", HtmlTag::aside},
    {"audio", HtmlTag::skipped},
    {"b", HtmlTag::inline_text},
    {"base", HtmlTag::base},
    {"blockquote", HtmlTag::quote_block},
    {"body", HtmlTag::body},
    {"br", HtmlTag::line_break},
    {"button", HtmlTag::skipped},
    {"canvas", HtmlTag::skipped},
    {"caption", HtmlTag::figure_caption},
    {"center", HtmlTag::container},
    {"col", HtmlTag::other_void},
    {"datalist", HtmlTag::skipped},
    {"dd", HtmlTag::list_item},
    {"details", HtmlTag::container},
    {"dialog", HtmlTag::aside},
    {"dir", HtmlTag::list},
    {"div", HtmlTag::container},
    {"dl", HtmlTag::list},
    {"dt", HtmlTag::list_item},
    {"em", HtmlTag::inline_text},
    {"embed", HtmlTag::other_void},
    {"fieldset", HtmlTag::form},
    {"figcaption", HtmlTag::figure_caption},
    {"figure", HtmlTag::container},
    {"font", HtmlTag::inline_text},
    {"footer", HtmlTag::footer},
    {"form", HtmlTag::form},
    {"frame", HtmlTag::other_void},
    {"h1", HtmlTag::heading1},
    {"h2", HtmlTag::heading2},
    {"h3", HtmlTag::heading3},
    {"h4", HtmlTag::heading3},
    {"h5", HtmlTag::heading3},
    {"h6", HtmlTag::heading3},
    {"head", HtmlTag::head},
    {"header", HtmlTag::header},
    {"hr", HtmlTag::other_void},
    {"html", HtmlTag::container},
    {"i", HtmlTag::inline_text},
    {"iframe", HtmlTag::skipped},
    {"img", HtmlTag::other_void},
    {"input", HtmlTag::other_void},
    {"legend", HtmlTag::skipped},
    {"li", HtmlTag::list_item},
    {"link", HtmlTag::link},
    {"main", HtmlTag::main_part},
    {"map", HtmlTag::skipped},
    {"math", HtmlTag::skipped},
    {"menu", HtmlTag::navigation},
    {"meta", HtmlTag::meta},
    {"nav", HtmlTag::navigation},
    {"noembed", HtmlTag::skipped},
    {"noframes", HtmlTag::skipped},
    {"noscript", HtmlTag::skipped},
    {"object", HtmlTag::skipped},
    {"ol", HtmlTag::list},
    {"optgroup", HtmlTag::skipped},
    {"option", HtmlTag::skipped},
    {"p", HtmlTag::paragraph},
    {"param", HtmlTag::other_void},
    {"picture", HtmlTag::inline_text},
    {"pre", HtmlTag::container},
    {"script", HtmlTag::skipped},
    {"section", HtmlTag::container},
    {"select", HtmlTag::skipped},
    {"source", HtmlTag::other_void},
    {"span", HtmlTag::inline_text},
    {"strong", HtmlTag::inline_text},
    {"style", HtmlTag::skipped},
    {"summary", HtmlTag::container},
    {"svg", HtmlTag::skipped},
    {"table", HtmlTag::table},
    {"tbody", HtmlTag::table_part},
    {"td", HtmlTag::table_cell},
    {"template", HtmlTag::skipped},
    {"textarea", HtmlTag::skipped},
    {"tfoot", HtmlTag::table_part},
    {"th", HtmlTag::table_cell},
    {"thead", HtmlTag::table_part},
    {"time", HtmlTag::time},
    {"title", HtmlTag::title},
    {"tr", HtmlTag::table_part},
    {"track", HtmlTag::other_void},
    {"u", HtmlTag::inline_text},
    {"ul", HtmlTag::list},
    {"video", HtmlTag::skipped},
    {"wbr", HtmlTag::other_void},
    {"xmp", HtmlTag::skipped},
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

uint16_t hints_of_tag(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::navigation:
      return kMenu;
    case HtmlTag::aside:
      return kAside;
    case HtmlTag::footer:
      return kFoot;
    case HtmlTag::article:
    case HtmlTag::main_part:
      return kStory;
    case HtmlTag::figure_caption:
      return kCaption;
    case HtmlTag::time:
      return kDate;
    default:
      return 0;
  }
}

}  // namespace

HtmlTag tag_of(std::string_view name) {
  if (name.size() > kLongestTag) return HtmlTag::unknown;
  char lower[kLongestTag];
  std::transform(name.begin(), name.end(), lower,
                 [](char c) { return is_upper(c) ? static_cast<char>(c | 0x20) : c; });
  const NamedTag* found =
      find(kTags, {lower, name.size()}, [](const NamedTag& entry) { return entry.name; });
  return found != nullptr ? found->tag : HtmlTag::unknown;
}

bool is_void(HtmlTag tag) {
  return tag == HtmlTag::line_break || tag == HtmlTag::other_void || tag == HtmlTag::meta ||
         tag == HtmlTag::link || tag == HtmlTag::base;
}

bool is_block(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::unknown:
    case HtmlTag::inline_text:
    case HtmlTag::other_void:
    case HtmlTag::anchor:
    case HtmlTag::time:
    case HtmlTag::meta:
    case HtmlTag::link:
    case HtmlTag::base:
    case HtmlTag::skipped:
      return false;
    default:
      return true;
  }
}

bool ends_paragraph(HtmlTag tag) {
  switch (tag) {
    case HtmlTag::line_break:
    case HtmlTag::table_cell:
    case HtmlTag::title:
    case HtmlTag::head:
    case HtmlTag::body:
      return false;
    default:
      return is_block(tag);
  }
}

uint16_t hints_of(const HtmlToken& token) {
  const HtmlTag tag = tag_of(token.name);
  uint16_t out = hints_of_tag(tag);
  if (tag == HtmlTag::body) return out;  // its class tells the layout ("has-sidebar")
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
