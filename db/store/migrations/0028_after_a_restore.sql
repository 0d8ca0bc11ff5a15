-- After a restore from a backup: what the bot said since then is read in the channels, before anything is sent there.

-- The channels and people that are still to be read, from which message id on, and why that was not possible.
CREATE TABLE history_gap (
    target_kind TEXT NOT NULL CHECK (target_kind IN ('channel', 'user')),
    target INTEGER NOT NULL,
    guild INTEGER,
    since INTEGER NOT NULL,
    why TEXT,
    PRIMARY KEY (target_kind, target)
) STRICT, WITHOUT ROWID;

-- The bot's own messages from that time, with what their marks hold, and the row that has taken one for its own.
CREATE TABLE found_message (
    message INTEGER PRIMARY KEY,
    channel INTEGER NOT NULL,
    number INTEGER NOT NULL,
    epoch INTEGER NOT NULL,
    key TEXT NOT NULL,
    delivery INTEGER REFERENCES delivery (id) ON DELETE SET NULL
) STRICT;
CREATE INDEX found_message_key ON found_message (channel, key);
CREATE INDEX found_message_delivery ON found_message (delivery) WHERE delivery IS NOT NULL;
