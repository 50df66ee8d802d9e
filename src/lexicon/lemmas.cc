// SPDX-License-Identifier: Apache-2.0
#include "lexicon/lemmas.h"

#include <algorithm>
#include <charconv>
#include <cstdlib>

#include "base/letters.h"

namespace rasid {
namespace {

constexpr uint16_t kHamzaMarks = kHamzaAbove | kHamzaBelow | kMadda;
constexpr uint16_t kFinalMarks = kTaMarbuta | kFinalHeh | kAlefMaqsura | kFinalYeh;
// A verb by rule has at least its persons; fewer forms mean that its root was not made out.
constexpr size_t kFewestVerbForms = 4;

bool is_participle(Pos pos) {
  return pos == Pos::active_participle || pos == Pos::passive_participle;
}

std::optional<Pos> pos_named(std::string_view name) {
  for (int i = 1; i < static_cast<int>(Pos::punctuation); ++i) {
    if (name_of(static_cast<Pos>(i)) == name) return static_cast<Pos>(i);
  }
  return std::nullopt;
}

std::optional<Gender> gender_named(std::string_view name) {
  if (name.empty()) return Gender::unknown;
  if (name == "masculine" || name == "m") return Gender::masculine;
  if (name == "feminine" || name == "f") return Gender::feminine;
  return std::nullopt;
}

bool is_verb_form(std::string_view form) {
  if (form.empty() || form == "10") return true;
  if (form.size() == 1) return form[0] >= '1' && form[0] <= '9';
  return form.size() == 2 && form[0] == 'q' && form[1] >= '1' && form[1] <= '4';
}

class Builder {
 public:
  Builder(const std::vector<EntrySource>& entries, Problems& problems)
      : entries_(entries), problems_(problems) {}

  LemmaTable run() {
    for (const bool bulk : {false, true}) {
      for (EntryId id = 0; id < entries_.size(); ++id) {
        if (entries_[id].type == Type::word && entries_[id].bulk == bulk) add_word(id);
      }
    }
    // The verbs that keys declare by rule come before what is derived from verbs.
    each_field(KeyKind::verb, [&](EntryId id, const FieldSource& field) { link_verb(id, field); });
    const size_t own = table_.lemmas().size();
    for (LemmaId id = 0; id < own; ++id) {
      if (table_.at(id).source.pos == Pos::verb) add_derived(id);
    }
    link_to_verbs();
    table_.mark_plurals();
    each_field(KeyKind::noun, [&](EntryId id, const FieldSource& field) { link_noun(id, field); });
    each_field(KeyKind::adjective,
               [&](EntryId id, const FieldSource& field) { link_adjective(id, field); });
    return std::move(table_);
  }

 private:
  template <typename Act>
  void each_field(KeyKind kind, Act act) {
    for (EntryId id = 0; id < entries_.size(); ++id) {
      for (const FieldSource& field : entries_[id].fields) {
        if (field.rule->kind == kind) act(id, field);
      }
    }
  }

  void problem(EntryId id, uint32_t line, std::string what, std::string mend) {
    problems_.add(entries_[id].file, line, std::move(what), std::move(mend));
  }

  void add_word(EntryId id) {
    const EntrySource& entry = entries_[id];
    LemmaEntry lemma;
    LemmaSource& source = lemma.source;
    source.lemma = entry.value(Key::lemma);
    const std::optional<Pos> pos = pos_named(entry.value(Key::pos));
    const std::optional<Gender> gender = gender_named(entry.value(Key::gender));
    source.form = entry.value(Key::form);
    if (!pos) problem(id, entry.line, "unknown pos", "docs/LEXICON.md lists them");
    if (!gender) problem(id, entry.line, "unknown gender", "write masculine or feminine");
    if (!is_verb_form(source.form)) problem(id, entry.line, "unknown form", "1 to 10, q1 to q4");
    if (!pos || !gender) return;
    source.pos = *pos;
    source.gender = *gender;
    source.root = entry.value(Key::root);
    source.present = entry.value(Key::present);
    source.plurals = entry.values(Key::plural);
    source.feminine = entry.value(Key::feminine);
    source.human = entry.value(Key::human) == "yes";
    source.written = entry.values(Key::written);
    lemma.verb_of = entry.value(Key::verb_of);
    lemma.masdars = entry.values(Key::masdar);
    lemma.entry = id;
    lemma.from_word = true;
    const std::string rank(entry.value(Key::rank));
    lemma.rank = static_cast<int16_t>(std::clamp(std::atoi(rank.c_str()), -30000, 30000));
    if (is_told(lemma)) return;
    table_.add(std::move(lemma));
  }

  // Has an earlier entry told this lemma? Then what it left open is filled in from this one.
  // Entries of a .rec come before rows of a .tsv, files in the order of their names.
  bool is_told(const LemmaEntry& lemma) {
    const LemmaSource& a = lemma.source;
    const Folded folded = fold(a.lemma);
    for (LemmaId id : table_.named(folded.normal)) {
      LemmaEntry& other = table_.at(id);
      const LemmaSource& b = other.source;
      const bool kin = a.pos == b.pos || (is_noun(a.pos) && is_noun(b.pos));
      if (!kin || ((folded.marks ^ other.marks) & (kHamzaMarks | kFinalMarks)) != 0) continue;
      const bool same_file = entries_[lemma.entry].file == entries_[other.entry].file;
      if (a.pos == Pos::verb ? same_verb(a, b, same_file) : !same_file || a.plurals == b.plurals) {
        fill_in(other, lemma);
        return true;
      }
    }
    return false;
  }

  static bool same_verb(const LemmaSource& a, const LemmaSource& b, bool same_file) {
    const bool form = a.form == b.form || (!same_file && (a.form.empty() || b.form.empty()));
    const bool root = a.root == b.root || (!same_file && (a.root.empty() || b.root.empty()));
    return form && root && (!same_file || fold(a.present).normal == fold(b.present).normal);
  }

  static void fill_in(LemmaEntry& lemma, const LemmaEntry& from) {
    LemmaSource& to = lemma.source;
    const LemmaSource& more = from.source;
    if (more.pos == Pos::masdar) to.pos = Pos::masdar;
    if (to.root.empty()) to.root = more.root;
    if (to.form.empty()) to.form = more.form;
    if (to.present.empty()) to.present = more.present;
    if (to.plurals.empty()) to.plurals = more.plurals;
    if (to.feminine.empty()) to.feminine = more.feminine;
    if (to.gender == Gender::unknown) to.gender = more.gender;
    to.human |= more.human;
    if (lemma.rank == 0) lemma.rank = from.rank;
    if (lemma.verb_of.empty()) lemma.verb_of = from.verb_of;
    for (const std::string& masdar : from.masdars) {
      if (std::find(lemma.masdars.begin(), lemma.masdars.end(), masdar) == lemma.masdars.end()) {
        lemma.masdars.push_back(masdar);
      }
    }
  }

  // Those of `ids` that the spelling of `text` points to; all where it points to none.
  std::vector<LemmaId> preferred(std::vector<LemmaId> ids, std::string_view text) const {
    const uint16_t marks = fold(text).marks;
    const auto keep = [&](auto fits) {
      std::vector<LemmaId> out;
      for (LemmaId id : ids) {
        if (fits(table_.lemmas()[id])) out.push_back(id);
      }
      if (!out.empty()) ids = std::move(out);
    };
    for (uint16_t mask : {kHamzaMarks, kFinalMarks}) {
      keep([&](const LemmaEntry& lemma) { return ((lemma.marks ^ marks) & mask) == 0; });
    }
    if ((marks & kShadda) != 0) {
      keep([](const LemmaEntry& lemma) {
        return (lemma.marks & kShadda) != 0 || lemma.source.form == "2";
      });
    }
    return ids;
  }

  template <typename Fits>
  std::vector<LemmaId> named(std::string_view text, Fits fits) const {
    std::vector<LemmaId> out;
    for (LemmaId id : table_.named(fold(text).normal)) {
      if (fits(table_.lemmas()[id].source.pos)) out.push_back(id);
    }
    return out;
  }

  std::vector<LemmaId> verbs_named(std::string_view text) const {
    return preferred(named(text, [](Pos pos) { return pos == Pos::verb; }), text);
  }

  void link_verb(EntryId id, const FieldSource& field) {
    std::vector<LemmaId> verbs = verbs_named(field.value);
    if (verbs.empty()) {
      LemmaEntry lemma;
      lemma.source.lemma = field.value;
      lemma.source.pos = Pos::verb;
      lemma.entry = id;
      if (inflect(lemma.source).size() < kFewestVerbForms) {
        problem(id, field.line, "verb '" + field.value + "' is not known",
                "add a Word entry with its root and present");
        return;
      }
      verbs.push_back(table_.add(std::move(lemma)));
    }
    for (LemmaId verb : verbs) table_.link(verb, {id, field.key()});
  }

  void add_derived(LemmaId verb) {
    const LemmaEntry head = table_.at(verb);
    for (LemmaSource& source : derived(head.source, head.masdars)) {
      if (is_derived(source, verb)) continue;
      LemmaEntry lemma;
      lemma.source = std::move(source);
      lemma.entry = head.entry;
      lemma.verb = verb;
      lemma.rank = head.rank;
      table_.add(std::move(lemma));
    }
  }

  // Is there a lemma already that serves as this masdar or participle? It gets the verb.
  bool is_derived(const LemmaSource& source, LemmaId verb) {
    for (LemmaId id : table_.named(fold(source.lemma).normal)) {
      LemmaEntry& other = table_.at(id);
      const Pos pos = other.source.pos;
      const bool serves = is_noun(source.pos)
                              ? is_noun(pos)
                              : pos == source.pos || (other.from_word && pos == Pos::adjective);
      if (!serves) continue;
      if (other.verb == kNone) other.verb = verb;
      if (other.from_word || table_.at(other.verb).normal == table_.at(verb).normal) return true;
    }
    return false;
  }

  void link_to_verbs() {  // the verb-of keys of Word entries
    for (LemmaId id = 0; id < table_.lemmas().size(); ++id) {
      const LemmaEntry& lemma = table_.at(id);
      if (lemma.verb_of.empty()) continue;
      const std::vector<LemmaId> verbs = verbs_named(lemma.verb_of);
      if (verbs.empty()) {
        problem(lemma.entry, entries_[lemma.entry].line,
                "verb-of '" + lemma.verb_of + "' is not known",
                "add a Word entry with its root and present");
      } else {
        table_.at(id).verb = verbs.front();
      }
    }
  }

  void link_noun(EntryId id, const FieldSource& field) {
    std::vector<LemmaId> nouns = preferred(named(field.value, is_noun), field.value);
    if (nouns.empty()) nouns.push_back(table_.declare_noun(field.value, id));
    for (LemmaId noun : nouns) table_.link(noun, {id, field.key()});
    // A participle may stand as a noun; which of the two it is, the text decides.
    for (LemmaId participle : preferred(named(field.value, is_participle), field.value)) {
      table_.link(participle, {id, field.key()});
    }
  }

  void link_adjective(EntryId id, const FieldSource& field) {
    const auto fits = [](Pos pos) { return pos == Pos::adjective || is_participle(pos); };
    std::vector<LemmaId> adjectives = preferred(named(field.value, fits), field.value);
    if (adjectives.empty()) {
      LemmaEntry lemma;
      lemma.source.lemma = field.value;
      lemma.source.pos = Pos::adjective;
      lemma.entry = id;
      adjectives.push_back(table_.add(std::move(lemma)));
    }
    for (LemmaId adjective : adjectives) {
      add_plurals(entries_[id], field, table_.at(adjective));
      table_.link(adjective, {id, field.key()});
    }
    // A nisba is also a noun, one of that country or city, and some word lists have it as both.
    const Type type = entries_[id].type;
    if (type != Type::state && type != Type::place && type != Type::organization) return;
    const auto is_plain_noun = [](Pos pos) { return pos == Pos::noun; };
    for (LemmaId noun : preferred(named(field.value, is_plain_noun), field.value)) {
      table_.link(noun, {id, field.key()});
    }
  }

  // A State's broken plurals (the Kurds, the Russians) are those of its first adjective.
  static void add_plurals(const EntrySource& entry, const FieldSource& field, LemmaEntry& lemma) {
    if (entry.type != Type::state || entry.value(Key::adjective) != field.value) return;
    std::vector<std::string>& plurals = lemma.source.plurals;
    for (const std::string& plural : entry.values(Key::plural)) {
      const std::string normal = fold(plural).normal;
      const bool told = std::any_of(plurals.begin(), plurals.end(), [&](const std::string& other) {
        return fold(other).normal == normal;
      });
      if (!told) plurals.push_back(plural);
    }
  }

  const std::vector<EntrySource>& entries_;
  Problems& problems_;
  LemmaTable table_;
};

}  // namespace

LemmaTable lemma_table(const std::vector<EntrySource>& entries, Problems& problems) {
  return Builder(entries, problems).run();
}

}  // namespace rasid
