"""What a message says that puts another one right, or withdraws what it said. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime

from cogs.announcements import sentences
from cogs.announcements.announced import is_put_back, only_in, said_besides, short, tie_and_act, why
from cogs.announcements.message_parts import Message, contradicts, sent_late, stands_now
from cogs.announcements.sentences import WrongMessage
from cogs.wording.act_sentences import act_sentence
from cogs.wording.blocks import Line
from cogs.wording.english import paragraph
from cogs.wording.leads import standing_label
from cogs.wording.names import tie_name
from cogs.wording.sources import Citations
from cogs.wording.standing_text import standing_line
from db.record.derivation import evidence
from db.record.register import Register
from db.store.announcement_models import Announcement, AnnouncementKind


def rewritten(item: Announcement, mends: Sequence[Announcement], register: Register, now: datetime) -> Message:
    """What stands in the place of a message that was wrong: what it said, why that was wrong, and what is right.

    ``item`` is what that message said; ``mends`` mend it, one after the other, at least one.
    """
    return _correction_message(item, mends, register, now, WrongMessage.THIS)


def reply(item: Announcement, mend: Announcement, register: Register, now: datetime, *, again: bool) -> Message:
    """The reply to a message that was wrong: ``item`` is what it said, or what an earlier reply said, if ``again``."""
    return _correction_message(item, [mend], register, now, WrongMessage.CORRECTION if again else WrongMessage.ABOVE)


def withdrawal(item: Announcement, register: Register, now: datetime) -> Message:
    """That an act which nobody was told of was withdrawn, where the tie stands otherwise by that."""
    tie = register.tie(item.tie_id)
    cited = Citations(register.record.sources)
    wrong = sentences.record_said_wrongly(short(item, register))
    paragraphs = (
        sentences.withdrawn_on(item.recorded_at.date(), wrong, why(item, register, sentences.reason)),
        sentences.stands_now_by(standing_line(tie, register, cited), now.date()),
        Line(sentences.stood_before(item.before)),
    )
    still = register.status(tie.id).standing is item.after
    label = standing_label(register.status(tie.id))
    title, standing = (sentences.changed_to(label), item.after) if still else (sentences.WITHDRAWN, None)
    return Message(title, tie_name(tie, register), standing, paragraphs, cited.sources, sent_late(item, now))


def _correction_message(
    item: Announcement, mends: Sequence[Announcement], register: Register, now: datetime, message: WrongMessage
) -> Message:
    mend = mends[-1]
    tie, act = tie_and_act(mend, register)
    cited = Citations(register.record.sources)
    withdrawn = mend.kind is AnnouncementKind.RETRACTION
    paragraphs = list(_what_was_wrong(item, mends, register, message))
    if act is None or withdrawn:
        paragraphs.append(sentences.stands_now_by(standing_line(tie, register, cited), now.date()))
    else:
        marks = cited.cite_best(act.sources, most=3)
        right = act_sentence(act, marks, evidence(act, register.record.sources))
        paragraphs += [sentences.record_now_says(right, *said_besides(act)), *contradicts(mend, act, tie, cited)]
        status = register.status(tie.id)
        paragraphs += [] if act in (status.basis, status.against) else [stands_now(tie, register, now)]
    title = sentences.WITHDRAWN if withdrawn else sentences.CORRECTED
    return Message(title, tie_name(tie, register), None, tuple(paragraphs), cited.sources)


def _what_was_wrong(
    item: Announcement, mends: Sequence[Announcement], register: Register, message: WrongMessage
) -> Iterator[Line]:
    """What a message said wrongly and why it was put right, and what became of that where it was wrong in its turn."""
    first, last = mends[0], mends[-1]
    withdrawn = last.kind is AnnouncementKind.RETRACTION
    if is_put_back(item, mends):
        yield _put_back(mends, register, message)
        return
    told = (
        _wrong(item, mends, register, message),
        why(first, register, sentences.reason if first is last else sentences.reason_given_then, item),
    )
    on = last.recorded_at.date()
    yield sentences.withdrawn_on(on, *told) if withdrawn else sentences.corrected_on(on, *told)
    if first is not last:
        reason = why(last, register, sentences.reason, mends[-2])
        if withdrawn:
            yield sentences.replacement_withdrawn(reason)
        elif mends[-2].kind is AnnouncementKind.RETRACTION:
            yield sentences.replacement_put_back(reason)
        elif last.act_id == mends[-2].act_id:
            yield sentences.REPLACEMENT_PUT_RIGHT
        else:
            yield sentences.replacement_wrong_too(reason)


def _put_back(mends: Sequence[Announcement], register: Register, message: WrongMessage) -> Line:
    """That what a message said, or what it told to be withdrawn, is on record again, and why."""
    *before, last = mends
    told = [sentences.WITHDRAWN_WRONGLY] if before else [sentences.withdrew_wrongly(message)]
    told += [why(withdrawal, register, sentences.reason_given_then) for withdrawal in before]
    return sentences.put_back_on(last.recorded_at.date(), *told, why(last, register, sentences.reason))


def _wrong(item: Announcement, mends: Sequence[Announcement], register: Register, message: WrongMessage) -> str:
    """What a message said wrongly. An act that was corrected in its place no longer has its old words to quote."""
    corrected = any(mend.kind is AnnouncementKind.CORRECTION and mend.act_id == item.act_id for mend in mends)
    if corrected or item.kind is AnnouncementKind.RETRACTION:
        return sentences.told_wrongly(message)
    said = short(item, register)
    if mends[-1].kind is AnnouncementKind.CORRECTION and short(mends[-1], register) == said:
        wrong, right = (tie_and_act(found, register)[1] for found in (item, mends[-1]))
        said = paragraph(only_in(wrong, right)) if wrong and right else ""
    return sentences.said_wrongly(message, said) if said else sentences.told_wrongly(message)
