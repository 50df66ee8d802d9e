// SPDX-License-Identifier: Apache-2.0
#include "lexicon/rec.h"

#include "base/utf8.h"

namespace rasid {
namespace {

// Characters that reorder or hide what a reader sees, and controls but the tab.
bool is_hidden(char32_t c) {
  return (c < 0x20 && c != '\t') || c == 0x7F || c == 0x200E || c == 0x200F || c == 0x61C ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

// Checks the bytes of a line; answers whether it can be read at all.
bool readable(std::string_view line, const SourceFile& file, uint32_t number, Problems& problems) {
  for (size_t at = 0; at < line.size();) {
    const CodePoint point = decode(line, at);
    if (!point.ok) {
      problems.add(file.path, number, "byte " + std::to_string(at + 1) + " is no UTF-8",
                   "save the file as UTF-8");
      return false;
    }
    if (is_hidden(point.value)) {
      problems.add(file.path, number,
                   "an invisible control or direction character at byte " + std::to_string(at + 1),
                   "delete it");
      return false;
    }
    at += point.length;
  }
  return true;
}

bool is_name(std::string_view name) {
  for (char c : name) {
    if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_')) return false;
  }
  return !name.empty() && name.front() >= 'a';
}

class RecReader {
 public:
  RecReader(const SourceFile& file, Problems& problems) : file_(file), problems_(problems) {}

  std::vector<SourceRecord> read() {
    Lines lines(file_.bytes);
    std::string_view line;
    while (lines.next(line) && !problems_.full()) {
      number_ = lines.number();
      if (!readable(line, file_, number_, problems_)) continue;
      take(trimmed(line));
    }
    return std::move(out_);
  }

 private:
  void take(std::string_view line) {
    if (line.empty()) {
      open_ = false;
    } else if (line.front() == '#') {
      return;
    } else if (line.front() == '%') {
      take_directive(line);
    } else if (line.front() == '+') {
      take_more(trimmed(line.substr(1)));
    } else {
      take_field(line);
    }
  }

  void take_directive(std::string_view line) {
    open_ = false;
    const size_t colon = line.find(':');
    const std::string_view name = trimmed(line.substr(0, colon));
    const std::string_view value =
        colon == std::string_view::npos ? std::string_view() : trimmed(line.substr(colon + 1));
    if (name == "%doc") return;
    if (name != "%rec" || value.empty()) {
      problems_.add(file_.path, number_, "unknown directive '" + std::string(name) + "'",
                    "write %rec: TYPE");
      return;
    }
    type_ = value;
    type_line_ = number_;
  }

  void take_more(std::string_view text) {
    if (!open_) {
      problems_.add(file_.path, number_, "a '+' line without a field above it",
                    "put it below the field it goes on");
    } else if (text.empty()) {
      problems_.add(file_.path, number_, "an empty '+' line", "delete it");
    } else {
      out_.back().fields.back().more.push_back({text, number_});
    }
  }

  void take_field(std::string_view line) {
    const size_t colon = line.find(':');
    const std::string_view name = trimmed(line.substr(0, colon));
    if (colon == std::string_view::npos || !is_name(name)) {
      problems_.add(file_.path, number_, "no 'key: value'",
                    "begin the line with a key and a colon, or with '+' or '#'");
      return;
    }
    if (!open_) start_record();
    const std::string_view value = trimmed(line.substr(colon + 1));
    if (value.empty()) {
      problems_.add(file_.path, number_, "'" + std::string(name) + ":' has no value",
                    "write one or delete the line");
    }
    out_.back().fields.push_back({name, value, number_, {}});
  }

  void start_record() {
    if (type_.empty()) {
      problems_.add(file_.path, number_, "an entry before any %rec: line",
                    "write %rec: TYPE above it");
    }
    out_.push_back({type_, type_line_, number_, 0, {}});
    open_ = true;
  }

  const SourceFile& file_;
  Problems& problems_;
  std::vector<SourceRecord> out_;
  std::string_view type_;
  uint32_t type_line_ = 0;
  uint32_t number_ = 0;
  bool open_ = false;
};

std::vector<std::string_view> split(std::string_view text, std::string_view at) {
  std::vector<std::string_view> out;
  for (;;) {
    const size_t end = text.find_first_of(at);
    out.push_back(trimmed(text.substr(0, end)));
    if (end == std::string_view::npos) return out;
    text.remove_prefix(end + 1);
  }
}

class TsvReader {
 public:
  TsvReader(const SourceFile& file, Problems& problems) : file_(file), problems_(problems) {}

  std::vector<SourceRecord> read() {
    Lines lines(file_.bytes);
    std::string_view line;
    while (lines.next(line) && !problems_.full()) {
      number_ = lines.number();
      if (!readable(line, file_, number_, problems_)) continue;
      if (trimmed(line).empty() || is_tsv_comment(line)) continue;
      if (keys_.empty()) {
        if (!take_header(line)) break;
      } else {
        take_row(line);
      }
    }
    return std::move(out_);
  }

 private:
  bool take_header(std::string_view line) {
    constexpr std::string_view kStart = "%tsv:";
    std::vector<std::string_view> words;
    if (line.substr(0, kStart.size()) == kStart) {
      for (std::string_view word : split(line.substr(kStart.size()), " \t")) {
        if (!word.empty()) words.push_back(word);
      }
    }
    if (words.size() < 2) {
      problems_.add(file_.path, number_, "no '%tsv: TYPE key key ...' in the first line",
                    "name the type and the columns there");
      return false;
    }
    type_ = words.front();
    type_line_ = number_;
    keys_.assign(words.begin() + 1, words.end());
    return true;
  }

  void take_row(std::string_view line) {
    const std::vector<std::string_view> cells = split(line, "\t");
    ++row_;
    if (cells.size() != keys_.size()) {
      problems_.add(file_.path, number_,
                    std::to_string(cells.size()) + " cells where the header names " +
                        std::to_string(keys_.size()),
                    "part them by tabs, empty ones too");
      return;
    }
    SourceRecord record{type_, type_line_, number_, row_, {}};
    for (size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].empty()) record.fields.push_back({keys_[i], cells[i], number_, {}});
    }
    out_.push_back(std::move(record));
  }

  const SourceFile& file_;
  Problems& problems_;
  std::vector<SourceRecord> out_;
  std::vector<std::string_view> keys_;
  std::string_view type_;
  uint32_t type_line_ = 0;
  uint32_t number_ = 0;
  uint32_t row_ = 0;
};

}  // namespace

Lines::Lines(std::string_view text) : rest_(text) {
  if (rest_.substr(0, 3) == "\xEF\xBB\xBF") rest_.remove_prefix(3);
}

bool Lines::next(std::string_view& line) {
  if (rest_.empty()) return false;
  const size_t end = rest_.find('\n');
  line = rest_.substr(0, end);
  rest_.remove_prefix(end == std::string_view::npos ? rest_.size() : end + 1);
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  ++number_;
  return true;
}

std::string_view trimmed(std::string_view text) {
  const size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

bool is_tsv_comment(std::string_view line) {
  const size_t begin = line.find_first_not_of(' ');  // a tab would end an empty first cell
  return begin != std::string_view::npos && line[begin] == '#';
}

bool is_tsv(std::string_view path) {
  return path.size() > 4 && path.substr(path.size() - 4) == ".tsv";
}

std::vector<SourceRecord> records(const SourceFile& file, Problems& problems) {
  if (is_tsv(file.path)) return TsvReader(file, problems).read();
  return RecReader(file, problems).read();
}

}  // namespace rasid
