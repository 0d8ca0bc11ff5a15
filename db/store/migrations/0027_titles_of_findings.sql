-- The title of the page that a machine found, as its feed or calendar has it; empty for what people report.
ALTER TABLE tip ADD COLUMN title TEXT NOT NULL DEFAULT '';
