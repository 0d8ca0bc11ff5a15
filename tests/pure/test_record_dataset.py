"""The shipped dataset is whole: every id that the research found, and the standing that must follow for every tie."""

from __future__ import annotations

import filecmp
import resource
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from db.record.codec import to_plain
from db.record.dataset import DATA, future_dates, load_dataset
from db.record.derivation import derive
from db.record.models import Country, Record
from db.record.toml_export import export_toml

EXPECTED: dict[str, Any] = tomli.loads(
    (Path(__file__).parent.parent / "expected_standings.toml").read_text(encoding="utf-8")
)
TIES: dict[str, Any] = EXPECTED["ties"]


@pytest.mark.parametrize("kind", ["places", "sources", "talking_points", "ukraine_ties", "ties"])
def test_nothing_that_was_found_is_lost(record: Record, kind: str) -> None:
    assert set(EXPECTED[kind]) <= set(getattr(record, kind))


def test_every_act_listing_and_search_that_was_found_is_there(record: Record) -> None:
    for name, expected in TIES.items():
        tie = record.ties[name]
        acts = [act.id for act in tie.acts]
        assert [act for act in acts if act in expected["acts"]] == expected["acts"], name
        assert set(expected["listings"]) <= {listing.id for listing in tie.listings}, name
        assert len(tie.searches) >= expected["searches"], name


def test_every_tie_has_the_standing_that_the_research_found_and_from_the_same_act(record: Record) -> None:
    found = {name: derive(record.ties[name]) for name in TIES}
    assert {name: str(status.standing) for name, status in found.items()} == {
        name: expected["standing"] for name, expected in TIES.items()
    }
    assert {name: status.basis.id if status.basis else None for name, status in found.items()} == {
        name: expected.get("basis") for name, expected in TIES.items()
    }


def test_every_tie_of_the_2022_list_is_there(record: Record) -> None:
    listed = {name for name, tie in record.ties.items() if tie.on_2022_list}
    assert listed == {name for name, expected in TIES.items() if expected["on_2022_list"]}
    assert len(listed) == 69


def test_the_petition_names_its_page_count_and_goal(record: Record) -> None:
    petition = record.petition
    assert petition is not None
    assert (petition.count, petition.goal, petition.count_as_of) == (18_900, 25_000, None)
    assert record.sources[petition.source].url == petition.url


def test_other_places_states_and_regions_are_known(record: Record) -> None:
    assert len(record.other_places) >= 9_519
    assert any(place.name == "Portland" and place.state == "TX" for place in record.other_places)
    assert any(place.name == "Sevastopol" and place.country is Country.UA for place in record.other_places)
    assert len(record.states) == 51
    assert record.regions["pacific-northwest"].states == ("OR", "WA")


def test_no_date_is_in_the_future_on_the_day_of_the_search(record: Record) -> None:
    assert future_dates(record, date(2026, 11, 28)) == ()


def test_a_clock_that_is_behind_makes_warnings_that_name_the_entry(record: Record) -> None:
    lines = [str(fault) for fault in future_dates(record, date(2026, 1, 1))]
    act = "la-crosse-wi--dubna.20260126.confirmed"
    assert f"ties/WI.toml: {act}: date: 2026-01-26 is in the future (today is 2026-01-01); check the date" in lines


def test_a_coming_hearing_is_no_mistake(record: Record) -> None:
    tie = record.ties["juneau-ak--vladivostok"]
    proposed = replace(tie.acts[0], hearing=date(2030, 1, 1))
    announced = replace(record, ties={tie.id: replace(tie, acts=(proposed, *tie.acts[1:]))})
    assert future_dates(announced, date(2026, 11, 28)) == ()


def test_what_is_exported_loads_as_the_same_record_in_the_same_order(record: Record, tmp_path: Path) -> None:
    export_toml(record, tmp_path)
    loaded = load_dataset(tmp_path)
    assert loaded == record
    assert list(loaded.ties) == list(record.ties)
    assert list(loaded.sources) == list(record.sources)


def files_of(folder: Path) -> list[str]:
    return sorted(str(file.relative_to(folder)) for file in folder.rglob("*") if file.is_file())


def test_what_is_exported_is_what_ships_byte_for_byte_letters_too(record: Record, tmp_path: Path) -> None:
    export_toml(record, tmp_path)
    assert {"letters/end-1.txt", "shared_names.toml", "vocabulary/months.toml"} <= set(files_of(DATA))
    assert files_of(tmp_path) == files_of(DATA)
    same, differing, missing = filecmp.cmpfiles(DATA, tmp_path, files_of(DATA), shallow=False)
    assert (sorted(same), differing, missing) == (files_of(DATA), [], [])


def test_a_second_export_writes_the_same_bytes(record: Record, tmp_path: Path) -> None:
    export_toml(record, tmp_path / "one")
    export_toml(load_dataset(tmp_path / "one"), tmp_path / "two")
    names = files_of(tmp_path / "one")
    same, differing, missing = filecmp.cmpfiles(tmp_path / "one", tmp_path / "two", names, shallow=False)
    assert (sorted(same), differing, missing) == (names, [], [])


def test_an_export_that_finds_no_room_leaves_what_was_there(record: Record, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    export_toml(record, folder)
    before = {name: (folder / name).read_bytes() for name in files_of(folder)}
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    less = replace(record, ties=dict(list(record.ties.items())[:3]))
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(before["sources.toml"]) // 2, hard))
        with pytest.raises(OSError, match="too large"):
            export_toml(less, folder)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert {name: (folder / name).read_bytes() for name in files_of(folder)} == before


def test_an_exported_file_keeps_the_words_at_its_head(record: Record, tmp_path: Path) -> None:
    export_toml(record, tmp_path)
    for name in ("ties/OR.toml", "sources.toml", "petition.toml"):
        head = (tmp_path / name).read_text(encoding="utf-8").partition("\n\n")[0]
        assert head.startswith("# ")
        assert head == (DATA / name).read_text(encoding="utf-8").partition("\n\n")[0]


def test_the_example_at_the_head_of_a_ties_file_is_an_act_of_the_record(record: Record) -> None:
    head = (DATA / "ties/AK.toml").read_text(encoding="utf-8").partition("\n\n[[tie]]")[0]
    example = "\n".join(line.removeprefix("#").strip() for line in head.splitlines() if line.startswith("#   "))
    shown = tomli.loads(f"[[tie]]\n{example}")["tie"][0]["act"][0]
    act = next(act for act in record.ties["eugene-or--irkutsk"].acts if act.id == shown["id"])
    assert shown == to_plain(act)
