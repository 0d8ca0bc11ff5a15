"""One status card for a tie: whoever shows it says the same, and Discord takes it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from discord import ui

from cogs.kit.card_actions import CardAction, CardActions
from cogs.kit.cards import TEXT_LIMIT
from cogs.kit.components import Layout
from cogs.kit.status_card import status_card, status_text
from cogs.lookup.answers.answers_to_choices import tie_answer
from cogs.lookup.routes import TieHistory, TieSources
from cogs.lookup.views import Cards
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.models import PartialDate, Record
from db.record.register import Register
from tests.world import COMPONENT_LIMIT

TODAY = date(2026, 11, 25)
TIE = "portland-or--khabarovsk"


@pytest.fixture(scope="module")
def actions() -> CardActions:
    """Two buttons a tie."""
    made = CardActions()
    made.add(CardAction("History", TieHistory))
    made.add(CardAction("Sources", TieSources))
    return made


def sent(shown: Layout) -> list[dict[str, Any]]:
    """What is sent to Discord."""
    found: list[dict[str, Any]] = shown.to_components()  # type: ignore[no-untyped-call]
    return found


def test_the_card_under_an_announcement_is_the_one_of_status(register: Register, actions: CardActions) -> None:
    for tie in register.record.ties.values():
        looked_up = Cards(register, actions).answer(tie_answer(tie.id, register, TODAY))
        assert sent(status_card(tie, register, actions, TODAY)) == sent(looked_up), tie.id


def test_a_letter_shows_every_sentence_of_the_short_card(register: Register, actions: CardActions) -> None:
    for tie in register.record.ties.values():
        card = status_card(tie, register, actions, TODAY)
        full = "\n".join(item.content for item in card.walk_children() if isinstance(item, ui.TextDisplay))
        part = status_text(tie, register, TODAY)
        told = [line for line in part.split("\n") if line and not line.startswith("-# [")]
        assert told[0].startswith("-# ")
        assert told[1].startswith("**")
        assert [line for line in told if line not in full] == [], tie.id


def test_a_letter_s_part_names_the_hearing_and_the_age_of_the_word(frozen_record: Record) -> None:
    tie = frozen_record.ties[TIE]
    proposed = replace(
        tie.acts[-1],
        id="new",
        kind=ActKind.PROPOSED,
        authority=Authority.MAYOR,
        date=PartialDate(date(2026, 11, 20)),
        hearing=date(2026, 12, 3),
    )
    register = Register(replace(frozen_record, other_places=()))
    register.replace_tie(replace(tie, acts=(*tie.acts, proposed)))
    told = status_text(register.tie(TIE), register, TODAY)
    assert "A hearing is set for 3 December 2026" in told
    assert "of late 2022 or after" in told


def test_what_is_too_long_for_a_part_of_a_card_says_where_the_rest_is(
    frozen_record: Record, actions: CardActions
) -> None:
    tie = frozen_record.ties[TIE]
    hearings = [
        replace(
            tie.acts[-1],
            id=f"new-{number}",
            kind=ActKind.PROPOSED,
            actor="x" * 120,
            date=PartialDate(date(2026, 11, 20)),
            hearing=date(2026, 12, number),
        )
        for number in range(1, 25)
    ]
    register = Register(replace(frozen_record, other_places=()))
    register.replace_tie(replace(tie, acts=(*tie.acts, *hearings)))
    told = status_text(register.tie(TIE), register, TODAY)
    assert len(told) < 2700
    assert told.endswith("-# This is not all: `/status` shows the rest.")
    card = status_card(register.tie(TIE), register, actions, TODAY)
    assert 0 < card.content_length() <= TEXT_LIMIT
    assert len(list(card.walk_children())) <= COMPONENT_LIMIT
