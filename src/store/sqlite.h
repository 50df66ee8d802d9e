// SPDX-License-Identifier: Apache-2.0
// Sqlite: the few things the store asks of SQLite. Connection: one database handle with its
// prepared statements. Query: one run of a statement. A failure sticks to its connection: later
// queries do nothing, and finish() of the work (commit, or the end of a read) answers with it; so
// callers need not ask after each row. A Connection is used by one thread at a time.
// Example: Query q(db, "SELECT id FROM article WHERE hash = ?"); q.bind(hash); while (q.next())
// use(q.integer(0)); if (auto failed = db.failure()) return *failed;
#pragma once
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace rasid {

// unchanging: read-only, and sure that nobody writes: needs no files beside it.
enum class OpenMode : uint8_t { read_only, unchanging, read_write, create };

class Connection {
 public:
  // `vfs`: the name of another file layer (tests put faults there); empty for the usual one.
  static Result<std::unique_ptr<Connection>> open(const std::string& path, OpenMode mode,
                                                  const std::string& vfs = {});
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Runs statements that give no rows. False, and the failure kept, where it can't.
  bool run(const char* sql);
  int64_t integer(const char* sql, int64_t otherwise = 0);  // the first column of the first row
  std::optional<Error> failure() const { return failure_; }
  void clear_failure() { failure_.reset(); }
  void fail(Error error) {
    if (!failure_) failure_ = std::move(error);
  }
  const std::string& path() const { return path_; }
  sqlite3* handle() const { return handle_; }
  int64_t changes() const;

 private:
  friend class Query;
  struct Statements;
  struct Idle;  // the statements of one text that are not in use
  explicit Connection(std::string path);
  sqlite3_stmt* take(std::string_view sql, Idle*& from);
  void give_back(Idle* to, sqlite3_stmt* statement);
  void fail_here();

  std::string path_;
  sqlite3* handle_ = nullptr;
  std::unique_ptr<Statements> statements_;
  std::optional<Error> failure_;
};

class Query {
 public:
  Query(Connection& connection, std::string_view sql);
  ~Query();
  Query(const Query&) = delete;
  Query& operator=(const Query&) = delete;
  // Parameters in the order of their question marks.
  Query& bind(int64_t value);
  Query& bind(uint64_t value) { return bind(static_cast<int64_t>(value)); }
  Query& bind(int value) { return bind(static_cast<int64_t>(value)); }
  Query& bind(uint32_t value) { return bind(static_cast<int64_t>(value)); }
  Query& bind(double value);
  Query& bind(std::string_view text);
  Query& bind(const char* text) { return bind(std::string_view(text)); }
  Query& bind(const std::string& text) { return bind(std::string_view(text)); }
  Query& bind(std::optional<int64_t> value) { return value ? bind(*value) : null(); }
  Query& blob(std::string_view bytes);   // must stay good until the last next()
  Query& words(std::string_view bytes);  // text that stays good until the last next()
  Query& null();
  bool next();   // a row; false at the end or on failure
  bool run();    // to the end, for statements without rows; false on failure
  void again();  // for another run with other parameters
  int64_t integer(int column) const;
  uint64_t hash(int column) const { return static_cast<uint64_t>(integer(column)); }
  double real(int column) const;
  bool is_null(int column) const;
  std::string_view text(int column) const;  // good until the next step
  std::string_view bytes(int column) const;

 private:
  Connection& connection_;
  Connection::Idle* home_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
  int bound_ = 0;
};

// One read-only transaction: all its queries see the same state.
class Reading {
 public:
  explicit Reading(Connection& connection);
  ~Reading();
  Reading(const Reading&) = delete;
  Reading& operator=(const Reading&) = delete;

 private:
  Connection& connection_;
};

// One writing transaction; rolled back unless commit() worked.
class Writing {
 public:
  explicit Writing(Connection& connection);
  ~Writing();
  Writing(const Writing&) = delete;
  Writing& operator=(const Writing&) = delete;
  Result<Done> commit();

 private:
  Connection& connection_;
  bool open_ = false;
};

}  // namespace rasid
