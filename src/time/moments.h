// SPDX-License-Identifier: Apache-2.0
// Moments: the dates and ranges an article tells, worked out as far as the text allows.
// In: tokens, analyses and matches (Document::text), the article's date. Out: Document::moments.
// Basis: explicit (the year is told), relative (worked out from the article's date: yesterday, next
//   week, a weekday), inferred (the year is the nearest that fits the tense, or the day comes from
//   another date of the text), none (recognised, not resolved; the parts told stay in start).
// Without an article date, one that the text tells ("today, Friday 20 January 2017") serves.
// Example, article of 2015-07-21: "will go to Kenya in a week" -> 2015-07-28, day, relative.
#pragma once
#include <string>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"
#include "model/document.h"
#include "time/hijri.h"
#include "time/senses.h"

namespace rasid {

// Immutable after construction; shared by all threads.
class TimeIndex {
 public:
  TimeIndex(const Lexicon& lexicon, std::vector<Error>& problems) : senses_(lexicon, problems) {}
  const time::Senses& senses() const { return senses_; }
  const time::UmmAlQura& hijri_calendar() const { return hijri_calendar_; }

 private:
  time::Senses senses_;
  time::UmmAlQura hijri_calendar_;
};

void find_moments(Document& document, const TimeIndex& index);

// A line a moment: [words] date[/enddate] precision basis flags (rule).
std::string dump_moments(const Document& document);

}  // namespace rasid
