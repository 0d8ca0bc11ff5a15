-- The day on which an editor entered an act: no search before it knew of the act. For what is there already, the day of
-- the decision that the log of editors has.
ALTER TABLE act ADD COLUMN recorded_on TEXT;
UPDATE act SET recorded_on = (
    SELECT substr(max(audit.at), 1, 10) FROM audit JOIN draft ON draft.id = audit.draft
    WHERE draft.act = act.id AND draft.task = 'record' AND audit.did = 'recorded'
) WHERE written_by IS NOT NULL AND retracted IS NULL;
