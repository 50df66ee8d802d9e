// SPDX-License-Identifier: Apache-2.0
#include "morph/analyze.h"

namespace rasid {
namespace {

struct Clitic {
  uint16_t bit;
  const char* name;
};
constexpr Clitic kClitics[] = {{kHamzaQuestion, "A"}, {kWa, "wa"}, {kFa, "fa"},
                               {kBi, "bi"},           {kKa, "ka"}, {kLi, "li"},
                               {kLa, "la"},           {kSa, "sa"}, {kAl, "Al"}};

std::string agreement(uint8_t person, Gender gender, Number number) {
  std::string out;
  if (person != 0) out += static_cast<char>('0' + person);
  if (gender != Gender::unknown) out += gender == Gender::masculine ? 'm' : 'f';
  if (number == Number::singular) out += 's';
  if (number == Number::dual) out += 'd';
  if (number == Number::plural) out += 'p';
  return out;
}

void append_features(std::string& out, const Analysis& a) {
  static constexpr const char* kTenses[] = {"", " perfect", " imperfect", " imperative"};
  out += kTenses[static_cast<size_t>(a.tense)];
  if (a.passive) out += " passive";
  if (a.jussive_or_subjunctive) out += " short";
  if (a.construct) out += " construct";
  const std::string features = agreement(a.person, a.gender, a.number);
  if (!features.empty()) out += ' ' + features;
}

}  // namespace

std::string described(const Analysis& a, std::string_view normal, const Lexicon& lexicon) {
  std::string out;
  for (const Clitic& clitic : kClitics) {
    if (a.proclitics & clitic.bit) out.append(clitic.name).append("+ ");
  }
  out += name_of(a.pos);
  append_features(out, a);
  out += ' ';
  if (a.lemma != kNone) {
    out += lexicon.lemma(a.lemma).normal;
  } else if (a.stem_begin < a.stem_end && a.stem_end <= normal.size()) {
    out.append("(").append(normal.substr(a.stem_begin, a.stem_end - a.stem_begin)).append(")");
  }
  if (a.enclitic.person != 0) {
    out += " -" + agreement(a.enclitic.person, a.enclitic.gender, a.enclitic.number);
  }
  return out;
}

std::string dump_morph(const Document& document, const Lexicon& lexicon) {
  const Text& text = document.text;
  std::string out;
  for (uint32_t token = 0; token < text.tokens.size(); ++token) {
    if (token >= text.of_token.size()) break;
    out += std::to_string(token) + ' ' + std::string(text.normal(token));
    if (text.of_token[token].count > 0) {
      out += "  " + described(text.analysis(token), text.normal(token), lexicon);
    }
    out += '\n';
  }
  for (const Match& match : text.matches) {
    out += "match " + std::to_string(match.begin) + ".." + std::to_string(match.end) + ' ';
    out += lexicon.entry(match.entry).id();
    out += ' ';
    out += name_of(static_cast<Key>(match.key));
    if (match.proclitics != 0) {
      out += ' ';
      for (const Clitic& clitic : kClitics) {
        if (match.proclitics & clitic.bit) out.append(clitic.name).append("+");
      }
    }
    out += '\n';
  }
  return out;
}

}  // namespace rasid
