"""What is typed in a word or two is answered as the whole question that is meant by it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.model import Answer, Outcome
from cogs.lookup.reading.in_a_word import said_in_a_word
from db.record.register import Register
from db.record.vocabulary import LANGUAGES, vocabulary

TODAY = date(2026, 11, 28)
MEANT = {name: table for name, table in vocabulary("in_a_word").items() if name != "courtesy"}


def _in_english(found: Answer) -> Answer:
    """An answer without the sentence in the asker's language that it may begin with."""
    first, *rest = found.parts
    lines = tuple(line for line in first.lines if not "\u0400" <= line.text[:1] <= "\u04ff")
    return replace(found, parts=(replace(first, lines=lines), *rest))


@pytest.mark.parametrize("name", MEANT)
def test_a_word_is_answered_as_the_question_that_is_meant(name: str, register: Register) -> None:
    table = MEANT[name]
    whole = answer(table["means"], register, TODAY)
    assert whole.outcome not in {Outcome.UNKNOWN, Outcome.EMPTY, Outcome.CHOICE}
    for word in (word for language in LANGUAGES for word in table[language]):
        found = answer(word, register, TODAY)
        assert _in_english(found).parts == whole.parts, word


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_the_name_of_a_place_with_a_tie_or_stands_twice(language: str, register: Register) -> None:
    words = [word for table in MEANT.values() for word in table[language]]
    assert len(words) == len(set(words))
    places = {place.name.casefold() for place in register.record.places.values() if register.ties_of(place.id)}
    assert places.isdisjoint(words)


@pytest.mark.parametrize(
    ("said", "means"),
    [
        ("Could you give me the list, please?", "list all ties"),
        ("Дайте, будь ласка, список", "list all ties"),
        ("можно карту?", "is there a map"),
        ("Any new?", "what's new"),
    ],
)
def test_courtesy_around_a_word_changes_nothing(said: str, means: str) -> None:
    assert said_in_a_word(said) == means


@pytest.mark.parametrize(
    "said", ["", "please", "Portland", "the list of Oregon", "list " * 30, "votes in Juneau", "А?"]
)
def test_what_says_more_or_nothing_is_no_word_of_these(said: str) -> None:
    assert said_in_a_word(said) is None
