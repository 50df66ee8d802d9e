// SPDX-License-Identifier: Apache-2.0
// rasid recode: the record's articles coded anew with this lexicon; --dry-run only tells the
// difference that it makes.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <map>
#include <memory>

#include "apps/commands.h"
#include "apps/store_session.h"
#include "ingest/recode.h"

namespace rasid {
namespace {

struct RecodeCommand {
  std::string store, format, lexicon;
  bool dry_run = false;
};

std::string one_line(const Rows& rows, const Record& record) {
  return category_text(record) + " " + record.status + " " + sides_text(rows, record) +
         (record.date.empty() ? "" : " " + record.date) + " " + rows.shown(record.trigger.text);
}

int recode_store(const RecodeCommand& chosen) {
  const Result<OpenEngine> engine = OpenEngine::open(chosen.lexicon);
  if (!engine) return say_error(engine.error()), 1;
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  Rows rows(chosen.format, {"article", "#line", "change", "before", "now"});
  RecodeHandlers handlers;
  handlers.difference = [&](const Difference& difference) {
    const Record& shown = difference.now ? *difference.now : *difference.before;
    rows.add({difference.article, std::to_string(shown.line), difference.what,
              difference.before ? one_line(rows, *difference.before) : "",
              difference.now ? one_line(rows, *difference.now) : ""});
  };
  const Result<RecodeTotals> totals =
      recode_articles(engine->engine(), *store, chosen.dry_run, handlers);
  const int status = rows.finish();
  if (!totals) return say_error(totals.error()), 1;
  std::fprintf(stderr,
               "rasid: %llu articles, %llu differ; reports: %llu the same, %llu changed, %llu new, "
               "%llu gone%s\n",
               static_cast<unsigned long long>(totals->articles),
               static_cast<unsigned long long>(totals->differ),
               static_cast<unsigned long long>(totals->same),
               static_cast<unsigned long long>(totals->changed),
               static_cast<unsigned long long>(totals->fresh),
               static_cast<unsigned long long>(totals->gone),
               chosen.dry_run ? " (nothing was changed)" : "");
  return status;
}

}  // namespace

void add_recode(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<RecodeCommand>();
  CLI::App* command =
      app.add_subcommand("recode", "Code the record's articles anew with another lexicon");
  command->footer(
      "Examples:\n"
      "  rasid recode --dry-run --lexicon lexicon/ --format text\n"
      "  rasid recode");
  add_store_option(*command, options->store);
  add_format_option(*command, options->format);
  command->add_option("--lexicon", options->lexicon,
                      "an image or a folder (default: the built-in one)");
  command->add_flag("--dry-run", options->dry_run, "only tell the difference it makes");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return recode_store(*options); }; });
}

}  // namespace rasid
