// SPDX-License-Identifier: Apache-2.0
// Subjects of finite verbs: the phrase after a verb, the one before it, or whom it leaves out.
#include <algorithm>

#include "base/letters.h"
#include "entity/coreference.h"
#include "entity/parse.h"

namespace rasid {
namespace {

bool light_word(const Analysis& word) {  // may stand between a subject or relative and its verb
  return word.pos == Pos::particle || word.pos == Pos::adverb;
}

}  // namespace

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

}  // namespace rasid
