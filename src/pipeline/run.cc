// SPDX-License-Identifier: Apache-2.0
#include "pipeline/run.h"

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <map>
#include <mutex>
#include <thread>

#include "page/read.h"

namespace rasid {
namespace {

bool is_json_lines(std::string_view path) {
  return path.ends_with(".jsonl") || path.ends_with(".ndjson");
}

constexpr size_t kBatchBytes = size_t{1} << 17;
constexpr size_t kBatchArticles = 64;

struct Batch {
  uint64_t number = 0;
  std::vector<RawArticle> articles;
  size_t bytes = 0;
};

struct Output {
  std::string bytes;
  std::vector<Error> errors;
  RunTotals totals;
};

void add(Repairs& sum, const Repairs& more) {
  sum.broken_utf8 += more.broken_utf8;
  sum.null_bytes += more.null_bytes;
  sum.open_quotes += more.open_quotes;
  sum.long_lines += more.long_lines;
}

void add(RunTotals& sum, const RunTotals& more) {
  sum.articles += more.articles;
  sum.events += more.events;
  sum.tokens += more.tokens;
  sum.bytes += more.bytes;
  sum.failed += more.failed;
  sum.repaired_articles += more.repaired_articles;
  add(sum.repairs, more.repairs);
}

// One thread's coder and what it needs beside it.
struct Worker {
  explicit Worker(const Engine& engine) : coder(engine) {}
  Coder coder;
  JsonArticles json;

  Output work(Batch& batch, const RunOptions& options, const RunHandlers& handlers) {
    Output out;
    for (RawArticle& article : batch.articles) {
      out.totals.bytes += article.bytes.size();
      const Result<Done> done = code(coder, article, json, options);
      if (!done) {
        out.errors.push_back(done.error());
        ++out.totals.failed;
        continue;
      }
      const Document& document = coder.document();
      ++out.totals.articles;
      out.totals.events += document.records.size();
      out.totals.tokens += document.text.tokens.size();
      const Repairs& repairs = document.article.repairs;
      add(out.totals.repairs, repairs);
      out.totals.repaired_articles +=
          (repairs.broken_utf8 | repairs.null_bytes | repairs.long_lines) != 0;
      handlers.print(coder, out.bytes);
    }
    return out;
  }
};

// Hands batches to workers and takes their output in order. All members are guarded by mutex_.
class Queue {
 public:
  explicit Queue(size_t limit) : limit_(limit) {}

  bool push(Batch batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || batch.number - written_ < limit_; });
    if (stopped_) return false;
    waiting_.push_back(std::move(batch));
    changed_.notify_all();
    return true;
  }
  void end() {
    const std::lock_guard lock(mutex_);
    ended_ = true;
    changed_.notify_all();
  }
  void stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    changed_.notify_all();
  }
  std::optional<Batch> pop() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return stopped_ || ended_ || !waiting_.empty(); });
    if (stopped_ || waiting_.empty()) return std::nullopt;
    Batch batch = std::move(waiting_.front());
    waiting_.pop_front();
    return batch;
  }
  // Puts a batch's output in its place and gives all outputs that are now next in order to `take`.
  template <typename Take>
  void finish(uint64_t number, Output output, const Take& take) {
    const std::lock_guard lock(mutex_);
    done_.emplace(number, std::move(output));
    for (auto at = done_.begin(); at != done_.end() && at->first == written_;
         at = done_.erase(at), ++written_) {
      take(at->second);
    }
    changed_.notify_all();
  }

 private:
  size_t limit_;  // batches read but not yet written: bounds the memory
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Batch> waiting_;
  std::map<uint64_t, Output> done_;
  uint64_t written_ = 0;
  bool ended_ = false, stopped_ = false;
};

// Cuts the inputs into batches; `give` answers whether to go on.
class Reader {
 public:
  Reader(const RunOptions& options, std::function<bool(Batch)> give,
         std::function<void(const Error&)> fail)
      : options_(options), give_(std::move(give)), fail_(std::move(fail)) {}

  void read_all() {
    for (const std::string& path : options_.inputs) {
      if (stopped_) return;
      const Result<Done> done = read_input(
          path, options_.json_lines || is_json_lines(path),
          [this](RawArticle article) { take(std::move(article)); },
          [this](const Error& error) { fail_(error); });
      if (!done) fail_(done.error());
    }
    flush();
  }

 private:
  void take(RawArticle article) {
    if (stopped_) return;
    batch_.bytes += article.bytes.size();
    batch_.articles.push_back(std::move(article));
    if (batch_.bytes >= kBatchBytes || batch_.articles.size() >= kBatchArticles) flush();
  }
  void flush() {
    if (batch_.articles.empty()) return;
    const uint64_t number = batch_.number;
    stopped_ = !give_(std::move(batch_));
    batch_ = Batch{};
    batch_.number = number + 1;
  }

  const RunOptions& options_;
  std::function<bool(Batch)> give_;
  std::function<void(const Error&)> fail_;
  Batch batch_;
  bool stopped_ = false;
};

// Writes an output and adds it up; answers whether to go on.
bool deliver(const Output& output, RunTotals& totals, const RunHandlers& handlers) {
  for (const Error& error : output.errors) handlers.fail(error);
  add(totals, output.totals);
  if (handlers.progress) handlers.progress(totals);
  if (output.bytes.empty() || handlers.write(output.bytes)) return true;
  totals.stopped = true;
  return false;
}

RunTotals run_alone(const Engine& engine, const RunOptions& options, const RunHandlers& handlers) {
  RunTotals totals;
  Worker worker(engine);
  Reader reader(
      options,
      [&](Batch batch) { return deliver(worker.work(batch, options, handlers), totals, handlers); },
      [&](const Error& error) {
        ++totals.failed;
        handlers.fail(error);
      });
  reader.read_all();
  return totals;
}

RunTotals run_together(const Engine& engine, const RunOptions& options,
                       const RunHandlers& handlers) {
  RunTotals totals;
  std::mutex failing;  // the reader's failures against the workers' deliveries
  Queue queue(size_t{options.threads} * 4);
  std::vector<std::thread> threads;
  for (unsigned i = 0; i < options.threads; ++i) {
    threads.emplace_back([&] {
      Worker worker(engine);
      while (std::optional<Batch> batch = queue.pop()) {
        Output output = worker.work(*batch, options, handlers);
        bool go_on = true;
        queue.finish(batch->number, std::move(output), [&](const Output& next) {
          const std::lock_guard lock(failing);
          if (!totals.stopped) go_on = deliver(next, totals, handlers) && go_on;
        });
        if (!go_on) queue.stop();
      }
    });
  }
  Reader reader(
      options, [&](Batch batch) { return queue.push(std::move(batch)); },
      [&](const Error& error) {
        const std::lock_guard lock(failing);
        ++totals.failed;
        handlers.fail(error);
      });
  reader.read_all();
  queue.end();
  for (std::thread& thread : threads) thread.join();
  return totals;
}

// A piece of a longer text tells its lines and offsets as they are in the whole.
void move_piece(Article& article, const RawArticle& piece) {
  for (Block& block : article.blocks) block.line += piece.first_line;
  article.first_code_point = piece.first_code_point;
}

}  // namespace

Result<Done> code(Coder& coder, RawArticle& article, JsonArticles& json, const RunOptions& options,
                  Stage last) {
  if (article.json) {
    const Result<Done> parsed = json.parse(article);
    if (!parsed) return parsed.error();
  }
  PageInput input;
  input.bytes = article.bytes;
  input.id = article.id;
  input.name = article.name;
  input.url = article.url;
  input.outlet = article.outlet.empty() ? options.outlet : article.outlet;
  input.format = article.kind == InputKind::html   ? PageFormat::html
                 : article.kind == InputKind::text ? PageFormat::text
                                                   : PageFormat::detect;
  input.date = article.date;
  input.date_basis = article.date_basis;
  Result<Article> read = coder.engine().read(input);
  if (!read) return read.error();
  Document& document = coder.document();
  document.article = std::move(*read);
  if (!document.article.published && options.date) {
    document.article.published = options.date;
    document.article.published_basis = "option";
  }
  if (document.article.outlet.empty()) document.article.outlet = options.outlet;
  move_piece(document.article, article);
  coder.run(last, options.times);
  return Done{};
}

RunTotals run(const Engine& engine, const RunOptions& options, const RunHandlers& handlers) {
  return options.threads > 1 ? run_together(engine, options, handlers)
                             : run_alone(engine, options, handlers);
}

}  // namespace rasid
