"""The phrases of what a list is narrowed by: of times, standings, places, acts and sizes. Pure.

A phrase is said of a tie, in front of a number ("In Oregon: 5 of 106 ties") and behind one ("No tie in Oregon").
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from cogs.lookup.model import How
from cogs.wording.dates import day, of_month
from cogs.wording.english import (
    either,
    listed,
    series,
)
from db.record.authorities import AUTHORITIES, Authority
from db.record.derivation import INVASION
from db.record.levels import LEVELS, Level
from db.record.standings import STANDINGS, Standing

A_CHANGE = "a change of its standing"
A_DECISION = "a decision"
ANYTHING = "any act or word"
_HOW = {How.VOTE: "by a vote", How.WORD: "without a vote"}
_FEW_LEFT_OUT = 2
_THOUSAND = 1_000
# Parts of the country that take no article.
_BARE = frozenset({"New England", "Appalachia"})


# Phrases.


def span(since: date | None, until: date | None) -> str:
    """A span of days: ``of November 2026``, ``of 2024 or later``, ``before 2023``; an empty text for none."""
    if since and until:
        return _closed(since, until)
    if since == INVASION:
        return f"since the invasion of {day(INVASION)}"
    if since:
        return f"of {_beginning(since)} or later"
    if until:
        after = until + timedelta(days=1)
        return f"before the invasion of {day(INVASION)}" if after == INVASION else f"before {_beginning(after)}"
    return ""


def _beginning(value: date) -> str:
    """The day that a year or month begins on, by the name of that; any other by its own."""
    if value.day == 1:
        return str(value.year) if value.month == 1 else of_month(value)
    return day(value)


def _closed(since: date, until: date) -> str:
    if since == until:
        return f"of {day(since)}"
    if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
        return f"of {since.year}" if since.year == until.year else f"of {since.year} to {until.year}"
    if since.day == 1 and until.day == monthrange(until.year, until.month)[1]:
        first, last = of_month(since), of_month(until)
        return f"of {last}" if first == last else f"of {first} to {last}"
    return f"from {day(since)} to {day(until)}"


def standing_as(standings: Sequence[Standing], as_of: date | None) -> str:
    """How ties stand: ``suspended``; ``not ended``; ``active or dormant``; with a day, how they stood."""
    if not standings:
        return ""
    named = _not(standings) or either(map(_word, standings))
    return f"{named} as of {day(as_of)}" if as_of else named


def _word(standing: Standing) -> str:
    return STANDINGS[standing].word


def _not(standings: Sequence[Standing]) -> str:
    """Most standings by the one or two that are left out: ``not ended``; an empty text where these are more."""
    others = [standing for standing in Standing if standing not in standings]
    if not others:
        return "on record"
    if len(others) == 1:
        return f"not {_word(others[0])}"
    if len(others) == 2 and all(STANDINGS[other].decision for other in others):
        return f"neither {_word(others[0])} nor {_word(others[1])}"
    return ""


def of_levels(levels: Iterable[Level]) -> str:
    """What kind of tie: ``made as sister states``; of all but one or two, by those that are left out."""
    asked = list(levels)
    others = [level for level in Level if level not in asked]
    if len(asked) > len(others):
        return f"not made as {either(map(_level, others))}" if others else ""
    return f"made as {either(map(_level, asked))}" if asked else ""


def _level(level: Level) -> str:
    label = LEVELS[level].label
    return label if label.startswith("sister") else f"a {label}"


def with_an_act(
    nouns: Sequence[str],
    authorities: Iterable[Authority],
    how: How | None,
    since: date | None,
    until: date | None,
    *,
    lacking: bool,
    by_each: bool = False,
) -> str:
    """What was done: ``with a suspension by a city council of March 2022``; or was not, ``without …``."""
    named = f"{'without' if lacking else 'with'} {either(nouns) if nouns else ANYTHING}"
    by = f"by both {listed(AUTHORITIES[it].name for it in authorities)}" if by_each else _by(authorities)
    return joined(named, by, _HOW[how] if how else "", span(since, until))


def by_an_act(authorities: Iterable[Authority], how: How | None, since: date | None, until: date | None) -> str:
    """Whose word the standing rests on: ``by the word of a mayor, of 2022``."""
    names = _deciders(authorities)
    when = span(since, until)
    parts = (f"by the word of {names}" if names else "", _HOW[how] if how else "", f"by a word {when}" if when else "")
    return series(part for part in parts if part)


def _by(authorities: Iterable[Authority]) -> str:
    names = _deciders(authorities)
    return f"by {names}" if names else ""


def _deciders(authorities: Iterable[Authority]) -> str:
    """Who decided; nearly all of them by those that are left out: ``anybody but a council``."""
    named = tuple(authorities)
    others = [authority for authority in Authority if authority not in named]
    if len(others) <= _FEW_LEFT_OUT:
        return f"anybody but {either(AUTHORITIES[it].name for it in others)}" if others else ""
    return either(AUTHORITIES[it].name for it in named)


def joined(*phrases: str) -> str:
    return " ".join(phrase for phrase in phrases if phrase)


def with_a_hearing(since: date | None, until: date | None) -> str:
    """A hearing on a proposal."""
    return joined("with a hearing", span(since, until))


def last_searched(since: date | None, until: date | None) -> str:
    """When news was last searched for."""
    return joined("with a last search", span(since, until))


def made_in(since: date | None, until: date | None) -> str:
    """When it was made; an empty text where no time is given."""
    when = span(since, until)
    return f"with an agreement {when}" if when else ""


def traits(phrases: Sequence[str]) -> str:
    """What else is so."""
    return listed(phrases)


def in_states(names: Sequence[str], region: str) -> str:
    """Where: by state, or by the part of the country that the states make up."""
    if region.endswith("Coast"):
        return f"on the {region} ({listed(names)})"
    if region:
        return f"in {region if region in _BARE else f'the {region}'} ({listed(names)})"
    return f"in {listed(names)}"


def outside(names: Sequence[str]) -> str:
    """Which states were ruled out."""
    return f"outside {listed(names)}" if names else ""


def with_a_place_in(region: str) -> str:
    """Where in Russia."""
    return f"with a place in {region}" if region else ""


def with_a_condition_on(topics: Sequence[str]) -> str:
    """What the condition for lifting a suspension speaks of."""
    return f"with a condition on record for lifting the suspension that speaks of {either(topics)}" if topics else ""


def of_size(over: int, under: int) -> str:
    """How many people live in the U.S. place."""
    if over and under:
        return f"of a place with {over + (over % _THOUSAND == _THOUSAND - 1):,} to {under:,} people"
    if over % _THOUSAND == _THOUSAND - 1:
        return f"of a place with {over + 1:,} people or more"
    if over:
        return f"of a place with more than {over:,} people"
    return f"of a place with fewer than {under:,} people" if under else ""


def with_russian_place_of(over: int, under: int) -> str:
    """How many people live in the Russian place."""
    return of_size(over, under).replace("of a place", "with a Russian place", 1)


def with_a_vote_of(counted: str) -> str:
    """How a vote was counted."""
    return f"with a vote of {counted}" if counted else ""


def with_in_name(text: str) -> str:
    """A part of a name."""
    return f"with “{text}” in a name" if text else ""


def without(names: Sequence[str]) -> str:
    """What was ruled out."""
    return f"without {listed(names)}" if names else ""


# Legend, comparison, what was not understood.


def not_so(says: Sequence[str]) -> str:
    """What is not so of the ties of a list: ``not of a county or borough``."""
    return listed(f"not {each}" for each in says)
