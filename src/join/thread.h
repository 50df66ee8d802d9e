// SPDX-License-Identifier: Apache-2.0
// Thread: what is known on a day of a process (a conference, a negotiation, a truce): who convenes
// it, who is invited, accepted, refused, or was named and has said nothing; conditions and who set
// them; the dates told for it and how they moved; meetings that prepare it; what is still open.
// In: all reports that name the thread (Report::threads), in any order, with the event of each.
// Out: Thread; every line with its evidence, oldest first. Nothing is decided between speakers.
// Example: "the UN invites the opposition; it accepts if ..." gives conveners UNO, accepted
// SYR:OPP, and a condition by SYR:OPP.
#pragma once
#include <span>
#include <string>
#include <vector>

#include "join/life.h"

namespace rasid {

struct ThreadReport {
  const Report* report = nullptr;
  EventId event = 0;
};

enum class Stand : uint8_t { convener, invited, accepted, refused, unknown };
std::string_view name_of(Stand stand);

// Where one party stands on the day asked: the last told of these counts, earlier ones are
// evidence.
struct ThreadParty {
  Party party;
  Stand stand = Stand::unknown;
  int32_t since = kNoDay;         // told first with this stand
  std::vector<ReportId> reports;  // evidence for this stand
  std::vector<Stand> before;      // stands it had earlier, oldest first
};

struct ThreadCondition {
  std::vector<Party> by;
  ReportId report = 0;
  int32_t told = kNoDay;
};

struct ThreadDate {
  DayRange days;
  bool moved = false;  // another day than told before
  bool postponed = false;
  int32_t since = kNoDay;
  std::vector<ReportId> reports;
};

struct ThreadQuestion {
  OpenQuestion question = kDateOpen;
  int32_t told = kNoDay;  // last
  bool settled = false;   // a later report tells it (a day, a place)
  std::vector<ReportId> reports;
};

struct Thread {
  uint64_t key = 0;
  std::vector<ThreadParty> parties;  // by stand, then as first told
  std::vector<ThreadCondition> conditions;
  std::vector<ThreadDate> dates;
  std::vector<EventId> meetings;     // events that are its meeting
  std::vector<EventId> preparatory;  // contacts that prepare it
  std::vector<EventId> others;       // what else is told of it
  std::vector<ThreadQuestion> questions;
};

Thread thread_of(uint64_t key, std::span<const ThreadReport> reports, int32_t as_of);

// A line a fact, for tests: "invited SYR:OPP since 2013-11-10".
std::string dump(const Thread& thread);

}  // namespace rasid
