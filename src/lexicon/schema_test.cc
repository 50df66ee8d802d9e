// SPDX-License-Identifier: Apache-2.0
// docs/LEXICON.md is what linguists read: it must name every type and every key, and no type that
// is not there.
#include "lexicon/schema.h"

#include <gtest/gtest.h>

#include <cctype>
#include <set>
#include <string>

#include "base/file.h"

namespace rasid {
namespace {

std::string manual() {
  const Result<std::string> text = read_file(std::string(RASID_SOURCE_DIR) + "/docs/LEXICON.md");
  return text ? *text : "";
}

std::vector<Type> all_types() {
  std::vector<Type> out;
  for (size_t i = 0; i < kTypes; ++i) out.push_back(static_cast<Type>(i));
  return out;
}

TEST(Schema, NamesGoBothWays) {
  for (Type type : all_types()) {
    EXPECT_EQ(rule_of(type).type, type);
    EXPECT_EQ(type_named(name_of(type)), type);
    for (const KeyRule& rule : rule_of(type).keys) {
      EXPECT_EQ(key_named(name_of(rule.key)), rule.key);
      EXPECT_EQ(rule_of(type, rule.key), &rule) << name_of(type) << " " << name_of(rule.key);
    }
    ASSERT_NE(rule_of(type, Key::yes), nullptr);
    EXPECT_EQ(rule_of(type, Key::yes)->kind, KeyKind::example);
  }
  EXPECT_EQ(type_named("Nothing"), std::nullopt);
  EXPECT_EQ(key_named("nothing"), std::nullopt);
  EXPECT_EQ(rule_of(Type::cue, Key::lemma), nullptr);
}

TEST(Schema, TheManualNamesAllTypesAndKeys) {
  const std::string text = manual();
  ASSERT_FALSE(text.empty());
  std::set<std::string_view> missing;
  for (Type type : all_types()) {
    const std::string name = "**" + std::string(name_of(type)) + "**";
    if (text.find(name) == std::string::npos) missing.insert(name_of(type));
    for (const KeyRule& rule : rule_of(type).keys) {
      const std::string key(name_of(rule.key));
      const bool told = text.find("`" + key + "`") != std::string::npos ||
                        text.find("`" + key + ":") != std::string::npos ||
                        text.find("`" + key + " ") != std::string::npos ||
                        text.find("\n" + key + ": ") != std::string::npos;
      if (!told) missing.insert(name_of(rule.key));
    }
  }
  for (std::string_view name : missing) ADD_FAILURE() << "docs/LEXICON.md does not tell " << name;
}

TEST(Schema, TheManualNamesNoOtherTypes) {
  const std::string text = manual();
  for (size_t at = 0; (at = text.find("**", at)) != std::string::npos; at += 2) {
    const size_t begin = at + 2;  // of a name such as **Frame**; other stars are none
    size_t end = begin;
    while (end < text.size() && std::isalpha(static_cast<unsigned char>(text[end]))) ++end;
    if (end == begin || text.compare(end, 2, "**") != 0) continue;
    const std::string name = text.substr(begin, end - begin);
    EXPECT_TRUE(type_named(name)) << name;
    at = end;
  }
}

}  // namespace
}  // namespace rasid
