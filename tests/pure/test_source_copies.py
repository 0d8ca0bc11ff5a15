"""Archived copies of sources: in files and the database, beside citations, and what one has to show."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from cogs.kit.cards import numbered
from cogs.watching.page_text import MOST_CHARACTERS, has_phrase, text_of_pdf, words_of, words_of_file, words_of_page
from cogs.watching.proof import Expected, day_of, expected_of
from cogs.wording.sources import best_copy, copy_line
from db.record.dataset import load_dataset
from db.record.dataset.source_rules import check_source
from db.record.grades import Grade
from db.record.models import ArchivedCopy, PartialDate, Record, Source
from db.record.pages import archived_on
from db.record.register import Register
from db.record.toml_export import export_toml
from db.store.copies import CopyJob, CopyState, add_copy, jobs_of, save_job
from db.store.database import Database
from db.store.records import read_record
from db.store.synchronisation import synchronise
from tests.world import NOW

pytestmark = pytest.mark.slow

SOURCE = Source(
    "abc7", "https://abc7.example/ties", "Council cuts ties", "ABC7", PartialDate.parse("2022-03-02"), Grade.C
)
EARLY = ArchivedCopy("https://web.archive.org/web/20220303101500/https://abc7.example/ties", date(2022, 3, 3))
LATE = ArchivedCopy("https://archive.ph/AbCdE", date(2024, 1, 1), "a" * 64, 1234)
KNOWN = "abc7chicago-20220302"


@pytest.fixture
async def database(tmp_path: Path) -> AsyncIterator[Database]:
    """An empty database."""
    opened = await Database.open(tmp_path / "copies.sqlite3")
    yield opened
    await opened.close()


@pytest.fixture(scope="module")
def shipped() -> Record:
    """The record as it ships."""
    return load_dataset()


def with_copies(record: Record, *copies: ArchivedCopy) -> Record:
    """The record with copies of one source."""
    return replace(record, sources={**record.sources, KNOWN: replace(record.sources[KNOWN], copies=copies)})


def test_copies_are_written_and_read_as_they_are_and_the_same_bytes_each_time(shipped: Record, tmp_path: Path) -> None:
    record = with_copies(shipped, EARLY, LATE)
    for name in ("one", "two"):
        export_toml(record, tmp_path / name)
    assert load_dataset(tmp_path / "one").sources[KNOWN] == record.sources[KNOWN]
    text = (tmp_path / "one" / "sources.toml").read_bytes()
    assert text == (tmp_path / "two" / "sources.toml").read_bytes()
    assert b"[[source.copy]]\n" in text
    export_toml(load_dataset(tmp_path / "one"), tmp_path / "again")
    assert (tmp_path / "again" / "sources.toml").read_bytes() == text


async def test_a_start_loses_no_copy_and_takes_over_the_datasets(database: Database, shipped: Record) -> None:
    await synchronise(database, shipped, NOW)
    async with database.transaction() as conn:
        assert (await add_copy(conn, KNOWN, LATE)).copies == (LATE,)
    await synchronise(database, shipped, NOW)
    assert (await read_record(database)).sources[KNOWN].copies == (LATE,)
    report = await synchronise(database, with_copies(shipped, EARLY), NOW)
    assert not report.queued
    assert (await read_record(database)).sources[KNOWN].copies == (EARLY, LATE)


async def test_a_copy_of_no_source_is_refused(database: Database) -> None:
    with pytest.raises(KeyError):
        async with database.transaction() as conn:
            await add_copy(conn, "nobody", EARLY)


async def test_the_work_on_a_copy_is_kept_for_one_address(database: Database) -> None:
    job = CopyJob("abc7", SOURCE.url, CopyState.ASKED, "spn2-1", NOW, 2, "busy", "https://doubtful.example/")
    async with database.transaction() as conn:
        await save_job(conn, replace(job, tries=1))
        await save_job(conn, job)
    assert await jobs_of(database, [SOURCE]) == [job]
    moved = replace(SOURCE, url="https://abc7.example/new")
    assert await jobs_of(database, [moved]) == [CopyJob("abc7", moved.url)]


@pytest.mark.parametrize(
    ("copy", "field"),
    [
        (replace(EARLY, url="http://127.0.0.1/"), "copy.url"),
        (replace(EARLY, sha256="A" * 64), "copy.sha256"),
        (replace(EARLY, sha256="a" * 63), "copy.sha256"),
        (replace(EARLY, size=0), "copy.size"),
    ],
)
def test_a_faulty_copy_is_named(copy: ArchivedCopy, field: str) -> None:
    faults: list[tuple[str, str]] = []
    check_source(replace(SOURCE, copies=(copy,)), lambda entry, where, message: faults.append((entry, where)))
    assert faults == [("abc7", field)]


def test_two_copies_at_one_address_are_a_fault() -> None:
    faults: list[str] = []
    twice = (EARLY, replace(EARLY, taken=date(2022, 3, 4)))
    check_source(replace(SOURCE, copies=twice), lambda entry, where, message: faults.append(where))
    assert faults == ["copy"]


def test_the_copy_nearest_the_page_stands_beside_it() -> None:
    assert best_copy(SOURCE) is None
    assert copy_line(SOURCE) == ""
    both = replace(SOURCE, copies=(EARLY, LATE))
    assert best_copy(both) == EARLY
    assert best_copy(replace(both, published=PartialDate.parse("2023-12"))) == LATE
    assert best_copy(replace(both, published=None)) == EARLY
    assert numbered(1, both).endswith(f" · [copy of 3 March 2022](<{EARLY.url}>)")
    assert copy_line(both) == f"copy of 3 March 2022: {EARLY.url}"


def test_a_source_that_is_a_copy_itself_says_so() -> None:
    flint = replace(SOURCE, url="http://web.archive.org/web/20061008060803/http://www.visitflint.org/about.htm")
    assert numbered(1, flint).endswith(" · read in a copy of 8 October 2006")
    assert "copy" not in numbered(1, SOURCE)


@pytest.mark.parametrize(
    ("address", "day"),
    [
        (EARLY.url, date(2022, 3, 3)),
        ("http://web.archive.org/web/20061008060803/www.visitflint.org/about.htm", date(2006, 10, 8)),
        ("https://web.archive.org/web/20061308060803/http://x.example/", None),
        ("https://web.archive.org/web/2006/http://x.example/", None),
        ("https://city.example/20220303/ties", None),
        ("https://city.example/20220303101500/http://x.example/", None),
        ("no address", None),
    ],
)
def test_the_day_of_a_copy_is_read_off_its_address(address: str, day: date | None) -> None:
    assert archived_on(address) == day


def test_the_words_of_a_page_are_what_people_see() -> None:
    unseen = "<style>no {}</style><script>no()</script><!-- no -->"
    page = f"<title>Ties&amp;More</title>{unseen}<p>Khabárovsk,&nbsp;<b>Russia</b>"
    assert words_of_page(page) == "ties more khabarovsk russia"
    assert words_of_file(b"<p>", "<p>Juneau") == "juneau"
    # As an ASP.NET page keeps its state: it would leave no room for the words.
    assert words_of_page(f'<input value="{"a+" * MOST_CHARACTERS}"><p>Juneau, 3 < 4') == "juneau 3 4"
    assert len(words_of("x" * 9_000_000)) == MOST_CHARACTERS
    assert has_phrase("the council voted to end it", "Council voted!")
    assert not has_phrase("the councils voted", "council")
    assert not has_phrase("anything", " … ")


@pytest.mark.parametrize(
    "body", [b"", b"%PDF-1.7", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer", b"PK\x03\x04zip", b"\0" * 999]
)
def test_what_is_no_pdf_has_no_text(body: bytes) -> None:
    assert text_of_pdf(body).strip() == ""


def test_what_a_page_must_show_follows_from_the_record(shipped: Record) -> None:
    register = Register(shipped)
    expected = expected_of(shipped.sources[KNOWN], register)
    assert expected.phrases == (), "its title is ours"
    assert expected.shown_by("", "chicago says that moscow is no sister any more")
    assert not expected.shown_by("", "chicago weather")
    assert not expected.shown_by("<title>Just a moment...</title>", "chicago moscow")
    titled = Expected(
        phrases=("Norfolk council suspends sister city",), words=("norfolk", "council", "suspends", "sister")
    )
    assert titled.shown_by("", "norfolk council suspends its sister")
    assert not titled.shown_by("", "norfolk council votes")


def test_the_day_near_which_a_copy_is_wanted(shipped: Record) -> None:
    ties, today = shipped.ties.values(), NOW.date()
    assert day_of(SOURCE, ties, today) == date(2022, 3, 2)
    cited = next(
        source for source in shipped.sources.values() if not source.published and _is_cited(shipped, source.id)
    )
    assert day_of(cited, ties, today) < today
    assert day_of(replace(SOURCE, published=None), ties, today) == today


def _is_cited(record: Record, source: str) -> bool:
    return any(source in act.sources for tie in record.ties.values() for act in tie.acts)
