// SPDX-License-Identifier: Apache-2.0
#include "lexicon/cover.h"

#include <fmt/format.h>

#include <iterator>
#include <unordered_set>

#include "lexicon/examples.h"
#include "lexicon/phrase.h"
#include "lexicon/rec.h"

namespace rasid {
namespace {

bool is_name_key(Key key) {
  return key == Key::name || key == Key::short_name || key == Key::people || key == Key::modifier;
}

bool names_something(std::span<const Term> terms) {
  for (const Term& term : terms) {
    if (is_name_key(term.key)) return true;
  }
  return false;
}

// How many words from `begin` on are a name, the first of them read as `first`.
size_t name_length(const Lexicon& lexicon, const std::vector<PhraseWord>& words, size_t begin,
                   std::string_view first) {
  size_t longest = 0;
  uint32_t node = lexicon.step(Lexicon::kRoot, first);
  for (size_t at = begin; node != kNone; node = lexicon.step(node, words[at].normal)) {
    ++at;
    if (names_something(lexicon.terms_at(node))) longest = at - begin;
    if (at >= words.size()) break;
  }
  return longest;
}

// The same, with up to two proclitics (wa- fa- bi- ka- li-) taken off the first word.
size_t name_length(const Lexicon& lexicon, const std::vector<PhraseWord>& words, size_t begin) {
  std::string_view first = words[begin].normal;
  for (int clitics = 0;; ++clitics) {
    const size_t length = name_length(lexicon, words, begin, first);
    if (length > 0) return length;
    const bool clitic = first.size() > 2 && std::string_view("wfbkl").find(first[0]) != first.npos;
    if (clitics == 2 || !clitic) return 0;
    first.remove_prefix(1);
  }
}

bool is_number(std::string_view word) { return word.find_first_not_of("0123456789") == word.npos; }

}  // namespace

std::string masked(const Lexicon& lexicon, std::string_view sentence) {
  const std::vector<PhraseWord> words = phrase_words(sentence);
  std::string out;
  bool mask = false;
  for (size_t at = 0; at < words.size();) {
    const size_t name = name_length(lexicon, words, at);
    const bool hidden = name > 0 || is_number(words[at].normal);
    if (!hidden || !mask) {
      if (!out.empty()) out += ' ';
      out += hidden ? "_" : words[at].normal;
    }
    mask = hidden;
    at += name > 0 ? name : 1;
  }
  return out;
}

Coverage coverage(const Lexicon& lexicon) {
  Coverage out;
  for (EntryId id = 0; id < lexicon.entry_count(); ++id) {
    const Entry entry = lexicon.entry(id);
    Coverage::Count& count = out.of_type[static_cast<size_t>(entry.type())];
    ++count.entries;
    const bool row = is_tsv(entry.file());
    count.rows += row ? 1 : 0;
    out.unverified += entry.value(Key::source) == "unverified" ? 1 : 0;
    if (row || entry.has(Key::yes)) continue;
    ++count.without_yes;
    out.lacking.push_back(id);
  }
  std::unordered_set<std::string> plain;
  std::unordered_set<std::string> masks;
  for (const Example& example : examples(lexicon)) {
    ++(example.kind == ExampleKind::yes  ? out.yes
       : example.kind == ExampleKind::no ? out.no
                                         : out.todo);
    if (plain.insert(example.sentence).second) masks.insert(masked(lexicon, example.sentence));
  }
  out.sentences = plain.size();
  out.masked_sentences = masks.size();
  return out;
}

std::string dump(const Lexicon& lexicon, const Coverage& coverage) {
  std::string out =
      fmt::format("{:14} {:>8} {:>8} {:>12}\n", "type", "entries", "rows", "without yes");
  for (size_t i = 0; i < kTypes; ++i) {
    const Coverage::Count& count = coverage.of_type[i];
    fmt::format_to(std::back_inserter(out), "{:14} {:>8} {:>8} {:>12}\n",
                   name_of(static_cast<Type>(i)), count.entries, count.rows, count.without_yes);
  }
  fmt::format_to(
      std::back_inserter(out),
      "examples: {} yes, {} no, {} todo; {} distinct sentences, {} with names and numbers "
      "masked\nsources unverified: {}\n",
      coverage.yes, coverage.no, coverage.todo, coverage.sentences, coverage.masked_sentences,
      coverage.unverified);
  for (EntryId id : coverage.lacking) {
    const Entry entry = lexicon.entry(id);
    fmt::format_to(std::back_inserter(out), "{}:{}: {} has no yes\n", entry.file(), entry.line(),
                   entry.id());
  }
  return out;
}

}  // namespace rasid
