-- How the link of each source stands, by the looks that were made at it; for one address: another one begins anew.
CREATE TABLE link (
    source TEXT PRIMARY KEY,
    address TEXT NOT NULL,
    state TEXT NOT NULL,
    strikes INTEGER NOT NULL,
    struck_on TEXT,
    looked_on TEXT,
    since TEXT,
    why TEXT NOT NULL,
    leads_to TEXT NOT NULL,
    settled INTEGER NOT NULL
) STRICT;
