-- What was done to the templates of a server, so that it can be taken back: a text is missing where there was none.
CREATE TABLE letter_template_change (
    id INTEGER PRIMARY KEY,
    server INTEGER NOT NULL,
    name TEXT NOT NULL,
    text_before TEXT,
    text_after TEXT,
    changed_at TEXT NOT NULL
) STRICT;
