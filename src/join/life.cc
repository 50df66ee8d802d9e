// SPDX-License-Identifier: Apache-2.0
#include "join/life.h"

#include <algorithm>
#include <optional>

#include "base/date.h"

namespace rasid {
namespace {

std::optional<Step> step_of(const Report& report) {
  switch (report.status) {
    case Status::held:
      return Step::held;
    case Status::planned:
      return report.postponed ? Step::postponed : Step::planned;
    case Status::possible:
      return Step::studied;
    case Status::negated:
      break;
  }
  switch (report.negation) {
    case Negation::denied:
      return Step::denied;
    case Negation::not_happened:
      return Step::not_held;
    case Negation::cancelled:
    case Negation::will_not:
    case Negation::none:
      break;
  }
  return report.postponed ? Step::postponed : Step::cancelled;
}

// What another event's report does for this one, if anything.
std::optional<Step> step_of_related(const Report& report, std::span<const Report* const> own) {
  if (report.status == Status::negated) return std::nullopt;
  for (const Related& related : report.relates) {
    const bool of_this = std::any_of(own.begin(), own.end(),
                                     [&](const Report* one) { return one->id == related.report; });
    if (!of_this) continue;
    if (related.as == "invites") return Step::invited;
    if (related.as == "cancels") return Step::cancelled;
    if (related.as != "content" && related.as != "answer") continue;
    if (report.category == "AGREE") return report.mode == "invite" ? Step::invited : Step::accepted;
    if (report.category == "REJECT") return Step::refused;
  }
  return std::nullopt;
}

bool tells_day(const Report& report) {
  return report.days.known() && report.days.last - report.days.first <= 31;
}

struct Said {
  const Report* report;
  Step step;
};

class LifeMaker {
 public:
  explicit LifeMaker(int32_t as_of) : as_of_(as_of) {}
  void add(const Report& report, std::optional<Step> step) {
    if (step && report.published <= as_of_) said_.push_back({&report, *step});
  }
  Life make();

 private:
  void write(const Said& said);
  void settle();
  void fall_silent();
  LifeStep* latest(Step step);

  int32_t as_of_;
  std::vector<Said> said_;
  Life life_;
  std::vector<std::vector<uint64_t>> origins_;  // one list a step
};

LifeStep* LifeMaker::latest(Step step) {
  for (size_t i = life_.steps.size(); i-- > 0;) {
    if (life_.steps[i].step == step) return &life_.steps[i];
  }
  return nullptr;
}

void LifeMaker::write(const Said& said) {
  const Report& report = *said.report;
  LifeStep* step = latest(said.step);
  const bool dated = tells_day(report);
  const bool other_day =
      step != nullptr && dated && step->days.known() &&
      (report.days.last < step->days.first - 1 || report.days.first > step->days.last + 1);
  const bool again =
      step != nullptr && step != &life_.steps.back() && life_.steps.back().since < report.published;
  if (step == nullptr || other_day || again) {
    LifeStep fresh;
    fresh.step = said.step;
    fresh.since = report.published;
    fresh.moved = other_day;
    life_.steps.push_back(std::move(fresh));
    origins_.emplace_back();
    step = &life_.steps.back();
  }
  const bool closer = dated && (!step->days.known() || report.days.last - report.days.first <
                                                           step->days.last - step->days.first);
  if (closer) step->days = report.days;
  step->until = report.published;
  step->reports.push_back(report.id);
  for (const Party& speaker : report.speakers) {
    if (std::find(step->speakers.begin(), step->speakers.end(), speaker) == step->speakers.end())
      step->speakers.push_back(speaker);
  }
  auto& origins = origins_[static_cast<size_t>(step - life_.steps.data())];
  if (std::find(origins.begin(), origins.end(), report.origin) == origins.end())
    origins.push_back(report.origin);
  step->sources = static_cast<uint32_t>(origins.size());
}

bool denies(Step step) {
  return step == Step::denied || step == Step::cancelled || step == Step::not_held;
}

bool affirms(Step step) {
  return step == Step::planned || step == Step::held || step == Step::postponed ||
         step == Step::studied;
}

// The step that holds is the last told; among those of one day the one furthest in a deed's life.
void LifeMaker::settle() {
  const LifeStep* now = nullptr;
  bool affirmed = false, denied = false;
  for (const LifeStep& step : life_.steps) {
    const bool later = now == nullptr || step.until > now->until ||
                       (step.until == now->until && step.step > now->step);
    if (step.step == Step::invited || step.step == Step::accepted || step.step == Step::refused) {
      if (now == nullptr) now = &step;
      continue;
    }
    if (later || now->step == Step::invited || now->step == Step::accepted ||
        now->step == Step::refused)
      now = &step;
    affirmed |= affirms(step.step);
    denied |= step.step == Step::denied || step.step == Step::not_held;
    if (step.days.known() && !denies(step.step)) life_.days = step.days;
  }
  if (now == nullptr) return;
  life_.now = now->step;
  // Told as held by others than those who deny, on a later day, settles it; so does calling it off.
  life_.disputed = affirmed && denied;
  const LifeStep* held = latest(Step::held);
  const LifeStep* denial = latest(Step::denied);
  if (denial == nullptr) denial = latest(Step::not_held);
  if (held != nullptr && denial != nullptr && held->until > denial->until && held->sources > 1)
    life_.disputed = false;
  if (life_.now == Step::cancelled) life_.disputed = false;
}

void LifeMaker::fall_silent() {
  if (life_.now != Step::planned && life_.now != Step::postponed) return;
  const LifeStep* plan = latest(life_.now);
  if (plan == nullptr || !plan->days.known() || plan->days.last + 1 >= as_of_) return;
  LifeStep silent;
  silent.step = Step::silent;
  silent.days = plan->days;
  silent.since = plan->days.last + 1;
  silent.until = as_of_;
  life_.steps.push_back(std::move(silent));
  life_.now = Step::silent;
}

Life LifeMaker::make() {
  std::sort(said_.begin(), said_.end(), [](const Said& a, const Said& b) {
    if (a.report->published != b.report->published)
      return a.report->published < b.report->published;
    return a.step != b.step ? a.step < b.step : a.report->id < b.report->id;
  });
  for (const Said& said : said_) write(said);
  settle();
  fall_silent();
  return std::move(life_);
}

}  // namespace

std::string_view name_of(Step step) {
  static constexpr std::string_view kNames[] = {"studied",  "invited",   "accepted", "refused",
                                                "planned",  "postponed", "silent",   "held",
                                                "not_held", "denied",    "cancelled"};
  return kNames[static_cast<size_t>(step)];
}

Life life_of(std::span<const Report* const> reports, std::span<const Report* const> related,
             int32_t as_of) {
  LifeMaker maker(as_of);
  for (const Report* report : reports) maker.add(*report, step_of(*report));
  for (const Report* report : related) maker.add(*report, step_of_related(*report, reports));
  return maker.make();
}

std::string dump(const Life& life) {
  std::string out;
  for (const LifeStep& step : life.steps) {
    out += step.since == kNoDay ? "undated" : Date::from_days(step.since).iso();
    out += " " + std::string(name_of(step.step));
    if (step.days.known()) out += (step.moved ? " moved to " : " for ") + text_of(step.days);
    if (!step.reports.empty()) out += ", " + std::to_string(step.reports.size()) + " reports";
    std::vector<std::string> said;  // several speakers may share a code
    for (const Party& speaker : step.speakers) {
      if (std::find(said.begin(), said.end(), text_of(speaker)) != said.end()) continue;
      out += (said.empty() ? ", said by " : " ") + text_of(speaker);
      said.push_back(text_of(speaker));
    }
    out += "\n";
  }
  out += "now " + std::string(name_of(life.now)) + (life.disputed ? ", disputed" : "") + "\n";
  return out;
}

}  // namespace rasid
