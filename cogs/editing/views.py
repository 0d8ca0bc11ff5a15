"""The cards that editors see: a draft with what is missing, the preview of what would be recorded, what came of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import discord
from discord import ui

from cogs.editing import impact_sentences, routes, sentences
from cogs.editing.autocomplete import act_line
from cogs.editing.draft_faults import DraftFault, DraftStep
from cogs.editing.draft_validation import GONE, MOST_SOURCES, CheckedDraft
from cogs.editing.impact import Impact, can_dispute, evidence, order_note, standing_text
from cogs.editing.impact_sentences import SecondReason
from cogs.editing.routes import FormName
from cogs.editing.source_entry import repeated
from cogs.kit.access import person
from cogs.kit.cards import Option, Tone, accent, button, choices, container, numbered, picker, rows, rule, safe
from cogs.kit.components import Layout
from cogs.wording.act_sentences import act_told
from cogs.wording.dates import hearing_when
from cogs.wording.english import clip, paragraph
from cogs.wording.hearing_sentences import hearing_details
from cogs.wording.names import tie_name
from cogs.wording.sentences import condition
from cogs.wording.typed_dates import EntryError, order_read, read_date
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES
from db.record.derivation import Status, acts_in_force
from db.record.models import Act, Source, Tie
from db.record.page_kinds import PAGE_KINDS, PageKind
from db.record.register import Register
from db.record.standings import STANDINGS
from db.store.draft_models import ActDraft, DraftState, DraftTask
from db.store.subscription_models import Audience, SendCounts

_PRIMARY = discord.ButtonStyle.primary
_QUIET = discord.ButtonStyle.secondary
_ROOM = 3800
_FIRST = "first"
_LONGEST_ACT = 79


@dataclass(frozen=True, slots=True)
class Preview:
    """What a preview shows. ``reach`` is None for what is not announced; ``is_correction`` says that it corrects what
    was, and ``must_tell`` that there is no quiet way.

    ``second`` is why a second editor has to confirm it, None if none has to. ``seen`` marks what the card was made
    from; ``recognised`` are sources that were typed though the record has them. ``is_past`` says that it may be
    announced and is of so long ago that it is no news on the day of ``today``; ``may_be_past`` that it may be, by the
    first day that its date allows. ``viewer`` is the only one who sees the
    card; None if others do. ``goes_on``: it came from the queue, so that the next can be opened with it.
    """

    draft: ActDraft
    impact: Impact
    sources: tuple[Source, ...]
    reach: Audience | None
    is_correction: bool
    must_tell: bool
    second: SecondReason | None
    concerns: tuple[str, ...]
    seen: str
    recognised: tuple[Source, ...]
    is_past: bool
    may_be_past: bool
    today: date
    viewer: int | None = None
    goes_on: bool = False


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


def stuck(draft: ActDraft, viewer: int | None, faults: Sequence[DraftFault]) -> Layout:
    """That a draft which was complete cannot be recorded any more, and the way out."""
    waits = draft.state is DraftState.WAITING
    out = _back(draft, viewer) if waits else _cancel(draft)
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
    entered = "\n".join(filter(None, [_sent_back(draft), _entered(draft), sentences.date_said(safe(said_of_date))]))
    items: list[Any] = [clip(head, 600), entered, rule(), f"**Still needed**\n{clip(missing, 1800)}", saved]
    first = faults[0].step if faults else DraftStep.ACT
    known = _known_pages(draft, tie, register)
    below = [*known, *rows(_mending(draft, checked.faults, first)), *rows(_telling(draft, register, first))]
    return Layout(container(*items, accent=Tone.CAREFUL.value), *below)


def preview(shown: Preview, register: Register) -> Layout:
    """What would be recorded, what it does to the tie, who hears of it, and the buttons that decide."""
    draft, impact = shown.draft, shown.impact
    parts = [
        f"### {_title(draft)}\n**{safe(clip(tie_name(impact.tie, register), 200))}**\n{_told(draft, impact.act)}",
        _standings(impact),
        "\n".join(f"- {note}" for note in _notes(shown)),
        "\n".join(_sources(shown.sources, register)),
    ]
    frame = container(*_divided(_fitting(parts)), accent=accent(impact.after.standing))
    if draft.state is DraftState.WAITING:
        return Layout(frame, *_confirming(shown))
    return Layout(frame, *_orders(shown), *_deciding(shown, register))


def _sources(sources: Iterable[Source], register: Register) -> Iterable[str]:
    """The sources by their numbers; of a new one, what its page is taken to be."""
    for number, source in enumerate(sources, 1):
        yield f"-# {numbered(number, source)}"
        if source.id not in register.record.sources:
            marks = [impact_sentences.STATE_MEDIA] if source.state_media else []
            marks += [impact_sentences.carries_text_of(source.mirror_of)] if source.mirror_of else []
            marks += [impact_sentences.CITABLE] if source.citable_in_letter else []
            kind = PAGE_KINDS[source.page_kind].label if source.page_kind is not PageKind.OTHER else None
            yield f"-# {safe(impact_sentences.page_taken_as(number, kind, source.country, marks))}"


def _title(draft: ActDraft) -> str:
    if draft.state is DraftState.WAITING:
        return f"{sentences.QUESTIONS_TO_SECOND[draft.task]}\n-# {sentences.entered_by(person(draft.editor))}"
    return sentences.QUESTIONS[draft.task]


def _told(draft: ActDraft, act: Act) -> str:
    dated = sentences.date_as_read(act.date, order_read(draft.date))
    lines = [f"**{ACT_KINDS[act.kind].label}** · {dated} · {safe(act.actor)}"]
    lines.append(f"-# {AUTHORITIES[act.authority].label}")
    lines.append(safe(act.summary))
    if act.vote:
        lines.append(f"Vote: {safe(act.vote)}")
    if act.condition:
        lines.append(safe(condition(act.condition)))
    if act.hearing:
        lines.append(sentences.hearing_of(act.hearing_cancelled, safe(hearing_when(act))))
        lines += [safe(text) for text in hearing_details(act)]
        if act.hearing_agenda:
            lines.append(sentences.agenda(act.hearing_agenda))
    if draft.task is not DraftTask.RETRACT:
        lines.append(sentences.told_in(safe(act_told(act))))
    if draft.why:
        lines.append(sentences.why_told(draft.task, safe(draft.why)))
    return clip("\n".join(lines), 2000)


def _standings(impact: Impact) -> str:
    if not impact.moves:
        return sentences.standing_stays(_shaped(impact.after))
    return sentences.standing_moves(_shaped(impact.before), _shaped(impact.after))


def _shaped(status: Status) -> str:
    return f"{STANDINGS[status.standing].shape} {safe(standing_text(status))}"


def _sent_back(draft: ActDraft) -> str:
    """What the second editor wrote who sent a draft back; nothing if nobody did."""
    if draft.state is not DraftState.OPEN or draft.decided_by is None or not draft.returned:
        return ""
    return sentences.sent_back(person(draft.decided_by), safe(draft.returned))


def _notes(shown: Preview) -> Iterable[str]:
    impact, retracts = shown.impact, shown.draft.task is DraftTask.RETRACT
    if returned := _sent_back(shown.draft):
        yield returned
    if not retracts:
        yield from _replaced(impact)
        yield safe(order_note(impact))
        yield safe(evidence(impact, {source.id: source for source in shown.sources}))
    for first, again in repeated(shown.draft.sources):
        yield impact_sentences.one_page(first, again)
    for source in shown.recognised:
        yield sentences.page_known(safe(clip(source.title, 80)))
    if shown.draft.state is DraftState.WAITING:
        yield impact_sentences.other_editor_needed(shown.second, person(shown.draft.editor))
    elif shown.second:
        yield f"**{impact_sentences.second_editor_needed(shown.second)}** {_other_ways(impact)}"
    yield from _age_notes(shown)
    if impact.moves and impact.tie.note:
        yield sentences.please_note(impact_sentences.readers_note_stands(safe(clip(impact.tie.note, 300))))
    for text in shown.concerns:
        yield sentences.please_note(safe(text))
    yield _reach_note(shown)


def _age_notes(shown: Preview) -> Iterable[str]:
    """That an act is no news, or may be none by the first day that its date allows."""
    if shown.is_correction or shown.draft.task is DraftTask.RETRACT:
        return
    if shown.is_past:
        yield sentences.please_note(sentences.no_news(shown.impact.act, shown.today))
    elif shown.may_be_past:
        yield sentences.please_note(sentences.may_be_no_news(shown.impact.act, shown.today))


def _replaced(impact: Impact) -> Iterable[str]:
    """What a correction takes the place of, and what becomes of the sentence that it had of its own."""
    replaced = next((act for act in impact.tie.acts if act.id == impact.act.replaces), None)
    if replaced is None:
        return
    yield sentences.replaces(safe(act_line(replaced)), safe(clip(replaced.summary, 200)))
    if not replaced.said:
        return
    if impact.act.said == replaced.said:
        yield sentences.own_sentence_stays(safe(replaced.said))
    elif not impact.act.said:
        yield sentences.own_sentence_goes(safe(replaced.said))


def _other_ways(impact: Impact) -> str:
    if impact.act.retracted is not None:
        return sentences.WITH_A_SOURCE
    return sentences.OTHER_WAYS_OR_DISPUTE if can_dispute(impact) else sentences.OTHER_WAYS


def _reach_note(shown: Preview) -> str:
    reach, retracts = shown.reach, shown.draft.task is DraftTask.RETRACT
    if reach is None:
        return impact_sentences.NOTHING_TO_MEND if retracts else impact_sentences.NOTHING_TO_ANNOUNCE
    nobody = not (reach.channels or reach.watchers)
    if shown.is_correction:
        return paragraph(
            [
                impact_sentences.NONE_CARRIED_IT if nobody else impact_sentences.mends(reach),
                impact_sentences.also_news(reach),
            ]
        )
    if shown.must_tell:
        return impact_sentences.must_be_told(reach)
    if retracts:
        return impact_sentences.nothing_to_mend_but_news(reach)
    return impact_sentences.NOBODY_TO_TELL if nobody else impact_sentences.if_announced(reach)


def _deciding(shown: Preview, register: Register) -> list[ui.ActionRow[Any]]:
    draft = shown.draft
    name = draft.id
    decide = [] if shown.second else _go_buttons(shown)
    if shown.second:
        decide.append(button("Ask a second editor", routes.AskSecond(name), _PRIMARY))
    if shown.second and draft.task is not DraftTask.RETRACT:
        if can_dispute(shown.impact):
            decide.append(button("Record as disputing", routes.Dispute(name)))
        decide += _said_weaker(draft)
    if draft.disputes:
        decide.append(button("No dispute", routes.DoNotDispute(name)))
    return [*rows(decide), *rows(_changing(draft)), *rows(_telling(draft, register))]


def _said_weaker(draft: ActDraft) -> list[ui.Button[Any]]:
    """The buttons that record what is thinly shown as what moves nothing. A decision is said or proposed in other words
    than it was entered.
    """
    if not ACT_KINDS[ActKind(draft.kind)].lifts:
        return [button("Record as a statement only", routes.SayAsStatement(draft.id))]
    anew = button("Record as a statement only", routes.SayAnew(draft.id))
    return [anew, button("Record as a proposal only", routes.Propose(draft.id))]


def _confirming(shown: Preview) -> list[ui.ActionRow[Any]]:
    back = _back(shown.draft, shown.viewer)
    is_own = shown.viewer == shown.draft.editor
    return rows([back] if is_own else [*_go_buttons(shown), back])


def _back(draft: ActDraft, viewer: int | None) -> ui.Button[Any]:
    """The way back from a second editor: who entered it takes it back, others send it."""
    return button("Take back" if viewer == draft.editor else "Send back", routes.SendBack(draft.id))


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
        return [loud, *_going_on(shown, quiet=False)]
    if not shown.reach:
        return [quiet, *_going_on(shown, quiet=True)]
    return [*([quiet, loud] if quiet_first else [loud, quiet]), *_going_on(shown, quiet=quiet_first)]


def _going_on(shown: Preview, *, quiet: bool) -> list[ui.Button[Any]]:
    """The button that does what the first does and opens the next that waits, for what came from the queue."""
    if not shown.goes_on:
        return []
    route = routes.RecordQuietly if quiet else routes.RecordAndAnnounce
    label = sentences.QUIETLY_AND_NEXT if quiet else sentences.ANNOUNCE_AND_NEXT
    return [button(label, route(shown.draft.id, shown.seen, goes_on=True))]


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


def _telling(draft: ActDraft, register: Register, first: DraftStep | None = None) -> list[ui.Button[Any]]:
    """The forms that need not be sent: how the act is said, what its new pages are, the day of a hearing. ``first`` is
    the step that comes next.
    """
    if draft.task is DraftTask.RETRACT:
        return []
    style = _PRIMARY if first is DraftStep.SAID else _QUIET
    found = [button("Wording for readers", routes.OpenForm(draft.id, FormName.SAID), style)]
    if new_pages(draft, register):
        found.append(button("Kind of page", routes.DescribePages(draft.id)))
    if draft.kind and ACT_KINDS[ActKind(draft.kind)].takes_hearing:
        style = _PRIMARY if first is DraftStep.HEARING else _QUIET
        found.append(button("The hearing", routes.OpenForm(draft.id, FormName.HEARING), style))
    return found


def new_pages(draft: ActDraft, register: Register) -> tuple[int, ...]:
    """The numbers of a draft's sources, counted from 1, whose pages the record lacks."""
    return tuple(
        number
        for number, source in enumerate(draft.sources, start=1)
        if source.address and register.source_of_page(source.address) is None
    )


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
        behind = clip(act_line(before), _LONGEST_ACT) if before else None
        label = sentences.place_in_order(behind, here=position == impact.position)
        options.append(Option(label, before.id if before else _FIRST))
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


def _mending(draft: ActDraft, faults: Sequence[DraftFault], first: DraftStep) -> list[ui.Button[Any]]:
    steps = {fault.step for fault in faults}
    number = next((fault.number for fault in faults if fault.step is DraftStep.SOURCE), len(draft.sources) or 1)
    entered = bool(draft.actor or draft.summary)
    page = next((fault.number for fault in faults if fault.step is DraftStep.PAGE), 0)
    labels = {
        DraftStep.ACT: "Edit the act" if entered else "Enter the act",
        DraftStep.SOURCE: f"Fix source {number}" if number <= len(draft.sources) else "Add the source",
        DraftStep.DATE: "Change date or kind",
    }
    forms: dict[DraftStep, routes.DraftRoute] = {
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


def recorded(
    draft: ActDraft,
    tie: Tie,
    register: Register,
    done: SendCounts | None,
    reach: Audience | None,
    *,
    is_correction: bool,
    can_announce: bool = False,
    besides: str = "",
) -> Layout:
    """What came of a draft: the tie's standing now, and how far its announcement has come.

    ``can_announce`` says that it was recorded quietly and can be announced after all, ``besides`` what else came of it.
    """
    status = register.status(tie.id)
    head = f"### {sentences.DONE[draft.task]}\n**{safe(tie_name(tie, register))}**\n{_shaped(status)}"
    if draft.decided_by is not None and draft.decided_by != draft.editor:
        head += f"\n-# {sentences.confirmed_by(person(draft.editor), person(draft.decided_by))}"
    is_told = done is not None and draft.announcement is not None
    told = _sending(done, reach, is_correction=is_correction) if done and is_told else [sentences.NOT_ANNOUNCED]
    keys = [button("Refresh", routes.ShowProgress(draft.id))] if done and is_told and done.waiting else []
    keys += [button("Announce after all", routes.AnnounceAfterAll(draft.id))] if can_announce and not is_told else []
    keys += [button(sentences.UNDO, routes.UndoRecording(draft.id))] if _can_undo(draft, tie) else []
    return Layout(container(head, "\n".join(told), besides, accent=Tone.DONE.value), *rows(keys))


def _sending(done: SendCounts, reach: Audience | None, *, is_correction: bool) -> list[str]:
    told = [_goes_to(done, reach, is_correction=is_correction)] if reach and done.total else []
    return [*told, progress_line(done, is_correction=is_correction)]


def _can_undo(draft: ActDraft, tie: Tie) -> bool:
    """Whether what a draft recorded stands, so that it can be withdrawn. A correction is mended by another."""
    return draft.task is DraftTask.RECORD and any(act.id == draft.act for act in acts_in_force(tie.acts))


def _goes_to(done: SendCounts, reach: Audience, *, is_correction: bool) -> str:
    worded = impact_sentences.arrived if done.sent == done.total else impact_sentences.on_its_way
    return worded(reach, is_correction=is_correction)


def progress_line(done: SendCounts, *, is_correction: bool) -> str:
    """How far an announcement has come: ``Sent 3 of 5 · waiting 1 · paused 1``."""
    if not done.total:
        return impact_sentences.NONE_LEFT_TO_MEND if is_correction else impact_sentences.NOBODY_TOLD
    return impact_sentences.progress(done)


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
