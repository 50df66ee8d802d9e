// SPDX-License-Identifier: Apache-2.0
// Any bytes as a .rec (or, where they begin with %tsv, a .tsv): the compiler answers with an image
// that opens, or with errors; formatting settles after one round and keeps the entries.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "lexicon/compile.h"
#include "lexicon/examples.h"
#include "lexicon/format.h"
#include "lexicon/testing.h"

namespace {

void demand(bool holds) {
  if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const std::string path = text.rfind("%tsv", 0) == 0 ? "fuzz.tsv" : "fuzz.rec";
  const rasid::Result<std::string> once = rasid::formatted(text, path);
  if (once) {
    const rasid::Result<std::string> twice = rasid::formatted(*once, path);
    demand(static_cast<bool>(twice));
    demand(*twice == *once);
  }
  const rasid::Compiled compiled = rasid::compile({{path, text}});
  demand(compiled.image.empty() != compiled.errors.empty());
  demand(compiled.errors.size() <= 50);
  if (!compiled.errors.empty()) return 0;
  demand(static_cast<bool>(once));
  demand(rasid::compile({{path, *once}}).errors.empty());
  const rasid::Result<rasid::Lexicon> lexicon = rasid::Lexicon::open(compiled.image);
  demand(static_cast<bool>(lexicon));
  demand(rasid::examples(*lexicon) == rasid::examples({{path, text}}));
  rasid::test::visit(*lexicon);
  return 0;
}
