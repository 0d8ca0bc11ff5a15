"""Pictures: every tie in one sign, no text on another, what is told of them equal to the figures; drawn and kept."""

from __future__ import annotations

import asyncio
import re
import subprocess
import sys
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from cogs.campaign import progress
from cogs.kit.settings import ROOT
from cogs.kit.typesetting import fonts
from cogs.pictures import drawing
from cogs.pictures.credit import Credit
from cogs.pictures.drawing import PictureError, Pictures
from cogs.pictures.map_picture import CALLED_OUT, FRAMES, INSETS, MOST_SIGNS, map_picture
from cogs.pictures.outlines import position, read_outlines
from cogs.pictures.packing import Room
from cogs.pictures.scene import LONGEST_ALT, Box, Mark, Picture, Scene, drawable, text_width
from cogs.pictures.shared_text import tie_told
from cogs.pictures.state_picture import state_picture
from cogs.pictures.subjects import FigurePicture, HearingPicture, ListPicture, TiePicture, View
from cogs.pictures.themes import Shape, Theme
from cogs.pictures.tie_picture import wrapped
from cogs.pictures.timeline_picture import REMEMBERED, decisions, timeline_picture
from cogs.wording.leads import standing_label
from cogs.wording.names import place_name, tie_name
from cogs.wording.progress import ties_of_state
from cogs.wording.status import standing_word
from db.record.act_kinds import ActKind
from db.record.derivation import INVASION
from db.record.figures import figures
from db.record.levels import Level
from db.record.models import Country, Place, PlaceKind, Record, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from tests.bench.synthetic import grown

SIZES = (1, 30, 106, 400, 2000)
LARGEST = 20_000
PNG = b"\x89PNG\r\n"


@pytest.fixture(scope="module")
def grown_registers(record: Record) -> dict[int, Register]:
    """Records of several sizes."""
    one = replace(record, ties=dict(list(record.ties.items())[:1]))
    some = replace(record, ties=dict(list(record.ties.items())[:30]))
    known = {1: one, 30: some, len(record.ties): record}
    return {many: Register(known.get(many) or grown(record, many)) for many in SIZES}


def boxes(scene: Scene) -> list[Box]:
    """The room of all that is written."""
    return [label.box for label in scene.labels]


def assert_nothing_collides(scene: Scene) -> None:
    """No text on a text, none on a sign, no sign on another, and all on the picture."""
    edges = Box(0, 0, scene.width, scene.height)
    texts = boxes(scene)
    for label in scene.labels:
        assert not label.most or label.width <= 1.25 * label.most, f"too small to read: {label}"
    for number, box in enumerate(texts):
        assert edges.holds(box), scene.labels[number]
        assert not [other for other in texts[number + 1 :] if box.meets(other)], scene.labels[number]
        assert not [mark for mark in scene.marks if inner(mark).meets(box)], scene.labels[number]
    for number, mark in enumerate(scene.marks):
        assert edges.holds(inner(mark)), mark
        for other in scene.marks[number + 1 :]:
            apart = ((mark.at[0] - other.at[0]) ** 2 + (mark.at[1] - other.at[1]) ** 2) ** 0.5
            assert apart >= mark.radius + other.radius - 0.01, (mark, other)


def inner(mark: Mark) -> Box:
    """A sign without the corners of its box."""
    (x, y), r = mark.at, mark.radius * 0.8
    return Box(x - r, y - r, x + r, y + r)


def told(alt: str) -> dict[Standing, int]:
    """The counts that a text gives."""
    return {
        standing: int(found[1].replace(",", ""))
        for standing in Standing
        if (found := re.search(rf"([\d,]+) {STANDINGS[standing].word}", alt))
    }


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


POSTED_SIZES = {Shape.SHARE: (1200, 630), Shape.SLIDE: (1600, 900)}


@pytest.mark.parametrize("shape", POSTED_SIZES)
@pytest.mark.parametrize("view", [*View])
@pytest.mark.parametrize("state", ["", "CA", "AK", "MD"])
def test_what_is_shared_says_where_to_check_and_nothing_collides(
    register: Register, view: View, state: str, shape: Shape
) -> None:
    credited = Credit("Friends of Ukraine " * 8)
    scene = FigurePicture(view, state, Theme.LIGHT, shape, credited).draw(register).scene
    assert (scene.width, scene.height) == POSTED_SIZES[shape]
    assert_nothing_collides(scene)
    credit = scene.labels[-1]
    assert "Check it there: /status" in credit.text
    assert credit.text.startswith("Shared by Friends of Ukraine")
    assert not [mark for mark in scene.marks if mark.box.meets(credit.box)]
    assert not [label for label in scene.labels[:-1] if label.box.meets(credit.box)]


@pytest.mark.parametrize("shape", POSTED_SIZES)
def test_where_the_public_page_is_known_a_picture_names_it(register: Register, shape: Shape) -> None:
    credited = Credit("Friends", "https://example.org/tiewatch/")
    tie = next(iter(register.record.ties))
    for subject in (
        TiePicture(tie, Theme.DARK, shape, credited),
        FigurePicture(View.MAP, "", Theme.DARK, shape, credited),
    ):
        told = subject.draw(register).scene.labels[-1].text
        assert told == "Shared by Friends. Tiewatch, as of 28 November 2026: example.org/tiewatch"


@pytest.mark.parametrize("shape", POSTED_SIZES)
def test_every_tie_is_shared_with_its_places_standing_source_and_date(register: Register, shape: Shape) -> None:
    for tie in register.record.ties.values():
        picture = TiePicture(tie.id, Theme.DARK, shape).draw(register)
        assert (picture.scene.width, picture.scene.height) == POSTED_SIZES[shape]
        written = [label.text for label in picture.scene.labels]
        assert place_name(register.place(tie.us), register) in written
        assert standing_word(tie, register, standing_label(register.status(tie.id))) in written
        assert [mark.standing for mark in picture.scene.marks] == [register.status(tie.id).standing]
        # Of a pair that no page shows as partners there is none to give, and the sentence says so.
        assert [text for text in written if text.startswith("Source: ")] or "No page found" in picture.alt
        assert "as of 28 November 2026" in written[-1]
        assert "Check it there: /status" in written[-1]
        assert_nothing_collides(picture.scene)
        copied = tie_told(tie, register).text
        assert tie_name(tie, register) in copied
        assert "http" in copied or "No page found" in copied
        assert "[1]" not in copied + picture.alt
        assert len(copied) <= 1800


@pytest.mark.parametrize("shape", POSTED_SIZES)
@pytest.mark.parametrize("many", [0, 1, 13, 14, 15, 106])
def test_a_list_is_shared_with_as_many_ties_as_fit(register: Register, many: int, shape: Shape) -> None:
    ties = tuple(register.record.ties)[:many]
    title = f"In a state with a long name, on a list with a long sentence above it: {many} of 106 ties on record there."
    picture = ListPicture(title, (*ties, "gone"), Theme.DARK, shape, Credit("Friends")).draw(register)
    scene = picture.scene
    assert_nothing_collides(scene)
    assert (scene.width, scene.height) == POSTED_SIZES[shape]
    shown = [tie for mark in scene.marks for tie in mark.ties]
    assert shown == list(ties[: len(shown)])
    more = [label.text for label in scene.labels if label.text.startswith("and ")]
    assert more == ([f"and {many - len(shown)} more: /ties lists them all"] if len(shown) < many else [])
    assert picture.alt.startswith(title)
    assert len(picture.alt) <= LONGEST_ALT


@pytest.mark.parametrize("shape", POSTED_SIZES)
@pytest.mark.parametrize("words", [3, 300])
def test_a_hearing_is_shared_with_its_day_and_where_to_look(register: Register, words: int, shape: Shape) -> None:
    tie = register.tie("portland-or--khabarovsk")
    heard = replace(
        tie.acts[-1],
        id="new",
        kind=ActKind.PROPOSED,
        hearing=date(2027, 1, 12),
        hearing_place="City Hall " * words,
        summary="Asks that the tie be ended.",
    )
    made = Register(replace(register.record, ties={tie.id: replace(tie, acts=(*tie.acts, heard))}))
    picture = HearingPicture(tie.id, "new", Theme.LIGHT, shape).draw(made)
    assert_nothing_collides(picture.scene)
    written = [label.text for label in picture.scene.labels]
    assert "Hearing: 12 January 2027" in written
    assert "Portland, Oregon" in written
    assert "A hearing on Portland, Oregon – Khabarovsk, Russia, is set for 12 January 2027." in picture.alt
    with pytest.raises(ValueError, match="gone"):
        HearingPicture(tie.id, "gone", Theme.LIGHT, shape).draw(made)


@given(st.text(max_size=600), st.integers(1, 6))
def test_a_text_is_wrapped_within_its_lines(text: str, lines: int) -> None:
    found = wrapped(text, 31, 900, lines)
    assert len(found) <= lines
    assert all(text_width(line, 31) <= 900 or " " not in line for line in found[:-1])


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


@given(st.text(max_size=30))
def test_only_what_the_fonts_have_is_drawn(text: str) -> None:
    shown = drawable(text)
    assert "\u202e" not in shown
    assert drawable(shown) == shown


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize(
    "text", ["Portland – Хабаровск", "Winston-Salem", "MMMWWW", "St. Louis, 1,511 of 20,000 (?)", "Ґудзь Їжак"]
)
def test_no_text_is_wider_than_was_reckoned(text: str, bold: bool) -> None:
    weight = "bold" if bold else "regular"
    source = b"""#set text(font: "Libertinus Serif", size: 100pt, weight: sys.inputs.weight)
#context [#metadata(measure(text(sys.inputs.text)).width / 1pt) <wide>]"""
    wide = typst.query(
        source, "<wide>", field="value", one=True, font_paths=fonts(), sys_inputs={"text": text, "weight": weight}
    )
    assert float(wide) <= text_width(text, 100, bold=bold) * 1.001


def place_at(state: str, lat: float, lon: float) -> Place:
    """A made-up place."""
    return Place("x", Country.US, "X", PlaceKind.CITY, state=state or None, lat=lat, lon=lon)


def test_what_lays_pictures_out_loads_with_the_first_of_them() -> None:
    code = "import sys, importlib, bot; [importlib.import_module(name) for name in bot.EXTENSIONS]; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "cogs.pictures.drawing" in loaded.split()
    later = {"typst", *(f"cogs.pictures.{name}_picture" for name in ("map", "state", "timeline", "tie"))}
    assert not later & set(loaded.split())


async def test_a_picture_is_drawn_once_and_found_again(
    register: Register, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    subject = FigurePicture(View.TIME, "", Theme.DARK, Shape.SHARE)
    first = Pictures(tmp_path / "kept")
    drawn = await first.of(subject, register)
    assert drawn.data.startswith(PNG)
    assert drawn.name.endswith(".png")
    first.close()
    monkeypatch.setattr(drawing, "_compile", _refuse)
    second = Pictures(tmp_path / "kept")
    assert await second.of(subject, register) == drawn
    assert await second.of(subject, register) == drawn
    second.close()


def _refuse(source: bytes, scene: str) -> bytes:
    raise PictureError("drawn again")


async def test_a_changed_record_is_drawn_anew(record: Record, tmp_path: Path) -> None:
    register = Register(record)
    subject = FigurePicture(View.MAP, "OR", Theme.DARK, Shape.SHARE)
    kept = Pictures(tmp_path / "kept")
    before = await kept.of(subject, register)
    tie = register.tie("portland-or--khabarovsk")
    register.replace_tie(replace(tie, acts=()))
    after = await kept.of(subject, register)
    kept.close()
    assert after.data != before.data
    assert told(after.alt)[Standing.UNCONFIRMED] == told(before.alt)[Standing.UNCONFIRMED] + 1


async def test_the_folder_keeps_within_its_bound(register: Register, tmp_path: Path) -> None:
    kept = Pictures(tmp_path / "kept", most_bytes=300_000)
    for state in ("OR", "CA", "AK", "TX", "FL", "NY"):
        await kept.of(FigurePicture(View.MAP, state, Theme.DARK, Shape.SHARE), register)
    kept.close()
    files = list((tmp_path / "kept").iterdir())
    assert files
    assert sum(file.stat().st_size for file in files) <= 300_000


async def test_a_folder_that_cannot_be_written_is_no_harm(
    register: Register, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = tmp_path / "kept"
    blocked.write_text("a file, where a folder should be")
    kept = Pictures(blocked)
    drawn = await kept.of(FigurePicture(View.TIME, "", Theme.LIGHT, Shape.SHARE), register)
    kept.close()
    assert drawn.data.startswith(PNG)
    assert "could not be kept" in caplog.text


async def test_what_cannot_be_drawn_is_said_to_be_so(tmp_path: Path, register: Register) -> None:
    kept = Pictures(tmp_path)
    with pytest.raises(PictureError):
        await kept.of(_Broken(), register)
    kept.close()


class _Broken:
    """A subject whose outlines cannot be read."""

    def draw(self, register: Register) -> Picture:
        raise OSError


@dataclass(frozen=True)
class Slow:
    """A picture that takes a while to lay out, and notes when."""

    name: str
    times: list[tuple[float, float]] = field(compare=False)

    def draw(self, register: Register) -> Picture:
        """Take a twentieth of a second."""
        began = time.monotonic()
        time.sleep(0.05)
        self.times.append((began, time.monotonic()))
        return Picture(Scene(10, 10, Theme.LIGHT), "x.png", "A picture")


async def test_between_two_pictures_there_is_as_long_a_rest_and_before_the_first_none(
    register: Register, tmp_path: Path
) -> None:
    kept, times = Pictures(tmp_path), list[tuple[float, float]]()
    asked = time.monotonic()
    await asyncio.gather(*(kept.of(Slow(name, times), register) for name in ("a", "b")))
    kept.close()
    (first, first_ended), (second, _) = times
    assert first - asked < 0.05
    assert second - first_ended >= 0.05
