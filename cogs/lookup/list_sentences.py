"""What lists say: the phrases of their filters, and the sentences made of these, a function each. Pure.

A phrase is said of a tie, in front of a number ("In Oregon: 5 of 106 ties") and behind one ("No tie in Oregon").
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from cogs.lookup.model import How
from cogs.wording.blocks import Line
from cogs.wording.dates import day
from cogs.wording.english import (
    capital,
    closed,
    either,
    listed,
    listed_apart,
    paragraph,
    plural,
    series,
    series_apart,
    small,
)
from db.record.authorities import AUTHORITIES, Authority
from db.record.derivation import INVASION
from db.record.levels import LEVELS, Level
from db.record.months import MONTHS
from db.record.standings import STANDINGS, Standing

A_CHANGE = "a change of its standing"
A_DECISION = "a decision"
DECISIONS = "Decisions by time"
TIES_MADE = "Ties by the year in which they were made"
ANYTHING = "any act or word"
_HOW = {How.VOTE: "by a vote", How.WORD: "without a vote"}
_A_PAIR = 2
_MOST_ROUGH = 4
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
        return str(value.year) if value.month == 1 else _month(value)
    return day(value)


def _month(value: date) -> str:
    return f"{MONTHS[value.month - 1]} {value.year}"


def _closed(since: date, until: date) -> str:
    if since == until:
        return f"of {day(since)}"
    if (since.month, since.day, until.month, until.day) == (1, 1, 12, 31):
        return f"of {since.year}" if since.year == until.year else f"of {since.year} to {until.year}"
    if since.day == 1 and until.day == monthrange(until.year, until.month)[1]:
        first, last = _month(since), _month(until)
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
    if len(others) == _A_PAIR and all(STANDINGS[other].decision for other in others):
        return f"neither {_word(others[0])} nor {_word(others[1])}"
    return ""


def of_levels(levels: Iterable[Level]) -> str:
    """What kind of tie: ``made as sister states``."""
    named = either(map(_level, levels))
    return f"made as {named}" if named else ""


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
    lacking: bool = False,
) -> str:
    """What was done: ``with a suspension by a city council of March 2022``; or was not, ``without …``."""
    named = f"{'without' if lacking else 'with'} {either(nouns) if nouns else ANYTHING}"
    return _joined(named, _by(authorities), _HOW[how] if how else "", span(since, until))


def by_an_act(authorities: Iterable[Authority], how: How | None, since: date | None, until: date | None) -> str:
    """Whose word the standing rests on: ``by the word of a mayor, of 2022``."""
    names = either(AUTHORITIES[authority].name for authority in authorities)
    when = span(since, until)
    parts = (f"by the word of {names}" if names else "", _HOW[how] if how else "", f"by a word {when}" if when else "")
    return series(part for part in parts if part)


def _by(authorities: Iterable[Authority]) -> str:
    names = either(AUTHORITIES[authority].name for authority in authorities)
    return f"by {names}" if names else ""


def _joined(*phrases: str) -> str:
    return " ".join(phrase for phrase in phrases if phrase)


def with_a_hearing(since: date | None, until: date | None) -> str:
    """A hearing on a proposal."""
    return _joined("with a hearing", span(since, until))


def last_searched(since: date | None, until: date | None) -> str:
    """When news was last searched for."""
    return _joined("with a last search", span(since, until))


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


def of_size(over: int, under: int) -> str:
    """How many people live in the U.S. place."""
    if over and under:
        return f"of a place with {over:,} to {under:,} people"
    if over:
        return f"of a place with more than {over:,} people"
    return f"of a place with fewer than {under:,} people" if under else ""


def with_in_name(text: str) -> str:
    """A part of a name."""
    return f"with “{text}” in a name" if text else ""


def without(names: Sequence[str]) -> str:
    """What was ruled out."""
    return f"without {listed(names)}" if names else ""


# The sentence above a list.


def all_ties(total: int, counts: Mapping[Standing, int]) -> str:
    """Above a list that nothing narrows."""
    return f"All {plural(total, 'tie')} on record ({counted(counts)})."


def some_ties(phrases: Iterable[str], shown: int, base: int, *, there: bool, counts: str, share: str) -> str:
    """How many of how many: ``Not ended, in Iowa: 6 of 7 ties on record there (2 suspended, 4 unconfirmed).``

    ``there``: the whole is that of a place. ``counts`` and ``share`` are empty or as ``counted`` and ``part`` say them.
    """
    where = "on record there" if there else "on record"
    beside = series(number for number in (share, counts) if number)
    told = f"{capital(series(phrases))}: {shown} of {plural(base, 'tie')} {where}"
    return f"{told} ({beside})." if beside else f"{told}."


def counted(counts: Mapping[Standing, int]) -> str:
    """``19 active, 20 suspended``; standings that none has are left out."""
    return series(f"{count} {_word(standing)}" for standing, count in counts.items() if count)


def now(counts: Mapping[Standing, int]) -> str:
    """How ties stand today that are listed by what was: ``now 1 suspended, 2 ended``."""
    return f"now {counted(counts)}"


def part(share: int) -> str:
    """A share in percent."""
    return f"{share} percent"


def part_of(share: int, number: int, standing: str, of_all: str) -> str:
    """A share in percent of those alone that stand so, beside that of all: ``25 percent of the 20 suspended``."""
    return f"{share} percent of the {number} {standing}, {of_all} of all"


def dated_too_roughly(number: int) -> str:
    """That of some ties it cannot be said how they stood on a day."""
    if number == 1:
        return "1 more may have stood so: the act around that day is dated too roughly to say."
    return f"{number} more may have stood so: the acts around that day are dated too roughly to say."


def may_be_of_that_time(found: Sequence[tuple[str, str]]) -> str:
    """Which acts may be of a time as well: ``Dated too roughly to say, and perhaps of that time: … (June 2022).``"""
    named = [f"{pair} ({dated})" for pair, dated in found[:_MOST_ROUGH]]
    more = [f"{len(found) - _MOST_ROUGH} more"] if len(found) > _MOST_ROUGH else []
    return f"Dated too roughly to say, and perhaps of that time: {series_apart((*named, *more))}."


def before_the_war(unknown: int) -> str:
    """What is to be known of ties on a day before the invasion: what is on record begins later."""
    told = "Decisions on record begin with the invasion: none before it is known that ended or suspended a tie."
    return f"{told} When the tie was made is not on record for {unknown} more." if unknown else told


def no_tie(phrases: Iterable[str], standing: str) -> str:
    """That there is none: ``No tie in Nevada is on record.``; ``No tie in Texas is on record as ended.``"""
    named = _joined("No tie", *phrases, "is on record")
    return f"{named} as {standing}." if standing else f"{named}."


def no_hearing(phrases: Iterable[str]) -> str:
    """That no hearing is to come."""
    return f"{_joined('No hearing or vote on a tie', *phrases)} is on record as coming."


def none_left(where: str, base: int) -> str:
    """That all ties of a place have ended."""
    if base == 1:
        return f"{capital(where)}, no tie is left: the one on record ended."
    return f"{capital(where)}, no tie is left: all {base} on record ended."


def what_there_is(where: str, base: int, counts: Mapping[Standing, int]) -> str:
    """What ties a place has, where none is as asked."""
    return f"{capital(where)}: {plural(base, 'tie')} ({counted(counts)})."


def were_before(standing: str, by_now: Mapping[Standing, int]) -> str:
    """That more ties were once so, and how they stand ``by_now``."""
    number = sum(by_now.values())
    if number > 1:
        return f"{number} more were {standing} earlier, and by now stand so: {counted(by_now)}."
    now = next(each for each, many in by_now.items() if many)
    since = "has since ended" if now is Standing.ENDED else f"is {STANDINGS[now].word} now"
    return f"1 more was {standing} earlier, and {since}."


def in_all_not_ended(not_ended: int, total: int, counts: Mapping[Standing, int]) -> str:
    """What is left, beside a list of the active ones."""
    return f"Not ended in all: {not_ended} of {total} ({counted(counts)})."


def left_out(number: int, why: str) -> str:
    """That ties without what is sorted by are not on the list."""
    return f"{number} more {'has' if number == 1 else 'have'} {why} and {'is' if number == 1 else 'are'} left out."


def first_so_many(number: int, of: int) -> str:
    """That a list is cut."""
    return f"The first {number} of {of} are shown."


# The first of a list, and its rows.


def newest_act(pair: str, dated: str, act: str) -> str:
    """The newest act that a list looks at."""
    return f"The newest is of {dated}, on {pair}: {act}"


def first_act(pair: str, dated: str, act: str) -> str:
    """The first act that a list looks at."""
    return f"The first is of {dated}, on {pair}: {act}"


def oldest_made(us: str, ru: str, year: int) -> str:
    """When the oldest tie of a list was made."""
    return f"The oldest tie on this list, between {closed(us)} and {ru}, began in {year}."


def newest_made(us: str, ru: str, year: int) -> str:
    """When the newest tie of a list was made."""
    return f"The newest tie on this list, between {closed(us)} and {ru}, began in {year}."


def largest(name: str, people: int) -> str:
    """The largest U.S. place of a list."""
    return f"The largest place on this list is {name}, with {people:,} people."


def largest_russian(name: str, people: int) -> str:
    """The largest Russian place of a list."""
    return f"The largest Russian place on this list is {name}, with {people:,} people."


def smallest_russian(name: str, people: int) -> str:
    """The smallest Russian place of a list."""
    return f"The smallest Russian place on this list is {name}, with {people:,} people."


def smallest(name: str, people: int) -> str:
    """The smallest U.S. place of a list."""
    return f"The smallest place on this list is {name}, with {people:,} people."


def searched_last(pair: str, dated: str) -> str:
    """The tie for which news was searched last."""
    return f"The last search for news was on {pair}, {dated}."


def searched_longest_ago(pair: str, dated: str) -> str:
    """The tie for which nobody has searched for longest."""
    return f"Searched for longest ago: {pair}, {dated}."


def next_hearing(pair: str, dated: str) -> str:
    """The first hearing of a list."""
    return f"The first hearing is on {pair}, {dated}."


def made(year: int) -> str:
    """When a tie began, in its row."""
    return f"Began in {year}."


def people(number: int) -> str:
    """How many people the U.S. place has, in its row."""
    return f"{number:,} people."


def people_there(name: str, number: int) -> str:
    """How many people the Russian place has, in its row."""
    return f"{name}: {number:,} people."


def searched_on(dated: str) -> str:
    """When news was last searched for, in its row."""
    return f"Searched {dated}."


def hearing_on(dated: str) -> str:
    """When a hearing is, in its row."""
    return f"Hearing: {dated}."


def standing_and_act(word: str, clause: str) -> str:
    """How a tie stands now, and an act that came before: ``Ended. On 1 March 2022 the mayor suspended it.``"""
    return f"{word}. {clause}"


# Legend, comparison, what was not understood.


def legend(standings: Iterable[Standing]) -> str:
    """What the shapes of a list mean: ``● active · ◐ suspended, not ended``."""
    return " · ".join(f"{STANDINGS[standing].shape} {STANDINGS[standing].label.lower()}" for standing in standings)


def own_and_others(state: str, standing: Standing, number: int, counts: Mapping[Standing, int]) -> str:
    """A state's own tie, and those of its places: ``Iowa's own tie ended; in Iowa 6 more ties are on record (…).``"""
    own = f"{state}'s own tie {_STOOD[standing]}"
    if number == 1:
        return f"{own}; in {state} 1 more tie is on record ({counted(counts)})."
    return f"{own}; in {state} {number} more ties are on record ({counted(counts)})."


_STOOD = {
    Standing.ACTIVE: "is on record as active",
    Standing.SUSPENDED: "is suspended, not ended",
    Standing.ENDED: "ended",
    Standing.DORMANT: "is dormant",
    Standing.DISPUTED: "is disputed",
    Standing.UNCONFIRMED: "is unconfirmed",
}
_WHAT_I_CAN = (
    "I can sort by the newest or the first act, by the year a tie was made, by the size of the place, by the last "
    "search and by name; and narrow by place, standing, kind of act, time, who decided and how."
)


def cannot_sort_by(words: Sequence[str]) -> str:
    """What a list was to be sorted by and cannot be."""
    return f"I cannot sort by {_quoted(words)}. {_WHAT_I_CAN}"


def cannot_narrow_by(words: Sequence[str]) -> str:
    """What a list was to be narrowed by and cannot be."""
    return f"I do not know which ties {_quoted(words)} would leave. {_WHAT_I_CAN}"


ROUGHLY_FIRST = "Its day is not known, so the next in this order may stand before it."
CANNOT_LEAVE_OUT_A_TIME = "I cannot leave a time out of a list: each row gives its date."


def passed_over(words: Sequence[str]) -> str:
    """What was said beside what narrows a list, and was not understood."""
    return f"I did not take into account: {series(f'“{word}”' for word in words)}."


def _quoted(words: Iterable[str]) -> str:
    return either(f"“{word}”" for word in words)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the things that are compared: its name, how many ties it has, and how they stand."""

    name: str
    number: int
    counts: Mapping[Standing, int]
    whole: Mapping[Standing, int] | None = None


def compared(found: Sequence[Side], *, kinds: bool = False) -> list[str]:
    """Which has most ties of what was asked for, and how many each has; ``kinds``: they are kinds of tie or place."""
    most = max(side.number for side in found)
    first = [side.name for side in found if side.number == most]
    one = f"Most are {small(first[0])}: {most}." if kinds else f"{first[0]} has the most: {most}."
    verdict = one if len(first) == 1 else f"{listed(first)} have as many: {most}."
    return [verdict, *map(_side, found)]


def before_and_after(value: date) -> tuple[str, str]:
    """What came before a day and what came from it on, as two things that are compared."""
    return f"Before {day(value)}", f"From {day(value)} on"


def compared_standings(one: Side, other: Side) -> str:
    """Of which of two standings there are more ties."""
    if one.number == other.number:
        return f"As many are {one.name} as {other.name}: {one.number}."
    more, fewer = (one, other) if one.number > other.number else (other, one)
    return f"More are {more.name} than {fewer.name}: {more.number} and {fewer.number}."


def _side(side: Side) -> str:
    if side.whole and side.whole != side.counts:
        number = plural(side.number, "tie") if side.number else "no tie"
        return f"{side.name}: {number} of the {sum(side.whole.values())} on record there ({counted(side.whole)})."
    if not side.number:
        return f"{side.name}: no tie."
    return f"{side.name}: {plural(side.number, 'tie')} ({counted(side.counts)})."


def states_with_both(names: Sequence[str], one: str, other: str) -> str:
    """The states that have ties of two standings: ``Both active and suspended ties: 8 states (Alaska, …).``"""
    told = f"Both {one} and {other} ties: {plural(len(names), 'state')}"
    return f"{told} ({series(names)})." if names else f"{told}."


def states_with_only(names: Sequence[str], standing: str) -> str:
    """The states all of whose ties stand in one way: ``Only ended ties: 2 states (Maryland, New Jersey).``"""
    told = f"Only {standing} ties: {plural(len(names), 'state')}"
    return f"{told} ({series(names)})." if names else f"{told}."


def states_with_more(names: Sequence[str], one: str, other: str) -> str:
    """The states that have more ties of one standing than of another."""
    told = f"More {one} than {other} ties: {plural(len(names), 'state')}"
    return f"{told} ({series(names)})." if names else f"{told}."


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


MOST_TIES = "Who has the most ties"


def most_ties(names: Sequence[str], number: int, total: int, such: str = "") -> str:
    """Who has the most; ``such`` says of what kind of tie: ``suspended``."""
    ties = f"{such} ties on record" if such else "ties on record"
    if len(names) == 1:
        return f"{names[0]} has the most {ties}: {number} of {total}."
    return f"{listed_apart(names)} have the most {ties}: {number} each, of {total}."


def with_exactly(number: int, names: Sequence[str]) -> str:
    """Who has so many ties, no more and no less: ``With exactly 1 tie on record (10): Arizona, …``"""
    if not names:
        return f"None has exactly {plural(number, 'tie')} on record."
    return f"With exactly {plural(number, 'tie')} on record ({len(names)}): {listed_apart(names)}."


def with_so_many(number: int) -> str:
    """How many have as many ties as a question says."""
    return f"{number} on record, with the number of their ties:" if number else "None on record."


def by_month(counts: Sequence[tuple[str, int]]) -> str:
    """How many acts fall into each month or year: ``March 2022: 9; June 2022: 2.``"""
    return f"{series_apart(f'{name}: {count}' for name, count in counts)}."


def most_in(name: str, number: int) -> str:
    """The month or year with the most."""
    return f"The most are of {name}: {number}."


def with_one_tie(number: int) -> str:
    """How many have one tie, behind those with more."""
    return "1 more has one tie." if number == 1 else f"{number} more have one tie each."


def in_so_many_states(number: int) -> str:
    """In how many states the ties of a list are."""
    return f"They are in {plural(number, 'state')}." if number else "They are in no state."


def with_so_many_russian_places(number: int) -> str:
    """With how many Russian places the ties of a list are."""
    return f"They are with {plural(number, 'Russian place')}."


def states_without_ties(names: Sequence[str]) -> str:
    """The states that have no tie."""
    district = "District of Columbia"
    states = [name for name in names if name != district]
    told = f"No tie is on record in {plural(len(states), 'state')}: {listed(states)}."
    return f"{told} Nor is one in the District of Columbia." if district in names else told


def not_so(says: Sequence[str]) -> str:
    """What is not so of the ties of a list: ``not of a county or borough``."""
    return listed(f"not {each}" for each in says)


def states_without_such(names: Sequence[str], tied: int, phrases: Iterable[str]) -> str:
    """The states that have ties, and none that is as asked: ``Active: in 12 of 34 states with ties none. …``"""
    if not names:
        return f"{capital(series(phrases))}: each of the {tied} states with a tie on record has one."
    told = f"{len(names)} of the {tied} states with a tie on record have none: {listed(names)}."
    return f"{capital(series(phrases))}: {told}"


def then_and_now(then: Mapping[Standing, int], now: Mapping[Standing, int]) -> str:
    """How ties stood on a day, and how they stand by now."""
    return f"then {counted(then)}; now {counted(now)}"


# Claims.

CLAIMS = "What the record says of this"
BORNE_OUT = "So it is, by this record."
NOT_BORNE_OUT = "Not so, by this record."
NO_TIE_ON_RECORD = "No tie on record."


def named(name: str) -> str:
    """What a verdict is on: ``Dallas, Texas – Saratov:``"""
    return f"{name}:"


def quoted(text: str) -> str:
    """The words of a claim: ``“More than 20 ended”:``"""
    return f"“{text}”:"


def after_name(*told: str) -> str:
    """A verdict, behind what it is on."""
    return f" {paragraph(told)}"


def with_marks(told: str, marks: str) -> str:
    """A sentence with the numbers of its sources before its full stop."""
    return f"{told.removesuffix('.')}{marks}."


def others_fit(names: Sequence[str], number: int) -> str:
    """That others are on record besides those that a claim says are the only ones: the first few by name."""
    more = number - len(names)
    if more:
        return f"Others: {listed_apart([*names, f'{more} more'])}."
    return f"{'Another' if number == 1 else 'Others'}: {listed_apart(names)}."


def they_are(names: Sequence[str]) -> str:
    """The ties that a claim takes in, by name."""
    return f"{'It is' if len(names) == 1 else 'They are'} {listed_apart(names)}."


def count_of(number: int, standing: Standing) -> str:
    """What a number counts in the record, where a claim counts something else by it."""
    return f"{number} ties are {_word(standing)}, which is another thing."


def suspended_besides(number: int) -> str:
    """How many were suspended, where a claim is of endings."""
    if number == 1:
        return "1 is suspended, which is not ended."
    return f"{number} are suspended, which is not ended."


# Questions that go on from what was shown.

NOTHING_TO_GO_ON_FROM = (
    "I do not see which ties you mean: each question stands alone, unless you reply to an answer of mine that shows a "
    "list or a few ties. Name the places, the state or how they stand."
)
