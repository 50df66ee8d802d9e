R"sql(
-- The store's file, schema version 2 (docs/STORE.md says what each table is for).
-- Numbers: an article's id is (days since 1970, 0 where unknown) << 20 | number within the day, a report's is
-- article << 12 | number within the article, an event's that of its founding report: so the order of
-- keys is the order of days, and rows told together lie together.
-- Times known are milliseconds since 1970 that never go back.
-- known: the last time known; search_form: of the words in `words` (search_text.h).
CREATE TABLE meta (name TEXT PRIMARY KEY, value ANY) STRICT, WITHOUT ROWID;
CREATE TABLE lexicon (id INTEGER PRIMARY KEY, version TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE dictionary (id INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT;

-- One row a version of an article. retired: when it stopped to count; reason: why (a newer version, a new
-- coding, or a deletion: then deleted is 1 and its content is gone).
CREATE TABLE article (
  id INTEGER PRIMARY KEY,
  key INTEGER NOT NULL,        -- hash of its lasting name
  hash INTEGER NOT NULL,       -- of its text
  published INTEGER,           -- day
  outlet INTEGER NOT NULL,     -- tag
  outlet_hash INTEGER NOT NULL,
  lexicon INTEGER NOT NULL,
  version INTEGER NOT NULL,
  known INTEGER NOT NULL,
  retired INTEGER,
  reason TEXT,
  deleted INTEGER NOT NULL DEFAULT 0,
  origin INTEGER NOT NULL,     -- the article that near copies go back to; itself if none
  sketch BLOB,
  about BLOB                   -- what the joiner knows of the article as a whole
) STRICT;
CREATE INDEX article_key ON article (key);
CREATE INDEX article_hash ON article (hash);
CREATE INDEX article_origin ON article (origin) WHERE origin <> id;
-- frame: zstd with checksum of store/coded.h Content, with a dictionary or 0.
CREATE TABLE body (article INTEGER PRIMARY KEY, dictionary INTEGER NOT NULL, frame BLOB NOT NULL) STRICT;
CREATE TABLE band (slot INTEGER NOT NULL, article INTEGER NOT NULL, PRIMARY KEY (slot, article)) STRICT, WITHOUT ROWID;
CREATE VIRTUAL TABLE words USING fts5 (line, content='', columnsize=0, tokenize="ascii tokenchars '_@$~'");

-- One row a report. packed: store/packed.h; tags: numbers of tags; both and coder sealed (store/pack.h), empty where the
-- article is deleted. pool: null where it is its own.
CREATE TABLE report (
  id INTEGER PRIMARY KEY,
  key INTEGER NOT NULL,        -- the record's id
  event INTEGER NOT NULL,
  pool INTEGER,
  retired INTEGER,
  packed BLOB NOT NULL,
  tags BLOB NOT NULL,
  coder BLOB                   -- packed as the coder made it, where people corrected it
) STRICT;
CREATE INDEX report_key ON report (key);
CREATE INDEX report_event ON report (event) WHERE event <> id AND retired IS NULL;
CREATE INDEX report_pool ON report (pool) WHERE pool IS NOT NULL AND retired IS NULL;
CREATE TABLE filed (slot INTEGER NOT NULL, report INTEGER NOT NULL, PRIMARY KEY (slot, report)) STRICT, WITHOUT ROWID;

-- One row an event: made of its reports, for finding and counting. tags: sealed.
CREATE TABLE event (
  id INTEGER PRIMARY KEY,
  first INTEGER NOT NULL, last INTEGER NOT NULL,  -- days; the day told where the deed has none
  reports INTEGER NOT NULL, outlets INTEGER NOT NULL, origins INTEGER NOT NULL,
  status INTEGER NOT NULL, flags INTEGER NOT NULL,
  tags BLOB NOT NULL
) STRICT;
CREATE INDEX event_day ON event (first);
CREATE TABLE tag (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, name TEXT NOT NULL, shown TEXT NOT NULL,
  events INTEGER NOT NULL DEFAULT 0, UNIQUE (kind, name)
) STRICT;
CREATE TABLE event_tag (tag INTEGER NOT NULL, day INTEGER NOT NULL, event INTEGER NOT NULL,
  PRIMARY KEY (tag, day, event)) STRICT, WITHOUT ROWID;
-- Ids of events whose founding report is gone.
CREATE TABLE pointer (old INTEGER PRIMARY KEY, event INTEGER NOT NULL, known INTEGER NOT NULL) STRICT;

-- What people say against the coder. Named by article and place in it, so that it survives a new coding.
CREATE TABLE correction (
  id INTEGER PRIMARY KEY, article INTEGER NOT NULL, report INTEGER NOT NULL,
  first INTEGER NOT NULL, last INTEGER NOT NULL,  -- bytes of the trigger
  words TEXT NOT NULL,                            -- and its words
  field TEXT NOT NULL, old TEXT NOT NULL, new TEXT NOT NULL,
  who TEXT NOT NULL, reason TEXT NOT NULL, known INTEGER NOT NULL, withdrawn INTEGER
) STRICT;
CREATE INDEX correction_article ON correction (article);
CREATE TABLE tie (
  id INTEGER PRIMARY KEY, a INTEGER NOT NULL, b INTEGER NOT NULL, together INTEGER NOT NULL,
  who TEXT NOT NULL, reason TEXT NOT NULL, known INTEGER NOT NULL, withdrawn INTEGER
) STRICT;
CREATE INDEX tie_a ON tie (a);
CREATE INDEX tie_b ON tie (b);
-- Everything that changed what was known, never changed itself.
CREATE TABLE audit (
  id INTEGER PRIMARY KEY, known INTEGER NOT NULL, who TEXT NOT NULL, act TEXT NOT NULL,
  target TEXT NOT NULL, detail TEXT NOT NULL
) STRICT;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'the audit trail is not changed'); END;
CREATE TRIGGER audit_kept BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'the audit trail is not changed'); END;
)sql"
