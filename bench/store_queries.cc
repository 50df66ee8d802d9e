// SPDX-License-Identifier: Apache-2.0
// store_queries STORE [COUNT]: how long a record takes to answer: an actor's time line, a thread, a
// full-text query, the story of an event. What is asked is drawn from the record itself (the same
// for the same record). Prints the median, the 95th of 100 and the longest of each, in
// milliseconds.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>

#include "store/sqlite.h"
#include "store/store.h"

namespace rasid {
namespace {

struct Questions {
  std::vector<std::string> actors, threads, events;
  std::vector<SearchQuery> queries;
};

std::vector<std::string> names_of(Connection& db, const char* sql) {
  std::vector<std::string> out;
  Query query(db, sql);
  while (query.next()) out.emplace_back(query.text(0));
  return out;
}

// Words of articles here and there: one alone, two together, a phrase.
void draw_words(Store& store, std::mt19937& random, Questions& out, size_t count) {
  size_t number = 0;
  const auto done = store.each_article([&](const Content& content, std::optional<int32_t>) {
    if (number++ % 97 != 0 || content.tokens.size() < 40) return out.queries.size() < count * 3;
    const size_t at = random() % (content.tokens.size() - 3);
    SearchQuery query;
    const size_t words = 1 + out.queries.size() % 3;
    for (size_t i = 0; i < words; ++i) {
      const SearchToken& token =
          content.tokens[words == 2 ? random() % content.tokens.size() : at + i];
      const std::string word = search_word(slice(content.text, token.span), token);
      if (word.empty()) continue;
      if (words == 3 && !query.terms.empty()) {
        query.terms.back().words.push_back({word});
      } else {
        query.terms.emplace_back().words = {{word}};
      }
      query.terms.back().written.emplace_back();
    }
    if (!query.empty()) out.queries.push_back(std::move(query));
    return out.queries.size() < count * 3;
  });
  if (!done) std::fprintf(stderr, "%s\n", done.error().message().c_str());
  std::shuffle(out.queries.begin(), out.queries.end(), random);
}

void measure(const char* what, size_t count, const std::function<size_t(size_t)>& ask) {
  std::vector<double> times;
  size_t answers = 0;
  for (size_t i = 0; i < count; ++i) {
    const auto start = std::chrono::steady_clock::now();
    answers += ask(i);
    times.push_back(
        std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start)
            .count());
  }
  if (times.empty()) return;
  std::sort(times.begin(), times.end());
  std::printf(
      "%-22s median %6.1f ms   p95 %6.1f ms   longest %6.1f ms   (%zu asked, %.1f answers each)\n",
      what, times[times.size() / 2], times[times.size() * 95 / 100], times.back(), times.size(),
      static_cast<double>(answers) / static_cast<double>(times.size()));
}

int run(const std::string& path, size_t count) {
  StoreOptions options;
  options.read_only = true;
  auto opened = Store::open(path, options);
  if (!opened) return std::fprintf(stderr, "%s\n", opened.error().message().c_str()), 1;
  Store& store = **opened;
  std::mt19937 random(7);
  Questions questions;
  {
    auto db = Connection::open(path, OpenMode::read_only);
    if (!db) return 1;
    // Actors: the most told ones among others, as people ask.
    questions.actors = names_of(
        **db,
        "SELECT name FROM tag WHERE kind = 'a' AND events > 0 ORDER BY events DESC LIMIT 2000");
    questions.threads = names_of(
        **db,
        "SELECT name FROM tag WHERE kind = 't' AND events > 0 ORDER BY events DESC LIMIT 100");
    for (const std::string& key : names_of(**db,
                                           "SELECT printf('%016x', r.key) FROM report r JOIN event "
                                           "e ON e.id = r.id ORDER BY e.reports DESC LIMIT 400"))
      questions.events.push_back(key);
  }
  draw_words(store, random, questions, count);
  std::shuffle(questions.actors.begin(), questions.actors.end(), random);
  measure("actor's time line", std::min(count, questions.actors.size()), [&](size_t i) {
    EventFilter filter;
    filter.actor = {questions.actors[i]};
    const auto rows = store.events(filter);
    return rows ? rows->size() : 0;
  });
  measure("actor and status", std::min(count, questions.actors.size()), [&](size_t i) {
    EventFilter filter;
    filter.actor = {questions.actors[i]};
    filter.status = {"planned"};
    const auto rows = store.events(filter);
    return rows ? rows->size() : 0;
  });
  measure("thread", questions.threads.size(), [&](size_t i) {
    const auto story = store.thread(questions.threads[i], 1000000);
    return story ? story->sources.size() : 0;
  });
  measure("full text", std::min(count, questions.queries.size()), [&](size_t i) {
    const auto hits = store.search(questions.queries[i], {});
    return hits ? hits->size() : 0;
  });
  measure("event's story", questions.events.size(), [&](size_t i) {
    const auto story = store.event(questions.events[i]);
    return story ? story->sources.size() : 0;
  });
  return 0;
}

}  // namespace
}  // namespace rasid

int main(int argc, char** argv) {
  if (argc < 2) return std::fprintf(stderr, "usage: store_queries STORE [COUNT]\n"), 2;
  return rasid::run(argv[1], argc > 2 ? static_cast<size_t>(std::atoi(argv[2])) : 300);
}
