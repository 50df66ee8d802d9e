// SPDX-License-Identifier: Apache-2.0
// Reports for tests and benches: made ones, alike to real ones in what matters for joining (dyads
// that meet twice a week, planned and held, with and without dates, copies, one-sided reports).
#pragma once
#include <cstddef>
#include <vector>

#include "join/report.h"

namespace rasid {

// The same reports for the same seed. `days` is the span of publication.
std::vector<Report> sample_reports(size_t count, uint64_t seed, int32_t days = 20);

// A party for tables: "SAU", "SAU:GOV", "SAU:GOV/jubeir" (a named person).
Party sample_party(std::string_view text);

}  // namespace rasid
