-- The outbox knows no feature: what was an announcement's in its rows moves to a table of the announcements' own.

-- A message from before `search_after_id` cannot be this delivery; `corrects_delivery` is the one that it mends;
-- `message_channel` and `message` say where it arrived.
ALTER TABLE delivery RENAME COLUMN anchor TO search_after_id;
ALTER TABLE delivery RENAME COLUMN about TO corrects_delivery;
ALTER TABLE delivery RENAME COLUMN place TO message_channel;
DROP INDEX delivery_about;
CREATE INDEX delivery_corrects ON delivery (corrects_delivery) WHERE corrects_delivery IS NOT NULL;

-- What a row is sent for, as its feature names it: withdrawn, taken up and paused together.
ALTER TABLE delivery ADD COLUMN stream TEXT;
UPDATE delivery SET stream = 'subscription:' || subscription WHERE subscription IS NOT NULL;
ALTER TABLE delivery DROP COLUMN subscription;
CREATE INDEX delivery_stream ON delivery (stream) WHERE stream IS NOT NULL;

-- Why a row is not to be sent any more. One that is still open may have arrived, and is looked for.
ALTER TABLE delivery ADD COLUMN withdrawn TEXT;
UPDATE delivery SET withdrawn = 'the channel no longer follows'
    WHERE reason = 'the channel no longer follows' OR json_extract(payload, '$.withdrawn');
UPDATE delivery SET payload = json_remove(payload, '$.withdrawn', '$.was')
    WHERE json_type(payload, '$.withdrawn') IS NOT NULL OR json_type(payload, '$.was') IS NOT NULL;

-- How often the database had been restored from a backup when the row was put in: ids begin again where the backup
-- ended, and a message must not be taken for that of another row.
ALTER TABLE delivery ADD COLUMN epoch INTEGER NOT NULL DEFAULT 0;

-- The newest announcement and the newest change by the dataset when a message was written: what came up to these is in
-- it.
CREATE TABLE message_basis (
    delivery INTEGER PRIMARY KEY REFERENCES delivery (id) ON DELETE CASCADE,
    announcement_seq INTEGER NOT NULL,
    dataset_change INTEGER NOT NULL
) STRICT;
INSERT INTO message_basis (delivery, announcement_seq, dataset_change)
    SELECT id, seen, seen_change FROM delivery WHERE seen IS NOT NULL;
ALTER TABLE delivery DROP COLUMN seen;
ALTER TABLE delivery DROP COLUMN seen_change;
