"""Lists: states as people type them, a filter in a custom id, the file for a spreadsheet."""

from __future__ import annotations

import csv
import io
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.card_actions import CardActions
from cogs.kit.routes import TooLongError
from cogs.kit.settings import ROOT
from cogs.lookup.answers.answer import answer
from cogs.lookup.answers.answers_to_choices import list_answer
from cogs.lookup.lists.csv_export import COLUMNS, file_name, ties_csv
from cogs.lookup.lists.one_condition_less import with_one_condition_less_steps
from cogs.lookup.lists.sorting import day_in_order
from cogs.lookup.model import SortOrder, TieFilter, Trait
from cogs.lookup.routes import ListFile, ListPage
from cogs.lookup.views import Cards
from cogs.wording.standing_text import last_searches
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.models import Act, PartialDate, Record, Search, UsState
from db.record.register import Register
from db.record.search_outcomes import SearchOutcome
from db.record.shows import Shows
from db.record.standings import STANDINGS, Standing
from db.record.states import read_states, suggest_states
from tests.pure.test_lookup_views import ids, texts


@pytest.fixture(scope="module")
def register(frozen_register: Register) -> Register:
    """The record of the tests, which stands still."""
    return frozen_register


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
        ("Oregon and Washington, DC", ("OR", "DC")),
        ("Oregon or Washington, D.C.", ("OR", "DC")),
        ("Virginia, Maryland and Washington, D.C.", ("VA", "MD", "DC")),
        ("Washington, Oregon", ("WA", "OR")),
    ],
)
def test_states_are_understood_in_the_usual_spellings(register: Register, typed: str, codes: tuple[str, ...]) -> None:
    found = read_states(typed, register)
    assert found.codes == codes
    assert not found.unknown


def test_regions_keep_their_name_only_where_nothing_else_was_typed(register: Register) -> None:
    assert read_states("New England", register).regions == ("New England",)
    assert read_states("New England, OR", register).regions == ()


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
        states=st.lists(st.sampled_from(sorted(record.states)), unique=True).map(tuple),
        standings=st.lists(st.sampled_from(Standing), unique=True).map(tuple),
        authorities=st.lists(st.sampled_from(Authority), unique=True).map(tuple),
        levels=st.lists(st.sampled_from(Level), unique=True).map(tuple),
        since=days,
        until=days,
        founded=st.booleans(),
        text=st.text(st.characters(blacklist_categories=["C"]), max_size=28),
        without=st.lists(st.sampled_from(sorted(record.places)), unique=True, max_size=3).map(tuple),
        where=st.sampled_from(["", *(region.name for region in record.regions.values())]),
        order=st.sampled_from(SortOrder),
    )


@given(data=st.data(), page=st.integers(0, 9999))
def test_a_filter_comes_back_from_a_custom_id_as_it_was_or_does_not_fit(
    register: Register, data: st.DataObject, page: int
) -> None:
    chosen = data.draw(filters(register.record))
    try:
        made = ListPage(page, chosen).pack()
    except TooLongError:
        return
    assert ":" not in made
    assert ListPage.read(made) == ListPage(page, chosen)
    assert ListFile.read(ListFile(chosen).pack()) == ListFile(chosen)


@pytest.mark.parametrize("standings", [(), (Standing.SUSPENDED,), tuple(Standing)[1:]])
def test_the_names_of_a_region_and_of_most_states_fit(register: Register, standings: tuple[Standing, ...]) -> None:
    for region in register.record.regions.values():
        assert ListPage(99, TieFilter(region.states, standings, where=region.name)).pack()
    most = tuple(register.record.states)[:35]
    assert ListPage(99, TieFilter(most, standings)).pack()


def test_what_does_not_fit_is_said_and_no_button_shows_another_list(register: Register) -> None:
    cards = Cards(register, CardActions())
    named = TieFilter(tuple(register.record.states)[:40], where="Everywhere else")
    shown = cards.answer(list_answer(named, register))
    assert ListPage(1, replace(named, where="")).pack() in ids(shown)
    everywhere = TieFilter(tuple(register.record.states), tuple(Standing))
    shown = cards.answer(list_answer(everywhere, register))
    assert "Ask for fewer states or places at a time." in texts(shown)
    assert ids(shown) == ["open/1"]


def test_the_codes_of_standings_are_unique_and_mean_what_they_meant() -> None:
    codes = {facts.code: standing.value for standing, facts in STANDINGS.items()}
    assert len(codes) == len(STANDINGS)
    assert codes.items() >= {
        ("a", "active"),
        ("s", "suspended"),
        ("e", "ended"),
        ("d", "dormant"),
        ("c", "disputed"),
        ("u", "unconfirmed"),
    }


OREGON_AND_WASHINGTON = TieFilter(("OR", "WA"), (Standing.ACTIVE, Standing.SUSPENDED), order=SortOrder.NEWEST)
_ENUM = re.compile(r'(class (?:Standing|Authority|Level|SortOrder)\(StrEnum\):\n(?: +""".*\n\n)?)')
UNTYPED = "ties:1:802000000000:01:::::10:::"


def test_a_button_lists_the_same_with_more_states_in_the_register(register: Register) -> None:
    more = {**register.record.states, "PR": UsState("PR", "Puerto Rico"), "GU": UsState("GU", "Guam")}
    larger = Register(replace(register.record, states=dict(sorted(more.items()))))
    for custom_id in (ListPage(1, OREGON_AND_WASHINGTON).pack(), UNTYPED):
        found = ListPage.read(custom_id)
        assert found == ListPage(1, OREGON_AND_WASHINGTON)
        rows = list_answer(found.filter, larger).rows
        assert {larger.state_of(larger.tie(name)) for name in rows} == {"OR"}
        assert rows == list_answer(OREGON_AND_WASHINGTON, register).rows


def test_a_button_means_the_same_with_another_member_in_each_enum(tmp_path: Path) -> None:
    """In a copy of the code, in which standings, authorities, levels and orders begin with a new one."""
    for room in ("cogs", "db"):
        shutil.copytree(ROOT / room, tmp_path / room)
    (tmp_path / "data").symlink_to(ROOT / "data")
    for name in ("db/record/standings", "db/record/authorities", "db/record/levels", "cogs/lookup/model"):
        file = tmp_path / f"{name}.py"
        file.write_text(_ENUM.sub(r'\1    NEW = "new"\n', file.read_text()))
    # What is known of the new ones is not the matter here.
    (tmp_path / "db/record/fact_tables.py").write_text("def complete(enum, table): return table\n")
    program = (
        "import sys; from cogs.lookup.routes import ListPage; from cogs.lookup.model import *\n"
        "assert next(iter(Standing)) == next(iter(Level)) == next(iter(Authority)) == next(iter(SortOrder)) == 'new'\n"
        "print(*map(ListPage.read, sys.argv[1:]), sep='\\n')"
    )
    asked = [ListPage(1, OREGON_AND_WASHINGTON).pack(), UNTYPED]
    told = subprocess.run(
        [sys.executable, "-c", program, *asked], cwd=tmp_path, check=True, capture_output=True, text=True
    ).stdout
    assert told.splitlines() == [str(ListPage(1, OREGON_AND_WASHINGTON))] * 2


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
    first, second = (
        Search(PartialDate(date(2026, 11, day)), "the city's page", SearchOutcome.NOTHING_FURTHER) for day in (22, 25)
    )
    eugene, portland = (replace(tie, searches=(first,)) for tie in (eugene, portland))
    fresh = replace(eugene, searches=(first, second))
    never = replace(portland, searches=())
    assert last_searches([eugene]) == "News was last searched for on 22 November 2026."
    assert last_searches([fresh, portland]) == "News of each was last searched for in November 2026."
    told = "News was last searched for on 22 November 2026; for 1 of them nobody has searched yet."
    assert last_searches([eugene, never]) == told
    older = replace(portland, searches=(replace(first, date=PartialDate.parse("2025-03")),))
    told = "News of each was last searched for between March 2025 and November 2026."
    assert last_searches([eugene, older]) == told
    assert last_searches([never]) == "Nobody has searched for news yet."
    assert last_searches([]) == ""


def test_an_unconfirmed_tie_has_no_act(register: Register) -> None:
    listed_as_pair = next(tie for tie in register.record.ties.values() if register.status(tie.id).basis is None)
    unclear = replace(listed_as_pair.listings[0], shows=Shows.UNCLEAR, sources=(next(iter(register.record.sources)),))
    tie = replace(listed_as_pair, listings=(*listed_as_pair.listings, unclear))
    [row] = rows(ties_csv([tie], register))
    assert (row["standing"], row["as_of"], row["act"]) == ("unconfirmed", "", "")
    pairs = [listing for listing in tie.listings if listing.shows is Shows.PAIR]
    assert 0 < len(pairs) < len(tie.listings)
    listed = [register.record.sources[name].url for listing in pairs for name in listing.sources]
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


def test_what_was_suspended_in_a_time_counts_whatever_came_of_it_since(frozen_register: Register, today: date) -> None:
    fresh = Register(frozen_register.record)
    tie = fresh.tie("portland-or--khabarovsk")
    source = next(iter(fresh.record.sources))
    made = [
        Act(str(kind), PartialDate(day), kind, "the council", Authority.COUNCIL, "It was decided.", (source,))
        for kind, day in ((ActKind.SUSPENDED, date(2026, 11, 3)), (ActKind.ENDED, date(2026, 11, 27)))
    ]
    fresh.replace_tie(replace(tie, acts=(*tie.acts, *made)))
    found = answer("What was suspended in November 2026?", fresh, today)
    assert found.rows == (tie.id,)
    said = found.parts[0].lines[0].text
    assert said.startswith("With a suspension of November 2026: 1 of 14 ties on record (now 1 ended).")


@pytest.mark.parametrize(
    ("dated", "note", "order", "day"),
    [
        ("2022-03-07", None, SortOrder.OLDEST, date(2022, 3, 7)),
        ("2022-03", "Reported as done on 10 March 2022; the day is not known.", SortOrder.OLDEST, date(2022, 3, 31)),
        ("2022-06", None, SortOrder.NEWEST, date(2022, 6, 1)),
        ("2022", "A Monday after 15 March 2022; the day is not known.", SortOrder.OLDEST, date(2022, 3, 16)),
        ("2022", "A Monday after 15 March 2022; the day is not known.", SortOrder.NEWEST, date(2022, 3, 16)),
        ("2022", None, SortOrder.OLDEST, date(2022, 12, 31)),
        ("2022", None, SortOrder.NEWEST, date(2022, 1, 1)),
        ("2022", "After 2030, so it seems.", SortOrder.NEWEST, date(2022, 1, 1)),
    ],
)
def test_dates_that_are_not_exact_are_sorted_by_the_first_day_they_may_be(
    register: Register, dated: str, note: str | None, order: SortOrder, day: date
) -> None:
    """As a note tells more closely; a year or month without more is behind all else of it, in either order."""
    act = next(act for tie in register.record.ties.values() for act in tie.acts)
    assert day_in_order(replace(act, date=PartialDate.parse(dated), date_note=note), order) == day


def test_each_list_near_to_an_empty_one_is_a_step_of_its_own(register: Register) -> None:
    chosen = TieFilter(
        standings=(Standing.ACTIVE,), authorities=(Authority.ASSOCIATION,), traits=(Trait.NO_ACT, Trait.UNANIMOUS)
    )
    conditions = 4
    assert len([*with_one_condition_less_steps(chosen, register)]) == conditions
