// SPDX-License-Identifier: Apache-2.0
// Session: what the commands share: the lexicon they run on, messages, and the terminal.
#pragma once
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/file.h"
#include "pipeline/engine.h"
#include "pipeline/run.h"

namespace rasid {

// The image built into the binary.
std::string_view built_in_image();

// An engine over the built-in lexicon, or over the image file or lexicon folder at `path`. Keeps
// the bytes it maps.
class OpenEngine {
 public:
  static Result<OpenEngine> open(const std::string& path);
  const Engine& engine() const { return *engine_; }

 private:
  std::optional<MappedFile> file_;
  std::unique_ptr<std::string> compiled_;  // for a folder: the image made of it
  std::unique_ptr<Engine> engine_;
};

void say_error(std::string_view message);  // "rasid: message" on stderr
void say_error(const Error& error);
bool is_terminal(int descriptor);

// Writes all of it to standard output; false (told once on stderr, unless a reader closed the pipe)
// where it can't.
bool write_out(std::string_view bytes);

// The first article of FILE, read and coded up to `last`.
Result<Done> code_first(Coder& coder, const std::string& path, const RunOptions& options,
                        Stage last);

// A --date value; prints and answers nullopt where it is no date.
std::optional<Date> date_option(const std::string& text, bool& ok);

}  // namespace rasid
