"""How hearings look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from discord import ui

from cogs.hearings import sentences
from cogs.hearings.routes import HearingsCalendar, HearingsPage, TieCalendar
from cogs.kit.card_actions import CardActions
from cogs.kit.cards import Tone, button, cited, container, link, page_note, pager, rows, rule, safe
from cogs.kit.components import Layout
from cogs.kit.status_card import footer
from cogs.wording.dates import hearing_when
from cogs.wording.names import pair_name
from cogs.wording.sentences import hearing_details, who_and_when
from cogs.wording.sources import Citations, brief_source
from db.record.hearings import Hearing
from db.record.register import Register

PER_PAGE = 4


def hearings_card(
    hearings: Sequence[Hearing], register: Register, actions: CardActions, route: HearingsPage, places: str
) -> Layout:
    """A page of the hearings to come."""
    pages = max(1, -(-len(hearings) // PER_PAGE))
    page = min(route.page, pages - 1)
    shown = hearings[page * PER_PAGE : (page + 1) * PER_PAGE]
    citations = Citations(register.record.sources)
    items: list[str | ui.Item[Any]] = [f"### {sentences.list_title(len(hearings), places)}"]
    for hearing in shown:
        items += [rule(), told(hearing, register, citations), *_ways(hearing, actions)]
    turning = pager(page, pages, lambda number: HearingsPage(number, route.states))
    everything = rows([button(sentences.ALL_AS_CALENDAR, HearingsCalendar(route.states))]) if len(hearings) > 1 else []
    notes = (_sources(citations), f"-# {sentences.WHAT_COUNTS}", page_note(page, pages))
    return Layout(container(*items, *footer(*notes), *everything, *turning, accent=Tone.PLAIN.value))


def tie_hearings_card(hearings: Sequence[Hearing], register: Register, actions: CardActions) -> Layout:
    """The hearings of one tie."""
    citations = Citations(register.record.sources)
    shown = hearings[:PER_PAGE]
    items: list[str | ui.Item[Any]] = []
    for number, hearing in enumerate(shown):
        items += [*([rule()] if number else []), told(hearing, register, citations)]
    ways = _ways(shown[0], actions)
    notes = (_sources(citations), f"-# {sentences.WHAT_COUNTS}")
    return Layout(container(*items, *ways, *footer(*notes), accent=Tone.PLAIN.value))


def told(hearing: Hearing, register: Register, citations: Citations) -> str:
    """A hearing in markdown: whose, when, where, how to speak, what is proposed."""
    act = hearing.act
    marks = citations.cite_best(act.sources)
    lines = [f"**{safe(pair_name(hearing.tie, register))}**", when_told(hearing)]
    lines += [safe(text) for text in hearing_details(act)]
    lines.append(cited(sentences.proposed(who_and_when(act), act.summary, marks), citations.sources))
    if act.hearing_agenda:
        lines.append(link(sentences.ADDRESS_OF_AGENDA, act.hearing_agenda))
    return "\n".join(lines)


def when_told(hearing: Hearing) -> str:
    """When a hearing is, in markdown. What has no time of day is never shown as a moment."""
    dated = safe(hearing_when(hearing.act))
    if hearing.is_cancelled:
        return f"**{sentences.CANCELLED}:** ~~{dated}~~"
    if hearing.starts is None:
        return sentences.time_unknown(dated)
    return sentences.moment(int(hearing.starts.timestamp()), dated)


def _ways(hearing: Hearing, actions: CardActions) -> list[ui.ActionRow[Any]]:
    """What can be done about a hearing."""
    calendar = button(sentences.CALENDAR, TieCalendar(hearing.tie.id))
    if hearing.is_cancelled:
        return rows([calendar])
    return rows([*actions.buttons(hearing.tie.id), calendar])


def _sources(citations: Citations) -> str:
    named = (f"{number} {safe(brief_source(source))}" for number, source in enumerate(citations.sources, 1))
    return f"-# {' · '.join(named)}" if citations.sources else ""
