// SPDX-License-Identifier: Apache-2.0
// rasid history, thread: what became of an event and of a process, as known on any day, with the
// sources.
#include <CLI/CLI.hpp>
#include <map>
#include <memory>

#include "apps/commands.h"
#include "apps/store_session.h"
#include "join/thread.h"

namespace rasid {
namespace {

struct HistoryCommand {
  std::string store, format, event, as_of;
};

constexpr int32_t kAlways = 1000000;  // a day after all others

void print_sources(const std::vector<Source>& sources, int32_t as_of, Rows& rows) {
  for (const Source& source : sources) {
    if (source.report.published != kNoDay && source.report.published > as_of) continue;
    const Record& record = source.record;
    const std::string said = actors_text(record.said_by);
    const std::string day = day_text(source.report.published);
    if (!rows.text()) {
      rows.add({day, source.outlet, record.status, said, source.line, source.url, record.id});
      continue;
    }
    rows.add({day, source.outlet,
              record.event + (record.mode.empty() ? "" : "." + record.mode) + " " + record.status,
              said.empty() ? "" : "said by " + said, source.corrected ? "corrected" : "", "", ""});
    rows.add({"    " + isolated(source.line), "", "", "", "", "", ""});
    rows.add({"    " + record.id, source.url, "", "", "", "", ""});
  }
}

int tell_history(const HistoryCommand& chosen) {
  bool ok = true;
  const std::optional<Date> as_of = date_option(chosen.as_of, ok);
  if (!ok) return 2;
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  const Result<EventStory> story = store->event(chosen.event);
  if (!story) return say_error(story.error()), 1;
  std::vector<const Report*> reports;
  for (const Source& source : story->sources) reports.push_back(&source.report);
  const int32_t day = as_of ? static_cast<int32_t>(as_of->days()) : kAlways;
  std::vector<const Report*> related;
  for (const Source& source : story->related) related.push_back(&source.report);
  const Life life = life_of(reports, related, day);
  Rows rows(chosen.format, {"published", "outlet", "status", "said_by", "line", "url", "report"});
  if (rows.text()) rows.add({story->id + "\n" + dump(life), "", "", "", "", "", ""});
  print_sources(story->sources, day, rows);
  if (rows.text() && !story->related.empty()) rows.add({"Told of it:", "", "", "", "", "", ""});
  print_sources(story->related, day, rows);
  return rows.finish();
}

struct ThreadCommand {
  std::string store, format, name, as_of;
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
            return out + " " + isolated(actor.name);
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
    rows_.add({"    " + isolated(line), "", "", "", "", "", "", ""});
    rows_.add({"    " + event, outlet, url, "", "", "", "", ""});
  }
  void events(std::string_view what, const std::vector<EventId>& events) {
    for (const EventId event : events) {
      const auto at = by_event_.find(hex_of(event));
      if (at == by_event_.end()) continue;
      const Source* source = at->second.front();
      const Record& record = source->record;
      std::string of = record.event + (record.mode.empty() ? "" : "." + record.mode) + " " +
                       record.status + " " + actors_text(record.actor);
      if (!record.recipient.empty()) of += " > " + actors_text(record.recipient);
      tell(what, source->report.published, of, source, std::to_string(at->second.size()));
    }
  }

  Rows& rows_;
  std::map<ReportId, const Source*> sources_;
  std::map<std::string, std::vector<const Source*>> by_event_;
};

int tell_thread(const ThreadCommand& chosen) {
  bool ok = true;
  const std::optional<Date> as_of = date_option(chosen.as_of, ok);
  if (!ok) return 2;
  const std::unique_ptr<Store> store = open_store(chosen.store);
  if (!store) return 1;
  const int32_t day = as_of ? static_cast<int32_t>(as_of->days()) : kAlways;
  const Result<ThreadStory> story = store->thread(chosen.name, day);
  if (!story) return say_error(story.error()), 1;
  std::vector<ThreadReport> reports;
  for (const Source& source : story->sources)
    reports.push_back({&source.report, report_id(source.event)});
  Rows rows(chosen.format, {"fact", "told", "of", "reports", "event", "outlet", "url", "line"});
  if (rows.text()) {
    rows.add({isolated(story->name), story->key, "", "", "", "", "", ""});
    for (const auto& [key, name] : story->others)
      rows.add({"also:", isolated(name), key, "", "", "", "", ""});
  }
  ThreadPrinter(*story, rows).print(thread_of(report_id(story->key), reports, day));
  return rows.finish();
}

}  // namespace

void add_history(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<HistoryCommand>();
  CLI::App* command =
      app.add_subcommand("history", "What became of an event, step by step, with its sources");
  command->add_option("event", options->event, "the event's id")->required();
  add_store_option(*command, options->store);
  add_format_option(*command, options->format);
  command->add_option("--as-of", options->as_of, "YYYY-MM-DD: as it was known on that day");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return tell_history(*options); }; });
}

void add_thread(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<ThreadCommand>();
  CLI::App* command = app.add_subcommand(
      "thread", "What is told of a conference, a negotiation, a truce: as known on any day");
  command->footer("Example:\n  rasid thread \"GENEVA 2, in Arabic\" --as-of 2013-11-16");
  command->add_option("name", options->name, "words of its name, or its key")->required();
  add_store_option(*command, options->store);
  add_format_option(*command, options->format);
  command->add_option("--as-of", options->as_of, "YYYY-MM-DD: as it was known on that day");
  command->callback(
      [options, &chosen] { chosen.act = [options] { return tell_thread(*options); }; });
}

}  // namespace rasid
