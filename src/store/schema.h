// SPDX-License-Identifier: Apache-2.0
// Schema: makes a new file's tables, brings an older file's up to this version, refuses files that
// are no store or come from a newer one. The application id and schema version stand in the file's
// header.
#pragma once
#include "base/result.h"
#include "store/sqlite.h"

namespace rasid {

inline constexpr int kSchemaVersion = 1;
inline constexpr int kApplicationId = 0x52415344;  // "RASD"

// For writing: makes or migrates. A migration is one transaction: all of it or nothing.
Result<Done> prepare_schema(Connection& db);
// For reading: only looks.
Result<Done> check_schema(Connection& db);

}  // namespace rasid
