// SPDX-License-Identifier: Apache-2.0
#include "join/head.h"

#include <algorithm>
#include <tuple>
#include <utility>
#include <vector>

#include "base/hash.h"

namespace rasid {
namespace {

size_t completeness(const Report& report) {
  return report.actors.size() * 2 + report.recipients.size() * 2 + (report.days.known() ? 1 : 0) +
         (report.place != 0 ? 1 : 0);
}

bool told_before(const Report& a, const Report& b) {
  return std::tie(a.published, a.id) < std::tie(b.published, b.id);
}

// How many reports tell each party: by its code, and by who it is where it is named. The report
// whose parties most others tell too heads the event; a party that hardly any other tells (an
// agency taken for the doer) counts against its report.
class Votes {
 public:
  explicit Votes(std::span<const Report* const> reports) : reports_(reports.size()) {
    std::vector<uint64_t> own;
    for (const Report* report : reports) {
      own.clear();
      each(*report, [&](uint64_t key) { own.push_back(key); });
      std::sort(own.begin(), own.end());
      own.erase(std::unique(own.begin(), own.end()), own.end());
      keys_.insert(keys_.end(), own.begin(), own.end());
    }
    std::sort(keys_.begin(), keys_.end());
  }
  // Four for each vote, less one for each report that might have given it.
  int64_t for_parties_of(const Report& report) const {
    int64_t sum = 0;
    each(report, [&](uint64_t key) {
      const auto [first, last] = std::equal_range(keys_.begin(), keys_.end(), key);
      sum += 4 * (last - first) - static_cast<int64_t>(reports_);
    });
    return sum;
  }

 private:
  template <typename Use>
  static void each(const Report& report, const Use& use) {
    uint64_t role = 1;
    for (const auto* list : {&report.actors, &report.recipients}) {
      for (const Party& party : *list) {
        const uint64_t code = mix64(uint64_t{party.code.number()} << 32 | party.sector.number());
        use(mix64(code + role));
        const uint64_t who = party.entity != 0 ? party.entity : party.name[0];
        if (who != 0) use(mix64(code ^ mix64(who + role)));
      }
      ++role;
    }
  }

  size_t reports_;
  std::vector<uint64_t> keys_;  // one a report and party, sorted
};

}  // namespace

size_t head_of(std::span<const Report* const> reports) {
  const Votes votes(reports);
  size_t best = 0;
  std::pair<int64_t, size_t> most;
  for (size_t i = 0; i < reports.size(); ++i) {
    const std::pair score{votes.for_parties_of(*reports[i]), completeness(*reports[i])};
    if (i != 0 && (score < most || (score == most && !told_before(*reports[i], *reports[best]))))
      continue;
    best = i;
    most = score;
  }
  return best;
}

}  // namespace rasid
