-- Letters: drafts with what their writers typed, and what is kept of a letter once its draft is gone (no text).

-- A draft, private to its writer. `server` is NULL where it was begun in a DM or where the bot is no member.
-- `version` grows with every change, so that of two forms opened on one draft neither overwrites the other.
-- `standing`, `basis`, `fact` and `link` are what the draft was built on; `standing` is NULL where no tie is on record.
CREATE TABLE letter_draft (
    id TEXT PRIMARY KEY,
    writer INTEGER NOT NULL,
    server INTEGER,
    place TEXT NOT NULL,
    tie TEXT,
    recipient INTEGER NOT NULL DEFAULT 0,
    ask TEXT NOT NULL,
    template TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    connection TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    respect TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    neighborhood TEXT NOT NULL DEFAULT '',
    fair INTEGER NOT NULL DEFAULT 1,
    points TEXT NOT NULL DEFAULT '[]',
    standing TEXT,
    basis TEXT,
    fact TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    tell INTEGER NOT NULL DEFAULT 0,
    begun INTEGER NOT NULL DEFAULT 0,
    sent TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX letter_draft_writer ON letter_draft (writer, changed_at);
CREATE INDEX letter_draft_tie ON letter_draft (tie);
CREATE INDEX letter_draft_changed ON letter_draft (changed_at);

-- Hashes of runs of the writer's own words, to tell a letter that was passed around. Gone with their draft.
CREATE TABLE letter_shingle (
    draft TEXT NOT NULL REFERENCES letter_draft (id) ON DELETE CASCADE,
    server INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    PRIMARY KEY (server, hash, draft)
) STRICT, WITHOUT ROWID;
CREATE INDEX letter_shingle_draft ON letter_shingle (draft);

-- What is kept of a letter that its writer sent: no text, for a year.
CREATE TABLE letter_sent (
    id TEXT PRIMARY KEY,
    writer INTEGER NOT NULL,
    server INTEGER,
    place TEXT NOT NULL,
    tie TEXT,
    template TEXT NOT NULL,
    recipient TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT '',
    answered_at TEXT,
    remind_at TEXT
) STRICT;
CREATE INDEX letter_sent_writer ON letter_sent (writer, sent_at);
CREATE INDEX letter_sent_at ON letter_sent (sent_at);

-- Counts only: by server (0 for none), tie (or place), template and month (`2026-11`).
CREATE TABLE letter_count (
    server INTEGER NOT NULL,
    tie TEXT NOT NULL,
    template TEXT NOT NULL,
    month TEXT NOT NULL,
    what TEXT NOT NULL,
    number INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (server, tie, template, month, what)
) STRICT, WITHOUT ROWID;

-- A server's own letter templates, as they were uploaded.
CREATE TABLE letter_template (
    server INTEGER NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    added_by INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (server, name)
) STRICT, WITHOUT ROWID;
