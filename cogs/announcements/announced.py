"""An announcement held against the record as it is now: its act, whether that stands, what is right, and why. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from cogs.announcements import sentences
from cogs.wording.act_phrases import in_full
from cogs.wording.act_sentences import act_sentence, beside
from db.record.derivation import acts_in_force, is_change, is_newly_on_record, lineage
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.standings import STANDINGS
from db.store.announcement_models import Announcement, AnnouncementKind


def stands(item: Announcement, register: Register) -> bool:
    """Whether the act of an announcement still counts: neither withdrawn nor replaced."""
    return any(act.id == item.act_id for act in acts_in_force(register.tie(item.tie_id).acts))


def tie_and_act(item: Announcement, register: Register) -> tuple[Tie, Act | None]:
    tie = register.tie(item.tie_id)
    return tie, next((act for act in tie.acts if act.id == item.act_id), None)


def right_now(item: Announcement, register: Register) -> Announcement | None:
    """An announcement, or the correction that the record has made of it without a word to anybody."""
    if item.kind is AnnouncementKind.RETRACTION or stands(item, register):
        return item
    return _unannounced(item, register)


def _unannounced(item: Announcement, register: Register) -> Announcement | None:
    """The correction that the record made of an announcement's act without a word to anybody, or None."""
    tie = register.tie(item.tie_id)
    right = next((act for act in acts_in_force(tie.acts) if item.act_id in lineage(act.id, tie.acts)), None)
    if right is None:
        return None
    status = register.status(tie.id)
    decides = status.basis is not None and status.basis.id == right.id
    after = status.standing if decides else item.after
    return replace(item, kind=AnnouncementKind.CORRECTION, act_id=right.id, after=after)


def tells_of_the_past(item: Announcement, register: Register) -> bool:
    """Whether what was announced was done long before it came on record, and so is no news."""
    _, act = tie_and_act(item, register)
    return act is not None and item.kind is not AnnouncementKind.RETRACTION and is_late(item, act)


def tells_of_a_change(item: Announcement, register: Register) -> bool:
    """Whether what was announced changed how a tie stands, and is no vote, proposal or word besides."""
    _, act = tie_and_act(item, register)
    return act is None or item.kind is AnnouncementKind.RETRACTION or is_change(act, item.before, item.after)


def is_late(item: Announcement, act: Act) -> bool:
    return is_newly_on_record(act, item.recorded_at.date())


def short(item: Announcement, register: Register) -> str:
    """An announcement's act in a sentence; its standing where the act is no longer on record."""
    _, act = tie_and_act(item, register)
    return act_sentence(act) if act else f"{STANDINGS[item.after].label}."


def why(mend: Announcement, register: Register, worded: Callable[[str], str], wrong: Announcement | None = None) -> str:
    """The reason of a correction or retraction, as it is worded; an empty text where none is on record.

    ``wrong`` is what it mends: an act that was put right in its place has no reason but that of an earlier correction.
    """
    if wrong is not None and mend.kind is AnnouncementKind.CORRECTION and mend.act_id == wrong.act_id:
        return ""
    _, act = tie_and_act(mend, register)
    why = act and (act.retracted if mend.kind is AnnouncementKind.RETRACTION else act.replaces_why)
    return worded(why) if why else ""


def is_put_back(item: Announcement, mends: Sequence[Announcement]) -> bool:
    """Whether the act of an announcement was only withdrawn, by that or by what mends it, and is recorded again."""
    *before, last = mends
    withdrawn = [mend.kind for mend in before or [item]] == [AnnouncementKind.RETRACTION]
    return withdrawn and last.kind is AnnouncementKind.CORRECTION


def said_besides(act: Act) -> tuple[str, ...]:
    """What is said of an act besides its sentence, a sentence each: its own words leave no room for the record's."""
    hearing = sentences.hearing_on(act) if act.hearing else ""
    about = in_full(act) if act.said is None else ""
    return tuple(text for text in (*beside(act), hearing, about) if text)


def only_in(act: Act, other: Act) -> tuple[str, ...]:
    """What is said of one act besides, and not of another."""
    return tuple(text for text in said_besides(act) if text not in said_besides(other))
