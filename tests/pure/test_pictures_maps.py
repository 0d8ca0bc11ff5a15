"""Maps and timelines: every tie in one sign, no text on another, and what is told of them equal to the figures."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cogs.campaign import progress
from cogs.pictures.map_picture import CALLED_OUT, FRAMES, INSETS, MOST_SIGNS, map_picture
from cogs.pictures.outlines import position, read_outlines
from cogs.pictures.packing import Room
from cogs.pictures.scene import LONGEST_ALT, Box, Scene
from cogs.pictures.state_picture import state_picture
from cogs.pictures.subjects import FigurePicture, View
from cogs.pictures.themes import Shape, Theme
from cogs.pictures.timeline_picture import REMEMBERED, decisions, timeline_picture
from cogs.wording.progress import ties_of_state
from db.record.derivation import INVASION
from db.record.figures import figures
from db.record.levels import Level
from db.record.models import Country, Place, PlaceKind, Record, Tie
from db.record.register import Register
from db.record.standings import Standing
from tests.bench.synthetic import grown
from tests.pure.pictures import assert_nothing_collides, boxes, told

pytestmark = pytest.mark.slow

SIZES = (1, 30, 106, 400, 2000)
LARGEST = 20_000


@pytest.fixture(scope="module")
def grown_registers(record: Record) -> dict[int, Register]:
    """Records of several sizes."""
    one = replace(record, ties=dict(list(record.ties.items())[:1]))
    some = replace(record, ties=dict(list(record.ties.items())[:30]))
    known = {1: one, 30: some, len(record.ties): record}
    return {many: Register(known.get(many) or grown(record, many)) for many in SIZES}


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("many", SIZES)
def test_every_tie_is_in_one_sign_of_the_map_with_its_standing(
    grown_registers: dict[int, Register], many: int, shape: Shape
) -> None:
    register = grown_registers[many]
    scene = map_picture(register, Theme.DARK, shape).scene
    drawn = [(tie, mark.standing) for mark in scene.marks for tie in mark.ties]
    assert sorted(drawn) == sorted((tie, register.status(tie).standing) for tie in register.record.ties)
    if many <= MOST_SIGNS:
        assert all(len(mark.ties) <= 1 for mark in scene.marks)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("many", SIZES)
def test_nothing_on_the_map_lies_on_another(grown_registers: dict[int, Register], many: int, shape: Shape) -> None:
    assert_nothing_collides(map_picture(grown_registers[many], Theme.LIGHT, shape).scene)


@pytest.fixture(scope="module")
def every_city(record: Record) -> Register:
    """A record with every sister city in the world."""
    return Register(grown(record, LARGEST))


def test_at_the_largest_a_phone_shows_writing_that_can_be_read(every_city: Register) -> None:
    for draw in (map_picture, timeline_picture):
        assert_readable(draw(every_city, Theme.LIGHT, Shape.PHONE).scene)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("many", SIZES)
def test_signs_of_alaska_and_hawaii_stand_in_their_insets(
    grown_registers: dict[int, Register], many: int, shape: Shape
) -> None:
    assert_in_insets(grown_registers[many], shape)


def assert_in_insets(register: Register, shape: Shape) -> None:
    """Every sign of the two states that have an inset lies within it."""
    frame = FRAMES[shape]
    for mark in map_picture(register, Theme.LIGHT, shape).scene.marks:
        inset = INSETS.get(register.state_of(register.tie(mark.ties[0]))) if mark.ties else None
        if inset is not None:
            edges = Box(*frame.shown((inset.left, inset.top)), *frame.shown((inset.right, inset.bottom)))
            assert edges.holds(mark.box), mark


def test_every_sister_city_in_the_world_is_drawn_without_collision(every_city: Register) -> None:
    register = every_city
    for shape in Shape:
        assert_in_insets(register, shape)
        for draw in (map_picture, timeline_picture):
            assert_nothing_collides(draw(register, Theme.LIGHT, shape).scene)
        drawn = [tie for mark in map_picture(register, Theme.DARK, shape).scene.marks for tie in mark.ties]
        assert sorted(drawn) == sorted(register.record.ties)


@pytest.mark.parametrize("many", SIZES)
def test_what_is_told_of_the_map_is_the_figures(grown_registers: dict[int, Register], many: int) -> None:
    register = grown_registers[many]
    alt = map_picture(register, Theme.DARK, Shape.FULL).alt
    assert told(alt) == dict(figures(register).standings)
    assert len(alt) <= LONGEST_ALT
    assert "as of " in alt


def test_places_that_ended_their_tie_are_named(register: Register) -> None:
    named = {label.text for label in map_picture(register, Theme.DARK, Shape.FULL).scene.labels}
    assert {"Tallahassee", "Louisville", "Santa Clara County", "Iowa"} <= named


def test_small_states_are_called_out_with_their_ties_beside(register: Register) -> None:
    scene = map_picture(register, Theme.DARK, Shape.FULL).scene
    for code in ("VT", "NH", "CT", "MD"):
        (label,) = [label for label in scene.labels if label.text == CALLED_OUT[code]]
        ties = {tie.id for tie in register.record.ties.values() if register.state_of(tie) == code}
        beside = [mark for mark in scene.marks if ties & {*mark.ties}]
        assert {tie for mark in beside for tie in mark.ties} == ties
        assert all(abs(mark.at[1] - label.box.middle[1]) < 60 and mark.at[0] < label.box.left for mark in beside)


# What a phone of 390 pixels shows of a picture beside the page's margins, and the smallest writing to be read there.
PHONE_PIXELS, SMALLEST_WRITING = 358, 11


@pytest.mark.parametrize("theme", Theme)
@pytest.mark.parametrize(("view", "state"), [(View.MAP, ""), (View.TIME, ""), (View.MAP, "CA"), (View.MAP, "OR")])
def test_on_a_phone_everything_is_large_enough_to_be_read(
    register: Register, view: View, state: str, theme: Theme
) -> None:
    scene = FigurePicture(view, state, theme, Shape.PHONE).draw(register).scene
    assert_readable(scene)


def assert_readable(scene: Scene) -> None:
    """Nothing is written smaller than can be read on a phone."""
    for label in scene.labels:
        shrunk = min(1.0, label.most / label.width) if label.most else 1.0
        assert label.size * shrunk * PHONE_PIXELS / scene.width >= SMALLEST_WRITING, label


def test_the_phone_s_map_names_the_places_that_ended_their_tie(register: Register) -> None:
    scene = map_picture(register, Theme.DARK, Shape.PHONE).scene
    assert {"Tallahassee", "Louisville", "Santa Clara County", "Iowa"} <= {label.text for label in scene.labels}
    assert sum(bool(label.halo) for label in scene.labels) >= 15


def test_ties_of_one_place_stand_beside_each_other(register: Register) -> None:
    scene = map_picture(register, Theme.DARK, Shape.FULL).scene
    here = {tie.id for tie in register.ties_of("berkeley-ca")}
    marks = [mark for mark in scene.marks if here & {*mark.ties}]
    assert len(marks) == len(here) == 2
    assert abs(marks[0].at[0] - marks[1].at[0]) + abs(marks[0].at[1] - marks[1].at[1]) < 6 * marks[0].radius


def test_the_projection_is_that_of_the_outlines() -> None:
    outlines = read_outlines()
    for place, (x, y) in (
        (place_at("OR", 45.5234, -122.6762), (79.5, 90.1)),
        (place_at("AK", 61.2181, -149.9003), (112.3, 544.3)),
    ):
        found = position(place, outlines)
        assert found is not None
        assert found == pytest.approx((x, y), abs=0.15)


def test_every_place_lies_in_its_state_but_one_on_the_shore(register: Register) -> None:
    outlines = read_outlines()
    american = [place for place in register.record.places.values() if place.country is Country.US]
    found = {place.id: (outlines[place.state or ""], position(place, outlines)) for place in american}
    outside = [name for name, (outline, where) in found.items() if where and not outline.holds(where)]
    assert outside == ["homer-ak"]


def test_a_place_without_position_stands_in_its_state_and_one_without_state_elsewhere(record: Record) -> None:
    outlines = read_outlines()
    nowhere = replace(place_at("KS", 0, 0), lat=None, lon=None)
    where = position(nowhere, outlines)
    assert where is not None
    assert outlines["KS"].holds(where)
    tie = next(iter(record.ties.values()))
    foreign = replace(record.places[tie.us], state=None)
    register = Register(replace(record, places={**record.places, tie.us: foreign}))
    scene = map_picture(register, Theme.DARK, Shape.FULL).scene
    assert [mark for mark in scene.marks if tie.id in mark.ties]
    assert "Elsewhere" in {label.text for label in scene.labels}


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("many", SIZES)
def test_each_state_has_its_own_view(grown_registers: dict[int, Register], many: int, shape: Shape) -> None:
    register = grown_registers[many]
    for state in {register.state_of(tie) for tie in register.record.ties.values()}:
        picture = state_picture(register, state, Theme.DARK, shape)
        ties = {tie.id for tie in register.record.ties.values() if register.state_of(tie) == state}
        drawn = [tie for mark in picture.scene.marks for tie in mark.ties]
        assert sorted(drawn) == sorted(ties)
        assert_nothing_collides(picture.scene)
        assert told(picture.alt) == register.counts([register.tie(name) for name in ties])


@pytest.mark.parametrize("many", SIZES)
def test_the_ties_of_a_state_leave_room_on_the_card(grown_registers: dict[int, Register], many: int) -> None:
    register = grown_registers[many]
    for state in {register.state_of(tie) for tie in register.record.ties.values()}:
        ties = ties_of_state(register, state)
        rows = progress.tie_lines(register, ties)
        assert rows
        assert sum(map(len, rows)) <= 2100
        assert len(rows) == len(ties) or "more: /ties lists them all" in rows[-1]


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("many", SIZES)
def test_every_decision_is_on_the_timeline_once(grown_registers: dict[int, Register], many: int, shape: Shape) -> None:
    register = grown_registers[many]
    picture = timeline_picture(register, Theme.LIGHT, shape)
    made = decisions(register.record.ties.values())
    assert sorted(tie for mark in picture.scene.marks for tie in mark.ties) == sorted(item.tie for item in made)
    assert f"{len(made):,} decision" in picture.alt
    assert_nothing_collides(picture.scene)


def test_only_decisions_since_the_invasion_are_on_the_timeline(register: Register) -> None:
    made = decisions(register.record.ties.values())
    assert made
    assert all(item.act.date.last >= INVASION for item in made)
    assert {item.standing for item in made} <= {Standing.ENDED, Standing.SUSPENDED, Standing.ACTIVE}
    assert [remembered.day for remembered in REMEMBERED] == sorted(remembered.day for remembered in REMEMBERED)
    assert REMEMBERED[0].day == INVASION


@pytest.mark.parametrize("shape", Shape)
def test_the_days_that_people_remember_are_named_on_the_timeline(register: Register, shape: Shape) -> None:
    written = [label.text for label in timeline_picture(register, Theme.LIGHT, shape).scene.labels]
    for remembered in REMEMBERED:
        assert any(text.endswith(f": {remembered.name}") for text in written)


@pytest.mark.parametrize("shape", Shape)
@pytest.mark.parametrize("many", SIZES)
def test_each_sign_stands_on_its_side_of_a_remembered_day(
    grown_registers: dict[int, Register], many: int, shape: Shape
) -> None:
    register = grown_registers[many]
    scene = timeline_picture(register, Theme.LIGHT, shape).scene
    lines = sorted(stroke.points[0][0] for stroke in scene.strokes if stroke.dashed)
    assert len(lines) == len(REMEMBERED)
    base = max(point[1] for stroke in scene.strokes if stroke.dashed for point in stroke.points)
    signs = [mark for mark in scene.marks if mark.ties and mark.at[1] < base]
    dated = [made for made in decisions(register.record.ties.values()) if made.quarter is not None]
    for x, remembered in zip(lines, REMEMBERED, strict=True):
        left = Counter(tie for mark in signs if mark.at[0] + mark.radius <= x for tie in mark.ties)
        right = Counter(tie for mark in signs if mark.at[0] - mark.radius >= x for tie in mark.ties)
        assert left + right == Counter(made.tie for made in dated)
        before = Counter(made.tie for made in dated if made.act.date.last < remembered.day)
        after = Counter(made.tie for made in dated if made.act.date.first >= remembered.day)
        assert not before - left
        assert not after - right
        if remembered.day == INVASION:
            assert not left


def test_an_empty_record_has_pictures_too(record: Record) -> None:
    register = Register(replace(record, ties={}))
    for view in View:
        picture = FigurePicture(view, "", Theme.DARK, Shape.FULL).draw(register)
        assert not [mark for mark in picture.scene.marks if mark.ties]
    assert "with 0 ties with" in map_picture(register, Theme.DARK, Shape.FULL).alt


ODD_NAMES = ('<b>"x"</b>', "#set page()", "שלום", "مرحبا", "\u202eabc", "Ω" * 80, "m" * 90)
NAMES = st.text(max_size=40) | st.sampled_from(ODD_NAMES)
STATES = st.sampled_from(["CA", "TX", "RI", "HI", "PR", ""])


@given(st.lists(st.tuples(st.floats(24, 49), st.floats(-125, -67), NAMES, STATES), max_size=40))
def test_any_places_are_drawn_without_collision(made: list[tuple[float, float, str, str]]) -> None:
    places = {
        f"p{number}": replace(place_at(state, lat, lon), id=f"p{number}", name=name)
        for number, (lat, lon, name, state) in enumerate(made)
    }
    partner = Place("r", Country.RU, "Тула", PlaceKind.CITY)
    ties = {f"{name}--r": Tie(f"{name}--r", name, "r", level=Level.SISTER_CITY) for name in places}
    register = Register(Record(places={**places, "r": partner}, ties=ties))
    scene = map_picture(register, Theme.DARK, Shape.FULL).scene
    assert sorted(tie for mark in scene.marks for tie in mark.ties) == sorted(ties)
    texts = boxes(scene)
    assert not [1 for number, box in enumerate(texts) for other in texts[number + 1 :] if box.meets(other)]


@given(st.floats(0, 400), st.floats(0, 300), st.integers(1, 60))
def test_signs_that_want_one_spot_find_one_each(x: float, y: float, many: int) -> None:
    room = Room(Box(-50, -50, 450, 350))
    spots = [room.place_disc((x, y), 10, lambda _: True) for _ in range(many)]
    apart = [
        ((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5 for number, a in enumerate(spots) for b in spots[number + 1 :]
    ]
    assert min(apart, default=20) >= 20


def place_at(state: str, lat: float, lon: float) -> Place:
    """A made-up place."""
    return Place("x", Country.US, "X", PlaceKind.CITY, state=state or None, lat=lat, lon=lon)
