// SPDX-License-Identifier: Apache-2.0
// Head: which of an event's reports shows it best where one line must do. The parties that most of
// its reports tell should stand there: not those of the fullest report, which may be wrong alone.
// Example: nine reports tell that A attacked B, one that the agency which says so did: one of the
// nine heads the event. The answer does not depend on the order of the reports.
#pragma once
#include <span>

#include "join/report.h"

namespace rasid {

// The number of the report whose parties most others tell too; of equals the fullest, then the
// first told. Of one report or more.
size_t head_of(std::span<const Report* const> reports);

}  // namespace rasid
