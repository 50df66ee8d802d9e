// SPDX-License-Identifier: Apache-2.0
// source: the entries as their files tell them, checked against the schema. The compiler's form of
// an entry (strings, easy to change); the image's form is in image.h.
// In: source files and RETIRED. Out: entries in the order of file name and line; every fault a
// problem with file:line. Example: checked({{"a.rec", "%rec: Cue\n\nid: cue.x\n..."}}, problems).
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/compile.h"
#include "lexicon/problems.h"
#include "lexicon/schema.h"

namespace rasid {

struct FieldSource {
  const KeyRule* rule = nullptr;
  std::string value;  // an example: the sentence, then its "role = words" lines, joined by "\n"
  uint32_t line = 0;
  Key key() const { return rule->key; }
};

struct EntrySource {
  Type type = Type::word;
  bool bulk = false;  // a row of a .tsv
  std::string id;
  std::string_view file;
  uint32_t line = 0;
  std::vector<FieldSource> fields;

  std::string_view value(Key key) const;  // the first, or empty
  std::vector<std::string> values(Key key) const;
};

// `sources` must be sorted by path and outlive the answer.
std::vector<EntrySource> checked(const std::vector<SourceFile>& sources, Problems& problems);

// Checks one value against its kind; references are checked later, when all ids are known.
void check_value(const FieldSource& field, const EntrySource& entry, Problems& problems);

bool has_arabic(std::string_view text);
bool has_ascii_letter(std::string_view text);

}  // namespace rasid
