// SPDX-License-Identifier: Apache-2.0
// rasid correct, same, different, withdraw, remove, audit: what people change in the record, and
// the trail of it.
#include <pwd.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <cstdlib>
#include <memory>

#include "apps/commands.h"
#include "apps/store_session.h"
#include "store/corrected_value.h"

namespace rasid {
namespace {

struct ChangeCommand {
  std::string store, format, first, second, by, reason;
  std::vector<std::string> set;
  bool tie = false;
  int64_t number = 0;
  size_t limit = 100;
};

std::string who(const ChangeCommand& chosen) {
  if (!chosen.by.empty()) return chosen.by;
  const char* user = std::getenv("USER");
  if (user != nullptr && *user != '\0') return user;
  const passwd* entry = ::getpwuid(::getuid());
  return entry != nullptr && entry->pw_name != nullptr ? entry->pw_name : "";
}

void add_reason(CLI::App& command, ChangeCommand& options) {
  add_store_option(command, options.store);
  command.add_option("--by", options.by, "who says so (default: USER)");
  command.add_option("--reason", options.reason, "why; kept in the audit trail")->required();
}

int told(const Result<Done>& done) {
  if (done) return 0;
  return say_error(done.error()), 1;
}

int correct_report(const ChangeCommand& chosen) {
  const Result<OpenEngine> engine = OpenEngine::open("");
  if (!engine) return say_error(engine.error()), 1;
  std::vector<Correction> corrections;
  for (const std::string& set : chosen.set) {
    const size_t equals = set.find('=');
    if (equals == std::string::npos) {
      say_error("--set: write FIELD=VALUE, such as status=planned");
      return 2;
    }
    const std::string field = set.substr(0, equals);
    const Result<std::string> value =
        corrected_value(engine->engine().lexicon(), field, set.substr(equals + 1));
    if (!value) return say_error(value.error()), 1;
    corrections.push_back({chosen.first, field, *value, who(chosen), chosen.reason});
  }
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  for (const Correction& correction : corrections) {
    const Result<Done> done = store->correct(correction);
    if (!done) return told(done);
  }
  return 0;
}

int tie_events(const ChangeCommand& chosen, bool together) {
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  return told(store->tie(chosen.first, chosen.second, together, who(chosen), chosen.reason));
}

int show_trail(const ChangeCommand& chosen) {
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  const Result<std::vector<AuditRow>> trail = store->audit(chosen.limit);
  if (!trail) return say_error(trail.error()), 1;
  Rows rows(chosen.format, {"known", "by", "act", "target", "detail"});
  for (const AuditRow& row : *trail)
    rows.add({time_text(row.known), row.who, row.act, row.target, row.detail});
  return rows.finish();
}

int show_corrections(const ChangeCommand& chosen) {
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  const Result<std::vector<CorrectionRow>> list = store->corrections();
  if (!list) return say_error(list.error()), 1;
  Rows rows(chosen.format,
            {"#number", "kind", "known", "target", "what", "by", "reason", "withdrawn"});
  for (const CorrectionRow& row : *list) {
    rows.add({std::to_string(row.id), row.tie ? "tie" : "correction", time_text(row.known),
              row.target, row.what, row.who, row.reason,
              row.withdrawn == 0 ? "" : time_text(row.withdrawn)});
  }
  return rows.finish();
}

void add_tie(CLI::App& app, Chosen& chosen, bool together) {
  auto options = std::make_shared<ChangeCommand>();
  CLI::App* command = app.add_subcommand(together ? "same" : "different",
                                         together ? "Say that two events or reports are one deed"
                                                  : "Say that two reports are not one deed");
  command->footer(together ? "Example:\n  rasid same 64547426961e0792 0f3c9a5e11d2b7c4 --reason "
                             "'one visit, told twice'"
                           : "Example:\n  rasid different 64547426961e0792 0f3c9a5e11d2b7c4 "
                             "--reason 'two calls on one day'");
  command->add_option("first", options->first, "an event's or report's id")->required();
  command->add_option("second", options->second, "another")->required();
  add_reason(*command, *options);
  command->callback([options, &chosen, together] {
    chosen.act = [options, together] { return tie_events(*options, together); };
  });
}

}  // namespace

void add_correct(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<ChangeCommand>();
  CLI::App* command = app.add_subcommand("correct", "Correct what the coder says of a report");
  command->footer(
      "Corrections survive a new coding. Fields: status, negation, date, enddate, category, mode, "
      "actor, recipient (SAU:GOV, person.adel_aljubeir, org.un; a comma between), place, dismissed "
      "(yes: there is no such deed).\n"
      "Examples:\n"
      "  rasid correct 64547426961e0792 --set status=planned --reason 'the visit is on Tuesday'\n"
      "  rasid correct 64547426961e0792 --set category=CONSULT.visit --set "
      "actor=person.adel_aljubeir --by ana --reason 'he came himself'");
  command->add_option("report", options->first, "the report's id (see `rasid history`)")
      ->required();
  command->add_option("--set", options->set, "FIELD=VALUE")->required();
  add_reason(*command, *options);
  command->callback(
      [options, &chosen] { chosen.act = [options] { return correct_report(*options); }; });
}

void add_ties(CLI::App& app, Chosen& chosen) {
  add_tie(app, chosen, true);
  add_tie(app, chosen, false);
}

void add_withdraw(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<ChangeCommand>();
  CLI::App* command = app.add_subcommand("withdraw", "Take a correction or tie back");
  command->footer(
      "Examples:\n"
      "  rasid withdraw 3 --reason 'the agency corrected itself'\n"
      "  rasid withdraw 1 --tie --reason 'one visit after all'");
  command->add_option("number", options->number, "its number (see `rasid corrections`)")
      ->required();
  command->add_flag("--tie", options->tie, "it is a tie (same, different)");
  add_reason(*command, *options);
  command->callback([options, &chosen] {
    chosen.act = [options] {
      const std::unique_ptr<Store> store = open_store(options->store);
      if (!store) return 1;
      return told(store->withdraw(options->number, options->tie, who(*options), options->reason));
    };
  });
}

void add_remove(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<ChangeCommand>();
  CLI::App* command =
      app.add_subcommand("remove", "Delete an article: its content goes, a tombstone stays");
  command->footer("Example:\n  rasid remove http://example.org/news/1 --reason 'court order'");
  command->add_option("article", options->first, "its url, or its id where it has none")
      ->required();
  add_reason(*command, *options);
  command->callback([options, &chosen] {
    chosen.act = [options] {
      const std::unique_ptr<Store> store = open_store(options->store);
      if (!store) return 1;
      return told(store->remove(options->first, who(*options), options->reason));
    };
  });
}

void add_audit(CLI::App& app, Chosen& chosen) {
  for (const bool trail : {true, false}) {
    auto options = std::make_shared<ChangeCommand>();
    CLI::App* command =
        trail ? app.add_subcommand("audit", "The trail of what people changed, newest first")
              : app.add_subcommand("corrections", "Corrections and ties with their numbers");
    command->footer(trail ? "Example:\n  rasid audit --limit 20 --format text"
                          : "Example:\n  rasid corrections --format csv");
    add_store_option(*command, options->store);
    add_format_option(*command, options->format);
    if (trail) command->add_option("--limit", options->limit, "how many at most (100)");
    command->callback([options, &chosen, trail] {
      chosen.act = [options, trail] {
        return trail ? show_trail(*options) : show_corrections(*options);
      };
    });
  }
}

}  // namespace rasid
