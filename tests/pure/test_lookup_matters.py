"""What is asked of many ties at once that no field holds: each matter is found in the record's own words."""

from __future__ import annotations

from datetime import date

import pytest

from cogs.lookup.answers.answer import answer
from cogs.lookup.parts.matters import asks_for_a_matter
from cogs.lookup.reading.understanding import understand
from db.record.register import Register
from db.record.vocabulary import LANGUAGES, vocabulary

TODAY = date(2026, 11, 28)


@pytest.mark.parametrize("name", vocabulary("matters"))
def test_every_matter_can_be_asked_in_three_languages_and_is_found(name: str, register: Register) -> None:
    row = vocabulary("matters")[name]
    assert all(row[language] for language in LANGUAGES)
    assert row["told"]
    assert row["beside"].endswith((".", "”"))
    acts = [act for tie in register.record.ties.values() for act in tie.acts]
    texts = [f" {act.actor} {act.said} {act.summary} {act.vote}".casefold() for act in acts]
    assert [words for words in row["finds"] if not any(f" {words}" in text for text in texts)] == []


@pytest.mark.parametrize(
    "text",
    [
        "which ties were suspended",
        "who voted to keep it",
        "how many governors ended a tie",
        "my vote lost its meaning for me",
        "what do Ukrainians say",
        "хто розірвав зв'язки",
        "какие города приостановили",
    ],
)
def test_what_a_list_answers_is_no_matter(text: str, register: Register) -> None:
    assert not asks_for_a_matter(understand(text, register.gazetteer, TODAY))


def test_a_place_that_is_named_is_told_of_itself(register: Register) -> None:
    found = answer("did the motion to suspend fail in Juneau", register, TODAY)
    assert found.ties == ("juneau-ak--vladivostok",)
