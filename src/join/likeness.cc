// SPDX-License-Identifier: Apache-2.0
#include "join/likeness.h"

#include <algorithm>
#include <cmath>

#include "join/joiner.h"
#include "join/sides.h"
#include "join/weights.h"

namespace rasid {
namespace {

template <typename T>
size_t shared(const std::vector<T>& a, const std::vector<T>& b) {  // of two sorted lists
  size_t count = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      ++count, ++i, ++j;
    } else if (a[i] < b[j]) {
      ++i;
    } else {
      ++j;
    }
  }
  return count;
}

// What a word of each rarity weighs.
constexpr double kWeight[] = {0.5, 1.0, 1.6, 2.6};

double length_of(const std::vector<uint32_t>& words) {
  double sum = 0;
  for (const uint32_t word : words) sum += kWeight[word & 3];
  return sum;
}

double cosine(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  double common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    // Which list goes on is a coin's toss: told by sums, not by branches.
    const uint32_t one = a[i], other = b[j];
    if (one == other) common += kWeight[one & 3];
    i += one <= other ? 1 : 0;
    j += other <= one ? 1 : 0;
  }
  return common == 0 ? 0 : common / std::sqrt(length_of(a) * length_of(b));
}

int32_t gap(const DayRange& a, const DayRange& b) {  // 0 where they overlap
  return std::max({0, a.first - b.last, b.first - a.last});
}

bool is_ahead(Status status) { return status == Status::planned || status == Status::possible; }

constexpr int32_t kMostApart = 2;  // days between two tellings of one deed's day: errors of text

// A deed told as still to come, after another report told it as done, is the next one.
bool next_one(const Profile& done, const Profile& ahead) {
  if (done.report->status != Status::held || !is_ahead(ahead.report->status)) return false;
  if (done.report->published == kNoDay || ahead.report->published == kNoDay) return false;
  const int32_t happened = done.dated ? done.report->days.last : done.report->published;
  return ahead.report->published > happened + 1 && !ahead.dated;
}

void compare_days(const Profile& a, const Profile& b, Features& out) {
  const Report& first = *a.report;
  const Report& second = *b.report;
  const int32_t apart = a.window.known() && b.window.known() ? gap(a.window, b.window) : 0;
  if (apart > kMostApart) out.never = true;
  if (first.historical != second.historical && !(a.dated && b.dated)) out.never = true;
  if (next_one(a, b) || next_one(b, a)) out.never = true;
  if (first.status != second.status &&
      (first.status == Status::held || second.status == Status::held))
    out[Feature::status_differs] = 1;
  if (a.dated && b.dated) {
    out[apart == 0 ? Feature::day_same : apart == 1 ? Feature::day_near : Feature::day_off] = 1;
    return;
  }
  if (a.dated || b.dated) out[Feature::day_fits] = apart == 0 ? 1 : 0;
  if (first.published == kNoDay || second.published == kNoDay) return;
  const int32_t days = std::abs(first.published - second.published);
  if (days == 0) out[Feature::told_same_day] = 1;
  if (days == 1) out[Feature::told_next_day] = 1;
  if (days > 1) out[Feature::told_later] = std::min(days - 1, 5);
}

void compare_places(const Report& a, const Report& b, Features& out) {
  if (a.place != 0 && a.place == b.place) {
    out[Feature::place_same] = 1;
  } else if (!a.country.empty() && a.country == b.country) {
    out[Feature::country_same] = 1;
  } else if (a.place != 0 && b.place != 0) {
    out[Feature::place_differs] = 1;
  }
}

void compare_rare(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b, Features& out) {
  const auto rare = [](const std::vector<uint32_t>& words) {
    return std::count_if(words.begin(), words.end(), [](uint32_t word) { return (word & 3) == 3; });
  };
  int common = 0;
  for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) {
      common += (a[i] & 3) == 3 ? 1 : 0;
      ++i, ++j;
    } else {
      a[i] < b[j] ? ++i : ++j;
    }
  }
  out[Feature::rare_shared] = std::min(common, 4);
  if (common == 0 && rare(a) >= 2 && rare(b) >= 2) out[Feature::rare_differ] = 1;
}

void compare_words(const Report& a, const Report& b, Features& out) {
  out[Feature::words] = cosine(a.words, b.words);
  compare_rare(a.words, b.words, out);
  if (a.article != b.article) out[Feature::about] = cosine(a.about, b.about);
  if (a.mode == b.mode) {
    out[Feature::mode_same] = a.mode.empty() ? 0 : 1;
  } else if (!a.mode.empty() && !b.mode.empty()) {
    out[Feature::mode_differs] = 1;
  }
  if (a.article == b.article)
    (a.group == b.group ? out[Feature::group_same] : out[Feature::group_differs]) = 1;
  if (a.text != 0 && a.text == b.text && a.trigger == b.trigger) out[Feature::text_same] = 1;
  if (a.trigger == b.trigger) out[Feature::trigger_same] = 1;
  if (a.threads.empty() || b.threads.empty()) return;
  (shared(a.threads, b.threads) != 0 ? out[Feature::thread_same] : out[Feature::thread_differs]) =
      1;
}

}  // namespace

std::string_view name_of(Feature feature) {
  static constexpr std::string_view kNames[kFeatures] = {
      "bias",          "states_shared", "both_sides",    "persons_shared", "persons_differ",
      "extra_each",    "extra_one",     "named_near",    "day_same",       "day_near",
      "day_off",       "day_fits",      "told_same_day", "told_next_day",  "told_later",
      "place_same",    "country_same",  "place_differs", "mode_same",      "mode_differs",
      "words",         "rare_shared",   "rare_differ",   "about",          "group_same",
      "group_differs", "text_same",     "thread_same",   "thread_differs", "status_differs",
      "trigger_same"};
  return kNames[static_cast<size_t>(feature)];
}

Features features_of(const Profile& a, const Profile& b) {
  Features out;
  out[Feature::bias] = 1;
  if (a.family != b.family || a.kind != b.kind) {
    out.never = true;
    return out;
  }
  compare_days(a, b, out);
  if (out.never) return out;
  compare_sides(a, b, out);
  compare_places(*a.report, *b.report, out);
  compare_words(*a.report, *b.report, out);
  return out;
}

double likeness(const Profile& a, const Profile& b) {
  const Features features = features_of(a, b);
  if (features.never) return kNever;
  const auto& weights = weights_of(a.family);
  double sum = 0;
  for (size_t i = 0; i < kFeatures; ++i) sum += weights[i] * features.value[i];
  return sum;
}

double likeness(const Report& a, const Report& b) { return likeness(profile_of(a), profile_of(b)); }

}  // namespace rasid
