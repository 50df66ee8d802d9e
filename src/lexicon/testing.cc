// SPDX-License-Identifier: Apache-2.0
#include "lexicon/testing.h"

#include <cstdio>
#include <cstdlib>
#include <deque>
#include <mutex>

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
    return lexicon(std::move(*sources));
  }();
  return whole;
}

}  // namespace rasid::test
