// SPDX-License-Identifier: Apache-2.0
// rasid join: articles in; one line a report out, with the event that it tells of. Without a store:
// all is kept in memory. eval/clusters.py measures it.
#include <CLI/CLI.hpp>
#include <fstream>
#include <memory>
#include <unordered_map>

#include "apps/commands.h"
#include "apps/session.h"
#include "export/json.h"
#include "join/joiner.h"
#include "join/likeness.h"
#include "join/weights.h"

namespace rasid {
namespace {

struct JoinOptions {
  std::vector<std::string> files;
  std::string input = "text", lexicon, compare;
};

struct Told {  // what is printed of a report
  ReportId id = 0;
  std::string article, outlet, event, mode, status, trigger;
  uint32_t line = 0, start = 0;
  std::string published;
};

struct Gathered {
  std::vector<Told> told;
  std::vector<Report> reports;
};

void gather(const Coder& coder, Gathered& gathered) {
  const Document& document = coder.document();
  std::vector<Report> reports = reports_of(document, coder.engine().lexicon());
  for (size_t i = 0; i < reports.size(); ++i) {
    const Record& record = document.records[i];
    const Article& article = document.article;
    gathered.told.push_back({reports[i].id, article.url.empty() ? article.id : article.url,
                             article.outlet, record.event, record.mode, record.status,
                             record.trigger.text, record.line, record.trigger.start,
                             article.published ? article.published->iso() : ""});
    gathered.reports.push_back(std::move(reports[i]));
  }
}

void print(const Told& told, EventId event, std::string& out) {
  Json json(out);
  json.begin().field("event_id", hex_of(event)).field("id", hex_of(told.id));
  json.field("article", told.article).field("outlet", told.outlet);
  json.field("published", told.published).field("line", int64_t{told.line});
  json.field("event", told.event).field("mode", told.mode).field("status", told.status);
  json.field("trigger", told.trigger).field("start", int64_t{told.start}).end();
  out += '\n';
}

// For each line "id id" of the file, the likeness of the two reports and what it is made of.
std::string compared(const std::string& path, const std::vector<Report>& reports) {
  std::unordered_map<ReportId, const Report*> by_id;
  for (const Report& report : reports) by_id.emplace(report.id, &report);
  std::ifstream pairs(path);
  std::string first, second, out;
  while (pairs >> first >> second) {
    const auto a = by_id.find(report_id(first)), b = by_id.find(report_id(second));
    if (a == by_id.end() || b == by_id.end()) continue;
    const Profile one = profile_of(*a->second), other = profile_of(*b->second);
    const Features features = features_of(one, other);
    Json json(out);
    json.begin().field("a", first).field("b", second);
    json.field("class", name_of_class(one.family)).flag("never", features.never);
    json.key("likeness").number(likeness(one, other, kNever)).key("features").begin();
    for (size_t i = 0; i < kFeatures; ++i) {
      if (features.value[i] != 0)
        json.key(name_of(static_cast<Feature>(i))).number(features.value[i]);
    }
    json.end().end();
    out += '\n';
  }
  return out;
}

int join_files(const JoinOptions& chosen) {
  const Result<OpenEngine> engine = OpenEngine::open(chosen.lexicon);
  if (!engine) return say_error(engine.error()), 1;
  RunOptions options;
  options.inputs = chosen.files;
  options.json_lines = chosen.input == "jsonl";
  Gathered gathered;
  RunHandlers handlers;
  handlers.print = [&](const Coder& coder, std::string&) { gather(coder, gathered); };
  handlers.write = [](std::string_view) { return true; };
  handlers.fail = [](const Error& error) { say_error(error); };
  const RunTotals totals = run(engine->engine(), options, handlers);
  if (!chosen.compare.empty())
    return write_out(compared(chosen.compare, gathered.reports)) && totals.failed == 0 ? 0 : 1;
  MemoryShelf shelf;
  const Outcome outcome = join(gathered.reports, shelf);
  shelf.apply(gathered.reports, {}, outcome);
  std::string out;
  for (const Told& told : gathered.told) print(told, shelf.event_of(told.id), out);
  if (!write_out(out)) return 1;
  return totals.failed != 0 || totals.stopped ? 1 : 0;
}

}  // namespace

void add_join(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<JoinOptions>();
  CLI::App* command =
      app.add_subcommand("join", "Join what many articles tell: one line a report, with its event");
  command->footer(
      "Example:\n"
      "  zcat day.jsonl.gz | rasid join --input jsonl - > joined.jsonl\n"
      "Nothing is kept; `rasid add` keeps articles and their events in a store.");
  command
      ->add_option("files", options->files, "texts, HTML pages or JSON lines; - for standard input")
      ->required();
  command
      ->add_option("--input", options->input,
                   "what the files hold: text (or HTML), jsonl (an article a line)")
      ->check(CLI::IsMember({"text", "jsonl"}));
  command->add_option("--compare", options->compare,
                      "a file with two report ids a line: print why they are or are not one deed");
  command->add_option("--lexicon", options->lexicon,
                      "another lexicon: an image file, or a folder of .rec files");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return join_files(*options); }; });
}

}  // namespace rasid
