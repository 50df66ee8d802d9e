// SPDX-License-Identifier: Apache-2.0
#include "lexicon/phrase.h"

#include "base/letters.h"
#include "base/utf8.h"

namespace rasid {
namespace {

enum class Run { space, arabic, digit, latin, sign };

Run run_of(const CodePoint& point, Run before) {
  const char32_t c = point.value;
  const LetterInfo info = letter_info(c);
  switch (info.kind) {
    case LetterClass::letter:
    case LetterClass::letter_pair:
      return Run::arabic;
    case LetterClass::digit:
      return Run::digit;
    case LetterClass::ignored:  // a diacritic goes with what it stands on
      return before == Run::space ? Run::arabic : before;
    case LetterClass::none:
      break;
  }
  if (c == ' ' || c == '\t' || c == '\n' || c == 0xA0) return Run::space;
  const bool ascii_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  // Latin with diacritics, Greek, Cyrillic: all that is written in letters and is not Arabic.
  return ascii_letter || (c >= 0xC0 && c < 0x590 && c != 0xD7 && c != 0xF7) ? Run::latin
                                                                            : Run::sign;
}

std::string normal_of(std::string_view text, Run run) {
  if (run == Run::arabic || run == Run::digit) return fold(text).normal;
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace

std::vector<PhraseWord> phrase_words(std::string_view text) {
  std::vector<PhraseWord> out;
  Run run = Run::space;
  size_t begin = 0;
  bool any_form = false;
  const auto end_run = [&](size_t at) {
    if (run == Run::space) return;
    PhraseWord word{text.substr(begin, at - begin), normal_of(text.substr(begin, at - begin), run),
                    any_form && run == Run::arabic};
    any_form = false;
    if (!word.normal.empty()) out.push_back(std::move(word));
  };
  for (size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    if (point.value == '~') {
      end_run(at);
      run = Run::space;
      any_form = true;
    } else if (const Run next = run_of(point, run); next != run || next == Run::sign) {
      end_run(at);
      run = next;
      begin = at;
    }
    at += point.length;
  }
  end_run(text.size());
  return out;
}

}  // namespace rasid
