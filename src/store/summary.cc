// SPDX-License-Identifier: Apache-2.0
#include "store/summary.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace rasid {
namespace {

// Reports in the order told; what ties is settled by what they say, then by id.
std::vector<const Report*> in_order(std::span<const Report* const> reports) {
  std::vector<const Report*> out(reports.begin(), reports.end());
  std::sort(out.begin(), out.end(), [](const Report* a, const Report* b) {
    return std::tie(a->published, a->id) < std::tie(b->published, b->id);
  });
  return out;
}

uint32_t distinct(const std::vector<const Report*>& reports, uint64_t Report::*field) {
  std::vector<uint64_t> all;
  for (const Report* report : reports) all.push_back(report->*field);
  std::sort(all.begin(), all.end());
  return static_cast<uint32_t>(std::unique(all.begin(), all.end()) - all.begin());
}

// The day that most reports tell, the earlier where that ties.
void set_days(Summary& out, const std::vector<const Report*>& reports) {
  int most = 0;
  for (const Report* report : reports) {
    if (!report->days.known() || report->days.last - report->days.first > kMostDays) continue;
    const int same =
        static_cast<int>(std::count_if(reports.begin(), reports.end(), [&](const Report* other) {
          return other->days == report->days;
        }));
    if (same < most || (same == most && report->days.first >= out.first)) continue;
    most = same;
    out.first = report->days.first;
    out.last = report->days.last;
  }
}

// Of the last day told on, the status that most reports give; held goes before planned before
// the rest where that ties.
void set_status(Summary& out, const std::vector<const Report*>& reports) {
  const int32_t last = reports.back()->published;
  int votes[4] = {};
  bool affirmed = false, denied = false;
  for (const Report* report : reports) {
    if (report->published == last) ++votes[static_cast<int>(report->status)];
    affirmed |= report->status == Status::held || report->status == Status::planned;
    denied |= report->negation == Negation::denied || report->negation == Negation::not_happened;
    out.postponed |= report->postponed;
  }
  out.status = static_cast<Status>(std::max_element(votes, votes + 4) - votes);
  out.disputed = affirmed && denied;
}

}  // namespace

Summary summary_of(std::span<const Report* const> reports) {
  Summary out;
  if (reports.empty()) return out;
  const std::vector<const Report*> ordered = in_order(reports);
  out.told = ordered.front()->published;
  out.outlets = distinct(ordered, &Report::outlet);
  out.origins = distinct(ordered, &Report::origin);
  set_days(out, ordered);
  set_status(out, ordered);
  return out;
}

}  // namespace rasid
