// SPDX-License-Identifier: Apache-2.0
#include "lexicon/format.h"

#include "lexicon/rec.h"

namespace rasid {
namespace {

// Runs of spaces and tabs as one space, none at the ends.
std::string spaced(std::string_view text) {
  std::string out;
  for (char c : trimmed(text)) {
    if (c == '\t') c = ' ';
    if (c != ' ' || out.empty() || out.back() != ' ') out += c;
  }
  return out;
}

class RecFormatter {
 public:
  std::string run(std::string_view text) {
    Lines lines(text);
    std::string_view line;
    while (lines.next(line)) take(trimmed(line));
    return std::move(out_);
  }

 private:
  void take(std::string_view line) {
    if (line.empty()) {
      blank_ = true;
    } else if (line.front() == '#') {
      put(std::string(line));
    } else if (line.front() == '%') {
      const size_t colon = line.find(':');
      blank_ |= !comment_;  // a comment right above it belongs to it
      put(spaced(line.substr(0, colon)) + ": " + spaced(line.substr(colon + 1)));
      blank_ = true;  // recutils would take what follows at once for a part of the descriptor
    } else if (line.front() == '+') {
      put("+ " + continued(line.substr(1)));
    } else {
      const size_t colon = line.find(':');
      const std::string key = spaced(line.substr(0, colon));
      example_ = key == "yes" || key == "no" || key == "todo";
      put(key + ": " + spaced(line.substr(colon + 1)));
    }
  }

  // "role = words" below an example; other values go on as they are.
  std::string continued(std::string_view text) const {
    const size_t equals = text.find('=');
    if (!example_ || equals == std::string_view::npos) return spaced(text);
    return spaced(text.substr(0, equals)) + " = " + spaced(text.substr(equals + 1));
  }

  void put(const std::string& line) {
    if (blank_ && !out_.empty()) out_ += '\n';
    blank_ = false;
    comment_ = line.front() == '#';
    out_ += line;
    out_ += '\n';
  }

  std::string out_;
  bool blank_ = false;    // a blank line is due
  bool comment_ = false;  // the last line was a comment
  bool example_ = false;
};

std::string formatted_tsv(std::string_view text) {
  std::string out;
  Lines lines(text);
  std::string_view line;
  bool header = true;  // the first line that is no comment
  while (lines.next(line)) {
    if (trimmed(line).empty()) continue;
    if (is_tsv_comment(line)) {
      out.append(trimmed(line)).append("\n");
      continue;
    }
    while (!header && line.find('\t') != std::string_view::npos) {
      const size_t tab = line.find('\t');
      out.append(spaced(line.substr(0, tab))).append("\t");
      line.remove_prefix(tab + 1);
    }
    out.append(spaced(line)).append("\n");
    header = false;
  }
  return out;
}

}  // namespace

Result<std::string> formatted(std::string_view text, std::string_view path) {
  const SourceFile file{std::string(path), std::string(text)};
  Problems problems;
  records(file, problems);
  if (!problems.none()) return problems.take().front();
  return is_tsv(path) ? formatted_tsv(text) : RecFormatter().run(text);
}

}  // namespace rasid
