"""The cards on which an editor enters a draft: what is entered, what is missing, which tie, act or source is meant."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import partial
from typing import Any

import discord
from discord import ui

from cogs.editing import impact_sentences, routes, sentences
from cogs.editing.autocomplete import act_line
from cogs.editing.draft_faults import DraftFault, DraftStep
from cogs.editing.draft_validation import GONE, MOST_SOURCES, CheckedDraft
from cogs.editing.impact import standing_text
from cogs.editing.routes import FormName
from cogs.kit.access import person
from cogs.kit.cards import Option, Tone, button, choices, container, picker, rows, rule, safe
from cogs.kit.components import Layout
from cogs.wording.date_parsing import EntryError, order_read, read_date
from cogs.wording.english import clip
from cogs.wording.names import tie_name
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import Status, acts_in_force
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import STANDINGS
from db.store.draft_models import ActDraft, DraftState, DraftTask

PRIMARY = discord.ButtonStyle.primary
QUIET = discord.ButtonStyle.secondary


def which_tie(draft_id: int, task: DraftTask, ties: Sequence[Tie], register: Register) -> Layout:
    """Which tie is meant, where a place has several."""
    options = [Option(tie_name(tie, register), tie.id) for tie in ties]
    route = partial(routes.ChooseTie if task is DraftTask.RECORD else routes.ChooseTieToCorrect, draft_id)
    return _asked("Which tie?", choices(options, route, route()), draft_id)


def which_act(draft: ActDraft, tie: Tie, register: Register) -> Layout:
    """Which act is corrected or withdrawn."""
    options = [Option(act_line(act), act.id, act.summary) for act in reversed(acts_in_force(tie.acts))]
    route = routes.ChooseActToCorrect if draft.task is DraftTask.CORRECT else routes.ChooseActToWithdraw
    found = [picker(options, route(draft.id), "Choose the act")]
    return _asked(f"Which act of {safe(tie_name(tie, register))}?", found, draft.id)


def stuck(draft: ActDraft, viewer: int | None, faults: Sequence[DraftFault]) -> Layout:
    """That a draft which was complete cannot be recorded any more, and the way out."""
    waits = draft.state is DraftState.WAITING
    out = back_button(draft, viewer) if waits else _cancel(draft)
    told = "\n".join(safe(fault.text) for fault in faults) or GONE
    return Layout(container(clip(told, 1800), *rows([out]), accent=Tone.REFUSED.value))


def _cancel(draft: ActDraft) -> ui.Button[Any]:
    return button("Cancel", routes.Cancel(draft.id))


def unfinished(draft: ActDraft, checked: CheckedDraft, tie: Tie, register: Register, said_of_date: str = "") -> Layout:
    """A draft with what is entered, what is missing, and the buttons that mend it. ``said_of_date`` is what was said of
    its date where that cannot be read.
    """
    head = f"### {sentences.TITLES[draft.task]}\n**{safe(tie_name(tie, register))}**\n{_kind_and_date(draft)}"
    faults = sorted(checked.faults, key=lambda fault: fault.step is not DraftStep.DATE)
    missing = "\n".join(f"- {safe(fault.text)}" for fault in faults)
    saved = f"-# {sentences.KEPT_AS_TYPED}"
    entered = "\n".join(filter(None, [sent_back(draft), _entered(draft), sentences.date_said(safe(said_of_date))]))
    items: list[Any] = [clip(head, 600), entered, rule(), f"**Still needed**\n{clip(missing, 1800)}", saved]
    first = faults[0].step if faults else DraftStep.ACT
    known = _known_pages(draft, tie, register)
    below = [*known, *rows(_fixing(draft, checked.faults, first)), *rows(telling_buttons(draft, register, first))]
    return Layout(container(*items, accent=Tone.CAREFUL.value), *below)


def shaped(status: Status) -> str:
    return f"{STANDINGS[status.standing].shape} {safe(standing_text(status))}"


def sent_back(draft: ActDraft) -> str:
    """What the second editor wrote who sent a draft back; nothing if nobody did."""
    if draft.state is not DraftState.OPEN or draft.decided_by is None or not draft.returned:
        return ""
    return sentences.sent_back(person(draft.decided_by), safe(draft.returned))


def back_button(draft: ActDraft, viewer: int | None) -> ui.Button[Any]:
    """The way back from a second editor: who entered it takes it back, others send it."""
    return button("Take back" if viewer == draft.editor else "Send back", routes.SendBack(draft.id))


def telling_buttons(draft: ActDraft, register: Register, first: DraftStep | None = None) -> list[ui.Button[Any]]:
    """The forms that need not be sent: how the act is said, what its new pages are, the day of a hearing. ``first`` is
    the step that comes next.
    """
    if draft.task is DraftTask.RETRACT:
        return []
    style = PRIMARY if first is DraftStep.SAID else QUIET
    found = [button("Wording for readers", routes.OpenForm(draft.id, FormName.SAID), style)]
    if new_pages(draft, register):
        found.append(button("Kind of page", routes.DescribePages(draft.id)))
    if draft.kind and ACT_KINDS[ActKind(draft.kind)].takes_hearing:
        style = PRIMARY if first is DraftStep.HEARING else QUIET
        found.append(button("The hearing", routes.OpenForm(draft.id, FormName.HEARING), style))
    return found


def new_pages(draft: ActDraft, register: Register) -> tuple[int, ...]:
    """The numbers of a draft's sources, counted from 1, whose pages the record lacks."""
    return tuple(
        number
        for number, source in enumerate(draft.sources, start=1)
        if source.address and register.source_of_page(source.address) is None
    )


def which_source(draft: ActDraft) -> Layout:
    """Which of several sources is to be edited."""
    options = [
        Option(clip(f"{number}. {source.title or source.address}", 80), str(number))
        for number, source in enumerate(draft.sources, 1)
    ]
    found = [picker(options, routes.OpenForm(draft.id, FormName.SOURCE), "Choose the source")]
    return _asked("Which source?", found, draft.id)


def which_page(draft: ActDraft, numbers: Iterable[int]) -> Layout:
    """Of which of several new pages it is to be said what it is."""
    sources = {number: draft.sources[number - 1] for number in numbers}
    options = [
        Option(clip(f"{number}. {source.title or source.address}", 80), str(number))
        for number, source in sources.items()
    ]
    return _asked("Which page?", [picker(options, routes.DescribePage(draft.id), "Choose the page")], draft.id)


def _asked(question: str, below: Sequence[ui.ActionRow[Any]], draft_id: int) -> Layout:
    cancel = button("Cancel", routes.Cancel(draft_id))
    return Layout(container(f"### {question}", accent=Tone.PLAIN.value), *below, *rows([cancel]))


def _kind_and_date(draft: ActDraft) -> str:
    kind = ACT_KINDS[ActKind(draft.kind)].label if draft.kind else sentences.NO_KIND
    return f"**{kind}** · {safe(_dated(draft.date))}"


def _dated(kept: str) -> str:
    """A draft's date in words, and how it was read where that could be taken otherwise."""
    try:
        value = read_date(kept, date.max)
    except EntryError:
        return kept or sentences.NO_DATE
    return sentences.date_as_read(value, order_read(kept))


def _entered(draft: ActDraft) -> str:
    told = [
        ("", draft.actor),
        ("", draft.summary),
        ("Vote: ", draft.vote),
        ("What would lift it: ", draft.condition),
        ("Hearing: ", draft.hearing),
        ("Place: ", draft.hearing_place),
        ("To speak: ", draft.hearing_speak),
        ("Agenda: ", draft.hearing_agenda),
        ("Told in these words: ", draft.said),
        ("On the date: ", draft.date_note),
        ("What was wrong: ", draft.why),
    ]
    lines = [label + safe(text) for label, text in told if text]
    several = len(draft.sources) > 1
    lines += [
        f"{impact_sentences.source_label(number if several else None)}: {safe(source.title or source.address)}"
        for number, source in enumerate(draft.sources, start=1)
    ]
    return clip("\n".join(lines), 1200)


def _fixing(draft: ActDraft, faults: Sequence[DraftFault], first: DraftStep) -> list[ui.Button[Any]]:
    steps = {fault.step for fault in faults}
    number = next((fault.number for fault in faults if fault.step is DraftStep.SOURCE), len(draft.sources) or 1)
    entered = bool(draft.actor or draft.summary)
    page = next((fault.number for fault in faults if fault.step is DraftStep.PAGE), 0)
    labels = {
        DraftStep.ACT: "Edit the act" if entered else "Enter the act",
        DraftStep.SOURCE: f"Fix source {number}" if number <= len(draft.sources) else "Add the source",
        DraftStep.DATE: "Change date or kind",
    }
    forms: dict[DraftStep, routes.ActDraftRoute] = {
        DraftStep.ACT: routes.OpenForm(draft.id, FormName.ACT),
        DraftStep.SOURCE: routes.OpenForm(draft.id, FormName.SOURCE, number),
        DraftStep.DATE: routes.OpenForm(draft.id, FormName.DATE),
        DraftStep.SAID: routes.OpenForm(draft.id, FormName.SAID),
        DraftStep.PAGE: routes.DescribePage(draft.id, page),
        DraftStep.HEARING: routes.OpenForm(draft.id, FormName.HEARING),
    }
    if DraftStep.PAGE in steps:
        labels[DraftStep.PAGE] = f"Kind of page {page}"
    ordered = sorted(labels, key=lambda step: (step is not first, step not in steps))
    found = [button(labels[step], forms[step], PRIMARY if step is first else QUIET) for step in ordered]
    return [*found, button("Cancel", routes.Cancel(draft.id))]


def _known_pages(draft: ActDraft, tie: Tie, register: Register) -> list[ui.ActionRow[Any]]:
    """The pages that the record has for the tie, to choose one in place of typing it again."""
    if len(draft.sources) >= MOST_SOURCES:
        return []
    newest_first = [act.sources for act in reversed(tie.acts)] + [listing.sources for listing in tie.listings]
    ids = dict.fromkeys(name for names in newest_first for name in names)
    known = [register.record.sources[name] for name in ids if name in register.record.sources]
    options = [Option(f"{source.publisher}: {source.title}", source.id, f"Grade {source.grade}") for source in known]
    if not options:
        return []
    return [picker(options, routes.UseSource(draft.id), "Or choose a page that the record has for this tie")]
