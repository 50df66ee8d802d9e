// SPDX-License-Identifier: Apache-2.0
// Resolver: readings -> moments, one at a time, with what was told before them. The article's date
// is its anchor. resolve.cc holds days, weekdays, periods and amounts; resolver_dates.cc
// holds dates that tell a month. Example: "Tuesday" after a past verb, anchor Friday 3rd: the 31st.
#pragma once
#include <array>
#include <optional>
#include <vector>

#include "base/date.h"
#include "model/document.h"
#include "time/hijri.h"
#include "time/reading.h"
#include "time/senses.h"

namespace rasid::time {

inline constexpr int kDaysAWeek = 7;

inline PartialDate day_of(const Date& date) {
  return {static_cast<int16_t>(date.year), static_cast<int8_t>(date.month),
          static_cast<int8_t>(date.day)};
}

inline PartialDate month_of(const Date& date) {
  return {static_cast<int16_t>(date.year), static_cast<int8_t>(date.month), 0};
}

inline PartialDate year_of(int year) { return {static_cast<int16_t>(year), 0, 0}; }

class Resolver {
 public:
  Resolver(Document& document, const Senses& senses, const UmmAlQura& calendar)
      : document_(document), senses_(senses), calendar_(calendar) {}
  void run(const std::vector<Reading>& readings);

 private:
  void find_anchor(const std::vector<Reading>& readings);
  Moment moment_of(const Reading& reading);
  uint32_t conjunction_bytes(uint32_t token) const;
  void fill(const Reading& reading, Moment& moment);
  void set_day(const Date& date, Basis basis, const char* rule, Moment& moment) const;
  void set_range(const Date& first, const Date& last, Precision precision, const char* rule,
                 Moment& moment) const;
  void fill_day(const Reading& reading, Moment& moment);
  static void set_rule(const char* rule, Moment& moment);
  void fill_weekday(const Reading& reading, Moment& moment);
  Date weekday_near(const Reading& reading, int weekday) const;
  bool is_headline(uint32_t number) const;
  void fill_date(const Reading& reading, Moment& moment);
  void finish_range(const Reading& reading, Moment& moment) const;
  Basis supply_year(const Reading& reading, PartialDate& date, Moment& moment);
  Basis year_of_month(const Reading& reading, PartialDate& date) const;
  int year_that_fits(const Reading& reading, const PartialDate& date) const;
  void fill_hijri(const Reading& reading, Moment& moment) const;
  void fill_period(const Reading& reading, Moment& moment) const;
  void fill_same(const Reading& reading, Moment& moment) const;
  void fill_amount(const Reading& reading, Moment& moment) const;
  void count_from_anchor(const Reading& reading, int count, Moment& moment) const;
  static void bind(const Reading& reading, Moment& moment);
  void remember(const Reading& reading, const Moment& moment);
  Document& document_;
  const Senses& senses_;
  const UmmAlQura& calendar_;
  std::optional<Date> anchor_, last_day_;
  std::array<std::optional<Date>, kDaysAWeek> weekdays_;
  uint32_t day_sentence_ = kNone;
  int16_t last_year_ = 0;
  bool from_text_ = false;
};

}  // namespace rasid::time
