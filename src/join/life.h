// SPDX-License-Identifier: Apache-2.0
// Life line of an event: what its reports say of it over time, with the evidence for each step, as
// it was known on any day. Nothing is decided between speakers: where one says planned and another
// denies, both steps stand and the life is disputed.
// In: the reports of one event, and the reports of other events that speak of it (an invitation to
// it, a consent to it: Report::relates). Out: Life. Example (days of publication):
//   08-01 planned for 08-03; 08-02 denied, said by RUS; 08-04 held  ->  disputed until 08-04
#pragma once
#include <span>
#include <string>
#include <vector>

#include "join/joiner.h"

namespace rasid {

enum class Step : uint8_t {
  studied,    // possible: may happen, is studied, hoped for
  invited,    // somebody was invited to it
  accepted,   // a side agreed to it
  refused,    // a side refused it
  planned,    // for `days` where known
  postponed,  // to `days` where known
  silent,     // its day passed, nobody tells
  held,
  not_held,   // did not happen
  denied,     // said to be untrue
  cancelled,  // or ruled out
};
std::string_view name_of(Step step);

struct LifeStep {
  Step step = Step::planned;
  DayRange days;                  // the day told for the deed, where known
  int32_t since = kNoDay;         // told first, as published
  int32_t until = kNoDay;         // told last
  std::vector<ReportId> reports;  // evidence, oldest first
  std::vector<Party> speakers;    // on whose word; empty: the outlets' own
  uint32_t sources = 0;           // articles that are no copies of one another
  bool moved = false;             // another day than told before
};

struct Life {
  std::vector<LifeStep> steps;  // by `since`, then in the order of a deed's life
  Step now = Step::studied;     // the step that holds on the day asked
  bool disputed = false;        // two steps contradict each other and nothing settled it
  DayRange days;                // the deed's day as told last and most exactly
};

// As known at the end of the day `as_of`. Reports without a day of publication count as the oldest.
Life life_of(std::span<const Report* const> reports, std::span<const Report* const> related,
             int32_t as_of);

// A line a step: "2015-08-01 planned for 2015-08-03, 2 reports, said by USA:GOV".
std::string dump(const Life& life);

}  // namespace rasid
