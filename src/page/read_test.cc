// SPDX-License-Identifier: Apache-2.0
#include "page/read.h"

#include <gtest/gtest.h>

#include <random>

#include "base/utf8.h"
#include "page/decode.h"
#include "page/page_testing.h"

namespace rasid {
namespace {

using test::page;

TEST(Read, PageOfANewsSite) {
  EXPECT_EQ(page(R"(سياسة

الوسطاء يصلون إلى العاصمة في مهمة عاجلة

وفدان من طرفي النزاع يبدآن مفاوضات غير مباشرة

-
إلى قرائنا من مستخدمي تلغرام
يمكنكم متابعة آخر الأخبار عبر تطبيقنا
اضغط هنا

بدأ وفدان من طرفي النزاع مفاوضات غير مباشرة برعاية أممية في فندق وسط العاصمة.

سمير الحاج: أعلن المبعوث الأممي أن الجلسة الأولى تناولت فتح الممرات الإنسانية وتبادل الأسرى.

ملف الأسرى
وأضاف المبعوث أن ملف الأسرى سيبحث في جلسة ثانية تعقد مساء اليوم بحضور خبراء من الجانبين.

...وممرات آمنة
كما أكد أن اللجنة المشتركة وافقت على خرائط الممرات التي اقترحتها المنظمة الدولية قبل شهر.

اقرأ أيضاً: جولة جديدة من المحادثات

التعليقات

جميع التعليقات المنشورة تعبر عن رأي أصحابها
سامي: كلام جميل ولكن متى ينفذ على الأرض ومن يضمن ذلك كله يا ترى.
)"),
            R"(1 section: سياسة
3 kicker: الوسطاء يصلون إلى العاصمة في مهمة عاجلة
5 headline: وفدان من طرفي النزاع يبدآن مفاوضات غير مباشرة
7 furniture: -
8 furniture: إلى قرائنا من مستخدمي تلغرام
9 furniture: يمكنكم متابعة آخر الأخبار عبر تطبيقنا
10 furniture: اضغط هنا
12 standfirst: بدأ وفدان من طرفي النزاع مفاوضات غير مباشرة برعاية أممية في فندق وسط العاصمة.
14 byline: سمير الحاج:
14 paragraph: أعلن المبعوث الأممي أن الجلسة الأولى تناولت فتح الممرات الإنسانية وتبادل الأسرى.
16 subheading: ملف الأسرى
17 paragraph: وأضاف المبعوث أن ملف الأسرى سيبحث في جلسة ثانية تعقد مساء اليوم بحضور خبراء من الجانبين.
19 subheading: ...وممرات آمنة
20 paragraph: كما أكد أن اللجنة المشتركة وافقت على خرائط الممرات التي اقترحتها المنظمة الدولية قبل شهر.
22 furniture: اقرأ أيضاً: جولة جديدة من المحادثات
24 furniture: التعليقات
26 furniture: جميع التعليقات المنشورة تعبر عن رأي أصحابها
27 furniture: سامي: كلام جميل ولكن متى ينفذ على الأرض ومن يضمن ذلك كله يا ترى.
)");
}

// A day that can't be read must not be lost in silence.
TEST(Read, AHeaderWithAnImpossibleDateIsRefused) {
  PageInput input;
  input.bytes = "@article x date=7/1/2024\nالرئيس يستقبل المبعوث\n";
  input.name = "x.txt";
  const Result<Article> article = read_page(input, test::page_index());
  ASSERT_FALSE(article);
  EXPECT_EQ(article.error().what, "'date=7/1/2024' is no day");
  EXPECT_EQ(article.error().where, "x.txt");
}

TEST(Read, ArticleFileWithHeader) {
  const std::string text =
      "@article a-7 date=2014-03-09 outlet=\"صوت الحياد\" url=http://example.org/7\r\n"
      "الرئيس يستقبل المبعوث\r\n"
      "القاهرة – سمير غيث\r\n"
      "استقبل الرئيس المبعوث الأممي في القصر وبحث معه سبل وقف القتال.\r\n"
      "وقال الناطق إن اللقاء كان مثمرا\r\n"
      "...المزيد";
  EXPECT_EQ(page(text),
            "article a-7 outlet=صوت الحياد date=2014-03-09 (header) url=http://example.org/7\n"
            "2 headline: الرئيس يستقبل المبعوث\n"
            "3 dateline: القاهرة – سمير غيث\n"
            "4 paragraph: استقبل الرئيس المبعوث الأممي في القصر وبحث معه سبل وقف القتال.\n"
            "5 paragraph: وقال الناطق إن اللقاء كان مثمرا\n"
            "6 furniture: ...المزيد\n");
  const Article article = test::article(text);
  EXPECT_TRUE(article.text.starts_with("الرئيس"));
  const uint32_t begin = article.blocks[2].span.begin;
  EXPECT_EQ(text.substr(source_of(article.source, begin), 12), article.text.substr(begin, 12));
}

TEST(Read, OneLineIsAParagraph) {
  EXPECT_EQ(page("زار الوزير العاصمة"), "1 paragraph: زار الوزير العاصمة\n");
  EXPECT_EQ(page("سمير الحاج: بحث المبعوث مع الوزير ملف الحدود في لقاء طويل"),
            "1 byline: سمير الحاج:\n"
            "1 paragraph: بحث المبعوث مع الوزير ملف الحدود في لقاء طويل\n");
}

TEST(Read, WhatIsInDoubtIsAParagraph) {
  EXPECT_EQ(page("قمة طارئة\n"
                 "التعليقات الغاضبة التي صدرت عن العاصمتين زادت التوتر قبل القمة.\n"
                 "شارك الوزير في الجلسة الافتتاحية وألقى كلمة قصيرة\n"
                 "مصدر رسمي: كشف التقرير أن الخسائر كبيرة جدا وأن التحقيق بدأ\n"),
            "1 headline: قمة طارئة\n"
            "2 paragraph: التعليقات الغاضبة التي صدرت عن العاصمتين زادت التوتر قبل القمة.\n"
            "3 paragraph: شارك الوزير في الجلسة الافتتاحية وألقى كلمة قصيرة\n"
            "4 paragraph: مصدر رسمي: كشف التقرير أن الخسائر كبيرة جدا وأن التحقيق بدأ\n");
  // A sentence for a first line is no headline.
  EXPECT_EQ(page("وصل المبعوث الأممي إلى العاصمة في زيارة تستمر ثلاثة أيام يلتقي خلالها الوزير.\n"
                 "وقال إنه متفائل.\n"),
            "1 paragraph: وصل المبعوث الأممي إلى العاصمة في زيارة تستمر ثلاثة أيام يلتقي خلالها "
            "الوزير.\n"
            "2 paragraph: وقال إنه متفائل.\n");
}

struct OpeningRow {
  const char* line;
  const char* opening;  // "" for none
};

TEST(Read, Openings) {
  const std::string rest = " أعلن المتحدث أن المحادثات تستأنف غدا بعد توقف دام أسبوعين";
  const OpeningRow rows[] = {
      {"سمير الحاج:", "byline: سمير الحاج:"},
      {"فراس زيدان:", "byline: فراس زيدان:"},  // told by its form and the verb
      {"القاهرة -", "dateline: القاهرة -"},
      {"القاهرة ـ", "dateline: القاهرة ـ"},
      {"القاهرة - رويترز -", "dateline: القاهرة - رويترز -"},
      {"لندن: «صوت الحياد»", "dateline: لندن: «صوت الحياد»"},
      {"لندن (رويترز) -", "dateline: لندن (رويترز) -"},
      {"(أ ف ب) -", "dateline: (أ ف ب) -"},
      {"(أ.ف.ب)", "dateline: (أ.ف.ب)"},
      {"موسكو 15 نوفمبر (تاس):", "dateline: موسكو 15 نوفمبر (تاس):"},
      {"القاهرة - هالة منصور:", "dateline: القاهرة - هالة منصور:"},
      {"القاهرة:", "dateline: القاهرة:"},
      {"كتب فراس زيدان:", "byline: كتب فراس زيدان:"},
      {"لبنان:", ""},
      {"أعلن المرصد:", ""},
      {"وأعلن نديم قاسم:", ""},
      {"مصدر دبلوماسي:", ""},
      {"الرئيس الجديد:", ""},
      {"في القاهرة", ""},
  };
  for (const OpeningRow& row : rows) {
    const std::string line = row.line + rest;
    const std::vector<Block> blocks = parts_of_line(line, test::page_index());
    std::string found;
    if (blocks.size() > 1) {
      found =
          std::string(name_of(blocks[0].part)) + ": " + std::string(slice(line, blocks[0].span));
    }
    EXPECT_EQ(found, row.opening) << row.line;
  }
  // A name or city before quoted words speaks; it did not write.
  EXPECT_EQ(
      parts_of_line("سمير الحاج: «لن نوقع هذا الاتفاق قبل عودة الأسرى جميعا»", test::page_index())
          .size(),
      1u);
}

TEST(Read, DateLineGivesTheDate) {
  EXPECT_EQ(page("اتفاق جديد بين الجانبين\nالجمعة 15 نوفمبر 2013 - 18:30\n"
                 "وقع الجانبان اتفاقا جديدا يضمن حرية التنقل بين المدينتين.\n"),
            "article t date=2013-11-15 (dateline)\n"
            "1 headline: اتفاق جديد بين الجانبين\n"
            "2 furniture: الجمعة 15 نوفمبر 2013 - 18:30\n"
            "3 paragraph: وقع الجانبان اتفاقا جديدا يضمن حرية التنقل بين المدينتين.\n");
  EXPECT_EQ(page("اتفاق جديد\nبيروت 20 شوال 1434 هـ الموافق 15 نوفمبر 2013 م\n"
                 "وقع الجانبان اتفاقا جديدا يضمن حرية التنقل بين المدينتين.\n"),
            "article t date=2013-11-15 (dateline)\n"
            "1 headline: اتفاق جديد\n"
            "2 dateline: بيروت 20 شوال 1434 هـ الموافق 15 نوفمبر 2013 م\n"
            "3 paragraph: وقع الجانبان اتفاقا جديدا يضمن حرية التنقل بين المدينتين.\n");
}

TEST(Read, CommentsEndTheArticleOnlyBelowText) {
  EXPECT_EQ(page("مبادرة جديدة لوقف القتال\nتعليقات 0\n"
                 "أطلقت المنظمة مبادرة جديدة لوقف القتال في الجنوب قبل موسم الشتاء.\n"),
            "1 headline: مبادرة جديدة لوقف القتال\n"
            "2 furniture: تعليقات 0\n"
            "3 paragraph: أطلقت المنظمة مبادرة جديدة لوقف القتال في الجنوب قبل موسم الشتاء.\n");
}

TEST(Read, ListItemsAndCaptions) {
  EXPECT_EQ(page("بنود الاتفاق\nنص الاتفاق الذي وقعه الجانبان أمس على ما يأتي من بنود:\n"
                 "1. وقف القتال\n- تبادل الأسرى\nصورة أرشيفية\n"),
            "1 headline: بنود الاتفاق\n"
            "2 paragraph: نص الاتفاق الذي وقعه الجانبان أمس على ما يأتي من بنود:\n"
            "3 list_item: 1. وقف القتال\n"
            "4 list_item: - تبادل الأسرى\n"
            "5 caption: صورة أرشيفية\n");
}

// The Arabic word for peace and a line in each encoding.
TEST(Read, Encodings) {
  const std::string utf8 = "السلام أولا، قال الوفد\n";
  const auto in_utf16 = [&](bool little) {
    std::string out;
    for (size_t at = 0; at < utf8.size();) {
      const CodePoint point = decode(utf8, at);
      at += point.length;
      const char high = static_cast<char>(point.value >> 8), low = static_cast<char>(point.value);
      out += little ? low : high;
      out += little ? high : low;
    }
    return out;
  };
  const std::string expected = "1 paragraph: السلام أولا، قال الوفد\n";
  EXPECT_EQ(page(utf8), expected);
  EXPECT_EQ(page("\xEF\xBB\xBF" + utf8), expected);
  EXPECT_EQ(page("\xFF\xFE" + in_utf16(true)), expected);
  EXPECT_EQ(page("\xFE\xFF" + in_utf16(false)), expected);
  EXPECT_EQ(page(in_utf16(true)), expected);
  EXPECT_EQ(page(in_utf16(false)), expected);
  const std::string windows =
      "\xC7\xE1\xD3\xE1\xC7\xE3 \xC3\xE6\xE1\xC7\xA1 \xDE\xC7\xE1 \xC7\xE1\xE6\xDD\xCF\n";
  EXPECT_EQ(page(windows), expected);
  EXPECT_EQ(
      page("\xC7\xE4\xD3\xE4\xC7\xE5 \xC3\xE8\xE4\xC7\xAC \xE2\xC7\xE4 \xC7\xE4\xE8\xE1\xCF\n"),
      expected);
  const Article article = test::article(windows);
  EXPECT_EQ(source_of(article.source, 26), 13u);  // inside the third word: where it begins
}

TEST(Read, BrokenBytesAreCounted) {
  EXPECT_EQ(page("قال الوزير\xD8 إن الوفد\xE2\x80 غادر العاصمة بعد لقاء دام ثلاث ساعات"),
            "article t broken_utf8=2\n"
            "1 paragraph: قال الوزير\uFFFD إن الوفد\uFFFD غادر العاصمة بعد لقاء دام ثلاث ساعات\n");
  EXPECT_EQ(page(std::string("قال الوزير") + '\0' + "نعم"),
            "article t null_bytes=1\n1 paragraph: قال الوزير نعم\n");
  const std::string text = "قال\xD8 نعم";
  const Article article = test::article(text);
  const size_t at = article.text.find("نعم");
  EXPECT_EQ(source_of(article.source, static_cast<uint32_t>(at)), text.find("نعم"));
}

TEST(Read, NoText) {
  EXPECT_EQ(page(""), "t: no text: the input is empty\n");
  EXPECT_EQ(page(" \n\t"), "t: no text: the input is empty\n");
  EXPECT_EQ(page("%PDF-1.4 abc"), "t: no text: a PDF file; give the page's text or HTML\n");
  std::string binary;
  std::mt19937 random(3);
  for (int i = 0; i < 4000; ++i) binary += static_cast<char>(random() % 256);
  EXPECT_EQ(page(binary),
            "t: no text: the bytes are in no encoding known here; give UTF-8, UTF-16, windows-1256 "
            "or ISO-8859-6\n");
}

TEST(Read, LongLinesAreCut) {
  std::string text;
  while (text.size() < 300'000) text += "كلمة ";
  const Article article = test::article(text);
  test::expect_sound(article);
  EXPECT_EQ(article.repairs.long_lines, 1u);
  EXPECT_EQ(article.blocks.size(), 5u);
  std::string solid;
  while (solid.size() < 300'000) solid += "ك";
  test::expect_sound(test::article(solid));
}

TEST(Read, AnyBytes) {
  const std::string_view pieces[] = {
      "سلام ",      "\n",       "\r",    "\r\n",        "\xFF",   "\xD8", "<p>",     "</", "<",
      ">",          "&amp",     "&#x0;", "التعليقات\n", "-",      "\0",   ".",       ": ", "(",
      "القاهرة - ", "@article", "=\"",   "1. ",         "\u200f", "<!--", "<script>"};
  std::mt19937 random(11);
  for (int round = 0; round < 2000; ++round) {
    std::string bytes;
    for (int i = 1 + random() % 60; i > 0; --i) {
      if (round % 4 == 0) {
        bytes += static_cast<char>(random() % 256);
      } else {
        bytes += pieces[random() % std::size(pieces)];
      }
    }
    for (const PageFormat format : {PageFormat::detect, PageFormat::text, PageFormat::html}) {
      const auto read = read_page(test::input_of(bytes, format), test::page_index());
      if (read) test::expect_sound(*read);
    }
  }
}

}  // namespace
}  // namespace rasid
