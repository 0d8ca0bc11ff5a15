"""A place that is named is meant, and not what its words look like besides."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.answers.answer_builder import AnswerBuilder
from cogs.lookup.model import Outcome
from cogs.lookup.reading.understanding import understand
from cogs.lookup.render_text import as_text
from db.record.mentions import Mention
from db.record.register import Register
from db.record.resolver import Resolution

TODAY = date(2026, 11, 28)


def _told(question: str, register: Register) -> str:
    return as_text(answer(question, register, TODAY), register)


@pytest.mark.parametrize(
    ("question", "first"),
    [
        ("who signed the letter to Perm", "Letters on record\nLouisville, Kentucky – Perm"),
        ("did the Roanoke council change its mind and why", "Roanoke, Virginia – Pskov"),
        ("хто підписав у Баффало", "Відповідь англійською.\nSuspended by Mayor Byron Brown on 1 April 2022"),
        ("who signed it", "Who has signed the petition"),
        ("Дюлуті", "Duluth, Minnesota – Petrozavodsk"),
        ("Чепел-Хілл", "Chapel Hill, North Carolina – Saratov"),
    ],
)
def test_a_place_is_asked_of_and_no_answer_on_file(question: str, first: str, register: Register) -> None:
    assert _told(question, register).startswith(first)


@pytest.mark.parametrize(
    ("question", "place", "partner"),
    [
        ("Я з Одеси. Хто наші побратими за океаном?", "Odesa, Ukraine", "Baltimore, Maryland"),
        ("Днепр", "Dnipro, Ukraine", "Grand Rapids, Michigan"),
        ("Запорожье с кем", "Zaporizhzhia, Ukraine", "No U.S. partner of Zaporizhzhia"),
        ("Миколаїв", "Mykolaiv, Ukraine", "No U.S. partner of Mykolaiv"),
    ],
)
def test_a_large_ukrainian_city_is_meant_by_its_name(
    question: str, place: str, partner: str, register: Register
) -> None:
    told = _told(question, register)
    assert place in told
    assert partner in told


def test_a_name_that_fits_no_known_place_tells_nothing(register: Register) -> None:
    question = understand("Skvyyra", register.gazetteer, TODAY)
    found = Resolution(without_tie=(Mention(0, 1, "Skvyyra", ()),))
    told = AnswerBuilder(register, TODAY, question).to(found)
    assert told.outcome in {Outcome.UNKNOWN, Outcome.OFF_TOPIC}
    assert not told.ties
