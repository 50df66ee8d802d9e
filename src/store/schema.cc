// SPDX-License-Identifier: Apache-2.0
#include "store/schema.h"

#include <iterator>
#include <string>
#include <vector>

#include "store/pack.h"
#include "store/search_text.h"

namespace rasid {
namespace {

constexpr const char* kSchema =
#include "store/schema.sql"
    ;

// To version 2: what is packed gets a check (pack.h), the index says how its words were made.
void seal(Connection& db, const std::string& table, const std::string& column) {
  constexpr int64_t kRows = 500;
  std::vector<std::pair<int64_t, std::string>> rows;
  int64_t last = INT64_MIN;
  do {
    rows.clear();
    {
      Query query(db, "SELECT id, " + column + " FROM " + table + " WHERE id > ? AND length(" +
                          column + ") > 0 ORDER BY id LIMIT ?");
      query.bind(last).bind(kRows);
      while (query.next()) rows.emplace_back(query.integer(0), sealed(query.bytes(1)));
    }
    for (const auto& [id, bytes] : rows) {
      Query query(db, "UPDATE " + table + " SET " + column + " = ? WHERE id = ?");
      query.blob(bytes).bind(id).run();
      last = id;
    }
  } while (!rows.empty() && !db.failure());
}

void to_version_2(Connection& db) {
  seal(db, "report", "packed");
  seal(db, "report", "tags");
  seal(db, "report", "coder");
  seal(db, "event", "tags");
  db.run("INSERT OR IGNORE INTO meta (name, value) VALUES ('search_form', 1)");
}

// Step i brings a file of version i + 1 to version i + 2. Steps are never changed once released.
constexpr void (*kMigrations[])(Connection&) = {to_version_2};
static_assert(std::size(kMigrations) == kSchemaVersion - 1);

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
  if (const Result<Done> ours = refuse_foreign(db, *header); !ours) return ours;
  if (header->version < kSchemaVersion)
    return Error{"made by an older Rasid (schema " + std::to_string(header->version) + ")",
                 db.path(),
                 "`rasid add` or `rasid reindex`, where it may be written to, brings it "
                 "up to date"};
  return Done{};
}

bool is_older(const std::string& path) {
  const Result<std::unique_ptr<Connection>> db = Connection::open(path, OpenMode::read_only);
  if (!db) return false;
  const Result<Header> header = header_of(**db);
  return header && refuse_foreign(**db, *header) && header->version < kSchemaVersion;
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
    Query form(db, "INSERT INTO meta (name, value) VALUES ('search_form', ?)");
    form.bind(kSearchForm).run();
    db.run(stamp(kSchemaVersion).c_str());
  } else {
    for (int64_t from = header->version; from < kSchemaVersion; ++from) {
      kMigrations[from - 1](db);
    }
    db.run(stamp(kSchemaVersion).c_str());
  }
  return writing.commit();
}

}  // namespace rasid
