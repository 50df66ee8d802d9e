// SPDX-License-Identifier: Apache-2.0
#include "entity/coreference.h"

#include <algorithm>

#include "base/letters.h"
#include "entity/parse.h"

namespace rasid {
namespace {

bool finite(const Analysis& word) {
  return word.pos == Pos::verb &&
         (word.tense == Tense::perfect || word.tense == Tense::imperfect) && word.person != 0;
}

bool light_word(const Analysis& word) {  // may stand between a subject or relative and its verb
  return word.pos == Pos::particle || word.pos == Pos::adverb;
}

bool gender_fits(Gender form, Gender other) {
  return form == Gender::unknown || other == Gender::unknown || form == other;
}

}  // namespace

void Coreference::run() {
  overt_mentions();
  for (uint32_t i = 0; i < text_.sentences.size(); ++i) sentence(i);
  const auto order = [](MentionKind kind) {
    return kind == MentionKind::elided ? 2 : kind == MentionKind::pronoun ? 1 : 0;
  };
  std::stable_sort(document_.mentions.begin(), document_.mentions.end(),
                   [&](const Mention& a, const Mention& b) {
                     return a.head != b.head ? a.head < b.head : order(a.kind) < order(b.kind);
                   });
}

void Coreference::overt_mentions() {
  document_.stands_for.assign(scratch_.stands.begin(), scratch_.stands.end());
  for (const Phrase& phrase : scratch_.phrases) {
    Mention mention;
    mention.begin = phrase.begin;
    mention.end = phrase.end;
    mention.head = phrase.head;
    mention.span = {text_.tokens[phrase.begin].span.begin, text_.tokens[phrase.end - 1].span.end};
    mention.kind = phrase.how;
    if (phrase.first_stands + phrase.stands < 65536) {
      mention.first_participant = static_cast<uint16_t>(phrase.first_stands);
      mention.participants = static_cast<uint16_t>(phrase.stands);
    }
    mention.place = phrase.place;
    mention.entry = phrase.person != kNone ? phrase.person : phrase.entry;
    mention.proclitics = phrase.proclitics;
    mention.place_only = phrase.place_only;
    mention.adjective = phrase.adjective;
    mention.rule = phrase.rule;
    if (phrase.sort == Sort::title && phrase.name_end <= phrase.name_begin) {
      mention.entry = phrase.title;
    }
    document_.mentions.push_back(mention);
  }
}

void Coreference::sentence(uint32_t number) {
  const Sentence& sentence = text_.sentences[number];
  const uint32_t end =
      std::min<uint32_t>(sentence.end, static_cast<uint32_t>(text_.of_token.size()));
  for (uint32_t token = sentence.begin; token < end; ++token) {
    if (text_.tokens[token].kind != TokenKind::word) continue;
    const Analysis& word = text_.analysis(token);
    const uint32_t covering = scratch_.phrase_at[token];
    if (token == sentence.begin && covering != kNone) topic(covering, number);
    const bool named = covering != kNone && scratch_.phrases[covering].how == MentionKind::name;
    if (named && word.enclitic.person == 0) continue;
    if (finite(word) && covering == kNone) verb(token, number);
    if (word.enclitic.person != 0 && !named) suffix(token, number);
    if (word.pos == Pos::pronoun && word.person == 3 && covering == kNone) pronoun(token, number);
  }
}

// The phrase that opens a sentence is what it is about, with a verb or without.
void Coreference::topic(uint32_t phrase, uint32_t sentence) {
  const Phrase& first = scratch_.phrases[phrase];
  if (first.after_preposition || first.adjective || first.stands == 0) return;
  Subject subject;
  group_from(phrase, subject);
  subject.verb = first.begin;
  subject.sentence = sentence;
  scratch_.subjects.push_back(subject);
}

void Coreference::collect(uint32_t first, uint32_t last, Subject& out) {
  out.phrase = first;
  out.first_stands = static_cast<uint32_t>(scratch_.stands.size());
  out.stands = 0;
  if (first == last) {
    const Phrase& only = scratch_.phrases[first];
    out.first_stands = only.first_stands;
    out.stands = only.stands;
  } else {
    for (uint32_t i = first; i <= last; ++i) {
      for (uint32_t k = 0; k < scratch_.phrases[i].stands; ++k) {
        scratch_.stands.push_back(scratch_.stands[scratch_.phrases[i].first_stands + k]);
        ++out.stands;
      }
    }
  }
  const Phrase& head = scratch_.phrases[first];
  out.gender = head.gender;
  out.human = head.human;
  out.number = head.number;
  if (out.stands == 2) out.number = Number::dual;
  if (out.stands > 2) out.number = Number::plural;
  if (first != last) out.human = true;
}

namespace {

bool joined_to(const Phrase& next, const Phrase& before, const Text& text) {
  if ((next.proclitics & kJoined) == 0 || (next.proclitics & kPrepositions) != 0) return false;
  if (next.adjective || before.adjective || next.place_only) return false;
  if (next.begin == before.end) return true;
  return next.begin == before.end + 1 && text.tokens[before.end].mark == Mark::comma;
}

}  // namespace

void Coreference::group_from(uint32_t phrase, Subject& out) {
  uint32_t last = phrase;
  const auto& all = scratch_.phrases;
  while (last + 1 < all.size() && joined_to(all[last + 1], all[last], text_)) ++last;
  collect(phrase, last, out);
}

void Coreference::group_to(uint32_t phrase, Subject& out) {
  uint32_t first = phrase;
  const auto& all = scratch_.phrases;
  while (first > 0 && joined_to(all[first], all[first - 1], text_)) --first;
  collect(first, phrase, out);
}

bool Coreference::agrees(const Form& form, const Subject& subject) const {
  if (form.number == Number::dual) return subject.stands == 2 || subject.number == Number::dual;
  if (form.number == Number::plural) {
    return (subject.number == Number::plural && subject.human) || subject.stands > 1;
  }
  if (subject.stands > 1 && subject.human) return false;
  if (subject.number == Number::plural) {
    return !subject.human && form.gender != Gender::masculine;
  }
  return gender_fits(form.gender, subject.gender);
}

bool Coreference::agrees(const Form& form, const Phrase& phrase) const {
  Subject subject;
  subject.stands = phrase.stands;
  subject.gender = phrase.gender;
  subject.number = phrase.number;
  subject.human = phrase.human;
  return agrees(form, subject);
}

// The phrase that ends right before `token`, or kNone.
uint32_t Coreference::phrase_before(uint32_t token) const {
  if (token == 0) return kNone;
  uint32_t at = token - 1;
  const Mark mark = text_.tokens[at].mark;
  if ((mark == Mark::comma || mark == Mark::close_quote) && at > 0) --at;
  const uint32_t phrase = scratch_.phrase_at[at];
  if (phrase == kNone || scratch_.phrases[phrase].end != at + 1) return kNone;
  return phrase;
}

uint32_t Coreference::back_over_particles(uint32_t token, uint32_t start) const {
  while (token > start && light_word(text_.analysis(token - 1)) &&
         text_.analysis(token - 1).enclitic.person == 0) {
    --token;
  }
  return token;
}

bool Coreference::is_time(uint32_t token) const {
  const uint32_t last = text_.first_match[token + 1];
  for (uint32_t i = text_.first_match[token]; i < last; ++i) {
    if (index_.sort(text_.matches[i].entry) == Sort::time) return true;
  }
  return false;
}

// The forms that a verb's written form may have: "dEA" is dual or singular.
bool Coreference::may_be_singular(uint32_t token) const {
  const TokenAnalyses& word = text_.of_token[token];
  const Analysis& chosen = text_.analysis(token);
  if (chosen.number != Number::dual && chosen.number != Number::plural) return true;
  for (uint32_t i = word.first + 1; i < word.first + word.count; ++i) {
    const Analysis& other = text_.analyses[i];
    if (other.pos == Pos::verb && other.number == Number::singular && other.person == 3) {
      return true;
    }
  }
  return false;
}

// A subject that follows its verb: the first phrase or noun after it that no preposition governs.
bool Coreference::overt_after(uint32_t token, uint32_t limit, Subject& out) {
  const Analysis& verb = text_.analysis(token);
  if (!may_be_singular(token)) return false;
  const Form form{verb.gender, Number::unknown};
  for (uint32_t at = token + 1; at < limit && at < token + 9; ++at) {
    const Token& here = text_.tokens[at];
    if (here.mark == Mark::comma || here.mark == Mark::open_quote) continue;
    const uint32_t number = scratch_.phrase_at[at];
    const bool governed = text_.analysis(at - 1).pos == Pos::preposition &&
                          text_.analysis(at - 1).enclitic.person == 0;
    if (here.kind == TokenKind::number && number == kNone && governed) continue;  // "in 2010"
    if (here.kind == TokenKind::number && number == kNone) {                      // so many of them
      out.stands = 0, out.phrase = kNone;
      return true;
    }
    if (here.kind != TokenKind::word && number == kNone) return false;
    if (number == kNone && is_time(at)) continue;
    if (number != kNone) {
      const Phrase& phrase = scratch_.phrases[number];
      if (phrase.begin != at) return false;
      if (phrase.after_preposition || phrase.adjective) {
        at = phrase.end - 1;
        continue;
      }
      const bool human_plural = phrase.number == Number::plural && !phrase.human;
      const Gender gender = human_plural ? Gender::feminine : phrase.gender;
      if (!gender_fits(form.gender, gender)) return false;
      group_from(number, out);
      out.number = out.stands > 1 ? out.number : phrase.number;
      return true;
    }
    const Analysis& word = text_.analysis(at);
    if (word.pos == Pos::verb || word.pos == Pos::relative || word.pos == Pos::conjunction) {
      return false;
    }
    const bool noun = word.pos == Pos::noun || word.pos == Pos::masdar || word.pos == Pos::proper ||
                      word.pos == Pos::unknown || word.pos == Pos::active_participle;
    if (!noun) continue;
    if ((word.proclitics & kPrepositions) != 0 || governed) continue;
    if (word.enclitic.person != 0 && at > token + 1) return false;
    // A noun that is no actor: a subject only where it agrees and is not marked as an object.
    if (!gender_fits(form.gender, word.gender) || (text_.tokens[at].marks & kTanwin)) return false;
    out.stands = 0;
    out.phrase = kNone;
    out.gender = word.gender;
    out.number = word.number;
    return verb.passive || word.gender == form.gender;
  }
  return false;
}

// The genitive of a noun that is no actor: "the collapse of X".
bool Coreference::of_noun(const Phrase& phrase) const {
  if (phrase.begin == 0 || phrase.proclitics != 0) return false;
  const uint32_t before = phrase.begin - 1;
  if (text_.tokens[before].kind != TokenKind::word || scratch_.phrase_at[before] != kNone) {
    return false;
  }
  const Analysis& noun = text_.analysis(before);
  return (noun.pos == Pos::noun || noun.pos == Pos::masdar) && (noun.proclitics & kAl) == 0 &&
         noun.enclitic.person == 0;
}

// A subject before its verb: straight before it, or before the particle that stands between.
bool Coreference::overt_before(uint32_t token, uint32_t start, Subject& out) {
  const Analysis& verb = text_.analysis(token);
  if (verb.proclitics & kJoined) return false;
  const uint32_t from = back_over_particles(token, start);
  const uint32_t number = phrase_before(from);
  if (number == kNone || scratch_.phrases[number].adjective) return false;
  const Phrase& phrase = scratch_.phrases[number];
  if (phrase.begin < start) return false;
  if (phrase.place_only || of_noun(phrase)) {  // the subject is no actor
    out.stands = 0, out.phrase = kNone;
    return !phrase.after_preposition;
  }
  Subject group;
  group_to(number, group);
  const Phrase& first = scratch_.phrases[group.phrase];
  if (first.after_preposition) return false;
  const Form form{verb.gender, verb.number};
  if (!agrees(form, group)) return false;
  const bool apart = text_.tokens[from - 1].mark == Mark::comma;
  if (!first.subject && (apart || !phrase.definite)) return false;
  Subject after;
  if (!first.subject && overt_after(token, text_.sentences[phrase.sentence].end, after) &&
      after.stands > 0) {
    return false;
  }
  out = group;
  return true;
}

const Subject* Coreference::last_subject(const Form& form, uint32_t sentence, uint32_t before,
                                         const Subject* but) const {
  const Subject* inner = nullptr;  // of a relative clause: only where the main one has none
  for (size_t i = scratch_.subjects.size(); i-- > 0;) {
    const Subject& subject = scratch_.subjects[i];
    if (subject.sentence < sentence) break;
    if (subject.sentence > sentence || subject.verb >= before) continue;
    if (subject.stands == 0 || shares(subject, but) || !agrees(form, subject)) continue;
    if (!subject.relative && !outlet(subject)) return &subject;
    if (inner == nullptr) inner = &subject;
  }
  return inner;
}

// A newspaper that only told what others did.
bool Coreference::outlet(const Subject& subject) const {
  if (subject.stands != 1) return false;
  const uint32_t who = scratch_.stands[subject.first_stands];
  return scratch_.who[who].kind == Kind::media;
}

bool Coreference::shares(const Subject& one, const Subject* subject) const {
  if (subject == nullptr) return false;
  for (uint32_t i = 0; i < one.stands; ++i) {
    for (uint32_t k = 0; k < subject->stands; ++k) {
      if (scratch_.stands[one.first_stands + i] == scratch_.stands[subject->first_stands + k]) {
        return true;
      }
    }
  }
  return false;
}

bool Coreference::shares(const Phrase& phrase, const Subject* subject) const {
  Subject one;
  one.first_stands = phrase.first_stands;
  one.stands = phrase.stands;
  return shares(one, subject);
}

uint32_t Coreference::last_phrase(const Form& form, uint32_t sentence, uint32_t before,
                                  const Subject* but) const {
  // The phrases of one sentence lie together; go back from the last one before the token.
  const auto& all = scratch_.phrases;
  auto at =
      std::lower_bound(all.begin(), all.end(), before,
                       [](const Phrase& phrase, uint32_t token) { return phrase.begin < token; });
  while (at != all.begin()) {
    --at;
    if (at->sentence < sentence) return kNone;
    if (at->sentence > sentence || at->end > before) continue;
    if (at->adjective || at->stands == 0 || shares(*at, but)) continue;
    if (acts_ && at->place != kNone && at->after_preposition) continue;  // where, not who
    if (agrees(form, *at)) return static_cast<uint32_t>(at - all.begin());
  }
  return kNone;
}

// The best antecedent: a subject of the sentence, then any phrase of it, then the same of the two
// sentences before.
void Coreference::antecedent(const Form& form, uint32_t token, uint32_t sentence,
                             const Subject* but, Subject& out, const char*& rule, bool object) {
  for (uint32_t back = 0; back <= 3 && back <= sentence; ++back) {
    const uint32_t here = sentence - back;
    const uint32_t before = back == 0 ? token : kNone;
    if (object && back == 0 && form.number == Number::singular) {
      const uint32_t phrase = last_phrase(form, here, before, but);
      if (phrase != kNone) {
        collect(phrase, phrase, out);
        rule = "nearest that agrees";
        return;
      }
    }
    if (const Subject* subject = last_subject(form, here, before, but)) {
      out = *subject;
      rule = back == 0 ? "subject of the sentence" : "subject of an earlier sentence";
      return;
    }
    const uint32_t phrase = last_phrase(form, here, before, but);
    if (phrase != kNone) {
      if (form.number == Number::dual || form.number == Number::plural) {
        group_to(phrase, out);
      } else {
        collect(phrase, phrase, out);
      }
      rule = back == 0 ? "nearest that agrees" : "nearest of an earlier sentence";
      return;
    }
    if (form.number == Number::dual && back <= 1) {  // two that the sentence names apart
      Subject two;
      two.first_stands = static_cast<uint32_t>(scratch_.stands.size());
      for (uint32_t i = 0; i < scratch_.phrases.size() && two.stands < 2; ++i) {
        const Phrase& one = scratch_.phrases[i];
        if (one.sentence != here || one.end > before || one.adjective || one.place_only) continue;
        if (one.stands != 1) continue;
        const uint32_t who = scratch_.stands[one.first_stands];
        if (two.stands == 1 && scratch_.stands[two.first_stands] == who) continue;
        if (!document_.participants[who].political) continue;
        scratch_.stands.push_back(who);
        ++two.stands;
      }
      if (two.stands == 2) {
        two.number = Number::dual;
        two.human = true;
        out = two;
        rule = "two named in the sentence";
        return;
      }
    }
  }
}

void Coreference::elided(uint32_t token, uint32_t start, Subject& out, const char*& rule) {
  const Analysis& verb = text_.analysis(token);
  const Form form{verb.gender, verb.number};
  const uint32_t from = (verb.proclitics & kJoined) ? token : back_over_particles(token, start);
  if (from > start && !(verb.proclitics & kJoined)) {
    const Analysis& before = text_.analysis(from - 1);
    if (before.pos == Pos::relative && verb.enclitic.person != 3) {
      out.relative = true;
      const uint32_t phrase = phrase_before(from - 1);
      if (phrase != kNone && agrees(form, scratch_.phrases[phrase])) {
        collect(phrase, phrase, out);
        rule = "noun of its relative clause";
      } else if (phrase != kNone && form.number != Number::singular) {
        group_to(phrase, out);
        rule = "nouns of its relative clause";
      } else {
        rule = "relative clause of no actor";
      }
      return;
    }
    if (before.enclitic.person == 3 &&
        (before.pos == Pos::particle || before.pos == Pos::conjunction)) {
      for (size_t i = document_.mentions.size(); i-- > 0;) {
        const Mention& mention = document_.mentions[i];
        if (mention.kind != MentionKind::pronoun || mention.head != from - 1) continue;
        out.first_stands = static_cast<uint32_t>(scratch_.stands.size());
        for (uint32_t k = 0; k < mention.participants; ++k) {
          scratch_.stands.push_back(document_.stands_for[mention.first_participant + k]);
        }
        out.stands = mention.participants;
        out.gender = before.enclitic.gender, out.number = before.enclitic.number;
        rule = "the suffix before it";
        return;
      }
    }
  }
  const uint32_t sentence = out.sentence;
  acts_ = true;
  antecedent(form, token, sentence, nullptr, out, rule);
  const bool several = form.number == Number::dual || form.number == Number::plural;
  if (several && (out.stands == 0 || out.sentence != sentence) && may_be_singular(token)) {
    antecedent({form.gender, Number::singular}, token, sentence, nullptr, out, rule);
  }
  acts_ = false;
}

// "that the statements of X serve Y": the clause opens with a noun that is no actor and agrees.
bool Coreference::of_topic(uint32_t token, uint32_t start) const {
  const Analysis& verb = text_.analysis(token);
  if (verb.proclitics & kJoined) return false;
  for (uint32_t at = token; at-- > start && at + 12 > token;) {
    const Analysis& word = text_.analysis(at);
    if (word.pos == Pos::verb || word.pos == Pos::relative) return false;
    const bool opener =
        (word.pos == Pos::conjunction || word.pos == Pos::particle) && word.enclitic.person == 0;
    if (!opener) continue;
    uint32_t noun = at + 1;
    while (noun < token && text_.tokens[noun].kind == TokenKind::punctuation) ++noun;
    if (noun >= token || scratch_.phrase_at[noun] != kNone) continue;
    const Analysis& topic = text_.analysis(noun);
    if (topic.pos != Pos::noun && topic.pos != Pos::masdar && topic.pos != Pos::proper) continue;
    if (topic.proclitics & kPrepositions) continue;
    const bool things = topic.number == Number::plural;
    return gender_fits(verb.gender, things ? Gender::feminine : topic.gender);
  }
  return false;
}

void Coreference::verb(uint32_t token, uint32_t sentence) {
  const Analysis& word = text_.analysis(token);
  Subject subject;
  subject.verb = token;
  subject.sentence = sentence;
  const char* rule = "unresolved";
  const Sentence& whole = text_.sentences[sentence];
  if (word.person == 3) {
    if (overt_before(token, whole.begin, subject)) {
      rule = "subject before it";
    } else if (overt_after(token, whole.end, subject)) {
      rule = "subject after it";
    } else if (of_topic(token, whole.begin)) {
      rule = "noun before it";
    } else {
      elided(token, whole.begin, subject, rule);
    }
  } else if (word.person == 1) {
    speaker(sentence, subject);
    rule = "speaker";
  } else {
    return;
  }
  subject.verb = token;
  subject.sentence = sentence;
  subject.speech = index_.of_lemma(word.lemma).speech;
  emit(token, MentionKind::elided, false, subject, rule);
  scratch_.subjects.push_back(subject);
}

// "the movement that the West ignores [it]": the first suffix of a relative clause whose verb has a
// subject of its own means the noun before the relative; a noun that is no actor leaves it empty.
bool Coreference::resumes(uint32_t token, uint32_t sentence, const Form& form, Subject& out) {
  const uint32_t start = text_.sentences[sentence].begin;
  for (uint32_t at = token; at-- > start && at + 6 > token;) {
    if (text_.tokens[at].kind != TokenKind::word) return false;
    const Analysis& word = text_.analysis(at);
    if (word.enclitic.person == 3) return false;
    if (word.pos != Pos::relative) continue;
    if (!gender_fits(form.gender, word.gender)) return false;
    if (scratch_.subjects.empty()) return false;
    const Subject& subject = scratch_.subjects.back();
    if (subject.verb < at || (subject.relative && subject.stands > 0)) return false;
    if (subject.relative && subject.verb != token) return false;
    const uint32_t phrase = phrase_before(at);
    if (phrase != kNone) {
      const bool person = scratch_.phrases[phrase].end == at;
      if (person) collect(phrase, phrase, out);
    }
    return true;
  }
  return false;
}

void Coreference::suffix(uint32_t token, uint32_t sentence) {
  const Analysis& word = text_.analysis(token);
  Subject out;
  const char* rule = "unresolved";
  if (word.enclitic.person == 1) {
    speaker(sentence, out);
    return emit(token, MentionKind::pronoun, true, out, "speaker");
  }
  if (word.enclitic.person != 3) return;
  const Form form{word.enclitic.gender, word.enclitic.number};
  const Subject* own = nullptr;  // the subject of the clause, which an object can't be
  const bool noun = word.pos != Pos::verb && word.pos != Pos::preposition;
  Subject within;  // "his party": not the party itself
  if (const uint32_t around = scratch_.phrase_at[token]; around != kNone && noun) {
    collect(around, around, within);
    own = &within;
  }
  if (!noun && !scratch_.subjects.empty() && scratch_.subjects.back().sentence == sentence) {
    own = &scratch_.subjects.back();
  }
  Subject excluded;
  if (own != nullptr) excluded = *own;
  if (!noun && resumes(token, sentence, form, out)) {
    return emit(token, MentionKind::pronoun, true, out, "noun of its relative clause");
  }
  const bool particle = word.pos == Pos::particle || word.pos == Pos::conjunction;
  if (particle && form.gender == Gender::masculine && form.number == Number::singular &&
      last_subject(form, sentence, token, nullptr) == nullptr &&
      last_phrase(form, sentence, token, nullptr) == kNone && !scratch_.subjects.empty() &&
      scratch_.subjects.back().sentence == sentence && scratch_.subjects.back().stands > 0) {
    return emit(token, MentionKind::pronoun, true, out, "of nobody told");  // "it is necessary"
  }
  antecedent(form, token, sentence, own != nullptr ? &excluded : nullptr, out, rule, !noun);
  emit(token, MentionKind::pronoun, true, out, rule);
}

void Coreference::pronoun(uint32_t token, uint32_t sentence) {
  const Analysis& word = text_.analysis(token);
  Subject out;
  const char* rule = "unresolved";
  antecedent({word.gender, word.number}, token, sentence, nullptr, out, rule);
  emit(token, MentionKind::pronoun, false, out, rule);
}

// Who says "I" or "we": the subject of the last verb of saying.
void Coreference::speaker(uint32_t sentence, Subject& out) const {
  const Subject* any = nullptr;
  for (size_t i = scratch_.subjects.size(); i-- > 0;) {
    const Subject& subject = scratch_.subjects[i];
    if (sentence - subject.sentence > 3) break;
    if (subject.stands == 0) continue;
    if (subject.speech) {
      out = subject;
      return;
    }
    if (any == nullptr) any = &subject;
  }
  if (any != nullptr) out = *any;
}

void Coreference::emit(uint32_t token, MentionKind kind, bool is_suffix, const Subject& subject,
                       const char* rule) {
  Mention mention;
  mention.begin = mention.head = token;
  mention.end = token + 1;
  mention.kind = kind;
  mention.pronoun_suffix = is_suffix;
  const Span span = text_.tokens[token].span;
  mention.span = kind == MentionKind::elided ? Span{span.begin, span.begin} : span;
  mention.rule = rule;
  if (document_.stands_for.size() + subject.stands < 65536) {
    mention.first_participant = static_cast<uint16_t>(document_.stands_for.size());
    mention.participants = static_cast<uint16_t>(subject.stands);
    for (uint32_t i = 0; i < subject.stands; ++i) {
      document_.stands_for.push_back(scratch_.stands[subject.first_stands + i]);
    }
  }
  document_.mentions.push_back(mention);
}

}  // namespace rasid
