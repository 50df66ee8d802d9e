// SPDX-License-Identifier: Apache-2.0
#include "ingest/recode.h"

#include <algorithm>
#include <map>

namespace rasid {
namespace {

constexpr size_t kBatch = 256;

std::string names(const std::vector<RecordActor>& actors) {
  std::string out;
  for (const RecordActor& actor : actors)
    out += actor.code + ":" + actor.sector + "/" + actor.name + ";";
  return out;
}

// The fields in which two codings of one trigger differ.
std::string changed_fields(const Record& before, const Record& now) {
  std::string out;
  const auto field = [&](const char* name, const std::string& a, const std::string& b) {
    if (a != b) out += (out.empty() ? "" : ", ") + std::string(name);
  };
  field("mode", before.mode, now.mode);
  field("status", before.status, now.status);
  field("negation", before.negation, now.negation);
  field("postponed", before.postponed ? "1" : "", now.postponed ? "1" : "");
  field("actor", names(before.actor), names(now.actor));
  field("recipient", names(before.recipient), names(now.recipient));
  field("said_by", names(before.said_by), names(now.said_by));
  field("date", before.date, now.date);
  field("enddate", before.enddate, now.enddate);
  field("place", before.place ? before.place->words.text : "",
        now.place ? now.place->words.text : "");
  return out;
}

class Comparison {
 public:
  Comparison(RecodeTotals& totals, const RecodeHandlers& handlers)
      : totals_(totals), handlers_(handlers) {}

  bool run(const std::string& article, const std::vector<Record>& before,
           const std::vector<Record>& now) {
    std::map<std::string, const Record*> old;
    for (const Record& record : before) old[record.id] = &record;
    bool differ = false;
    for (const Record& record : now) {
      const auto at = old.find(record.id);
      if (at == old.end()) {
        ++totals_.fresh;
        tell({article, "new", nullptr, &record});
        differ = true;
        continue;
      }
      const std::string fields = changed_fields(*at->second, record);
      ++(fields.empty() ? totals_.same : totals_.changed);
      if (!fields.empty()) tell({article, fields, at->second, &record});
      differ |= !fields.empty();
      old.erase(at);
    }
    for (const Record& record : before) {
      if (old.count(record.id) == 0) continue;
      ++totals_.gone;
      tell({article, "gone", &record, nullptr});
      differ = true;
    }
    return differ;
  }

 private:
  void tell(const Difference& difference) const {
    if (handlers_.difference) handlers_.difference(difference);
  }
  RecodeTotals& totals_;
  const RecodeHandlers& handlers_;
};

}  // namespace

Result<RecodeTotals> recode_articles(const Engine& engine, Store& store, bool dry_run,
                                     const RecodeHandlers& handlers) {
  RecodeTotals totals;
  Comparison comparison(totals, handlers);
  Coder coder(engine);
  std::vector<CodedArticle> batch;
  std::optional<Error> failed;
  const auto flush = [&] {
    if (batch.empty() || failed) return;
    const Result<Added> done = store.recode(batch);
    if (!done) failed = done.error();
    batch.clear();
  };
  // The reading transaction sees the articles as they were when it began, whatever is written.
  const Result<Done> done =
      store.each_article([&](const Content& content, std::optional<int32_t> published) {
        ++totals.articles;
        coder.document().clear();
        coder.document().article = article_of(content, published);
        coder.run();
        const Document& document = coder.document();
        totals.differ += comparison.run(content.key, content.records, document.records) ? 1U : 0U;
        if (dry_run) return true;
        batch.push_back(coded(document, engine.lexicon()));
        if (batch.size() >= kBatch) flush();
        return !failed;
      });
  if (!done) return done.error();
  flush();
  if (failed) return *failed;
  return totals;
}

}  // namespace rasid
