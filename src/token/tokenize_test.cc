// SPDX-License-Identifier: Apache-2.0
#include "token/tokenize.h"

#include <gtest/gtest.h>

#include <random>

#include "base/letters.h"
#include "base/utf8.h"

namespace rasid {
namespace {

Document document_of(std::string text, Part part = Part::paragraph) {
  Document document;
  document.article.blocks = {{part, {0, static_cast<uint32_t>(text.size())}, 1}};
  document.article.text = std::move(text);
  tokenize(document);
  return document;
}

// One sentence as "[wzyr AlxArjyh .]": words by their normal form, signs as written; a number,
// Latin or foreign token has its kind before it; ^1 is the quotation depth of what follows.
std::string brief(const Document& document, const Sentence& sentence) {
  std::string out = "[";
  const Text& text = document.text;
  int depth = 0;
  for (uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const Token& token = text.tokens[t];
    if (t > sentence.begin) out += ' ';
    if (token.kind != TokenKind::punctuation && token.quote_depth != depth) {
      depth = token.quote_depth;
      out += '^' + std::to_string(depth) + ' ';
    }
    if (token.kind == TokenKind::punctuation) {
      const bool quote = token.mark == Mark::open_quote || token.mark == Mark::close_quote;
      if (quote) {
        out += token.mark == Mark::open_quote ? "<" : ">";
      } else {
        out += slice(document.article.text, token.span);
      }
      continue;
    }
    if (token.kind != TokenKind::word) out += std::string(name_of(token.kind)) + ":";
    out += text.normal(t);
  }
  return out + "]";
}

std::string brief(const std::string& text, Part part = Part::paragraph) {
  const Document document = document_of(text, part);
  std::string out;
  for (const Sentence& sentence : document.text.sentences) {
    if (!out.empty()) out += ' ';
    out += brief(document, sentence);
  }
  return out;
}

struct Row {
  std::string text;
  std::string expected;
};

void expect_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(brief(row.text), row.expected) << row.text;
}

TEST(Tokenize, WordsHaveTheNormalFormAndTheWholeSpan) {
  expect_rows({
      {"وصل الوزير إلى تونس", "[wSl Alwzyr Aly twns]"},
      {"أكّـــد المسؤولُ الأوّل", "[Akd AlmsCwl AlAwl]"},
      {"می\u200cرود الی کابل", "[myrwd Aly kAbl]"},
      {"ﻻ ﺣﻞ", "[lA Hl]"},
      {"لـ الوفد", "[l Alwfd]"},
      {"و\u200fقال\u200f نعم", "[wqAl nEm]"},
      {"", ""},
      {"   \n ", ""},
  });
  const Document document = document_of("زارـها\u200f أمس");
  EXPECT_EQ(slice(document.article.text, document.text.tokens[0].span), "زارـها");
  EXPECT_EQ(slice(document.article.text, document.text.tokens[1].span), "أمس");
}

TEST(Tokenize, Numbers) {
  expect_rows({
      {"عام 2013 و٢٠١٤ و۲۰۱۵", "[EAm number:2013 w number:2014 w number:2015]"},
      {"1,500 جندي و١٬٢٠٠ لاجئ", "[number:1500 jndy w number:1200 lAjC]"},
      {"3.5 مليون أو 3,5 أو ٣٫٥ أو 2،5",
       "[number:3.5 mlywn Aw number:3.5 Aw number:3.5 Aw number:2.5]"},
      {"1.500.000 دولار", "[number:1500000 dwlAr]"},
      {"1,234,567.25 يورو", "[number:1234567.25 ywrw]"},
      {"يوم 25.11.2013 مساء", "[ywm number:25.11.2013 msAC]"},
      {"البنود 3,4,5", "[Albnwd number:3 , number:4 , number:5]"},
      {"عامي 1990,1991", "[EAmy number:1990 , number:1991]"},
      {"نسبة 12,5% أو ١٢٪", "[nsbh number:12.5 % Aw number:12 ٪]"},
      {"العضو ال162", "[AlEDw Al number:162]"},
      {"الساعة 10:30", "[AlsAEh number:10 : number:30]"},
      {"مجموعة 5+1 وجنيف-2", "[mjmwEh number:5 + number:1 wjnyf - number:2]"},
      {"في 2004. وعاد", "[fy number:2004 .] [wEAd]"},
  });
}

TEST(Tokenize, LatinAndForeign) {
  expect_rows({
      {"منصة X وطائرة F-16 وصاروخ S300",
       "[mnSh latin:x wTACrh latin:f - number:16 wSArwx latin:s300]"},
      {"L'Orient-Le Jour وÉlysée",
       "[latin:l'orient - latin:le latin:jour w latin:\xC3\xA9lys\xC3\xA9\x65]"},
      {"قال Путин شكرا", "[qAl other:Путин ckrA]"},
      {"www.example.org اليوم", "[latin:www . latin:example . latin:org Alywm]"},
  });
}

TEST(Tokenize, Signs) {
  expect_rows({
      {"سوريا، لبنان؛ العراق؟", "[swryA ، lbnAn ؛ AlErAq ؟]"},
      {"لافروف ـ كيري", "[lAfrwf ـ kyry]"},
      {"لافروف ــ كيري – موسكو -- باريس", "[lAfrwf ــ kyry – mwskw -- bArys]"},
      {"(روسيا، الصين)", "[( rwsyA ، AlSyn )]"},
      {"نوفمبر/ تشرين الثاني", "[nwfmbr / tcryn AlvAny]"},
      {"انتظر…. ثم غادر", "[AntZr ….] [vm gAdr]"},
  });
}

TEST(Tokenize, SentencesEndAtStopsAndClosingMarks) {
  expect_rows({
      {"غادر الوفد. وعاد الوزير.", "[gAdr Alwfd .] [wEAd Alwzyr .]"},
      {"هل يعود الوفد؟ لا! ربما…", "[hl yEwd Alwfd ؟] [lA !] [rbmA …]"},
      {"قال: «سنعود.» ثم صمت.", "[qAl : < ^1 snEwd . >] [vm Smt .]"},
      {"سأل «متى نعود؟»، ثم صمت", "[sAl < ^1 mty nEwd ؟ > ، ^0 vm Smt]"},
      {"وصل (أمس.) وغادر", "[wSl ( Ams . )] [wgAdr]"},
      {"مهمة صعبة.وقال آخر", "[mhmh SEbh .] [wqAl Axr]"},
      {"رحل؟! نعم", "[rHl ؟ !] [nEm]"},
      {"نجاح (؟) جديد", "[njAH ( ؟ ) jdyd]"},
      {"نص (...) مقتطع", "[nS ( ... ) mqtTE]"},
  });
}

TEST(Tokenize, StopsThatEndNoSentence) {
  expect_rows({
      {"التقى د. سليم وأ.د. هند", "[Altqy d . slym wA . d . hnd]"},
      {"نقلت (أ.ف.ب) الخبر", "[nqlt ( A . f . b ) Alxbr]"},
      {"شبكة بي. بي. سي. نفت", "[cbkh by . by . sy .] [nft]"},
      {"مضيفا \"..سنعود\"", "[mDyfA < .. ^1 snEwd >]"},
      {"عاد به. في المقابل", "[EAd bh .] [fy AlmqAbl]"},
      {"قال J. Smith هنا", "[qAl latin:j . latin:smith hnA]"},
      {"في سنة 2015م. وعاد", "[fy snh number:2015 m .] [wEAd]"},
      {"1. يوقع الطرفان. 2. ينسحب الجيش", "[number:1 . ywqE AlTrfAn .] [number:2 . ynsHb Aljyc]"},
      {"...ووفد من الائتلاف", "[... wwfd mn AlACtlAf]"},
      {"في 25 نوفمبر/ تشرين الثاني الحالي يجتمعون",
       "[fy number:25 nwfmbr / tcryn AlvAny AlHAly yjtmEwn]"},
  });
}

TEST(Tokenize, HeadlineClausesAreSentences) {
  const Document document = document_of("الوزير يحذر.. والوفد يغادر", Part::headline);
  ASSERT_EQ(document.text.sentences.size(), 2u);
  EXPECT_TRUE(document.text.sentences[0].headline);
}

TEST(Tokenize, StraightQuotesOpenAndClose) {
  expect_rows({
      {"مؤتمر \"جنيف 2\" للسلام", "[mCtmr < ^1 jnyf number:2 > ^0 llslAm]"},
      {"أكد \" ضرورة الحوار \" أمس", "[Akd < ^1 Drwrh AlHwAr > ^0 Ams]"},
      {"مؤتمر\"جنيف\"الدولي", "[mCtmr < ^1 jnyf > ^0 Aldwly]"},
      {"قال\"سنعود\" إلى الحوار", "[qAl < ^1 snEwd > ^0 Aly AlHwAr]"},
      {"قال\" سنعود\" إلى الحوار", "[qAl < ^1 snEwd > ^0 Aly AlHwAr]"},
      {"لـ\"الحياة\"، إن", "[l < ^1 AlHyAh > ، ^0 An]"},
      {"(\"رويترز\")", "[( < ^1 rwytrz > )]"},
      {"قال ''نعم'' و'لا'", "[qAl < ^1 nEm > ^0 w < ^1 lA >]"},
      {"طول 5' تقريبا", "[Twl number:5 ' tqrybA]"},
      {"“نعم“ و”لا” و„كلا“", "[< ^1 nEm > ^0 w < ^1 lA > ^0 w < ^1 klA >]"},
      {"قال «إن \"البيان\" صدر» أمس", "[qAl < ^1 An < ^2 AlbyAn > ^1 Sdr > ^0 Ams]"},
      {"»نعم« قال", "[< ^1 nEm > ^0 qAl]"},
      {"قال <<نعم>> أمس", "[qAl < ^1 nEm > ^0 Ams]"},
  });
}

TEST(Tokenize, QuotationsLeftOpen) {
  // A short name inside a long quotation that nothing closes; a closing mark that nothing opened.
  const std::string open = "أعلنت أن \"الطرفين بحثا مؤتمر \"فيينا-3\" الدولي أمس.";
  EXPECT_EQ(brief(open),
            "[AElnt An < ^1 AlTrfyn bHvA mCtmr < ^2 fyynA - number:3 > ^1 Aldwly Ams .]");
  EXPECT_EQ(document_of(open).article.repairs.open_quotes, 1u);
  EXPECT_EQ(document_of("مؤتمر \"فيينا\" المقبل").article.repairs.open_quotes, 0u);
  EXPECT_EQ(brief("عقد مؤتمر \"فيينا-3\" والمسائل العالقة\"."),
            "[Eqd mCtmr < ^1 fyynA - number:3 > ^0 wAlmsACl AlEAlqh > .]");
  // Two long quotations, neither closed: the second does not lie in the first.
  const std::string two = "قال \"سنعود غدا. وأضاف \"لن نتأخر";
  EXPECT_EQ(brief(two), "[qAl < ^1 snEwd gdA .] [^1 wADAf < ln ntAxr]");
  EXPECT_EQ(document_of(two).article.repairs.open_quotes, 2u);
  // A long quotation left open, then one that is whole.
  EXPECT_EQ(brief("قال \"سنعود غدا. وأضاف \"لن نتأخر أبدا عن موعد الجلسة التي دعت إليها الأمم "
                  "المتحدة\" أمس"),
            "[qAl < ^1 snEwd gdA .] [^1 wADAf < ln ntAxr AbdA En mwEd Aljlsh Alty dEt AlyhA AlAmm "
            "AlmtHdh > ^0 Ams]");
}

TEST(Tokenize, OnlyPartsThatCarryEvents) {
  EXPECT_EQ(brief("التعليقات", Part::furniture), "");
  EXPECT_EQ(brief("أخبار", Part::section), "");
  EXPECT_EQ(brief("سليم قاسم:", Part::byline), "");
  EXPECT_EQ(brief("بند أول", Part::list_item), "[bnd Awl]");
}

TEST(Tokenize, Dump) {
  EXPECT_EQ(dump_tokens(document_of("قال: \"5\".", Part::headline)),
            "sentence 0 block 0 headline\n"
            "  0 0..6 word qAl\n"
            " +1 6..7 colon :\n"
            "  2 8..9 open_quote \"\n"
            " +3 9..10 number 5 quoted 1\n"
            " +4 10..11 close_quote \"\n"
            " +5 11..12 full_stop .\n");
}

void expect_sound(const Document& document) {
  const Text& text = document.text;
  uint32_t at = 0;
  size_t normal = 0;
  for (const Token& token : text.tokens) {
    ASSERT_LE(at, token.span.begin);
    ASSERT_LT(token.span.begin, token.span.end);
    ASSERT_LE(token.span.end, document.article.text.size());
    at = token.span.end;
    ASSERT_EQ(token.normal, normal);
    normal += token.normal_length;
    ASSERT_NE(token.mark, Mark::quote);
  }
  ASSERT_EQ(normal, text.normals.size());
  uint32_t next = 0;
  for (const Sentence& sentence : text.sentences) {
    ASSERT_EQ(sentence.begin, next);
    ASSERT_LT(sentence.begin, sentence.end);
    ASSERT_LE(sentence.end - sentence.begin, kLongestSentence + 16);
    next = sentence.end;
  }
  ASSERT_EQ(next, text.tokens.size());
}

TEST(Tokenize, NormalFormsAreThoseOfFold) {
  const std::string text =
      "أَعلنَ وزيرُ الخارجيّةِ القَطريّ، مُقتَل ٢٣ آخرين إثر اعتداءٍ على الإدارةِ بـ«حمص» ﻷﻹﻵ پاريس";
  const Document document = document_of(text);
  for (uint32_t t = 0; t < document.text.tokens.size(); ++t) {
    const Token& token = document.text.tokens[t];
    if (token.kind != TokenKind::word) continue;
    const Folded folded = fold(slice(text, token.span));
    EXPECT_EQ(document.text.normal(t), folded.normal);
    EXPECT_EQ(token.marks, folded.marks) << folded.normal;
    EXPECT_EQ(brief(unfold(folded.normal)), "[" + folded.normal + "]");  // normal of the normal
  }
}

// Whatever the bytes: spans are sound, and a token cut out of the text is the same token again.
TEST(Tokenize, AnyBytes) {
  const std::string_view pieces[] = {
      "سلام", "\u0640", "\u064B", "\u200c", "٣", "7", ".", ",", "،", "\"", "«", "»", " ",  "\n",
      "x",    "\xFF",   "\xD8",   "\xE2",   "ڕ", "…", "-", "'", "(", ")",  "ﻻ", "é", "\0", "世"};
  std::mt19937 random(7);
  for (int round = 0; round < 3000; ++round) {
    std::string bytes;
    for (int i = random() % 40; i > 0; --i) {
      if (round % 3 == 0) {
        bytes += static_cast<char>(random() % 256);
      } else {
        bytes += pieces[random() % std::size(pieces)];
      }
    }
    const Document document = document_of(bytes);
    expect_sound(document);
    for (uint32_t t = 0; t < document.text.tokens.size(); ++t) {
      const Token& token = document.text.tokens[t];
      const Document again = document_of(std::string(slice(bytes, token.span)));
      ASSERT_EQ(again.text.tokens.size(), 1u);
      ASSERT_EQ(again.text.tokens[0].span.size(), token.span.size());
      ASSERT_EQ(again.text.normal(0), document.text.normal(t));
      if (token.kind == TokenKind::word) {
        ASSERT_EQ(fold(slice(bytes, token.span)).normal, document.text.normal(t));
      }
    }
  }
}

std::string repeated(std::string_view piece, size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

// Sizes that a slower than linear step would not finish.
TEST(Tokenize, HostileLengths) {
  constexpr size_t kSize = 1'000'000;
  for (const std::string_view piece :
       {"\u0640", "\u200c", "\u064E", "ب",  "ب\u200c", "\"",   " \"",  "\" ", "«", "«“", "'ب", "5",
        "5,",     "1.",     ". ",     "ب ", "世",      "\xF0", "\x8C", "ڕ",   "-", "(",  "a'"}) {
    std::string text = repeated(piece, kSize);
    text += "»»»\"\" تم";
    expect_sound(document_of(std::move(text)));
  }
}

}  // namespace
}  // namespace rasid
