// SPDX-License-Identifier: Apache-2.0
#include "join/head.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "join/sample_reports.h"

namespace rasid {
namespace {

Report told(ReportId id, std::string_view actor, std::string_view recipient) {
  Report out;
  out.id = id;
  out.published = 16'648;
  if (!actor.empty()) out.actors.push_back(sample_party(actor));
  if (!recipient.empty()) out.recipients.push_back(sample_party(recipient));
  return out;
}

TEST(Head, TheMajorityOfReportsWithNamesShowsTheEvent) {
  // 4: the agency taken for the attacker; 5: nobody told. 2 and 3 agree, 2 comes first.
  std::vector<Report> reports = {told(4, "FRA:JRN/agency", "YEM:MIL"), told(1, "", "YEM:MIL"),
                                 told(3, "YEM:REB/houthis", "YEM:MIL"),
                                 told(2, "YEM:REB/houthis", "YEM:MIL"), told(5, "", "")};
  std::sort(reports.begin(), reports.end(),
            [](const Report& a, const Report& b) { return a.id < b.id; });
  do {
    std::vector<const Report*> given;
    for (const Report& report : reports) given.push_back(&report);
    EXPECT_EQ(reports[head_of(given)].id, 2U);
  } while (std::next_permutation(reports.begin(), reports.end(),
                                 [](const Report& a, const Report& b) { return a.id < b.id; }));
}

}  // namespace
}  // namespace rasid
