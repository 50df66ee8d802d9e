// SPDX-License-Identifier: Apache-2.0
#include "pipeline/inputs.h"

#include <gtest/gtest.h>

#include <cstdio>

#include "base/utf8.h"

namespace rasid {
namespace {

// A file that goes away with the test.
struct TemporaryFile {
  explicit TemporaryFile(std::string_view bytes, std::string suffix = ".txt")
      : path(::testing::TempDir() + "rasid_inputs_test" + suffix) {
    EXPECT_TRUE(write_file(path, bytes));
  }
  ~TemporaryFile() { std::remove(path.c_str()); }
  std::string path;
};

struct Taken {
  std::vector<RawArticle> articles;
  std::vector<Error> skipped;
  bool read = false;
};

Taken read_all(const std::string& path, bool json = false) {
  Taken out;
  const Result<Done> done = read_input(
      path, json, [&](RawArticle article) { out.articles.push_back(std::move(article)); },
      [&](Error error) { out.skipped.push_back(std::move(error)); });
  out.read = static_cast<bool>(done);
  return out;
}

TEST(Inputs, a_file_is_one_article_named_by_its_stem) {
  const TemporaryFile file("خبر");
  const Taken taken = read_all(file.path);
  ASSERT_EQ(taken.articles.size(), 1u);
  EXPECT_EQ(taken.articles[0].id, "rasid_inputs_test");
  EXPECT_EQ(taken.articles[0].bytes, "خبر");
}

TEST(Inputs, what_cannot_be_read_is_an_error) {
  EXPECT_FALSE(read_all("/nonexistent").read);
  EXPECT_FALSE(read_all(::testing::TempDir()).read);
}

TEST(Inputs, a_long_text_comes_in_pieces_that_say_where_they_stand) {
  std::string text;
  while (text.size() < 3 * kPieceLimit) text += "سطر من النص العربي\n";
  const std::string header = "@article x date=2013-11-15\n";
  const TemporaryFile file(header + text);
  const Taken taken = read_all(file.path);
  ASSERT_GT(taken.articles.size(), 2u);
  uint32_t lines = 1, points = 0;  // the header line counts as a line, not as text
  std::string whole;
  for (size_t i = 0; i < taken.articles.size(); ++i) {
    const RawArticle& piece = taken.articles[i];
    EXPECT_TRUE(piece.bytes.starts_with(header));
    const std::string body = piece.bytes.substr(header.size());
    EXPECT_EQ(piece.first_line + 1, lines);
    EXPECT_EQ(piece.first_code_point, points);
    for (const char c : body) lines += c == '\n';
    CodePoints counted;
    counted.reset(body);
    points += counted.before(static_cast<uint32_t>(body.size()));
    whole += body;
  }
  EXPECT_EQ(whole, text);
}

TEST(Inputs, a_piece_ends_between_code_points_where_there_is_no_space) {
  std::string text;
  while (text.size() < kPieceLimit + 100) text += "ب";
  const TemporaryFile file(text);
  for (const RawArticle& piece : read_all(file.path).articles)
    EXPECT_TRUE(is_valid_utf8(piece.bytes));
}

TEST(Inputs, json_lines_are_numbered_and_blank_ones_passed_over) {
  const TemporaryFile file("{\"id\":\"a\"}\n\n  \n{\"id\":\"b\"}", ".jsonl");
  const Taken taken = read_all(file.path, true);
  ASSERT_EQ(taken.articles.size(), 2u);
  EXPECT_TRUE(taken.articles[1].name.ends_with(":4"));
}

TEST(JsonArticles, fields_and_faults) {
  const struct {
    const char* line;
    const char* fault;  // part of the message; empty where it is good
  } rows[] = {
      {R"({"id":"a","text":"خبر","date":"2013-11-15T10:00:00+03:00"})", ""},
      {R"({"text":"خبر"})", ""},
      {R"({"id":"a"})", "neither 'text' nor 'html'"},
      {R"({"id":"a","text":7})", "'text' is no string"},
      {R"({"id":"a","text":"x","date":"2013-02-30"})", "is no YYYY-MM-DD"},
      {R"(["a"])", "not a JSON object"},
      {R"({"id":"a","text":"x")", "not a JSON object"},
      {"", "not a JSON object"},
  };
  JsonArticles json;
  for (const auto& row : rows) {
    RawArticle article;
    article.name = "f:1";
    article.bytes = row.line;
    const Result<Done> done = json.parse(article);
    EXPECT_EQ(static_cast<bool>(done), row.fault[0] == 0) << row.line;
    if (done) continue;
    EXPECT_NE(done.error().message().find(row.fault), std::string::npos) << done.error().message();
  }
}

}  // namespace
}  // namespace rasid
