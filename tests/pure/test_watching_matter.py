"""Whether a text is about a tie, and which words say so."""

from __future__ import annotations

import pytest

from cogs.watching.matter import LONGEST_TEXT, _may_be, find_matter
from db.record.dataset import load_dataset
from db.record.register import Register


@pytest.fixture(scope="module")
def register() -> Register:
    """The record as it ships."""
    return Register(load_dataset())


@pytest.mark.parametrize(
    ("text", "tie", "words"),
    [
        (
            "Portland City Council to vote on ending sister city tie with Khabarovsk",
            "portland-or--khabarovsk",
            ("Portland", "Khabarovsk", "sister city"),
        ),
        ("Norfolk drops Kaliningrad", "norfolk-va--kaliningrad", ("Norfolk", "Kaliningrad")),
        (
            "Juneau Assembly asks what becomes of its Russian sister city",
            "juneau-ak--vladivostok",
            ("Juneau", "sister city", "Russian"),
        ),
        (
            "Владивосток и Джуно: что стало с побратимами",
            "juneau-ak--vladivostok",
            ("Джуно", "Владивосток", "побратимами"),
        ),
        (
            "Vladivostok mayor says American twin towns are silent",
            None,
            ("Vladivostok", "twin towns", "American"),
        ),
    ],
)
def test_a_text_about_a_tie_says_by_which_words(
    register: Register, text: str, tie: str | None, words: tuple[str, ...]
) -> None:
    hit = find_matter(text, register)
    assert hit is not None
    assert hit.tie == (register.tie(tie) if tie else hit.tie)
    assert [word.casefold() for word in hit.words] == [word.casefold() for word in words]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Chicago: sunny",
        "Moscow says that it will answer",
        "Tampa Bay wins over Chicago in St. Petersburg",
        "Juneau's sister city in Taiwan sends a bell",
        "Sister cities: how they began",
        "Khabarovsk and its sister city Niigata",
        "Give us the sister cities of Khabarovsk",
        "Officials in Moscow, Idaho, debate water rates",
    ],
)
def test_a_text_about_something_else_is_none(register: Register, text: str) -> None:
    assert find_matter(text, register) is None


def test_one_name_is_not_both_sides(register: Register) -> None:
    assert find_matter("St. Petersburg opens a park", register) is None


def test_what_a_source_covers_counts_as_named(register: Register) -> None:
    text = "A guest from Vladivostok speaks at the school"
    assert find_matter(text, register) is None
    hit = find_matter(text, register, ("juneau-ak",))
    assert hit is not None
    assert (hit.tie, hit.words) == (register.tie("juneau-ak--vladivostok"), ("Vladivostok",))
    assert find_matter(text, register, ("chicago-il",)) is None
    assert find_matter("Norfolk drops Kaliningrad", register, ("juneau-ak",)) is None
    assert find_matter("Norfolk drops Kaliningrad", register, ("juneau-ak", "norfolk-va")) is not None


def test_only_the_beginning_of_a_long_text_is_read(register: Register) -> None:
    filler = "x" * (LONGEST_TEXT - 1) + " "
    assert find_matter(f"{filler}Norfolk drops Kaliningrad", register) is None


def test_every_name_of_a_partner_is_worth_a_look(register: Register) -> None:
    """What is passed over at first sight names no partner, in whatever spelling or case."""
    for tie in register.record.ties.values():
        partner = register.place(tie.ru)
        for name in (partner.name, *partner.aliases):
            assert _may_be(f"The guests of {name}, at last", register), name
    for text in ("встреча с Хабаровском", "у Владивостоці", "St. Petersburg’s guests", "KHABAROVSK"):
        assert _may_be(text, register), text
    assert not _may_be("The forest, the street and the first of the best", register)
