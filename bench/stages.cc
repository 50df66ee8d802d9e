// SPDX-License-Identifier: Apache-2.0
// bench_stages FILE.jsonl IMAGE [ROUNDS]: text to events on one core, every article read once and
// all output made. Prints MB/s of article text, ns a token and the share of each stage; medians
// over ROUNDS.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>

#include "export/records_json.h"
#include "pipeline/run.h"

namespace {

struct Round {
  double seconds = 0;
  uint64_t out_bytes = 0;
  rasid::StageTimes times;
  rasid::RunTotals totals;
};

Round measure(const rasid::Engine& engine, const char* file, FILE* sink) {
  Round round;
  rasid::RunOptions options;
  options.inputs = {file};
  options.json_lines = true;
  options.times = &round.times;
  rasid::RunHandlers handlers;
  handlers.print = [](const rasid::Coder& coder, std::string& out) {
    for (const rasid::Record& record : coder.document().records) rasid::append_json(out, record);
  };
  handlers.write = [&](std::string_view bytes) {
    round.out_bytes += bytes.size();
    return std::fwrite(bytes.data(), 1, bytes.size(), sink) == bytes.size();
  };
  handlers.fail = [](const rasid::Error& error) {
    std::fprintf(stderr, "%s\n", error.message().c_str());
  };
  const auto start = std::chrono::steady_clock::now();
  round.totals = rasid::run(engine, options, handlers);
  round.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  return round;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 3) return std::fprintf(stderr, "usage: bench_stages FILE.jsonl IMAGE [ROUNDS]\n"), 2;
  const rasid::Result<rasid::MappedFile> image = rasid::MappedFile::open(argv[2]);
  if (!image) return std::fprintf(stderr, "%s\n", image.error().message().c_str()), 1;
  rasid::Result<rasid::Lexicon> lexicon = rasid::Lexicon::open(image->bytes());
  if (!lexicon) return std::fprintf(stderr, "%s\n", lexicon.error().message().c_str()), 1;
  const rasid::Engine engine(std::move(*lexicon));
  FILE* sink = std::fopen("/dev/null", "wb");
  if (sink == nullptr) return 1;
  std::vector<Round> rounds;
  for (int i = argc > 3 ? std::atoi(argv[3]) : 3; i > 0; --i)
    rounds.push_back(measure(engine, argv[1], sink));
  std::fclose(sink);
  std::sort(rounds.begin(), rounds.end(),
            [](const Round& a, const Round& b) { return a.seconds < b.seconds; });
  const Round& median = rounds[rounds.size() / 2];
  const double tokens = static_cast<double>(median.totals.tokens);
  std::printf(
      "%.2f MB/s of JSON input, %.0f articles/s, %.0f ns/token, %llu articles, %llu tokens, %llu "
      "events\n",
      static_cast<double>(median.totals.bytes) / median.seconds / 1e6,
      static_cast<double>(median.totals.articles) / median.seconds, median.seconds * 1e9 / tokens,
      static_cast<unsigned long long>(median.totals.articles),
      static_cast<unsigned long long>(median.totals.tokens),
      static_cast<unsigned long long>(median.totals.events));
  double in_stages = 0;
  for (int i = 1; i < rasid::kStages; ++i) {
    const double each = static_cast<double>(median.times.nanoseconds[i]) / tokens;
    in_stages += each;
    std::printf("  %-8s %6.1f ns/token\n",
                std::string(rasid::name_of(static_cast<rasid::Stage>(i))).c_str(), each);
  }
  std::printf("  %-8s %6.1f ns/token (reading, JSON, page, output)\n", "rest",
              median.seconds * 1e9 / tokens - in_stages);
  return 0;
}
