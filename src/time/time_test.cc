// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <string>

#include "lexicon/testing.h"
#include "morph/analyze.h"
#include "time/hijri.h"
#include "time/moments.h"
#include "token/tokenize.h"

namespace rasid {
namespace {

struct Engine {
  const Lexicon& lexicon = test::whole_lexicon();
  std::vector<Error> problems;
  Morphology morphology{lexicon, problems};
  std::vector<Error> own_problems;
  TimeIndex index{lexicon, own_problems};
  MorphCache cache{morphology};
};

Engine& engine() {
  static Engine the_engine;
  return the_engine;
}

// The moments of one paragraph of an article of that day ("" for an article without a date).
std::string moments(std::string_view on, std::string_view text) {
  Document document;
  document.article.text = std::string(text);
  document.article.published = Date::from(on);
  document.article.blocks.push_back(
      {Part::paragraph, {0, static_cast<uint32_t>(text.size())}, 1, kNone});
  tokenize(document);
  analyze(document, engine().morphology, engine().cache);
  find_moments(document, engine().index);
  return dump_moments(document);
}

struct Row {
  const char* on;
  const char* text;
  const char* moments;
};

void check(std::initializer_list<Row> rows) {
  for (const Row& row : rows) EXPECT_EQ(moments(row.on, row.text), row.moments) << row.text;
}

TEST(Time, LexiconHasNoProblems) {
  for (const Error& error : engine().own_problems) ADD_FAILURE() << error.message();
}

TEST(Time, DayWords) {
  check({
      {"2015-07-24", "بحث الوزيران أمس ملف المياه",
       "[أمس] 2015-07-23 day relative past (day word)\n"},
      {"2015-07-31", "وصل مساء أول من أمس",
       "[مساء أول من أمس] 2015-07-29 day relative past (day word)\n"},
      {"2015-07-21", "أعلن الوزير، اليوم (الثلاثاء)، قبوله",
       "[اليوم (الثلاثاء)] 2015-07-21 day relative (day word)\n"},
      {"2015-07-25", "رحبت أمس الجمعة بالاتفاق",
       "[أمس الجمعة] 2015-07-24 day relative past (day word)\n"},
      // said on another day than the article's: the weekday told counts
      {"2015-07-26", "سيقوم يوم غد الأحد بزيارة",
       "[يوم غد الأحد] 2015-07-26 day relative future (nearest such weekday)\n"},
      {"2015-12-20", "يفتتح بعد غد المعرض", "[بعد غد] 2015-12-22 day relative future (day word)\n"},
      {"2015-07-27", "سرت الهدنة منتصف الليلة الماضية",
       "[منتصف الليلة الماضية] 2015-07-26 day relative past (middle of)\n"},
      {"2017-01-20", "يقام اليوم الجمعة 20 جانفي 2017 حفل",
       "[اليوم الجمعة 20 جانفي 2017] 2017-01-20 day explicit (date)\n"},
      {"", "بحث الوزيران أمس ملف المياه", "[أمس] - past (day without the article's date)\n"},
      {"2015-07-25", "عقد في اليوم الثاني من الزيارة", ""},
  });
}

TEST(Time, Weekdays) {
  check({
      {"2013-11-15", "سيجتمع الوفد يوم الاثنين المقبل",
       "[يوم الاثنين المقبل] 2013-11-18 day relative future (weekday)\n"},
      {"2015-07-21", "دعت الولايات المتحدة الثلاثاء الماضي رعاياها",
       "[الثلاثاء الماضي] 2015-07-14 day relative past (weekday)\n"},
      {"2015-08-01", "غادر الوزير مساء الجمعة واشنطن",
       "[مساء الجمعة] 2015-07-31 day relative (weekday)\n"},
      {"2015-08-01", "سيلتقي الوزير الأحد مع نظيره", "[الأحد] 2015-08-02 day relative (weekday)\n"},
      {"2013-11-15", "إن الوفد قد يجتمع مع الوزير يوم الثلاثاء",
       "[يوم الثلاثاء] 2013-11-19 day relative (weekday)\n"},
      {"2013-11-15", "بحث المبعوث، الجمعة، في مكالمة",
       "[الجمعة] 2013-11-15 day relative (weekday)\n"},
      {"", "غادر الوزير مساء الجمعة", "[مساء الجمعة] - (weekday without the article's date)\n"},
  });
}

TEST(Time, WhatTheVerbsSay) {
  check({
      {"2015-07-21", "أعلن وزير الخارجية عزمه زيارة إيران في سبتمبر",
       "[سبتمبر] 2015-09 month inferred (date, nearest year)\n"},
      {"2015-08-06", "دعوة من نظيره لزيارة باريس في نوفمبر",
       "[نوفمبر] 2015-11 month inferred (date, nearest year)\n"},
      {"2015-07-22", "لم يزر المدينة الاثنين", "[الاثنين] 2015-07-20 day relative (weekday)\n"},
      {"2015-07-22", "لن يزور المدينة الاثنين", "[الاثنين] 2015-07-27 day relative (weekday)\n"},
      // told before in the article: the same day
      {"2015-07-31", "وافقت المنظمة الاثنين على الطلب. وسيجرى احتفال بعد ظهر الاثنين",
       "[الاثنين] 2015-07-27 day relative (weekday)\n[بعد ظهر الاثنين] 2015-07-27 day relative "
       "(weekday)\n"},
      {"2023-08-27", "وصلوا عبر معبر باب السلامة", ""},
      {"2017-03-11", "توفي صباح السبت، 11 مارس 2017",
       "[صباح السبت، 11 مارس 2017] 2017-03-11 day explicit (date)\n"},
  });
}

TEST(Time, Dates) {
  check({
      {"2013-11-15", "الاجتماع في جنيف في 25 نوفمبر/ تشرين الثاني الحالي",
       "[25 نوفمبر/ تشرين الثاني الحالي] 2013-11-25 day relative (date, by the article's)\n"},
      {"", "الاجتماع في 25 نوفمبر الحالي",
       "[25 نوفمبر الحالي] ----11-25 day (date without its year)\n"},
      {"2013-11-15", "بيان جنيف الصادر بتاريخ 30 يونيو/حزيران 2012",
       "[30 يونيو/حزيران 2012] 2012-06-30 day explicit (date)\n"},
      {"2015-07-22", "أبرمته في فيينا يوم 14 يوليو (تموز)",
       "[يوم 14 يوليو (تموز)] 2015-07-14 day inferred (date, nearest year)\n"},
      {"2015-09-22", "أبرم الاتفاق في 14 يوليو (تموز) الماضي",
       "[14 يوليو (تموز) الماضي] 2015-07-14 day relative past (date, by the article's)\n"},
      {"2015-07-21", "زيارة مقررة في الثامن من أغسطس",
       "[الثامن من أغسطس] 2015-08-08 day inferred (date, nearest year)\n"},
      {"2015-08-07", "سيزور الوفد موسكو في 12 و13 آب (أغسطس)",
       "[12 و13 آب (أغسطس)] 2015-08-12/2015-08-13 range inferred (date, nearest year)\n"},
      {"2015-08-07", "قاطع الائتلاف المحادثات في كانون الثاني (يناير) ونيسان (إبريل)",
       "[كانون الثاني (يناير) ونيسان (إبريل)] 2015-01/2015-04 range inferred (date, nearest "
       "year)\n"},
      {"2023-08-27", "وقع في 2023/08/09 و 9/8/2022 و2021-07-06",
       "[2023/08/09] 2023-08-09 day explicit (numbers)\n[9/8/2022] 2022-08-09 day explicit "
       "(numbers)\n[2021-07-06] 2021-07-06 day explicit (numbers)\n"},
      {"2023-01-26", "اعتقل في ٧ كانون الأول/ديسمبر",
       "[٧ كانون الأول/ديسمبر] 2022-12-07 day inferred (date, nearest year)\n"},
      {"2015-01-10", "سيعود في الثاني والعشرين من مارس",
       "[الثاني والعشرين من مارس] 2015-03-22 day inferred (date, nearest year)\n"},
  });
}

TEST(Time, MonthsAndYears) {
  check({
      {"2015-08-08", "وجهها في أبريل (نيسان) الماضي",
       "[أبريل (نيسان) الماضي] 2015-04 month relative past (date, by the article's)\n"},
      {"2015-07-21", "سيتوجهون إلى ايران في سبتمبر (ايلول) المقبل",
       "[سبتمبر (ايلول) المقبل] 2015-09 month relative future (date, by the article's)\n"},
      {"2015-08-04", "فشلت المحادثات التي قادتها في يونيو حزيران",
       "[يونيو حزيران] 2015-06 month inferred (date, nearest year)\n"},
      {"2023-05-29", "تراجع أواخر آذار/مارس الفائت",
       "[أواخر آذار/مارس الفائت] 2023-03 month relative past (end of)\n"},
      {"2015-08-04", "ضمتها روسيا العام الماضي",
       "[العام الماضي] 2014 year relative past (period)\n"},
      {"2015-08-04", "انضمت إلى الاتحاد سنة 2004", "[سنة 2004] 2004 year explicit (date)\n"},
      {"2015-08-04", "بدأت المفاوضات في 1996، وتباطأت", "[1996] 1996 year explicit (date)\n"},
      {"2015-08-04", "أصبحت مقسمة منذ 1974", "[منذ 1974] 1974 year explicit (since)\n"},
      {"2023-06-27", "اندلع في أيلول/سبتمبر 2020 وتوقف في تشرين الثاني/نوفمبر من العام نفسه",
       "[أيلول/سبتمبر 2020] 2020-09 month explicit (date)\n[تشرين الثاني/نوفمبر من العام نفسه] "
       "2020-11 month inferred (date, nearest year)\n"},
      {"2015-08-04", "عمل سفيرا بين 2013 و2015",
       "[بين 2013 و2015] 2013/2015 range explicit (range)\n"},
      {"2015-08-04", "قتل في 2000 قرية", ""},
      {"2015-08-04", "قال الأمين العام الحالي", ""},
  });
}

TEST(Time, Periods) {
  check({
      {"2015-07-21", "سيتوجه إلى طهران الأسبوع المقبل",
       "[الأسبوع المقبل] 2015-07-26/2015-08-01 week relative future (week)\n"},
      {"2015-08-07", "بعد لقائه في وقت سابق هذا الأسبوع",
       "[في وقت سابق هذا الأسبوع] 2015-08-02/2015-08-08 week relative (week)\n"},
      {"2015-07-24", "يزورها كيري الشهر المقبل",
       "[الشهر المقبل] 2015-08 month relative future (period)\n"},
      {"2013-11-15", "يلتقيان في 20 من الشهر الجاري",
       "[20 من الشهر الجاري] 2013-11-20 day relative (date, by the article's)\n"},
      {"2015-07-31", "أبرم الاتفاق منتصف الشهر الحالي",
       "[منتصف الشهر الحالي] 2015-07 month relative (middle of)\n"},
      {"2015-07-31", "سيزور المنطقة خلال الأيام المقبلة",
       "[الأيام المقبلة] - future duration (how long)\n"},
      {"2015-07-31", "تنعقد الندوة من 3 إلى 5 مايو 2016",
       "[من 3 إلى 5 مايو 2016] 2016-05-03/2016-05-05 range explicit (range)\n"},
      {"2015-08-01", "ثم يزور ماليزيا من 4 الى 6 اغسطس",
       "[من 4 الى 6 اغسطس] 2015-08-04/2015-08-06 range inferred (range)\n"},
      {"2015-08-04", "أعلن الجيش أمس أن جنودا قتلوا خلال الأربع والعشرين ساعة الماضية",
       "[أمس] 2015-08-03 day relative past (day word)\n[الأربع والعشرين ساعة الماضية] "
       "2015-08-02/2015-08-03 range relative past (last 24 hours)\n"},
  });
}

TEST(Time, Amounts) {
  check({
      {"2023-05-29", "وقبل يومين، جرت مظاهرات", "[قبل يومين] 2023-05-27 day relative past (ago)\n"},
      {"2016-10-25", "اختطف قبل 3 أيام في العاصمة",
       "[قبل 3 أيام] 2016-10-22 day relative past (ago)\n"},
      {"2015-07-21", "سيتوجه إلى كينيا بعد أسبوع",
       "[بعد أسبوع] 2015-07-28 day relative future (ahead)\n"},
      {"2015-07-25", "جاءت الزيارة بعد يوم من زيارة لبغداد", "[بعد يوم] - ()\n"},
      {"2015-08-04", "تدور الحرب منذ أربعة أشهر", "[منذ أربعة أشهر] - duration (how long)\n"},
      {"2015-08-04", "استمرت الهدنة لمدة خمسة أيام", "[لمدة خمسة أيام] - duration (how long)\n"},
      {"2015-08-04", "زار بغداد قبل نحو عام", "[قبل نحو عام] - past (about how long is told)\n"},
      {"2015-08-04", "سيستأنفون العمل قبل سبتمبر (أيلول) المقبل",
       "[قبل سبتمبر (أيلول) المقبل] 2015-09/2015-09 month relative future duration (before)\n"},
  });
}

TEST(Time, Hijri) {
  const time::UmmAlQura calendar;
  EXPECT_EQ(calendar.gregorian_of(1436, 10, 5)->iso(), "2015-07-21");
  EXPECT_EQ(calendar.gregorian_of(1412, 8, 27)->iso(), "1992-03-02");  // outside the table
  EXPECT_FALSE(calendar.gregorian_of(1436, 10, 31));
  EXPECT_FALSE(calendar.gregorian_of(1436, 13, 1));
  const auto told = calendar.hijri_of(Date{2015, 7, 21});
  ASSERT_TRUE(told);
  EXPECT_EQ(told->year * 10000 + told->month * 100 + told->day, 14361005);
  check({
      {"", "صدر البيان في 5 شوال 1436هـ",
       "[5 شوال 1436هـ] 2015-07-21 day explicit (hijri, by Umm al-Qura)\n"},
      {"", "صدر في 5 شوال 1436هـ الموافق 21 يوليو 2015م",
       "[5 شوال 1436هـ الموافق 21 يوليو 2015م] 2015-07-21 day explicit (date)\n"},
      {"2015-07-25", "وصل رجب طيب أردوغان إلى الدوحة", ""},
  });
}

TEST(Time, TheTextTellsTheArticlesDate) {
  check({{"", "يقام اليوم الجمعة 20 جانفي 2017 حفل ووصل الرئيس أمس",
          "[اليوم الجمعة 20 جانفي 2017] 2017-01-20 day explicit (date)\n[أمس] 2017-01-19 day "
          "inferred past (day word)\n"}});
}

}  // namespace
}  // namespace rasid
