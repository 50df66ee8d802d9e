// SPDX-License-Identifier: Apache-2.0
// compile_lexicon FOLDER IMAGE: the build's step from .rec sources to the image that is built into
// `rasid`.
#include <cstdio>

#include "base/file.h"
#include "lexicon/compile.h"

int main(int argc, char** argv) {
  if (argc != 3) return std::fprintf(stderr, "usage: compile_lexicon FOLDER IMAGE\n"), 2;
  const std::string folder = argv[1];
  rasid::Result<std::vector<rasid::SourceFile>> sources = rasid::lexicon_sources(folder);
  if (!sources) return std::fprintf(stderr, "%s\n", sources.error().message().c_str()), 1;
  const rasid::Compiled compiled = rasid::compile(std::move(*sources));
  for (const rasid::Error& error : compiled.errors) {
    std::fprintf(stderr, "%s/%s\n", folder.c_str(), error.message().c_str());
  }
  if (!compiled.errors.empty()) return 1;
  const rasid::Result<rasid::Done> written = rasid::write_file(argv[2], compiled.image);
  if (!written) return std::fprintf(stderr, "%s\n", written.error().message().c_str()), 1;
  return 0;
}
