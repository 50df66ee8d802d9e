// SPDX-License-Identifier: Apache-2.0
// Periods, amounts and years, and the core that tries every kind of date.
#include "time/grammar.h"

#include "base/letters.h"

namespace rasid::time {
namespace {

const Match* any_unit(const Cursor& cursor, uint32_t at) {
  return cursor.find(at, set(Kind::unit));
}

int8_t side_of(Shift shift) {
  if (shift == Shift::next) return 1;
  if (shift == Shift::last || shift == Shift::before_last) return -1;
  return 0;
}

// "the coming days", "the past two weeks", "the past ten years": a stretch, not a date.
uint32_t read_stretch(const Cursor& cursor, uint32_t at, Reading& reading) {
  const Quantity before = cursor.quantity(at);
  const Match* unit = any_unit(cursor, before.ok ? before.end : at);
  if (unit == nullptr) return 0;
  const Quantity after = before.ok ? Quantity{} : cursor.quantity(unit->end);
  const Modifier told = cursor.modifier(after.ok ? after.end : unit->end);
  if (!told.ok || side_of(told.shift) == 0) return 0;
  const Sense& sense = cursor.sense(*unit);
  const int64_t count = before.ok  ? before.value
                        : after.ok ? after.value
                                   : (sense.value == 0 ? -1 : sense.value);
  if (!before.ok && !after.ok && sense.value == 1 && sense.unit != Unit::hour) return 0;
  reading.shape = Shape::amount;
  reading.bound = Bound::lasting;
  reading.unit = sense.unit;
  reading.count = count > 10000 ? -1 : static_cast<int32_t>(count);
  reading.shift = told.shift;
  reading.side = side_of(told.shift);
  reading.entry = unit->entry;
  return told.end;
}

// The adjective "general" is written like "the year": a definite noun before it makes it that.
bool is_adjective(const Cursor& cursor, uint32_t at, const Modifier& told) {
  if (told.shift != Shift::current || at == 0) return false;
  const Text& text = cursor.text();
  return begins_with_article(text.normal(at - 1)) && text.analysis(at - 1).pos != Pos::verb;
}

}  // namespace

uint32_t read_period(const Cursor& cursor, uint32_t at, Reading& reading) {
  const Match* pointed =
      cursor.find(at, set(Kind::this_one) | set(Kind::same) | set(Kind::following));
  const uint32_t from = pointed != nullptr ? pointed->end : at;
  const Match* unit = any_unit(cursor, from);
  if (unit != nullptr && cursor.sense(*unit).value == 1 && cursor.is_definite(from) &&
      cursor.sense(*unit).unit != Unit::hour) {
    const Modifier told = pointed != nullptr ? Modifier{} : cursor.modifier(unit->end);
    const bool adjective = cursor.sense(*unit).unit == Unit::year && is_adjective(cursor, at, told);
    if ((pointed != nullptr || told.ok) && !adjective) {
      const Kind kind = pointed != nullptr ? cursor.sense(*pointed).kind : Kind::none;
      reading.shift = kind == Kind::this_one ? Shift::current
                      : kind == Kind::same   ? Shift::same
                                             : told.shift;
      reading.shape = reading.shift == Shift::none ? Shape::unresolved : Shape::period;
      reading.unit = cursor.sense(*unit).unit;
      reading.side = side_of(reading.shift);
      reading.entry = unit->entry;
      return told.ok ? told.end : unit->end;
    }
  }
  return pointed == nullptr ? read_stretch(cursor, at, reading) : 0;
}

uint32_t read_amount(const Cursor& cursor, uint32_t at, Reading& reading) {
  if (const Match* about = cursor.find(at, set(Kind::about)); about != nullptr) {
    reading.about = true;
    at = about->end;
  }
  const Match* several = cursor.find(at, set(Kind::several));
  if (several != nullptr) at = several->end;
  const Quantity quantity = several != nullptr ? Quantity{} : cursor.quantity(at);
  if (quantity.ok && quantity.ordinal) return 0;
  const Match* unit = any_unit(cursor, quantity.ok ? quantity.end : at);
  if (unit == nullptr) return 0;
  const Sense& sense = cursor.sense(*unit);
  if (!quantity.ok && several == nullptr && cursor.is_definite(at)) return 0;
  // "before the day of Thursday", "before the year 2011": a date, not an amount
  const Kinds after = cursor.kinds(unit->end);
  if (!quantity.ok && sense.value == 1 &&
      (after & (set(Kind::weekday) | set(Kind::digits) | set(Kind::month) | set(Kind::day))) != 0) {
    return 0;
  }
  // "a decade" is written like "holding": only "a decade of time"
  if (sense.unit == Unit::decade && !quantity.ok && several == nullptr &&
      (after & set(Kind::from)) == 0 && sense.value == 1) {
    return 0;
  }
  const int64_t count =
      quantity.ok ? quantity.value : (several != nullptr || sense.value == 0 ? -1 : sense.value);
  reading.shape = Shape::amount;
  reading.unit = sense.unit;
  reading.count = count > 100000 ? -1 : static_cast<int32_t>(count);
  reading.entry = unit->entry;
  return unit->end;
}

uint32_t read_years(const Cursor& cursor, uint32_t at, bool licensed, Reading& reading) {
  const Match* word = cursor.unit(at, Unit::year, 1);
  if (word == nullptr) word = cursor.unit(at, Unit::year, 2);
  if (word == nullptr) word = cursor.unit(at, Unit::year, 0);
  const uint32_t from = word != nullptr ? word->end : at;
  const Quantity first = cursor.year_number(from);
  if (!first.ok || (word == nullptr && !licensed)) return 0;
  uint32_t end = first.end;
  reading.hijri = first.value <= 1500;
  if (const Match* era = cursor.find(end, set(Kind::era_hijri) | set(Kind::era_gregorian))) {
    if ((cursor.sense(*era).kind == Kind::era_hijri) != reading.hijri) return 0;
    end = era->end;
  } else if (reading.hijri && word == nullptr) {
    return 0;
  }
  // "in 2000 villages": a noun without the article after the number is what is counted
  const Analysis& after = cursor.text().analysis(end);
  if (word == nullptr && end < cursor.end() && !cursor.is_definite(end) && after.proclitics == 0 &&
      !cursor.is_word(end, "w") && (after.pos == Pos::noun || after.pos == Pos::unknown) &&
      cursor.text().tokens[end].kind == TokenKind::word && cursor.kinds(end) == 0) {
    return 0;
  }
  reading.shape = Shape::date;
  reading.start = {static_cast<int16_t>(first.value), 0, 0};
  if (word != nullptr) reading.entry = word->entry;
  const bool dash = cursor.mark(end) == Mark::dash || cursor.mark(end) == Mark::slash;
  if (dash || cursor.is_word(end, "w")) {
    const Quantity second = cursor.year_number(end + 1);
    if (second.ok && second.value == first.value + 1) {
      reading.finish = {static_cast<int16_t>(second.value), 0, 0};
      end = second.end;
    }
  }
  return end;
}

uint32_t read_edge(const Cursor& cursor, uint32_t at, Reading& reading) {
  const Match* edge = cursor.find(at, set(Kind::start) | set(Kind::middle) | set(Kind::end));
  if (edge == nullptr) return 0;
  static constexpr const char* kRules[] = {"start of", "middle of", "end of"};
  const Kind kind = cursor.sense(*edge).kind;
  const char* rule = kRules[static_cast<size_t>(kind) - static_cast<size_t>(Kind::start)];
  Reading inner = reading;
  uint32_t end = read_core(cursor, edge->end, true, inner);
  if (end == 0) {  // "the end of the month"
    const Match* unit = any_unit(cursor, edge->end);
    if (unit == nullptr || !cursor.is_definite(edge->end)) return 0;
    const Sense& sense = cursor.sense(*unit);
    if (sense.value != 1 || sense.unit < Unit::week || sense.unit > Unit::year) return 0;
    inner.shape = Shape::period;
    inner.unit = sense.unit;
    inner.shift = Shift::current;
    inner.entry = unit->entry;
    end = unit->end;
  }
  reading = inner;
  reading.rule = rule;
  return end;
}

namespace {

uint32_t read_season(const Cursor& cursor, uint32_t at, Reading& reading) {
  const Match* season = cursor.find(at, set(Kind::season));
  if (season == nullptr) return 0;
  const YearPart year = cursor.year(season->end, true);
  const Modifier told = cursor.modifier(season->end);
  if (!year.ok && !(told.ok && side_of(told.shift) != 0)) return 0;
  reading.shape = year.ok && year.year != 0 ? Shape::date : Shape::unresolved;
  reading.season = true;
  reading.start = {year.year, 0, 0};
  reading.hijri = year.hijri;
  reading.side = year.ok ? int8_t{0} : side_of(told.shift);
  reading.entry = season->entry;
  return year.ok ? year.end : told.end;
}

uint32_t read_kinds(const Cursor& cursor, uint32_t at, bool licensed, Reading& reading) {
  using Read = uint32_t (*)(const Cursor&, uint32_t, Reading&);
  static constexpr Read kFirst[] = {read_day_word, read_weekday, read_numeric};
  for (const Read read : kFirst) {
    Reading made = reading;
    if (const uint32_t end = read(cursor, at, made); end != 0) return reading = made, end;
  }
  if (const uint32_t end = read_date(cursor, at, licensed, reading); end != 0) return end;
  static constexpr Read kSecond[] = {read_edge, read_season, read_period};
  for (const Read read : kSecond) {
    Reading made = reading;
    if (const uint32_t end = read(cursor, at, made); end != 0) return reading = made, end;
  }
  return read_years(cursor, at, licensed, reading);
}

}  // namespace

uint32_t read_core(const Cursor& cursor, uint32_t at, bool licensed, Reading& reading) {
  const Kinds here = cursor.kinds(at);
  if (here == 0 && !cursor.is_word(at, "Al")) return 0;
  if (const uint32_t end = read_kinds(cursor, at, licensed, reading); end != 0) return end;
  // "the morning of Friday", "the day of 14 July"
  if ((here & set(Kind::part_of_day)) != 0) {
    const Match* part = cursor.find(at, set(Kind::part_of_day));
    return read_core(cursor, part->end, licensed, reading);
  }
  const Match* day = cursor.unit(at, Unit::day, 1);
  if (day != nullptr) return read_kinds(cursor, day->end, true, reading);
  return 0;
}

}  // namespace rasid::time
