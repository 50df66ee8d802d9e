// SPDX-License-Identifier: Apache-2.0
#include "morph/guess.h"

#include "morph/segment.h"

namespace rasid::morph {
namespace {

constexpr int kGuess = -10;

struct Shape {
  std::string_view ending;
  Pos pos;
  Gender gender;
  Number number;
  int worth;
};
// Longest first; the first that fits a stem of at least three letters more is taken.
constexpr Shape kShapes[] = {
    {"yAt", Pos::noun, Gender::feminine, Number::plural, 0},
    {"ywn", Pos::adjective, Gender::masculine, Number::plural, 2},
    {"yyn", Pos::adjective, Gender::masculine, Number::plural, 2},
    {"At", Pos::noun, Gender::feminine, Number::plural, 0},
    {"wn", Pos::noun, Gender::masculine, Number::plural, -1},
    {"yn", Pos::noun, Gender::masculine, Number::plural, -1},
    {"yh", Pos::adjective, Gender::feminine, Number::singular, 2},
    {"h", Pos::noun, Gender::feminine, Number::singular, 0},
    {"y", Pos::adjective, Gender::masculine, Number::singular, 0},
    {"", Pos::noun, Gender::masculine, Number::singular, 0},
};

Candidate shaped(std::string_view normal, const Prefix& prefix, const Shape& shape, int score) {
  Candidate candidate;
  candidate.guessed = true;
  Analysis& a = candidate.analysis;
  a.pos = shape.pos, a.gender = shape.gender, a.number = shape.number;
  a.proclitics = prefix.proclitics;
  a.stem_begin = prefix.length;
  a.stem_end = static_cast<uint8_t>(normal.size());
  a.score = static_cast<int16_t>(score + shape.worth);
  classify(candidate, 0, false);
  return candidate;
}

const Shape& shape_of(std::string_view stem) {
  for (const Shape& shape : kShapes) {
    if (stem.size() >= shape.ending.size() + 3 && stem.ends_with(shape.ending)) return shape;
  }
  return kShapes[std::size(kShapes) - 1];
}

void add_verb(std::string_view normal, const Prefix& prefix, std::vector<Candidate>& out) {
  const std::string_view stem = normal.substr(prefix.length);
  if (stem.size() < 4 || (stem[0] != 'y' && stem[0] != 't')) return;
  if ((prefix.proclitics & ~(kWa | kFa | kSa)) != 0) return;
  Candidate candidate;
  candidate.guessed = true;
  Analysis& a = candidate.analysis;
  a.pos = Pos::verb, a.tense = Tense::imperfect, a.person = 3;
  a.gender = stem[0] == 'y' ? Gender::masculine : Gender::feminine;
  a.number = stem.ends_with("wn") ? Number::plural : Number::singular;
  a.proclitics = prefix.proclitics;
  a.stem_begin = prefix.length;
  a.stem_end = static_cast<uint8_t>(normal.size());
  const bool future = (prefix.proclitics & kSa) != 0;
  a.score = static_cast<int16_t>(kGuess - (future ? 2 : stem[0] == 'y' ? 8 : 14));
  classify(candidate, 0, false);
  out.push_back(candidate);
}

}  // namespace

Candidate name_reading(std::string_view normal, size_t stem_begin, uint16_t proclitics, int score) {
  Candidate candidate;
  Analysis& a = candidate.analysis;
  a.pos = Pos::proper;
  a.number = Number::singular;
  a.proclitics = proclitics;
  a.stem_begin = static_cast<uint8_t>(stem_begin);
  a.stem_end = static_cast<uint8_t>(normal.size());
  a.score = static_cast<int16_t>(score);
  classify(candidate, 0, false);
  return candidate;
}

namespace {

// What reading these proclitics off an unknown word costs. wa- is the likeliest by far.
int prefix_cost(uint16_t proclitics, size_t stem) {
  int cost = 0;
  if (proclitics & kWa) cost += 3;
  if (proclitics & kFa) cost += 9;
  if (proclitics & (kBi | kLi)) cost += 6;
  if (proclitics & kKa) cost += 10;
  return stem >= 4 || cost == 0 ? cost : cost + 7;
}

// al-Sisi, al-Ibrahimi: the article belongs to the name.
void add_definite(std::string_view normal, const Prefix& prefix, bool known_name,
                  std::vector<Candidate>& out) {
  const uint16_t outside = prefix.proclitics & static_cast<uint16_t>(~kAl);
  const std::string_view stem = normal.substr(prefix.length);
  const int score = kGuess + 8 - prefix_cost(outside, 4);
  out.push_back(shaped(normal, prefix, shape_of(stem), score));
  const size_t begin = prefix.length - (outside & kLi ? 1 : 2);
  out.push_back(name_reading(normal, begin, outside, score + (known_name ? 12 : -2)));
  out.back().guessed = true;
}

void add_indefinite(std::string_view normal, const Prefix& prefix, bool known_name, int worth,
                    std::vector<Candidate>& out) {
  const std::string_view stem = normal.substr(prefix.length);
  if ((prefix.proclitics & kSa) == 0) {
    const int score = worth - prefix_cost(prefix.proclitics, stem.size());
    out.push_back(
        name_reading(normal, prefix.length, prefix.proclitics, score + 3 + (known_name ? 25 : 0)));
    out.back().guessed = !known_name;
    if (stem.size() >= 3) out.push_back(shaped(normal, prefix, shape_of(stem), score - 4));
  }
  add_verb(normal, prefix, out);
}

}  // namespace

void guesses(std::string_view normal, const Morphology::Parts& parts, std::vector<Candidate>& out) {
  Prefix found[kMostPrefixes];
  const size_t count = prefixes(normal, found);
  bool article = false;
  for (size_t i = 0; i < count; ++i) {
    article |= (found[i].proclitics & kAl) != 0 && normal.size() >= found[i].length + size_t{3};
  }
  for (size_t i = 0; i < count; ++i) {
    const std::string_view stem = normal.substr(found[i].length);
    const bool known_name = parts.given_names.find(stem) != kNone;
    if ((found[i].proclitics & kAl) == 0) {
      // A word that shows the article is hardly anything else.
      add_indefinite(normal, found[i], known_name, article ? kGuess - 12 : kGuess, out);
    } else if (stem.size() >= 3) {
      add_definite(normal, found[i], known_name, out);
    }
  }
  sort_by_score(out);
  if (out.size() > kMostCandidates) out.resize(kMostCandidates);
}

}  // namespace rasid::morph
