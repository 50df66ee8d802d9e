// SPDX-License-Identifier: Apache-2.0
// rasid stats, dyads, backup, restore, doctor: the record counted and cared for.
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>

#include "apps/commands.h"
#include "apps/store_session.h"

namespace rasid {
namespace {

struct CareCommand {
  std::string store, format, path;
  FilterOptions filter;
};

int show_stats(const CareCommand& chosen) {
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  const Result<StoreStats> stats = store->stats();
  if (!stats) return say_error(stats.error()), 1;
  Rows rows(chosen.format, {"what", "of", "#count"});
  const auto count = [&](const std::string& what, uint64_t number, const std::string& of = "") {
    rows.add({what, of, std::to_string(number)});
  };
  count("articles", stats->articles);
  count("older versions", stats->versions);
  count("deleted articles", stats->deleted);
  count("near copies", stats->near_copies);
  count("reports", stats->reports);
  count("events", stats->events);
  count("events with several reports", stats->joined_events);
  count("corrections", stats->corrections);
  count("ties", stats->ties);
  count("bytes", stats->file_bytes);
  rows.add({"first day", day_text(stats->first_day), ""});
  rows.add({"last day", day_text(stats->last_day), ""});
  for (const auto& [name, number] : stats->lexicons) count("articles coded with", number, name);
  for (const auto& [name, number] : stats->statuses) count("events", number, name);
  for (const auto& [name, number] : stats->categories) count("events of", number, name);
  for (const auto& [name, number] : stats->by_outlet) count("events told by", number, name);
  return rows.finish();
}

int show_dyads(const CareCommand& chosen) {
  const std::optional<EventFilter> filter = filter_of(chosen.filter, nullptr);
  if (!filter) return 2;
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  if (!check_filter(*store, *filter, "")) return 2;
  const Result<std::vector<DyadRow>> dyads = store->dyads(*filter);
  if (!dyads) return say_error(dyads.error()), 1;
  Rows rows(chosen.format, {"from", "to", "#events", "#held", "#planned", "#possible", "#negated"});
  for (const DyadRow& row : *dyads) {
    const auto cell = [&](const char* name, uint64_t number) {
      return (rows.text() ? std::string(name) + " " : "") + std::to_string(number);
    };
    rows.add({row.from, row.to, cell("events", row.events), cell("held", row.held),
              cell("planned", row.planned), cell("possible", row.possible),
              cell("negated", row.negated)});
  }
  return rows.finish();
}

int examine(const CareCommand& chosen) {
  const std::string path = store_path(chosen.store);
  const Result<std::vector<std::string>> faults = Store::doctor(path);
  if (!faults) return say_error(faults.error()), 1;
  for (const std::string& fault : *faults) say_error(path + ": " + fault);
  if (!faults->empty()) {
    say_error("restore a backup, or add the articles to a new store");
    return 1;
  }
  return write_out(path + ": sound\n") ? 0 : 1;
}

}  // namespace

void add_counts(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<CareCommand>();
  CLI::App* stats = app.add_subcommand("stats", "Count what the record holds");
  stats->footer("Example:\n  rasid stats --format text");
  add_store_option(*stats, options->store);
  add_format_option(*stats, options->format);
  stats->callback([options, &chosen] { chosen.act = [options] { return show_stats(*options); }; });

  auto other = std::make_shared<CareCommand>();
  CLI::App* dyads = app.add_subcommand("dyads", "Who deals with whom, and how often");
  dyads->footer(
      "Examples:\n"
      "  rasid dyads --since 2015-08-01 --until 2015-08-31\n"
      "  rasid dyads --actor SAU --category CONSULT --format csv");
  add_store_option(*dyads, other->store);
  add_format_option(*dyads, other->format);
  add_filter_options(*dyads, other->filter);
  dyads->callback([other, &chosen] { chosen.act = [other] { return show_dyads(*other); }; });
}

void add_care(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<CareCommand>();
  CLI::App* backup = app.add_subcommand("backup", "Copy the record while it is in use");
  backup->footer("Example:\n  rasid backup monday.rasid");
  backup->add_option("file", options->path, "a new file")->required();
  add_store_option(*backup, options->store);
  backup->callback([options, &chosen] {
    chosen.act = [options] {
      const std::unique_ptr<Store> store = open_store(options->store);
      if (!store) return 1;
      const Result<Done> done = store->backup(options->path);
      if (!done) return say_error(done.error()), 1;
      return 0;
    };
  });

  auto from = std::make_shared<CareCommand>();
  CLI::App* restore =
      app.add_subcommand("restore", "Make a record of a backup, after a check of it");
  restore->footer("Example:\n  rasid restore monday.rasid --store record.rasid");
  restore->add_option("file", from->path, "the backup")->required();
  add_store_option(*restore, from->store);
  restore->callback([from, &chosen] {
    chosen.act = [from] {
      const Result<Done> done = Store::restore(from->path, store_path(from->store));
      if (!done) return say_error(done.error()), 1;
      return 0;
    };
  });

  auto index = std::make_shared<CareCommand>();
  CLI::App* reindex = app.add_subcommand(
      "reindex", "Make the record's full-text index anew (where `rasid doctor` says so)");
  reindex->footer("Example:\n  rasid reindex --store record.rasid");
  add_store_option(*reindex, index->store);
  reindex->callback([index, &chosen] {
    chosen.act = [index] {
      const std::unique_ptr<Store> store = open_store(index->store);
      if (!store) return 1;
      const Result<Done> done = store->reindex();
      if (!done) return say_error(done.error()), 1;
      return 0;
    };
  });

  auto sick = std::make_shared<CareCommand>();
  CLI::App* doctor = app.add_subcommand("doctor", "Look for faults in the record's file");
  doctor->footer("Example:\n  rasid doctor --store record.rasid");
  add_store_option(*doctor, sick->store);
  doctor->callback([sick, &chosen] { chosen.act = [sick] { return examine(*sick); }; });
}

}  // namespace rasid
