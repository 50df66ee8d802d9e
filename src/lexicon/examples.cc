// SPDX-License-Identifier: Apache-2.0
#include "lexicon/examples.h"

#include <algorithm>

#include "lexicon/rec.h"
#include "lexicon/source.h"

namespace rasid {
namespace {

bool is_example_key(Key key) { return key == Key::yes || key == Key::no || key == Key::todo; }

// The next line of `rest`, which it takes away.
std::string_view next_line(std::string_view& rest) {
  const size_t end = rest.find('\n');
  const std::string_view line = rest.substr(0, end);
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
  return line;
}

}  // namespace

std::string_view Example::role(std::string_view name) const {
  for (const auto& [role, words] : roles) {
    if (role == name) return words;
  }
  return {};
}

bool is_example_role(std::string_view name) {
  static constexpr std::string_view kRoles[] = {
      "actor",    "recipient", "place",  "topic",   "content",   "third_party", "said_by",
      "via",      "fires",     "object", "subject", "trigger",   "name",        "title",
      "office",   "on",        "date",   "enddate", "precision", "basis",       "status",
      "negation", "event",     "code",   "sector",  "id",        "kind",        "resolves",
      "part",     "value",     "lemma",  "pos",     "outlet"};
  return std::find(std::begin(kRoles), std::end(kRoles), name) != std::end(kRoles);
}

Example parsed_example(Key kind, std::string_view value) {
  Example out;
  out.kind = kind == Key::yes  ? ExampleKind::yes
             : kind == Key::no ? ExampleKind::no
                               : ExampleKind::todo;
  out.sentence = next_line(value);
  while (!value.empty()) {
    const std::string_view line = next_line(value);
    const size_t equals = line.find('=');
    if (equals == std::string_view::npos) continue;
    out.roles.emplace_back(trimmed(line.substr(0, equals)), trimmed(line.substr(equals + 1)));
  }
  return out;
}

std::vector<Example> examples(const Lexicon& lexicon) {
  std::vector<Example> out;
  for (EntryId id = 0; id < lexicon.entry_count(); ++id) {
    const Entry entry = lexicon.entry(id);
    for (size_t i = 0; i < entry.field_count(); ++i) {
      const EntryField field = entry.field(i);
      if (!is_example_key(field.key)) continue;
      Example example = parsed_example(field.key, field.value);
      example.entry = entry.id();
      example.file = entry.file();
      example.line = field.line;
      out.push_back(std::move(example));
    }
  }
  return out;
}

std::vector<Example> examples(std::vector<SourceFile> sources) {
  std::sort(sources.begin(), sources.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  Problems problems;
  std::vector<Example> out;
  for (const EntrySource& entry : checked(sources, problems)) {
    for (const FieldSource& field : entry.fields) {
      if (!is_example_key(field.key())) continue;
      Example example = parsed_example(field.key(), field.value);
      example.entry = entry.id;
      example.file = entry.file;
      example.line = field.line;
      out.push_back(std::move(example));
    }
  }
  return out;
}

}  // namespace rasid
