// SPDX-License-Identifier: Apache-2.0
// SqliteStore: Store over one SQLite file in WAL mode. One writing connection behind a mutex;
// readers take connections of their own from a pool. Its parts by file: sqlite_add (what arrives),
// sqlite_change (corrections, ties, deletions, new codings), sqlite_read (events, threads, dyads,
// counts), sqlite_search, sqlite_care (open, backup, restore, doctor).
#pragma once
#include <atomic>
#include <mutex>
#include <unordered_map>

#include "store/body.h"
#include "store/sqlite.h"
#include "store/sqlite_shelf.h"
#include "store/store.h"
#include "store/tag_table.h"

namespace rasid {

// What events' rows keep in `flags`.
enum EventFlag : int64_t { kDisputed = 1, kPostponed = 2, kSilent = 4, kUndated = 8 };

class SqliteStore final : public Store {
 public:
  static Result<std::unique_ptr<SqliteStore>> open(const std::string& path,
                                                   const StoreOptions& options);

  Result<Done> prepare(CodedArticle& article) override;
  Result<Added> add(std::span<const CodedArticle> articles) override;
  Result<Done> correct(const Correction& correction) override;
  Result<Done> tie(const std::string& a, const std::string& b, bool together,
                   const std::string& who, const std::string& reason) override;
  Result<Done> withdraw(int64_t number, bool is_tie, const std::string& who,
                        const std::string& reason) override;
  Result<Done> remove(const std::string& article, const std::string& who,
                      const std::string& reason) override;
  Result<Done> reindex() override;
  Result<Added> recode(std::span<const CodedArticle> articles) override;

  Result<bool> has(uint64_t key, uint64_t hash) override;
  Result<std::vector<EventRow>> events(const EventFilter& filter) override;
  using Store::event;
  using Store::thread;
  Result<EventStory> event(const std::string& id, int64_t known_at) override;
  Result<std::vector<UnknownValue>> unknown(const EventFilter& filter) override;
  Result<std::vector<ThreadRow>> threads(const std::string& words, size_t limit) override;
  Result<ThreadStory> thread(const std::string& name, int32_t as_of, int64_t known_at) override;
  Result<std::vector<SearchHit>> search(const SearchQuery& query,
                                        const SearchFilter& filter) override;
  Result<std::vector<DyadRow>> dyads(const EventFilter& filter) override;
  Result<StoreStats> stats() override;
  Result<std::vector<AuditRow>> audit(size_t limit) override;
  Result<std::vector<CorrectionRow>> corrections() override;
  Result<Done> each_article(
      const std::function<bool(const Content&, std::optional<int32_t>)>& take) override;
  Result<Done> backup(const std::string& path) override;

 private:
  friend class Adder;
  friend class Reader;
  struct Writer {  // all that the writing connection remembers; void after a rollback
    explicit Writer(std::unique_ptr<Connection> connection);
    std::unique_ptr<Connection> db;
    TagTable tags;
    SqliteShelf shelf;
    BodyCodec codec;
    std::unordered_map<std::string, int64_t> lexicons;
    int64_t known = 0;          // the last time given out
    int64_t seen_version = -1;  // of the file, as PRAGMA data_version tells it
    bool dictionary_tried = false;
    bool words_fit = false;  // the index is known to be of kSearchForm
    void forget();
  };
  struct ReadEnd {
    std::unique_ptr<Connection> db;
    BodyCodec codec;
  };
  class Lease;  // a read connection, given back to the pool at its end

  SqliteStore(std::string path, StoreOptions options)
      : path_(std::move(path)), options_(std::move(options)) {}
  Result<Done> open_writer();
  Result<std::unique_ptr<ReadEnd>> open_reader();
  Result<std::unique_ptr<Lease>> reader();
  // Runs `act` in a writing transaction; on failure all is rolled back and forgotten.
  Result<Done> write(const std::function<Result<Done>(class Adder&)>& act);
  int64_t now(Connection& db);

  std::string path_;
  StoreOptions options_;
  std::atomic<int64_t> newest_dictionary_{0};  // that is committed
  std::mutex writing_;
  std::unique_ptr<Writer> writer_;  // guarded by writing_
  std::mutex pooling_;
  std::vector<std::unique_ptr<ReadEnd>> pool_;  // guarded by pooling_
};

class SqliteStore::Lease {
 public:
  Lease(SqliteStore& store, std::unique_ptr<ReadEnd> end) : store_(store), end_(std::move(end)) {}
  ~Lease();
  Connection& db() { return *end_->db; }
  BodyCodec& codec() { return end_->codec; }

 private:
  SqliteStore& store_;
  std::unique_ptr<ReadEnd> end_;
};

// As one that does not change where nothing can be put beside it.
Result<std::unique_ptr<Connection>> open_for_reading(const std::string& path,
                                                     const std::string& layer);
Error no_store(const std::string& path);
Error no_frame(const std::string& path);
// "WHAT NUMBER is damaged": of a row whose bytes are not as they were written.
Error damaged(const std::string& what, int64_t number, const std::string& path);

// The content of an article's row; an Error where its frame is damaged.
Result<Content> content_of(Connection& db, BodyCodec& codec, int64_t article);

}  // namespace rasid
