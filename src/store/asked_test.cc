// SPDX-License-Identifier: Apache-2.0
// What is asked of the record.
#include <gtest/gtest.h>

#include <algorithm>

#include "store/sample_store.h"

namespace rasid {
namespace {

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

std::vector<std::string> statuses(const std::vector<EventRow>& rows) {
  std::vector<std::string> out;
  for (const EventRow& row : rows)
    out.push_back(std::string(name_of(row.status)) + (row.silent ? " silent" : ""));
  std::sort(out.begin(), out.end());
  return out;
}

TEST_F(RecordTest, SilentGoesTogetherWithOtherFilters) {
  auto store = open();
  add(*store, {sample_article("http://a/1", "alpha", 10,
                              {{"CONSULT.visit", "SAU:GOV", "RUS:GOV", "planned", 11},
                               {"CONSULT.visit", "EGY:GOV", "USA:GOV", "planned", 25},
                               {"ACCUSE", "USA:GOV", "IRN:GOV", "negated", 10}}),
               sample_article("http://b/1", "beta", 20, {{"ASSAULT", "ISI", "IRQ:MIL"}})});
  const auto asked = [&](std::vector<std::string> status, std::vector<std::string> actor = {}) {
    EventFilter filter;
    filter.status = std::move(status);
    filter.actor = std::move(actor);
    return statuses(events(*store, filter));
  };
  using Words = std::vector<std::string>;
  EXPECT_EQ(asked({"silent"}), (Words{"planned silent"}));
  EXPECT_EQ(asked({"planned"}), (Words{"planned", "planned silent"}));
  EXPECT_EQ(asked({"silent", "negated"}), (Words{"negated", "planned silent"}));
  EXPECT_EQ(asked({"silent", "planned"}), (Words{"planned", "planned silent"}));
  EXPECT_EQ(asked({"silent"}, {"EGY"}), (Words{}));
  EventFilter one;  // the limit counts what is shown
  one.status = {"silent"};
  one.limit = 1;
  EXPECT_EQ(store->events(one)->size(), 1U);
}

TEST_F(RecordTest, ADeedOfSeveralDaysLiesOnEachOfThem) {
  auto store = open();
  CodedArticle article = sample_article("http://a/1", "alpha", 10,
                                        {{"CONSULT.visit", "SAU:GOV", "RUS:GOV", "held", 10}});
  article.reports[0].report.days.last += 3;  // the tenth to the thirteenth
  add(*store, {article});
  const auto on = [&](int day, bool tagged) {
    EventFilter filter;
    if (tagged) filter.actor = {"SAU"};
    filter.since = filter.until = 16'648 + day - 1;
    return events(*store, filter).size();
  };
  for (const bool tagged : {false, true}) {
    EXPECT_EQ(on(9, tagged), 0U);
    EXPECT_EQ(on(10, tagged), 1U);
    EXPECT_EQ(on(12, tagged), 1U);
    EXPECT_EQ(on(13, tagged), 1U);
    EXPECT_EQ(on(14, tagged), 0U);
  }
}

TEST_F(RecordTest, WordsOfArticlesAreAFilterLikeOthers) {
  auto store = open();
  std::vector<CodedArticle> articles;
  for (int i = 0; i < 12; ++i)  // the newest article tells the oldest deed
    articles.push_back(sample_article("http://a/" + std::to_string(i), "alpha", 1 + i,
                                      {{"CONSULT.visit", i % 2 == 0 ? "SAU:GOV" : "EGY:GOV",
                                        i % 2 == 0 ? "RUS:GOV" : "USA:GOV", "held", 28 - 2 * i}},
                                      "Headline " + std::to_string(i)));
  add(*store, articles);
  const auto days = [&](bool oldest_first, size_t limit) {
    EventFilter filter;
    filter.text = SearchQuery{};
    filter.text->terms.push_back({{{"~headline"}}, {"headline"}});
    filter.oldest_first = oldest_first;
    filter.limit = limit;
    std::vector<int32_t> out;
    const auto rows = store->events(filter);
    for (const EventRow& row : *rows) out.push_back(row.first - 16'647);
    return out;
  };
  EXPECT_EQ(days(false, 3), (std::vector<int32_t>{28, 26, 24}));
  EXPECT_EQ(days(true, 3), (std::vector<int32_t>{6, 8, 10}));
  EXPECT_EQ(days(true, 100).size(), 12U);
}

TEST_F(RecordTest, WhatNoEventHasIsToldWithTheNearest) {
  auto store = open();
  add(*store, three_articles());
  EventFilter filter;
  filter.actor = {"SAU", "person.jubair"};
  filter.status = {"silent", "planed"};
  filter.outlet = {"alfa"};
  filter.dyad = {"SAU>RUS", "RUS>SAU", "SAU>XYZ"};
  const auto unknown = store->unknown(filter);
  ASSERT_TRUE(unknown);
  std::vector<std::string> told;
  for (const UnknownValue& one : *unknown) told.push_back(one.kind + " " + one.value);
  EXPECT_EQ(told, (std::vector<std::string>{"actor person.jubair", "dyad XYZ", "status planed",
                                            "outlet alfa"}));
  EXPECT_EQ((*unknown)[0].near.front(), "person.jubeir jubeir");
  EXPECT_EQ((*unknown)[3].near.front(), "alpha");
}

TEST_F(RecordTest, TheRecordIsAskedAsItWasKnown) {
  auto store = open();
  const auto articles = three_articles();
  add(*store, {articles[0]});  // planned
  const int64_t first = clock_ + 500;
  clock_ += 1000;
  add(*store, {articles[1]});  // held
  const int64_t second = clock_ + 500;
  clock_ += 1000;
  EXPECT_OK(store->correct({report_of(articles[1]), "status", "negated", "ana", "not so"}));
  const int64_t third = clock_ + 500;
  clock_ += 1000;
  add(*store, {sample_article("http://b/1", "beta", 11,
                              {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "possible", 11}})});
  const auto then = [&](int64_t time, std::vector<std::string> status = {}) {
    EventFilter filter;
    filter.actor = {"SAU"};
    filter.known_at = time;
    filter.status = std::move(status);
    const auto rows = events(*store, filter);
    if (rows.empty()) return std::string("nothing");
    const auto story = store->event(rows[0].id, time);
    return std::string(name_of(rows[0].status)) + " of " + std::to_string(rows[0].reports) + ", " +
           std::to_string(story->sources.size()) + " told";
  };
  EXPECT_EQ(then(first - 10'000), "nothing");
  EXPECT_EQ(then(first), "planned of 1, 1 told");
  EXPECT_EQ(then(first, {"held"}), "nothing");
  EXPECT_EQ(then(second), "held of 2, 2 told");
  EXPECT_EQ(then(second, {"held"}), "held of 2, 2 told");
  EXPECT_EQ(then(third), "negated of 2, 2 told");
  EXPECT_EQ(then(kNow), "negated of 2, 2 told");  // the correction holds for the new version
}

TEST_F(RecordTest, ThreadsAreFoundByTheirNames) {
  auto store = open();
  std::vector<CodedArticle> articles;
  const char* names[] = {"محادثات جنيف", "محادثات جنيف الثانية", "محادثات باريس"};
  for (int i = 0; i < 3; ++i) {
    CodedArticle article = sample_article("http://t/" + std::to_string(i), "o", 10 + i,
                                          {{"CONSULT.talks", "SYR:GOV", "UNO"}}, names[i]);
    CodedReport& report = article.reports[0];
    report.report.threads = {static_cast<uint64_t>(7 + i)};
    report.report.thread_names = {names[i]};
    add_thread_tags(report.tags, report.report);
    articles.push_back(std::move(article));
  }
  add(*store, articles);
  EXPECT_EQ(store->threads("", 10)->size(), 3U);
  const auto like = *store->threads("محادثات جنيف", 10);
  ASSERT_EQ(like.size(), 2U);
  EXPECT_TRUE(like[0].exact);
  EXPECT_FALSE(like[1].exact);
  EXPECT_EQ(Date::from_days(like[0].first).iso(), "2015-08-10");
  EXPECT_EQ(store->thread("محادثات جنيف", 20'000)->key, like[0].key);
  EXPECT_EQ(store->thread("باريس", 20'000)->name, "محادثات باريس");  // only one has it
  EXPECT_FALSE(store->thread("المحادثات", 20'000));                  // several have
  EXPECT_FALSE(store->thread("فيينا", 20'000));
  EXPECT_EQ(store->thread(like[1].key, 20'000)->sources.size(), 1U);
  EXPECT_EQ(store->thread(like[1].key, 16'000)->sources.size(), 0U);
}

// A phrase whose words have so many readings that the index is asked for the words alone.
TEST_F(RecordTest, PhrasesOfManyReadingsAreStillPhrases) {
  auto store = open();
  add(*store,
      {sample_article("http://a/1", "a", 1, {{"ACCUSE", "USA", "IRN"}}, "one two three four"),
       sample_article("http://b/1", "b", 1, {{"ACCUSE", "USA", "IRN"}}, "four three two one")});
  SearchTerm phrase;
  for (const char* word : {"one", "two", "three", "four"}) {
    const std::string own = "~" + std::string(word);
    phrase.words.push_back({own, own + "a", own + "b", own + "c"});
    phrase.written.emplace_back(word);
  }
  SearchQuery query;
  query.terms = {phrase};
  ASSERT_TRUE(query.needs_look());
  const auto hits = store->search(query, {});
  ASSERT_EQ(hits->size(), 1U);
  EXPECT_EQ((*hits)[0].url, "http://a/1");
  SearchQuery without;
  without.terms = {{{{"~two"}}, {"two"}}, phrase};
  without.terms[1].without = true;
  const auto others = store->search(without, {});
  ASSERT_EQ(others->size(), 1U);
  EXPECT_EQ((*others)[0].url, "http://b/1");
  EventFilter filter;
  filter.text = query;
  EXPECT_EQ(events(*store, filter).size(), 1U);
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

}  // namespace
}  // namespace rasid
