// SPDX-License-Identifier: Apache-2.0
#include "apps/session.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>

#include "lexicon/compile.h"

extern "C" {
extern const char rasid_image_begin[];
extern const char rasid_image_end[];
}

namespace rasid {

std::string_view built_in_image() {
  return {rasid_image_begin, static_cast<size_t>(rasid_image_end - rasid_image_begin)};
}

namespace {

bool is_folder(const std::string& path) {
  struct stat info {};
  return ::stat(path.c_str(), &info) == 0 && S_ISDIR(info.st_mode);
}

Result<std::string> compile_folder(const std::string& path) {
  Result<std::vector<SourceFile>> sources = lexicon_sources(path);
  if (!sources) return sources.error();
  Compiled compiled = compile(std::move(*sources));
  if (compiled.errors.empty()) return std::move(compiled.image);
  for (const Error& error : compiled.errors) say_error(error);
  return Error{"lexicon has errors", path, "mend them; `rasid lexicon check` lists them"};
}

}  // namespace

Result<OpenEngine> OpenEngine::open(const std::string& path) {
  OpenEngine out;
  std::string_view image = built_in_image();
  if (!path.empty() && is_folder(path)) {
    Result<std::string> compiled = compile_folder(path);
    if (!compiled) return compiled.error();
    out.compiled_ = std::make_unique<std::string>(std::move(*compiled));
    image = *out.compiled_;
  } else if (!path.empty()) {
    Result<MappedFile> file = MappedFile::open(path);
    if (!file) return file.error();
    out.file_ = std::move(*file);
    image = out.file_->bytes();
  }
  Result<Lexicon> lexicon = Lexicon::open(image, path.empty());
  if (!lexicon)
    return Error{lexicon.error().what, path.empty() ? "built-in lexicon" : path,
                 lexicon.error().mend};
  out.engine_ = std::make_unique<Engine>(std::move(*lexicon));
  return out;
}

void say_error(std::string_view message) {
  std::fprintf(stderr, "rasid: %.*s\n", static_cast<int>(message.size()), message.data());
}

void say_error(const Error& error) { say_error(error.message()); }

bool is_terminal(int descriptor) { return ::isatty(descriptor) == 1; }

bool write_out(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) {
      // A reader that has seen enough (head) is no fault of ours; a full disk is one to tell.
      if (errno != EPIPE) say_error(std::string("standard output: ") + std::strerror(errno));
      return false;
    }
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

Result<Done> code_first(Coder& coder, const std::string& path, const RunOptions& options,
                        Stage last) {
  JsonArticles json;
  std::optional<Error> failed;
  bool first = true;
  const Result<Done> read = read_input(
      path, options.json_lines,
      [&](RawArticle article) {
        if (!first) return;
        first = false;
        const Result<Done> done = code(coder, article, json, options, last);
        if (!done) failed = done.error();
      },
      [&](const Error& error) { failed = error; });
  if (!read) return read.error();
  if (failed) return *failed;
  if (first) return Error{"holds no article", path, ""};
  return Done{};
}

std::optional<Date> date_option(const std::string& text, bool& ok) {
  ok = true;
  if (text.empty()) return std::nullopt;
  const std::optional<Date> date = Date::from(text);
  ok = date.has_value();
  if (!ok) say_error("--date: '" + text + "' is no day; write YYYY-MM-DD, such as 2013-11-15");
  return date;
}

}  // namespace rasid
