// SPDX-License-Identifier: Apache-2.0
#include "lexicon/compile.h"

#include <algorithm>
#include <filesystem>
#include <system_error>

#include "base/file.h"
#include "base/hash.h"
#include "lexicon/image_writer.h"

namespace rasid {
namespace {

namespace fs = std::filesystem;

bool is_source(const fs::path& path, const fs::path& folder) {
  const std::string extension = path.extension().string();
  if (path.filename().string().front() == '.') return false;
  return extension == ".rec" || extension == ".tsv" || path == folder / "RETIRED";
}

std::string source_hash(const std::vector<SourceFile>& sources) {
  uint64_t hash = hash64("rasid lexicon " + std::to_string(kImageVersion));
  for (const SourceFile& file : sources) hash = hash64(file.bytes, hash64(file.path, hash));
  static constexpr std::string_view kHex = "0123456789abcdef";
  std::string out;
  for (int shift = 60; shift >= 0; shift -= 4) out += kHex[(hash >> shift) & 15];
  return out;
}

}  // namespace

Result<std::vector<SourceFile>> lexicon_sources(const std::string& folder) {
  std::error_code error;
  std::vector<SourceFile> out;
  fs::recursive_directory_iterator at(folder, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (!at->is_regular_file(error) || error) continue;
    if (!is_source(at->path(), folder)) continue;
    Result<std::string> bytes = read_file(at->path().string());
    if (!bytes) return bytes.error();
    out.push_back({at->path().lexically_relative(folder).generic_string(), std::move(*bytes)});
  }
  if (error) return Error{error.message(), folder, "name the folder of the lexicon"};
  std::sort(out.begin(), out.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  return out;
}

Compiled compile(std::vector<SourceFile> sources) {
  std::sort(sources.begin(), sources.end(),
            [](const SourceFile& a, const SourceFile& b) { return a.path < b.path; });
  Problems problems;
  for (size_t i = 1; i < sources.size(); ++i) {
    if (sources[i].path == sources[i - 1].path) {
      problems.add(sources[i].path, 0, "is handed in twice", "hand each file in once");
    }
  }
  const std::vector<EntrySource> entries = checked(sources, problems);
  if (!problems.none()) return {"", problems.take()};
  LemmaTable lemmas = lemma_table(entries, problems);
  if (!problems.none()) return {"", problems.take()};
  PhraseTrie trie = phrase_trie(entries, lemmas);
  renumber(trie, lemmas.finish());
  Result<std::string> image = image_of(entries, lemmas, trie, source_hash(sources));
  if (!image) return {"", {image.error()}};
  return {std::move(*image), {}};
}

}  // namespace rasid
