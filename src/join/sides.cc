// SPDX-License-Identifier: Apache-2.0
#include "join/sides.h"

#include <algorithm>
#include <string>

#include "base/hash.h"

namespace rasid {
namespace {

constexpr size_t kMost = 8;  // parties of a side that are compared

bool of_the_state(const Code& sector) {
  for (const std::string_view one : {"", "GOV", "MIL", "COP", "LEG", "JUD", "SPY", "UNK"}) {
    if (sector.view() == one) return true;
  }
  return false;
}

bool is_named(const Party& party) {
  return party.kind == PartyKind::person || party.kind == PartyKind::body;
}

bool names_agree(const Party& a, const Party& b) {
  if (a.name[0] == 0 || b.name[0] == 0) return false;
  if (a.name[0] == b.name[0]) return true;
  // "Tamim bin Hamad" and "Tamim bin Hamad Al Thani": two words in common.
  int common = 0;
  for (const uint32_t one : a.name) {
    if (one != 0 && std::find(b.name.begin(), b.name.end(), one) != b.name.end()) ++common;
  }
  return common >= 2;
}

struct List {
  const Party* party[kMost * 2];
  size_t size = 0;
  void add(const std::vector<Party>& parties) {
    for (const Party& one : parties) {
      if (size == kMost * 2 || (one.code.view() == "XXX" && !is_named(one))) continue;
      party[size++] = &one;
    }
  }
};

struct Tally {
  int states = 0, persons = 0, differ = 0, near = 0, extra_a = 0, extra_b = 0;
};

bool told_before(const List& list, size_t at) {  // the same code stands further left
  for (size_t i = 0; i < at; ++i) {
    if (list.party[i]->code == list.party[at]->code) return true;
  }
  return false;
}

// Whether the words around a trigger name the party, or its state: the coder may have missed it.
bool named_in(const Party& party, const std::vector<uint32_t>& words) {
  const auto has = [&](uint64_t hash) {
    const uint32_t word = static_cast<uint32_t>(hash >> 32) & ~3U;
    const auto at = std::lower_bound(words.begin(), words.end(), word);
    return at != words.end() && (*at & ~3U) == word;
  };
  if (party.entity != 0 && has(party.entity)) return true;
  return party.kind != PartyKind::person && party.code.view().size() == 3 &&
         has(hash64("state." + std::string(party.code.view())));
}

// What of `a` stands in `b`; extra_a is what does not.
// `words` are those around b's trigger. `strict`: another sector of the same country is another
// side.
Tally one_way(const List& a, const List& b, const std::vector<uint32_t>& words, bool strict,
              bool lenient) {
  Tally tally;
  for (size_t i = 0; i < a.size; ++i) {
    Fit best = Fit::differ;
    for (size_t j = 0; j < b.size; ++j) best = std::max(best, fit_of(*a.party[i], *b.party[j]));
    if (best == Fit::same_one) ++tally.persons;
    if (best == Fit::other_person) ++tally.differ;
    if (told_before(a, i)) continue;
    if (best == Fit::differ && lenient && named_in(*a.party[i], words)) {
      ++tally.near;
    } else if (best == Fit::differ || (strict && best == Fit::other_sector)) {
      ++tally.extra_a;
    }
    if (best > Fit::other_sector) ++tally.states;
  }
  return tally;
}

void compare(const List& a, const List& b, const Report& first, const Report& second, bool strict,
             bool lenient, Tally& tally) {
  if (a.size == 0 || b.size == 0) return;
  const Tally there = one_way(a, b, second.words, strict, lenient);
  const Tally back = one_way(b, a, first.words, strict, lenient);
  tally.states += std::min(there.states, back.states);
  tally.persons += std::min(there.persons, back.persons);
  tally.differ += std::min(there.differ, back.differ);
  tally.near += there.near + back.near;
  tally.extra_a += there.extra_a;
  tally.extra_b += back.extra_a;
}

}  // namespace

Fit fit_of(const Party& a, const Party& b) {
  if (a.entity != 0 && a.entity == b.entity) {
    return a.kind == PartyKind::state ? Fit::same_side : Fit::same_one;
  }
  if (!(a.code == b.code)) return Fit::differ;
  const bool both_named = is_named(a) && is_named(b);
  if (both_named && names_agree(a, b)) return Fit::same_one;
  if (a.code.view() == "XXX") return Fit::differ;
  const bool same_sector =
      a.sector == b.sector || (of_the_state(a.sector) && of_the_state(b.sector));
  if (!same_sector) return Fit::other_sector;
  if (both_named && a.kind == b.kind) return Fit::other_person;
  if (a.code.view() == "IGO" && both_named) return Fit::other_person;
  return Fit::same_side;
}

void compare_sides(const Profile& a, const Profile& b, Features& out) {
  Tally tally;
  const bool strict = a.family != Family::violence;
  // A series of calls is told in one breath: who is named close by was called as well, apart.
  const bool lenient = a.family != Family::call;
  List first, second;
  first.add(a.report->actors);
  second.add(b.report->actors);
  if (a.mutual) {
    first.add(a.report->recipients);
    second.add(b.report->recipients);
    compare(first, second, *a.report, *b.report, strict, lenient, tally);
  } else {
    compare(first, second, *a.report, *b.report, strict, lenient, tally);
    List hosts, guests;
    hosts.add(a.report->recipients);
    guests.add(b.report->recipients);
    compare(hosts, guests, *a.report, *b.report, strict, lenient, tally);
  }
  out[Feature::states_shared] = std::min(tally.states, 2);
  out[Feature::both_sides] = tally.states >= 2 ? 1 : 0;
  out[Feature::persons_shared] = std::min(tally.persons, 2);
  out[Feature::persons_differ] = std::min(tally.differ, 2);
  out[Feature::named_near] = std::min(tally.near, 3);
  out[Feature::extra_each] = std::min({tally.extra_a, tally.extra_b, 2});
  out[Feature::extra_one] =
      std::min(std::max(tally.extra_a, tally.extra_b) - std::min(tally.extra_a, tally.extra_b), 2);
}

}  // namespace rasid
