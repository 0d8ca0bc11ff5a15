"""What lookups say to put a question right: another standing, date, decider or vote than it takes for granted. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cogs.wording.act_phrases import by_whom
from cogs.wording.dates import on, when
from cogs.wording.english import capital, clip, either, paragraph, series
from db.record.act_kinds import ACT_KINDS
from db.record.authorities import AUTHORITIES, Authority
from db.record.models import Act, PartialDate
from db.record.standings import CUT, STANDINGS, Standing

# So many letters of a text are quoted.
_LONGEST = 60


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


def not_so_in_words(standings: Iterable[Standing], own: str) -> str:
    """Asked of another decision than one that the record tells in words of its own: ``suspended its own support``."""
    return f"It was not {_either(standings)}: the record's own words for it are “{own}”."


def turned(acts: Sequence[Act], *, changed: bool) -> str:
    """Whether a decision was followed by another one that turned it, and what was decided when."""
    told = series(f"{ACT_KINDS[act.kind].label.casefold()} {on(act.date)}" for act in acts)
    if changed:
        return f"So it is, by this record: it was {told}."
    return f"Not so, by this record: no decision that turned an earlier one is on record; it was {told}."


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


def done_word(made: Standing | None) -> str:
    """What was done, in a word: ``suspended``, ``ended`` or ``kept``."""
    return STANDINGS[made].word if made in CUT else "kept"


def not_by_them(done: str, who: str, claimed: str) -> str:
    """That somebody whom a text has doing what was done is not on record as having done it."""
    return f"On record it was {done} by {who}; nothing on record says that “{clip(claimed, _LONGEST)}” did it."


def done_by(done: str, who: str) -> str:
    """Who did what was done, where a text says that it was not they."""
    return f"On record it was {done} by {who}."


def no_order(done: str, who: str) -> str:
    """That nobody else's order is on record, where a text says that it was done at one."""
    return f"No order of anybody else is on record: it was {done} by {who}."


def of_the_tie_alone(done: str, claimed: str, *, told: bool) -> str:
    """That what was done was done to the tie, and not to something else; ``told``: the record speaks of that."""
    what = f"“{clip(claimed, _LONGEST)}”"
    rest = f"what is on record of {what} stands below" if told else f"on {what} I found nothing"
    return f"On record as {done} is the tie itself; {rest}."


def reason_not_checked(claimed: str) -> str:
    """That the reason that a text gives was not held against the record."""
    return f"I did not check the reason in the question, “{clip(claimed, _LONGEST)}”: what is on record stands below."


def rest_not_checked(claimed: Iterable[str]) -> str:
    """What else a text says of an act that nothing on record tells of."""
    return f"Nothing on record tells of {either(f'“{clip(it, _LONGEST)}”' for it in claimed)}."


NO_VOTE_ON_THE_WAR = "Not so, by this record: no vote against Ukraine, or for Russia or its war, is on record."


def was_so(made: Standing | None, value: PartialDate) -> str:
    """Of what a text says was not done: ``It was suspended, on 1 March 2022.``"""
    return f"It was {done_word(made)}, {on(value)}."


def something_was_done(made: Standing | None, value: PartialDate) -> str:
    """Of a tie on which a text says that nothing was done."""
    return f"Not so, by this record: it was {done_word(made)}, {on(value)}."


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


def not_reaffirmed(kept: PartialDate | None, more: str) -> str:
    """That no vote on record did ``more`` than keep a tie, which a text says of one; when it was decided not to cut."""
    none = f"no vote to {more} it is on record."
    return f"No: the decision {on(kept)} was not to cut it; {none}" if kept else capital(none)


OTHER_CONDITION = "The condition on record is not that one; it is told below."
MORE_CONDITIONS = "That is not all of it: the condition on record asks for more, and is told below."
THAT_CONDITION = "That is the condition on record; nobody is on record as having said that it is met."


NO_VOTE = "No vote of a council or of lawmakers on this tie is on record."


def vote_of_that_count(claimed: str, said: str) -> str:
    """What the vote in the question was on, where it decided nothing of how the tie stands."""
    return f"The {claimed} vote on record is this one: {said}"


def other_vote(recorded: str, claimed: str) -> str:
    """That the vote in the question is not the one on record; ``recorded`` is empty where none is."""
    if not recorded:
        return f"No vote on the tie is on record, {claimed} or other."
    return f"The vote on record is {recorded}, not {claimed}."
