"""How many ties each state, region or place has: who has most, and who has so many. Pure."""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from cogs.lookup.lists import comparison_sentences, division_sentences, filter_phrases, list_sentences
from cogs.lookup.lists.division_reading import Division, groups_named
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.list_order import standings_asked
from cogs.lookup.lists.parts_of_the_country import part_of_the_country
from cogs.lookup.lists.standings_listed import NOT_ENDED, kinds_of
from cogs.lookup.model import TieFilter, Trait
from cogs.lookup.reading.asked_numbers import Test, so_many_asked
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import capital, either
from cogs.wording.names import short_name
from db.record.act_kinds import ACT_KINDS, DECIDING
from db.record.models import Country, Precision, Tie
from db.record.months import MONTHS
from db.record.register import Register

_REGIONS = said_for("lists", "rankings", "regions")
_WHICH_STATE = said_for("lists", "rankings", "which_state")
_RUSSIAN_PLACES = said_for("lists", "rankings", "russian_places")
_AMERICAN_PLACES = said_for("lists", "rankings", "american_places")
_MONTHS = said_for("lists", "rankings", "months")
# Ties are made and decided on: where neither is said, both are counted.
_MADE = said_in_all("lists", "made")
_YEARS = said_for("lists", "rankings", "years")
_FEW = 2
# All ties are counted, and those that stand in some way beside them: "and next to each how many are alive".
_COUNTED_BESIDE = said_for("lists", "rankings", "counted_beside")
_NTH_MOST = {
    2: said_for("lists", "rankings", "nth_most", "2"),
    3: said_for("lists", "rankings", "nth_most", "3"),
}
_ON_AVERAGE = said_for("lists", "rankings", "on_average")
_FEWEST = said_for("lists", "rankings", "fewest")
_MOST = said_for("lists", "rankings", "most")
# "From most to fewest": the largest first, and no fewest alone.
_DOWNWARDS = said_for("lists", "rankings", "downwards")


def by_time_parts(question: Question, register: Register) -> list[TextBlock]:
    """In which years ties were made, or in which months or years they were decided on; nothing, where neither is asked.

    Both, where the question does not say which it means: "which year had the most?".
    """
    if _MONTHS.search(question.joined) is None:
        return []
    made = _MADE.search(question.joined) or question.intents & {Intent.FOUNDED, Intent.BEGINNING}
    decided = question.standings or question.narrowing.kinds or question.narrowing.decided or question.narrowing.how
    place = _nth_asked(question)
    told = [_by_year_made(register, place)] if made and not decided else []
    if decided or not made:
        told.append(_by_month(question, register))
    if not (made or decided):
        told.append(_by_year_made(register, place))
    return told


def by_state_part(question: Question, register: Register) -> TextBlock:
    """How many ties each state has on record, most first; of Russian places or regions, or of cities, if they are
    asked for; those alone that have so many, where a number is named.
    """
    # "States where one tie is left": those that ended are not.
    asked = standings_asked(question) or (NOT_ENDED if question.narrowing.left else ())
    if len(asked) > 1 and len([*_MOST.finditer(question.joined)]) >= len(asked):
        # "Which state has the most suspended? and the most ended": of each alone.
        each = [by_state_part(replace(question, standings=(it,)), register) for it in asked]
        lines = tuple(line for told in each for line in told.lines)
        return replace(each[0], heading=comparison_sentences.who_has_the_most(), lines=lines)
    beside = asked and _COUNTED_BESIDE.search(question.joined)
    # "Southern states with one suspended": no others.
    within = tuple(code for region in question.regions for code in region.states)
    chosen = TieFilter(standings=() if beside else asked, outside=question.excluded_states, states=within)
    ties = fitting(chosen, register)
    such = chosen.standings and filter_phrases.standing_as(chosen.standings, None)
    counted = _counted_by_place(question, ties, register)
    if beside:
        such_ties = _counted_by_place(question, fitting(replace(chosen, standings=asked), register), register)
        return _with_those_beside(counted, such_ties, filter_phrases.standing_as(asked, None), question.narrowing.most)
    if so_many := so_many_asked(question.joined, question.text):
        return with_so_many(counted, *so_many, such or "")
    fewest = _FEWEST.search(question.joined) is not None and _DOWNWARDS.search(question.joined) is None
    told = _ranking(counted, len(ties), such or "", question.narrowing.most, fewest=fewest)
    if counted and _ON_AVERAGE.search(question.joined):
        mean = Line(comparison_sentences.on_average(counted.total(), len(counted), such or ""))
        told = replace(told, lines=(mean, *told.lines))
    if named := _of_those_named(question, counted, register):
        told = replace(told, lines=(*told.lines, named))
    place = _nth_asked(question)
    return replace(told, lines=(*_nth_most(counted, place), *told.lines)) if place else told


def _of_those_named(question: Question, counted: Counter[str], register: Register) -> Line | None:
    """Which named states have no tie, beside the question who has most: "Nevada, and which states have most"."""
    named = [register.record.states[code].name for code in question.states if code in register.record.states]
    none = [name for name in named if not counted[name]]
    return Line(comparison_sentences.without_any(none)) if none else None


def _nth_asked(question: Question) -> int:
    """Whether the second or third most is asked for; 0 for neither."""
    return next((place for place, said in _NTH_MOST.items() if said.search(question.joined)), 0)


def _nth_most(counted: Counter[str], place: int) -> list[Line]:
    """Who has the second or third most, where as many numbers differ."""
    numbers = sorted({*counted.values()}, reverse=True)
    if len(numbers) < place:
        return []
    number = numbers[place - 1]
    names = sorted(name for name, count in counted.items() if count == number)
    return [Line(comparison_sentences.next_most(place, names, number))]


def _counted_by_place(question: Question, ties: Iterable[Tie], register: Register) -> Counter[str]:
    """How many ties each state has, or each Russian region or place, or American place, as a question asks."""
    if _WHICH_STATE.search(question.joined):
        # "Which state has most Russian partners" counts those of the states.
        return Counter(register.record.states[register.state_of(tie)].name for tie in ties)
    if groups_named(question) is Division.US_REGION:
        return Counter(part_of_the_country(tie, register) for tie in ties)
    if _REGIONS.search(question.joined):
        return Counter(region for tie in ties if (region := register.place(tie.ru).region))
    russian, american = _RUSSIAN_PLACES.search(question.joined), _AMERICAN_PLACES.search(question.joined)
    traits = question.narrowing.traits
    before = russian and american and american.start() < russian.start()
    if Trait.SEVERAL in traits or (before and Trait.SEVERAL_RUSSIAN not in traits):
        # "American cities with two Russian partners" counts those of each American place.
        return Counter(short_name(register.place(tie.us), register) for tie in ties)
    if russian:
        return Counter(register.place(tie.ru).name for tie in ties)
    if american:
        return Counter(short_name(register.place(tie.us), register) for tie in ties)
    return Counter(register.record.states[register.state_of(tie)].name for tie in ties)


def _with_those_beside(counted: Counter[str], such_ties: Counter[str], such: str, most: int) -> TextBlock:
    """The names with the most ties first, so many of them as are asked for, each with how many stand in some way."""
    ranked = sorted(counted.items(), key=_most_first)
    last = ranked[min(most, len(ranked)) - 1][1] if most else 1
    shown = [pair for pair in ranked if pair[1] >= max(last, 1 if most else _FEW)]
    told = comparison_sentences.each_with_such(((name, number, such_ties[name]) for name, number in shown), such)
    lines = (
        [told]
        if len(shown) == len(ranked)
        else [told, comparison_sentences.others_have_fewer(len(ranked) - len(shown))]
    )
    return TextBlock(tuple(map(Line, lines)), comparison_sentences.how_many_each())


def listed_by_state_part(ties: Iterable[Tie], register: Register) -> TextBlock:
    """How many of some ties each state has, the most first."""
    counted = Counter(register.record.states[register.state_of(tie)].name for tie in ties)
    told = comparison_sentences.by_state(sorted(counted.items(), key=_most_first))
    return TextBlock((Line(told),), comparison_sentences.TIES_BY_STATE)


def _by_month(question: Question, register: Register) -> TextBlock:
    """How many acts of what is asked for fall into each month, or year; of decisions, where nothing is named."""
    kinds = question.narrowing.kinds or kinds_of(standings_asked(question))
    wanted = kinds or DECIDING
    whole = _YEARS.search(question.joined) is not None
    # The last act of a kind on each tie: what one body did and another affirmed is told once.
    last = {(tie, act.kind): act for tie in register.record.ties for act in register.index.acts(tie)}
    acts = [act for (_, kind), act in last.items() if kind in wanted]
    days = sorted(act.date.first for act in acts if whole or act.date.precision is not Precision.YEAR)
    counted = Counter(str(day.year) if whole else f"{MONTHS[day.month - 1]} {day.year}" for day in days)
    few = len(wanted) <= _FEW
    nouns = capital(either(ACT_KINDS[kind].noun for kind in wanted)) if few else comparison_sentences.DECISIONS
    return _counted_by_time(counted, nouns, _nth_asked(question))


def _by_year_made(register: Register, place: int) -> TextBlock:
    made = Counter(str(tie.since) for tie in register.record.ties.values() if tie.since)
    told = _counted_by_time(made, comparison_sentences.TIES_MADE, place)
    unknown = len(register.record.ties) - made.total()
    return replace(told, lines=(*told.lines, Line(comparison_sentences.no_year(unknown)))) if unknown else told


def _counted_by_time(counted: Counter[str], heading: str, place: int) -> TextBlock:
    """How many fall into each month or year, in the order of time, the one with most of them first; before that the one
    in second or third ``place``, if it is asked for.
    """
    if not counted:
        return TextBlock.saying(list_sentences.no_tie([], ""))
    name, number = max(counted.items(), key=_number_of)
    entries = sorted(counted.items()) if all(each.isdigit() for each in counted) else [*counted.items()]
    lines = (Line(comparison_sentences.most_in(name, number)), Line(division_sentences.each(entries)))
    return TextBlock((*(_nth_most(counted, place) if place else ()), *lines), heading)


def _number_of(pair: tuple[str, int]) -> int:
    return pair[1]


def with_so_many(counted: Counter[str], number: int, fits: Test, such: str = "") -> TextBlock:
    """The names that have so many ties as a question says; ``such`` says of what kind: ``suspended``."""
    found = sorted(((name, count) for name, count in counted.items() if fits(count, number)), key=_most_first)
    exact = fits is operator.eq
    told = (
        comparison_sentences.with_exactly(number, [name for name, _ in found], such)
        if exact
        else (comparison_sentences.by_state(found) if found else "")
    )
    head = "" if exact else comparison_sentences.with_so_many(len(found), such)
    return TextBlock(tuple(Line(line) for line in (head, told) if line), comparison_sentences.how_many_each(such))


def _most_first(pair: tuple[str, int]) -> tuple[int, str]:
    return -pair[1], pair[0]


def _ranking(counted: Counter[str], total: int, such: str, most: int, *, fewest: bool) -> TextBlock:
    """The names with the most ties first, ``most`` of them if so many are asked for, with all that have as many as the
    last; those with one tie are left out, where others have more.

    ``fewest``: those with the fewest are named first.
    """
    if not counted:
        return TextBlock.saying(list_sentences.no_tie([], such))
    ranked = sorted(counted.items(), key=_most_first)
    several = [pair for pair in ranked if pair[1] > 1] or ranked
    largest = [name for name, number in ranked if number == ranked[0][1]]
    if cut := 0 < most < len(several):
        several = [pair for pair in ranked if pair[1] >= ranked[most - 1][1]]
    others = len(ranked) - len(several)
    lines = [comparison_sentences.most_ties(largest, ranked[0][1], total, such), comparison_sentences.by_state(several)]
    if others and cut:
        lines.append(comparison_sentences.others_have_fewer(others))
    elif others:
        lines.append(division_sentences.with_one([name for name, number in ranked if number == 1]))
    if fewest:
        number = ranked[-1][1]
        lines.insert(0, comparison_sentences.with_exactly(number, [name for name, count in ranked if count == number]))
    return TextBlock(tuple(map(Line, lines)), comparison_sentences.who_has_the_most(such, fewest=fewest))


def partners_compared_part(question: Question, register: Register) -> TextBlock | None:
    """Which of some Russian places that are named has most ties, where that is asked: "Moscow or St. Petersburg, who
    has more"; None where it is not, or another place is named.
    """
    named = [place for mention in question.mentions for place in mention.places if not mention.negated]
    russian = list(dict.fromkeys(place.id for place in named if place.country is Country.RU))
    if not question.narrowing.compares or len(russian) < 2 or len(russian) != len({it.id for it in named}):
        return None
    sides = [
        comparison_sentences.Compared(register.place(it).name, len(ties), register.counts(ties))
        for it in russian
        if (ties := register.ties_of(it))
    ]
    return TextBlock(tuple(map(Line, comparison_sentences.compared(sides)))) if len(sides) == len(russian) else None
