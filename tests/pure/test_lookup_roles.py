"""Who is asked about by their part at a place: what is on record of them stands before how its tie stands."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.render_text import as_text
from db.record.register import Register

TODAY = date(2026, 11, 30)
# Where a card begins that tells how a tie stands.
CARD = " — "


def before_the_card(ask: str, register: Register) -> str:
    return as_text(answer(ask, register, TODAY), register).partition(CARD)[0]


@pytest.mark.parametrize(
    ("ask", "first"),
    [
        ("sarasota's own sister city club, were they for pausing or against the whole thing", "Mariam Kramer"),
        ("what made that durham committee guy flip", "Brian Snyder"),
        ("чому даремський комітет змінив думку щодо Костроми", "Brian Snyder"),
        ("did Norfolk's association go along with the mayor right away", "it was not ready to"),
        ("что хотело общество побратимов Норфолка", "it was not ready to"),
        ("асоціація Шарлотт була за розрив чи за паузу", "Recommended suspension instead of severing"),
        ("Jacksonville: what did the sister cities lady want after zelensky called them out", "Brenda Frinks"),
        ("what did the consulate ask Livermore for", "urged by Ukraine's consul general"),
        ("did the ukrainian consul have anything to do with Montclair", "a letter from Ukraine's consul general"),
        ("what was the portland maine lawyer's line", "would not alter the treaty"),
        ("rochester's sister city group — which side were they on", "Linkages of Rochester"),
        ("did activists in philly want it gone", "activists had asked Philadelphia in July"),
        ("Why did the Anacortes mayor leave the flags up", "Matt Miller"),
        ("did the sarasota commissioner get his way?", "Hagen Brody"),
        ("Saint Paul's mayor — any word from him?", "Nobody is on record by name"),
        ("the San Jose man whose colleague was arrested, what did he say", "Tim Quigley"),
        ("мужчина из Сан-Хосе, у которого арестовали коллегу, что говорил", "Tim Quigley"),
        ("give me both sides' arguments on Charlotte", "Charlotte Sister Cities Association"),
        ("дай аргументи обох сторін по Шарлотт", "Charlotte Sister Cities Association"),
        ("who stood where in Roanoke", "Sherman Lea"),
        ("Zelenskyy blamed San Jose for building missiles, right?", "manufactured in Yekaterinburg"),
    ],
)
def test_told_before_the_card(ask: str, first: str, register: Register) -> None:
    assert first in before_the_card(ask, register)


@pytest.mark.parametrize(
    ("ask", "told"),
    [
        ("is it true that the Durham committee was always against ending it", "speaking for keeping a tie"),
        ("charlotte's sister cities group wanted it gone right?", "speaking for ending the tie outright"),
        ("is it true Bestpitch wanted to cut pskov", "speaking for ending or suspending"),
    ],
)
def test_another_stance_is_put_right(ask: str, told: str, register: Register) -> None:
    assert f"{told}" in before_the_card(ask, register).splitlines()[0]


@pytest.mark.parametrize(
    "ask",
    ["Who in Roanoke refused the governor", "list every mayor i could write to in florida", "did Durham suspend it"],
)
def test_nobody_is_asked_about_by_their_part(ask: str, register: Register) -> None:
    assert "Who is on record there" not in as_text(answer(ask, register, TODAY), register)


def test_body_of_all_sister_cities_is_no_local_one(register: Register) -> None:
    assert "Boerum" not in before_the_card("was durham's sister city committee for or against suspending", register)


def test_all_that_one_person_named_is_told(register: Register) -> None:
    told = as_text(answer("кого из американцев назвал Примаков в августе 25-го", register, TODAY), register)
    for name in ("Anchorage", "Fairbanks", "San Diego", "Cleveland", "Philadelphia"):
        assert name in told
