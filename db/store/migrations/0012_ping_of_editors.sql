-- Whether the editors' role is pinged when a second editor is asked, when it was last, and by which message.
ALTER TABLE home ADD COLUMN ping INTEGER NOT NULL DEFAULT 0;
ALTER TABLE home ADD COLUMN pinged_at TEXT;
ALTER TABLE home ADD COLUMN pinged_delivery INTEGER;
