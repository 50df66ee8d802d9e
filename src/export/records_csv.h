// SPDX-License-Identifier: Apache-2.0
// Records as CSV (RFC 4180, UTF-8, "\n" line ends), columns as ARCHITECTURE.md lists them. Cells
// that a spreadsheet would take for a formula get a leading apostrophe.
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "model/record.h"

namespace rasid {

std::string_view csv_header();
void append_csv(std::string& out, const Record& record);
// One row of any table, its line end too.
void append_csv_row(std::string& out, const std::vector<std::string>& cells);

}  // namespace rasid
