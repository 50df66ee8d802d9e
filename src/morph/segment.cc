// SPDX-License-Identifier: Apache-2.0
#include "morph/segment.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "base/letters.h"

namespace rasid::morph {
namespace {

constexpr Gender kM = Gender::masculine, kF = Gender::feminine, kG = Gender::unknown;
constexpr Number kS = Number::singular, kD = Number::dual, kP = Number::plural;

constexpr Suffix kSuffixes[] = {
    {"h", {3, kM, kS}},   {"hA", {3, kF, kS}},       {"hm", {3, kM, kP}},
    {"hmA", {3, kG, kD}}, {"hn", {3, kF, kP}},       {"k", {2, kM, kS}},
    {"km", {2, kM, kP}},  {"kmA", {2, kG, kD}},      {"kn", {2, kF, kP}},
    {"nA", {1, kG, kP}},  {"ny", {1, kG, kS}, true}, {"y", {1, kG, kS}, false, true},
};

// A suffix as the last letters of a word are compared with it: the last one in the lowest byte.
struct Ending {
  uint32_t letters = 0, mask = 0;
  const Suffix* suffix = nullptr;
};
constexpr auto kEndings = [] {
  std::array<Ending, std::size(kSuffixes)> out{};
  for (size_t i = 0; i < out.size(); ++i) {
    const std::string_view letters = kSuffixes[i].letters;
    for (size_t at = 0; at < letters.size(); ++at) {
      const auto letter = static_cast<unsigned char>(letters[letters.size() - 1 - at]);
      out[i].letters |= uint32_t{letter} << 8 * at;
      out[i].mask |= uint32_t{0xFF} << 8 * at;
    }
    out[i].suffix = &kSuffixes[i];
  }
  return out;
}();

// Costs, in the units of LemmaFacts::prior (two to a step of rank).
constexpr int kParticleWorth = 30;
constexpr int kEncliticCost = 8;
constexpr int kTanwinCost = 2;
constexpr int kBoundAdjectiveCost = 3;  // after b-, l-, k- stands a noun
constexpr int kOwnedAdjectiveCost = 4;  // what has a suffix is a noun, or an adjective used as one
constexpr int kTwoOwnedCost = 12;
constexpr int kSheCost = 3;
constexpr int kSubjunctiveCost = 5;  // li- before a verb is rarer than before a noun

int clitic_cost(uint16_t proclitics) {
  int cost = 0;
  if (proclitics & kWa) cost += 8;
  if (proclitics & kFa) cost += 16;
  if (proclitics & (kBi | kLi)) cost += 9;
  if (proclitics & kKa) cost += 16;
  if (proclitics & kSa) cost += 2;
  if (proclitics & (kHamzaQuestion | kLa)) cost += 30;
  return cost;
}

int form_cost(const Form& form) {
  int cost = 0;
  if (form.tense == Tense::imperative) cost += 24;
  if (form.pos == Pos::verb) {
    if (form.person == 1) cost += form.number == Number::plural ? 8 : 12;
    if (form.person == 2) cost += 16;
    if (form.number == Number::dual) cost += 5;
    // tHdv: more often "he spoke" than "she causes"; a feminine beside it tells otherwise.
    const bool she = form.tense == Tense::imperfect && form.person == 3 &&
                     form.gender == Gender::feminine && form.number == Number::singular;
    if (she) cost += kSheCost;
    if (form.number == Number::plural && form.gender == Gender::feminine) cost += 10;
    if (form.flags & kPassive) cost += 6;
  } else if (form.number == Number::dual) {
    cost += (form.flags & kConstruct) != 0 ? 8 : 3;
  } else if ((form.flags & kConstruct) != 0) {
    cost += 3;
  }
  return cost;
}

bool is_nominal(Pos pos) {
  return pos == Pos::noun || pos == Pos::masdar || pos == Pos::adjective ||
         pos == Pos::active_participle || pos == Pos::passive_participle;
}
bool is_adjectival(Pos pos) {
  return pos == Pos::adjective || pos == Pos::active_participle || pos == Pos::passive_participle;
}

bool ends_as_nominative(std::string_view stem) {  // -wn, -An
  const size_t size = stem.size();
  return size >= 2 && stem[size - 1] == 'n' && (stem[size - 2] == 'w' || stem[size - 2] == 'A');
}

class Reader {
 public:
  Reader(std::string_view normal, std::span<const Prefix> found, const Morphology::Parts& parts,
         std::vector<Candidate>& out)
      : normal_(normal), found_(found), parts_(parts), out_(out) {}

  void run() {
    find_suffixes();
    for (const Prefix& prefix : found_) add_stems(prefix);
    read_stems();
    read_preposition_alone();
    // The question's alef, where the word is nothing else.
    if (out_.empty() && normal_.size() > 3 && normal_[0] == 'A') {
      const Prefix question{1, kHamzaQuestion};
      add_stems(question);
      read_stems();
    }
  }

 private:
  // The suffixes that the word may end in, found once for all its prefixes.
  void find_suffixes() {
    uint32_t end = 0;  // its last three letters, the last one lowest
    for (size_t i = 1; i <= 3 && i <= normal_.size(); ++i) {
      end |= static_cast<uint32_t>(static_cast<unsigned char>(normal_[normal_.size() - i]))
             << 8 * (i - 1);
    }
    for (const Ending& one : kEndings) {
      if (((end ^ one.letters) & one.mask) != 0) continue;
      if (normal_.size() >= one.suffix->letters.size() + 2) ends_[ends_count_++] = one.suffix;
    }
  }

  // A stem that the word may have; all are hashed before the first is looked up, so that the
  // table's memory for one comes near while the others are prepared.
  struct Stem {
    const Prefix* prefix;
    const Suffix* suffix;
    const char* begin;
    size_t size;
    uint64_t hash;
    std::string_view letters() const { return {begin, size}; }
  };

  void add_stems(const Prefix& prefix) {
    const std::string_view rest = normal_.substr(prefix.length);
    if (rest.size() >= 2) add_stem(prefix, rest, nullptr);
    for (const Suffix* suffix : std::span(ends_).first(ends_count_)) {
      if (rest.size() < suffix->letters.size() + 2) continue;
      add_stem(prefix, rest.substr(0, rest.size() - suffix->letters.size()), suffix);
    }
  }

  void add_stem(const Prefix& prefix, std::string_view letters, const Suffix* suffix) {
    const bool future = (prefix.proclitics & kSa) != 0;
    if (future && letters[0] != 'y' && letters[0] != 't' && letters[0] != 'n' && letters[0] != 'A')
      return;
    if (stems_count_ == std::size(stems_)) read_stems();
    const uint64_t hash = hash64(letters);
    parts_.lexicon->approach(hash);
    stems_[stems_count_++] = {&prefix, suffix, letters.data(), letters.size(), hash};
  }

  void read_stems() {
    for (const Stem& stem : std::span(stems_).first(stems_count_)) {
      const Prefix& prefix = *stem.prefix;
      const std::string_view letters = stem.letters();
      if ((prefix.proclitics & (kSa | kAl)) == 0) read_particle(prefix, letters, stem.suffix);
      for (const Form& form : parts_.lexicon->forms(letters, stem.hash)) {
        if (fits(prefix, form, stem.suffix)) add(prefix, letters, form, stem.suffix);
      }
    }
    stems_count_ = 0;
  }

  bool fits(const Prefix& prefix, const Form& form, const Suffix* suffix) const {
    if ((form.flags & (suffix ? kTakesEnclitic : kStandsAlone)) == 0) return false;
    const uint16_t clitics = prefix.proclitics;
    if (form.pos == Pos::verb) {
      if (clitics & (kBi | kKa | kAl)) return false;
      if (suffix && suffix->nouns_only) return false;
      if (clitics & (kLi | kSa)) return form.tense == Tense::imperfect;
      return true;
    }
    if (clitics & kSa) return false;
    if (suffix && suffix->verbs_only) return false;
    if (clitics & kAl) return suffix == nullptr && (form.flags & (kNoArticle | kConstruct)) == 0;
    return !(suffix && (form.flags & kNoArticle) && is_nominal(form.pos));
  }

  void add(const Prefix& prefix, std::string_view stem, const Form& form, const Suffix* suffix) {
    Candidate candidate;
    Analysis& a = candidate.analysis;
    a.lemma = form.lemma;
    a.pos = form.pos, a.tense = form.tense, a.gender = form.gender, a.number = form.number;
    a.person = form.person;
    a.passive = (form.flags & kPassive) != 0;
    a.can_be_passive = (form.flags & kCanBePassive) != 0;
    a.jussive_or_subjunctive = (form.flags & kShortMood) != 0;
    a.construct = (form.flags & kConstruct) != 0;
    candidate.marks = form.marks;
    const LemmaFacts facts =
        form.lemma < parts_.lemmas.size() ? parts_.lemmas[form.lemma] : LemmaFacts{};
    candidate.human = facts.human;
    int score = facts.prior - form_cost(form);
    const bool tanwin = is_nominal(form.pos) && (form.flags & kNoArticle) != 0;
    if (tanwin) score -= kTanwinCost;
    // A nominative shape cannot follow a preposition.
    const bool nominative = is_nominal(form.pos) && ends_as_nominative(stem);
    if ((prefix.proclitics & (kBi | kLi | kKa)) != 0 && form.number != Number::singular &&
        nominative) {
      score -= 20;
    }
    // Two of something that somebody owns, in the nominative: AjrAhA is "he held them".
    const bool two_owned = suffix && form.number == Number::dual && is_nominal(form.pos) &&
                           stem.ends_with('A') && (prefix.proclitics & kAl) == 0;
    if (two_owned) score -= kTwoOwnedCost;
    if (form.pos == Pos::verb && (prefix.proclitics & kLi) != 0) score -= kSubjunctiveCost;
    const bool bound = (prefix.proclitics & (kBi | kLi | kKa)) != 0;
    if (bound && is_adjectival(form.pos)) score -= kBoundAdjectiveCost;
    if (suffix && is_adjectival(form.pos)) score -= kOwnedAdjectiveCost;
    finish(candidate, prefix, stem, suffix, score);
    classify(candidate, form.flags, facts.helper);
    push(candidate);
  }

  void finish(Candidate& candidate, const Prefix& prefix, std::string_view stem,
              const Suffix* suffix, int score) {
    Analysis& a = candidate.analysis;
    a.proclitics = prefix.proclitics;
    a.stem_begin = static_cast<uint8_t>(stem.data() - normal_.data());
    a.stem_end = static_cast<uint8_t>(a.stem_begin + stem.size());
    if (suffix) {
      a.enclitic = suffix->enclitic;
      candidate.whole_end = false;
      score -= kEncliticCost;
    }
    a.score = static_cast<int16_t>(score - clitic_cost(prefix.proclitics));
  }

  void read_particle(const Prefix& prefix, std::string_view stem, const Suffix* suffix) {
    if (stem.size() > 8) return;
    for (const ParticleWord& word : parts_.particles_of(stem)) {
      if (suffix && !word.takes_enclitic && word.right != Right::an) continue;
      if ((prefix.proclitics & (kBi | kLi | kKa)) != 0 && !word.takes_preposition) continue;
      if ((prefix.proclitics & kKa) != 0 && word.left == Left::complementizer) continue;
      if (prefix.proclitics & (kSa | kLa | kHamzaQuestion)) continue;
      Candidate candidate;
      candidate.analysis.pos = word.pos;
      candidate.marks = word.marks;
      candidate.needs_hamza = word.needs_hamza;
      candidate.left = word.left;
      candidate.right = word.right;
      finish(candidate, prefix, stem, suffix, kParticleWorth);
      if (suffix) {
        const bool opens = word.right == Right::an || word.right == Right::anna;
        candidate.right = opens                              ? Right::anna_own
                          : word.right == Right::preposition ? Right::preposition_own
                                                             : word.right;
      }
      const bool joined = (prefix.proclitics & (kWa | kFa)) != 0;
      if (joined && word.left != Left::preposition) candidate.left = Left::joined_other;
      push(candidate);
    }
  }

  // b-, l- with a pronoun and nothing else: the preposition is the stem.
  void read_preposition_alone() {
    size_t at = 0;
    uint16_t clitics = 0;
    if (normal_.size() > 2 && (normal_[0] == 'w' || normal_[0] == 'f')) {
      clitics = normal_[0] == 'w' ? kWa : kFa;
      at = 1;
    }
    if (at + 1 >= normal_.size() || (normal_[at] != 'b' && normal_[at] != 'l')) return;
    for (const Suffix& suffix : kSuffixes) {
      if (normal_.substr(at + 1) != suffix.letters || suffix.verbs_only) continue;
      Candidate candidate;
      candidate.analysis.pos = Pos::preposition;
      candidate.left = Left::preposition;
      candidate.right = Right::preposition_own;
      finish(candidate, {static_cast<uint8_t>(at), clitics}, normal_.substr(at, 1), &suffix,
             kParticleWorth);
      push(candidate);
    }
  }

  // One lemma, or nouns that two entries tell.
  bool same_word(LemmaId a, LemmaId b) const {
    if (a == b) return true;
    if (a >= parts_.lemmas.size() || b >= parts_.lemmas.size()) return false;
    return parts_.lemmas[a].twin != 0 && parts_.lemmas[a].twin == parts_.lemmas[b].twin;
  }

  void push(const Candidate& candidate) {
    // Of a past written alike for I and you (qtlt), I stands for both. Other persons and numbers
    // of a lemma all stay; twins do not.
    if (candidate.analysis.tense == Tense::perfect && candidate.analysis.person == 2 &&
        candidate.analysis.number == Number::singular) {
      return;
    }
    for (Candidate& other : out_) {
      const Analysis &a = other.analysis, &b = candidate.analysis;
      if (same_word(a.lemma, b.lemma) && a.pos == b.pos && a.tense == b.tense &&
          a.person == b.person && a.number == b.number && a.gender == b.gender &&
          a.proclitics == b.proclitics && a.stem_begin == b.stem_begin &&
          a.stem_end == b.stem_end && a.passive == b.passive && a.construct == b.construct &&
          other.right == candidate.right && other.marks == candidate.marks) {
        if (a.score < b.score) other = candidate;
        return;
      }
    }
    out_.push_back(candidate);
  }

  std::string_view normal_;
  std::span<const Prefix> found_;
  const Morphology::Parts& parts_;
  std::vector<Candidate>& out_;
  // Filled up to their counts only: making the rest would cost as much as a short word's reading.
  const Suffix* ends_[std::size(kSuffixes)];
  Stem stems_[32];
  size_t ends_count_ = 0;
  size_t stems_count_ = 0;
};

class PrefixList {
 public:
  PrefixList(std::string_view normal, Prefix (&out)[kMostPrefixes]) : normal_(normal), out_(out) {}

  size_t run() {
    from(0, 0);
    if (at(0) == 'w') from(1, kWa);
    if (at(0) == 'f') from(1, kFa);
    return count_;
  }

 private:
  char at(size_t index) const { return index < normal_.size() ? normal_[index] : '\0'; }
  void add(size_t length, int proclitics) {
    if (count_ == kMostPrefixes || length + 2 > normal_.size()) return;
    out_[count_++] = {static_cast<uint8_t>(length), static_cast<uint16_t>(proclitics)};
  }
  void article(size_t length, int proclitics) {
    if (at(length) == 'A' && at(length + 1) == 'l') add(length + 2, proclitics | kAl);
  }
  void from(size_t length, int conjunction) {
    add(length, conjunction);
    article(length, conjunction);
    switch (at(length)) {
      case 'b':
        add(length + 1, conjunction | kBi);
        return article(length + 1, conjunction | kBi);
      case 'k':
        add(length + 1, conjunction | kKa);
        return article(length + 1, conjunction | kKa);
      case 's':
        return add(length + 1, conjunction | kSa);
      case 'l':
        add(length + 1, conjunction | kLi);
        if (at(length + 1) != 'l') return;
        add(length + 2, conjunction | kLi | kAl);
        return add(length + 1, conjunction | kLi | kAl);  // li + Al + l...: two lams for three
      default:
        return;
    }
  }

  std::string_view normal_;
  Prefix (&out_)[kMostPrefixes];
  size_t count_ = 0;
};

Left joined(Left left, uint16_t proclitics) {
  if (proclitics & (kBi | kLi | kKa)) return Left::preposition;
  if ((proclitics & (kWa | kFa)) == 0) return left;
  switch (left) {
    case Left::past:
    case Left::present:
    case Left::short_present:
    case Left::command:
      return Left::joined_verb;
    case Left::the:
    case Left::own:
    case Left::the_adjective:
    case Left::name:
      return Left::joined_the;
    default:
      return Left::joined_noun;
  }
}

// akbar, aham: stands before its genitive as a noun does.
bool is_elative(const Candidate& candidate) {
  const Analysis& a = candidate.analysis;
  const int letters = a.stem_end - a.stem_begin;
  return a.pos == Pos::adjective && (candidate.marks & kHamzaAbove) != 0 &&
         (letters == 3 || letters == 4) && a.gender == Gender::masculine &&
         a.number == Number::singular;
}

}  // namespace

std::span<const Suffix> suffixes() { return kSuffixes; }

size_t prefixes(std::string_view normal, Prefix (&out)[kMostPrefixes]) {
  return PrefixList(normal, out).run();
}

void classify(Candidate& candidate, uint8_t form_flags, bool helper) {
  const Analysis& a = candidate.analysis;
  if (a.pos == Pos::verb) {
    candidate.right = helper ? Right::helper : Right::verb;
    Left left = Left::past;
    if (a.tense == Tense::imperfect) {
      left = a.jussive_or_subjunctive ? Left::short_present : Left::present;
    } else if (a.tense == Tense::imperative) {
      left = Left::command;
    }
    // li + imperfect is a subjunctive that closes no clause before it.
    candidate.left =
        (a.proclitics & kLi) != 0 ? Left::present : joined(left, a.proclitics & (kWa | kFa));
    return;
  }
  const bool article = (a.proclitics & kAl) != 0;
  const bool own = a.enclitic.person != 0;
  Left left = Left::bare;
  Right right = Right::bare;
  if (a.pos == Pos::proper) {
    left = Left::name, right = Right::name;
  } else if (a.pos == Pos::adverb) {
    left = Left::adverb, right = Right::adverb;
  } else if (a.pos == Pos::number) {
    left = Left::number, right = Right::number;
  } else if (article) {
    const bool adjectival = is_adjectival(a.pos);
    left = adjectival ? Left::the_adjective : Left::the;
    right = adjectival ? Right::the_adjective : Right::the;
  } else if (own) {
    left = Left::own, right = Right::own;
  } else if (a.construct) {
    left = Left::bare, right = Right::construct;
  } else if (is_adjectival(a.pos)) {
    left = Left::adjective, right = Right::adjective;
    if (is_elative(candidate)) left = Left::elative, right = Right::bare;
  } else if ((form_flags & kNoArticle) != 0) {
    left = Left::accusative, right = Right::accusative;
  }
  candidate.left = joined(left, a.proclitics);
  candidate.right = right;
}

void sort_by_score(std::vector<Candidate>& candidates) {
  for (size_t i = 1; i < candidates.size(); ++i) {
    const int16_t score = candidates[i].analysis.score;
    if (candidates[i - 1].analysis.score >= score) continue;
    const Candidate moved = candidates[i];
    size_t at = i;
    for (; at > 0 && candidates[at - 1].analysis.score < score; --at) {
      candidates[at] = candidates[at - 1];
    }
    candidates[at] = moved;
  }
}

void readings(std::string_view normal, std::span<const Prefix> found,
              const Morphology::Parts& parts, std::vector<Candidate>& out) {
  out.clear();
  if (normal.size() < 2 || normal.size() > 200) return;
  Reader(normal, found, parts, out).run();
  sort_by_score(out);
  if (out.size() > kMostCandidates) out.resize(kMostCandidates);
}

}  // namespace rasid::morph
