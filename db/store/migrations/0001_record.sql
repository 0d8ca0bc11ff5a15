-- The record: what is known about the ties, as read from data/ and as recorded by editors.
-- Lists that are only ever read whole (aliases, recipients) are JSON; sources are rows, so that none can go missing.
-- `position` keeps an order that is part of the record. `written_by` is the editor's Discord id, NULL for the dataset.

CREATE TABLE source (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT,
    grade TEXT NOT NULL,
    state_media INTEGER NOT NULL DEFAULT 0,
    mirror_of TEXT,
    title_is_descriptive INTEGER NOT NULL DEFAULT 0,
    written_by INTEGER
) STRICT;

CREATE TABLE place (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    country TEXT NOT NULL CHECK (country IN ('US', 'RU')),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT,
    region TEXT,
    lat REAL,
    lon REAL,
    population INTEGER,
    geoname_id INTEGER,
    aliases TEXT NOT NULL DEFAULT '[]',
    note TEXT,
    recipients TEXT NOT NULL DEFAULT '[]',
    run_by TEXT,
    written_by INTEGER
) STRICT;

CREATE TABLE tie (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    us TEXT NOT NULL REFERENCES place (id),
    ru TEXT NOT NULL REFERENCES place (id),
    level TEXT NOT NULL,
    since INTEGER,
    since_source TEXT REFERENCES source (id),
    since_note TEXT,
    list_spelling TEXT,
    notes TEXT,
    written_by INTEGER,
    UNIQUE (us, ru)
) STRICT;

CREATE TABLE act (
    id TEXT PRIMARY KEY,
    tie TEXT NOT NULL REFERENCES tie (id),
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    authority TEXT NOT NULL,
    summary TEXT NOT NULL,
    confidence TEXT NOT NULL,
    condition TEXT,
    vote TEXT,
    hearing TEXT,
    replaces TEXT REFERENCES act (id) DEFERRABLE INITIALLY DEFERRED,
    replaces_why TEXT,
    disputes TEXT REFERENCES act (id) DEFERRABLE INITIALLY DEFERRED,
    retracted TEXT,
    written_by INTEGER
) STRICT;
CREATE INDEX act_of_tie ON act (tie, position);

CREATE TABLE act_source (
    act TEXT NOT NULL REFERENCES act (id),
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source (id),
    PRIMARY KEY (act, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX act_source_source ON act_source (source);

CREATE TABLE listing (
    id TEXT PRIMARY KEY,
    tie TEXT NOT NULL REFERENCES tie (id),
    position INTEGER NOT NULL,
    date TEXT,
    says TEXT NOT NULL,
    written_by INTEGER
) STRICT;
CREATE INDEX listing_of_tie ON listing (tie, position);

CREATE TABLE listing_source (
    listing TEXT NOT NULL REFERENCES listing (id),
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source (id),
    PRIMARY KEY (listing, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE search (
    id INTEGER PRIMARY KEY,
    tie TEXT NOT NULL REFERENCES tie (id),
    date TEXT NOT NULL,
    "where" TEXT NOT NULL,
    outcome TEXT NOT NULL,
    written_by INTEGER
) STRICT;
CREATE INDEX search_of_tie ON search (tie, id);

CREATE TABLE talking_point (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    side TEXT NOT NULL,
    speaker TEXT NOT NULL,
    office TEXT,
    place TEXT REFERENCES place (id),
    place_text TEXT,
    date TEXT,
    gist TEXT NOT NULL,
    quote TEXT,
    source TEXT NOT NULL REFERENCES source (id),
    written_by INTEGER
) STRICT;

CREATE TABLE ukraine_tie (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    us_name TEXT NOT NULL,
    us_state TEXT NOT NULL,
    us_place TEXT REFERENCES place (id),
    ua_name TEXT NOT NULL,
    ua_oblast TEXT NOT NULL,
    ua_crimea INTEGER NOT NULL,
    ua_note TEXT,
    since TEXT,
    status TEXT NOT NULL,
    weak INTEGER NOT NULL,
    weak_reason TEXT,
    source TEXT NOT NULL REFERENCES source (id),
    written_by INTEGER
) STRICT;

CREATE TABLE petition (
    id TEXT PRIMARY KEY CHECK (id = 'petition'),
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    started_by TEXT NOT NULL,
    addressed_to TEXT NOT NULL,
    count INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    count_as_of TEXT,
    asks TEXT NOT NULL,
    who_may_sign TEXT NOT NULL,
    invite TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES source (id),
    written_by INTEGER
) STRICT;

-- Known names that are no part of the register: replaced whole when the dataset's list changes.
CREATE TABLE other_place (
    position INTEGER PRIMARY KEY,
    country TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    population INTEGER NOT NULL,
    aliases TEXT NOT NULL
) STRICT;

CREATE TABLE state (
    code TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    abbreviations TEXT NOT NULL,
    other_names TEXT NOT NULL
) STRICT;

CREATE TABLE us_region (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    states TEXT NOT NULL,
    aliases TEXT NOT NULL
) STRICT;

-- What the dataset said of each entry when it was last read: only what it says anew is taken over, so that a start
-- does not undo an editor's work.
CREATE TABLE shipped (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- Changes by the dataset that editors should see and may announce.
CREATE TABLE dataset_change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    tie TEXT NOT NULL REFERENCES tie (id),
    act TEXT REFERENCES act (id),
    what TEXT NOT NULL,
    before_standing TEXT NOT NULL,
    after_standing TEXT NOT NULL,
    before TEXT,
    after TEXT,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'announced', 'skipped'))
) STRICT;
CREATE INDEX dataset_change_state ON dataset_change (state, id);

CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who INTEGER NOT NULL,
    did TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT
) STRICT;
CREATE INDEX audit_subject ON audit (subject, id);
CREATE INDEX audit_who ON audit (who, id);
