-- Feeds that editors listed, what was read of each, and what was seen in it.
CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    address TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    covers TEXT NOT NULL,
    added_at TEXT NOT NULL,
    etag TEXT NOT NULL DEFAULT '',
    modified TEXT NOT NULL DEFAULT '',
    read_at TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
    next_at TEXT,
    fails INTEGER NOT NULL DEFAULT 0,
    failing_since TEXT,
    settled INTEGER NOT NULL DEFAULT 0,
    tips_on TEXT NOT NULL DEFAULT '',
    tips INTEGER NOT NULL DEFAULT 0,
    left_out INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE feed_item (
    feed INTEGER NOT NULL REFERENCES feed (id) ON DELETE CASCADE,
    guid TEXT NOT NULL,
    page TEXT NOT NULL,
    title TEXT NOT NULL,
    first_seen TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    PRIMARY KEY (feed, guid)
) STRICT;
CREATE INDEX feed_item_page ON feed_item (page) WHERE page <> '';
-- The public interface of a place's council, as an editor noted it, and the meetings that were read there.
CREATE TABLE council (
    place TEXT PRIMARY KEY,
    platform TEXT NOT NULL,
    client TEXT NOT NULL,
    added_at TEXT NOT NULL,
    read_at TEXT,
    outcome TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
    next_at TEXT,
    fails INTEGER NOT NULL DEFAULT 0,
    failing_since TEXT,
    settled INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE TABLE council_meeting (
    place TEXT NOT NULL REFERENCES council (place) ON DELETE CASCADE,
    meeting TEXT NOT NULL,
    title TEXT NOT NULL,
    day TEXT NOT NULL,
    time TEXT NOT NULL,
    address TEXT NOT NULL,
    agenda TEXT NOT NULL,
    state TEXT NOT NULL,
    hit TEXT NOT NULL,
    agenda_mark TEXT NOT NULL,
    last_seen TEXT NOT NULL,
    PRIMARY KEY (place, meeting)
) STRICT;
