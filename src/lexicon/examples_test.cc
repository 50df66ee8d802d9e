// SPDX-License-Identifier: Apache-2.0
// Examples, coverage, dumps and phrases: what the commands of `rasid lexicon` print.
#include "lexicon/examples.h"

#include <gtest/gtest.h>

#include "lexicon/cover.h"
#include "lexicon/dump.h"
#include "lexicon/phrase.h"
#include "lexicon/testing.h"

namespace rasid {
namespace {

constexpr std::string_view kText = R"(%rec: State

id: EGY
code: EGY
name: مصر
adjective: مصري
source: unverified
yes: سافر إلى مصر
+ code = EGY
# between
no: سافر إلى الشام

id: RUS
code: RUS
name: روسيا
yes: سافر إلى روسيا

%rec: Cue

id: cue.muqarrar
phrase: من ~مقرر أن
status: planned
scope: complement
todo: كان مقررا أن يسافر في 5 مايو
+ on = 2013-05-01
)";

TEST(Examples, SameFromSourcesAndImage) {
  const std::vector<Example> of_image = examples(test::lexicon(kText));
  const std::vector<Example> of_sources = examples({{"test.rec", std::string(kText)}});
  EXPECT_EQ(of_image, of_sources);
  ASSERT_EQ(of_image.size(), 4u);
  EXPECT_EQ(of_image[0].entry, "EGY");
  EXPECT_EQ(of_image[0].kind, ExampleKind::yes);
  EXPECT_EQ(of_image[0].sentence, "سافر إلى مصر");
  EXPECT_EQ(of_image[0].role("code"), "EGY");
  EXPECT_EQ(of_image[0].role("actor"), "");
  EXPECT_EQ(of_image[0].file, "test.rec");
  EXPECT_EQ(of_image[0].line, 8u);
  EXPECT_EQ(of_image[1].kind, ExampleKind::no);
  EXPECT_EQ(of_image[3].kind, ExampleKind::todo);
  EXPECT_EQ(of_image[3].role("on"), "2013-05-01");
}

TEST(Examples, SameForTheWholeLexicon) {
  const Result<std::vector<SourceFile>> sources =
      lexicon_sources(std::string(RASID_SOURCE_DIR) + "/lexicon");
  ASSERT_TRUE(sources);
  if (!compile(*sources).errors.empty()) GTEST_SKIP() << "see the test of compile()";
  EXPECT_EQ(examples(*sources), examples(test::whole_lexicon()));
}

TEST(Cover, CountsAndMasks) {
  const Lexicon lexicon = test::lexicon(kText);
  EXPECT_EQ(masked(lexicon, "سافر إلى مصر"), "sAfr Aly _");
  EXPECT_EQ(masked(lexicon, "في 5 مايو 2013 وبمصر 7 روسيا"), "fy _ mAyw _");
  const Coverage cover = coverage(lexicon);
  EXPECT_EQ(cover.yes, 2u);
  EXPECT_EQ(cover.no, 1u);
  EXPECT_EQ(cover.todo, 1u);
  EXPECT_EQ(cover.sentences, 4u);
  EXPECT_EQ(cover.masked_sentences, 3u);  // the two yes sentences differ in a name only
  EXPECT_EQ(cover.unverified, 1u);
  ASSERT_EQ(cover.lacking.size(), 1u);
  EXPECT_EQ(lexicon.entry(cover.lacking[0]).id(), "cue.muqarrar");
  EXPECT_NE(dump(lexicon, cover).find("test.rec:20: cue.muqarrar has no yes"), std::string::npos);
}

TEST(Dump, ShowsEntriesLemmasAndPhrases) {
  const Lexicon lexicon = test::lexicon(kText);
  const std::string text = dump(lexicon);
  for (std::string_view piece :
       {"entries 3\n", "\nState EGY test.rec:3\n  id: EGY\n",
        "  yes: سافر إلى مصر\n  + code = EGY\n", "\nمصري mSry adjective EGY/adjective\n",
        "\nmSr EGY/name\n", "\nmn ~mqrr An cue.muqarrar/phrase\n"}) {
    EXPECT_NE(text.find(piece), std::string::npos) << piece << "\nin\n" << text;
  }
}

TEST(Dump, ExpandsLemmasAndEntries) {
  const Lexicon lexicon = test::lexicon(kText);
  const Result<std::string> word = expanded(lexicon, "مصري");
  ASSERT_TRUE(word);
  EXPECT_EQ(word->substr(0, word->find('\n')), "مصري mSry adjective (test.rec:3)");
  EXPECT_NE(word->find("  mSryh  مصريه  adjective fs"), std::string::npos) << *word;
  const Result<std::string> entry = expanded(lexicon, "cue.muqarrar");
  ASSERT_TRUE(entry);
  EXPECT_NE(entry->find("phrase mn ~mqrr An\n"), std::string::npos);
  EXPECT_FALSE(expanded(lexicon, "كلمة"));
  EXPECT_FALSE(expanded(lexicon, ""));
}

TEST(Phrase, CutIntoWords) {
  const struct {
    std::string_view text, expected;
  } kRows[] = {
      {"وزير الخارجية", "wzyr AlxArjyh"},
      {"~وزير ~خارجية", "~wzyr ~xArjyh"},
      {"مجموعة 5+1", "mjmwEh 5 + 1"},
      {"جنيف2", "jnyf 2"},
      {"الـBBC", "Al bbc"},
      {"الأنغلو-سكسونية", "AlAnglw - skswnyh"},
      {"  ~ ", ""},
      {"مُحَمَّد", "mHmd"},
  };
  for (const auto& [text, expected] : kRows) {
    std::string words;
    for (const PhraseWord& word : phrase_words(text)) {
      words += (words.empty() ? "" : " ") + std::string(word.any_form ? "~" : "") + word.normal;
    }
    EXPECT_EQ(words, expected) << text;
  }
}

}  // namespace
}  // namespace rasid
