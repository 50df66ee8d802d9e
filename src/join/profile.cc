// SPDX-License-Identifier: Apache-2.0
#include "join/profile.h"

#include "base/hash.h"

namespace rasid {
namespace {

constexpr int32_t kLongestDated = 10;  // days: a longer range does not tell deeds of a week apart
constexpr size_t kMostSides = 8;       // of actors, and of recipients, that are compared

Family family_of_contact(std::string_view mode) {
  if (mode == "phone") return Family::call;
  if (mode == "visit") return Family::visit;
  if (mode == "letter") return Family::letter;
  if (mode == "mediate") return Family::mediation;
  return Family::contact;
}

Family family_of(std::string_view category, std::string_view mode) {
  if (category == "CONSULT") return family_of_contact(mode);
  if (category == "ASSAULT") return Family::violence;
  if (category == "AGREE" && mode == "invite") return Family::invitation;
  if (category == "SUPPORT" && (mode == "sign" || mode == "recognize")) return Family::material;
  for (const std::string_view one : {"COERCE", "PROTEST", "MOBILIZE"}) {
    if (category == one) return Family::force;
  }
  for (const std::string_view one : {"AID", "SANCTION", "RETREAT", "CONCEDE", "COOPERATE"}) {
    if (category == one) return Family::material;
  }
  return Family::word;
}

bool is_mutual(const Report& report, Family family) {
  if (family == Family::call || family == Family::contact) return true;
  // Of a killing one paper tells who did it, another who suffered it, in the same words.
  if (family == Family::violence) return true;
  return report.category == "COOPERATE" || report.mode == "sign";
}

// Where an undated deed may lie, counted from the day it was told.
DayRange undated_window(const Report& report, Family family) {
  const int32_t told = report.published;
  if (told == kNoDay) return {};
  switch (report.status) {
    case Status::planned:
      return {told - 1, told + 30};
    case Status::possible:
      return {told - 2, told + 30};
    case Status::negated:
      return {told - 4, told + 14};
    case Status::held:
      break;
  }
  return {told - (family == Family::visit ? 5 : 3), told + (family == Family::visit ? 1 : 0)};
}

bool acts_for_state(const Code& sector) {
  for (const std::string_view one : {"", "GOV", "MIL", "COP", "LEG", "JUD", "SPY", "UNK"}) {
    if (sector.view() == one) return true;
  }
  return false;
}

Side side_of(const Party& party) {
  Side side;
  side.code = party.code;
  side.sector = party.sector;
  side.entity = party.entity;
  side.name = party.name;
  side.kind = party.kind;
  side.named = party.kind == PartyKind::person || party.kind == PartyKind::body;
  side.of_state = acts_for_state(party.sector);
  if (party.entity != 0) side.entity_word = as_word(party.entity);
  if (party.kind != PartyKind::person && party.code.view().size() == 3)
    side.state_word = as_word(hash64("state." + std::string(party.code.view())));
  return side;
}

// Who is neither known nor named tells nothing.
void add_sides(const std::vector<Party>& parties, std::vector<Side>& out) {
  const size_t most = out.size() + kMostSides;
  for (const Party& party : parties) {
    if (out.size() == most) return;
    Side side = side_of(party);
    if (party.code.view() != "XXX" || side.named) out.push_back(side);
  }
}

}  // namespace

Profile profile_of(const Report& report) {
  Profile profile;
  profile.id = report.id;
  profile.family = family_of(report.category, report.mode);
  profile.status = report.status;
  profile.mutual = is_mutual(report, profile.family);
  profile.dated = report.days.known() && report.days.last - report.days.first <= kLongestDated;
  profile.historical = report.historical;
  profile.kind = static_cast<uint32_t>(hash64(report.category));
  if (!report.mode.empty()) profile.mode = static_cast<uint32_t>(hash64(report.mode)) | 1;
  profile.group = report.group;
  profile.published = report.published;
  profile.days = report.days;
  profile.window = report.days.known() ? report.days : undated_window(report, profile.family);
  profile.day = report.published;
  if (profile.dated) profile.day = report.days.first + (report.days.last - report.days.first) / 2;
  profile.country = report.country;
  profile.article = report.article;
  profile.place = report.place;
  profile.text = report.text;
  profile.trigger = hash64(report.trigger);
  add_sides(report.actors, profile.sides);
  profile.actors = static_cast<uint32_t>(profile.sides.size());
  add_sides(report.recipients, profile.sides);
  profile.threads = report.threads;
  profile.words = WordSet(report.words);
  profile.about = WordSet(report.about);
  return profile;
}

}  // namespace rasid
