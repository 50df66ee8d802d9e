// SPDX-License-Identifier: Apache-2.0
#include "event/syntax.h"

#include <gtest/gtest.h>

#include "lexicon/testing.h"

namespace rasid {
namespace {

std::string text_of(const Result<SlotText>& slot) {
  if (!slot) return "error: " + slot.error().message();
  std::string out(name_of(slot->role));
  for (const SourceText& source : slot->sources) {
    out += " " + std::string(name_of(source.kind));
    if (!source.preposition.empty()) out += ":" + std::string(source.preposition);
  }
  return out + " filter=" + std::to_string(slot->filter);
}

TEST(Syntax, Slots) {
  EXPECT_EQ(text_of(parse_slot("actor subject")), "actor subject filter=0");
  EXPECT_EQ(text_of(parse_slot("recipient object|prep.ila place-of")),
            "recipient object preposition:ila filter=8");
  EXPECT_EQ(text_of(parse_slot("actor content-subject person state")),
            "actor content-subject filter=3");
  EXPECT_EQ(text_of(parse_slot("victim object")),
            "error: unknown role 'victim'; write actor, recipient, place, topic ...");
  EXPECT_EQ(text_of(parse_slot("actor")), "error: no source for the role 'actor'; name one");
  EXPECT_EQ(text_of(parse_slot("actor subjct")),
            "error: unknown source 'subjct'; write subject, object, genitive, prep.NAME ...");
}

TEST(Syntax, Conditions) {
  const auto items = parse_condition("prep.an:class.hope & !object:state & negated & class.sport");
  ASSERT_TRUE(items);
  ASSERT_EQ(items->size(), 4u);
  EXPECT_EQ((*items)[0].test, rasid::Test::source_class);
  EXPECT_EQ((*items)[0].source.preposition, "an");
  EXPECT_EQ((*items)[0].word_class, "class.hope");
  EXPECT_EQ((*items)[1].test, rasid::Test::source_state);
  EXPECT_TRUE((*items)[1].denied);
  EXPECT_EQ((*items)[2].test, rasid::Test::negated);
  EXPECT_EQ((*items)[3].test, rasid::Test::clause_class);
  EXPECT_FALSE(parse_condition("sbject"));
  EXPECT_FALSE(parse_condition("object:colour"));
  EXPECT_FALSE(parse_condition(""));
}

TEST(Syntax, Whens) {
  const auto when = parse_when("class.phone & actor -> CONSULT.phone");
  ASSERT_TRUE(when);
  EXPECT_EQ(when->items.size(), 2u);
  EXPECT_EQ(when->type.category, "CONSULT");
  EXPECT_EQ(when->type.mode, "phone");
  EXPECT_FALSE(parse_when("class.phone CONSULT.phone"));
  EXPECT_FALSE(parse_when("class.phone -> consult"));
}

// Everything wrong in an entry is told with its file and line; the rest of it is still used.
TEST(EventIndex, ReportsProblems) {
  const Lexicon lexicon = test::lexicon(
      "%rec: Frame\n\nid: f.one\nverb: زار\nevent: CONSULT.visit\nslot: actor subject\n"
      "slot: host object\nneeds: class.none\nyes: زار الوزير موسكو\n");
  std::vector<Error> problems;
  const EventIndex index(lexicon, problems);
  ASSERT_EQ(problems.size(), 2u);
  EXPECT_NE(problems[0].message().find(":3: f.one: slot: unknown role 'host'"), std::string::npos)
      << problems[0].message();
  EXPECT_NE(problems[1].message().find("no Class class.none"), std::string::npos)
      << problems[1].message();
  ASSERT_EQ(index.frames().size(), 1u);
  EXPECT_EQ(index.slots(index.frames()[0]).size(), 1u);
}

}  // namespace
}  // namespace rasid
