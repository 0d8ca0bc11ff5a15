-- A database as the version with the migrations up to 0006 left it, to be opened by every later one (test_migrations.py).
--
-- Made by that version itself: in SimCord people followed channels, watched ties, wrote letters, recorded, corrected and
-- withdrew acts, decided on changes by a dataset, and met every kind of failure, so that deliveries are in every state.
-- Of the record a dozen ties are kept, with all that hangs on them. All people and messages are made up.
BEGIN TRANSACTION;
CREATE TABLE act (
    id TEXT PRIMARY KEY,
    tie TEXT NOT NULL REFERENCES tie (id),
    position INTEGER NOT NULL,
    date TEXT NOT NULL,
    kind TEXT NOT NULL,
    actor TEXT NOT NULL,
    authority TEXT NOT NULL,
    summary TEXT NOT NULL,
    confidence TEXT NOT NULL,
    condition TEXT,
    vote TEXT,
    hearing TEXT,
    replaces TEXT REFERENCES act (id) DEFERRABLE INITIALLY DEFERRED,
    replaces_why TEXT,
    disputes TEXT REFERENCES act (id) DEFERRABLE INITIALLY DEFERRED,
    retracted TEXT,
    written_by INTEGER
) STRICT;
INSERT INTO "act" VALUES('juneau-ak--vladivostok.20220404.proposed','juneau-ak--vladivostok',0,'2022-04-04','proposed','Deputy Mayor Maria Gladziszewski','council','Brought a resolution to suspend the Vladivostok tie, after the governor had called on Alaska municipalities to act.','high',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('juneau-ak--vladivostok.20220404.kept','juneau-ak--vladivostok',1,'2022-04-04','kept','Juneau Assembly','council','Voted down the resolution to suspend by one vote, so the tie stayed. Opponents wanted to keep a channel to residents; the tie was described as largely dormant.','high',NULL,'5–4 against suspending',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('anchorage-ak--magadan.20230407.suspended','anchorage-ak--magadan',0,'2023-04-07','suspended','Anchorage Assembly, by AR 2023-120, As Amended, on the Sister Cities Commission''s recommendation','council','At a special meeting, approved a resolution suspending the Magadan tie over the war, and asked the mayor to remove or cover its symbols; members stressed that it is a suspension, not a permanent break.','high','Members spoke of lifting it some time after hostilities end; no fixed condition is reported.','10–0',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('anchorage-ak--magadan.20250814.statement','anchorage-ak--magadan',1,'2025-08-14','statement','Yevgeny Primakov, head of Rossotrudnichestvo (Russian government agency)','partner','Named Anchorage–Magadan among some 28 agreements Russia treats as formally valid unless notice is given; contacts are frozen.','medium',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('iowa--stavropol-krai.20220228.proposed','iowa--stavropol-krai',0,'2022-02-28','proposed','Governor Kim Reynolds','state','Asked the non-profit Iowa Sister States to end the sister-state tie with Stavropol Krai and to strengthen the one with Cherkasy, Ukraine.','high',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('iowa--stavropol-krai.202203.ended','iowa--stavropol-krai',1,'2022-03','ended','State of Iowa at Governor Kim Reynolds''s direction, as reported by Axios','state','Axios reported on 10 March 2022 that the state had terminated its relationship with Stavropol; the day of the act is not known.','medium',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('albany-ny--tula.2022.dormant','albany-ny--tula',0,'2022','dormant','Board of the Albany-Tula Alliance (the non-profit that ran the tie)','association','Early in 2022 voted unanimously to suspend all its activities for that year and the foreseeable future because of the war. The city itself took no vote.','high',NULL,'unanimous (the non-profit''s board)',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('albany-ny--tula.20220603.statement','albany-ny--tula',1,'2022-06-03','statement','President Volodymyr Zelenskyy of Ukraine, to the U.S. Conference of Mayors','press','Named Albany and Tula among the pairs he asked U.S. mayors to break.','high',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('albany-ny--tula.20231106.dormant','albany-ny--tula',2,'2023-11-06','dormant','Remaining board members of the Albany-Tula Alliance','association','Announced that the Alliance was dissolving; it later gave its remaining money to another local group.','high',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('buffalo-ny--tver.20220313.proposed','buffalo-ny--tver',0,'2022-03-13','proposed','Four Erie County legislators (Lorigo, Mills, Todaro, Greene)','press','Wrote to the mayor asking him to drop the tie. Date of the report.','high',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('buffalo-ny--tver.20220401.suspended','buffalo-ny--tver',1,'2022-04-01','suspended','Mayor Byron Brown, by executive order','mayor','Suspended the tie at the request of Ukraine''s consulate.','high','To resume when hostilities in Ukraine end and Russian forces withdraw.',NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('portland-or--khabarovsk.20220603.statement','portland-or--khabarovsk',0,'2022-06-03','statement','President Volodymyr Zelenskyy of Ukraine, to the U.S. Conference of Mayors','press','Asked why Portland was still paired with Khabarovsk. City officials answered that Sister Cities International had urged cities not to break such ties.','high',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('portland-or--khabarovsk.202206.statement','portland-or--khabarovsk',1,'2022-06','statement','Thomas Benke, president of the Portland-Khabarovsk Sister City Association','association','Set out in an opinion piece why the association''s board wants the tie to continue while supporting Ukraine.','medium',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('portland-or--khabarovsk.2022.confirmed','portland-or--khabarovsk',2,'2022','confirmed','City of Portland, on its International Relations page','city_page','The page names Khabarovsk among the city''s nine sister cities. It is undated but tells of the council''s 2022 vote making Lviv a friendship city, so it is of late 2022 or after.','medium',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('portland-or--khabarovsk.20240606.statement','portland-or--khabarovsk',3,'2024-06-06','statement','Board of the Portland-Khabarovsk Sister City Association, before Portland City Council','association','The association, still operating, presented its “Platform for Peace” to the council. The association''s act, not the city''s.','medium',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('anacortes-wa--lomonosov.20220228.statement','anacortes-wa--lomonosov',0,'2022-02-28','statement','Mayor Matt Miller','mayor','Said at the council meeting that the partnership should be kept apart from Putin''s actions, and left the flags up unless the council decided otherwise.','high',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('anacortes-wa--lomonosov.20220307.confirmed','anacortes-wa--lomonosov',1,'2022-03-07','confirmed','Anacortes City Council','council','Voted to take down the Russian flags, and indicated that it wanted to keep the tie with Lomonosov. The vote was about the flags.','high',NULL,'7–0, to remove the flags',NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('anacortes-wa--lomonosov.202203.kept','anacortes-wa--lomonosov',2,'2022-03','kept','Anacortes City Council, Resolution 3077','council','Expresses sympathy for Ukraine, backs removing the flags, and says that the city values its relationship with Lomonosov and supports the sister-cities ideals. Probably of 14 March 2022.','high',NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "act" VALUES('portland-or--khabarovsk.20261120.suspended','portland-or--khabarovsk',4,'2026-11-20','suspended','The city council','council','It was decided at the regular meeting.','medium',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "act" VALUES('tacoma-wa--vladivostok.20261120.proposed','tacoma-wa--vladivostok',0,'2026-11-20','proposed','The city council','council','It was decided at the regular meeting.','medium',NULL,NULL,'2026-12-10',NULL,NULL,NULL,NULL,1);
INSERT INTO "act" VALUES('portland-or--khabarovsk.20261120.ended','portland-or--khabarovsk',5,'2026-11-20','ended','The city council','council','It was decided at the regular meeting.','medium',NULL,NULL,NULL,'portland-or--khabarovsk.20261120.suspended','The minutes say otherwise.',NULL,NULL,1);
INSERT INTO "act" VALUES('juneau-ak--vladivostok.20261120.suspended','juneau-ak--vladivostok',2,'2026-11-20','suspended','Juneau Assembly','council','Voted to suspend the sister-city tie.','high','Until Russian troops have left Ukraine','9–0',NULL,NULL,NULL,NULL,NULL,1575118857830400007);
INSERT INTO "act" VALUES('juneau-ak--vladivostok.20261124.resumed','juneau-ak--vladivostok',3,'2026-11-24','resumed','The city council','council','It was decided at the regular meeting.','medium',NULL,NULL,NULL,NULL,NULL,NULL,'It never happened.',1);
INSERT INTO "act" VALUES('portland-or--khabarovsk.20261124.resumed','portland-or--khabarovsk',6,'2026-11-24','resumed','The city council','council','It was decided at the regular meeting.','medium',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "act" VALUES('tacoma-wa--vladivostok.20261123.suspended','tacoma-wa--vladivostok',1,'2026-11-23','suspended','The city council','council','It was decided at the regular meeting.','medium',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO "act" VALUES('juneau-ak--vladivostok.20261125.ended','juneau-ak--vladivostok',4,'2026-11-25','ended','The city council','council','It was decided at the regular meeting.','medium',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
CREATE TABLE act_source (
    act TEXT NOT NULL REFERENCES act (id),
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source (id),
    PRIMARY KEY (act, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "act_source" VALUES('juneau-ak--vladivostok.20261124.resumed',0,'13newsnow-nd');
INSERT INTO "act_source" VALUES('juneau-ak--vladivostok.20261125.ended',0,'13newsnow-nd');
INSERT INTO "act_source" VALUES('portland-or--khabarovsk.20261120.ended',0,'13newsnow-nd');
INSERT INTO "act_source" VALUES('portland-or--khabarovsk.20261120.suspended',0,'13newsnow-nd');
INSERT INTO "act_source" VALUES('portland-or--khabarovsk.20261124.resumed',0,'13newsnow-nd');
INSERT INTO "act_source" VALUES('tacoma-wa--vladivostok.20261120.proposed',0,'13newsnow-nd');
INSERT INTO "act_source" VALUES('tacoma-wa--vladivostok.20261123.suspended',0,'13newsnow-nd');
INSERT INTO "act_source" VALUES('anchorage-ak--magadan.20250814.statement',0,'1prime-20250814');
INSERT INTO "act_source" VALUES('anchorage-ak--magadan.20230407.suspended',1,'alaskapublic-20230408');
INSERT INTO "act_source" VALUES('anchorage-ak--magadan.20230407.suspended',2,'alaskasnewssource-20230408');
INSERT INTO "act_source" VALUES('albany-ny--tula.20231106.dormant',0,'albanytula-nd-2');
INSERT INTO "act_source" VALUES('albany-ny--tula.2022.dormant',0,'albanytula-nd-3');
INSERT INTO "act_source" VALUES('iowa--stavropol-krai.202203.ended',0,'axios-20220310');
INSERT INTO "act_source" VALUES('portland-or--khabarovsk.202206.statement',0,'bilaumur-blogspot-202206');
INSERT INTO "act_source" VALUES('buffalo-ny--tver.20220313.proposed',0,'buffalonews-20220313');
INSERT INTO "act_source" VALUES('buffalo-ny--tver.20220401.suspended',0,'buffalonews-20220401');
INSERT INTO "act_source" VALUES('anacortes-wa--lomonosov.20220307.confirmed',0,'cascadiadaily-20220306');
INSERT INTO "act_source" VALUES('anacortes-wa--lomonosov.202203.kept',0,'cityofanacortes-nd');
INSERT INTO "act_source" VALUES('anacortes-wa--lomonosov.20220228.statement',0,'goskagit-20220301');
INSERT INTO "act_source" VALUES('anacortes-wa--lomonosov.20220307.confirmed',1,'goskagit-20220309');
INSERT INTO "act_source" VALUES('albany-ny--tula.20220603.statement',0,'interfax-20220604');
INSERT INTO "act_source" VALUES('portland-or--khabarovsk.20220603.statement',1,'interfax-20220604');
INSERT INTO "act_source" VALUES('juneau-ak--vladivostok.20261120.suspended',0,'juneau-20261120');
INSERT INTO "act_source" VALUES('juneau-ak--vladivostok.20220404.kept',1,'juneauempire-nd');
INSERT INTO "act_source" VALUES('juneau-ak--vladivostok.20220404.proposed',0,'juneauempire-nd');
INSERT INTO "act_source" VALUES('portland-or--khabarovsk.2022.confirmed',1,'koin-nd');
INSERT INTO "act_source" VALUES('juneau-ak--vladivostok.20220404.kept',0,'ktoo-20220406');
INSERT INTO "act_source" VALUES('juneau-ak--vladivostok.20220404.proposed',1,'ktoo-20220406');
INSERT INTO "act_source" VALUES('anchorage-ak--magadan.20230407.suspended',0,'muni-nd');
INSERT INTO "act_source" VALUES('anchorage-ak--magadan.20230407.suspended',3,'mustreadalaska-nd');
INSERT INTO "act_source" VALUES('portland-or--khabarovsk.20220603.statement',0,'oregonlive-202206-2');
INSERT INTO "act_source" VALUES('portland-or--khabarovsk.20240606.statement',0,'pksca-nd');
INSERT INTO "act_source" VALUES('portland-or--khabarovsk.2022.confirmed',0,'portland-nd');
INSERT INTO "act_source" VALUES('iowa--stavropol-krai.202203.ended',1,'thegazette-20220307');
INSERT INTO "act_source" VALUES('buffalo-ny--tver.20220401.suspended',2,'wgrz-nd');
INSERT INTO "act_source" VALUES('iowa--stavropol-krai.20220228.proposed',0,'who13-20220228');
INSERT INTO "act_source" VALUES('buffalo-ny--tver.20220401.suspended',1,'wivb-20220401');
CREATE TABLE announcement (
    seq INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL CHECK (kind IN ('change', 'vote', 'correction', 'retraction')),
    tie TEXT NOT NULL,
    act TEXT NOT NULL,
    state TEXT NOT NULL,
    before TEXT NOT NULL,
    after TEXT NOT NULL,
    corrects TEXT REFERENCES announcement (id),
    recorded_at TEXT NOT NULL
, change INTEGER) STRICT;
INSERT INTO "announcement" VALUES(1,'portland-or--khabarovsk.20261120.suspended','change','portland-or--khabarovsk','portland-or--khabarovsk.20261120.suspended','OR','active','suspended',NULL,'2026-11-25T12:00:00.000Z',NULL);
INSERT INTO "announcement" VALUES(2,'tacoma-wa--vladivostok.20261120.proposed','vote','tacoma-wa--vladivostok','tacoma-wa--vladivostok.20261120.proposed','WA','unconfirmed','unconfirmed',NULL,'2026-11-25T12:05:01.000Z',NULL);
INSERT INTO "announcement" VALUES(3,'portland-or--khabarovsk.20261120.ended','correction','portland-or--khabarovsk','portland-or--khabarovsk.20261120.ended','OR','suspended','ended','portland-or--khabarovsk.20261120.suspended','2026-11-25T12:10:02.000Z',NULL);
INSERT INTO "announcement" VALUES(4,'juneau-ak--vladivostok.20261120.suspended','change','juneau-ak--vladivostok','juneau-ak--vladivostok.20261120.suspended','AK','active','suspended',NULL,'2026-11-25T12:15:03.000Z',NULL);
INSERT INTO "announcement" VALUES(5,'juneau-ak--vladivostok.20261124.resumed','change','juneau-ak--vladivostok','juneau-ak--vladivostok.20261124.resumed','AK','suspended','active',NULL,'2026-11-25T12:25:05.300Z',NULL);
INSERT INTO "announcement" VALUES(6,'portland-or--khabarovsk.20261124.resumed','change','portland-or--khabarovsk','portland-or--khabarovsk.20261124.resumed','OR','ended','active',NULL,'2026-11-25T13:30:06.300Z',NULL);
INSERT INTO "announcement" VALUES(7,'tacoma-wa--vladivostok.20261123.suspended','change','tacoma-wa--vladivostok','tacoma-wa--vladivostok.20261123.suspended','WA','unconfirmed','suspended',NULL,'2026-11-25T15:50:09.300Z',NULL);
INSERT INTO "announcement" VALUES(8,'juneau-ak--vladivostok.20261125.ended','change','juneau-ak--vladivostok','juneau-ak--vladivostok.20261125.ended','AK','active','ended',NULL,'2026-11-25T15:55:10.300Z',NULL);
INSERT INTO "announcement" VALUES(9,'juneau-ak--vladivostok.20261124.resumed.retracted','retraction','juneau-ak--vladivostok','juneau-ak--vladivostok.20261124.resumed','AK','active','ended','juneau-ak--vladivostok.20261124.resumed','2026-11-25T16:00:11.300Z',NULL);
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    who INTEGER NOT NULL,
    did TEXT NOT NULL,
    subject TEXT NOT NULL,
    before TEXT,
    after TEXT
, draft INTEGER) STRICT;
INSERT INTO "audit" VALUES(1,'2026-11-25T12:00:00.000Z',1575118857830400006,'set up','home server',NULL,'role 1575118857830400003, channel 1575118857830400004',NULL);
INSERT INTO "audit" VALUES(2,'2026-11-25T12:15:03.000Z',1575118857830400007,'recorded','juneau-ak--vladivostok','active','suspended',1);
INSERT INTO "audit" VALUES(3,'2026-11-25T12:20:04.300Z',1575118857830400008,'sent back','homer-ak--yelizovo',NULL,'The date is missing in the source.',3);
INSERT INTO "audit" VALUES(4,'2026-11-25T12:20:04.300Z',1575118857830400007,'searched','juneau-ak--vladivostok',NULL,'Assembly minutes (all of 2026)',NULL);
INSERT INTO "audit" VALUES(5,'2026-11-25T12:20:04.300Z',1575118857830400007,'noted an office','juneau-ak','Mayor of the City and Borough of Juneau, Juneau Assembly: no page','Mayor of the City and Borough of Juneau, Juneau Assembly: https://juneau.org/assembly',NULL);
INSERT INTO "audit" VALUES(6,'2026-11-25T16:05:12.300Z',1575118857830400007,'skipped a change by the dataset','juneau-ak--vladivostok','unconfirmed','active',NULL);
CREATE TABLE carried (
    delivery INTEGER NOT NULL REFERENCES delivery (id) ON DELETE CASCADE,
    announcement TEXT NOT NULL REFERENCES announcement (id),
    PRIMARY KEY (announcement, delivery)
) STRICT, WITHOUT ROWID;
INSERT INTO "carried" VALUES(2,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(3,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(4,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(5,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(6,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(7,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(8,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(9,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(11,'tacoma-wa--vladivostok.20261120.proposed');
INSERT INTO "carried" VALUES(12,'tacoma-wa--vladivostok.20261120.proposed');
INSERT INTO "carried" VALUES(13,'tacoma-wa--vladivostok.20261120.proposed');
INSERT INTO "carried" VALUES(14,'tacoma-wa--vladivostok.20261120.proposed');
INSERT INTO "carried" VALUES(15,'tacoma-wa--vladivostok.20261120.proposed');
INSERT INTO "carried" VALUES(16,'portland-or--khabarovsk.20261120.ended');
INSERT INTO "carried" VALUES(17,'portland-or--khabarovsk.20261120.ended');
INSERT INTO "carried" VALUES(18,'portland-or--khabarovsk.20261120.ended');
INSERT INTO "carried" VALUES(19,'portland-or--khabarovsk.20261120.ended');
INSERT INTO "carried" VALUES(20,'portland-or--khabarovsk.20261120.ended');
INSERT INTO "carried" VALUES(21,'portland-or--khabarovsk.20261120.ended');
INSERT INTO "carried" VALUES(22,'portland-or--khabarovsk.20261120.ended');
INSERT INTO "carried" VALUES(23,'portland-or--khabarovsk.20261120.ended');
INSERT INTO "carried" VALUES(25,'juneau-ak--vladivostok.20261120.suspended');
INSERT INTO "carried" VALUES(26,'juneau-ak--vladivostok.20261120.suspended');
INSERT INTO "carried" VALUES(27,'juneau-ak--vladivostok.20261120.suspended');
INSERT INTO "carried" VALUES(28,'juneau-ak--vladivostok.20261120.suspended');
INSERT INTO "carried" VALUES(29,'juneau-ak--vladivostok.20261120.suspended');
INSERT INTO "carried" VALUES(30,'juneau-ak--vladivostok.20261120.suspended');
INSERT INTO "carried" VALUES(31,'juneau-ak--vladivostok.20261120.suspended');
INSERT INTO "carried" VALUES(37,'juneau-ak--vladivostok.20261124.resumed');
INSERT INTO "carried" VALUES(38,'juneau-ak--vladivostok.20261124.resumed');
INSERT INTO "carried" VALUES(38,'portland-or--khabarovsk.20261124.resumed');
INSERT INTO "carried" VALUES(39,'juneau-ak--vladivostok.20261124.resumed');
INSERT INTO "carried" VALUES(40,'juneau-ak--vladivostok.20261124.resumed');
INSERT INTO "carried" VALUES(42,'portland-or--khabarovsk.20261124.resumed');
INSERT INTO "carried" VALUES(44,'portland-or--khabarovsk.20261124.resumed');
INSERT INTO "carried" VALUES(45,'portland-or--khabarovsk.20261124.resumed');
INSERT INTO "carried" VALUES(46,'portland-or--khabarovsk.20261124.resumed');
INSERT INTO "carried" VALUES(48,'juneau-ak--vladivostok.20261120.suspended');
INSERT INTO "carried" VALUES(48,'juneau-ak--vladivostok.20261124.resumed');
INSERT INTO "carried" VALUES(48,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(48,'portland-or--khabarovsk.20261124.resumed');
INSERT INTO "carried" VALUES(49,'juneau-ak--vladivostok.20261120.suspended');
INSERT INTO "carried" VALUES(49,'portland-or--khabarovsk.20261120.suspended');
INSERT INTO "carried" VALUES(51,'tacoma-wa--vladivostok.20261123.suspended');
INSERT INTO "carried" VALUES(52,'tacoma-wa--vladivostok.20261123.suspended');
INSERT INTO "carried" VALUES(53,'tacoma-wa--vladivostok.20261123.suspended');
INSERT INTO "carried" VALUES(54,'tacoma-wa--vladivostok.20261123.suspended');
INSERT INTO "carried" VALUES(56,'juneau-ak--vladivostok.20261125.ended');
INSERT INTO "carried" VALUES(57,'juneau-ak--vladivostok.20261125.ended');
INSERT INTO "carried" VALUES(58,'juneau-ak--vladivostok.20261125.ended');
INSERT INTO "carried" VALUES(59,'juneau-ak--vladivostok.20261125.ended');
INSERT INTO "carried" VALUES(61,'juneau-ak--vladivostok.20261125.ended');
INSERT INTO "carried" VALUES(61,'tacoma-wa--vladivostok.20261123.suspended');
INSERT INTO "carried" VALUES(62,'juneau-ak--vladivostok.20261125.ended');
INSERT INTO "carried" VALUES(62,'tacoma-wa--vladivostok.20261123.suspended');
INSERT INTO "carried" VALUES(63,'juneau-ak--vladivostok.20261124.resumed.retracted');
INSERT INTO "carried" VALUES(64,'juneau-ak--vladivostok.20261124.resumed.retracted');
INSERT INTO "carried" VALUES(65,'juneau-ak--vladivostok.20261124.resumed.retracted');
INSERT INTO "carried" VALUES(66,'juneau-ak--vladivostok.20261124.resumed.retracted');
INSERT INTO "carried" VALUES(67,'juneau-ak--vladivostok.20261124.resumed.retracted');
CREATE TABLE dataset_change (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    tie TEXT NOT NULL REFERENCES tie (id),
    act TEXT REFERENCES act (id),
    what TEXT NOT NULL,
    before_standing TEXT NOT NULL,
    after_standing TEXT NOT NULL,
    before TEXT,
    after TEXT,
    state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'announced', 'skipped'))
, decided_by INTEGER) STRICT;
INSERT INTO "dataset_change" VALUES(1,'2026-11-25T12:00:00.000Z','juneau-ak--vladivostok','juneau-ak--vladivostok.20220404.kept','standing','unconfirmed','active',NULL,NULL,'skipped',1575118857830400007);
INSERT INTO "dataset_change" VALUES(2,'2026-11-25T12:00:00.000Z','juneau-ak--vladivostok','juneau-ak--vladivostok.20220404.kept','standing','unconfirmed','active',NULL,NULL,'pending',NULL);
CREATE TABLE delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    target_kind TEXT NOT NULL CHECK (target_kind IN ('channel', 'user', 'news')),
    target INTEGER NOT NULL,
    guild INTEGER,
    subscription INTEGER,
    key TEXT NOT NULL UNIQUE,
    payload TEXT NOT NULL DEFAULT '{}',
    about INTEGER REFERENCES delivery (id) ON DELETE SET NULL,
    state TEXT NOT NULL DEFAULT 'pending'
        CHECK (state IN ('pending', 'sending', 'sent', 'retry', 'paused', 'gone', 'failed')),
    open INTEGER NOT NULL AS (state IN ('pending', 'sending', 'retry', 'paused')),
    nonce TEXT NOT NULL,
    created_at TEXT NOT NULL,
    not_before TEXT,
    anchor INTEGER,
    seen INTEGER,
    attempts INTEGER NOT NULL DEFAULT 0,
    failing_since TEXT,
    next_at TEXT,
    place INTEGER,
    message INTEGER,
    done_at TEXT,
    code INTEGER,
    reason TEXT
, seen_change INTEGER NOT NULL DEFAULT 0) STRICT;
INSERT INTO "delivery" VALUES(1,'letter_reminder','user',1575118857830400005,NULL,NULL,'letter_reminder:92fb8e9fa918bfcc:2026-12-09T12:00:00.000Z','{"letter": "92fb8e9fa918bfcc"}',NULL,'pending','c70580e9b8b9da47fbc259ac','2026-11-25T12:00:00.000Z','2026-12-09T12:00:00.000Z',NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0);
INSERT INTO "delivery" VALUES(2,'announcement','channel',1575118857830400026,424242424242424242,1,'announcement:portland-or--khabarovsk.20261120.suspended:1','{}',NULL,'sent','ae503ed9378b1afec05836ab','2026-11-25T12:00:00.000Z',NULL,1575118606172160029,1,1,NULL,NULL,1575118857830400026,1575120116121600002,'2026-11-25T12:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(3,'announcement','channel',1575118857830400034,424242424242424242,3,'announcement:portland-or--khabarovsk.20261120.suspended:3','{}',NULL,'sent','7036290bf52e9f8981b34a71','2026-11-25T12:00:00.000Z',NULL,1575118606172160037,1,1,NULL,NULL,1575118857830400034,1575120116121600003,'2026-11-25T12:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(4,'announcement','channel',1575118857830400040,424242424242424242,4,'announcement:portland-or--khabarovsk.20261120.suspended:4','{}',NULL,'sent','7d474f81df7e955d83f06e8e','2026-11-25T12:00:00.000Z',NULL,1575118606172160043,1,1,NULL,NULL,1575118857830400040,1575120116121600004,'2026-11-25T12:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(5,'announcement','channel',1575118857830400044,424242424242424242,5,'announcement:portland-or--khabarovsk.20261120.suspended:5','{}',NULL,'sent','13c746a13c0b2e506afbb838','2026-11-25T12:00:00.000Z',NULL,1575118606172160047,1,1,NULL,NULL,1575118857830400044,1575120116121600005,'2026-11-25T12:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(6,'announcement','channel',1575118857830400048,424242424242424242,6,'announcement:portland-or--khabarovsk.20261120.suspended:6','{}',NULL,'sent','0cf1cdb72cbc1b58d6c41ef7','2026-11-25T12:00:00.000Z',NULL,1575118606172160051,1,1,NULL,NULL,1575118857830400048,1575120116121600006,'2026-11-25T12:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(7,'announcement','channel',1575118857830400057,1575118857830400052,7,'announcement:portland-or--khabarovsk.20261120.suspended:7','{}',NULL,'sent','dc17341c87e929cb4a9be412','2026-11-25T12:00:00.000Z',NULL,1575118606172160060,1,1,NULL,NULL,1575118857830400057,1575120116121600007,'2026-11-25T12:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(8,'watch','user',1575118857830400005,NULL,NULL,'watch:portland-or--khabarovsk.20261120.suspended:1575118857830400005','{}',NULL,'sent','b87db1f0e548d5f6f69875bd','2026-11-25T12:00:00.000Z',NULL,1575119864463360000,1,1,NULL,NULL,1575120116121600000,1575120116121600008,'2026-11-25T12:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(9,'watch','user',1575118857830400008,NULL,NULL,'watch:portland-or--khabarovsk.20261120.suspended:1575118857830400008','{}',NULL,'sent','1fe59d3863579fd80faf05ce','2026-11-25T12:00:00.000Z',NULL,1575119864463360001,1,1,NULL,NULL,1575120116121600001,1575120116121600009,'2026-11-25T12:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(10,'crosspost','news',1575118857830400034,424242424242424242,NULL,'crosspost:3','{"message": 1575120116121600003}',NULL,'sent','4edf010b88d4f1c99e9c71ec','2026-11-25T12:05:00.000Z',NULL,1575119864463360003,1,1,NULL,NULL,1575118857830400034,1575120116121600003,'2026-11-25T12:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(11,'announcement','channel',1575118857830400026,424242424242424242,1,'announcement:tacoma-wa--vladivostok.20261120.proposed:1','{}',NULL,'sent','1afd44118822f0fc3a6ba294','2026-11-25T12:05:01.000Z',NULL,1575119864463360002,2,1,NULL,NULL,1575118857830400026,1575121374412800000,'2026-11-25T12:10:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(12,'announcement','channel',1575118857830400040,424242424242424242,4,'announcement:tacoma-wa--vladivostok.20261120.proposed:4','{}',NULL,'sent','ee0e680c0a4d29a124237969','2026-11-25T12:05:01.000Z',NULL,1575119864463360004,2,1,NULL,NULL,1575118857830400040,1575121374412800001,'2026-11-25T12:10:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(13,'announcement','channel',1575118857830400044,424242424242424242,5,'announcement:tacoma-wa--vladivostok.20261120.proposed:5','{}',NULL,'sent','240de2afd7098251b3d0f78d','2026-11-25T12:05:01.000Z',NULL,1575119864463360005,2,1,NULL,NULL,1575118857830400044,1575121374412800002,'2026-11-25T12:10:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(14,'announcement','channel',1575118857830400048,424242424242424242,6,'announcement:tacoma-wa--vladivostok.20261120.proposed:6','{}',NULL,'sent','af04d867080cc2ac756caf3c','2026-11-25T12:05:01.000Z',NULL,1575119864463360006,2,1,NULL,NULL,1575118857830400048,1575121374412800003,'2026-11-25T12:10:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(15,'announcement','channel',1575118857830400057,1575118857830400052,7,'announcement:tacoma-wa--vladivostok.20261120.proposed:7','{}',NULL,'sent','5c6bfb5ccd8b68d251964c1d','2026-11-25T12:05:01.000Z',NULL,1575119864463360007,2,1,NULL,NULL,1575118857830400057,1575121374412800004,'2026-11-25T12:10:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(16,'correction','channel',1575118857830400026,424242424242424242,1,'correction:portland-or--khabarovsk.20261120.ended:2','{}',2,'sent','47824e619fca5540dd22b524','2026-11-25T12:10:02.000Z',NULL,1575121122754560000,3,1,NULL,NULL,1575118857830400026,1575122632704000000,'2026-11-25T12:15:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(17,'correction','channel',1575118857830400034,424242424242424242,3,'correction:portland-or--khabarovsk.20261120.ended:3','{}',3,'sent','d693991ad63656445d18817a','2026-11-25T12:10:02.000Z',NULL,1575119864463360003,3,1,NULL,NULL,1575118857830400034,1575122632704000001,'2026-11-25T12:15:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(18,'correction','channel',1575118857830400040,424242424242424242,4,'correction:portland-or--khabarovsk.20261120.ended:4','{}',4,'sent','4551061bb202465cf7dc38a3','2026-11-25T12:10:02.000Z',NULL,1575121122754560001,3,1,NULL,NULL,1575118857830400040,1575122632704000002,'2026-11-25T12:15:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(19,'correction','channel',1575118857830400044,424242424242424242,5,'correction:portland-or--khabarovsk.20261120.ended:5','{}',5,'sent','5e9863b91c89c5c386d54020','2026-11-25T12:10:02.000Z',NULL,1575121122754560002,3,1,NULL,NULL,1575118857830400044,1575122632704000003,'2026-11-25T12:15:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(20,'correction','channel',1575118857830400048,424242424242424242,6,'correction:portland-or--khabarovsk.20261120.ended:6','{}',6,'sent','7ab1adf89e95bc4eb487172e','2026-11-25T12:10:02.000Z',NULL,1575121122754560003,3,1,NULL,NULL,1575118857830400048,1575122632704000004,'2026-11-25T12:15:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(21,'correction','channel',1575118857830400057,1575118857830400052,7,'correction:portland-or--khabarovsk.20261120.ended:7','{}',7,'sent','fb213629e0cfb22993b39ad5','2026-11-25T12:10:02.000Z',NULL,1575121122754560004,3,1,NULL,NULL,1575118857830400057,1575122632704000005,'2026-11-25T12:15:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(22,'correction','user',1575118857830400005,NULL,NULL,'correction:portland-or--khabarovsk.20261120.ended:8','{}',8,'sent','1c5824bcecd7c70f5d3099fa','2026-11-25T12:10:02.000Z',NULL,1575119864463360008,3,1,NULL,NULL,1575120116121600000,1575122632704000006,'2026-11-25T12:15:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(23,'correction','user',1575118857830400008,NULL,NULL,'correction:portland-or--khabarovsk.20261120.ended:9','{}',9,'sent','f056f45bc160556121f04daa','2026-11-25T12:10:02.000Z',NULL,1575119864463360009,3,1,NULL,NULL,1575120116121600001,1575122632704000007,'2026-11-25T12:15:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(24,'crosspost','news',1575118857830400034,424242424242424242,NULL,'crosspost:17','{"message": 1575122632704000001}',NULL,'sent','f97b07fd0410fa423d9c2ed9','2026-11-25T12:15:00.000Z',NULL,1575122381045760001,3,1,NULL,NULL,1575118857830400034,1575122632704000001,'2026-11-25T12:15:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(25,'announcement','channel',1575118857830400026,424242424242424242,1,'announcement:juneau-ak--vladivostok.20261120.suspended:1','{}',NULL,'sent','c8018d769d243a5e7dfe1b2c','2026-11-25T12:15:03.000Z',NULL,1575122381045760000,4,1,NULL,NULL,1575118857830400026,1575122645286912006,'2026-11-25T12:15:03.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(26,'announcement','channel',1575118857830400034,424242424242424242,3,'announcement:juneau-ak--vladivostok.20261120.suspended:3','{}',NULL,'sent','9d4e3b8dfe42ed28b7a23d44','2026-11-25T12:15:03.000Z',NULL,1575122381045760001,4,1,NULL,NULL,1575118857830400034,1575122645286912007,'2026-11-25T12:15:03.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(27,'announcement','channel',1575118857830400040,424242424242424242,4,'announcement:juneau-ak--vladivostok.20261120.suspended:4','{"withdrawn":true}',NULL,'paused','b429c277c938cc8b3be3472f','2026-11-25T12:15:03.000Z',NULL,1575122381045760002,4,1,NULL,NULL,NULL,NULL,NULL,NULL,'the channel''s history could not be read, so it is not known whether this arrived',0);
INSERT INTO "delivery" VALUES(28,'announcement','channel',1575118857830400044,424242424242424242,5,'announcement:juneau-ak--vladivostok.20261120.suspended:5','{}',NULL,'sent','ec2cca78d4c96f9275745576','2026-11-25T12:15:03.000Z',NULL,1575122381045760003,4,1,NULL,NULL,1575118857830400044,1575122645286912009,'2026-11-25T12:15:03.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(29,'announcement','channel',1575118857830400048,424242424242424242,6,'announcement:juneau-ak--vladivostok.20261120.suspended:6','{}',NULL,'sent','f87f06726b2643ed00c3299a','2026-11-25T12:15:03.000Z',NULL,1575122381045760004,4,1,NULL,NULL,1575118857830400048,1575122645286912011,'2026-11-25T12:15:03.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(30,'announcement','channel',1575118857830400057,1575118857830400052,7,'announcement:juneau-ak--vladivostok.20261120.suspended:7','{}',NULL,'sent','de3d10f8689f15c6e2506a61','2026-11-25T12:15:03.000Z',NULL,1575122381045760005,4,1,NULL,NULL,1575118857830400057,1575122645286912012,'2026-11-25T12:15:03.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(31,'watch','user',1575118857830400005,NULL,NULL,'watch:juneau-ak--vladivostok.20261120.suspended:1575118857830400005','{}',NULL,'sent','f882d8b7577e4a3f558d90f1','2026-11-25T12:15:03.000Z',NULL,1575122381045760006,4,1,NULL,NULL,1575120116121600000,1575122645286912013,'2026-11-25T12:15:03.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(32,'letter_changed','user',1575118857830400008,NULL,NULL,'letter_changed:2c26815def3a1b54:juneau-ak--vladivostok.20261120.suspended','{"draft": "2c26815def3a1b54"}',NULL,'sent','3f0449e0290d81f8fd93a7c8','2026-11-25T12:15:03.000Z',NULL,1575122381045760007,4,1,NULL,NULL,1575120116121600001,1575122645286912010,'2026-11-25T12:15:03.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(33,'crosspost','news',1575118857830400034,424242424242424242,NULL,'crosspost:26','{"message": 1575122645286912007}',NULL,'sent','b0b009885be87c0be5ca693c','2026-11-25T12:15:03.000Z',NULL,1575122393628672007,4,1,NULL,NULL,1575118857830400034,1575122645286912007,'2026-11-25T12:15:03.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(34,'second','channel',1575118857830400004,424242424242424242,NULL,'second:2:0','{"draft": 2}',NULL,'sent','bb35d4fb1df2cee904c7752e','2026-11-25T12:20:04.300Z',NULL,1575118606172160070,4,1,NULL,NULL,1575118857830400004,1575123909030707206,'2026-11-25T12:20:04.300Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(35,'second','channel',1575118857830400004,424242424242424242,NULL,'second:3:0','{"draft": 3}',NULL,'sent','59803c7d2d33443285514526','2026-11-25T12:20:04.300Z',NULL,1575123657372467206,4,1,NULL,NULL,1575118857830400004,1575123909030707213,'2026-11-25T12:20:04.300Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(37,'announcement','channel',1575118857830400026,424242424242424242,1,'announcement:juneau-ak--vladivostok.20261124.resumed:1','{}',NULL,'sent','bbb1e38f7fafe9b6bf98d5ef','2026-11-25T12:25:05.300Z',NULL,1575122393628672006,5,1,NULL,NULL,1575118857830400026,1575126407577600000,'2026-11-25T12:30:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(38,'summary','channel',1575118857830400044,424242424242424242,5,'announcement:juneau-ak--vladivostok.20261124.resumed:5','{"was":"announcement"}',NULL,'sent','ce83a1b92aa34b194f4294de','2026-11-25T12:25:05.300Z',NULL,1575122393628672009,6,1,NULL,NULL,1575118857830400044,1575159153767219200,'2026-12-08T17:10:07.300Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(39,'announcement','channel',1575118857830400057,1575118857830400052,7,'announcement:juneau-ak--vladivostok.20261124.resumed:7','{}',NULL,'sent','dac376ff89d85bf3f92de1a6','2026-11-25T12:25:05.300Z',NULL,1575122393628672012,5,1,NULL,NULL,1575118857830400057,1575126407577600002,'2026-11-25T12:30:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(40,'watch','user',1575118857830400005,NULL,NULL,'watch:juneau-ak--vladivostok.20261124.resumed:1575118857830400005','{}',NULL,'sent','c708c2af8c4b3ef69f8fe6d7','2026-11-25T12:25:05.300Z',NULL,1575122393628672013,5,1,NULL,NULL,1575120116121600000,1575126407577600003,'2026-11-25T12:30:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(41,'paused','user',1575118857830400006,NULL,NULL,'paused:5:2026-11-25T12:30:00.000Z','{"subscription": 5}',NULL,'sent','20a9fcde013e367be64a44f5','2026-11-25T12:30:00.000Z',NULL,1575126155919360001,5,1,NULL,NULL,1575126407577600001,1575126407577600004,'2026-11-25T12:30:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(42,'announcement','channel',1575118857830400026,424242424242424242,1,'announcement:portland-or--khabarovsk.20261124.resumed:1','{}',NULL,'sent','e53ad3a306c942e7c4ddf70c','2026-11-25T13:30:06.300Z',NULL,1575126155919360000,6,1,NULL,NULL,1575118857830400026,1575142765363200000,'2026-11-25T13:35:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(43,'announcement','channel',1575118857830400044,424242424242424242,5,'announcement:portland-or--khabarovsk.20261124.resumed:5','{}',NULL,'gone','04a8b5eb3e957adbb7add570','2026-11-25T13:30:06.300Z',NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,'2026-12-08T17:10:07.300Z',NULL,'told in a summary',0);
INSERT INTO "delivery" VALUES(44,'announcement','channel',1575118857830400057,1575118857830400052,7,'announcement:portland-or--khabarovsk.20261124.resumed:7','{}',NULL,'failed','e54c8eb13a0b6a3678119b97','2026-11-25T13:30:06.300Z',NULL,1575126155919360002,6,1,NULL,NULL,NULL,NULL,'2026-11-25T13:35:00.000Z',50035,'Discord refused the message (code 50035)',0);
INSERT INTO "delivery" VALUES(45,'watch','user',1575118857830400005,NULL,NULL,'watch:portland-or--khabarovsk.20261124.resumed:1575118857830400005','{}',NULL,'sent','f14f959ef1da650ef752efa9','2026-11-25T13:30:06.300Z',NULL,1575126155919360003,6,1,NULL,NULL,1575120116121600000,1575142765363200001,'2026-11-25T13:35:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(46,'watch','user',1575118857830400008,NULL,NULL,'watch:portland-or--khabarovsk.20261124.resumed:1575118857830400008','{}',NULL,'gone','81f6a73410b3665f3c752f08','2026-11-25T13:30:06.300Z',NULL,1575122393628672010,6,1,NULL,NULL,NULL,NULL,'2026-11-25T13:35:00.000Z',50007,'direct messages are closed',0);
INSERT INTO "delivery" VALUES(47,'failed','channel',1575118857830400004,424242424242424242,NULL,'failed:44','{"delivery": 44}',NULL,'sent','7f98abe8729a4c1810a5f354','2026-11-25T13:35:00.000Z',NULL,1575123657372467213,6,1,NULL,NULL,1575118857830400004,1575142765363200002,'2026-11-25T13:35:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(48,'digest','channel',1575118857830400030,424242424242424242,2,'digest:2:2026-11-30T15:00:00.000Z','{"day": "2026-11-30", "stale": [], "totals": {"active": 4, "suspended": 2, "dormant": 1, "unconfirmed": 5}}',NULL,'sent','48ba20f9eea8f33062053a7c','2026-11-30T16:30:00.000Z',NULL,1575118606172160033,6,1,NULL,NULL,1575118857830400030,1575149056819200001,'2026-11-30T16:30:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(49,'digest','channel',1575118857830400034,424242424242424242,3,'digest:3:2026-11-30T15:00:00.000Z','{"day": "2026-11-30", "stale": [], "totals": {"active": 19, "suspended": 20, "ended": 8, "dormant": 6, "unconfirmed": 37}}',NULL,'sent','8255abb174fc23e154f81a74','2026-11-30T16:30:00.000Z',NULL,1575122393628672007,6,1,NULL,NULL,1575118857830400034,1575149056819200000,'2026-11-30T16:30:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(50,'crosspost','news',1575118857830400034,424242424242424242,NULL,'crosspost:49','{"message": 1575149056819200000}',NULL,'sent','7b30b3f7db15f351eec17531','2026-11-30T16:30:00.000Z',NULL,1575148805160960000,6,1,NULL,NULL,1575118857830400034,1575149056819200000,'2026-11-30T16:30:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(51,'announcement','channel',1575118857830400026,424242424242424242,1,'announcement:tacoma-wa--vladivostok.20261123.suspended:1','{}',NULL,'sent','cc944eb20ac40f009d099ed1','2026-11-25T15:50:09.300Z',NULL,1575142513704960000,7,1,NULL,NULL,1575118857830400026,1575177997516800000,'2026-11-25T15:55:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(52,'announcement','channel',1575118857830400034,424242424242424242,3,'announcement:tacoma-wa--vladivostok.20261123.suspended:3','{}',NULL,'sent','f3bb0c0221998b5098ab5a30','2026-11-25T15:50:09.300Z',NULL,1575148805160960000,7,1,NULL,NULL,1575118857830400034,1575177997516800001,'2026-11-25T15:55:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(53,'announcement','channel',1575118857830400044,424242424242424242,5,'announcement:tacoma-wa--vladivostok.20261123.suspended:5','{}',NULL,'sent','faa55efd70a58d3515b429c6','2026-11-25T15:50:09.300Z',NULL,1575158902108979200,7,1,NULL,NULL,1575118857830400044,1575177997516800002,'2026-11-25T15:55:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(54,'announcement','channel',1575118857830400057,1575118857830400052,7,'announcement:tacoma-wa--vladivostok.20261123.suspended:7','{}',NULL,'sent','941b299d7429b53462183f9c','2026-11-25T15:50:09.300Z',NULL,1575126155919360002,8,1,NULL,NULL,1575118857830400057,1575179255808000002,'2026-11-25T16:00:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(55,'crosspost','news',1575118857830400034,424242424242424242,NULL,'crosspost:52','{"message": 1575177997516800001}',NULL,'sent','7e48d1c04418fb4b05219603','2026-11-25T15:55:00.000Z',NULL,1575177745858560001,7,1,NULL,NULL,1575118857830400034,1575177997516800001,'2026-11-25T15:55:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(56,'announcement','channel',1575118857830400026,424242424242424242,1,'announcement:juneau-ak--vladivostok.20261125.ended:1','{}',NULL,'sending','9c51e803e650324eaa2b368f','2026-11-25T15:55:10.300Z',NULL,1575177745858560000,8,1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0);
INSERT INTO "delivery" VALUES(57,'announcement','channel',1575118857830400034,424242424242424242,3,'announcement:juneau-ak--vladivostok.20261125.ended:3','{}',NULL,'retry','e74fff73e120e50d9350aecd','2026-11-25T15:55:10.300Z',NULL,1575177745858560001,9,3,'2026-11-25T16:00:00.000Z','2026-11-25T16:05:16.692Z',NULL,NULL,NULL,503,'Discord answered 503',1);
INSERT INTO "delivery" VALUES(58,'announcement','channel',1575118857830400044,424242424242424242,5,'announcement:juneau-ak--vladivostok.20261125.ended:5','{}',NULL,'paused','63439370b0d1e3aa54b84f2b','2026-11-25T15:55:10.300Z',NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,'missing: Send Messages',0);
INSERT INTO "delivery" VALUES(59,'watch','user',1575118857830400005,NULL,NULL,'watch:juneau-ak--vladivostok.20261125.ended:1575118857830400005','{}',NULL,'sent','9806f6f322be8718c5e0db53','2026-11-25T15:55:10.300Z',NULL,1575142513704960001,8,1,NULL,NULL,1575120116121600000,1575179255808000001,'2026-11-25T16:00:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(60,'paused','user',1575118857830400006,NULL,NULL,'paused:5:2026-11-25T16:00:00.000Z','{"subscription": 5}',NULL,'sent','b0be26669aeeb21be300961c','2026-11-25T16:00:00.000Z',NULL,1575126155919360004,8,1,NULL,NULL,1575126407577600001,1575179255808000003,'2026-11-25T16:00:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(61,'digest','channel',1575118857830400030,424242424242424242,2,'digest:2:2026-11-23T15:00:00.000Z','{"day": "2026-11-23", "stale": [], "totals": {"active": 3, "suspended": 3, "ended": 1, "dormant": 1, "unconfirmed": 4}}',NULL,'sent','d76f270aeccba16724c0ad20','2026-11-25T16:00:00.000Z',NULL,1575148805160960001,8,1,NULL,NULL,1575118857830400030,1575179255808000004,'2026-11-25T16:00:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(62,'digest','channel',1575118857830400034,424242424242424242,3,'digest:3:2026-11-23T15:00:00.000Z','{"day": "2026-11-23", "stale": [], "totals": {"active": 18, "suspended": 21, "ended": 9, "dormant": 6, "unconfirmed": 36}}',NULL,'pending','45bdbcd463d8842251c7107b','2026-11-25T16:00:00.000Z',NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0);
INSERT INTO "delivery" VALUES(63,'correction','channel',1575118857830400026,424242424242424242,1,'correction:juneau-ak--vladivostok.20261124.resumed.retracted:37','{}',37,'sent','26f6034d435bc2f5e627596d','2026-11-25T16:00:11.300Z',NULL,1575179004149760000,9,1,NULL,NULL,1575118857830400026,1575180514099200000,'2026-11-25T16:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(64,'correction','channel',1575118857830400044,424242424242424242,5,'correction:juneau-ak--vladivostok.20261124.resumed.retracted:38','{}',38,'pending','8d431cc5004e58edbad42e70','2026-11-25T16:00:11.300Z',NULL,NULL,NULL,0,NULL,NULL,NULL,NULL,NULL,NULL,NULL,0);
INSERT INTO "delivery" VALUES(65,'correction','channel',1575118857830400057,1575118857830400052,7,'correction:juneau-ak--vladivostok.20261124.resumed.retracted:39','{}',39,'sent','b53aef1b80fe8cecdbc446f8','2026-11-25T16:00:11.300Z',NULL,1575179004149760002,9,1,NULL,NULL,1575118857830400057,1575180514099200001,'2026-11-25T16:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(66,'correction','user',1575118857830400005,NULL,NULL,'correction:juneau-ak--vladivostok.20261124.resumed.retracted:40','{}',40,'sent','117027e8f837c8d91ebbd7db','2026-11-25T16:00:11.300Z',NULL,1575179004149760001,9,1,NULL,NULL,1575120116121600000,1575180514099200002,'2026-11-25T16:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(67,'correction','channel',1575118857830400030,424242424242424242,2,'correction:juneau-ak--vladivostok.20261124.resumed.retracted:48','{}',48,'sent','bbe006cf275210685fceea2b','2026-11-25T16:00:11.300Z',NULL,1575179004149760004,9,1,NULL,NULL,1575118857830400030,1575180514099200003,'2026-11-25T16:05:00.000Z',NULL,NULL,0);
INSERT INTO "delivery" VALUES(68,'letter_changed','user',1575118857830400008,NULL,NULL,'letter_changed:2c26815def3a1b54:juneau-ak--vladivostok.20261125.ended','{"draft": "2c26815def3a1b54"}',NULL,'sent','bf061dab42e8417e7df8de3d','2026-11-25T16:05:12.300Z',NULL,1575122393628672010,9,1,NULL,NULL,1575120116121600001,1575180565689139200,'2026-11-25T16:05:12.300Z',NULL,NULL,1);
INSERT INTO "delivery" VALUES(69,'dataset','channel',1575118857830400004,424242424242424242,NULL,'dataset:1:1575118857830400004','{"change": 1}',NULL,'sent','a196348e1767d06288cbc4b6','2026-11-25T16:05:12.300Z',NULL,1575142513704960002,9,1,NULL,NULL,1575118857830400004,1575180565689139201,'2026-11-25T16:05:12.300Z',NULL,NULL,1);
INSERT INTO "delivery" VALUES(71,'dataset','channel',1575118857830400004,424242424242424242,NULL,'dataset:2:1575118857830400004','{"change": 2}',NULL,'sent','84ca3dbcafbeeb1ee69493d2','2026-11-25T16:05:12.300Z',NULL,1575180314030899201,9,1,NULL,NULL,1575118857830400004,1575180565689139203,'2026-11-25T16:05:12.300Z',NULL,NULL,2);
CREATE TABLE draft (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    editor INTEGER NOT NULL,
    task TEXT NOT NULL CHECK (task IN ('record', 'correct', 'retract')),
    state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'waiting', 'done', 'cancelled')),
    tie TEXT NOT NULL DEFAULT '',
    kind TEXT NOT NULL DEFAULT '',
    date TEXT NOT NULL DEFAULT '',
    actor TEXT NOT NULL DEFAULT '',
    authority TEXT NOT NULL DEFAULT '',
    summary TEXT NOT NULL DEFAULT '',
    vote TEXT NOT NULL DEFAULT '',
    condition TEXT NOT NULL DEFAULT '',
    hearing TEXT NOT NULL DEFAULT '',
    target TEXT NOT NULL DEFAULT '',
    why TEXT NOT NULL DEFAULT '',
    disputes TEXT NOT NULL DEFAULT '',
    follows TEXT,
    act TEXT NOT NULL DEFAULT '',
    announcement TEXT,
    decided_by INTEGER,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
, returned TEXT NOT NULL DEFAULT '') STRICT;
INSERT INTO "draft" VALUES(1,1575118857830400007,'record','done','juneau-ak--vladivostok','suspended','2026-11-20','Juneau Assembly','council','Voted to suspend the sister-city tie.','9–0','Until Russian troops have left Ukraine','','','','',NULL,'juneau-ak--vladivostok.20261120.suspended','juneau-ak--vladivostok.20261120.suspended',1575118857830400007,'2026-11-25T12:15:03.000Z','2026-11-25T12:15:03.000Z','');
INSERT INTO "draft" VALUES(2,1575118857830400007,'record','waiting','tacoma-wa--vladivostok','ended','2026-11-21','Juneau Assembly','council','Voted to suspend the sister-city tie.','9–0','','','','','',NULL,'',NULL,NULL,'2026-11-25T12:20:04.300Z','2026-11-25T12:20:04.300Z','');
INSERT INTO "draft" VALUES(3,1575118857830400007,'record','open','homer-ak--yelizovo','ended','2026-11-19','Juneau Assembly','council','Voted to suspend the sister-city tie.','9–0','','','','','',NULL,'',NULL,1575118857830400008,'2026-11-25T12:20:04.300Z','2026-11-25T12:20:04.300Z','The date is missing in the source.');
INSERT INTO "draft" VALUES(4,1575118857830400008,'record','open','juneau-ak--vladivostok','ended','2026-11-22','Juneau Assembly','council','Voted to suspend the sister-city tie.','9–0','','','','','',NULL,'',NULL,NULL,'2026-11-25T12:20:04.300Z','2026-11-25T12:20:04.300Z','');
INSERT INTO "draft" VALUES(5,1575118857830400008,'record','cancelled','juneau-ak--vladivostok','kept','2026-11-18','Juneau Assembly','council','Voted to suspend the sister-city tie.','9–0','','','','','',NULL,'',NULL,1575118857830400008,'2026-11-25T12:20:04.300Z','2026-11-25T12:20:04.300Z','');
CREATE TABLE draft_source (
    draft INTEGER NOT NULL REFERENCES draft (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    address TEXT NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    publisher TEXT NOT NULL DEFAULT '',
    published TEXT NOT NULL DEFAULT '',
    grade TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (draft, number)
) STRICT;
INSERT INTO "draft_source" VALUES(1,1,'https://juneau.org/minutes/20261120.pdf','Minutes of 20 November 2026','City and Borough of Juneau','20 November 2026','A');
INSERT INTO "draft_source" VALUES(2,1,'https://www.example-herald.com/juneau','Juneau drops Vladivostok','Example Herald','21 November 2026','C');
INSERT INTO "draft_source" VALUES(3,1,'https://www.example-herald.com/juneau','Juneau drops Vladivostok','Example Herald','21 November 2026','C');
INSERT INTO "draft_source" VALUES(4,1,'https://juneau.org/minutes/20261120.pdf','Minutes of 20 November 2026','City and Borough of Juneau','20 November 2026','A');
INSERT INTO "draft_source" VALUES(5,1,'https://juneau.org/minutes/20261120.pdf','Minutes of 20 November 2026','City and Borough of Juneau','20 November 2026','A');
CREATE TABLE home (
    guild INTEGER PRIMARY KEY,
    editor_role INTEGER NOT NULL,
    review_channel INTEGER NOT NULL,
    set_by INTEGER NOT NULL,
    set_at TEXT NOT NULL
) STRICT;
INSERT INTO "home" VALUES(424242424242424242,1575118857830400003,1575118857830400004,1575118857830400006,'2026-11-25T12:00:00.000Z');
CREATE TABLE letter_count (
    server INTEGER NOT NULL,
    tie TEXT NOT NULL,
    template TEXT NOT NULL,
    month TEXT NOT NULL,
    what TEXT NOT NULL,
    number INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (server, tie, template, month, what)
) STRICT, WITHOUT ROWID;
INSERT INTO "letter_count" VALUES(424242424242424242,'juneau-ak--vladivostok','server/ours','2026-11','begun',1);
INSERT INTO "letter_count" VALUES(424242424242424242,'portland-or--khabarovsk','end-1','2026-11','sent',1);
INSERT INTO "letter_count" VALUES(424242424242424242,'portland-or--khabarovsk','server/ours','2026-11','begun',2);
CREATE TABLE letter_draft (
    id TEXT PRIMARY KEY,
    writer INTEGER NOT NULL,
    server INTEGER,
    place TEXT NOT NULL,
    tie TEXT,
    recipient INTEGER NOT NULL DEFAULT 0,
    ask TEXT NOT NULL,
    template TEXT NOT NULL DEFAULT '',
    title TEXT NOT NULL DEFAULT '',
    connection TEXT NOT NULL DEFAULT '',
    reason TEXT NOT NULL DEFAULT '',
    respect TEXT NOT NULL DEFAULT '',
    name TEXT NOT NULL DEFAULT '',
    neighborhood TEXT NOT NULL DEFAULT '',
    fair INTEGER NOT NULL DEFAULT 1,
    points TEXT NOT NULL DEFAULT '[]',
    standing TEXT,
    basis TEXT,
    fact TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    tell INTEGER NOT NULL DEFAULT 0,
    begun INTEGER NOT NULL DEFAULT 0,
    sent TEXT,
    version INTEGER NOT NULL DEFAULT 1,
    created_at TEXT NOT NULL,
    changed_at TEXT NOT NULL
) STRICT;
INSERT INTO "letter_draft" VALUES('92fb8e9fa918bfcc',1575118857830400005,424242424242424242,'portland-or','portland-or--khabarovsk',0,'end','','','resident','My neighbor Halyna came here from Kharkiv with two children and one suitcase. Her youngest is in my daughter''s class, and when the school hung up the flags of our sister cities she asked me why that one was there.','','','',1,'[]','active','portland-or--khabarovsk.2022.confirmed','The newest official mention of the tie that was found is from 2022 or later (City of Portland, on its International Relations page). A search of public sources on November 22, 2026, found no later decision.','https://www.portland.gov/ogr/international-relations-program',0,1,'2026-11-25T12:00:00.000Z',3,'2026-11-25T12:00:00.000Z','2026-11-25T12:00:00.000Z');
INSERT INTO "letter_draft" VALUES('2c26815def3a1b54',1575118857830400008,424242424242424242,'juneau-ak','juneau-ak--vladivostok',0,'end','','','resident','My neighbor Halyna came here from Kharkiv with two children and one suitcase. Her youngest is in my daughter''s class, and when the school hung up the flags of our sister cities she asked me why that one was there.','','','',1,'[]','active','juneau-ak--vladivostok.20220404.kept','On April 4, 2022, the Juneau Assembly voted down the resolution to suspend by one vote, so the tie stayed. The vote was 5–4 against suspending. A search of public sources on November 22, 2026, found no later decision.','https://www.ktoo.org/2022/04/06/juneau-assembly-decides-to-keep-sister-city-vladivostok/',1,1,NULL,3,'2026-11-25T12:00:00.000Z','2026-11-25T12:00:00.000Z');
INSERT INTO "letter_draft" VALUES('06f00da8b44a11db',1575118857830400006,424242424242424242,'portland-or','portland-or--khabarovsk',0,'end','server/ours','','resident','My grandmother was born in Tacoma and I work there.','','','',1,'[]','active','portland-or--khabarovsk.2022.confirmed','The newest official mention of the tie that was found is from 2022 or later (City of Portland, on its International Relations page). A search of public sources on November 22, 2026, found no later decision.','https://www.portland.gov/ogr/international-relations-program',0,1,NULL,3,'2026-11-25T12:00:00.000Z','2026-11-25T12:00:00.000Z');
CREATE TABLE letter_sent (
    id TEXT PRIMARY KEY,
    writer INTEGER NOT NULL,
    server INTEGER,
    place TEXT NOT NULL,
    tie TEXT,
    template TEXT NOT NULL,
    recipient TEXT NOT NULL,
    sent_at TEXT NOT NULL,
    outcome TEXT NOT NULL DEFAULT '',
    remind_at TEXT
) STRICT;
INSERT INTO "letter_sent" VALUES('92fb8e9fa918bfcc',1575118857830400005,424242424242424242,'portland-or','portland-or--khabarovsk','end-1','the Mayor of Portland and the Portland City Council','2026-11-25T12:00:00.000Z','','2026-12-09T12:00:00.000Z');
CREATE TABLE letter_shingle (
    draft TEXT NOT NULL REFERENCES letter_draft (id) ON DELETE CASCADE,
    server INTEGER NOT NULL,
    hash INTEGER NOT NULL,
    PRIMARY KEY (server, hash, draft)
) STRICT, WITHOUT ROWID;
INSERT INTO "letter_shingle" VALUES('06f00da8b44a11db',424242424242424242,-8439018434918065377);
INSERT INTO "letter_shingle" VALUES('06f00da8b44a11db',424242424242424242,-1710622605157992127);
INSERT INTO "letter_shingle" VALUES('06f00da8b44a11db',424242424242424242,-196138281033162426);
INSERT INTO "letter_shingle" VALUES('06f00da8b44a11db',424242424242424242,88382439512431903);
INSERT INTO "letter_shingle" VALUES('06f00da8b44a11db',424242424242424242,2438927091044755135);
INSERT INTO "letter_shingle" VALUES('06f00da8b44a11db',424242424242424242,3126192453903481392);
INSERT INTO "letter_shingle" VALUES('06f00da8b44a11db',424242424242424242,8843835587203436052);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-8562919538201527025);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-8343325008460140693);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-8197044176783383523);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-7915778794391429563);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-7588503322070196243);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-7318308669082061211);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-6465053817986690509);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-6337685920511917222);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-6185861739485216254);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-6115990323076377639);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-5707517645147985714);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-5628082197015973014);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-5506269927897119171);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-5359793909682445965);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-4919524860521919109);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-4608768383508746520);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-4454680441901608109);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-3602797468656093849);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-3461453801904806476);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-3315660495994459036);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-2328239424570065177);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-1201843122171408108);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,-589030063290796383);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,35781229783073555);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,106689518714008885);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,659701733591984433);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,877560574732466501);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,1687253760542298290);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,2502121266665010635);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,2926344929069239963);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,3098898604898170126);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,3562803018308900053);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,3583290505276227528);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,5336330151521923793);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,6240405195283466133);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,6612262302338224641);
INSERT INTO "letter_shingle" VALUES('2c26815def3a1b54',424242424242424242,7669496595580422789);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-8562919538201527025);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-8343325008460140693);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-8197044176783383523);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-7915778794391429563);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-7588503322070196243);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-7318308669082061211);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-6465053817986690509);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-6337685920511917222);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-6185861739485216254);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-6115990323076377639);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-5707517645147985714);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-5628082197015973014);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-5506269927897119171);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-5359793909682445965);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-4919524860521919109);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-4608768383508746520);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-4454680441901608109);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-3602797468656093849);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-3461453801904806476);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-3315660495994459036);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-2328239424570065177);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-1201843122171408108);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,-589030063290796383);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,35781229783073555);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,106689518714008885);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,659701733591984433);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,877560574732466501);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,1687253760542298290);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,2502121266665010635);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,2926344929069239963);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,3098898604898170126);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,3562803018308900053);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,3583290505276227528);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,5336330151521923793);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,6240405195283466133);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,6612262302338224641);
INSERT INTO "letter_shingle" VALUES('92fb8e9fa918bfcc',424242424242424242,7669496595580422789);
CREATE TABLE letter_template (
    server INTEGER NOT NULL,
    name TEXT NOT NULL,
    text TEXT NOT NULL,
    added_by INTEGER NOT NULL,
    added_at TEXT NOT NULL,
    PRIMARY KEY (server, name)
) STRICT, WITHOUT ROWID;
INSERT INTO "letter_template" VALUES(424242424242424242,'ours','title: From our group
asks: end, say
standings: active, unconfirmed
language: en
---
{{ greeting }}

{{ who }} Our own opening. {{ ask }}

{{ reason }}

{% if signature %}
{{ signature }}
{% endif %}
',1575118857830400006,'2026-11-25T12:00:00.000Z');
CREATE TABLE listing (
    id TEXT PRIMARY KEY,
    tie TEXT NOT NULL REFERENCES tie (id),
    position INTEGER NOT NULL,
    date TEXT,
    says TEXT NOT NULL,
    written_by INTEGER
) STRICT;
INSERT INTO "listing" VALUES('juneau-ak--vladivostok.listing.1','juneau-ak--vladivostok',0,'2022-04-21','KTOO still calls Vladivostok Juneau''s sister city and reports that the mayor''s anti-war letter could not be delivered.',NULL);
INSERT INTO "listing" VALUES('juneau-ak--vladivostok.listing.2','juneau-ak--vladivostok',1,'2025-08-15','An Italian report calls Vladivostok Juneau''s twinned city and recalls the Assembly''s letter.',NULL);
INSERT INTO "listing" VALUES('juneau-ak--vladivostok.listing.3','juneau-ak--vladivostok',2,'2022-06-13','A Vladivostok paper reports that Juneau''s Assembly had refused to break the tie.',NULL);
INSERT INTO "listing" VALUES('juneau-ak--vladivostok.listing.4','juneau-ak--vladivostok',3,'2023-04-08','Alaska Public Media recalls that Juneau''s Assembly narrowly voted down a similar measure.',NULL);
INSERT INTO "listing" VALUES('juneau-ak--vladivostok.listing.5','juneau-ak--vladivostok',4,'2022-06-04','On the U.S.–Russia Chamber of Commerce list, as a news report printed it.',NULL);
INSERT INTO "listing" VALUES('anchorage-ak--magadan.listing.1','anchorage-ak--magadan',0,'2025-08-13','The director of a Russian cultural center in Alaska asks the two presidents to revive such ties, naming Anchorage–Magadan.',NULL);
INSERT INTO "listing" VALUES('anchorage-ak--magadan.listing.2','anchorage-ak--magadan',1,'2025-08-15','A report on Putin''s stop in Magadan recalls that Anchorage suspended its three-decade tie.',NULL);
INSERT INTO "listing" VALUES('homer-ak--yelizovo.listing.1','homer-ak--yelizovo',0,'2022-04-06','KTOO mentions Yelizovo in passing as a sister city of Homer.',NULL);
INSERT INTO "listing" VALUES('homer-ak--yelizovo.listing.2','homer-ak--yelizovo',1,'2024','The city''s own page (which mentions events of 2024) names Teshio, Japan, as its sister city, in the singular, and not Yelizovo.',NULL);
INSERT INTO "listing" VALUES('homer-ak--yelizovo.listing.3','homer-ak--yelizovo',2,NULL,'Wikipedia''s list gives Homer both Teshio and Yelizovo.',NULL);
INSERT INTO "listing" VALUES('iowa--stavropol-krai.listing.1','iowa--stavropol-krai',0,'2022-04-16','A Sister Cities International figure regrets that the governors of Maryland and Iowa ended their ties.',NULL);
INSERT INTO "listing" VALUES('iowa--stavropol-krai.listing.2','iowa--stavropol-krai',1,NULL,'Iowa Sister States'' director says the tie had been inactive 13–14 years, and might be rebuilt one day.',NULL);
INSERT INTO "listing" VALUES('iowa--stavropol-krai.listing.3','iowa--stavropol-krai',2,NULL,'The state''s Partner State page, with figures of 2024, counts seven official relationships; which seven was not seen.',NULL);
INSERT INTO "listing" VALUES('iowa--stavropol-krai.listing.4','iowa--stavropol-krai',3,NULL,'An earlier page of Iowa Sister States counts nine sister states.',NULL);
INSERT INTO "listing" VALUES('asheville-nc--vladikavkaz.listing.1','asheville-nc--vladikavkaz',0,NULL,'A magazine profile of Asheville Sister Cities, undated but no earlier than April 2022, lists Vladikavkaz among seven sister cities.',NULL);
INSERT INTO "listing" VALUES('asheville-nc--vladikavkaz.listing.2','asheville-nc--vladikavkaz',1,'2022-06-04','On the U.S.–Russia Chamber of Commerce list, as a news report printed it.',NULL);
INSERT INTO "listing" VALUES('albany-ny--tula.listing.1','albany-ny--tula',0,'2023-10-11','A report on aid to Bucha, which the mayor calls a sister-city relationship; what was seen does not mention Tula.',NULL);
INSERT INTO "listing" VALUES('albany-ny--tula.listing.2','albany-ny--tula',1,'2022-06-04','On the U.S.–Russia Chamber of Commerce list, as a news report printed it.',NULL);
INSERT INTO "listing" VALUES('buffalo-ny--tver.listing.1','buffalo-ny--tver',0,'2022-06-04','On the U.S.–Russia Chamber of Commerce list, as a news report printed it.',NULL);
INSERT INTO "listing" VALUES('portland-or--khabarovsk.listing.1','portland-or--khabarovsk',0,'2022-06-04','On the U.S.–Russia Chamber of Commerce list, as a news report printed it.',NULL);
INSERT INTO "listing" VALUES('anacortes-wa--lomonosov.listing.1','anacortes-wa--lomonosov',0,'2022-06-04','On the U.S.–Russia Chamber of Commerce list, as a news report printed it.',NULL);
INSERT INTO "listing" VALUES('tacoma-wa--vladivostok.listing.1','tacoma-wa--vladivostok',0,'2022-03-10','A round-up names Tacoma among Washington cities facing the question.',NULL);
INSERT INTO "listing" VALUES('tacoma-wa--vladivostok.listing.2','tacoma-wa--vladivostok',1,NULL,'The city''s page counts 15 sister cities; whether Vladivostok is among them was not seen.',NULL);
INSERT INTO "listing" VALUES('tacoma-wa--vladivostok.listing.3','tacoma-wa--vladivostok',2,'2022-03-01','Tacoma backs its Ukrainian sister city Brovary and condemns the invasion by Resolution 40920; the parts quoted do not mention Vladivostok.',NULL);
INSERT INTO "listing" VALUES('tacoma-wa--vladivostok.listing.4','tacoma-wa--vladivostok',3,'2022-03-15','A round-up counts Washington''s pairs as undecided.',NULL);
INSERT INTO "listing" VALUES('tacoma-wa--vladivostok.listing.5','tacoma-wa--vladivostok',4,'2022-06-04','On the U.S.–Russia Chamber of Commerce list, as a news report printed it.',NULL);
CREATE TABLE listing_source (
    listing TEXT NOT NULL REFERENCES listing (id),
    position INTEGER NOT NULL,
    source TEXT NOT NULL REFERENCES source (id),
    PRIMARY KEY (listing, position)
) STRICT, WITHOUT ROWID;
INSERT INTO "listing_source" VALUES('albany-ny--tula.listing.1',0,'wamc-20231011');
INSERT INTO "listing_source" VALUES('albany-ny--tula.listing.2',0,'audacy-nd');
INSERT INTO "listing_source" VALUES('anacortes-wa--lomonosov.listing.1',0,'audacy-nd');
INSERT INTO "listing_source" VALUES('anchorage-ak--magadan.listing.1',0,'ria-20250813');
INSERT INTO "listing_source" VALUES('anchorage-ak--magadan.listing.2',0,'tgcom24-mediaset-20250815');
INSERT INTO "listing_source" VALUES('asheville-nc--vladikavkaz.listing.1',0,'thelaurelofasheville-nd');
INSERT INTO "listing_source" VALUES('asheville-nc--vladikavkaz.listing.2',0,'audacy-nd');
INSERT INTO "listing_source" VALUES('buffalo-ny--tver.listing.1',0,'audacy-nd');
INSERT INTO "listing_source" VALUES('homer-ak--yelizovo.listing.1',0,'ktoo-20220406');
INSERT INTO "listing_source" VALUES('homer-ak--yelizovo.listing.2',0,'cityofhomer-ak-nd');
INSERT INTO "listing_source" VALUES('homer-ak--yelizovo.listing.3',0,'wikipedia-nd');
INSERT INTO "listing_source" VALUES('iowa--stavropol-krai.listing.1',0,'sputniknews-20220416');
INSERT INTO "listing_source" VALUES('iowa--stavropol-krai.listing.1',1,'argumenti-20220416');
INSERT INTO "listing_source" VALUES('iowa--stavropol-krai.listing.2',0,'who13-nd');
INSERT INTO "listing_source" VALUES('iowa--stavropol-krai.listing.3',0,'opportunityiowa-nd');
INSERT INTO "listing_source" VALUES('iowa--stavropol-krai.listing.4',0,'iowasisterstates-nd-2');
INSERT INTO "listing_source" VALUES('juneau-ak--vladivostok.listing.1',0,'ktoo-20220421');
INSERT INTO "listing_source" VALUES('juneau-ak--vladivostok.listing.2',0,'tgcom24-mediaset-20250815');
INSERT INTO "listing_source" VALUES('juneau-ak--vladivostok.listing.3',0,'aif-nd');
INSERT INTO "listing_source" VALUES('juneau-ak--vladivostok.listing.4',0,'alaskapublic-20230408');
INSERT INTO "listing_source" VALUES('juneau-ak--vladivostok.listing.5',0,'audacy-nd');
INSERT INTO "listing_source" VALUES('portland-or--khabarovsk.listing.1',0,'audacy-nd');
INSERT INTO "listing_source" VALUES('tacoma-wa--vladivostok.listing.1',0,'ritews-20220310');
INSERT INTO "listing_source" VALUES('tacoma-wa--vladivostok.listing.2',0,'tacoma-nd');
INSERT INTO "listing_source" VALUES('tacoma-wa--vladivostok.listing.3',0,'unn-nd');
INSERT INTO "listing_source" VALUES('tacoma-wa--vladivostok.listing.3',1,'gritcitymag-202203');
INSERT INTO "listing_source" VALUES('tacoma-wa--vladivostok.listing.4',0,'lynnwoodtimes-20220315');
INSERT INTO "listing_source" VALUES('tacoma-wa--vladivostok.listing.5',0,'audacy-nd');
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO "meta" VALUES('commands:1456074443980800000','{"424242424242424242": {"fingerprint": "90bf14fd1f3bd0017b56659bd520bc737831127475b3ff0389b47dcd9337dab6", "ids": {"queue": 1575118857830400021, "record": 1575118857830400020, "setup": 1575118857830400022}}, "global": {"fingerprint": "42c3712bbd226dca81bf4483000e034e5de02424d16735a4d71aae625d20cc26", "ids": {"about": 1575118857830400010, "announcements": 1575118857830400014, "ask": 1575118857830400011, "help": 1575118857830400009, "letter": 1575118857830400016, "privacy": 1575118857830400018, "status": 1575118857830400012, "template": 1575118857830400017, "ties": 1575118857830400013, "watch": 1575118857830400015}}}');
INSERT INTO "meta" VALUES('dataset','6 8f6e20351002946aba24881f573559ea28de0d0709e6594137ecfc01c3193f7a');
CREATE TABLE migration (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ'))) STRICT;
INSERT INTO "migration" VALUES(1,'0001_record','2026-11-28T17:36:08.095Z');
INSERT INTO "migration" VALUES(2,'0002_announcements','2026-11-28T17:36:08.101Z');
INSERT INTO "migration" VALUES(3,'0003_letters','2026-11-28T17:36:08.102Z');
INSERT INTO "migration" VALUES(4,'0004_editing','2026-11-28T17:36:08.103Z');
INSERT INTO "migration" VALUES(5,'0005_letter_answers','2026-11-28T17:36:08.107Z');
INSERT INTO "migration" VALUES(6,'0006_decisions_and_changes','2026-11-28T17:36:08.114Z');
CREATE TABLE other_place (
    position INTEGER PRIMARY KEY,
    country TEXT NOT NULL,
    name TEXT NOT NULL,
    state TEXT NOT NULL,
    lat REAL NOT NULL,
    lon REAL NOT NULL,
    population INTEGER NOT NULL,
    aliases TEXT NOT NULL
) STRICT;
INSERT INTO "other_place" VALUES(0,'RU','Abakan','',53.715,91.426,184168,'Абакан');
INSERT INTO "other_place" VALUES(1,'RU','Abaza','',52.653,90.095,18094,'Абаза');
INSERT INTO "other_place" VALUES(2,'RU','Abdulino','',53.686,53.655,21195,'Абдулино|Абдуліно|Абдуліна');
INSERT INTO "other_place" VALUES(3,'RU','Abinsk','',44.871,38.158,34668,'Абинск|Абінск|Абінськ');
INSERT INTO "other_place" VALUES(4,'RU','Achinsk','',56.268,90.501,117634,'Ачинск|Ачинськ|Ачынск');
INSERT INTO "other_place" VALUES(5,'RU','Achkhoy-Martan','',43.192,45.283,16779,'Ачхой-Мартан|Іашхойн-Марта');
INSERT INTO "other_place" VALUES(6,'RU','Adler','',43.429,39.924,70200,'Адлер');
INSERT INTO "other_place" VALUES(7,'RU','Admiralteisky','',59.923,30.3,157897,'Адмиралтейский');
INSERT INTO "other_place" VALUES(8,'RU','Afipskiy','',44.9,38.843,18209,'Афипский');
INSERT INTO "other_place" VALUES(9,'RU','Agidel''','',55.909,53.934,19217,'Агидель');
INSERT INTO "other_place" VALUES(10,'RU','Aginskoye','',51.108,114.542,17496,'Агинское');
INSERT INTO "other_place" VALUES(11,'RU','Agryz','',56.523,52.994,18601,'Агрыз|Агриз');
CREATE TABLE petition (
    id TEXT PRIMARY KEY CHECK (id = 'petition'),
    title TEXT NOT NULL,
    url TEXT NOT NULL,
    started_by TEXT NOT NULL,
    addressed_to TEXT NOT NULL,
    count INTEGER NOT NULL,
    goal INTEGER NOT NULL,
    count_as_of TEXT,
    asks TEXT NOT NULL,
    who_may_sign TEXT NOT NULL,
    invite TEXT NOT NULL,
    source TEXT NOT NULL REFERENCES source (id),
    written_by INTEGER
) STRICT;
INSERT INTO "petition" VALUES('petition','Stand with Ukraine! End US-Russia Sister City Relationships','https://www.change.org/p/us-mayors-end-us-russia-sister-city-relationships','Tracy Goodman','U.S. mayors',18900,25000,NULL,'That mayors do their civic duty: cut ties with Russian sister cities, and by that condemn the invasion of Ukraine.','Anyone, whatever their postcode or country.','After signing, invite five friends to sign, ask each of them to invite ten of theirs, and share the petition.','change-nd',NULL);
CREATE TABLE place (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    country TEXT NOT NULL CHECK (country IN ('US', 'RU')),
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    state TEXT,
    region TEXT,
    lat REAL,
    lon REAL,
    population INTEGER,
    geoname_id INTEGER,
    aliases TEXT NOT NULL DEFAULT '[]',
    note TEXT,
    recipients TEXT NOT NULL DEFAULT '[]',
    run_by TEXT,
    written_by INTEGER
) STRICT;
INSERT INTO "place" VALUES('juneau-ak',0,'US','Juneau','city','AK',NULL,58.30194,-134.41972,31555,5554072,'["City and Borough of Juneau", "CBJ", "Джуно"]',NULL,'[{"office": "Mayor of the City and Borough of Juneau", "body": "Juneau Assembly", "page": "https://juneau.org/assembly", "verified_on": "2026-11-25"}]',NULL,1575118857830400007);
INSERT INTO "place" VALUES('anchorage-ak',1,'US','Anchorage','city','AK',NULL,61.21806,-149.90028,289600,5879400,'["Municipality of Anchorage", "Anchortown", "Анкоридж"]',NULL,'[{"office": "Mayor of Anchorage", "body": "Anchorage Assembly"}]','advised by the Anchorage Sister Cities Commission',NULL);
INSERT INTO "place" VALUES('homer-ak',3,'US','Homer','city','AK',NULL,59.6425,-151.5494,5515,5864145,'["Хомер", "Гомер"]',NULL,'[{"office": "Mayor of Homer", "body": "Homer City Council"}]',NULL,NULL);
INSERT INTO "place" VALUES('san-jose-ca',10,'US','San Jose','city','CA',NULL,37.33939,-121.89496,997368,5392171,'["San José", "SJ", "San Jo", "Сан-Хосе", "Сан Хосе"]',NULL,'[{"office": "Mayor of San Jose", "body": "San Jose City Council"}]',NULL,NULL);
INSERT INTO "place" VALUES('chicago-il',24,'US','Chicago','city','IL',NULL,41.85003,-87.65005,2664452,4887398,'["Chi-town", "Chitown", "Windy City", "The Windy City", "Чикаго", "Чікаго"]',NULL,'[{"office": "Mayor of Chicago", "body": "Chicago City Council"}]','the program is run by World Business Chicago / Chicago Sister Cities International',NULL);
INSERT INTO "place" VALUES('iowa',28,'US','Iowa','state','IA',NULL,41.60054,-93.60911,NULL,NULL,'["State of Iowa", "Hawkeye State", "Айова", "штат Айова"]','Coordinates are those of Des Moines, the state capital.','[{"office": "Governor of Iowa", "body": "Office of the Governor"}]','the tie is run by Iowa Sister States, a non-profit',NULL);
INSERT INTO "place" VALUES('albany-ny',48,'US','Albany','city','NY',NULL,42.65258,-73.75623,101228,5106834,'["Олбани", "Олбані"]',NULL,'[{"office": "Mayor of Albany", "body": "Albany Common Council"}]',NULL,NULL);
INSERT INTO "place" VALUES('buffalo-ny',49,'US','Buffalo','city','NY',NULL,42.88645,-78.87837,258071,5110629,'["City of Good Neighbors", "Nickel City", "Queen City", "Буффало", "Баффало"]',NULL,'[{"office": "Mayor of Buffalo", "body": "Buffalo Common Council"}]',NULL,NULL);
INSERT INTO "place" VALUES('asheville-nc',53,'US','Asheville','city','NC',NULL,35.60095,-82.55402,95056,4453066,'["AVL", "Ashville", "Эшвилл", "Ашвилл", "Ешвілл"]',NULL,'[{"office": "Mayor of Asheville", "body": "Asheville City Council"}]',NULL,NULL);
INSERT INTO "place" VALUES('portland-or',66,'US','Portland','city','OR',NULL,45.52345,-122.67621,652503,5746545,'["PDX", "Rose City", "City of Roses", "Stumptown", "Портленд", "Портланд"]',NULL,'[{"office": "Mayor of Portland (Oregon)", "body": "Portland City Council"}]',NULL,NULL);
INSERT INTO "place" VALUES('salt-lake-city-ut',75,'US','Salt Lake City','city','UT',NULL,40.76078,-111.89105,215548,5780993,'["SLC", "Salt Lake", "Солт-Лейк-Сити", "Солт Лейк Сити", "Солт-Лейк-Сіті"]',NULL,'[{"office": "Mayor of Salt Lake City", "body": "Salt Lake City Council"}]','advised by the Sister Cities Advisory Board',NULL);
INSERT INTO "place" VALUES('anacortes-wa',80,'US','Anacortes','city','WA',NULL,48.5126,-122.61267,18103,5785657,'["Анакортес"]',NULL,'[{"office": "Mayor of Anacortes", "body": "Anacortes City Council"}]',NULL,NULL);
INSERT INTO "place" VALUES('tacoma-wa',82,'US','Tacoma','city','WA',NULL,47.25288,-122.44429,222906,5812944,'["City of Destiny", "Grit City", "Такома"]',NULL,'[{"office": "Mayor of Tacoma", "body": "Tacoma City Council"}]',NULL,NULL);
INSERT INTO "place" VALUES('vladivostok',88,'RU','Vladivostok','city',NULL,'Primorsky Krai',43.10562,131.87353,604901,2013348,'["Vladivostock", "Vladik", "Владивосток", "Владик"]',NULL,'[]',NULL,NULL);
INSERT INTO "place" VALUES('magadan',89,'RU','Magadan','city',NULL,'Magadan Oblast',59.56274,150.80211,92782,2123628,'["Магадан"]',NULL,'[]',NULL,NULL);
INSERT INTO "place" VALUES('yelizovo',91,'RU','Yelizovo','city',NULL,'Kamchatka Krai',53.18936,158.38282,40692,2119538,'["Elizovo", "Yelizova", "Елизово", "Єлізово"]',NULL,'[]',NULL,NULL);
INSERT INTO "place" VALUES('stavropol-krai',113,'RU','Stavropol Krai','region',NULL,'Stavropol Krai',45.03442,41.9642,NULL,NULL,'["Stavropol", "Stavropol Territory", "Stavropol Region", "Stavropol Kray", "Stavropolye", "Ставропольский край", "Ставрополье", "Ставропольський край"]','Coordinates are those of Stavropol, the regional capital.','[]',NULL,NULL);
INSERT INTO "place" VALUES('lomonosov',130,'RU','Lomonosov','city',NULL,'Saint Petersburg (federal city)',59.90612,29.77253,42505,534341,'["Oranienbaum", "Ломоносов", "Ораниенбаум", "Оранієнбаум"]','A town within the federal city of St. Petersburg.','[]',NULL,NULL);
INSERT INTO "place" VALUES('tula',133,'RU','Tula','city',NULL,'Tula Oblast',54.19609,37.61822,482873,480562,'["Тула"]',NULL,'[]',NULL,NULL);
INSERT INTO "place" VALUES('tver',134,'RU','Tver','city',NULL,'Tver Oblast',56.85836,35.90057,420065,480060,'["Tver''", "Kalinin", "Тверь", "Твер", "Калинин", "Калінін"]',NULL,'[]',NULL,NULL);
INSERT INTO "place" VALUES('vladikavkaz',137,'RU','Vladikavkaz','city',NULL,'Republic of North Ossetia–Alania',43.04101,44.66986,306258,473249,'["Ordzhonikidze", "Владикавказ", "Орджоникидзе"]',NULL,'[]',NULL,NULL);
INSERT INTO "place" VALUES('khabarovsk',148,'RU','Khabarovsk','city',NULL,'Khabarovsk Krai',48.46204,135.0971,618150,2022890,'["Habarovsk", "Khabarovosk", "Хабаровск", "Хабаровськ"]',NULL,'[]',NULL,NULL);
CREATE TABLE search (
    id INTEGER PRIMARY KEY,
    tie TEXT NOT NULL REFERENCES tie (id),
    date TEXT NOT NULL,
    "where" TEXT NOT NULL,
    outcome TEXT NOT NULL,
    written_by INTEGER
) STRICT;
INSERT INTO "search" VALUES(1,'juneau-ak--vladivostok','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(2,'juneau-ak--vladivostok','2026-11-22','news, city and association pages','agreed',NULL);
INSERT INTO "search" VALUES(3,'anchorage-ak--magadan','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(4,'anchorage-ak--magadan','2026-11-22','news, city and association pages','agreed',NULL);
INSERT INTO "search" VALUES(6,'homer-ak--yelizovo','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(42,'iowa--stavropol-krai','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(43,'iowa--stavropol-krai','2026-11-22','news, city and association pages','agreed',NULL);
INSERT INTO "search" VALUES(71,'asheville-nc--vladikavkaz','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(85,'albany-ny--tula','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(86,'albany-ny--tula','2026-11-22','news, city and association pages','nothing further found',NULL);
INSERT INTO "search" VALUES(87,'buffalo-ny--tver','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(88,'buffalo-ny--tver','2026-11-22','news, city and association pages','agreed',NULL);
INSERT INTO "search" VALUES(105,'portland-or--khabarovsk','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(106,'portland-or--khabarovsk','2026-11-22','news, city and association pages','agreed',NULL);
INSERT INTO "search" VALUES(131,'anacortes-wa--lomonosov','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(132,'anacortes-wa--lomonosov','2026-11-22','news, city and association pages','corrected',NULL);
INSERT INTO "search" VALUES(135,'tacoma-wa--vladivostok','2026-11','news, city and association pages','first search',NULL);
INSERT INTO "search" VALUES(136,'tacoma-wa--vladivostok','2026-11-22','news, city and association pages','nothing further found',NULL);
INSERT INTO "search" VALUES(143,'juneau-ak--vladivostok','2026-11-25','Assembly minutes (all of 2026)','nothing further found',1575118857830400007);
CREATE TABLE shipped (
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    digest TEXT NOT NULL,
    PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
INSERT INTO "shipped" VALUES('act','albany-ny--tula.2022.dormant','7b76171878b96f2fb57a61785d8cb505c2ee1711a2304fc4edb09810db3a13f6');
INSERT INTO "shipped" VALUES('act','albany-ny--tula.20220603.statement','15c7a5337e727b17f55b57031961b6150a9c0aaae99b048a376a8b5c6744ea66');
INSERT INTO "shipped" VALUES('act','albany-ny--tula.20231106.dormant','65ce7e177e41133cf0ed61e43301cb1e606ca7666ef2b53df56a0adefcd62f99');
INSERT INTO "shipped" VALUES('act','anacortes-wa--lomonosov.20220228.statement','b050806c47d0fdd17b57cf31c3dbe629b965507b9b33f1d1be5fef07adcdfffc');
INSERT INTO "shipped" VALUES('act','anacortes-wa--lomonosov.202203.kept','55e14b798768381b6580d9bec7557119c2f0fcd50d6a79bbc03e58f754bbaba8');
INSERT INTO "shipped" VALUES('act','anacortes-wa--lomonosov.20220307.confirmed','05f76d1cd819be8d9e3e8ef0bc8ce1fc161cb478b68f81b5b32e140fec5795df');
INSERT INTO "shipped" VALUES('act','anchorage-ak--magadan.20230407.suspended','4a7d63a740787457ba5f41027e24e3abd7f57be2885f50ab3817c6a47fb83fb1');
INSERT INTO "shipped" VALUES('act','anchorage-ak--magadan.20250814.statement','3334b4e49bfce7ca79a077d252ecdbcbafcf1738b89df9ca95ace918411ed7de');
INSERT INTO "shipped" VALUES('act','buffalo-ny--tver.20220313.proposed','d8e8c614318582da856bb683bc4e8bc36e44de6d5139fa3bff0973d2420ca407');
INSERT INTO "shipped" VALUES('act','buffalo-ny--tver.20220401.suspended','0c82d9ef8ff3568a18e0325dcff2d770f9a5ccacf174255ce1f34afde657abb9');
INSERT INTO "shipped" VALUES('act','iowa--stavropol-krai.20220228.proposed','14057967e18ba4a7642125b370cd70ad00e8f82421fe5633e790e65e3f9aa63b');
INSERT INTO "shipped" VALUES('act','iowa--stavropol-krai.202203.ended','504afa277e2853576ee3959553752fd3efeb1e1bb82512e956c7e6c696be8cf0');
INSERT INTO "shipped" VALUES('act','juneau-ak--vladivostok.20220404.kept','35f2e34802bfbd16cad447b39b2fcc7f00eae01d932e902741a99d8e3f718434');
INSERT INTO "shipped" VALUES('act','juneau-ak--vladivostok.20220404.proposed','1d383b42148abf02b5fc647aa7fa723229e7ac2b8eea1ae8373c7a4d39e50bd3');
INSERT INTO "shipped" VALUES('act','portland-or--khabarovsk.2022.confirmed','c9d695742816ae99b2f07f1e39c8fc96cbda7255217d89ef348a0cd1e9ae1000');
INSERT INTO "shipped" VALUES('act','portland-or--khabarovsk.202206.statement','d1511e9aebdc00b9c904987b63fa0304f46fb953de7b8ee13460a85e65500656');
INSERT INTO "shipped" VALUES('act','portland-or--khabarovsk.20220603.statement','b42782142be2cd3d1737fcf4f758caadd6c87d807b9d929cf9a4d9db4a6f3eac');
INSERT INTO "shipped" VALUES('act','portland-or--khabarovsk.20240606.statement','dd513d21703329351edea221b051427bd7c23977a15fbbd61f13b0a3cc00e9ed');
INSERT INTO "shipped" VALUES('listing','albany-ny--tula.listing.1','ce1e69995228757e93c198f3b059a3e80e1b6b8599c97c018c9ca48251c31b55');
INSERT INTO "shipped" VALUES('listing','albany-ny--tula.listing.2','ff2d3c6d4f5e23ec83c7408460f2cadd963145a9b0a905b9dd5e15a72f3ad83c');
INSERT INTO "shipped" VALUES('listing','anacortes-wa--lomonosov.listing.1','c44e6c3dd8259d9c51eea3a98acf33551d2b07320977f4b43ee48e4caa11fe6a');
INSERT INTO "shipped" VALUES('listing','anchorage-ak--magadan.listing.1','9f749a69a2d585f73ca882b3b48e7eaa2441c2748b86bae640c760dbc4bf4269');
INSERT INTO "shipped" VALUES('listing','anchorage-ak--magadan.listing.2','a8312d84a833d244ca7891609128e063a010f44dc5103db163e63c0fe56aea66');
INSERT INTO "shipped" VALUES('listing','asheville-nc--vladikavkaz.listing.1','3c92797a095b62bb34ac481717f7c41b2fde70531c6e78db8105aca56f58a78c');
INSERT INTO "shipped" VALUES('listing','asheville-nc--vladikavkaz.listing.2','7d542e77fe895884a28ac9bff21cfc0491a524d72cdc3dc54ef22d4888b20686');
INSERT INTO "shipped" VALUES('listing','buffalo-ny--tver.listing.1','65c90893d4b658448a799efba79d32b8ad3c872f4b4b949eefcd244e97918f03');
INSERT INTO "shipped" VALUES('listing','homer-ak--yelizovo.listing.1','b7a1f85a21b7faac75bd135d970c8a2688394c5fc1af780ce7a5211021cef3f5');
INSERT INTO "shipped" VALUES('listing','homer-ak--yelizovo.listing.2','75fdf4154de37c6290163edf4e383db50c1cc55e768fbc1177623476f30cc8fe');
INSERT INTO "shipped" VALUES('listing','homer-ak--yelizovo.listing.3','81a50ccf6f87c8f240c27c10cf21bb0932b61af8ff047ce5447407f72d8fce8d');
INSERT INTO "shipped" VALUES('listing','iowa--stavropol-krai.listing.1','ceb9d47fc1ebce5a4b764b1daad72f86a47073fb3e47ddf92998258e947a8809');
INSERT INTO "shipped" VALUES('listing','iowa--stavropol-krai.listing.2','dbd35916fd17a395ab6a0da29b106f72eb303301994e606a24043b2c5d5de073');
INSERT INTO "shipped" VALUES('listing','iowa--stavropol-krai.listing.3','8c0699a7e209872320d4949ccc2a7ea95de0f2af555160d90e222458c55c7714');
INSERT INTO "shipped" VALUES('listing','iowa--stavropol-krai.listing.4','230a6fdd6f0801e83fb64e513f58e72ef19add776f8137a89531ab4192a6cd58');
INSERT INTO "shipped" VALUES('listing','juneau-ak--vladivostok.listing.1','0e241994cf567ee6b952f3bcddade974238c04dcfe804e60c99a3cfe44d48ceb');
INSERT INTO "shipped" VALUES('listing','juneau-ak--vladivostok.listing.2','b0673c6c9c88a0a2234e883baaf5a28efb3a53a2013823f13bd6f1aaff54dc35');
INSERT INTO "shipped" VALUES('listing','juneau-ak--vladivostok.listing.3','82bc8f439172d8665a1e400c180a4094fb6af2c84d88a9c5444143784e260664');
INSERT INTO "shipped" VALUES('listing','juneau-ak--vladivostok.listing.4','b3350c6cbf64ba4f01c2a984cf29ee782ac81bf8c0a2cc667d10136c5b70c1d4');
INSERT INTO "shipped" VALUES('listing','juneau-ak--vladivostok.listing.5','9cc7fdcc0e97f9771d5c40c1ce5c083ce59584f13678c288cdbfb1a5affd6cee');
INSERT INTO "shipped" VALUES('listing','portland-or--khabarovsk.listing.1','bb8d0ac71c48fad1306a45da113387b20209215612bad6c1b9a16bc8e1d8a460');
INSERT INTO "shipped" VALUES('listing','tacoma-wa--vladivostok.listing.1','9e6ca3e6bc3bcf806ef66fcd6ff98a7c0ec991735a77a1156e5872bf6db85382');
INSERT INTO "shipped" VALUES('listing','tacoma-wa--vladivostok.listing.2','4846158bf72d6dffc5f72fa223052e60044369212ab90d4cbec92e51b22f1f48');
INSERT INTO "shipped" VALUES('listing','tacoma-wa--vladivostok.listing.3','748b2fa844dabb841bb509a91aff0e977f3657808534556d652cd82dc565459a');
INSERT INTO "shipped" VALUES('listing','tacoma-wa--vladivostok.listing.4','9e673bd4c9e106add23d548c74cd3c8a31cb3c77a0db1c3a15f365b5b1dba4ca');
INSERT INTO "shipped" VALUES('listing','tacoma-wa--vladivostok.listing.5','045c66e01bb4a6d3cb07ccdb36c9cd1c0deb06ac7516d4b5e968805aff3bc53e');
INSERT INTO "shipped" VALUES('other_place','all','d3688885f8b373ac62b185d5a35f01d56cb711be18a21212a1fdf061ccdc6504');
INSERT INTO "shipped" VALUES('petition','petition','e96482ebb1df007dd1b3a3c8eed3e7893b486caaa6bdfadd5d9c3a5d11d75c36');
INSERT INTO "shipped" VALUES('petition.count','petition','9724fa158d449ba54429f279e7b8255c82c5f36ed2acc2b923934513742fdba2');
INSERT INTO "shipped" VALUES('place','albany-ny','6824b8912e36c839af5122ac8cc9745b497fcc4bbad02ac27fabee63c892a280');
INSERT INTO "shipped" VALUES('place','anacortes-wa','fad9533baaa6d90fb16970e9e769c70ae27bebcbde059ee296abe6486a995d8f');
INSERT INTO "shipped" VALUES('place','anchorage-ak','1747425fa1fa82de9d1542ce4658502ada1b34226de774e918e938c3fe863e57');
INSERT INTO "shipped" VALUES('place','asheville-nc','653cc90a34a407d326b7f9f87144d45416e8f7e09e7792779a209d2a354021d1');
INSERT INTO "shipped" VALUES('place','buffalo-ny','1f3a757984bfe62240fe8024bcaa54638c6f03df00564d2a711f155d4ab123a5');
INSERT INTO "shipped" VALUES('place','chicago-il','cdc73618b0b50dbe0b81fe3244ee94fd84bbfee6d2a1587e60b414731098f065');
INSERT INTO "shipped" VALUES('place','homer-ak','ce1985ff3a07376553879781af97f3335cc04081ece06898a952d5267b180928');
INSERT INTO "shipped" VALUES('place','iowa','9f93e81c3dd733e93e43189a0e5985e07fed4618f03091baa7b2fb935e3269c2');
INSERT INTO "shipped" VALUES('place','juneau-ak','72fb51a3ce1ea984c7a2ef1ef2e88bea21bec858f8bad73c64e98dcf95adc72b');
INSERT INTO "shipped" VALUES('place','khabarovsk','fb012c797aac1a8d30f1493aa5372ae54886ed72e22d3df386327d5054ef602d');
INSERT INTO "shipped" VALUES('place','lomonosov','0540dcf9a12e62ca734943ac515db05dc47b2d6637d076b1c56a9445959c07d5');
INSERT INTO "shipped" VALUES('place','magadan','a32e7864e2d9690f07f5cce0ee06106a5a61b5bc7f1e429c94fa23f9675a818d');
INSERT INTO "shipped" VALUES('place','portland-or','9a4945a843da1ce359299ab5bf74570ab0b95cb976b021dddd747546257ab238');
INSERT INTO "shipped" VALUES('place','salt-lake-city-ut','2b3b3c4a5385dad4b4c84722ddab189d7882ee110186a517feb8cbbfa902050f');
INSERT INTO "shipped" VALUES('place','san-jose-ca','dd70945236de6233cbcfd0b013edeaaba0a58641b094f9337dcfd1d850692626');
INSERT INTO "shipped" VALUES('place','stavropol-krai','5073c270601824a192c24ec9f539d1dc96e0317aa91c5f094a070b1909abd28c');
INSERT INTO "shipped" VALUES('place','tacoma-wa','6d3e46e57a9da5299a2c288fbbd39fd65dab170735bda480f12f4c231126d3f3');
INSERT INTO "shipped" VALUES('place','tula','51f5394d671c5669082d9206311b6a8f0f0bb52c73954014000e56c1a5f3bef4');
INSERT INTO "shipped" VALUES('place','tver','fd9fa3cc6e663f548100929d988f9f47fb2717ddbf6e1b7004b33dd44682a3e4');
INSERT INTO "shipped" VALUES('place','vladikavkaz','9244db072fd704b0f300ec3533114c8a646aa443db005da1262add82c1836cda');
INSERT INTO "shipped" VALUES('place','vladivostok','741221385011e5258332801535cc6c54e0a0dfb1d7200fea5cb1bc49177f06ed');
INSERT INTO "shipped" VALUES('place','yelizovo','4d85696118b12cc5e49592b1062b50673191d9b2ebd444c4be251e2f4af58277');
INSERT INTO "shipped" VALUES('place.recipients','albany-ny','02d685a51b97adfee1e4e4cc94618c8a47b2de6f6d01c346ff9cdfabe44fc511');
INSERT INTO "shipped" VALUES('place.recipients','anacortes-wa','62097526705bd3a46cd84863e4dc0adc1219ceaf04c32094f0bcac5fcadbb74e');
INSERT INTO "shipped" VALUES('place.recipients','anchorage-ak','f2813040b5c87f7a204639cea2872a10c7b3e18ee815f61460b03ab9778855dd');
INSERT INTO "shipped" VALUES('place.recipients','asheville-nc','4a738180e2e15fcf2040e1dbb1558f5405aa66a36cf2cba12f52eeaf501000e2');
INSERT INTO "shipped" VALUES('place.recipients','buffalo-ny','a59d2aa74dfa21fe7a7c9e978ff3177359b7c425d3e7e1f1d1241a6711a9c040');
INSERT INTO "shipped" VALUES('place.recipients','chicago-il','9782f9618accd6c57cd28cf135c30ae23ebd0f208309260c9024f3cd7af43683');
INSERT INTO "shipped" VALUES('place.recipients','homer-ak','6fd2377ea8a24031eca434dd9ba3f633daee3cf96e1592767c7f5f8f09403e44');
INSERT INTO "shipped" VALUES('place.recipients','iowa','a707ce66c75665b66a904ea470b1c7f3f487003e5d6b70180571551444bd64c6');
INSERT INTO "shipped" VALUES('place.recipients','juneau-ak','d0e136b779f7f35ce03554f63028354cd39b7765362c03326a8aab5dadb1465a');
INSERT INTO "shipped" VALUES('place.recipients','khabarovsk','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO "shipped" VALUES('place.recipients','lomonosov','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO "shipped" VALUES('place.recipients','magadan','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO "shipped" VALUES('place.recipients','portland-or','58a6c5405dff2674c4402c1a00aebfa2332ae5a4739444e30f764a323996abed');
INSERT INTO "shipped" VALUES('place.recipients','salt-lake-city-ut','878d841902efc42f62d652a6e1957012900c8e7a4a687d299c561889bdd5fc58');
INSERT INTO "shipped" VALUES('place.recipients','san-jose-ca','ce8eea4126654cd6cb2ad5a84cf03678fe2937c5b541869b503f777ed9f6ee8f');
INSERT INTO "shipped" VALUES('place.recipients','stavropol-krai','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO "shipped" VALUES('place.recipients','tacoma-wa','d1a96ea52808dce64bec3f711a8ecfb6a2ca1ae59a941d48b56cb05962eb6afa');
INSERT INTO "shipped" VALUES('place.recipients','tula','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO "shipped" VALUES('place.recipients','tver','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO "shipped" VALUES('place.recipients','vladikavkaz','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO "shipped" VALUES('place.recipients','vladivostok','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO "shipped" VALUES('place.recipients','yelizovo','44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a');
INSERT INTO "shipped" VALUES('source','13newsnow-nd','aef28854fc134cc67aa0fd25e9c60917b200faa7c2661015a8fad31a099cdde3');
INSERT INTO "shipped" VALUES('source','1prime-20250814','5b55a7a79c2a8574050655dd7e4fbe5914baa8f173392bde278a160546d727cc');
INSERT INTO "shipped" VALUES('source','aif-nd','55dfac0ae17f29fe0bc0794ff404cba78cd22f28d6d708c2fd2fbf0c50b3c984');
INSERT INTO "shipped" VALUES('source','alaskapublic-20230408','1d7c134ccf656e7a0f30dada4da85e072298a19a0e6ac7e950ccb334ad7fa470');
INSERT INTO "shipped" VALUES('source','alaskasnewssource-20230408','d21183bf5b55356590119908532fcfa300d64de984450dbc08bc9fc163a7f2ea');
INSERT INTO "shipped" VALUES('source','albanytula-nd','536b461554f20e7dbcd710d8f795f629c701c149c150991d125386b4574bc225');
INSERT INTO "shipped" VALUES('source','albanytula-nd-2','5b4fe37abc40381a983546cc991e2652a1c25461472c8b590dc8e8af509610fc');
INSERT INTO "shipped" VALUES('source','albanytula-nd-3','541443a9dec0fbac7f079a9be0dfe1ea341563e02843487885c6913fc8b0d644');
INSERT INTO "shipped" VALUES('source','argumenti-20220416','1751a4208ddaabc49e43214047fc97ba1a861752852cd26585c3c86aab4d8e21');
INSERT INTO "shipped" VALUES('source','audacy-nd','fa12121a8c7214141a75a4f70107119fe26d092378a36df53bffe36f850ad106');
INSERT INTO "shipped" VALUES('source','axios-20220310','1415aa437385850faa6c977526263f816b89b6d45b389e13aa0ea8721206ce4d');
INSERT INTO "shipped" VALUES('source','baltimorecity-20220225','b049dea902c2e5491e00a859ca2c3bde1a68432fec7364188b55e95c9a1d0f12');
INSERT INTO "shipped" VALUES('source','bilaumur-blogspot-202206','55b6f996240634282f2eee111f4e41861c2d63f39801a821bbc67643304182cd');
INSERT INTO "shipped" VALUES('source','buffalonews-20220313','8366826790c8eac38c0a5497c89df64cc2aacb37fb06de9c0e7007d045301066');
INSERT INTO "shipped" VALUES('source','buffalonews-20220401','a8d323c14d00d9feffad7d8f34af766626f19380921a0212159e298ca078b403');
INSERT INTO "shipped" VALUES('source','cascadiadaily-20220306','b8276d68776774b5322e2ec374798c14eaee846691d4166998123cfcf03e31cf');
INSERT INTO "shipped" VALUES('source','change-nd','412e78e73d7b56687b459a5fcfbed790d448647afa5cf185015639d9061ce705');
INSERT INTO "shipped" VALUES('source','cityofanacortes-nd','f198468b8062b9220a48870a66900ebae350179351011b503cc25afaafea549f');
INSERT INTO "shipped" VALUES('source','cityofhomer-ak-nd','9118c62eb99e84c8273ed45afdbddf6f57b3b4c5878b264a00ba52c6e244c03e');
INSERT INTO "shipped" VALUES('source','corvallis-nd','5f9876399f7eb599383ff0e8fbd72f86d071fd5eab13d0aa117d5505c51a292a');
INSERT INTO "shipped" VALUES('source','dailysunexpress-nd','f0249823cbac6df864d056c5d0f04c831f0021da2f1f7872bc8612029c2f6865');
INSERT INTO "shipped" VALUES('source','firstcoastnews-20220608','2e5e36f64e7a7f355b9634c6cc957ef3477244bc113d5f7307ab129aa55d36ab');
INSERT INTO "shipped" VALUES('source','goskagit-20220301','99716705e234667f0f7df3826b7d20625558e1a63fba4cd1d848c7ee1d523f20');
INSERT INTO "shipped" VALUES('source','goskagit-20220309','3b1f4a829e179c09a506fdce8c1958d23abb4a931d8d663a48853fc3e26d23ca');
INSERT INTO "shipped" VALUES('source','gritcitymag-202203','ef605cdeeeca1afe0ef303ab32d2b58e63888e8cfeca904c0d414cdc2f0ee8e6');
INSERT INTO "shipped" VALUES('source','ideastream-20230905','ded2c1a74a826c58a81bba9d61b1bce8ea26aef30a58717dd454ae7f2502fc55');
INSERT INTO "shipped" VALUES('source','interfax-20220604','ed886892cd175faa1324f3382662b7f53138e260343034aba118ed0ad1aa092d');
INSERT INTO "shipped" VALUES('source','iowasisterstates-nd','f86f6372089a9090408545effa9a83296b1d0bde4d1de9db9f8a2c98e070a3b9');
INSERT INTO "shipped" VALUES('source','iowasisterstates-nd-2','859d375162121e34945afc1939fe7b9adc7f8304002b36099154dd17294ed1bc');
INSERT INTO "shipped" VALUES('source','juneauempire-nd','a82069e96544d25a073155562ad410cb620cf71c1acb9dcd1232293a9b3776f6');
INSERT INTO "shipped" VALUES('source','koin-nd','e5b03053064994b78b3a718065ceab5f902a18a7a5578ee5f08aa2276ae9eb5b');
INSERT INTO "shipped" VALUES('source','ktoo-20220406','5df1a7e88bb4c24be3408b0b819a5fb2a65ffc5635eef906c23be8b08c93b6f9');
INSERT INTO "shipped" VALUES('source','ktoo-20220421','037b1c26ed095164683e2c860b58d186e971b608024bf8e4aeaf4eb722d3f184');
INSERT INTO "shipped" VALUES('source','lynnwoodtimes-20220315','d375f3243d88f0979c60cda09fbb7956964dde3fbcd8d85fbb77420a1660273a');
INSERT INTO "shipped" VALUES('source','mercurynews-20220606','bca44550847b28d4992af4af0be20240c1c1e976ae69bb795d1635bfb12b2c09');
INSERT INTO "shipped" VALUES('source','mountainx-2009','e6fd89e6d5c85ca19d1cd08bbd2d01b3d2267ef2867e034de15bed939bfbab9c');
INSERT INTO "shipped" VALUES('source','muni-nd','8375f790a6b653963bcad2a2748057ec36c2f244dce0fb83f5568cf90c6e048e');
INSERT INTO "shipped" VALUES('source','mustreadalaska-nd','a22ed32790f043eaf57ca25b0c3ed7f090e184a8bd3bd6f03d209c55fb0bdf85');
INSERT INTO "shipped" VALUES('source','opportunityiowa-nd','63c4ba34ecccdbf9baaba0052791503e4f60ecd6bd18986e05e737104488def8');
INSERT INTO "shipped" VALUES('source','oregonlive-202206-2','9a0b4f9d79c209c4368bcaca60b0cb9baed967c95295c70259fa9aa56db7fe2d');
INSERT INTO "shipped" VALUES('source','pksca-nd','8ca90c80d1146f8e6e62f15b405612e0bd72f48e3e7cde0e3f0fe807d5036edc');
INSERT INTO "shipped" VALUES('source','portland-nd','93a3af2bc526e79266d7436d1bd561c99001334ac0adf1cadf583863c9b9e274');
INSERT INTO "shipped" VALUES('source','ria-20250813','a63f7c9d9e77fe786972634a7b7ea260c7d1d3ec7376d9235fb6bb80b0b83a61');
INSERT INTO "shipped" VALUES('source','ritews-20220310','bd7b235c874e5b79b82f69ff08fd31d1277d27821b7b35c9908301f560f2d8b3');
INSERT INTO "shipped" VALUES('source','slc-sistercities-nd','d76bc231d4e22c8662299271e8c757dd80cacf1e4939cf17640d3bfdaf092a86');
INSERT INTO "shipped" VALUES('source','sputniknews-20220416','fa42226e04060af295c320077a4d01648d999d67b1f24192d1d9320e14c21a07');
INSERT INTO "shipped" VALUES('source','tacoma-nd','6901052cab0fca6b1684736aabcd2106f343a5110678aa8ea213e23752cbaab2');
INSERT INTO "shipped" VALUES('source','tgcom24-mediaset-20250815','6e6693e3ec4e66f9f19978601ba6fd7164f329edb69057c47428effb92cde45e');
INSERT INTO "shipped" VALUES('source','thegazette-20220307','4622637541f3abf88071bbcc67f7253178f48ca155901575591c76747db11606');
INSERT INTO "shipped" VALUES('source','thelaurelofasheville-nd','bc42b0d6e51600bba9a7a5d564fe8c17c9c709d27032db36e5ff11408c3a4aae');
INSERT INTO "shipped" VALUES('source','timesofsandiego-20220421','63bb494a14c0c42fe644837787e4c7e6cfab3e98c951db2b06a8e173a7316c47');
INSERT INTO "shipped" VALUES('source','unn-nd','534ea2bf26958cc289ea675714fa902aa1318f4f4ac0ed6cf816855bf5001e88');
INSERT INTO "shipped" VALUES('source','wamc-20231011','fdcdc4844d46f7ea4f25268667fdb31e6e4878032b750c44c199fbdc193bad22');
INSERT INTO "shipped" VALUES('source','wgrz-nd','2b561ddbc04fe1227ccdc748f5905c1a973b9435ca0cb43e93ba086a790cf351');
INSERT INTO "shipped" VALUES('source','who13-20220228','ec3c6d0621c8ae66661362698e319c70359f59b627b7e7cede81f3e24133c26b');
INSERT INTO "shipped" VALUES('source','who13-nd','71e5a079101d4bd748e9d096ac44fe2b039013276176279d29956d664ef58ba4');
INSERT INTO "shipped" VALUES('source','wikipedia-nd','7a960478ea02c432f2b55a13d48b1ca5664d5bfaa0e07518d56c22163d55105a');
INSERT INTO "shipped" VALUES('source','wivb-20220401','9937678964d9c967430eea338abab6d5822f02ac43e05c5f63617503e8602604');
INSERT INTO "shipped" VALUES('source','wusa9-20220301','a1d77ebd5024b6e699b0e656f7f49155e7d7d8cde630088ed2b2858e5a5aea1d');
INSERT INTO "shipped" VALUES('state','all','b16d1318cdec0066365660f2b1d79548eafb636b2222ec7d339fd309219b0123');
INSERT INTO "shipped" VALUES('talking_point','liccardo-2022-06-zelenskyy','cdd5445408d32aebd47da6517d0708701fa8e9d6514b522b98c3e9c2631955e1');
INSERT INTO "shipped" VALUES('talking_point','zelenskyy-2022-06-brothers','9b6a3ebb80e6a74b7f6c6bbbb56e6643049558f53bf835aaa5f299ff93f5f9e1');
INSERT INTO "shipped" VALUES('talking_point','zelenskyy-2022-06-not-isolated','687bb38624f324c1a5dfe11a91951ff85f0162203505f8a8e35e51cbe8fddc37');
INSERT INTO "shipped" VALUES('talking_point','zelenskyy-2022-06-portland','36ed288496eba2273ec3a4357dff84941e9ee5018806cd2f5bb79e94b50627a0');
INSERT INTO "shipped" VALUES('talking_point','zelenskyy-2022-06-rebuild','b1c1b1aa79109c9fd95ef951388c1060ad88576322a741c81a2f55bc7b6dce04');
INSERT INTO "shipped" VALUES('talking_point','zelenskyy-2022-06-sanjose','dbc403f79264ec1c6056fbdcc1500ca0a920f60b51f289db86f76ae6e126303f');
INSERT INTO "shipped" VALUES('tie','albany-ny--tula','b33c6e803c7ec0fb006b046da372ac8a066db9a682b3790a231ba466987f5fd9');
INSERT INTO "shipped" VALUES('tie','anacortes-wa--lomonosov','374b944508d6d2a28bebed7d924ec132816e1460986aa419e0ee253fc47c355c');
INSERT INTO "shipped" VALUES('tie','anchorage-ak--magadan','06c29108ed10a95431d195085f11fe57034aafbe98efe87855bf62c1438b2278');
INSERT INTO "shipped" VALUES('tie','asheville-nc--vladikavkaz','cd3d27aafecea90da9f4489f558d1018e657c4c364f8478b236a3eab4a97a17f');
INSERT INTO "shipped" VALUES('tie','buffalo-ny--tver','c1056d03f4e1abf0323036b53c190aa896459c9305153805158f2b1342645c65');
INSERT INTO "shipped" VALUES('tie','homer-ak--yelizovo','da5220d027e704f32d3e04a7364b1eb3e07f5605fd69636610d97dd2916b57ac');
INSERT INTO "shipped" VALUES('tie','iowa--stavropol-krai','78ee9570065827319eada13e91f8a9da876241a150ade27839b10bdcf32d6d88');
INSERT INTO "shipped" VALUES('tie','juneau-ak--vladivostok','527f903b7d8735d094bf62e27dd5a70417ed31053918432b241d020d9483b23c');
INSERT INTO "shipped" VALUES('tie','portland-or--khabarovsk','78204a8ab1b165553005a6fb02516375be3aca58e1c6d7bf7e3358dad421cfbc');
INSERT INTO "shipped" VALUES('tie','tacoma-wa--vladivostok','9560780b022b17b4ec2e7ea554d3def2c90fd7f615a472c51ace54f1baa0e67c');
INSERT INTO "shipped" VALUES('ukraine_tie','arlington-county-virginia--ivano-frankivsk','2ea676107bde2eb74b0560890184aa101d2757e4223a1f26b30d3a48a9235156');
INSERT INTO "shipped" VALUES('ukraine_tie','baltimore-maryland--odesa','21c60d573e6c785bbb8a957f92960b2a9e6f00d256c027166d49a2c29bee5501');
INSERT INTO "shipped" VALUES('ukraine_tie','chicago-il--kyiv','c89ba811d0de387041491b889d6c73ee37943cb0a98c9f8827934367c716ad79');
INSERT INTO "shipped" VALUES('ukraine_tie','cincinnati-ohio--kharkiv','80b452f396a85be50a890feda6bf4be5f2ee468bcff10fc32766c6eb751a5f5f');
INSERT INTO "shipped" VALUES('ukraine_tie','corvallis-oregon--uzhhorod','f1bfeb74e4d08c233d0a446361f367e332a2d3beceba3dcf65f4549593cbbd4d');
INSERT INTO "shipped" VALUES('ukraine_tie','salt-lake-city-ut--chernivtsi','4204d98dd78d493da6a949618b662deb4b42a462e6c0c561cb1142bd1d008ea2');
INSERT INTO "shipped" VALUES('us_region','all','a347b0b8da7050341e34a01882d0aa57c4199cb12463165766a4d08e812e08e1');
CREATE TABLE source (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    url TEXT NOT NULL,
    title TEXT NOT NULL,
    publisher TEXT NOT NULL,
    published TEXT,
    grade TEXT NOT NULL,
    state_media INTEGER NOT NULL DEFAULT 0,
    mirror_of TEXT,
    title_is_descriptive INTEGER NOT NULL DEFAULT 0,
    written_by INTEGER
) STRICT;
INSERT INTO "source" VALUES('13newsnow-nd',0,'https://www.13newsnow.com/article/news/nation-world/ukraine/norfolk-city-council-suspends-sister-city-relationship-kaliningrad-russia/291-abac62be-74ab-4d44-ad21-ed7f1fc30ac3','Norfolk City Council suspends sister city relationship with Kaliningrad, Russia','13News Now (WVEC)',NULL,'C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('1prime-20250814',1,'https://1prime.ru/20250814/primakov-860709660.html','Дорожные карты городов-побратимов России и США заморожены, заявил Примаков','PRIME (RIA Novosti group)','2025-08-14','D',1,NULL,0,NULL);
INSERT INTO "source" VALUES('aif-nd',7,'https://vl.aif.ru/politic/zelenskiy_san-diego_i_dzhuno_nado_otkazatsya_ot_pobratimstva_s_vladivostokom','Зеленский: Сан-Диего и Джуно надо отказаться от побратимства с Владивостоком','AiF-Primorye',NULL,'D',1,NULL,0,NULL);
INSERT INTO "source" VALUES('alaskapublic-20230408',8,'https://alaskapublic.org/2023/04/08/anchorage-assembly-suspends-relationship-with-russian-sister-city/','Anchorage Assembly suspends relationship with Russian sister city','Alaska Public Media','2023-04-08','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('alaskasnewssource-20230408',9,'https://www.alaskasnewssource.com/2023/04/08/anchorage-assembly-votes-drop-russian-city-sister-city/','Anchorage Assembly votes to drop Russian city as sister city','Alaska''s News Source (KTUU)','2023-04-08','C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('albanytula-nd',10,'http://www.albanytula.org/our-history/','History of the Albany-Tula Alliance','Albany-Tula Alliance',NULL,'D',0,NULL,1,NULL);
INSERT INTO "source" VALUES('albanytula-nd-2',11,'https://albanytula.org','Home page of the Albany-Tula Alliance','Albany-Tula Alliance',NULL,'D',0,NULL,1,NULL);
INSERT INTO "source" VALUES('albanytula-nd-3',12,'https://albanytula.org/about-albany-tula/','About Albany-Tula','Albany-Tula Alliance',NULL,'D',0,NULL,0,NULL);
INSERT INTO "source" VALUES('argumenti-20220416',17,'https://argumenti.ru/politics/2022/04/768009','Ассоциация городов-побратимов выступила за сохранение связей России и США','Argumenty Nedeli','2022-04-16','D',1,'RIA Novosti',0,NULL);
INSERT INTO "source" VALUES('audacy-nd',18,'https://www.audacy.com/krld/news/national/zelensky-urges-us-mayors-to-end-sister-city-ties-with-russia','Zelensky urges US mayors to end sister city ties with Russia','Audacy / KRLD',NULL,'C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('axios-20220310',22,'https://www.axios.com/local/des-moines/2022/03/10/des-moines-sister-city-russia-stavropol-ukraine','Letter to Stavropol after the suspension','Axios Des Moines','2022-03-10','C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('baltimorecity-20220225',23,'https://mayor.baltimorecity.gov/news/press-releases/2022-02-25-mayor-scotts-statement-odesa','Mayor Scott''s Statement to Odesa','City of Baltimore','2022-02-25','B',0,NULL,0,NULL);
INSERT INTO "source" VALUES('bilaumur-blogspot-202206',30,'https://bilaumur.blogspot.com/2022/06/opinion-portland-should-maintain-sister.html','Opinion: Portland should maintain sister-city relationship with Khabarovsk (reposted from OregonLive)','bilaumur.blogspot.com','2022-06','E',0,'The Oregonian/OregonLive',0,NULL);
INSERT INTO "source" VALUES('buffalonews-20220313',34,'https://buffalonews.com/news/local/four-county-legislators-call-on-buffalo-to-drop-russian-city-from-sister-city-list/article_429c973c-a18b-11ec-8945-17c1e3054131.html','Four county legislators call on Buffalo to drop Russian city from sister city list','The Buffalo News','2022-03-13','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('buffalonews-20220401',35,'https://buffalonews.com/news/local/buffalo-suspends-relationship-with-russian-sister-city-temporarily-renames-niagara-square-to-honor-ukraine/article_42768a2c-b1f5-11ec-aabe-e71b678d5503.html','Buffalo suspends relationship with Russian ''sister city,'' temporarily renames Niagara Square to honor Ukraine','The Buffalo News','2022-04-01','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('cascadiadaily-20220306',42,'https://www.cascadiadaily.com/2022/mar/06/update-anacortes-council-votes-to-remove-russian-flags/','Update: Anacortes council votes to remove Russian flags','Cascadia Daily News','2022-03-06','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('change-nd',49,'https://www.change.org/p/us-mayors-end-us-russia-sister-city-relationships','Stand with Ukraine! End US-Russia Sister City Relationships','Change.org',NULL,'D',0,NULL,0,NULL);
INSERT INTO "source" VALUES('cityofanacortes-nd',53,'https://docs.cityofanacortes.org/weblink/0/doc/665171/Page1.aspx','Resolution No. 3077','City of Anacortes',NULL,'A',0,NULL,0,NULL);
INSERT INTO "source" VALUES('cityofhomer-ak-nd',55,'https://www.cityofhomer-ak.gov/citymanager/sister-city-program','Sister City Program','City of Homer, Alaska',NULL,'B',0,NULL,0,NULL);
INSERT INTO "source" VALUES('corvallis-nd',66,'https://sistercities.corvallis.or.us/uzhhorod-ukraine/','History of CSCA-Uzhhorod','Corvallis Sister Cities Association',NULL,'D',0,NULL,0,NULL);
INSERT INTO "source" VALUES('dailysunexpress-nd',76,'https://www.dailysunexpress.com/chicago-mayor-announces-the-windy-city-will-no-longer-be-twinned-with-moscow/','Chicago mayor announces the Windy City will no longer be twinned with Moscow','Daily Sun Express',NULL,'E',0,NULL,0,NULL);
INSERT INTO "source" VALUES('firstcoastnews-20220608',102,'https://www.firstcoastnews.com/article/news/local/president-calls-out-jacksonville-for-maintaining-sister-city-status-with-russia/77-38a77f7d-55b6-4a7d-9908-661beff44933','President calls out Jacksonville for maintaining sister city status with Russia','First Coast News','2022-06-08','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('goskagit-20220301',117,'https://www.goskagit.com/anacortes/news/some-voice-concern-about-russian-flag-at-signs/article_37177566-99d5-11ec-a83c-4754d5eb8a71.html','Some voice concern about Russian flag at signs','goskagit.com (Anacortes section)','2022-03-01','C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('goskagit-20220309',118,'https://www.goskagit.com/news/local_news/anacortes-to-remove-russian-flags-from-city-displays/article_d9c55f70-5865-5a2c-a25d-802b8dded8e4.html','Anacortes to remove Russian flags from city displays','goskagit.com','2022-03-09','C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('gritcitymag-202203',120,'https://gritcitymag.com/2022/03/heres-how-to-help-tacomas-ukrainian-sister-city-of-brovary/','Here''s How to Help Tacoma''s Ukrainian Sister City of Brovary','Grit City Magazine','2022-03','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('ideastream-20230905',123,'https://www.ideastream.org/2023-09-05/cincinnati-mark-jeffreys-ukraine-sister-city-kharkiv','Cincinnati officials are headed to Ukraine to renew sister city partnership with Kharkiv','Ideastream / WVXU','2023-09-05','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('interfax-20220604',132,'https://en.interfax.com.ua/news/general/837030.html','Zelensky calls on mayors of US cities to break twinning ties with Russian','Interfax-Ukraine','2022-06-04','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('iowasisterstates-nd',135,'https://www.iowasisterstates.org/stavropol','Stavropol page','Iowa Sister States',NULL,'D',0,NULL,1,NULL);
INSERT INTO "source" VALUES('iowasisterstates-nd-2',136,'https://www.iowasisterstates.org/stories-of-citizen-diplomacy.html?data-popup=bundle-lightbox-61a18237-b093-45c0-9cfa-8626308329bb','Stories of Citizen Diplomacy','Iowa Sister States',NULL,'D',0,NULL,0,NULL);
INSERT INTO "source" VALUES('juneauempire-nd',139,'https://www.juneauempire.com/news/assembly-narrowly-rejects-suspending-relationship-with-russian-sister-city/','Assembly narrowly rejects suspending relationship with Russian sister city','Juneau Empire',NULL,'C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('koin-nd',146,'https://digital-release.koin.com/news/portland/portland-oregon-city-council-lviv-ukraine-friendship-city/amp','City Council votes to make Lviv, Ukraine Portland’s newest ‘friendship city’','KOIN',NULL,'C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('ktoo-20220406',155,'https://www.ktoo.org/2022/04/06/juneau-assembly-decides-to-keep-sister-city-vladivostok/','Amid war in Ukraine, Juneau Assembly decides to maintain sister city relationship with Vladivostok','KTOO','2022-04-06','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('ktoo-20220421',156,'https://www.ktoo.org/2022/04/21/juneaus-anti-war-message-to-vladivostok-is-stuck-in-delivery-limbo/','Juneau’s anti-war message to Vladivostok is stuck in delivery limbo','KTOO','2022-04-21','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('lynnwoodtimes-20220315',171,'https://lynnwoodtimes.com/2022/03/15/russian-sister-cities/','Washington cities reconsider Russian Sister City relationships','Lynnwood Times','2022-03-15','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('mercurynews-20220606',177,'https://www.mercurynews.com/2022/06/06/ukrainian-president-calls-out-san-jose-for-keeping-ties-with-russian-city-despite-invasion/','Ukrainian president calls out San Jose for keeping ties with Russian city despite invasion','The Mercury News','2022-06-06','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('mountainx-2009',184,'https://mountainx.com/news/community-news/031109from_russia_with_love/','Report on Asheville and Vladikavkaz (2009)','Mountain Xpress','2009','C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('muni-nd',186,'https://muni.org/Departments/Assembly/PressReleases/Pages/-Assembly-Votes-to-Suspend-Sister-City-Relationship-with-Magadan,-Russia.aspx','Assembly Votes to Suspend Sister City Relationship with Magadan, Russia','Municipality of Anchorage',NULL,'B',0,NULL,0,NULL);
INSERT INTO "source" VALUES('mustreadalaska-nd',188,'https://mustreadalaska.com/anchorage-assembly-puts-sister-city-relationship-with-magadan-on-ice/','Anchorage Assembly puts the Magadan tie on ice','Must Read Alaska',NULL,'C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('opportunityiowa-nd',209,'https://opportunityiowa.gov/business/international-trade/partner-state-program','Partner State Program','Iowa Economic Development Authority',NULL,'B',0,NULL,0,NULL);
INSERT INTO "source" VALUES('oregonlive-202206-2',211,'https://www.oregonlive.com/politics/2022/06/portland-should-break-sister-city-tie-with-russian-city-ukraines-president-tells-mayors.html','Portland should break sister-city tie with Russian city, Ukraine''s president tells mayors','The Oregonian/OregonLive','2022-06','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('pksca-nd',220,'https://pksca.org/platform-for-peace','Platform for Peace','Portland-Khabarovsk Sister City Association',NULL,'D',0,NULL,0,NULL);
INSERT INTO "source" VALUES('portland-nd',222,'https://www.portland.gov/ogr/international-relations-program','International Relations Program','City of Portland',NULL,'B',0,NULL,0,NULL);
INSERT INTO "source" VALUES('ria-20250813',230,'https://ria.ru/20250813/aljaska-2034926397.html','На Аляске призвали вернуть сотрудничество городов-побратимов России и США','RIA Novosti','2025-08-13','D',1,NULL,0,NULL);
INSERT INTO "source" VALUES('ritews-20220310',232,'http://www.ritews.com/local/russian-sister-cities-washington/3383130','Washington cities with Russian sister cities faced with decision','ritews.com','2022-03-10','E',0,'MyNorthwest',0,NULL);
INSERT INTO "source" VALUES('slc-sistercities-nd',247,'https://sistercities.slc.gov/chernivtsi-ukraine','Chernivtsi, Ukraine','Salt Lake City',NULL,'B',0,NULL,0,NULL);
INSERT INTO "source" VALUES('sputniknews-20220416',255,'https://sputniknews.com/20220416/many-us-regions-maintain-ties-with-russia-despite-political-tensions---sister-cities-international-1094805750.html','Many US Regions Maintain Ties With Russia Despite Political Tensions - Sister Cities International','Sputnik','2022-04-16','D',1,NULL,0,NULL);
INSERT INTO "source" VALUES('tacoma-nd',262,'https://tacoma.gov/?p=1475','Sister cities page','City of Tacoma',NULL,'B',0,NULL,1,NULL);
INSERT INTO "source" VALUES('tgcom24-mediaset-20250815',272,'https://www.tgcom24.mediaset.it/mondo/foto/sosta-di-putin-a-magadan-la-citta-con-cui-anchorage-ha-sospeso-il-gemellaggio_102233165-202502k.shtml','Sosta di Putin a Magadan, la città con cui Anchorage ha sospeso il gemellaggio','TGCOM24','2025-08-15','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('thegazette-20220307',275,'https://www.thegazette.com/staff-columnists/when-iowans-and-russians-became-friends/','When Iowans and Russians became friends','The Gazette (Cedar Rapids)','2022-03-07','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('thelaurelofasheville-nd',276,'https://thelaurelofasheville.com/lifestyle/spotlight-on-asheville-sister-cities-international/','Spotlight On: Asheville Sister Cities International','The Laurel of Asheville',NULL,'C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('timesofsandiego-20220421',277,'https://timesofsandiego.com/politics/2022/04/21/10-of-u-s-cities-have-cut-sister-city-ties-with-russia-over-ukraine-horrors/','10% of U.S. Cities Have Cut Sister-City Ties with Russia Over Ukraine Horrors','Times of San Diego','2022-04-21','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('unn-nd',283,'https://unn.ua/en/news/in-tacoma-the-american-sister-city-of-brovary-a-day-of-solidarity-with-the-people-of-ukraine-was-introduced-sapozhko','In Tacoma, sister city of Brovary, a day of solidarity with the people of Ukraine','UNN',NULL,'C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('wamc-20231011',292,'https://www.wamc.org/news/2023-10-11/as-war-drags-on-city-of-albany-sending-more-equipment-to-ukraine','As war drags on, city of Albany sending more equipment to Ukraine','WAMC','2023-10-11','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('wgrz-nd',305,'https://wgrz.com/article/news/local/niagara-square-temporarily-named-ukraine-freedom-square/71-53db4e52-6ef8-4f47-9372-70669fd52e4c','Niagara Square temporarily named Ukraine Freedom Square','WGRZ',NULL,'C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('who13-20220228',307,'https://who13.com/news/iowa-news/kim-reynolds-orders-removal-of-russian-made-liquors-in-show-of-ukraine-support/','Kim Reynolds orders removal of Russian-made liquors in show of Ukraine support','WHO 13','2022-02-28','C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('who13-nd',308,'https://who13.com/news/sister-state-with-ukraine-in-spotlight/','Sister State with Ukraine in spotlight','WHO 13',NULL,'C',0,NULL,0,NULL);
INSERT INTO "source" VALUES('wikipedia-nd',310,'https://en.wikipedia.org/wiki/List_of_sister_cities_in_the_United_States','List of sister cities in the United States','Wikipedia',NULL,'E',0,NULL,0,NULL);
INSERT INTO "source" VALUES('wivb-20220401',314,'https://www.wivb.com/news/local-news/buffalo/niagara-square-temporarily-re-designated-ukraine-freedom-square/','Niagara Square temporarily re-designated Ukraine Freedom Square','WIVB','2022-04-01','C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('wusa9-20220301',327,'https://www.wusa9.com/article/news/local/virginia/virginia-arlington-county-ukraine-russia-invasion-support-how-to-help/65-5fe56300-56ed-443b-b1fb-782e03659027','Arlington County and Ukraine: how to help','WUSA9','2022-03-01','C',0,NULL,1,NULL);
INSERT INTO "source" VALUES('juneau-20261120',336,'https://juneau.org/minutes/20261120.pdf','Minutes of 20 November 2026','City and Borough of Juneau','2026-11-20','A',0,NULL,0,1575118857830400007);
CREATE TABLE state (
    code TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    abbreviations TEXT NOT NULL,
    other_names TEXT NOT NULL
) STRICT;
INSERT INTO "state" VALUES('AL',0,'Alabama','["Ala"]','["Алабама", "Alabaman"]');
INSERT INTO "state" VALUES('AK',1,'Alaska','["Alas"]','["Аляска", "Alaskan"]');
INSERT INTO "state" VALUES('AZ',2,'Arizona','["Ariz"]','["Аризона", "Арізона", "Arizonan"]');
INSERT INTO "state" VALUES('AR',3,'Arkansas','["Ark"]','["Арканзас"]');
INSERT INTO "state" VALUES('CA',4,'California','["Calif", "Cal", "Cali"]','["Golden State", "Калифорния", "Каліфорнія", "Californian"]');
INSERT INTO "state" VALUES('CO',5,'Colorado','["Colo"]','["Колорадо", "Coloradan"]');
INSERT INTO "state" VALUES('CT',6,'Connecticut','["Conn"]','["Коннектикут"]');
INSERT INTO "state" VALUES('DE',7,'Delaware','["Del"]','["Делавэр", "Делавер"]');
INSERT INTO "state" VALUES('DC',8,'District of Columbia','[]','["Washington D.C.", "Washington DC", "Округ Колумбия", "Округ Колумбія"]');
INSERT INTO "state" VALUES('FL',9,'Florida','["Fla", "Flor"]','["Sunshine State", "Флорида", "Floridian"]');
INSERT INTO "state" VALUES('GA',10,'Georgia','[]','["Peach State", "Джорджия", "Джорджія"]');
INSERT INTO "state" VALUES('HI',11,'Hawaii','[]','["Hawai''i", "Гавайи", "Гаваї", "Hawaiian"]');
INSERT INTO "state" VALUES('ID',12,'Idaho','["Ida"]','["Айдахо"]');
INSERT INTO "state" VALUES('IL',13,'Illinois','["Ill", "Ills"]','["Иллинойс", "Іллінойс", "Illinoisan"]');
INSERT INTO "state" VALUES('IN',14,'Indiana','["Ind"]','["Индиана", "Індіана"]');
INSERT INTO "state" VALUES('IA',15,'Iowa','[]','["Hawkeye State", "Айова", "Iowan"]');
INSERT INTO "state" VALUES('KS',16,'Kansas','["Kans", "Kan"]','["Канзас", "Kansan"]');
INSERT INTO "state" VALUES('KY',17,'Kentucky','["Ken", "Kent"]','["Кентукки", "Кентуккі", "Kentuckian"]');
INSERT INTO "state" VALUES('LA',18,'Louisiana','[]','["Луизиана", "Луїзіана", "Louisianan"]');
INSERT INTO "state" VALUES('ME',19,'Maine','[]','["Мэн", "Мен", "Mainer"]');
INSERT INTO "state" VALUES('MD',20,'Maryland','[]','["Maryland State", "Мэриленд", "Меріленд", "Marylander"]');
INSERT INTO "state" VALUES('MA',21,'Massachusetts','["Mass"]','["Bay State", "Массачусетс"]');
INSERT INTO "state" VALUES('MI',22,'Michigan','["Mich"]','["Мичиган", "Мічиган", "Michigander"]');
INSERT INTO "state" VALUES('MN',23,'Minnesota','["Minn"]','["Миннесота", "Міннесота", "Minnesotan"]');
INSERT INTO "state" VALUES('MS',24,'Mississippi','["Miss"]','["Миссисипи", "Міссісіпі", "Mississippian"]');
INSERT INTO "state" VALUES('MO',25,'Missouri','[]','["Миссури", "Міссурі", "Missourian"]');
INSERT INTO "state" VALUES('MT',26,'Montana','["Mont"]','["Монтана", "Montanan"]');
INSERT INTO "state" VALUES('NE',27,'Nebraska','["Neb", "Nebr"]','["Небраска", "Nebraskan"]');
INSERT INTO "state" VALUES('NV',28,'Nevada','["Nev"]','["Невада", "Nevadan"]');
INSERT INTO "state" VALUES('NH',29,'New Hampshire','["N.H."]','["Нью-Гэмпшир", "Нью-Хэмпшир", "Нью-Гемпшир"]');
INSERT INTO "state" VALUES('NJ',30,'New Jersey','["N.J."]','["Jersey", "Garden State", "Нью-Джерси", "Нью-Джерсі"]');
INSERT INTO "state" VALUES('NM',31,'New Mexico','["N.M.", "N Mex"]','["Нью-Мексико", "New Mexican"]');
INSERT INTO "state" VALUES('NY',32,'New York','["N.Y."]','["New York State", "NYS", "Upstate New York", "Штат Нью-Йорк"]');
INSERT INTO "state" VALUES('NC',33,'North Carolina','["N.C.", "N Car"]','["N Carolina", "No Carolina", "Северная Каролина", "Північна Кароліна", "North Carolinian"]');
INSERT INTO "state" VALUES('ND',34,'North Dakota','["N.D.", "N Dak"]','["N Dakota", "Северная Дакота", "Північна Дакота"]');
INSERT INTO "state" VALUES('OH',35,'Ohio','[]','["Buckeye State", "Огайо", "Ohioan"]');
INSERT INTO "state" VALUES('OK',36,'Oklahoma','["Okla"]','["Оклахома", "Oklahoman"]');
INSERT INTO "state" VALUES('OR',37,'Oregon','["Ore", "Oreg"]','["Орегон", "Oregonian"]');
INSERT INTO "state" VALUES('PA',38,'Pennsylvania','["Penn", "Penna"]','["Keystone State", "Пенсильвания", "Пенсильванія", "Pennsylvanian"]');
INSERT INTO "state" VALUES('RI',39,'Rhode Island','["R.I."]','["Род-Айленд"]');
INSERT INTO "state" VALUES('SC',40,'South Carolina','["S.C.", "S Car"]','["S Carolina", "So Carolina", "Южная Каролина", "Південна Кароліна", "South Carolinian"]');
INSERT INTO "state" VALUES('SD',41,'South Dakota','["S.D.", "S Dak"]','["S Dakota", "Южная Дакота", "Південна Дакота"]');
INSERT INTO "state" VALUES('TN',42,'Tennessee','["Tenn"]','["Теннесси", "Теннессі", "Tennessean"]');
INSERT INTO "state" VALUES('TX',43,'Texas','["Tex"]','["Lone Star State", "Техас", "Texan"]');
INSERT INTO "state" VALUES('UT',44,'Utah','[]','["Юта", "Utahn"]');
INSERT INTO "state" VALUES('VT',45,'Vermont','["Verm"]','["Green Mountain State", "Вермонт", "Vermonter"]');
INSERT INTO "state" VALUES('VA',46,'Virginia','[]','["Вирджиния", "Виргиния", "Вірджинія", "Virginian"]');
INSERT INTO "state" VALUES('WA',47,'Washington','["Wash"]','["Washington State", "Evergreen State", "Штат Вашингтон", "Washingtonian"]');
INSERT INTO "state" VALUES('WV',48,'West Virginia','["W.Va.", "W Va", "WVa"]','["W Virginia", "Западная Вирджиния", "Західна Вірджинія", "West Virginian"]');
INSERT INTO "state" VALUES('WI',49,'Wisconsin','["Wis", "Wisc"]','["Badger State", "Висконсин", "Вісконсин", "Wisconsinite"]');
INSERT INTO "state" VALUES('WY',50,'Wyoming','["Wyo"]','["Вайоминг", "Вайомінг"]');
CREATE TABLE subscription (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    guild INTEGER NOT NULL,
    channel INTEGER NOT NULL UNIQUE,
    set_by INTEGER,
    set_at TEXT NOT NULL,
    states TEXT NOT NULL,
    standings TEXT NOT NULL,
    votes INTEGER NOT NULL CHECK (votes IN (0, 1)),
    role INTEGER,
    digest TEXT NOT NULL CHECK (digest IN ('off', 'also', 'only')),
    digest_slot TEXT NOT NULL,
    digest_seq INTEGER NOT NULL,
    earlier TEXT,
    ended TEXT CHECK (ended IN ('unfollowed', 'deleted', 'left')),
    ended_at TEXT,
    paused_at TEXT,
    paused_why TEXT
) STRICT;
INSERT INTO "subscription" VALUES(1,424242424242424242,1575118857830400026,1575118857830400006,'2026-11-25T12:00:00.000Z','','',1,1575118857830400003,'off','2026-11-23T15:00:00.000Z',0,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "subscription" VALUES(2,424242424242424242,1575118857830400030,1575118857830400006,'2026-11-25T12:00:00.000Z','OR WA AK','',0,NULL,'only','2026-11-23T15:00:00.000Z',8,NULL,NULL,NULL,NULL,NULL);
INSERT INTO "subscription" VALUES(3,424242424242424242,1575118857830400034,1575118857830400006,'2026-11-25T12:00:00.000Z','','suspended ended',0,NULL,'also','2026-11-23T15:00:00.000Z',8,'["", "suspended ended", true, null, "also"]',NULL,NULL,NULL,NULL);
INSERT INTO "subscription" VALUES(4,424242424242424242,1575118857830400040,1575118857830400006,'2026-11-25T12:00:00.000Z','','',1,NULL,'off','2026-11-23T15:00:00.000Z',0,NULL,'unfollowed','2026-11-25T12:20:04.300Z',NULL,NULL);
INSERT INTO "subscription" VALUES(5,424242424242424242,1575118857830400044,1575118857830400006,'2026-11-25T12:00:00.000Z','','',1,NULL,'off','2026-11-23T15:00:00.000Z',0,NULL,NULL,NULL,'2026-11-25T16:00:00.000Z','missing: Send Messages');
INSERT INTO "subscription" VALUES(6,424242424242424242,1575118857830400048,1575118857830400006,'2026-11-25T12:00:00.000Z','','',1,NULL,'off','2026-11-23T15:00:00.000Z',0,NULL,'deleted','2026-11-25T12:20:04.300Z',NULL,NULL);
INSERT INTO "subscription" VALUES(7,1575118857830400052,1575118857830400057,1575118857830400055,'2026-11-25T12:00:00.000Z','','',1,NULL,'off','2026-11-23T15:00:00.000Z',0,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE talking_point (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    side TEXT NOT NULL,
    speaker TEXT NOT NULL,
    office TEXT,
    place TEXT REFERENCES place (id),
    place_text TEXT,
    date TEXT,
    gist TEXT NOT NULL,
    quote TEXT,
    source TEXT NOT NULL REFERENCES source (id),
    written_by INTEGER
) STRICT;
INSERT INTO "talking_point" VALUES('zelenskyy-2022-06-not-isolated',0,'end','Volodymyr Zelenskyy','President of Ukraine',NULL,NULL,'2022-06-03','Told the US Conference of Mayors that ties give US cities little but let Russia claim it is not isolated. (Spoken in Ukrainian: English wording differs between outlets.)','What do these connections give you? Probably nothing. But they give Russia the opportunity to say that it is not isolated, even after beginning such a war.','firstcoastnews-20220608',NULL);
INSERT INTO "talking_point" VALUES('zelenskyy-2022-06-brothers',1,'end','Volodymyr Zelenskyy','President of Ukraine',NULL,NULL,'2022-06-03','Asked mayors not to keep ties that let Russian cities be called brothers and sisters. NYT-derived reports translate the same line with ''sister cities'' instead.','please do not allow those who have become murderers to call you their brothers and sisters.','audacy-nd',NULL);
INSERT INTO "talking_point" VALUES('zelenskyy-2022-06-portland',2,'end','Volodymyr Zelenskyy','President of Ukraine','portland-or','Portland, Oregon','2022-06-03','Named Portland: said a brigade from Khabarovsk Krai took part in Bucha and its capital is still twinned with Portland. This is the speaker''s allegation about a unit''s home region, not about the city government.','And the capital of this region, the city of Khabarovsk, is still twinned with American Portland','interfax-20220604',NULL);
INSERT INTO "talking_point" VALUES('zelenskyy-2022-06-sanjose',3,'end','Volodymyr Zelenskyy','President of Ukraine','san-jose-ca','San Jose, California','2022-06-03','Named San Jose: said missiles are designed and made in Yekaterinburg, its sister city.','one of the deadliest Russian missiles are designed and manufactured in Yekaterinburg, which, by the way, is still twinned with the city of San Jose','interfax-20220604',NULL);
INSERT INTO "talking_point" VALUES('zelenskyy-2022-06-rebuild',4,'end','Volodymyr Zelenskyy','President of Ukraine',NULL,NULL,'2022-06-03','Offered an alternative: US cities can adopt a Ukrainian city, region or industry and help rebuild it.','Take patronage of a city, region or industry destroyed by Russian strikes.','interfax-20220604',NULL);
INSERT INTO "talking_point" VALUES('liccardo-2022-06-zelenskyy',5,'keep','Sam Liccardo','Mayor','san-jose-ca','San Jose, California','2022-06-06','Rejected reopening the council''s March decision to keep Yekaterinburg after Zelenskyy named San Jose.','I don’t work for Mr. Zelenskyy','mercurynews-20220606',NULL);
CREATE TABLE tie (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    us TEXT NOT NULL REFERENCES place (id),
    ru TEXT NOT NULL REFERENCES place (id),
    level TEXT NOT NULL,
    since INTEGER,
    since_source TEXT REFERENCES source (id),
    since_note TEXT,
    list_spelling TEXT,
    notes TEXT,
    written_by INTEGER,
    UNIQUE (us, ru)
) STRICT;
INSERT INTO "tie" VALUES('juneau-ak--vladivostok',0,'juneau-ak','vladivostok','sister_city',1991,'ktoo-20220406','October 1991.','Juneau – Vladivostok','The vote was a refusal to suspend, not a vote to reaffirm. Kept on paper but largely dormant. Vladivostok is also paired with San Diego and Tacoma: always name the U.S. city.',NULL);
INSERT INTO "tie" VALUES('anchorage-ak--magadan',1,'anchorage-ak','magadan','sister_city',1991,'alaskapublic-20230408',NULL,NULL,'Not on the 2022 Chamber list. The municipality''s own release says that the Assembly approved the suspension, and called on the mayor only about the symbols; one outlet''s looser wording is that it encouraged the mayor to suspend, and the mayor''s office then said it would still decide on a policy. Calls to revive the tie are not a resumption.',NULL);
INSERT INTO "tie" VALUES('homer-ak--yelizovo',3,'homer-ak','yelizovo','sister_city',NULL,NULL,NULL,NULL,'Not on the 2022 Chamber list. Ask the city before writing to it about this tie.',NULL);
INSERT INTO "tie" VALUES('iowa--stavropol-krai',26,'iowa','stavropol-krai','sister_state',1988,'iowasisterstates-nd','Agreement signed in June 1988.',NULL,'Not on the 2022 Chamber list. No document of Iowa Sister States was found, and its director''s words are softer than “terminated”; the fall from nine to seven partners supports it and does not decide it. Do not confuse with Des Moines–Stavropol (city), which is suspended.',NULL);
INSERT INTO "tie" VALUES('asheville-nc--vladikavkaz',44,'asheville-nc','vladikavkaz','sister_city',1990,'mountainx-2009',NULL,'Asheville – Vladikavkaz','If the profile''s date is established, it would be a confirmation on that date.',NULL);
INSERT INTO "tie" VALUES('albany-ny--tula',54,'albany-ny','tula','sister_city',1991,'albanytula-nd',NULL,'Albany – Tula','The suspension of 2022 was a non-profit''s, of its own activities: never say that the city suspended. No vote by the city was found, so this is neither suspended nor ended. Albany signed a memorandum with Bucha, Ukraine, on 6 February 2023. Not Albany, Georgia or Oregon.',NULL);
INSERT INTO "tie" VALUES('buffalo-ny--tver',55,'buffalo-ny','tver','sister_city',1989,'buffalonews-20220401',NULL,'Buffalo – Tver','Two local TV stations report the same order and the same condition.',NULL);
INSERT INTO "tie" VALUES('portland-or--khabarovsk',67,'portland-or','khabarovsk','sister_city',1988,'oregonlive-202206-2',NULL,'Portland – Khabarovsk','No council vote either way was found; President Zelenskyy''s request of June 2022 drew no decision. The association''s op-ed and presentation are its own words. Not Portland, Maine (paired with Arkhangelsk).',NULL);
INSERT INTO "tie" VALUES('anacortes-wa--lomonosov',82,'anacortes-wa','lomonosov','sister_city',1992,'cityofanacortes-nd','The association counts from 1991; the council authorised the agreement in 1992.','Anacortes – Lomonosov','The formal words of support are in Resolution 3077, not in the vote of 7 March. Its date is not on the page read; both local papers said that it was to come a week later. Lomonosov is also paired with Framingham, Massachusetts.',NULL);
INSERT INTO "tie" VALUES('tacoma-wa--vladivostok',84,'tacoma-wa','vladivostok','sister_city',1992,'timesofsandiego-20220421',NULL,'Tacoma – Vladivostok','Vladivostok is also paired with San Diego and Juneau. Tacoma''s Ukrainian sister city is Brovary.',NULL);
CREATE TABLE ukraine_tie (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    us_name TEXT NOT NULL,
    us_state TEXT NOT NULL,
    us_place TEXT REFERENCES place (id),
    ua_name TEXT NOT NULL,
    ua_oblast TEXT NOT NULL,
    ua_crimea INTEGER NOT NULL,
    ua_note TEXT,
    since TEXT,
    status TEXT NOT NULL,
    weak INTEGER NOT NULL,
    weak_reason TEXT,
    source TEXT NOT NULL REFERENCES source (id),
    written_by INTEGER
) STRICT;
INSERT INTO "ukraine_tie" VALUES('cincinnati-ohio--kharkiv',0,'Cincinnati','Ohio',NULL,'Kharkiv','Kharkiv',0,NULL,'1989','active',0,NULL,'ideastream-20230905',NULL);
INSERT INTO "ukraine_tie" VALUES('chicago-il--kyiv',1,'Chicago','Illinois','chicago-il','Kyiv','Kyiv (city)',0,NULL,'1991','active',1,'An obscure site; the pairing itself is also in the 2022 seeds.','dailysunexpress-nd',NULL);
INSERT INTO "ukraine_tie" VALUES('baltimore-maryland--odesa',2,'Baltimore','Maryland',NULL,'Odesa','Odesa',0,NULL,'1974','active',0,NULL,'baltimorecity-20220225',NULL);
INSERT INTO "ukraine_tie" VALUES('salt-lake-city-ut--chernivtsi',3,'Salt Lake City','Utah','salt-lake-city-ut','Chernivtsi','Chernivtsi',0,NULL,'1989-06','active',0,NULL,'slc-sistercities-nd',NULL);
INSERT INTO "ukraine_tie" VALUES('arlington-county-virginia--ivano-frankivsk',4,'Arlington County','Virginia',NULL,'Ivano-Frankivsk','Ivano-Frankivsk',0,NULL,'2011-03','active',0,NULL,'wusa9-20220301',NULL);
INSERT INTO "ukraine_tie" VALUES('corvallis-oregon--uzhhorod',5,'Corvallis','Oregon',NULL,'Uzhhorod','Zakarpattia',0,NULL,'1989','active',0,NULL,'corvallis-nd',NULL);
CREATE TABLE us_region (
    id TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    states TEXT NOT NULL,
    aliases TEXT NOT NULL
) STRICT;
INSERT INTO "us_region" VALUES('pacific-northwest',0,'Pacific Northwest','["OR", "WA"]','["PNW", "Pac NW", "Pacific NW", "Cascadia", "northwest", "north west", "Тихоокеанский Северо-Запад", "Тихоокеанський Північний Захід"]');
INSERT INTO "us_region" VALUES('west-coast',1,'West Coast','["CA", "OR", "WA"]','["Pacific Coast", "Pacific states", "Left Coast", "Западное побережье", "Західне узбережжя"]');
INSERT INTO "us_region" VALUES('east-coast',2,'East Coast','["ME", "NH", "MA", "RI", "CT", "NY", "NJ", "DE", "MD", "DC", "VA", "NC", "SC", "GA", "FL"]','["Eastern Seaboard", "Atlantic Coast", "Atlantic seaboard", "Восточное побережье", "Східне узбережжя"]');
INSERT INTO "us_region" VALUES('new-england',3,'New England','["CT", "ME", "MA", "NH", "RI", "VT"]','["Новая Англия", "Нова Англія"]');
INSERT INTO "us_region" VALUES('northeast',4,'Northeast','["CT", "ME", "MA", "NH", "RI", "VT", "NJ", "NY", "PA"]','["North East", "Northeastern", "Северо-Восток", "Північний Схід"]');
INSERT INTO "us_region" VALUES('mid-atlantic',5,'Mid-Atlantic','["DE", "DC", "MD", "NJ", "NY", "PA", "VA", "WV"]','["Middle Atlantic", "Mid Atlantic"]');
INSERT INTO "us_region" VALUES('south',6,'South','["AL", "AR", "DE", "DC", "FL", "GA", "KY", "LA", "MD", "MS", "NC", "OK", "SC", "TN", "TX", "VA", "WV"]','["the south", "southern", "down south", "southern states", "American South"]');
INSERT INTO "us_region" VALUES('southeast',7,'Southeast','["AL", "AR", "FL", "GA", "KY", "LA", "MS", "NC", "SC", "TN", "VA", "WV"]','["South East", "Southeastern", "Юго-Восток", "Південний Схід"]');
INSERT INTO "us_region" VALUES('deep-south',8,'Deep South','["AL", "GA", "LA", "MS", "SC"]','[]');
INSERT INTO "us_region" VALUES('gulf-coast',9,'Gulf Coast','["AL", "FL", "LA", "MS", "TX"]','["Gulf states"]');
INSERT INTO "us_region" VALUES('midwest',10,'Midwest','["IL", "IN", "IA", "KS", "MI", "MN", "MO", "NE", "ND", "OH", "SD", "WI"]','["Mid West", "Midwestern", "Middle West", "Средний Запад", "Середній Захід"]');
INSERT INTO "us_region" VALUES('great-lakes',11,'Great Lakes','["IL", "IN", "MI", "MN", "NY", "OH", "PA", "WI"]','["Great Lakes states", "Великие озёра", "Великі озера"]');
INSERT INTO "us_region" VALUES('upper-midwest',12,'Upper Midwest','["IA", "MI", "MN", "ND", "SD", "WI"]','[]');
INSERT INTO "us_region" VALUES('great-plains',13,'Great Plains','["KS", "NE", "ND", "OK", "SD"]','["Plains states"]');
INSERT INTO "us_region" VALUES('southwest',14,'Southwest','["AZ", "NM", "OK", "TX"]','["South West", "Southwestern", "Юго-Запад", "Південний Захід"]');
INSERT INTO "us_region" VALUES('mountain-west',15,'Mountain West','["AZ", "CO", "ID", "MT", "NV", "NM", "UT", "WY"]','["Mountain states", "Rocky Mountains", "Rocky Mountain states", "Rockies", "Intermountain West", "Скалистые горы"]');
INSERT INTO "us_region" VALUES('west',16,'West','["AK", "AZ", "CA", "CO", "HI", "ID", "MT", "NV", "NM", "OR", "UT", "WA", "WY"]','["the west", "western", "western states", "American West", "out west"]');
INSERT INTO "us_region" VALUES('appalachia',17,'Appalachia','["KY", "NC", "OH", "PA", "TN", "VA", "WV"]','["Appalachian states"]');
INSERT INTO "us_region" VALUES('carolinas',18,'Carolinas','["NC", "SC"]','["the Carolinas", "both Carolinas", "Carolina"]');
INSERT INTO "us_region" VALUES('virginias',19,'Virginias','["VA", "WV"]','["the Virginias", "both Virginias"]');
INSERT INTO "us_region" VALUES('dakotas',20,'Dakotas','["ND", "SD"]','["the Dakotas", "both Dakotas"]');
INSERT INTO "us_region" VALUES('tri-state',21,'Tri-State area','["NY", "NJ", "CT"]','["tristate", "tri state", "tristate area"]');
INSERT INTO "us_region" VALUES('dmv',22,'DC, Maryland and Virginia','["DC", "MD", "VA"]','["DMV"]');
CREATE TABLE watch (
    user INTEGER NOT NULL,
    tie TEXT NOT NULL,
    since TEXT NOT NULL,
    closed_at TEXT,
    PRIMARY KEY (user, tie)
) STRICT, WITHOUT ROWID;
INSERT INTO "watch" VALUES(1575118857830400005,'juneau-ak--vladivostok','2026-11-25T12:00:00.000Z',NULL);
INSERT INTO "watch" VALUES(1575118857830400005,'portland-or--khabarovsk','2026-11-25T12:00:00.000Z',NULL);
INSERT INTO "watch" VALUES(1575118857830400008,'portland-or--khabarovsk','2026-11-25T12:00:00.000Z','2026-11-25T13:35:00.000Z');
CREATE INDEX act_of_tie ON act (tie, position);
CREATE INDEX act_source_source ON act_source (source);
CREATE INDEX listing_of_tie ON listing (tie, position);
CREATE INDEX search_of_tie ON search (tie, id);
CREATE INDEX dataset_change_state ON dataset_change (state, id);
CREATE INDEX audit_subject ON audit (subject, id);
CREATE INDEX audit_who ON audit (who, id);
CREATE INDEX subscription_guild ON subscription (guild);
CREATE INDEX watch_tie ON watch (tie);
CREATE INDEX announcement_tie ON announcement (tie, seq);
CREATE INDEX delivery_open ON delivery (target_kind, target, id, not_before) WHERE open = 1;
CREATE INDEX delivery_about ON delivery (about) WHERE about IS NOT NULL;
CREATE INDEX delivery_target ON delivery (target, id);
CREATE INDEX delivery_done ON delivery (done_at) WHERE done_at IS NOT NULL;
CREATE INDEX carried_delivery ON carried (delivery);
CREATE INDEX letter_draft_writer ON letter_draft (writer, changed_at);
CREATE INDEX letter_draft_tie ON letter_draft (tie);
CREATE INDEX letter_draft_changed ON letter_draft (changed_at);
CREATE INDEX letter_shingle_draft ON letter_shingle (draft);
CREATE INDEX letter_sent_writer ON letter_sent (writer, sent_at);
CREATE INDEX letter_sent_at ON letter_sent (sent_at);
CREATE INDEX draft_waiting ON draft (id) WHERE state = 'waiting';
CREATE INDEX audit_draft ON audit (draft) WHERE draft IS NOT NULL;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('subscription',7);
INSERT INTO "sqlite_sequence" VALUES('delivery',71);
INSERT INTO "sqlite_sequence" VALUES('announcement',9);
INSERT INTO "sqlite_sequence" VALUES('draft',5);
COMMIT;
