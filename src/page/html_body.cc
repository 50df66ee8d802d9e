// SPDX-License-Identifier: Apache-2.0
#include "page/html_body.h"

#include <algorithm>
#include <string>

#include "base/letters.h"
#include "page/line_words.h"

namespace rasid {
namespace {

constexpr double kShareOfChild = 0.7;  // of its parent's running text, to go down to it
constexpr double kLayoutShare = 0.5;   // an element with so much of the page is its layout
constexpr double kNamedShare = 0.25;   // an element named as the body needs so much
constexpr int kLevelsUp = 1;           // how far around the container its continuation may be
constexpr double kMoreText = 30;       // running text of an element that continues the body
constexpr double kLoneParagraph = 12;  // ... of a paragraph
constexpr double kDense = 1.0;         // running text by words
constexpr double kLinkedBlock = 0.5;   // of a block's bytes: links, no text

class Chooser {
 public:
  Chooser(const HtmlPage& page, const std::vector<Line>& lines)
      : page_(page),
        lines_(lines),
        raw_(page.elements.size()),
        mass_(page.elements.size()),
        words_of_(page.elements.size()) {}

  HtmlBody choose() {
    weigh();
    inherit_hints();
    const uint32_t container = container_of_text();
    HtmlBody out;
    out.headline = headline();
    mark(container, out);
    return out;
  }

 private:
  void weigh();
  void inherit_hints();
  double weight(uint32_t block) const;
  bool is_linked(uint32_t block) const {
    const HtmlBlock& b = page_.blocks[block];
    return b.linked > kLinkedBlock * b.span.size();
  }
  uint16_t hints(uint32_t block) const {
    return static_cast<uint16_t>(hints_[page_.blocks[block].element] | page_.blocks[block].hints);
  }
  HtmlTag tag(uint32_t block) const { return page_.elements[page_.blocks[block].element].tag; }
  uint32_t container_of_text() const;
  uint32_t named_body() const;
  uint32_t headline() const;
  double likeness(uint32_t block, const std::string& title) const;
  // Whether an element beside the body's is more of it: running text and little else.
  bool goes_on(uint32_t element) const {
    if ((hints_[element] & kNotBody) != 0) return false;
    const bool paragraph = page_.elements[element].tag == HtmlTag::paragraph;
    return mass_[element] >= (paragraph ? kLoneParagraph : kMoreText) &&
           mass_[element] >= kDense * words_of_[element];
  }
  void mark(uint32_t container, HtmlBody& out) const;

  const HtmlPage& page_;
  const std::vector<Line>& lines_;
  std::vector<double> raw_;       // running text below each element, whatever its names
  std::vector<double> mass_;      // ... without what can't be body
  std::vector<double> words_of_;  // all words
  std::vector<uint16_t> hints_;   // of an element and those around it
};

// How much running text a block is: sentences count, links and labels do not; long ones count
// more.
double Chooser::weight(uint32_t block) const {
  const Line& line = lines_[block];
  if (is_linked(block) || !line.letters) return 0;
  const HtmlTag t = tag(block);
  if (t == HtmlTag::heading1 || t == HtmlTag::heading2 || t == HtmlTag::heading3) return 0;
  if (line.words < 8 && !(line.stop && line.words >= 5)) return 0;
  const double words = std::min<uint32_t>(line.words, kManyWords);
  double out = words * (1 + words / 40);
  if (t == HtmlTag::list_item || t == HtmlTag::figure_caption) out *= 0.4;
  if (!line.stop) out *= 0.7;
  return out;
}

void Chooser::weigh() {
  for (uint32_t b = 0; b < page_.blocks.size(); ++b) {
    raw_[page_.blocks[b].element] += weight(b);
    words_of_[page_.blocks[b].element] += lines_[b].words;
  }
  for (size_t e = page_.elements.size(); e-- > 1;) {
    raw_[page_.elements[e].parent] += raw_[e];
    words_of_[page_.elements[e].parent] += words_of_[e];
  }
}

void Chooser::inherit_hints() {
  hints_.resize(page_.elements.size());
  for (size_t e = 0; e < page_.elements.size(); ++e) {
    const HtmlElement& element = page_.elements[e];
    uint16_t own = element.hints;
    const bool layout = raw_[e] >= kLayoutShare * raw_[0] && raw_[0] > 0;
    if (layout) own &= static_cast<uint16_t>(~kNotBody);
    const uint16_t around = e == 0 ? 0 : hints_[element.parent];
    hints_[e] = static_cast<uint16_t>(own | (around & (kNotBody | kCaption)));
  }
  for (uint32_t b = 0; b < page_.blocks.size(); ++b) {
    if ((hints(b) & kNotBody) == 0) mass_[page_.blocks[b].element] += weight(b);
  }
  for (size_t e = page_.elements.size(); e-- > 1;) mass_[page_.elements[e].parent] += mass_[e];
}

// The element that the page names as the article's text, if it holds enough of it.
uint32_t Chooser::named_body() const {
  uint32_t best = 0;
  for (uint32_t e = 1; e < page_.elements.size(); ++e) {
    if ((page_.elements[e].hints & kBody) == 0 || (hints_[e] & kNotBody) != 0) continue;
    if (mass_[e] >= kNamedShare * mass_[0] && (best == 0 || mass_[e] > mass_[best])) best = e;
  }
  return best;
}

uint32_t Chooser::container_of_text() const {
  std::vector<uint32_t> heaviest(page_.elements.size(), 0);
  const auto worth = [&](uint32_t e) {
    return mass_[e] * ((page_.elements[e].hints & (kStory | kBody)) != 0 ? 1.2 : 1.0);
  };
  for (uint32_t e = 1; e < page_.elements.size(); ++e) {
    uint32_t& best = heaviest[page_.elements[e].parent];
    if (best == 0 || worth(e) > worth(best)) best = e;
  }
  uint32_t at = named_body();
  while (heaviest[at] != 0 && mass_[at] > 0) {
    const uint32_t child = heaviest[at];
    const HtmlTag t = page_.elements[child].tag;
    if (t == HtmlTag::paragraph || t == HtmlTag::list_item || t == HtmlTag::quote_block) break;
    if (worth(child) < kShareOfChild * mass_[at]) break;
    at = child;
  }
  return at;
}

// How much of the words of `title` a block has, and of its own.
double Chooser::likeness(uint32_t block, const std::string& title) const {
  LineWords own, wanted;
  own.read(page_.text, page_.blocks[block].span, 40);
  wanted.read(title, {0, static_cast<uint32_t>(title.size())}, 60);
  if (own.size() == 0 || wanted.size() == 0) return 0;
  size_t common = 0;
  for (size_t i = 0; i < own.size(); ++i) {
    for (size_t j = 0; j < wanted.size(); ++j) {
      if (own.normal(i) == wanted.normal(j)) {
        ++common;
        break;
      }
    }
  }
  return static_cast<double>(common) / static_cast<double>(own.size());
}

// The first heading that says what the page's title says; else the first h1 of some length.
uint32_t Chooser::headline() const {
  const std::string& title =
      page_.facts.headline.empty() ? page_.facts.title : page_.facts.headline;
  uint32_t best = kNoBlock;
  double best_score = 0;
  for (uint32_t b = 0; b < page_.blocks.size(); ++b) {
    const HtmlTag t = tag(b);
    const bool heading = t == HtmlTag::heading1 || t == HtmlTag::heading2;
    if (!heading && (t == HtmlTag::heading3 || lines_[b].words > 40 || is_linked(b))) continue;
    if (lines_[b].words < 2 || (hints_[page_.blocks[b].element] & kHidden) != 0) continue;
    if (!heading && best_score > 0) continue;
    double score = likeness(b, title) * std::min<uint32_t>(lines_[b].words, 8);
    if (score < 0.6 * std::min<uint32_t>(lines_[b].words, 8)) score = 0;
    if (t == HtmlTag::heading1) score += 2;
    if (t == HtmlTag::heading2 && score > 0) score += 0.5;
    if (score > best_score + 0.01 && (heading || score >= 4)) best = b, best_score = score;
  }
  return best;
}

void Chooser::mark(uint32_t container, HtmlBody& out) const {
  std::vector<bool> below(page_.elements.size(), false);
  below[container] = true;
  uint32_t first = container;
  for (int level = 0; level < kLevelsUp && first != 0; ++level) {
    first = page_.elements[first].parent;
  }
  // The levels of the elements around the container, to find what stands beside it.
  std::vector<bool> around(page_.elements.size(), false);
  for (uint32_t e = container; e != first;) {
    e = page_.elements[e].parent;
    around[e] = true;
  }
  for (uint32_t e = first + 1; e < page_.elements.size(); ++e) {
    const uint32_t parent = page_.elements[e].parent;
    below[e] = below[e] || below[parent] || (around[parent] && !around[e] && goes_on(e));
  }
  out.inside.resize(page_.blocks.size());
  for (uint32_t b = 0; b < page_.blocks.size(); ++b) {
    const bool text = below[page_.blocks[b].element] && (hints(b) & kNotBody) == 0;
    out.inside[b] = text && !is_linked(b);
  }
}

}  // namespace

HtmlBody body_of(const HtmlPage& page, const std::vector<Line>& lines) {
  return Chooser(page, lines).choose();
}

}  // namespace rasid
