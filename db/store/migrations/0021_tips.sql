-- What somebody, or a machine, knows that the record may not: one row a report. It moves nothing by itself.
CREATE TABLE tip (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    -- Who handed it in, in which server; a machine's has neither. Whoever asks to be forgotten leaves it without a name.
    sender INTEGER,
    guild INTEGER,
    machine TEXT NOT NULL DEFAULT '',
    what TEXT NOT NULL,
    -- The tie it is about, empty where none is on record; the rest as it was typed.
    tie TEXT NOT NULL DEFAULT '',
    place TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    address TEXT NOT NULL DEFAULT '',
    words TEXT NOT NULL DEFAULT '',
    -- What makes two reports one: the same page, or the same tie, kind and day.
    page TEXT,
    event TEXT,
    -- A machine's: what it found, by which it knows it again, and a mark of what the page said then.
    fingerprint TEXT,
    content TEXT,
    state TEXT NOT NULL DEFAULT 'new' CHECK (state IN (
        'new', 'asked', 'accepted', 'joined', 'unverifiable', 'nothing_new', 'refused', 'withdrawn')),
    joined_to INTEGER,
    -- What an editor asked its sender, and what they answered.
    question TEXT NOT NULL DEFAULT '',
    asked_by INTEGER,
    answer TEXT NOT NULL DEFAULT '',
    -- The draft that was begun from it.
    draft INTEGER,
    decided_by INTEGER,
    decided_at TEXT,
    reason TEXT NOT NULL DEFAULT '',
    -- What a second editor made of an accepted one.
    second_by INTEGER,
    second_note TEXT NOT NULL DEFAULT '',
    created_at TEXT NOT NULL,
    is_open INTEGER NOT NULL GENERATED ALWAYS AS (state IN ('new', 'asked')) VIRTUAL
) STRICT;

-- A tip with how many reported it, whether a draft that was begun from it is not decided yet, whether it waits for an
-- editor, what it may change (0 for a standing), and whether a second editor is to look at it: one accepted in twenty.
CREATE VIEW tip_now AS
SELECT
    tip.*,
    1 + (SELECT count(*) FROM tip AS other WHERE other.joined_to = tip.id AND other.state = 'joined') AS reported,
    began.id IS NOT NULL AS is_being_recorded,
    tip.state = 'new' AND began.id IS NULL AS waits,
    tip.tie = '' OR tip.what NOT IN ('ended', 'suspended', 'kept', 'resumed', 'stands') AS worth,
    tip.state = 'accepted' AND tip.id % 20 = 0 AND tip.second_by IS NULL AS for_second
FROM tip LEFT JOIN draft AS began ON began.id = tip.draft AND began.state IN ('open', 'waiting');

-- One open tip a fact.
CREATE UNIQUE INDEX tip_page ON tip (page) WHERE state IN ('new', 'asked');
CREATE UNIQUE INDEX tip_event ON tip (event) WHERE state IN ('new', 'asked');
CREATE INDEX tip_sender ON tip (sender, created_at);
CREATE INDEX tip_guild ON tip (guild, created_at);
CREATE INDEX tip_joined ON tip (joined_to) WHERE joined_to IS NOT NULL;
CREATE INDEX tip_fingerprint ON tip (fingerprint) WHERE fingerprint IS NOT NULL;

-- Who may hand in nothing for now, and why. It stays when its person asks to be forgotten: they are told so.
CREATE TABLE tip_block (
    person INTEGER PRIMARY KEY,
    reason TEXT NOT NULL,
    blocked_by INTEGER,
    blocked_at TEXT NOT NULL
) STRICT;
