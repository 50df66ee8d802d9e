// SPDX-License-Identifier: Apache-2.0
// Reports become events, in any order and again and again.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "base/hash.h"
#include "store/sample_store.h"

namespace rasid {
namespace {

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

}  // namespace
}  // namespace rasid
