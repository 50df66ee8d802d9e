// SPDX-License-Identifier: Apache-2.0
#include "lexicon/inflect.h"

#include "lexicon/conjugate.h"
#include "lexicon/decline.h"
#include "lexicon/spell.h"

namespace rasid {
namespace {

bool is_particle(Pos pos) {
  switch (pos) {
    case Pos::pronoun:
    case Pos::demonstrative:
    case Pos::relative:
    case Pos::preposition:
    case Pos::conjunction:
    case Pos::particle:
    case Pos::adverb:
    case Pos::number:
    case Pos::proper:
    case Pos::unknown:
    case Pos::punctuation:
      return true;
    default:
      return false;
  }
}

WrittenForm uninflected(const LemmaSource& lemma, const std::string& arabic) {
  const std::string careful = inflection::careful_of(arabic);
  WrittenForm row{inflection::normal_of(careful), Form{}};
  row.form.pos = lemma.pos;
  row.form.gender = lemma.gender;
  row.form.flags = kStandsAlone;
  if (lemma.pos != Pos::adverb && lemma.pos != Pos::number) row.form.flags |= kNoArticle;
  if (lemma.pos == Pos::preposition || lemma.pos == Pos::particle ||
      lemma.pos == Pos::conjunction) {
    row.form.flags |= kTakesEnclitic;
  }
  row.form.marks = inflection::marks_of(careful);
  return row;
}

// Before an enclitic the yeh of ila, ala, lada stays; alef maqsura elsewhere turns to alef.
void add_plain(const LemmaSource& lemma, const std::string& arabic,
               std::vector<WrittenForm>& rows) {
  WrittenForm row = uninflected(lemma, arabic);
  if (row.normal.empty()) return;
  for (const WrittenForm& old : rows) {
    if (old.normal == row.normal) return;
  }
  rows.push_back(std::move(row));
}

}  // namespace

std::vector<WrittenForm> inflect(const LemmaSource& lemma) {
  std::vector<WrittenForm> rows;
  if (lemma.pos == Pos::verb) {
    rows = inflection::conjugate(lemma);
  } else if (is_particle(lemma.pos)) {
    add_plain(lemma, lemma.lemma, rows);
  } else {
    rows = inflection::decline(lemma);
    if (rows.empty()) add_plain(lemma, lemma.lemma, rows);
  }
  for (const std::string& written : lemma.written) add_plain(lemma, written, rows);
  return rows;
}

}  // namespace rasid
