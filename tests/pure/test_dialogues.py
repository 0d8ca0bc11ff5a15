"""The corpus of dialogues: each question goes on from the card of the answer before it (tests/corpus/README.md)."""

from __future__ import annotations

import tomllib
from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import discord
import pytest

from cogs.kit.card_actions import CardAction, CardActions
from cogs.lookup.answers.answer import answer
from cogs.lookup.answers.follow_ups import ShownCard
from cogs.lookup.answers.next_answers import next_answer
from cogs.lookup.cog import shown_on
from cogs.lookup.model import Answer
from cogs.lookup.routes import TieHistory, TieSources
from cogs.lookup.views import Cards
from db.record.register import Register
from tests.pure.test_corpus import CORPUS, assert_as_expected, says_only_what_can_be_so
from tests.pure.test_lookup_views import PUBLIC

DIALOGUES = [
    dialogue
    for file in sorted((CORPUS / "dialogues").glob("*.toml"))
    for dialogue in tomllib.loads(file.read_text("utf-8"))["dialogue"]
]


def _shown_on_card_of(found: Answer, register: Register) -> ShownCard:
    """What the card of an answer carries, as it would be read from the message."""
    actions = CardActions()
    actions.add(CardAction("History", TieHistory))
    actions.add(CardAction("Sources", TieSources))
    card = Cards(register, actions).answer(found, PUBLIC)
    return shown_on(cast("discord.Message", SimpleNamespace(components=card.children)))


@pytest.mark.parametrize("dialogue", DIALOGUES, ids=lambda dialogue: " / ".join(dialogue["turns"]))
def test_a_dialogue_goes_on_from_each_card(dialogue: dict[str, Any], register: Register, today: date) -> None:
    first, *others = dialogue["turns"]
    found = answer(first, register, today)
    for asked in others:
        found = next_answer(asked, _shown_on_card_of(found, register), register, today)
    assert_as_expected(found, dialogue, register)


def test_dialogues_expect_only_what_can_be_so() -> None:
    assert [dialogue["turns"] for dialogue in DIALOGUES if not says_only_what_can_be_so(dialogue)] == []
