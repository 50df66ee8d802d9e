// SPDX-License-Identifier: Apache-2.0
// SqliteStore: opening, the writing transaction, the pool of readers, backup and restore.
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

#include "store/schema.h"
#include "store/sqlite_add.h"

namespace rasid {
namespace {

constexpr size_t kMostIdleReaders = 8;

bool exists(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0;
}

int64_t size_of(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 ? static_cast<int64_t>(info.st_size) : 0;
}

std::string folder_of(const std::string& path) {
  const size_t slash = path.rfind('/');
  return slash == std::string::npos ? "." : path.substr(0, slash + 1);
}

int64_t system_clock() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::system_clock::now().time_since_epoch())
      .count();
}

void load_dictionaries(Connection& db, BodyCodec& codec) {
  Query query(db, "SELECT id, bytes FROM dictionary WHERE id > ?");
  query.bind(codec.newest());
  while (query.next()) codec.add_dictionary(query.integer(0), std::string(query.bytes(1)));
}

void tune(Connection& db) {
  db.run("PRAGMA foreign_keys = OFF");
  db.run("PRAGMA cache_size = -65536");
  db.run("PRAGMA temp_store = MEMORY");
}

Result<Done> flush_to_disk(const std::string& path) {
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (file < 0) return Error{std::strerror(errno), path, ""};
  const int done = ::fsync(file);
  ::close(file);
  if (done != 0) return Error{std::strerror(errno), path, ""};
  return Done{};
}

// A whole, compact copy of what `db` sees, at `path`; there only when it is complete.
Result<Done> copy_to(Connection& db, const std::string& path) {
  const std::string part = path + ".part";
  ::unlink(part.c_str());
  db.clear_failure();
  bool copied = false;
  {
    Query query(db, "VACUUM INTO ?");
    query.bind(part);
    copied = query.run();
  }
  if (!copied) {
    ::unlink(part.c_str());
    return *db.failure();
  }
  if (const Result<Done> safe = flush_to_disk(part); !safe) return safe;
  if (::rename(part.c_str(), path.c_str()) != 0) return Error{std::strerror(errno), path, ""};
  return flush_to_disk(folder_of(path));
}

}  // namespace

// On a disk that can't be written to there is no place for the files that WAL mode needs beside the
// store: then it is read as one that does not change.
Result<std::unique_ptr<Connection>> open_for_reading(const std::string& path,
                                                     const std::string& layer) {
  Result<std::unique_ptr<Connection>> db = Connection::open(path, OpenMode::read_only, layer);
  if (!db) return db;
  Result<Done> sound = check_schema(**db);
  if (sound) return db;
  const bool unchanging =
      ::access(folder_of(path).c_str(), W_OK) != 0 && size_of(path + "-wal") == 0;
  if (!unchanging) return sound.error();
  db = Connection::open(path, OpenMode::unchanging, layer);
  if (!db) return db;
  if (sound = check_schema(**db); !sound) return sound.error();
  return db;
}

Error no_store(const std::string& path) {
  return Error{"there is no store", path, "`rasid add` makes one"};
}

Error no_frame(const std::string& path) {
  return Error{"an article can't be compressed", path, "see that there is memory"};
}

SqliteStore::Writer::Writer(std::unique_ptr<Connection> connection)
    : db(std::move(connection)), tags(*db), shelf(*db) {}

void SqliteStore::Writer::forget() {
  tags.forget();
  shelf.forget();
  lexicons.clear();
  dictionary_tried = false;
  words_fit = false;
  codec = BodyCodec();
  db->clear_failure();
  load_dictionaries(*db, codec);
}

SqliteStore::Lease::~Lease() {
  const std::lock_guard lock(store_.pooling_);
  if (store_.pool_.size() < kMostIdleReaders) store_.pool_.push_back(std::move(end_));
}

Result<std::unique_ptr<SqliteStore>> SqliteStore::open(const std::string& path,
                                                       const StoreOptions& options) {
  std::unique_ptr<SqliteStore> store(new SqliteStore(path, options));
  if (!store->options_.clock) store->options_.clock = system_clock;
  if (!options.create && !exists(path)) return no_store(path);
  if (!options.read_only && options.create) {
    if (const Result<Done> opened = store->open_writer(); !opened) return opened.error();
  } else {
    Result<std::unique_ptr<ReadEnd>> end = store->open_reader();
    if (!end && !options.read_only && is_older(path) && store->open_writer())
      end = store->open_reader();
    if (!end) return end.error();
    store->pool_.push_back(std::move(*end));
  }
  return store;
}

Result<std::unique_ptr<Store>> Store::open(const std::string& path, const StoreOptions& options) {
  Result<std::unique_ptr<SqliteStore>> store = SqliteStore::open(path, options);
  if (!store) return store.error();
  return std::unique_ptr<Store>(std::move(*store));
}

Result<Done> SqliteStore::open_writer() {
  if (writer_) return Done{};
  if (options_.read_only) return Error{"opened for reading only", path_, "nothing was changed"};
  Result<std::unique_ptr<Connection>> db = Connection::open(
      path_, options_.create ? OpenMode::create : OpenMode::read_write, options_.file_layer);
  if (!db) return db.error();
  tune(**db);
  (*db)->run("PRAGMA synchronous = FULL");
  (*db)->run("PRAGMA cache_size = -262144");
  (*db)->run("PRAGMA wal_autocheckpoint = 8000");
  (*db)->run("PRAGMA secure_delete = ON");
  if (const Result<Done> ready = prepare_schema(**db); !ready) return ready.error();
  writer_ = std::make_unique<Writer>(std::move(*db));
  load_dictionaries(*writer_->db, writer_->codec);
  newest_dictionary_ = writer_->codec.newest();
  if (const auto failed = writer_->db->failure()) {
    writer_.reset();
    return *failed;
  }
  return Done{};
}

Result<std::unique_ptr<SqliteStore::ReadEnd>> SqliteStore::open_reader() {
  auto end = std::make_unique<ReadEnd>();
  Result<std::unique_ptr<Connection>> db = open_for_reading(path_, options_.file_layer);
  if (!db) return db.error();
  end->db = std::move(*db);
  tune(*end->db);
  return end;
}

Result<std::unique_ptr<SqliteStore::Lease>> SqliteStore::reader() {
  std::unique_ptr<ReadEnd> end;
  {
    const std::lock_guard lock(pooling_);
    if (!pool_.empty()) {
      end = std::move(pool_.back());
      pool_.pop_back();
    }
  }
  if (!end) {
    Result<std::unique_ptr<ReadEnd>> opened = open_reader();
    if (!opened) return opened.error();
    end = std::move(*opened);
  }
  return std::make_unique<Lease>(*this, std::move(end));
}

Result<Done> SqliteStore::prepare(CodedArticle& article) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  BodyCodec& codec = (*lease)->codec();
  if (codec.newest() < newest_dictionary_.load()) load_dictionaries((*lease)->db(), codec);
  std::optional<std::string> frame = codec.compress(article.content);
  if (!frame) return no_frame(path_);
  article.frame = std::move(*frame);
  article.dictionary = codec.newest();
  return Done{};
}

// Times known go on even where the clock jumps back.
int64_t SqliteStore::now(Connection& db) {
  int64_t last = writer_->known;
  last = std::max(last, db.integer("SELECT value FROM meta WHERE name = 'known'"));
  writer_->known = std::max(options_.clock(), last + 1);
  Query query(db, "INSERT OR REPLACE INTO meta (name, value) VALUES ('known', ?)");
  query.bind(writer_->known).run();
  return writer_->known;
}

Result<Done> SqliteStore::write(const std::function<Result<Done>(Adder&)>& act) {
  const std::lock_guard lock(writing_);
  if (const Result<Done> ready = open_writer(); !ready) return ready;
  Connection& db = *writer_->db;
  Result<Done> done = Done{};
  {
    Writing writing(db);
    // Without the lock nothing may be written: it would be outside any transaction.
    if (const auto failed = db.failure()) {
      const Error error = *failed;
      writer_->forget();
      return error;
    }
    // Another process may have written since: then what is remembered is void.
    const int64_t version = db.integer("PRAGMA data_version");
    if (version != writer_->seen_version) writer_->forget();
    writer_->seen_version = version;
    writer_->shelf.trim();
    Adder adder(*writer_, db.failure() ? 0 : now(db));
    if (!writer_->words_fit) adder.index_anew(true);
    done = act(adder);
    if (done) adder.settle();
    if (const auto failed = db.failure()) done = *failed;
    if (done) done = writing.commit();
  }
  if (!done) {
    writer_->forget();
    return done;
  }
  newest_dictionary_ = writer_->codec.newest();
  writer_->words_fit = true;
  return done;
}

Result<Done> SqliteStore::backup(const std::string& path) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  if (exists(path)) return Error{"is there already", path, "name a new file"};
  return copy_to((*lease)->db(), path);
}

Result<Done> Store::restore(const std::string& backup, const std::string& path) {
  if (exists(path)) return Error{"is there already", path, "move it away first"};
  if (exists(path + "-wal"))
    return Error{"has a journal left of another store", path + "-wal", "move it away first"};
  const Result<std::vector<std::string>> faults = doctor(backup);
  if (!faults) return faults.error();
  if (!faults->empty()) return Error{"damaged: " + faults->front(), backup, "use another backup"};
  Result<std::unique_ptr<Connection>> db = open_for_reading(backup, "");
  if (!db) return db.error();
  if (const Result<Done> copied = copy_to(**db, path); !copied) return copied;
  return Done{};
}

}  // namespace rasid
