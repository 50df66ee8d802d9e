// SPDX-License-Identifier: Apache-2.0
#include "lexicon/compile.h"

#include <gtest/gtest.h>

#include "base/letters.h"
#include "lexicon/testing.h"

namespace rasid {
namespace {

constexpr std::string_view kSmall = R"(%rec: Word

id: w.wazir
lemma: وزير
pos: noun
plural: وزراء
human: yes

id: w.zara
lemma: زار
pos: verb
root: z.w.r
form: 1
present: يزور
masdar: زيارة

%rec: Frame

id: f.visit
verb: زار
noun: زيارة
event: CONSULT.visit
slot: actor subject
yes: زار وفد موسكو
+ actor = وفد
+ recipient = موسكو

%rec: Office

id: SAU.minister.foreign
code: SAU
title: ~وزير ~خارجية السعودية

%rec: State

id: RUS
code: RUS
name: روسيا
adjective: روسي
plural: روس
)";

TEST(Compile, SmallLexicon) {
  const Lexicon lexicon = test::lexicon(kSmall);
  EXPECT_EQ(lexicon.entry_count(), 5u);
  const EntryId frame = lexicon.entry_named("f.visit");
  ASSERT_NE(frame, kNone);
  EXPECT_EQ(lexicon.entry(frame).value(Key::event), "CONSULT.visit");
  EXPECT_EQ(lexicon.entry(frame).where(Key::slot), "test.rec:23");
  ASSERT_FALSE(lexicon.forms("zArwA").empty());
  const LemmaId zara = lexicon.forms("zArwA").front().lemma;
  EXPECT_EQ(lexicon.lemma(zara).normal, "zAr");
  ASSERT_EQ(lexicon.terms_of(zara).size(), 1u);
  EXPECT_EQ(lexicon.terms_of(zara)[0].entry, frame);
  ASSERT_FALSE(lexicon.forms("zyArh").empty());
  const LemmaId visit = lexicon.forms("zyArh").front().lemma;
  EXPECT_EQ(lexicon.lemma(visit).verb, zara);
  EXPECT_EQ(lexicon.terms_of(visit).size(), 1u);
  uint32_t node = lexicon.step_lemma(Lexicon::kRoot, lexicon.forms("wzrAC").front().lemma);
  ASSERT_NE(node, kNone);
  node = lexicon.step_lemma(node, lexicon.forms("xArjyh").front().lemma);
  ASSERT_NE(node, kNone);
  node = lexicon.step(node, "AlsEwdyh");
  ASSERT_NE(node, kNone);
  ASSERT_EQ(lexicon.terms_at(node).size(), 1u);
  EXPECT_EQ(lexicon.entry(lexicon.terms_at(node)[0].entry).id(), "SAU.minister.foreign");
  EXPECT_EQ(lexicon.step(Lexicon::kRoot, "nowhere"), kNone);
}

}  // namespace
}  // namespace rasid
