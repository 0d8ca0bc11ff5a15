-- Why a second editor sent a draft back, for whoever goes on with it.
ALTER TABLE draft ADD COLUMN returned TEXT NOT NULL DEFAULT '';

-- The draft that a decision was about: it says who entered it, which act it became, and why.
ALTER TABLE audit ADD COLUMN draft INTEGER;
CREATE INDEX audit_draft ON audit (draft) WHERE draft IS NOT NULL;

-- The newest change by the dataset when a message was written: what the record had changed up to that one is in it.
ALTER TABLE delivery ADD COLUMN seen_change INTEGER NOT NULL DEFAULT 0;
-- The change by the dataset that an announcement tells of.
ALTER TABLE announcement ADD COLUMN change INTEGER;
