"""What is said of things that are held against each other by a measure, a function a sentence. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import islice

from cogs.wording.english import capital, closed, listed, plural, series, series_apart
from db.record.figures import per_cent
from db.record.values import value

WHAT_IS_COUNTED = "What is counted here is what was decided or said on record."
BY_PEOPLE = "By the number of people"
SINCE_THE_INVASION = "Since the invasion, by time"
# So many times with as much are named.
_MOST_NAMED = 12


@value
class Part:
    """How many of a side's ties are so, of how many."""

    name: str
    number: int
    whole: int


@value
class Mean:
    """A side, its mean, and of how many it is known and of how many not."""

    name: str
    mean: float
    known: int
    unknown: int


def of_parts(what: str, parts: Sequence[Part]) -> str:
    """How many are so of each side: ``Suspended or ended: Texas 3 of 4, Florida 2 of 7.``"""
    return f"{capital(what)}: {series(f'{it.name} {it.number} of {it.whole}' for it in parts)}."


def largest_part(what: str, parts: Sequence[Part]) -> str:
    """Of which side the largest part is so: ``The larger part suspended or ended: Texas, 75 percent (Florida …).``"""
    ranked = sorted((it for it in parts if it.whole), key=lambda it: -it.number / it.whole)
    shares = [f"{it.name} {per_cent(it.number, it.whole)} percent" for it in ranked]
    first = [it.name for it in ranked if it.number * ranked[0].whole == ranked[0].number * it.whole]
    part = "largest" if len(parts) > 2 else "larger"
    if len(first) == len(ranked):
        return f"The same part of each side's ties is {what}: {series(shares)}."
    return f"{listed(first)} {'has' if len(first) == 1 else 'have'} the {part} part {what}: {series(shares)}."


def shares(what: str, parts: Sequence[Part], *, smallest: bool) -> list[str]:
    """Of which groups the largest or smallest part is so, and what part of each: ``Maryland 1 of 1 (100 percent)``."""
    if not parts:
        return [f"None of them has a tie that is {what}."]
    ranked = sorted(parts, key=lambda it: (it.number / it.whole * (1 if smallest else -1), -it.whole, it.name))
    first = [it for it in ranked if it.number * ranked[0].whole == ranked[0].number * it.whole]
    lead = f"{'Smallest' if smallest else 'Largest'} part of its own ties {what}"
    names = [it.name for it in first[:_MOST_NAMED]]
    more = [f"{len(first) - _MOST_NAMED} more"] if len(first) > _MOST_NAMED else []
    verdict = f"{lead}: {listed([*names, *more])}, {per_cent(first[0].number, first[0].whole)} percent."
    told = (f"{it.name} {it.number} of {it.whole} ({per_cent(it.number, it.whole)} percent)" for it in ranked)
    return [verdict, f"{series_apart(islice(told, _MOST_NAMED * 2))}."]


def mean_year(sides: Sequence[Mean]) -> list[str]:
    """Which side's ties are the older on average, and when each side's were made."""
    ranked = sorted(sides, key=lambda it: it.mean)
    verdict = f"{'Oldest' if len(ranked) > 2 else 'Older'} on average: {ranked[0].name}."
    return [verdict if len(ranked) > 1 else "", *(_made_in(it) for it in ranked)]


def _made_in(side: Mean) -> str:
    told = f"{capital(side.name)}: the mean year is {side.mean:.1f}, counting the {side.known} whose year is on record"
    return f"{told}; of {side.unknown} it is not." if side.unknown else f"{told}."


def mean_people(sides: Sequence[Mean]) -> list[str]:
    """Which side's U.S. places have more people on average, and how many each side's have."""
    ranked = sorted(sides, key=lambda it: -it.mean)
    verdict = f"Larger U.S. places on average: {ranked[0].name}." if len(ranked) > 1 else ""
    return [verdict, *map(_with_people, ranked)]


def _with_people(side: Mean) -> str:
    told = f"{capital(side.name)}: {round(side.mean):,} people on average in {plural(side.known, 'place')}"
    return f"{told}; of {side.unknown} no number is on record." if side.unknown else f"{told}."


def nothing_known(name: str) -> str:
    """That of a side nothing is on record by which it could be measured."""
    return f"{capital(name)}: nothing is on record by which it could be told."


def by_people(ranked: Sequence[tuple[str, int]], unknown: Sequence[str]) -> list[str]:
    """Which of some places has most people, and how many each has, most first."""
    told = []
    if len(ranked) > 1:
        (first, most), (second, other) = ranked[:2]
        is_largest = "largest" if len(ranked) > 2 else "larger"
        told.append(
            f"{closed(first)} is the {is_largest}: {most:,} people."
            if most > other
            else f"{first} and {second} are alike."
        )
    told.append(f"{series_apart(f'{name}: {people:,}' for name, people in ranked)}.")
    if unknown:
        told.append(f"No number of people is on record of {listed(unknown)}.")
    return told


def ratio(one: str, number: int, other: str, others: int) -> str:
    """Two numbers beside each other: ``20 suspended to 8 ended: 2.5 to one.``"""
    if not others:
        return f"{number} {one} to {others} {other}."
    return f"{number} {one} to {others} {other}: {number / others:.1f} to one."


def tally(counts: Sequence[tuple[int, str]]) -> str:
    """How many different things ties are of: ``106 ties on record: 90 Russian places and 104 U.S. places.``"""
    return f"{listed(plural(number, noun) for number, noun in counts)}."


def times_with(names: Sequence[str], number: int, what: str, *, quiet: bool) -> str:
    """In which times fewest or most ties were so: ``Fewest ties decided on: none in 2024, 2025 and 2026.``"""
    lead = f"{'Fewest' if quiet else 'Most'} ties {what}"
    when = listed(names) if len(names) <= _MOST_NAMED else f"{len(names)} months"
    return f"{lead}: {number or 'none'} in {when}."


def each_time(counts: Iterable[tuple[str, int]], *, skip_none: bool) -> str:
    """How many ties there are of each time: ``2022: 33; 2023: 4; 2024: 0.``"""
    told = [f"{name}: {number}" for name, number in counts if number or not skip_none]
    return f"{series_apart(told)}."
