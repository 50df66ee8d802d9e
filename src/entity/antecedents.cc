// SPDX-License-Identifier: Apache-2.0
// Whom a form may mean: subjects before it, then phrases, of its sentence and of those before.
#include <algorithm>

#include "entity/coreference.h"

namespace rasid {

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

}  // namespace rasid
