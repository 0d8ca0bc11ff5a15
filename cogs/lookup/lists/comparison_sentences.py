"""What lists say of ties held against each other, and of who has the most. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from cogs.lookup.lists.list_sentences import counted
from cogs.wording.blocks import Line
from cogs.wording.dates import day
from cogs.wording.english import (
    capital,
    listed,
    listed_apart,
    paragraph,
    plural,
    series,
    series_apart,
    small,
)
from db.record.authorities import AUTHORITIES, Authority
from db.record.figures import per_cent
from db.record.standings import STANDINGS, Standing
from db.record.values import value

_BOUNDED = ("Before ", "After ", "From ")
DECISIONS = "Decisions by time"
TIES_MADE = "Ties by the year in which they were made"


@value
class Compared:
    """One of the things that are compared: its name, how many ties it has, and how they stand."""

    name: str
    number: int
    counts: Mapping[Standing, int]
    whole: Mapping[Standing, int] | None = None


def compared(found: Sequence[Compared], *, kinds: bool = False, such: str = "") -> list[str]:
    """Which has most ties of what was asked for, and how many each has; ``kinds``: they are kinds of tie or place;
    ``such`` says how the ties stand: ``suspended``.
    """
    most = max(side.number for side in found)
    first = [side.name for side in found if side.number == most]
    what = f"has the most {such} ties" if such else "has the most"
    one = f"Most are {small(first[0])}: {most}." if kinds else f"{first[0]} {what}: {most}."
    verdict = one if len(first) == 1 else f"{listed(first)} have equally many: {most}."
    if len(found) == len(first) + 1 == 2 and not kinds:
        other = next(side for side in found if side.number != most)
        verdict = paragraph([verdict, f"That is {most - other.number} more than {other.name}."])
    return [verdict, *map(_side, found)]


def in_two_times(found: Sequence[Compared]) -> list[str]:
    """How many are of a time and how many of what is before or after it: ``16 before 3 June 2022, and 10 from 3 June
    2022 on.``
    """
    *before, last = (
        f"{side.number} {small(side.name) if is_bounded(side.name) else f'in {side.name}'}" for side in found
    )
    return [f"{series(before)}, and {last}.", *map(_side, found)]


def is_bounded(time: str) -> bool:
    """Whether what is compared is all that is before or after a time."""
    return time.startswith(_BOUNDED)


def counted_each(found: Sequence[Compared]) -> str:
    """How many ties stand in each of several ways: ``Active: 20; suspended: 20; ended: 8.``"""
    return f"{capital(series_apart(f'{side.name}: {side.number}' for side in found))}."


def most_and_fewest(counts: Mapping[str, int]) -> str:
    """Which standing most ties have, and which the fewest: ``Most are unconfirmed: 52. The fewest are dormant: 6.``"""
    told = []
    for lead, number in (("Most are", max(counts.values())), ("The fewest are", min(counts.values()))):
        named = [word for word, count in counts.items() if count == number]
        told.append(f"{lead} {listed(named)}: {number}.")
    return paragraph(told if len({*counts.values()}) > 1 else told[:1])


WITH_AN_OUTCOME = "with a vote whose outcome is on record"


def so_many_of_them(says: Iterable[str], number: int, base: int, others: Sequence[str], *, holds: bool) -> str:
    """Whether it is so of all or most of some ties: ``No: it is so of 5 of the 8 ended. The others are …``"""
    of_what = small(series(says)) if (says := [*says]) else "on record"
    fits = f"all {base}" if number == base else f"{number or 'none'} of the {base}"
    told = f"{'Yes' if holds else 'No'}: it is so of {fits} {of_what}."
    rest = f"The {'others are' if len(others) > 1 else 'other is'} {listed_apart(others)}." if others else ""
    return paragraph(filter(None, (told, rest)))


def so_of_some(fits: int, number: int, counts: Mapping[Standing, int]) -> str:
    """Of how many ties it is so, and how all others stand: ``It is so of 20 of the 106 ties on record, …``"""
    stand = series(f"{count} {STANDINGS[standing].word}" for standing, count in counts.items() if count)
    return f"It is so of {fits} of the {fits + number} ties on record, and not of the other {number}: {stand}."


def no_year(number: int) -> str:
    """Of how many ties it is not on record in which year they were made."""
    return f"For {plural(number, 'more tie')} the year is not on record."


def each_side(found: Sequence[Compared]) -> list[str]:
    """How many ties each of the things that are compared has, and how they stand."""
    return [*map(_side, found)]


def of_standing(standing: str, counts: Mapping[str, int]) -> str:
    """How many ties stand in one way in each of several states: ``Suspended: Texas 3, Florida 1.``"""
    return f"{capital(standing)}: {series(f'{name} {count}' for name, count in counts.items())}."


def shares(standing: str, of_each: Mapping[str, tuple[int, int]]) -> str:
    """What part of its ties stands so in each of several states: ``Suspended, as a share: Texas 3 of 4 …``"""
    told = [f"{name} {of_those(number, whole)}" for name, (number, whole) in of_each.items()]
    parts = {name: number / whole for name, (number, whole) in of_each.items() if whole}
    first = [name for name, part in parts.items() if part == max(parts.values())]
    verdict = f"The largest share is that of {first[0]}." if len(first) == 1 else "The shares are equal."
    return paragraph([f"{capital(standing)}, as a share: {series(told)}.", *([verdict] if len(parts) > 1 else [])])


def of_those(number: int, whole: int) -> str:
    """A number of a whole, with its part in percent: ``3 of 4 (75 percent)``."""
    return f"{number} of {whole} ({per_cent(number, whole)} percent)" if whole else "none of none"


def before_and_after(value: date) -> tuple[str, str]:
    """What came before a day and what came from it on, as two things that are compared."""
    return f"Before {day(value)}", f"From {day(value)} on"


def on_either_side(dated: Sequence[tuple[str, str]]) -> str:
    """What may be of one time or the other: ``Dated too roughly to say of which: … (June 2022).``"""
    return f"Dated too roughly to say of which: {series_apart(f'{pair} ({day})' for pair, day in dated)}."


def compared_standings(one: Compared, other: Compared) -> str:
    """Of which of two standings there are more ties."""
    if one.number == other.number:
        return f"As many are {one.name} as {other.name}: {one.number}."
    more, fewer = (one, other) if one.number > other.number else (other, one)
    apart = more.number - fewer.number
    return f"More are {more.name} than {fewer.name}: {more.number} and {fewer.number}. That is {apart} more."


def _side(side: Compared) -> str:
    if side.whole and side.whole != side.counts:
        number = plural(side.number, "tie") if side.number else "no tie"
        return f"{side.name}: {number} of the {sum(side.whole.values())} on record there ({counted(side.whole)})."
    if not side.number:
        return f"{side.name}: no tie."
    return f"{side.name}: {plural(side.number, 'tie')} ({counted(side.counts)})."


def groups_with_both(group: str, names: Sequence[str], one: str, other: str) -> str:
    """The groups that have ties of two standings: ``Both active and suspended ties: 8 states (Alaska, …).``"""
    told = f"Both {one} and {other} ties: {plural(len(names), group)}"
    return f"{told} ({series(names)})." if names else f"{told}."


def groups_with_each(group: str, names: Sequence[str], standings: Sequence[str]) -> str:
    """The groups that have ties of each of some standings: ``Both active and suspended ties: 8 states (Alaska, …).``"""
    both = "Both " if len(standings) == 2 else ""
    told = f"{both}{listed(standings)} ties: {plural(len(names), group)}"
    told = f"{told[:1].upper()}{told[1:]}"
    return f"{told} ({series(names)})." if names else f"{told}."


def groups_with_one_alone(group: str, names: Sequence[str], one: str, other: str) -> str:
    """The groups that have a tie of one standing and none of another."""
    told = f"With a tie that is {one}, and none that is {other}: {plural(len(names), group)}"
    return f"{told} ({series(names)})." if names else f"{told}."


def groups_with_only(group: str, names: Sequence[str], standing: str) -> str:
    """The states all of whose ties stand in one way: ``Only ended ties: 2 states (Maryland, New Jersey).``"""
    told = f"Only {standing} ties: {plural(len(names), group)}"
    return f"{told} ({series(names)})." if names else f"{told}."


def groups_with_none(group: str, names: Sequence[str], standing: str) -> str:
    """The states that have ties on record, and none that stands so: ``Ties on record, and none suspended: …``"""
    told = f"Ties on record, and none {standing}: {plural(len(names), group)}"
    return f"{told} ({series(names)})." if names else f"{told}."


def people_in_all(people: int, places: int, unknown: int) -> str:
    """How many people some places have together and on average, and of how many that is not on record."""
    told = f"{plural(places, 'place')} with {people:,} people in all, {people // places:,} on average"
    if not unknown:
        return f"They are {told}."
    return f"They are {told}; {unknown} more {'has' if unknown == 1 else 'have'} no number of people on record."


def first_by_size(of_size: Sequence[tuple[str, int]], *, smallest: bool) -> str:
    """The largest places of some, or the smallest, with their people: ``The largest of them: Moscow (13,149,803).``"""
    told = series_apart(f"{name} ({people:,} people)" for name, people in of_size)
    return f"The {'smallest' if smallest else 'largest'} of them: {told}."


def groups_with_more(group: str, names: Sequence[str], one: str, other: str) -> str:
    """The states that have more ties of one standing than of another."""
    told = f"More {one} than {other} ties: {plural(len(names), group)}"
    return f"{told} ({series(names)})." if names else f"{told}."


THE_OTHERS = "the others"


def half(phrases: Sequence[str], names: Sequence[str], number: int) -> str:
    """One half of a list, by name: ``With a condition on record: 10 (Anchorage, Alaska; …).``"""
    told = f"{capital(series(phrases))}: {number}"
    return f"{told} ({series_apart(names)})." if names else f"{told}."


BY_DECIDERS = "On whose act or word ties stand as they do"
BEHIND_THE_STANDING = (
    "What counts is the act that the standing rests on today; earlier acts by others are in each tie's history."
)


def by_decider(authority: Authority, counts: Mapping[Standing, int]) -> Line:
    """How many ties stand in which way by the act or word of one kind of decider."""
    return Line(f" {counted(counts) or 'none'}.", f"By {AUTHORITIES[authority].name}:")


def by_whose_word(counts: Sequence[tuple[str, int]], none: int) -> str:
    """On whose act or word the ties of a list rest: ``They rest on the act or word of a mayor: 5; a council: 2.``"""
    told = (
        f"They rest on the act or word of {series_apart(f'{name}: {count}' for name, count in counts)}."
        if counts
        else ""
    )
    return " ".join(part for part in (told, f"{none} rest on no act." if none else "") if part)


def of_the_known(number: int, known: int, share: int) -> str:
    """What part some ties are of those whose standing is known."""
    return f"Of the {known} ties whose standing is known, {number} are so: {share} percent."


def by_best_grade(counts: Sequence[tuple[str, int]], none: int) -> str:
    """How good the best source of the act is on which each tie rests."""
    told = f"Best source behind the standing, by grade: {series_apart(f'{name} {count}' for name, count in counts)}."
    return f"{told} {none} rest on no act, and so on none." if none else told


def mean_age(years: int, middle: int, known: int, unknown: int, middle_year: int) -> str:
    """How old ties are on average, by the years in which they were made, and the year in the middle of those."""
    told = (
        f"They are {plural(years, 'year')} old on average (half are {middle} or more: the middle year is "
        f"{middle_year}), counting the {known} whose year is on record."
    )
    return f"{told} The year is not on record for {unknown}." if unknown else told


def mean_age_then(years: int, least: int, most: int, known: int) -> str:
    """How old ties were on average when they were decided on, and the youngest and the oldest of them."""
    return (
        f"When they were decided on, they were {plural(years, 'year')} old on average ({least} to {most}), counting "
        f"the {known} whose year is on record."
    )


def who_has_the_most(such: str = "", *, fewest: bool = False) -> str:
    """The heading above names in the order of how many ties they have; ``such`` says how those stand: ``suspended``."""
    return f"Who has the {'fewest' if fewest else 'most'} {paragraph([such, 'ties'])}"


def how_many_each(such: str = "") -> str:
    """The heading above how many ties each of some names has, where none is asked to be first."""
    return f"How many {paragraph([such, 'ties'])} each has"


def most_ties(names: Sequence[str], number: int, total: int, such: str = "") -> str:
    """Who has the most; ``such`` says of what kind of tie: ``suspended``."""
    ties = f"{such} ties on record" if such else "ties on record"
    if len(names) == 1:
        return f"{names[0]} has the most {ties}: {number} of {total}."
    return f"{listed_apart(names)} have the most {ties}: {number} each, of {total}."


def on_average(ties: int, places: int, such: str) -> str:
    """How many ties each of those that have any has on average: ``On average 3.1 each: 106 ties in 34.``"""
    return f"On average {ties / places:.1f} each: {plural(ties, f'{such} tie'.strip())}, of {places} that have any."


def next_most(place: int, names: Sequence[str], number: int) -> str:
    """Who has the second or third most: ``Second is New York, with 8.``"""
    rank = {2: "Second", 3: "Third", 4: "Fourth"}[place]
    return f"{rank} {'is' if len(names) == 1 else 'are'} {listed_apart(names)}, with {number}."


def without_any(names: Sequence[str]) -> str:
    """That some states have no tie: ``No tie is on record in Nevada.``"""
    return f"No tie is on record in {listed(names)}."


def with_exactly(number: int, names: Sequence[str], such: str = "") -> str:
    """Who has so many ties, no more and no less: ``With exactly 1 tie on record (10): Arizona, …``; ``such`` says of
    what kind of tie: ``suspended``.
    """
    ties = plural(number, f"{such} tie".strip())
    if not names:
        return f"None has exactly {ties} on record."
    return f"With exactly {ties} on record ({len(names)}): {listed_apart(names)}."


def with_so_many(number: int, such: str = "") -> str:
    """How many have as many ties as a question says."""
    ties = f"{such} ties".strip()
    return f"{number} on record, with the number of their {ties}:" if number else f"None has so many {ties} on record."


def most_in(name: str, number: int) -> str:
    """The month or year with the most."""
    return f"The most are from {name}: {number}."


def half_in_states(found: Sequence[tuple[str, int]], total: int, states: int) -> str:
    """How few of the states with a tie have half of all together, the largest first."""
    number = sum(count for _, count in found)
    told = series(f"{name} {count}" for name, count in found)
    return f"Half of them, {number} of {total}, are in {len(found)} of the {states} states where they are: {told}."


def half_of_theirs(found: Sequence[tuple[str, int, int]], *, more: bool) -> str:
    """The states half of whose ties are as is asked for, or ``more``: each with how many of how many."""
    lead = f"{'More than' if more else 'At least'} half of their ties are so in {plural(len(found), 'state')}"
    return f"{lead}: {series(f'{name} {number} of {of}' for name, number, of in found)}." if found else f"{lead}."


def in_so_many_states(number: int) -> str:
    """In how many states the ties of a list are."""
    return f"The ties asked for are in {plural(number, 'state')}." if number else "They are in no state."


def with_so_many_russian_places(number: int) -> str:
    """With how many Russian places the ties of a list are."""
    return f"They are with {plural(number, 'Russian place')}."


def of_so_many_us_places(number: int) -> str:
    """Of how many U.S. places the ties of a list are, some of which have more than one."""
    return f"They belong to {plural(number, 'U.S. place')}."


def states_without_ties(names: Sequence[str]) -> str:
    """The states that have no tie."""
    district = "District of Columbia"
    states = [name for name in names if name != district]
    told = f"No tie is on record in {plural(len(states), 'state')}: {listed(states)}."
    return f"{told} Nor is one in the District of Columbia." if district in names else told


def states_without_such(names: Sequence[str], tied: int, phrases: Iterable[str]) -> str:
    """The states that have ties, and none that is as asked: ``Active: in 12 of 34 states with ties none. …``"""
    if not names:
        return f"{capital(series(phrases))}: each of the {tied} states with a tie on record has one."
    told = f"{len(names)} of the {tied} states with a tie on record have none: {listed(names)}."
    return f"{capital(series(phrases))}: {told}"


def nor_in(names: Sequence[str]) -> str:
    """The states among those asked for that have no tie at all."""
    return f"No tie at all is on record in {listed(names)}."


TIES_BY_STATE = "Ties by state"
GROUPS: Mapping[str, str] = {
    "state": "state", "us_region": "part of the country", "russian_region": "Russian region",
    "russian_place": "Russian place", "american_place": "U.S. place",
}  # fmt: skip
HEADINGS: Mapping[str, str] = {
    "state": TIES_BY_STATE, "us_region": "Ties by part of the country",
    "russian_region": "Ties by Russian region", "russian_place": "Ties by Russian place",
    "american_place": "Ties by U.S. place",
}  # fmt: skip


# Lists.


def each_with_such(counts: Iterable[tuple[str, int, int]], such: str) -> str:
    """How many ties each has, and how many of them stand in some way: ``California 11 (4 active)``."""
    return f"{series_apart(f'{name} {number} ({among} {such})' for name, number, among in counts)}."


def others_have_fewer(number: int) -> str:
    """That those not named have fewer ties."""
    return f"{number} more {'has' if number == 1 else 'have'} fewer."


def by_state(counts: Iterable[tuple[str, int]]) -> str:
    """How many ties each state has."""
    return f"{series_apart(f'{name} {count}' for name, count in counts)}."
