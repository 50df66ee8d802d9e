// SPDX-License-Identifier: Apache-2.0
// rasid lexicon: check, test, expand, why, build, dump, fmt, cover.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "apps/commands.h"
#include "apps/session.h"
#include "lexicon/compile.h"
#include "lexicon/cover.h"
#include "lexicon/dump.h"
#include "lexicon/examples.h"
#include "lexicon/format.h"
#include "pipeline/check_examples.h"
#include "record/records.h"

namespace rasid {
namespace {

struct LexiconOptions {
  std::string folder = "lexicon", output, id, sentence, lexicon, date;
  std::vector<std::string> files;
  bool check_only = false;
};

int print_errors(const std::vector<Error>& errors, const std::string& folder) {
  for (const Error& error : errors) say_error({error.what, folder + "/" + error.where, error.mend});
  return errors.empty() ? 0 : 1;
}

// The folder's sources compiled; nothing where they can't be, the reasons told.
std::unique_ptr<std::string> compiled_folder(const std::string& folder) {
  Result<std::vector<SourceFile>> sources = lexicon_sources(folder);
  if (!sources) return say_error(sources.error()), nullptr;
  Compiled compiled = compile(std::move(*sources));
  if (print_errors(compiled.errors, folder) != 0) return nullptr;
  return std::make_unique<std::string>(std::move(compiled.image));
}

int check(const LexiconOptions& options) {
  const auto image = compiled_folder(options.folder);
  if (!image) return 1;
  Result<Lexicon> lexicon = Lexicon::open(*image);
  if (!lexicon) return say_error(lexicon.error()), 1;
  const Engine engine(std::move(*lexicon));
  if (print_errors(engine.problems(), options.folder) != 0) return 1;
  write_out("lexicon: " + std::to_string(engine.lexicon().entry_count()) + " entries, no faults\n");
  return 0;
}

std::string failure_text(const ExampleFailure& failure, const std::string& folder) {
  static constexpr const char* kKinds[] = {"yes", "no", "todo"};
  const Example& example = failure.example;
  return folder + "/" + example.file + ":" + std::to_string(example.line) + ": " + example.entry +
         ": " + kKinds[static_cast<size_t>(example.kind)] + ": " + failure.what + "\n  " +
         example.sentence + "\n";
}

// Runs the examples from the sources and from the built-in image (or --lexicon); both must agree.
int test(const LexiconOptions& options) {
  const auto image = compiled_folder(options.folder);
  if (!image) return 1;
  Result<Lexicon> lexicon = Lexicon::open(*image);
  if (!lexicon) return say_error(lexicon.error()), 1;
  Result<std::vector<SourceFile>> sources = lexicon_sources(options.folder);
  if (!sources) return say_error(sources.error()), 1;
  const std::vector<Example> from_sources = examples(std::move(*sources));
  const Engine engine(std::move(*lexicon));
  if (examples(engine.lexicon()) != from_sources) {
    say_error("the sources and their image hold different examples");
    return 1;
  }
  const ExampleReport report = check_examples(engine, from_sources, options.id);
  std::string out;
  for (const ExampleFailure& failure : report.failures)
    out += failure_text(failure, options.folder);
  for (const Example& example : report.passing_todos) {
    out += failure_text({example, "passes now: make it a yes"}, options.folder);
  }
  const size_t todos = static_cast<size_t>(
      std::count_if(from_sources.begin(), from_sources.end(), [&](const Example& example) {
        return example.kind == ExampleKind::todo &&
               (options.id.empty() || example.entry == options.id);
      }));
  out += std::to_string(todos) + " known gaps (todo)\n";
  out += "examples: " + std::to_string(report.run - todos - report.failures.size()) + " passed, " +
         std::to_string(report.failures.size()) + " failed\n";
  if (!options.id.empty() && report.run == 0) say_error(options.id + ": no examples");
  return write_out(out) && report.failures.empty() && (options.id.empty() || report.run != 0) ? 0
                                                                                              : 1;
}

int explain(const LexiconOptions& options) {
  bool date_ok = true;
  const std::optional<Date> date = date_option(options.date, date_ok);
  if (!date_ok) return 2;
  const Result<OpenEngine> engine = OpenEngine::open(options.lexicon);
  if (!engine) return say_error(engine.error()), 1;
  Coder coder(engine->engine());
  std::vector<std::string> refusals;
  coder.keep_refusals(&refusals);
  RawArticle article;
  article.name = article.id = "sentence";
  article.bytes = options.sentence;
  article.kind = InputKind::text;
  JsonArticles json;
  RunOptions run_options;
  run_options.date = date;
  const Result<Done> done = code(coder, article, json, run_options);
  if (!done) return say_error(done.error()), 1;
  std::string out = coder.dump(Stage::morph) + coder.dump(Stage::entity) + coder.dump(Stage::event);
  for (const std::string& line : refusals) out += "no event: " + line + "\n";
  for (uint32_t i = 0; i < coder.document().records.size(); ++i) {
    for (const std::string& line : why(coder.document(), engine->engine().lexicon(), i))
      out += line + "\n";
  }
  return write_out(out) ? 0 : 1;
}

int build(const LexiconOptions& options) {
  const auto image = compiled_folder(options.folder);
  if (!image) return 1;
  const Result<Done> written = write_file(options.output, *image);
  if (!written) return say_error(written.error()), 1;
  return 0;
}

int with_lexicon(const LexiconOptions& options, const std::function<int(const Lexicon&)>& use) {
  const Result<OpenEngine> engine = OpenEngine::open(options.lexicon);
  if (!engine) return say_error(engine.error()), 1;
  return use(engine->engine().lexicon());
}

int format_files(const LexiconOptions& options) {
  int status = 0;
  for (const std::string& path : options.files) {
    const Result<std::string> text = read_file(path);
    if (!text) {
      say_error(text.error());
      status = 1;
      continue;
    }
    const Result<std::string> canonical = formatted(*text, path);
    if (!canonical) {
      say_error(canonical.error());
      status = 1;
      continue;
    }
    if (*canonical == *text) continue;
    if (options.check_only) {
      say_error(path + ": not in canonical form; run `rasid lexicon fmt`");
      status = 1;
      continue;
    }
    const Result<Done> written = write_file(path, *canonical);
    if (!written) {
      say_error(written.error());
      status = 1;
    }
  }
  return status;
}

using Options = std::shared_ptr<LexiconOptions>;

CLI::App* add(CLI::App* lexicon, const char* name, const char* what, const Options& options,
              Chosen& chosen, int (*act)(const LexiconOptions&)) {
  CLI::App* command = lexicon->add_subcommand(name, what);
  command->callback(
      [options, &chosen, act] { chosen.act = [options, act] { return act(*options); }; });
  return command;
}

void add_folder(CLI::App* command, const Options& options) {
  command->add_option("--folder", options->folder, "the folder of .rec files (default: lexicon)");
}

void add_image(CLI::App* command, const Options& options) {
  command->add_option("--lexicon", options->lexicon,
                      "an image or folder instead of the built-in lexicon");
}

}  // namespace

void add_lexicon(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<LexiconOptions>();
  CLI::App* lexicon = app.add_subcommand("lexicon", "Check, test and look into the word knowledge");
  lexicon->footer(
      "Examples:\n  rasid lexicon check\n  rasid lexicon test consult.visit.zara\n"
      "  rasid lexicon build lexicon /tmp/my.image && rasid code --lexicon /tmp/my.image page.txt");
  lexicon->require_subcommand(1);
  add_folder(add(lexicon, "check", "all faults of the sources, as file:line: what, how to mend",
                 options, chosen, check),
             options);
  CLI::App* command =
      add(lexicon, "test", "run the examples of all entries, or of one", options, chosen, test);
  add_folder(command, options);
  command->add_option("id", options->id, "an entry's id");
  command = add(lexicon, "expand", "all written forms of a lemma, or of an entry's lemmas", options,
                chosen, [](const LexiconOptions& chosen_options) {
                  return with_lexicon(chosen_options, [&](const Lexicon& words) {
                    const Result<std::string> out = expanded(words, chosen_options.id);
                    if (!out) return say_error(out.error()), 1;
                    return write_out(*out) ? 0 : 1;
                  });
                });
  command->add_option("id", options->id, "an entry's id, or a lemma in Arabic")->required();
  add_image(command, options);
  command = add(lexicon, "why", "how a sentence is analysed, and what made its events", options,
                chosen, explain);
  command->add_option("sentence", options->sentence, "a sentence")->required();
  command->add_option("--date", options->date, "YYYY-MM-DD");
  add_image(command, options);
  command = add(lexicon, "build", "compile a folder into an image file", options, chosen, build);
  command->add_option("folder", options->folder, "the folder of .rec files")->required();
  command->add_option("image", options->output, "the image to write")->required();
  command = add(lexicon, "dump", "the image's entries, lemmas and sizes as text", options, chosen,
                [](const LexiconOptions& chosen_options) {
                  return with_lexicon(chosen_options, [](const Lexicon& words) {
                    return write_out(dump(words)) ? 0 : 1;
                  });
                });
  add_image(command, options);
  command =
      add(lexicon, "fmt", "rewrite .rec files in canonical form", options, chosen, format_files);
  command->add_option("files", options->files, ".rec files")->required();
  command->add_flag("--check", options->check_only, "only say which files differ");
  command =
      add(lexicon, "cover", "counts of entries, distinct examples, unverified facts and todos",
          options, chosen, [](const LexiconOptions& chosen_options) {
            return with_lexicon(chosen_options, [](const Lexicon& words) {
              return write_out(dump(words, coverage(words))) ? 0 : 1;
            });
          });
  add_image(command, options);
}

}  // namespace rasid
