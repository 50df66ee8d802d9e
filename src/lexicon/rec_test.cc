// SPDX-License-Identifier: Apache-2.0
#include "lexicon/rec.h"

#include <gtest/gtest.h>

#include "lexicon/format.h"

namespace rasid {
namespace {

std::string text_of(const std::vector<SourceRecord>& records) {
  std::string out;
  for (const SourceRecord& record : records) {
    out += std::string(record.type) + "@" + std::to_string(record.line);
    if (record.row > 0) out += " row " + std::to_string(record.row);
    out += '\n';
    for (const SourceField& field : record.fields) {
      out += "  " + std::string(field.name) + "=" + std::string(field.value) + "@" +
             std::to_string(field.line);
      for (const SourceLine& line : field.more) {
        out += " +" + std::string(line.text) + "@" + std::to_string(line.line);
      }
      out += '\n';
    }
  }
  return out;
}

std::string read(std::string_view path, std::string_view text) {
  Problems problems;
  const SourceFile file{std::string(path), std::string(text)};
  std::string out = text_of(records(file, problems));
  for (const Error& error : problems.take()) out += "! " + error.where + ": " + error.what + "\n";
  return out;
}

TEST(Rec, Reads) {
  const struct {
    std::string_view text, expected;
  } kRows[] = {
      {"", ""},
      {"%rec: Cue\n\nid: a\nphrase: من المقرر\n", "Cue@3\n  id=a@3\n  phrase=من المقرر@4\n"},
      // No blank line is needed below %rec:, and spaces at the ends do not matter.
      {"%rec: Cue\n id :  a \n\n\nid:b", "Cue@2\n  id=a@2\nCue@5\n  id=b@5\n"},
      // "+" lines go with the field above them, comments between them aside.
      {"%rec: Cue\nid: a\nyes: s\n+ on = 2013-01-01\n# c\n+x=y\n",
       "Cue@2\n  id=a@2\n  yes=s@3 +on = 2013-01-01@4 +x=y@6\n"},
      {"\xEF\xBB\xBF%rec: Cue\r\nid: a\r\n", "Cue@2\n  id=a@2\n"},
      {"%rec: Cue\nid: a\n%rec: Frame\nid: b\n", "Cue@2\n  id=a@2\nFrame@4\n  id=b@4\n"},
      // A value may hold colons.
      {"%rec: Cue\nid: a\nnote: x: y\n", "Cue@2\n  id=a@2\n  note=x: y@3\n"},
  };
  for (const auto& [text, expected] : kRows) EXPECT_EQ(read("a.rec", text), expected) << text;
}

TEST(Rec, TellsWhatItCannotRead) {
  const struct {
    std::string_view text, expected;
  } kRows[] = {
      {"id: a\n", "@1\n  id=a@1\n! a.rec:1: an entry before any %rec: line\n"},
      {"%rec: Cue\nid a\n", "! a.rec:2: no 'key: value'\n"},
      {"%rec: Cue\nId: a\n", "! a.rec:2: no 'key: value'\n"},
      {"%rec: Cue\nid:\n", "Cue@2\n  id=@2\n! a.rec:2: 'id:' has no value\n"},
      {"%rec: Cue\n+ a = b\n", "! a.rec:2: a '+' line without a field above it\n"},
      {"%rec: Cue\nid: a\n+\n", "Cue@2\n  id=a@2\n! a.rec:3: an empty '+' line\n"},
      {"%rek: Cue\n", "! a.rec:1: unknown directive '%rek'\n"},
      {"%rec:\n", "! a.rec:1: unknown directive '%rec'\n"},
      {"%rec: Cue\nid: \xFF\n", "! a.rec:2: byte 5 is no UTF-8\n"},
      {std::string_view("# \0\n", 4),
       "! a.rec:1: an invisible control or direction character at byte 3\n"},
      {"# \u202E\n", "! a.rec:1: an invisible control or direction character at byte 3\n"},
  };
  for (const auto& [text, expected] : kRows) EXPECT_EQ(read("a.rec", text), expected) << text;
}

TEST(Rec, Tsv) {
  const struct {
    std::string_view text, expected;
  } kRows[] = {
      {"%tsv: Word form lemma\n# c\n1\tزار\n\n\tقال\n",
       "Word@3 row 1\n  form=1@3\n  lemma=زار@3\nWord@5 row 2\n  lemma=قال@5\n"},
      {"%tsv:\tWord\tlemma\nزار\r\n", "Word@2 row 1\n  lemma=زار@2\n"},
      {"%tsv: Word form lemma\nx\n", "! a.tsv:2: 1 cells where the header names 2\n"},
      {"lemma\nx\n", "! a.tsv:1: no '%tsv: TYPE key key ...' in the first line\n"},
  };
  for (const auto& [text, expected] : kRows) EXPECT_EQ(read("a.tsv", text), expected) << text;
}

TEST(Rec, KeepsOnlyTheFirstErrors) {
  std::string text = "%rec: Cue\n";
  for (int i = 0; i < 1000; ++i) text += "nothing\n";
  Problems problems;
  EXPECT_TRUE(records({"a.rec", text}, problems).empty());
  EXPECT_EQ(problems.take().size(), kMostErrors);
}

TEST(Format, CanonicalSpacing) {
  const struct {
    std::string_view path, text, expected;
  } kRows[] = {
      {"a.rec", "", ""},
      {"a.rec", "# top\n%rec:  Cue\nid:a\n\n\n\nid :  b\nyes: من   هنا\n+on=2013-01-01  \n\n",
       "# top\n%rec: Cue\n\nid: a\n\nid: b\nyes: من هنا\n+ on = 2013-01-01\n"},
      {"a.rec", "%rec: Cue\nid: a\n# kept\nnote: x\n+ y=z\n%rec: Frame\n",
       "%rec: Cue\n\nid: a\n# kept\nnote: x\n+ y=z\n\n%rec: Frame\n"},
      {"a.tsv", "%tsv: Word  form\tlemma\r\n\n 1 \t زار \n #c \n\tقال\n%\t \n",
       "%tsv: Word form lemma\n1\tزار\n#c\n\tقال\n%\t\n"},
  };
  for (const auto& [path, text, expected] : kRows) {
    const Result<std::string> once = formatted(text, path);
    ASSERT_TRUE(once) << once.error().message();
    EXPECT_EQ(*once, expected);
    EXPECT_EQ(*formatted(*once, path), *once);
  }
  EXPECT_EQ(formatted("x\n", "a.rec").error().where, "a.rec:1");
}

// Formatting changes no value: the project's files give the same records before and after it.
TEST(Format, KeepsTheProjectsEntries) {
  const Result<std::vector<SourceFile>> sources =
      lexicon_sources(std::string(RASID_SOURCE_DIR) + "/lexicon");
  ASSERT_TRUE(sources) << sources.error().message();
  for (const SourceFile& file : *sources) {
    if (file.path == "RETIRED") continue;
    const Result<std::string> once = formatted(file.bytes, file.path);
    if (!once) continue;  // `rasid lexicon check` tells it
    EXPECT_EQ(*formatted(*once, file.path), *once) << file.path;
    Problems problems;
    const SourceFile after{file.path, *once};
    const std::vector<SourceRecord> a = records(file, problems);
    const std::vector<SourceRecord> b = records(after, problems);
    ASSERT_EQ(a.size(), b.size()) << file.path;
    for (size_t i = 0; i < a.size(); ++i) {
      ASSERT_EQ(a[i].fields.size(), b[i].fields.size()) << file.path << ":" << a[i].line;
      EXPECT_EQ(a[i].type, b[i].type);
    }
  }
}

}  // namespace
}  // namespace rasid
