// SPDX-License-Identifier: Apache-2.0
#include "lexicon/conjugate.h"

#include <algorithm>

#include "lexicon/spell.h"

namespace rasid::inflection {
namespace {

struct Slot {
  uint8_t person;
  Gender gender;
  Number number;
  std::string_view prefix;  // of the present
  std::string_view ending;
  std::string_view short_ending;  // of the subjunctive and jussive, where written apart
  bool closed = false;            // the ending begins with a consonant
};
constexpr Gender kM = Gender::masculine, kF = Gender::feminine, kG = Gender::unknown;
constexpr Number kS = Number::singular, kD = Number::dual, kP = Number::plural;

constexpr Slot kPast[] = {{3, kM, kS, "", "a", "", false},    {3, kF, kS, "", "at", "", false},
                          {3, kM, kD, "", "A", "", false},    {3, kF, kD, "", "atA", "", false},
                          {3, kM, kP, "", "U~", "", false},   {3, kF, kP, "", "na", "", true},
                          {2, kM, kS, "", "ta", "", true},    {2, kF, kS, "", "ti", "", true},
                          {2, kG, kD, "", "tumA", "", true},  {2, kM, kP, "", "tum", "", true},
                          {2, kF, kP, "", "tunna", "", true}, {1, kG, kS, "", "tu", "", true},
                          {1, kG, kP, "", "nA", "", true}};
constexpr Slot kPresent[] = {
    {3, kM, kS, "y", "u", "", false},     {3, kF, kS, "t", "u", "", false},
    {3, kM, kD, "y", "Ani", "A", false},  {3, kF, kD, "t", "Ani", "A", false},
    {3, kM, kP, "y", "Una", "U~", false}, {3, kF, kP, "y", "na", "", true},
    {2, kM, kS, "t", "u", "", false},     {2, kF, kS, "t", "Ina", "I", false},
    {2, kG, kD, "t", "Ani", "A", false},  {2, kM, kP, "t", "Una", "U~", false},
    {2, kF, kP, "t", "na", "", true},     {1, kG, kS, "C", "u", "", false},
    {1, kG, kP, "n", "u", "", false}};
constexpr Slot kImperative[] = {{2, kM, kS, "", "", "", true},
                                {2, kF, kS, "", "I", "", false},
                                {2, kG, kD, "", "A", "", false},
                                {2, kM, kP, "", "U~", "", false},
                                {2, kF, kP, "", "na", "", true}};

class Table {
 public:
  // The word of these sounds, alone and before an enclitic.
  void add(const Slot& slot, Tense tense, std::string_view sounds, uint8_t flags) {
    add_as(slot, tense, sounds, flags | kStandsAlone);
    std::string open(sounds);
    if (open.ends_with('~')) open.pop_back();
    if (slot.ending == "tum" && tense == Tense::perfect) open += 'U';
    add_as(slot, tense, open, flags | kTakesEnclitic);
    // The subjunctive of a verb that ends in a hamza is heard only before an enclitic.
    if (open.ends_with("Cu")) {
      open.back() = 'a';
      add_as(slot, tense, open, flags | kTakesEnclitic);
    }
  }
  std::vector<WrittenForm> rows;

 private:
  void add_as(const Slot& slot, Tense tense, std::string_view sounds, uint8_t flags) {
    for (const std::string& careful : spelled(sounds, (flags & kTakesEnclitic) != 0)) {
      WrittenForm row{normal_of(careful), Form{}};
      row.form = {0,
                  Pos::verb,
                  tense,
                  slot.gender,
                  slot.number,
                  slot.person,
                  static_cast<uint8_t>(flags | kNoArticle),
                  marks_of(careful),
                  0};
      merge(std::move(row));
    }
  }
  void merge(WrittenForm row) {
    constexpr uint8_t kWhere = kStandsAlone | kTakesEnclitic;
    for (WrittenForm& old : rows) {
      const bool same = old.normal == row.normal && old.form.tense == row.form.tense &&
                        old.form.person == row.form.person && old.form.gender == row.form.gender &&
                        old.form.number == row.form.number &&
                        (old.form.flags & ~kWhere) == (row.form.flags & ~kWhere);
      if (same) {
        old.form.flags |= row.form.flags & kWhere;
        return;
      }
    }
    rows.push_back(std::move(row));
  }
};

struct Stems {
  Stem past, present;
  char prefix = 'a';
};

void add_past(const VerbShape& shape, const Stems& stems, Table& table) {
  for (const Slot& slot : kPast) {
    const std::string& stem = slot.closed ? stems.past.closed : stems.past.open;
    table.add(slot, Tense::perfect, settled(join(shape, stem, slot.ending)), 0);
  }
}

void add_present(const VerbShape& shape, const Stems& stems, Table& table) {
  for (const Slot& slot : kPresent) {
    const auto whole = [&](const std::string& stem, std::string_view ending) {
      return settled(std::string(slot.prefix) + stems.prefix + join(shape, stem, ending));
    };
    const Stem& stem = stems.present;
    const std::string full = whole(slot.closed ? stem.closed : stem.open, slot.ending);
    table.add(slot, Tense::imperfect, full, 0);
    if (!slot.short_ending.empty()) {
      table.add(slot, Tense::imperfect, whole(stem.open, slot.short_ending), kShortMood);
    } else if (!slot.closed) {
      const std::string cut = whole(stem.closed, "");
      const bool apart = spelled(cut, false)[0] != spelled(full, false)[0];
      if (apart) table.add(slot, Tense::imperfect, cut, kShortMood);
    }
  }
}

// kul, xudh and mur lose their hamza.
bool drops_hamza(const VerbShape& shape) {
  const std::string& root = shape.radicals;
  return shape.form == 1 && (root == "Ckl" || root == "CxV" || root == "Cmr");
}

void add_imperative(const VerbShape& shape, const Stems& stems, Table& table) {
  for (const Slot& slot : kImperative) {
    std::string stem = slot.closed ? stems.present.closed : stems.present.open;
    if (slot.closed && slot.ending.empty() && shape.doubled()) stem = stems.present.open;
    if (drops_hamza(shape)) stem.erase(0, 1);
    std::string sounds = join(shape, stem, slot.ending);
    if (sounds.size() < 3) continue;  // a single letter would be found everywhere
    if (shape.form == 4) {
      sounds.insert(0, "Ca");
    } else if (!is_vowel(sounds[0]) && sounds.size() > 1 && !is_vowel(sounds[1])) {
      const bool u = shape.form == 1 && shape.present_vowel == 'u';
      sounds.insert(0, u ? "Au" : "Ai");
    }
    table.add(slot, Tense::imperative, settled(sounds), 0);
  }
}

// Where a passive is written like the active in the same place it is a mark on it, else a row.
std::vector<WrittenForm> merged(std::vector<WrittenForm> active,
                                const std::vector<WrittenForm>& passive) {
  const size_t count = active.size();
  for (const WrittenForm& row : passive) {
    bool alike = false;
    for (size_t i = 0; i < count; ++i) {
      const Form& form = active[i].form;
      const uint8_t flags = form.flags & static_cast<uint8_t>(~kCanBePassive);
      if (active[i].normal == row.normal && form.tense == row.form.tense &&
          form.person == row.form.person && form.gender == row.form.gender &&
          form.number == row.form.number && (flags & row.form.flags) == row.form.flags) {
        active[i].form.flags |= kCanBePassive;
        alike = true;
        break;
      }
    }
    if (alike) continue;
    active.push_back(row);
    active.back().form.flags |= kPassive;
  }
  return active;
}

// A verb that fits no form is conjugated on its letters as they stand.
Stems literal_stems(VerbShape& shape, const LemmaSource& verb) {
  std::string letters = careful_of(verb.lemma);
  shape = VerbShape{};
  shape.radicals = "fEl";
  if (letters.ends_with('Y') || letters.ends_with('A') || letters.ends_with('y')) {
    letters.back() = 'a';
    letters += 'y';
    shape.radicals = "fEy";
    shape.form = 2;
  }
  std::string present = letters;
  if (present.size() > 2 && (present[0] == 'A' || present[0] == '>')) present.erase(0, 1);
  return {{letters, letters}, {present, present}, 'a'};
}

// The shape and its near ones, likeliest first: dictionaries differ in the weak letters and hamzas
// of a root.
std::vector<VerbShape> likely(const VerbShape& shape) {
  std::vector<VerbShape> out{shape, shape, shape};
  out[1].keeps_middle = true;
  out[2].assimilates_hamza = true;
  for (size_t i = 0; i < shape.radicals.size(); ++i) {
    for (const char letter : {'C', 'w', 'y'}) {
      const bool soft = is_weak(shape.radicals[i]) || shape.radicals[i] == 'C';
      if (!soft || shape.radicals[i] == letter) continue;
      out.push_back(shape);
      out.back().radicals[i] = letter;
    }
  }
  return out;
}

}  // namespace

bool fit(VerbShape& shape, const LemmaSource& verb) {
  if (shape.radicals.empty()) return false;
  const std::string lemma = careful_of(verb.lemma);
  const std::vector<VerbShape> shapes = likely(shape);
  for (const bool strict : {true, false}) {
    for (const VerbShape& tried : shapes) {
      const std::string sounds = settled(join(tried, past_stem(tried, Voice::active).open, "a"));
      const std::string past = spelled(sounds, false)[0];
      if (strict ? past != lemma : normal_of(past) != normal_of(lemma)) continue;
      shape = tried;
      return true;
    }
  }
  return false;
}

std::vector<WrittenForm> conjugate(const LemmaSource& verb) {
  VerbShape shape = shape_of(verb);
  const bool known = fit(shape, verb);
  Table active, passive;
  Stems stems;
  if (known) {
    stems = {past_stem(shape, Voice::active), present_stem(shape, Voice::active),
             present_prefix_vowel(shape, Voice::active)};
  } else {
    stems = literal_stems(shape, verb);
  }
  if (shape.radicals == "lys") {  // laysa has no other tense
    add_past(shape, {{"lays", "las"}, {}, 'a'}, active);
    return active.rows;
  }
  add_past(shape, stems, active);
  add_present(shape, stems, active);
  add_imperative(shape, stems, active);
  const bool has_passive = known && shape.form != 7 && shape.form != 9 && shape.form < 13;
  if (has_passive) {
    const Stems passives{past_stem(shape, Voice::passive), present_stem(shape, Voice::passive),
                         'u'};
    add_past(shape, passives, passive);
    add_present(shape, passives, passive);
  }
  return merged(std::move(active.rows), passive.rows);
}

}  // namespace rasid::inflection
