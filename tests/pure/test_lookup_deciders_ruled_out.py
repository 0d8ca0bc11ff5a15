"""By whom ties were suspended, and by whom not: each way to put it, before each decider, in three languages."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.model import Outcome
from db.record.register import Register

# Of the 20 suspended ties, as the record has them: by whom, and by anybody else.
COUNCIL, MAYOR = (13, 7), (5, 15)
ENGLISH = ("ties that a {} suspended", "{}s that suspended", "suspended by {}s only", "suspensions that came from a {}")
ENGLISH_NOT = (
    "suspended, but not by a {}", "suspended without a {}", "suspensions not from {}s",
    "suspensions minus those by {}s",
    "suspended by anyone other than a {}", "suspended by somebody who is not a {}", "suspensions except by {}s",
    "leave {}s out: suspended ones", "suspended, {}s excluded", "suspended by other people than {}s",
    "suspended ones where no {} decided",
)  # fmt: skip
UKRAINIAN = ("які зв'язки призупинив {0}", "призупинено {2}", "призупинення від {1}", "зв'язки, які призупинили {3}")
UKRAINIAN_NOT = (
    "призупинено не {2}", "призупинено без {1}", "призупинення крім тих, що від {1}", "{4} не рахуємо: призупинені",
    "призупинені, за винятком рішень {1}",
)  # fmt: skip
RUSSIAN = (
    "какие связи приостановил {0}",
    "приостановлено {2}",
    "приостановки от {1}",
    "связи, которые приостановили {3}",
)
RUSSIAN_NOT = (
    "приостановлено не {2}", "приостановлено без {1}", "приостановки кроме тех, что от {1}",
    "{4} не считаем: приостановленные", "приостановленные, за исключением решений {1}",
)  # fmt: skip
# A decider in the cases of its language, how many ties it suspended, and how many others did.
DECIDERS = [
    (("council",), ENGLISH, ENGLISH_NOT, COUNCIL),
    (("mayor",), ENGLISH, ENGLISH_NOT, MAYOR),
    (("рада", "ради", "радою", "ради", "рад"), UKRAINIAN, UKRAINIAN_NOT, COUNCIL),
    (("мер", "мера", "мером", "мери", "мерів"), UKRAINIAN, UKRAINIAN_NOT, MAYOR),
    (("совет", "совета", "советом", "советы", "советов"), RUSSIAN, RUSSIAN_NOT, COUNCIL),
    (("мэр", "мэра", "мэром", "мэры", "мэров"), RUSSIAN, RUSSIAN_NOT, MAYOR),
]
QUESTIONS = [
    (put.format(*cases), many)
    for cases, so, not_so, (by_it, by_others) in DECIDERS
    for ways, many in ((so, by_it), (not_so, by_others))
    for put in ways
]


@pytest.mark.parametrize(("question", "many"), QUESTIONS, ids=[question for question, _ in QUESTIONS])
def test_a_decider_is_asked_for_or_ruled_out(question: str, many: int, register: Register, today: date) -> None:
    found = answer(question, register, today)
    assert found.outcome is Outcome.LIST
    assert len(found.rows) == many
