"""Lists: states as people type them, a filter in a custom id, the file for a spreadsheet."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.components import custom_id
from cogs.lookup.csv_export import COLUMNS, file_name, ties_csv
from cogs.lookup.filter_codec import LONGEST_TEXT, pack, unpack
from cogs.lookup.model import SortOrder, TieFilter
from cogs.wording.standing_text import last_searches
from db.record.authorities import Authority
from db.record.models import PartialDate, Record, Search, SearchOutcome
from db.record.register import Register
from db.record.standings import Standing
from db.record.states import read_states, suggest_states


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("OR", ("OR",)),
        ("or", ("OR",)),
        ("oregon", ("OR",)),
        ("Oregn", ("OR",)),
        ("Wash.", ("WA",)),
        ("D.C.", ("DC",)),
        ("new hampshire", ("NH",)),
        ("OR, WA, California", ("OR", "WA", "CA")),
        ("Oregon and Washington", ("OR", "WA")),
        ("Pacific Northwest", ("OR", "WA")),
        ("the pacific northwest", ("OR", "WA")),
        ("PNW, ME", ("ME", "OR", "WA")),
        ("Калифорния", ("CA",)),
    ],
)
def test_states_are_understood_in_the_usual_spellings(register: Register, typed: str, codes: tuple[str, ...]) -> None:
    found = read_states(typed, register)
    assert found.codes == codes
    assert not found.unknown


def test_regions_keep_their_name_only_where_nothing_else_was_typed(register: Register) -> None:
    assert read_states("New England", register).where == "New England"
    assert read_states("New England, OR", register).where == ""


@pytest.mark.parametrize("typed", ["Ontario", "Khabarovsk", "🙂", "x", "OR, Nowhereland"])
def test_what_is_no_state_is_named(register: Register, typed: str) -> None:
    assert read_states(typed, register).unknown == (typed.rsplit(", ", maxsplit=1)[-1],)


@given(typed=st.text(max_size=80))
def test_any_text_can_be_read_and_suggested_for(register: Register, typed: str) -> None:
    found = read_states(typed, register)
    assert set(found.codes) <= set(register.record.states)
    offered = suggest_states(typed, register)
    assert len(offered) <= 25
    assert all(read_states(name, register).codes for name in offered)


def test_suggestions_begin_with_what_is_typed(register: Register) -> None:
    assert suggest_states("or", register)[0] == "Oregon"
    assert suggest_states("new e", register) == ["New England"]
    assert len(suggest_states("", register)) == 25


def filters(record: Record) -> st.SearchStrategy[TieFilter]:
    """Any filter that a question or a command can make."""
    days = st.none() | st.dates(date(1940, 1, 1), date(2100, 1, 1))
    return st.builds(
        TieFilter,
        states=st.lists(st.sampled_from(sorted(record.states)), unique=True).map(sorted).map(tuple),
        standings=st.lists(st.sampled_from(Standing), unique=True).map(tuple),
        authorities=st.lists(st.sampled_from(Authority), unique=True).map(tuple),
        since=days,
        until=days,
        text=st.text(st.characters(blacklist_characters=":", blacklist_categories=("Z", "C")), max_size=LONGEST_TEXT),
        order=st.sampled_from(SortOrder),
    )


@given(data=st.data(), page=st.integers(0, 9999))
def test_every_filter_fits_into_a_custom_id_and_comes_back(register: Register, data: st.DataObject, page: int) -> None:
    chosen = data.draw(filters(register.record))
    made = custom_id("ties", page, *pack(chosen, register))
    assert unpack(made.split(":")[2:], register) == chosen


def test_the_name_of_a_region_comes_back_unless_the_text_leaves_no_room(register: Register) -> None:
    chosen = TieFilter(("OR", "WA"), where="Pacific Northwest")
    assert unpack(pack(chosen, register), register) == chosen
    crowded = replace(chosen, text="x" * LONGEST_TEXT)
    assert unpack(pack(crowded, register), register).where == ""


@pytest.mark.parametrize("parts", [[], ["zz", "", "", "", "", "0", "", ""], ["", "9", "", "", "", "0", "", ""]])
def test_a_filter_of_an_earlier_version_is_refused(register: Register, parts: list[str]) -> None:
    with pytest.raises(ValueError, match="no filter"):
        unpack(parts, register)


def rows(made: bytes) -> list[dict[str, str]]:
    """A file read as a spreadsheet reads it."""
    return list(csv.DictReader(io.StringIO(made.decode("utf-8-sig"), newline="")))


def test_the_file_has_every_tie_with_its_standing_act_and_sources(register: Register) -> None:
    made = ties_csv(register.record.ties.values(), register)
    assert made.startswith(b"\xef\xbb\xbf")
    found = {row["tie"]: row for row in rows(made)}
    assert list(found) == list(register.record.ties)
    chicago = found["chicago-il--moscow"]
    assert tuple(chicago) == COLUMNS
    assert (chicago["state"], chicago["standing"], chicago["as_of"]) == ("IL", "suspended", "2022-03-01")
    assert "https://" in chicago["sources"]
    assert chicago["last_search"].startswith("2026-11")


def test_a_list_says_when_each_of_its_ties_was_last_searched_for(register: Register) -> None:
    ties = dict(register.record.ties)
    eugene, portland = ties["eugene-or--irkutsk"], ties["portland-or--khabarovsk"]
    looked = Search(PartialDate(date(2026, 11, 28)), "the city's page", SearchOutcome.NOTHING_FURTHER)
    fresh = replace(eugene, searches=(*eugene.searches, looked))
    never = replace(portland, searches=())
    assert last_searches([eugene]) == "Last search for news: 22 November 2026."
    assert last_searches([fresh, portland]) == "Last search for news of each: 22 November 2026 or later."
    assert last_searches([eugene, never]) == "Last search for news: 22 November 2026; 1 was not searched for yet."
    assert last_searches([never]) == "Nobody has searched for news yet."
    assert last_searches([]) == ""


def test_an_unconfirmed_tie_has_no_act(register: Register) -> None:
    tie = next(tie for tie in register.record.ties.values() if register.status(tie.id).basis is None)
    [row] = rows(ties_csv([tie], register))
    assert (row["standing"], row["as_of"], row["act"]) == ("unconfirmed", "", "")
    listed = [register.record.sources[name].url for listing in tie.listings for name in listing.sources]
    assert row["sources"].split() == list(dict.fromkeys(listed))


@given(first=st.sampled_from("=+-@"), text=st.text(max_size=20))
def test_no_cell_is_a_formula(register: Register, first: str, text: str) -> None:
    tie = register.tie("chicago-il--moscow")
    changed = replace(tie, acts=tuple(replace(act, actor=first + text) for act in tie.acts))
    ties = {**register.record.ties, tie.id: changed}
    known = Register(
        Record(places=register.record.places, ties={tie.id: ties[tie.id]}, sources=register.record.sources)
    )
    assert (
        not ties_csv([changed], known).decode("utf-8-sig").split("\r\n")[1].split(",")[10].lstrip('"').startswith(first)
    )


def test_the_file_is_named_by_the_day() -> None:
    assert file_name(date(2026, 11, 28)) == "tiewatch-ties-2026-11-28.csv"
