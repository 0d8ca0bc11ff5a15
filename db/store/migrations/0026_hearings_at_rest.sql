-- Hearings that are over, of which an editor said that nothing more is to be found out.
CREATE TABLE hearing_at_rest (
    hearing TEXT NOT NULL,
    moment TEXT NOT NULL,
    PRIMARY KEY (hearing, moment)
) STRICT, WITHOUT ROWID;
