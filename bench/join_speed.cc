// SPDX-License-Identifier: Apache-2.0
// join_speed STORE [BATCH]: how long the joiner alone takes for all reports of a record, joined
// anew in memory in batches of BATCH articles (512) in the order of the record. Prints reports a
// second and a hash of the events, which changes only where the events do.
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "base/hash.h"
#include "join/joiner.h"
#include "store/packed.h"
#include "store/sqlite.h"

namespace rasid {
namespace {

std::vector<Report> reports_in(Connection& db) {
  std::vector<Report> out;
  Query row(db,
            "SELECT r.key, r.packed, a.key, a.outlet_hash, a.published, a.about FROM report r JOIN "
            "article a ON a.id = r.id >> 12 WHERE r.retired IS NULL ORDER BY r.id");
  while (row.next()) {
    std::optional<Report> told = report_in(row.bytes(1));
    if (!told) continue;
    Report& report = *told;
    report.id = row.hash(0);
    report.article = report.origin = row.hash(2);
    report.outlet = row.hash(3);
    report.published = row.is_null(4) ? kNoDay : static_cast<int32_t>(row.integer(4));
    report.about = unpack_words(row.bytes(5));
    out.push_back(std::move(report));
  }
  return out;
}

// The end of the batch that begins at `begin`: after so many articles.
size_t batch_end(const std::vector<Report>& reports, size_t begin, size_t articles) {
  size_t end = begin;
  for (uint64_t last = 0; end < reports.size(); ++end) {
    if (reports[end].article == last) continue;
    if (articles-- == 0) break;
    last = reports[end].article;
  }
  return end;
}

int run(const char* path, size_t batch) {
  auto db = Connection::open(path, OpenMode::read_only);
  if (!db) return std::fprintf(stderr, "%s\n", db.error().message().c_str()), 1;
  const std::vector<Report> reports = reports_in(**db);
  MemoryShelf shelf;
  std::clock_t joining = 0;  // of the processor: other work on the machine does not count
  for (size_t begin = 0; begin < reports.size();) {
    const size_t end = batch_end(reports, begin, batch);
    const std::span<const Report> arrivals(&reports[begin], end - begin);
    const std::clock_t start = std::clock();
    const Outcome outcome = join(arrivals, shelf);
    joining += std::clock() - start;
    shelf.apply(arrivals, {}, outcome);
    begin = end;
  }
  uint64_t events = 0, count = 0;
  for (const Report& report : reports) {
    const EventId event = shelf.event_of(report.id);
    events += mix64(report.id ^ mix64(event));
    count += event == report.id ? 1 : 0;
  }
  const double seconds = static_cast<double>(joining) / CLOCKS_PER_SEC;
  std::printf("%zu reports joined in %.2f s: %.0f a second; %llu events, hash %016llx\n",
              reports.size(), seconds, static_cast<double>(reports.size()) / seconds,
              static_cast<unsigned long long>(count), static_cast<unsigned long long>(events));
  return 0;
}

}  // namespace
}  // namespace rasid

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: join_speed STORE [BATCH]\n"), 2;
  return rasid::run(argv[1], argc > 2 ? static_cast<size_t>(std::atoi(argv[2])) : 512);
}
