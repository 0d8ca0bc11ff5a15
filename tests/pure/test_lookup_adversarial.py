"""No text that a person can send holds the bot, fails, or makes a card that Discord would refuse."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from time import process_time

import pytest

from cogs.kit.card_actions import CardAction, CardActions
from cogs.lookup.answers.answer import answer, answer_steps, claim_answer, claim_answer_steps, place_text_answer
from cogs.lookup.answers.preparations import preparations
from cogs.lookup.model import Answer
from cogs.lookup.routes import HistoryPage
from cogs.lookup.steps import Steps
from cogs.lookup.views import Cards
from db.record import text
from db.record.caching import remembered
from db.record.models import Record
from db.record.register import Register
from tests.bench.adversarial import adversarial
from tests.pure.test_lookup_views import PUBLIC, must_be_sendable

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def texts(record: Record) -> dict[str, str]:
    return dict(adversarial(record))


def test_every_text_gets_a_card_that_can_be_sent(texts: dict[str, str], register: Register, today: date) -> None:
    actions = CardActions()
    for number in range(6):
        actions.add(CardAction(f"Action {number}", partial(HistoryPage, number)))
    cards = Cards(register, actions)
    for asked in texts.values():
        for make in (answer, place_text_answer, claim_answer):
            must_be_sendable(cards.answer(make(asked, register, today), PUBLIC))


@pytest.mark.parametrize("begin", [answer_steps, claim_answer_steps])
def test_no_step_of_an_answer_takes_long(
    begin: Callable[[str, Register, date], Steps[Answer]], texts: dict[str, str], register: Register, today: date
) -> None:
    for prepare in preparations(lambda: register):
        prepare()
    for asked in texts.values():
        steps = begin(asked, register, today)
        longest, going_on = 0.0, True
        while going_on:
            begun = process_time()
            going_on = next(steps, "end") is None
            longest = max(longest, process_time() - begun)
        # Of the longest it is a third of this: what is measured is held up by what else the machine does.
        assert longest < 0.05, asked[:60]


@pytest.mark.parametrize("text", ["." * text.MAX_LENGTH, ".a" * 3000, "Д. " * 2000, "U.S." * 1500])
def test_a_text_of_ends_of_sentences_is_read_in_one_go(text: str, register: Register, today: date) -> None:
    claim_answer(text, register, today)
    begun = process_time()
    claim_answer(text, register, today)
    # Read from each of its letters to the end, such a text took half a second.
    assert process_time() - begun < 0.2


def test_what_is_kept_of_texts_is_bounded_in_bytes() -> None:
    made = []

    def make(typed: str) -> str:
        made.append(typed)
        return typed

    kept = remembered(entries=2, longest=3)(make)
    for typed in ("abc", "abc", "abcd", "abcd"):
        assert kept(typed) == typed
    assert made == ["abc", "abcd", "abcd"]


def test_no_more_words_are_read_than_a_long_text_has() -> None:
    assert len(text.tokens("a " * 3000)) == text.MOST_WORDS
    assert len(text.clean("\ufdfa" * text.MAX_LENGTH)) <= text.MAX_LENGTH


def test_a_claim_may_be_of_a_standing_that_no_word_of_it_says(register: Register, today: date) -> None:
    asked = "propose Kremenchuk motion someone said never touched any А"
    assert claim_answer(asked, register, today).parts
