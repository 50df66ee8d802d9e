// SPDX-License-Identifier: Apache-2.0
// The words of the lexicon's own words/ folder and a few names: what src/morph reads in sentences.
#include <gtest/gtest.h>

#include <random>

#include "lexicon/testing.h"
#include "morph/analyze.h"
#include "morph/cache.h"
#include "token/tokenize.h"

namespace rasid {
namespace {

constexpr const char* kNames = R"(%rec: State

id: state.RUS
code: RUS
name: روسيا
adjective: روسي

id: state.JOR
code: JOR
name: الأردن
adjective: أردني

%rec: Place

id: place.moscow
kind: city
country: RUS
name: موسكو

%rec: Person

id: person.lavrov
name: سيرغي لافروف
short: لافروف

%rec: Title

id: title.minister.foreign
title: ~وزير ~خارجية
kind: minister

%rec: Frame

id: frame.meet
phrase: ~عقد ~لقاء
event: CONSULT.meet

id: frame.comment
phrase: ~رفض التعليق
event: STATEMENT.decline

%rec: GivenName

id: given.ali
name: علي
)";

const Lexicon& words() {
  static const Lexicon lexicon = [] {
    auto sources = lexicon_sources(std::string(RASID_SOURCE_DIR) + "/lexicon/words");
    std::vector<SourceFile> files{{"names.rec", kNames}};
    for (SourceFile& file : *sources) files.push_back({"words/" + file.path, file.bytes});
    return test::lexicon(std::move(files));
  }();
  return lexicon;
}

const Morphology& morphology() {
  static const Morphology all = [] {
    std::vector<Error> problems;
    Morphology out(words(), problems);
    for (const Error& problem : problems) ADD_FAILURE() << problem.message();
    return out;
  }();
  return all;
}

Document analyzed(std::string_view text) {
  static MorphCache cache(morphology());
  Document document;
  document.article.text = text;
  Block block;
  block.span = {0, static_cast<uint32_t>(text.size())};
  document.article.blocks.push_back(block);
  tokenize(document);
  analyze(document, morphology(), cache);
  return document;
}

// The chosen readings, parted by " | ".
std::string chosen(std::string_view text) {
  const Document document = analyzed(text);
  std::string out;
  for (uint32_t token = 0; token < document.text.tokens.size(); ++token) {
    if (document.text.of_token[token].count == 0) continue;
    if (!out.empty()) out += " | ";
    out += described(document.text.analysis(token), document.text.normal(token), words());
  }
  return out;
}

// The parts of speech alone: V verb, N noun or masdar, A adjective or participle, P name, and
// others by their first letter.
std::string tags(std::string_view text) {
  const Document document = analyzed(text);
  std::string out;
  for (uint32_t token = 0; token < document.text.tokens.size(); ++token) {
    switch (document.text.analysis(token).pos) {
      case Pos::verb:
        out += 'V';
        break;
      case Pos::noun:
      case Pos::masdar:
        out += 'N';
        break;
      case Pos::adjective:
      case Pos::active_participle:
      case Pos::passive_participle:
        out += 'A';
        break;
      case Pos::proper:
        out += 'P';
        break;
      case Pos::unknown:
        out += '.';
        break;
      default:
        out += name_of(document.text.analysis(token).pos)[0];
    }
  }
  return out;
}

TEST(Segment, clitics_and_features) {
  const struct {
    const char* text;
    const char* readings;
  } rows[] = {
      {"والتقى", "wa+ verb perfect 3ms Altqy"},     {"سيلتقيان", "sa+ verb imperfect 3md Altqy"},
      {"وبزيارته", "wa+ bi+ masdar fs zyArh -3ms"}, {"للوزراء", "li+ Al+ noun mp wzyr"},
      {"للقاء", "li+ Al+ masdar ms lqAC"},          {"مسؤولوها", "noun construct mp msCwl -3fs"},
      {"استقبلهم", "verb perfect 3ms Astqbl -3mp"}, {"وله", "wa+ preposition (l) -3ms"},
      {"بأنهم", "bi+ conjunction (An) -3mp"},       {"إليها", "preposition (Aly) -3fs"},
      {"رآه", "verb perfect 3ms rAy -3ms"},         {"المسلحون", "Al+ noun mp mslH"},
  };
  for (const auto& row : rows) EXPECT_EQ(chosen(row.text), row.readings) << row.text;
}

TEST(Segment, mood_shows_in_the_written_form) {
  EXPECT_EQ(chosen("لم يقم الوفد بجولة"),
            "particle (lm) | verb imperfect short 3ms qAm | Al+ noun ms wfd | bi+ masdar fs jwlh");
  EXPECT_EQ(chosen("لن يلتقيا قريبا"),
            "particle (ln) | verb imperfect short 3md Altqy | adverb (qrybA)");
}

TEST(Segment, spelling_marks_decide) {
  EXPECT_EQ(chosen("زيارة"), "masdar fs zyArh");
  EXPECT_EQ(chosen("مشى على الجسر"), "verb perfect 3ms mcy | preposition (Ely) | Al+ noun ms jsr");
  EXPECT_EQ(tags("زار علي المدينة"), "VPN");
  EXPECT_EQ(tags("زار على رأس وفد"), "VpNN");
}

TEST(Choose, parts_of_speech_in_sentences) {
  const struct {
    const char* text;
    const char* tags;
  } rows[] = {
      {"بحث الوزير مع نظيره الأزمة", "VNpNN"},  // a verb before its subject
      {"في بحث الأزمة", "pNN"},                 // a noun after a preposition
      {"التقى رئيس الوزراء الروسي وفدا من النواب", "VNNANpN"},
      {"أكد أن بلاده ترفض التدخل", "VcNVN"},
      {"قرر أن يعقد جلسة طارئة", "VcVNA"},
      {"قال إن المجلس وافق على القرار", "VcNVpN"},
      {"كان الوفد قد وصل", "VNpV"},
      {"لم تشارك الحكومة في المؤتمر", "pVNpN"},
      {"الوزير الذي استقال أمس", "NrVN"},
      {"وأضاف المتحدث أنه لم يتلق ردا", "VNcpVN"},
      {"أكثر الدول دعما للقرار", "ANNN"},
      {"هذا الاتفاق يمهد لانسحاب القوات", "dNVNN"},
      {"قتل ثلاثة جنود في هجوم", "VnNpN"},
      {"يجب وقف إطلاق النار", "VNNN"},
      {"أعلنت موسكو دعمها للمبادرة", "VPNN"},
      {"التقى سيرغي لافروف في موسكو", "VPPpP"},
      {"بدأ النواب يغادرون القاعة", "VNVN"},
      {"وبحثا العلاقات الثنائية", "VNA"},
      {"لدعم الجيش", "NN"},
      {"كما شدد على ضرورة الحوار", "cVpNN"},
      {"ليس لدى الحكومة خطة", "ppNN"},
  };
  for (const auto& row : rows) EXPECT_EQ(tags(row.text), row.tags) << row.text;
}

TEST(Guess, words_that_the_lexicon_lacks) {
  EXPECT_EQ(chosen("كسيتر"), "proper s (ksytr)");
  EXPECT_EQ(chosen("الزنبرقية"), "Al+ adjective fs (znbrqyh)");
  EXPECT_EQ(chosen("والزنبرقات"), "wa+ Al+ noun fp (znbrqAt)");
}

TEST(Guess, an_unknown_word_alone_shows_where_clitics_end) {
  EXPECT_EQ(chosen("كلام لكسيترو"), "masdar ms klAm | proper s (lksytrw)");
  EXPECT_EQ(chosen("كلام لكسيترو. كسيترو"),
            "masdar ms klAm | li+ proper s (ksytrw) | proper s (ksytrw)");
}

TEST(Analyze, a_written_damma_tells_the_passive) {
  EXPECT_TRUE(analyzed("قُتل").text.analysis(0).passive);
  EXPECT_FALSE(analyzed("قتل").text.analysis(0).passive);
  EXPECT_TRUE(analyzed("يُقتل").text.analysis(0).passive);
  EXPECT_FALSE(analyzed("يُعلن").text.analysis(0).passive);  // yuElin has it as well
}

std::string matches(std::string_view text) {
  const Document document = analyzed(text);
  std::string out;
  for (const Match& match : document.text.matches) {
    out += (out.empty() ? "" : ", ") + std::to_string(match.begin) + ".." +
           std::to_string(match.end) + " " + std::string(words().entry(match.entry).id());
    if (match.proclitics != 0) out += " +" + std::to_string(match.proclitics);
  }
  return out;
}

TEST(Match, phrases_behind_clitics_and_in_any_form) {
  EXPECT_EQ(matches("في موسكو"), "1..2 place.moscow");
  EXPECT_EQ(matches("وبموسكو"), "0..1 place.moscow +5");  // wa 1, bi 4
  EXPECT_EQ(matches("للأردن"), "0..1 state.JOR +16");     // li before the article
  EXPECT_EQ(matches("وزراء الخارجية"), "0..2 title.minister.foreign");
  EXPECT_EQ(matches("لوزير خارجيتها"), "0..2 title.minister.foreign +16");
  EXPECT_EQ(matches("سيعقدان لقاءهما"), "0..2 frame.meet +64");
  EXPECT_EQ(matches("رفضت التعليق"), "0..2 frame.comment");
  EXPECT_EQ(matches("رفضت تعليق"), "");  // a plain word is that form alone
  EXPECT_EQ(matches("سيرغي لافروف"), "0..2 person.lavrov, 1..2 person.lavrov");
}

TEST(Match, first_match_parts_the_matches_by_token) {
  const Document document = analyzed("زار وزير الخارجية موسكو");
  const std::vector<uint32_t>& first = document.text.first_match;
  ASSERT_EQ(first.size(), document.text.tokens.size() + 1);
  EXPECT_EQ(first[1], 0u);
  EXPECT_EQ(first[2], 1u);
  EXPECT_EQ(first.back(), document.text.matches.size());
}

// The cache must never change an answer: each word read anew is as it is remembered.
TEST(Cache, remembers_what_the_plain_reading_gives) {
  morph::WordCache cache(morphology().parts());
  for (int round = 0; round < 2; ++round) {
    for (const char* word : {"wAltqy", "llqAC", "zyArth", "ksytr", "w", "x", "qtlt", "AlmtHdv"}) {
      const auto length = static_cast<uint16_t>(std::string_view(word).size());
      morph::CandidatePool kept;
      std::vector<morph::Start> plain_starts, kept_starts;
      cache.look_up(word, cache.approach(word, 0, length, 0), kept, kept_starts);
      const std::span<const morph::Candidate> plain = cache.read(word, 0, plain_starts);
      ASSERT_EQ(plain.size(), kept.size()) << word;
      EXPECT_EQ(plain_starts.size(), kept_starts.size()) << word;
      for (size_t i = 0; i < plain.size(); ++i) {
        EXPECT_EQ(described(plain[i].analysis, word, words()),
                  described(kept[i].analysis, word, words()));
        EXPECT_EQ(plain[i].analysis.score, kept[i].analysis.score);
        EXPECT_EQ(plain[i].analysis.stem_end, kept[i].analysis.stem_end);
        EXPECT_EQ(plain[i].left, kept[i].left);
        EXPECT_EQ(plain[i].marks, kept[i].marks);
      }
    }
  }
}

TEST(Analyze, takes_random_letters) {
  std::mt19937 random(7);
  static constexpr const char* kPieces[] = {
      "ا", "أ", "إ", "آ", "ل", "و", "ف", "ب", "ك", "ه",  "ة", "ي", "ى", "ء", "ئ",   "ت",
      "ن", "م", "س", "ّ",  "ً",  " ", " ", "،", ".", "\"", "5", "x", "ـ", "ﻻ", "\xFF"};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    const int length = static_cast<int>(random() % 200);
    for (int i = 0; i < length; ++i) text += kPieces[random() % std::size(kPieces)];
    const Document document = analyzed(text);
    const Text& found = document.text;
    ASSERT_EQ(found.of_token.size(), found.tokens.size());
    for (uint32_t token = 0; token < found.tokens.size(); ++token) {
      const TokenAnalyses& mine = found.of_token[token];
      ASSERT_LE(size_t{mine.first} + mine.count, found.analyses.size());
      for (uint32_t i = mine.first; i < mine.first + mine.count; ++i) {
        ASSERT_LE(found.analyses[i].stem_begin, found.analyses[i].stem_end);
        ASSERT_LE(found.analyses[i].stem_end, found.tokens[token].normal_length);
      }
    }
    dump_morph(document, words());
  }
}

TEST(Analyze, long_words_and_many_words) {
  std::string text;
  for (int i = 0; i < 500; ++i) text += "و";
  analyzed(text);
  text.clear();
  for (int i = 0; i < 3000; ++i) text += "وزير الخارجية ";
  EXPECT_EQ(analyzed(text).text.matches.size(), 3000u);
}

}  // namespace
}  // namespace rasid
