// SPDX-License-Identifier: Apache-2.0
// What the record promises, one promise a test.
#include "store/store.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "base/hash.h"
#include "store/packed.h"
#include "store/sample_articles.h"
#include "store/sqlite.h"

namespace rasid {
namespace {

namespace fs = std::filesystem;

class RecordTest : public testing::Test {
 protected:
  void SetUp() override {
    folder_ =
        fs::temp_directory_path() / ("rasid-store-" + std::to_string(::getpid()) + "-" +
                                     testing::UnitTest::GetInstance()->current_test_info()->name());
    fs::remove_all(folder_);
    fs::create_directories(folder_);
    path_ = (folder_ / "record.rasid").string();
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::unique_ptr<Store> open(const std::string& path) {
    StoreOptions options;
    options.create = true;
    options.clock = [this] { return clock_; };
    auto store = Store::open(path, options);
    EXPECT_TRUE(store) << (store ? "" : store.error().message());
    return store ? std::move(*store) : nullptr;
  }
  std::unique_ptr<Store> open() { return open(path_); }

  fs::path folder_;
  std::string path_;
  int64_t clock_ = 1'440'000'000'000;
};

#define EXPECT_OK(result)                                         \
  do {                                                            \
    const auto& done_ = (result);                                 \
    EXPECT_TRUE(done_) << (done_ ? "" : done_.error().message()); \
  } while (false)

Added add(Store& store, const std::vector<CodedArticle>& articles) {
  const Result<Added> added = store.add(articles);
  EXPECT_TRUE(added) << (added ? "" : added.error().message());
  return added ? *added : Added{};
}

// Two outlets tell of one visit, a third of another deed.
std::vector<CodedArticle> three_articles() {
  return {sample_article("http://a/1", "alpha", 10,
                         {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "planned", 11}}),
          sample_article("http://b/1", "beta", 11,
                         {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "held", 11}}),
          sample_article("http://c/1", "gamma", 11, {{"ASSAULT", "IRQ:MIL", "ISI", "held", 11}})};
}

std::vector<EventRow> events(Store& store, EventFilter filter = {}) {
  filter.limit = 100000;
  const auto rows = store.events(filter);
  EXPECT_TRUE(rows) << (rows ? "" : rows.error().message());
  return rows ? *rows : std::vector<EventRow>{};
}

// Everything that a reader sees of the events, in one text.
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

TEST_F(RecordTest, ReportsOfOneDeedBecomeOneEvent) {
  auto store = open();
  const Added added = add(*store, three_articles());
  EXPECT_EQ(added.articles, 3U);
  EXPECT_EQ(added.reports, 3U);
  EventFilter filter;
  filter.dyad = {"SAU>RUS"};
  const auto rows = events(*store, filter);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].reports, 2U);
  EXPECT_EQ(rows[0].outlets, 2U);
  EXPECT_EQ(rows[0].status, Status::held);  // as told last
  EXPECT_EQ(Date::from_days(rows[0].first).iso(), "2015-08-11");
  const auto story = store->event(rows[0].id);
  ASSERT_TRUE(story);
  ASSERT_EQ(story->sources.size(), 2U);
  EXPECT_EQ(story->sources[0].record.status, "planned");
  EXPECT_EQ(story->sources[0].url, "http://a/1");
  EXPECT_EQ(sound(path_), "");
}

TEST_F(RecordTest, OrderOfArrivalDoesNotMatter) {
  std::vector<CodedArticle> articles;
  const char* actors[] = {"SAU:GOV/jubeir", "RUS:GOV/lavrov", "EGY:GOV/shoukry", "USA:GOV"};
  const char* categories[] = {"CONSULT.visit", "CONSULT.meet", "ACCUSE", "CONSULT.phone"};
  const char* statuses[] = {"held", "planned", "held", "negated"};
  for (int i = 0; i < 60; ++i) {
    std::vector<SampleDeed> deeds;
    for (int j = 0; j < 3; ++j) {
      const int n = i * 7 + j * 3;
      deeds.push_back({categories[n % 4], actors[n % 3], actors[(n + 1 + j) % 4],
                       statuses[(i + j) % 4], n % 2 == 0 ? 0 : 10 + n % 5});
    }
    articles.push_back(sample_article("http://o/" + std::to_string(i),
                                      "outlet" + std::to_string(i % 5), 10 + i % 6, deeds));
  }
  std::string expected;
  std::mt19937 random(1);
  for (int round = 0; round < 6; ++round) {
    auto store = open((folder_ / ("order" + std::to_string(round))).string());
    if (round != 0) std::shuffle(articles.begin(), articles.end(), random);
    const size_t batch = round == 0 ? articles.size() : 1 + random() % 20;
    for (size_t at = 0; at < articles.size(); at += batch) {
      const size_t end = std::min(articles.size(), at + batch);
      add(*store,
          {articles.begin() + static_cast<long>(at), articles.begin() + static_cast<long>(end)});
    }
    if (round == 0) {
      expected = seen(*store);
      EXPECT_NE(expected.find("\n"), std::string::npos);
    } else {
      EXPECT_TRUE(seen(*store) == expected) << "round " << round;
    }
  }
}

TEST_F(RecordTest, WhatIsKnownIsNotAddedTwice) {
  auto store = open();
  add(*store, three_articles());
  const std::string before = seen(*store);
  EXPECT_EQ(add(*store, three_articles()).known, 3U);
  // The same text from the same outlet on the same day under another address.
  CodedArticle again = three_articles()[0];
  again.key = hash64("http://a/other");
  EXPECT_EQ(add(*store, {again}).known, 1U);
  EXPECT_EQ(seen(*store), before);
}

TEST_F(RecordTest, CopiesOfOneAgencyTextCountAsOneSource) {
  const std::string text =
      "Yesterday visited the minister the capital of the neighbour and spoke with his colleague "
      "there about the truce and the aid that both sides had promised in the spring of this year "
      "and about the conference that is to follow it in the autumn as the agency said";
  auto store = open();
  add(*store,
      {sample_article("http://a/1", "alpha", 11,
                      {{"CONSULT.visit", "SAU:GOV", "RUS:GOV", "held", 11, text}}, "One"),
       sample_article("http://b/1", "beta", 12,
                      {{"CONSULT.visit", "SAU:GOV", "RUS:GOV", "held", 11, text + " today"}},
                      "Another headline")});
  const auto rows = events(*store);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].reports, 2U);
  EXPECT_EQ(rows[0].outlets, 2U);
  EXPECT_EQ(rows[0].origins, 1U);
  EXPECT_EQ(store->stats()->near_copies, 1U);
}

TEST_F(RecordTest, ANewVersionTakesThePlaceOfTheOldWhichIsKept) {
  auto store = open();
  add(*store, three_articles());
  const Added added = add(
      *store, {sample_article("http://b/1", "beta", 11,
                              {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "negated", 11}})});
  EXPECT_EQ(added.versions, 1U);
  EventFilter filter;
  filter.status = {"disputed"};
  const auto rows = events(*store, filter);
  ASSERT_EQ(rows.size(), 1U);
  EXPECT_EQ(rows[0].reports, 2U);
  EXPECT_EQ(store->stats()->versions, 1U);
  EXPECT_EQ(sound(path_), "");
}

// The founder has a new row then; the others of its event must follow it.
TEST_F(RecordTest, ANewVersionOfTheFounderKeepsItsEventTogether) {
  auto store = open();
  const auto articles = three_articles();
  add(*store, {articles[0], articles[1]});
  const auto before = events(*store);
  ASSERT_EQ(before.size(), 1U);
  CodedArticle founder = articles[0];
  founder.lexicon = "another";
  EXPECT_OK(store->recode({{founder}}));
  add(*store, {sample_article("http://a/1", "alpha", 10,
                              {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "planned", 11},
                               {"ACCUSE", "RUS:GOV", "USA:GOV"}})});
  EventFilter visits;
  visits.category = {"CONSULT.visit"};
  const auto after = events(*store, visits);
  ASSERT_EQ(after.size(), 1U);
  EXPECT_EQ(after[0].id, before[0].id);
  EXPECT_EQ(after[0].reports, 2U);
  EXPECT_EQ(sound(path_), "");
}

TEST_F(RecordTest, OldIdsLeadToTheEventThatHoldsTheirReports) {
  auto store = open();
  add(*store, {three_articles()[1]});
  const std::string old = events(*store)[0].id;
  add(*store, {three_articles()[0]});  // an older report becomes the founder
  const auto story = store->event(old);
  ASSERT_TRUE(story);
  EXPECT_NE(story->id, old);
  EXPECT_EQ(story->sources.size(), 2U);
  // The report that the old id names goes away; the id still leads on.
  EXPECT_OK(store->remove("http://b/1", "ana", "asked for by the outlet"));
  const auto after = store->event(old);
  ASSERT_TRUE(after) << after.error().message();
  EXPECT_EQ(after->id, story->id);
}

TEST_F(RecordTest, CorrectionsCountSurviveAndCanBeWithdrawn) {
  auto store = open();
  const auto articles = three_articles();
  add(*store, articles);
  const std::string report = hex_of(articles[1].reports[0].report.id);
  EXPECT_FALSE(store->correct({report, "status", "maybe", "ana", "typing error"}));
  EXPECT_FALSE(store->correct({report, "status", "planned", "", ""}));  // who and why are asked for
  EXPECT_OK(store->correct({report, "status", "planned", "ana", "they only announced it"}));
  EventFilter planned;
  planned.status = {"planned"};
  ASSERT_EQ(events(*store, planned).size(), 1U);
  // A new coding of the same text, and a new version with one line more.
  CodedArticle coded = articles[1];
  coded.lexicon = "another";
  EXPECT_OK(store->recode({{coded}}));
  EXPECT_EQ(events(*store, planned).size(), 1U);
  add(*store, {sample_article("http://b/1", "beta", 11,
                              {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "held", 11},
                               {"ACCUSE", "RUS:GOV", "USA:GOV"}})});
  EXPECT_EQ(events(*store, planned).size(), 1U);
  EXPECT_EQ(sound(path_), "");
  EXPECT_OK(store->withdraw(1, false, "ben", "it was held after all"));
  EXPECT_EQ(events(*store, planned).size(), 0U);
  EXPECT_FALSE(store->withdraw(1, false, "ben", "twice"));
  const auto trail = store->audit(10);
  ASSERT_EQ(trail->size(), 2U);
  EXPECT_EQ((*trail)[1].detail, "status: 'held' -> 'planned': they only announced it");
  EXPECT_EQ(sound(path_), "");
}

TEST_F(RecordTest, ADismissedReportCountsNoMoreAndComesBack) {
  auto store = open();
  const auto articles = three_articles();
  add(*store, articles);
  const std::string before = seen(*store);
  const std::string report = hex_of(articles[2].reports[0].report.id);
  EXPECT_OK(store->correct({report, "dismissed", "yes", "ana", "a film"}));
  EXPECT_EQ(events(*store).size(), 1U);
  EXPECT_EQ(sound(path_), "");
  EXPECT_OK(store->withdraw(1, false, "ana", "no film"));
  EXPECT_EQ(seen(*store), before);
  EXPECT_EQ(sound(path_), "");
}

TEST_F(RecordTest, PeopleJoinAndPartReports) {
  auto store = open();
  const auto articles = three_articles();
  add(*store, articles);
  const std::string a = hex_of(articles[0].reports[0].report.id);
  const std::string b = hex_of(articles[1].reports[0].report.id);
  const std::string before = seen(*store);
  EXPECT_OK(store->tie(a, b, false, "ana", "two visits"));
  EXPECT_EQ(events(*store).size(), 3U);
  EXPECT_OK(store->withdraw(1, true, "ana", "one visit"));
  EXPECT_EQ(seen(*store), before);
  EXPECT_OK(store->tie(a, hex_of(articles[2].reports[0].report.id), true, "ana", "a code word"));
  EXPECT_EQ(events(*store).size(), 1U);
  EXPECT_EQ(sound(path_), "");
}

TEST_F(RecordTest, ADeletedArticleLeavesATombstoneOnly) {
  auto store = open();
  add(*store, three_articles());
  EXPECT_OK(store->remove("http://c/1", "ana", "court order"));
  EXPECT_EQ(events(*store).size(), 1U);
  EXPECT_EQ(store->stats()->deleted, 1U);
  SearchQuery query;
  query.terms.push_back({{{"~assault"}}, {"ASSAULT"}});
  EXPECT_EQ(store->search(query, {})->size(), 0U);
  EXPECT_EQ(add(*store, three_articles()).deleted, 1U);  // and it does not come back
  EXPECT_EQ(events(*store).size(), 1U);
  EXPECT_EQ(sound(path_), "");
  EXPECT_FALSE(store->remove("http://c/1", "ana", "again"));
}

TEST_F(RecordTest, FiltersNarrow) {
  auto store = open();
  add(*store, three_articles());
  const auto count = [&](const std::function<void(EventFilter&)>& set) {
    EventFilter filter;
    set(filter);
    return events(*store, filter).size();
  };
  EXPECT_EQ(count([](EventFilter& f) { f.actor = {"SAU"}; }), 1U);
  EXPECT_EQ(count([](EventFilter& f) { f.actor = {"SAU:GOV"}; }), 1U);
  EXPECT_EQ(count([](EventFilter& f) { f.actor = {"person.jubeir"}; }), 1U);
  EXPECT_EQ(count([](EventFilter& f) { f.actor = {"SAU", "ISI"}; }), 2U);
  EXPECT_EQ(count([](EventFilter& f) { f.actor = {"SAU"}, f.category = {"ASSAULT"}; }), 0U);
  EXPECT_EQ(count([](EventFilter& f) { f.category = {"CONSULT.visit"}; }), 1U);
  EXPECT_EQ(count([](EventFilter& f) { f.outlet = {"gamma"}; }), 1U);
  EXPECT_EQ(count([](EventFilter& f) { f.outlet = {"nobody"}; }), 0U);
  EXPECT_EQ(count([](EventFilter& f) { f.status = {"planned"}; }), 0U);
  EXPECT_EQ(count([](EventFilter& f) { f.since = 16'659; }), 0U);  // the twelfth
  EXPECT_EQ(count([](EventFilter& f) { f.until = 16'658; }), 2U);
  EXPECT_EQ(store->dyads({})->size(), 2U);
  EventFilter saudi;
  saudi.actor = {"SAU"};
  EXPECT_EQ(store->dyads(saudi)->size(), 1U);
}

TEST_F(RecordTest, APlanOfWhichNobodyTellsMoreFallsSilent) {
  auto store = open();
  add(*store, {three_articles()[0]});  // told on the tenth, for the eleventh
  EventFilter silent;
  silent.status = {"silent"};
  EXPECT_EQ(events(*store, silent).size(), 0U);
  add(*store, {sample_article("http://d/1", "delta", 14, {{"ACCUSE", "USA:GOV", "IRN:GOV"}})});
  ASSERT_EQ(events(*store, silent).size(), 1U);
  EXPECT_TRUE(events(*store, silent)[0].silent);
}

TEST_F(RecordTest, ABackupIsEqualAndCanBeRestored) {
  auto store = open();
  add(*store, three_articles());
  const std::string backup = (folder_ / "backup").string();
  // While another thread goes on adding.
  std::thread other([&] {
    for (int i = 0; i < 20; ++i)
      add(*store, {sample_article("http://x/" + std::to_string(i), "x", 20 + i % 5,
                                  {{"ACCUSE", "USA:GOV", "IRN:GOV"}})});
  });
  EXPECT_OK(store->backup(backup));
  other.join();
  EXPECT_EQ(sound(backup), "");
  EXPECT_FALSE(store->backup(backup));  // never over something
  const std::string path = (folder_ / "restored").string();
  EXPECT_OK(Store::restore(backup, path));
  EXPECT_EQ(seen(*open(path)), seen(*open(backup)));
  EXPECT_FALSE(Store::restore(backup, path));
}

TEST_F(RecordTest, DamageIsNamed) {
  {
    auto store = open();
    std::vector<CodedArticle> articles;
    for (int i = 0; i < 40; ++i)
      articles.push_back(
          sample_article("http://x/" + std::to_string(i), "x", 1 + i % 9,
                         {{"ACCUSE", "USA:GOV", "IRN:GOV"}, {"ASSAULT", "ISI", ""}}));
    add(*store, articles);
  }
  EXPECT_EQ(sound(path_), "");
  const auto size = fs::file_size(path_);
  int named = 0;
  for (int page = 2; page < static_cast<int>(size / 4096); page += 3) {
    const std::string copy = (folder_ / "damaged").string();
    fs::copy_file(path_, copy, fs::copy_options::overwrite_existing);
    std::fstream file(copy, std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(page * 4096);
    file << std::string(4096, '\x5a');
    file.close();
    named += sound(copy).empty() ? 0 : 1;
    // Reading it may fail, in words, never by a crash.
    StoreOptions options;
    if (auto store = Store::open(copy, options)) {
      (void)(*store)->events({});
      (void)(*store)->stats();
    }
  }
  EXPECT_GT(named, static_cast<int>(size / 4096 / 3) - 2);
}

TEST_F(RecordTest, NewerAndForeignFilesAreRefused) {
  add(*open(), three_articles());
  {
    auto db = Connection::open(path_, OpenMode::read_write);
    ASSERT_TRUE(db);
    EXPECT_TRUE((*db)->run("PRAGMA user_version = 99"));
  }
  StoreOptions options;
  options.create = true;
  auto newer = Store::open(path_, options);
  ASSERT_FALSE(newer);
  EXPECT_NE(newer.error().what.find("newer"), std::string::npos);
  const std::string foreign = (folder_ / "foreign").string();
  {
    auto db = Connection::open(foreign, OpenMode::create);
    EXPECT_TRUE((*db)->run("CREATE TABLE t (x)"));
  }
  EXPECT_FALSE(Store::open(foreign, options));
  const std::string text = (folder_ / "text").string();
  std::ofstream(text) << "this is no database at all, only some words that go on for a while\n";
  EXPECT_FALSE(Store::open(text, options));
  options.create = false;
  EXPECT_FALSE(Store::open((folder_ / "nothing").string(), options));
}

TEST_F(RecordTest, TimesKnownNeverGoBack) {
  auto store = open();
  add(*store, {three_articles()[0]});
  clock_ -= 3'600'000;
  add(*store, {three_articles()[1]});
  const auto story = store->event(hex_of(three_articles()[0].reports[0].report.id));
  ASSERT_EQ(story->sources.size(), 2U);
  EXPECT_LT(story->sources[0].known, story->sources[1].known);
}

TEST_F(RecordTest, TheAuditTrailCannotBeRewritten) {
  auto store = open();
  const auto articles = three_articles();
  add(*store, articles);
  EXPECT_OK(store->correct(
      {hex_of(articles[0].reports[0].report.id), "status", "held", "ana", "it was held"}));
  auto db = Connection::open(path_, OpenMode::read_write);
  EXPECT_FALSE((*db)->run("UPDATE audit SET who = 'nobody'"));
  (*db)->clear_failure();
  EXPECT_FALSE((*db)->run("DELETE FROM audit"));
}

TEST_F(RecordTest, AStoreThatMayNotBeChangedIsRead) {
  const auto articles = three_articles();
  add(*open(), articles);
  StoreOptions options;
  options.read_only = true;
  auto store = Store::open(path_, options);
  ASSERT_TRUE(store);
  EXPECT_EQ(events(**store).size(), 2U);
  EXPECT_FALSE((*store)->add(articles));
  // As on a read-only disk: nothing is made beside the file.
  store = Error{"closed", "", ""};
  for (const char* end : {"-wal", "-shm"}) fs::remove(path_ + end);
  auto db = Connection::open(path_, OpenMode::unchanging);
  ASSERT_TRUE(db);
  EXPECT_EQ((*db)->integer("SELECT count(*) FROM report"), 3);
  EXPECT_FALSE(fs::exists(path_ + "-shm"));
}

TEST_F(RecordTest, TwoWritersTakeTurnsAndReadersSeeWholeStates) {
  auto first = open();
  auto second = open();  // as another process would
  std::atomic<bool> done{false};
  std::thread reader([&] {
    auto own = open();
    while (!done) {
      for (const EventRow& row : events(*own)) {
        const auto story = own->event(row.id);
        EXPECT_TRUE(story) << story.error().message();
      }
    }
  });
  const auto fill = [](Store& store, int from) {
    for (int i = from; i < 40; i += 2) {
      const std::string number = std::to_string(i);
      add(store, {sample_article("http://x/" + number, "x" + std::to_string(i % 3), 10 + i % 4,
                                 {{"CONSULT.visit", "SAU:GOV", "RUS:GOV", "held", 11}},
                                 "Headline " + number)});
    }
  };
  std::thread other([&] { fill(*second, 1); });
  fill(*first, 0);
  other.join();
  done = true;
  reader.join();
  EXPECT_EQ(first->stats()->articles, 40U);
  EXPECT_EQ(seen(*first), seen(*second));
  EXPECT_EQ(sound(path_), "");
}

TEST(Packed, RecordsAndReportsComeBackAsTheyWere) {
  const CodedArticle article = sample_article(
      "http://a/1", "alpha", 11, {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "negated", 11}});
  const Content content = unpacked(article.content);
  EXPECT_EQ(packed(content), article.content);
  EXPECT_EQ(content.records[0].actor[0].id, "person.jubeir");
  EXPECT_EQ(content.records[0].trigger.text, "CONSULT.visit");
  Report report = article.reports[0].report;
  report.threads = {7};
  report.thread_names = {"talks"};
  report.convenes = 7;
  report.questions = 3;
  report.words = {1, 2};
  report.topics = {9};
  report.place = 5;
  report.relates = {{12, "invites"}};
  const Report again = unpack_report(packed(report));
  EXPECT_EQ(packed(again), packed(report));
  EXPECT_EQ(again.convenes, 7U);
  EXPECT_EQ(again.thread_names, report.thread_names);
}

TEST(Packed, AnyBytesAreTaken) {
  std::mt19937 random(7);
  const CodedArticle article = sample_article("u", "o", 1, {{"ACCUSE", "USA", "IRN"}});
  for (int i = 0; i < 2000; ++i) {
    std::string bytes = article.content;
    for (int j = 0; j < 5; ++j) bytes[random() % bytes.size()] = static_cast<char>(random());
    bytes.resize(random() % (bytes.size() + 1));
    const Content content = unpacked(std::string(bytes));
    for (const Record& record : content.records)
      EXPECT_LE(record.trigger.bytes.end, content.text.size());
    (void)search_line(content.text, content.tokens);
    (void)unpack_report(bytes);
  }
}

TEST(Sketch, TellsNearCopiesFromOtherTexts) {
  std::string text, other;
  for (int i = 0; i < 200; ++i) text += " w" + std::to_string(i), other += " v" + std::to_string(i);
  const Sketch a = sketch_of(text);
  EXPECT_GT(likeness(a.bins, sketch_of(text + " and a line more at the end").bins), 0.85);
  EXPECT_LT(likeness(a.bins, sketch_of(other).bins), 0.1);
  EXPECT_TRUE(sketch_of("too few words").empty);
  EXPECT_EQ(bins_of(bytes_of(a)), a.bins);
}

}  // namespace
}  // namespace rasid
