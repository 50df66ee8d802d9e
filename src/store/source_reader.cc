// SPDX-License-Identifier: Apache-2.0
#include "store/source_reader.h"

#include <algorithm>

#include "store/packed.h"

namespace rasid {

Error damaged(const std::string& what, int64_t number, const std::string& path) {
  return Error{what + " " + std::to_string(number) + " is damaged", path, "run `rasid doctor`"};
}

Result<Content> content_of(Connection& db, BodyCodec& codec, int64_t article) {
  Query query(db, "SELECT dictionary, frame FROM body WHERE article = ?");
  query.bind(article);
  if (!query.next()) {
    if (const auto failed = db.failure()) return *failed;
    return Error{"article " + std::to_string(article) + " has no content", db.path(),
                 "run `rasid doctor`"};
  }
  const int64_t dictionary = query.integer(0);
  if (!codec.knows(dictionary)) {
    Query more(db, "SELECT id, bytes FROM dictionary");
    while (more.next()) codec.add_dictionary(more.integer(0), std::string(more.bytes(1)));
  }
  const std::optional<std::string> bytes = codec.expand(query.bytes(1), dictionary);
  std::optional<Content> content = bytes ? unpacked(*bytes) : std::nullopt;
  if (!content) return damaged("the content of article", article, db.path());
  return std::move(*content);
}

std::optional<Source> SourceReader::read(int64_t row) {
  Query query(db_,
              "SELECT r.key, iif(?2, ifnull(r.coder, r.packed), r.packed), a.key, a.outlet_hash, "
              "a.origin, a.published, a.known, "
              "r.retired, a.deleted FROM report r JOIN article a ON a.id = r.id >> 12 WHERE r.id = "
              "?1");
  query.bind(row).bind(known_at_ == kNow ? 0 : 1);
  if (!query.next() || query.integer(8) != 0) return std::nullopt;
  Source out;
  std::optional<Report> report = report_in(query.bytes(1));
  if (!report) {
    db_.fail(damaged("report", row, db_.path()));
    return std::nullopt;
  }
  out.report = std::move(*report);
  out.report.id = query.hash(0);
  out.report.article = query.hash(2);
  out.report.outlet = query.hash(3);
  out.report.origin = query.hash(4);
  out.report.published = query.is_null(5) ? kNoDay : static_cast<int32_t>(query.integer(5));
  out.known = query.integer(6);
  out.retired = query.integer(7);
  show(out, row);
  return out;
}

const Content* SourceReader::content(int64_t article) {
  if (article == article_) return &content_;
  Result<Content> content = content_of(db_, codec_, article);
  if (!content) {
    db_.fail(content.error());
    return nullptr;
  }
  content_ = std::move(*content);
  article_ = article;
  return &content_;
}

void SourceReader::show(Source& out, int64_t row) {
  const Content* content = this->content(row >> kArticleShift);
  if (content == nullptr) return;
  out.outlet = content->outlet;
  out.url = content->url;
  out.article = content->id;
  out.headline = slice(content->text, content->headline);
  const auto number = static_cast<size_t>(row & ((1 << kArticleShift) - 1));
  if (number >= content->records.size()) return;
  out.record = content->records[number];
  correct(out);
  out.line = slice(content->text, line_around(content->text, out.record.trigger.bytes));
}

void SourceReader::correct(Source& out) {
  if (out.report.article != corrected_) {
    corrections_ = corrections_of(db_, out.report.article, known_at_);
    corrected_ = out.report.article;
  }
  for (const StoredCorrection& correction : corrections_) {
    const std::optional<size_t> meant = record_meant(correction, content_.records);
    if (!meant || content_.records[*meant].id != out.record.id) continue;
    apply(correction, out.record);
    if (known_at_ != kNow) follow(correction.field, out.record, out.report);
    out.corrected = true;
  }
}

std::vector<int64_t> rows_of_event(Connection& db, int64_t event) {
  std::vector<int64_t> out = founder_and_others(db, event);
  std::sort(out.begin(), out.end());
  return out;
}

std::vector<int64_t> rows_known(Connection& db, int64_t event, int64_t known_at) {
  if (known_at == kNow) return rows_of_event(db, event);
  std::vector<int64_t> out;
  std::vector<ReportId> keys;
  Query of_row(
      db,
      "SELECT r.key, a.known FROM report r JOIN article a ON a.id = r.id >> 12 WHERE r.id = "
      "?");
  for (const int64_t row : rows_of_event(db, event)) {
    of_row.again();
    of_row.bind(row);
    if (!of_row.next()) continue;
    keys.push_back(of_row.hash(0));
    if (of_row.integer(1) <= known_at) out.push_back(row);
  }
  {
    Query pointers(db,
                   "SELECT old FROM pointer WHERE event = (SELECT key FROM report WHERE id = ?)");
    pointers.bind(event);
    while (pointers.next()) keys.push_back(pointers.hash(0));
  }
  Query gone(db,
             "SELECT r.id FROM report r JOIN article a ON a.id = r.id >> 12 WHERE r.key = ?1 AND "
             "r.retired > ?2 AND a.known <= ?2 AND NOT a.deleted");
  for (const ReportId key : keys) {
    gone.again();
    gone.bind(key).bind(known_at);
    while (gone.next()) out.push_back(gone.integer(0));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

int64_t event_named(Connection& db, ReportId id) {
  constexpr int kMostSteps = 64;
  for (int step = 0; step < kMostSteps; ++step) {
    {
      Query query(db, "SELECT event FROM report WHERE key = ? AND retired IS NULL");
      query.bind(id);
      if (query.next()) return query.integer(0);
    }
    Query query(db, "SELECT event FROM pointer WHERE old = ?");
    query.bind(id);
    if (!query.next()) return 0;
    id = query.hash(0);
  }
  return 0;
}

std::string id_of_event(Connection& db, int64_t event) {
  Query query(db, "SELECT key FROM report WHERE id = ?");
  query.bind(event);
  return query.next() ? hex_of(query.hash(0)) : "";
}

}  // namespace rasid
