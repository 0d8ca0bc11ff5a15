-- What editors did to the offices of a place, so that it can be taken back. `shipped`: it was the dataset's until then.
CREATE TABLE recipient_change (
    id INTEGER PRIMARY KEY,
    place TEXT NOT NULL,
    recipients_before TEXT NOT NULL,
    recipients_after TEXT NOT NULL,
    shipped INTEGER NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
