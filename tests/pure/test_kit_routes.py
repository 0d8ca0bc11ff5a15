"""Custom ids: what is packed comes back as it was, and nothing else is read."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.router import Router
from cogs.kit.routes import MAX_CUSTOM_ID, FormRoute, PressRoute, Reply, Route, TooLongError, packed, route_name


class Colour(StrEnum):
    """An enum of which a member has a code."""

    RED = "red"
    DARK_RED = "dark_red"


@dataclass(frozen=True)
class Part:
    """Fields within a field."""

    codes: tuple[str, ...] = packed(width=2)
    colours: tuple[Colour, ...] = packed(codes={Colour.RED: "r"})
    day: date | None = None


class Everything(
    PressRoute,
    name="everything",
    reply=Reply.IN_PLACE,
    version=2,
    earlier=("all:{number}:{text}[:{note}]", "everything/1/{text}/{number}"),
):
    """A field of each kind."""

    number: int
    text: str
    ready: bool = False
    colour: Colour | None = None
    part: Part = field(default_factory=Part)
    texts: tuple[str, ...] = ()
    note: str = ""


class Sent(FormRoute, name="words-sent", reply=Reply.DEFERRED):
    """A form."""

    number: int
    note: str = ""


NUMBERS = st.integers(0, 2**63 - 1)
WORDS = st.text(st.characters(blacklist_categories=["C"]), min_size=1, max_size=12)
PARTS = st.builds(
    Part,
    codes=st.lists(st.sampled_from(["OR", "WA", "DC"]), max_size=4).map(tuple),
    colours=st.lists(st.sampled_from(Colour), max_size=3).map(tuple),
    day=st.none() | st.dates(),
)
ALL = st.builds(
    Everything,
    number=NUMBERS,
    text=WORDS,
    ready=st.booleans(),
    colour=st.none() | st.sampled_from(Colour),
    part=PARTS,
    texts=st.lists(WORDS, max_size=3).map(tuple),
    note=WORDS | st.just(""),
)


@given(route=ALL)
def test_what_is_packed_comes_back_as_it_was(route: Everything) -> None:
    try:
        made = route.pack()
    except TooLongError:
        return
    assert len(made) <= MAX_CUSTOM_ID
    assert ":" not in made
    assert Everything.read(made) == route
    assert route_name(made) == "everything"


def test_an_id_says_each_value_by_itself() -> None:
    part = Part(("OR", "WA"), (Colour.RED, Colour.DARK_RED), date(2022, 2, 24))
    route = Everything(7, "a/b:c,d%", True, Colour.RED, part, ("x,y", "z"))
    assert route.pack() == "everything/2/7/a%2Fb%3Ac%2Cd%25/1/red/ORWA/r,dark_red/20220224/x%2Cy,z"


def test_what_stands_at_its_default_is_left_out() -> None:
    assert Everything(0, "x").pack() == "everything/2/0/x"
    assert Everything(0, "x", note="y").pack() == "everything/2/0/x///////y"


def test_a_new_last_field_leaves_ids_as_they_were_and_a_new_version_reads_the_earlier_ones() -> None:
    assert Everything.read("everything/2/5/x/1") == Everything(5, "x", ready=True)
    assert Everything.read("everything/1/x/5") == Everything(5, "x")
    assert Everything.read("all:5:x") == Everything(5, "x")
    assert Everything.read("all:5:x:y") == Everything(5, "x", note="y")


def test_an_id_from_before_there_were_versions_is_read() -> None:
    assert Sent.read("words:sent:5") == Sent(5)
    assert Sent.read("words:sent:5:x") == Sent(5, "x")
    for other in ("words:sent", "words:sent:5:x:y", "words:5", "sent:5", "words-sent:5", "words:sent:x"):
        assert Sent.read(other) is None


def test_a_hundred_characters_fit_and_no_more() -> None:
    longest = "x" * (MAX_CUSTOM_ID - len("everything/2/1/"))
    assert len(Everything(1, longest).pack()) == MAX_CUSTOM_ID
    with pytest.raises(TooLongError):
        Everything(1, f"{longest}x").pack()


def test_values_of_one_width_are_read_whole_or_not_at_all() -> None:
    assert Everything.read("everything/2/0/x///ORCA") == Everything(0, "x", part=Part(("OR", "CA")))
    assert Everything.read("everything/2/0/x///ORC") is None


def test_what_could_be_read_otherwise_is_not_packed() -> None:
    with pytest.raises(ValueError, match="not 2 characters"):
        Everything(1, "x", part=Part(("ORE",))).pack()
    with pytest.raises(ValueError, match="negative"):
        Everything(-1, "x").pack()


@pytest.mark.parametrize(
    "custom_id",
    [
        "",
        "/",
        "everything",
        "everything/2",
        "everything/2/5",
        "everything/2//x",
        "everything/2/-5/x",
        "everything/2/+5/x",
        "everything/2/5_0/x",
        "everything/2/ 5/x",
        "everything/2/５/x",
        "everything/2/²/x",
        "everything/2/9223372036854775808/x",
        "everything/2/99999999999999999999999999/x",
        "everything/2/5/x/yes",
        "everything/2/5/x/1/green",
        "everything/2/5/x/1/red/ORW/green",
        "everything/2/5/x/1/red/OR/r/20221301",
        "everything/2/5/x///////y/more",
        "everything/3/5/x",
        "everything/1/x",
        "everything:2:5:x",
        "all:x:5",
        "all:5",
        "all:5:x:y:z",
        "All:5:x",
        "other/2/5/x",
    ],
)
def test_what_was_not_packed_is_not_read(custom_id: str) -> None:
    assert Everything.read(custom_id) is None


@given(custom_id=st.text(max_size=100) | st.text("/:,0123456789everythingall", max_size=100))
def test_any_text_can_be_read(custom_id: str) -> None:
    assert isinstance(Everything.read(custom_id), Everything | None)


async def nothing(interaction: object, route: Route) -> None:
    """Do nothing."""


def test_a_name_is_taken_once_for_presses_and_forms_together() -> None:
    router = Router()
    router.add_route(Everything, nothing)
    router.add_route(Sent, nothing)
    assert router.routes() == (Everything, Sent)

    class Again(FormRoute, name="everything", reply=Reply.FORM):
        """The same name for a form."""

    with pytest.raises(ValueError, match="everything"):
        router.add_route(Again, nothing)


def test_a_route_is_a_frozen_value() -> None:
    route = Sent(7, note="seen")
    assert (route, hash(route)) == (Sent(7, "seen"), hash(Sent(number=7, note="seen")))
    assert repr(route) == "Sent({'number': 7, 'note': 'seen'})"
    assert route not in {Sent(8, "seen"), Sent(7)}
    assert replace(route, note="") == Sent(7)
    with pytest.raises(FrozenInstanceError):
        route.number = 8  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del route.note


@pytest.mark.parametrize(
    ("values", "named"), [((), {}), ((1, "x", 2), {}), ((1,), {"number": 1}), ((1,), {"other": 1})]
)
def test_a_route_takes_its_fields_and_no_others(values: tuple[Any, ...], named: dict[str, Any]) -> None:
    with pytest.raises(TypeError):
        Sent(*values, **named)
