// SPDX-License-Identifier: Apache-2.0
// Summary: what an event's row says, made of its reports alone: its days and its status. The answer
// does not depend on the order of the reports.
#pragma once
#include <span>

#include "join/report.h"

namespace rasid {

inline constexpr int32_t kMostDays = 7;  // from the first day of a deed to its last

struct Summary {
  int32_t first = kNoDay,
          last = kNoDay;  // of the deed, where a report dates it to kMostDays or less
  int32_t told = kNoDay;  // first published
  Status status = Status::held;
  bool disputed = false;  // some say it was or will be, others deny or deny it
  bool postponed = false;
  uint32_t outlets = 0, origins = 0;
};

Summary summary_of(std::span<const Report* const> reports);

}  // namespace rasid
