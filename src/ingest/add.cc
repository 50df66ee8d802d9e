// SPDX-License-Identifier: Apache-2.0
#include "ingest/add.h"

#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "base/hash.h"
#include "pipeline/run.h"

namespace rasid {
namespace {

constexpr size_t kPieceArticles = 32;
constexpr size_t kPieceBytes = size_t{1} << 18;

struct Piece {  // some articles on their way: read, then coded
  uint64_t number = 0;
  std::vector<RawArticle> raw;
  size_t bytes = 0;
  std::vector<CodedArticle> coded;
  std::vector<Error> errors;
  uint64_t passed_over = 0;
};

// From the reader to the coders to the writer, who gets the pieces in order. Bounded: the reader
// waits where the others are behind.
class Line {
 public:
  explicit Line(size_t limit) : limit_(limit) {}
  bool put(Piece piece) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || piece.number - taken_ < limit_; });
    if (stopped_) return false;
    waiting_.push_back(std::move(piece));
    changed_.notify_all();
    return true;
  }
  std::optional<Piece> to_code() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || ended_ || !waiting_.empty(); });
    if (stopped_ || waiting_.empty()) return std::nullopt;
    Piece piece = std::move(waiting_.front());
    waiting_.pop_front();
    return piece;
  }
  void coded(Piece piece) {
    const std::lock_guard lock(mutex_);
    const uint64_t number = piece.number;
    coded_.emplace(number, std::move(piece));
    changed_.notify_all();
  }
  // The next piece in order; nothing after the last.
  std::optional<Piece> to_write() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] {
      return stopped_ || coded_.count(taken_) != 0 || (ended_ && taken_ == total_);
    });
    if (stopped_ || coded_.count(taken_) == 0) return std::nullopt;
    Piece piece = std::move(coded_.at(taken_));
    coded_.erase(taken_++);
    changed_.notify_all();
    return piece;
  }
  void end(uint64_t total) {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    total_ = total;
    changed_.notify_all();
  }
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }

 private:
  size_t limit_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Piece> waiting_;
  std::map<uint64_t, Piece> coded_;
  uint64_t taken_ = 0, total_ = 0;
  bool ended_ = false, stopped_ = false;
};

// One coding thread's work.
class Worker {
 public:
  Worker(const Engine& engine, Store& store, const AddOptions& options)
      : coder_(engine), store_(store) {
    run_.date = options.date;
    run_.outlet = options.outlet;
  }
  void work(Piece& piece) {
    for (RawArticle& raw : piece.raw) code_one(raw, piece);
    piece.raw.clear();
  }

 private:
  void code_one(RawArticle& raw, Piece& piece) {
    const Result<Done> read = code(coder_, raw, json_, run_, Stage::page);
    if (!read) return piece.errors.push_back(read.error());
    Article& article = coder_.document().article;
    // One name for one article, wherever it is read from.
    if (!article.url.empty() && article.id == raw.name) article.id = article.url;
    const Result<bool> known = store_.has(hash64(key_of(article)), hash64(article.text));
    if (!known) return piece.errors.push_back(known.error());
    if (*known) {
      ++piece.passed_over;
      return;
    }
    coder_.run();
    CodedArticle done = coded(coder_.document(), coder_.engine().lexicon());
    if (const Result<Done> ready = store_.prepare(done); !ready)
      return piece.errors.push_back(ready.error());
    piece.coded.push_back(std::move(done));
  }

  Coder coder_;
  Store& store_;
  JsonArticles json_;
  RunOptions run_;
};

// Cuts what is read into pieces.
class Cutter {
 public:
  explicit Cutter(Line& line) : line_(line) {}
  bool take(RawArticle article) {
    piece_.bytes += article.bytes.size();
    piece_.raw.push_back(std::move(article));
    return (piece_.raw.size() < kPieceArticles && piece_.bytes < kPieceBytes) || flush();
  }
  bool flush() {
    if (piece_.raw.empty() && piece_.errors.empty()) return true;
    const uint64_t number = piece_.number;
    const bool going = line_.put(std::move(piece_));
    piece_ = Piece{};
    piece_.number = number + 1;
    return going;
  }
  void fail(const Error& error) { piece_.errors.push_back(error); }
  uint64_t pieces() const { return piece_.number; }

 private:
  Line& line_;
  Piece piece_;
};

void sum(Added& to, const Added& more) {
  to.articles += more.articles;
  to.versions += more.versions;
  to.reports += more.reports;
  to.near_copies += more.near_copies;
  to.known += more.known;
  to.deleted += more.deleted;
  to.events_created += more.events_created;
  to.events_changed += more.events_changed;
}

// The writing end: gathers coded articles into transactions.
class Sink {
 public:
  Sink(Store& store, const AddOptions& options, const AddHandlers& handlers)
      : store_(store), options_(options), handlers_(handlers) {}
  bool take(Piece piece) {
    for (const Error& error : piece.errors) handlers_.fail(error);
    totals_.failed += piece.errors.size();
    totals_.passed_over += piece.passed_over;
    for (CodedArticle& article : piece.coded) batch_.push_back(std::move(article));
    return batch_.size() < options_.batch || flush();
  }
  bool flush() {
    if (batch_.empty() || totals_.stopped) return !totals_.stopped;
    const Result<Added> added = store_.add(batch_);
    batch_.clear();
    if (!added) {
      totals_.stopped = added.error();
      return false;
    }
    sum(totals_.added, *added);
    if (handlers_.progress) handlers_.progress(totals_);
    return true;
  }
  AddTotals totals() { return std::move(totals_); }

 private:
  Store& store_;
  const AddOptions& options_;
  const AddHandlers& handlers_;
  std::vector<CodedArticle> batch_;
  AddTotals totals_;
};

}  // namespace

AddTotals add_articles(const Engine& engine, Store& store, const AddOptions& options,
                       const AddHandlers& handlers) {
  // While one batch is written, the next is coded.
  Line line(options.batch / kPieceArticles + (size_t{options.threads} + 1) * 16);
  std::vector<std::thread> threads;
  threads.emplace_back([&] {
    Cutter cutter(line);
    read_sources(
        options.sources, [&](RawArticle article) { return cutter.take(std::move(article)); },
        [&](const Error& error) { cutter.fail(error); });
    cutter.flush();
    line.end(cutter.pieces());
  });
  for (unsigned i = 0; i < options.threads; ++i) {
    threads.emplace_back([&] {
      Worker worker(engine, store, options);
      while (std::optional<Piece> piece = line.to_code()) {
        worker.work(*piece);
        line.coded(std::move(*piece));
      }
    });
  }
  Sink sink(store, options, handlers);
  bool going = true;
  while (going) {
    std::optional<Piece> piece = line.to_write();
    if (!piece) break;
    going = sink.take(std::move(*piece));
  }
  if (going) sink.flush();
  line.stop();
  for (std::thread& thread : threads) thread.join();
  return sink.totals();
}

}  // namespace rasid
