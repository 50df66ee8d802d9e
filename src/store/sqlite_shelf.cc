// SPDX-License-Identifier: Apache-2.0
#include "store/sqlite_shelf.h"

#include <algorithm>

#include "base/hash.h"
#include "store/packed.h"
#include "store/sqlite_store.h"

namespace rasid {
namespace {

constexpr size_t kMostRemembered = 150000;
constexpr int32_t kFirstDay = 1 << 15;  // days are kept as 0 to 65535: 1880 to 2059
constexpr int32_t kLastDay = (1 << 16) - 1;

// A period is a power of two of days that is more than the reach, so that a look-up touches at most
// three of them.
int period_bits(int32_t reach) {
  int bits = 3;
  while (bits < 15 && (1 << bits) <= reach) ++bits;
  return bits;
}

int64_t slot_at(uint64_t key, int bits, int32_t day) {
  const auto at = static_cast<int64_t>(std::clamp(day + kFirstDay, 0, kLastDay));
  const auto hash = static_cast<int64_t>(mix64(key + static_cast<uint64_t>(bits)) >> 36);
  return ((at >> bits) << (28 + bits)) | (hash << bits) | (at & ((int64_t{1} << bits) - 1));
}

constexpr std::string_view kRow =
    "SELECT r.id, r.key, CASE WHEN r.event = r.id THEN r.key ELSE (SELECT f.key FROM report f "
    "WHERE f.id = r.event) END, r.pool, r.packed, r.tags, a.key, a.outlet_hash, CASE WHEN a.origin "
    "= a.id THEN a.key ELSE (SELECT o.key FROM article o WHERE o.id = a.origin) END, a.published, "
    "a.outlet, a.about FROM report r JOIN article a ON a.id = r.id >> 12 WHERE r.retired IS NULL "
    "AND ";

}  // namespace

int64_t slot_of(const FileKey& key) { return slot_at(key.key, period_bits(key.reach), key.day); }

ShelvedReport* SqliteShelf::remember(Query& row) {
  const ReportId key = row.hash(1);
  const auto known = reports_.find(key);
  if (known != reports_.end()) return &known->second;
  ShelvedReport out;
  out.id = row.integer(0);
  out.filed.event = row.hash(2);
  out.filed.pool = row.is_null(3) ? key : row.hash(3);
  Report& report = out.filed.report;
  std::optional<Report> packed_report = report_in(row.bytes(4));
  std::optional<std::vector<TagNumber>> tags = unpack_tags(row.bytes(5));
  if (!packed_report || !tags) {
    db_.fail(damaged("report", out.id, db_.path()));
    return nullptr;
  }
  report = std::move(*packed_report);
  report.id = key;
  out.tags = std::move(*tags);
  report.article = row.hash(6);
  report.outlet = row.hash(7);
  report.origin = row.hash(8);
  report.published = row.is_null(9) ? kNoDay : static_cast<int32_t>(row.integer(9));
  out.outlet = row.integer(10);
  report.about = unpack_words(row.bytes(11));
  out.filed.profile = profile_of(report);
  keys_[out.id] = key;
  return &(reports_[key] = std::move(out));
}

SqliteShelf::SqliteShelf(Connection& db)
    : db_(db),
      row_by_key_(std::string(kRow) + "r.key = ?"),
      row_by_number_(std::string(kRow) + "r.id = ?") {}

ShelvedReport* SqliteShelf::load(const std::string& sql, int64_t value) {
  Query query(db_, sql);
  query.bind(value);
  return query.next() ? remember(query) : nullptr;
}

ShelvedReport* SqliteShelf::by_key(ReportId key) {
  const auto known = reports_.find(key);
  if (known != reports_.end()) return &known->second;
  return load(row_by_key_, static_cast<int64_t>(key));
}

ShelvedReport* SqliteShelf::by_row(int64_t row) {
  const auto known = keys_.find(row);
  return known != keys_.end() ? &reports_[known->second] : load(row_by_number_, row);
}

std::vector<int64_t> founder_and_others(Connection& db, int64_t event) {
  std::vector<int64_t> out;
  Query query(db,
              "SELECT id FROM report WHERE id = ?1 AND event = id AND retired IS NULL UNION ALL "
              "SELECT id FROM report WHERE event = ?1 AND event <> id AND retired IS NULL");
  query.bind(event);
  while (query.next()) out.push_back(query.integer(0));
  return out;
}

std::vector<ShelvedReport*> SqliteShelf::of_event(int64_t event_row) {
  std::vector<ShelvedReport*> out;
  for (const int64_t row : founder_and_others(db_, event_row)) {
    if (ShelvedReport* report = by_row(row)) out.push_back(report);
  }
  return out;
}

void SqliteShelf::near(std::span<const FileKey> keys, std::vector<const Filed*>& out) {
  std::vector<int64_t> rows;
  Query query(db_, "SELECT report FROM filed WHERE slot BETWEEN ? AND ?");
  for (const FileKey& key : keys) {
    const int bits = period_bits(key.reach);
    const int32_t first = std::clamp(key.day - key.reach + kFirstDay, 0, kLastDay);
    const int32_t last = std::clamp(key.day + key.reach + kFirstDay, 0, kLastDay);
    for (int32_t period = first >> bits; period <= last >> bits; ++period) {
      const int32_t from = std::max(first, period << bits);
      const int32_t to = std::min(last, (period << bits) + (1 << bits) - 1);
      query.again();
      query.bind(slot_at(key.key, bits, from - kFirstDay));
      query.bind(slot_at(key.key, bits, to - kFirstDay));
      while (query.next()) rows.push_back(query.integer(0));
    }
  }
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  for (const int64_t row : rows) {
    if (const ShelvedReport* report = by_row(row)) out.push_back(&report->filed);
  }
}

void SqliteShelf::in_pools(std::span<const PoolId> pools, std::vector<const Filed*>& out) {
  for (const PoolId pool : pools) {
    std::vector<int64_t> rows;
    {
      Query query(db_,
                  "SELECT id FROM report WHERE pool = ? AND pool IS NOT NULL AND retired IS NULL");
      query.bind(pool);
      while (query.next()) rows.push_back(query.integer(0));
    }
    const ShelvedReport* first = by_key(pool);
    if (first != nullptr && first->filed.pool == pool) out.push_back(&first->filed);
    for (const int64_t row : rows) {
      if (const ShelvedReport* report = by_row(row)) out.push_back(&report->filed);
    }
  }
}

void SqliteShelf::find(std::span<const ReportId> reports, std::vector<const Filed*>& out) {
  for (const ReportId key : reports) {
    if (const ShelvedReport* report = by_key(key)) out.push_back(&report->filed);
  }
}

void SqliteShelf::ties(std::span<const ReportId> reports, std::vector<ReportTie>& out) {
  if (db_.integer("SELECT EXISTS (SELECT 1 FROM tie)") == 0) return;
  Query query(db_,
              "SELECT a, b, together FROM tie WHERE a = ?1 AND withdrawn IS NULL UNION SELECT a, "
              "b, together FROM tie WHERE b = ?1 AND withdrawn IS NULL");
  for (const ReportId report : reports) {
    query.again();
    query.bind(report);
    while (query.next()) out.push_back({query.hash(0), query.hash(1), query.integer(2) != 0});
  }
}

void SqliteShelf::put(ShelvedReport report) {
  const ReportId key = report.filed.report.id;
  keys_[report.id] = key;
  report.filed.profile = profile_of(report.filed.report);
  reports_[key] = std::move(report);
}

void SqliteShelf::take_out(ReportId key) {
  const auto known = reports_.find(key);
  if (known == reports_.end()) return;
  keys_.erase(known->second.id);
  reports_.erase(known);
}

void SqliteShelf::forget() {
  reports_.clear();
  keys_.clear();
}

void SqliteShelf::trim() {
  if (reports_.size() > kMostRemembered) forget();
}

}  // namespace rasid
