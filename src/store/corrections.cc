// SPDX-License-Identifier: Apache-2.0
#include "store/corrections.h"

#include <algorithm>
#include <array>

#include "base/date.h"
#include "base/hash.h"

namespace rasid {
namespace {

constexpr std::array<std::string_view, 4> kStatuses{"held", "planned", "possible", "negated"};
constexpr std::array<std::string_view, 5> kNegations{"none", "not_happened", "will_not",
                                                     "cancelled", "denied"};

template <size_t N>
std::optional<size_t> number_in(const std::array<std::string_view, N>& names,
                                std::string_view name) {
  const auto at = std::find(names.begin(), names.end(), name);
  if (at == names.end()) return std::nullopt;
  return static_cast<size_t>(at - names.begin());
}

template <size_t N>
Result<Done> one_of(const std::array<std::string_view, N>& names, const std::string& value) {
  if (number_in(names, value)) return Done{};
  std::string all;
  for (const std::string_view name : names) all += (all.empty() ? "" : ", ") + std::string(name);
  return Error{"'" + value + "' is none of " + all, "", ""};
}

bool is_code(std::string_view text) {
  return text.size() >= 2 && text.size() <= 3 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

// "SAU:GOV,RUS=person.x=NAME": the actors of these codes, with ids and names where told.
std::optional<std::vector<RecordActor>> actors_named(std::string_view value) {
  std::vector<RecordActor> out;
  for (size_t at = 0; at < value.size();) {
    const size_t end = std::min(value.find(',', at), value.size());
    const std::string_view one = value.substr(at, end - at);
    const size_t equals = std::min(one.find('='), one.size());
    const std::string_view codes = one.substr(0, equals);
    const size_t colon = codes.find(':');
    RecordActor actor;
    actor.code = codes.substr(0, colon);
    if (colon != std::string_view::npos) actor.sector = codes.substr(colon + 1);
    if (equals < one.size()) {
      const size_t next = std::min(one.find('=', equals + 1), one.size());
      actor.id = one.substr(equals + 1, next - equals - 1);
      if (next < one.size()) actor.name = one.substr(next + 1);
    }
    if (!is_code(actor.code) || (!actor.sector.empty() && !is_code(actor.sector)))
      return std::nullopt;
    actor.how = "correction";
    out.push_back(std::move(actor));
    at = end + 1;
  }
  return out;
}

std::string names_of(const std::vector<RecordActor>& actors) {
  std::string out;
  for (const RecordActor& actor : actors) {
    if (!out.empty()) out += ',';
    out += actor.code;
    if (!actor.sector.empty()) out += ":" + actor.sector;
  }
  return out;
}

std::vector<Party> parties_of(const std::vector<RecordActor>& actors) {
  std::vector<Party> out;
  for (const RecordActor& actor : actors) {
    Party party;
    party.code = Code::from(actor.code);
    party.sector = Code::from(actor.sector);
    party.kind = actor.id.starts_with("person.") ? PartyKind::person
                 : actor.id.starts_with("org.")  ? PartyKind::body
                 : actor.sector.empty()          ? PartyKind::state
                                                 : PartyKind::description;
    if (!actor.id.empty()) party.entity = hash64(actor.id);
    out.push_back(party);
  }
  return out;
}

void follow_days(const Record& record, Report& report) {
  const std::optional<Date> first = Date::from(record.date);
  const std::optional<Date> last = Date::from(record.enddate);
  report.days = {};
  report.precision = Precision::none;
  report.basis = Basis::none;
  if (!first) return;
  report.days.first = static_cast<int32_t>(first->days());
  report.days.last = last ? static_cast<int32_t>(last->days()) : report.days.first;
  report.days.last = std::max(report.days.first, report.days.last);
  report.precision = last ? Precision::range : Precision::day;
  report.basis = Basis::explicit_;
}

}  // namespace

Result<Done> check_correction(const std::string& field, const std::string& value) {
  if (field == "status") return one_of(kStatuses, value);
  if (field == "negation") return one_of(kNegations, value);
  if (field == "dismissed") return one_of(std::array<std::string_view, 2>{"yes", "no"}, value);
  if (field == "date" || field == "enddate") {
    if (value.empty() || Date::from(value)) return Done{};
    return Error{"'" + value + "' is no day", "", "write YYYY-MM-DD, or nothing where unknown"};
  }
  if (field == "actor" || field == "recipient") {
    if (actors_named(value)) return Done{};
    return Error{"'" + value + "' is no list of codes", "",
                 "write SAU or SAU:GOV, a comma between"};
  }
  if (field == "category") {
    const std::string_view name = std::string_view(value).substr(0, value.find('.'));
    const bool good = !name.empty() && std::all_of(name.begin(), name.end(),
                                                   [](char c) { return c >= 'A' && c <= 'Z'; });
    if (good) return Done{};
    return Error{"'" + value + "' is no category", "", "write CONSULT, or CONSULT.visit"};
  }
  if (field == "mode" || field == "place") return Done{};
  return Error{"there is no field '" + field + "'", "",
               "fields: status, negation, date, enddate, category, mode, actor, recipient, place, "
               "dismissed"};
}

std::string value_of(const Record& record, const std::string& field) {
  if (field == "status") return record.status;
  if (field == "negation") return record.negation.empty() ? "none" : record.negation;
  if (field == "date") return record.date;
  if (field == "enddate") return record.enddate;
  if (field == "category") return record.event;
  if (field == "mode") return record.mode;
  if (field == "actor") return names_of(record.actor);
  if (field == "recipient") return names_of(record.recipient);
  if (field == "place" && record.place)
    return record.place->id.empty() ? record.place->words.text : record.place->id;
  return field == "dismissed" ? "no" : "";
}

bool apply(const StoredCorrection& correction, Record& record) {
  const std::string &field = correction.field, &value = correction.value;
  if (field == "dismissed") return value == "yes";
  if (field == "status") record.status = value;
  if (field == "negation") record.negation = value == "none" ? "" : value;
  if (field == "date") {
    record.date = value;
    record.date_precision = value.empty() ? "" : "day";
    record.date_basis = value.empty() ? "" : "explicit";
  }
  if (field == "enddate") record.enddate = value;
  if (field == "category") {
    const size_t dot = std::min(value.find('.'), value.size());
    record.event = value.substr(0, dot);
    if (dot < value.size()) record.mode = value.substr(dot + 1);
  }
  if (field == "mode") record.mode = value;
  if (field == "actor") record.actor = actors_named(value).value_or(std::vector<RecordActor>{});
  if (field == "recipient")
    record.recipient = actors_named(value).value_or(std::vector<RecordActor>{});
  if (field == "place") {
    record.place.reset();
    if (value.empty()) return false;
    record.place.emplace();
    (value.starts_with("place.") || value.starts_with("state.") ? record.place->id
                                                                : record.place->words.text) = value;
  }
  return false;
}

void follow(const std::string& field, const Record& record, Report& report) {
  if (field == "status")
    report.status = static_cast<Status>(number_in(kStatuses, record.status).value_or(0));
  if (field == "negation") {
    const std::string_view name = record.negation.empty() ? "none" : record.negation;
    report.negation = static_cast<Negation>(number_in(kNegations, name).value_or(0));
  }
  if (field == "category") report.category = record.event;
  if (field == "mode" || field == "category") report.mode = record.mode;
  if (field == "date" || field == "enddate") follow_days(record, report);
  if (field == "actor") report.actors = parties_of(record.actor);
  if (field == "recipient") report.recipients = parties_of(record.recipient);
  if (field == "place") {
    report.country = {};
    report.place = !record.place ? 0
                                 : hash64(record.place->id.empty() ? record.place->words.text
                                                                   : record.place->id);
  }
}

std::optional<size_t> record_meant(const StoredCorrection& correction,
                                   const std::vector<Record>& records) {
  std::optional<size_t> nearest, over;
  int64_t least = INT64_MAX;
  for (size_t i = 0; i < records.size(); ++i) {
    const Excerpt& trigger = records[i].trigger;
    if (trigger.bytes.overlaps(correction.trigger) && !over) over = i;
    if (trigger.text != correction.words) continue;
    const int64_t away = std::abs(int64_t{trigger.bytes.begin} - correction.trigger.begin);
    if (away < least) least = away, nearest = i;
  }
  return nearest ? nearest : over;
}

}  // namespace rasid
