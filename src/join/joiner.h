// SPDX-License-Identifier: Apache-2.0
// Joiner: reports -> events. An event is one deed in the world with all its reports.
//
// What it promises
// - Order: the events are a function of the set of reports (and ties) alone, whatever the order and
//   the batches in which they came. Whether two reports may be one deed (`likeness`) depends on the
//   two only; reports joined by such links, at any remove, make a *pool*; a pool is divided into
//   events by a rule that looks at nothing else.
// - Work: an arrival reads the reports filed under its keys on the days around it, and the pools
//   they link to; never more, however large the store is.
// - Ids: an event is named after its founder, the first of its reports by (published, id). A late
//   arrival may give it an older founder, a merge keeps the older of two, a split gives the rest a
//   founder of its own. An id once given stays good for ever: it is the id of a report, and means
//   the event that holds this report today. So nothing needs rewriting: to follow an old id, look
//   up the event of that report. Only where that report was itself removed (deleted, coded anew)
//   does the store keep a row "old id -> id" (EventChange::from tells which).
//
// Example:
//   MemoryShelf shelf;  Outcome outcome = join({report}, {}, shelf);  shelf.apply({report},
//   outcome);
#pragma once
#include <cstdint>
#include <span>
#include <unordered_map>
#include <vector>

#include "join/profile.h"

namespace rasid {

using EventId = ReportId;  // of the founder
using PoolId = ReportId;   // of the pool's first report by (published, id)

// A key under which a report is filed on a day: a category family and a pair of parties, or one
// person, a place, an article ... Two reports meet where they have an equal key on days at most
// `reach` apart; reach goes with the key (equal keys have equal reach). Reports that meet under no
// key are never compared.
struct FileKey {
  uint64_t key = 0;
  int32_t day = 0;
  int32_t reach = 0;  // days
  bool operator==(const FileKey&) const = default;
  auto operator<=>(const FileKey&) const = default;
};
std::vector<FileKey> keys_of(const Report& report);               // sorted; at most 32
void keys_of(const Profile& profile, std::vector<FileKey>& out);  // the same, added to `out`

struct Filed {
  Report report;
  PoolId pool = 0;
  EventId event = 0;
  // profile_of(report): a shelf that keeps it spares the joiner to make it anew at each meeting.
  Profile profile;
};

// A person's word that two reports are one deed, or are not. It outlives a new coding.
struct ReportTie {
  ReportId a = 0, b = 0;
  bool together = true;
  bool operator==(const ReportTie&) const = default;
};

// What the joiner asks of the store. Answers may come in any order and may repeat a report. The
// pointers must stay good until join() returns (so a store may keep a cache and copy nothing).
class Shelf {
 public:
  virtual ~Shelf() = default;
  // Reports filed under one of `keys`: the same key, and a day at most its reach away.
  virtual void near(std::span<const FileKey> keys, std::vector<const Filed*>& out) = 0;
  // All reports of these pools.
  virtual void in_pools(std::span<const PoolId> pools, std::vector<const Filed*>& out) = 0;
  // These reports; unknown ids are passed over.
  virtual void find(std::span<const ReportId> reports, std::vector<const Filed*>& out) = 0;
  // Ties that touch any of these reports.
  virtual void ties(std::span<const ReportId> reports, std::vector<ReportTie>& out) = 0;
};

struct Placement {
  ReportId report = 0;
  PoolId pool = 0;
  EventId event = 0;
};

struct EventChange {
  EventId event = 0;          // as it is now; 0: nothing is left of `from`
  std::vector<EventId> from;  // events whose reports it holds some of; empty: created
  bool split = false;         // one of `from` is now more than one event
};

struct Outcome {
  std::vector<Placement> placements;  // new reports, and old ones whose pool or event changed
  std::vector<EventChange> events;    // whose reports or founder changed
};

// Adds `arrivals`, takes out `removed` (deleted articles, an older coding) and puts `ties` to use
// (new ones; the shelf must already answer with them or without those withdrawn: name the reports
// of a withdrawn tie in `touched`). The shelf is only read: write the outcome in the same
// transaction.
Outcome join(std::span<const Report> arrivals, std::span<const ReportId> removed,
             std::span<const ReportId> touched, Shelf& shelf);
inline Outcome join(std::span<const Report> arrivals, Shelf& shelf) {
  return join(arrivals, {}, {}, shelf);
}

// A shelf in memory: for tests, for `rasid` without a store, and as the model of one.
class MemoryShelf : public Shelf {
 public:
  void near(std::span<const FileKey> keys, std::vector<const Filed*>& out) override;
  void in_pools(std::span<const PoolId> pools, std::vector<const Filed*>& out) override;
  void find(std::span<const ReportId> reports, std::vector<const Filed*>& out) override;
  void ties(std::span<const ReportId> reports, std::vector<ReportTie>& out) override;
  void apply(std::span<const Report> arrivals, std::span<const ReportId> removed,
             const Outcome& outcome);
  void tie(const ReportTie& tie) { ties_.push_back(tie); }
  EventId event_of(ReportId report) const;  // 0 where unknown
  const std::unordered_map<ReportId, Filed>& filed() const { return filed_; }

 private:
  void remove(ReportId id);
  void leave(ReportId id, PoolId pool);

  std::unordered_map<ReportId, Filed> filed_;
  std::unordered_map<PoolId, std::vector<ReportId>> in_pool_;
  std::unordered_map<uint64_t, std::vector<std::pair<int32_t, ReportId>>> by_key_;
  std::vector<ReportTie> ties_;
};

// How much speaks for two reports being accounts of one deed, in logarithms of odds: above 0 rather
// one, below rather two, kNever certainly two. Symmetric; looks at nothing but the two. Above kLink
// they link: a pool stays small, for what is one deed has at least one such link.
inline constexpr double kLink = 1.5;
inline constexpr double kNever = -100;
double likeness(const Report& a, const Report& b);

// A pool divided into events: the event (founder) of each report, in the given order. The answer
// does not depend on that order.
std::vector<EventId> divide(std::span<const Profile* const> pool, std::span<const ReportTie> ties);

}  // namespace rasid
