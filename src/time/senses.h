// SPDX-License-Identifier: Apache-2.0
// Senses: what each time word of the lexicon means to the reader of dates. Built once from the
// Month, Weekday, TimeUnit, TimeWord and NumberWord entries. In: the lexicon. Out: a small table,
// asked by entry. Example: the entry of "yesterday" has the sense {Kind::day, value -1}.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "lexicon/lexicon.h"

namespace rasid::time {

enum class Kind : uint8_t {
  none,
  month,
  weekday,
  unit,
  cardinal,
  ordinal,
  scale,
  digits,  // a number token; no entry has this kind
  day,
  part_of_day,
  next,
  last,
  current,
  same,
  this_one,
  following,
  since,
  until,
  ago,
  after,
  during,
  in,
  from,
  to,
  between,
  start,
  middle,
  end,
  about,
  several,
  season,
  corresponding,
  era_hijri,
  era_gregorian,
  unresolved,
};

// A set of kinds as bits: set(Kind::month) | set(Kind::day).
using Kinds = uint64_t;
constexpr Kinds set(Kind kind) { return Kinds{1} << static_cast<unsigned>(kind); }

enum class Unit : uint8_t { none, hour, day, week, month, year, decade, century };

struct Sense {
  Kind kind = Kind::none;
  Unit unit = Unit::none;
  bool hijri = false;  // a month of the Hijri year
  int32_t value = 0;   // month, weekday, number, day offset; of unresolved words: -1 past, 1 future
  bool has_value = false;
};

class Senses {
 public:
  Senses(const Lexicon& lexicon, std::vector<Error>& problems);
  const Sense& of(EntryId entry) const {
    static constexpr Sense kNothing;
    return entry - first_ < table_.size() ? table_[entry - first_] : kNothing;
  }
  // What a Cue (of the claim words) says of the verb or date after it: 1 future (planned, will
  // not), -1 past (did not), 0 nothing. Such words bend a bare weekday. Asked by the entry of a
  // phrase, or by the lemma of a word.
  int side_of_cue(EntryId entry) const {
    return entry - first_cue_ < cues_.size() ? cues_[entry - first_cue_] : 0;
  }
  int side_of_lemma(LemmaId lemma) const {
    return lemma < lemma_sides_.size() ? lemma_sides_[lemma] : 0;
  }

 private:
  void add(const Entry& entry, std::vector<Error>& problems);
  void add_cues(const Lexicon& lexicon);
  EntryId first_ = 0, first_cue_ = 0;  // time entries lie together, so the table stays small
  std::vector<Sense> table_;
  std::vector<int8_t> cues_, lemma_sides_;
};

}  // namespace rasid::time
