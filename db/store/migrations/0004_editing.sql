-- The home server: who may edit the record, and where editors are asked.
CREATE TABLE home (
    guild INTEGER PRIMARY KEY,
    editor_role INTEGER NOT NULL,
    review_channel INTEGER NOT NULL,
    set_by INTEGER NOT NULL,
    set_at TEXT NOT NULL
) STRICT;

-- An act that is being entered, a correction or a retraction, as it was typed. Kept after the decision, never reused.
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    editor INTEGER NOT NULL,
    task TEXT NOT NULL CHECK (task IN ('record', 'correct', 'retract')),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'waiting', 'done', 'cancelled')),
    tie TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT '',
    authority TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    vote TEXT NOT NULL DEFAULT '',
    condition TEXT NOT NULL DEFAULT '',
    hearing TEXT NOT NULL DEFAULT '',
    target TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
    disputes TEXT NOT NULL DEFAULT '',
    follows TEXT,
    act TEXT NOT NULL DEFAULT '',
    announcement TEXT,
    decided_by INTEGER,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
) STRICT;

CREATE INDEX draft_waiting ON draft (id) WHERE state = 'waiting';

CREATE TABLE draft_source (
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    address TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',
    grade TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (draft, number)
) STRICT;

-- Who decided on a change by the dataset, so that a late click can say so.
ALTER TABLE dataset_change ADD COLUMN decided_by INTEGER;
