"""What lists can be narrowed and sorted by: every row says itself, and holds what it says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.lookup.answers.answer import answer
from cogs.lookup.answers.answers_to_choices import list_answer
from cogs.lookup.lists.filter_phrases import span
from cogs.lookup.lists.filters import ROWS, fitting, looked_at, set_rows
from cogs.lookup.lists.list_sentences import legend
from cogs.lookup.lists.lists import list_part
from cogs.lookup.lists.sorting import SORTS, in_order, row_detail
from cogs.lookup.lists.traits import TRAITS
from cogs.lookup.model import KIND_CODES, ConditionOf, How, Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.routes import ListPage
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION
from db.record.levels import Level
from db.record.models import Act, PartialDate, Tie
from db.record.parts_of_russia import PARTS_OF_RUSSIA
from db.record.register import Register
from db.record.standings import Standing
from tests.world import NOW

# Fields that order, cut or name a list, or go with another field, and do not narrow it.
NO_ROWS = {
    "by_each",
    "order",
    "sort",
    "most",
    "share",
    "where",
    "founded",
    "as_of",
    "look",
    "until",
    "lacking",
    "made_until",
    "details",
}
NARROWED = {
    "states": ("OR",),
    "standings": (Standing.SUSPENDED,),
    "authorities": (Authority.COUNCIL,),
    "levels": (Level.SISTER_STATE,),
    "since": date(2023, 1, 1),
    "made_since": date(1991, 1, 1),
    "text": "mosc",
    "without": ("portland-or",),
    "how": How.VOTE,
    "region": "Siberia",
    "traits": (Trait.CONDITION,),
    "over": 100_000,
    "under": 50_000,
    "russian_over": 500_000,
    "russian_under": 50_000,
    "outside": ("CA", "NY"),
    "conditions": (ConditionOf.PEACE,),
    "vote": "5–0",
    "not_so": (Trait.OF_COUNTY, Trait.UKRAINIAN_PARTNER),
}


def with_acts(tie: Tie, *made: tuple[ActKind, date], hearing: date | None = None) -> Tie:
    """The tie with more acts, of a council, at its end."""
    source = tie.acts[0].sources
    acts = [
        Act(f"{tie.id}.{kind}", PartialDate(day), kind, "the council", Authority.COUNCIL, "It was decided.", source,
            hearing=hearing)
        for kind, day in made
    ]  # fmt: skip
    return replace(tie, acts=(*tie.acts, *acts))


def said(chosen: TieFilter, register: Register) -> str:
    """The first paragraph above a list."""
    return list_part(chosen, register).lines[0].text


@pytest.mark.parametrize("field", sorted(NARROWED))
def test_each_field_narrows_the_list_says_so_and_fits_into_a_button(register: Register, field: str) -> None:
    chosen = TieFilter(**{field: NARROWED[field]})  # type: ignore[arg-type]
    [row] = set_rows(chosen, register)
    phrase = row.says(chosen, register)
    ties = fitting(chosen, register)
    assert 0 < len(ties) < len(register.record.ties)
    told = said(chosen, register)
    assert told.casefold().startswith(f"{phrase}: {len(ties)} of 106 ties on record".casefold())
    assert ListPage.read(ListPage(1, chosen).pack()) == ListPage(1, chosen)


def test_no_field_is_forgotten() -> None:
    assert {field.name for field in fields(TieFilter)} == NO_ROWS | NARROWED.keys() | {"kinds"}
    assert len(ROWS) == len(set(map(id, ROWS)))


@pytest.mark.parametrize("kind", ActKind)
def test_ties_with_an_act_of_a_kind_are_listed_whatever_came_since(register: Register, kind: ActKind) -> None:
    chosen = TieFilter(look=Look.ACTS, kinds=(kind,))
    ties = fitting(chosen, register)
    assert {tie.id for tie in ties} == {
        tie.id for tie in register.record.ties.values() if any(act.kind is kind for act in tie.acts)
    }
    told = said(chosen, register)
    assert told.startswith(f"No tie with {ACT_NOUNS[kind]} is on record." if not ties else f"With {ACT_NOUNS[kind]}: ")


ACT_NOUNS = {
    ActKind.ESTABLISHED: "a beginning",
    ActKind.CONFIRMED: "a word that it stands",
    ActKind.KEPT: "a decision not to cut it",
    ActKind.PROPOSED: "a proposal",
    ActKind.ENDED: "an ending",
    ActKind.SUSPENDED: "a suspension",
    ActKind.RESUMED: "a resumption",
    ActKind.DORMANT: "a report without contact",
    ActKind.STATEMENT: "a statement",
}


@pytest.mark.parametrize("trait", Trait)
def test_each_trait_says_itself_and_holds_of_what_it_lists(register: Register, trait: Trait) -> None:
    chosen = TieFilter(traits=(trait,))
    ties = fitting(chosen, register)
    assert all(TRAITS[trait].fits(tie, register) for tie in ties)
    assert TRAITS[trait].says.casefold() in said(chosen, register).casefold()


def test_codes_of_kinds_are_unique_and_mean_what_they_meant() -> None:
    assert {code: str(kind) for kind, code in KIND_CODES.items()} == {
        "b": "established",
        "c": "confirmed",
        "k": "kept",
        "p": "proposed",
        "e": "ended",
        "s": "suspended",
        "r": "resumed",
        "d": "dormant",
        "w": "statement",
    }


def sorted_lists() -> Iterator[TieFilter]:
    for sort in SortBy:
        for order in (SortOrder.NEWEST, SortOrder.OLDEST):
            look = Look.HEARINGS if sort is SortBy.HEARING else Look.BEHIND
            yield TieFilter(sort=sort, order=order, look=look)


@pytest.mark.parametrize("chosen", list(sorted_lists()))
def test_a_sorted_list_is_in_order_tells_its_first_and_names_what_it_leaves_out(
    frozen_register: Register, chosen: TieFilter
) -> None:
    register = Register(frozen_register.record)
    for number, name in enumerate(("portland-or--khabarovsk", "chicago-il--moscow")):
        heard = date(2026, 12, 1 + number)
        register.replace_tie(with_acts(register.tie(name), (ActKind.PROPOSED, date(2026, 11, 20)), hearing=heard))
    rows = [register.tie(name) for name in list_answer(chosen, register).rows]
    values = [SORTS[chosen.sort].value(tie, chosen, register) for tie in rows]
    known = [value for value in values if value is not None]
    assert len(known) == len(rows) > 1
    assert known == sorted(known, reverse=chosen.order is SortOrder.NEWEST)
    told = said(chosen, register)
    assert SORTS[chosen.sort].first(rows[0], chosen, register) in told
    left = len(fitting(chosen, register)) - len(rows)
    assert (f"{left} of them" in told) == (left > 0)


def test_what_a_list_is_sorted_by_stands_in_its_rows(register: Register) -> None:
    chosen = TieFilter(sort=SortBy.FOUNDED, order=SortOrder.OLDEST)
    for name in list_answer(chosen, register).rows:
        tie = register.tie(name)
        assert row_detail(tie, chosen, register).startswith(f"Began in {tie.since}. ")


def test_a_list_is_alphabetical_within_its_state(register: Register) -> None:
    rows = [register.tie(name) for name in list_answer(TieFilter(), register).rows]
    names = [(register.record.states[register.state_of(tie)].name, register.place(tie.us).name) for tie in rows]
    assert names == sorted(names)
    assert len(rows) == len(register.record.ties)


def test_a_change_is_an_act_by_which_the_standing_changed(frozen_register: Register) -> None:
    register = Register(frozen_register.record)
    tie = register.tie("portland-or--khabarovsk")
    day = date(2026, 11, 3)
    made = with_acts(tie, (ActKind.CONFIRMED, day), (ActKind.SUSPENDED, day), (ActKind.STATEMENT, day))
    register.replace_tie(made)
    assert register.index.changes(made.id)[-1].kind is ActKind.SUSPENDED
    chosen = TieFilter(look=Look.CHANGES, since=day)
    assert [found.id for found in fitting(chosen, register)] == [tie.id]
    register.replace_tie(with_acts(tie, (ActKind.CONFIRMED, day)))
    assert not fitting(chosen, register)


def test_standings_of_a_day_are_those_of_that_day(frozen_register: Register) -> None:
    register = Register(frozen_register.record)
    tie = register.tie("portland-or--khabarovsk")
    register.replace_tie(with_acts(tie, (ActKind.SUSPENDED, date(2026, 11, 3)), (ActKind.ENDED, date(2026, 11, 27))))
    for day, standing in ((date(2026, 11, 2), Standing.ACTIVE), (date(2026, 11, 26), Standing.SUSPENDED)):
        chosen = TieFilter(standings=(standing,), as_of=day, states=("OR",))
        assert tie.id in list_answer(chosen, register).rows
        assert "now " in said(chosen, register)


def test_a_suspension_that_became_an_ending_is_named_beside_those_that_stand(frozen_register: Register) -> None:
    register = Register(frozen_register.record)
    tie = register.tie("portland-or--khabarovsk")
    register.replace_tie(with_acts(tie, (ActKind.SUSPENDED, date(2026, 11, 3)), (ActKind.ENDED, date(2026, 11, 27))))
    assert "1 more was suspended earlier, and has since ended." in said(
        TieFilter(standings=(Standing.SUSPENDED,)), register
    )


def test_coming_hearings_are_listed_by_their_day(frozen_register: Register) -> None:
    register = Register(frozen_register.record)
    tie = register.tie("portland-or--khabarovsk")
    register.replace_tie(with_acts(tie, (ActKind.PROPOSED, date(2026, 11, 20)), hearing=date(2026, 12, 9)))
    found = answer("are there any hearings coming up?", register, NOW.date())
    assert found.rows == (tie.id,)
    told = found.parts[0].lines[0].text
    assert "With a hearing of 28 November 2026 or later: 1 of 14 ties" in told
    assert "The first hearing is on Portland, Oregon – Khabarovsk, 9 December 2026." in told
    past = answer("which hearings were held already", register, NOW.date())
    assert past.rows == ()


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        (date(2022, 1, 1), date(2022, 12, 31), "of 2022"),
        (date(2022, 1, 1), date(2023, 12, 31), "of 2022 to 2023"),
        (date(2026, 11, 1), date(2026, 11, 30), "of November 2026"),
        (date(2022, 1, 1), date(2022, 6, 30), "of January 2022 to June 2022"),
        (date(2022, 3, 7), date(2022, 3, 7), "of 7 March 2022"),
        (date(2022, 3, 7), date(2022, 4, 1), "from 7 March 2022 to 1 April 2022"),
        (date(2024, 1, 1), None, "of 2024 or later"),
        (date(2022, 7, 1), None, "of July 2022 or later"),
        (date(2022, 2, 24), None, "since the invasion of 24 February 2022"),
        (None, date(2022, 12, 31), "before 2023"),
        (None, date(2022, 2, 23), "before the invasion of 24 February 2022"),
        (None, None, ""),
    ],
)
def test_a_time_is_named_as_people_name_it(since: date | None, until: date | None, told: str) -> None:
    assert span(since, until) == told


def test_every_region_of_the_record_is_in_one_part_of_russia(register: Register) -> None:
    regions = {place.region for place in register.record.places.values() if place.region}
    for region in regions:
        assert len([part for part, names in PARTS_OF_RUSSIA.items() if region in names]) == 1, region


def test_the_legend_has_a_shape_and_a_word_for_each_standing() -> None:
    told = legend(Standing).split(" · ")
    assert told[:3] == ["● active", "◐ suspended, not ended", "○ ended"]
    assert told[3:] == ["◇ dormant, no formal ending found", "▲ disputed", "? unconfirmed"]


# Days of the record, and the invasion.
DAYS = st.one_of(st.none(), st.dates(date(2021, 6, 1), date(2026, 12, 31)), st.just(INVASION))


@given(
    st.sampled_from(Look),
    st.sets(st.sampled_from(ActKind), max_size=3),
    st.sets(st.sampled_from(Standing), max_size=2),
    DAYS,
    DAYS,
    st.sampled_from([None, *How]),
    st.booleans(),
)
def test_the_index_leaves_out_no_tie_that_fits(
    register: Register,
    look: Look,
    kinds: set[ActKind],
    standings: set[Standing],
    since: date | None,
    until: date | None,
    how: How | None,
    founded: bool,
) -> None:
    chosen = TieFilter(
        look=look, kinds=(*kinds,), standings=(*standings,), since=since, until=until, how=how, founded=founded
    )
    rows = set_rows(chosen, register)
    ties = map(register.tie, register.index.in_order())
    plainly = [tie.id for tie in ties if all(row.fits(tie, chosen, register) for row in rows)]
    assert [tie.id for tie in fitting(chosen, register)] == plainly


@given(
    kinds=st.sets(st.sampled_from(ActKind), max_size=2),
    since=st.none() | st.sampled_from([INVASION, date(2022, 3, 1), date(2022, 3, 15), date(2023, 1, 1)]),
    until=st.none() | st.sampled_from([date(2022, 3, 14), date(2022, 12, 31), date(2024, 6, 30)]),
    order=st.sampled_from([SortOrder.NEWEST, SortOrder.OLDEST]),
)
def test_the_index_lists_and_sorts_by_days_as_a_look_at_each_tie_does(
    register: Register, kinds: set[ActKind], since: date | None, until: date | None, order: SortOrder
) -> None:
    chosen = TieFilter(look=Look.ACTS, kinds=tuple(sorted(kinds)), since=since, until=until, order=order)
    fits = [tie for tie in fitting(TieFilter(), register) if looked_at(tie, chosen, register)]
    assert list(fitting(chosen, register)) == fits
    by_day = sorted(
        fits,
        key=lambda tie: SORTS[SortBy.ACT].value(tie, chosen, register) or 0,
        reverse=order is SortOrder.NEWEST,
    )
    assert in_order(fits, chosen, register) == by_day
