-- The act behind a tie's standing when an editor noted a search.
ALTER TABLE search ADD COLUMN knew TEXT;
