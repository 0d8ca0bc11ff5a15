"""Texts that once held the bot for seconds, word for word as they were found: none takes it longer than a moment."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

import pytest

from cogs.letters import compose as drafting
from cogs.letters.review import review
from cogs.lookup.answers.answer import answer, place_text_answer
from db.record.models import Record
from db.record.register import Register
from db.record.standings import Standing
from tests.pure.letters import TIES, draft_about, letter_of

# Of the processor's time, the best of three, on a busy machine; each took from 130 to 5,300 ms when it was found.
MILLISECONDS = 100
MILLISECONDS_OF_A_LETTER = 140
TRIES = 3
LATIN = "abcdefghijklmnopqrstuvwxyz"
QUESTIONS = {
    "in Moscow in Iowa": "in Moscow in Iowa " * 333,
    "Moscow": "Moscow " * 857,
    "or Iowa": "or Iowa " * 750,
    "Portland": "Portland " * 666,
    "портланд": "портланд " * 666,
    "cut": "cut " * 1500,
    "beginnings of mentions": "<@" * 3000,
    "beginnings of times": "<t" * 3000,
    "beginnings of commands": "</" * 3000,
    "one letter that becomes 18": "\ufdfa " * 3000,
    "12 words of 490 letters": " ".join("".join(Random(word).choices(LATIN, k=490)) for word in range(12)),
    "or or or": "or " * 1996 + "Portland",
    "a number of 4,301 digits": f"which ties ended in the last {'9' * 4301} days",
}
REASONS = {
    "4,000 letters": "a" * 4000,
    "4,000 digits": "1" * 4000,
    "4,000 combining marks": "a" + "\u0301" * 3999,
    "beginnings of addresses": "a@" * 2000,
}


def milliseconds(work: Callable[[int], object]) -> float:
    """How long something takes at best; it is told which time it is."""
    took = []
    for number in range(TRIES):
        began = time.thread_time()
        work(number)
        took.append(time.thread_time() - began)
    return min(took) * 1000


@pytest.mark.parametrize("text", QUESTIONS.values(), ids=QUESTIONS)
@pytest.mark.parametrize("read", [answer, place_text_answer])
def test_no_question_holds_the_bot(
    read: Callable[[str, Register, date], object], text: str, register: Register, today: date
) -> None:
    """Each time another text, since what was asked is remembered."""
    read("is Portland still paired?", register, today)
    assert milliseconds(lambda number: read(text + " " * number, register, today)) < MILLISECONDS


def test_600_names_hold_nobody(record: Record, register: Register, today: date) -> None:
    names = " ".join(Random(1).sample([place.name for place in record.other_places], 600))
    read = answer
    read("is Portland still paired?", register, today)
    assert milliseconds(lambda number: read(names + " " * number, register, today)) < MILLISECONDS


@pytest.mark.parametrize("reason", REASONS.values(), ids=REASONS)
def test_no_letter_holds_the_bot(reason: str, frozen_register: Register) -> None:
    draft = replace(draft_about(TIES[Standing.ACTIVE], frozen_register, connection="resident"), reason=reason)
    letter, subject = letter_of(draft, frozen_register), drafting.subject_of(draft, frozen_register)
    review(draft, letter, subject, frozen_register)
    assert milliseconds(lambda _: review(draft, letter, subject, frozen_register)) < MILLISECONDS_OF_A_LETTER
