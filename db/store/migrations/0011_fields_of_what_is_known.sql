-- How an act is said, how sure its date is, what a listing shows, what kind of page a source is, how a point is quoted.
-- What an older record does not say is taken as the least that may be said: a listing that was not read for what it
-- shows is unclear, a page may not be cited in a letter, a quote does not fit one.
ALTER TABLE act ADD COLUMN said TEXT;
ALTER TABLE act ADD COLUMN date_basis TEXT NOT NULL DEFAULT 'reported';
ALTER TABLE act ADD COLUMN date_note TEXT;

ALTER TABLE listing ADD COLUMN shows TEXT NOT NULL DEFAULT 'unclear';

ALTER TABLE source ADD COLUMN page_kind TEXT NOT NULL DEFAULT 'other';
ALTER TABLE source ADD COLUMN country TEXT;
ALTER TABLE source ADD COLUMN citable_in_letter INTEGER NOT NULL DEFAULT 0;

-- The notes held what editors told one another: readers see them no more, and a note for readers is a field of its own.
ALTER TABLE tie RENAME COLUMN notes TO editor_note;
ALTER TABLE tie ADD COLUMN note TEXT;

ALTER TABLE talking_point ADD COLUMN lead TEXT;
ALTER TABLE talking_point ADD COLUMN occasion TEXT;
ALTER TABLE talking_point ADD COLUMN office_then TEXT;
ALTER TABLE talking_point ADD COLUMN fits_letter INTEGER NOT NULL DEFAULT 0;
ALTER TABLE talking_point ADD COLUMN answers TEXT NOT NULL DEFAULT '[]';
