// SPDX-License-Identifier: Apache-2.0
#include "store/sample_store.h"

#include <unistd.h>

#include <algorithm>
#include <set>

namespace rasid {

void RecordTest::SetUp() {
  folder_ = std::filesystem::temp_directory_path() /
            ("rasid-store-" + std::to_string(::getpid()) + "-" +
             testing::UnitTest::GetInstance()->current_test_info()->name());
  std::filesystem::remove_all(folder_);
  std::filesystem::create_directories(folder_);
  path_ = (folder_ / "record.rasid").string();
}

void RecordTest::TearDown() { std::filesystem::remove_all(folder_); }

std::unique_ptr<Store> RecordTest::open(const std::string& path) {
  StoreOptions options;
  options.create = true;
  options.clock = [this] { return clock_; };
  auto store = Store::open(path, options);
  EXPECT_TRUE(store) << (store ? "" : store.error().message());
  return store ? std::move(*store) : nullptr;
}

std::string report_of(const CodedArticle& article, size_t number) {
  return hex_of(article.reports[number].report.id);
}

Added add(Store& store, const std::vector<CodedArticle>& articles) {
  const Result<Added> added = store.add(articles);
  EXPECT_TRUE(added) << (added ? "" : added.error().message());
  return added ? *added : Added{};
}

std::vector<CodedArticle> three_articles() {
  return {sample_article("http://a/1", "alpha", 10,
                         {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "planned", 11}}),
          sample_article("http://b/1", "beta", 11,
                         {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "held", 11}}),
          sample_article("http://c/1", "gamma", 11, {{"ASSAULT", "IRQ:MIL", "ISI", "held", 11}})};
}

std::vector<EventRow> events(Store& store, EventFilter filter) {
  filter.limit = 100000;
  const auto rows = store.events(filter);
  EXPECT_TRUE(rows) << (rows ? "" : rows.error().message());
  return rows ? *rows : std::vector<EventRow>{};
}

std::string seen(Store& store) {
  std::vector<std::string> lines;
  for (const EventRow& row : events(store)) {
    const auto story = store.event(row.id);
    EXPECT_TRUE(story);
    std::set<std::string> reports;
    for (const Source& source : story->sources)
      reports.insert(hex_of(source.report.id) + "@" + std::to_string(source.report.origin));
    std::string line = row.id + " " + std::to_string(row.first) + ".." + std::to_string(row.last) +
                       " " + std::string(name_of(row.status)) + (row.disputed ? " disputed" : "") +
                       " " + std::to_string(row.outlets) + " " + std::to_string(row.origins);
    for (const std::string& report : reports) line += " " + report.substr(0, 16);
    lines.push_back(std::move(line));
  }
  std::sort(lines.begin(), lines.end());
  std::string out;
  for (const std::string& line : lines) out += line + "\n";
  return out;
}

std::string sound(const std::string& path) {
  const auto faults = Store::doctor(path);
  if (!faults) return faults.error().message();
  std::string out;
  for (const std::string& fault : *faults) out += fault + "\n";
  return out;
}

}  // namespace rasid
