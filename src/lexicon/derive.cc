// SPDX-License-Identifier: Apache-2.0
// derived(): the masdars and participles of a verb, by the patterns of its form.
#include <array>

#include "lexicon/conjugate.h"
#include "lexicon/inflect.h"
#include "lexicon/spell.h"

namespace rasid {
namespace {

using inflection::is_weak;
using inflection::settled;
using inflection::Stem;
using inflection::VerbShape;
using inflection::Voice;

LemmaSource noun_of(const LemmaSource& verb, const VerbShape& shape, Pos pos,
                    const std::string& sounds) {
  LemmaSource out;
  out.lemma = inflection::arabic_of(inflection::spelled(settled(sounds), false)[0]);
  out.pos = pos;
  out.form = verb.form;
  for (char letter : shape.radicals) {
    if (!out.root.empty()) out.root += '.';
    out.root += letter;
  }
  return out;
}

// The stem with the vowel before its last radical changed (present a of forms 5, 6, q2 -> i).
std::string with_vowel(std::string stem, char vowel) {
  if (stem.size() > 1 && stem[stem.size() - 2] == 'a') stem[stem.size() - 2] = vowel;
  return stem;
}

// A weak last radical after a lengthened a is heard as a hamza: iltiqAC.
std::string final_radical(const VerbShape& shape) {
  return {shape.weak_last() ? 'C' : shape.last()};
}

// i 1 2 A 3 and the like; hollow roots melt or turn to y.
std::string masdar_4_10(const VerbShape& shape, const std::string& head) {
  const std::string first{shape.letter(0)};
  if (shape.radicals == "rCy" && shape.form == 4) return head + "rACap";
  if (shape.hollow()) return head + first + "A" + shape.last() + "ap";
  return head + first + shape.letter(1) + "A" + final_radical(shape);
}

std::string masdar_7_8(const VerbShape& shape, std::string stem) {
  // From the past stem Ai1ta2a3, Ain1a2a3: the vowels become i and A.
  const size_t size = stem.size();
  if (shape.hollow()) {  // AixtAr -> AixtiyAr
    stem.replace(size - 2, 1, "iyA");
    return stem;
  }
  if (shape.doubled()) {  // AiHtall -> AiHtilAl
    stem = stem.substr(0, size - 3) + "i" + shape.last() + "A" + shape.last();
    return stem;
  }
  stem[size - 4] = 'i';
  stem[size - 2] = 'A';
  stem.back() = final_radical(shape)[0];
  return stem;
}

std::string masdar_2(const VerbShape& shape) {
  const std::string head = std::string("ta") + shape.letter(0) + shape.letter(1);
  if (shape.weak_last()) return head + "iyap";
  if (shape.last() == 'C') return head + "iCap";
  return head + "I" + shape.last();
}

// Empty where the form has no rule.
std::string masdar(const VerbShape& shape) {
  const Stem past = past_stem(shape, Voice::active);
  const std::string last{shape.last()};
  switch (shape.form) {
    case 2:
      return masdar_2(shape);
    case 3: {
      const std::string head = std::string("mu") + shape.letter(0) + "A";
      if (shape.doubled()) return head + last + last + "ap";
      return head + shape.letter(1) + (shape.weak_last() ? "Ap" : "a" + last + "ap");
    }
    case 4:
      return masdar_4_10(shape, "Ci");
    case 5:
    case 6:
    case 12: {
      if (shape.doubled()) return past.open;
      std::string stem = past.closed;
      if (shape.weak_last()) return stem.substr(0, stem.size() - 2) + "I";
      stem[stem.size() - 2] = 'u';
      return stem;
    }
    case 7:
    case 8:
      return masdar_7_8(shape, past.open);
    case 9:
      return std::string("Ai") + shape.letter(0) + shape.letter(1) + "i" + last + "A" + last;
    case 10:
      return masdar_4_10(shape, "Aisti");
    case 11:
      return past.open + "ap";
    case 14:
      return std::string("Ai") + shape.letter(0) + shape.letter(1) + "i" + shape.letter(2) + last +
             "A" + last;
    default:
      return {};
  }
}

std::string first_active(const VerbShape& shape) {
  const char one = shape.letter(0), two = shape.letter(1), three = shape.letter(2);
  const std::string head = std::string{one} + "A";
  if (shape.hollow()) return three == 'C' ? head + "CI" : head + "Ci" + three;
  if (shape.doubled()) return head + two + two;
  if (shape.weak_last()) return head + two + "I";
  return head + two + "i" + three;
}

std::string first_passive(const VerbShape& shape) {
  const std::string head = std::string("ma") + shape.letter(0);
  const char two = shape.letter(1), three = shape.letter(2);
  if (shape.hollow()) return head + (two == 'w' ? "U" : "I") + three;
  if (shape.weak_last()) return head + two + (three == 'w' ? "uww" : "iyy");
  return head + two + "U" + three;
}

std::string participle(const VerbShape& shape, Voice voice) {
  if (shape.form == 1) {
    return voice == Voice::active ? first_active(shape) : first_passive(shape);
  }
  std::string stem = present_stem(shape, voice).open;
  const bool weak = shape.weak_last() && shape.form != 9 && is_weak(stem.back());
  if (voice == Voice::active && !shape.hollow() && !shape.doubled()) stem = with_vowel(stem, 'i');
  if (weak) stem = stem.substr(0, stem.size() - 2) + (voice == Voice::active ? "I" : "Y");
  return "mu" + stem;
}

}  // namespace

std::vector<LemmaSource> derived(const LemmaSource& verb, const std::vector<std::string>& masdars) {
  std::vector<LemmaSource> out;
  VerbShape shape = inflection::shape_of(verb);
  const bool known = inflection::fit(shape, verb);
  std::vector<std::string> seen;
  const auto add = [&](LemmaSource source) {
    const std::string normal =
        inflection::normal_of(inflection::careful_of(source.lemma)) + char('0' + int(source.pos));
    for (const std::string& old : seen) {
      if (old == normal) return;
    }
    seen.push_back(normal);
    out.push_back(std::move(source));
  };
  for (const std::string& named : masdars) {
    LemmaSource source = noun_of(verb, shape, Pos::masdar, "");
    source.lemma = named;
    add(std::move(source));
  }
  if (!known) return out;
  if (const std::string sounds = masdar(shape); !sounds.empty()) {
    add(noun_of(verb, shape, Pos::masdar, sounds));
  }
  add(noun_of(verb, shape, Pos::active_participle, participle(shape, Voice::active)));
  if (shape.form != 7 && shape.form != 9 && shape.form < 13) {
    add(noun_of(verb, shape, Pos::passive_participle, participle(shape, Voice::passive)));
  }
  return out;
}

}  // namespace rasid
