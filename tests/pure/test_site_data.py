"""The record as files to work with and as feeds: whole, safe, and without anything that is for editors alone."""

from __future__ import annotations

import csv
import io
import json
import re
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from typing import Any

import feedparser
import pytest

from cogs.site import addresses, data_files
from cogs.site.build import build_site
from cogs.site.feeds import NEWEST, feeds
from cogs.site.sheet import SHEET, SHEET_COLUMNS, sheet
from cogs.site.site import Site
from cogs.wording.leads import standing_label
from db.record.act_kinds import ActKind
from db.record.grades import Grade
from db.record.models import Act, PartialDate, Record, Tie
from db.record.public_data import TABLES, Table
from db.record.register import Register
from db.store import personal_data
from tests.pure.site_pages import only, with_acts, with_tie

TIE = "portland-or--khabarovsk"
ADDRESS = "https://example.org/"


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


@pytest.fixture(scope="module")
def folder(register: Register, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of one tie of it."""
    made = tmp_path_factory.mktemp("data") / "site"
    build_site(Site(only(register, TIE)), made)
    return made


def rows_of(table: Table, register: Register) -> list[dict[str, str]]:
    """A table's CSV, read."""
    return list(csv.DictReader(io.StringIO("".join(data_files.as_csv(table, register)), newline="")))


def feed(site: Site, path: str) -> Any:
    """A feed, as a reader has it."""
    read = feedparser.parse(dict(feeds(site))[path].encode())
    assert read.bozo == 0
    return read


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_field_of_the_record_is_described_or_withheld(table: Table) -> None:
    known = {field.name for field in fields(table.kind)}
    described = {column.name for column in table.columns}
    assert known <= described | table.withheld
    assert not described & table.withheld
    assert all(column.means.endswith(".") for column in table.columns)


def test_the_files_hold_all_of_the_record(register: Register) -> None:
    whole = json.loads("".join(data_files.as_json(register, date(2026, 11, 28))))
    assert (whole["schema_version"], whole["as_of"]) == (1, "2026-11-28")
    assert {row["id"] for row in whole["ties"]} == set(register.record.ties)
    assert {row["id"] for row in whole["sources"]} == set(register.record.sources)
    assert {row["id"] for row in whole["points"]} == set(register.record.talking_points)
    acts = {act.id for tie in register.record.ties.values() for act in tie.acts}
    assert {row["id"] for row in whole["acts"]} == acts
    for row in whole["ties"]:
        assert row["standing"] == register.status(row["id"]).standing
    for table in TABLES:
        assert len(rows_of(table, register)) == len(whole[table.name])


def test_the_sqlite_file_has_the_public_tables_and_no_column_about_a_person(folder: Path) -> None:
    personal = {kept.column for kept in personal_data.PEOPLE} | {"editor_note", "confidence", "knew"}
    with closing(sqlite3.connect(folder / data_files.SQLITE_FILE)) as conn:
        names = {name for (name,) in conn.execute("SELECT name FROM sqlite_schema")}
        columns = {name: [row[1] for row in conn.execute(f"PRAGMA table_info({name})")] for name in names}
        assert conn.execute("SELECT standing FROM ties").fetchall() == [("active",)]
        assert conn.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert columns == {table.name: [column.name for column in table.columns] for table in TABLES}
    assert not {column for found in columns.values() for column in found} & personal


def test_csv_is_plain_and_no_cell_is_a_formula(register: Register) -> None:
    tie = register.record.ties[TIE]
    nasty = replace(tie, note='=HYPERLINK("http://x")', since_note="+1", list_spelling="@x")
    made = with_tie(only(register, TIE), nasty)
    (row,) = rows_of(TABLES[0], made)
    assert (row["note"], row["since_note"], row["list_spelling"]) == ('\'=HYPERLINK("http://x")', "'+1", "'@x")
    text = "".join(data_files.as_csv(TABLES[0], made))
    assert not text.startswith("\ufeff")
    places = next(table for table in TABLES if table.name == "places")
    assert any(row["lon"].startswith("-") for row in rows_of(places, made))


def sheet_of(site: Site) -> list[dict[str, str]]:
    """The sheet for people, read as a spreadsheet does."""
    text = "".join(sheet(site))
    assert text.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(text[1:], newline="")))


def test_one_sheet_has_every_tie_in_a_row_in_plain_words(register: Register, folder: Path) -> None:
    site = Site(register, address=ADDRESS)
    rows = sheet_of(site)
    assert len(rows) == len(register.record.ties)
    assert [row["State"] for row in rows] == sorted(row["State"] for row in rows)
    ordered = (tie for ties in site.by_state.values() for tie in in_order(register, ties))
    for row, tie in zip(rows, ordered, strict=True):
        status = register.status(tie.id)
        assert row["Page"] == f"{ADDRESS}ties/{tie.id}.html"
        assert row["How it stands"] == standing_label(status)
        assert (row["U.S. place"], row["Partner in Russia"]) == names(register, tie)
        assert row["Since, or last said on"] == (str(status.newest.date) if status.newest else "")
        assert row["Who decided or said it"] == (status.newest.actor if status.newest else "")
        known = {source.url for source in register.record.sources.values()}
        assert row["Address of the source"] in known or "No page found" in row["In a sentence"]
        assert "[1]" not in row["In a sentence"]
        # No id of the record: nobody is to join tables.
        assert not {tie.id, tie.us, tie.ru} & {cell for name, cell in row.items() if name != "Page"}
    page = (folder / addresses.DATA).read_text(encoding="utf-8")
    assert page.index(f'href="{SHEET}"') < page.index(f'href="{data_files.JSON_FILE}"')
    assert all(f"<dt>{column.name}</dt>" in page and column.means.endswith(".") for column in SHEET_COLUMNS)
    assert (folder / SHEET).read_bytes().startswith(b"\xef\xbb\xbfU.S. place,State,")


def in_order(register: Register, ties: Iterable[Tie]) -> list[Tie]:
    """Ties by their places' names."""
    return sorted(ties, key=lambda tie: (names(register, tie), tie.id))


def names(register: Register, tie: Tie) -> tuple[str, str]:
    """The places of a tie."""
    return register.place(tie.us).name, register.place(tie.ru).name


def test_the_sheet_names_the_newest_of_the_best_pages_and_no_formula(register: Register) -> None:
    tie = register.record.ties[TIE]
    known = register.record.sources
    first = replace(known[tie.acts[-1].sources[0]], id="a-1", grade=Grade.B, published=PartialDate.parse("2023-01-02"))
    newer = replace(first, id="a-2", url="https://example.org/newer", published=PartialDate.parse("2024"))
    weak = replace(newer, id="a-3", grade=Grade.E, url="https://example.org/weak", published=PartialDate.parse("2026"))
    kept = replace(tie.acts[-1], kind=ActKind.KEPT, date=PartialDate.parse("2024"), actor="=1+1")
    act = replace(kept, sources=("a-1", "a-2", "a-3"))
    made = with_acts(only(register, TIE), tie, act)
    sources = {**made.record.sources, **{source.id: source for source in (first, newer, weak)}}
    (row,) = sheet_of(Site(Register(replace(made.record, sources=sources))))
    assert row["Address of the source"] == newer.url
    assert row["Date of the source"] == "2024"
    assert row["Who decided or said it"] == "'=1+1"


def test_the_dictionary_and_the_page_name_every_column(folder: Path) -> None:
    package = json.loads((folder / data_files.DICTIONARY).read_text(encoding="utf-8"))
    page = (folder / addresses.DATA).read_text(encoding="utf-8")
    for table, resource in zip(TABLES, package["resources"], strict=True):
        assert [field["name"] for field in resource["schema"]["fields"]] == [column.name for column in table.columns]
        assert (folder / "data" / resource["path"]).is_file()
        assert all(f"<code>{column.name}</code>" in page for column in table.columns)
    assert "MIT License" in (folder / data_files.LICENSE_FILE).read_text(encoding="utf-8")


def test_an_act_counts_in_the_month_in_which_it_was_entered(register: Register) -> None:
    tie = register.record.ties[TIE]
    entered = replace(tie.acts[-1], recorded_on=date(2026, 11, 3))
    found = data_files.changes(with_acts(only(register, TIE), tie, *tie.acts[:-1], entered))
    assert [change["act"] for change in found["2026-11"]] == [entered.id]
    assert list(found) == sorted(found)


def test_every_feed_is_read_without_a_fault(register: Register) -> None:
    every = dict(feeds(Site(register, address=ADDRESS)))
    made = {path: text for path, text in every.items() if "<fh:archive/>" not in text}
    assert len(made) == 1 + len({register.state_of(tie) for tie in register.record.ties.values()}) + len(
        register.record.ties
    )
    for path, text in made.items():
        read = feedparser.parse(text.encode())
        assert read.bozo == 0, path
        assert read.version == "atom10"
        links = {link.rel: link.href for link in read.feed.links}
        assert links["self"] == f"{ADDRESS}{path}"
        assert all(entry.link.startswith(ADDRESS) for entry in read.entries)
        assert len({entry.id for entry in read.entries}) == len(read.entries) <= NEWEST


def test_a_feed_that_is_cut_leads_to_all_that_was_before(record: Record) -> None:
    register = Register(record)
    made = dict(feeds(Site(register, address=ADDRESS)))
    read = feedparser.parse(made[addresses.ALL_FEED].encode())
    newest = {entry.id for entry in read.entries}
    id_, found, chain = read.feed.id, dict[str, int](), list[str]()
    while before := {link.rel: link.href for link in read.feed.links}.get("prev-archive"):
        chain.append(before)
        text = made[before.removeprefix(ADDRESS)]
        read = feedparser.parse(text.encode())
        assert read.bozo == 0
        assert "<fh:archive/>" in text
        assert read.feed.id == id_
        links = {link.rel: link.href for link in read.feed.links}
        assert links["current"] == f"{ADDRESS}{addresses.ALL_FEED}"
        assert links.get("next-archive", chain[0]) == (chain[-2] if len(chain) > 1 else chain[0])
        assert len({entry.published[:4] for entry in read.entries}) == 1
        found |= {entry.id: 1 for entry in read.entries}
    assert len(chain) >= 5
    assert newest <= found.keys()
    assert len(found) == sum(len(tie.acts) for tie in register.record.ties.values())


def test_a_feed_that_has_all_says_so(record: Record) -> None:
    register = Register(record)
    made = dict(feeds(Site(register)))
    assert "<fh:complete/>" in made[addresses.tie_feed(TIE)]
    assert "<fh:complete/>" in made[addresses.state_feed("OR")]
    assert "<fh:complete/>" not in made[addresses.ALL_FEED]


def test_a_new_entry_leaves_the_archives_of_other_years_as_they_were(record: Record) -> None:
    register = Register(record)
    tie = register.record.ties[TIE]
    act = replace(tie.acts[-1], id=f"{TIE}.20261120.new", recorded_on=date(2026, 11, 20))
    before = dict(feeds(Site(register)))
    after = dict(feeds(Site(with_acts(register, tie, *tie.acts, act))))
    archives = {path for path, text in before.items() if "<fh:archive/>" in text}
    changed = {path for path in archives if before[path] != after[path]}
    assert changed <= {addresses.feed_archive(addresses.ALL_FEED, year) for year in (2025, 2026)}


def test_an_entry_keeps_its_id_when_it_is_corrected_or_withdrawn_and_says_what_was_wrong(register: Register) -> None:
    tie = register.record.ties[TIE]
    made, path = only(register, TIE), addresses.tie_feed(TIE)
    old = tie.acts[-1]
    new = replace(
        old, id=f"{old.id}-2", replaces=old.id, replaces_why="The day was wrong", recorded_on=date(2026, 11, 20)
    )
    first = feed(Site(made, address=ADDRESS), path)
    corrected = feed(Site(with_acts(made, tie, *tie.acts, new), address=ADDRESS), path)
    assert {entry.id for entry in corrected.entries} == {entry.id for entry in first.entries}
    entry = corrected.entries[0]
    assert entry.id.endswith(f"act/{old.id}")
    assert entry.title.startswith("Corrected: ")
    assert entry.updated.startswith("2026-11-20")
    assert entry.link.endswith(f"#{new.id}")
    assert "The day was wrong" in entry.content[0].value
    gone = replace(new, retracted="It never happened")
    site = Site(with_acts(made, tie, *tie.acts, gone), address=ADDRESS, withdrawn={TIE: date(2026, 11, 25)})
    withdrawn = feed(site, path).entries[0]
    assert (withdrawn.id, withdrawn.updated[:10]) == (entry.id, "2026-11-25")
    assert withdrawn.title.startswith("Withdrawn: ")
    assert "It never happened" in withdrawn.content[0].value


def test_ids_of_entries_do_not_depend_on_where_the_site_is(register: Register) -> None:
    here, there = (feed(Site(register, address=address), addresses.ALL_FEED) for address in (ADDRESS, "https://b.org/"))
    assert [entry.id for entry in here.entries] == [entry.id for entry in there.entries]
    assert all(re.match(r"tag:[a-z.]+,\d{4}:", entry.id) for entry in here.entries)


def test_of_many_acts_a_feed_has_the_newest(register: Register) -> None:
    tie = register.record.ties[TIE]
    acts = [_on(tie.acts[-1], number) for number in range(60)]
    site = Site(with_acts(only(register, TIE), tie, *acts))
    found = feed(site, addresses.ALL_FEED).entries
    assert len(found) == NEWEST
    assert found[0].id.endswith(acts[-1].id)
    assert len(feed(site, addresses.tie_feed(TIE)).entries) == 60


def test_a_feed_holds_what_people_wrote_as_they_wrote_it(register: Register) -> None:
    tie = register.record.ties[TIE]
    act = replace(tie.acts[-1], said='He said ]]> <script> & "no"\u0001\u202e.')
    entry = feed(Site(with_acts(only(register, TIE), tie, act)), addresses.ALL_FEED).entries[0]
    assert "&lt;script&gt;" in entry.content[0].value
    assert "\u202e" not in entry.content[0].value


def _on(act: Act, number: int) -> Act:
    return replace(act, id=f"{act.id}-{number}", date=PartialDate(date(2023, 1 + number // 28, 1 + number % 28)))
