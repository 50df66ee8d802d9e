// SPDX-License-Identifier: Apache-2.0
// The disk fails at every n-th call while articles are added, corrected and deleted: nothing
// acknowledged is lost, nothing is there twice, the file is sound, the message names it, and
// running again goes on. RASID_FAULTS: how many faults (500).
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "store/fault_layer.h"
#include "store/sample_articles.h"
#include "store/store.h"

namespace rasid {
namespace {

namespace fs = std::filesystem;

std::string temporary_folder() {
  const bool memory = fs::is_directory("/dev/shm") && ::access("/dev/shm", W_OK) == 0;
  return (memory ? std::string("/dev/shm") : fs::temp_directory_path().string()) +
         "/rasid-faults-" + std::to_string(::getpid());
}

std::vector<CodedArticle> batch(int number) {
  std::vector<CodedArticle> out;
  for (int i = 0; i < 4; ++i) {
    const int n = number * 4 + i;
    out.push_back(sample_article("http://x/" + std::to_string(n), "o" + std::to_string(n % 3),
                                 10 + n % 5,
                                 {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "held", 11},
                                  {"ACCUSE", "USA:GOV", "IRN:GOV"}},
                                 "Headline " + std::to_string(n)));
  }
  return out;
}

constexpr int kBatches = 4;

// What the store said Done to.
struct Acknowledged {
  std::set<std::string> articles;
  bool corrected = false, removed = false;
  std::optional<Error> failed;
};

std::string first_report() { return hex_of(batch(0)[0].reports[0].report.id); }

Acknowledged work(const std::string& path) {
  Acknowledged out;
  StoreOptions options;
  options.create = true;
  options.file_layer = fault_layer();
  auto opened = Store::open(path, options);
  if (!opened) return out.failed = opened.error(), out;
  Store& store = **opened;
  for (int number = 0; number < kBatches; ++number) {
    const std::vector<CodedArticle> articles = batch(number);
    const Result<Added> added = store.add(articles);
    if (!added) return out.failed = added.error(), out;
    for (int i = 0; i < 4; ++i) out.articles.insert("http://x/" + std::to_string(number * 4 + i));
  }
  const Result<Done> corrected =
      store.correct({first_report(), "status", "planned", "ana", "a reason"});
  if (!corrected) return out.failed = corrected.error(), out;
  out.corrected = true;
  const Result<Done> removed = store.remove("http://x/11", "ana", "a reason");
  if (!removed) return out.failed = removed.error(), out;
  out.removed = true;
  return out;
}

// What is wrong with the store after a fault; empty: nothing.
std::string wrong_with(const std::string& path, const Acknowledged& acknowledged) {
  StoreOptions options;
  options.create = true;
  auto opened = Store::open(path, options);
  if (!opened) return "does not open: " + opened.error().message();
  std::multiset<std::string> there;
  const Result<Done> read = (*opened)->each_article([&](const Content& content, auto) {
    there.insert(content.url);
    return true;
  });
  if (!read) return "does not read: " + read.error().message();
  for (const std::string& url : acknowledged.articles) {
    const bool gone = url == "http://x/11" && there.count(url) == 0;
    if (there.count(url) != 1 && !gone)
      return url + " is there " + std::to_string(there.count(url)) + " times";
  }
  if (acknowledged.removed && there.count("http://x/11") != 0)
    return "the deleted article is there";
  if (acknowledged.corrected && (*opened)->stats()->corrections != 1)
    return "the correction is lost";
  opened = Error{"closed", "", ""};
  const auto faults = Store::doctor(path);
  if (!faults) return faults.error().message();
  return faults->empty() ? "" : faults->front();
}

TEST(Faults, EveryNthCallFailsAndNothingIsLost) {
  const char* told = std::getenv("RASID_FAULTS");
  const int64_t wanted = told ? std::atoll(told) : 500;
  const fs::path folder = temporary_folder();
  fs::remove_all(folder);
  fs::create_directories(folder);
  const std::string path = (folder / "record").string();
  const Fault kinds[] = {Fault::write, Fault::half_write, Fault::full, Fault::sync,
                         Fault::read,  Fault::truncate,   Fault::open};
  int64_t happened = 0;
  for (const Fault kind : kinds) {
    plan_fault(kind, 0);
    for (const auto& file : fs::directory_iterator(folder)) fs::remove(file);
    ASSERT_FALSE(work(path).failed);
    const int64_t calls = fault_calls();
    const int64_t step = std::max<int64_t>(1, calls * 4 / std::max<int64_t>(wanted, 1));
    for (int64_t at = 1; at <= calls; at += step) {
      for (const auto& file : fs::directory_iterator(folder)) fs::remove(file);
      plan_fault(kind, at);
      const Acknowledged acknowledged = work(path);
      const bool hit = fault_happened();
      plan_fault(Fault::none, 0);
      happened += hit ? 1 : 0;
      const std::string where =
          "fault " + std::to_string(static_cast<int>(kind)) + " at " + std::to_string(at);
      if (acknowledged.failed) {
        EXPECT_FALSE(acknowledged.failed->what.empty()) << where;
      }
      ASSERT_EQ(wrong_with(path, acknowledged), "") << where;
      // Run again, it goes on.
      const Acknowledged again = work(path);
      const bool only_gone =
          again.failed && again.failed->what.find("no article") != std::string::npos;
      ASSERT_TRUE(!again.failed || only_gone) << where << ": " << again.failed->message();
    }
  }
  fs::remove_all(folder);
  std::printf("%lld faults\n", static_cast<long long>(happened));
  EXPECT_GE(happened, wanted);
}

}  // namespace
}  // namespace rasid
