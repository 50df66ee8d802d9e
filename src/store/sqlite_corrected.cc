// SPDX-License-Identifier: Apache-2.0
// Adder: what people corrected, put to use when an article arrives and when it changes.
#include "store/sqlite_add.h"

#include <algorithm>

#include "store/packed.h"
#include "store/source_reader.h"

namespace rasid {

std::vector<StoredCorrection> corrections_of(Connection& db, uint64_t article) {
  std::vector<StoredCorrection> out;
  Query query(db,
              "SELECT id, first, last, words, field, new FROM correction WHERE article = ? AND "
              "withdrawn IS NULL ORDER BY id");
  query.bind(article);
  while (query.next()) {
    out.push_back(
        {query.integer(0),
         {static_cast<uint32_t>(query.integer(1)), static_cast<uint32_t>(query.integer(2))},
         std::string(query.text(3)),
         std::string(query.text(4)),
         std::string(query.text(5))});
  }
  return out;
}

std::vector<uint32_t> Adder::about_of(int64_t article) {
  Query query(db_, "SELECT about FROM article WHERE id = ?");
  query.bind(article);
  return query.next() ? unpack_words(query.bytes(0)) : std::vector<uint32_t>{};
}

// The reports with what people corrected; `original` has those changed as the coder made them.
std::vector<CodedReport> Adder::corrected(const CodedArticle& article,
                                          std::vector<std::string>& original) {
  std::vector<CodedReport> out = article.reports;
  original.assign(out.size(), "");
  const std::vector<StoredCorrection> all = corrections_of(db_, article.key);
  if (all.empty()) return out;
  std::vector<Record> records = unpacked(article.content).records;
  for (const StoredCorrection& correction : all) {
    const std::optional<size_t> number = record_meant(correction, records);
    if (!number || *number >= out.size()) continue;
    CodedReport& report = out[*number];
    if (original[*number].empty()) original[*number] = packed(report.report);
    report.dismissed = apply(correction, records[*number]) ||
                       (report.dismissed && correction.field != "dismissed");
    follow(correction.field, records[*number], report.report);
    report.tags = tags_of(records[*number]);
    add_thread_tags(report.tags, report.report);
  }
  return out;
}

void Adder::correct(int64_t article) {
  const Result<Content> content = content_of(db_, w_.codec, article);
  if (!content) return db_.fail(content.error());
  CodedArticle coded;
  TagNumber outlet = 0;
  {
    Query query(db_, "SELECT key, outlet_hash, published, outlet FROM article WHERE id = ?");
    query.bind(article);
    if (!query.next()) return;
    coded.key = query.hash(0);
    coded.outlet_hash = query.hash(1);
    coded.published = query.is_null(2) ? kNoDay : static_cast<int32_t>(query.integer(2));
    outlet = query.integer(3);
  }
  coded.content = packed(*content);
  struct Before {
    std::string packed;
    bool dismissed = false;
    bool there = false;
  };
  coded.reports.resize(content->records.size());
  std::vector<Before> before(content->records.size());
  {
    Query query(db_,
                "SELECT id, key, packed, ifnull(coder, packed), retired IS NOT NULL FROM report "
                "WHERE id BETWEEN ? AND ?");
    query.bind(article << kArticleShift).bind(((article + 1) << kArticleShift) - 1);
    while (query.next()) {
      const auto number = static_cast<size_t>(query.integer(0) & ((1 << kArticleShift) - 1));
      if (number >= before.size()) continue;
      before[number] = {std::string(query.bytes(2)), query.integer(4) != 0, true};
      CodedReport& report = coded.reports[number];
      report.report = unpack_report(query.bytes(3));
      report.report.id = query.hash(1);
      report.report.published = coded.published;
      report.report.about = about_of(article);
      report.tags = tags_of(content->records[number]);
      add_thread_tags(report.tags, report.report);
    }
  }
  std::vector<std::string> original;
  std::vector<CodedReport> now = corrected(coded, original);
  for (size_t i = 0; i < now.size(); ++i) {
    if (!before[i].there) continue;
    const bool same = packed(now[i].report) == before[i].packed;
    if (same && now[i].dismissed == before[i].dismissed) continue;
    change(article, i, std::move(now[i]), std::move(original[i]), before[i].dismissed, outlet,
           coded);
  }
}

// Puts one corrected report in the place of what it was.
void Adder::change(int64_t article, size_t number, CodedReport now, std::string original,
                   bool was_dismissed, TagNumber outlet, const CodedArticle& of) {
  const ReportId key = now.report.id;
  if (!was_dismissed) {
    const ShelvedReport* old = w_.shelf.by_key(key);
    if (old != nullptr) {
      stale_.insert(event_row_of(*old));
      take_out_slots(*old);
    }
  }
  if (now.dismissed) {
    removed_.push_back(key);
    return;
  }
  Arrival arrival;
  arrival.row = (article << kArticleShift) | static_cast<int64_t>(number);
  arrival.outlet = outlet;
  arrival.report = std::move(now.report);
  arrival.report.article = of.key;
  arrival.report.outlet = of.outlet_hash;
  arrival.report.origin = origin_key(article);
  arrival.tags = numbers_of(now.tags);
  arrival.coder = std::move(original);
  arrivals_.emplace(key, std::move(arrival));
}

}  // namespace rasid
