// SPDX-License-Identifier: Apache-2.0
#include "apps/store_session.h"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>

#include "export/json.h"
#include "export/records_csv.h"
#include "lexicon/lexicon.h"
#include "store/corrected_value.h"
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
  for (std::string& column : columns_) {
    numbers_.push_back(column.starts_with('#'));
    if (numbers_.back()) column.erase(0, 1);
  }
  if (format_.empty()) format_ = is_terminal(STDOUT_FILENO) ? "text" : "jsonl";
  if (format_ == "csv") append_csv_row(out_, columns_);
}

void Rows::add(const std::vector<std::string>& cells) {
  if (format_ == "csv") {
    append_csv_row(out_, cells);
  } else if (format_ == "jsonl") {
    Json json(out_);
    json.begin();
    for (size_t i = 0; i < columns_.size(); ++i) {
      if (numbers_[i] && !cells[i].empty())
        json.field(columns_[i], static_cast<int64_t>(std::strtoll(cells[i].c_str(), nullptr, 10)));
      else
        json.text_or_null(columns_[i], cells[i]);
    }
    json.end();
    out_ += '\n';
  } else {
    std::string line;
    for (const std::string& cell : cells) {
      if (!cell.empty()) line += (line.empty() ? "" : "  ") + cell;
    }
    out_ += line + "\n";
  }
  if (out_.size() > (size_t{1} << 16) && write_out(out_)) out_.clear();
}

// First strong isolate and its end: a terminal of either direction shows codes and names in order.
std::string Rows::shown(std::string_view arabic) const {
  if (arabic.empty() || !text()) return std::string(arabic);
  return "\xE2\x81\xA8" + std::string(arabic) + "\xE2\x81\xA9";
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
  command.add_option("--thread", options.thread, "a thread's key (see `rasid threads`)");
  command.add_option("--date", options.day,
                     "YYYY-MM-DD: the deed lies on it, or was told then where it has no day");
  command.add_option("--since", options.since, "YYYY-MM-DD: on or after");
  command.add_option("--until", options.until, "YYYY-MM-DD: on or before");
  command.add_option("--known-at", options.known_at,
                     "YYYY-MM-DD or a time: as the record knew it then");
  command.add_option("--text", options.text, "words of an article that tells it");
  command.add_option("--limit", options.limit, "how many at most (50)");
  command.add_flag("--oldest-first", options.oldest_first, "instead of newest first");
}

namespace {

std::vector<std::string> both_ways(const std::vector<std::string>& dyads) {
  std::vector<std::string> out;
  for (const std::string& pair : dyads) {
    const size_t dash = pair.find('-');
    if (dash == std::string::npos) {
      out.push_back(pair);
      continue;
    }
    const std::string a = pair.substr(0, dash), b = pair.substr(dash + 1);
    out.insert(out.end(), {a + ">" + b, b + ">" + a});
  }
  return out;
}

}  // namespace

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
  out.dyad = both_ways(options.dyad);
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
  const std::optional<int64_t> known_at = time_option(options.known_at, "--known-at");
  if (!known_at) return std::nullopt;
  out.known_at = *known_at;
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

std::optional<int64_t> time_option(const std::string& text, const char* option) {
  constexpr int64_t kDay = 86'400'000;
  if (text.empty()) return kNow;
  const std::optional<Date> day = Date::from(text.substr(0, 10));
  int hour = 0, minute = 0, second = 0;
  char end = 0;
  const bool whole = text.size() == 10;
  const bool timed = text.size() == 20 && std::sscanf(text.c_str() + 10, "T%2d:%2d:%2d%c", &hour,
                                                      &minute, &second, &end) == 4;
  if (!day || (!whole && !(timed && end == 'Z'))) {
    say_error(std::string(option) + ": '" + text +
              "' is no time; write YYYY-MM-DD, or 2016-10-04T12:30:00Z");
    return std::nullopt;
  }
  const int64_t begin = int64_t{day->days()} * kDay;
  if (whole) return begin + kDay - 1;
  return begin + (int64_t{hour} * 3600 + minute * 60 + second) * 1000 + 999;
}

std::string actors_text(const Rows& rows, const std::vector<RecordActor>& actors) {
  std::vector<std::string> all;
  for (const RecordActor& actor : actors) {
    std::string one = actor.code;
    if (!actor.sector.empty()) one += ":" + actor.sector;
    if (!actor.name.empty()) one += " " + rows.shown(actor.name);
    if (std::find(all.begin(), all.end(), one) == all.end()) all.push_back(std::move(one));
  }
  std::string out;
  for (const std::string& one : all) out += (out.empty() ? "" : " + ") + one;
  return out;
}

std::string category_text(const Record& record) {
  return record.event + (record.mode.empty() ? "" : "." + record.mode);
}

std::string sides_text(const Rows& rows, const Record& record) {
  std::string out = actors_text(rows, record.actor);
  if (!record.recipient.empty()) out += " > " + actors_text(rows, record.recipient);
  return out;
}

std::string place_text(const Record& record) {
  if (!record.place) return "";
  const RecordPlace& place = *record.place;
  return !place.words.text.empty() ? place.words.text : !place.name.empty() ? place.name : place.id;
}

namespace {

// Whether the lexicon knows what the record has not met: then the answer is that there is none.
bool is_known(const Lexicon& lexicon, const UnknownValue& value) {
  if (value.kind == "outlet" || value.kind == "thread" || value.kind == "status")
    return value.kind == "status" &&
           (value.value == "held" || value.value == "planned" || value.value == "possible" ||
            value.value == "negated" || value.value == "disputed" || value.value == "postponed");
  return lexicon.entry_named(value.value) != kNone || is_party_code(lexicon, value.value);
}

}  // namespace

bool check_filter(Store& store, const EventFilter& filter, const std::string& lexicon) {
  Result<std::vector<UnknownValue>> unknown = store.unknown(filter);
  if (!unknown) return say_error(unknown.error()), false;
  if (unknown->empty()) return true;
  const Result<OpenEngine> engine = OpenEngine::open(lexicon);
  if (!engine) return say_error(engine.error()), false;
  std::erase_if(*unknown, [&](const UnknownValue& value) {
    return is_known(engine->engine().lexicon(), value);
  });
  for (const UnknownValue& value : *unknown) {
    std::string near;
    for (const std::string& one : value.near) near += (near.empty() ? "" : ", ") + one;
    say_error("--" + value.kind + ": the record has no '" + value.value + "'" +
              (near.empty() ? "" : "; the nearest it has: " + near));
  }
  return unknown->empty();
}

}  // namespace rasid
