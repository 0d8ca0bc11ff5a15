-- What somebody read on the petition's page, and when. The first row is what was known before.
CREATE TABLE petition_reading (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    count INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    as_of TEXT,
    noted_at TEXT NOT NULL,
    noted_by INTEGER
) STRICT;
