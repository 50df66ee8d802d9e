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
  Subject after;  // "and two delegations visit it": the verb's own subject stands behind it
  const bool overt = word.pos == Pos::verb && word.person == 3 &&
                     overt_after(token, text_.sentences[sentence].end, after) && after.stands > 0;
  if (overt) {
    own = &after;
  } else if (!noun && !scratch_.subjects.empty() && scratch_.subjects.back().sentence == sentence) {
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
  // Of a clause joined to one with another subject, that subject is what is spoken of.
  const bool goes_on = overt && (word.proclitics & kJoined) != 0;
  antecedent(form, token, sentence, own != nullptr ? &excluded : nullptr, out, rule,
             !noun && !goes_on);
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
