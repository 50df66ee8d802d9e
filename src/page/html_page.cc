// SPDX-License-Identifier: Apache-2.0
#include "page/html_page.h"

#include <algorithm>

#include "base/utf8.h"
#include "page/dates.h"
#include "page/html_blocks.h"
#include "page/html_body.h"
#include "page/lines.h"
#include "page/parts.h"
#include "page/read.h"

namespace rasid {
namespace {

constexpr size_t kCharsetBytes = 4096;

// Pieces that lead from the text to the decoded page, and from there to the input's bytes, as one.
// `size` is that of the text.
std::vector<SourcePiece> composed(const std::vector<SourcePiece>& text, size_t size,
                                  const Decoded& page) {
  if (page.source.empty()) return text;
  std::vector<SourcePiece> out;
  const auto& inner = page.source;
  for (size_t i = 0; i < text.size(); ++i) {
    const SourcePiece& piece = text[i];
    auto next =
        std::upper_bound(inner.begin(), inner.end(), piece.source_begin,
                         [](uint32_t value, const SourcePiece& p) { return value < p.text_begin; });
    const bool plain = next == inner.begin() || (next - 1)->verbatim;
    out.push_back(
        {piece.text_begin, source_of(inner, piece.source_begin), piece.verbatim && plain});
    if (!piece.verbatim) continue;
    // The inner pieces that begin inside this one.
    const auto end = i + 1 < text.size() ? text[i + 1].text_begin : static_cast<uint32_t>(size);
    const uint32_t length = end - piece.text_begin;
    for (; next != inner.end() && next->text_begin < piece.source_begin + length; ++next) {
      const uint32_t at = piece.text_begin + (next->text_begin - piece.source_begin);
      if (out.back().text_begin == at) out.pop_back();
      out.push_back({at, next->source_begin, next->verbatim});
    }
  }
  return out;
}

// Puts text before all else: a headline that only the markup holds.
void put_before(HtmlPage& page, const std::string& line, uint32_t source) {
  const auto shift = static_cast<uint32_t>(line.size() + 1);
  page.text.insert(0, line + '\n');
  for (SourcePiece& piece : page.source) piece.text_begin += shift;
  for (HtmlBlock& block : page.blocks) block.span.begin += shift, block.span.end += shift;
  page.source.insert(page.source.begin(), {0, source, false});
  HtmlBlock block;
  block.span = trimmed(page.text, {0, shift - 1});
  page.blocks.insert(page.blocks.begin(), block);
}

// <title> without the outlet's name behind the last dash or bar.
std::string headline_of_title(std::string_view title) {
  size_t cut = std::string_view::npos;
  for (const std::string_view sign : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: "}) {
    const size_t at = title.rfind(sign);
    if (at != std::string_view::npos && at > title.size() / 3) cut = std::min(cut, at);
  }
  return std::string(title.substr(0, cut));
}

std::string one_line(std::string text) {
  if (!is_valid_utf8(text)) text = repaired(text).text;
  std::replace_if(
      text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
  const Span span = trimmed(text, {0, static_cast<uint32_t>(text.size())});
  return text.substr(span.begin, std::min<uint32_t>(span.size(), 2000));
}

class Reader {
 public:
  Reader(const Decoded& decoded, const PageIndex& index, Article& article)
      : decoded_(decoded), index_(index), article_(article), page_(blocks_of_html(decoded.text)) {}

  void run() {
    read_facts();
    measure();
    body_ = body_of(page_, lines_);
    if (body_.headline == kNoBlock) add_headline();
    tell();
    TextParts parts = parts_of_body(page_.text, lines_, told_, index_);
    article_.blocks = std::move(parts.blocks);
    number();
    date(parts.date);
    article_.source = composed(page_.source, page_.text.size(), decoded_);
    article_.text = std::move(page_.text);
  }

 private:
  void read_facts();
  void measure();
  void add_headline();
  void tell();
  std::optional<Part> told(uint32_t block) const;
  void number();
  std::optional<Date> date_near_headline() const;
  void date(std::optional<Date> line_date);
  HtmlTag tag(uint32_t block) const { return page_.elements[page_.blocks[block].element].tag; }

  const Decoded& decoded_;
  const PageIndex& index_;
  Article& article_;
  HtmlPage page_;
  HtmlBody body_;
  std::vector<Line> lines_;
  std::vector<std::optional<Part>> told_;
};

void Reader::read_facts() {
  const HtmlFacts& facts = page_.facts;
  if (article_.outlet.empty()) {
    article_.outlet = one_line(facts.site.empty() ? facts.publisher : facts.site);
  }
  if (article_.url.empty()) article_.url = one_line(facts.url);
}

// One line a block; blocks too long are cut.
void Reader::measure() {
  std::vector<HtmlBlock> blocks;
  blocks.reserve(page_.blocks.size());
  lines_.clear();
  for (const HtmlBlock& block : page_.blocks) {
    HtmlBlock rest = block;
    article_.repairs.long_lines += block.span.size() > kLongestBlock;
    while (!rest.span.empty()) {
      const Span piece = first_piece(page_.text, rest.span);
      const uint32_t end = piece.end;
      HtmlBlock part = rest;
      part.span = trimmed(page_.text, piece);
      if (!part.span.empty()) {
        lines_.push_back(line_of(page_.text, part.span, 0));
        blocks.push_back(part);
      }
      rest.span.begin = end;
    }
  }
  page_.blocks = std::move(blocks);
}

void Reader::add_headline() {
  const HtmlFacts& facts = page_.facts;
  const std::string line =
      one_line(facts.headline.empty() ? headline_of_title(facts.title) : facts.headline);
  if (line.empty()) return;
  put_before(page_, line, facts.headline.empty() ? 0 : facts.headline_source.begin);
  measure();
  body_.inside.insert(body_.inside.begin(), true);
  body_.headline = 0;
}

std::optional<Part> Reader::told(uint32_t block) const {
  if (block == body_.headline) return Part::headline;
  const bool above = body_.headline != kNoBlock && block < body_.headline;
  const Line& line = lines_[block];
  if (!body_.inside[block] || (above && line.words < 20)) return Part::furniture;
  const HtmlElement& element = page_.elements[page_.blocks[block].element];
  const uint16_t hints = static_cast<uint16_t>(element.hints | page_.blocks[block].hints);
  if (line.words <= 12 && !line.stop && (hints & kByline) != 0) return Part::byline;
  if (element.tag == HtmlTag::figure_caption || (hints & kCaption) != 0) return Part::caption;
  if (element.tag == HtmlTag::heading1 || element.tag == HtmlTag::heading2 ||
      element.tag == HtmlTag::heading3) {
    return line.words <= 25 ? std::optional(Part::subheading) : std::nullopt;
  }
  if ((hints & kSummary) != 0 && line.words >= 8) return Part::standfirst;
  return std::nullopt;
}

void Reader::tell() {
  told_.clear();
  bool body_seen = false;
  for (uint32_t b = 0; b < page_.blocks.size(); ++b) {
    std::optional<Part> part = told(b);
    // A heading with no text below it in the body is a label of something else.
    if (part == Part::standfirst && body_seen) part = std::nullopt;
    body_seen |= !part && lines_[b].words >= 15;
    told_.push_back(part);
  }
  bool text = false;
  for (size_t b = told_.size(); b-- > 0;) {
    if (told_[b] == Part::subheading && !text) told_[b] = Part::furniture;
    text |= !told_[b] && lines_[b].words >= 8;
  }
}

void Reader::number() {
  uint32_t count = 0, same = 0;
  for (Block& block : article_.blocks) {
    // A byline that runs into its paragraph shares its number.
    const bool content = block.part != Part::furniture;
    const bool shared = same != 0 && block.span.begin < same;
    if (content && !shared) ++count;
    if (block.part == Part::byline || block.part == Part::dateline) {
      const size_t end = page_.text.find('\n', block.span.end);
      same = end == std::string::npos ? 0 : static_cast<uint32_t>(end);
    }
    block.line = count;
  }
}

// A date written beside the headline.
std::optional<Date> Reader::date_near_headline() const {
  if (body_.headline == kNoBlock) return std::nullopt;
  const size_t first = body_.headline > 4 ? body_.headline - 4 : 0;
  const size_t last = std::min<size_t>(lines_.size(), body_.headline + 10);
  LineWords words;
  for (size_t i = body_.headline; i < last + body_.headline - first; ++i) {
    // Below the headline first, then above it.
    const size_t line = i < last ? i : first + (i - last);
    if (lines_[line].words > 16) continue;
    words.read(page_.text, lines_[line].span, 24);
    const DateFound found = find_date(words, index_);
    if (found.date && found.others <= 4) return found.date;
  }
  return std::nullopt;
}

void Reader::date(std::optional<Date> line_date) {
  if (article_.published) return;
  const HtmlFacts& facts = page_.facts;
  const auto take = [&](const std::string& text, const char* basis) {
    if (article_.published || text.empty()) return;
    article_.published = date_in(text, index_);
    if (article_.published) article_.published_basis = basis;
  };
  take(facts.date_json, "json-ld");
  take(facts.date_opengraph, "opengraph");
  take(facts.date_meta, "meta");
  take(facts.date_time, "time");
  const std::optional<Date> written = article_.published ? std::nullopt : date_near_headline();
  if (!article_.published && (written || line_date)) {
    article_.published = written ? written : line_date;
    article_.published_basis = "dateline";
  }
  if (!article_.published) {
    article_.published = date_of_url(article_.url);
    if (article_.published) article_.published_basis = "url";
  }
}

bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

}  // namespace

std::string charset_of_html(std::string_view bytes) {
  std::string head(bytes.substr(0, kCharsetBytes));
  std::transform(head.begin(), head.end(), head.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  for (size_t at = head.find("charset"); at != std::string::npos;
       at = head.find("charset", at + 7)) {
    size_t value = at + 7;
    const auto skip = [&](std::string_view signs) {
      while (value < head.size() && signs.find(head[value]) != std::string_view::npos) ++value;
    };
    skip(" \t\r\n");
    if (value >= head.size() || head[value] != '=') continue;
    ++value;
    skip(" \t\r\n\"'");
    size_t end = value;
    while (end < head.size() && is_name(head[end])) ++end;
    if (end > value) return head.substr(value, end - value);
  }
  return {};
}

void read_html(const Decoded& page, const PageIndex& index, Article& article) {
  Reader(page, index, article).run();
}

}  // namespace rasid
