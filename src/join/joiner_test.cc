// SPDX-License-Identifier: Apache-2.0
#include "join/joiner.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "base/hash.h"
#include "join/life.h"
#include "join/sample_reports.h"

namespace rasid {
namespace {

int32_t day(int number) { return 16'648 + number - 1; }  // of August 2015

// The words around the trigger name the party and its state, as in any text.
void name(Report& report, const Party& party) {
  const auto word = [&](uint64_t hash, uint32_t rarity) {
    report.words.push_back((static_cast<uint32_t>(hash >> 32) & ~3U) | rarity);
  };
  word(hash64("state." + std::string(party.code.view())), 0);
  word(hash64(party.sector.view()), 1);
  if (party.entity != 0) word(party.entity, 3);
}

// A report for tables: "RUS:GOV/lavrov SAU:GOV/jubeir" are the sides (a ">" parts actors from
// recipients), told on `told`; `on` is the day told for the deed, 0 for none.
Report report(ReportId id, std::string_view type, std::string_view sides, int told, int on = 0,
              Status status = Status::held) {
  Report out;
  out.id = id;
  out.article = out.origin = 1000 + id;
  out.text = hash64(std::to_string(id));
  const size_t dot = type.find('.');
  out.category = type.substr(0, dot);
  if (dot != std::string_view::npos) out.mode = type.substr(dot + 1);
  out.status = status;
  out.published = day(told);
  if (on != 0) {
    out.days = {day(on), day(on)};
    out.precision = Precision::day;
    out.basis = Basis::relative;
  }
  std::vector<Party>* list = &out.actors;
  for (size_t at = 0; at < sides.size();) {
    size_t end = sides.find(' ', at);
    if (end == std::string_view::npos) end = sides.size();
    const std::string_view one = sides.substr(at, end - at);
    if (one == ">") {
      list = &out.recipients;
    } else {
      list->push_back(sample_party(one));
      name(out, list->back());
    }
    at = end + 1;
  }
  std::sort(out.words.begin(), out.words.end());
  out.words.erase(std::unique(out.words.begin(), out.words.end()), out.words.end());
  return out;
}

// "1 2 | 3": the events of the reports, by id.
std::string events_of(const std::vector<Report>& reports, const std::vector<ReportTie>& ties = {}) {
  MemoryShelf shelf;
  for (const ReportTie& tie : ties) shelf.tie(tie);
  const Outcome outcome = join(reports, shelf);
  shelf.apply(reports, {}, outcome);
  std::map<EventId, std::set<ReportId>> events;
  for (const Report& one : reports) events[shelf.event_of(one.id)].insert(one.id);
  std::vector<std::string> texts;
  for (const auto& [event, members] : events) {
    std::string text;
    for (const ReportId member : members)
      text += (text.empty() ? "" : " ") + std::to_string(member);
    texts.push_back(text);
  }
  std::sort(texts.begin(), texts.end());
  std::string out;
  for (const std::string& text : texts) out += (out.empty() ? "" : " | ") + text;
  return out;
}

struct Case {
  std::string_view what;
  std::vector<Report> reports;
  std::string_view events;
};

TEST(Join, WhatIsOneDeed) {
  const std::string_view ministers = "RUS:GOV/lavrov SAU:GOV/jubeir";
  const std::vector<Case> cases = {
      {"a meeting told by two papers, one with its day",
       {report(1, "CONSULT.meet", ministers, 3, 3), report(2, "CONSULT.meet", ministers, 3)},
       "1 2"},
      {"planned, then held",
       {report(1, "CONSULT.visit", "SAU:GOV/jubeir > RUS:GOV", 9, 11, Status::planned),
        report(2, "CONSULT.visit", "SAU:GOV/jubeir > RUS:GOV", 11, 11)},
       "1 2"},
      {"planned without a day, held two days later",
       {report(1, "CONSULT.visit", "SAU:GOV/jubeir > RUS:GOV", 9, 0, Status::planned),
        report(2, "CONSULT.visit", "SAU:GOV/jubeir > RUS:GOV", 11, 11)},
       "1 2"},
      {"a call is no meeting",
       {report(1, "CONSULT.phone", ministers, 3, 3), report(2, "CONSULT.meet", ministers, 3, 3)},
       "1 | 2"},
      {"talks and a meeting of the same two on one day are one contact",
       {report(1, "CONSULT.talks", ministers, 3, 3), report(2, "CONSULT.meet", ministers, 3, 3)},
       "1 2"},
      {"the same two meet again within the week",
       {report(1, "CONSULT.meet", ministers, 3, 3), report(2, "CONSULT.meet", ministers, 7, 7)},
       "1 | 2"},
      {"told as planned after one was held: the next one",
       {report(1, "CONSULT.meet", ministers, 3, 3),
        report(2, "CONSULT.meet", ministers, 6, 0, Status::planned)},
       "1 | 2"},
      {"the state for its minister",
       {report(1, "CONSULT.meet", ministers, 3, 3),
        report(2, "CONSULT.meet", "RUS:GOV SAU:GOV", 3, 3)},
       "1 2"},
      {"other ministers of the same states",
       {report(1, "CONSULT.meet", ministers, 3, 3),
        report(2, "CONSULT.meet", "RUS:GOV/shoigu SAU:GOV/salman", 3, 3)},
       "1 | 2"},
      {"the opposition is not the government",
       {report(1, "CONSULT.meet", "RUS:GOV/lavrov SYR:OPP", 3, 3),
        report(2, "CONSULT.meet", "RUS:GOV/lavrov SYR:GOV", 3, 3)},
       "1 | 2"},
      {"denied by one side: still the same deed",
       {report(1, "CONSULT.visit", "SAU:GOV/jubeir > RUS:GOV", 9, 11, Status::planned),
        report(2, "CONSULT.visit", "SAU:GOV/jubeir > RUS:GOV", 9, 11, Status::negated)},
       "1 2"},
      {"visits of two hosts",
       {report(1, "CONSULT.visit", "USA:GOV/kerry > EGY:GOV", 3, 2),
        report(2, "CONSULT.visit", "USA:GOV/kerry > QAT:GOV", 3, 3)},
       "1 | 2"},
  };
  for (const Case& one : cases) EXPECT_EQ(events_of(one.reports), one.events) << one.what;
}

TEST(Join, APersonsWordComesFirst) {
  const std::string_view ministers = "RUS:GOV/lavrov SAU:GOV/jubeir";
  const std::vector<Report> reports = {report(1, "CONSULT.meet", ministers, 3, 3),
                                       report(2, "CONSULT.meet", ministers, 3, 3),
                                       report(3, "CONSULT.meet", ministers, 7, 7)};
  EXPECT_EQ(events_of(reports), "1 2 | 3");
  EXPECT_EQ(events_of(reports, {{1, 2, false}}), "1 | 2 | 3");
  EXPECT_EQ(events_of(reports, {{2, 3, true}}), "1 2 3");
}

TEST(Join, LikenessIsSymmetric) {
  const std::vector<Report> reports = sample_reports(200, 7);
  for (const Report& a : reports) {
    for (const Report& b : reports) ASSERT_EQ(likeness(a, b), likeness(b, a));
  }
}

using Events = std::map<ReportId, EventId>;

Events events_in(const MemoryShelf& shelf) {
  Events events;
  for (const auto& [id, filed] : shelf.filed()) events[id] = filed.event;
  return events;
}

// Adds the reports in the given order, cut into batches at random.
void add_in_batches(MemoryShelf& shelf, const std::vector<Report>& reports, std::mt19937& random) {
  for (size_t at = 0; at < reports.size();) {
    const size_t size = std::min<size_t>(reports.size() - at, 1 + random() % 200);
    const std::vector<Report> batch(reports.begin() + static_cast<ptrdiff_t>(at),
                                    reports.begin() + static_cast<ptrdiff_t>(at + size));
    const Outcome outcome = join(batch, shelf);
    shelf.apply(batch, {}, outcome);
    at += size;
  }
}

// 200 permutations and splits of 1,000 reports give the same events with the same ids.
TEST(JoinProperty, OrderDoesNotMatter) {
  std::vector<Report> reports = sample_reports(1000, 1);
  MemoryShelf whole;
  whole.apply(reports, {}, join(reports, whole));
  const Events expected = events_in(whole);
  std::set<EventId> distinct;
  for (const auto& [report, event] : expected) distinct.insert(event);
  EXPECT_GT(distinct.size(), 150u);  // something is joined, and not everything
  EXPECT_LT(distinct.size(), 600u);
  std::mt19937 random(2);
  for (int round = 0; round < 200; ++round) {
    std::shuffle(reports.begin(), reports.end(), random);
    MemoryShelf shelf;
    add_in_batches(shelf, reports, random);
    ASSERT_EQ(events_in(shelf), expected) << "round " << round;
  }
}

// Taking reports out gives what would be there had they never come.
TEST(JoinProperty, RemovalLeavesNoTrace) {
  const std::vector<Report> reports = sample_reports(600, 3);
  std::mt19937 random(4);
  for (int round = 0; round < 20; ++round) {
    std::vector<Report> kept;
    std::vector<ReportId> removed;
    for (const Report& one : reports) {
      if (random() % 4 == 0) {
        removed.push_back(one.id);
      } else {
        kept.push_back(one);
      }
    }
    MemoryShelf shelf, expected;
    add_in_batches(shelf, reports, random);
    shelf.apply({}, removed, join({}, removed, {}, shelf));
    expected.apply(kept, {}, join(kept, expected));
    ASSERT_EQ(events_in(shelf), events_in(expected)) << "round " << round;
  }
}

// What each arrival says of changed events is what an observer who compares sees.
TEST(JoinProperty, ChangesAreToldTruly) {
  const std::vector<Report> reports = sample_reports(300, 5);
  MemoryShelf shelf;
  for (const Report& one : reports) {
    const Events before = events_in(shelf);
    const Outcome outcome = join({&one, 1}, {}, {}, shelf);
    shelf.apply({&one, 1}, {}, outcome);
    const Events after = events_in(shelf);
    std::set<ReportId> placed;
    for (const Placement& placement : outcome.placements) placed.insert(placement.report);
    for (const auto& [id, event] : after) {
      const auto old = before.find(id);
      if (old == before.end() || old->second != event) {
        ASSERT_TRUE(placed.count(id) != 0);
      }
    }
    // An id once given means the event that holds its report; it never means nothing.
    for (const auto& [id, event] : before) ASSERT_NE(shelf.event_of(event), 0u);
    for (const EventChange& change : outcome.events) {
      for (const EventId from : change.from) ASSERT_NE(shelf.event_of(from), 0u);
    }
  }
}

TEST(Join, TheSameReportAgainChangesNothing) {
  const std::vector<Report> reports = sample_reports(300, 6);
  MemoryShelf shelf;
  shelf.apply(reports, {}, join(reports, shelf));
  const Events before = events_in(shelf);
  const Outcome outcome = join(reports, shelf);
  EXPECT_TRUE(outcome.events.empty());
  shelf.apply(reports, {}, outcome);
  EXPECT_EQ(events_in(shelf), before);
}

TEST(Join, AFamousDyadDoesNotGrowTheWork) {
  std::vector<Report> reports;
  for (ReportId id = 1; id <= 1500; ++id) {
    reports.push_back(report(id, "CONSULT.meet", "RUS:GOV/lavrov SAU:GOV/jubeir", 3, 3));
  }
  MemoryShelf shelf;
  shelf.apply(reports, {}, join(reports, shelf));  // a pool of 1,500 is cut, not compared at once
  EXPECT_EQ(shelf.filed().size(), 1500u);
}

}  // namespace
}  // namespace rasid
