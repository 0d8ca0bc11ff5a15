-- A scan or photo that goes with a tip: the bot's own message with it in the review channel, and what the file is. The
-- file itself is there alone. Whoever asks to be forgotten leaves it without a name, to be deleted there.
CREATE TABLE tip_file (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    sender INTEGER,
    tip INTEGER,
    channel INTEGER NOT NULL,
    message INTEGER NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    hash TEXT NOT NULL,
    created_at TEXT NOT NULL,
    is_unwanted INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX tip_file_tip ON tip_file (tip);

-- Ten minutes of a volunteer for a tie that nobody has looked at for long, and what came of them.
CREATE TABLE help_task (
    tie TEXT NOT NULL,
    person INTEGER NOT NULL,
    outcome TEXT NOT NULL CHECK (outcome IN ('begun', 'looked', 'could_not')),
    at TEXT NOT NULL,
    PRIMARY KEY (tie, person)
) STRICT, WITHOUT ROWID;
