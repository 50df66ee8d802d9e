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

// Whether two neighbours may agree or disagree in gender and number, as their sides tell.
enum class Agreement : uint8_t { none, adjective, subject_after, subject_before };
struct Joint {
  int8_t score = 0;
  Agreement agreement = Agreement::none;
};
using Table = std::array<std::array<Joint, kLefts>, kRights>;

constexpr Table make_table() {
  Table table{};
  const auto joint = [&](R before, L after) -> Joint& {
    return table[static_cast<size_t>(before)][static_cast<size_t>(after)];
  };
  for (const Neighbour& one : kNeighbours) joint(one.before, one.after).score = one.score;
  joint(R::the, L::the_adjective).agreement = Agreement::adjective;
  joint(R::own, L::the_adjective).agreement = Agreement::adjective;
  joint(R::bare, L::adjective).agreement = Agreement::adjective;
  joint(R::accusative, L::adjective).agreement = Agreement::adjective;
  for (const R verb : {R::verb, R::helper}) {
    for (const L noun : {L::the, L::own, L::bare, L::the_adjective}) {
      joint(verb, noun).agreement = Agreement::subject_after;
    }
  }
  for (const R noun : {R::the, R::own}) {
    for (const L verb : {L::past, L::present, L::short_present, L::command, L::joined_verb}) {
      joint(noun, verb).agreement = Agreement::subject_before;
    }
  }
  return table;
}
constexpr Table kTable = make_table();

// At most this many readings of a word take part; the others are too unlikely.
constexpr uint32_t kMostStates = 10;

constexpr int kHopeless = 26;  // a reading so far below the best is chosen nowhere

constexpr int32_t kBeam = 26;  // a path so far behind the best does not come back

constexpr int8_t kFirstVerb = 4;
constexpr int8_t kSecondVerb = -11;

bool is_adjectival(const Candidate& c) {
  const Pos pos = c.analysis.pos;
  return pos == Pos::adjective || pos == Pos::active_participle || pos == Pos::passive_participle;
}
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
  const bool gender = asked_gender(noun) == adjective.analysis.gender;
  const bool number = asked_number(noun) == adjective.analysis.number;
  if (gender && number) return 4;
  // In a chain of nouns the adjective may belong to an earlier one.
  return adjective.left == L::the_adjective ? -1 : -5;
}

int subject_after(const Candidate& verb, const Candidate& noun) {
  if (verb.analysis.person != 3) return 0;
  if (verb.analysis.number != Number::singular) return -3;
  return asked_gender(noun) == verb.analysis.gender ? 2 : -2;
}

int subject_before(const Candidate& noun, const Candidate& verb) {
  if (verb.analysis.person != 3) return 0;
  const bool gender = asked_gender(noun) == verb.analysis.gender;
  const bool number = asked_number(noun) == verb.analysis.number;
  return gender && number ? 2 : -2;
}

int agreement(Agreement kind, const Candidate& before, const Candidate& after) {
  switch (kind) {
    case Agreement::adjective:
      return is_nominal(before) ? adjective_agreement(before, after) : 0;
    case Agreement::subject_after:
      return is_nominal(after) ? subject_after(before, after) : 0;
    case Agreement::subject_before:
      return is_nominal(before) ? subject_before(before, after) : 0;
    case Agreement::none:
      return 0;
  }
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
  return c.analysis.pos == Pos::verb && c.analysis.tense != Tense::imperative &&
         (c.analysis.proclitics & kLi) == 0;
}

class Chooser {
 public:
  Chooser(const Text& text, std::span<const Candidate> candidates, std::span<const Readings> all,
          Paths& paths)
      : text_(text), candidates_(candidates), readings_(all), paths_(paths) {}

  void run(const Sentence& sentence, std::span<uint32_t> chosen) {
    paths_.states.clear();
    paths_.states.push_back(state_of(kNone, 0, kNone, R::boundary, false));
    before_begin_ = 0, before_end_ = 1, least_before_ = INT32_MIN;
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
      best_here_ = INT32_MIN;
      for (uint32_t i = 0; i < std::min(mine.count, kMostStates); ++i) {
        if (candidates_[mine.first + i].analysis.score < least) break;
        extend(mine.first + i);
      }
      before_begin_ = begin, before_end_ = static_cast<uint32_t>(paths_.states.size());
      least_before_ = best_here_ - kBeam;
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
    const bool has_verb = !stop && paths_.states[best].clause_has_verb;
    const State state = state_of(kNone, best_score, best, right, has_verb);
    before_begin_ = static_cast<uint32_t>(paths_.states.size());
    paths_.states.push_back(state);
    before_end_ = before_begin_ + 1;
    least_before_ = INT32_MIN;
  }

  static State state_of(uint32_t candidate, int32_t score, uint32_t back, R right, bool has_verb) {
    const int8_t verb_score = right == R::helper                 ? int8_t{0}
                              : has_verb && !opens_clause(right) ? kSecondVerb
                                                                 : kFirstVerb;
    return {candidate, score, back, right, has_verb, verb_score};
  }
  static Joint joint(const State& state, L left) {
    return kTable[static_cast<size_t>(state.right)][static_cast<size_t>(left)];
  }
  int edge_score(uint32_t state, L left) const { return joint(paths_.states[state], left).score; }

  void extend(uint32_t index) {
    const Candidate& mine = candidates_[index];
    const bool opens = finite(mine) && mine.left != L::joined_verb;
    const State* const states = paths_.states.data();
    uint32_t best = kNone;
    int32_t best_score = INT32_MIN;
    for (uint32_t s = before_begin_; s < before_end_; ++s) {
      const State& before = states[s];
      if (before.score < least_before_) continue;
      const Joint with = joint(before, mine.left);
      int32_t score = before.score + with.score;
      if (with.agreement != Agreement::none) {
        score += agreement(with.agreement, candidates_[before.candidate], mine);
      }
      if (opens) score += before.verb_score;
      if (score > best_score) best = s, best_score = score;
    }
    best_here_ = std::max(best_here_, best_score + mine.analysis.score);
    const bool has_verb = finite(mine) ? mine.right != R::helper : has_verb_still(states[best]);
    paths_.states.push_back(
        state_of(index, best_score + mine.analysis.score, best, mine.right, has_verb));
  }

  static bool has_verb_still(const State& before) {
    return before.clause_has_verb && !opens_clause(before.right);
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
  int32_t best_here_ = INT32_MIN;     // of the states made for this word
  int32_t least_before_ = INT32_MIN;  // states of the word before that fall below are not gone on
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
