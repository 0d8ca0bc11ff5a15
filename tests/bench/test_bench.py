"""The benchmarks measure what they say: the made-up records are sound, the budgets are read the right way round."""

from __future__ import annotations

from itertools import chain, islice

import pytest

from cogs.kit.routes import MAX_CUSTOM_ID, route_name
from db.record.models import Country, Record
from tests.bench import presses
from tests.bench.figures import Figure, table
from tests.bench.hostile_ids import HostileIds
from tests.bench.questions import KINDS, questions, typed
from tests.bench.synthetic import grown
from tests.pure.test_routes_listed import declared


def test_a_grown_record_has_so_many_ties_and_no_pair_twice(record: Record) -> None:
    larger = grown(record, 9_000)
    assert len(larger.ties) == 9_000
    assert len({(tie.us, tie.ru) for tie in larger.ties.values()}) == 9_000
    assert set(record.ties) < set(larger.ties)
    for tie in larger.ties.values():
        assert larger.places[tie.us].country is Country.US
        assert larger.places[tie.ru].country is Country.RU
    ids = [act.id for act in chain.from_iterable(tie.acts for tie in larger.ties.values())]
    assert len(ids) == len(set(ids))


def test_a_place_with_a_made_up_tie_is_no_longer_one_without(record: Record) -> None:
    larger = grown(record, 2_000)
    tied = {(place.country, place.name, place.state or "") for place in larger.places.values()}
    assert not [place for place in larger.other_places if (place.country, place.name, place.state) in tied]


@pytest.mark.parametrize("kind", KINDS)
def test_the_same_questions_are_asked_each_time(record: Record, kind: str) -> None:
    for make in (questions, typed):
        assert make(record, kind, 50) == make(record, kind, 50)
        assert len(set(make(record, kind, 50))) > 5


@pytest.mark.parametrize(
    ("value", "at_least", "verdict"),
    [(0.4, False, "aim"), (0.9, False, "must"), (1.1, False, "MISSED"), (1.1, True, "aim"), (0.4, True, "MISSED")],
)
def test_a_figure_meets_its_budget_or_not(value: float, at_least: bool, verdict: str) -> None:
    must, aim = (0.5, 1.0) if at_least else (1.0, 0.5)
    figure = Figure("group", "what", value, "ms", must, aim, at_least)
    assert figure.verdict == verdict
    assert table([figure]).splitlines()[-1].endswith(verdict)


def test_the_hostile_ids_are_of_every_route_and_the_same_each_time(record: Record) -> None:
    routes = declared()
    made = [list(islice(HostileIds(routes, record, [1]), 2_000)) for _ in range(2)]
    assert made[0] == made[1]
    assert {route.name for route in routes} <= {route_name(custom_id) for custom_id in made[0]}
    assert max(map(len, made[0])) > MAX_CUSTOM_ID
    assert all(route.read(HostileIds([route], record, [1]).valid(route)) for route in routes)


async def test_the_bot_answers_some_hostile_presses() -> None:
    """As ``make bench ARGS=presses`` does with many more."""
    figures = [figure async for figure in presses.measure(200)]
    assert not [figure for figure in figures if figure.verdict == "MISSED"], table(figures)
