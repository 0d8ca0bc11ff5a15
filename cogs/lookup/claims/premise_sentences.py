"""What lookups say to put a question right: another standing, date, decider or vote than it takes for granted. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from cogs.wording.act_phrases import by_whom
from cogs.wording.dates import on, when
from cogs.wording.english import either, paragraph, series
from db.record.authorities import AUTHORITIES, Authority
from db.record.models import Act, PartialDate
from db.record.standings import CUT, STANDINGS, Standing


def _word(standing: Standing) -> str:
    return STANDINGS[standing].word


def _either(standings: Iterable[Standing]) -> str:
    return either(map(_word, standings))


def was_changed_later(was: Standing, value: PartialDate) -> str:
    """Asked of a suspension or ending that a later act lifted."""
    return f"It was {_word(was)} {on(value)}, and a later act changed that."


def nothing_says_so(standings: Iterable[Standing]) -> str:
    """Asked of an unconfirmed tie."""
    return f"Nothing on record says that it was {_either(standings)}."


def not_so(standings: Iterable[Standing]) -> str:
    """Asked of an active, dormant or disputed tie."""
    return f"It was not {_either(standings)}, as far as the record shows."


def not_so_but(standings: Iterable[Standing], now: Standing) -> str:
    """Asked of a tie on which another decision was taken: "It was not ended: it was suspended."."""
    return f"It was not {_either(standings)}: it was {_word(now)}."


def in_other_words(own: str) -> str:
    """Asked of a decision that the record tells in words of its own: ``suspended or ended``."""
    return f"The record's own words for it are “{own}”."


def not_only(standings: Iterable[Standing]) -> str:
    """Asked of a suspension that became an ending."""
    return f"It was not only {_either(standings)}: it was {_word(Standing.ENDED)}."


def other_date(value: PartialDate) -> str:
    """That the date in the question is not the one on record."""
    return f"The date on record is {when(value)}, not the one in the question."


def time_not_known(value: PartialDate, note: str | None) -> str:
    """That the day, or the month, in the question is nearer than the record knows; ``note`` is the record's own."""
    return paragraph([f"The record does not bear out that date: it has only {when(value)}.", note or ""])


def other_decider(asked: Iterable[Authority], act: Act) -> str:
    """That it was not who the question says that decided."""
    names = either(AUTHORITIES[authority].name for authority in asked)
    return f"No decision by {names} is on record; what is on record comes from {by_whom(act)}."


def by_another(made: Standing | None, act: Act, claimed: str, named: bool) -> str:
    """That somebody else did what a text says that ``claimed`` did; ``named``: they are named in it, and not alone."""
    word = STANDINGS[made].word if made in CUT else "kept"
    if named:
        return f"It was not {word} by {claimed} alone: it was done by {by_whom(act)}."
    return f"It was not {word} by {claimed}, but by {by_whom(act)}."


def borne_out(made: Standing | None, details: str, *, whole: bool) -> str:
    """That what a text says was done is on record, with what is of the ``details`` that it names; ``whole``: it says
    no more.
    """
    word = STANDINGS[made].word if made in CUT else "kept"
    told = series(filter(None, (word, details)))
    return f"So it is on record: {told}." if whole else f"Of this the record bears out: {told}."


def was_so(made: Standing | None, value: PartialDate) -> str:
    """Of what a text says was not done: ``It was suspended, on 1 March 2022.``"""
    word = STANDINGS[made].word if made in CUT else "kept"
    return f"It was {word}, {on(value)}."


def other_beginning(year: int) -> str:
    """That a tie did not begin in the year of the question."""
    return f"The tie began in {year}, not in the year of the question."


NOT_RESUMED = "No resumption of it is on record."


def was_kept_at_first(value: PartialDate) -> str:
    """Of a tie that was kept, and cut by a later act."""
    return f"It was kept at first, {on(value)}; a later act changed that."


def vote_without_count(recorded: str, claimed: str) -> str:
    """That a vote is on record without a count, where a count is claimed that it does not contradict."""
    return f"The vote is on record as {recorded}, without a count: whether it was {claimed} is not known."


NOT_REAFFIRMED = "No vote to reaffirm it is on record."


def kept_and_not_reaffirmed(value: PartialDate) -> str:
    """Of a vote not to cut a tie, where a text has one to reaffirm it."""
    return f"No: the decision {on(value)} was not to cut it; no vote to reaffirm it is on record."


OTHER_CONDITION = "The condition on record is not that one; it is told below."
MORE_CONDITIONS = "That is not all of it: the condition on record asks for more, and is told below."
THAT_CONDITION = "That is the condition on record; nobody is on record as having said that it is met."


NO_VOTE = "No vote of a council on this tie is on record."


def vote_of_that_count(claimed: str, said: str) -> str:
    """What the vote in the question was on, where it decided nothing of how the tie stands."""
    return f"The {claimed} vote on record is this one: {said}"


def other_vote(recorded: str, claimed: str) -> str:
    """That the vote in the question is not the one on record; ``recorded`` is empty where none is."""
    if not recorded:
        return f"No vote on the tie is on record, {claimed} or other."
    return f"The vote on record is {recorded}, not {claimed}."
