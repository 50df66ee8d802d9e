// SPDX-License-Identifier: Apache-2.0
#include "apps/store_session.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <ctime>

#include "export/json.h"
#include "export/records_csv.h"
#include "store/search_text.h"

namespace rasid {
namespace {

std::string environment(const char* name) {
  const char* value = std::getenv(name);
  return value ? value : "";
}

std::optional<int32_t> day_of(const std::string& text, const char* option, bool& ok) {
  if (text.empty()) return std::nullopt;
  const std::optional<Date> date = Date::from(text);
  if (!date) {
    say_error(std::string(option) + ": '" + text + "' is no day; write YYYY-MM-DD");
    ok = false;
    return std::nullopt;
  }
  return static_cast<int32_t>(date->days());
}

}  // namespace

std::string store_path(const std::string& option) {
  if (!option.empty()) return option;
  if (const std::string told = environment("RASID_STORE"); !told.empty()) return told;
  std::string folder = environment("XDG_DATA_HOME");
  if (folder.empty()) folder = environment("HOME") + "/.local/share";
  return folder + "/rasid/record.rasid";
}

void add_store_option(CLI::App& command, std::string& path) {
  command.add_option("--store", path,
                     "the store's file (default: RASID_STORE, else rasid/record.rasid in the "
                     "user's data folder)");
}

void add_format_option(CLI::App& command, std::string& format) {
  command
      .add_option("--format", format,
                  "text (default on a terminal), jsonl (default elsewhere), csv")
      ->check(CLI::IsMember({"text", "jsonl", "csv"}));
}

std::unique_ptr<Store> open_store(const std::string& option, bool create) {
  const std::string path = store_path(option);
  if (create && option.empty() && environment("RASID_STORE").empty()) {
    const std::string folder = path.substr(0, path.rfind('/'));
    for (size_t at = folder.find('/', 1); at != std::string::npos; at = folder.find('/', at + 1))
      ::mkdir(folder.substr(0, at).c_str(), 0700);
    ::mkdir(folder.c_str(), 0700);
  }
  StoreOptions options;
  options.create = create;
  Result<std::unique_ptr<Store>> store = Store::open(path, options);
  if (store) return std::move(*store);
  say_error(store.error());
  return nullptr;
}

Rows::Rows(std::string format, std::vector<std::string> columns)
    : format_(std::move(format)), columns_(std::move(columns)) {
  if (format_.empty()) format_ = is_terminal(STDOUT_FILENO) ? "text" : "jsonl";
  if (format_ == "csv") append_csv_row(out_, columns_);
}

void Rows::add(const std::vector<std::string>& cells) {
  if (format_ == "csv") {
    append_csv_row(out_, cells);
  } else if (format_ == "jsonl") {
    Json json(out_);
    json.begin();
    for (size_t i = 0; i < columns_.size(); ++i) json.text_or_null(columns_[i], cells[i]);
    json.end();
    out_ += '\n';
  } else {
    std::string line;
    for (size_t i = 0; i < cells.size(); ++i) {
      if (!cells[i].empty()) line += (line.empty() ? "" : "  ") + cells[i];
    }
    out_ += line + "\n";
  }
  if (out_.size() > (size_t{1} << 16) && write_out(out_)) out_.clear();
}

int Rows::finish() { return write_out(out_) ? 0 : 1; }

void add_filter_options(CLI::App& command, FilterOptions& options) {
  command.add_option("--actor", options.actor,
                     "who took part: SAU, SAU:GOV, person.adel_aljubeir, or a name in Arabic");
  command.add_option("--dyad", options.dyad, "'SAU>RUS' (who to whom), or SAU-RUS (either way)");
  command.add_option("--category", options.category, "CONSULT, CONSULT.visit ...");
  command.add_option("--mode", options.mode, "visit, phone ...: with --category");
  command.add_option("--status", options.status,
                     "held, planned, possible, negated, disputed, postponed, silent (its day "
                     "passed, nobody tells)");
  command.add_option("--place", options.place, "a place's id, its state's code, or its name");
  command.add_option("--outlet", options.outlet, "the outlet's name");
  command.add_option("--speaker", options.speaker, "on whose word, as --actor");
  command.add_option("--thread", options.thread, "a thread's key (see `rasid thread`)");
  command.add_option("--date", options.day, "YYYY-MM-DD: of the deed, or told where it has none");
  command.add_option("--since", options.since, "YYYY-MM-DD: on or after");
  command.add_option("--until", options.until, "YYYY-MM-DD: on or before");
  command.add_option("--text", options.text, "words of an article that tells it");
  command.add_option("--limit", options.limit, "how many at most (50)");
  command.add_flag("--oldest-first", options.oldest_first, "instead of newest first");
}

std::optional<EventFilter> filter_of(const FilterOptions& options, Coder* coder) {
  EventFilter out;
  bool ok = true;
  const auto day = day_of(options.day, "--date", ok);
  const auto since = day_of(options.since, "--since", ok);
  const auto until = day_of(options.until, "--until", ok);
  if (!ok) return std::nullopt;
  if (since) out.since = *since;
  if (until) out.until = *until;
  if (day) out.since = out.until = *day;
  out.actor = options.actor;
  for (const std::string& pair : options.dyad) {
    const size_t dash = pair.find('-');
    if (dash == std::string::npos) {
      out.dyad.push_back(pair);
      continue;
    }
    const std::string a = pair.substr(0, dash), b = pair.substr(dash + 1);
    out.dyad.insert(out.dyad.end(), {a + ">" + b, b + ">" + a});
  }
  out.category = options.category;
  if (!options.mode.empty()) {
    if (options.category.size() != 1) {
      say_error("--mode needs one --category");
      return std::nullopt;
    }
    out.category.clear();
    for (const std::string& mode : options.mode)
      out.category.push_back(options.category.front() + "." + mode);
  }
  out.status = options.status;
  out.place = options.place;
  out.outlet = options.outlet;
  out.speaker = options.speaker;
  out.thread = options.thread;
  out.limit = options.limit;
  out.oldest_first = options.oldest_first;
  if (!options.text.empty() && coder != nullptr) out.text = query_of(*coder, options.text, false);
  return out;
}

SearchQuery query_of(Coder& coder, const std::string& text, bool exact) {
  query_document(coder.document(), text);
  coder.run(Stage::morph);
  SearchQuery query = read_query(coder.document(), coder.engine().lexicon());
  query.exact = exact;
  return query;
}

std::string day_text(int32_t day) { return day == kNoDay ? "" : Date::from_days(day).iso(); }

std::string time_text(int64_t milliseconds) {
  const std::time_t seconds = static_cast<std::time_t>(milliseconds / 1000);
  std::tm parts{};
  ::gmtime_r(&seconds, &parts);
  char out[32];
  return std::strftime(out, sizeof out, "%Y-%m-%dT%H:%M:%SZ", &parts) != 0 ? out : "";
}

std::string isolated(std::string_view arabic) {
  return arabic.empty() ? "" : "\xE2\x81\xA8" + std::string(arabic) + "\xE2\x81\xA9";
}

std::string actors_text(const std::vector<RecordActor>& actors) {
  std::string out;
  for (const RecordActor& actor : actors) {
    if (!out.empty()) out += " + ";
    out += actor.code;
    if (!actor.sector.empty()) out += ":" + actor.sector;
    if (!actor.name.empty()) out += " " + isolated(actor.name);
  }
  return out;
}

}  // namespace rasid
