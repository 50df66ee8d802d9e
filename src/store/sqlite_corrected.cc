// SPDX-License-Identifier: Apache-2.0
// Adder: what people corrected, put to use when an article arrives and when it changes.
#include "store/sqlite_add.h"

#include <algorithm>

#include "store/packed.h"
#include "store/source_reader.h"

namespace rasid {

std::vector<StoredCorrection> corrections_of(Connection& db, uint64_t article, int64_t known_at) {
  std::vector<StoredCorrection> out;
  Query query(db,
              "SELECT id, first, last, words, field, new FROM correction WHERE article = ?1 AND "
              "known <= ?2 AND (withdrawn IS NULL OR withdrawn > ?2) ORDER BY id");
  query.bind(article).bind(known_at);
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
  std::optional<Content> content = unpacked(article.content);
  if (!content) return out;
  std::vector<Record>& records = content->records;
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

// The reports of an article's row as the coder made them; `before`: as they are now.
std::optional<CodedArticle> Adder::as_coded(int64_t article, std::vector<Before>& before) {
  const Result<Content> content = content_of(db_, w_.codec, article);
  if (!content) return db_.fail(content.error()), std::nullopt;
  CodedArticle out;
  {
    Query query(db_, "SELECT key, outlet_hash, published FROM article WHERE id = ?");
    query.bind(article);
    if (!query.next()) return std::nullopt;
    out.key = query.hash(0);
    out.outlet_hash = query.hash(1);
    out.published = query.is_null(2) ? kNoDay : static_cast<int32_t>(query.integer(2));
  }
  out.content = packed(*content);
  out.reports.resize(content->records.size());
  before.assign(content->records.size(), {});
  const std::vector<uint32_t> about = about_of(article);
  Query query(db_,
              "SELECT id, key, packed, ifnull(coder, packed), retired IS NOT NULL FROM report "
              "WHERE id BETWEEN ? AND ?");
  query.bind(article << kArticleShift).bind(((article + 1) << kArticleShift) - 1);
  while (query.next()) {
    const auto number = static_cast<size_t>(query.integer(0) & ((1 << kArticleShift) - 1));
    if (number >= before.size()) continue;
    const std::optional<std::string_view> now = unsealed(query.bytes(2));
    std::optional<Report> coded = report_in(query.bytes(3));
    if (!now || !coded)
      return db_.fail(damaged("report", query.integer(0), db_.path())), std::nullopt;
    before[number] = {std::string(*now), query.integer(4) != 0, true};
    CodedReport& report = out.reports[number];
    report.report = std::move(*coded);
    report.report.id = query.hash(1);
    report.report.published = out.published;
    report.report.about = about;
    report.tags = tags_of(content->records[number]);
    add_thread_tags(report.tags, report.report);
  }
  return out;
}

void Adder::correct(int64_t article) {
  std::vector<Before> before;
  const std::optional<CodedArticle> coded = as_coded(article, before);
  if (!coded) return;
  std::vector<std::string> original;
  std::vector<CodedReport> now = corrected(*coded, original);
  for (size_t i = 0; i < now.size(); ++i) {
    if (!before[i].there) continue;
    const bool same = packed(now[i].report) == before[i].packed;
    if (same && now[i].dismissed == before[i].dismissed) continue;
    change(article, i, std::move(now[i]), std::move(original[i]), before[i].dismissed, *coded);
  }
}

TagNumber Adder::outlet_of(int64_t article) {
  Query query(db_, "SELECT outlet FROM article WHERE id = ?");
  query.bind(article);
  return query.next() ? query.integer(0) : 0;
}

// Puts one corrected report in the place of what it was.
void Adder::change(int64_t article, size_t number, CodedReport now, std::string original,
                   bool was_dismissed, const CodedArticle& of) {
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
  arrival.outlet = outlet_of(article);
  arrival.report = std::move(now.report);
  arrival.report.article = of.key;
  arrival.report.outlet = of.outlet_hash;
  arrival.report.origin = origin_key(article);
  arrival.tags = numbers_of(now.tags);
  arrival.coder = std::move(original);
  arrivals_.emplace(key, std::move(arrival));
}

// Ties that name reports of the article's older versions name the reports of this one that stand
// for them, as corrections do.
void Adder::follow_ties(const CodedArticle& article, int64_t id) {
  if (db_.integer("SELECT EXISTS (SELECT 1 FROM tie WHERE withdrawn IS NULL)") == 0) return;
  const std::optional<Content> now = unpacked(article.content);
  if (!now) return;
  std::vector<std::pair<int64_t, ReportId>> tied;
  {
    Query query(
        db_,
        "SELECT r.id, r.key FROM article a JOIN report r ON r.id BETWEEN a.id << 12 AND (a.id "
        "<< 12) + 4095 WHERE a.key = ? AND a.id <> ? AND NOT a.deleted AND EXISTS (SELECT 1 "
        "FROM tie t WHERE (t.a = r.key OR t.b = r.key) AND t.withdrawn IS NULL)");
    query.bind(article.key).bind(id);
    while (query.next()) tied.emplace_back(query.integer(0), query.hash(1));
  }
  for (const auto& [row, key] : tied) {
    const bool same = std::any_of(now->records.begin(), now->records.end(),
                                  [&](const Record& one) { return report_id(one.id) == key; });
    if (same) continue;
    const Result<Content> before = content_of(db_, w_.codec, row >> kArticleShift);
    const auto number = static_cast<size_t>(row & ((1 << kArticleShift) - 1));
    if (!before || number >= before->records.size()) continue;
    const Excerpt& trigger = before->records[number].trigger;
    StoredCorrection place;
    place.trigger = trigger.bytes;
    place.words = trigger.text;
    if (const std::optional<size_t> meant = record_meant(place, now->records))
      rename_tied(key, report_id(now->records[*meant].id));
  }
}

void Adder::rename_tied(ReportId from, ReportId to) {
  for (const char* sql : {"UPDATE tie SET a = ?1 WHERE a = ?2 AND b <> ?1 AND withdrawn IS NULL",
                          "UPDATE tie SET b = ?1 WHERE b = ?2 AND a <> ?1 AND withdrawn IS NULL"}) {
    Query query(db_, sql);
    query.bind(to).bind(from).run();
  }
  note("rasid", "follow", hex_of(from), "its ties are those of " + hex_of(to) + " now");
}

}  // namespace rasid
