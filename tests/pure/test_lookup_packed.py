"""What is known of phrases and of names, packed: it comes out as it went in."""

from __future__ import annotations

import pytest

from cogs.lookup.phrases.packed import Numbered, NumberedAtAGlance, Pairs, Rows, Written
from db.record.typed_beginnings import TypedBeginnings

WORDS = [f"слово{number} word" for number in range(3_000)]


def test_texts_are_read_as_they_were_written_in_any_order() -> None:
    written = Written()
    for word in WORDS:
        written.append(word)
    assert [written[number] for number in (0, 127, 128, 2_999, 1, 2_944, 2_943)] == [
        WORDS[number] for number in (0, 127, 128, 2_999, 1, 2_944, 2_943)
    ]


def test_a_row_may_be_empty() -> None:
    rows = Rows()
    for row in ((1, 65_535), (), (7,)):
        rows.append(row)
    assert [[*rows[at]] for at in range(3)] == [[1, 65_535], [], [7]]


@pytest.mark.parametrize("noted", [False, True])
def test_numbers_are_found_with_each(noted: bool) -> None:
    pairs = Pairs()
    for one, other in ((7, 65_535), (0, 3), (65_534, 1), (7, 0), (2, 2)):
        pairs.add(one, other)
    if noted:
        pairs.note_places()
    assert [pairs.with_any([one]) for one in (0, 1, 2, 7, 8, 65_534, 65_535)] == [
        [3],
        [],
        [2],
        [0, 65_535],
        [],
        [1],
        [],
    ]
    pairs.add(8, 5)
    assert pairs.with_any([8, 0]) == [5, 3]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("kind", [Numbered, NumberedAtAGlance])
def test_a_text_keeps_its_number(kind: type[Numbered], packed: bool) -> None:
    known = kind()
    given = [known.number(word) for word in WORDS]
    if packed:
        known.pack()
    assert given == [*range(len(WORDS))] == [known.number(word) for word in WORDS]
    assert known.number("one more") == len(WORDS) == len(known) - 1


def test_the_numbers_of_some_texts_are_found_and_others_have_none() -> None:
    known = NumberedAtAGlance()
    for word in WORDS:
        known.number(word)
    assert known.of(("nothing", WORDS[2_999], "", WORDS[0])) == [2_999, 0]


def test_names_are_found_by_what_is_typed_of_them() -> None:
    rows = [("portland oregon", False, "a"), ("port", True, "b"), ("port", False, "c"), ("oregon", True, "a")]
    found = TypedBeginnings(rows)
    assert [*found.of("port", 9)] == [(False, "c"), (True, "b"), (False, "a")]
    assert [*found.of("port", 2)] == [(False, "c"), (True, "b")]
    assert [*found.of("x", 9)] == [] == [*found.of("portlandia", 9)]
    assert [*found.of("o", 9)] == [(True, "a")]
