// SPDX-License-Identifier: Apache-2.0
#include "time/cursor.h"

namespace rasid::time {
namespace {

constexpr int64_t kLargest = 1'000'000'000'000;
constexpr Kinds kCounting = set(Kind::cardinal) | set(Kind::ordinal) | set(Kind::scale);

// "three ten" is 13, "three and twenty" 23, "hundred and fifty" 150.
bool adds(int64_t last, int64_t value, bool with_and) {
  if (!with_and) return value == 10 && last < 10;
  return (value >= 20 && value < 100 && last < 10) || (last >= 100 && value < last);
}

Shift shift_of(const Sense& sense) {
  switch (sense.kind) {
    case Kind::next:
      return Shift::next;
    case Kind::last:
      return sense.value == -2 ? Shift::before_last : Shift::last;
    case Kind::current:
      return Shift::current;
    case Kind::same:
      return Shift::same;
    default:
      return Shift::none;
  }
}

bool is_hijri_year(int64_t value) { return value >= 1300 && value <= 1500; }

}  // namespace

Cursor::Cursor(const Document& document, const Senses& senses)
    : text_(document.text), senses_(senses), kinds_(document.text.tokens.size()) {
  for (const Match& match : text_.matches) {
    const Kind kind = senses_.of(match.entry).kind;
    if (kind != Kind::none) kinds_[match.begin] |= set(kind);
  }
  for (size_t i = 0; i < kinds_.size(); ++i) {
    if (text_.tokens[i].kind == TokenKind::number) kinds_[i] |= set(Kind::digits);
  }
}

const Match* Cursor::find(uint32_t at, Kinds wanted) const {
  if ((kinds(at) & wanted) == 0 || at + 1 >= text_.first_match.size()) return nullptr;
  for (uint32_t i = text_.first_match[at]; i < text_.first_match[at + 1]; ++i) {
    const Match& match = text_.matches[i];
    if ((set(senses_.of(match.entry).kind) & wanted) != 0 && match.end <= end_) return &match;
  }
  return nullptr;
}

bool Cursor::is_definite(uint32_t at) const {
  if (at >= end_) return false;
  std::string_view normal = text_.normal(at);
  if (!normal.empty() && (normal[0] == 'w' || normal[0] == 'f')) normal.remove_prefix(1);
  return normal.starts_with("Al") || normal.starts_with("ll") || normal.starts_with("bAl") ||
         normal.starts_with("kAl");
}

const Match* Cursor::unit(uint32_t at, Unit unit, int32_t count) const {
  if ((kinds(at) & set(Kind::unit)) == 0 || at + 1 >= text_.first_match.size()) return nullptr;
  for (uint32_t i = text_.first_match[at]; i < text_.first_match[at + 1]; ++i) {
    const Sense& sense = senses_.of(text_.matches[i].entry);
    if (sense.kind == Kind::unit && sense.unit == unit && sense.value == count) {
      return &text_.matches[i];
    }
  }
  return nullptr;
}

Quantity Cursor::digits(uint32_t at) const {
  Quantity out;
  const std::string_view normal = text_.normal(at);
  if (normal.empty() || normal.size() > 9) return out;
  for (const char digit : normal) {
    if (digit < '0' || digit > '9') return out;
    out.value = out.value * 10 + (digit - '0');
  }
  out.ok = true;
  out.width = static_cast<uint8_t>(normal.size());
  out.end = at + 1;
  return out;
}

Quantity Cursor::quantity(uint32_t at) const {
  if (at >= end_) return {};
  if (is_word(at, "Al") && at + 1 < end_ && text_.tokens[at + 1].kind == TokenKind::number) ++at;
  Quantity out;
  const Match* match = nullptr;
  if (text_.tokens[at].kind == TokenKind::number) {
    out = digits(at);
    if (!out.ok) return out;
  } else {
    match = find(at, kCounting);
    if (match == nullptr) return out;
    out = {true, sense(*match).value, match->end, sense(*match).kind == Kind::ordinal,
           0,    match->entry};
  }
  int64_t last = out.value;
  while ((match = find(out.end, set(Kind::cardinal) | set(Kind::scale))) != nullptr) {
    const bool with_and = (match->proclitics & kWa) != 0;
    const int64_t value = sense(*match).value;
    const bool scales = sense(*match).kind == Kind::scale && !with_and && out.value < kLargest;
    if (scales) {
      out.value *= value;
    } else if (out.width == 0 && adds(last, value, with_and)) {
      out.value += value;
    } else {
      break;
    }
    last = value;
    out.end = match->end;
    if (out.value > kLargest) break;
  }
  return out;
}

Quantity Cursor::year_number(uint32_t at) const {
  if (at >= end_ || text_.tokens[at].kind != TokenKind::number) return {};
  Quantity out = digits(at);
  out.ok = out.ok && out.width == 4 && out.value >= 1300 && out.value <= 2100;
  return out;
}

MonthName Cursor::month(uint32_t at) const {
  MonthName out;
  const Match* match = find(at, set(Kind::month));
  if (match == nullptr) return out;
  out = {
      true,        static_cast<int8_t>(sense(*match).value), sense(*match).hijri, false, match->end,
      match->entry};
  uint32_t next = match->end;
  const Mark between = mark(next);
  const bool bracket = between == Mark::open_bracket;
  if (bracket || between == Mark::slash || between == Mark::dash) ++next;
  const Match* other = find(next, set(Kind::month));
  if (other == nullptr || (other->proclitics & kWa) != 0) return out;
  if (sense(*other).value != out.value || sense(*other).hijri != out.hijri) return out;
  out.doubled = true;
  out.end = other->end;
  if (bracket && mark(out.end) == Mark::close_bracket) ++out.end;
  return out;
}

uint32_t Cursor::era(uint32_t at, YearPart& part) const {
  if (const Match* match = find(at, set(Kind::era_hijri)); match != nullptr) {
    part.hijri = true;
    return match->end;
  }
  if (const Match* match = find(at, set(Kind::era_gregorian)); match != nullptr) {
    part.hijri = false;
    return match->end;
  }
  return at;
}

YearPart Cursor::year(uint32_t at, bool bare) const {
  YearPart out;
  if (const Match* lead = find(at, set(Kind::from) | set(Kind::in)); lead != nullptr) {
    at = lead->end;
    bare = false;
  }
  const Match* pointed = find(at, set(Kind::this_one));
  const Match* word = unit(pointed != nullptr ? pointed->end : at, Unit::year, 1);
  if (pointed != nullptr && word == nullptr) return out;
  if (word != nullptr) {
    out.end = word->end;
    if (pointed != nullptr) {
      out.ok = true;
      out.shift = Shift::current;
      return out;
    }
    if (const Modifier told = modifier(word->end); told.ok && told.shift != Shift::none) {
      return {true, 0, false, told.shift, told.end};
    }
    at = word->end;
  } else if (!bare) {
    return out;
  }
  const Quantity number = year_number(at);
  if (!number.ok) return out;
  out.year = static_cast<int16_t>(number.value);
  out.hijri = is_hijri_year(number.value);
  out.ok = true;
  out.end = era(number.end, out);
  // "1975 AH" is no year; a number of the Hijri range with no era, month or year word neither.
  if (out.hijri != is_hijri_year(number.value)) out.ok = false;
  return out;
}

Modifier Cursor::modifier(uint32_t at) const {
  const Match* match = find(at, set(Kind::next) | set(Kind::last) | set(Kind::current) |
                                    set(Kind::same) | set(Kind::following));
  if (match == nullptr) return {};
  return {true, shift_of(sense(*match)), match->end};
}

}  // namespace rasid::time
