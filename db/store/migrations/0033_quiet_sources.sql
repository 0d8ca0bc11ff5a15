-- When something new last came from what is read (of a council: the day of its latest meeting, which may be to come),
-- whether an editor knows of its silence, and when the editors last heard that something is wrong with it.
ALTER TABLE feed ADD COLUMN spoke_at TEXT;
ALTER TABLE feed ADD COLUMN silence_known INTEGER NOT NULL DEFAULT 0;
ALTER TABLE feed ADD COLUMN told_at TEXT;
UPDATE feed SET spoke_at = coalesce((SELECT max(first_seen) FROM feed_item WHERE feed = feed.id), added_at);
ALTER TABLE council ADD COLUMN spoke_at TEXT;
ALTER TABLE council ADD COLUMN silence_known INTEGER NOT NULL DEFAULT 0;
ALTER TABLE council ADD COLUMN told_at TEXT;
UPDATE council SET spoke_at = added_at;
