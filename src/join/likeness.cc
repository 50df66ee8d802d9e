// SPDX-License-Identifier: Apache-2.0
#include "join/likeness.h"

#include <algorithm>
#include <cstdlib>

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

int32_t gap(const DayRange& a, const DayRange& b) {  // 0 where they overlap
  return std::max({0, a.first - b.last, b.first - a.last});
}

bool is_ahead(Status status) { return status == Status::planned || status == Status::possible; }

constexpr int32_t kMostApart = 2;  // days between two tellings of one deed's day: errors of text

// A deed told as still to come, after another report told it as done, is the next one.
bool next_one(const Profile& done, const Profile& ahead) {
  if (done.status != Status::held || !is_ahead(ahead.status)) return false;
  if (done.published == kNoDay || ahead.published == kNoDay) return false;
  const int32_t happened = done.dated ? done.days.last : done.published;
  return ahead.published > happened + 1 && !ahead.dated;
}

void compare_days(const Profile& a, const Profile& b, Features& out) {
  const int32_t apart = a.window.known() && b.window.known() ? gap(a.window, b.window) : 0;
  if (apart > kMostApart) out.never = true;
  if (a.historical != b.historical && !(a.dated && b.dated)) out.never = true;
  if (next_one(a, b) || next_one(b, a)) out.never = true;
  if (a.status != b.status && (a.status == Status::held || b.status == Status::held))
    out[Feature::status_differs] = 1;
  if (a.dated && b.dated) {
    out[apart == 0 ? Feature::day_same : apart == 1 ? Feature::day_near : Feature::day_off] = 1;
    return;
  }
  if (a.dated || b.dated) out[Feature::day_fits] = apart == 0 ? 1 : 0;
  if (a.published == kNoDay || b.published == kNoDay) return;
  const int32_t days = std::abs(a.published - b.published);
  if (days == 0) out[Feature::told_same_day] = 1;
  if (days == 1) out[Feature::told_next_day] = 1;
  if (days > 1) out[Feature::told_later] = std::min(days - 1, 5);
}

void compare_places(const Profile& a, const Profile& b, Features& out) {
  if (a.place != 0 && a.place == b.place) {
    out[Feature::place_same] = 1;
  } else if (!a.country.empty() && a.country == b.country) {
    out[Feature::country_same] = 1;
  } else if (a.place != 0 && b.place != 0) {
    out[Feature::place_differs] = 1;
  } else if (a.place != 0 || b.place != 0) {
    const bool named = a.place != 0 ? b.words.has(as_word(a.place)) : a.words.has(as_word(b.place));
    out[named ? Feature::place_named : Feature::place_missing] = 1;
  }
}

void compare_words(const Profile& a, const Profile& b, Features& out) {
  const WordSet::Common common = WordSet::common(a.words, b.words);
  out[Feature::words] = WordSet::cosine(a.words, b.words, common.weight);
  out[Feature::rare_shared] = std::min(common.rare, kMostRare);
  if (common.rare == 0 && a.words.rare() >= 2 && b.words.rare() >= 2) out[Feature::rare_differ] = 1;
  if (a.article != b.article) {
    const double weight = WordSet::common(a.about, b.about).weight;
    out[Feature::about] = WordSet::cosine(a.about, b.about, weight);
  }
}

void compare_telling(const Profile& a, const Profile& b, Features& out) {
  if (a.mode == b.mode) {
    out[Feature::mode_same] = a.mode == 0 ? 0 : 1;
  } else if (a.mode != 0 && b.mode != 0) {
    out[Feature::mode_differs] = 1;
  }
  if (a.article == b.article)
    (a.group == b.group ? out[Feature::group_same] : out[Feature::group_differs]) = 1;
  if (a.trigger == b.trigger) {
    out[Feature::trigger_same] = 1;
    if (a.text != 0 && a.text == b.text) out[Feature::text_same] = 1;
  }
  if (a.threads.empty() || b.threads.empty()) return;
  (shared(a.threads, b.threads) != 0 ? out[Feature::thread_same] : out[Feature::thread_differs]) =
      1;
}

}  // namespace

std::string_view name_of(Feature feature) {
  static constexpr std::string_view kNames[kFeatures] = {
      "bias",           "states_shared", "both_sides",     "persons_shared",
      "persons_differ", "extra_each",    "extra_one",      "named_near",
      "day_same",       "day_near",      "day_off",        "day_fits",
      "told_same_day",  "told_next_day", "told_later",     "place_same",
      "country_same",   "place_differs", "place_named",    "place_missing",
      "mode_same",      "mode_differs",  "words",          "rare_shared",
      "rare_differ",    "about",         "group_same",     "group_differs",
      "text_same",      "thread_same",   "thread_differs", "status_differs",
      "trigger_same",   "lone"};
  return kNames[static_cast<size_t>(feature)];
}

namespace {

// All but the words, which take longest to compare.
void compare_all_but_words(const Profile& a, const Profile& b, Features& out) {
  out[Feature::bias] = 1;
  out.never = a.family != b.family || a.kind != b.kind;
  if (!out.never) compare_days(a, b, out);
  if (out.never) return;
  compare_telling(a, b, out);
  compare_places(a, b, out);
  compare_sides(a, b, out);
}

float weighed(const Features& features, const FeatureRow& weights) {
  float sums[4] = {};  // that do not wait for one another
  for (size_t i = 0; i < features.value.size(); i += 4) {
    for (size_t j = 0; j < 4; ++j) sums[j] += weights[i + j] * features.value[i + j];
  }
  return (sums[0] + sums[1]) + (sums[2] + sums[3]);
}

// What words can add at most.
double most_of_words(const Profile& a, const Profile& b, const FeatureRow& weights) {
  const auto weight = [&](Feature feature) {
    return std::max(0.0F, weights[static_cast<size_t>(feature)]);
  };
  double most = weight(Feature::words) * WordSet::most_cosine(a.words, b.words);
  if (a.article != b.article)
    most += weight(Feature::about) * WordSet::most_cosine(a.about, b.about);
  return most + weight(Feature::rare_shared) * kMostRare + weight(Feature::rare_differ);
}

}  // namespace

Features features_of(const Profile& a, const Profile& b) {
  Features out;
  compare_all_but_words(a, b, out);
  if (!out.never) compare_words(a, b, out);
  return out;
}

double likeness(const Profile& a, const Profile& b, double floor) {
  Features features;
  compare_all_but_words(a, b, features);
  if (features.never) return kNever;
  const FeatureRow& weights = weights_of(a.family);
  const double most = weighed(features, weights) + most_of_words(a, b, weights);
  if (most <= floor) return most;
  compare_words(a, b, features);
  return weighed(features, weights);
}

double likeness(const Report& a, const Report& b) {
  return likeness(profile_of(a), profile_of(b), kNever);
}

}  // namespace rasid
