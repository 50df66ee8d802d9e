// SPDX-License-Identifier: Apache-2.0
// SqliteShelf: what the joiner asks of the store, answered from its tables, with a memory of the
// reports met. Reports are filed in `filed` by slot: the period of days, the key, and the day in
// the period, so that what is told together is written to the same pages and one look-up is at
// most three short ranges. For the writer's thread.
#pragma once
#include <unordered_map>

#include "join/joiner.h"
#include "store/sqlite.h"
#include "store/tag_table.h"

namespace rasid {

struct ShelvedReport {
  int64_t id = 0;  // of its row
  TagNumber outlet = 0;
  std::vector<TagNumber> tags;
  Filed filed;
};

int64_t slot_of(const FileKey& key);

class SqliteShelf : public Shelf {
 public:
  explicit SqliteShelf(Connection& db);
  void near(std::span<const FileKey> keys, std::vector<const Filed*>& out) override;
  void in_pools(std::span<const PoolId> pools, std::vector<const Filed*>& out) override;
  void find(std::span<const ReportId> reports, std::vector<const Filed*>& out) override;
  void ties(std::span<const ReportId> reports, std::vector<ReportTie>& out) override;

  ShelvedReport* by_key(ReportId key);  // nullptr where it is not in the store, or retired
  ShelvedReport* by_row(int64_t row);
  std::vector<ShelvedReport*> of_event(int64_t event_row);
  void put(ShelvedReport report);
  void take_out(ReportId key);
  void forget();
  // Between joins, where the memory has grown large: the pointers it gave are void after.
  void trim();

 private:
  ShelvedReport* load(const std::string& sql, int64_t value);
  ShelvedReport* remember(Query& row);

  Connection& db_;
  std::string row_by_key_, row_by_number_;
  std::unordered_map<ReportId, ShelvedReport> reports_;  // stable addresses
  std::unordered_map<int64_t, ReportId> keys_;
};

// The rows of an event's reports: the founder's first, the others as the index gives them.
std::vector<int64_t> founder_and_others(Connection& db, int64_t event);

}  // namespace rasid
