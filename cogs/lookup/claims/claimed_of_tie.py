"""What a text says of one tie beside how it stands: when, by whom, by which vote. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cogs.lookup.claims import particulars, premise_sentences
from cogs.lookup.claims.claim_parts import Clause
from cogs.lookup.claims.said_besides import left_unchecked
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.times.spans import Period, may_be_in
from cogs.wording.leads import Asked
from cogs.wording.sentences import condition
from db.record.act_kinds import CUTTING, ActKind
from db.record.derivation import Status, acts_in_force
from db.record.models import PartialDate, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

_FOR_GOOD = said_for("questions", "claimed_of_tie", "for_good")
_KINDS = {Asked.ENDED: CUTTING, Asked.SUSPENDED: CUTTING, Asked.KEPT: (ActKind.KEPT,)}
DECIDED = {Asked.ENDED: Standing.ENDED, Asked.SUSPENDED: Standing.SUSPENDED}


def is_right_beside(clause: Clause, own: Sequence[Tie], register: Register) -> bool:
    """Whether the date, the vote and the deciders that a claim names beside an order are those on record."""
    return not any(wrong_beside(tie, clause, register) for tie in own)


def wrong_beside(tie: Tie, clause: Clause, register: Register) -> tuple[str, ...]:
    """What a claim names of a tie's date, vote and deciders that is not on record so."""
    intents = clause.question.intents | {Intent.CLAIM}
    claimed = replace(clause.question, authorities=clause.deciders, intents=intents)
    found = tuple(particulars.wrong_particulars(tie, claimed, clause.vote, register))
    turned = particulars.turned(tie, claimed, register)
    return (*([turned] if turned else []), *(found or _of_another_time(tie, clause)))


def left_beside(tie: Tie, clause: Clause) -> tuple[str, ...]:
    """What a claim says of a tie's act beside all that, of which the record tells nothing."""
    return tuple(left_unchecked(tie, clause.question))


def until_told(status: Status, clause: Clause) -> str:
    """Until when a suspension is to last, where a text says that it is for good; empty elsewhere."""
    act = status.newest
    suspended = status.standing is Standing.SUSPENDED and act is not None and act.condition
    return condition(act.condition or "") if act and suspended and _FOR_GOOD.search(clause.question.joined) else ""


def _of_another_time(tie: Tie, clause: Clause) -> Iterator[str]:
    """When what a part claims was done, where it names another time, in which something else was."""
    period, kinds = clause.question.period, _KINDS.get(clause.asked, ())
    dates = [act.date for act in acts_in_force(tie.acts) if act.kind in kinds]
    if period and not (period.exact or period.guessed) and dates and _is_before_all(period, dates):
        # "After the speech": of what was done before it that is not so.
        yield premise_sentences.other_date(dates[-1])
    if not period or not period.exact or not dates:
        return
    if not any(may_be_in(value, period) for value in dates):
        yield premise_sentences.other_date(dates[-1])


def _is_before_all(period: Period, dates: Sequence[PartialDate]) -> bool:
    """Whether all of some dates lie before an open time begins."""
    return period.until is None and period.since is not None and all(date.last < period.since for date in dates)


def nothing_says_so(asked: Asked) -> str:
    return f"{premise_sentences.nothing_says_so([DECIDED[asked]])} {STANDINGS[Standing.UNCONFIRMED].lead}"
