// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <random>

#include "page/decode.h"
#include "page/html_blocks.h"
#include "page/html_page.h"
#include "page/html_references.h"
#include "page/page_testing.h"

namespace rasid {
namespace {

using test::page;

// Tokens of a page in short: <name a=v> </name> text !comment.
std::string tokens(std::string_view html) {
  std::string out;
  HtmlTokens reader(html);
  HtmlToken token;
  while (reader.next(token)) {
    if (!out.empty()) out += ' ';
    switch (token.kind) {
      case HtmlKind::text:
        out += '"' + std::string(slice(html, token.span)) + '"';
        break;
      case HtmlKind::raw_text:
        out += "raw\"" + std::string(slice(html, token.span)) + '"';
        break;
      case HtmlKind::start_tag:
        out += '<' + std::string(token.name);
        for (const HtmlAttribute& attribute : token.attributes) {
          out += ' ' + std::string(attribute.name) + '=' + std::string(attribute.value);
        }
        out += token.self_closing ? "/>" : ">";
        break;
      case HtmlKind::end_tag:
        out += "</" + std::string(token.name) + '>';
        break;
      case HtmlKind::comment:
        out += '!';
        break;
      case HtmlKind::doctype:
        out += "doctype";
        break;
    }
  }
  return out;
}

TEST(HtmlTokens, Table) {
  const std::pair<const char*, const char*> rows[] = {
      {"<p>x</p>", "<p> \"x\" </p>"},
      {"<a href=x class='b c' id=\"d\" e>", "<a href=x class=b c id=d e=>"},
      {"<br/><br />", "<br/> <br/>"},
      {"<a href = x / y>", "<a href=x y=>"},
      {"<a b=c/d>", "<a b=c/d>"},
      {"<!doctype html><!-- a > b -->x", "doctype ! \"x\""},
      {"<!--><!--->a<!-- b --!>c", "! ! \"a\" ! \"c\""},
      {"<!-- never ends <p>x", "!"},
      {"a < b <3 c", "\"a \" \"< b \" \"<3 c\""},
      {"</>x</ y>z<?php a ?>", "\"x\" ! \"z\" !"},
      {"<script>if (a < b) '</p>';</script>x",
       "<script> raw\"if (a < b) '</p>';\" </script> \"x\""},
      {"<script><!-- <script> </script> --></script>y",
       "<script> raw\"<!-- <script> </script> -->\" </script> \"y\""},
      {"<style>p > a {}</style><title>a <b> &amp;</title>",
       "<style> raw\"p > a {}\" </style> <title> \"a <b> &amp;\" </title>"},
      {"<SCRIPT>x</Script >y", "<SCRIPT> raw\"x\" </Script> \"y\""},
      {"<script>never ends <p>", "<script> raw\"never ends <p>\""},
      {"x<p class=\"never ends", "\"x\""},
      {"x<", "\"x\" \"<\""},
  };
  for (const auto& [html, expected] : rows) EXPECT_EQ(tokens(html), expected) << html;
}

TEST(HtmlReferences, Table) {
  const std::pair<const char*, const char*> rows[] = {
      {"&amp;&lt;&nbsp;", "&<\u00A0"},
      {"&laquo;نعم&raquo;", "«نعم»"},
      {"&#1606;&#x639;&#1605", "نعم"},
      {"&#147;&#0;&#xD800;&#x110000;", "\u201C\uFFFD\uFFFD\uFFFD"},
      {"&ampx &copy2 &hellip &unknown; & &#; &#x;", "&x ©2 &hellip &unknown; & &#; &#x;"},
      {"&zwnj;&rlm;", "\u200C\u200F"},
  };
  for (const auto& [text, expected] : rows) EXPECT_EQ(without_references(text), expected) << text;
}

std::string blocks(std::string_view html) {
  const HtmlPage page = blocks_of_html(html);
  std::string out;
  for (const HtmlBlock& block : page.blocks) {
    if (!out.empty()) out += " | ";
    out += slice(page.text, block.span);
    if (block.linked > 0) out += " (" + std::to_string(block.linked) + ")";
  }
  return out;
}

TEST(HtmlBlocks, Table) {
  const std::pair<const char*, const char*> rows[] = {
      {"<div><p>A<p>B <a href=x>c</a></div>d", "A | B c (1) | d"},
      {"a<b>b</b>  c\n<i> d</i>", "ab c d"},
      {"a<br>b<br/>c", "a | b | c"},
      {"<h1>a<br>b</h1>", "a b"},
      {"<ul><li>a<li>b<ul><li>c</ul><li>d</ul>", "a | b | c | d"},
      {"<table><tr><td>a<td>b<tr><td>c</table>", "a | b | c"},
      {"a<script>b</script><style>c</style><noscript>d</noscript>e", "ae"},
      {"<select><option>a</select>b<svg><text>c</text></svg>d", "bd"},
      {"<head><title>t</title></head><body>x", "x"},
      {"</div></p>a</b>", "a"},
      {"&nbsp;<p>&nbsp;</p>", ""},
  };
  for (const auto& [html, expected] : rows) EXPECT_EQ(blocks(html), expected) << html;
}

constexpr std::string_view kPage = R"(<!DOCTYPE html>
<html dir="rtl"><head><meta charset="utf-8">
<title>اتفاق على تبادل الأسرى | صوت الحياد</title>
<meta property="og:title" content="اتفاق على تبادل الأسرى">
<meta property="og:site_name" content="صوت الحياد">
<meta property="article:published_time" content="2016-05-04T10:00:00+03:00">
<link rel="canonical" href="https://example.org/news/17?a=1&amp;b=2">
<script>var x = "<p>لا شيء</p>";</script>
</head>
<body class="home has-sidebar">
<nav class="main-menu"><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li></ul></nav>
<div id="content">
 <h1 class="entry-title">اتفاق على تبادل الأسرى</h1>
 <div class="share-bar"><span>شارك</span></div>
 <div class="article-body">
  <p class="lead">أعلن وسيط دولي أمس أن الجانبين توصلا إلى اتفاق على تبادل الأسرى قبل نهاية الشهر.</p>
  <figure><img src="a.jpg"><figcaption>الوسيط خلال المؤتمر الصحافي</figcaption></figure>
  <p>سمير الحاج: أعلن الوسيط أن القوائم سلمت إلى <a href="/x">اللجنة الدولية</a> وأن التنفيذ يبدأ الأحد.</p>
  <h2>مراحل التنفيذ</h2>
  <p>وقال إن المرحلة الأولى تشمل &laquo;الجرحى والمرضى&raquo; ثم يفرج عن الباقين خلال أسبوع واحد.</p>
  <p>وأكد ناطق باسم الحكومة أن الاتفاق خطوة أولى على طريق هدنة دائمة في الجنوب.</p>
  <div class="related-posts"><h3>أخبار أخرى</h3><a href="/y">لقاء ثلاثي في العاصمة يبحث الأزمة</a></div>
 </div>
 <div id="comments"><p>تعليق طويل من قارئ لا يوافق على ما جاء في الخبر ويرى أنه ناقص جدا وغير دقيق.</p></div>
</div>
<aside><p>نص طويل في عمود جانبي لا علاقة له بالخبر ولا يجب أن يظهر في متن المقال أبدا.</p></aside>
<footer>جميع الحقوق محفوظة</footer>
</body></html>)";

TEST(Html, NewsPage) {
  EXPECT_EQ(
      page(kPage),
      R"(article t outlet=صوت الحياد date=2016-05-04 (opengraph) url=https://example.org/news/17?a=1&b=2
0 furniture: الرئيسية
0 furniture: سياسة
1 headline: اتفاق على تبادل الأسرى
1 furniture: شارك
2 standfirst: أعلن وسيط دولي أمس أن الجانبين توصلا إلى اتفاق على تبادل الأسرى قبل نهاية الشهر.
3 caption: الوسيط خلال المؤتمر الصحافي
4 byline: سمير الحاج:
4 paragraph: أعلن الوسيط أن القوائم سلمت إلى اللجنة الدولية وأن التنفيذ يبدأ الأحد.
5 subheading: مراحل التنفيذ
6 paragraph: وقال إن المرحلة الأولى تشمل «الجرحى والمرضى» ثم يفرج عن الباقين خلال أسبوع واحد.
7 paragraph: وأكد ناطق باسم الحكومة أن الاتفاق خطوة أولى على طريق هدنة دائمة في الجنوب.
7 furniture: أخبار أخرى
7 furniture: لقاء ثلاثي في العاصمة يبحث الأزمة
7 furniture: تعليق طويل من قارئ لا يوافق على ما جاء في الخبر ويرى أنه ناقص جدا وغير دقيق.
7 furniture: نص طويل في عمود جانبي لا علاقة له بالخبر ولا يجب أن يظهر في متن المقال أبدا.
7 furniture: جميع الحقوق محفوظة
)");
}

TEST(Html, OffsetsLeadBackToTheBytes) {
  const Article article = test::article(kPage);
  for (const Block& block : article.blocks) {
    const std::string_view text = slice(article.text, block.span);
    const std::string_view word = text.substr(0, text.find(' '));
    if (word.find("«") != std::string_view::npos) continue;
    EXPECT_EQ(kPage.substr(source_of(article.source, block.span.begin), word.size()), word);
  }
  // Behind a character reference too.
  const size_t at = article.text.find("ثم يفرج");
  EXPECT_EQ(source_of(article.source, static_cast<uint32_t>(at)), kPage.find("ثم يفرج"));
}

TEST(Html, OldPageInWindows1256) {
  // <p> "said", a full stop, in windows-1256, with line breaks for paragraphs.
  const std::string word = "\xDE\xC7\xE1 \xC7\xE1\xE6\xD2\xED\xD1 \xC7\xE1\xC3\xE6\xE1 ";
  std::string html =
      "<html><head><META http-equiv=Content-Type content='text/html; "
      "charset=windows-1256'></head><body><table><tr><td><b>" +
      word + "</b><br><br>";
  for (int i = 0; i < 3; ++i) html += word + word + word + ".<br>";
  EXPECT_EQ(charset_of_html(html), "windows-1256");
  const Article article = test::article(html);
  ASSERT_EQ(article.blocks.size(), 4u);
  EXPECT_EQ(slice(article.text, article.blocks[0].span), "قال الوزير الأول");
  const Block& last = article.blocks[3];
  EXPECT_EQ(html.substr(source_of(article.source, last.span.begin), 3), "\xDE\xC7\xE1");
}

TEST(Html, Dates) {
  const std::string text =
      "<h1>لقاء في العاصمة اليوم</h1><p>" +
      std::string("التقى الوسيط وفد الحكومة اليوم وبحث معه سبل استئناف المحادثات المتوقفة.</p>");
  const std::pair<std::string, const char*> rows[] = {
      {"<script "
       "type='application/ld+json'>{\"@graph\":[{\"@type\":\"NewsArticle\",\"headline\":\"x\","
       "\"datePublished\":\"2017-02-03T00:00:00Z\"}]}</script>",
       "2017-02-03 json-ld"},
      {"<meta name=pubdate content='2017/02/03'>", "2017-02-03 meta"},
      {"<time datetime='2017-02-03'>أمس</time>", "2017-02-03 time"},
      {"<link rel=canonical href='http://x.org/2017/02/03/a.html'>", "2017-02-03 url"},
      {"<div>الجمعة 3 تشرين الثاني / نوفمبر 2017</div>", "2017-11-03 dateline"},
      {"<meta name=date content='soon'>", ""},
  };
  for (const auto& [head, expected] : rows) {
    const Article article = test::article(head + text, PageFormat::html);
    const std::string found =
        article.published ? article.published->iso() + " " + article.published_basis : "";
    EXPECT_EQ(found, expected) << head;
  }
}

TEST(Html, HeadlineOfTheMarkup) {
  EXPECT_EQ(page("<title>قمة طارئة في العاصمة - صوت الحياد</title><p>اتفق القادة على عقد قمة طارئة "
                 "الأسبوع المقبل لبحث التصعيد على الحدود.</p>"),
            "1 headline: قمة طارئة في العاصمة\n"
            "2 paragraph: اتفق القادة على عقد قمة طارئة الأسبوع المقبل لبحث التصعيد على الحدود.\n");
}

std::string repeated(std::string_view piece, size_t times) {
  std::string out;
  for (size_t i = 0; i < times; ++i) out += piece;
  return out;
}

// Sizes that a slower than linear step would not finish.
TEST(Html, HostilePages) {
  const std::string text = "كلمة أولى ثم ثانية وثالثة ورابعة وخامسة. ";
  for (const std::string_view piece : {"<div>",
                                       "<p>",
                                       "<b>",
                                       "<a href=x>",
                                       "<ul><li>",
                                       "</div>",
                                       "</p>",
                                       "<div></p>",
                                       "<table><td>",
                                       "<!--",
                                       "<!-- -",
                                       "<script>",
                                       "<title>",
                                       "<svg>",
                                       "<",
                                       "</",
                                       "<a b=\"",
                                       "<a b='c' ",
                                       "&",
                                       "&#",
                                       "&amp",
                                       "<h1>",
                                       "<select>",
                                       "<p class=article>x",
                                       "<blockquote><p>",
                                       "--",
                                       "<!"}) {
    const std::string html = "<html>" + repeated(piece, 100'000) + text;
    const auto read = read_page(test::input_of(html, PageFormat::html), test::page_index());
    if (read) test::expect_sound(*read);
  }
  const std::string nested = repeated("<div>", 10'000) + "<p>" + text + repeated("</div>", 10'000);
  EXPECT_NE(page(nested, PageFormat::html).find("paragraph"), std::string::npos);
  const std::string attributes = "<p " + repeated("a=b ", 200'000) + ">" + text;
  test::expect_sound(test::article(attributes, PageFormat::html));
  const std::string json =
      "<script type=application/ld+json>" + repeated("{\"a\":[", 100'000) + "</script><p>" + text;
  test::expect_sound(test::article(json, PageFormat::html));
  test::expect_sound(test::article("<p>" + repeated(text, 20'000), PageFormat::html));
}

TEST(Html, CutAnywhere) {
  for (size_t size = 1; size < kPage.size(); size += 7) {
    const auto read =
        read_page(test::input_of(kPage.substr(0, size), PageFormat::html), test::page_index());
    if (read) test::expect_sound(*read);
  }
}

}  // namespace
}  // namespace rasid
