-- Archived copies of a source's page, as JSON; and what is being done to find one, for one address of the source.
ALTER TABLE source ADD COLUMN copies TEXT NOT NULL DEFAULT '[]';
CREATE TABLE copy_job (
    source TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    job TEXT NOT NULL,
    next_at TEXT,
    tries INTEGER NOT NULL,
    why TEXT NOT NULL,
    doubtful TEXT NOT NULL
) STRICT;
