"""The terms of the record are explained however their meaning is asked, and nothing else is taken for that."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.explanations.terms_asked import terms_asked
from cogs.lookup.reading.understanding import understand
from db.record.dataset.explanations import shipped
from db.record.register import Register
from db.record.vocabulary import vocabulary

TODAY = date(2026, 11, 28)


def test_every_term_has_an_answer() -> None:
    assert [row["answer"] for row in vocabulary("terms")["term"] if shipped().by_id(row["answer"]) is None] == []


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("wdym dormant", "word-dormant"),
        ("your card says kept, explain pls", "word-kinds"),
        ("i dont get the half circle", "word-signs"),
        ("what does 'nothing newer found' mean", "word-searched"),
        ("поясни простими словами: не підтверджено", "word-unconfirmed"),
        ("що у вас означає «станом на»", "word-searched"),
        ("не понимаю пометку «приостановлено» на карточке", "word-suspended"),
        ("что такое консент-повестка, «согласительная повестка»", "word-consent"),
        ("как понимать «по чьему слову»", "word-silence"),
    ],
)
def test_a_term_is_explained_however_its_meaning_is_asked(text: str, answer: str, register: Register) -> None:
    assert terms_asked(understand(text, register.gazetteer, TODAY)) == (answer,)


@pytest.mark.parametrize(
    "text",
    [
        "what is active in Ohio",
        "explain why they suspended it",
        "what was suspended in March 2022",
        "which are dormant",
        "what would ending a tie mean for Ukraine",
        "що призупинено в Техасі",
        "кто приостановил связи",
        "what are the conditions for Norfolk",
        "what is the resolution about that Dallas passed on Ukraine",
    ],
)
def test_what_asks_for_ties_asks_for_no_meaning(text: str, register: Register) -> None:
    assert terms_asked(understand(text, register.gazetteer, TODAY)) == ()
