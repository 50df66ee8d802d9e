// SPDX-License-Identifier: Apache-2.0
// Commands: the subcommands of `rasid`. Each adds itself to the command line and answers with the
// exit status: 0 all read, 1 some inputs failed (each named on stderr), 2 wrong usage. Only this
// folder prints or exits.
#pragma once
#include <functional>
#include <string>

namespace CLI {
class App;
}

namespace rasid {

struct Chosen {  // what the command line asked for
  std::function<int()> act;
};

void add_code(CLI::App& app, Chosen& chosen);
void add_page(CLI::App& app, Chosen& chosen);
void add_trace(CLI::App& app, Chosen& chosen);
void add_why(CLI::App& app, Chosen& chosen);
void add_join(CLI::App& app, Chosen& chosen);
void add_lexicon(CLI::App& app, Chosen& chosen);

void add_add(CLI::App& app, Chosen& chosen);
void add_search(CLI::App& app, Chosen& chosen);
void add_events(CLI::App& app, Chosen& chosen);
void add_history(CLI::App& app, Chosen& chosen);
void add_thread(CLI::App& app, Chosen& chosen);
void add_threads(CLI::App& app, Chosen& chosen);
void add_counts(CLI::App& app, Chosen& chosen);
void add_correct(CLI::App& app, Chosen& chosen);
void add_ties(CLI::App& app, Chosen& chosen);
void add_withdraw(CLI::App& app, Chosen& chosen);
void add_remove(CLI::App& app, Chosen& chosen);
void add_audit(CLI::App& app, Chosen& chosen);
void add_recode(CLI::App& app, Chosen& chosen);
void add_care(CLI::App& app, Chosen& chosen);

}  // namespace rasid
