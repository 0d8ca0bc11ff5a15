"""What is shared as a picture: a tie, a list, a hearing, each with where to check it; texts that fit their room."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import typst
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.typesetting import fonts
from cogs.pictures.credit import Credit
from cogs.pictures.scene import LONGEST_ALT, drawable, text_width
from cogs.pictures.shared_text import tie_told
from cogs.pictures.subjects import FigurePicture, HearingPicture, ListPicture, TiePicture, View
from cogs.pictures.themes import Shape, Theme
from cogs.pictures.tie_picture import wrapped
from cogs.wording.leads import standing_label
from cogs.wording.names import place_name, tie_name
from cogs.wording.status import standing_word
from db.record.act_kinds import ActKind
from db.record.register import Register
from tests.pure.pictures import assert_nothing_collides

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
