// SPDX-License-Identifier: Apache-2.0
#include "time/moments.h"

#include "time/reading.h"
#include "time/resolve.h"

namespace rasid {

void find_moments(Document& document, const TimeIndex& index) {
  document.moments.clear();
  std::vector<time::Reading> readings;
  time::read_times(document, index.senses(), readings);
  time::resolve(document, index.senses(), index.hijri_calendar(), readings);
}

namespace {

// A date as far as told: "----11-25" is a 25 November of an unknown year.
std::string told(const PartialDate& date) {
  if (date.known()) return date.iso();
  if (date.month == 0 && date.day == 0) return "";
  const auto two = [](int value) {
    return std::string{static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
  };
  return "----" + (date.month != 0 ? two(date.month) : std::string("--")) +
         (date.day != 0 ? "-" + two(date.day) : std::string());
}

}  // namespace

std::string dump_moments(const Document& document) {
  std::string out;
  for (const Moment& moment : document.moments) {
    out += "[" + std::string(slice(document.article.text, moment.span)) + "]";
    const std::string start = told(moment.start), finish = told(moment.finish);
    out += start.empty() && finish.empty() ? " -" : " " + start;
    if (!finish.empty()) out += "/" + finish;
    if (moment.precision != Precision::none) out += " " + std::string(name_of(moment.precision));
    if (moment.basis != Basis::none) out += " " + std::string(name_of(moment.basis));
    if (moment.past) out += " past";
    if (moment.future) out += " future";
    if (moment.is_duration) out += " duration";
    out += " (" + std::string(moment.rule) + ")\n";
  }
  return out;
}

}  // namespace rasid
