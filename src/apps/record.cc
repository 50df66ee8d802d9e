// SPDX-License-Identifier: Apache-2.0
// rasid add, search, events: the record filled and asked.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <chrono>
#include <cstdio>
#include <memory>

#include "apps/commands.h"
#include "apps/store_session.h"
#include "ingest/add.h"

namespace rasid {
namespace {

struct AddCommand {
  AddOptions options;
  std::string store, input = "text", date, lexicon;
  bool progress = false;
};

int add_files(AddCommand& chosen) {
  bool date_ok = true;
  chosen.options.date = date_option(chosen.date, date_ok);
  if (!date_ok) return 2;
  const Result<OpenEngine> engine = OpenEngine::open(chosen.lexicon);
  if (!engine) return say_error(engine.error()), 1;
  const std::unique_ptr<Store> store = open_store(chosen.store, true);
  if (!store) return 1;
  chosen.options.sources.json_lines = chosen.input == "jsonl";
  const auto start = std::chrono::steady_clock::now();
  AddHandlers handlers;
  handlers.fail = [](const Error& error) { say_error(error); };
  if (chosen.progress || is_terminal(STDERR_FILENO)) {
    handlers.progress = [](const AddTotals& totals) {
      std::fprintf(stderr, "\r%llu articles, %llu reports, %llu events ",
                   static_cast<unsigned long long>(totals.added.articles),
                   static_cast<unsigned long long>(totals.added.reports),
                   static_cast<unsigned long long>(totals.added.events_created));
    };
  }
  const AddTotals totals = add_articles(engine->engine(), *store, chosen.options, handlers);
  if (handlers.progress) std::fputc('\n', stderr);
  const double seconds =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
  const Added& added = totals.added;
  std::fprintf(stderr,
               "rasid: added %llu articles (%llu new versions, %llu near copies) with %llu reports "
               "in %.1f s; known already: %llu; deleted and kept out: %llu; failed: %llu\n",
               static_cast<unsigned long long>(added.articles + added.versions),
               static_cast<unsigned long long>(added.versions),
               static_cast<unsigned long long>(added.near_copies),
               static_cast<unsigned long long>(added.reports), seconds,
               static_cast<unsigned long long>(added.known + totals.passed_over),
               static_cast<unsigned long long>(added.deleted),
               static_cast<unsigned long long>(totals.failed));
  if (totals.stopped) return say_error(*totals.stopped), 1;
  return totals.failed != 0 ? 1 : 0;
}

struct SearchCommand {
  std::string store, format, words, since, until, lexicon;
  SearchFilter filter;
  bool exact = false;
};

std::string marked(const SearchHit& hit) {
  std::string out;
  uint32_t at = 0;
  for (const Span span : hit.found) {
    out += slice(hit.line, {at, span.begin});
    out += "[" + std::string(slice(hit.line, span)) + "]";
    at = span.end;
  }
  return out + hit.line.substr(std::min<size_t>(at, hit.line.size()));
}

int search_store(SearchCommand& chosen) {
  bool ok = true, also = true;
  const std::optional<Date> since = date_option(chosen.since, ok);
  const std::optional<Date> until = date_option(chosen.until, also);
  if (!ok || !also) return 2;
  if (since) chosen.filter.since = static_cast<int32_t>(since->days());
  if (until) chosen.filter.until = static_cast<int32_t>(until->days());
  const Result<OpenEngine> engine = OpenEngine::open(chosen.lexicon);
  if (!engine) return say_error(engine.error()), 1;
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  Coder coder(engine->engine());
  const SearchQuery query = query_of(coder, chosen.words, chosen.exact);
  if (query.expression().empty()) return say_error("no word to search for"), 2;
  const Result<std::vector<SearchHit>> hits = store->search(query, chosen.filter);
  if (!hits) return say_error(hits.error()), 1;
  Rows rows(chosen.format, {"published", "outlet", "article", "url", "headline", "found"});
  for (const SearchHit& hit : *hits) {
    const std::string line = marked(hit);
    if (rows.text()) {
      rows.add({day_text(hit.published), hit.outlet, rows.shown(hit.headline), "", "", ""});
      rows.add({"    " + rows.shown(line), "", "", "", "", ""});
      rows.add({"    " + (hit.url.empty() ? hit.article : hit.url), "", "", "", "", ""});
    } else {
      rows.add({day_text(hit.published), hit.outlet, hit.article, hit.url, hit.headline, line});
    }
  }
  return rows.finish();
}

struct EventsCommand {
  std::string store, format, lexicon;
  FilterOptions filter;
};

std::string days_text(const EventRow& row) {
  if (row.first == kNoDay) return "";
  return day_text(row.first) + (row.last != row.first ? ".." + day_text(row.last) : "");
}

std::string status_text(const EventRow& row) {
  std::string out(name_of(row.status));
  if (row.disputed) out += ", disputed";
  if (row.postponed) out += ", postponed";
  if (row.silent) out += ", silent";
  return out;
}

void print_events(const std::vector<EventRow>& events, Rows& rows) {
  for (const EventRow& row : events) {
    const Record& record = row.record;
    const std::string category = category_text(record), place = place_text(record);
    if (rows.text()) {
      const std::string days = days_text(row);
      rows.add({days.empty() ? "told " + day_text(row.told) : days, category, status_text(row),
                sides_text(rows, record), place.empty() ? "" : "in " + rows.shown(place)});
      rows.add({"    " + rows.shown(row.line), "", "", "", ""});
      rows.add({"    " + row.id, std::to_string(row.reports) + " reports",
                std::to_string(row.outlets) + " outlets", row.outlet, row.url});
      continue;
    }
    rows.add({row.id, days_text(row), day_text(row.told), category, status_text(row),
              actors_text(rows, record.actor), actors_text(rows, record.recipient), place,
              record.trigger.text, std::to_string(row.reports), std::to_string(row.outlets),
              std::to_string(row.origins), row.outlet, row.url, row.line});
  }
}

int list_events(const EventsCommand& chosen) {
  std::optional<OpenEngine> engine;
  std::unique_ptr<Coder> coder;
  if (!chosen.filter.text.empty()) {
    Result<OpenEngine> opened = OpenEngine::open(chosen.lexicon);
    if (!opened) return say_error(opened.error()), 1;
    engine = std::move(*opened);
    coder = std::make_unique<Coder>(engine->engine());
  }
  const std::optional<EventFilter> filter = filter_of(chosen.filter, coder.get());
  if (!filter) return 2;
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  if (!check_filter(*store, *filter, chosen.lexicon)) return 2;
  const Result<std::vector<EventRow>> events = store->events(*filter);
  if (!events) return say_error(events.error()), 1;
  Rows rows(chosen.format,
            {"id", "date", "told", "event", "status", "actor", "recipient", "place", "trigger",
             "#reports", "#outlets", "#sources", "outlet", "url", "line"});
  print_events(*events, rows);
  return rows.finish();
}

}  // namespace

void add_add(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<AddCommand>();
  CLI::App* command = app.add_subcommand("add", "Code articles and add them to the record");
  command->footer(
      "Files and folders: texts, HTML pages, JSON lines (also SaudiNewsNet's), ANT's tagged text; "
      "each may end in .gz.\n"
      "Run again after an interruption, it goes on where it was: known articles are passed over.\n"
      "Examples:\n"
      "  rasid add --store record.rasid 2015-08-*.jsonl.gz\n"
      "  zcat day.jsonl.gz | rasid add --input jsonl -");
  command->add_option("files", options->options.sources.inputs, "files, folders; - for stdin")
      ->required();
  add_store_option(*command, options->store);
  command->add_option("--input", options->input, "what - and unnamed kinds hold: text, jsonl")
      ->check(CLI::IsMember({"text", "jsonl"}));
  command->add_option("--date", options->date, "YYYY-MM-DD: the day of articles that do not tell");
  command->add_option("--outlet", options->options.outlet, "of articles that do not tell theirs");
  command->add_option("--threads", options->options.threads, "threads that code (1)")
      ->check(CLI::Range(1, 256));
  command->add_option("--batch", options->options.batch, "articles a transaction (2048)")
      ->check(CLI::Range(1, 100000));
  command->add_option("--lexicon", options->lexicon, "another lexicon: an image or a folder");
  command->add_flag("--progress", options->progress, "count on stderr (always on a terminal)");
  command->callback([options, &chosen] { chosen.act = [options] { return add_files(*options); }; });
}

void add_search(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<SearchCommand>();
  CLI::App* command = app.add_subcommand("search", "Search the articles of the record");
  command->footer(
      "All words must occur, clitics and spelling aside; \"words in a row\" in quotation marks; "
      "-word must not; begin* by its beginning.\n"
      "Examples:\n"
      "  rasid search 'WORD WORD' --since 2015-08-01\n"
      "  rasid search '\"WORDS IN A ROW\" -WORD' --outlet alriyadh --format text");
  command->add_option("words", options->words, "the words")->required();
  add_store_option(*command, options->store);
  add_format_option(*command, options->format);
  command->add_flag("--exact", options->exact, "only as written");
  command->add_option("--outlet", options->filter.outlet, "the outlet's name");
  command->add_option("--since", options->since, "YYYY-MM-DD: published on or after");
  command->add_option("--until", options->until, "YYYY-MM-DD: published on or before");
  command->add_option("--limit", options->filter.limit, "how many at most (20)");
  command->add_option("--lexicon", options->lexicon, "another lexicon: an image or a folder");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return search_store(*options); }; });
}

void add_events(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<EventsCommand>();
  CLI::App* command = app.add_subcommand("events", "List events of the record");
  command->footer(
      "Examples:\n"
      "  rasid events --actor SAU --since 2015-08-01 --status planned\n"
      "  rasid events --dyad SAU-RUS --category CONSULT --format csv\n"
      "  rasid events --actor person.adel_aljubeir --known-at 2015-08-10");
  add_store_option(*command, options->store);
  add_format_option(*command, options->format);
  add_filter_options(*command, options->filter);
  command->add_option("--lexicon", options->lexicon, "for --text: another lexicon");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return list_events(*options); }; });
}

}  // namespace rasid
