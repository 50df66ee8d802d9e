// SPDX-License-Identifier: Apache-2.0
// Adder: which articles are copies of one origin.
#include "store/sqlite_add.h"

#include <algorithm>

#include "store/source_reader.h"

namespace rasid {

namespace {

constexpr int64_t kMostCandidates =
    200;                        // of one band and period; the oldest, which lead to the rest
constexpr int kPeriodBits = 4;  // copies lie in one period of 16 days or the next

int64_t period_of(int64_t article) { return (article >> kDayShift) >> kPeriodBits; }

int64_t slot_of(int64_t period, uint32_t band) { return ((period + 1) << 32) | int64_t{band}; }

void keep_once(std::vector<int64_t>& list) {
  std::sort(list.begin(), list.end());
  list.erase(std::unique(list.begin(), list.end()), list.end());
}

}  // namespace

// Articles that share a band with this one, or have the same text; it is filed under its own bands.
std::vector<int64_t> Adder::like_texts(const CodedArticle& article, int64_t id) {
  const int64_t period = period_of(id);
  std::vector<int64_t> out;
  if (!article.sketch.empty) {
    Query near(db_, "SELECT article FROM band WHERE slot = ? ORDER BY article LIMIT ?");
    Query file(db_, "INSERT OR IGNORE INTO band (slot, article) VALUES (?, ?)");
    for (const uint32_t band : article.sketch.bands) {
      for (int64_t at = period - 1; at <= period + 1; ++at) {
        near.again();
        near.bind(slot_of(at, band)).bind(kMostCandidates);
        while (near.next()) out.push_back(near.integer(0));
      }
      file.again();
      file.bind(slot_of(period, band)).bind(id).run();
    }
  }
  Query same(db_, "SELECT id FROM article WHERE hash = ? AND id <> ?");
  same.bind(article.hash).bind(id);
  while (same.next()) {
    if (std::abs(period_of(same.integer(0)) - period) <= 1) out.push_back(same.integer(0));
  }
  keep_once(out);
  return out;
}

// The first published; the key settles ties, so that the order of arrival does not.
int64_t Adder::first_published(const std::vector<int64_t>& articles) {
  Query query(db_, "SELECT ifnull(published, 1000000), key FROM article WHERE id = ?");
  int64_t first = 0;
  std::pair<int64_t, int64_t> least{INT64_MAX, 0};
  for (const int64_t article : articles) {
    query.again();
    query.bind(article);
    if (!query.next()) continue;
    const std::pair<int64_t, int64_t> rank{query.integer(0), query.integer(1)};
    if (rank < least) least = rank, first = article;
  }
  return first;
}

int64_t Adder::origin_of(const CodedArticle& article, int64_t id) {
  std::vector<int64_t> origins{id};
  Query query(db_, "SELECT origin, sketch, hash FROM article WHERE id = ? AND retired IS NULL");
  for (const int64_t candidate : like_texts(article, id)) {
    query.again();
    query.bind(candidate);
    if (!query.next()) continue;
    const bool copy =
        query.hash(2) == article.hash ||
        (!query.is_null(1) && likeness(bins_of(query.bytes(1)), article.sketch.bins) >= kNearCopy);
    if (copy) origins.push_back(query.integer(0));
  }
  if (origins.size() == 1) return id;
  keep_once(origins);
  const int64_t first = first_published(origins);
  join_origins(origins, first);
  return first;
}

void Adder::join_origins(const std::vector<int64_t>& origins, int64_t to) {
  for (const int64_t origin : origins) {
    if (origin == to) continue;
    std::vector<int64_t> members{origin};
    {
      Query query(db_, "SELECT id FROM article WHERE origin = ? AND origin <> id");
      query.bind(origin);
      while (query.next()) members.push_back(query.integer(0));
    }
    for (const int64_t member : members) {
      Query query(db_, "UPDATE article SET origin = ? WHERE id = ?");
      query.bind(to).bind(member).run();
      refresh_all_of(member);
    }
  }
}

uint64_t Adder::origin_key(int64_t article) {
  Query query(db_, "SELECT key FROM article WHERE id = (SELECT origin FROM article WHERE id = ?)");
  query.bind(article);
  return query.next() ? query.hash(0) : 0;
}

void Adder::refresh_all_of(int64_t article) {
  std::vector<int64_t> rows;
  {
    Query query(db_, "SELECT id, event FROM report WHERE id BETWEEN ? AND ? AND retired IS NULL");
    query.bind(article << kArticleShift).bind(((article + 1) << kArticleShift) - 1);
    while (query.next()) {
      rows.push_back(query.integer(0));
      stale_.insert(query.integer(1));
    }
  }
  const uint64_t origin = origin_key(article);
  for (const int64_t row : rows) {
    if (ShelvedReport* report = w_.shelf.by_row(row)) report->filed.report.origin = origin;
  }
}

}  // namespace rasid
