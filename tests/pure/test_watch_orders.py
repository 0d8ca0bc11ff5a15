"""Messages that tell the bot to watch something, and messages that only sound like it."""

from __future__ import annotations

import pytest

from cogs.announcements.watch_orders import watch_order
from db.record.register import Register


@pytest.mark.parametrize(
    ("text", "ties", "state"),
    [
        ("watch San Diego", ["san-diego-ca--vladivostok"], ""),
        ("Please watch San Diego for me.", ["san-diego-ca--vladivostok"], ""),
        ("follow the tie of San Diego, California, with Vladivostok", ["san-diego-ca--vladivostok"], ""),
        ("I'd like to watch chicago", ["chicago-il--moscow"], ""),
        ("notify me about Tallahassee", ["tallahassee-fl--krasnodar"], ""),
        ("can you keep an eye on Houston please?", ["houston-tx--moscow", "houston-tx--tyumen"], ""),
        ("watch Berkeley", ["berkeley-ca--dmitrov", "berkeley-ca--ulan-ude"], ""),
        ("watch Texas", [], "TX"),
        ("watch TX", [], "TX"),
    ],
)
def test_what_is_to_be_watched_is_found(register: Register, text: str, ties: list[str], state: str) -> None:
    found = watch_order(text, register)
    assert found is not None
    assert sorted(tie.id for tie in found.ties) == [name for name in ties if name in register.record.ties]
    assert found.state == state


@pytest.mark.parametrize(
    "text",
    [
        "watch",
        "watch out, Portland is next",
        "watch the council meeting in San Diego on YouTube",
        "who do you watch in San Diego?",
        "watching San Diego suspend its tie was great",
        "follow me",
        "watch Nashville",
        "is San Diego still paired with Vladivostok?",
        "watch " + "San Diego " * 40,
    ],
)
def test_other_messages_are_questions_as_before(register: Register, text: str) -> None:
    assert watch_order(text, register) is None
