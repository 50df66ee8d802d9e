// SPDX-License-Identifier: Apache-2.0
// store_add NEWS.jsonl IMAGE STORE [COUNT [BATCH]]: the time of the writing thread alone, for each
// article that is added: coded before the clock starts, 2,048 (BATCH) a transaction. What other
// programs do on the machine hardly changes the CPU time it prints.
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>

#include "base/file.h"
#include "pipeline/run.h"
#include "store/store.h"

namespace rasid {
namespace {

constexpr size_t kWindow = 8192;  // articles

double cpu_seconds() {
  std::timespec now{};
  ::clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

double wall_seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

struct Spent {
  size_t articles = 0, reports = 0;
  double cpu = 0, wall = 0;
  void print(const char* what) const {
    const auto each = [&](double seconds) { return seconds * 1e6 / static_cast<double>(articles); };
    std::printf("%s %7zu articles %7zu reports: %5.0f us CPU, %5.0f us passed an article\n", what,
                articles, reports, each(cpu), each(wall));
    std::fflush(stdout);
  }
  void add(const Spent& more) {
    articles += more.articles;
    reports += more.reports;
    cpu += more.cpu;
    wall += more.wall;
  }
};

class Bench {
 public:
  Bench(const Engine& engine, Store& store, size_t size)
      : coder_(engine), store_(store), size_(size) {}
  // Codes lines of news until a batch is full; false at their end.
  bool fill(std::istream& news) {
    batch_.clear();
    std::string line;
    while (batch_.size() < size_ && std::getline(news, line)) {
      RawArticle article;
      article.bytes = line;
      article.json = true;
      if (!code(coder_, article, json_, {}, Stage::record)) continue;
      batch_.push_back(coded(coder_.document(), coder_.engine().lexicon()));
      if (!store_.prepare(batch_.back())) return false;
    }
    return !batch_.empty();
  }
  bool put() {
    const double cpu = cpu_seconds(), wall = wall_seconds();
    const Result<Added> added = store_.add(batch_);
    if (!added) {
      std::fprintf(stderr, "%s\n", added.error().message().c_str());
      return false;
    }
    window_.add({batch_.size(), added->reports, cpu_seconds() - cpu, wall_seconds() - wall});
    if (window_.articles >= kWindow) end_window();
    return true;
  }
  void end_window() {
    if (window_.articles == 0) return;
    window_.print("  ");
    all_.add(window_);
    window_ = {};
  }
  void finish() {
    end_window();
    all_.print("all");
  }
  size_t articles() const { return all_.articles + window_.articles; }

 private:
  Coder coder_;
  JsonArticles json_;
  Store& store_;
  size_t size_;  // articles a transaction
  std::vector<CodedArticle> batch_;
  Spent window_, all_;
};

int bench(const char* news, const char* image, const char* path, size_t count, size_t size) {
  const Result<MappedFile> file = MappedFile::open(image);
  if (!file) return std::fprintf(stderr, "%s\n", file.error().message().c_str()), 1;
  Result<Lexicon> lexicon = Lexicon::open(file->bytes(), false);
  if (!lexicon) return std::fprintf(stderr, "%s\n", lexicon.error().message().c_str()), 1;
  const Engine engine(std::move(*lexicon));
  StoreOptions options;
  options.create = true;
  Result<std::unique_ptr<Store>> store = Store::open(path, options);
  if (!store) return std::fprintf(stderr, "%s\n", store.error().message().c_str()), 1;
  std::ifstream lines(news);
  Bench adding(engine, **store, size);
  while (adding.articles() < count && adding.fill(lines)) {
    if (!adding.put()) return 1;
  }
  adding.finish();
  return 0;
}

}  // namespace

int store_add(int argc, char** argv) {
  if (argc < 4)
    return std::fprintf(stderr, "store_add NEWS.jsonl IMAGE STORE [COUNT [BATCH]]\n"), 2;
  const auto number = [&](int at, size_t otherwise) {
    return argc > at ? static_cast<size_t>(std::atoll(argv[at])) : otherwise;
  };
  return bench(argv[1], argv[2], argv[3], number(4, SIZE_MAX), number(5, 2048));
}

}  // namespace rasid

int main(int argc, char** argv) { return rasid::store_add(argc, argv); }
