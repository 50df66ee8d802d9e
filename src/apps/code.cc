// SPDX-License-Identifier: Apache-2.0
// rasid code: articles in, events out.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "apps/commands.h"
#include "apps/session.h"
#include "export/records_csv.h"
#include "export/records_json.h"
#include "export/records_text.h"

namespace rasid {
namespace {

struct CodeOptions {
  std::vector<std::string> files;
  std::string format, input = "text", date, outlet, lexicon;
  unsigned threads = 1;
  bool progress = false;
};

using Print = std::function<void(const Coder&, std::string&)>;

Print printer(const std::string& format, bool colour) {
  if (format == "jsonl") {
    return [](const Coder& coder, std::string& out) {
      for (const Record& record : coder.document().records) append_json(out, record);
    };
  }
  if (format == "plover") {
    return [](const Coder& coder, std::string& out) {
      for (const Record& record : coder.document().records) append_plover(out, record);
    };
  }
  if (format == "csv") {
    return [](const Coder& coder, std::string& out) {
      for (const Record& record : coder.document().records) append_csv(out, record);
    };
  }
  return [colour](const Coder& coder, std::string& out) {
    append_text(out, coder.document(), {colour});
  };
}

void show_progress(const RunTotals& totals) {
  std::fprintf(stderr, "\r%llu articles, %llu events, %llu failed ",
               static_cast<unsigned long long>(totals.articles),
               static_cast<unsigned long long>(totals.events),
               static_cast<unsigned long long>(totals.failed));
}

// What was repaired, so that nothing is mended in silence.
void tell_repairs(const RunTotals& totals) {
  const auto tell = [&](uint32_t count, const char* what) {
    if (count != 0) say_error("repaired: " + std::to_string(count) + " " + what);
  };
  tell(totals.repairs.broken_utf8, "broken UTF-8 sequences replaced by U+FFFD");
  tell(totals.repairs.null_bytes, "NUL bytes taken out");
  tell(totals.repairs.long_lines, "over-long lines cut");
}

int code_files(const CodeOptions& chosen) {
  bool date_ok = true;
  RunOptions options;
  options.date = date_option(chosen.date, date_ok);
  if (!date_ok) return 2;
  const Result<OpenEngine> engine = OpenEngine::open(chosen.lexicon);
  if (!engine) return say_error(engine.error()), 1;
  options.inputs = chosen.files;
  options.json_lines = chosen.input == "jsonl";
  options.outlet = chosen.outlet;
  options.threads = chosen.threads;
  const bool terminal = is_terminal(STDOUT_FILENO);
  const std::string format = !chosen.format.empty() ? chosen.format : terminal ? "text" : "jsonl";
  RunHandlers handlers;
  handlers.print = printer(format, terminal);
  handlers.write = write_out;
  handlers.fail = [](const Error& error) { say_error(error); };
  if (chosen.progress && is_terminal(STDERR_FILENO)) handlers.progress = show_progress;
  if (format == "csv" && !write_out(csv_header())) return 1;
  const RunTotals totals = run(engine->engine(), options, handlers);
  if (handlers.progress) std::fputc('\n', stderr);
  tell_repairs(totals);
  return totals.failed != 0 || totals.stopped ? 1 : 0;
}

}  // namespace

void add_code(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<CodeOptions>();
  CLI::App* command = app.add_subcommand("code", "Code articles: print the events they tell");
  command->footer(
      "Examples:\n"
      "  rasid code page.txt                           events for reading, on a terminal\n"
      "  rasid code --date 2013-11-15 page.txt         with the day it was published, for relative "
      "dates\n"
      "  rasid code --format csv *.html > events.csv   for a spreadsheet or R\n"
      "  zcat day.jsonl.gz | rasid code --input jsonl --threads 2 - > events.jsonl\n"
      "Exit: 0 all read; 1 some inputs failed, each named on stderr, the rest coded; 2 wrong "
      "usage.");
  command
      ->add_option("files", options->files, "texts, HTML pages or JSON lines; - for standard input")
      ->required();
  command
      ->add_option("--format", options->format,
                   "text (default on a terminal), jsonl (default elsewhere), plover, csv")
      ->check(CLI::IsMember({"text", "jsonl", "plover", "csv"}));
  command
      ->add_option(
          "--input", options->input,
          "what the files hold: text (or HTML), jsonl (an article a line; files named .jsonl "
          "anyhow)")
      ->check(CLI::IsMember({"text", "jsonl"}));
  command->add_option("--date", options->date,
                      "YYYY-MM-DD: the day of articles that do not tell theirs");
  command->add_option("--outlet", options->outlet,
                      "the outlet of articles that do not tell theirs");
  command
      ->add_option("--threads", options->threads,
                   "threads; the output is the same whatever their number")
      ->check(CLI::Range(1, 256));
  command->add_option("--lexicon", options->lexicon,
                      "another lexicon: an image file, or a folder of .rec files");
  command->add_flag("--progress", options->progress,
                    "count on stderr while running (on a terminal only)");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return code_files(*options); }; });
}

}  // namespace rasid
