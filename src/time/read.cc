// SPDX-License-Identifier: Apache-2.0
// The words that lead in a date (since, until, in, between ...) and the walk over a document.
#include "time/grammar.h"

namespace rasid::time {
namespace {

class Reader {
 public:
  Reader(const Document& document, const Senses& senses)
      : document_(document), cursor_(document, senses) {}

  void read(std::vector<Reading>& out) {
    const std::vector<Sentence>& sentences = document_.text.sentences;
    for (uint32_t i = 0; i < sentences.size(); ++i) {
      cursor_.enter(sentences[i].end);
      uint32_t at = sentences[i].begin;
      while (at < sentences[i].end) {
        const Kinds kinds = cursor_.kinds(at);
        if (kinds == 0 || !leads_somewhere(at, kinds)) {
          ++at;
          continue;
        }
        Reading reading;
        reading.begin = at;
        reading.sentence = i;
        const uint32_t end = moment(at, kinds, reading);
        if (end <= at) {
          ++at;
          continue;
        }
        reading.end = end;
        if (reading.begin < end) add(reading, out);
        at = end;
      }
    }
  }

 private:
  // "earlier this week" is this week: a vague word joins the date that follows it.
  static void add(Reading& reading, std::vector<Reading>& out) {
    const bool vague = !out.empty() && out.back().shape == Shape::unresolved &&
                       out.back().end == reading.begin && reading.shape != Shape::unresolved &&
                       out.back().bound == Bound::none;
    if (vague) {
      reading.begin = out.back().begin;
      out.pop_back();
    }
    out.push_back(reading);
  }

  // "in", "from", "before" and their like stand everywhere: they matter before a time word only.
  bool leads_somewhere(uint32_t at, Kinds kinds) const {
    constexpr Kinds kLeads =
        set(Kind::since) | set(Kind::until) | set(Kind::ago) | set(Kind::after) |
        set(Kind::during) | set(Kind::in) | set(Kind::from) | set(Kind::to) | set(Kind::between) |
        set(Kind::about) | set(Kind::several) | set(Kind::start) | set(Kind::middle) |
        set(Kind::end) | set(Kind::this_one) | set(Kind::same) | set(Kind::following);
    if ((kinds & ~kLeads) != 0) return true;
    const Match* match = cursor_.find(at, kinds);
    return match != nullptr &&
           (cursor_.kinds(match->end) != 0 || cursor_.is_word(match->end, "Al"));
  }

  uint32_t moment(uint32_t at, Kinds kinds, Reading& reading) const {
    if ((kinds & set(Kind::unresolved)) != 0) {
      const Match* match = cursor_.find(at, set(Kind::unresolved));
      reading.entry = match->entry;
      reading.side = static_cast<int8_t>(cursor_.sense(*match).value);
      return match->end;
    }
    const uint32_t clock = skip_clock(at);
    if (clock != 0) return reading.begin = clock, clock;
    // "after tomorrow" is one word, no "after"
    const Match* day = cursor_.find(at, set(Kind::day) | set(Kind::part_of_day));
    if (day == nullptr || day->end == at + 1) {
      if (const uint32_t led = lead(at, kinds, reading); led != 0) return led;
    }
    const uint32_t end = read_core(cursor_, at, false, reading);
    return end == 0 ? 0 : correspond(end, reading);
  }

  // "at the hour 14:30": the numbers are no year and no day.
  uint32_t skip_clock(uint32_t at) const {
    const Match* hour = cursor_.unit(at, Unit::hour, 1);
    if (hour == nullptr || !cursor_.is_definite(at)) return 0;
    const Quantity quantity = cursor_.quantity(hour->end);
    if (!quantity.ok) return 0;
    uint32_t end = quantity.end;
    while (cursor_.mark(end) == Mark::colon && cursor_.quantity(end + 1).ok) end += 2;
    return end;
  }

  uint32_t lead(uint32_t at, Kinds kinds, Reading& reading) const {
    struct Rule {
      Kind kind;
      Bound amount, core;  // what an amount and a date after it are
      bool takes_amount;
    };
    static constexpr Rule kRules[] = {
        {Kind::since, Bound::lasting, Bound::since, true},
        {Kind::until, Bound::none, Bound::until, false},
        {Kind::ago, Bound::ago, Bound::before, true},
        {Kind::after, Bound::ahead, Bound::after, true},
        {Kind::during, Bound::lasting, Bound::none, true},
        {Kind::in, Bound::none, Bound::none, false},
    };
    for (const Kind pair : {Kind::between, Kind::from}) {
      if ((kinds & set(pair)) == 0) continue;
      const Match* match = cursor_.find(at, set(pair));
      if (const uint32_t end = range(match->end, pair == Kind::between, reading)) return end;
    }
    for (const Rule& rule : kRules) {
      if ((kinds & set(rule.kind)) == 0) continue;
      const Match* match = cursor_.find(at, set(rule.kind));
      if (const uint32_t end = led_core(*match, rule.core, reading)) return end;
      if (!rule.takes_amount) continue;
      if (const uint32_t end = led_amount(*match, rule.amount, reading)) return end;
    }
    return 0;
  }

  uint32_t led_core(const Match& lead, Bound bound, Reading& reading) const {
    // A day word or a weekday has a leading word of its own kind: "in" adds nothing to its span.
    Reading made = reading;
    if (bound == Bound::none) made.begin = lead.end;
    const uint32_t end = read_core(cursor_, lead.end, true, made);
    if (end == 0) return 0;
    reading = made;
    if (reading.entry == kNone) reading.entry = lead.entry;  // a bare year
    if (bound != Bound::none) reading.bound = bound;
    return correspond(end, reading);
  }

  uint32_t led_amount(const Match& lead, Bound bound, Reading& reading) const {
    Reading made = reading;
    uint32_t end = read_amount(cursor_, lead.end, made);
    if (end == 0) return 0;
    made.bound = bound;
    made.side = bound == Bound::ago ? -1 : bound == Bound::ahead ? 1 : 0;
    // "a day after a visit": it leans on another deed, unless it is "a month from now"
    if (const Match* from = cursor_.find(end, set(Kind::from)); from != nullptr) {
      const Match* now = cursor_.find(from->end, set(Kind::day));
      if (now != nullptr && cursor_.sense(*now).value == 0) {
        end = now->end;
      } else if (bound == Bound::ago || bound == Bound::ahead) {
        made.shape = Shape::unresolved;
        made.side = 0;
      }
    }
    reading = made;
    return end;
  }

  // "from 3 to 5 May", "between 2013 and 2015", "from Sunday to Tuesday".
  uint32_t range(uint32_t at, bool between, Reading& reading) const {
    Reading first = reading, second = reading;
    uint32_t next = read_core(cursor_, at, true, first);
    int8_t bare_day = 0;
    if (next == 0) {  // "from 3 to 5 May": the first is a day only
      const Quantity day = cursor_.quantity(at);
      if (!day.ok || day.value < 1 || day.value > 31) return 0;
      bare_day = static_cast<int8_t>(day.value);
      next = day.end;
    } else if (first.finish.year != 0 || first.finish.day != 0 || first.finish_weekday >= 0) {
      reading = first;
      reading.rule = "range";
      return next;
    }
    const uint32_t joined = join(next, between);
    if (joined == 0) return 0;
    const uint32_t end = read_core(cursor_, joined, true, second);
    if (end == 0 || second.hijri != first.hijri || (bare_day != 0 && second.start.month == 0)) {
      return 0;
    }
    return combine(first, second, bare_day, reading) ? end : 0;
  }

  uint32_t join(uint32_t at, bool between) const {
    if (between) {
      if (cursor_.is_word(at, "w")) return at + 1;
      // the "and" is a proclitic of the next word
      return at < cursor_.end() && cursor_.text().normal(at).starts_with("w") ? at : 0;
    }
    const Match* match = cursor_.find(at, set(Kind::to) | set(Kind::until));
    if (match != nullptr) return match->end;
    return cursor_.mark(at) == Mark::dash ? at + 1 : 0;
  }

  static bool combine(const Reading& first, const Reading& second, int8_t bare_day,
                      Reading& reading) {
    const uint32_t begin = reading.begin, sentence = reading.sentence;
    if (bare_day != 0) {
      reading = second;
      reading.finish = second.start;
      reading.start.day = bare_day;
    } else if (first.shape == Shape::date && second.shape == Shape::date) {
      reading = first;
      reading.finish = second.start;
      if (first.start.year == 0) reading.start.year = second.start.year;
      if (first.start.year == 0) reading.year_shift = second.year_shift;
      if (first.start.month == 0) reading.start.month = second.start.month;
    } else if (first.weekday >= 0 && second.weekday >= 0) {
      reading = first;
      reading.finish_weekday = second.weekday;
      if (first.shift == Shift::none) reading.shift = second.shift;
    } else {
      return false;
    }
    reading.begin = begin;
    reading.sentence = sentence;
    reading.rule = "range";
    return true;
  }

  // "5 Shawwal 1436, that is 21 July 2015": the Gregorian date is the surer.
  uint32_t correspond(uint32_t end, Reading& reading) const {
    if (reading.shape != Shape::date) return end;
    uint32_t next = end;
    const bool bracket = cursor_.mark(next) == Mark::open_bracket;
    if (bracket || cursor_.mark(next) == Mark::comma) ++next;
    const Match* match = cursor_.find(next, set(Kind::corresponding));
    if (match == nullptr && !(bracket && reading.hijri)) return end;
    Reading other;
    uint32_t other_end = read_core(cursor_, match != nullptr ? match->end : next, true, other);
    if (other_end == 0 || other.shape != Shape::date || other.hijri == reading.hijri) return end;
    if (reading.hijri) {
      reading.start = other.start;
      reading.finish = other.finish;
      reading.shift = other.shift;
      reading.year_shift = other.year_shift;
      reading.hijri = false;
    }
    if (bracket && cursor_.mark(other_end) == Mark::close_bracket) ++other_end;
    return other_end;
  }

  const Document& document_;
  Cursor cursor_;
};

}  // namespace

void read_times(const Document& document, const Senses& senses, std::vector<Reading>& out) {
  out.clear();
  Reader(document, senses).read(out);
}

}  // namespace rasid::time
