// SPDX-License-Identifier: Apache-2.0
#include "join/sides.h"

#include <algorithm>
#include <array>
#include <bit>
#include <span>

namespace rasid {
namespace {

constexpr size_t kMost = 16;  // sides of one report
constexpr uint32_t kUnknown = std::bit_cast<uint32_t>(std::array<char, 4>{'X', 'X', 'X', 0});
constexpr uint32_t kOfMany = std::bit_cast<uint32_t>(std::array<char, 4>{'I', 'G', 'O', 0});

bool names_agree(const Side& a, const Side& b) {
  if (a.name[0] == 0 || b.name[0] == 0) return false;
  if (a.name[0] == b.name[0]) return true;
  // "Tamim bin Hamad" and "Tamim bin Hamad Al Thani": two words in common.
  int common = 0;
  for (const uint32_t one : a.name) {
    if (one != 0 && std::find(b.name.begin(), b.name.end(), one) != b.name.end()) ++common;
  }
  return common >= 2;
}

struct Tally {
  int states = 0, persons = 0, differ = 0, near = 0, extra_a = 0, extra_b = 0;
};

using Sides = std::span<const Side>;

bool told_before(Sides list, size_t at) {  // the same code stands further left
  for (size_t i = 0; i < at; ++i) {
    if (list[i].code == list[at].code) return true;
  }
  return false;
}

// Whether the words around a trigger name the party, or its state: the coder may have missed it.
bool named_in(const Side& side, const WordSet& words) {
  return (side.entity_word != 0 && words.has(side.entity_word)) ||
         (side.state_word != 0 && words.has(side.state_word));
}

struct Rules {
  bool strict = true;   // another sector of the same country is another side
  bool lenient = true;  // who is named close by may have been missed by the coder
};

// What of `a` stands among the others, whose words are `words`, where each fits at best as told;
// extra_a is what does not.
Tally one_way(Sides a, const Fit* best, const WordSet& words, const Rules& rules) {
  Tally tally;
  for (size_t i = 0; i < a.size(); ++i) {
    if (best[i] == Fit::same_one) ++tally.persons;
    if (best[i] == Fit::other_person) ++tally.differ;
    if (told_before(a, i)) continue;
    if (best[i] == Fit::differ && rules.lenient && named_in(a[i], words)) {
      ++tally.near;
    } else if (best[i] == Fit::differ || (rules.strict && best[i] == Fit::other_sector)) {
      ++tally.extra_a;
    }
    if (best[i] > Fit::other_sector) ++tally.states;
  }
  return tally;
}

void compare(Sides a, Sides b, const Profile& first, const Profile& second, const Rules& rules,
             Tally& tally) {
  if (a.empty() || b.empty()) return;
  Fit best_a[kMost] = {}, best_b[kMost] = {};
  for (size_t i = 0; i < a.size(); ++i) {
    for (size_t j = 0; j < b.size(); ++j) {
      const Fit fit = fit_of(a[i], b[j]);
      best_a[i] = std::max(best_a[i], fit);
      best_b[j] = std::max(best_b[j], fit);
    }
  }
  const Tally there = one_way(a, best_a, second.words, rules);
  const Tally back = one_way(b, best_b, first.words, rules);
  tally.states += std::min(there.states, back.states);
  tally.persons += std::min(there.persons, back.persons);
  tally.differ += std::min(there.differ, back.differ);
  tally.near += there.near + back.near;
  tally.extra_a += there.extra_a;
  tally.extra_b += back.extra_a;
}

}  // namespace

Fit fit_of(const Side& a, const Side& b) {
  if (a.entity != 0 && a.entity == b.entity)
    return a.kind == PartyKind::state ? Fit::same_side : Fit::same_one;
  if (!(a.code == b.code)) return Fit::differ;
  const bool both_named = a.named && b.named;
  if (both_named && names_agree(a, b)) return Fit::same_one;
  if (a.code.number() == kUnknown) return Fit::differ;
  if (!(a.sector == b.sector) && !(a.of_state && b.of_state)) return Fit::other_sector;
  if (both_named && a.kind == b.kind) return Fit::other_person;
  if (a.code.number() == kOfMany && both_named) return Fit::other_person;
  return Fit::same_side;
}

void compare_sides(const Profile& a, const Profile& b, Features& out) {
  Tally tally;
  // A series of calls is told in one breath: who is named close by was called as well, apart.
  const Rules rules{a.family != Family::violence, a.family != Family::call};
  const Sides first(a.sides), second(b.sides);
  if (a.mutual || b.mutual) {
    compare(first, second, a, b, rules, tally);
  } else {
    compare(first.first(a.actors), second.first(b.actors), a, b, rules, tally);
    compare(first.subspan(a.actors), second.subspan(b.actors), a, b, rules, tally);
  }
  out[Feature::states_shared] = std::min(tally.states, 2);
  out[Feature::both_sides] = tally.states >= 2 ? 1 : 0;
  out[Feature::lone] = tally.states < 2 && tally.persons == 0 ? 1 : 0;
  out[Feature::persons_shared] = std::min(tally.persons, 2);
  out[Feature::persons_differ] = std::min(tally.differ, 2);
  out[Feature::named_near] = std::min(tally.near, 3);
  out[Feature::extra_each] = std::min({tally.extra_a, tally.extra_b, 2});
  out[Feature::extra_one] =
      std::min(std::max(tally.extra_a, tally.extra_b) - std::min(tally.extra_a, tally.extra_b), 2);
}

}  // namespace rasid
