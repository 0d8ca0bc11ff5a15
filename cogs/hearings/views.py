"""How hearings look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from cogs.hearings import sentences
from cogs.hearings.routes import (
    DoNotRemindMe,
    EnterOutcome,
    HearingsCalendar,
    HearingsPage,
    LetHearingRest,
    RemindMe,
    TieCalendar,
)
from cogs.hearings.schedule import Change
from cogs.kit.card_actions import CardActions
from cogs.kit.cards import Tone, button, cited, container, link, page_note, pager, rows, rule, safe
from cogs.kit.components import Layout
from cogs.kit.status_card import footer
from cogs.kit.work_queue import QueueItem
from cogs.outbox import delivery_button
from cogs.wording.act_sentences import proposal_told
from cogs.wording.dates import hearing_when
from cogs.wording.hearing_sentences import hearing_details
from cogs.wording.names import pair_name, tie_name
from cogs.wording.sources import Citations, brief_source
from db.record.hearings import Hearing
from db.record.models import Act, Tie
from db.record.register import Register
from db.store import tips
from db.store.delivery_models import Delivery

# As many as a message has components for, with the buttons of each.
PER_PAGE = 3
_MOST_TIPS = 3


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
        items += [rule(), hearing_text(hearing, register, citations), *_ways(hearing, actions)]
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
        items += [*([rule()] if number else []), hearing_text(hearing, register, citations)]
    ways = _ways(shown[0], actions)
    notes = (_sources(citations), f"-# {sentences.WHAT_COUNTS}")
    return Layout(container(*items, *ways, *footer(*notes), accent=Tone.PLAIN.value))


def hearing_text(hearing: Hearing, register: Register, citations: Citations) -> str:
    """A hearing in markdown: whose, when, where, how to speak, what is proposed."""
    act = hearing.act
    marks = citations.cite_best(act.sources)
    lines = [f"**{safe(pair_name(hearing.tie, register))}**", when_told(hearing)]
    lines += [safe(text) for text in hearing_details(act)]
    lines.append(cited(proposal_told(act, marks), citations.sources))
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
    return sentences.moment(int(hearing.starts.timestamp()), f"{hearing.day:%A}", dated)


def reminder_card(row: Delivery, hearing: Hearing, register: Register, actions: CardActions, note: str) -> Layout:
    """A reminder of a hearing."""
    citations = Citations(register.record.sources)
    shown = [delivery_button(row, sentences.DETAILS), *actions.buttons(hearing.tie.id)]
    shown.append(button(sentences.CALENDAR, TieCalendar(hearing.tie.id)))
    if row.to.kind == "user":
        shown.append(delivery_button(row, sentences.NO_REMINDERS, "off"))
    text = f"### {sentences.COMING_UP}\n{hearing_text(hearing, register, citations)}"
    foot = footer(_sources(citations), f"-# {note}" if note else "")
    return Layout(container(text, *foot, *rows(shown), accent=Tone.PLAIN.value))


def change_card(row: Delivery, hearing: Hearing | None, change: Change, register: Register, tie_id: str) -> Layout:
    """What became of a hearing that was reminded of."""
    text = f"### {sentences.CHANGES[change]}\n{_whose(tie_id, register)}"
    if hearing is not None:
        text += f"\n{when_told(hearing)}"
        text += "".join(f"\n{safe(detail)}" for detail in hearing_details(hearing.act))
    tone = Tone.CAREFUL if change is not Change.MENDED else Tone.PLAIN
    return Layout(container(text, *rows([delivery_button(row, sentences.DETAILS)]), accent=tone.value))


def rewritten_reminder(
    row: Delivery, hearing: Hearing | None, was: str, change: Change, register: Register, tie_id: str
) -> Layout:
    """A reminder as it reads after something changed: what it had said is struck through where it is wrong now."""
    lines = [f"### {sentences.CHANGES[change]}", _whose(tie_id, register)]
    if was and change is not Change.MENDED:
        lines.append(sentences.had_said(was))
    if hearing is not None and not hearing.is_cancelled:
        lines += [when_told(hearing), *(safe(detail) for detail in hearing_details(hearing.act))]
    return Layout(
        container("\n".join(lines), *rows([delivery_button(row, sentences.DETAILS)]), accent=Tone.CAREFUL.value)
    )


def question_card(row: Delivery, hearing: Hearing, register: Register, actions: CardActions) -> Layout:
    """The question what came of a hearing, to a channel that was reminded of it."""
    text = f"### {sentences.WERE_YOU_THERE}\n{_whose(hearing.tie.id, register)}\n"
    text += sentences.nothing_on_record(safe(hearing_when(hearing.act)))
    shown = [*actions.buttons(hearing.tie.id), delivery_button(row, sentences.DETAILS)]
    return Layout(container(text, *rows(shown), accent=Tone.PLAIN.value))


def outcome_card(hearing: Hearing, register: Register, reported: Sequence[int]) -> Layout:
    """A hearing that is over, for an editor; ``reported`` are the open tips of its tie, which may say more of it."""
    citations = Citations(register.record.sources)
    text = f"### {sentences.OUTCOMES_TO_ENTER}\n{hearing_text(hearing, register, citations)}"
    enter = button(sentences.ENTER_OUTCOME, EnterOutcome(hearing.tie.id), discord.ButtonStyle.primary)
    rest = button(sentences.LET_REST, LetHearingRest(hearing.tie.id))
    led = [button(sentences.open_tip(tip), QueueItem(tips.WORK, str(tip))) for tip in reported[:_MOST_TIPS]]
    note = sentences.TIPS_MAY_SAY if led else ""
    frame = container(text, note, *footer(_sources(citations)), accent=Tone.PLAIN.value)
    return Layout(frame, *rows([*led, enter, rest]))


def at_rest_card() -> Layout:
    """That a hearing waits no more."""
    return Layout(container(sentences.AT_REST, accent=Tone.DONE.value))


def reminding_card(tie: Tie, register: Register, *, on: bool) -> Layout:
    """Whether a person is reminded of the hearings of a tie."""
    word = sentences.WILL_REMIND if on else sentences.NO_LONGER_REMINDED
    turn = DoNotRemindMe(tie.id) if on else RemindMe(tie.id)
    label = sentences.NO_REMINDERS if on else sentences.REMIND_ME
    text = f"**{safe(tie_name(tie, register))}**\n{word}"
    return Layout(container(text, *rows([button(label, turn)]), accent=(Tone.DONE if on else Tone.PLAIN).value))


def dated(act: Act) -> str:
    """When an act's hearing is, in markdown."""
    return safe(hearing_when(act))


def _whose(tie_id: str, register: Register) -> str:
    return f"**{safe(pair_name(register.tie(tie_id), register))}**"


def _ways(hearing: Hearing, actions: CardActions) -> list[ui.ActionRow[Any]]:
    """What can be done about a hearing."""
    calendar = button(sentences.CALENDAR, TieCalendar(hearing.tie.id))
    if hearing.is_cancelled:
        return rows([calendar])
    remind = button(sentences.REMIND_ME, RemindMe(hearing.tie.id))
    return rows([*actions.buttons(hearing.tie.id), remind, calendar])


def _sources(citations: Citations) -> str:
    named = (f"{number} {safe(brief_source(source))}" for number, source in enumerate(citations.sources, 1))
    return f"-# {' · '.join(named)}" if citations.sources else ""
