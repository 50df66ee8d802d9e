// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "base/date.h"
#include "base/letters.h"
#include "base/utf8.h"

namespace rasid {
namespace {

TEST(Utf8, repairs_and_counts) {
  EXPECT_EQ(repaired("a\xFF\xD8").text, "a\xEF\xBF\xBD\xEF\xBF\xBD");
  EXPECT_EQ(repaired("a\xFF\xD8").count, 2u);
  EXPECT_TRUE(is_valid_utf8("سلام"));
  EXPECT_FALSE(is_valid_utf8("\xED\xA0\x80"));  // a surrogate
}

TEST(Utf8, code_points_before_a_byte) {
  std::string text;
  for (int i = 0; i < 50; ++i) text += "aب";
  CodePoints points;
  points.reset(text);
  EXPECT_EQ(points.before(0), 0u);
  EXPECT_EQ(points.before(3), 2u);
  EXPECT_EQ(points.before(static_cast<uint32_t>(text.size())), 100u);
}

TEST(Letters, folds_spelling_and_keeps_marks) {
  const struct {
    const char* word;
    const char* normal;
    uint16_t marks;
  } rows[] = {{"إلى", "Aly", kHamzaBelow | kAlefMaqsura},
              {"زيارةً", "zyArh", kTaMarbuta | kTanwin},
              {"مســؤول", "msCwl", 0},
              {"مسئول", "msCwl", 0},
              {"ﻻ", "lA", 0},
              {"٢٥", "25", 0},
              {"أُرسل", "Arsl", kHamzaAbove | kDamma},
              {"علي", "Ely", kFinalYeh},
              {"ﺳﻮﺭﻳﺎ", "swryA", 0}};
  for (const auto& row : rows) {
    EXPECT_EQ(fold(row.word).normal, row.normal) << row.word;
    EXPECT_EQ(fold(row.word).marks, row.marks) << row.word;
  }
}

TEST(Letters, folding_twice_is_folding_once) {
  for (const char* word : {"المفاوضات", "وللمسؤولين", "آراء", "مؤتمر", "ڤيينا", "جرى"}) {
    const std::string once = fold(word).normal;
    EXPECT_EQ(fold(unfold(once)).normal, once);
  }
}

TEST(Date, weekday_and_arithmetic) {
  EXPECT_EQ(Date::from("2013-11-15")->weekday(), 5);
  EXPECT_EQ(Date::from("2013-11-15")->plus_days(16).iso(), "2013-12-01");
  EXPECT_EQ(Date::from("2012-01-31")->plus_months(1).iso(), "2012-02-29");
  EXPECT_FALSE(Date::from("2013-02-30"));
  EXPECT_EQ(Date::from_days(-1).iso(), "1969-12-31");
}

}  // namespace
}  // namespace rasid
