-- What editors added to the record besides acts (a place, a tie, a listing), or noted of a tie, so that it can be taken
-- back: what was there before and after, as JSON, and the source that came with it.
CREATE TABLE addition (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('place', 'tie', 'listing', 'notes')),
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT NOT NULL,
    source TEXT,
    added_at TEXT NOT NULL
) STRICT;
