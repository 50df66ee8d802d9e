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

// A table on its way out: text (columns for people), jsonl or csv. A column named "#count" holds
// numbers.
class Rows {
 public:
  Rows(std::string format, std::vector<std::string> columns);
  void add(const std::vector<std::string>& cells);  // as many as columns
  bool text() const { return format_ == "text"; }
  size_t columns() const { return columns_.size(); }
  // Arabic on its way out: isolated from the codes around it in a line for people.
  std::string shown(std::string_view arabic) const;
  int finish();  // prints what is left; the exit status

 private:
  std::string format_;
  std::vector<std::string> columns_;
  std::vector<bool> numbers_;
  std::string out_;
};

struct FilterOptions {
  std::vector<std::string> actor, dyad, category, mode, status, place, outlet, speaker, thread;
  std::string since, until, text, day, known_at;
  size_t limit = 50;
  bool oldest_first = false;
};
void add_filter_options(CLI::App& command, FilterOptions& options);
// Nothing, told on stderr, where a date or the like is wrong. `coder` reads the words of --text.
std::optional<EventFilter> filter_of(const FilterOptions& options, Coder* coder);

// Whether the values of the filter are known to the record or to the lexicon; those that are not
// are told, with the likest that are.
bool check_filter(Store& store, const EventFilter& filter, const std::string& lexicon);

// The query's words as the index holds them.
SearchQuery query_of(Coder& coder, const std::string& text, bool exact);

std::string day_text(int32_t day);  // "2015-08-11", "" where unknown
std::string time_text(int64_t milliseconds);
// The end of a day, or a time as `rasid audit` tells it, as milliseconds; nothing, told on stderr,
// where it is neither; kNow where it is empty.
std::optional<int64_t> time_option(const std::string& text, const char* option);
// Codes and names, each once.
std::string actors_text(const Rows& rows, const std::vector<RecordActor>& actors);
std::string category_text(const Record& record);                 // CONSULT.visit
std::string sides_text(const Rows& rows, const Record& record);  // who > whom
std::string place_text(const Record& record);

}  // namespace rasid
