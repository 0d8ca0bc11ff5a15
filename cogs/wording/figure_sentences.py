"""What is said of how far things have come: on cards, in pictures, on the public page. A function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from cogs.wording.dates import day
from cogs.wording.english import listed, listed_apart, series
from db.record.figures import Figures
from db.record.levels import LEVELS
from db.record.standings import STANDINGS, Standing

ELSEWHERE = "Elsewhere"
NO_HEARING = "No upcoming hearing is on record."
# So many ties are named in a sentence.
_MOST_NAMED = 4
_MOST_VOTED = 12
NO_TIES = "No tie is on record yet."


def as_of(asof: date | None) -> str:
    """The record's date, inside a sentence."""
    return f"as of {day(asof)}" if asof else "undated"


def ended_of_all(found: Figures) -> str:
    """The figure that is asked for first: ``8 of 106 ties with Russia have ended, 4 of them by a vote``."""
    ended, voted = found.standings[Standing.ENDED], found.ended_by_vote
    if not found.ties:
        return NO_TIES
    if found.ties == 1:
        return "The only tie with Russia has ended" if ended else "The only tie with Russia is not on record as ended"
    if not ended:
        return f"None of {found.ties:,} ties with Russia is on record as ended"
    if ended == 1:
        by = "by a vote" if voted else "without a vote"
        return f"1 of {found.ties:,} ties with Russia has ended, {by}"
    by = "by votes" if voted == ended else f"{voted:,} of them by a vote" if voted else "none of them by a vote"
    return f"{ended:,} of {found.ties:,} ties with Russia have ended, {by}"


def counted(standing: Standing, found: Figures) -> str:
    """How many have a standing: ``20 suspended``."""
    return f"{found.standings[standing]:,} {STANDINGS[standing].word}"


def counted_more(standing: Standing, found: Figures) -> str:
    """What a standing's count is made of, or what it must not be taken for."""
    many, voted = found.standings[standing], _voted(found).get(standing)
    return STANDINGS[standing].beside_count or "" if voted is None else _by_vote(many, voted)


def _voted(found: Figures) -> Mapping[Standing, int]:
    """How many stand so by a vote, of the standings of which that is counted."""
    return {Standing.ENDED: found.ended_by_vote, Standing.ACTIVE: found.active_by_vote}


def counted_in_short(standing: Standing, found: Figures) -> str:
    """The same where there is little room."""
    voted = _voted(found).get(standing)
    return f"{voted:,} by a vote" if voted else counted_more(standing, found)


def _by_vote(many: int, voted: int) -> str:
    return f"{voted:,} by a vote, {many - voted:,} without one" if many else "none so far"


def told_figures(found: Figures) -> Iterator[str]:
    """Every count in a sentence, for those who do not see the picture."""
    for standing in Standing:
        more = counted_more(standing, found)
        yield f"{counted(standing, found)} ({more})." if more else f"{counted(standing, found)}."


def numbered(many: int, what: str) -> str:
    """A number with its noun: ``20,000 ties``."""
    return f"{many:,} {what}" if many == 1 else f"{many:,} {what}s"


def state_title(state: str, found: Figures) -> str:
    """A state by name, with its first figure."""
    ended = found.standings[Standing.ENDED]
    if not found.ties:
        return f"{state}: no tie with Russia on record"
    return f"{state}: {ended:,} of {numbered(found.ties, 'tie')} with Russia ended"


def more_ties(many: int) -> str:
    """That a list is not all."""
    return f"and {many:,} more: /ties lists them all"


def recorded(asof: str) -> str:
    """Whose record it is, and of when."""
    return f"On record with Tiewatch, {asof}."


def figures_told(found: Figures, where: str, asof: str) -> str:
    """The figures in a sentence or two, to be copied. ``where`` is a state's name, or empty."""
    first = f"{state_title(where, found)}." if where else f"{ended_of_all(found)}."
    rest = series(counted(standing, found) for standing in Standing if standing is not Standing.ENDED)
    return f"{first} The others: {rest}. {recorded(asof)}"


def hearing(day_: date, names: str) -> str:
    """A hearing to come."""
    return f"A hearing is set for {day(day_)}: {names}."


def more_hearings(many: int) -> str:
    """That these are not all."""
    return f"{numbered(many, 'more hearing')} to come."


def counted_all(found: Figures, asof: date | None) -> str:
    """What all figures are of."""
    return (
        f"This counts all {numbered(found.ties, 'tie')} on record, {as_of(asof)}, between {found.american:,} U.S. and "
        f"{found.russian:,} Russian places; {found.on_2022_list:,} are on the Chamber of Commerce list of June 2022."
    )


def levels_counted(found: Figures) -> str:
    """Of what kinds the ties are: ``They are 99 sister-city ties and 2 partnerships.``; empty if all are of one."""
    return f"They are {_levels(found)}." if sum(map(bool, found.levels.values())) > 1 else ""


def ended_counted(ended: Figures) -> str:
    """Of what kinds the ended ties are, whose figures these are: ``The 8 ended are 7 sister-city ties and ...``."""
    return f"The {ended.ties:,} ended are {_levels(ended)}." if ended.ties > 1 else ""


def decided_again(names: Sequence[str]) -> str:
    """That the timeline counts decisions, and about which ties there was more than one; by their names."""
    told = "This counts decisions, not ties."
    if not names:
        return told
    if len(names) > _MOST_NAMED:
        return f"{told} About {len(names):,} ties there was more than one."
    return f"{told} About {listed_apart(names)} there was more than one."


def ended_by_vote(names: Sequence[str]) -> str:
    """Which ties ended by a vote, by their names, as long as they are few; empty for none or many."""
    return f"Ended by a vote: {listed_apart(names)}." if 0 < len(names) <= _MOST_VOTED else ""


def _levels(found: Figures) -> str:
    return listed(numbered(many, LEVELS[level].noun) for level in LEVELS if (many := found.levels[level]))


def no_tie_of(state: str, asof: date | None) -> str:
    """That a state has no tie on record."""
    return f"No tie with Russia is on record in {state}, {as_of(asof)}."


def counted_in_state(ties: int, state: str, asof: date | None) -> str:
    """What a state's figures are of."""
    if not ties:
        return f"{no_tie_of(state, asof)} If you know of one, tell the people who run me."
    if ties == 1:
        return f"This counts the one tie of {state} on record, {as_of(asof)}."
    return f"This counts the {ties:,} ties of {state} on record, {as_of(asof)}."
