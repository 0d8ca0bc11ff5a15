"""In which year or month since the invasion most was done or said, or least: those with nothing are told too. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import islice

from cogs.lookup.history.times_compared import times_named
from cogs.lookup.lists import measure_sentences
from cogs.lookup.lists.division_reading import Division, Form, division_asked
from cogs.lookup.lists.list_order import standings_asked
from cogs.lookup.lists.measures import COUNTING, compares_numbers
from cogs.lookup.lists.standings_listed import kinds_of
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import either
from db.record.act_kinds import ACT_KINDS, DECIDING, ActKind
from db.record.derivation import INVASION
from db.record.models import Precision
from db.record.months import MONTHS
from db.record.register import Register
from db.record.standings import STANDINGS

_QUIET, _BUSY, _YEAR, _MONTH = (said_for("measures", "time", name) for name in ("quiet", "busy", "year", "month"))
# So many words may stand between what is said of a time and its noun.
_NEAR = 4
_MONTHS_OF_A_YEAR = 12
_DECIDING = frozenset(DECIDING)
_FEW_KINDS = 2
_SINCE_THEN = re.compile(r"\b20(?:2[2-9]|3\d)\b")
_EITHER = LATE.compile(r"\b20\d\d (?:\w+ )?(?:or|vs|versus|than|чи|або|или|ниж|чем) (?:\w+ )?20\d\d\b")
_SPAN = LATE.compile(r"\b(?:between|from|through|until|till|to|з|с|до|по|миж|между)\b")


def asks_for_the_quietest(question: Question) -> bool:
    """Whether the year or month is asked for in which least was done: "quietest year since the invasion"."""
    return _is_said_of_a_time(_QUIET, question.joined)


def asks_for_the_busiest(question: Question) -> bool:
    """Whether the year or month is asked for in which most was done, and nothing that was made then."""
    return _is_said_of_a_time(_BUSY, question.joined)


def _asks_for_each_year(question: Question) -> bool:
    """Whether it is asked how many were decided on in each year: "year by year", "in 2022, in 2023, and then?"."""
    narrowing, period = question.narrowing, question.period
    if not (narrowing.decided or narrowing.kinds or any(STANDINGS[it].decision for it in question.standings)):
        return False
    if question.all_states or narrowing.traits or narrowing.how or question.authorities:
        return False
    if Intent.LIST in question.intents and Intent.COUNT not in question.intents:
        # "List the ended ones, by year": each is to be named, and not only counted.
        return False
    years = {*_SINCE_THEN.findall(question.joined)}
    divided = division_asked(question)
    by_year = divided is not None and divided.by is Division.YEAR and divided.form is Form.EACH
    open_ended = period is None or period.until is None
    in_turn = len([*COUNTING.finditer(question.joined)]) > 1
    asks = in_turn or (compares_numbers(question) and _EITHER.search(question.joined) is not None)
    several = len(years) > 1 and asks and not (question.narrowing.compares and times_named(question))
    return (by_year and (open_ended or len(years) > 1)) or (several and _SPAN.search(question.joined) is None)


def _is_said_of_a_time(said: Phrases, joined: str) -> bool:
    """Whether one of some words stands near the noun of a year or month."""
    found = said.search(joined)
    if found is None:
        return False
    nouns = (match for words in (_YEAR, _MONTH) for match in words.finditer(joined))
    return any(_between(found, noun) <= _NEAR for noun in nouns)


def _between(one: re.Match[str], other: re.Match[str]) -> int:
    """How many words stand between two places of a text."""
    return one.string.count(" ", min(one.end(), other.end()), max(one.start(), other.start()))


def times_counted_part(question: Question, today: date, register: Register) -> TextBlock | None:
    """In which year or month fewest ties were decided on, or most, and how many in each; None where that is not asked.

    Beside decisions all that was done or said is counted, where no kind of act is named.
    """
    quiet, each = asks_for_the_quietest(question), _asks_for_each_year(question)
    if not (quiet or each or asks_for_the_busiest(question)):
        return None
    named = frozenset(question.narrowing.kinds or kinds_of(standings_asked(question)))
    whole = _MONTH.search(question.joined) is None
    units = [*_units(question, today, whole=whole)]
    lines = _told(_counted(named or _DECIDING, units, whole=whole, register=register), named or _DECIDING, quiet=quiet)
    if not (named or each):
        lines += _told(_counted(frozenset(ActKind), units, whole=whole, register=register), frozenset(), quiet=quiet)
    return TextBlock(tuple(map(Line, lines)), measure_sentences.SINCE_THE_INVASION)


def _units(question: Question, today: date, *, whole: bool) -> Iterator[str]:
    """The years since the invasion, or the months of the year that is named, or of all these years."""
    if whole:
        yield from (str(year) for year in range(INVASION.year, today.year + 1))
        return
    period = question.period
    one = period.since.year if period and period.since and period.until else 0
    for year in [one] if one else range(INVASION.year, today.year + 1):
        for number, name in enumerate(MONTHS, 1):
            first = date(year, number, 1)
            if INVASION.replace(day=1) <= first <= today:
                yield f"{name} {year}"


def _counted(kinds: frozenset[ActKind], units: Sequence[str], *, whole: bool, register: Register) -> Mapping[str, int]:
    """On how many ties something of these kinds was done in each time."""
    found = {
        (tie, str(first.year) if whole else f"{MONTHS[first.month - 1]} {first.year}")
        for tie in register.record.ties
        for act in register.index.acts(tie)
        if act.kind in kinds and (first := act.date.first) and (whole or act.date.precision is not Precision.YEAR)
    }
    counts = Counter(unit for _, unit in found)
    return {unit: counts[unit] for unit in units}


def _told(counts: Mapping[str, int], kinds: frozenset[ActKind], *, quiet: bool) -> list[str]:
    what = "decided on" if kinds == _DECIDING else "spoken of or acted on in any way"
    if kinds and kinds != _DECIDING:
        what = f"with {either(ACT_KINDS[kind].noun for kind in islice(sorted(kinds), _FEW_KINDS))}"
    number = (min if quiet else max)(counts.values())
    names = [unit for unit, count in counts.items() if count == number]
    first = measure_sentences.times_with(names, number, what, quiet=quiet)
    return [first, measure_sentences.each_time(counts.items(), skip_none=len(counts) > _MONTHS_OF_A_YEAR)]
