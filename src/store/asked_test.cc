// SPDX-License-Identifier: Apache-2.0
// What is asked of the record.
#include <gtest/gtest.h>

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
