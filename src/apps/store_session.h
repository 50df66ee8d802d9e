// SPDX-License-Identifier: Apache-2.0
// What the commands of the record share: which store, filters, output in three formats.
#pragma once
#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "apps/session.h"
#include "store/store.h"

namespace rasid {

// --store, else RASID_STORE, else record.rasid in the user's data folder.
std::string store_path(const std::string& option);
void add_store_option(CLI::App& command, std::string& path);
void add_format_option(CLI::App& command, std::string& format);
// Opens for reading; says what is wrong and answers nullptr where it can't.
std::unique_ptr<Store> open_store(const std::string& option, bool create = false);

// A table on its way out: text (columns for people), jsonl or csv.
class Rows {
 public:
  Rows(std::string format, std::vector<std::string> columns);
  void add(const std::vector<std::string>& cells);  // as many as columns
  bool text() const { return format_ == "text"; }
  int finish();  // prints what is left; the exit status

 private:
  std::string format_;
  std::vector<std::string> columns_;
  std::string out_;
};

struct FilterOptions {
  std::vector<std::string> actor, dyad, category, mode, status, place, outlet, speaker, thread;
  std::string since, until, text, day;
  size_t limit = 50;
  bool oldest_first = false;
};
void add_filter_options(CLI::App& command, FilterOptions& options);
// Nothing, told on stderr, where a date or the like is wrong. `coder` reads the words of --text.
std::optional<EventFilter> filter_of(const FilterOptions& options, Coder* coder);

// The query's words as the index holds them.
SearchQuery query_of(Coder& coder, const std::string& text, bool exact);

std::string day_text(int32_t day);  // "2015-08-11", "" where unknown
std::string time_text(int64_t milliseconds);
// Isolated from the codes around it, so that a terminal of either direction shows both in order.
std::string isolated(std::string_view arabic);
std::string actors_text(const std::vector<RecordActor>& actors);

}  // namespace rasid
