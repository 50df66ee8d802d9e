// SPDX-License-Identifier: Apache-2.0
// The stems of conjugate.h: templates of the forms with the root put in.
#include "lexicon/conjugate.h"
#include "lexicon/spell.h"

namespace rasid::inflection {
namespace {

// Digits stand for radicals; the vowel before the last radical is V.
struct Template {
  std::string_view past, past_passive, present, present_passive;
};
constexpr Template kTemplates[] = {
    {},
    {"1a2V3", "1u2i3", "12V3", "12a3"},
    {"1a22a3", "1u22i3", "1a22i3", "1a22a3"},
    {"1A2a3", "1U2i3", "1A2i3", "1A2a3"},
    {"Ca12a3", "Cu12i3", "12i3", "12a3"},
    {"ta1a22a3", "tu1u22i3", "ta1a22a3", "ta1a22a3"},
    {"ta1A2a3", "tu1U2i3", "ta1A2a3", "ta1A2a3"},
    {"Ain1a2a3", "Aun1u2i3", "n1a2i3", "n1a2a3"},
    {"Ai1ta2a3", "Au1tu2i3", "1ta2i3", "1ta2a3"},
    {"Ai12a33", "Au12i33", "12a33", "12a33"},
    {"Aista12a3", "Austu12i3", "sta12i3", "sta12a3"},
    {"1a23a4", "1u23i4", "1a23i4", "1a23a4"},
    {"ta1a23a4", "tu1u23i4", "ta1a23a4", "ta1a23a4"},
    {"Ai12an3a4", "Au12un3i4", "12an3i4", "12an3a4"},
    {"Ai12a3a44", "Au12u3i44", "12a3i44", "12a3a44"},
};

// The t of form 8 after the first radical: both letters as they are said.
std::string infix(const VerbShape& shape) {
  const char first = shape.letter(0);
  switch (first) {
    case 'S':
    case 'D':
      return std::string{first, 'T'};
    case 'T':
      return "TT";
    case 'Z':
      return "ZZ";
    case 'd':
    case 'V':
      return "dd";
    case 'z':
      return "zd";
    case 'v':
      return "vv";
    case 'w':
    case 'y':
      return "tt";
    case 'C':
      if (shape.assimilates_hamza) return "tt";
      [[fallthrough]];
    default:
      return std::string{first, 't'};
  }
}

std::string filled(std::string_view pattern, const VerbShape& shape, char vowel) {
  std::string out;
  for (size_t i = 0; i < pattern.size(); ++i) {
    const char c = pattern[i];
    if (c == '1' && shape.form == 8 && i + 1 < pattern.size() && pattern[i + 1] == 't') {
      out += infix(shape);
      ++i;
    } else if (c >= '1' && c <= '4') {
      const size_t index = static_cast<size_t>(c - '1');
      // Beyond form 1 a weak last radical is always y.
      const bool last = index + 1 == shape.radicals.size();
      const bool levelled = last && shape.form != 1 && shape.letter(index) == 'w';
      out += levelled ? 'y' : shape.letter(index);
    } else {
      out += c == 'V' ? vowel : c;
    }
  }
  return out;
}

char lengthened(char vowel) {
  if (vowel == 'a') return 'A';
  return vowel == 'i' ? 'I' : 'U';
}

// X v w v Z or X w v Z -> X V Z: the weak middle radical melts. `vowel` is the one that remains.
Stem melted(const std::string& stem, char vowel) {
  std::string head = stem.substr(0, stem.size() - 3);  // without 2 V 3
  if (!head.empty() && is_short_vowel(head.back())) head.pop_back();
  const char last = stem.back();
  return {head + lengthened(vowel) + last, head + vowel + last};
}

// ... v 2 V 2 -> ... v 2 2; ... C 2 V 2 -> ... C V 2 2. Closed: not contracted.
Stem contracted(const std::string& stem) {
  std::string head = stem.substr(0, stem.size() - 3);
  const char vowel = stem[stem.size() - 2];
  const char last = stem.back();
  if (head.empty() || !is_vowel(head.back())) head += vowel;
  return {head + last + last, stem};
}

// Forms 9, q4: a33 before vowels, a3a3 else (the vowel is i in the present).
Stem spread(const std::string& stem, char vowel) {
  return {stem, stem.substr(0, stem.size() - 1) + vowel + stem.back()};
}

// r.C.y loses its hamza in the present of form 1 and everywhere in form 4 (yara, ara, yuri).
bool loses_hamza(const VerbShape& shape, bool present) {
  if (shape.radicals != "rCy") return false;
  return (shape.form == 1 && present) || shape.form == 4;
}

Stem built(std::string_view pattern, const VerbShape& shape, Voice voice, bool present) {
  char vowel = present ? shape.present_vowel : shape.past_vowel;
  std::string stem = filled(pattern, shape, vowel);
  if (stem.size() < 3) return {stem, stem};
  if (loses_hamza(shape, present)) {
    const size_t hamza = stem.rfind('C');
    if (hamza != std::string::npos && hamza > 0) stem.erase(hamza, 1);
    return {stem, stem};
  }
  if (present && voice == Voice::active && shape.form == 1 && shape.drops_first) {
    stem.erase(0, 1);
  }
  if (shape.form == 9 || shape.form == 14) {
    return spread(stem, present && voice == Voice::active ? 'i' : stem[stem.size() - 3]);
  }
  if (shape.hollow()) {
    const bool active = voice == Voice::active;
    if (!present && active) {
      Stem out = melted(stem, 'a');
      if (shape.form == 1) {
        const char closed = shape.letter(1) == 'w' && shape.present_vowel == 'u' ? 'u' : 'i';
        out.closed[out.closed.size() - 2] = closed;
      }
      return out;
    }
    if (!present) return melted(stem, 'i');
    if (!active || shape.form == 7 || shape.form == 8) return melted(stem, 'a');
    return melted(stem, shape.form == 1 ? shape.present_vowel : 'i');
  }
  if (shape.doubled()) return contracted(stem);
  return {stem, stem};
}

const Template& template_of(const VerbShape& shape) {
  const bool known = shape.form >= 1 && shape.form <= 14;
  return kTemplates[known ? shape.form : 1];
}

}  // namespace

Stem past_stem(const VerbShape& shape, Voice voice) {
  const Template& rows = template_of(shape);
  return built(voice == Voice::active ? rows.past : rows.past_passive, shape, voice, false);
}

Stem present_stem(const VerbShape& shape, Voice voice) {
  const Template& rows = template_of(shape);
  const bool active = voice == Voice::active;
  Stem stem = built(active ? rows.present : rows.present_passive, shape, voice, true);
  // After a the weak letter of the present is y whatever the root has (yudEayAni).
  for (std::string* part : {&stem.open, &stem.closed}) {
    if (part->ends_with("aw") && shape.weak_last()) part->back() = 'y';
  }
  return stem;
}

char present_prefix_vowel(const VerbShape& shape, Voice voice) {
  const bool u = shape.form == 2 || shape.form == 3 || shape.form == 4 || shape.form == 11;
  return u || voice == Voice::passive ? 'u' : 'a';
}

std::string settled(std::string sounds) {
  std::string out;
  for (size_t i = 0; i < sounds.size(); ++i) {
    const char c = sounds[i];
    const char next = i + 1 < sounds.size() ? sounds[i + 1] : '\0';
    const bool closes = is_weak(c) && (next == '\0' || (!is_vowel(next) && next != c)) &&
                        (out.size() < 2 || out[out.size() - 1] != c);
    if (closes && !out.empty() && (out.back() == 'u' || out.back() == 'i')) {
      out.back() = lengthened(out.back());
      continue;
    }
    const bool after_hamza = c == 'C' && out.size() == 2 && is_short_vowel(out[1]);
    if (after_hamza && out[0] == 'C' && !is_vowel(next)) {
      out[1] = lengthened(out[1]);
      continue;
    }
    out += c;
  }
  return out;
}

namespace {

// Endings after a stem whose last radical is weak and preceded by a.
std::string join_after_a(const std::string& base, char weak, std::string_view ending, bool tall) {
  if (ending.empty()) return base + 'a';
  if (ending == "a" || ending == "u") return base + (tall ? 'A' : 'Y');
  if (ending == "at" || ending == "atA") return base + std::string(ending);
  if (ending[0] == 'U') return base + "aw" + std::string(ending.substr(1));
  if (ending[0] == 'I') return base + "ay" + std::string(ending.substr(1));
  return base + 'a' + weak + std::string(ending);
}

// Likewise preceded by i or u. The ending u stands for all moods of the present that are written
// alike.
std::string join_after_i(const std::string& base, char vowel, std::string_view ending) {
  const char longer = vowel == 'i' ? 'I' : 'U';
  const char weak = vowel == 'i' ? 'y' : 'w';
  if (ending.empty()) return base + vowel;
  if (ending == "u") return base + longer;
  if (ending[0] == 'U' || ending[0] == 'I') return base + std::string(ending);
  if (is_vowel(ending[0])) return base + vowel + weak + std::string(ending);
  return base + longer + std::string(ending);
}

}  // namespace

std::string join(const VerbShape& shape, const std::string& stem, std::string_view ending) {
  const bool weak = shape.weak_last() && shape.form != 9 && stem.size() > 1 &&
                    is_weak(stem.back()) && is_short_vowel(stem[stem.size() - 2]);
  if (!weak) return stem + std::string(ending);
  const std::string base = stem.substr(0, stem.size() - 2);
  const char vowel = stem[stem.size() - 2];
  if (vowel == 'a') {
    const bool tall = shape.form == 1 && stem.back() == 'w';
    return join_after_a(base, stem.back(), ending, tall);
  }
  return join_after_i(base, vowel, ending);
}

}  // namespace rasid::inflection
