// SPDX-License-Identifier: Apache-2.0
#include "lexicon/source.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "lexicon/rec.h"

namespace rasid {
namespace {

constexpr std::string_view kRetired = "RETIRED";
constexpr size_t kLongestEntry = 60000;  // lines: the image keeps a value's line in 16 bits

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

bool is_id(std::string_view id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
           c == '_' || c == '-' || c == '+';
  });
}

std::string_view stem(std::string_view path) {
  path.remove_prefix(std::min(path.size(), path.find_last_of('/') + 1));
  return path.substr(0, path.find_last_of('.'));
}

class Checker {
 public:
  Checker(const std::vector<SourceFile>& sources, Problems& problems)
      : sources_(sources), problems_(problems) {}

  std::vector<EntrySource> run() {
    for (const SourceFile& file : sources_) {
      if (file.path == kRetired) read_retired(file);
    }
    for (const SourceFile& file : sources_) {
      if (file.path != kRetired) read(file);
    }
    for (const EntrySource& entry : out_) {
      for (const FieldSource& field : entry.fields) check_reference(entry, field);
    }
    return std::move(out_);
  }

 private:
  void read_retired(const SourceFile& file) {
    Lines lines(file.bytes);
    std::string_view line;
    while (lines.next(line)) {
      const std::string_view id = trimmed(line.substr(0, line.find('#')));
      if (id.empty()) continue;
      if (!is_id(id)) problems_.add(file.path, lines.number(), "no id", "write one id a line");
      retired_.insert(id);
    }
  }

  // What the ids of a .tsv's rows begin with: its stem, or with its folders where several files
  // have that stem.
  std::string row_name(std::string_view path) const {
    const auto same = [&](const SourceFile& file) {
      return is_tsv(file.path) && stem(file.path) == stem(path);
    };
    if (std::count_if(sources_.begin(), sources_.end(), same) < 2) return std::string(stem(path));
    std::string out(path.substr(0, path.find_last_of('.')));
    std::replace(out.begin(), out.end(), '/', '.');
    return out;
  }

  void read(const SourceFile& file) {
    std::string_view bad_type;
    const std::string name = row_name(file.path);
    for (const SourceRecord& record : records(file, problems_)) {
      const std::optional<Type> type = type_named(record.type);
      if (!type) {
        if (!record.type.empty() && record.type != bad_type) {
          problems_.add(file.path, record.type_line, "unknown type " + quoted(record.type),
                        "docs/LEXICON.md lists the types");
        }
        bad_type = record.type;
        continue;
      }
      take(file, record, *type, name);
    }
  }

  void take(const SourceFile& file, const SourceRecord& record, Type type,
            const std::string& row_name) {
    EntrySource entry;
    entry.type = type;
    entry.bulk = record.row > 0;
    entry.file = file.path;
    entry.line = record.line;
    for (const SourceField& field : record.fields) add_field(entry, field);
    if (entry.bulk && entry.value(Key::id).empty()) {
      entry.id = row_name + "." + std::to_string(record.row);
    } else {
      entry.id = entry.value(Key::id);
    }
    check_keys(entry);
    if (entry.id.empty()) return;
    check_id(entry);
    out_.push_back(std::move(entry));
  }

  void add_field(EntrySource& entry, const SourceField& field) {
    const std::optional<Key> key = key_named(field.name);
    const KeyRule* rule = key ? rule_of(entry.type, *key) : nullptr;
    if (rule == nullptr) {
      problems_.add(entry.file, field.line,
                    "unknown key " + quoted(field.name) + " of " + std::string(name_of(entry.type)),
                    "docs/LEXICON.md lists its keys");
      return;
    }
    std::string_view rest = field.value;
    while (entry.bulk && rule->many && rest.find('|') != std::string_view::npos) {
      const size_t end = rest.find('|');
      add_value(entry, {rule, std::string(trimmed(rest.substr(0, end))), field.line});
      rest = trimmed(rest.substr(end + 1));
    }
    FieldSource last{rule, std::string(rest), field.line};
    for (const SourceLine& line : field.more) last.value.append("\n").append(line.text);
    if (!field.more.empty() && rule->kind != KeyKind::example && rule->kind != KeyKind::text) {
      problems_.add(entry.file, field.more.front().line,
                    quoted(field.name) + " cannot go on over several lines",
                    "write a line with the key for each value");
      return;
    }
    add_value(entry, std::move(last));
  }

  void add_value(EntrySource& entry, FieldSource field) {
    if (field.value.empty()) return;  // the reader has told it
    if (!field.rule->many && !entry.value(field.key()).empty()) {
      problems_.add(entry.file, field.line,
                    "a second " + quoted(name_of(field.key())) + " in one entry",
                    "keep one, or end the entry with a blank line");
      return;
    }
    check_value(field, entry, problems_);
    entry.fields.push_back(std::move(field));
  }

  void check_keys(const EntrySource& entry) {
    if (entry.id.empty()) {
      problems_.add(entry.file, entry.line, "an entry without id", "write id: NAME");
    }
    for (const KeyRule& rule : rule_of(entry.type).keys) {
      if (rule.required && entry.value(rule.key).empty()) {
        problems_.add(entry.file, entry.line,
                      std::string(name_of(entry.type)) + " " + quoted(entry.id) + " has no " +
                          quoted(name_of(rule.key)),
                      "write " + std::string(name_of(rule.key)) + ": ...");
      }
    }
    if (!entry.fields.empty() && entry.fields.back().line - entry.line > kLongestEntry) {
      problems_.add(entry.file, entry.line, "an entry of too many lines", "make two of it");
    }
  }

  void check_id(const EntrySource& entry) {
    if (!is_id(entry.id)) {
      problems_.add(entry.file, entry.line, "bad id " + quoted(entry.id),
                    "use Latin letters, digits and . _ - +");
    }
    if (retired_.count(entry.id) > 0) {
      problems_.add(entry.file, entry.line, "the id " + quoted(entry.id) + " is retired",
                    "ids are never reused: choose another");
    }
    const Place place{entry.file, entry.line, entry.type};
    const auto [at, is_new] = ids_.emplace(entry.id, place);
    if (!is_new) {
      problems_.add(entry.file, entry.line,
                    "the id " + quoted(entry.id) + " is taken by " + std::string(at->second.file) +
                        ":" + std::to_string(at->second.line),
                    "choose another");
    }
  }

  void check_reference(const EntrySource& entry, const FieldSource& field) {
    std::string_view id = field.value;
    if (field.rule->kind == KeyKind::range) {
      const size_t space = id.find(' ');
      if (space == std::string_view::npos) return;  // check_value has told it
      id = trimmed(id.substr(space));
    } else if (field.rule->kind != KeyKind::reference) {
      return;
    }
    if (ids_.count(std::string(id)) == 0) {
      problems_.add(entry.file, field.line,
                    quoted(name_of(field.key())) + " names " + quoted(id) + ", which no entry has",
                    "write the id of an entry, or add one");
    }
  }

  struct Place {
    std::string_view file;
    uint32_t line;
    Type type;
  };
  const std::vector<SourceFile>& sources_;
  Problems& problems_;
  std::vector<EntrySource> out_;
  std::unordered_set<std::string_view> retired_;
  std::unordered_map<std::string, Place> ids_;
};

}  // namespace

std::string_view EntrySource::value(Key key) const {
  for (const FieldSource& field : fields) {
    if (field.key() == key) return field.value;
  }
  return {};
}

std::vector<std::string> EntrySource::values(Key key) const {
  std::vector<std::string> out;
  for (const FieldSource& field : fields) {
    if (field.key() == key) out.push_back(field.value);
  }
  return out;
}

std::vector<EntrySource> checked(const std::vector<SourceFile>& sources, Problems& problems) {
  return Checker(sources, problems).run();
}

}  // namespace rasid
