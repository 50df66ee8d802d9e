// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include <string>

namespace rasid {
namespace {

constexpr const char* kSchema =
#include "store/schema.sql"
    ;

// Step i brings a file of version i + 1 to version i + 2. Steps are never changed once released.
constexpr const char* kMigrations[] = {nullptr};

struct Header {
  int64_t application = 0, version = 0, tables = 0;
};

Result<Header> header_of(Connection& db) {
  Header out;
  out.application = db.integer("PRAGMA application_id");
  out.version = db.integer("PRAGMA user_version");
  out.tables = db.integer("SELECT count(*) FROM sqlite_schema");
  if (const auto failed = db.failure()) return *failed;
  return out;
}

Result<Done> refuse_foreign(const Connection& db, const Header& header) {
  if (header.application != kApplicationId)
    return Error{"not a Rasid store", db.path(), "name a file made by `rasid add`"};
  if (header.version < 1)
    return Error{"a damaged header (schema " + std::to_string(header.version) + ")", db.path(),
                 "restore a backup"};
  if (header.version > kSchemaVersion)
    return Error{"made by a newer Rasid (schema " + std::to_string(header.version) +
                     ", this one knows " + std::to_string(kSchemaVersion) + ")",
                 db.path(), "use that version or a later one; nothing was changed"};
  return Done{};
}

std::string stamp(int version) {
  return "PRAGMA application_id = " + std::to_string(kApplicationId) +
         "; PRAGMA user_version = " + std::to_string(version) + ";";
}

}  // namespace

Result<Done> check_schema(Connection& db) {
  const Result<Header> header = header_of(db);
  if (!header) return header.error();
  return refuse_foreign(db, *header);
}

Result<Done> prepare_schema(Connection& db) {
  Result<Header> header = header_of(db);
  if (!header) return header.error();
  const bool fresh = header->tables == 0 && header->application == 0;
  if (!fresh) {
    if (const Result<Done> ours = refuse_foreign(db, *header); !ours) return ours;
    if (header->version == kSchemaVersion) return Done{};
  } else {
    db.run("PRAGMA page_size = 4096; PRAGMA journal_mode = WAL");
  }
  Writing writing(db);
  header = header_of(db);  // another process may have been quicker
  if (!header) return header.error();
  if (header->tables == 0) {
    db.run(kSchema);
    db.run(stamp(kSchemaVersion).c_str());
  } else {
    for (int64_t from = header->version; from < kSchemaVersion; ++from) {
      if (kMigrations[from - 1] != nullptr) db.run(kMigrations[from - 1]);
    }
    db.run(stamp(kSchemaVersion).c_str());
  }
  return writing.commit();
}

}  // namespace rasid
