"""Which clauses of a text ask, and what of those in which somebody tells of themselves is kept beside them."""

from __future__ import annotations

import pytest

from cogs.lookup.reading.clause_roles import only_what_is_asked
from cogs.lookup.reading.understanding import read_words
from db.record.register import Register


def _asked(text: str, register: Register) -> str:
    return only_what_is_asked(text, read_words(text, register.gazetteer), register.gazetteer)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I teach civics. which cities suspended theirs?", "which cities suspended theirs?"),
        ("which endings were voted? I'm entering them into my spreadsheet", "which endings were voted?"),
        ("thanks for yesterday, super helpful. one more thing: is Tulsa still paired", "is Tulsa still paired"),
        (
            "our mayor wants something to offer after cutting ties. any cities that dropped Russia?",
            "any cities that dropped Russia?",
        ),
        ("Готую доповідь для ради громади, часу обмаль. Скільки міст ще дружать?", "Скільки міст ще дружать?"),
        ("Мы готовим выступление в мэрии — какие города приостановили?", "какие города приостановили?"),
        ("Дякую, дуже корисно! А петицію хто почав?", "А петицію хто почав?"),
    ],
)
def test_what_somebody_tells_of_themselves_is_not_asked(text: str, asked: str, register: Register) -> None:
    assert _asked(text, register) == asked


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("I work for a paper in Texas. Who suspended theirs here?", "Texas. Who suspended theirs here?"),
        ("I cover the southern states. who suspended there", "southern states. who suspended there"),
        (
            "брат живе у Флориді і хоче написати листа (куди — ще не вирішив). які тамтешні міста ще з росією",
            "Флориді. які тамтешні міста ще з росією",
        ),
    ],
)
def test_of_a_place_that_is_pointed_back_to_the_name_is_kept(text: str, asked: str, register: Register) -> None:
    assert _asked(text, register) == asked


@pytest.mark.parametrize(
    "text",
    [
        "I am a new editor, what do I do?",
        "my gran doesnt have email, can she still sign it",
        "Which ties were ended? Asking for my town",
        "I live in Eugene. Is it true we said no first and yes later?",
        "I'm writing about suspended ties. who was first?",
        "my uncle swears Tulsa dropped theirs. true?",
        "я з Черкащини. санта-розу знаю, а ще хто з нашою областю?",
        "We lost a friend in St. Petersburg. is it still paired with ours?",
        "I know that Albany is dormant.",
    ],
)
def test_what_a_question_needs_is_kept(text: str, register: Register) -> None:
    assert _asked(text, register) == text
