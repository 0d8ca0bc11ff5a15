"""Questions run together, cut short and mistyped, as people do: whatever is left of them, an answer is made."""

from __future__ import annotations

from datetime import date
from random import Random

import pytest

from cogs.lookup.answers.answer import answer, claim_answer
from db.record.register import Register
from tests.pure.test_corpus import questions
from tests.pure.test_lookup_views import must_be_answered_on_a_card

pytestmark = pytest.mark.slow

TEXTS = 300
BETWEEN = (" ", ", ", ". ", "? ", "; ", ": ", "\n", " and ", " but not ", " except ", " або ", " и ", " — ")
MARKS = ".,;:?!-–—()“”\"'*_`~|<>@#&/\\\n 0129é"


def _spoilt(text: str, random: Random, others: list[str]) -> str:
    """A text that lacks a word, has one of another text, breaks off, or has a mark too many."""
    words, at = text.split(), random.randrange(len(text))
    place = random.randrange(len(words))
    of_another = random.choice(random.choice(others).split())
    return random.choice(
        (
            text,
            " ".join(words[:place] + words[place + 1 :]),
            " ".join([*words[:place], of_another, *words[place:]]),
            text[:at],
            text[:at] + random.choice(MARKS) + text[at:],
        )
    )


def _run_together(random: Random, asked: list[str]) -> str:
    text = ""
    for _ in range(random.choice((1, 2, 2, 3, 5))):
        text += (random.choice(BETWEEN) if text else "") + _spoilt(random.choice(asked), random, asked)
    return text


def test_questions_run_together_are_answered(register: Register, today: date) -> None:
    random = Random("questions run together")
    asked = [expected["ask"] for _, expected in questions() if expected["ask"].split()]
    for _ in range(TEXTS):
        text = _run_together(random, asked)
        must_be_answered_on_a_card(answer(text, register, today), register)


def test_cities_alone_are_asked_for_by_no_phrase(register: Register, today: date) -> None:
    asked = "Де хтось просив розірвати, а до рішення так і не дійшло? або who ended it, leave out states and counties"
    for make in (answer, claim_answer):
        assert make(asked, register, today).parts
