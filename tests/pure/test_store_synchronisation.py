"""The dataset meets a record in which editors have worked: nothing of theirs is undone, nothing is announced."""

from __future__ import annotations

import asyncio
import json
import logging
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import derive
from db.record.grades import Grade
from db.record.models import Act, Confidence, PartialDate, Recipient, Record, Source, Tie
from db.record.page_kinds import PageKind
from db.record.standings import Standing
from db.store.database import Database
from db.store.dataset_changes import pending_changes, read_change, settle_change
from db.store.editing_models import ChangeKind, ChangeState
from db.store.records import add_act, add_source, read_record, read_tie, retract_act, set_recipient
from db.store.synchronisation import SyncReport, synchronise

ROOT = Path(__file__).resolve().parent.parent.parent
NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)
ED = 4711
EUGENE, PORTLAND = "eugene-or--irkutsk", "portland-or--khabarovsk"
SUSPENDED = f"{EUGENE}.20220718.suspended"
RESUMED = Act(
    id=f"{EUGENE}.20261101.resumed",
    date=PartialDate.parse("2026-11-01"),
    kind=ActKind.RESUMED,
    actor="Eugene City Council",
    authority=Authority.COUNCIL,
    summary="Took the tie up again.",
    sources=("klcc-20220720",),
    confidence=Confidence.HIGH,
)


@pytest.fixture
def small(frozen_record: Record) -> Record:
    """Two ties of the record of the tests, with what they need."""
    record = frozen_record
    ties = {name: record.ties[name] for name in (EUGENE, PORTLAND)}
    places = {name: record.places[name] for tie in ties.values() for name in (tie.us, tie.ru)}
    return replace(
        record, ties=ties, places=places, talking_points={}, ukraine_ties={}, other_places=record.other_places[:3]
    )


@pytest.fixture
async def database(tmp_path: Path, small: Record) -> AsyncIterator[Database]:
    """A database into which the small record has been loaded once."""
    opened = await Database.open(tmp_path / "tiewatch.db")
    await synchronise(opened, small, NOW)
    yield opened
    await opened.close()


def with_tie(record: Record, tie: Tie) -> Record:
    return replace(record, ties={**record.ties, tie.id: tie})


def with_act(record: Record, act: Act, position: int | None = None) -> Record:
    """The dataset with an act more in Eugene's tie, at the end or before the act at a position."""
    tie = record.ties[EUGENE]
    place = len(tie.acts) if position is None else position
    return with_tie(record, replace(tie, acts=(*tie.acts[:place], act, *tie.acts[place:])))


def with_changed_act(record: Record, name: str, **changes: Any) -> Record:
    tie = record.ties[EUGENE]
    acts = (replace(act, **changes) if act.id == name else act for act in tie.acts)
    return with_tie(record, replace(tie, acts=tuple(acts)))


def did_nothing(report: SyncReport) -> bool:
    """Whether the record is as it was."""
    return not (report.added or report.changed)


async def eugene(database: Database) -> Tie:
    return await read_tie(database, EUGENE)


async def test_the_shipped_dataset_is_read_back_as_it_was_written(record: Record, tmp_path: Path) -> None:
    database = await Database.open(tmp_path / "t.db")
    try:
        report = await synchronise(database, record, NOW)
        loaded = await read_record(database)
    finally:
        await database.close()
    assert loaded == record
    assert list(loaded.ties) == list(record.ties)
    assert (report.first, report.changed, report.vanished, report.queued) == (True, {}, (), ())
    assert report.added["tie"] == len(record.ties)
    assert report.added["act"] == sum(len(tie.acts) for tie in record.ties.values())


async def test_a_second_start_changes_nothing_and_says_so(
    database: Database, small: Record, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, logger="db.store.synchronisation"):
        report = await synchronise(database, small, NOW)
    assert report == SyncReport(False, {}, {}, (), ())
    assert did_nothing(report)
    assert [line.message for line in caplog.records] == ["Dataset taken over"]
    assert await read_record(database) == small


async def test_what_is_corrected_in_the_dataset_is_corrected_in_the_record(database: Database, small: Record) -> None:
    tie = replace(small.ties[PORTLAND], note="A better note.")
    source = replace(small.sources["klcc-20220720"], title="A better title")
    newer = replace(with_tie(small, tie), sources={**small.sources, source.id: source})
    report = await synchronise(database, newer, NOW)
    assert (report.added, report.changed, report.queued) == ({}, {"tie": 1, "source": 1}, ())
    assert await read_record(database) == newer


async def test_known_other_places_states_and_regions_follow_the_dataset(database: Database, small: Record) -> None:
    newer = replace(small, other_places=small.other_places[1:], states=dict(list(small.states.items())[:-1]))
    await synchronise(database, newer, NOW)
    assert await read_record(database) == newer


async def test_a_tie_put_first_in_the_dataset_comes_first_in_the_record(
    database: Database, small: Record, frozen_record: Record
) -> None:
    name = "juneau-ak--vladivostok"
    places = {
        place: frozen_record.places[place] for place in (frozen_record.ties[name].us, frozen_record.ties[name].ru)
    }
    newer = replace(small, ties={name: frozen_record.ties[name], **small.ties}, places={**places, **small.places})
    report = await synchronise(database, newer, NOW)
    loaded = await read_record(database)
    assert loaded == newer
    assert list(loaded.ties) == [name, EUGENE, PORTLAND]
    assert report.queued == ()


async def test_an_act_that_vanished_from_the_dataset_stays_and_is_reported(
    database: Database, small: Record, caplog: pytest.LogCaptureFixture
) -> None:
    tie = small.ties[EUGENE]
    report = await synchronise(database, with_tie(small, replace(tie, acts=tie.acts[:1])), NOW)
    assert report.vanished == (f"act {SUSPENDED}",)
    assert did_nothing(report)
    assert [line.__dict__["entry"] for line in caplog.records if line.levelno == logging.WARNING] == [
        f"act {SUSPENDED}"
    ]
    assert await eugene(database) == tie


async def test_a_place_and_a_tie_that_vanished_are_each_reported_once(database: Database, small: Record) -> None:
    tie = small.ties[PORTLAND]
    places = {name: place for name, place in small.places.items() if name not in {tie.us, tie.ru}}
    newer = replace(small, ties={EUGENE: small.ties[EUGENE]}, places=places)
    report = await synchronise(database, newer, NOW)
    gone = {f"place {tie.us}", f"place {tie.ru}", f"tie {tie.id}"}
    gone |= {f"act {act.id}" for act in tie.acts} | {f"listing {listing.id}" for listing in tie.listings}
    assert sorted(report.vanished) == sorted(gone)
    assert await read_record(database) == small


async def test_an_act_put_between_others_and_a_new_order_are_taken_over(database: Database, small: Record) -> None:
    word = replace(RESUMED, id=f"{EUGENE}.2022.statement", kind=ActKind.STATEMENT, date=PartialDate.parse("2022"))
    between = with_act(small, word, position=1)
    await synchronise(database, between, NOW)
    assert await eugene(database) == between.ties[EUGENE]
    first = with_act(small, word, position=0)
    await synchronise(database, first, NOW)
    assert await eugene(database) == first.ties[EUGENE]


async def test_a_new_act_that_moves_a_standing_is_in_the_record_and_waits_for_the_editors(
    database: Database, small: Record
) -> None:
    report = await synchronise(database, with_act(small, RESUMED), NOW)
    assert derive(await eugene(database)).standing is Standing.ACTIVE
    (change,) = await pending_changes(database)
    assert report.queued == (change,)
    assert (change.tie, change.act, change.what) == (EUGENE, RESUMED.id, ChangeKind.STANDING)
    assert (change.before_standing, change.after_standing) == (Standing.SUSPENDED, Standing.ACTIVE)
    assert (change.at, change.state) == (NOW, ChangeState.PENDING)
    await synchronise(database, with_act(small, RESUMED), NOW)
    assert await pending_changes(database) == (change,)


async def test_a_new_act_that_moves_no_standing_waits_for_nobody(database: Database, small: Record) -> None:
    word = replace(RESUMED, id=f"{EUGENE}.20261101.statement", kind=ActKind.STATEMENT)
    report = await synchronise(database, with_act(small, word), NOW)
    assert (report.added, report.queued) == ({"act": 1}, ())
    assert (await eugene(database)).acts[-1] == word


async def test_the_first_editor_to_decide_on_a_change_decides(database: Database, small: Record) -> None:
    (change,) = (await synchronise(database, with_act(small, RESUMED), NOW)).queued
    async with database.transaction() as conn:
        assert await settle_change(conn, change.id, ChangeState.SKIPPED, ED)
        assert not await settle_change(conn, change.id, ChangeState.ANNOUNCED, ED)
    assert await pending_changes(database) == ()
    settled = await read_change(database, change.id)
    assert settled is not None
    assert settled.state is ChangeState.SKIPPED
    assert await read_change(database, 999) is None


async def test_the_same_act_from_an_editor_and_from_the_dataset_is_one_act(database: Database, small: Record) -> None:
    async with database.transaction() as conn:
        await add_act(conn, EUGENE, RESUMED, None, by=ED)
    report = await synchronise(database, with_act(small, RESUMED), NOW)
    assert did_nothing(report)
    assert report.queued == ()
    assert (await eugene(database)).acts == (*small.ties[EUGENE].acts, RESUMED)


async def test_an_editors_act_that_the_dataset_words_otherwise_waits_for_the_editors_with_both(
    database: Database, small: Record
) -> None:
    async with database.transaction() as conn:
        await add_act(conn, EUGENE, RESUMED, None, by=ED)
    shipped = replace(RESUMED, summary="Resumed the tie.", sources=("registerguard-20220719",))
    report = await synchronise(database, with_act(small, shipped), NOW)
    (change,) = report.queued
    assert (change.what, change.act) == (ChangeKind.ACT, RESUMED.id)
    assert change.before_standing is change.after_standing is Standing.ACTIVE
    assert json.loads(change.before or "")["summary"] == "Took the tie up again."
    assert json.loads(change.after or "")["summary"] == "Resumed the tie."
    assert (await eugene(database)).acts[-1] == shipped
    assert did_nothing(await synchronise(database, with_act(small, shipped), NOW))


async def test_an_editors_source_keeps_what_it_says_where_the_dataset_takes_its_id(
    database: Database, small: Record
) -> None:
    published = PartialDate.parse("2026-11")
    mine = Source(
        *("klcc-20261102", "https://klcc.org/resumed", "Resumed", "KLCC", published, Grade.A),
        page_kind=PageKind.MINUTES,
        country="US",
        citable_in_letter=True,
    )
    async with database.transaction() as conn:
        await add_source(conn, mine, by=ED)
        await add_act(conn, EUGENE, replace(RESUMED, sources=(mine.id,)), None, by=ED)
    other = replace(mine, url="https://klcc.org/weather", title="Weather", grade=Grade.D)
    shipped = replace(small, sources={**small.sources, other.id: other})
    for _ in range(2):
        await synchronise(database, shipped, NOW)
        known = await read_record(database)
        assert known.sources[mine.id] == other
        assert known.sources[f"{mine.id}-2"] == replace(mine, id=f"{mine.id}-2")
        assert known.ties[EUGENE].acts[-1].sources == (f"{mine.id}-2",)
    again = replace(mine, id="klcc-20261103")
    async with database.transaction() as conn:
        await add_source(conn, again, by=ED)
    await synchronise(database, replace(shipped, sources={**shipped.sources, again.id: again}), NOW)
    assert f"{again.id}-2" not in (await read_record(database)).sources


async def test_an_editors_source_that_moves_aside_keeps_columns_that_a_later_version_adds(
    database: Database, small: Record
) -> None:
    mine = Source("klcc-nd", "https://klcc.org/resumed", "Resumed", "KLCC", None, Grade.A)
    async with database.transaction() as conn:
        await conn.execute("ALTER TABLE source ADD COLUMN archived TEXT")
        await add_source(conn, mine, by=ED)
        await conn.execute("UPDATE source SET archived = 'kept' WHERE id = ?", (mine.id,))
    other = replace(mine, url="https://klcc.org/weather")
    await synchronise(database, replace(small, sources={**small.sources, other.id: other}), NOW)
    (row,) = await database.read("SELECT url, archived, written_by FROM source WHERE id = 'klcc-nd-2'")
    assert tuple(row) == (mine.url, "kept", ED)


async def test_an_editors_source_becomes_the_datasets_where_that_has_its_page(
    database: Database, small: Record, tmp_path: Path
) -> None:
    mine = Source("klcc-nd", "https://www.klcc.org/resumed?utm_source=a", "Resumed", "KLCC", None, Grade.A)
    again = replace(mine, id="klcc-nd-2", url="http://klcc.org/resumed/")
    async with database.transaction() as conn:
        await add_source(conn, mine, by=ED)
        await add_source(conn, again, by=ED)
        await add_act(conn, EUGENE, replace(RESUMED, sources=(mine.id, "klcc-20220720", again.id)), None, by=ED)
    await synchronise(database, small, NOW)
    assert (await eugene(database)).acts[-1].sources == (mine.id, "klcc-20220720")
    shipped = replace(mine, id="klcc-20261101", url="https://klcc.org/resumed")
    await synchronise(database, replace(small, sources={**small.sources, shipped.id: shipped}), NOW)
    record = await read_record(database)
    assert record.ties[EUGENE].acts[-1].sources == (shipped.id, "klcc-20220720")
    assert record.sources.keys() & {mine.id, again.id, shipped.id} == {shipped.id}


async def test_an_editors_source_under_the_datasets_id_for_another_spelling_of_the_page_is_that_source(
    database: Database, small: Record
) -> None:
    mine = Source("klcc-nd", "https://www.klcc.org/resumed/", "Resumed", "KLCC", None, Grade.A)
    async with database.transaction() as conn:
        await add_source(conn, mine, by=ED)
    shipped = replace(mine, url="https://klcc.org/resumed")
    await synchronise(database, replace(small, sources={**small.sources, mine.id: shipped}), NOW)
    sources = (await read_record(database)).sources
    assert sources[mine.id] == shipped
    assert f"{mine.id}-2" not in sources


async def test_an_editors_act_that_the_dataset_lacks_stays_through_every_start(
    database: Database, small: Record
) -> None:
    async with database.transaction() as conn:
        await add_act(conn, EUGENE, RESUMED, None, by=ED)
    for _ in range(2):
        assert did_nothing(await synchronise(database, small, NOW))
    assert (await eugene(database)).acts[-1] == RESUMED


async def test_an_editors_retraction_outlives_a_start_and_a_correction_in_the_dataset(
    database: Database, small: Record
) -> None:
    async with database.transaction() as conn:
        await retract_act(conn, SUSPENDED, "The report was withdrawn.", by=ED)
    assert did_nothing(await synchronise(database, small, NOW))
    report = await synchronise(database, with_changed_act(small, SUSPENDED, summary="Suspended it."), NOW)
    act = (await eugene(database)).acts[-1]
    assert (act.summary, act.retracted) == ("Suspended it.", "The report was withdrawn.")
    assert [(change.what, change.act) for change in report.queued] == [(ChangeKind.ACT, SUSPENDED)]


async def test_a_retraction_in_the_dataset_is_taken_over_and_queued(database: Database, small: Record) -> None:
    report = await synchronise(database, with_changed_act(small, SUSPENDED, retracted="A mistake."), NOW)
    (change,) = report.queued
    assert (change.before_standing, change.after_standing) == (Standing.SUSPENDED, Standing.ACTIVE)
    assert change.act == SUSPENDED
    assert json.loads(change.after or "")["retracted"] == "A mistake."


async def test_an_editors_recipient_outlives_a_correction_of_its_place(database: Database, small: Record) -> None:
    checked = Recipient("Mayor of Eugene", "Eugene City Council", "https://www.eugene-or.gov/", date(2026, 11, 24))
    async with database.transaction() as conn:
        await set_recipient(conn, "eugene-or", checked, by=ED)
    place = small.places["eugene-or"]
    renamed = replace(place, aliases=(*place.aliases, "Track Town"))
    await synchronise(database, replace(small, places={**small.places, place.id: renamed}), NOW)
    loaded = (await read_record(database)).places["eugene-or"]
    assert loaded.aliases == renamed.aliases
    assert checked in loaded.recipients


async def test_a_recipient_checked_in_the_dataset_is_taken_over(database: Database, small: Record) -> None:
    place = small.places["eugene-or"]
    checked = replace(place, recipients=(replace(place.recipients[0], page="https://www.eugene-or.gov/"),))
    newer = replace(small, places={**small.places, place.id: checked})
    assert (await synchronise(database, newer, NOW)).changed == {"place": 1}
    assert (await read_record(database)).places["eugene-or"] == checked


async def test_an_editors_check_of_an_office_outlives_whatever_the_dataset_says_of_it_without_a_later_one(
    database: Database, small: Record
) -> None:
    place = small.places["eugene-or"]
    (office,) = place.recipients
    checked = replace(office, page="https://www.eugene-or.gov/mayor", verified_on=date(2026, 11, 24))
    clerk = Recipient("City Clerk", "City of Eugene", "https://www.eugene-or.gov/clerk", date(2026, 11, 24))
    async with database.transaction() as conn:
        await set_recipient(conn, place.id, checked, by=ED)
        await set_recipient(conn, place.id, clerk, by=ED)
    found = Recipient("City Manager", "City of Eugene")
    for day, wanted in ((None, checked), (date(2026, 11, 23), checked), (date(2026, 11, 24), None)):
        shipped = replace(office, page="https://www.eugene-or.gov/", verified_on=day)
        newer = replace(small, places={**small.places, place.id: replace(place, recipients=(shipped, found))})
        await synchronise(database, newer, NOW)
        kept = (await read_record(database)).places[place.id].recipients
        assert kept == (wanted or shipped, found, clerk)
        assert did_nothing(await synchronise(database, newer, NOW))


async def test_an_editors_petition_count_outlives_a_start_and_a_newer_one_in_the_dataset_wins(
    database: Database, small: Record
) -> None:
    assert small.petition is not None
    async with database.transaction() as conn:
        await conn.execute("UPDATE petition SET count = 19500, count_as_of = '2026-11-24', written_by = ?", (ED,))
    await synchronise(database, replace(small, petition=replace(small.petition, invite="Ask five friends.")), NOW)
    held = (await read_record(database)).petition
    assert held is not None
    assert (held.count, held.count_as_of, held.invite) == (19_500, date(2026, 11, 24), "Ask five friends.")
    newer = replace(small.petition, count=20_000, count_as_of=date(2026, 11, 25))
    await synchronise(database, replace(small, petition=newer), NOW)
    assert (await read_record(database)).petition == newer


async def test_a_failure_in_the_middle_leaves_the_old_record(database: Database, small: Record) -> None:
    unsound = with_act(with_tie(small, replace(small.ties[PORTLAND], note="New.")), replace(RESUMED, sources=("no",)))
    with pytest.raises(Exception, match="FOREIGN KEY"):
        await synchronise(database, unsound, NOW)
    assert await read_record(database) == small
    assert did_nothing(await synchronise(database, small, NOW))


KILLED = """
import asyncio, os, signal, sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
import db.store.synchronisation
from db.store.database import Database
from db.record.dataset import load_dataset

async def dying(*arguments):
    os.kill(os.getpid(), signal.SIGKILL)

async def main():
    database = await Database.open(Path(sys.argv[1]))
    db.store.synchronisation.add_change = dying
    record = load_dataset()
    ties = {name: replace(tie, note="New.", acts=tuple(replace(act, retracted="x") for act in tie.acts))
            for name, tie in record.ties.items()}
    await db.store.synchronisation.synchronise(database, replace(record, ties=ties), datetime.now(UTC))

asyncio.run(main())
"""


def test_a_kill_in_the_middle_leaves_the_old_record(record: Record, tmp_path: Path) -> None:
    path = tmp_path / "t.db"
    assert asyncio.run(loaded(path, record)) == record
    command = [sys.executable, "-c", KILLED, str(path)]
    done = subprocess.run(command, cwd=ROOT, timeout=60, check=False, capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert asyncio.run(loaded(path)) == record


async def loaded(path: Path, record: Record | None = None) -> Record:
    """What a database holds, after bringing a dataset into it if one is given."""
    database = await Database.open(path)
    try:
        if record:
            await synchronise(database, record, NOW)
        return await read_record(database)
    finally:
        await database.close()
