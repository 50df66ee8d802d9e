// SPDX-License-Identifier: Apache-2.0
// Adder: the work of one writing transaction: takes articles in and out, joins their reports, and
// writes the events that changed. Nothing of it is seen before the transaction's commit.
#pragma once
#include <set>

#include "store/corrections.h"
#include "store/sqlite_store.h"

namespace rasid {

class Adder {
 public:
  Adder(SqliteStore::Writer& writer, int64_t known) : w_(writer), db_(*writer.db), known_(known) {}
  // Articles with keys that differ from each other.
  void add(std::span<const CodedArticle> articles);
  // Another coding of the same texts: where it says the same, only its lexicon is noted.
  void recode(std::span<const CodedArticle> articles);
  // Takes the reports of an article's row out of their events and out of the full-text index.
  void retire(int64_t article, const std::string& reason);
  // Puts the joiner to work on what was added and retired, and writes the events that changed.
  // `touched`: reports whose ties changed.
  void settle(std::span<const ReportId> touched = {});
  // The full-text index anew; `only_if_old`: where its words were made otherwise than now.
  void index_anew(bool only_if_old);
  void note(const std::string& who, const std::string& act, const std::string& target,
            const std::string& detail);
  // Makes a live article's reports anew from what the coder said and the corrections that hold.
  void correct(int64_t article);
  int64_t live_article(uint64_t key);
  void forget_tags() { w_.tags.forget(); }
  const Added& added() const { return added_; }
  Connection& db() { return db_; }
  BodyCodec& codec() { return w_.codec; }
  SqliteShelf& shelf() { return w_.shelf; }
  int64_t known() const { return known_; }
  void refresh_all_of(int64_t article);  // events of an article whose origin changed

 private:
  struct Arrival {
    int64_t row = 0;
    TagNumber outlet = 0;
    Report report;
    std::vector<TagNumber> tags;
    std::string coder;  // as the coder made it, where it was corrected
  };
  enum class Fate : uint8_t { fresh, version, known, deleted };
  Fate fate_of(const CodedArticle& article, int64_t& old);
  void take(const CodedArticle& article, int64_t old);
  int64_t new_id(int32_t published);
  int64_t lexicon_number(const std::string& version);
  int64_t origin_of(const CodedArticle& article, int64_t id);
  std::vector<int64_t> like_texts(const CodedArticle& article, int64_t id);
  int64_t first_published(const std::vector<int64_t>& articles);
  void join_origins(const std::vector<int64_t>& origins, int64_t to);
  void write_body(int64_t id, const CodedArticle& article);
  std::string frame_of(const CodedArticle& article);
  void train_dictionary();
  void write_reports(const CodedArticle& article, int64_t id, TagNumber outlet);
  void write_row(const Arrival& arrival, int64_t event_row, std::optional<PoolId> pool,
                 bool dismissed);
  struct Before {  // a report as it is in the store
    std::string packed;
    bool dismissed = false, there = false;
  };
  std::optional<CodedArticle> as_coded(int64_t article, std::vector<Before>& before);
  void change(int64_t article, size_t number, CodedReport now, std::string original,
              bool was_dismissed, const CodedArticle& of);
  TagNumber outlet_of(int64_t article);
  void follow_ties(const CodedArticle& article, int64_t id);
  void rename_tied(ReportId from, ReportId to);
  void take_out_slots(const ShelvedReport& report);
  int64_t event_row_of(const ShelvedReport& report) { return row_of_event(report.filed.event); }
  std::vector<uint32_t> about_of(int64_t article);
  uint64_t origin_key(int64_t article);
  std::vector<CodedReport> corrected(const CodedArticle& article,
                                     std::vector<std::string>& original);
  std::vector<TagNumber> numbers_of(const std::vector<Tag>& tags);
  void join_in(std::span<const Report> arrivals, std::span<const ReportId> removed,
               std::span<const ReportId> touched);
  void place(const Placement& placement);
  void insert(Arrival& arrival, const Placement& placement);
  void move_after(ReportId founder, int64_t old_row);
  void take_out_removed();
  void point_on(const Outcome& outcome, const std::vector<std::pair<ReportId, EventId>>& gone);
  void refresh(int64_t event_row);
  void write_event(int64_t event_row, const std::vector<ShelvedReport*>& reports);
  void drop_event(int64_t event_row);
  void move_tags(int64_t event, int32_t old_day, const std::vector<TagNumber>& old, int32_t day,
                 const std::vector<TagNumber>& now);
  int64_t row_of_event(EventId event);

  SqliteStore::Writer& w_;
  Connection& db_;
  int64_t known_;
  Added added_;
  std::vector<std::pair<int64_t, std::string>> lines_;  // for the full-text index, by article
  std::unordered_map<ReportId, Arrival> arrivals_;
  std::vector<ReportId> removed_;
  std::unordered_map<ReportId, std::vector<FileKey>> removed_keys_;
  std::set<int64_t> stale_;  // events to be written anew
};

}  // namespace rasid
