// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <memory>

#include "base/file.h"
#include "base/utf8.h"
#include "lexicon/testing.h"
#include "page/page_testing.h"

namespace rasid::test {
namespace {

constexpr std::string_view kNames = R"(%rec: Place

id: place.cairo
kind: city
country: EGY
name: القاهرة

id: place.london
kind: city
country: GBR
name: لندن

id: place.moscow
kind: city
country: RUS
name: موسكو

id: place.beirut
kind: city
country: LBN
name: بيروت

%rec: State

id: LBN
code: LBN
name: لبنان

%rec: GivenName

id: given.samir
name: سمير

id: given.hala
name: هالة

%rec: Month

id: month.11
phrase: نوفمبر
phrase: تشرين الثاني
value: 11
calendar: egyptian

id: month.10h
phrase: شوال
value: 10
calendar: hijri

%rec: Weekday

id: weekday.5
phrase: الجمعة
value: 5

%rec: Title

id: title.source
title: مصدر
kind: official

%rec: Word

id: word.bahatha
lemma: بحث
pos: verb
form: 1
present: يبحث

id: word.alana
lemma: أعلن
pos: verb

id: word.kashafa
lemma: كشف
pos: verb
form: 1
present: يكشف
)";

}  // namespace

const PageIndex& page_index() {
  static const std::unique_ptr<const PageIndex> kIndex = [] {
    std::vector<SourceFile> sources{{"names.rec", std::string(kNames)}};
    for (const char* name :
         {"sections", "prompts", "comments", "related", "bylines", "captions", "datelines"}) {
      const std::string path = std::string("page/") + name + ".rec";
      auto bytes = read_file(std::string(RASID_SOURCE_DIR) + "/lexicon/" + path);
      if (bytes) sources.push_back({path, std::move(*bytes)});
    }
    static const Lexicon kLexicon = lexicon(std::move(sources));
    std::vector<Error> problems;
    auto index = std::make_unique<const PageIndex>(kLexicon, problems);
    for (const Error& problem : problems) ADD_FAILURE() << problem.message();
    return index;
  }();
  return *kIndex;
}

PageInput input_of(std::string_view bytes, PageFormat format) {
  PageInput input;
  input.bytes = bytes;
  input.id = "t";
  input.format = format;
  return input;
}

Article article(std::string_view bytes, PageFormat format) {
  // A heap block of just that size, so that a read past the end is seen.
  const std::unique_ptr<char[]> exact(new char[bytes.size()]);
  std::copy(bytes.begin(), bytes.end(), exact.get());
  Result<Article> read = read_page(input_of({exact.get(), bytes.size()}, format), page_index());
  if (!read) ADD_FAILURE() << read.error().message();
  return read ? std::move(*read) : Article{};
}

std::string page(std::string_view bytes, PageFormat format) {
  const Result<Article> read = read_page(input_of(bytes, format), page_index());
  if (!read) return read.error().message() + "\n";
  std::string out = dump_article(*read);
  if (out.starts_with("article t\n")) out.erase(0, 10);
  return out;
}

void expect_sound(const Article& article) {
  ASSERT_TRUE(is_valid_utf8(article.text));
  uint32_t at = 0, line = 0;
  for (const Block& block : article.blocks) {
    ASSERT_LE(at, block.span.begin);
    ASSERT_LT(block.span.begin, block.span.end);
    ASSERT_LE(block.span.end, article.text.size());
    ASSERT_LE(block.span.size(), kLongestBlock);
    ASSERT_LE(line, block.line);
    at = block.span.end, line = block.line;
  }
  uint32_t text = 0;
  bool first = true;
  for (const SourcePiece& piece : article.source) {
    ASSERT_TRUE(first || piece.text_begin > text);
    text = piece.text_begin, first = false;
  }
}

}  // namespace rasid::test
