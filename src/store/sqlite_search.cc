// SPDX-License-Identifier: Apache-2.0
// SqliteStore: full-text search, hits shown in the article's own words.
#include <algorithm>

#include "store/source_reader.h"

namespace rasid {
namespace {

// The line of the text that holds most of the words found, with where they stand in it.
void show_line(SearchHit& hit, const Content& content, const std::vector<Span>& found) {
  Span best = line_around(content.text, content.headline);
  std::vector<Span> in_best;
  for (size_t i = 0; i < found.size();) {
    const Span line = line_around(content.text, found[i]);
    std::vector<Span> here;
    for (; i < found.size() && found[i].begin < line.end; ++i) here.push_back(found[i]);
    if (here.size() > in_best.size()) {
      best = line;
      in_best = std::move(here);
    }
    if (here.empty() && in_best.empty()) ++i;
  }
  hit.line = slice(content.text, best);
  for (const Span span : in_best) {
    if (span.begin >= best.begin && span.end <= best.end)
      hit.found.push_back({span.begin - best.begin, span.end - best.begin});
  }
}

class Searcher {
 public:
  Searcher(Connection& db, BodyCodec& codec, const SearchQuery& query, const SearchFilter& filter)
      : db_(db), sources_(db, codec), query_(query), filter_(filter) {}

  // Newest first: article numbers begin with the day.
  std::vector<SearchHit> run() {
    std::vector<SearchHit> out;
    const std::string expression = query_.expression();
    if (expression.empty()) return out;
    const int64_t from = filter_.since == kNoDay ? 0 : int64_t{filter_.since} << kDayShift;
    const int64_t to =
        filter_.until == kNoDay ? INT64_MAX : ((int64_t{filter_.until} + 1) << kDayShift) - 1;
    Query query(db_,
                "SELECT rowid FROM words WHERE words MATCH ? AND rowid BETWEEN ? AND ? ORDER BY "
                "rowid DESC");
    query.bind(expression).bind(from).bind(to);
    while (out.size() < filter_.limit && query.next()) {
      if (auto hit = hit_of(query.integer(0))) out.push_back(std::move(*hit));
    }
    return out;
  }

 private:
  std::optional<SearchHit> hit_of(int64_t article) {
    SearchHit hit;
    {
      Query query(db_, "SELECT published, retired FROM article WHERE id = ?");
      query.bind(article);
      if (!query.next() || !query.is_null(1)) return std::nullopt;
      if (!query.is_null(0)) hit.published = static_cast<int32_t>(query.integer(0));
    }
    const Content* content = sources_.content(article);
    if (content == nullptr) return std::nullopt;
    if (!filter_.outlet.empty() && std::find(filter_.outlet.begin(), filter_.outlet.end(),
                                             content->outlet) == filter_.outlet.end())
      return std::nullopt;
    const std::vector<Span> found = found_words(query_, content->text, content->tokens);
    if (query_.needs_look() && !answers(query_, content->text, content->tokens))
      return std::nullopt;
    hit.article = content->id;
    hit.url = content->url;
    hit.outlet = content->outlet;
    hit.headline = slice(content->text, content->headline);
    hit.reports = content->records.size();
    show_line(hit, *content, found);
    return hit;
  }

  Connection& db_;
  SourceReader sources_;
  const SearchQuery& query_;
  const SearchFilter& filter_;
};

}  // namespace

Result<std::vector<SearchHit>> SqliteStore::search(const SearchQuery& query,
                                                   const SearchFilter& filter) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  std::vector<SearchHit> out = Searcher(db, (*lease)->codec(), query, filter).run();
  if (const auto failed = db.failure()) return *failed;
  return out;
}

}  // namespace rasid
