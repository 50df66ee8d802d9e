// SPDX-License-Identifier: Apache-2.0
#include "time/resolve.h"

#include <algorithm>
#include <cstdlib>

#include "time/resolver.h"
#include "time/years.h"

namespace rasid::time {
namespace {

bool is_day_of_year(const PartialDate& date) {
  return date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= days_in_month(date.year, date.month);
}

}  // namespace

void Resolver::run(const std::vector<Reading>& readings) {
  anchor_ = document_.article.published;
  if (!anchor_) find_anchor(readings);
  for (const Reading& reading : readings) {
    document_.moments.push_back(moment_of(reading));
  }
}

// "today, Friday 20 January 2017" tells the article's date where nothing else does.
void Resolver::find_anchor(const std::vector<Reading>& readings) {
  for (const Reading& reading : readings) {
    if (!reading.has_offset || reading.hijri || reading.start.year == 0) continue;
    if (!is_day_of_year(reading.start)) continue;
    const Date date{reading.start.year, reading.start.month, reading.start.day};
    anchor_ = date.plus_days(-reading.offset);
    from_text_ = true;
    return;
  }
}

Moment Resolver::moment_of(const Reading& reading) {
  Moment moment;
  moment.begin = reading.begin;
  moment.end = reading.end;
  const std::vector<Token>& tokens = document_.text.tokens;
  moment.span = {tokens[reading.begin].span.begin + conjunction_bytes(reading.begin),
                 tokens[reading.end - 1].span.end};
  moment.entry = reading.entry;
  moment.rule = reading.rule;
  moment.past = reading.side < 0;
  moment.future = reading.side > 0;
  fill(reading, moment);
  if (from_text_ && moment.basis == Basis::relative) moment.basis = Basis::inferred;
  bind(reading, moment);
  remember(reading, moment);
  return moment;
}

// An "and" written onto the first word is no part of the date.
uint32_t Resolver::conjunction_bytes(uint32_t token) const {
  const Text& text = document_.text;
  if (token + 1 >= text.first_match.size()) return 0;
  for (uint32_t i = text.first_match[token]; i < text.first_match[token + 1]; ++i) {
    const Match& match = text.matches[i];
    if (senses_.of(match.entry).kind == Kind::none) continue;
    return (match.proclitics & (kWa | kFa)) != 0 ? 2 : 0;  // both letters take two bytes
  }
  return 0;
}

void Resolver::fill(const Reading& reading, Moment& moment) {
  switch (reading.shape) {
    case Shape::day:
      return fill_day(reading, moment);
    case Shape::weekday:
      return fill_weekday(reading, moment);
    case Shape::date:
      return reading.hijri ? fill_hijri(reading, moment) : fill_date(reading, moment);
    case Shape::period:
      return fill_period(reading, moment);
    case Shape::amount:
      return fill_amount(reading, moment);
    case Shape::unresolved:
      return;
  }
}

void Resolver::set_day(const Date& date, Basis basis, const char* rule, Moment& moment) const {
  moment.start = day_of(date);
  moment.precision = Precision::day;
  moment.basis = basis;
  if (*moment.rule == 0) moment.rule = rule;
}

void Resolver::set_range(const Date& first, const Date& last, Precision precision, const char* rule,
                         Moment& moment) const {
  moment.start = day_of(first);
  moment.finish = day_of(last);
  moment.precision = precision;
  moment.basis = Basis::relative;
  if (*moment.rule == 0) moment.rule = rule;
}

void Resolver::fill_day(const Reading& reading, Moment& moment) {
  moment.past = reading.offset < 0;
  moment.future = reading.offset > 0;
  if (reading.start.month != 0 && reading.start.day != 0) {
    Reading date = reading;
    date.shape = Shape::date;
    return reading.hijri ? fill_hijri(date, moment) : fill_date(date, moment);
  }
  if (!anchor_) return set_rule("day without the article's date", moment);
  Date date = anchor_->plus_days(reading.offset);
  if (reading.weekday >= 0 && date.weekday() != reading.weekday) {
    // The word was said on another day than the article's: the named weekday nearest to it.
    int ahead = (reading.weekday - date.weekday() + kDaysAWeek) % kDaysAWeek;
    if (ahead > 3) ahead -= kDaysAWeek;
    return set_day(date.plus_days(ahead), Basis::relative, "nearest such weekday", moment);
  }
  set_day(date, Basis::relative, "day word", moment);
}

void Resolver::set_rule(const char* rule, Moment& moment) {
  if (*moment.rule == 0) moment.rule = rule;
}

void Resolver::fill_weekday(const Reading& reading, Moment& moment) {
  if (reading.start.month != 0 && reading.start.day != 0) {
    Reading date = reading;
    date.shape = Shape::date;
    date.shift = Shift::none;
    return reading.hijri ? fill_hijri(date, moment) : fill_date(date, moment);
  }
  moment.past = steps(reading.shift) < 0;
  moment.future = steps(reading.shift) > 0;
  if (!anchor_) return set_rule("weekday without the article's date", moment);
  const Date date = weekday_near(reading, reading.weekday);
  if (reading.finish_weekday >= 0) {
    const int gap = (reading.finish_weekday - reading.weekday + kDaysAWeek) % kDaysAWeek;
    return set_range(date, date.plus_days(gap), Precision::range, "weekdays", moment);
  }
  set_day(date, Basis::relative, "weekday", moment);
}

Date Resolver::weekday_near(const Reading& reading, int weekday) const {
  const int ahead = (weekday - anchor_->weekday() + kDaysAWeek) % kDaysAWeek;  // 0 to 6
  const int back = ahead == 0 ? 0 : kDaysAWeek - ahead;
  switch (reading.shift) {
    case Shift::next:
      return anchor_->plus_days(ahead == 0 ? kDaysAWeek : ahead);
    case Shift::last:
      return anchor_->plus_days(back == 0 ? -kDaysAWeek : -back);
    case Shift::before_last:
      return anchor_->plus_days((back == 0 ? -kDaysAWeek : -back) - kDaysAWeek);
    case Shift::current:
      return anchor_->plus_days(weekday - anchor_->weekday());
    default:
      break;
  }
  // A bare weekday told before in this article is the same day.
  if (weekdays_[static_cast<size_t>(weekday)]) return *weekdays_[static_cast<size_t>(weekday)];
  const Lean lean = lean_of(document_, senses_, reading);
  if (lean == Lean::past) return anchor_->plus_days(-back);
  // A headline's present tells the past as often as the future.
  const bool headline = is_headline(reading.sentence);
  if (lean == Lean::future || (lean == Lean::present && !headline)) {
    return anchor_->plus_days(ahead);
  }
  return anchor_->plus_days(back < ahead ? -back : ahead);
}

bool Resolver::is_headline(uint32_t number) const {
  const Sentence& sentence = document_.text.sentences[number];
  const std::vector<Block>& blocks = document_.article.blocks;
  return sentence.headline ||
         (sentence.block < blocks.size() && blocks[sentence.block].part == Part::standfirst);
}

void Resolver::fill_period(const Reading& reading, Moment& moment) const {
  const int shift = steps(reading.shift);
  if (reading.shift == Shift::same) return fill_same(reading, moment);
  if (!anchor_) return set_rule("period without the article's date", moment);
  const Date sunday = anchor_->plus_days(-anchor_->weekday() + kDaysAWeek * shift);
  const Date first_of_month{anchor_->year, anchor_->month, 1};
  switch (reading.unit) {
    case Unit::day:
      return set_day(anchor_->plus_days(shift), Basis::relative, "this day", moment);
    case Unit::week:
      return set_range(sunday, sunday.plus_days(kDaysAWeek - 1), Precision::week, "week", moment);
    case Unit::month:
      moment.start = month_of(first_of_month.plus_months(shift));
      moment.precision = Precision::month;
      break;
    case Unit::year:
      moment.start = year_of(anchor_->year + shift);
      moment.precision = Precision::year;
      break;
    default:
      return set_rule("period too long or too short", moment);
  }
  moment.basis = Basis::relative;
  set_rule("period", moment);
}

void Resolver::fill_same(const Reading& reading, Moment& moment) const {
  if (reading.unit == Unit::year && last_year_ != 0) {
    moment.start = year_of(last_year_);
    moment.precision = Precision::year;
    moment.basis = Basis::inferred;
  } else if (reading.unit == Unit::day && last_day_) {
    moment.start = day_of(*last_day_);
    moment.precision = Precision::day;
    moment.basis = Basis::inferred;
  } else if (reading.unit == Unit::month && last_day_) {
    moment.start = month_of(*last_day_);
    moment.precision = Precision::month;
    moment.basis = Basis::inferred;
  }
  set_rule("the same as told before", moment);
}

void Resolver::fill_amount(const Reading& reading, Moment& moment) const {
  if (reading.unit == Unit::hour && reading.count == 24 && reading.side < 0 && anchor_) {
    const Date last = last_day_ && day_sentence_ == reading.sentence ? *last_day_ : *anchor_;
    return set_range(last.plus_days(-1), last, Precision::range, "last 24 hours", moment);
  }
  if (reading.bound != Bound::ago && reading.bound != Bound::ahead) return;
  if (reading.count < 0 || reading.about) return set_rule("about how long is told", moment);
  if (!anchor_) return set_rule("amount without the article's date", moment);
  if (reading.bound == Bound::ahead && lean_of(document_, senses_, reading) == Lean::past) {
    moment.future = false;
    return set_rule("counted from another deed", moment);
  }
  const int sign = reading.bound == Bound::ago ? -1 : 1;
  count_from_anchor(reading, sign * reading.count, moment);
}

void Resolver::count_from_anchor(const Reading& reading, int count, Moment& moment) const {
  const char* rule = count < 0 ? "ago" : "ahead";
  switch (reading.unit) {
    case Unit::day:
    case Unit::week:
      return set_day(
          anchor_->plus_days(int64_t{count} * (reading.unit == Unit::week ? kDaysAWeek : 1)),
          Basis::relative, rule, moment);
    case Unit::month:
      moment.start = month_of(Date{anchor_->year, anchor_->month, 1}.plus_months(count));
      moment.precision = Precision::month;
      break;
    case Unit::year:
      if (anchor_->year + count < 1 || anchor_->year + count > 9999) return;
      moment.start = year_of(anchor_->year + count);
      moment.precision = Precision::year;
      break;
    default:
      return;
  }
  moment.basis = Basis::relative;
  set_rule(rule, moment);
}

void Resolver::bind(const Reading& reading, Moment& moment) {
  switch (reading.bound) {
    case Bound::since:
      moment.rule = "since";
      break;
    case Bound::until:
    case Bound::before:
      moment.finish = moment.finish.known() ? moment.finish : moment.start;
      moment.is_duration = true;
      moment.rule = reading.bound == Bound::until ? "until" : "before";
      break;
    case Bound::after:
      moment.is_duration = true;
      moment.rule = "after";
      break;
    case Bound::lasting:
      moment.is_duration = moment.basis == Basis::none;
      set_rule("how long", moment);
      break;
    default:
      break;
  }
}

void Resolver::remember(const Reading& reading, const Moment& moment) {
  if (!moment.start.known() || moment.basis == Basis::none) return;
  last_year_ = moment.start.year;
  if (moment.start.day == 0 || moment.precision != Precision::day) return;
  last_day_ = Date{moment.start.year, moment.start.month, moment.start.day};
  if (reading.shape == Shape::day) day_sentence_ = reading.sentence;
  const bool near = !anchor_ || std::abs(last_day_->days() - anchor_->days()) < kDaysAWeek;
  if (reading.weekday >= 0 && reading.shift == Shift::none && near) {
    weekdays_[static_cast<size_t>(reading.weekday)] = last_day_;
  }
}

void resolve(Document& document, const Senses& senses, const UmmAlQura& calendar,
             const std::vector<Reading>& readings) {
  Resolver(document, senses, calendar).run(readings);
}

}  // namespace rasid::time
