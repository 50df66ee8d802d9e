// SPDX-License-Identifier: Apache-2.0
// run: codes many articles on some threads and hands their output out in the order of the input, so
// that one thread or ten give the same bytes.
#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/engine.h"
#include "pipeline/inputs.h"

namespace rasid {

struct RunOptions {
  std::vector<std::string> inputs;  // files, or "-"
  bool json_lines = false;          // also files that do not end in .jsonl or .ndjson
  std::optional<Date> date;         // --date: for articles that give none of their own
  std::string outlet;
  unsigned threads = 1;
  StageTimes* times = nullptr;  // for benches; with one thread only
};

struct RunTotals {
  uint64_t articles = 0, events = 0, tokens = 0, bytes = 0;
  uint64_t failed = 0;  // inputs and articles that could not be read
  Repairs repairs;      // summed
  uint64_t repaired_articles = 0;
  bool stopped = false;  // write() said no: the output is gone (a closed pipe, a full disk)
};

struct RunHandlers {
  // Appends what is to be printed of one coded document.
  std::function<void(const Coder&, std::string&)> print;
  // Writes printed bytes, in order; false ends the run.
  std::function<bool(std::string_view)> write;
  // A failed input or article.
  std::function<void(const Error&)> fail;
  // Now and then, for a progress line.
  std::function<void(const RunTotals&)> progress;
};

RunTotals run(const Engine& engine, const RunOptions& options, const RunHandlers& handlers);

// Reads one article into the coder's document and runs the stages to `last`. Offsets and lines of a
// piece are moved to where it stands in the whole.
Result<Done> code(Coder& coder, RawArticle& article, JsonArticles& json, const RunOptions& options,
                  Stage last = Stage::record);

}  // namespace rasid
