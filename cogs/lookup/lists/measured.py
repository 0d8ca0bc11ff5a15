"""States, parts of the country, standings or places held against each other by a measure. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from cogs.lookup.lists import comparison_sentences, measure_sentences
from cogs.lookup.lists.divisions import counted_by
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.measure_sentences import Mean, Part
from cogs.lookup.lists.measures import Measure, Reckoned, Reckoning, measure_asked, places_by_people, shares_asked
from cogs.lookup.model import Look, TieFilter, Trait
from cogs.lookup.reading.question import Question
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import capital, either
from cogs.wording.names import place_name
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import CUT, STANDINGS, Standing

_MOST_SIDES = 6
_CUT_WORDS = either(STANDINGS[it].word for it in Standing if it in CUT)
# By what standings a measure is taken, in the order in which they are told.
_TAKEN_BY: Mapping[Measure, Sequence[tuple[str, frozenset[Standing]]]] = {
    Measure.CUT: (
        (_CUT_WORDS, frozenset(CUT)),
        (STANDINGS[Standing.ENDED].word, frozenset({Standing.ENDED})),
        (STANDINGS[Standing.ACTIVE].word, frozenset({Standing.ACTIVE})),
        (STANDINGS[Standing.UNCONFIRMED].word, frozenset({Standing.UNCONFIRMED})),
    ),
    Measure.KEPT: (
        (STANDINGS[Standing.ACTIVE].word, frozenset({Standing.ACTIVE})),
        (_CUT_WORDS, frozenset(CUT)),
        (STANDINGS[Standing.UNCONFIRMED].word, frozenset({Standing.UNCONFIRMED})),
    ),
}  # fmt: skip
_Sides = Mapping[str, TieFilter]


def measured_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """What the sides of a question come to by the measure that it asks for; None where it asks for none."""
    lines = [*filter(None, _measured(question, chosen, register))]
    return TextBlock(tuple(map(Line, lines))) if lines else None


def _measured(question: Question, chosen: TieFilter, register: Register) -> list[str]:
    measure = measure_asked(question)
    sides = _sides(question, chosen, register) if measure else {}
    if not 1 < len(sides) <= _MOST_SIDES:
        return []
    if measure is not None and measure in _TAKEN_BY:
        return _by_standings(_TAKEN_BY[measure], sides, register)
    if measure is Measure.AGE:
        return _by_mean(sides, register, _years, measure_sentences.mean_year)
    if measure is Measure.PEOPLE:
        return _by_mean(sides, register, _people, measure_sentences.mean_people)
    return []


def _sides(question: Question, chosen: TieFilter, register: Register) -> _Sides:
    """The sides that are held against each other, each with its own filter: places, and without those standings."""
    plain = replace(chosen, most=0)
    states = {register.record.states[code].name: (code,) for code in question.states}
    of_regions = {capital(it.name): it.states for it in question.regions}
    places = {**of_regions, **states}
    if len(places) > 1:
        return {name: replace(plain, states=tuple(codes), where=name) for name, codes in places.items()}
    every = replace(plain, look=Look.BEHIND, kinds=())
    return {STANDINGS[it].word: replace(every, standings=(it,)) for it in question.standings}


def _by_standings(taken_by: Sequence[tuple[str, frozenset[Standing]]], sides: _Sides, register: Register) -> list[str]:
    counts = {name: register.counts(fitting(chosen, register)) for name, chosen in sides.items()}
    lines: list[str] = []
    for words, wanted in taken_by:
        parts = [Part(name, sum(it[each] for each in wanted), sum(it.values())) for name, it in counts.items()]
        if not lines:
            lines.append(measure_sentences.largest_part(words, parts))
        lines.append(measure_sentences.of_parts(words, parts))
    return [*lines, measure_sentences.WHAT_IS_COUNTED]


def _by_mean(
    sides: _Sides,
    register: Register,
    values: Callable[[Sequence[Tie], Register], list[int | None]],
    told: Callable[[Sequence[Mean]], list[str]],
) -> list[str]:
    """What the sides come to on average, told in some way, and those of which nothing is known."""
    found = {name: values(fitting(chosen, register), register) for name, chosen in sides.items()}
    known = {name: [it for it in each if it] for name, each in found.items()}
    means = [
        Mean(name, sum(each) / len(each), len(each), len(found[name]) - len(each))
        for name, each in known.items()
        if each
    ]
    nothing = [measure_sentences.nothing_known(name) for name, each in known.items() if not each]
    return [*(told(means) if means else []), *nothing]


def _years(ties: Sequence[Tie], _: Register) -> list[int | None]:
    return [tie.since for tie in ties]


def _people(ties: Sequence[Tie], register: Register) -> list[int | None]:
    return [register.place(it).population for it in dict.fromkeys(tie.us for tie in ties)]


def reckoned_part(reckoned: Reckoned, chosen: TieFilter, register: Register) -> TextBlock:
    """How many more ties stand in one way than in another, or how many to one."""
    pair = (reckoned.one, reckoned.other)
    # "Divided by" is said of the numbers, and of no vote.
    traits = tuple(trait for trait in chosen.traits if trait is not Trait.SPLIT)
    plain = replace(chosen, most=0, look=Look.BEHIND, kinds=(), traits=traits)
    counts = {it: len(fitting(replace(plain, standings=(it,)), register)) for it in pair}
    words = {it: STANDINGS[it].word for it in pair}
    if reckoned.how is Reckoning.RATIO:
        one, other = sorted(pair, key=lambda it: -counts[it])
        told = measure_sentences.ratio(words[one], counts[one], words[other], counts[other])
    else:
        sides = (comparison_sentences.Compared(words[it], counts[it], {}) for it in pair)
        told = comparison_sentences.compared_standings(*sides)
    return TextBlock.saying(told)


def shares_part(question: Question, register: Register) -> TextBlock | None:
    """Of which state, part of the country or Russian region the largest or smallest part of its own ties is so; None
    where that is not asked.
    """
    asked = shares_asked(question)
    if asked is None:
        return None
    whole = counted_by(asked.by, TieFilter(), register)
    such = counted_by(asked.by, TieFilter(standings=question.standings), register)
    words = either(STANDINGS[it].word for it in question.standings)
    parts = [Part(name, such[name], number) for name, number in whole.items() if asked.smallest or such[name]]
    return TextBlock(tuple(map(Line, measure_sentences.shares(words, parts, smallest=asked.smallest))))


def people_of_places_part(question: Question, paired: Sequence[Tie], register: Register) -> TextBlock | None:
    """Which of the places that are named has most people, and how many each has; None where that is not asked."""
    places = places_by_people(question, paired)
    known = {place_name(it, register): it.population for it in places if it.population}
    if not known:
        return None
    ranked = sorted(known.items(), key=lambda each: -each[1])
    unknown = [place_name(it, register) for it in places if not it.population]
    return TextBlock(tuple(map(Line, measure_sentences.by_people(ranked, unknown))), measure_sentences.BY_PEOPLE)
