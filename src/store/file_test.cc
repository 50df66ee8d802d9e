// SPDX-License-Identifier: Apache-2.0
// The file: backups, damage, older and newer versions, two processes.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "store/packed.h"
#include "store/sample_store.h"
#include "store/sqlite.h"

namespace rasid {
namespace {

namespace fs = std::filesystem;

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

// A file as version 1 wrote it: nothing sealed, no word of how the index was made.
void make_version_1(const std::string& path) {
  auto db = Connection::open(path, OpenMode::read_write);
  ASSERT_TRUE(db);
  for (const char* sql : {"UPDATE report SET packed = substr(packed, 1, length(packed) - 4)",
                          "UPDATE report SET tags = substr(tags, 1, length(tags) - 4)",
                          "UPDATE report SET coder = substr(coder, 1, length(coder) - 4)",
                          "UPDATE event SET tags = substr(tags, 1, length(tags) - 4)",
                          "DELETE FROM meta WHERE name = 'search_form'", "PRAGMA user_version = 1"})
    EXPECT_TRUE((*db)->run(sql)) << sql;
}

TEST_F(RecordTest, AnOlderFileIsBroughtUpToDate) {
  const auto articles = three_articles();
  std::string before;
  {
    auto store = open();
    add(*store, articles);
    EXPECT_OK(store->correct({report_of(articles[1]), "status", "planned", "ana", "announced"}));
    before = seen(*store);
  }
  make_version_1(path_);
  EXPECT_NE(sound(path_).find("older"), std::string::npos);
  StoreOptions options;
  options.read_only = true;
  EXPECT_FALSE(Store::open(path_, options));
  options.read_only = false;
  auto store = Store::open(path_, options);  // to read it
  ASSERT_TRUE(store) << store.error().message();
  EXPECT_EQ(seen(**store), before);
  EXPECT_EQ(sound(path_), "");
  EXPECT_OK((*store)->withdraw(1, false, "ana", "held after all"));
  EXPECT_EQ(add(**store, articles).known, 3U);
  EXPECT_EQ(sound(path_), "");
}

TEST_F(RecordTest, AnIndexOfOtherWordsIsMadeAnew) {
  auto store = open();
  add(*store, three_articles());
  {
    auto db = Connection::open(path_, OpenMode::read_write);
    EXPECT_TRUE((*db)->run("UPDATE meta SET value = 0 WHERE name = 'search_form'"));
    EXPECT_TRUE((*db)->run("INSERT INTO words (words) VALUES ('delete-all')"));
  }
  EXPECT_NE(sound(path_).find("reindex"), std::string::npos);
  add(*store, {sample_article("http://d/1", "delta", 14, {{"ACCUSE", "USA:GOV", "IRN:GOV"}})});
  EXPECT_EQ(sound(path_), "");
  SearchQuery query;
  query.terms.push_back({{{"~headline"}}, {"headline"}});
  EXPECT_EQ(store->search(query, {})->size(), 4U);
  EXPECT_OK(store->reindex());
  EXPECT_EQ(store->search(query, {})->size(), 4U);
}

TEST_F(RecordTest, ARowWithAnotherByteIsNamed) {
  auto store = open();
  add(*store, three_articles());
  for (const char* sql :
       {"UPDATE report SET packed = CAST(packed || x'00' AS BLOB) WHERE id = (SELECT min(id) "
        "FROM report)",
        "UPDATE event SET tags = x'0102030405' WHERE id = (SELECT min(id) FROM "
        "event)",
        "UPDATE body SET frame = CAST(frame || x'00' AS BLOB)"}) {
    const std::string copy = (folder_ / "copy").string();
    fs::remove(copy);
    EXPECT_OK(store->backup(copy));
    {
      auto db = Connection::open(copy, OpenMode::read_write);
      EXPECT_TRUE((*db)->run(sql));
    }
    EXPECT_NE(sound(copy).find("damaged"), std::string::npos) << sql;
    StoreOptions options;
    auto damaged = Store::open(copy, options);
    ASSERT_TRUE(damaged);
    (void)(*damaged)->events({});
    (void)(*damaged)->add({{three_articles()[0]}});
  }
}

TEST_F(RecordTest, ADayThatIsFullIsTold) {
  auto store = open();
  const auto articles = three_articles();
  add(*store, {articles[0]});
  {
    auto db = Connection::open(path_, OpenMode::read_write);
    EXPECT_TRUE((*db)->run("UPDATE article SET id = id | 0xFFFFF"));
  }
  const auto more =
      store->add({{sample_article("http://n/1", "nu", 10, {{"ACCUSE", "USA", "IRN"}})}});
  ASSERT_FALSE(more);
  EXPECT_NE(more.error().what.find("one day"), std::string::npos);
}

TEST_F(RecordTest, AllArticlesAreGivenWhileOthersAreWritten) {
  auto store = open();
  std::vector<CodedArticle> articles;
  for (int i = 0; i < 150; ++i)
    articles.push_back(sample_article("http://e/" + std::to_string(i), "e", 1 + i % 9,
                                      {{"ACCUSE", "USA:GOV", "IRN:GOV"}},
                                      "Headline " + std::to_string(i)));
  add(*store, articles);
  int given = 0;
  EXPECT_OK(store->each_article([&](const Content& content, std::optional<int32_t> published) {
    ++given;
    EXPECT_TRUE(published);
    CodedArticle version =
        sample_article(content.url, "e", 1 + given % 9, {{"ACCUSE", "USA:GOV", "IRN:GOV"}},
                       "Version " + std::to_string(given));
    EXPECT_EQ(add(*store, {version}).versions, 1U);
    return true;
  }));
  EXPECT_EQ(given, 150);
}

TEST_F(RecordTest, TheDoctorSaysWhereThereIsNoStore) {
  EXPECT_NE(sound((folder_ / "nothing").string()).find("there is no store"), std::string::npos);
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

}  // namespace
}  // namespace rasid
