// SPDX-License-Identifier: Apache-2.0
#include "join/thread.h"

#include <algorithm>

#include "base/date.h"

namespace rasid {
namespace {

constexpr int32_t kOneDate = 1;  // days apart that still tell one date

bool one_party(const Party& a, const Party& b) {
  if (a.entity != 0 && b.entity != 0) return a.entity == b.entity;
  if (!(a.code == b.code) || !(a.sector == b.sector)) return false;
  return a.kind == b.kind && a.name[0] == b.name[0];
}

template <typename T>
void add_once(std::vector<T>& list, const T& value) {
  if (std::find(list.begin(), list.end(), value) == list.end()) list.push_back(value);
}

bool relates(const Report& report, std::string_view as) {
  return std::any_of(report.relates.begin(), report.relates.end(),
                     [&](const Related& one) { return one.as == as; });
}

class ThreadMaker {
 public:
  ThreadMaker(uint64_t key, int32_t as_of) : as_of_(as_of) { thread_.key = key; }
  Thread make(std::span<const ThreadReport> reports);

 private:
  void take(const ThreadReport& one);
  void stand(const std::vector<Party>& parties, Stand stand, const Report& report);
  void take_stands(const Report& report);
  void take_meeting(const Report& report);
  void take_date(const Report& report);
  void take_questions(const Report& report);
  void settle_questions();

  int32_t as_of_;
  Thread thread_;
  int32_t last_date_ = kNoDay, last_place_ = kNoDay;  // when a day, a place was told last
};

void ThreadMaker::stand(const std::vector<Party>& parties, Stand stand, const Report& report) {
  for (const Party& party : parties) {
    auto at = std::find_if(thread_.parties.begin(), thread_.parties.end(),
                           [&](const ThreadParty& one) { return one_party(one.party, party); });
    if (at == thread_.parties.end()) {
      thread_.parties.push_back({party, stand, report.published, {report.id}, {}});
      continue;
    }
    // A convener stays one; to be named or invited again takes no answer back.
    if (at->stand == Stand::convener || stand == Stand::unknown) continue;
    const bool answered = at->stand == Stand::accepted || at->stand == Stand::refused;
    if (stand == Stand::invited && answered) continue;
    if (at->stand != stand) {
      if (at->stand != Stand::unknown) at->before.push_back(at->stand);
      at->stand = stand;
      at->since = report.published;
      at->reports.clear();
    }
    at->reports.push_back(report.id);
  }
}

// The meeting itself: who alone holds or hosts it convenes it; several who meet have agreed to.
void ThreadMaker::take_meeting(const Report& report) {
  if (report.status == Status::negated && report.negation != Negation::cancelled) {
    stand(report.actors, Stand::refused, report);  // will not come
    return;
  }
  if (report.status == Status::possible) {
    stand(report.actors, Stand::unknown, report);
    return;
  }
  stand(report.actors, report.actors.size() == 1 ? Stand::convener : Stand::accepted, report);
  take_date(report);
}

void ThreadMaker::take_stands(const Report& report) {
  const bool denied = report.status == Status::negated;
  if (report.category == "AGREE" && report.mode == "invite") {
    if (denied) return;
    stand(report.actors, Stand::convener, report);
    stand(report.recipients, Stand::invited, report);
  } else if (report.category == "AGREE") {
    stand(report.actors, denied ? Stand::refused : Stand::accepted, report);
  } else if (report.category == "REJECT") {
    stand(report.actors, denied ? Stand::accepted : Stand::refused, report);
  } else if (report.category == "CONSULT") {
    stand(report.actors, Stand::unknown, report);
  }
  const bool sets = relates(report, "condition");
  if (sets && (report.category == "REQUEST" || report.category == "REJECT"))
    thread_.conditions.push_back({report.actors, report.id, report.published});
}

void ThreadMaker::take_date(const Report& report) {
  if (report.place != 0) last_place_ = report.published;
  if (!report.days.known() || report.precision == Precision::year) return;
  last_date_ = report.published;
  for (ThreadDate& date : thread_.dates) {
    if (report.days.first > date.days.last + kOneDate ||
        date.days.first > report.days.last + kOneDate)
      continue;
    date.reports.push_back(report.id);
    date.postponed |= report.postponed;
    if (report.days.last - report.days.first < date.days.last - date.days.first)
      date.days = report.days;  // told more exactly
    return;
  }
  thread_.dates.push_back(
      {report.days, !thread_.dates.empty(), report.postponed, report.published, {report.id}});
}

void ThreadMaker::take_questions(const Report& report) {
  for (const OpenQuestion bit : {kDateOpen, kPlaceOpen, kAttendanceOpen, kAgendaOpen}) {
    if ((report.questions & bit) == 0) continue;
    auto at = std::find_if(thread_.questions.begin(), thread_.questions.end(),
                           [&](const ThreadQuestion& one) { return one.question == bit; });
    if (at == thread_.questions.end()) {
      thread_.questions.push_back({bit, kNoDay, false, {}});
      at = thread_.questions.end() - 1;
    }
    at->told = report.published;
    at->reports.push_back(report.id);
  }
}

void ThreadMaker::settle_questions() {
  for (ThreadQuestion& one : thread_.questions) {
    if (one.question == kDateOpen) one.settled = last_date_ > one.told;
    if (one.question == kPlaceOpen) one.settled = last_place_ > one.told;
  }
}

void ThreadMaker::take(const ThreadReport& one) {
  const Report& report = *one.report;
  const bool meeting = report.convenes == thread_.key;
  if (meeting) {
    take_meeting(report);
    add_once(thread_.meetings, one.event);
  } else {
    take_stands(report);
    add_once(relates(report, "prepares") ? thread_.preparatory : thread_.others, one.event);
  }
  take_questions(report);
}

Thread ThreadMaker::make(std::span<const ThreadReport> reports) {
  std::vector<ThreadReport> order;
  for (const ThreadReport& one : reports) {
    if (one.report != nullptr && one.report->published <= as_of_) order.push_back(one);
  }
  std::sort(order.begin(), order.end(), [](const ThreadReport& a, const ThreadReport& b) {
    return a.report->published != b.report->published ? a.report->published < b.report->published
                                                      : a.report->id < b.report->id;
  });
  for (const ThreadReport& one : order) take(one);
  // A meeting told elsewhere as preparing is its meeting after all.
  for (std::vector<EventId>* list : {&thread_.preparatory, &thread_.others}) {
    std::erase_if(*list, [&](EventId event) {
      return std::find(thread_.meetings.begin(), thread_.meetings.end(), event) !=
             thread_.meetings.end();
    });
  }
  std::erase_if(thread_.others, [&](EventId event) {
    return std::find(thread_.preparatory.begin(), thread_.preparatory.end(), event) !=
           thread_.preparatory.end();
  });
  settle_questions();
  std::stable_sort(thread_.parties.begin(), thread_.parties.end(),
                   [](const ThreadParty& a, const ThreadParty& b) { return a.stand < b.stand; });
  return std::move(thread_);
}

std::string since(int32_t day) {
  return day == kNoDay ? " undated" : " since " + Date::from_days(day).iso();
}

std::string_view text_of(OpenQuestion question) {
  switch (question) {
    case kDateOpen:
      return "date";
    case kPlaceOpen:
      return "place";
    case kAttendanceOpen:
      return "attendance";
    case kAgendaOpen:
      return "agenda";
  }
  return "";
}

}  // namespace

std::string_view name_of(Stand stand) {
  static constexpr std::string_view kNames[] = {"convener", "invited", "accepted", "refused",
                                                "unknown"};
  return kNames[static_cast<size_t>(stand)];
}

Thread thread_of(uint64_t key, std::span<const ThreadReport> reports, int32_t as_of) {
  return ThreadMaker(key, as_of).make(reports);
}

std::string dump(const Thread& thread) {
  std::string out;
  for (const ThreadParty& one : thread.parties) {
    out += std::string(name_of(one.stand)) + " " + text_of(one.party) + since(one.since);
    for (const Stand before : one.before) out += ", before " + std::string(name_of(before));
    out += "\n";
  }
  for (const ThreadCondition& one : thread.conditions) {
    out += "condition by";
    for (const Party& party : one.by) out += " " + text_of(party);
    out += since(one.told) + "\n";
  }
  for (const ThreadDate& one : thread.dates) {
    out += one.postponed ? "date postponed to " : one.moved ? "date moved to " : "date ";
    out += text_of(one.days) + since(one.since) + "\n";
  }
  for (const ThreadQuestion& one : thread.questions) {
    out += "open " + std::string(text_of(one.question)) + (one.settled ? ", settled" : "") + "\n";
  }
  out += "meetings " + std::to_string(thread.meetings.size()) + ", preparatory " +
         std::to_string(thread.preparatory.size()) + ", others " +
         std::to_string(thread.others.size()) + "\n";
  return out;
}

}  // namespace rasid
