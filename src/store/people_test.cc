// SPDX-License-Identifier: Apache-2.0
// What people change: corrections, ties, deletions, and the trail of it.
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "store/sample_store.h"
#include "store/sqlite.h"

namespace rasid {
namespace {

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

// All that the store's file and its journal hold.
std::string bytes_of(const std::string& path) {
  std::string out;
  for (const char* end : {"", "-wal"}) {
    std::ifstream file(path + end, std::ios::binary);
    out.append(std::istreambuf_iterator<char>(file), {});
  }
  return out;
}

TEST_F(RecordTest, NoWordOfADeletedArticleStaysInTheFile) {
  auto store = open();
  add(*store, three_articles());
  const CodedArticle secret = sample_article(
      "http://s/1", "sigma", 12,
      {{"ACCUSE", "USA:GOV/qwxyzperson", "IRN:GOV", "held", 12, "Then qwxyzverb the qwxyznoun"}});
  add(*store, {secret});
  add(*store, {sample_article("http://s/1", "sigma", 12,
                              {{"ACCUSE", "USA:GOV/qwxyzperson", "IRN:GOV", "held", 12,
                                "Then qwxyzverb a qwxyzsecond"}})});  // another version
  const auto found = store->event(report_of(secret));
  ASSERT_TRUE(found) << found.error().message();
  EXPECT_OK(store->correct({found->sources[0].record.id, "actor", "SAU", "ana", "typing error"}));
  EXPECT_OK(store->correct({found->sources[0].record.id, "dismissed", "yes", "ana", "no"}));
  EXPECT_NE(bytes_of(path_).find("wxyz"), std::string::npos);
  EXPECT_OK(store->remove("http://s/1", "ana", "court order"));
  EXPECT_EQ(bytes_of(path_).find("wxyz"), std::string::npos);
  EXPECT_EQ(sound(path_), "");
  EXPECT_EQ(events(*store).size(), 2U);
}

// What people say of two reports holds after a coding that gives them other ids.
TEST_F(RecordTest, TiesFollowReportsToTheirNewIds) {
  auto store = open();
  const auto articles = three_articles();
  add(*store, articles);
  EXPECT_OK(store->tie(report_of(articles[0]), report_of(articles[1]), false, "ana", "two visits"));
  EXPECT_EQ(events(*store).size(), 3U);
  // The same trigger with more before it: its place and so its id are others.
  CodedArticle moved = sample_article("http://b/1", "beta", 11,
                                      {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "held", 11}},
                                      "A headline that is longer");
  EXPECT_NE(report_of(moved), report_of(articles[1]));
  add(*store, {moved});
  EXPECT_EQ(events(*store).size(), 3U);
  // It is not told in a third version, and told again in a fourth.
  add(*store, {sample_article("http://b/1", "beta", 11, {{"ACCUSE", "RUS:GOV", "USA:GOV"}})});
  CodedArticle again = sample_article("http://b/1", "beta", 11,
                                      {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "held", 11}},
                                      "A headline that is much longer");
  add(*store, {again});
  EXPECT_EQ(events(*store).size(), 3U);
  EXPECT_OK(store->withdraw(1, true, "ana", "one visit"));
  EXPECT_EQ(events(*store).size(), 2U);
  EXPECT_EQ(sound(path_), "");
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

}  // namespace
}  // namespace rasid
