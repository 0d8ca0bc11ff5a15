"""Words that are said of how a tie stands are told apart however they are compared, and no list is taken for that."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.explanations.words_apart import words_apart
from cogs.lookup.reading.understanding import understand
from db.record.dataset.explanations import shipped
from db.record.register import Register
from db.record.vocabulary import vocabulary

TODAY = date(2026, 11, 30)


def test_every_note_on_other_words_is_an_answer() -> None:
    notes = [row["note"] for row in vocabulary("words_apart")["standing"] if "note" in row]
    assert [name for name in notes if shipped().by_id(name) is None] == []


@pytest.mark.parametrize(
    ("text", "lead", "told"),
    [
        (
            "paused vs suspended vs severed, the precise distinction",
            "“severed” is ended",
            "suspended-or-ended",
        ),
        ("Is 'paused' the same thing as 'suspended' in your book", "one thing here: suspended", "word-paused"),
        (
            "status unconfirmed = you think it still stands, yes?",
            "does not say that the tie stands",
            "word-unconfirmed",
        ),
        ("does unconfirmed imply it's dead", "does not say that the tie has ended", "word-unconfirmed"),
        ("severed / revoked / rescinded - are those all 'ended' to you?", "one thing here: ended", "word-ended-verbs"),
        ("призупинили и заморозили - одно и то же?", "“заморозили” are one thing", "word-paused"),
        (
            "приостановлено на неопределённый срок — это конец?",
            "do not say that the tie has ended",
            "word-paused",
        ),
        ("не подтверждено, то есть связь ещё действует?", "does not say that the tie stands", "word-unconfirmed"),
        ("спляче — то зв'язок уже мертвий?", "does not say that the tie has ended", "word-dormant"),
        ("that 'indefinitely', so basically forever?", "does not say that the tie has ended", "word-paused"),
        ("my editor wants a synonym for suspended that isnt 'cut'", "", "word-paused"),
        ("дай синоним к слову «разорвано»", "", "word-ended-verbs"),
    ],
)
def test_words_are_told_apart(text: str, lead: str, told: str, register: Register) -> None:
    found = words_apart(understand(text, register.gazetteer, TODAY))
    assert found is not None
    assert lead in found.lead
    assert told in [each.id for each in found.told]


@pytest.mark.parametrize(
    "text",
    [
        "which cities are suspended vs ended",
        "ended or paused cities",
        "frozen / on hold",
        "suspended or ended, Chicago?",
        "how many suspended vs ended",
        "are there more suspended than ended ones in Ohio",
        "suspend or end, which do I request",
        "do suspensions outnumber the ties in force",
        "скільки розірваних і призупинених",
        "кто приостановил, а кто разорвал",
    ],
)
def test_ties_that_are_asked_for_are_no_words(text: str, register: Register) -> None:
    assert words_apart(understand(text, register.gazetteer, TODAY)) is None
