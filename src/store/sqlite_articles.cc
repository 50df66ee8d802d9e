// SPDX-License-Identifier: Apache-2.0
// SqliteStore: all articles one after another: for a new coding, and for a new full-text index.
#include "store/sqlite_add.h"

namespace rasid {
namespace {

struct Listed {
  int64_t id = 0;
  Content content;
  std::optional<int32_t> published;
};

// Some articles behind `last` in one reading transaction.
Result<std::vector<Listed>> next_articles(Connection& db, BodyCodec& codec, int64_t last,
                                          int64_t known) {
  constexpr int kSome = 64;
  const Reading reading(db);
  std::vector<Listed> out;
  Query query(db,
              "SELECT id, published FROM article WHERE retired IS NULL AND id > ? AND known <= ? "
              "ORDER BY id LIMIT ?");
  query.bind(last).bind(known).bind(kSome);
  while (query.next()) {
    Result<Content> content = content_of(db, codec, query.integer(0));
    if (!content) return content.error();
    out.push_back({query.integer(0), std::move(*content), std::nullopt});
    if (!query.is_null(1)) out.back().published = static_cast<int32_t>(query.integer(1));
  }
  if (const auto failed = db.failure()) return *failed;
  return out;
}

}  // namespace

// In short transactions: one that lasted would keep the journal from being emptied while `take`
// writes. What is written meanwhile was not known at the beginning.
Result<Done> SqliteStore::each_article(
    const std::function<bool(const Content&, std::optional<int32_t>)>& take) {
  Result<std::unique_ptr<Lease>> lease = reader();
  if (!lease) return lease.error();
  Connection& db = (*lease)->db();
  db.clear_failure();
  const int64_t known = db.integer("SELECT max(known) FROM article");
  for (int64_t last = -1;;) {
    const Result<std::vector<Listed>> some = next_articles(db, (*lease)->codec(), last, known);
    if (!some) return some.error();
    if (some->empty()) return Done{};
    for (const Listed& one : *some) {
      if (!take(one.content, one.published)) return Done{};
    }
    last = some->back().id;
  }
}

void Adder::index_anew(bool only_if_old) {
  const int64_t form = db_.integer("SELECT value FROM meta WHERE name = 'search_form'");
  if (only_if_old && form == kSearchForm) return;
  db_.run("INSERT INTO words (words) VALUES ('delete-all')");
  Query articles(db_, "SELECT id FROM article WHERE retired IS NULL ORDER BY id");
  Query insert(db_, "INSERT INTO words (rowid, line) VALUES (?, ?)");
  while (articles.next()) {
    const Result<Content> content = content_of(db_, w_.codec, articles.integer(0));
    if (!content) return db_.fail(content.error());
    const std::string line = search_line(content->text, content->tokens);
    insert.again();
    insert.bind(articles.integer(0)).words(line).run();
  }
  Query made(db_, "INSERT OR REPLACE INTO meta (name, value) VALUES ('search_form', ?)");
  made.bind(kSearchForm).run();
}

Result<Done> SqliteStore::reindex() {
  return write([](Adder& adder) -> Result<Done> {
    adder.index_anew(false);
    return Done{};
  });
}

}  // namespace rasid
