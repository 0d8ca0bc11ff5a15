"""Two questions in one text, one of which stands alone: both are answered, in their order, and nothing twice."""

from __future__ import annotations

import re
from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.understanding import understand
from cogs.lookup.render_text import as_text
from cogs.lookup.several_questions.halves import halves
from db.record.register import Register

TODAY = date(2026, 11, 28)


def _halves(text: str, register: Register) -> list[Question]:
    def read(part: str) -> Question:
        return understand(part, register.gazetteer, TODAY)

    return halves(read(text), read, register)


@pytest.mark.parametrize(
    ("text", "first", "second"),
    [
        ("Is Dubuque still on, and how many are suspended in all?", "Pyatigorsk", "Suspended: 20 of 106"),
        ("How many are suspended in all, and is Dubuque one of them?", "Suspended: 20 of 106", "Pyatigorsk"),
        ("Що з Шарлоттом, і скільки всього міст призупинили?", "Voronezh", "Suspended: 20 of 106"),
        ("Что значит «приостановлено»? и что решили в Роаноке?", "What “suspended” means", "Pskov"),
    ],
)
def test_answers_come_in_the_order_of_the_questions(text: str, first: str, second: str, register: Register) -> None:
    told = as_text(answer(text, register, TODAY), register)
    assert -1 < told.find(first) < told.find(second)


@pytest.mark.parametrize(
    "text",
    [
        "when did Tallahassee sign with Krasnodar and who signed",
        "I am from Portland, Maine, do we still have a sister city?",
        "Besides San Diego, which California cities have Russian sister cities?",
        "Albany, Oregon: any ties to Russia?",
        "Is Lviv paired with any place that also has Russians?",
        "що було спочатку в Х'юстоні і коли передумали",
        "Чи Таллахассі вже вийшло, коли Зеленський звернувся до мерів?",
        "Is Yakima on the list?",
    ],
)
def test_what_belongs_together_is_one_question(text: str, register: Register) -> None:
    assert _halves(text, register) == []


def test_both_halves_cite_together_and_nothing_is_said_twice(register: Register) -> None:
    found = answer("Is Gainesville still with Novorossiysk, and which Florida cities ended theirs?", register, TODAY)
    lines = [line for part in found.parts for line in part.lines]
    assert len(lines) == len(set(lines))
    marks = {int(mark) for line in lines for mark in re.findall(r"\[(\d+)\]", line.text)}
    assert marks == set(range(1, len(found.sources) + 1))
