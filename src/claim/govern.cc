// SPDX-License-Identifier: Apache-2.0
#include "claim/govern.h"

#include <algorithm>

#include "base/letters.h"

namespace rasid::claim {
namespace {

// How far a cue reaches, in tokens.
constexpr uint32_t kReach = 30, kComplementReach = 24, kObjectReach = 12, kNextReach = 3;
constexpr uint32_t kAuxiliaryReach = 8, kDescribeReach = 8, kRelativeReach = 3, kLongestCue = 5;
constexpr uint32_t kPurposeReach = 5;

bool stops(Mark mark) {
  switch (mark) {
    case Mark::full_stop:
    case Mark::semicolon:
    case Mark::colon:
    case Mark::question:
    case Mark::exclamation:
    case Mark::ellipsis:
      return true;
    default:
      return false;
  }
}

bool is_finite(const Analysis& analysis) {
  return analysis.pos == Pos::verb && analysis.tense != Tense::none;
}

bool is_joined(const Analysis& analysis) { return (analysis.proclitics & (kWa | kFa)) != 0; }

bool is_adjective(Pos pos) {
  return pos == Pos::adjective || pos == Pos::active_participle || pos == Pos::passive_participle;
}

const char* rule_of(Scope scope) {
  static constexpr const char* kRules[] = {"",
                                           "cue before the verb",
                                           "complement of a cue",
                                           "object of a cue",
                                           "in a clause of a cue",
                                           "described by a cue",
                                           "after a cue"};
  return kRules[static_cast<size_t>(scope)];
}

}  // namespace

Governors::Found Governors::phrase_at(uint32_t at, uint32_t limit) const {
  if (at + 1 >= text_.first_match.size()) return {};
  for (uint32_t i = text_.first_match[at]; i < text_.first_match[at + 1]; ++i) {
    const Match& match = text_.matches[i];
    if (match.end > limit) continue;
    if (const Cue* cue = words_.cue(match.entry); cue != nullptr) {
      return {cue, match.begin, match.end};  // longest first
    }
  }
  return {};
}

// The longest cue that has this token: "before" in "by (from before)" is none of its own.
Governors::Found Governors::phrase_over(uint32_t at, uint32_t limit,
                                        const Sentence& sentence) const {
  Found best;
  for (uint32_t back = 0; back < kLongestCue && at >= sentence.begin + back; ++back) {
    const Found found = phrase_at(at - back, limit);
    if (found.cue == nullptr || found.end <= at) continue;
    if (best.cue == nullptr || found.end - found.begin > best.end - best.begin) best = found;
  }
  return best;
}

// A word of a phrase of attribution ("according to") is none of its own.
bool Governors::is_attribution(uint32_t at) const {
  if (at + 1 >= text_.first_match.size()) return false;
  for (uint32_t i = text_.first_match[at]; i < text_.first_match[at + 1]; ++i) {
    const Speech* speech = words_.speech(text_.matches[i].entry);
    if (speech != nullptr && speech->kind == SpeechKind::according) return true;
  }
  return false;
}

Governors::Found Governors::word_at(uint32_t at) const {
  const Analysis& word = text_.analysis(at);
  const Cue* cue = words_.cue_of(word.lemma);
  if (cue == nullptr && (word.pos == Pos::active_participle || word.pos == Pos::masdar)) {
    cue = words_.cue_of(words_.verb_of(word.lemma));
    // A masdar or participle has no tense, and speaks of a plan only where it has its owner.
    const bool bare = word.pos == Pos::masdar && word.enclitic.person == 0;
    if (cue != nullptr && (cue->tense != Tense::none || bare)) cue = nullptr;
  }
  if (cue == nullptr || is_attribution(at)) return {};
  if (word.pos == Pos::verb && cue->tense != Tense::none && cue->tense != word.tense) return {};
  return {cue, at, at + 1};
}

// The cue that ends right before `end` and reaches the next verb.
const Cue* Governors::adjacent(uint32_t end, const Sentence& sentence, Tense tense,
                               uint32_t& begin) const {
  for (uint32_t back = 1; back < kLongestCue && end >= sentence.begin + back; ++back) {
    const uint32_t at = end - back;
    for (uint32_t i = text_.first_match[at]; i < text_.first_match[at + 1]; ++i) {
      const Match& match = text_.matches[i];
      const Cue* cue = match.end == end ? words_.cue(match.entry) : nullptr;
      if (cue == nullptr || cue->scope != Scope::verb) continue;
      if (cue->tense != Tense::none && cue->tense != tense) continue;
      begin = at;
      return cue;
    }
  }
  return nullptr;
}

std::optional<Verdict> Governors::before_verb(uint32_t verb, const Sentence& sentence) const {
  const Analysis& analysis = text_.analysis(verb);
  uint32_t begin = 0;
  uint32_t end = verb;
  const Cue* cue = adjacent(end, sentence, analysis.tense, begin);
  if (cue == nullptr && verb > sentence.begin) {  // "may soon meet"
    const Pos pos = text_.analysis(verb - 1).pos;
    if (pos == Pos::adverb || pos == Pos::particle) {
      end = verb - 1;
      cue = adjacent(end, sentence, analysis.tense, begin);
    }
  }
  if (cue != nullptr) {
    Found found{cue, begin, end};
    Verdict out;
    out.status = cue->status;
    out.negation = cue->negation;
    out.cue = span(found.begin, found.end);
    out.cue_entry = cue->entry;
    out.strength = Strength::cue;
    out.rule = rule_of(cue->scope);
    return out;
  }
  if ((analysis.proclitics & kSa) != 0) {
    Verdict out;
    out.status = Status::planned;
    out.strength = Strength::cue;
    out.rule = "future";
    return out;
  }
  return std::nullopt;
}

std::optional<Verdict> Governors::auxiliary_before(uint32_t verb, const Sentence& sentence) const {
  for (uint32_t back = 1; back <= kAuxiliaryReach && verb >= sentence.begin + back; ++back) {
    const uint32_t at = verb - back;
    if (stops(text_.tokens[at].mark) || text_.tokens[at].mark == Mark::comma) return std::nullopt;
    const Analysis& word = text_.analysis(at);
    if (word.pos == Pos::relative || words_.is_complementizer(text_, at)) return std::nullopt;
    if (!is_finite(word)) continue;
    if (!words_.is_auxiliary(word.lemma)) return std::nullopt;
    if (auto out = before_verb(at, sentence)) return out;
    if (word.tense != Tense::perfect) return std::nullopt;
    Verdict out;
    out.strength = Strength::cue;
    out.rule = "past by its auxiliary";
    return out;
  }
  return std::nullopt;
}

bool Governors::applies(const Found& found, const Walk& walk) const {
  const uint32_t start = walk.verb != kNone ? walk.verb : walk.start;
  const uint32_t gap = start >= found.end ? start - found.end : 0;
  switch (found.cue->scope) {
    case Scope::verb:
      return walk.verb != kNone && gap == 0 && found.cue->status != Status::negated;
    case Scope::complement:
      if (gap > kComplementReach) return false;
      if (!walk.verbal) {
        return !walk.complementizer && !is_occasion(walk.start, found.end);
      }
      return gap == 0 || walk.complementizer;
    case Scope::object: {
      if (walk.verbal || gap > kObjectReach || walk.complementizer) return false;
      const Analysis& noun = text_.analysis(walk.start);
      const bool bound = (noun.proclitics & (kBi | kLi | kKa)) != 0;
      return !bound && (walk.start == 0 || text_.analysis(walk.start - 1).pos != Pos::preposition);
    }
    case Scope::clause:
      return !walk.complementizer || gap <= 1;
    case Scope::next:
      if (walk.verbal) return gap == 0 || (gap == 1 && walk.complementizer);
      return gap <= kNextReach && !walk.complementizer;
    default:
      return false;
  }
}

// A cue that is itself negated or only possible says less, or the opposite.
Verdict Governors::verdict_of(const Found& found, const Sentence& sentence) const {
  Verdict out;
  out.status = found.cue->status;
  out.negation = found.cue->negation;
  out.postponed = found.cue->postponed;
  out.cue = span(found.begin, found.end);
  out.cue_entry = found.cue->entry;
  out.strength = Strength::cue;
  out.rule = rule_of(found.cue->scope);
  const Analysis& word = text_.analysis(found.begin);
  if (!is_finite(word)) return out;
  const auto before = before_verb(found.begin, sentence);
  if (!before) return out;
  if (before->status == Status::possible && out.status != Status::held) {
    out.status = Status::possible;
    out.negation = Negation::none;
    out.rule = "a cue that is itself possible";
  }
  if (before->status != Status::negated) return out;
  out.cue.begin = before->cue.begin;
  out.rule = "a cue denied";
  out.postponed = false;
  if (out.status == Status::negated) {
    out.status = out.negation == Negation::denied ? Status::possible : Status::planned;
    out.negation = Negation::none;
  } else {
    out.negation = out.status == Status::held ? Negation::not_happened : Negation::will_not;
    out.status = Status::negated;
  }
  return out;
}

bool Governors::has_masdar(uint32_t at) const {
  const TokenAnalyses& all = text_.of_token[at];
  for (uint32_t i = 0; i < all.count; ++i) {
    if (text_.analyses[all.first + i].pos == Pos::masdar) return true;
  }
  return false;
}

bool Governors::may_be_masdar(uint32_t at) const {
  const TokenAnalyses& all = text_.of_token[at];
  const Analysis& chosen = text_.analysis(at);
  if (chosen.tense != Tense::perfect || chosen.proclitics != 0) return false;
  for (uint32_t i = 0; i < all.count; ++i) {
    const Analysis& other = text_.analyses[all.first + i];
    if (other.pos == Pos::masdar || (other.pos == Pos::noun && other.proclitics == 0)) return true;
  }
  return false;
}

// A finite verb ends the walk: it governs the noun, or shares its governor with the verb after it.
std::optional<Verdict> Governors::governing_verb(uint32_t verb, const Walk& walk, uint32_t own_verb,
                                                 const Sentence& sentence) const {
  Verdict out = of_verb(verb, sentence);
  if (verb == own_verb) return out;
  if (walk.complementizer) return std::nullopt;  // it is told in words of their own
  const bool occasion = is_occasion(walk.start, sentence.begin);
  const bool held = out.status == Status::held && out.strength == Strength::cue;
  if (occasion && held && !words_.is_auxiliary(text_.analysis(verb).lemma)) {
    out = {};
    out.rule = "occasion of a past deed";
  } else if (out.status == Status::held || out.status == Status::negated ||
             (occasion && out.status == Status::possible)) {
    return std::nullopt;
  } else {
    out.rule = "in a clause not yet held";
  }
  out.strength = Strength::clause;
  return out;
}

bool Governors::is_occasion(uint32_t noun, uint32_t from) const {
  for (uint32_t back = 1; back <= 2 && noun >= from + back; ++back) {
    if (words_.is_preposition_of_occasion(text_, noun - back)) return true;
    const Pos pos = text_.analysis(noun - back).pos;
    if (pos != Pos::noun && pos != Pos::masdar) return false;
  }
  return false;
}

std::optional<Verdict> Governors::walk_left(Walk walk, uint32_t own_verb,
                                            const Sentence& sentence) const {
  const uint32_t low =
      std::max(sentence.begin, walk.start > kReach ? walk.start - kReach : uint32_t{0});
  for (uint32_t at = walk.start; at > low;) {
    --at;
    if (stops(text_.tokens[at].mark)) return std::nullopt;
    const uint32_t limit = walk.verb != kNone ? walk.verb : walk.start;
    const Found phrase = phrase_over(at, limit, sentence);
    if (phrase.cue != nullptr) {
      if (applies(phrase, walk)) return verdict_of(phrase, sentence);
      if (phrase.begin < at) {
        walk.complementizer = walk.complementizer || phrase.cue->scope == Scope::clause;
        at = std::max(phrase.begin, low);
        continue;
      }
    }
    const Found word = word_at(at);
    if (word.cue != nullptr && applies(word, walk)) return verdict_of(word, sentence);
    const Analysis& analysis = text_.analysis(at);
    if (analysis.pos == Pos::relative) return std::nullopt;
    if (words_.is_complementizer(text_, at)) walk.complementizer = true;
    if (!is_finite(analysis)) continue;
    if (words_.is_auxiliary(analysis.lemma) && at != own_verb &&
        (walk.verbal || !before_verb(at, sentence))) {
      continue;
    }
    if (!walk.verbal) {
      // "seeks to hold a conference": the masdar is written like a past verb
      if (at == own_verb || !may_be_masdar(at)) {
        return governing_verb(walk.doubtful != kNone ? walk.doubtful : at, walk, own_verb,
                              sentence);
      }
      if (walk.doubtful == kNone) walk.doubtful = at;
      continue;
    }
    // "will visit X and meet Y": coordinated verbs share what governs the first
    const uint32_t joined = walk.verb != kNone ? walk.verb : walk.start;
    const bool shares = is_joined(text_.analysis(joined)) && !walk.complementizer &&
                        analysis.tense == text_.analysis(joined).tense &&
                        analysis.tense != Tense::perfect;
    if (!shares) return std::nullopt;
    if ((analysis.proclitics & kSa) != 0) return before_verb(at, sentence);
    walk.verb = at;
  }
  if (walk.doubtful != kNone) return governing_verb(walk.doubtful, walk, own_verb, sentence);
  return std::nullopt;
}

bool Governors::only(uint32_t verb, const Sentence& sentence) const {
  const uint32_t end = std::min(sentence.end, verb + kDescribeReach);
  for (uint32_t at = verb + 1; at < end; ++at) {
    if (stops(text_.tokens[at].mark) || is_finite(text_.analysis(at))) return false;
    if (words_.is_exception(text_, at)) return true;
  }
  return false;
}

Verdict Governors::of_verb(uint32_t verb, const Sentence& sentence) const {
  const Analysis& analysis = text_.analysis(verb);
  Walk walk;
  walk.start = verb;
  walk.verbal = true;
  if (auto near = before_verb(verb, sentence)) {
    if (near->status != Status::negated) return *near;
    if (only(verb, sentence)) {  // "lasted only", "will not be raised but after"
      near->status = near->negation == Negation::will_not ? Status::possible : Status::held;
      near->negation = Negation::none;
      near->rule = "denied with an exception";
      return *near;
    }
    // "if they do not withdraw" is a condition
    const auto far = walk_left(walk, kNone, sentence);
    return far && far->status == Status::possible ? *far : *near;
  }
  if (auto auxiliary = auxiliary_before(verb, sentence)) return *auxiliary;
  const auto far = walk_left(walk, kNone, sentence);
  if (far && (far->status != Status::held || analysis.tense == Tense::perfect)) return *far;
  Verdict out;
  if (analysis.tense == Tense::perfect) {
    out.strength = Strength::cue;
    out.rule = "past";
    return out;
  }
  out.strength = Strength::weak;
  out.rule = "present";
  if (verb > sentence.begin && text_.analysis(verb - 1).pos == Pos::relative) {
    out.strength = Strength::clause;  // "the minister, who is visiting Qatar"
    out.rule = "going on";
  }
  // "that they meet" after words no cue knows: it is wished or asked
  const bool subjunctive = verb > sentence.begin && words_.is_complementizer(text_, verb - 1);
  if (subjunctive) {
    out.status = Status::possible;
    out.rule = "subjunctive";
  }
  return out;
}

std::optional<Verdict> Governors::before_noun(uint32_t noun, uint32_t own_verb,
                                              const Sentence& sentence) const {
  // a cue that has the noun in it: "suspension of talks"
  const Found over = phrase_over(noun, noun + 1, sentence);
  if (over.cue != nullptr && over.cue->scope == Scope::next && over.begin < noun) {
    return verdict_of(over, sentence);
  }
  Walk walk;
  walk.start = noun;
  return walk_left(walk, own_verb, sentence);
}

// A word in agreement with the noun; one whose gender is not known must be near.
bool Governors::agrees(uint32_t noun, uint32_t other) const {
  const Analysis& a = text_.analysis(noun);
  const Analysis& b = text_.analysis(other);
  if (a.gender == Gender::unknown || b.gender == Gender::unknown) return other - noun <= 2;
  if (a.number == Number::plural) return b.gender == Gender::feminine || b.number == Number::plural;
  return a.gender == b.gender;
}

bool Governors::in_moment(uint32_t token) const {
  const auto after =
      std::upper_bound(doc_.moments.begin(), doc_.moments.end(), token,
                       [](uint32_t place, const Moment& moment) { return place < moment.begin; });
  return after != doc_.moments.begin() && token < (after - 1)->end;
}

// An adjective after the noun: "the expected visit of the king".
std::optional<Verdict> Governors::described(uint32_t noun, uint32_t at,
                                            const Sentence& sentence) const {
  if (in_moment(at) || !agrees(noun, at)) return std::nullopt;
  for (uint32_t i = text_.first_match[at]; i < text_.first_match[at + 1]; ++i) {
    const Match& match = text_.matches[i];
    const Cue* cue = words_.cue(match.entry);
    if (cue == nullptr || cue->scope != Scope::noun) continue;
    if (words_.is_preposition_of_origin(text_, match.end)) continue;  // "coming from"
    return verdict_of({cue, match.begin, match.end}, sentence);
  }
  const Analysis& word = text_.analysis(at);
  if (word.pos != Pos::passive_participle) return std::nullopt;
  const Cue* cue = words_.cue_of(words_.verb_of(word.lemma));
  if (cue == nullptr || cue->tense != Tense::none || cue->status == Status::held) {
    return std::nullopt;
  }
  return verdict_of({cue, at, at + 1}, sentence);
}

// "the visit that he will pay", "the visit that took place".
std::optional<Verdict> Governors::relative(uint32_t noun, uint32_t at,
                                           const Sentence& sentence) const {
  // "what", "who" stand for themselves; the others have the article
  const bool unknown = text_.analysis(at).gender == Gender::unknown && at - noun <= 4;
  if (!(unknown || agrees(noun, at)) || !begins_with_article(text_.normal(at))) return std::nullopt;
  const uint32_t end = std::min(sentence.end, at + 1 + kRelativeReach);
  for (uint32_t next = at + 1; next < end; ++next) {
    const Found phrase = phrase_at(next, sentence.end);
    if (phrase.cue != nullptr && phrase.cue->scope == Scope::complement) {
      return verdict_of(phrase, sentence);
    }
    const Analysis& verb = text_.analysis(next);
    if (!is_finite(verb)) continue;
    if (verb.number == Number::plural && text_.analysis(noun).number != Number::plural) {
      return std::nullopt;  // it describes people
    }
    const Found word = word_at(next);
    if (word.cue != nullptr && word.cue->scope == Scope::complement) {
      return verdict_of(word, sentence);
    }
    Verdict out = before_verb(next, sentence).value_or(Verdict{});
    if (out.strength == Strength::none) {
      const bool perfect = text_.analysis(next).tense == Tense::perfect;
      if (!perfect) return std::nullopt;
      out.rule = "told as past";
    }
    out.strength = Strength::clause;
    if (out.status == Status::negated) return std::nullopt;
    return out;
  }
  return std::nullopt;
}

std::optional<Verdict> Governors::after_noun(uint32_t noun, const Sentence& sentence) const {
  const uint32_t end = std::min(sentence.end, noun + 1 + kDescribeReach);
  const bool nominal = noun == sentence.begin || words_.is_complementizer(text_, noun - 1);
  for (uint32_t at = noun + 1; at < end; ++at) {
    if (stops(text_.tokens[at].mark) || text_.tokens[at].mark == Mark::comma) break;
    const Analysis& word = text_.analysis(at);
    if (is_adjective(word.pos) || word.pos == Pos::noun || word.pos == Pos::unknown) {
      if (auto out = described(noun, at, sentence)) return out;
    }
    if (word.pos == Pos::relative) return relative(noun, at, sentence);
    const Found phrase = at <= noun + 2 ? phrase_at(at, sentence.end) : Found{};
    const bool indefinite = (text_.analysis(noun).proclitics & kAl) == 0;
    if (phrase.cue != nullptr && phrase.cue->scope == Scope::complement && indefinite &&
        phrase.end > phrase.begin + 1 && phrase.begin >= at) {
      return verdict_of(phrase, sentence);  // "a visit that he is expected to pay"
    }
    if (!is_finite(word)) continue;
    // "a visit in which he praised": an indefinite noun takes its relative clause bare
    if (indefinite && at <= noun + 2 && word.tense == Tense::perfect && !nominal) {
      Verdict out;
      out.strength = Strength::clause;
      out.rule = "told as past";
      return out;
    }
    const Found cue = word_at(at);
    if (cue.cue != nullptr && cue.cue->scope == Scope::object) return verdict_of(cue, sentence);
    if (!nominal) return std::nullopt;
    auto verb = before_verb(at, sentence);
    if (!verb || verb->status == Status::negated) return std::nullopt;
    verb->strength = Strength::clause;
    return verb;
  }
  return std::nullopt;
}

bool Governors::is_purpose(uint32_t noun, const Sentence& sentence) const {
  for (uint32_t back = 0; back < kPurposeReach && noun >= sentence.begin + back; ++back) {
    const uint32_t at = noun - back;
    const Analysis& word = text_.analysis(at);
    const bool named = word.pos == Pos::masdar || word.pos == Pos::noun;
    if (named && (word.proclitics & kLi) != 0) {
      const bool deed = back == 0 || has_masdar(at);  // "to the ministry" is no purpose
      return deed && (back > 0 || (word.proclitics & kAl) == 0);
    }
    // "to take part in talks", "to hold a new round of talks"
    const bool within = named || is_adjective(word.pos) || word.pos == Pos::preposition;
    if (!within || (back == 1 && (text_.analysis(noun).proclitics & (kBi | kKa)) != 0)) {
      return false;
    }
  }
  return false;
}

}  // namespace rasid::claim
