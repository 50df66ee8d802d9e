// SPDX-License-Identifier: Apache-2.0
#include "lexicon/dump.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/letters.h"
#include "lexicon/tables.h"

namespace rasid {
namespace {

constexpr size_t kLongestPath = 64;  // nodes; a phrase has fewer words

std::string_view name_of(Tense tense) {
  constexpr std::string_view kNames[] = {"", "perfect", "imperfect", "imperative"};
  return kNames[static_cast<size_t>(tense)];
}
std::string_view letter_of(Gender gender) {
  constexpr std::string_view kLetters[] = {"", "m", "f"};
  return kLetters[static_cast<size_t>(gender)];
}
std::string_view letter_of(Number number) {
  constexpr std::string_view kLetters[] = {"", "s", "d", "p"};
  return kLetters[static_cast<size_t>(number)];
}

// Writes phrases from their ends back to the root, so that no image can send it round in circles.
class Phrases {
 public:
  explicit Phrases(const Lexicon& lexicon) : lexicon_(lexicon), t_(lexicon.tables()) {
    parent_.resize(t_.node_count(), Edge{0, 0, 0});
    for (uint32_t word = 0; word < t_.words.count(); ++word) {
      note({0, word, t_.words.keys[word].value});
    }
    for (LemmaId id = 0; id < t_.lemmas.size(); ++id) note({0, kLemmaEdge | id, t_.lemma_root[id]});
    for (const Edge& edge : t_.edges) note(edge);
  }

  std::string text(uint32_t node) const {
    std::string out;
    for (size_t step = 0; node != Lexicon::kRoot && step < kLongestPath; ++step) {
      const Edge& edge = parent_[node];
      if (edge.child == 0) break;  // nothing leads here
      out.insert(0, word(edge.word) + (out.empty() ? "" : " "));
      node = edge.node < parent_.size() ? edge.node : Lexicon::kRoot;
    }
    return out;
  }

 private:
  void note(const Edge& edge) {
    if (edge.child == 0 || edge.child >= parent_.size()) return;
    Edge& known = parent_[edge.child];
    if (known.child == 0 || edge.word < known.word) known = edge;
  }

  std::string word(uint32_t word) const {
    if ((word & kLemmaEdge) != 0) {
      return "~" + std::string(lexicon_.lemma(word & ~kLemmaEdge).normal);
    }
    return word < t_.words.count() ? std::string(t_.words.key(word)) : "?";
  }

  const Lexicon& lexicon_;
  const Lexicon::Tables& t_;
  std::vector<Edge> parent_;
};

void dump_sizes(const Lexicon& lexicon, std::string& out) {
  const Lexicon::Tables& t = lexicon.tables();
  uint64_t bytes = sizeof(ImageHeader);
  for (uint64_t section : t.section_bytes) bytes += section;
  size_t words = 0;
  size_t forms = 0;
  size_t offset = 0;
  std::string_view word;
  Forms of_word;
  while (t.forms.next(offset, word, of_word)) {
    ++words;
    forms += of_word.size();
  }
  fmt::format_to(std::back_inserter(out),
                 "version {}\nbytes {}\nentries {}\nlemmas {}\nwords {}\nforms {}\nsets {}\n"
                 "phrase nodes {}\nphrase words {}\n",
                 t.version, bytes, t.entry_count(), t.lemmas.size(), words, forms,
                 t.forms.set_count(), t.node_count(), t.words.count());
}

void dump_entries(const Lexicon& lexicon, std::string& out) {
  for (EntryId id = 0; id < lexicon.entry_count(); ++id) {
    const Entry entry = lexicon.entry(id);
    fmt::format_to(std::back_inserter(out), "\n{} {} {}:{}\n", rasid::name_of(entry.type()),
                   entry.id(), entry.file(), entry.line());
    for (size_t i = 0; i < entry.field_count(); ++i) {
      const EntryField field = entry.field(i);
      std::string value(field.value);
      for (size_t at = 0; (at = value.find('\n', at)) != std::string::npos; at += 5) {
        value.replace(at, 1, "\n  + ");
      }
      fmt::format_to(std::back_inserter(out), "  {}: {}\n", rasid::name_of(field.key), value);
    }
  }
}

void dump_terms(const Lexicon& lexicon, std::span<const Term> terms, std::string& out) {
  for (const Term& term : terms) {
    fmt::format_to(std::back_inserter(out), " {}/{}", lexicon.entry(term.entry).id(),
                   rasid::name_of(term.key));
  }
  out += '\n';
}

std::string heading(const Lexicon& lexicon, LemmaId id) {
  const Lemma lemma = lexicon.lemma(id);
  std::string out = fmt::format("{} {} {}", lemma.text, lemma.normal, rasid::name_of(lemma.pos));
  if (!lemma.root.empty()) out += fmt::format(" root {}", lemma.root);
  if (lemma.gender != Gender::unknown) out += fmt::format(" {}", letter_of(lemma.gender));
  if (lemma.human) out += " human";
  if (lemma.verb != kNone) out += fmt::format(" of {}", lexicon.lemma(lemma.verb).normal);
  return out;
}

void dump_lemmas(const Lexicon& lexicon, std::string& out) {
  out += '\n';
  for (LemmaId id = 0; id < lexicon.lemma_count(); ++id) {
    out += heading(lexicon, id);
    dump_terms(lexicon, lexicon.terms_of(id), out);
  }
}

void dump_phrases(const Lexicon& lexicon, std::string& out) {
  const Phrases phrases(lexicon);
  out += '\n';
  for (uint32_t node = 0; node < lexicon.tables().node_count(); ++node) {
    const std::span<const Term> terms = lexicon.terms_at(node);
    if (terms.empty()) continue;
    out += phrases.text(node);
    dump_terms(lexicon, terms, out);
  }
}

void dump_forms(const Lexicon& lexicon, std::string& out) {
  out += '\n';
  size_t offset = 0;
  std::string_view word;
  Forms forms;
  while (lexicon.tables().forms.next(offset, word, forms)) {
    for (const Form& form : forms) {
      fmt::format_to(std::back_inserter(out), "{}  {} {}\n", word, lexicon.lemma(form.lemma).normal,
                     described(form));
    }
  }
}

// The forms of all lemmas that `wanted` holds, under a heading for each.
std::string forms_of(const Lexicon& lexicon, const std::vector<LemmaId>& wanted) {
  std::vector<std::string> lists(wanted.size());
  size_t offset = 0;
  std::string_view word;
  Forms forms;
  while (lexicon.tables().forms.next(offset, word, forms)) {
    for (const Form& form : forms) {
      const auto at = std::lower_bound(wanted.begin(), wanted.end(), form.lemma);
      if (at == wanted.end() || *at != form.lemma) continue;
      fmt::format_to(std::back_inserter(lists[static_cast<size_t>(at - wanted.begin())]),
                     "  {}  {}  {}\n", word, unfold(word), described(form));
    }
  }
  std::string out;
  for (size_t i = 0; i < wanted.size(); ++i) {
    const Lemma lemma = lexicon.lemma(wanted[i]);
    const Entry entry = lexicon.entry(lemma.entry);
    out += heading(lexicon, wanted[i]);
    out += fmt::format(" ({}:{})\n{}", entry.file(), entry.line(), lists[i]);
  }
  return out;
}

std::string expanded_entry(const Lexicon& lexicon, EntryId entry) {
  const auto names = [&](std::span<const Term> terms) {
    return std::any_of(terms.begin(), terms.end(),
                       [&](const Term& term) { return term.entry == entry; });
  };
  std::vector<LemmaId> wanted;
  for (LemmaId id = 0; id < lexicon.lemma_count(); ++id) {
    if (lexicon.lemma(id).entry == entry || names(lexicon.terms_of(id))) wanted.push_back(id);
  }
  std::string out = forms_of(lexicon, wanted);
  const Phrases phrases(lexicon);
  for (uint32_t node = 0; node < lexicon.tables().node_count(); ++node) {
    if (names(lexicon.terms_at(node))) out += "phrase " + phrases.text(node) + "\n";
  }
  return out;
}

}  // namespace

std::string described(const Form& form) {
  std::string out(rasid::name_of(form.pos));
  const auto add = [&](std::string_view word) {
    if (!word.empty()) out.append(" ").append(word);
  };
  add(name_of(form.tense));
  std::string agreement = form.person > 0 ? std::to_string(form.person) : "";
  agreement.append(letter_of(form.gender)).append(letter_of(form.number));
  add(agreement);
  constexpr std::pair<FormFlag, std::string_view> kFlags[] = {
      {kPassive, "passive"},          {kCanBePassive, "passive?"}, {kShortMood, "short"},
      {kConstruct, "construct"},      {kStandsAlone, "alone"},     {kTakesEnclitic, "enclitic"},
      {kNoArticle, "without-article"}};
  for (const auto& [flag, name] : kFlags) {
    if ((form.flags & flag) != 0) add(name);
  }
  return out;
}

std::string dump(const Lexicon& lexicon, const DumpParts& parts) {
  std::string out;
  if (parts.sizes) dump_sizes(lexicon, out);
  if (parts.entries) dump_entries(lexicon, out);
  if (parts.lemmas) dump_lemmas(lexicon, out);
  if (parts.phrases) dump_phrases(lexicon, out);
  if (parts.forms) dump_forms(lexicon, out);
  return out;
}

Result<std::string> expanded(const Lexicon& lexicon, std::string_view word_or_id) {
  if (const EntryId entry = lexicon.entry_named(word_or_id); entry != kNone) {
    return expanded_entry(lexicon, entry);
  }
  const std::string normal = fold(word_or_id).normal;
  std::vector<LemmaId> wanted;
  for (LemmaId id = 0; id < lexicon.lemma_count(); ++id) {
    if (lexicon.lemma(id).normal == normal) wanted.push_back(id);
  }
  if (wanted.empty()) {
    return Error{"no entry and no lemma is '" + std::string(word_or_id) + "'", "",
                 "give an id, or a lemma in its basic form"};
  }
  return forms_of(lexicon, wanted);
}

}  // namespace rasid
