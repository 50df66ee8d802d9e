// SPDX-License-Identifier: Apache-2.0
// SourceReader: what a report is shown with, read from its article's row and content. Keeps the
// last article's content, as reports of one article come together.
#pragma once
#include <optional>

#include "store/corrections.h"
#include "store/sqlite_store.h"

namespace rasid {

inline constexpr int kDayShift = 20;      // an article's row number: day << 20 | number
inline constexpr int kArticleShift = 12;  // a report's row number: article << 12 | number

class SourceReader {
 public:
  // `known_at`: reports as they were known then: with the corrections of that time.
  SourceReader(Connection& db, BodyCodec& codec, int64_t known_at = kNow)
      : db_(db), codec_(codec), known_at_(known_at) {}
  std::optional<Source> read(int64_t row);
  // The content of an article's row; nullptr where it is deleted or damaged (a failure then).
  const Content* content(int64_t article);

 private:
  void show(Source& out, int64_t row);
  void correct(Source& out);

  Connection& db_;
  BodyCodec& codec_;
  int64_t known_at_;
  int64_t article_ = -1;
  Content content_;
  uint64_t corrected_ = 0;
  std::vector<StoredCorrection> corrections_;
};

std::vector<int64_t> rows_of_event(Connection& db, int64_t event);
// Rows of the reports that an event had, of what was known at a time: also of those that were
// taken back since.
std::vector<int64_t> rows_known(Connection& db, int64_t event, int64_t known_at);
// The event's row that an id means now: that of the report of this id, or where a pointer leads; 0
// where there is none.
int64_t event_named(Connection& db, ReportId id);
std::string id_of_event(Connection& db, int64_t event);

}  // namespace rasid
