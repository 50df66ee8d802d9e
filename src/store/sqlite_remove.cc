// SPDX-License-Identifier: Apache-2.0
// SqliteStore: deletions: no word of the article stays in the file, but the audit trail's own.
#include "base/hash.h"
#include "store/sqlite_add.h"

namespace rasid {
namespace {

void run_for(Connection& db, std::string_view sql, uint64_t article) {
  Query query(db, sql);
  query.bind(article).run();
}

void empty_rows(Connection& db, uint64_t article) {
  run_for(db, "DELETE FROM body WHERE article IN (SELECT id FROM article WHERE key = ?)", article);
  run_for(db, "DELETE FROM band WHERE article IN (SELECT id FROM article WHERE key = ?)", article);
  run_for(db,
          "UPDATE report SET packed = x'', tags = x'', coder = NULL WHERE id >> 12 IN "
          "(SELECT id FROM article WHERE key = ?)",
          article);
  run_for(db, "UPDATE correction SET words = '', old = '', new = '' WHERE article = ?", article);
}

// Names that only this article gave: the rows stay, for their numbers are never given again.
void empty_tags(Connection& db) {
  db.run(
      "UPDATE tag SET name = '#' || id, shown = '' WHERE events = 0 AND (shown <> '' OR "
      "substr(name, 1, 1) = '=')");
}

}  // namespace

Result<Done> SqliteStore::remove(const std::string& article, const std::string& who,
                                 const std::string& reason) {
  const uint64_t key = hash64(article);
  const Result<Done> done = write([&](Adder& adder) -> Result<Done> {
    Connection& db = adder.db();
    const int64_t live = adder.live_article(key);
    if (live == 0) return Error{"there is no article '" + article + "'", path_, ""};
    adder.retire(live, reason);
    adder.settle();
    empty_rows(db, key);
    {
      Query mark(db,
                 "UPDATE article SET deleted = 1, sketch = NULL, about = NULL, reason = ? WHERE "
                 "key = ?");
      mark.bind(reason).bind(key).run();
    }
    empty_tags(db);
    adder.forget_tags();
    // The index only marks words as gone until their pages are merged: all are, here.
    db.run("INSERT INTO words (words) VALUES ('optimize')");
    adder.note(who, "delete", article, reason);
    return Done{};
  });
  if (!done) return done;
  // The journal still has pages as they were: unless somebody reads just now, it is emptied.
  const std::lock_guard lock(writing_);
  writer_->db->run("PRAGMA wal_checkpoint(TRUNCATE)");
  writer_->db->clear_failure();
  return Done{};
}

}  // namespace rasid
