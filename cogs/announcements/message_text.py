"""What an announcement, a correction and a watch message say, from the record as it is when they are sent. Pure.

A story is plain text, with ``[1]`` for its sources; whoever shows it escapes it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from cogs.announcements import sentences
from cogs.announcements.digest import Digest
from cogs.announcements.sentences import WrongMessage
from cogs.wording.act_phrases import in_full
from cogs.wording.act_sentences import act_sentence, beside
from cogs.wording.blocks import Line
from cogs.wording.english import capital, paragraph
from cogs.wording.leads import own_word, standing_label
from cogs.wording.names import pair_name, tie_name
from cogs.wording.sources import Citations
from cogs.wording.standing_text import standing_line
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import VOTING
from db.record.derivation import (
    Freshness,
    Status,
    acts_in_force,
    derive,
    evidence,
    freshness,
    is_change,
    is_newly_on_record,
    lineage,
)
from db.record.models import Act, Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.store.announcement_models import Announcement, AnnouncementKind

LATE = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Message:
    """One message: a title, the tie by its full name, paragraphs, sources (the first is ``[1]``), and small print.

    ``standing`` is the new one that it tells; None where it tells none.
    """

    title: str
    name: str
    standing: Standing | None
    paragraphs: tuple[Line, ...]
    sources: tuple[Source, ...] = ()
    notes: tuple[str, ...] = ()


def news(item: Announcement, register: Register, now: datetime, mended: Announcement | None = None) -> Message | None:
    """A change or a vote, told for the first time; None if it was withdrawn before it could be told.

    ``mended`` is the last correction of it: then what is right is told, and that an error was caught on the way. So it
    is where the record has put another act in its place and nobody has announced that yet.
    Raises LookupError if its act is not on record: nothing is better than a word without its source.
    """
    if item.kind is AnnouncementKind.RETRACTION:
        return _withdrawal(item, register, now)
    mended = None if stands(item, register) else _right_now(mended or item, register)
    if mended is not None and mended.kind is AnnouncementKind.RETRACTION:
        return None
    told = item if mended is None else replace(mended, kind=item.kind, before=item.before)
    tie, act = _tie_and_act(told, register)
    if act is None:
        raise LookupError(f"no act {told.act_id} to announce")
    if not stands(told, register):
        return None
    cited = Citations(register.record.sources)
    paragraphs = (
        *_act_told(act, register, cited, now),
        *_not_new(told, act),
        *_contradicts(told, act, tie, cited),
        *(_entry_put_right(told, act, tie) if mended is None else ()),
        *_anew(act, tie),
        *_decider(told, act, tie, cited),
        Line(_before(told, act, tie)),
        *_newer(told, tie, register, now),
    )
    notes = (*_late(item, now), *([sentences.PUT_RIGHT_ON_THE_WAY] if mended else []))
    return Message(_title(told, act), tie_name(tie, register), told.after, paragraphs, cited.sources, notes)


def rewritten(item: Announcement, mends: Sequence[Announcement], register: Register, now: datetime) -> Message:
    """What stands in the place of a message that was wrong: what it said, why that was wrong, and what is right.

    ``item`` is what that message said; ``mends`` mend it, one after the other, at least one.
    """
    return _correction_message(item, mends, register, now, WrongMessage.THIS)


def reply(item: Announcement, mend: Announcement, register: Register, now: datetime, *, again: bool) -> Message:
    """The reply to a message that was wrong: ``item`` is what it said, or what an earlier reply said, if ``again``."""
    return _correction_message(item, [mend], register, now, WrongMessage.CORRECTION if again else WrongMessage.ABOVE)


def row(
    item: Announcement,
    register: Register,
    cited: Citations,
    mends: Sequence[Announcement] = (),
    known: Announcement | None = None,
) -> str:
    """One announcement in a line of a digest or summary, with what came of it if it was mended.

    ``known`` is the last correction that the message had when it was first written: it tells what that says in place of
    the error, and ``mends`` are those since.
    """
    if known is not None:
        item = replace(known, kind=item.kind, before=item.before)
    tie, act = _tie_and_act(item, register)
    names = pair_name(tie, register)
    if act is None:
        return sentences.row_without_act(names, item.after)
    if item.kind is AnnouncementKind.RETRACTION:
        told = [_row_of_withdrawal(item, names, register), _why(item, register, sentences.reason)]
        back = mends[-1] if mends and mends[-1].kind is AnnouncementKind.CORRECTION else None
        return paragraph([*told, *([sentences.withdrawal_taken_back_on(back.recorded_at.date())] if back else [])])
    if item.before is not item.after:
        names = f"{STANDINGS[item.after].shape} {names}"
    told = [sentences.row_of_news(names, act, cited.cite_best(act.sources))]
    if item.after is Standing.DISPUTED and act.disputes:
        told.append(sentences.CONTRADICTS_RECORD)
    return paragraph([*told, *_came_of_it(item, act, register, cited, mends)])


def _row_of_withdrawal(item: Announcement, names: str, register: Register) -> str:
    said = _short(item, register)
    if register.status(item.tie_id).standing is item.after:
        return sentences.row_of_withdrawal_and_standing(names, said, item.after)
    return sentences.row_of_withdrawal(names, said)


def _came_of_it(
    item: Announcement, act: Act, register: Register, cited: Citations, mends: Sequence[Announcement]
) -> Iterator[str]:
    """What came of a row's news since: nothing while it stands as it was told."""
    if not mends:
        if not stands(item, register):
            yield sentences.SAYS_OTHERWISE
        return
    mend = mends[-1]
    if _is_put_back(item, mends):
        yield sentences.row_put_back_on(mend.recorded_at.date())
    elif mend.kind is AnnouncementKind.CORRECTION and mend.act_id == item.act_id:
        yield sentences.put_right_on(mend.recorded_at.date())
    elif stands(item, register):
        return
    elif mend.kind is AnnouncementKind.RETRACTION:
        yield from _withdrawn_since(item, mends, register)
    else:
        yield from _corrected_since(act, mend, register, cited)


def _withdrawn_since(item: Announcement, mends: Sequence[Announcement], register: Register) -> Iterator[str]:
    first, last = mends[0], mends[-1]
    if first is last:
        yield sentences.row_withdrawn_on(last.recorded_at.date())
    else:
        yield sentences.WAS_WRONG
        yield _why(first, register, sentences.reason_given_then, item)
        yield sentences.replacement_withdrawn_on(last.recorded_at.date())
    yield _why(last, register, sentences.reason)


def _corrected_since(act: Act, mend: Announcement, register: Register, cited: Citations) -> Iterator[str]:
    on = mend.recorded_at.date()
    right = _tie_and_act(_right_now(mend, register) or mend, register)[1]
    if right is None:
        yield sentences.row_corrected_on(on)
        return
    if act_sentence(right) == act_sentence(act):
        said = paragraph(_only_in(right, act))
    else:
        said = act_sentence(right, cited.cite_best(right.sources))
    if said:
        yield sentences.row_corrected_on(on)
        yield sentences.row_now_says(said)
    else:
        yield sentences.put_right_on(on)


def stands(item: Announcement, register: Register) -> bool:
    """Whether the act of an announcement still counts: neither withdrawn nor replaced."""
    return any(act.id == item.act_id for act in acts_in_force(register.tie(item.tie_id).acts))


def digest_rows(digest: Digest, register: Register) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of a digest about ties whose word has become stale, and about the totals."""
    ties = (register.tie(name) for name in digest.stale if name in register.record.ties)
    stale = tuple(_stale_row(tie, digest.day, register) for tie in ties)
    return stale, ((sentences.totals(digest.totals, digest.day),) if any(digest.totals.values()) else ())


def _stale_row(tie: Tie, as_of: date, register: Register) -> str:
    """A tie whose word was old news on a day, from the record as it is by now."""
    names = pair_name(tie, register)
    newest = register.status(tie.id).newest
    if newest is None or freshness(newest, as_of) is not Freshness.STALE:
        return sentences.changed_since(names, as_of)
    return sentences.newest_word_of(names, newest.date)


def late_note(waited: Iterable[Announcement]) -> str:
    """How old the news of a summary is."""
    dates = sorted(item.recorded_at.date() for item in waited)
    return sentences.not_sent_in_time(len(dates), dates[0], dates[-1]) if dates else ""


def _correction_message(
    item: Announcement, mends: Sequence[Announcement], register: Register, now: datetime, message: WrongMessage
) -> Message:
    mend = mends[-1]
    tie, act = _tie_and_act(mend, register)
    cited = Citations(register.record.sources)
    withdrawn = mend.kind is AnnouncementKind.RETRACTION
    paragraphs = list(_what_was_wrong(item, mends, register, message))
    if act is None or withdrawn:
        paragraphs.append(sentences.stands_now_by(standing_line(tie, register, cited), now.date()))
    else:
        marks = cited.cite_best(act.sources, most=3)
        right = act_sentence(act, marks, evidence(act, register.record.sources))
        paragraphs += [sentences.record_now_says(right, *_more(act)), *_contradicts(mend, act, tie, cited)]
        status = register.status(tie.id)
        paragraphs += [] if act in (status.basis, status.against) else [_stands(tie, register, now)]
    title = sentences.WITHDRAWN if withdrawn else sentences.CORRECTED
    return Message(title, tie_name(tie, register), None, tuple(paragraphs), cited.sources)


def _what_was_wrong(
    item: Announcement, mends: Sequence[Announcement], register: Register, message: WrongMessage
) -> Iterator[Line]:
    """What a message said wrongly and why it was put right, and what became of that where it was wrong in its turn."""
    first, last = mends[0], mends[-1]
    withdrawn = last.kind is AnnouncementKind.RETRACTION
    if _is_put_back(item, mends):
        yield _put_back(mends, register, message)
        return
    told = (
        _wrong(item, mends, register, message),
        _why(first, register, sentences.reason if first is last else sentences.reason_given_then, item),
    )
    on = last.recorded_at.date()
    yield sentences.withdrawn_on(on, *told) if withdrawn else sentences.corrected_on(on, *told)
    if first is not last:
        why = _why(last, register, sentences.reason, mends[-2])
        if withdrawn:
            yield sentences.replacement_withdrawn(why)
        elif mends[-2].kind is AnnouncementKind.RETRACTION:
            yield sentences.replacement_put_back(why)
        elif last.act_id == mends[-2].act_id:
            yield sentences.REPLACEMENT_PUT_RIGHT
        else:
            yield sentences.replacement_wrong_too(why)


def _is_put_back(item: Announcement, mends: Sequence[Announcement]) -> bool:
    """Whether the act of an announcement was only withdrawn, by that or by what mends it, and is recorded again."""
    *before, last = mends
    withdrawn = [mend.kind for mend in before or [item]] == [AnnouncementKind.RETRACTION]
    return withdrawn and last.kind is AnnouncementKind.CORRECTION


def _put_back(mends: Sequence[Announcement], register: Register, message: WrongMessage) -> Line:
    """That what a message said, or what it told to be withdrawn, is on record again, and why."""
    *before, last = mends
    told = [sentences.WITHDRAWN_WRONGLY] if before else [sentences.withdrew_wrongly(message)]
    told += [_why(withdrawal, register, sentences.reason_given_then) for withdrawal in before]
    return sentences.put_back_on(last.recorded_at.date(), *told, _why(last, register, sentences.reason))


def _more(act: Act) -> tuple[str, ...]:
    """What is said of an act besides its sentence, a sentence each: its own words leave no room for the record's."""
    hearing = sentences.hearing_on(act) if act.hearing else ""
    about = in_full(act) if act.said is None else ""
    return tuple(text for text in (*beside(act), hearing, about) if text)


def _only_in(act: Act, other: Act) -> tuple[str, ...]:
    """What is said of one act besides, and not of another."""
    return tuple(text for text in _more(act) if text not in _more(other))


def _withdrawal(item: Announcement, register: Register, now: datetime) -> Message:
    """That an act which nobody was told of was withdrawn, where the tie stands otherwise by that."""
    tie = register.tie(item.tie_id)
    cited = Citations(register.record.sources)
    wrong = sentences.record_said_wrongly(_short(item, register))
    paragraphs = (
        sentences.withdrawn_on(item.recorded_at.date(), wrong, _why(item, register, sentences.reason)),
        sentences.stands_now_by(standing_line(tie, register, cited), now.date()),
        Line(sentences.stood_before(item.before)),
    )
    still = register.status(tie.id).standing is item.after
    label = standing_label(register.status(tie.id))
    title, standing = (sentences.changed_to(label), item.after) if still else (sentences.WITHDRAWN, None)
    return Message(title, tie_name(tie, register), standing, paragraphs, cited.sources, _late(item, now))


def _wrong(item: Announcement, mends: Sequence[Announcement], register: Register, message: WrongMessage) -> str:
    """What a message said wrongly. An act that was corrected in its place no longer has its old words to quote."""
    corrected = any(mend.kind is AnnouncementKind.CORRECTION and mend.act_id == item.act_id for mend in mends)
    if corrected or item.kind is AnnouncementKind.RETRACTION:
        return sentences.told_wrongly(message)
    said = _short(item, register)
    if mends[-1].kind is AnnouncementKind.CORRECTION and _short(mends[-1], register) == said:
        wrong, right = (_tie_and_act(found, register)[1] for found in (item, mends[-1]))
        said = paragraph(_only_in(wrong, right)) if wrong and right else ""
    return sentences.said_wrongly(message, said) if said else sentences.told_wrongly(message)


def _right_now(item: Announcement, register: Register) -> Announcement | None:
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


def _tie_and_act(item: Announcement, register: Register) -> tuple[Tie, Act | None]:
    tie = register.tie(item.tie_id)
    return tie, next((act for act in tie.acts if act.id == item.act_id), None)


def tells_of_the_past(item: Announcement, register: Register) -> bool:
    """Whether what was announced was done long before it came on record, and so is no news."""
    _, act = _tie_and_act(item, register)
    return act is not None and item.kind is not AnnouncementKind.RETRACTION and _is_late(item, act)


def tells_of_a_change(item: Announcement, register: Register) -> bool:
    """Whether what was announced changed how a tie stands, and is no vote, proposal or word besides."""
    _, act = _tie_and_act(item, register)
    return act is None or item.kind is AnnouncementKind.RETRACTION or is_change(act, item.before, item.after)


def _is_late(item: Announcement, act: Act) -> bool:
    return is_newly_on_record(act, item.recorded_at.date())


def _lifts_nothing(item: Announcement, act: Act) -> bool:
    """Whether an act keeps a tie that is suspended or ended, and so changes nothing."""
    return act.kind is ActKind.KEPT and bool(STANDINGS[item.after].decision)


def _was_vote(act: Act) -> bool:
    return act.authority in VOTING or bool(act.vote)


def _title(item: Announcement, act: Act) -> str:
    if item.kind is not AnnouncementKind.VOTE and is_change(act, item.before, item.after):
        label = _label(item, act)
        return sentences.newly_on_record(label) if _is_late(item, act) else sentences.changed_to(label)
    if act.kind is ActKind.KEPT and not _was_vote(act):
        return _title_of_word(item, act)
    return sentences.decision_newly_on_record(act.kind) if _is_late(item, act) else ACT_KINDS[act.kind].headline


def _title_of_word(item: Announcement, act: Act) -> str:
    """The title of an official's word that a tie stays, which is no vote."""
    if _is_late(item, act):
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
    if _is_late(item, act):
        yield sentences.not_new(act, item.recorded_at.date())


def _short(item: Announcement, register: Register) -> str:
    """An announcement's act in a sentence; its standing where the act is no longer on record."""
    _, act = _tie_and_act(item, register)
    return act_sentence(act) if act else f"{STANDINGS[item.after].label}."


def _contradicts(item: Announcement, act: Act, tie: Tie, cited: Citations) -> Iterator[Line]:
    """The word on record that an act disputes, where that made the tie disputed."""
    other = next((known for known in tie.acts if known.id == act.disputes), None)
    if other is not None and item.after is Standing.DISPUTED:
        yield sentences.contradicts(other, item.recorded_at.date(), cited.cite_best(other.sources))


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
        yield _stands(tie, register, now)


def _stands(tie: Tie, register: Register, now: datetime) -> Line:
    status = register.status(tie.id)
    sign = f"{STANDINGS[status.standing].shape} {standing_label(status)}"
    return sentences.stands_now(sign, now.date())


def _late(item: Announcement, now: datetime) -> tuple[str, ...]:
    return (sentences.sent_late(item.recorded_at.date()),) if now - item.recorded_at >= LATE else ()


def _why(
    mend: Announcement, register: Register, worded: Callable[[str], str], wrong: Announcement | None = None
) -> str:
    """The reason of a correction or retraction, as it is worded; an empty text where none is on record.

    ``wrong`` is what it mends: an act that was put right in its place has no reason but that of an earlier correction.
    """
    if wrong is not None and mend.kind is AnnouncementKind.CORRECTION and mend.act_id == wrong.act_id:
        return ""
    _, act = _tie_and_act(mend, register)
    why = act and (act.retracted if mend.kind is AnnouncementKind.RETRACTION else act.replaces_why)
    return worded(why) if why else ""
