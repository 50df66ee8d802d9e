// SPDX-License-Identifier: Apache-2.0
// SqliteStore: what people change: corrections, ties, deletions; and new codings.
#include <algorithm>

#include "base/hash.h"
#include "store/packed.h"
#include "store/source_reader.h"
#include "store/sqlite_add.h"

namespace rasid {

Result<Added> SqliteStore::add(std::span<const CodedArticle> articles) {
  Added added;
  const Result<Done> done = write([&](Adder& adder) -> Result<Done> {
    // Two versions of an article in one batch are joined one after the other.
    std::set<uint64_t> keys;
    size_t begin = 0;
    for (size_t i = 0; i <= articles.size(); ++i) {
      if (i < articles.size() && keys.insert(articles[i].key).second) continue;
      adder.add(articles.subspan(begin, i - begin));
      adder.settle();
      keys.clear();
      begin = i;
      if (i < articles.size()) keys.insert(articles[i].key);
    }
    added = adder.added();
    return Done{};
  });
  if (!done) return done.error();
  return added;
}

Result<Added> SqliteStore::recode(std::span<const CodedArticle>) {
  return Error{"not built yet", path_, ""};
}
Result<Done> SqliteStore::correct(const Correction&) { return Error{"not built yet", path_, ""}; }
Result<Done> SqliteStore::tie(const std::string&, const std::string&, bool, const std::string&,
                              const std::string&) {
  return Error{"not built yet", path_, ""};
}
Result<Done> SqliteStore::withdraw(int64_t, bool, const std::string&, const std::string&) {
  return Error{"not built yet", path_, ""};
}

Result<Done> SqliteStore::remove(const std::string& article, const std::string& who,
                                 const std::string& reason) {
  const uint64_t key = hash64(article);
  return write([&](Adder& adder) -> Result<Done> {
    Connection& db = adder.db();
    const int64_t live = adder.live_article(key);
    if (live == 0) return Error{"there is no article '" + article + "'", path_, ""};
    adder.retire(live, reason);
    adder.settle();
    Query body(db, "DELETE FROM body WHERE article IN (SELECT id FROM article WHERE key = ?)");
    body.bind(key).run();
    Query band(db, "DELETE FROM band WHERE article IN (SELECT id FROM article WHERE key = ?)");
    band.bind(key).run();
    Query mark(db, "UPDATE article SET deleted = 1, sketch = NULL, reason = ? WHERE key = ?");
    mark.bind(reason).bind(key).run();
    Query reports(db,
                  "UPDATE report SET packed = x'', tags = x'' WHERE id >> 12 IN (SELECT id FROM "
                  "article WHERE key = ?)");
    reports.bind(key).run();
    adder.note(who, "delete", article, reason);
    return Done{};
  });
}

Result<Done> SqliteStore::each_article(
    const std::function<bool(const Content&, std::optional<int32_t>)>& take) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  Query query(db, "SELECT id, published FROM article WHERE retired IS NULL ORDER BY id");
  while (query.next()) {
    const Result<Content> content = content_of(db, (*lease)->codec(), query.integer(0));
    if (!content) return content.error();
    std::optional<int32_t> published;
    if (!query.is_null(1)) published = static_cast<int32_t>(query.integer(1));
    if (!take(*content, published)) break;
  }
  if (const auto failed = db.failure()) return *failed;
  return Done{};
}

Result<std::vector<AuditRow>> SqliteStore::audit(size_t limit) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  const Reading reading(db);
  std::vector<AuditRow> out;
  Query query(db, "SELECT id, known, who, act, target, detail FROM audit ORDER BY id DESC LIMIT ?");
  query.bind(static_cast<int64_t>(limit));
  while (query.next()) {
    out.push_back({query.integer(0), query.integer(1), std::string(query.text(2)),
                   std::string(query.text(3)), std::string(query.text(4)),
                   std::string(query.text(5))});
  }
  if (const auto failed = db.failure()) return *failed;
  return out;
}

}  // namespace rasid
