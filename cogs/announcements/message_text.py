"""What the message of an announcement says, from the record as it is when it is sent. Pure.

A story is plain text, with ``[1]`` for its sources; whoever shows it escapes it. What puts a message right is in
``corrections``, a line of a digest or summary in ``summary_rows``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from cogs.announcements import sentences
from cogs.announcements.announced import is_late, right_now, stands, tie_and_act
from cogs.announcements.corrections import withdrawal
from cogs.announcements.message_parts import Message, contradicts, sent_late, stands_now
from cogs.wording.act_phrases import in_full
from cogs.wording.blocks import Line
from cogs.wording.english import capital, paragraph
from cogs.wording.leads import own_word, standing_label
from cogs.wording.names import tie_name
from cogs.wording.sources import Citations
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import VOTING
from db.record.derivation import Status, derive, evidence, is_change, lineage
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.standings import STANDINGS
from db.store.announcement_models import Announcement, AnnouncementKind


def news(item: Announcement, register: Register, now: datetime, mended: Announcement | None = None) -> Message | None:
    """A change or a vote, told for the first time; None if it was withdrawn before it could be told.

    ``mended`` is the last correction of it: then what is right is told, and that an error was caught on the way. So it
    is where the record has put another act in its place and nobody has announced that yet.
    Raises LookupError if its act is not on record: nothing is better than a word without its source.
    """
    if item.kind is AnnouncementKind.RETRACTION:
        return withdrawal(item, register, now)
    mended = None if stands(item, register) else right_now(mended or item, register)
    if mended is not None and mended.kind is AnnouncementKind.RETRACTION:
        return None
    told = item if mended is None else replace(mended, kind=item.kind, before=item.before)
    tie, act = tie_and_act(told, register)
    if act is None:
        raise LookupError(f"no act {told.act_id} to announce")
    if not stands(told, register):
        return None
    cited = Citations(register.record.sources)
    paragraphs = (
        *_act_told(act, register, cited, now),
        *_not_new(told, act),
        *contradicts(told, act, tie, cited),
        *(_entry_put_right(told, act, tie) if mended is None else ()),
        *_anew(act, tie),
        *_decider(told, act, tie, cited),
        Line(_before(told, act, tie)),
        *_newer(told, tie, register, now),
    )
    notes = (*sent_late(item, now), *([sentences.PUT_RIGHT_ON_THE_WAY] if mended else []))
    return Message(_title(told, act), tie_name(tie, register), told.after, paragraphs, cited.sources, notes)


def _lifts_nothing(item: Announcement, act: Act) -> bool:
    """Whether an act keeps a tie that is suspended or ended, and so changes nothing."""
    return act.kind is ActKind.KEPT and bool(STANDINGS[item.after].decision)


def _was_vote(act: Act) -> bool:
    return act.authority in VOTING or bool(act.vote)


def _title(item: Announcement, act: Act) -> str:
    if item.kind is not AnnouncementKind.VOTE and is_change(act, item.before, item.after):
        label = _label(item, act)
        return sentences.newly_on_record(label) if is_late(item, act) else sentences.changed_to(label)
    if act.kind is ActKind.KEPT and not _was_vote(act):
        return _title_of_word(item, act)
    return sentences.decision_newly_on_record(act.kind) if is_late(item, act) else ACT_KINDS[act.kind].headline


def _title_of_word(item: Announcement, act: Act) -> str:
    """The title of an official's word that a tie stays, which is no vote."""
    if is_late(item, act):
        return sentences.WORD_NEWLY_ON_RECORD
    return sentences.word_without_effect(item.after) if _lifts_nothing(item, act) else sentences.WORD_FOR_KEEPING


def _label(item: Announcement, act: Act) -> str:
    """How a tie stands by an act, in the act's own words where it has such."""
    own = own_word(act) if ACT_KINDS[act.kind].leads_to is item.after else None
    return capital(own) if own else STANDINGS[item.after].label


def _act_told(act: Act, register: Register, cited: Citations, now: datetime) -> Iterator[Line]:
    yield sentences.act_told(act, cited.cite_act(act, most=3), evidence(act, register.record.sources))
    if act.said is None:
        yield Line(in_full(act))
    if act.hearing is not None:
        yield sentences.hearing_told(act, now.date())


def _not_new(item: Announcement, act: Act) -> Iterator[Line]:
    """That an act is of long ago, where it is."""
    if is_late(item, act):
        yield sentences.not_new(act, item.recorded_at.date())


def _anew(act: Act, tie: Tie) -> Iterator[Line]:
    """That an entry like this was withdrawn before, where messages may still say so."""
    same = (act.kind, act.date, act.actor)
    own = lineage(act.id, tie.acts)
    alike = (
        known for known in reversed(tie.acts) if (known.kind, known.date, known.actor) == same and known.id not in own
    )
    gone = next((known.retracted for known in alike if known.retracted), None)
    if gone:
        yield sentences.withdrawn_before(gone)


def _decider(item: Announcement, act: Act, tie: Tie, cited: Citations) -> Iterator[Line]:
    """The act from which a new standing follows, where it is not the one that was recorded."""
    status = derive(tie)
    if item.before is item.after or status.standing is not item.after or act in (status.basis, status.against):
        return
    decides = status.basis
    if decides is None:
        yield sentences.FOLLOWS_FROM_NONE
    else:
        yield sentences.follows_from(decides, cited.cite_best(decides.sources))


def _entry_put_right(item: Announcement, act: Act, tie: Tie) -> Iterator[Line]:
    """That an act takes the place of an entry that was never announced, so that nobody here was told the wrong one."""
    if item.kind is AnnouncementKind.CORRECTION:
        yield sentences.corrects_announced_entry(act.replaces_why or "" if act.replaces else "")
        return
    if act.replaces_why is None:
        return
    found = lineage(act.id, tie.acts)
    decides = derive(tie) == Status(item.after, act)
    without = derive(replace(tie, acts=tuple(known for known in tie.acts if known.id not in found))).standing
    moved = decides and item.before is item.after is not without
    besides = sentences.had_gone(without, item.after) if moved else ""
    if any(known.retracted for known in tie.acts if known.id in found):
        yield sentences.replaces_withdrawn_entry(act.replaces_why, besides)
    else:
        yield sentences.replaces_unannounced_entry(act.replaces_why, besides)


def _before(item: Announcement, act: Act, tie: Tie) -> str:
    """How the tie stood on record before, as of then: what is recorded later does not make it wrong."""
    if item.before is not item.after:
        return sentences.stood_before(item.before)
    status = derive(tie)
    decision, decides = STANDINGS[item.after].decision, status.basis
    label = standing_label(status) if status.standing is item.after else STANDINGS[item.after].label
    same = sentences.stood_unchanged(f"{STANDINGS[item.after].shape} {label}", item.recorded_at.date())
    if act.kind is ActKind.KEPT and decision and decides in tie.acts[: tie.acts.index(act)]:
        lifts_no = sentences.vote_lifts_no if _was_vote(act) else sentences.word_lifts_no
        return paragraph([same, lifts_no(decision)])
    return same


def _newer(item: Announcement, tie: Tie, register: Register, now: datetime) -> Iterator[Line]:
    """That the record has gone on since, where it has."""
    if register.status(tie.id).standing is not item.after:
        yield stands_now(tie, register, now)
