// SPDX-License-Identifier: Apache-2.0
#include "page/openings.h"

#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"

namespace rasid {
namespace {

constexpr size_t kWordsRead = 24;
constexpr size_t kLongestOpening = 14;  // words
constexpr size_t kFewestAfter = 5;      // words of text that must follow

enum Separator : uint16_t {
  kDash = 1,
  kColon = 2,
  kSlash = 4,
  kOpenBracket = 8,
  kCloseBracket = 16,
  kQuote = 32,
  kComma = 64,
  kStop = 128,
  kOther = 256,
};

uint16_t separator_of(char32_t point) {
  if (point <= 0x20 || point == 0xA0) return 0;
  if (point == '-' || point == '_' || (point >= 0x2010 && point <= 0x2015) || point == 0x640) {
    return kDash;
  }
  switch (point) {
    case ':':
      return kColon;
    case '/':
    case '\\':
    case '|':
      return kSlash;
    case '(':
    case '[':
      return kOpenBracket;
    case ')':
    case ']':
      return kCloseBracket;
    case '"':
    case '\'':
    case 0xAB:
    case 0xBB:
    case 0x201C:
    case 0x201D:
      return kQuote;
    case ',':
    case 0x60C:
      return kComma;
    case '.':
      return kStop;
    default:
      return letter_info(point).kind == LetterClass::ignored ? 0 : static_cast<uint16_t>(kOther);
  }
}

enum Known : uint16_t {
  kCity = 1,
  kState = 2,
  kAgency = 4,
  kPerson = 8,
  kOutlet = 16,
  kDate = 32,
  kCue = 64,
  kUnknown = 128,
};

// A run of words between separators.
struct Segment {
  size_t begin = 0, end = 0;  // words
  uint16_t known = 0;
};

class Reader {
 public:
  Reader(std::string_view text, Span line, const PageIndex& index, LineWords& scratch)
      : text_(text), line_(line), index_(index), words_(scratch) {
    words_.read(text, line, kWordsRead);
    for (size_t i = 0; i <= words_.size(); ++i) gaps_[i] = gap(i);
    hit_ = index.match(words_);
    if (hit_.part != PagePart::byline || hit_.match == PageMatch::contains) hit_ = {};
  }

  std::optional<Opening> run_in();
  std::optional<Opening> whole_line();

 private:
  uint16_t gap(size_t word) const;  // separators before the word (of size(): after the last)
  bool joins(size_t word) const;
  Segment segment_at(size_t begin);
  uint16_t known(size_t begin, size_t end);
  size_t unit(size_t at, size_t end, uint16_t& known);
  bool ends_run_in(size_t words, size_t segments, uint16_t all) const;
  bool unknown_person(size_t words) const;
  bool cue_line() const;
  uint32_t end_of_gap(size_t word) const;
  Opening opening(size_t words, uint16_t all) const;

  std::string_view text_;
  Span line_;
  const PageIndex& index_;
  LineWords& words_;
  uint16_t gaps_[kWordsRead + 1] = {};
  PageHit hit_;             // a byline's cue that begins the line
  EntryId agency_ = kNone;  // an agency that a PageWord names
};

uint16_t Reader::gap(size_t word) const {
  uint32_t at = word == 0 ? line_.begin : words_.span(word - 1).end;
  const uint32_t end = word < words_.size() ? words_.span(word).begin : line_.end;
  if (word == words_.size() && !words_.complete()) return 0;
  uint16_t out = 0;
  while (at < end) {
    const CodePoint point = decode(text_, at);
    out |= separator_of(point.value);
    at += point.length;
  }
  return out;
}

// Whether the word goes on from the one before: only spaces between, or the points of an
// abbreviation.
bool Reader::joins(size_t word) const {
  if (gaps_[word] == 0) return true;
  return gaps_[word] == kStop && word > 0 && words_.normal(word - 1).size() == 1 &&
         words_.normal(word).size() == 1;
}

Segment Reader::segment_at(size_t begin) {
  Segment out{begin, begin + 1, 0};
  while (out.end < words_.size() && joins(out.end)) ++out.end;
  const bool quoted = (gaps_[begin] & kQuote) != 0 && (gaps_[out.end] & kQuote) != 0;
  out.known =
      quoted && out.end - begin <= 4 ? static_cast<uint16_t>(kOutlet) : known(begin, out.end);
  return out;
}

// The longest known thing that begins at `at`; answers how many words it takes, 0 for none.
size_t Reader::unit(size_t at, size_t end, uint16_t& known) {
  const size_t most = std::min<size_t>(end - at, 5);
  for (size_t n = most; n > 0; --n) {
    const bool agency = index_.names(PageIndex::Name::agency, words_, at, at + n);
    const bool city = index_.names(PageIndex::Name::city, words_, at, at + n);
    const bool state = index_.names(PageIndex::Name::state, words_, at, at + n);
    if (!agency && !city && !state) continue;
    known |= agency ? kAgency : city ? kCity : kState;
    if (agency && agency_ == kNone) agency_ = index_.dateline_entry(words_, at, at + n);
    return n;
  }
  size_t month = 0;
  if (index_.month_at(words_, at, month) != 0) {
    known |= kDate;
    return month;
  }
  // A letter after a number is an era (h, m).
  const bool era = at > 0 && words_.normal(at).size() == 1 && words_.is_number(at - 1);
  const bool filler = index_.names(PageIndex::Name::filler, words_, at, at + 1);
  if (filler && agency_ == kNone) agency_ = index_.dateline_entry(words_, at, at + 1);
  if (words_.is_number(at) || index_.is_weekday(words_.normal(at)) || era || filler) {
    known |= kDate;
    return 1;
  }
  const size_t rest = end - at;
  const bool name =
      index_.is_given_name(words_.normal(at)) && !index_.is_function_word(words_.normal(at));
  if (rest >= 2 && rest <= 4 && name) {
    known |= kPerson;
    return rest;
  }
  return 0;
}

uint16_t Reader::known(size_t begin, size_t end) {
  uint16_t out = 0;
  size_t at = begin;
  if (begin == 0 && hit_.entry != kNone && hit_.words <= end) {
    out |= kCue;
    if (end - hit_.words <= 5) return out;
    at = hit_.words;
  }
  while (at < end) {
    const size_t taken = unit(at, end, out);
    if (taken == 0) return static_cast<uint16_t>(out | kUnknown);
    at += taken;
  }
  return out;
}

// One past the separators that follow the words before `word`: closing marks, dash, colon.
uint32_t Reader::end_of_gap(size_t word) const {
  uint32_t at = words_.span(word - 1).end, end = at;
  const uint32_t limit = word < words_.size() ? words_.span(word).begin : line_.end;
  bool past_end = false;  // the terminator has been seen: what opens next belongs to the text
  while (at < limit) {
    const CodePoint point = decode(text_, at);
    const uint16_t separator = separator_of(point.value);
    if (past_end && (separator & (kQuote | kOpenBracket | kOther | kStop)) != 0) break;
    at += point.length;
    if (separator != 0) end = at;
    past_end |= (separator & (kDash | kColon)) != 0;
  }
  return end;
}

Opening Reader::opening(size_t words, uint16_t all) const {
  const bool place = (all & (kCity | kAgency | kState)) != 0 && (all & kCue) == 0;
  return {place ? Part::dateline : Part::byline, end_of_gap(words),
          (all & kCue) != 0      ? hit_.entry
          : (all & kAgency) != 0 ? agency_
                                 : kNone};
}

// "Name Surname: said ...": a name that no list has, told by its form and what follows.
bool Reader::unknown_person(size_t words) const {
  if (words < 2 || words > 3 || words >= words_.size()) return false;
  const std::string_view first = words_.normal(0);
  return !begins_with_article(first) && !index_.is_title(first) &&
         !index_.is_function_word(first) && !index_.is_verb(first) &&
         !index_.is_title(words_.normal(words - 1)) && index_.may_be_verb(words_.normal(words));
}

// Whether the first `words` words, in so many segments, are an opening that the gap after them
// ends.
bool Reader::ends_run_in(size_t words, size_t segments, uint16_t all) const {
  const uint16_t after = gaps_[words];
  const bool colon = (after & kColon) != 0, dash = (after & (kDash | kSlash)) != 0;
  const bool bracket = (after & kCloseBracket) != 0;
  const bool quote = (after & kQuote) != 0;
  const bool enough = !words_.complete() || words_.size() >= words + kFewestAfter;
  if (enough && quote && (all & kUnknown) == 0 && (all & kOutlet) != 0) return (all & kCity) != 0;
  if (!enough || (!colon && !dash && !bracket)) return false;
  if ((all & kCue) != 0) return (all & kUnknown) == 0 || segments == 1;
  if ((all & kUnknown) != 0) {
    if (segments == 1) return colon && !quote && unknown_person(words);
    return colon && !quote && (all & (kCity | kAgency)) != 0;
  }
  if ((all & (kAgency | kOutlet)) == kAgency) return true;
  if ((all & kCity) != 0) {
    if (segments > 1 || !colon) return true;
    return !quote && words < words_.size() && index_.may_be_verb(words_.normal(words));
  }
  return (all & kPerson) != 0 && colon && !quote;
}

std::optional<Opening> Reader::run_in() {
  std::optional<Opening> out;
  uint16_t all = 0;
  size_t segments = 0, unknown = 0;
  for (size_t at = 0; at < words_.size() && at <= kLongestOpening;) {
    const Segment segment = segment_at(at);
    if ((segment.known & kUnknown) != 0 && (segment.end - segment.begin > 3 || ++unknown > 1)) {
      break;
    }
    all |= segment.known;
    ++segments;
    if (segment.end > kLongestOpening) break;
    if (ends_run_in(segment.end, segments, all)) out = opening(segment.end, all);
    const bool goes_on = (gaps_[segment.end] & ~(kStop | kOther)) != 0;
    if (!goes_on) break;
    at = segment.end;
  }
  return out;
}

// A cue by itself, or with a name behind it: "Prepared by: ...", "By Hala Mansour"; no sentence
// that begins with the same word.
bool Reader::cue_line() const {
  const size_t next = hit_.words;
  if (next >= words_.size()) return true;
  if ((gaps_[next] & (kColon | kDash | kSlash)) != 0) return true;
  return words_.normal(next).size() == 1 || index_.is_given_name(words_.normal(next));
}

std::optional<Opening> Reader::whole_line() {
  if (!words_.complete() || words_.size() == 0 || words_.size() > 12) return std::nullopt;
  if ((gaps_[words_.size()] & kStop) != 0 && words_.normal(words_.size() - 1).size() > 1) {
    return std::nullopt;
  }
  if (hit_.entry != kNone && cue_line()) return Opening{Part::byline, line_.end, hit_.entry};
  uint16_t all = 0;
  size_t segments = 0, unknown = 0;
  for (size_t at = 0; at < words_.size();) {
    const Segment segment = segment_at(at);
    if ((segment.known & kUnknown) != 0 && (segment.end - segment.begin > 3 || ++unknown > 1)) {
      return std::nullopt;
    }
    all |= segment.known;
    ++segments;
    at = segment.end;
  }
  const bool place = (all & (kCity | kAgency)) != 0;
  if (unknown == 0 ? !place && (all & kPerson) == 0 : !place || segments < 2) return std::nullopt;
  if (unknown == 0 && segments == 1 && (all & (kAgency | kPerson)) == 0) return std::nullopt;
  return Opening{place ? Part::dateline : Part::byline, line_.end,
                 (all & kAgency) != 0 ? agency_ : kNone};
}

}  // namespace

std::optional<Opening> opening_of(std::string_view text, Span line, const PageIndex& index,
                                  LineWords& scratch) {
  return Reader(text, line, index, scratch).run_in();
}

std::optional<Opening> opening_line(std::string_view text, Span line, const PageIndex& index,
                                    LineWords& scratch) {
  return Reader(text, line, index, scratch).whole_line();
}

}  // namespace rasid
