// SPDX-License-Identifier: Apache-2.0
// check_value: is a value what its key asks for? Reports, never mends.
#include <algorithm>
#include <array>
#include <charconv>

#include "base/date.h"
#include "base/letters.h"
#include "base/utf8.h"
#include "lexicon/examples.h"
#include "lexicon/phrase.h"
#include "lexicon/rec.h"
#include "lexicon/source.h"

namespace rasid {
namespace {

constexpr size_t kLongestPhrase = 24;  // words

class ValueCheck {
 public:
  ValueCheck(const FieldSource& field, const EntrySource& entry, Problems& problems)
      : field_(field), entry_(entry), problems_(problems), value_(field.value) {}

  void run() {
    switch (field_.rule->kind) {
      case KeyKind::code:
      case KeyKind::reference:
        return check_code();
      case KeyKind::text:
        return check_text();
      case KeyKind::verb:
      case KeyKind::noun:
      case KeyKind::adjective:
        return check_word();
      case KeyKind::phrase:
        return check_phrase();
      case KeyKind::date:
        if (!Date::from(value_)) problem("is no day", "write YYYY-MM-DD");
        return;
      case KeyKind::range:
        return check_range();
      case KeyKind::number:
        return check_number();
      case KeyKind::flag:
        if (value_ != "yes" && value_ != "no")
          problem("is neither yes nor no", "write one of them");
        return;
      case KeyKind::example:
        return check_example();
    }
  }

 private:
  void problem(std::string_view what, std::string mend) {
    problem_at(field_.line, value_, what, std::move(mend));
  }
  void problem_at(uint32_t line, std::string_view value, std::string_view what, std::string mend) {
    problems_.add(
        entry_.file, line,
        std::string(name_of(field_.key())) + " '" + std::string(value) + "' " + std::string(what),
        std::move(mend));
  }

  void check_code() {
    if (std::any_of(value_.begin(), value_.end(), [](char c) { return c < 0x20 || c > 0x7E; })) {
      problem("is no code", "write it in ASCII");
    }
  }

  void check_text() {
    const Key key = field_.key();
    const bool arabic_only = key == Key::lemma || key == Key::present || key == Key::masdar ||
                             key == Key::plural || key == Key::feminine || key == Key::verb_of ||
                             key == Key::written || key == Key::word;
    if (!arabic_only) return;
    if (fold(value_).normal.empty()) problem("has no Arabic letter", "write it in Arabic");
    if (has_ascii_letter(value_)) problem("mixes Arabic and Latin letters", "write Arabic only");
    if (key == Key::lemma && value_.find(' ') != std::string_view::npos) {
      problem("is more than one word", "a lemma is one word");
    }
  }

  void check_word() {
    const std::vector<PhraseWord> words = phrase_words(value_);
    if (words.size() != 1 || !has_arabic(value_) || has_ascii_letter(value_)) {
      problem("is not one Arabic word", "write one word, or use phrase:");
    } else if (words.front().any_form) {
      problem("has a ~", "leave it out: any form of the lemma matches");
    }
  }

  void check_phrase() {
    if (has_arabic(value_) && has_ascii_letter(value_)) {
      problem("mixes Arabic and Latin letters", "write each in an entry or line of its own");
    }
    const size_t words = phrase_words(value_).size();
    if (words == 0) problem("has no word", "write one");
    if (words > kLongestPhrase) problem("has too many words", "cut it to its first words");
  }

  void check_range() {
    const size_t dots = value_.find("..");
    const size_t space = value_.find(' ');
    if (dots == std::string_view::npos || space == std::string_view::npos || space < dots) {
      return problem("is no range", "write FROM..TO ID with dates YYYY-MM-DD");
    }
    const std::string_view from = value_.substr(0, dots);
    const std::string_view to = value_.substr(dots + 2, space - dots - 2);
    const bool good = (from.empty() || Date::from(from)) && (to.empty() || Date::from(to));
    if (!good) return problem("has no good date", "write YYYY-MM-DD..YYYY-MM-DD ID");
    if (!from.empty() && !to.empty() && to < from) problem("ends before it begins", "");
  }

  void check_number() {
    double number = 0;
    const auto [end, error] = std::from_chars(value_.data(), value_.data() + value_.size(), number);
    const bool whole = error == std::errc() && end == value_.data() + value_.size();
    if (!whole || has_ascii_letter(value_)) {  // from_chars also takes "nan" and "1e9"
      problem("is no number", "write digits, with a point for fractions");
    }
  }

  void check_example() {
    const Example example = parsed_example(field_.key(), value_);
    const size_t lines = std::count(value_.begin(), value_.end(), '\n');
    uint32_t line = field_.line;
    for (const auto& [role, words] : example.roles) {
      ++line;  // "+" lines follow one another, comments between them aside
      check_role(example, role, words, line);
    }
    if (example.roles.size() != lines) {
      problems_.add(entry_.file, field_.line, "a '+' line without 'role = words'",
                    "write + ROLE = WORDS");
    }
  }

  void check_role(const Example& example, std::string_view role, std::string_view words,
                  uint32_t line) {
    if (!is_example_role(role)) {
      return problem_at(line, role, "is no role of an example", "docs/LEXICON.md lists them");
    }
    if (words.empty()) return problem_at(line, role, "has no words", "write some after =");
    if (role == "on" && !Date::from(words)) {
      return problem_at(line, words, "is no day", "write YYYY-MM-DD");
    }
    // Fillers are pieces of the sentence, so that a slip of the pen shows at once.
    if (has_arabic(words) && example.sentence.find(words) == std::string::npos) {
      problem_at(line, words, "is no piece of the sentence", "copy it from the sentence");
    }
  }

  const FieldSource& field_;
  const EntrySource& entry_;
  Problems& problems_;
  std::string_view value_;
};

}  // namespace

void check_value(const FieldSource& field, const EntrySource& entry, Problems& problems) {
  ValueCheck(field, entry, problems).run();
}

bool has_arabic(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    const LetterClass kind = letter_info(point.value).kind;
    if (kind == LetterClass::letter || kind == LetterClass::letter_pair) return true;
    at += point.length;
  }
  return false;
}

bool has_ascii_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
}

}  // namespace rasid
