-- Who is at what waits for an editor. A claim ends by itself, at its moment.
CREATE TABLE work_claim (
    kind TEXT NOT NULL,
    item TEXT NOT NULL,
    editor INTEGER NOT NULL,
    until TEXT NOT NULL,
    PRIMARY KEY (kind, item)
) STRICT, WITHOUT ROWID;
