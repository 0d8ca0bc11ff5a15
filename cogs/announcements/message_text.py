"""What an announcement, a correction and a watch message say, from the record as it is when they are sent. Pure.

A story is plain text, with ``[1]`` for its sources; whoever shows it escapes it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from cogs.announcements.digest import Digest
from cogs.wording.standing_text import standing_sentence
from cogs.wording.words import Citations, condition_words, day, full_stop, on, pair_name, plural, tie_name, when
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import Freshness, Status, acts_in_force, derive, freshness, is_weak_evidence, lineage
from db.record.models import Act, Source, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.store.models import Announcement, AnnouncementKind

LATE = timedelta(days=1)
# The reason of a correction that was itself put right may be wrong by now.
_THEN = "Reason given then"


@dataclass(frozen=True, slots=True)
class MessageParagraph:
    """A paragraph: what is said first and in bold, and the rest."""

    strong: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Message:
    """One message: a title, the tie by its full name, paragraphs, sources (the first is ``[1]``), and small print.

    ``standing`` is the new one that it tells; None where it tells none.
    """

    title: str
    name: str
    standing: Standing | None
    paragraphs: tuple[MessageParagraph, ...]
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
        *_contradicts(told, act, tie, cited),
        *(_entry_put_right(told, act, tie) if mended is None else ()),
        *_anew(act, tie),
        *_decider(told, act, tie, cited),
        MessageParagraph("", _before(told, act, tie)),
        *_newer(told, tie, register, now),
    )
    notes = (*_late(item, now), *(["An error in this news was put right before it was sent here."] if mended else []))
    return Message(_title(told, act), tie_name(tie, register), told.after, paragraphs, cited.sources, notes)


def rewritten(item: Announcement, mends: Sequence[Announcement], register: Register, now: datetime) -> Message:
    """What stands in the place of a message that was wrong: what it said, why that was wrong, and what is right.

    ``item`` is what that message said; ``mends`` mend it, one after the other, at least one.
    """
    return _mend(item, mends, register, now, "This message")


def reply(item: Announcement, mend: Announcement, register: Register, now: datetime, *, again: bool) -> Message:
    """The reply to a message that was wrong: ``item`` is what it said, or what an earlier reply said, if ``again``."""
    message = "The last correction" if again else "The message above"
    return _mend(item, [mend], register, now, message)


def row(item: Announcement, register: Register, cited: Citations, mends: Sequence[Announcement] = ()) -> str:
    """One announcement in a line of a digest or summary, with what came of it if it was mended."""
    mend = mends[-1] if mends else None
    tie, act = _tie_and_act(item, register)
    names = pair_name(tie, register)
    if act is None:
        return f"{names}: {STANDINGS[item.after].label}."
    against = " It contradicts what was on record." if item.after is Standing.DISPUTED and act.disputes else ""
    if item.kind is AnnouncementKind.RETRACTION:
        gone = f"withdrawn from the record: “{_short(item, register)}” {_why(item, register)}"
        still = register.status(tie.id).standing is item.after
        return f"{f'{STANDINGS[item.after].sign}: ' if still else ''}{names}, {gone}".rstrip()
    shape = f"{STANDINGS[item.after].shape} " if item.before is not item.after else ""
    hearing = f", hearing on {day(act.hearing)}" if act.hearing else ""
    told = f"{shape}{names}: {_sentence(act)}{hearing}{cited.cite(act.sources, most=2)}.{against}"
    if mend is not None and mend.kind is AnnouncementKind.CORRECTION and mend.act_id == item.act_id:
        return f"{told} This was put right on {day(mend.recorded_at.date())}."
    if stands(item, register):
        return told
    if mend is None:
        return f"{told} The record says otherwise by now."
    if mend.kind is AnnouncementKind.RETRACTION:
        first = _why(mends[0], register, _THEN)
        wrong = f"This was wrong. {first} What replaced it" if len(mends) > 1 else "This"
        withdrawn = f"{told} {wrong} was withdrawn on {day(mend.recorded_at.date())}. {_why(mend, register)}"
        return withdrawn.rstrip()
    right = _tie_and_act(_right_now(mend, register) or mend, register)[1]
    corrected = f"{told} This was wrong, and was corrected on {day(mend.recorded_at.date())}."
    if right is None:
        return corrected
    same = _sentence(right) == _sentence(act)
    said = " ".join(_only_in(right, act)) if same else f"{_sentence(right)}{cited.cite(right.sources, most=2)}."
    return f"{corrected} Right is: {said}" if said else f"{told} This was put right on {day(mend.recorded_at.date())}."


def stands(item: Announcement, register: Register) -> bool:
    """Whether the act of an announcement still counts: neither withdrawn nor replaced."""
    return any(act.id == item.act_id for act in acts_in_force(register.tie(item.tie_id).acts))


def digest_rows(digest: Digest, register: Register) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The lines of a digest about ties whose word has become stale, and about the totals."""
    ties = (register.tie(name) for name in digest.stale if name in register.record.ties)
    stale = tuple(_stale_row(tie, digest.day, register) for tie in ties)
    counts = ", ".join(f"{count} {standing}" for standing, count in digest.totals.items() if count)
    total = plural(sum(digest.totals.values()), "tie")
    return stale, ((f"Of {total} on record: {counts}.",) if counts else ())


def _stale_row(tie: Tie, as_of: date, register: Register) -> str:
    """A tie whose word was old news on a day, from the record as it is by now."""
    names = pair_name(tie, register)
    newest = register.status(tie.id).newest
    if newest is None or freshness(newest, as_of) is not Freshness.STALE:
        return f"{names}: this was so on {day(as_of)}; the record has changed since."
    return f"{names}: the newest word is of {when(newest.date)}."


def late_note(waited: Iterable[Announcement]) -> str:
    """How old the news of a summary is."""
    dates = sorted(item.recorded_at.date() for item in waited)
    if not dates:
        return ""
    number = plural(len(dates), "message")
    recorded = f"on {day(dates[0])}" if dates[0] == dates[-1] else f"from {day(dates[0])} to {day(dates[-1])}"
    return f"{number} could not be sent here in time. Recorded {recorded}."


def _mend(
    item: Announcement, mends: Sequence[Announcement], register: Register, now: datetime, message: str
) -> Message:
    mend = mends[-1]
    tie, act = _tie_and_act(mend, register)
    cited = Citations(register.record.sources)
    withdrawn = mend.kind is AnnouncementKind.RETRACTION
    word = "Withdrawn" if withdrawn else "Corrected"
    first = _why(mends[0], register, _THEN if len(mends) > 1 else "Reason")
    said = f" {_wrong(item, mends, register, message)} {first}"
    paragraphs = [MessageParagraph(f"{word} on {day(mend.recorded_at.date())}.", said)]
    if len(mends) > 1:
        fate = "was withdrawn" if withdrawn else "was wrong too"
        paragraphs.append(MessageParagraph(f"What replaced it {fate}.", f" {_why(mend, register)}"))
    if act is not None and not withdrawn:
        more = " ".join(_more(act))
        told = f" {_sentence(act)}{_thin(act, register)}{cited.cite(act.sources)}. {more}"
        paragraphs += [MessageParagraph("Right is:", told), *_contradicts(mend, act, tie, cited)]
        status = register.status(tie.id)
        paragraphs += [] if act in (status.basis, status.against) else [_stands(tie, register, now)]
    else:
        strong, rest = standing_sentence(tie, register, cited)
        paragraphs.append(MessageParagraph(_as_of(now), f" {strong}{rest}"))
    return Message(word, tie_name(tie, register), None, tuple(paragraphs), cited.sources)


def _more(act: Act) -> tuple[str, ...]:
    """What is said of an act besides who did what, when and by what vote, a sentence each."""
    hearing = f"Hearing on {day(act.hearing)}." if act.hearing else ""
    until = condition_words(act.condition) if act.condition else ""
    return tuple(text for text in (until, hearing, full_stop(act.summary)) if text)


def _only_in(act: Act, other: Act) -> tuple[str, ...]:
    """What is said of one act besides, and not of another."""
    return tuple(text for text in _more(act) if text not in _more(other))


def _withdrawal(item: Announcement, register: Register, now: datetime) -> Message:
    """That an act which nobody was told of was withdrawn, where the tie stands otherwise by that."""
    tie = register.tie(item.tie_id)
    cited = Citations(register.record.sources)
    said = f" The record said: “{_short(item, register)}” That was wrong. {_why(item, register)}"
    strong, rest = standing_sentence(tie, register, cited)
    paragraphs = (
        MessageParagraph(f"Withdrawn on {day(item.recorded_at.date())}.", said),
        MessageParagraph(_as_of(now), f" {strong}{rest}"),
        MessageParagraph("", f"On record before this: {STANDINGS[item.before].sign}."),
    )
    still = register.status(tie.id).standing is item.after
    title, standing = (_changed(item), item.after) if still else ("Withdrawn", None)
    return Message(title, tie_name(tie, register), standing, paragraphs, cited.sources, _late(item, now))


def _wrong(item: Announcement, mends: Sequence[Announcement], register: Register, message: str) -> str:
    """What a message said wrongly. An act that was corrected in its place no longer has its old words to quote."""
    if any(mend.kind is AnnouncementKind.CORRECTION and mend.act_id == item.act_id for mend in mends):
        return f"{message} told of this act wrongly."
    said = _short(item, register)
    if mends[-1].kind is AnnouncementKind.CORRECTION and _short(mends[-1], register) == said:
        wrong, right = (_tie_and_act(found, register)[1] for found in (item, mends[-1]))
        said = " ".join(_only_in(wrong, right)) if wrong and right else ""
    return f"{message} said: “{said}” That was wrong." if said else f"{message} told of this act wrongly."


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


def _title(item: Announcement, act: Act) -> str:
    if item.kind is AnnouncementKind.VOTE:
        return ACT_KINDS[act.kind].headline
    return _changed(item)


def _changed(item: Announcement) -> str:
    label = STANDINGS[item.after].label
    return f"Changed: {label[0].lower()}{label[1:]}"


def _act_told(act: Act, register: Register, cited: Citations, now: datetime) -> tuple[MessageParagraph, ...]:
    told = f"{_vote(act)}{_thin(act, register)}{cited.cite(act.sources)}.{_until(act)}"
    first = MessageParagraph(f"{ACT_KINDS[act.kind].label} by {act.actor} {on(act.date)}", told)
    summary = MessageParagraph("", full_stop(act.summary))
    if act.hearing is None:
        return (first, summary)
    verb = "is set for" if act.hearing >= now.date() else "was set for"
    return (first, summary, MessageParagraph("Hearing:", f" it {verb} {day(act.hearing)}."))


def _sentence(act: Act) -> str:
    return f"{ACT_KINDS[act.kind].label} by {act.actor} {on(act.date)}{_vote(act)}"


def _short(item: Announcement, register: Register) -> str:
    _, act = _tie_and_act(item, register)
    return f"{_sentence(act)}." if act else f"{STANDINGS[item.after].label}."


def _contradicts(item: Announcement, act: Act, tie: Tie, cited: Citations) -> tuple[MessageParagraph, ...]:
    """The word on record that an act disputes, where that made the tie disputed."""
    other = next((known for known in tie.acts if known.id == act.disputes), None)
    if other is None or item.after is not Standing.DISPUTED:
        return ()
    known = f"{ACT_KINDS[other.kind].label} by {other.actor} {on(other.date)}{cited.cite(other.sources, most=2)}"
    then = f"It contradicts what was on record on {day(item.recorded_at.date())}:"
    return (MessageParagraph(then, f" {known}. Which is right was not settled then."),)


def _anew(act: Act, tie: Tie) -> tuple[MessageParagraph, ...]:
    """That an entry like this was withdrawn before, where messages may still say so."""
    same = (act.kind, act.date, act.actor)
    gone = [known for known in tie.acts if known.retracted and (known.kind, known.date, known.actor) == same]
    if not gone:
        return ()
    return (
        MessageParagraph(
            "An earlier entry of this act had been withdrawn.", full_stop(f" Reason given then: {gone[-1].retracted}")
        ),
    )


def _decider(item: Announcement, act: Act, tie: Tie, cited: Citations) -> tuple[MessageParagraph, ...]:
    """The act from which a new standing follows, where it is not the one that was recorded."""
    status = derive(tie)
    if item.before is item.after or status.standing is not item.after or act in (status.basis, status.against):
        return ()
    decides = status.basis
    told = f" {_sentence(decides)}{cited.cite(decides.sources, most=2)}." if decides else " no act since decides it."
    return (MessageParagraph("By this it follows from another act how the tie stands:", told),)


def _entry_put_right(item: Announcement, act: Act, tie: Tie) -> tuple[MessageParagraph, ...]:
    """That an act takes the place of an entry that was never announced, so that nobody here was told the wrong one."""
    if act.replaces_why is None:
        return ()
    told = f" What was wrong: {full_stop(act.replaces_why)}"
    found = lineage(act.id, tie.acts)
    fate = "was withdrawn" if any(known.retracted for known in tie.acts if known.id in found) else "was not announced"
    decides = derive(tie) == Status(item.after, act)
    without = derive(replace(tie, acts=tuple(known for known in tie.acts if known.id not in found))).standing
    if decides and item.before is item.after is not without:
        told += f" With that entry the record had gone from {STANDINGS[without].sign} to {STANDINGS[item.after].sign}."
    return (MessageParagraph(f"It replaces an earlier entry of the record, which {fate}.", told),)


def _before(item: Announcement, act: Act, tie: Tie) -> str:
    """How the tie stood on record before, as of then: what is recorded later does not make it wrong."""
    if item.before is not item.after:
        return f"On record before this: {STANDINGS[item.before].sign}."
    same = f"On record on {day(item.recorded_at.date())}, not changed by this: {STANDINGS[item.after].sign}."
    decision, decides = STANDINGS[item.after].decision, derive(tie).basis
    if act.kind is ActKind.KEPT and decision and decides in tie.acts[: tie.acts.index(act)]:
        return f"{same} A vote to keep a tie lifts no {decision}; only a resumption does."
    return same


def _newer(item: Announcement, tie: Tie, register: Register, now: datetime) -> tuple[MessageParagraph, ...]:
    """That the record has gone on since, where it has."""
    return () if register.status(tie.id).standing is item.after else (_stands(tie, register, now),)


def _stands(tie: Tie, register: Register, now: datetime) -> MessageParagraph:
    return MessageParagraph(_as_of(now), f" {STANDINGS[register.status(tie.id).standing].sign}.")


def _as_of(now: datetime) -> str:
    """Before what an act of another message says: that one is mended where it was told, and this stays true."""
    return f"On record on {day(now.date())}:"


def _late(item: Announcement, now: datetime) -> tuple[str, ...]:
    if now - item.recorded_at < LATE:
        return ()
    return (f"Sent late: recorded on {day(item.recorded_at.date())}.",)


def _why(mend: Announcement, register: Register, label: str = "Reason") -> str:
    _, act = _tie_and_act(mend, register)
    why = act and (act.retracted if mend.kind is AnnouncementKind.RETRACTION else act.replaces_why)
    return full_stop(f"{label}: {why}") if why else ""


def _thin(act: Act, register: Register) -> str:
    return ", on one report" if is_weak_evidence(act, register.record.sources) else ""


def _vote(act: Act) -> str:
    return f", {act.vote}" if act.vote else ""


def _until(act: Act) -> str:
    return f" {condition_words(act.condition)}" if act.condition else ""
