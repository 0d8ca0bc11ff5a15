-- What goes with the day of a hearing: its time and zone, where it is, how to speak, the agenda, that it is cancelled.
ALTER TABLE act ADD COLUMN hearing_time TEXT;
ALTER TABLE act ADD COLUMN hearing_zone TEXT;
ALTER TABLE act ADD COLUMN hearing_place TEXT;
ALTER TABLE act ADD COLUMN hearing_speak TEXT;
ALTER TABLE act ADD COLUMN hearing_agenda TEXT;
ALTER TABLE act ADD COLUMN hearing_cancelled INTEGER NOT NULL DEFAULT 0;
-- The same as typed into a draft; its time stands with the day.
ALTER TABLE draft ADD COLUMN hearing_zone TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN hearing_place TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN hearing_speak TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN hearing_agenda TEXT NOT NULL DEFAULT '';
