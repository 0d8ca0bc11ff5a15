-- When an office's answer was noted is nothing that is asked for or told: what is kept is that it came.

ALTER TABLE letter_sent DROP COLUMN answered_at;
