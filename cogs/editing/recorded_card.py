"""What came of a draft: the tie's standing now, and how far its announcement has come."""

from __future__ import annotations

from cogs.editing import impact_sentences, routes, sentences
from cogs.editing.draft_cards import shaped
from cogs.kit.access import person
from cogs.kit.cards import Tone, button, container, rows, safe
from cogs.kit.components import Layout
from cogs.wording.names import tie_name
from db.record.derivation import acts_in_force, withdrawn_acts
from db.record.models import Act, Tie
from db.record.register import Register
from db.store.draft_models import ActDraft, DraftTask
from db.store.subscription_models import Audience, SendCounts


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
    head = f"### {sentences.DONE[draft.task]}\n**{safe(tie_name(tie, register))}**\n{shaped(status)}"
    if draft.decided_by is not None and draft.decided_by != draft.editor:
        head += f"\n-# {sentences.confirmed_by(person(draft.editor), person(draft.decided_by))}"
    is_told = done is not None and draft.announcement is not None
    told = _sending(done, reach, is_correction=is_correction) if done and is_told else [sentences.NOT_ANNOUNCED]
    keys = [button("Refresh", routes.ShowSending(draft.id))] if done and is_told and done.waiting else []
    keys += [button("Announce after all", routes.AnnounceAfterAll(draft.id))] if can_announce and not is_told else []
    keys += [button(sentences.UNDO, routes.UndoRecording(draft.id))] if undoable(draft, tie) else []
    return Layout(container(head, "\n".join(told), besides, accent=Tone.DONE.value), *rows(keys))


def undoable(draft: ActDraft, tie: Tie) -> Act | None:
    """The act that a draft recorded or withdrew, while that is how it is; None once something else was done with it."""
    acts = withdrawn_acts(tie.acts) if draft.task is DraftTask.RETRACT else acts_in_force(tie.acts)
    return next((act for act in acts if act.id == draft.act), None)


def _sending(done: SendCounts, reach: Audience | None, *, is_correction: bool) -> list[str]:
    told = [_goes_to(done, reach, is_correction=is_correction)] if reach and done.total else []
    return [*told, progress_line(done, is_correction=is_correction)]


def _goes_to(done: SendCounts, reach: Audience, *, is_correction: bool) -> str:
    worded = impact_sentences.arrived if done.sent == done.total else impact_sentences.on_its_way
    return worded(reach, is_correction=is_correction)


def progress_line(done: SendCounts, *, is_correction: bool) -> str:
    """How far an announcement has come: ``Sent 3 of 5 · waiting 1 · paused 1``."""
    if not done.total:
        return impact_sentences.NONE_LEFT_TO_MEND if is_correction else impact_sentences.NOBODY_TOLD
    return impact_sentences.progress(done)
