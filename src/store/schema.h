// SPDX-License-Identifier: Apache-2.0
// Schema: makes a new file's tables, brings an older file's up to this version, refuses files that
// are no store or come from a newer one. The application id and schema version stand in the file's
// header.
#pragma once
#include <string>

#include "base/result.h"
#include "store/sqlite.h"

namespace rasid {

inline constexpr int kSchemaVersion = 2;
inline constexpr int kApplicationId = 0x52415344;  // "RASD"

// For writing: makes or migrates. A migration is one transaction: all of it or nothing.
Result<Done> prepare_schema(Connection& db);
// Whether the file is a store of an older version, which whoever may write brings up to this one.
bool is_older(const std::string& path);
// For reading: only looks.
Result<Done> check_schema(Connection& db);

}  // namespace rasid
