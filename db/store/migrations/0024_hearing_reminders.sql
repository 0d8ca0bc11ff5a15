-- The hearings that are looked after, by the act that first set each: what of it was last seen, and since when.
CREATE TABLE hearing_plan (
    hearing TEXT PRIMARY KEY,
    tie TEXT NOT NULL,
    act TEXT NOT NULL,
    moment TEXT NOT NULL,
    is_cancelled INTEGER NOT NULL,
    seen_at TEXT NOT NULL,
    closed_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX hearing_plan_open ON hearing_plan (hearing) WHERE closed_at IS NULL;

-- Which reminders of a hearing at a moment have had their turn, told or passed over.
CREATE TABLE hearing_lead (
    hearing TEXT NOT NULL,
    moment TEXT NOT NULL,
    lead TEXT NOT NULL,
    done_at TEXT NOT NULL,
    PRIMARY KEY (hearing, moment, lead)
) STRICT, WITHOUT ROWID;

-- What was said of a hearing, to be found when it is moved.
CREATE INDEX delivery_hearing ON delivery (json_extract(payload, '$.hearing'))
    WHERE json_extract(payload, '$.hearing') IS NOT NULL;

ALTER TABLE watch ADD COLUMN reminders INTEGER NOT NULL DEFAULT 0;
