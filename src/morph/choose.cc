// SPDX-License-Identifier: Apache-2.0
#include "morph/choose.h"

#include <algorithm>
#include <array>

#include "base/letters.h"

namespace rasid::morph {
namespace {

using L = Left;
using R = Right;

struct Neighbour {
  R before;
  L after;
  int8_t score;
};
constexpr Neighbour kNeighbours[] = {
#include "morph/neighbours_table.inc"
};

using Table = std::array<std::array<int8_t, kLefts>, kRights>;
constexpr Table make_table() {
  Table table{};
  for (const Neighbour& one : kNeighbours) {
    table[static_cast<size_t>(one.before)][static_cast<size_t>(one.after)] = one.score;
  }
  return table;
}
constexpr Table kTable = make_table();

// At most this many readings of a word take part; the others are too unlikely.
constexpr uint32_t kMostStates = 10;

constexpr int kHopeless = 34;  // a reading so far below the best is chosen nowhere

constexpr int kFirstVerb = 4;
constexpr int kSecondVerb = -11;

bool is_adjectival(const Candidate& c) {
  const Pos pos = c.analysis.pos;
  return pos == Pos::adjective || pos == Pos::active_participle || pos == Pos::passive_participle;
}
bool is_verb(const Candidate& c) { return c.analysis.pos == Pos::verb; }
bool is_nominal(const Candidate& c) {
  return c.analysis.pos == Pos::noun || c.analysis.pos == Pos::masdar || is_adjectival(c);
}

// The gender and number a noun asks of what agrees with it.
Gender asked_gender(const Candidate& c) {
  if (c.analysis.number == Number::plural && !c.human && !is_adjectival(c)) {
    return Gender::feminine;
  }
  return c.analysis.gender;
}
Number asked_number(const Candidate& c) {
  if (c.analysis.number == Number::plural && !c.human && !is_adjectival(c)) {
    return Number::singular;
  }
  return c.analysis.number;
}

int adjective_agreement(const Candidate& noun, const Candidate& adjective) {
  const bool same_state = (noun.right == R::the && adjective.left == L::the_adjective) ||
                          (noun.right == R::own && adjective.left == L::the_adjective) ||
                          (noun.right == R::bare && adjective.left == L::adjective) ||
                          (noun.right == R::accusative && adjective.left == L::adjective);
  if (!same_state || !is_nominal(noun)) return 0;
  const bool gender = asked_gender(noun) == adjective.analysis.gender;
  const bool number = asked_number(noun) == adjective.analysis.number;
  if (gender && number) return 4;
  // In a chain of nouns the adjective may belong to an earlier one.
  return adjective.left == L::the_adjective ? -1 : -5;
}

int verb_agreement(const Candidate& verb, const Candidate& noun) {  // verb before its subject
  if (!is_nominal(noun) || verb.analysis.person != 3) return 0;
  if (noun.left != L::the && noun.left != L::own && noun.left != L::bare &&
      noun.left != L::the_adjective) {
    return 0;
  }
  if (verb.analysis.number != Number::singular) return -3;
  return asked_gender(noun) == verb.analysis.gender ? 2 : -2;
}

int subject_agreement(const Candidate& noun, const Candidate& verb) {  // subject before its verb
  if (!is_nominal(noun) || verb.analysis.person != 3) return 0;
  if (noun.right != R::the && noun.right != R::own) return 0;
  const bool gender = asked_gender(noun) == verb.analysis.gender;
  const bool number = asked_number(noun) == verb.analysis.number;
  return gender && number ? 2 : -2;
}

int agreement(const Candidate& before, const Candidate& after) {
  if (is_adjectival(after) && is_nominal(before)) return adjective_agreement(before, after);
  if (is_verb(before)) return verb_agreement(before, after);
  if (is_verb(after)) return subject_agreement(before, after);
  return 0;
}

bool opens_clause(R right) {
  switch (right) {
    case R::boundary:
    case R::conjunction:
    case R::an:
    case R::anna:
    case R::anna_own:
    case R::relative:
    case R::subordinator:
    case R::question:
      return true;
    default:
      return false;
  }
}

bool finite(const Candidate& c) {
  return is_verb(c) && c.analysis.tense != Tense::imperative && (c.analysis.proclitics & kLi) == 0;
}

class Chooser {
 public:
  Chooser(const Text& text, std::span<const Candidate> candidates, std::span<const Readings> all,
          Paths& paths)
      : text_(text), candidates_(candidates), readings_(all), paths_(paths) {}

  void run(const Sentence& sentence, std::span<uint32_t> chosen) {
    paths_.states.clear();
    paths_.states.push_back({kNone, 0, kNone, false});
    before_begin_ = 0, before_end_ = 1;
    edge_ = R::boundary;
    for (uint32_t token = sentence.begin; token < sentence.end; ++token) step(token);
    trace(sentence, chosen);
  }

 private:
  void step(uint32_t token) {
    const Token& word = text_.tokens[token];
    const Readings mine = readings_[token];
    if (mine.count > 0) {
      const auto begin = static_cast<uint32_t>(paths_.states.size());
      const int least = candidates_[mine.first].analysis.score - kHopeless;
      for (uint32_t i = 0; i < std::min(mine.count, kMostStates); ++i) {
        if (candidates_[mine.first + i].analysis.score < least) break;
        extend(mine.first + i);
      }
      before_begin_ = begin, before_end_ = static_cast<uint32_t>(paths_.states.size());
      edge_ = R::other;
      return;
    }
    if (word.kind == TokenKind::latin || word.kind == TokenKind::other) return close(R::name);
    switch (word.mark) {
      case Mark::full_stop:
      case Mark::colon:
      case Mark::semicolon:
      case Mark::question:
      case Mark::exclamation:
      case Mark::ellipsis:
        return close(R::boundary);
      case Mark::comma:
      case Mark::dash:
        return close(R::comma);
      default:
        return;  // quotation marks and brackets join nothing and part nothing
    }
  }

  // A token without readings: the best path goes on behind it.
  void close(R right) {
    uint32_t best = before_begin_;
    int32_t best_score = INT32_MIN;
    for (uint32_t s = before_begin_; s < before_end_; ++s) {
      const int32_t score = paths_.states[s].score + edge_score(s, L::boundary);
      if (score > best_score) best = s, best_score = score;
    }
    const bool stop = right == R::boundary;
    const State state{kNone, best_score, best, !stop && paths_.states[best].clause_has_verb};
    before_begin_ = static_cast<uint32_t>(paths_.states.size());
    paths_.states.push_back(state);
    before_end_ = before_begin_ + 1;
    edge_ = right;
  }

  R right_of(uint32_t state) const {
    const uint32_t candidate = paths_.states[state].candidate;
    return candidate == kNone ? edge_ : candidates_[candidate].right;
  }

  int edge_score(uint32_t state, L left) const {
    return kTable[static_cast<size_t>(right_of(state))][static_cast<size_t>(left)];
  }

  void extend(uint32_t index) {
    const Candidate& mine = candidates_[index];
    State best{index, INT32_MIN, kNone, false};
    for (uint32_t s = before_begin_; s < before_end_; ++s) {
      const State& before = paths_.states[s];
      int score = before.score + edge_score(s, mine.left);
      if (before.candidate != kNone) score += agreement(candidates_[before.candidate], mine);
      bool has_verb = before.clause_has_verb && !opens_clause(right_of(s));
      if (finite(mine)) {
        const bool joined = mine.left == L::joined_verb;
        const bool helped = right_of(s) == R::helper;
        if (!joined && !helped) score += has_verb ? kSecondVerb : kFirstVerb;
        has_verb = mine.right != R::helper;
      }
      if (score > best.score) best = {index, score, s, has_verb};
    }
    best.score += mine.analysis.score;
    paths_.states.push_back(best);
  }

  void trace(const Sentence& sentence, std::span<uint32_t> chosen) {
    uint32_t best = before_begin_;
    int32_t best_score = INT32_MIN;
    for (uint32_t s = before_begin_; s < before_end_; ++s) {
      const int32_t score = paths_.states[s].score + edge_score(s, L::boundary);
      if (score > best_score) best = s, best_score = score;
    }
    for (uint32_t token = sentence.end; token > sentence.begin && best != kNone; --token) {
      if (readings_[token - 1].count == 0) {
        const bool state_here = paths_.states[best].candidate == kNone && closes(token - 1);
        if (state_here) best = paths_.states[best].back;
        continue;
      }
      chosen[token - 1] = paths_.states[best].candidate;
      best = paths_.states[best].back;
    }
  }

  bool closes(uint32_t token) const {
    const Token& word = text_.tokens[token];
    if (word.kind == TokenKind::latin || word.kind == TokenKind::other) return true;
    switch (word.mark) {
      case Mark::full_stop:
      case Mark::colon:
      case Mark::semicolon:
      case Mark::question:
      case Mark::exclamation:
      case Mark::ellipsis:
      case Mark::comma:
      case Mark::dash:
        return true;
      default:
        return false;
    }
  }

  const Text& text_;
  std::span<const Candidate> candidates_;
  std::span<const Readings> readings_;
  Paths& paths_;
  uint32_t before_begin_ = 0, before_end_ = 0;
  R edge_ = R::boundary;
};

int last_letter_score(uint16_t written, const Candidate& candidate) {
  constexpr uint16_t kFinal = kTaMarbuta | kFinalHeh | kAlefMaqsura | kFinalYeh;
  if ((written & kFinal) == 0) return 0;
  if (!candidate.whole_end) {
    if (written & kTaMarbuta) return -60;
    return written & kAlefMaqsura ? -10 : 0;
  }
  if (candidate.guessed || candidate.analysis.pos == Pos::proper) return 0;
  if (written & kTaMarbuta) return candidate.marks & kTaMarbuta ? 0 : -60;
  if (written & kFinalHeh) return candidate.marks & kTaMarbuta ? -7 : 0;
  if (written & kAlefMaqsura) return candidate.marks & kFinalYeh ? -8 : 0;
  // The dots are not put for nothing: Ely is the name, not the preposition.
  if ((candidate.marks & kAlefMaqsura) == 0) return 0;
  return candidate.analysis.lemma == kNone ? -35 : -25;
}

constexpr int kMissingHamza = 4;  // many write none

int hamza_score(uint16_t written, const Candidate& candidate, std::string_view normal) {
  if (candidate.guessed || candidate.analysis.pos == Pos::proper) return 0;
  constexpr uint16_t kHamza = kHamzaAbove | kHamzaBelow;
  int score = 0;
  const uint16_t has = written & kHamza, wants = candidate.marks & kHamza;
  if (wants != 0 && has != wants) {
    score -= has != 0                  ? 40
             : (written & kMadda) != 0 ? 12
             : candidate.needs_hamza   ? 25
                                       : kMissingHamza;
  }
  const std::string_view stem =
      normal.substr(candidate.analysis.stem_begin,
                    candidate.analysis.stem_end - size_t{candidate.analysis.stem_begin});
  const bool bears = stem.find('A') != std::string_view::npos;
  if (wants == 0 && has != 0 && bears && (candidate.marks & kMadda) == 0) score -= 25;
  if ((candidate.marks & kMadda) != 0 && (written & kMadda) == 0) score -= has != 0 ? 15 : 5;
  if ((candidate.marks & kMadda) == 0 && (written & kMadda) != 0) score -= 25;
  return score;
}

}  // namespace

int mark_score(uint16_t written, const Candidate& candidate, std::string_view normal) {
  if (written == 0 && candidate.marks == 0) return 0;
  int score = last_letter_score(written, candidate) + hamza_score(written, candidate, normal);
  if (written & kTanwin) {
    const bool bears = candidate.right == R::bare || candidate.right == R::accusative ||
                       candidate.right == R::adjective || candidate.right == R::adverb ||
                       candidate.right == R::name || candidate.right == R::number;
    score += !bears ? -30 : candidate.right == R::accusative ? 8 : 2;
  }
  if ((written & kShadda) != 0 && (candidate.marks & kShadda) != 0) score += 8;
  return score;
}

void choose(const Text& text, const Sentence& sentence, std::span<const Candidate> candidates,
            std::span<const Readings> readings, Paths& paths, std::span<uint32_t> chosen) {
  Chooser(text, candidates, readings, paths).run(sentence, chosen);
}

}  // namespace rasid::morph
