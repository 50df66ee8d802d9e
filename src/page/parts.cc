// SPDX-License-Identifier: Apache-2.0
#include "page/parts.h"

#include <algorithm>

#include "page/dates.h"
#include "page/openings.h"

namespace rasid {
namespace {

constexpr uint32_t kLongLine = 20;      // words: no headline by its length alone
constexpr uint32_t kLongHeadline = 35;  // words: the longest first line that is a headline
constexpr uint32_t kShortSentence = 6;  // words: a sentence of so many is body
constexpr uint32_t kSubheading = 10;    // words
constexpr uint32_t kRelatedLines = 8;   // lines of links after "read also"
constexpr uint32_t kLongestNote = 25;  // words: a line that some phrase anywhere in it makes a note
constexpr uint32_t kLongestRow = 40;   // words: a row of labels, a line that a prefix tells
constexpr size_t kBeginning = 10, kWholeLine = 48;  // words read
constexpr size_t kMostHeads = 5;                    // more short lines than that are a menu

bool has_digit(std::string_view text) {
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] >= '0' && text[i] <= '9') return true;
    const auto second = static_cast<unsigned char>(i + 1 < text.size() ? text[i + 1] : 0);
    if (text[i] == '\xD9' && second >= 0xA0 && second < 0xAA) return true;
  }
  return false;
}

class Classifier {
 public:
  Classifier(std::string_view text, const std::vector<Line>& lines, const PageIndex& index)
      : text_(text), lines_(lines), index_(index), marks_(lines.size()) {}

  TextParts run_body(const std::vector<std::optional<Part>>& told) {
    for (uint32_t i = 0; i < lines_.size(); ++i) {
      if (told[i]) decide(i, *told[i]);
    }
    mark_lines();
    mark_comments();
    for (uint32_t i = 0; i < lines_.size(); ++i) {
      if (!marks_[i].decided) open_.push_back(i);
    }
    mark_body(0);
    return {blocks(), date_};
  }

  TextParts run() {
    mark_lines();
    mark_comments();
    for (uint32_t i = 0; i < lines_.size(); ++i) {
      if (!marks_[i].decided) open_.push_back(i);
    }
    const size_t body = mark_head();
    mark_body(body);
    return {blocks(), date_};
  }

 private:
  struct Mark {
    Part part = Part::paragraph;
    bool decided = false;
    EntryId entry = kNone;
    PageHit hit;
    std::optional<Opening> opening;
  };

  void decide(uint32_t line, Part part, EntryId entry = kNone) {
    marks_[line].part = part;
    marks_[line].decided = true;
    marks_[line].entry = entry;
  }
  void mark_lines();
  void mark_related(uint32_t line);
  void mark_comments();
  bool is_date_line(const Line& line);
  bool is_address(const Line& line) const;
  bool is_long(uint32_t line) const {
    const Line& l = lines_[line];
    return l.words >= kLongLine || (l.stop && l.words >= kShortSentence);
  }
  size_t mark_head();
  void name_heads(const std::vector<uint32_t>& heads);
  Part after_headline(uint32_t line) const {
    return lines_[line].words >= 12 ? Part::standfirst : Part::subheading;
  }
  void mark_body(size_t first);
  bool is_subheading(size_t at) const;
  std::vector<Block> blocks() const;

  std::string_view text_;
  const std::vector<Line>& lines_;
  const PageIndex& index_;
  LineWords words_;
  std::vector<Mark> marks_;
  std::vector<uint32_t> open_;  // lines not decided by words, in order
  std::optional<Date> date_;
};

// A mail or web address with a few words at most.
bool Classifier::is_address(const Line& line) const {
  if (line.words > 5) return false;
  const std::string_view text = slice(text_, line.span);
  const size_t at = text.find('@');
  return (at != std::string_view::npos && at + 1 < text.size() && text[at + 1] > ' ') ||
         text.find("http") != std::string_view::npos || text.find("www.") != std::string_view::npos;
}

// A line that holds a date and little else: when the page was published or changed.
bool Classifier::is_date_line(const Line& line) {
  if (line.words > 14 || line.stop || !has_digit(slice(text_, line.span))) return false;
  words_.read(text_, line.span, 20);
  const DateFound found = find_date(words_, index_);
  if (!found.date || found.others > 3 || size_t{found.others} * 2 > words_.size()) return false;
  if (!date_) date_ = found.date;
  return true;
}

void Classifier::mark_lines() {
  for (uint32_t i = 0; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    Mark& mark = marks_[i];
    if (mark.decided) continue;
    if (!line.letters) {
      decide(i, Part::furniture);
      continue;
    }
    if (slice(text_, line.span).starts_with("\xC2\xA9") && line.words <= 14) {
      // A copyright sign begins the credit of a picture, or with a year the foot of the page.
      const bool year = slice(text_, line.span).find("20") != std::string_view::npos;
      decide(i, year ? Part::furniture : Part::caption);
      continue;
    }
    if (is_address(line)) {
      decide(i, Part::furniture);
      continue;
    }
    mark.hit = page_hit(text_, line, index_, words_);
    if (mark.hit.entry != kNone) {
      // A byline's cue may run into text: openings.h tells.
      if (mark.hit.part != PagePart::byline) decide(i, part_of(mark.hit.part), mark.hit.entry);
      if (mark.hit.part == PagePart::dateline) {
        const auto opening = opening_line(text_, line.span, index_, words_);
        if (!opening) marks_[i].decided = false, marks_[i].part = Part::paragraph;
      }
    } else if (is_date_line(line)) {
      const auto opening = opening_line(text_, line.span, index_, words_);
      decide(i, opening ? opening->part : Part::furniture, opening ? opening->entry : kNone);
    }
  }
  for (uint32_t i = 0; i < lines_.size(); ++i) {
    if (marks_[i].hit.entry != kNone && marks_[i].hit.part == PagePart::related) mark_related(i);
  }
}

// After "read also" by itself the short lines are titles of other articles.
void Classifier::mark_related(uint32_t line) {
  if (marks_[line].hit.match != PageMatch::whole) return;
  for (uint32_t i = line + 1; i < lines_.size() && i <= line + kRelatedLines; ++i) {
    if (is_long(i) || marks_[i].decided) return;
    decide(i, Part::furniture, marks_[line].entry);
  }
}

// The first line of comments that stands below a long line ends the article.
void Classifier::mark_comments() {
  bool body = false;
  for (uint32_t i = 0; i < lines_.size(); ++i) {
    const Mark& mark = marks_[i];
    body |= !mark.decided && is_long(i);
    const bool opens = mark.hit.entry != kNone && mark.hit.part == PagePart::comments &&
                       mark.hit.match != PageMatch::contains;
    if (!body || !opens) continue;
    for (uint32_t j = i + 1; j < lines_.size(); ++j) {
      if (marks_[j].entry == kNone) decide(j, Part::furniture, mark.entry);
    }
    return;
  }
}

// Answers where the body begins, as an index into open_.
size_t Classifier::mark_head() {
  if (open_.empty()) return 0;
  const Line& first = lines_[open_[0]];
  const bool sentence = first.stop && first.words >= 12;
  if (open_.size() == 1 || sentence || first.words > kLongHeadline) return 0;
  size_t body = 1;
  while (body < open_.size() && !is_long(open_[body])) ++body;
  if (body == open_.size()) body = 1;  // no long line at all: a headline and short paragraphs
  std::vector<uint32_t> heads;
  for (size_t i = 0; i < body; ++i) {
    const uint32_t line = open_[i];
    const auto opening =
        i == 0 ? std::nullopt : opening_line(text_, lines_[line].span, index_, words_);
    if (opening) {
      decide(line, opening->part, opening->entry);
    } else {
      heads.push_back(line);
    }
  }
  name_heads(heads);
  return body;
}

void Classifier::name_heads(const std::vector<uint32_t>& heads) {
  bool section = false;
  for (uint32_t i = 0; i < heads[0]; ++i) section |= marks_[i].part == Part::section;
  const auto words = [&](size_t head) { return lines_[heads[head]].words; };
  size_t headline = 0;
  if (heads.size() > kMostHeads) {
    headline = heads.size() - 1;
    while (headline > 0 && words(headline) < 4) --headline;
  } else if (heads.size() > 1) {
    const bool kicker = (words(0) <= 3 || lines_[heads[0]].open) && words(1) >= 5;
    headline = section || kicker ? 1 : 0;
  }
  for (size_t i = 0; i < heads.size(); ++i) {
    Part part = i == headline ? Part::headline : after_headline(heads[i]);
    if (i < headline) part = words(i) <= 2 && headline > 1 ? Part::section : Part::kicker;
    decide(heads[i], part);
  }
}

// A short line without a stop, before a longer one and not the first of the body.
bool Classifier::is_subheading(size_t at) const {
  const Line& line = lines_[open_[at]];
  if (line.stop || line.open || line.bullet || line.words > kSubheading) return false;
  if (at == 0 || at + 1 >= open_.size()) return false;
  const Line& next = lines_[open_[at + 1]];
  return next.words >= 12 && next.words >= 2 * line.words;
}

void Classifier::mark_body(size_t first) {
  size_t texts = 0;  // lines of text so far: openings stand before the first or the second
  for (size_t at = first; at < open_.size(); ++at) {
    const uint32_t i = open_[at];
    const Line& line = lines_[i];
    if (texts < 2 && line.words >= 8) {
      marks_[i].opening = opening_of(text_, line.span, index_, words_);
      const bool standfirst = texts == 1 && marks_[i].opening && !marks_[open_[first]].opening;
      if (standfirst && marks_[open_[at - 1]].part == Part::paragraph && first > 0) {
        marks_[open_[at - 1]].part = Part::standfirst;
      }
      texts += marks_[i].opening ? 2 : 1;
      continue;
    }
    const bool edge = texts == 0 || at + 3 >= open_.size();
    const auto alone = edge ? opening_line(text_, line.span, index_, words_) : std::nullopt;
    if (alone) {
      decide(i, alone->part, alone->entry);
    } else if (texts > 0 && is_subheading(at)) {
      marks_[i].part = Part::subheading;
    } else if (line.bullet) {
      marks_[i].part = Part::list_item;
    } else {
      texts += line.words >= 8;
    }
  }
}

std::vector<Block> Classifier::blocks() const {
  std::vector<Block> out;
  out.reserve(lines_.size() + 2);
  for (uint32_t i = 0; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    Block block{marks_[i].part, line.span, line.number, marks_[i].entry};
    if (const auto& opening = marks_[i].opening) {
      const Span before = trimmed(text_, {line.span.begin, opening->end});
      out.push_back({opening->part, before, line.number, opening->entry});
      block.span = trimmed(text_, {opening->end, line.span.end});
    }
    if (!block.span.empty()) out.push_back(block);
  }
  return out;
}

}  // namespace

Part part_of(PagePart part) {
  switch (part) {
    case PagePart::section:
      return Part::section;
    case PagePart::byline:
      return Part::byline;
    case PagePart::caption:
      return Part::caption;
    case PagePart::dateline:
      return Part::dateline;
    default:
      return Part::furniture;
  }
}

PageHit page_hit(std::string_view text, const Line& line, const PageIndex& index,
                 LineWords& scratch) {
  // Of a long line only its beginning can tell; a row of labels shows its first at once.
  scratch.read(text, line.span, line.words > kLongestNote ? kBeginning : kWholeLine);
  const bool row = line.words > kLongestNote && line.words <= kLongestRow;
  if (row && index.may_begin_row(scratch)) scratch.read(text, line.span, kWholeLine);
  const PageHit hit = index.match(scratch);
  if (hit.entry == kNone) return index.row_of_labels(scratch);
  bool fits = hit.match == PageMatch::whole;
  switch (hit.part) {
    case PagePart::section:
    case PagePart::dateline:
      break;
    case PagePart::byline:
      fits |= hit.match == PageMatch::prefix;
      break;
    case PagePart::caption:
    case PagePart::related:
    case PagePart::furniture:
    case PagePart::comments:
      fits |= hit.match == PageMatch::prefix && line.words <= kLongestRow;
      fits |= hit.match == PageMatch::contains && line.words <= kLongestNote;
      break;
  }
  return fits ? hit : index.row_of_labels(scratch);
}

TextParts parts_of_body(std::string_view text, const std::vector<Line>& lines,
                        const std::vector<std::optional<Part>>& told, const PageIndex& index) {
  return Classifier(text, lines, index).run_body(told);
}

TextParts parts_of_text(std::string_view text, const std::vector<Line>& lines,
                        const PageIndex& index) {
  return Classifier(text, lines, index).run();
}

}  // namespace rasid
