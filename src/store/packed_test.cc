// SPDX-License-Identifier: Apache-2.0
// Bytes of the file, and what is done with bytes that nobody wrote.
#include <gtest/gtest.h>

#include <random>

#include "store/body.h"
#include "store/corrections.h"
#include "store/packed.h"
#include "store/sample_articles.h"

namespace rasid {
namespace {

TEST(Packed, RecordsAndReportsComeBackAsTheyWere) {
  const CodedArticle article = sample_article(
      "http://a/1", "alpha", 11, {{"CONSULT.visit", "SAU:GOV/jubeir", "RUS:GOV", "negated", 11}});
  const std::optional<Content> whole = unpacked(article.content);
  ASSERT_TRUE(whole);
  const Content& content = *whole;
  EXPECT_EQ(packed(content), article.content);
  EXPECT_EQ(content.records[0].actor[0].id, "person.jubeir");
  EXPECT_EQ(content.records[0].trigger.text, "CONSULT.visit");
  Report report = article.reports[0].report;
  report.threads = {7};
  report.thread_names = {"talks"};
  report.convenes = 7;
  report.questions = 3;
  report.words = {1, 2};
  report.topics = {9};
  report.place = 5;
  report.relates = {{12, "invites"}};
  const Report again = unpack_report(packed(report)).value();
  EXPECT_EQ(packed(again), packed(report));
  EXPECT_EQ(again.convenes, 7U);
  EXPECT_EQ(again.thread_names, report.thread_names);
}

TEST(Packed, AnyBytesAreTaken) {
  std::mt19937 random(7);
  const CodedArticle article = sample_article("u", "o", 1, {{"ACCUSE", "USA", "IRN"}});
  for (int i = 0; i < 2000; ++i) {
    std::string bytes = article.content;
    for (int j = 0; j < 5; ++j) bytes[random() % bytes.size()] = static_cast<char>(random());
    bytes.resize(random() % (bytes.size() + 1));
    if (const std::optional<Content> content = unpacked(std::string(bytes))) {
      for (const Record& record : content->records)
        EXPECT_LE(record.trigger.bytes.end, content->text.size());
      (void)search_line(content->text, content->tokens);
    }
    (void)unpack_report(bytes);
  }
}

TEST(Packed, CountsAndSpansAreNotBelieved) {
  Packer huge;
  huge.number(1'000'000);  // a million hashes in no bytes
  EXPECT_EQ(Unpacker(huge.bytes()).count(8), 0U);
  Packer wraps;
  wraps.number(0xFFFF'FFF0).number(0x20);
  Unpacker in(wraps.bytes());
  EXPECT_EQ(unpack_span(in), (Span{}));
  EXPECT_FALSE(in.ok());
  // A token behind the end of the text.
  Content content;
  content.text = "one two";
  content.tokens = {{{0, 3}}, {{4, 7}}};
  EXPECT_TRUE(unpacked(packed(content)));
  content.tokens.back().span.end = 8;
  EXPECT_FALSE(unpacked(packed(content)));
  EXPECT_FALSE(unpacked(packed(Content{}) + "more"));
}

TEST(Packed, ASealShowsEveryChange) {
  const std::string bytes = sealed("some bytes");
  EXPECT_EQ(unsealed(bytes), "some bytes");
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::string other = bytes;
    other[i] ^= 1;
    EXPECT_FALSE(unsealed(other)) << i;
  }
  EXPECT_FALSE(unsealed("abc"));
  EXPECT_TRUE(unsealed(sealed("")));
}

TEST(Corrections, ActorsWithIdsAndCategoriesWithModes) {
  const CodedArticle article = sample_article("u", "o", 1, {{"ACCUSE", "USA", "IRN"}});
  Record record = unpacked(article.content)->records[0];
  Report report = article.reports[0].report;
  const auto put = [&](const std::string& field, const std::string& value) {
    EXPECT_TRUE(check_correction(field, value)) << value;
    apply({0, {}, "", field, value}, record);
    follow(field, record, report);
  };
  put("actor", "SAU:GOV=person.jubeir=Adel Jubeir,RUS");
  EXPECT_EQ(record.actor[0].name, "Adel Jubeir");
  EXPECT_EQ(record.actor[0].id, "person.jubeir");
  EXPECT_EQ(record.actor[1].code, "RUS");
  EXPECT_EQ(report.actors[0].kind, PartyKind::person);
  put("category", "CONSULT.visit");
  EXPECT_EQ(report.category, "CONSULT");
  EXPECT_EQ(report.mode, "visit");
  EXPECT_FALSE(check_correction("category", "consult"));
  EXPECT_FALSE(check_correction("actor", "Saudi"));
}

TEST(Body, AFrameWithAnotherByteIsNotOpened) {
  BodyCodec codec;
  const std::string text = "words and words and other words, told again and again";
  const std::optional<std::string> frame = codec.compress(text);
  ASSERT_TRUE(frame);
  EXPECT_EQ(codec.expand(*frame, 0), text);
  for (size_t i = 0; i < frame->size(); ++i) {
    std::string other = *frame;
    other[i] ^= 4;
    const std::optional<std::string> got = codec.expand(other, 0);
    EXPECT_TRUE(!got || *got == text) << i;  // some bits of its header say nothing
  }
}

TEST(Sketch, TellsNearCopiesFromOtherTexts) {
  std::string text, other;
  for (int i = 0; i < 200; ++i) text += " w" + std::to_string(i), other += " v" + std::to_string(i);
  const Sketch a = sketch_of(text);
  EXPECT_GT(likeness(a.bins, sketch_of(text + " and a line more at the end").bins), 0.85);
  EXPECT_LT(likeness(a.bins, sketch_of(other).bins), 0.1);
  EXPECT_TRUE(sketch_of("too few words").empty);
  EXPECT_EQ(bins_of(bytes_of(a)), a.bins);
}

}  // namespace
}  // namespace rasid
