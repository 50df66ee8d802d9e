// SPDX-License-Identifier: Apache-2.0
#include "lexicon/decline.h"

#include "lexicon/spell.h"

namespace rasid::inflection {
namespace {

constexpr uint8_t kBoth = kStandsAlone | kTakesEnclitic;

// How a stem ends decides what its endings look like. Stems and endings are careful spelling.
enum class Ending {
  plain,
  ta_marbuta,
  maqsura,
  alef,
  hamza_after_alef,
  hamza_on_alef,
  hamza,
  yeh_weak,
  taa
};

class Paradigm {
 public:
  Paradigm(Pos pos, std::vector<WrittenForm>& rows) : pos_(pos), rows_(rows) {}

  void add(const std::string& careful, Gender gender, Number number, uint8_t flags) {
    WrittenForm row{normal_of(careful), Form{}};
    row.form = {0, pos_, Tense::none, gender, number, 0, flags, marks_of(careful), 0};
    for (WrittenForm& old : rows_) {
      const uint8_t apart = (old.form.flags ^ flags) & (kConstruct | kNoArticle);
      if (old.normal == row.normal && old.form.gender == gender && old.form.number == number &&
          apart == 0) {
        old.form.flags |= flags;
        return;
      }
    }
    rows_.push_back(std::move(row));
  }

 private:
  Pos pos_;
  std::vector<WrittenForm>& rows_;
};

Ending ending_of(const std::string& stem, bool weak_yeh) {
  const char last = stem.back();
  const char before = stem.size() > 1 ? stem[stem.size() - 2] : '\0';
  if (last == 'p') return Ending::ta_marbuta;
  if (last == 'Y') return Ending::maqsura;
  if (last == 'A') return Ending::alef;
  if (last == '\'' && before == 'A') return Ending::hamza_after_alef;
  if (last == '\'' || last == '}' || last == '&') return Ending::hamza;
  if (last == '>') return Ending::hamza_on_alef;
  if (last == 'y' && weak_yeh) return Ending::yeh_weak;
  return Ending::plain;
}

std::string cut(const std::string& stem) { return stem.substr(0, stem.size() - 1); }

// The hamza of `stem` as it is written when letters follow (aCbAC + h; mbdaC + h).
std::vector<std::string> opened(const std::string& stem, Ending ending) {
  const std::string base = cut(stem);
  switch (ending) {
    case Ending::ta_marbuta:
      return {base + 't'};
    case Ending::maqsura:
      return {base + 'A'};
    case Ending::hamza_after_alef:
    case Ending::hamza_on_alef:
      return {stem, base + '&', base + '}'};
    default:
      return {stem};
  }
}

// The stem before the endings of the dual and the sound plurals.
std::string extended(const std::string& stem, Ending ending, char first) {
  const std::string base = cut(stem);
  switch (ending) {
    case Ending::ta_marbuta:
      return base + 't';
    case Ending::maqsura:
      return base + 'y';
    case Ending::alef:
      return stem.size() == 3 ? base + 'w' : base + 'y';
    case Ending::hamza_after_alef:
      return first == 'y' || first == 'w' ? base + '}' : stem;
    case Ending::hamza_on_alef:
      return first == 'A' ? base : base + '}';
    default:
      return stem;
  }
}

void add_singular(Paradigm& out, const std::string& stem, Ending ending, Gender gender,
                  Number number, bool tanwin) {
  const bool opens = ending == Ending::ta_marbuta || ending == Ending::maqsura;
  out.add(stem, gender, number, opens ? uint8_t{kStandsAlone} : kBoth);
  for (const std::string& open : opened(stem, ending)) {
    out.add(open, gender, number, kTakesEnclitic);
  }
  if (ending == Ending::yeh_weak) out.add(cut(stem), gender, number, kStandsAlone | kNoArticle);
  const bool bears = ending == Ending::plain || ending == Ending::hamza ||
                     ending == Ending::yeh_weak || ending == Ending::taa;
  if (tanwin && bears) {
    std::string base = stem;
    if (ending == Ending::hamza && stem.back() == '\'' && stem.size() > 1 &&
        stem[stem.size() - 2] == 'y') {
      base = cut(stem) + '}';  // cayC -> cyCA, seated on yeh
    }
    out.add(base + 'A', gender, number, kStandsAlone | kNoArticle);
  }
}

void add_dual(Paradigm& out, const std::string& stem, Ending ending, Gender gender) {
  const std::string before_a = extended(stem, ending, 'A');
  const std::string before_y = extended(stem, ending, 'y');
  const std::string an = ending == Ending::hamza_on_alef ? before_a + '|' : before_a + 'A';
  out.add(an + 'n', gender, Number::dual, kStandsAlone);
  out.add(before_y + "yn", gender, Number::dual, kStandsAlone);
  out.add(an, gender, Number::dual, kBoth | kConstruct);
  out.add(before_y + "y", gender, Number::dual, kBoth | kConstruct);
  if (ending == Ending::hamza_after_alef) {
    out.add(stem + "yn", gender, Number::dual, kStandsAlone);  // written both ways
    out.add(stem + "y", gender, Number::dual, kBoth | kConstruct);
  }
}

void add_sound_masculine(Paradigm& out, const std::string& stem, Ending ending) {
  const bool drops = ending == Ending::yeh_weak || ending == Ending::maqsura;
  const std::string before_w = drops ? cut(stem) : extended(stem, ending, 'w');
  const std::string before_y = drops ? cut(stem) : extended(stem, ending, 'y');
  constexpr Gender kM = Gender::masculine;
  out.add(before_w + "wn", kM, Number::plural, kStandsAlone);
  out.add(before_y + "yn", kM, Number::plural, kStandsAlone);
  out.add(before_w + "w", kM, Number::plural, kBoth | kConstruct);
  out.add(before_y + "y", kM, Number::plural, kBoth | kConstruct);
}

void add_sound_feminine(Paradigm& out, const std::string& stem, Ending ending, Gender gender) {
  const std::string base = ending == Ending::ta_marbuta ? cut(stem) : extended(stem, ending, 'A');
  const bool madda = !base.empty() && base.back() == '>';
  out.add(madda ? cut(base) + "|t" : base + (ending == Ending::hamza_on_alef ? "|t" : "At"), gender,
          Number::plural, kBoth);
}

// A broken plural, or the whole sound plural as an entry may give it (-wn, -At).
void add_plural(Paradigm& out, const std::string& plural, Gender gender, const std::string& root) {
  if (plural.size() < 2) return;
  if (plural.ends_with("wn") && plural.size() > 4) {
    // SIn/fEwn patterns (qrwn, cCwn) are broken: their singular is three letters as well.
    if (plural.size() > 5 || plural.ends_with("ywn")) {
      const std::string stem = plural.substr(0, plural.size() - 2);
      add_sound_masculine(out, stem, Ending::plain);
      return;
    }
  }
  const bool weak = plural.back() == 'y' && !root.empty() && is_weak(root.back());
  const bool awa = plural.back() == 'y' && plural.size() >= 4 && plural[plural.size() - 3] == 'A';
  const Ending ending = ending_of(plural, weak || awa);
  const bool heavy = plural.size() >= 5 && (plural[2] == 'A' || plural[1] == 'A');  // mafAEil
  const bool sound_at = plural.ends_with("At") && plural.size() > 4;
  add_singular(out, plural, ending, gender, Number::plural, !heavy && !sound_at);
}

// Ends in a long i that is its weak last radical (qADI), not in a nisba.
bool weak_yeh(const LemmaSource& lemma, const std::string& careful) {
  // Three letters are a faEIl (Ely, qwy), whose yeh is doubled and stays.
  if (careful.size() < 4 || careful.back() != 'y' || lemma.root.empty()) return false;
  const char last = lemma.root.back();
  if (!is_weak(last) && last != 'C') return false;
  const size_t dot = lemma.root.rfind('.');
  if (dot == std::string::npos || dot == 0) return false;
  const char before = lemma.root[dot - 1];
  const std::string normal = normal_of(careful);
  return normal[normal.size() - 2] == before || is_weak(before);
}

void add_five_noun(Paradigm& out, const std::string& careful) {
  const std::string normal = normal_of(careful);
  if (normal != "Ab" && normal != "Ax") return;
  for (const char* vowel : {"w", "A", "y"}) {
    out.add(careful + vowel, Gender::masculine, Number::singular, kBoth | kConstruct);
  }
}

bool is_adjectival(Pos pos) {
  return pos == Pos::adjective || pos == Pos::active_participle || pos == Pos::passive_participle;
}

std::string feminine_of(const std::string& careful, Ending ending) {
  if (ending == Ending::ta_marbuta) return careful;
  if (ending == Ending::maqsura) return cut(careful) + "Ap";
  if (ending == Ending::hamza && careful.back() == '\'') {
    const bool after_yeh = careful.size() > 1 && careful[careful.size() - 2] == 'y';
    return cut(careful) + (after_yeh ? "}p" : "'p");
  }
  return careful + 'p';
}

// Elatives and colours (Akbr, Ahm): no feminine in -h unless given. Axyr, of a root that begins
// with a hamza, is none.
bool elative(const LemmaSource& lemma, const std::string& careful) {
  const bool shape = careful.size() >= 3 && careful.size() <= 4 && careful[0] == '>' &&
                     careful.back() != 'y' && careful.back() != 'p';
  if (lemma.pos != Pos::adjective || !shape || !lemma.feminine.empty()) return false;
  if (!lemma.root.empty()) return lemma.root[0] != 'C';
  return careful.size() == 3 || careful[2] != 'y';
}

void decline_adjective(Paradigm& out, const LemmaSource& lemma, const std::string& careful) {
  const Ending ending = ending_of(careful, weak_yeh(lemma, careful));
  constexpr Gender kM = Gender::masculine, kF = Gender::feminine;
  add_singular(out, careful, ending, kM, Number::singular, true);
  add_dual(out, careful, ending, kM);
  if (lemma.plurals.empty() && !elative(lemma, careful)) add_sound_masculine(out, careful, ending);
  for (const std::string& plural : lemma.plurals) {
    add_plural(out, careful_of(plural), kM, lemma.root);
  }
  if (elative(lemma, careful)) return;
  const std::string feminine =
      lemma.feminine.empty() ? feminine_of(careful, ending) : careful_of(lemma.feminine);
  if (feminine.empty()) return;
  const Ending she = ending_of(feminine, false);
  add_singular(out, feminine, she, kF, Number::singular, false);
  if (she == Ending::hamza_after_alef) {  // HmrAC: HmrAwAn, HmrAwAt
    add_dual(out, cut(feminine) + 'w', Ending::plain, kF);
    add_sound_feminine(out, cut(feminine) + 'w', Ending::plain, kF);
    return;
  }
  add_dual(out, feminine, she, kF);
  add_sound_feminine(out, feminine, she, kF);
}

// The sound plural of a noun that names none.
void add_regular_plural(Paradigm& out, const LemmaSource& lemma, const std::string& careful,
                        Ending ending, Gender gender) {
  const bool man = lemma.human && ending != Ending::ta_marbuta && gender != Gender::feminine;
  if (man) {
    add_sound_masculine(out, careful, ending);
    return;
  }
  if (careful.ends_with("At") && lemma.pos == Pos::noun) return;
  add_sound_feminine(out, careful, ending, gender);
}

void decline_noun(Paradigm& out, const LemmaSource& lemma, const std::string& careful) {
  const Ending ending = ending_of(careful, weak_yeh(lemma, careful));
  Gender gender = lemma.gender;
  if (gender == Gender::unknown) {
    gender = ending == Ending::ta_marbuta ? Gender::feminine : Gender::masculine;
  }
  add_singular(out, careful, ending, gender, Number::singular, true);
  add_dual(out, careful, ending, gender);
  add_five_noun(out, careful);
  if (lemma.plurals.empty()) add_regular_plural(out, lemma, careful, ending, gender);
  for (const std::string& plural : lemma.plurals) {
    add_plural(out, careful_of(plural), gender, lemma.root);
  }
  if (lemma.feminine.empty()) return;
  const std::string feminine = careful_of(lemma.feminine);
  if (feminine.empty()) return;
  const Ending she = ending_of(feminine, false);
  add_singular(out, feminine, she, Gender::feminine, Number::singular, false);
  add_dual(out, feminine, she, Gender::feminine);
  add_sound_feminine(out, feminine, she, Gender::feminine);
}

}  // namespace

std::vector<WrittenForm> decline(const LemmaSource& lemma) {
  std::vector<WrittenForm> rows;
  const std::string careful = careful_of(lemma.lemma);
  if (careful.size() < 2) return rows;
  Paradigm out(lemma.pos, rows);
  if (is_adjectival(lemma.pos)) {
    decline_adjective(out, lemma, careful);
  } else {
    decline_noun(out, lemma, careful);
  }
  return rows;
}

}  // namespace rasid::inflection
