// SPDX-License-Identifier: Apache-2.0
// Dates: a full date written on a page: "Friday 15 November 2013 - 18:30" in any press's month
// names, "15/11/2013", "2013-11-15T18:30:00+03:00".
// Example: date_in("2013/11/15", index) is 2013-11-15.
#pragma once
#include <optional>
#include <string_view>

#include "base/date.h"
#include "page/index.h"

namespace rasid {

struct DateFound {
  std::optional<Date> date;
  uint32_t others = 0;  // words that are no part of a date or time
};

// Looks at the words of a short line; day before month where numbers alone can't tell.
DateFound find_date(const LineWords& words, const PageIndex& index);
std::optional<Date> date_in(std::string_view text, const PageIndex& index);
// YYYY-MM-DD at the beginning, whatever follows; also YYYYMMDD and slashes.
std::optional<Date> iso_date(std::string_view text);
// A date in a path: /2013/11/15/ or /2013-11-15/.
std::optional<Date> date_of_url(std::string_view url);

}  // namespace rasid
