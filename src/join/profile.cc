// SPDX-License-Identifier: Apache-2.0
#include "join/profile.h"

#include "base/hash.h"

namespace rasid {
namespace {

constexpr int32_t kLongestDated = 10;  // days: a longer range does not tell deeds of a week apart

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

}  // namespace

Profile profile_of(const Report& report) {
  Profile profile;
  profile.report = &report;
  profile.family = family_of(report.category, report.mode);
  profile.kind = static_cast<uint32_t>(hash64(report.category));
  profile.mutual = is_mutual(report, profile.family);
  profile.dated = report.days.known() && report.days.last - report.days.first <= kLongestDated;
  profile.window = report.days.known() ? report.days : undated_window(report, profile.family);
  profile.day = report.published;
  if (profile.dated) profile.day = report.days.first + (report.days.last - report.days.first) / 2;
  return profile;
}

}  // namespace rasid
