// SPDX-License-Identifier: Apache-2.0
// Day words, weekdays and calendar dates.
#include "time/grammar.h"

namespace rasid::time {
namespace {

constexpr size_t kShortestBound = 3;

bool is_day(const Quantity& quantity) {
  return quantity.ok && quantity.value >= 1 && quantity.value <= 31 && quantity.width <= 2;
}

// "and", "-" or "to" between two days or two years.
uint32_t joiner(const Cursor& cursor, uint32_t at) {
  if (cursor.is_word(at, "w")) return at + 1;
  if (cursor.mark(at) == Mark::dash) return at + 1;
  const Match* match = cursor.find(at, set(Kind::to) | set(Kind::until));
  return match != nullptr ? match->end : 0;
}

// A second number of words carries its own "and": "the second and the third of May".
Quantity second_day(const Cursor& cursor, uint32_t at) {
  if (const uint32_t next = joiner(cursor, at); next != 0) return cursor.quantity(next);
  const Match* match = cursor.find(at, set(Kind::ordinal) | set(Kind::cardinal));
  if (match != nullptr && (match->proclitics & kWa) != 0) return cursor.quantity(at);
  return {};
}

// What may follow month or weekday: the modifier, then the year, or the year, then the modifier.
uint32_t read_year_tail(const Cursor& cursor, uint32_t at, Reading& reading) {
  for (int turn = 0; turn < 2; ++turn) {
    if (const YearPart year = cursor.year(at, true); year.ok && reading.start.year == 0) {
      reading.start.year = year.year;
      reading.hijri = reading.hijri || year.hijri;
      reading.year_shift = year.shift;
      at = year.end;
    }
    const Modifier told = cursor.modifier(at);
    if (told.ok && told.shift != Shift::none && reading.shift == Shift::none) {
      reading.shift = told.shift;
      at = told.end;
    }
  }
  return at;
}

// "20 of the current month", "the 15th current".
uint32_t read_day_of_period(const Cursor& cursor, uint32_t at, const Quantity& day,
                            Reading& reading) {
  const Match* pointed = cursor.find(at, set(Kind::this_one));
  const Match* month = cursor.unit(pointed != nullptr ? pointed->end : at, Unit::month, 1);
  uint32_t end = 0;
  if (pointed != nullptr && month != nullptr) {
    reading.shift = Shift::current;
    end = month->end;
  } else if (pointed == nullptr) {
    const Modifier told = cursor.modifier(month != nullptr ? month->end : at);
    const bool bare = month == nullptr && day.width == 0 && !day.ordinal;
    if (!told.ok || told.shift == Shift::none || bare) return 0;
    if (month == nullptr && told.shift == Shift::same) return 0;
    reading.shift = told.shift;
    end = told.end;
  }
  if (end == 0) return 0;
  reading.unit = Unit::month;
  reading.start.day = static_cast<int8_t>(day.value);
  reading.entry = month != nullptr ? month->entry : reading.entry;
  return end;
}

uint32_t read_month(const Cursor& cursor, uint32_t at, Reading& reading, bool& doubled) {
  const Match* word = cursor.unit(at, Unit::month, 1);
  const MonthName month = cursor.month(word != nullptr ? word->end : at);
  if (!month.ok) return 0;
  reading.start.month = month.value;
  reading.hijri = month.hijri;
  reading.entry = month.entry;
  doubled = month.doubled || word != nullptr;
  return month.end;
}

// "January and April": the span of both.
uint32_t read_second_month(const Cursor& cursor, uint32_t at, Reading& reading) {
  const Match* match = cursor.find(at, set(Kind::month));
  uint32_t from = at;
  if (match == nullptr && cursor.mark(at) == Mark::dash) from = at + 1;
  const MonthName month = cursor.month(from);
  const bool coordinated = match != nullptr && (match->proclitics & kWa) != 0;
  if (!month.ok || month.hijri != reading.hijri || (from == at && !coordinated)) return at;
  reading.finish.month = month.value;
  return month.end;
}

uint32_t read_month_alone(const Cursor& cursor, uint32_t at, bool licensed, Reading& reading) {
  const Match* match = cursor.find(at, set(Kind::month));
  if (match != nullptr && (match->proclitics & (kBi | kLi)) != 0) {
    // "bi-" before the two letters of one month's name makes another word
    licensed = cursor.text().normal(at).size() > kShortestBound;
  }
  bool doubled = false;
  uint32_t end = read_month(cursor, at, reading, doubled);
  if (end == 0) return 0;
  end = read_second_month(cursor, end, reading);
  const uint32_t tail = read_year_tail(cursor, end, reading);
  // A Hijri month alone is more often a name or a plain word.
  const bool licence = licensed && !reading.hijri;
  return doubled || licence || tail > end ? tail : 0;
}

}  // namespace

uint32_t read_date(const Cursor& cursor, uint32_t at, bool licensed, Reading& reading) {
  Reading made = reading;
  made.shape = Shape::date;
  const Quantity day = cursor.quantity(at);
  if (!is_day(day)) {
    const uint32_t end = read_month_alone(cursor, at, licensed, made);
    if (end != 0) reading = made;
    return end;
  }
  made.start.day = static_cast<int8_t>(day.value);
  uint32_t next = day.end;
  if (const Quantity second = second_day(cursor, next); is_day(second)) {
    made.finish.day = static_cast<int8_t>(second.value);
    next = second.end;
  }
  if (const Match* of = cursor.find(next, set(Kind::from)); of != nullptr) next = of->end;
  if (cursor.mark(next) == Mark::slash) ++next;
  bool doubled = false;
  uint32_t end = read_month(cursor, next, made, doubled);
  if (end != 0) {
    end = read_year_tail(cursor, end, made);
  } else {
    end = read_day_of_period(cursor, next, day, made);
  }
  if (end != 0) reading = made;
  return end;
}

namespace {

// Three numbers with one sign between: 2015-07-14, 14/7/2015, 1436/10/5. Bytes of a dotted number
// lie in one token: 14.7.2015.
bool split_dots(std::string_view normal, int (&parts)[3]) {
  int part = 0;
  int width = 0;
  parts[0] = parts[1] = parts[2] = 0;
  for (const char c : normal) {
    if (c == '.') {
      if (++part > 2 || width == 0) return false;
      width = 0;
      continue;
    }
    if (c < '0' || c > '9' || ++width > 4) return false;
    parts[part] = parts[part] * 10 + (c - '0');
  }
  return part == 2 && width > 0;
}

bool put_numbers(int first, int second, int third, Reading& reading) {
  const bool year_first = first > 31;
  const int year = year_first ? first : third;
  int day = year_first ? third : first;
  int month = second;
  if (month > 12 && day <= 12) std::swap(day, month);  // 7/14/2015
  if (year < 1300 || year > 2100 || month < 1 || month > 12 || day < 1 || day > 31) return false;
  reading.start = {static_cast<int16_t>(year), static_cast<int8_t>(month),
                   static_cast<int8_t>(day)};
  reading.hijri = year <= 1500;
  reading.shape = Shape::date;
  reading.rule = "numbers";
  return true;
}

}  // namespace

uint32_t read_numeric(const Cursor& cursor, uint32_t at, Reading& reading) {
  if (at >= cursor.end() || cursor.text().tokens[at].kind != TokenKind::number) return 0;
  int dotted[3];
  uint32_t end = 0;
  if (split_dots(cursor.text().normal(at), dotted)) {
    end = put_numbers(dotted[0], dotted[1], dotted[2], reading) ? at + 1 : 0;
  } else {
    const Mark sign = cursor.mark(at + 1);
    if ((sign != Mark::slash && sign != Mark::dash) || cursor.mark(at + 3) != sign) return 0;
    Quantity parts[3];
    for (uint32_t i = 0; i < 3; ++i) {
      const uint32_t place = at + 2 * i;
      if (place >= cursor.end() || cursor.text().tokens[place].kind != TokenKind::number) return 0;
      parts[i] = cursor.quantity(place);
      if (!parts[i].ok || parts[i].width > 4) return 0;
    }
    const bool fits =
        put_numbers(static_cast<int>(parts[0].value), static_cast<int>(parts[1].value),
                    static_cast<int>(parts[2].value), reading);
    end = fits ? at + 5 : 0;
  }
  if (end == 0) return 0;
  if (const Match* era = cursor.find(end, set(Kind::era_hijri)); era != nullptr) {
    return reading.hijri ? era->end : 0;
  }
  if (const Match* era = cursor.find(end, set(Kind::era_gregorian)); era != nullptr) {
    return era->end;
  }
  return end;
}

namespace {

// "today (Tuesday)", "today, Tuesday": the weekday and the date that explain a day word. A comma
// before a weekday is trusted only where the weekday is followed by a comma or ends the clause.
uint32_t read_explanation(const Cursor& cursor, uint32_t at, Reading& reading) {
  uint32_t next = at;
  const bool bracket = cursor.mark(next) == Mark::open_bracket;
  const bool comma = cursor.mark(next) == Mark::comma;
  if (bracket || comma) ++next;
  const Match* word = cursor.unit(next, Unit::day, 1);
  if (word != nullptr && !cursor.is_definite(next)) next = word->end;
  uint32_t end = at;
  if (const Match* day = cursor.find(next, set(Kind::weekday)); day != nullptr) {
    if (day->proclitics != 0) return at;
    reading.weekday = cursor.sense(*day).value;
    reading.entry = day->entry;
    end = next = day->end;
  } else if (cursor.mark(next) == Mark::comma) {
    return at;
  }
  if (cursor.mark(next) == Mark::comma) ++next;
  if (const Match* match = cursor.find(next, set(Kind::corresponding)); match != nullptr) {
    next = match->end;
  }
  Reading date;
  uint32_t date_end = read_numeric(cursor, next, date);
  if (date_end == 0 && cursor.quantity(next).ok) date_end = read_date(cursor, next, false, date);
  if (date_end != 0 && date.start.month != 0 && date.finish.day == 0) {
    reading.start = date.start;
    reading.hijri = date.hijri;
    reading.year_shift = date.year_shift;
    end = date_end;
  }
  if (bracket && end > at && cursor.mark(end) == Mark::close_bracket) ++end;
  return end;
}

// "in the day", "the second day", "the day itself" is not today.
bool is_plain_today(const Cursor& cursor, uint32_t at, const Match& match) {
  if (cursor.unit(at, Unit::day, 1) == nullptr) return true;
  if ((match.proclitics & (kLi | kBi)) != 0) return false;
  const Kinds after = cursor.kinds(match.end);
  if ((after & (set(Kind::ordinal) | set(Kind::following) | set(Kind::same) | set(Kind::last))) !=
      0) {
    return false;
  }
  if (at == 0) return true;
  const Kinds before = cursor.kinds(at - 1);
  return (before &
          (set(Kind::in) | set(Kind::same) | set(Kind::following) | set(Kind::this_one))) == 0;
}

}  // namespace

uint32_t read_day_word(const Cursor& cursor, uint32_t at, Reading& reading) {
  const Match* match = cursor.find(at, set(Kind::day));
  if (match == nullptr || !is_plain_today(cursor, at, *match)) return 0;
  reading.shape = Shape::day;
  reading.has_offset = true;
  reading.offset = cursor.sense(*match).value;
  reading.entry = match->entry;
  return read_explanation(cursor, match->end, reading);
}

uint32_t read_weekday(const Cursor& cursor, uint32_t at, Reading& reading) {
  const Match* match = cursor.find(at, set(Kind::weekday));
  if (match == nullptr) return 0;
  reading.shape = Shape::weekday;
  reading.weekday = cursor.sense(*match).value;
  reading.entry = match->entry;
  uint32_t end = match->end;
  const Match* second = cursor.find(end, set(Kind::weekday));
  if (second != nullptr && (second->proclitics & kWa) != 0) {
    reading.finish_weekday = cursor.sense(*second).value;
    end = second->end;
  }
  if (const Modifier told = cursor.modifier(end); told.ok) {
    reading.shift = told.shift;
    end = told.end;
  }
  return read_explanation(cursor, end, reading);
}

}  // namespace rasid::time
