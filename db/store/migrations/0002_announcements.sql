-- Announcements: which channels and people want to hear, what was announced, and one row for everything that is sent.
-- Moments are UTC text. Ids of servers, channels, roles and people are Discord's.

-- `states` and `standings` are blank-separated lists; empty means all. `digest_slot` and `digest_seq` say up to which
-- hour and which announcement the channel's digest has come. `earlier` is the choice before the last edit, for undo.
-- `ended` and `ended_at` mark a subscription that is over and kept for a while: nothing is lost by a mistake.
CREATE TABLE subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild INTEGER NOT NULL,
    channel INTEGER NOT NULL UNIQUE,
    set_by INTEGER,
    set_at TEXT NOT NULL,
    states TEXT NOT NULL,
    standings TEXT NOT NULL,
    votes INTEGER NOT NULL CHECK (votes IN (0, 1)),
    role INTEGER,
    digest TEXT NOT NULL CHECK (digest IN ('off', 'also', 'only')),
    digest_slot TEXT NOT NULL,
    digest_seq INTEGER NOT NULL,
    earlier TEXT,
    ended TEXT CHECK (ended IN ('unfollowed', 'deleted', 'left')),
    ended_at TEXT,
    paused_at TEXT,
    paused_why TEXT
) STRICT;
CREATE INDEX subscription_guild ON subscription (guild);

CREATE TABLE watch (
    user INTEGER NOT NULL,
    tie TEXT NOT NULL,
    since TEXT NOT NULL,
    closed_at TEXT,
    PRIMARY KEY (user, tie)
) STRICT, WITHOUT ROWID;
CREATE INDEX watch_tie ON watch (tie);

CREATE TABLE announcement (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('change', 'vote', 'correction', 'retraction')),
    tie TEXT NOT NULL,
    act TEXT NOT NULL,
    state TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    corrects TEXT REFERENCES announcement (id),
    recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX announcement_tie ON announcement (tie, seq);

-- `key` is unique, so that whatever is enqueued again is enqueued once. `nonce` stays the same through every attempt.
-- `anchor` is set by the first attempt and never cleared: a message from before it cannot be this delivery, and a row
-- that has one is looked for in its channel before it is sent again. What is `open` stands in its target's queue. `about` is the delivery that a correction mends.
-- `seen` is the newest announcement when the message was written: a correction up to that one is already in it.
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    target_kind TEXT NOT NULL CHECK (target_kind IN ('channel', 'user', 'news')),
    target INTEGER NOT NULL,
    guild INTEGER,
    subscription INTEGER,
    key TEXT NOT NULL UNIQUE,
    payload TEXT NOT NULL DEFAULT '{}',
    about INTEGER REFERENCES delivery (id) ON DELETE SET NULL,
    state TEXT NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'sending', 'sent', 'retry', 'paused', 'gone', 'failed')),
    open INTEGER NOT NULL AS (state IN ('pending', 'sending', 'retry', 'paused')),
    nonce TEXT NOT NULL,
    created_at TEXT NOT NULL,
    not_before TEXT,
    anchor INTEGER,
    seen INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    failing_since TEXT,
    next_at TEXT,
    place INTEGER,
    message INTEGER,
    done_at TEXT,
    code INTEGER,
    reason TEXT
) STRICT;
CREATE INDEX delivery_open ON delivery (target_kind, target, id, not_before) WHERE open = 1;
CREATE INDEX delivery_about ON delivery (about) WHERE about IS NOT NULL;
CREATE INDEX delivery_target ON delivery (target, id);
CREATE INDEX delivery_done ON delivery (done_at) WHERE done_at IS NOT NULL;

-- Which announcements a delivery tells of: one for a message about a change, several for a digest or a summary.
CREATE TABLE carried (
    delivery INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
    announcement TEXT NOT NULL REFERENCES announcement (id),
    PRIMARY KEY (announcement, delivery)
) STRICT, WITHOUT ROWID;
CREATE INDEX carried_delivery ON carried (delivery);
