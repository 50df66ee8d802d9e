// SPDX-License-Identifier: Apache-2.0
// rasid: the one binary.
#include <CLI/CLI.hpp>
#include <csignal>
#include <cstdio>
#include <exception>

#include "apps/commands.h"
#include "apps/session.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);
  CLI::App app(
      "Rasid reads Arabic news and keeps the record of diplomacy: who did what to whom, when, "
      "where, on whose\n"
      "word, and whether it was held, is planned, possible or negated.\n\n"
      "Examples:\n"
      "  rasid code --date 2013-11-15 page.txt        the events of a page\n"
      "  rasid code --format csv *.txt > events.csv\n"
      "  rasid page page.html                         the article apart from its furniture\n"
      "  rasid why --date 2013-11-15 page.txt ID      what made one event");
  app.require_subcommand(1);
  app.set_version_flag("--version", std::string("rasid " RASID_VERSION));
  rasid::Chosen chosen;
  rasid::add_code(app, chosen);
  rasid::add_page(app, chosen);
  rasid::add_trace(app, chosen);
  rasid::add_why(app, chosen);
  rasid::add_join(app, chosen);
  rasid::add_lexicon(app, chosen);
  rasid::add_add(app, chosen);
  rasid::add_search(app, chosen);
  rasid::add_events(app, chosen);
  rasid::add_history(app, chosen);
  rasid::add_thread(app, chosen);
  rasid::add_threads(app, chosen);
  rasid::add_counts(app, chosen);
  rasid::add_correct(app, chosen);
  rasid::add_ties(app, chosen);
  rasid::add_withdraw(app, chosen);
  rasid::add_remove(app, chosen);
  rasid::add_audit(app, chosen);
  rasid::add_recode(app, chosen);
  rasid::add_care(app, chosen);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  try {
    return chosen.act ? chosen.act() : 2;
  } catch (const std::bad_alloc&) {
    rasid::say_error("out of memory");
    return 1;
  }
}
