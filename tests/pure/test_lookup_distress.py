"""Who seems to be at an end or in danger gets the numbers of people to talk to, and nothing else; nobody else does."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import tomli

from cogs.lookup.answers.answer import answer, claim_answer, place_text_answer
from cogs.lookup.answers.distress import distress_answer
from cogs.lookup.answers.follow_ups import ShownCard
from cogs.lookup.answers.next_answers import next_answer
from cogs.lookup.model import Answer, Outcome
from cogs.lookup.render_text import as_text
from db.record.register import Register

SENTENCES: dict[str, list[str]] = tomli.loads((Path(__file__).parent / "distress_sentences.toml").read_text("utf-8"))


def said(found: Answer | None) -> str:
    """The words of an answer; empty where there is none."""
    return "" if found is None else "\n".join(line.text for part in found.parts for line in part.lines)


@pytest.mark.parametrize("text", SENTENCES["at_an_end"])
def test_who_seems_at_an_end_is_told_whom_to_call(text: str) -> None:
    assert "988" in said(found := distress_answer(text))
    assert "7333" in said(found)
    assert "safe" not in said(found)


@pytest.mark.parametrize("text", SENTENCES["in_danger"])
def test_who_is_in_danger_is_told_to_go_where_it_is_safe(text: str) -> None:
    told = said(distress_answer(text))
    assert any(word in told for word in ("safe", "безпечно", "безопасно"))


@pytest.mark.parametrize("text", SENTENCES["neither"])
def test_the_same_words_of_ties_and_in_jest_are_no_distress(text: str) -> None:
    assert distress_answer(text) is None


@pytest.mark.parametrize("text", ["I want to die. Is Portland tied to Khabarovsk?", "Чикаго — Москва. Не хочу жити"])
def test_it_goes_before_everything_else_wherever_it_stands(text: str, register: Register, today: date) -> None:
    shown = ShownCard(ties=("chicago--moscow",))
    for found in (
        answer(text, register, today),
        claim_answer(text, register, today),
        place_text_answer(text, register, today),
        next_answer(text, shown, register, today),
    ):
        assert "988" in as_text(found, register)
        assert found.outcome is Outcome.SUBJECT
        assert (found.ties, found.choices, found.sources) == ((), (), ())


def test_it_is_found_at_the_end_of_a_long_text() -> None:
    assert distress_answer("Chicago and Moscow, " * 250 + "and I want to die")


def test_it_is_said_in_the_language_of_who_writes() -> None:
    assert said(distress_answer("хочу піти з життя")).startswith("Мені дуже шкода")
    assert said(distress_answer("не хочу больше жить")).startswith("Мне очень жаль")
    assert said(distress_answer("I want to die")).startswith("I am so sorry")
