-- How an act of a draft is said, how sure its date is, and what the pages are that it cites: empty where nothing was said.
ALTER TABLE draft ADD COLUMN said TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN date_basis TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN date_note TEXT NOT NULL DEFAULT '';
ALTER TABLE draft ADD COLUMN confidence TEXT NOT NULL DEFAULT '';

ALTER TABLE draft_source ADD COLUMN described INTEGER NOT NULL DEFAULT 0;
ALTER TABLE draft_source ADD COLUMN page_kind TEXT NOT NULL DEFAULT '';
ALTER TABLE draft_source ADD COLUMN country TEXT NOT NULL DEFAULT '';
ALTER TABLE draft_source ADD COLUMN state_media INTEGER NOT NULL DEFAULT 0;
ALTER TABLE draft_source ADD COLUMN citable INTEGER NOT NULL DEFAULT 0;
ALTER TABLE draft_source ADD COLUMN mirror_of TEXT NOT NULL DEFAULT '';
