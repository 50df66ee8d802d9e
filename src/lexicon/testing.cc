// SPDX-License-Identifier: Apache-2.0
#include "lexicon/testing.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>

#include "base/hash.h"
#include "lexicon/cover.h"
#include "lexicon/dump.h"
#include "lexicon/examples.h"
#include "lexicon/tables.h"

namespace rasid::test {
namespace {

[[noreturn]] void stop(const std::vector<Error>& errors) {
  for (const Error& error : errors) std::fprintf(stderr, "%s\n", error.message().c_str());
  std::abort();
}

// Images live as long as the process: a Lexicon only points into its image.
std::string_view kept(std::string image) {
  static std::mutex lock;
  static std::deque<std::string> images;
  const std::lock_guard guard(lock);
  return images.emplace_back(std::move(image));
}

// The sources without the files that have faults, which are told. What refers to them has faults
// then, so it goes round until all is sound.
std::vector<SourceFile> sound(std::vector<SourceFile> sources) {
  for (;;) {
    const std::vector<Error> errors = compile(sources).errors;
    if (errors.empty()) return sources;
    std::vector<std::string> bad;
    for (const Error& error : errors) {
      std::fprintf(stderr, "left out: %s\n", error.message().c_str());
      bad.push_back(error.where.substr(0, error.where.find(':')));
    }
    const size_t before = sources.size();
    std::erase_if(sources, [&](const SourceFile& file) {
      return std::find(bad.begin(), bad.end(), file.path) != bad.end();
    });
    if (sources.size() == before) stop(errors);
  }
}

}  // namespace

std::string image(std::vector<SourceFile> sources) {
  Compiled compiled = compile(std::move(sources));
  if (!compiled.errors.empty()) stop(compiled.errors);
  return std::move(compiled.image);
}

Lexicon lexicon(std::vector<SourceFile> sources) {
  Result<Lexicon> opened = Lexicon::open(kept(image(std::move(sources))));
  if (!opened) stop({opened.error()});
  return std::move(*opened);
}

Lexicon lexicon(std::string_view rec_text) {
  return lexicon(std::vector<SourceFile>{{"test.rec", std::string(rec_text)}});
}

const Lexicon& whole_lexicon(const std::string& source_dir) {
  static const Lexicon whole = [&] {
    Result<std::vector<SourceFile>> sources = lexicon_sources(source_dir + "/lexicon");
    if (!sources) stop({sources.error()});
    return lexicon(sound(std::move(*sources)));
  }();
  return whole;
}

uint64_t visit(const Lexicon& lexicon) {
  uint64_t sum = lexicon.version().size();
  for (EntryId id = 0; id <= lexicon.entry_count(); ++id) {
    const Entry entry = lexicon.entry(id);
    sum += hash64(entry.id(), sum) + hash64(entry.file()) + entry.line();
    sum += name_of(entry.type()).size() + lexicon.entry_named(entry.id());
    for (size_t i = 0; i <= entry.field_count(); ++i) {
      const EntryField field = entry.field(i);
      sum += hash64(field.value) + field.line + name_of(field.key).size();
      sum += entry.values(field.key).size() + entry.where(field.key, i).size();
    }
  }
  for (size_t type = 0; type < kTypes; ++type) {
    for (EntryId id : lexicon.entries_of(static_cast<Type>(type))) sum += id;
  }
  for (LemmaId id = 0; id <= lexicon.lemma_count(); ++id) {
    const Lemma lemma = lexicon.lemma(id);
    sum += hash64(lemma.text) + hash64(lemma.normal) + hash64(lemma.root) + lemma.verb;
    sum += name_of(lemma.pos).size() + lexicon.terms_of(id).size();
    for (const Form& form : lexicon.forms(lemma.normal)) sum += described(form).size() + form.lemma;
    sum += lexicon.forms(lemma.normal).size() + lexicon.step_lemma(Lexicon::kRoot, id);
  }
  const auto nodes = static_cast<uint32_t>(lexicon.tables().node_count());
  for (uint32_t node = 0; node <= nodes; ++node) {
    for (const Term& term : lexicon.terms_at(node)) sum += name_of(term.key).size() + term.entry;
    sum += lexicon.step_lemma(node, node) + lexicon.step(node, "wzyr") + lexicon.step(node, "");
  }
  return sum + dump(lexicon, DumpParts{true, true, true, true, true}).size() +
         dump(lexicon, coverage(lexicon)).size() + examples(lexicon).size();
}

}  // namespace rasid::test
