"""What is asked or said of the year in which a tie was made: how old it is, which others are older, as old, or came
next; and what came next after it was suspended or ended. Pure.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cogs.lookup.claims.borne_out import claims_something
from cogs.lookup.history.intervals import since_invasion
from cogs.lookup.history.which_first import kinds_compared
from cogs.lookup.parts import aspect_sentences as told
from cogs.lookup.reading.aspects import Aspect, aspects_asked
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.dates import when
from cogs.wording.names import pair_name
from db.record.act_kinds import ACT_KINDS, CUTTING, ActKind
from db.record.derivation import INVASION
from db.record.models import Act, Country, Precision, Tie
from db.record.register import Register
from db.record.text import normalise
from db.record.vocabulary import vocabulary

_MORE, _LESS, _SO_MANY, _EARLIER, _OF_THEN = (
    said_for("questions", "beginnings", name) for name in ("more_than", "less_than", "so_many", "earlier", "of_then")
)
_ROUND = said_for("questions", "beginnings", "round")
_NUMBERS: Mapping[str, int] = {normalise(word): n for word, n in vocabulary("numbers")["of_ages"].items()}
_CUTTING = frozenset(CUTTING)
# "Is any older than both" is asked of each of those that are named.
_BOTH = said_for("questions", "beginnings", "both")
_THAN_BOTH = frozenset({Aspect.OLDER_ONES})
_MADE = frozenset({Intent.FOUNDED, Intent.BEGINNING})
_Years = tuple[int, int | None]
_Span = tuple[date | None, date]
# An age by the years alone may be off by one; who says an age rounds it.
_ROUGHLY = 1


def told_of_beginning(tie: Tie, question: Question, register: Register, today: date) -> Iterator[str]:
    """What is told before how a tie stands, where its age, or others by theirs, are asked for or spoken of."""
    asked = aspects_asked(question)
    cuts = question.standings or question.narrowing.kinds or question.speakers
    age = None if cuts else _age_said(question)
    era = None if cuts or age else _era_said(question)
    if age or era or (Aspect.AGE in asked and not cuts):
        yield _of_its_age(tie, age, era, today)
        if round_year := _round_year(tie, question, today):
            yield round_year
    if len(_american(question)) > 1:
        asked &= _THAN_BOTH if _BOTH.search(question.joined) else frozenset()
    if asked:
        yield from _others(tie, question, asked - ({Aspect.OLDER_ONES} if age else set()), register)


def _of_its_age(tie: Tie, age: _Years | None, era: _Span | None, today: date) -> str:
    """How old a tie is, and whether it is as old, or of the time, that a text says."""
    if tie.since is None:
        return told.AGE_NOT_KNOWN
    years = today.year - tie.since
    if era:
        return told.of_that_time(tie.since, holds=_is_of_time(tie.since, *era))
    return told.of_that_age(tie.since, years, holds=_is_of_age(years, *age) if age else None)


def _round_year(tie: Tie, question: Question, today: date) -> str:
    """When a tie was last so many tens of years old, where that is asked or was in this year or the last."""
    years = today.year - tie.since if tie.since else 0
    tens = years // 10 * 10
    told_of = tens and (years - tens <= 1 or _ROUND.search(question.joined))
    return told.round_year(tie.since, tens) if tie.since and told_of else ""


def _others(tie: Tie, question: Question, asked: frozenset[Aspect], register: Register) -> Iterator[str]:
    """Others than the tie that is named: the next, those of its year, and the older ones."""
    if Aspect.NEXT_ONE in asked:
        yield _next_one(tie, question, register)
        return
    if not asked & {Aspect.SAME_YEAR, Aspect.OLDER_ONES}:
        return
    if tie.since is None:
        yield told.AGE_NOT_KNOWN
        return
    years = _years(register)
    unknown = len(register.record.ties) - len(years)
    if Aspect.SAME_YEAR in asked:
        alike = [each for each, since in years.items() if since == tie.since and each != tie.id]
        yield told.of_its_year(tie.since, _pairs(alike, register), unknown)
    if Aspect.OLDER_ONES in asked:
        older = sorted((since, each) for each, since in years.items() if since < tie.since)
        named = [f"{pair_name(register.tie(each), register)} ({since})" for since, each in older]
        yield told.older_ones(tie.since, named, unknown)


def _american(question: Question) -> set[str]:
    return {place.id for named in question.mentions for place in named.places if place.country is Country.US}


def _years(register: Register) -> dict[str, int]:
    return {each.id: each.since for each in register.record.ties.values() if each.since is not None}


def _pairs(ties: Sequence[str], register: Register) -> list[str]:
    return sorted(pair_name(register.tie(each), register) for each in ties)


# What comes next, by when ties were cut or when they were made.


def _next_one(tie: Tie, question: Question, register: Register) -> str:
    earlier = _EARLIER.search(question.joined) is not None
    own = None if _is_of_making(tie, question) else _cut_of(tie, question)
    if own is not None:
        return _next_cut(tie, own, question, register, earlier=earlier)
    if tie.since is None:
        return told.AGE_NOT_KNOWN
    years = _years(register)
    beside = [since for since in years.values() if (since < tie.since if earlier else since > tie.since)]
    if not beside:
        return told.none_next_made(tie.since, earlier=earlier)
    year = max(beside) if earlier else min(beside)
    return told.next_made(
        year, _pairs([each for each, since in years.items() if since == year], register), earlier=earlier
    )


def _is_of_making(tie: Tie, question: Question) -> bool:
    """Whether it is asked what was made next, and not what was cut: by its words, or by the year of the tie."""
    period = question.period
    its_year = period is not None and period.since is not None and period.since.year == tie.since
    cuts = question.standings or question.narrowing.kinds
    return not cuts and (its_year or bool(question.intents & _MADE))


def _cut_of(tie: Tie, question: Question) -> Act | None:
    """What cut a tie first since the invasion, in the way that is asked for."""
    kinds = _CUTTING & {*kinds_compared(question)} or _CUTTING
    cuts = [act for act in since_invasion(tie) if act.kind in kinds]
    return next(iter(cuts), None)


def _next_cut(tie: Tie, own: Act, question: Question, register: Register, *, earlier: bool) -> str:
    """The ties that were cut next in the way that this one was, or right before; those of a rough date are named."""
    alike = _kinds_alike(question, own)
    found = [(each, act) for each in register.record.ties.values() if each != tie and (act := _first_cut(each, alike))]
    if earlier:
        beside = [(each, act) for each, act in found if act.date.last < own.date.first]
        nearest = max((act.date.last for _, act in beside), default=None)
    else:
        beside = [(each, act) for each, act in found if act.date.first > own.date.last]
        nearest = min((act.date.first for _, act in beside if act.date.precision is Precision.DAY), default=None)
    if nearest is None:
        return told.none_next_cut(_noun(own), earlier=earlier)
    those = [(each, act) for each, act in beside if (act.date.last if earlier else act.date.first) == nearest]
    rough = [
        each
        for each, act in found
        if act.date.precision is not Precision.DAY
        and (each, act) not in those
        and act.date.first <= max(nearest, own.date.last)
        and act.date.last >= min(nearest, own.date.first)
    ]
    named = _pairs([each.id for each, _ in those], register)
    return told.next_cut(
        _noun(own), when(those[0][1].date), named, _pairs([each.id for each in rough], register),
        earlier=earlier,
    )  # fmt: skip


def _kinds_alike(question: Question, own: Act) -> frozenset[ActKind]:
    """The kinds of act that are put in order: those asked for, or that of the act of the tie that is named."""
    asked = _CUTTING & {*question.narrowing.kinds}
    both = len({kind for kind in kinds_compared(question) if kind in _CUTTING}) > 1
    named = bool(question.standings or asked)
    return _CUTTING if named and both else frozenset({own.kind})


def _noun(act: Act) -> str:
    """What an act is called, without its article."""
    return ACT_KINDS[act.kind].noun.split(" ", 1)[1]


def _first_cut(tie: Tie, kinds: frozenset[ActKind]) -> Act | None:
    return next((act for act in since_invasion(tie) if act.kind in kinds and act.date.last >= INVASION), None)


# What is said of its age.


def _age_said(question: Question) -> _Years | None:
    """The years that a tie is said to have, at least and at most; None at most for no bound. None where none are."""
    if not claims_something(question):
        return None
    for bound, lowest, highest in ((_MORE, 0, None), (_LESS, None, -1), (_SO_MANY, -_ROUGHLY, _ROUGHLY)):
        found = bound.search(question.joined)
        years = _number_in(found.group()) if found else None
        if years:
            return (0 if lowest is None else years + lowest), (None if highest is None else years + highest)
    return None


def _number_in(words: str) -> int | None:
    found = (int(word) if word.isdigit() else _NUMBERS.get(word) for word in words.split())
    return next(filter(None, found), None)


def _is_of_age(years: int, lowest: int, highest: int | None) -> bool | None:
    """Whether so many years, or one less, lie in bounds; None where only one of the two does."""
    fits = {lowest <= each and (highest is None or each <= highest) for each in (years - _ROUGHLY, years)}
    return fits.pop() if len(fits) == 1 else (True if highest is not None and lowest else None)


def _era_said(question: Question) -> _Span | None:
    """The time in which a tie is said to have been made; None where none is named, or one year alone."""
    period = question.period
    if period is None or not claims_something(question) or _OF_THEN.search(question.joined) is None:
        return None
    first, last = period.since, period.until
    if last is None or last >= INVASION or (first and last and first.year == last.year):
        return None
    return first, last


def _is_of_time(since: int, first: date | None, last: date) -> bool | None:
    """Whether a year lies in a time; None where only a part of it does."""
    begins, ends = date(since, 1, 1), date(since, 12, 31)
    if (first and ends < first) or begins > last:
        return False
    return True if (first is None or first <= begins) and ends <= last else None
