// SPDX-License-Identifier: Apache-2.0
// rasid trace and rasid why: what each stage made of an article, and what made one event.
#include <CLI/CLI.hpp>
#include <memory>

#include "apps/commands.h"
#include "apps/session.h"
#include "record/records.h"

namespace rasid {
namespace {

struct TraceOptions {
  std::string file, after, date, lexicon, event, input = "text";
};

// Reads and codes the file that the options name; the status where that failed, else 0.
template <typename Use>
int with_coded(const TraceOptions& chosen, Stage last, const Use& use,
               std::vector<std::string>* refusals = nullptr) {
  bool date_ok = true;
  RunOptions options;
  options.date = date_option(chosen.date, date_ok);
  if (!date_ok) return 2;
  options.json_lines = chosen.input == "jsonl";
  const Result<OpenEngine> engine = OpenEngine::open(chosen.lexicon);
  if (!engine) return say_error(engine.error()), 1;
  Coder coder(engine->engine());
  coder.keep_refusals(refusals);
  const Result<Done> done = code_first(coder, chosen.file, options, last);
  if (!done) return say_error(done.error()), 1;
  return use(coder);
}

int print_trace(const TraceOptions& chosen) {
  const std::optional<Stage> last = stage_named(chosen.after);
  const Stage end = last.value_or(Stage::record);
  std::vector<std::string> refusals;
  const auto print = [&](const Coder& coder) {
    std::string out;
    for (int i = 0; i <= static_cast<int>(end); ++i) {
      const auto stage = static_cast<Stage>(i);
      if (last && stage != end) continue;
      if (!last) out += "== " + std::string(name_of(stage)) + "\n";
      out += coder.dump(stage);
      if (stage != Stage::event) continue;
      for (const std::string& line : refusals) out += "no event: " + line + "\n";
    }
    return write_out(out) ? 0 : 1;
  };
  return with_coded(chosen, end, print, &refusals);
}

int print_why(const TraceOptions& chosen) {
  return with_coded(chosen, Stage::record, [&](const Coder& coder) {
    const Document& document = coder.document();
    for (uint32_t i = 0; i < document.records.size(); ++i) {
      if (document.records[i].id != chosen.event) continue;
      std::string out;
      for (const std::string& line : why(document, coder.engine().lexicon(), i)) out += line + "\n";
      return write_out(out) ? 0 : 1;
    }
    say_error(chosen.file + ": no event " + chosen.event + "; `rasid code` prints the ids");
    return 1;
  });
}

void common(CLI::App* command, TraceOptions& options) {
  command->add_option("file", options.file, "a text or HTML page; - for standard input")
      ->required();
  command->add_option("--date", options.date, "YYYY-MM-DD, where the page does not tell");
  command->add_option("--input", options.input, "text or jsonl (the first line)")
      ->check(CLI::IsMember({"text", "jsonl"}));
  command->add_option("--lexicon", options.lexicon,
                      "another lexicon: an image file, or a folder of .rec files");
}

}  // namespace

void add_trace(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<TraceOptions>();
  CLI::App* command = app.add_subcommand("trace", "Print what each stage makes of an article");
  command->footer("Examples:\n  rasid trace --after=entity page.txt\n  rasid trace page.txt");
  common(command, *options);
  command
      ->add_option("--after", options->after,
                   "only this stage: page token morph entity time event claim record")
      ->check(
          CLI::IsMember({"page", "token", "morph", "entity", "time", "event", "claim", "record"}));
  command->callback(
      [options, &chosen] { chosen.act = [options] { return print_trace(*options); }; });
}

void add_why(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<TraceOptions>();
  CLI::App* command = app.add_subcommand("why", "Print the rules and entries that made one event");
  command->footer("Example:\n  rasid why --date 2013-11-15 page.txt 5d41402abc4b2a76");
  common(command, *options);
  command->add_option("event", options->event, "the event's id, as `rasid code` prints it")
      ->required();
  command->callback([options, &chosen] { chosen.act = [options] { return print_why(*options); }; });
}

}  // namespace rasid
