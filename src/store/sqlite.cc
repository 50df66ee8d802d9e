// SPDX-License-Identifier: Apache-2.0
// The only file that knows SQLite's C interface.
#include "store/sqlite.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <unordered_map>
#include <vector>

#include "base/hash.h"

namespace rasid {
namespace {

constexpr size_t kMostStatements = 256;
constexpr int kBusyMilliseconds = 20000;

std::string mend_of(int code) {
  switch (code & 0xFF) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "another process is writing to it; try again when it is done";
    case SQLITE_FULL:
      return "make room on the disk and run the command again: what was acknowledged is kept";
    case SQLITE_IOERR:
      return "look at the disk, then run the command again: what was acknowledged is kept";
    case SQLITE_READONLY:
      return "it can be read but not changed here";
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return "run `rasid doctor` on it, or `rasid restore` a backup";
    case SQLITE_CANTOPEN:
      return "see that the folder exists and may be written to";
    default:
      return "";
  }
}

std::string unchanging_uri(const std::string& path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out = "file:";
  for (const char c : path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '%' || c == '?' || c == '#' || byte < 0x20) {
      out += {'%', kHex[byte >> 4], kHex[byte & 15]};
    } else {
      out += c;
    }
  }
  return out + "?immutable=1";
}

}  // namespace

struct Connection::Idle {
  std::string sql;
  std::vector<sqlite3_stmt*> statements;
};

// Statements by their text, each list of one text at an address that stays. A look-up is made for
// every query: the hash reads some bytes only, the texts are compared whole.
struct Connection::Statements {
  struct Hash {
    size_t operator()(std::string_view sql) const {
      uint64_t at[2] = {0, 0};
      std::memcpy(&at[0], sql.data() + sql.size() / 2, std::min<size_t>(8, sql.size() / 2));
      const size_t last = std::min<size_t>(8, sql.size());
      std::memcpy(&at[1], sql.data() + sql.size() - last, last);
      return mix64(at[0] ^ mix64(at[1] + sql.size()));
    }
  };
  std::unordered_map<std::string_view, std::unique_ptr<Idle>, Hash> by_text;
  size_t count = 0;
  Idle* of(std::string_view sql) {
    const auto known = by_text.find(sql);
    if (known != by_text.end()) return known->second.get();
    auto made = std::make_unique<Idle>();
    made->sql = sql;
    Idle* out = made.get();
    by_text.emplace(out->sql, std::move(made));
    return out;
  }
  void clear() {
    for (auto& [sql, idle] : by_text) {
      for (sqlite3_stmt* statement : idle->statements) sqlite3_finalize(statement);
      idle->statements.clear();
    }
    count = 0;
  }
};

Connection::Connection(std::string path)
    : path_(std::move(path)), statements_(std::make_unique<Statements>()) {}

Connection::~Connection() {
  statements_->clear();
  sqlite3_close(handle_);
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, OpenMode mode,
                                                     const std::string& vfs) {
  std::unique_ptr<Connection> out(new Connection(path));
  const int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE |
                    (mode == OpenMode::unchanging   ? SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
                     : mode == OpenMode::read_only  ? SQLITE_OPEN_READONLY
                     : mode == OpenMode::read_write ? SQLITE_OPEN_READWRITE
                                                    : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
  const std::string name = mode == OpenMode::unchanging ? unchanging_uri(path) : path;
  const int code =
      sqlite3_open_v2(name.c_str(), &out->handle_, flags, vfs.empty() ? nullptr : vfs.c_str());
  if (code != SQLITE_OK) {
    return Error{out->handle_ ? sqlite3_errmsg(out->handle_) : sqlite3_errstr(code), path,
                 mend_of(code)};
  }
  sqlite3_busy_timeout(out->handle_, kBusyMilliseconds);
  return out;
}

void Connection::fail_here() {
  const int code = sqlite3_extended_errcode(handle_);
  fail(Error{sqlite3_errmsg(handle_), path_, mend_of(code)});
}

bool Connection::run(const char* sql) {
  if (failure_) return false;
  if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return true;
  fail_here();
  return false;
}

int64_t Connection::integer(const char* sql, int64_t otherwise) {
  Query query(*this, sql);
  return query.next() ? query.integer(0) : otherwise;
}

int64_t Connection::changes() const { return sqlite3_changes64(handle_); }

sqlite3_stmt* Connection::take(std::string_view sql, Idle*& from) {
  if (failure_) return nullptr;
  from = statements_->of(sql);
  if (!from->statements.empty()) {
    sqlite3_stmt* statement = from->statements.back();
    from->statements.pop_back();
    --statements_->count;
    return statement;
  }
  sqlite3_stmt* statement = nullptr;
  if (sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                         SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK) {
    fail_here();
    return nullptr;
  }
  return statement;
}

void Connection::give_back(Idle* to, sqlite3_stmt* statement) {
  if (statement == nullptr) return;
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  if (statements_->count >= kMostStatements) statements_->clear();
  to->statements.push_back(statement);
  ++statements_->count;
}

Query::Query(Connection& connection, std::string_view sql)
    : connection_(connection), statement_(connection.take(sql, home_)) {}

Query::~Query() { connection_.give_back(home_, statement_); }

Query& Query::bind(int64_t value) {
  if (statement_) sqlite3_bind_int64(statement_, ++bound_, value);
  return *this;
}
Query& Query::bind(double value) {
  if (statement_) sqlite3_bind_double(statement_, ++bound_, value);
  return *this;
}
Query& Query::bind(std::string_view text) {
  if (statement_)
    sqlite3_bind_text64(statement_, ++bound_, text.empty() ? "" : text.data(), text.size(),
                        SQLITE_TRANSIENT, SQLITE_UTF8);
  return *this;
}
Query& Query::blob(std::string_view bytes) {
  if (statement_)
    sqlite3_bind_blob64(statement_, ++bound_, bytes.empty() ? "" : bytes.data(), bytes.size(),
                        SQLITE_STATIC);
  return *this;
}
Query& Query::words(std::string_view bytes) {
  if (statement_)
    sqlite3_bind_text64(statement_, ++bound_, bytes.empty() ? "" : bytes.data(), bytes.size(),
                        SQLITE_STATIC, SQLITE_UTF8);
  return *this;
}
Query& Query::null() {
  ++bound_;  // cleared bindings are null
  return *this;
}

bool Query::next() {
  if (statement_ == nullptr || connection_.failure_) return false;
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code != SQLITE_DONE) connection_.fail_here();
  return false;
}

bool Query::run() {
  while (next()) {
  }
  return !connection_.failure_;
}

void Query::again() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
  bound_ = 0;
}

int64_t Query::integer(int column) const {
  return statement_ ? sqlite3_column_int64(statement_, column) : 0;
}
double Query::real(int column) const {
  return statement_ ? sqlite3_column_double(statement_, column) : 0;
}
bool Query::is_null(int column) const {
  return statement_ == nullptr || sqlite3_column_type(statement_, column) == SQLITE_NULL;
}
std::string_view Query::text(int column) const {
  if (statement_ == nullptr) return {};
  const auto* at = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  return at ? std::string_view(at, static_cast<size_t>(sqlite3_column_bytes(statement_, column)))
            : std::string_view{};
}
std::string_view Query::bytes(int column) const {
  if (statement_ == nullptr) return {};
  const auto* at = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return at ? std::string_view(at, static_cast<size_t>(sqlite3_column_bytes(statement_, column)))
            : std::string_view{};
}

Reading::Reading(Connection& connection) : connection_(connection) {
  connection_.clear_failure();
  connection_.run("BEGIN");
}
Reading::~Reading() { sqlite3_exec(connection_.handle(), "COMMIT", nullptr, nullptr, nullptr); }

Writing::Writing(Connection& connection) : connection_(connection) {
  connection_.clear_failure();
  open_ = connection_.run("BEGIN IMMEDIATE");
}
Writing::~Writing() {
  if (open_) sqlite3_exec(connection_.handle(), "ROLLBACK", nullptr, nullptr, nullptr);
}

Result<Done> Writing::commit() {
  if (connection_.run("COMMIT")) {
    open_ = false;
    return Done{};
  }
  return *connection_.failure();
}

}  // namespace rasid
