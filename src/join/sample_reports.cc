// SPDX-License-Identifier: Apache-2.0
#include "join/sample_reports.h"

#include <algorithm>
#include <string>

#include "base/hash.h"

namespace rasid {
namespace {

constexpr int32_t kFirstDay = 16'600;  // in June 2015
constexpr std::string_view kStates[] = {"SAU", "RUS", "USA", "IRN", "EGY", "TUR", "LBY", "YEM"};
constexpr std::string_view kPlaces[] = {"moscow", "doha", "cairo", "riyadh", "geneva"};

struct Kind {
  std::string_view category, mode;
};
constexpr Kind kKinds[] = {{"CONSULT", "meet"},  {"CONSULT", "visit"},  {"CONSULT", "phone"},
                           {"CONSULT", "talks"}, {"ASSAULT", "aerial"}, {"SUPPORT", "praise"},
                           {"AGREE", "invite"}};

class Dice {  // SplitMix64
 public:
  explicit Dice(uint64_t seed) : state_(seed) {}
  uint64_t roll() { return mix64(state_ += 0x9E3779B97F4A7C15ULL); }
  uint32_t below(uint32_t n) { return static_cast<uint32_t>(roll() % n); }
  bool one_in(uint32_t n) { return below(n) == 0; }

 private:
  uint64_t state_;
};

struct Deed {
  Kind kind;
  std::string_view a, b, place;
  int32_t day = 0;
  std::vector<uint32_t> words;
};

Deed make_deed(Dice& dice, int32_t days) {
  Deed deed;
  deed.kind = kKinds[dice.below(std::size(kKinds))];
  deed.a = kStates[dice.below(std::size(kStates))];
  do deed.b = kStates[dice.below(std::size(kStates))];
  while (deed.b == deed.a);
  deed.place = kPlaces[dice.below(std::size(kPlaces))];
  deed.day = kFirstDay + static_cast<int32_t>(dice.below(static_cast<uint32_t>(days)));
  for (int i = 0; i < 14; ++i) deed.words.push_back(1 + dice.below(400));
  return deed;
}

void set_day(Report& report, const Deed& deed, Dice& dice) {
  report.published = deed.day + static_cast<int32_t>(dice.below(5)) - 2;
  if (report.published <= deed.day && !dice.one_in(3)) report.status = Status::planned;
  if (dice.one_in(12)) report.status = Status::negated, report.negation = Negation::denied;
  if (dice.one_in(2)) {
    report.days = {deed.day, deed.day};
    report.precision = Precision::day;
    report.basis = Basis::relative;
  }
}

void set_parties(Report& report, const Deed& deed, Dice& dice) {
  const auto side = [&](std::string_view state) {
    std::string text = std::string(state) + ":GOV";
    if (dice.one_in(2)) text += "/minister_" + std::string(state);
    return sample_party(text);
  };
  report.actors.push_back(side(deed.a));
  if (dice.one_in(6)) return;  // tells the one side only
  const bool mutual = deed.kind.category == "CONSULT" && deed.kind.mode != "visit";
  (mutual ? report.actors : report.recipients).push_back(side(deed.b));
}

Report make_report(const Deed& deed, Dice& dice) {
  Report report;
  report.id = dice.roll() | 1;
  report.article = dice.one_in(3) ? mix64(deed.words[0]) : dice.roll();
  report.origin = report.article;
  report.category = deed.kind.category;
  report.mode = deed.kind.mode;
  set_day(report, deed, dice);
  set_parties(report, deed, dice);
  if (dice.one_in(2)) report.place = hash64(deed.place);
  report.group = dice.below(3);
  report.trigger = dice.one_in(2) ? "met" : "talked";
  for (const uint32_t word : deed.words) {
    if (!dice.one_in(3)) report.words.push_back(word);
  }
  std::sort(report.words.begin(), report.words.end());
  report.words.erase(std::unique(report.words.begin(), report.words.end()), report.words.end());
  report.text = dice.roll();
  return report;
}

}  // namespace

Party sample_party(std::string_view text) {
  Party party;
  const size_t slash = text.find('/');
  const size_t colon = text.find(':');
  party.code = Code::from(text.substr(0, 3));
  if (colon != std::string_view::npos) party.sector = Code::from(text.substr(colon + 1, 3));
  if (slash == std::string_view::npos) return party;
  party.kind = PartyKind::person;
  party.entity = hash64(text.substr(slash + 1));
  party.name[0] = static_cast<uint32_t>(party.entity) | 1;
  return party;
}

std::vector<Report> sample_reports(size_t count, uint64_t seed, int32_t days) {
  Dice dice(seed);
  std::vector<Report> reports;
  while (reports.size() < count) {
    const Deed deed = make_deed(dice, days);
    const size_t told = 1 + dice.below(9);
    for (size_t i = 0; i < told && reports.size() < count; ++i)
      reports.push_back(make_report(deed, dice));
  }
  return reports;
}

}  // namespace rasid
