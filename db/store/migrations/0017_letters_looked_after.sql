-- Letters: what a writer chose to leave as it is, the form of a letter, and the texts before each change.

-- `kept` are the marks of findings that were asked about once and answered; `form` is what is written (`letter`, …).
ALTER TABLE letter_draft ADD COLUMN kept TEXT NOT NULL DEFAULT '[]';
ALTER TABLE letter_draft ADD COLUMN form TEXT NOT NULL DEFAULT 'letter';

-- What a draft's writer had typed before a change, as JSON. Gone with the draft.
CREATE TABLE letter_version (
    draft TEXT NOT NULL REFERENCES letter_draft (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    writer INTEGER NOT NULL,
    words TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    PRIMARY KEY (draft, number)
) STRICT, WITHOUT ROWID;

-- Likeness is told from letters that were taken out, and these drafts are not known to have been.
DELETE FROM letter_shingle WHERE draft IN (SELECT id FROM letter_draft WHERE sent IS NULL);
