-- What a channel wants to hear, now and before the last change, as JSON objects by the names of the wishes; what is as
-- usual is left out. So a new wish needs no new column.
ALTER TABLE subscription ADD COLUMN preferences TEXT NOT NULL DEFAULT '{}';
UPDATE subscription SET preferences = json_patch('{}', json_object(
    'states', CASE WHEN states <> '' THEN json('["' || replace(states, ' ', '","') || '"]') END,
    'standings', CASE WHEN standings <> '' THEN json('["' || replace(standings, ' ', '","') || '"]') END,
    'votes', CASE WHEN NOT votes THEN json('false') END,
    'role', role,
    'digest', CASE WHEN digest <> 'off' THEN digest END
));
UPDATE subscription SET earlier = json_patch('{}', json_object(
    'states', CASE WHEN json_extract(earlier, '$[0]') <> ''
        THEN json('["' || replace(json_extract(earlier, '$[0]'), ' ', '","') || '"]') END,
    'standings', CASE WHEN json_extract(earlier, '$[1]') <> ''
        THEN json('["' || replace(json_extract(earlier, '$[1]'), ' ', '","') || '"]') END,
    'votes', CASE WHEN NOT json_extract(earlier, '$[2]') THEN json('false') END,
    'role', json_extract(earlier, '$[3]'),
    'digest', CASE WHEN json_extract(earlier, '$[4]') <> 'off' THEN json_extract(earlier, '$[4]') END
)) WHERE earlier IS NOT NULL;
ALTER TABLE subscription DROP COLUMN states;
ALTER TABLE subscription DROP COLUMN standings;
ALTER TABLE subscription DROP COLUMN votes;
ALTER TABLE subscription DROP COLUMN role;
ALTER TABLE subscription DROP COLUMN digest;
-- It begins at any moment, and goes on from digest hour to digest hour.
ALTER TABLE subscription RENAME COLUMN digest_slot TO digest_until;
