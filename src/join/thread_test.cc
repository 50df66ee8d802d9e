// SPDX-License-Identifier: Apache-2.0
// Life lines and threads, as tables: reports by day of publication, and what is known on a day.
#include "join/thread.h"

#include <gtest/gtest.h>

#include "base/date.h"
#include "base/hash.h"
#include "join/life.h"
#include "join/sample_reports.h"

namespace rasid {
namespace {

int32_t november(int day) { return static_cast<int32_t>(Date{2013, 11, day}.days()); }

constexpr uint64_t kGeneva = 77;

struct Told {
  int day;                  // of publication, November 2013
  std::string_view status;  // held, planned, possible, postponed, denied, cancelled, not_happened
  int on = 0;               // the day told for the deed, 0 for none
  std::string_view said_by = "";
  std::string_view type = "CONSULT.visit";
  std::string_view actor = "SAU:GOV", recipient = "";
  std::string_view relates = "";  // how it hangs on report 1
  bool meeting = false;           // of the thread
  uint8_t questions = 0;
};

Report report(ReportId id, const Told& told) {
  Report out;
  out.id = id;
  out.article = out.origin = id;
  const size_t dot = told.type.find('.');
  out.category = told.type.substr(0, dot);
  if (dot != std::string_view::npos) out.mode = told.type.substr(dot + 1);
  out.published = november(told.day);
  if (told.on != 0)
    out.days = {november(told.on), november(told.on)}, out.precision = Precision::day;
  for (const Status status : {Status::held, Status::planned, Status::possible}) {
    if (told.status == name_of(status)) out.status = status;
  }
  if (told.status == "postponed") out.status = Status::planned, out.postponed = true;
  for (const Negation negation :
       {Negation::denied, Negation::cancelled, Negation::not_happened, Negation::will_not}) {
    if (told.status == name_of(negation)) out.status = Status::negated, out.negation = negation;
  }
  if (!told.actor.empty()) out.actors.push_back(sample_party(told.actor));
  if (!told.recipient.empty()) out.recipients.push_back(sample_party(told.recipient));
  if (!told.said_by.empty()) out.speakers.push_back(sample_party(told.said_by));
  if (!told.relates.empty()) out.relates.push_back({1, std::string(told.relates)});
  out.threads = {kGeneva};
  if (told.meeting) out.convenes = kGeneva;
  out.questions = told.questions;
  return out;
}

std::vector<Report> reports_of_table(const std::vector<Told>& table) {
  std::vector<Report> out;
  for (size_t i = 0; i < table.size(); ++i) out.push_back(report(i + 1, table[i]));
  return out;
}

// The life of the event of all rows but those that relate to it, as known on a day.
std::string life(const std::vector<Told>& table, int as_of) {
  const std::vector<Report> reports = reports_of_table(table);
  std::vector<const Report*> own, related;
  for (const Report& one : reports) (one.relates.empty() ? own : related).push_back(&one);
  return dump(life_of(own, related, november(as_of)));
}

TEST(Life, PlannedThenHeld) {
  const std::vector<Told> table = {{9, "planned", 11}, {10, "planned", 11}, {11, "held", 11}};
  EXPECT_EQ(life(table, 10),
            "2013-11-09 planned for 2013-11-11, 2 reports\n"
            "now planned\n");
  EXPECT_EQ(life(table, 12),
            "2013-11-09 planned for 2013-11-11, 2 reports\n"
            "2013-11-11 held for 2013-11-11, 1 reports\n"
            "now held\n");
}

TEST(Life, StudiedInvitedAcceptedPlannedPostponedMoved) {
  const std::vector<Told> table = {
      {1, "possible"},
      {2, "held", 0, "", "AGREE.invite", "RUS:GOV", "SAU:GOV", "invites"},
      {3, "held", 0, "", "AGREE", "SAU:GOV", "", "content"},
      {4, "planned", 10},
      {6, "postponed", 20},
      {8, "planned", 24}};
  EXPECT_EQ(life(table, 8),
            "2013-11-01 studied, 1 reports\n"
            "2013-11-02 invited, 1 reports\n"
            "2013-11-03 accepted, 1 reports\n"
            "2013-11-04 planned for 2013-11-10, 1 reports\n"
            "2013-11-06 postponed for 2013-11-20, 1 reports\n"
            "2013-11-08 planned moved to 2013-11-24, 1 reports\n"
            "now planned\n");
}

TEST(Life, SilentWhereTheDayPassed) {
  EXPECT_EQ(life({{4, "planned", 10}}, 20),
            "2013-11-04 planned for 2013-11-10, 1 reports\n"
            "2013-11-11 silent for 2013-11-10\n"
            "now silent\n");
}

TEST(Life, ContradictionsStandSideBySide) {
  const std::vector<Told> table = {{4, "planned", 10, "RUS:GOV"}, {5, "denied", 10, "SAU:GOV"}};
  EXPECT_EQ(life(table, 6),
            "2013-11-04 planned for 2013-11-10, 1 reports, said by RUS:GOV\n"
            "2013-11-05 denied for 2013-11-10, 1 reports, said by SAU:GOV\n"
            "now denied, disputed\n");
}

TEST(Life, HeldByTwoSourcesSettlesADenial) {
  const std::vector<Told> table = {{4, "planned", 10, "RUS:GOV"},
                                   {5, "denied", 10, "SAU:GOV"},
                                   {10, "held", 10},
                                   {11, "held", 10}};
  EXPECT_NE(life(table, 9).find("disputed"), std::string::npos);
  EXPECT_EQ(life(table, 12).find("disputed"), std::string::npos);
}

TEST(Life, CalledOff) {
  EXPECT_EQ(life({{4, "planned", 10}, {7, "cancelled", 10}}, 20),
            "2013-11-04 planned for 2013-11-10, 1 reports\n"
            "2013-11-07 cancelled for 2013-11-10, 1 reports\n"
            "now cancelled\n");
}

std::string thread(const std::vector<Told>& table, int as_of) {
  const std::vector<Report> reports = reports_of_table(table);
  std::vector<ThreadReport> told;
  for (const Report& one : reports) told.push_back({&one, one.id});
  return dump(thread_of(kGeneva, told, november(as_of)));
}

const std::vector<Told> kConference = {
    {3, "held", 0, "", "AGREE.invite", "UNO", "SYR:OPP"},
    {4, "planned", 23, "", "CONSULT.multilateral", "UNO", "", "", true, kPlaceOpen},
    {5, "held", 0, "", "REJECT.meet", "SYR:OPP"},
    {6, "held", 0, "", "REQUEST", "SYR:OPP", "SYR:GOV", "condition"},
    {8, "held", 0, "", "AGREE", "SYR:GOV"},
    {9, "held", 0, "", "CONSULT.meet", "RUS:GOV", "", "prepares"},
    {12, "postponed", 28, "", "CONSULT.multilateral", "UNO", "", "", true, kDateOpen},
    {15, "held", 0, "", "AGREE", "SYR:OPP"}};

TEST(Thread, AsKnownOnADay) {
  EXPECT_EQ(thread(kConference, 5),
            "convener UNO since 2013-11-03\n"
            "refused SYR:OPP since 2013-11-05, before invited\n"
            "date 2013-11-23 since 2013-11-04\n"
            "open place\n"
            "meetings 1, preparatory 0, others 2\n");
  EXPECT_EQ(thread(kConference, 16),
            "convener UNO since 2013-11-03\n"
            "accepted SYR:OPP since 2013-11-15, before invited, before refused\n"
            "accepted SYR:GOV since 2013-11-08\n"
            "unknown RUS:GOV since 2013-11-09\n"
            "condition by SYR:OPP since 2013-11-06\n"
            "date 2013-11-23 since 2013-11-04\n"
            "date postponed to 2013-11-28 since 2013-11-12\n"
            "open place\n"
            "open date\n"
            "meetings 2, preparatory 1, others 5\n");
}

TEST(Thread, TheOrderOfReportsDoesNotMatter) {
  std::vector<Report> reports = reports_of_table(kConference);
  std::vector<ThreadReport> forward, backward;
  for (const Report& one : reports) forward.push_back({&one, one.id});
  backward.assign(forward.rbegin(), forward.rend());
  EXPECT_EQ(dump(thread_of(kGeneva, forward, november(20))),
            dump(thread_of(kGeneva, backward, november(20))));
}

}  // namespace
}  // namespace rasid
