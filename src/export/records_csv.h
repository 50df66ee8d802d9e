// SPDX-License-Identifier: Apache-2.0
// Records as CSV (RFC 4180, UTF-8, "\n" line ends), columns as ARCHITECTURE.md lists them. Cells
// that a spreadsheet would take for a formula get a leading apostrophe.
#pragma once
#include <string>
#include <string_view>

#include "model/record.h"

namespace rasid {

std::string_view csv_header();
void append_csv(std::string& out, const Record& record);

}  // namespace rasid
