"""Every card that the record can make is one that Discord takes, and none loses a source or a way on."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

import pytest
from discord import ui

from cogs.kit.card_actions import CardAction, CardActions
from cogs.kit.cards import TEXT_LIMIT
from cogs.kit.components import Layout
from cogs.lookup.answers.answer import answer
from cogs.lookup.answers.answers_to_choices import history_answer, list_answer, place_answer, sources_answer
from cogs.lookup.model import Answer, AnswerChoice, Outcome, TargetKind, TieFilter
from cogs.lookup.routes import HistoryPage, TieHistory, TieSources
from cogs.lookup.views import ROWS_PER_PAGE, CardContext, Cards
from cogs.wording.blocks import Line, TextBlock
from db.record.caching import of_the_last
from db.record.grades import Grade
from db.record.models import Record, Source
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from tests.world import COMPONENT_LIMIT

PUBLIC = CardContext(asker=(1 << 63) - 1, claim=(1 << 63) - 1)


@of_the_last
def cards_of(register: Register) -> Cards:
    """Cards with six buttons a tie, more than fit into a row."""
    actions = CardActions()
    actions.add(CardAction("History", TieHistory))
    actions.add(CardAction("Sources", TieSources))
    for number, name in enumerate(("Watch", "Write a letter", "Talking points", "Report a change")):
        actions.add(CardAction(name, partial(HistoryPage, number)))
    return Cards(register, actions)


@pytest.fixture(scope="module")
def cards(register: Register) -> Cards:
    """The cards of a record."""
    return cards_of(register)


def items(shown: Layout) -> list[ui.Item[Any]]:
    """All parts of a card, however deep they lie."""
    return list(shown.walk_children())


def texts(shown: Layout) -> str:
    """All that a card says."""
    return "\n".join(item.content for item in items(shown) if isinstance(item, ui.TextDisplay))


def ids(shown: Layout) -> list[str]:
    """The custom ids of a card's buttons and selects."""
    return [item.custom_id or "" for item in items(shown) if isinstance(item, (ui.Button, ui.Select))]


def must_be_sendable(shown: Layout) -> None:
    """Fail for a card that Discord would refuse."""
    assert 0 < shown.content_length() <= TEXT_LIMIT
    assert len(items(shown)) <= COMPONENT_LIMIT
    assert len(set(ids(shown))) == len(ids(shown))
    assert all(1 <= len(custom_id) <= 100 for custom_id in ids(shown))
    for item in items(shown):
        assert not isinstance(item, (ui.Container, ui.ActionRow)) or item.children
        assert not isinstance(item, ui.TextDisplay) or item.content.strip()


def must_be_answered_on_a_card(found: Answer, register: Register) -> None:
    """Fail for an answer whose card Discord would refuse, or whose asker could not remove it."""
    shown = cards_of(register).answer(found, PUBLIC)
    must_be_sendable(shown)
    assert f"remove/1/{PUBLIC.asker}" in ids(shown)


def test_every_tie_has_its_card_history_and_sources(cards: Cards, today: date) -> None:
    for tie in cards.register.record.ties.values():
        for place_id in (tie.us, tie.ru):
            found = place_answer(place_id, cards.register, today)
            must_be_sendable(cards.answer(found, PUBLIC))
            must_be_sendable(cards.several(found, PUBLIC))
        must_be_sendable(cards.history(history_answer(tie.id, cards.register), tie.id, 0))
        must_be_sendable(cards.sources(sources_answer(tie.id, cards.register), tie.id, 0))


def test_the_pages_of_a_history_hold_every_act_and_link_every_source(cards: Cards) -> None:
    for tie in cards.register.record.ties.values():
        found = history_answer(tie.id, cards.register)
        pages = [texts(cards.history(found, tie.id, page)) for page in range(9)]
        whole = "\n".join(dict.fromkeys(pages))
        assert all(f"[[{number}]](" in whole for number in range(1, len(found.sources) + 1)), tie.id
        assert whole.count("### ") >= 1


def test_every_page_of_every_list_can_be_sent(cards: Cards) -> None:
    for chosen in (TieFilter(), *(TieFilter(standings=(standing,)) for standing in Standing)):
        found = list_answer(chosen, cards.register)
        for page in range(-1, 12):
            must_be_sendable(cards.answer(found, PUBLIC, page))


def test_a_page_out_of_range_is_the_last(cards: Cards) -> None:
    found = list_answer(TieFilter(), cards.register)
    pages = -(-len(found.rows) // ROWS_PER_PAGE)
    assert f"Page {pages} of {pages}" in texts(cards.answer(found, PUBLIC, 99))


def test_an_answer_that_is_too_long_is_cut_between_paragraphs_and_says_where_the_rest_is(cards: Cards) -> None:
    tie = cards.register.tie("portland-or--khabarovsk")
    lines = tuple(Line(f"Paragraph {number}: " + "word " * 90) for number in range(20))
    shown = cards.answer(Answer(Outcome.TIE, (TextBlock(lines, "A tie", Standing.ACTIVE, tie.id),)), PUBLIC)
    must_be_sendable(shown)
    assert "This is not all: press History for the rest." in texts(shown)
    assert "tie-history/1/portland-or--khabarovsk" in ids(shown)


def test_more_ties_than_fit_become_a_list_with_a_way_to_each(cards: Cards, today: date) -> None:
    ties = list(cards.register.record.ties.values())[:20]
    parts = tuple(TextBlock((Line("word " * 100),), tie.id, Standing.ACTIVE, tie.id) for tie in ties)
    shown = cards.answer(Answer(Outcome.TIE, parts), PUBLIC)
    must_be_sendable(shown)
    [select] = [item for item in items(shown) if isinstance(item, ui.Select)]
    assert [option.value for option in select.options] == [f"tie:{tie.id}" for tie in ties]


@pytest.mark.parametrize("count", [1, 5, 10, 25])
def test_any_number_of_choices_can_be_offered(cards: Cards, count: int) -> None:
    offered = tuple(AnswerChoice(f"Place {number}" * 6, TargetKind.PLACE, f"place-{number}") for number in range(count))
    must_be_sendable(cards.answer(Answer(Outcome.CHOICE, (TextBlock((Line("Which one?"),)),), choices=offered), PUBLIC))


def test_the_longest_ids_of_the_record_fit_into_their_buttons(cards: Cards, record: Record) -> None:
    longest = max(record.ties, key=len)
    must_be_sendable(cards.history(history_answer(longest, cards.register), longest, 999))


def test_hostile_words_in_the_record_stay_words(cards: Cards) -> None:
    evil = "@everyone [x](http://evil.example) **b** <@123456789012345678> `c` # h"
    source = Source("s", "https://e.org/a)b", evil, evil, None, Grade.C)
    part = TextBlock((Line(f"{evil} [1]", evil),), evil, Standing.ACTIVE, next(iter(cards.register.record.ties)))
    shown = texts(cards.answer(Answer(Outcome.TIE, (part,), (source,)), PUBLIC))
    for raw in ("@everyone", "](http://evil", "**b**", "<@1", " `c"):
        assert raw not in shown.replace(r"\]", ""), raw
    assert "[[1]](<https://e.org/a)b>)" in shown


def test_two_ties_in_one_answer_have_their_own_frames_and_buttons(cards: Cards, today: date) -> None:
    shown = cards.answer(answer("Eugene and Juneau?", cards.register, today), replace(PUBLIC, claim=None))
    frames = [item for item in shown.children if isinstance(item, ui.Container)]
    ties = ("eugene-or--irkutsk", "juneau-ak--vladivostok")
    colours = [STANDINGS[cards.register.status(tie).standing].colour for tie in ties]
    assert [frame.accent_colour for frame in frames] == [*colours, None]
    assert {f"tie-history/1/{tie}" for tie in ties} <= set(ids(shown))


@pytest.mark.parametrize(
    ("kind", "hint"), [(TargetKind.ANSWER, "Not what you meant?"), (TargetKind.TIE, "Which one do you mean?")]
)
def test_a_select_asks_which_one_only_where_that_is_open(cards: Cards, kind: TargetKind, hint: str) -> None:
    offered = tuple(AnswerChoice(f"Label {number}", kind, f"id-{number}") for number in range(25))
    found = Answer(Outcome.SUBJECT, (TextBlock((Line("Told."),)),), choices=offered)
    selects = [item for item in items(cards.answer(found, PUBLIC)) if isinstance(item, ui.Select)]
    assert [select.placeholder for select in selects] == [hint]
