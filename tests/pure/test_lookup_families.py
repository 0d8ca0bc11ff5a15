"""Words of one meaning, in questions that carry them: each is answered as the plain word is."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
import tomli

from cogs.lookup.answers.answer import answer
from cogs.lookup.reading.plain_words import in_plain_words
from cogs.lookup.render_text import as_text
from db.record.register import Register
from db.record.text import clean, tokens

FILE = Path(__file__).parent.parent / "corpus" / "families" / "same_meaning.toml"
FAMILIES: list[dict[str, Any]] = tomli.loads(FILE.read_text("utf-8"))["family"]
# What an answer says of words that it is not narrowed by.
PASSED_OVER = "I did not take into account"


def _plainly(text: str) -> str:
    return in_plain_words(clean(text), tokens(clean(text)))


@pytest.mark.parametrize("family", FAMILIES, ids=[family["name"] for family in FAMILIES])
def test_each_word_of_a_family_is_answered_as_the_plain_one(
    family: dict[str, Any], register: Register, today: date
) -> None:
    # In turn, for all words in all questions take too long.
    for number, question in enumerate(family["ask"]):
        plain = answer(question.format(family["plain"]), register, today)
        quiet = PASSED_OVER not in as_text(plain, register)
        for word in family["words"][number :: len(family["ask"])]:
            asked = question.format(word)
            found = answer(asked, register, today)
            assert (found.outcome, set(found.ties)) == (plain.outcome, set(plain.ties)), asked
            assert PASSED_OVER not in as_text(found, register) or not quiet, asked


@pytest.mark.parametrize(
    ("said", "plainly"),
    [
        ("which ties are still valid?", "which ties are still active?"),
        ("name the cities that placed a freeze on their ties", "name the cities that suspended their ties"),
        ("ended by the Russian city", "ended by the Russian side"),
        ("which ties are suspended, save Dallas?", "which ties are suspended, except Dallas?"),
        ("які зв'язки тривають?", "які зв'язки чинні?"),
        ("сколько связей прекратили до нападения России на Украину?", "сколько связей прекратили до вторжения?"),
    ],
)
def test_plain_words_stand_in_place_of_others(said: str, plainly: str) -> None:
    assert _plainly(said) == plainly


@pytest.mark.parametrize(
    "said",
    [
        # Another place than that in which a word means it.
        "is there a valid passport for this",
        "save Dallas",
        "list ties alphabetical by russian city",
        # What Russia calls valid is its word.
        "which ones does russia still claim are valid",
        # What is quoted is left as it is.
        'who said "the ties are still valid"?',
    ],
)
def test_what_means_something_else_is_left_as_it_is(said: str) -> None:
    assert _plainly(said) == said


def test_a_text_without_other_words_is_the_same_object() -> None:
    text = clean("which ties are suspended?")
    assert in_plain_words(text, tokens(text)) is text
