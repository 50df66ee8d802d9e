// SPDX-License-Identifier: Apache-2.0
#include "lexicon/root.h"

#include "base/letters.h"
#include "lexicon/spell.h"

namespace rasid::inflection {
namespace {

// A weak letter that a lemma shows as alef: the present tells which one, w where it does not.
char weak_behind(char written, const LemmaSource& verb, size_t from_end) {
  if (written != 'A') return written;
  const std::string present = normal_of(careful_of(verb.present));
  if (present.size() > from_end && present[present.size() - 1 - from_end] == 'y') return 'y';
  return 'w';
}

char radical(char careful) {
  const std::string normal = normal_of(std::string_view(&careful, 1));
  const bool hamza = careful == '>' || careful == '<' || careful == '|' || normal == "C";
  return hamza ? 'C' : normal[0];
}

// Three letters of a stem as a root: alef in the middle or at the end is weak.
std::string root_of(std::string_view three, const LemmaSource& verb) {
  if (three.size() == 2) return {radical(three[0]), radical(three[1]), radical(three[1])};
  if (three.size() != 3) return {};
  std::string root{radical(three[0]), radical(three[1]), radical(three[2])};
  if (three[1] == 'A') root[1] = weak_behind('A', verb, 1);
  if (three[2] == 'A') root[2] = 'w';
  return root;
}

struct Guess {
  int form;
  std::string root;
};

// Forms whose lemma begins with a linking alef.
Guess guess_linking(std::string_view careful, const LemmaSource& verb) {
  const size_t size = careful.size();
  const char third = size > 2 ? careful[2] : '\0';
  if (careful.starts_with("Ast") && size >= 6) return {10, root_of(careful.substr(3), verb)};
  if (careful.starts_with("Ast") && size == 5) return {10, root_of(careful.substr(3), verb)};
  const bool infix = third == 't' || (third == 'T' && careful[1] != 'n') ||
                     (third == 'd' && (careful[1] == 'z' || careful[1] == 'd'));
  if (size >= 4 && infix) {
    std::string rest{careful[1]};
    rest += careful.substr(3);
    return {8, root_of(rest, verb)};
  }
  if (careful.starts_with("An") && size >= 4) return {7, root_of(careful.substr(2), verb)};
  if (careful.starts_with("At") && size == 4) {
    const std::string rest = std::string("w") + std::string(careful.substr(2));
    return {8, root_of(rest, verb)};
  }
  if (careful.size() == 4 && (careful[1] == 'd' || careful[1] == 'T')) {
    return {8, root_of(careful.substr(1), verb)};
  }
  if (size == 4) return {9, root_of(std::string(careful.substr(1)), verb)};
  if (size == 5) {
    std::string root(careful.substr(1));
    return {14, {radical(root[0]), radical(root[1]), radical(root[2]), radical(root[3])}};
  }
  return {1, {}};
}

Guess guess(std::string_view careful, const LemmaSource& verb) {
  const size_t size = careful.size();
  const bool shadda = has_shadda(verb.lemma);
  if (size < 2) return {1, {}};
  const bool present_drops = normal_of(careful_of(verb.present)).size() == size + 1;
  if (careful[0] == 'A') return guess_linking(careful, verb);
  if (careful[0] == '>' && size == 4) return {4, root_of(careful.substr(1), verb)};
  if (careful[0] == '>' && size == 3 && (shadda || !present_drops) && careful[2] != 'Y') {
    if (shadda) return {4, root_of(careful.substr(1), verb)};
  }
  if (careful[0] == '|') return {4, root_of("C" + std::string(careful.substr(1)), verb)};
  if (careful[0] == 't' && size == 5 && careful[2] == 'A') {
    return {6, root_of(std::string{careful[1], careful[3], careful[4]}, verb)};
  }
  if (careful[0] == 't' && size == 5) {
    return {12, {careful[1], radical(careful[2]), radical(careful[3]), radical(careful[4])}};
  }
  if (careful[0] == 't' && size == 4) return {5, root_of(careful.substr(1), verb)};
  if (size == 4 && careful[1] == 'A') {
    return {3, root_of(std::string{careful[0], careful[2], careful[3]}, verb)};
  }
  if (size == 4) {
    return {11,
            {radical(careful[0]), radical(careful[1]), radical(careful[2]), radical(careful[3])}};
  }
  if (size == 3 && shadda) return {2, root_of(careful, verb)};
  if (size <= 3) return {1, root_of(careful, verb)};
  return {1, {}};
}

int form_number(const std::string& form) {
  if (form.size() == 2 && form[0] == 'q' && form[1] >= '1' && form[1] <= '4') {
    return 10 + (form[1] - '0');
  }
  if (form == "10") return 10;
  return form.size() == 1 && form[0] >= '1' && form[0] <= '9' ? form[0] - '0' : 0;
}

char present_vowel(const VerbShape& shape, const LemmaSource& verb) {
  const std::string careful = careful_of(verb.present);
  const char written = vowel_after(verb.present, 1);
  if (careful.empty()) {
    if (shape.weak_last()) return shape.last() == 'w' ? 'u' : 'i';
    if (shape.hollow()) return shape.letter(1) == 'w' ? 'u' : 'i';
    if (shape.last() == 'C' || shape.letter(1) == 'C') return 'a';
    return shape.letter(0) == 'w' ? 'i' : 'u';
  }
  if (shape.weak_last()) {
    if (careful.back() == 'w') return 'u';
    return careful.back() == 'y' ? 'i' : 'a';
  }
  if (shape.hollow() && careful.size() > 1) {
    const char middle = careful[careful.size() - 2];
    if (middle == 'w') return 'u';
    return middle == 'A' ? 'a' : 'i';
  }
  // A contracted verb has one letter where others have two: its vowel lies before it.
  if (shape.doubled() && vowel_after(verb.present, 1) != 0) return vowel_after(verb.present, 1);
  if (written != 0) return written;
  if (shape.last() == 'C' || shape.letter(1) == 'C') return 'a';
  return shape.drops_first ? 'i' : 'u';
}

char past_vowel(const VerbShape& shape, const LemmaSource& verb, std::string_view careful) {
  const char written = vowel_after(verb.lemma, 1);
  if (shape.weak_last()) return careful.ends_with('y') ? 'i' : careful.ends_with('w') ? 'u' : 'a';
  if (shape.last() == 'C' && careful.ends_with('}')) return 'i';
  if (shape.last() == 'C' && careful.ends_with('&')) return 'u';
  if (shape.letter(1) == 'C' && careful.size() == 3 && careful[1] == '}') return 'i';
  if (shape.letter(1) == 'C' && careful.size() == 3 && careful[1] == '&') return 'u';
  return written != 0 && !shape.hollow() ? written : 'a';
}

}  // namespace

bool VerbShape::hollow() const {
  const bool melts = form == 1 || form == 4 || form == 7 || form == 8 || form == 10;
  return melts && radicals.size() == 3 && is_weak(radicals[1]) && !weak_last() && !keeps_middle &&
         radicals[1] != radicals[2];
}

bool VerbShape::doubled() const {
  const bool contracts =
      form == 1 || form == 3 || form == 4 || (form >= 6 && form <= 8) || form == 10;
  return contracts && radicals.size() == 3 && radicals[1] == radicals[2] && !weak_last();
}

VerbShape shape_of(const LemmaSource& verb) {
  const std::string careful = careful_of(verb.lemma);
  VerbShape shape;
  for (char letter : verb.root) {
    if (letter != '.') shape.radicals += letter;
  }
  shape.form = form_number(verb.form);
  if (shape.radicals.empty() || shape.form == 0) {
    const Guess found = guess(careful, verb);
    if (shape.radicals.empty()) shape.radicals = found.root;
    if (shape.form == 0) shape.form = found.form;
  }
  const size_t wanted = shape.quadriliteral() ? 4 : 3;
  if (shape.radicals.size() != wanted) {
    shape.radicals.clear();
    return shape;
  }
  const std::string present = normal_of(careful_of(verb.present));
  if (shape.form == 1) {
    shape.drops_first = shape.letter(0) == 'w' && (present.empty() || present.find('w') != 1);
    // A hollow verb whose lemma shows its middle letter is sound (eawira).
    shape.keeps_middle = careful.size() == 3 && is_weak(careful[1]);
    shape.present_vowel = present_vowel(shape, verb);
    shape.past_vowel = past_vowel(shape, verb, careful);
  }
  return shape;
}

}  // namespace rasid::inflection
