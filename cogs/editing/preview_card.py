"""The preview of a draft: what would be recorded, what it does to the tie, who hears of it, and how it is decided."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from discord import ui

from cogs.editing import impact_sentences, routes, sentences
from cogs.editing.autocomplete import act_line
from cogs.editing.draft_cards import PRIMARY, QUIET, back_button, sent_back, shaped, telling_buttons
from cogs.editing.draft_validation import MOST_SOURCES
from cogs.editing.impact import Impact, can_dispute, evidence, order_note
from cogs.editing.impact_sentences import SecondReason
from cogs.editing.routes import FormName
from cogs.editing.source_entry import repeated
from cogs.kit.access import person
from cogs.kit.cards import Option, accent, button, container, numbered, picker, rows, rule, safe
from cogs.kit.components import Layout
from cogs.wording.act_sentences import act_told
from cogs.wording.date_parsing import order_read
from cogs.wording.dates import hearing_when
from cogs.wording.english import clip, paragraph
from cogs.wording.hearing_sentences import hearing_details
from cogs.wording.names import tie_name
from cogs.wording.sentences import condition
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import AUTHORITIES
from db.record.derivation import acts_in_force
from db.record.models import Act, Source
from db.record.page_kinds import PAGE_KINDS, PageKind
from db.record.register import Register
from db.record.values import value
from db.store.draft_models import ActDraft, DraftState, DraftTask
from db.store.subscription_models import Audience

_ROOM = 3800
_FIRST = "first"
_LONGEST_ACT = 79


@value
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
        return sentences.standing_stays(shaped(impact.after))
    return sentences.standing_moves(shaped(impact.before), shaped(impact.after))


def _notes(shown: Preview) -> Iterable[str]:
    impact, retracts = shown.impact, shown.draft.task is DraftTask.RETRACT
    if returned := sent_back(shown.draft):
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
        return impact_sentences.NOTHING_TO_CORRECT if retracts else impact_sentences.NOTHING_TO_ANNOUNCE
    nobody = not (reach.channels or reach.watchers)
    if shown.is_correction:
        return paragraph(
            [
                impact_sentences.NONE_CARRIED_IT if nobody else impact_sentences.corrects(reach),
                impact_sentences.also_news(reach),
            ]
        )
    if shown.must_tell:
        return impact_sentences.must_be_told(reach)
    if retracts:
        return impact_sentences.nothing_to_correct_but_news(reach)
    return impact_sentences.NOBODY_TO_TELL if nobody else impact_sentences.if_announced(reach)


def _deciding(shown: Preview, register: Register) -> list[ui.ActionRow[Any]]:
    draft = shown.draft
    name = draft.id
    decide = [] if shown.second else _go_buttons(shown)
    if shown.second:
        decide.append(button("Ask a second editor", routes.AskSecond(name), PRIMARY))
    if shown.second and draft.task is not DraftTask.RETRACT:
        if can_dispute(shown.impact):
            decide.append(button("Record as disputing", routes.Dispute(name)))
        decide += _said_weaker(draft)
    if draft.disputes:
        decide.append(button("No dispute", routes.DoNotDispute(name)))
    return [*rows(decide), *rows(_changing(draft)), *rows(telling_buttons(draft, register))]


def _said_weaker(draft: ActDraft) -> list[ui.Button[Any]]:
    """The buttons that record what is thinly shown as what moves nothing. A decision is said or proposed in other words
    than it was entered.
    """
    if not ACT_KINDS[ActKind(draft.kind)].lifts:
        return [button("Record as a statement only", routes.SayAsStatement(draft.id))]
    anew = button("Record as a statement only", routes.SayAnew(draft.id))
    return [anew, button("Record as a proposal only", routes.Propose(draft.id))]


def _confirming(shown: Preview) -> list[ui.ActionRow[Any]]:
    back = back_button(shown.draft, shown.viewer)
    is_own = shown.viewer == shown.draft.editor
    return rows([back] if is_own else [*_go_buttons(shown), back])


def _go_buttons(shown: Preview) -> list[ui.Button[Any]]:
    word = {DraftTask.RECORD: "Record", DraftTask.CORRECT: "Correct", DraftTask.RETRACT: "Withdraw"}[shown.draft.task]
    if shown.draft.state is DraftState.WAITING:
        word = "Confirm"
    quiet_first = not shown.reach or (shown.is_past and not shown.must_tell)
    loud = button(
        f"{word} and announce",
        routes.RecordAndAnnounce(shown.draft.id, shown.seen),
        QUIET if quiet_first else PRIMARY,
    )
    quiet = button(
        f"{word} quietly",
        routes.RecordQuietly(shown.draft.id, shown.seen),
        PRIMARY if quiet_first else QUIET,
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
