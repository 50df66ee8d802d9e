// SPDX-License-Identifier: Apache-2.0
// rasid page: the parts of an article.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <memory>

#include "apps/commands.h"
#include "apps/session.h"
#include "export/records_json.h"
#include "export/records_text.h"

namespace rasid {
namespace {

struct PageOptions {
  std::string file, format, date, outlet, lexicon, input = "text";
};

int print_page(const PageOptions& chosen) {
  bool date_ok = true;
  RunOptions options;
  options.date = date_option(chosen.date, date_ok);
  if (!date_ok) return 2;
  options.outlet = chosen.outlet;
  options.json_lines = chosen.input == "jsonl";
  const Result<OpenEngine> engine = OpenEngine::open(chosen.lexicon);
  if (!engine) return say_error(engine.error()), 1;
  Coder coder(engine->engine());
  const Result<Done> done = code_first(coder, chosen.file, options, Stage::page);
  if (!done) return say_error(done.error()), 1;
  const bool terminal = is_terminal(STDOUT_FILENO);
  std::string out;
  if (chosen.format == "jsonl" || (chosen.format.empty() && !terminal)) {
    append_article_json(out, coder.document().article);
  } else {
    append_article_text(out, coder.document().article, {terminal});
  }
  return write_out(out) ? 0 : 1;
}

}  // namespace

void add_page(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<PageOptions>();
  CLI::App* command =
      app.add_subcommand("page", "Print an article's parts: headline, body, date, furniture");
  command->footer("Examples:\n  rasid page page.html\n  rasid page --format jsonl - < page.txt");
  command->add_option("file", options->file, "a text or HTML page; - for standard input")
      ->required();
  command->add_option("--format", options->format, "text (default on a terminal), jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}));
  command->add_option("--input", options->input, "text or jsonl (the first line)")
      ->check(CLI::IsMember({"text", "jsonl"}));
  command->add_option("--date", options->date, "YYYY-MM-DD, where the page does not tell");
  command->add_option("--outlet", options->outlet, "the outlet, where the page does not tell");
  command->add_option("--lexicon", options->lexicon,
                      "another lexicon: an image file, or a folder of .rec files");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return print_page(*options); }; });
}

}  // namespace rasid
