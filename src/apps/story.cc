// SPDX-License-Identifier: Apache-2.0
// rasid history, thread: what became of an event and of a process, as known on any day, with the
// sources.
#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <memory>

#include "apps/commands.h"
#include "apps/store_session.h"
#include "base/hash.h"
#include "join/thread.h"
#include "lexicon/lexicon.h"

namespace rasid {
namespace {

struct HistoryCommand {
  std::string store, format, event, as_of, known_at;
};

constexpr int32_t kAlways = 1000000;  // a day after all others

void print_source(const Source& source, Rows& rows) {
  const Record& record = source.record;
  const std::string said = actors_text(rows, record.said_by), place = place_text(record);
  const std::string day = day_text(source.report.published);
  if (!rows.text()) {
    rows.add({day, source.outlet, category_text(record), record.status, record.date,
              actors_text(rows, record.actor), actors_text(rows, record.recipient), place, said,
              source.headline, source.line, source.url, record.id, time_text(source.known),
              source.corrected ? "yes" : ""});
    return;
  }
  const auto line = [&](const std::vector<std::string>& cells) {
    std::string out;
    for (const std::string& cell : cells) out += (out.empty() || cell.empty() ? "" : "  ") + cell;
    std::vector<std::string> row(rows.columns());
    row[0] = out;
    rows.add(row);
  };
  line({day, source.outlet, category_text(record) + " " + record.status, sides_text(rows, record),
        place.empty() ? "" : "in " + rows.shown(place), record.date,
        said.empty() ? "" : "said by " + said, source.corrected ? "corrected" : ""});
  if (source.headline != source.line) line({"    " + rows.shown(source.headline)});
  line({"    " + rows.shown(source.line)});
  line({"    " + record.id, source.url});
}

bool told_by(const Source& source, int32_t day) {
  return source.report.published == kNoDay || source.report.published <= day;
}

void print_sources(const std::vector<Source>& sources, int32_t as_of, Rows& rows) {
  for (const Source& source : sources) {
    if (told_by(source, as_of)) print_source(source, rows);
  }
}

void say(Rows& rows, const std::string& text) {
  std::vector<std::string> row(rows.columns());
  row[0] = text;
  rows.add(row);
}

// The event in a line, then its life.
void print_life(const EventStory& story, int32_t day, Rows& rows) {
  std::vector<const Report*> reports, related;
  const Source* best = nullptr;
  for (const Source& source : story.sources) {
    reports.push_back(&source.report);
    if (!told_by(source, day)) continue;
    const auto parties = [](const Source& one) {
      return one.record.actor.size() + one.record.recipient.size();
    };
    if (best == nullptr || parties(source) > parties(*best)) best = &source;
  }
  for (const Source& source : story.related) related.push_back(&source.report);
  if (best == nullptr) return say(rows, story.id + "\nnothing was known of it then\n");
  const Record& record = best->record;
  const std::string place = place_text(record);
  say(rows, story.id + "  " + category_text(record) + "  " + sides_text(rows, record) +
                (place.empty() ? "" : "  in " + rows.shown(place)) + "\n" +
                dump(life_of(reports, related, day)));
}

int tell_history(const HistoryCommand& chosen) {
  bool ok = true;
  const std::optional<Date> as_of = date_option(chosen.as_of, ok);
  const std::optional<int64_t> known_at = time_option(chosen.known_at, "--known-at");
  if (!ok || !known_at) return 2;
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  const Result<EventStory> story = store->event(chosen.event, *known_at);
  if (!story) return say_error(story.error()), 1;
  const int32_t day = as_of ? static_cast<int32_t>(as_of->days()) : kAlways;
  Rows rows(chosen.format,
            {"published", "outlet", "event", "status", "date", "actor", "recipient", "place",
             "said_by", "headline", "line", "url", "report", "known", "corrected"});
  if (rows.text()) print_life(*story, day, rows);
  print_sources(story->sources, day, rows);
  const bool more = std::any_of(story->related.begin(), story->related.end(),
                                [&](const Source& source) { return told_by(source, day); });
  if (rows.text() && more) say(rows, "Told of it:");
  print_sources(story->related, day, rows);
  return rows.finish();
}

struct ThreadCommand {
  std::string store, format, name, as_of, known_at, lexicon;
  size_t limit = 50;
};

// Prints a thread: a row a fact, with its first evidence.
class ThreadPrinter {
 public:
  ThreadPrinter(const ThreadStory& story, Rows& rows) : rows_(rows) {
    for (const Source& source : story.sources) {
      sources_[source.report.id] = &source;
      by_event_[source.event].push_back(&source);
    }
  }
  void print(const Thread& thread) {
    for (const ThreadParty& one : thread.parties) {
      std::string before;
      for (const Stand stand : one.before) before += ", before: " + std::string(name_of(stand));
      row(name_of(one.stand), one.since, party_text(one.party, one.reports) + before, one.reports);
    }
    for (const ThreadCondition& one : thread.conditions) {
      std::string by;
      for (const Party& party : one.by)
        by += (by.empty() ? "" : " + ") + party_text(party, {one.report});
      row("condition", one.told, by, {one.report});
    }
    for (const ThreadDate& one : thread.dates) {
      std::string days = day_text(one.days.first);
      if (one.days.last != one.days.first) days += ".." + day_text(one.days.last);
      if (one.moved) days += ", moved";
      if (one.postponed) days += ", postponed";
      row("date", one.since, days, one.reports);
    }
    for (const ThreadQuestion& one : thread.questions)
      row("open question", one.told, question_text(one), one.reports);
    events("meeting", thread.meetings);
    events("prepares it", thread.preparatory);
    events("also told", thread.others);
  }

 private:
  static std::string question_text(const ThreadQuestion& question) {
    const std::string what = question.question == kDateOpen         ? "date"
                             : question.question == kPlaceOpen      ? "place"
                             : question.question == kAttendanceOpen ? "who attends"
                                                                    : "agenda";
    return what + (question.settled ? ", settled since" : "");
  }
  // Its code, and its name as a report that tells of it writes it.
  std::string party_text(const Party& party, const std::vector<ReportId>& reports) const {
    std::string out(party.code.view());
    if (!party.sector.empty()) out += ":" + std::string(party.sector.view());
    for (const ReportId report : reports) {
      const auto at = sources_.find(report);
      if (at == sources_.end()) continue;
      const Record& record = at->second->record;
      for (const auto* list : {&record.actor, &record.recipient, &record.said_by}) {
        for (const RecordActor& actor : *list) {
          if (actor.code == party.code.view() && actor.sector == party.sector.view() &&
              !actor.name.empty())
            return out + " " + rows_.shown(actor.name);
        }
      }
    }
    return out;
  }
  void row(std::string_view what, int32_t since, const std::string& of,
           const std::vector<ReportId>& reports) {
    const auto at = reports.empty() ? sources_.end() : sources_.find(reports.front());
    const Source* source = at == sources_.end() ? nullptr : at->second;
    tell(what, since, of, source, std::to_string(reports.size()));
  }
  void tell(std::string_view what, int32_t since, const std::string& of, const Source* source,
            const std::string& reports) {
    const std::string line = source ? source->line : "", url = source ? source->url : "";
    const std::string event = source ? source->event : "", outlet = source ? source->outlet : "";
    if (!rows_.text())
      return rows_.add({std::string(what), day_text(since), of, reports, event, outlet, url, line});
    rows_.add(
        {std::string(what), of, "told " + day_text(since), reports + " reports", "", "", "", ""});
    if (source == nullptr) return;
    rows_.add({"    " + rows_.shown(line), "", "", "", "", "", "", ""});
    rows_.add({"    " + event, outlet, url, "", "", "", "", ""});
  }
  void events(std::string_view what, const std::vector<EventId>& events) {
    for (const EventId event : events) {
      const auto at = by_event_.find(hex_of(event));
      if (at == by_event_.end()) continue;
      const Source* source = at->second.front();
      const Record& record = source->record;
      const std::string of =
          category_text(record) + " " + record.status + " " + sides_text(rows_, record);
      tell(what, source->report.published, of, source, std::to_string(at->second.size()));
    }
  }

  Rows& rows_;
  std::map<ReportId, const Source*> sources_;
  std::map<std::string, std::vector<const Source*>> by_event_;
};

void print_threads(const std::vector<ThreadRow>& threads, Rows& rows) {
  for (const ThreadRow& row : threads) {
    const std::string events = std::to_string(row.events);
    rows.add({row.key, rows.shown(row.name), rows.text() ? events + " events" : events,
              day_text(row.first), day_text(row.last)});
  }
}

// The key of a thread that the lexicon knows by this name; empty where there is none.
std::string key_by_alias(const ThreadCommand& chosen) {
  const Result<OpenEngine> engine = OpenEngine::open(chosen.lexicon);
  if (!engine) return "";
  const Lexicon& lexicon = engine->engine().lexicon();
  const std::vector<std::string> asked = words_without_article(chosen.name);
  for (const EntryId id : lexicon.entries_of(Type::nominal)) {
    const Entry entry = lexicon.entry(id);
    for (const std::string_view phrase : entry.values(Key::phrase)) {
      if (!asked.empty() && words_without_article(phrase) == asked)
        return hex_of(hash64(entry.id()));
    }
  }
  return "";
}

// The key of the one thread meant by a name; where there are several or none, they or the nearest
// are told.
std::optional<std::string> thread_meant(Store& store, const ThreadCommand& chosen) {
  constexpr size_t kSome = 20;
  const Result<std::vector<ThreadRow>> named = store.threads(chosen.name, kSome);
  if (!named) return say_error(named.error()), std::nullopt;
  const size_t exact = static_cast<size_t>(
      std::count_if(named->begin(), named->end(), [](const ThreadRow& row) { return row.exact; }));
  if (exact == 1 || named->size() == 1) return named->front().key;
  if (const std::string key = key_by_alias(chosen); !key.empty()) {
    const Result<std::vector<ThreadRow>> known = store.threads(key, 1);
    if (known && known->size() == 1) return key;
  }
  if (named->empty()) {
    say_error("there is no thread named '" + chosen.name + "'; `rasid threads` lists them");
    return std::nullopt;
  }
  say_error("several threads have such a name; ask by the key of one:");
  for (const ThreadRow& row : *named)
    say_error("  " + row.key + "  " + row.name + "  " + std::to_string(row.events) + " events");
  return std::nullopt;
}

int tell_thread(const ThreadCommand& chosen) {
  bool ok = true;
  const std::optional<Date> as_of = date_option(chosen.as_of, ok);
  const std::optional<int64_t> known_at = time_option(chosen.known_at, "--known-at");
  if (!ok || !known_at) return 2;
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  const std::optional<std::string> key = thread_meant(*store, chosen);
  if (!key) return 2;
  const int32_t day = as_of ? static_cast<int32_t>(as_of->days()) : kAlways;
  const Result<ThreadStory> story = store->thread(*key, day, *known_at);
  if (!story) return say_error(story.error()), 1;
  std::vector<ThreadReport> reports;
  for (const Source& source : story->sources)
    reports.push_back({&source.report, report_id(source.event)});
  Rows rows(chosen.format, {"fact", "told", "of", "#reports", "event", "outlet", "url", "line"});
  if (rows.text()) {
    rows.add({rows.shown(story->name), story->key, "", "", "", "", "", ""});
    if (reports.empty()) rows.add({"nothing was known of it then", "", "", "", "", "", "", ""});
  }
  ThreadPrinter(*story, rows).print(thread_of(report_id(story->key), reports, day));
  return rows.finish();
}

int list_threads(const ThreadCommand& chosen) {
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  const Result<std::vector<ThreadRow>> threads = store->threads(chosen.name, chosen.limit);
  if (!threads) return say_error(threads.error()), 1;
  Rows rows(chosen.format, {"key", "name", "#events", "first", "last"});
  print_threads(*threads, rows);
  return rows.finish();
}

}  // namespace

void add_history(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<HistoryCommand>();
  CLI::App* command =
      app.add_subcommand("history", "What became of an event, step by step, with its sources");
  command->footer(
      "Examples:\n"
      "  rasid history 64547426961e0792 --format text\n"
      "  rasid history 64547426961e0792 --as-of 2015-08-10\n"
      "  rasid history 64547426961e0792 --known-at 2026-11-25T12:00:00Z");
  command->add_option("event", options->event, "the event's id, or that of one of its reports")
      ->required();
  add_store_option(*command, options->store);
  add_format_option(*command, options->format);
  command->add_option("--as-of", options->as_of, "YYYY-MM-DD: as it was published by then");
  command->add_option("--known-at", options->known_at,
                      "YYYY-MM-DD or a time: as this record knew it then");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return tell_history(*options); }; });
}

void add_thread(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<ThreadCommand>();
  CLI::App* command = app.add_subcommand(
      "thread", "What is told of a conference, a negotiation, a truce: as known on any day");
  command->footer(
      "Examples:\n"
      "  rasid thread 'NAME' --as-of 2013-11-16\n"
      "  rasid thread 0f3c9a5e11d2b7c4 --format text");
  command->add_option("name", options->name, "its name, or its key (see `rasid threads`)")
      ->required();
  command->add_option("--lexicon", options->lexicon, "for its other names: another lexicon");
  add_store_option(*command, options->store);
  add_format_option(*command, options->format);
  command->add_option("--as-of", options->as_of, "YYYY-MM-DD: as it was published by then");
  command->add_option("--known-at", options->known_at,
                      "YYYY-MM-DD or a time: as this record knew it then");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return tell_thread(*options); }; });
}

void add_threads(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<ThreadCommand>();
  CLI::App* command = app.add_subcommand(
      "threads", "The conferences, negotiations and truces that the record knows, with counts");
  command->footer(
      "Examples:\n"
      "  rasid threads\n"
      "  rasid threads 'WORDS OF A NAME' --format csv");
  command->add_option("words", options->name, "words of their names (default: all)");
  add_store_option(*command, options->store);
  add_format_option(*command, options->format);
  command->add_option("--limit", options->limit, "how many at most (50)");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return list_threads(*options); }; });
}

}  // namespace rasid
