"""The cards that editors see: a draft with what is missing, the preview of what would be recorded, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import discord
from discord import ui

from cogs.editing import routes
from cogs.editing.autocomplete import act_line
from cogs.editing.draft_validation import GONE, MOST_SOURCES, CheckedDraft, DraftFault, DraftStep
from cogs.editing.impact import Impact, can_dispute, evidence, order_note, standing_line
from cogs.editing.parsing import EntryError, is_month_first, read_date
from cogs.editing.permissions import person
from cogs.editing.routes import FormName
from cogs.kit.cards import Option, Tone, accent, button, choices, container, numbered, picker, rows, rule, safe
from cogs.kit.components import Layout
from cogs.wording import sentences
from cogs.wording.dates import day, when
from cogs.wording.english import clip, plural
from cogs.wording.names import tie_name
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES
from db.record.derivation import Status, acts_in_force
from db.record.models import Act, Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS
from db.store.models import ActDraft, Audience, DraftState, DraftTask, SendCounts

_PRIMARY = discord.ButtonStyle.primary
_QUIET = discord.ButtonStyle.secondary
_ROOM = 3800
_TITLES = {
    DraftTask.RECORD: ("Recording an act", "Record this act?"),
    DraftTask.CORRECT: ("Correcting an act", "Record this correction?"),
    DraftTask.RETRACT: ("Withdrawing an act", "Withdraw this act?"),
}
_FIRST = "first"
MONTH_FIRST = " (read month first)"


@dataclass(frozen=True, slots=True)
class Preview:
    """What a preview shows. ``reach`` is None for what is not announced; ``is_correction`` says that it corrects what
    was, and ``must_tell`` that there is no quiet way.

    ``second`` is why a second editor has to confirm it, empty if none has to. ``seen`` marks what the card was made
    from; ``recognised`` are sources that were typed though the record has them. ``is_past`` says that it may be
    announced and is of so long ago that it is no news on the day of ``today``.
    """

    draft: ActDraft
    impact: Impact
    sources: tuple[Source, ...]
    reach: Audience | None
    is_correction: bool
    must_tell: bool
    second: str
    concerns: tuple[str, ...]
    seen: str
    recognised: tuple[Source, ...]
    is_past: bool
    today: date


def which_tie(draft_id: int, task: DraftTask, ties: Sequence[Tie], register: Register) -> Layout:
    """Which tie is meant, where a place has several."""
    options = [Option(tie_name(tie, register), tie.id) for tie in ties]
    route = partial(routes.ChooseTie if task is DraftTask.RECORD else routes.ChooseTieToMend, draft_id)
    return _asked("Which tie?", choices(options, route, route()), draft_id)


def which_act(draft: ActDraft, tie: Tie, register: Register) -> Layout:
    """Which act is corrected or withdrawn."""
    options = [Option(act_line(act), act.id, act.summary) for act in reversed(acts_in_force(tie.acts))]
    route = routes.ChooseActToCorrect if draft.task is DraftTask.CORRECT else routes.ChooseActToWithdraw
    found = [picker(options, route(draft.id), "Choose the act")]
    return _asked(f"Which act of {safe(tie_name(tie, register))}?", found, draft.id)


def stuck(draft: ActDraft, faults: Sequence[DraftFault]) -> Layout:
    """That a draft which was complete cannot be recorded any more, and the way out."""
    waits = draft.state is DraftState.WAITING
    out = button("Send back", routes.SendBack(draft.id)) if waits else _cancel(draft)
    told = "\n".join(safe(fault.text) for fault in faults) or GONE
    return Layout(container(clip(told, 1800), *rows([out]), accent=Tone.REFUSED.value))


def _cancel(draft: ActDraft) -> ui.Button[Any]:
    return button("Cancel", routes.Cancel(draft.id))


def unfinished(draft: ActDraft, checked: CheckedDraft, tie: Tie, register: Register) -> Layout:
    """A draft with what is entered, what is missing, and the buttons that mend it."""
    title = _TITLES[draft.task][0]
    head = f"### {title}\n**{safe(tie_name(tie, register))}**\n{_kind_and_date(draft)}"
    missing = "\n".join(f"- {safe(fault.text)}" for fault in checked.faults)
    saved = "-# Everything you typed is kept. You can go on later with `/queue`."
    entered = "\n".join(filter(None, [_sent_back(draft), _entered(draft)]))
    items: list[Any] = [clip(head, 600), entered, rule(), f"**Still needed**\n{clip(missing, 1800)}", saved]
    first = checked.faults[0].step if checked.faults else DraftStep.ACT
    known = _known_pages(draft, tie, register)
    below = [*known, *rows(_mending(draft, checked.faults, first))]
    return Layout(container(*items, accent=Tone.CAREFUL.value), *below)


def preview(shown: Preview, register: Register) -> Layout:
    """What would be recorded, what it does to the tie, who hears of it, and the buttons that decide."""
    draft, impact = shown.draft, shown.impact
    parts = [
        f"### {_title(draft)}\n**{safe(clip(tie_name(impact.tie, register), 200))}**\n{_told(draft, impact.act)}",
        _standings(impact),
        "\n".join(f"- {note}" for note in _notes(shown)),
        "\n".join(f"-# {numbered(number, source)}" for number, source in enumerate(shown.sources, 1)),
    ]
    frame = container(*_divided(_fitting(parts)), accent=accent(impact.after.standing))
    if draft.state is DraftState.WAITING:
        return Layout(frame, *_confirming(shown))
    return Layout(frame, *_orders(shown), *_deciding(shown))


def _title(draft: ActDraft) -> str:
    if draft.state is DraftState.WAITING:
        asked = _TITLES[draft.task][1]
        by = f"-# Entered by {person(draft.editor)}; any other editor may confirm it."
        return f"A second editor is asked: {asked[0].lower()}{asked[1:]}\n{by}"
    return _TITLES[draft.task][1]


def _told(draft: ActDraft, act: Act) -> str:
    read = MONTH_FIRST if is_month_first(draft.date) else ""
    lines = [f"**{ACT_KINDS[act.kind].label}** · {when(act.date)}{read} · {safe(act.actor)}"]
    lines.append(f"-# {AUTHORITIES[act.authority].label}")
    lines.append(safe(act.summary))
    if act.vote:
        lines.append(f"Vote: {safe(act.vote)}")
    if act.condition:
        lines.append(safe(sentences.condition(act.condition)))
    if act.hearing:
        lines.append(f"Hearing: {day(act.hearing)}")
    if draft.why:
        lines.append(
            f"What was wrong: {safe(draft.why)}" if draft.task is DraftTask.CORRECT else f"Why: {safe(draft.why)}"
        )
    return clip("\n".join(lines), 2000)


def _standings(impact: Impact) -> str:
    if not impact.moves:
        return f"The standing stays: {_shaped(impact.after)}"
    return f"Before: {_shaped(impact.before)}\n**After: {_shaped(impact.after)}**"


def _shaped(status: Status) -> str:
    return f"{STANDINGS[status.standing].shape} {safe(standing_line(status))}"


def _sent_back(draft: ActDraft) -> str:
    """What the second editor wrote who sent a draft back; nothing if nobody did."""
    if draft.state is not DraftState.OPEN or draft.decided_by is None or not draft.returned:
        return ""
    return f"**Sent back by {person(draft.decided_by)}:** {safe(draft.returned)}"


def _notes(shown: Preview) -> Iterable[str]:
    impact, retracts = shown.impact, shown.draft.task is DraftTask.RETRACT
    if returned := _sent_back(shown.draft):
        yield returned
    if impact.act.replaces and not retracts:
        replaced = next((act for act in impact.tie.acts if act.id == impact.act.replaces), None)
        if replaced is not None:
            yield f"It replaces: {safe(act_line(replaced))}: {safe(clip(replaced.summary, 200))}"
    if not retracts:
        yield safe(order_note(impact))
        yield evidence(impact, {source.id: source for source in shown.sources})
    for source in shown.recognised:
        yield f"The record has this page already: {safe(clip(source.title, 80))}. What was typed about it is not used."
    if shown.draft.state is DraftState.WAITING:
        why = f"{shown.second}, so an" if shown.second else "An"
        yield f"{why} editor other than {person(shown.draft.editor)} has to confirm it."
    elif shown.second:
        yield f"**{shown.second}, so a second editor has to confirm it.** {_other_ways(impact)}"
    if shown.is_past and not shown.is_correction and not retracts:
        yield f"**Please note:** {_no_news(impact.act, shown.today)}"
    for text in shown.concerns:
        yield f"**Please note:** {safe(text)}"
    yield _reach_note(shown)


def _no_news(act: Act, today: date) -> str:
    age = sentences.how_long(act.date.last, today)
    return (
        f"it is {age} old, so it is no news. An announcement of it is headed “Newly on record” and says how old it is."
    )


def _other_ways(impact: Impact) -> str:
    if impact.act.retracted is not None:
        return "With a source for what is right, use `/record correct`."
    disputing = ", or record it as disputing what stands now" if can_dispute(impact) else ""
    return f"You may also add a better source, or record it as proposed{disputing}."


def _reach_note(shown: Preview) -> str:
    if shown.reach is None and shown.draft.task is DraftTask.RETRACT:
        return "It was never announced, so there is no message to mend."
    if shown.reach is None:
        return "It changes no standing and decides nothing, so it is recorded without an announcement."
    if shown.is_correction and not (shown.reach.channels or shown.reach.watchers):
        return "No message that carried the error was sent, or is left. What still waits is sent as it is right."
    if shown.is_correction:
        return f"It mends the messages that carried the error: {audience(shown.reach)}."
    if shown.must_tell:
        told = "What was announced last says that the tie stands as it did"
        return f"{told}, so this goes out as news: {audience(shown.reach)}."
    if shown.draft.task is DraftTask.RETRACT:
        return f"It was never announced, so there is no message to mend. As news, it goes to {audience(shown.reach)}."
    if not (shown.reach.channels or shown.reach.watchers):
        return "If announced, no message is sent now: no channel hears of this at once, and nobody watches the tie."
    return f"If announced, it goes to {audience(shown.reach)}."


def audience(reach: Audience) -> str:
    """``3 channels and 2 people who watch the tie``, leaving out what is none."""
    watching = "person who watches the tie" if reach.watchers == 1 else "people who watch the tie"
    told = [(reach.channels, plural(reach.channels, "channel")), (reach.watchers, f"{reach.watchers} {watching}")]
    counted = [text for count, text in told if count]
    return " and ".join(counted) or "nobody yet"


def _deciding(shown: Preview) -> list[ui.ActionRow[Any]]:
    draft = shown.draft
    name = draft.id
    decide = [] if shown.second else _go_buttons(shown)
    if shown.second:
        decide.append(button("Ask a second editor", routes.AskSecond(name), _PRIMARY))
    if shown.second and draft.task is not DraftTask.RETRACT:
        if can_dispute(shown.impact):
            decide.append(button("Record as disputing", routes.Dispute(name)))
        decide.append(button("Record as proposed", routes.Propose(name)))
    if draft.disputes:
        decide.append(button("No dispute", routes.DoNotDispute(name)))
    return [*rows(decide), *rows(_changing(draft))]


def _confirming(shown: Preview) -> list[ui.ActionRow[Any]]:
    back = button("Send back", routes.SendBack(shown.draft.id))
    return rows([*_go_buttons(shown), back])


def _go_buttons(shown: Preview) -> list[ui.Button[Any]]:
    word = {DraftTask.RECORD: "Record", DraftTask.CORRECT: "Correct", DraftTask.RETRACT: "Withdraw"}[shown.draft.task]
    if shown.draft.state is DraftState.WAITING:
        word = "Confirm"
    quiet_first = not shown.reach or (shown.is_past and not shown.must_tell)
    loud = button(
        f"{word} and announce",
        routes.RecordAndAnnounce(shown.draft.id, shown.seen),
        _QUIET if quiet_first else _PRIMARY,
    )
    quiet = button(
        f"{word} quietly",
        routes.RecordQuietly(shown.draft.id, shown.seen),
        _PRIMARY if quiet_first else _QUIET,
    )
    if shown.must_tell:
        return [loud]
    if not shown.reach:
        return [quiet]
    return [quiet, loud] if quiet_first else [loud, quiet]


def _changing(draft: ActDraft) -> list[ui.Button[Any]]:
    cancel = button("Cancel", routes.Cancel(draft.id))
    if draft.task is DraftTask.RETRACT:
        return [button("Edit the reason", routes.OpenForm(draft.id, FormName.WHY)), cancel]
    sources = "Edit the source" if len(draft.sources) == 1 else "Edit the sources"
    found = [
        button("Edit the act", routes.OpenForm(draft.id, FormName.ACT)),
        button("Change date or kind", routes.OpenForm(draft.id, FormName.DATE)),
        button(sources, routes.EditSources(draft.id)),
    ]
    if len(draft.sources) < MOST_SOURCES:
        found.append(button("Add another source", routes.OpenForm(draft.id, FormName.SOURCE, len(draft.sources) + 1)))
    return [*found, cancel]


def _orders(shown: Preview) -> list[ui.ActionRow[Any]]:
    """Where to put the act, if its date leaves a choice."""
    impact = shown.impact
    if len(impact.choices) < 2:
        return []
    others = [act for act in impact.tie.acts if act.id != impact.act.id]
    options = []
    counting = acts_in_force(impact.tie.acts)
    for position in impact.choices:
        before = next((act for act in reversed(others[:position]) if act in counting), None)
        label = f"After {act_line(before)}" if before else "First of all"
        here = " (here now)" if position == impact.position else ""
        options.append(Option(clip(label, 85) + here, before.id if before else _FIRST))
    return [picker(options, routes.MoveInOrder(shown.draft.id), "Put it elsewhere in the order")]


def order_chosen(value: str) -> str:
    """The ``follows`` of a draft from the chosen place in the order."""
    return "" if value == _FIRST else value


def which_source(draft: ActDraft) -> Layout:
    """Which of several sources is to be edited."""
    options = [
        Option(clip(f"{number}. {source.title or source.address}", 80), str(number))
        for number, source in enumerate(draft.sources, 1)
    ]
    found = [picker(options, routes.OpenForm(draft.id, FormName.SOURCE), "Choose the source")]
    return _asked("Which source?", found, draft.id)


def _asked(question: str, below: Sequence[ui.ActionRow[Any]], draft_id: int) -> Layout:
    cancel = button("Cancel", routes.Cancel(draft_id))
    return Layout(container(f"### {question}", accent=Tone.PLAIN.value), *below, *rows([cancel]))


def _kind_and_date(draft: ActDraft) -> str:
    kind = ACT_KINDS[ActKind(draft.kind)].label if draft.kind else "No kind yet"
    return f"**{kind}** · {safe(_dated(draft.date))}"


def _dated(kept: str) -> str:
    """A draft's date in words, and how it was read where that could be taken otherwise."""
    try:
        value = read_date(kept, date.max)
    except EntryError:
        return kept or "no date yet"
    return f"{when(value)}{MONTH_FIRST if is_month_first(kept) else ''}"


def _entered(draft: ActDraft) -> str:
    told = [
        ("", draft.actor),
        ("", draft.summary),
        ("Vote: ", draft.vote),
        ("What would lift it: ", draft.condition),
        ("Hearing: ", draft.hearing),
        ("What was wrong: ", draft.why),
    ]
    told += [("Source: ", source.title or source.address) for source in draft.sources]
    return clip("\n".join(label + safe(text) for label, text in told if text), 1200)


def _mending(draft: ActDraft, faults: Sequence[DraftFault], first: DraftStep) -> list[ui.Button[Any]]:
    steps = {fault.step for fault in faults}
    number = next((fault.number for fault in faults if fault.step is DraftStep.SOURCE), len(draft.sources) or 1)
    entered = bool(draft.actor or draft.summary)
    labels = {
        DraftStep.ACT: "Edit the act" if entered else "Enter the act",
        DraftStep.SOURCE: f"Mend source {number}" if number <= len(draft.sources) else "Add the source",
        DraftStep.DATE: "Change date or kind",
    }
    forms = {
        DraftStep.ACT: routes.OpenForm(draft.id, FormName.ACT),
        DraftStep.SOURCE: routes.OpenForm(draft.id, FormName.SOURCE, number),
        DraftStep.DATE: routes.OpenForm(draft.id, FormName.DATE),
    }
    ordered = sorted(labels, key=lambda step: (step is not first, step not in steps))
    found = [button(labels[step], forms[step], _PRIMARY if step is first else _QUIET) for step in ordered]
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


# By whether it mends what was announced, and whether all of it has arrived.
_GOES = {
    (False, False): "It goes to",
    (False, True): "Announced to",
    (True, False): "It is mended where it was said:",
    (True, True): "Mended where it was said:",
}


def recorded(
    draft: ActDraft,
    tie: Tie,
    register: Register,
    done: SendCounts | None,
    reach: Audience | None,
    *,
    is_correction: bool,
) -> Layout:
    """What came of a draft: the tie's standing now, and how far its announcement has come."""
    status = register.status(tie.id)
    word = {DraftTask.RECORD: "Recorded", DraftTask.CORRECT: "Corrected", DraftTask.RETRACT: "Withdrawn"}[draft.task]
    head = f"### {word}\n**{safe(tie_name(tie, register))}**\n{_shaped(status)}"
    confirmed = draft.decided_by is not None and draft.decided_by != draft.editor
    by = f"\n-# Entered by {person(draft.editor)}, confirmed by {person(draft.decided_by)}" if confirmed else ""
    if done is None or draft.announcement is None:
        return Layout(container(head + by, "It was not announced.", accent=Tone.DONE.value))
    to = f"{_GOES[is_correction, done.sent == done.total]} {audience(reach)}.\n" if reach and done.total else ""
    frame = container(head + by, to + progress_line(done, is_correction=is_correction), accent=Tone.DONE.value)
    if not done.waiting:
        return Layout(frame)
    return Layout(frame, *rows([button("Refresh", routes.ShowProgress(draft.id))]))


UNHEARD = "No message was sent: no channel hears of this at once, and nobody watches the tie."
_NONE_LEFT = "None that carried the error is left to mend. What still waits is sent as it is right."


def progress_line(done: SendCounts, *, is_correction: bool) -> str:
    """How far an announcement has come: ``Sent 3 of 5 · waiting 1 · paused 1``."""
    if not done.total:
        return _NONE_LEFT if is_correction else UNHEARD
    parts = [f"Sent {done.sent} of {plural(done.total, 'message')}"]
    counts = {"waiting": done.waiting, "paused": done.paused, "failed": done.failed}
    parts += [f"{word} {count}" for word, count in counts.items() if count]
    parts += [f"{done.gone} not to be reached any more"] if done.gone else []
    if done.paused:
        parts.append("paused ones go out when the channel can be reached again")
    return " · ".join(parts)


def _divided(parts: Sequence[str]) -> list[Any]:
    found: list[Any] = []
    for part in parts:
        found += [rule(), part] if found else [part]
    return found


def _fitting(parts: Sequence[str]) -> list[str]:
    """The texts that fit into one message, in order; the last one is cut where it must be."""
    left = _ROOM
    found = []
    for part in parts:
        if part and left > 0:
            found.append(clip(part, left))
            left -= len(found[-1])
    return found
