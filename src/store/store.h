// SPDX-License-Identifier: Apache-2.0
// Store: the record. Articles, what they report, and the events that their reports are about,
// joined as they arrive; nothing is silently overwritten. One SQLite file (docs/STORE.md); another
// database can stand behind this interface.
//
// Threads: reading functions may be called from any number of threads beside one writer; writing
// functions are taken one at a time (a mutex), and wait for another process that writes.
// Durability: what a writing function answered Done for survives a crash of the process or machine.
// Example: auto store = Store::open("record.rasid"); (*store)->add({coded_article});
//          EventFilter filter; filter.actor = {"SAU"}; (*store)->events(filter);
#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "store/coded.h"

namespace rasid {

struct StoreOptions {
  bool create = false;             // make the file where there is none
  bool read_only = false;          // change nothing: a store on a read-only disk opens so by itself
  std::string file_layer;          // for tests: the name of an SQLite VFS
  std::function<int64_t()> clock;  // milliseconds since 1970; the system's where empty
};

struct Added {
  uint64_t articles = 0, versions = 0, reports = 0, near_copies = 0;
  uint64_t known = 0;    // exact copies of an article the store has
  uint64_t deleted = 0;  // articles that were deleted and stay so
  uint64_t events_created = 0, events_changed = 0;
};

// A time known (milliseconds since 1970) that means: all that is known.
inline constexpr int64_t kNow = INT64_MAX;

// What an event must have. Empty lists ask nothing; several values of one kind: any of them.
struct EventFilter {
  std::vector<std::string> actor, dyad, category, status, place, outlet, speaker, thread;
  int32_t since = kNoDay, until = kNoDay;  // it lies on one of these days
  std::optional<SearchQuery> text;         // words of an article that reports it
  int64_t known_at = kNow;                 // as the record knew it then
  size_t limit = 50;
  bool oldest_first = false;
};

struct EventRow {
  std::string id;
  int32_t first = kNoDay, last = kNoDay;  // of the deed; kNoDay where no report dates it
  int32_t told = kNoDay;                  // first published
  Status status = Status::held;
  bool disputed = false, postponed = false, silent = false;
  uint32_t reports = 0, outlets = 0, origins = 0;
  Record record;  // of the report that tells most
  std::string outlet, url, line;
};

// One report with where it stands.
struct Source {
  Report report;
  Record record;
  std::string outlet, url, article, headline, line;
  std::string event;    // its id; filled for threads
  int64_t known = 0;    // when the store learnt of it
  int64_t retired = 0;  // when it stopped to count; 0: it counts
  bool corrected = false;
};

struct EventStory {
  std::string id;                 // as it is now
  std::vector<std::string> from;  // other ids that mean it
  std::vector<Source> sources;    // by day published
  std::vector<Source> related;    // of other events that speak of it: an invitation to it ...
};

// What is told of one thread, as known at the end of a day.
struct ThreadStory {
  std::string key, name;
  std::vector<std::pair<std::string, std::string>> others;  // keys and names that fit as well
  std::vector<Source> sources;                              // by day published
};

struct ThreadRow {
  std::string key, name;
  uint64_t events = 0;
  int32_t first = kNoDay, last = kNoDay;  // days of its events
  bool exact = false;                     // its name is just what was asked for
};

// A value of a filter that nothing in the record has.
struct UnknownValue {
  std::string kind, value;        // actor, dyad, category, status, place, outlet, speaker, thread
  std::vector<std::string> near;  // what the record has instead, the likest first
};

struct SearchHit {
  std::string article, url, outlet, headline, line;
  int32_t published = kNoDay;
  std::vector<Span> found;  // bytes of `line`
  size_t reports = 0;
};

struct SearchFilter {
  std::vector<std::string> outlet;
  int32_t since = kNoDay, until = kNoDay;
  size_t limit = 20;
};

struct DyadRow {
  std::string from, to;
  uint64_t events = 0, held = 0, planned = 0, possible = 0, negated = 0;
  uint64_t quads[5] = {};
};

struct StoreStats {
  uint64_t articles = 0, versions = 0, deleted = 0, near_copies = 0, outlets = 0;
  uint64_t reports = 0, events = 0, joined_events = 0, corrections = 0, ties = 0;
  int32_t first_day = kNoDay, last_day = kNoDay;
  uint64_t file_bytes = 0;
  std::vector<std::pair<std::string, uint64_t>> lexicons;  // version, articles coded with it
  std::vector<std::pair<std::string, uint64_t>> categories, statuses, by_outlet;
};

struct Correction {
  std::string report;        // a record's id
  std::string field, value;  // status, negation, date, enddate, category, mode, place, dismissed
  std::string who, reason;
};

struct CorrectionRow {
  int64_t id = 0, known = 0, withdrawn = 0;
  bool tie = false;
  std::string target, what, who, reason;
};

struct AuditRow {
  int64_t id = 0, known = 0;
  std::string who, act, target, detail;
};

class Store {
 public:
  virtual ~Store() = default;
  static Result<std::unique_ptr<Store>> open(const std::string& path, const StoreOptions& options);
  static Result<Done> restore(const std::string& backup, const std::string& path);
  static Result<std::vector<std::string>> doctor(const std::string& path);  // faults; empty: sound

  // Writing.
  // Does what of add() need not wait its turn; any thread may. Leaving it out is no fault.
  virtual Result<Done> prepare(CodedArticle& article) = 0;
  virtual Result<Added> add(std::span<const CodedArticle> articles) = 0;
  virtual Result<Done> correct(const Correction& correction) = 0;
  // Two reports (or events: their founders) are one deed, or are not.
  virtual Result<Done> tie(const std::string& a, const std::string& b, bool together,
                           const std::string& who, const std::string& reason) = 0;
  virtual Result<Done> withdraw(int64_t correction_or_tie, bool is_tie, const std::string& who,
                                const std::string& reason) = 0;
  // Deletes an article (all versions, by url or id); a tombstone with the reason stays.
  virtual Result<Done> remove(const std::string& article, const std::string& who,
                              const std::string& reason) = 0;
  // Makes the full-text index anew of the articles' words.
  virtual Result<Done> reindex() = 0;
  // Puts a new coding of articles the store has in the place of theirs.
  virtual Result<Added> recode(std::span<const CodedArticle> articles) = 0;

  // Reading.
  virtual Result<bool> has(uint64_t key, uint64_t hash) = 0;
  virtual Result<std::vector<EventRow>> events(const EventFilter& filter) = 0;
  virtual Result<EventStory> event(const std::string& id, int64_t known_at) = 0;
  Result<EventStory> event(const std::string& id) { return event(id, kNow); }
  // Values of the filter that no event has ever had.
  virtual Result<std::vector<UnknownValue>> unknown(const EventFilter& filter) = 0;
  // Threads whose names have these words, those named just so first, then those with most events;
  // all where `words` is empty.
  virtual Result<std::vector<ThreadRow>> threads(const std::string& words, size_t limit) = 0;
  // By key, or by its name; what was published by the end of a day and known at a time.
  virtual Result<ThreadStory> thread(const std::string& name, int32_t as_of, int64_t known_at) = 0;
  Result<ThreadStory> thread(const std::string& name, int32_t as_of) {
    return thread(name, as_of, kNow);
  }
  virtual Result<std::vector<SearchHit>> search(const SearchQuery& query,
                                                const SearchFilter& filter) = 0;
  virtual Result<std::vector<DyadRow>> dyads(const EventFilter& filter) = 0;
  virtual Result<StoreStats> stats() = 0;
  virtual Result<std::vector<AuditRow>> audit(size_t limit) = 0;
  virtual Result<std::vector<CorrectionRow>> corrections() = 0;
  // Every article that counts and was known at the beginning, in order; false from `take` ends it.
  // `take` may write.
  virtual Result<Done> each_article(
      const std::function<bool(const Content&, std::optional<int32_t> published)>& take) = 0;
  virtual Result<Done> backup(const std::string& path) = 0;
};

}  // namespace rasid
