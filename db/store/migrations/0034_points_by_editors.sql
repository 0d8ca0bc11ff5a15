-- Talking points that editors enter: what is typed until it is recorded, by whom, and who decided; and why one is told no
-- more. An addition may be a talking point, or that one was retired.
ALTER TABLE talking_point ADD COLUMN retired TEXT;
CREATE TABLE point_draft (
    id INTEGER PRIMARY KEY,
    editor INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'waiting', 'done', 'cancelled')),
    version INTEGER NOT NULL DEFAULT 1,
    typed TEXT NOT NULL,
    returned TEXT NOT NULL DEFAULT '',
    decided_by INTEGER,
    updated_at TEXT NOT NULL
) STRICT;
CREATE TABLE addition_of_0034 (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('place', 'tie', 'listing', 'notes', 'point', 'retired')),
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT NOT NULL,
    source TEXT,
    added_at TEXT NOT NULL
) STRICT;
INSERT INTO addition_of_0034 SELECT id, kind, subject, before, after, source, added_at FROM addition;
DROP TABLE addition;
ALTER TABLE addition_of_0034 RENAME TO addition;
