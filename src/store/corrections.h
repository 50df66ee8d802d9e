// SPDX-License-Identifier: Apache-2.0
// Corrections: what people say against the coder, applied to a record and to the report made of it.
// A correction names its report by article, trigger and place in the text, so that it is found
// again in a new coding or a new version of the article.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/result.h"
#include "join/report.h"
#include "model/record.h"

namespace rasid {

struct StoredCorrection {
  int64_t id = 0;
  Span trigger;
  std::string words;  // of the trigger
  std::string field, value;
};

class Connection;
// Those that hold for an article (by its key), oldest first: a later one goes before an earlier
// one; as known at a time.
std::vector<StoredCorrection> corrections_of(Connection& db, uint64_t article,
                                             int64_t known_at = INT64_MAX);

// Whether a field may have this value; an Error that says what it may be.
Result<Done> check_correction(const std::string& field, const std::string& value);
// The value that the record has now.
std::string value_of(const Record& record, const std::string& field);
// Answers true where the record counts no more.
bool apply(const StoredCorrection& correction, Record& record);
// Makes the report say what its corrected record says in this field.
void follow(const std::string& field, const Record& record, Report& report);
// The record that a correction is about: the same trigger, nearest to where it was; else one that
// overlaps it; else none; as known at a time.
std::optional<size_t> record_meant(const StoredCorrection& correction,
                                   const std::vector<Record>& records);

}  // namespace rasid
