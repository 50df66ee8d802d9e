// SPDX-License-Identifier: Apache-2.0
// For tests of the record: a store in a folder of its own with a clock that stands still, and what
// a reader sees of it in words that can be compared.
#pragma once
#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "store/sample_articles.h"
#include "store/store.h"

namespace rasid {

class RecordTest : public testing::Test {
 protected:
  void SetUp() override;
  void TearDown() override;
  std::unique_ptr<Store> open(const std::string& path);
  std::unique_ptr<Store> open() { return open(path_); }

  std::filesystem::path folder_;
  std::string path_;
  int64_t clock_ = 1'440'000'000'000;
};

#define EXPECT_OK(result)                                         \
  do {                                                            \
    const auto& done_ = (result);                                 \
    EXPECT_TRUE(done_) << (done_ ? "" : done_.error().message()); \
  } while (false)

Added add(Store& store, const std::vector<CodedArticle>& articles);
// Two outlets tell of one visit, a third of another deed.
std::vector<CodedArticle> three_articles();
std::vector<EventRow> events(Store& store, EventFilter filter = {});    // without a limit
std::string report_of(const CodedArticle& article, size_t number = 0);  // its id
// Everything that a reader sees of the events, in one text.
std::string seen(Store& store);
std::string sound(const std::string& path);  // faults that the doctor names, a line each

}  // namespace rasid
