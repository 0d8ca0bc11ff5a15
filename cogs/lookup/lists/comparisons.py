"""What a list holds against something else: states, years, kinds of place, halves; and what is counted of it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import accumulate, pairwise

from cogs.lookup.history.times_compared import times_named
from cogs.lookup.lists import comparison_sentences
from cogs.lookup.lists.division_reading import STATES_ASKED
from cogs.lookup.lists.filters import fitting, looked_at, set_rows
from cogs.lookup.lists.list_order import asks_for_the_largest_standing
from cogs.lookup.lists.measures import measure_asked
from cogs.lookup.lists.standings_listed import says_cut_loosely
from cogs.lookup.model import Look, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.asked_filters import OTHER_SIDE_OF_TIME
from cogs.lookup.reading.asked_numbers import so_many_asked
from cogs.lookup.reading.intents import DECIDERS, Intent
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.dates import when
from cogs.wording.english import capital, either
from cogs.wording.names import pair_name, short_name
from db.record.act_kinds import ActKind
from db.record.authorities import AUTHORITIES
from db.record.levels import LEVELS
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import CUT, STANDINGS, Standing

_KINDS_OF_PLACE = {
    "Cities and towns": Trait.OF_CITY,
    "Counties and boroughs": Trait.OF_COUNTY,
    "States": Trait.OF_STATE,
}
_PLACE_WORDS = {
    "Cities and towns": said_for("lists", "comparisons", "place_words", "cities_and_towns"),
    "Counties and boroughs": said_for("lists", "comparisons", "place_words", "counties_and_boroughs"),
    "States": said_for("lists", "comparisons", "place_words", "states"),
}
_MOST_COMPARED = 6
_HALF = LATE.compile(r"\b(?:half|половин\w*)\b")
# Of those of each state: "at least half of their ties".
_HALF_OF_THEIRS = LATE.compile(
    r"\b(more than |over |бильш\w* (?:ниж )?|больш\w* (?:чем )?|понад )?(?:half|половин\w*) (?:of )?"
    r"(?:their|its|сво\w*|их\w*)\b|\b(most|majority) of (?:their|its)\b"
)
# Of all ties, and of those that stand in one way, where it is said twice.
_MORE_OF = LATE.compile(r"\b(?:more|most|fewer|больш|бильш|меньш|менш|наибильш|наибольш)\b")
# The number of all ties, beside those that stand in one way: "rank by number of ties, and which has most suspended".
_BY_NUMBER = said_for("lists", "comparisons", "by_number")
_SUCH = LATE.compile(r" (?:that|which|still|who|left|standing)\b")
_CUT_WORDS = either(STANDINGS[it].word for it in Standing if it in CUT)
# The trait by which a list is halved, for one that says the other half.
_OPPOSITES = {
    Trait.NO_CONDITION: Trait.CONDITION,
    Trait.NO_VOTE: Trait.VOTED,
    Trait.SPLIT: Trait.UNANIMOUS,
    Trait.NOT_ON_2022_LIST: Trait.ON_2022_LIST,
}


def _kinds_of_place(question: Question) -> dict[str, Trait]:
    """The kinds of place that are held against each other: "cities vs counties"; none, where one alone is asked of."""
    if question.states or not {*_KINDS_OF_PLACE.values(), Trait.NOT_OF_CITY} & {*question.narrowing.traits}:
        return {}
    found = {name: _KINDS_OF_PLACE[name] for name, said in _PLACE_WORDS.items() if said.search(question.joined)}
    return found if len(found) > 1 and question.narrowing.compares else {}


def halves_part(question: Question, chosen: TieFilter, register: Register) -> tuple[TieFilter, TextBlock] | None:
    """A list of which one half is held against the other, and the names of both; None where that is not asked."""
    if not question.narrowing.halves:
        return None
    if chosen.authorities and chosen.standings and not chosen.traits:
        whole = replace(chosen, authorities=(), how=None)
        return whole, TextBlock((Line(_half(chosen, whole, register)), Line(_rest(chosen, whole, register))))
    if len(chosen.traits) != 1:
        return None
    trait = _OPPOSITES.get(chosen.traits[0], chosen.traits[0])
    suspended = trait is Trait.CONDITION and not chosen.standings
    whole = replace(chosen, traits=(), standings=(Standing.SUSPENDED,) if suspended else chosen.standings)
    other = replace(whole, not_so=(*whole.not_so, trait))
    if trait is Trait.UNANIMOUS:
        # Where no vote is on record, none was split.
        other = replace(whole, traits=(Trait.SPLIT,))
    halves = (replace(whole, traits=(trait,)), other)
    lines = [_half(half, whole, register) for half in halves]
    return whole, TextBlock(tuple(map(Line, lines)))


def _half(half: TieFilter, whole: TieFilter, register: Register) -> str:
    set_by = [row for row in set_rows(half, register) if row.says(half, register) != row.says(whole, register)]
    ties = fitting(half, register)
    return comparison_sentences.half([row.says(half, register) for row in set_by], _places(ties, register), len(ties))


def _rest(half: TieFilter, whole: TieFilter, register: Register) -> str:
    """Those of a list that are not in its one half, where no filter says so."""
    within = {tie.id for tie in fitting(half, register)}
    ties = [tie for tie in fitting(whole, register) if tie.id not in within]
    return comparison_sentences.half([comparison_sentences.THE_OTHERS], _places(ties, register), len(ties))


def _places(ties: Sequence[Tie], register: Register) -> list[str]:
    return list(dict.fromkeys(short_name(register.place(tie.us), register) for tie in ties))


def compared_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """Two states or more, or two standings, side by side, where they are compared; None where they are not."""
    counts = Intent.COUNT in question.intents
    compares = question.narrowing.compares or measure_asked(question) is not None
    compares = compares or (question.narrowing.share and len(question.states) > 1)
    if not (compares or (counts and _counts_several(question))):
        return None
    if kinds := _kinds_of_place(question):
        plain = replace(chosen, traits=tuple(it for it in chosen.traits if it not in _KINDS_OF_PLACE.values()))
        sides = [
            side_of(name, replace(plain, traits=(*plain.traits, trait)), register) for name, trait in kinds.items()
        ]
        return TextBlock(tuple(map(Line, comparison_sentences.compared(sides, kinds=True))))
    period = question.period
    one_sided = period is not None and (period.since is None) is not (period.until is None)
    beside = one_sided and OTHER_SIDE_OF_TIME.search(question.joined) is not None
    if not beside and (times := times_named(question)):
        return _times_part(times, chosen, register)
    if len(question.levels) > 1:
        levels = {capital(LEVELS[it].label): replace(chosen, levels=(it,)) for it in question.levels}
        sides = [side_of(name, of_level, register) for name, of_level in levels.items()]
        return TextBlock(tuple(map(Line, comparison_sentences.compared(sides, kinds=True))))
    if sides := _region_and_states(question, chosen, register):
        return _of_places(sides, question, chosen)
    if 1 < len(question.states) <= _MOST_COMPARED and len(question.standings) > 1 and not question.excluded_standings:
        return _standings_by_state(question, chosen, register)
    if 1 < len(question.states) <= _MOST_COMPARED:
        names = {code: register.record.states[code].name for code in question.states}
        sides = [side_of(name, replace(chosen, states=(code,), where=""), register) for code, name in names.items()]
        return _of_places(sides, question, chosen)
    if sides := _by_us_region(question, chosen, register):
        return _of_places(sides, question, chosen)
    if sides := _by_decider(question, chosen, register):
        return TextBlock(tuple(map(Line, comparison_sentences.compared(sides))))
    return _compared_standings(question, chosen, register)


def _times_part(times: Sequence[tuple[str, date, date]], chosen: TieFilter, register: Register) -> TextBlock:
    """Times side by side, and what may be of one or the other, as its date is too rough."""
    within = [replace(chosen, since=first, until=last, most=0) for _, first, last in times]
    sides = [side_of(name, each, register) for (name, *_), each in zip(times, within, strict=True)]
    told = _in_times(sides)
    if chosen.look is Look.ACTS and all((other[1] - one[2]).days == 1 for one, other in pairwise(times)):
        told += _of_either(within, register)
    return TextBlock(tuple(map(Line, told)))


def _in_times(sides: Sequence[comparison_sentences.Compared]) -> list[str]:
    """Which time has most; of one and what is before or after it, how many are of either."""
    in_two = len(sides) == 2 and any(comparison_sentences.is_bounded(side.name) for side in sides)
    return comparison_sentences.in_two_times(sides) if in_two else comparison_sentences.compared(sides)


def _of_either(within: Sequence[TieFilter], register: Register) -> list[str]:
    """What was done in times that follow on each other, and is surely of none of them."""
    counted = {tie.id for each in within for tie in fitting(each, register)}
    whole = replace(within[0], until=within[-1].until)
    rough = [tie for tie in fitting(whole, register) if tie.id not in counted]
    dated = [(pair_name(tie, register), when(looked_at(tie, whole, register)[-1].date)) for tie in rough]
    return [comparison_sentences.on_either_side(dated)] if dated else []


def _of_places(sides: Sequence[comparison_sentences.Compared], question: Question, chosen: TieFilter) -> TextBlock:
    """Places side by side, first by what is counted of each; where ended ties are held against each other, with those
    suspended as well: who asks which "cut more" may mean both.
    """
    such = STANDINGS[chosen.standings[0]].word if len(chosen.standings) == 1 else ""
    lines = comparison_sentences.compared(sides, such=such)
    ended = chosen.standings == (Standing.ENDED,) or chosen.kinds == (ActKind.ENDED,)
    whole = {side.name: side.whole for side in sides if side.whole}
    if ended and len(whole) == len(sides) and any(it[Standing.SUSPENDED] for it in whole.values()):
        cut = {name: sum(it[standing] for standing in CUT) for name, it in whole.items()}
        lines.insert(0, comparison_sentences.of_standing(STANDINGS[Standing.ENDED].word, _numbers(sides)))
        lines[1:2] = [comparison_sentences.of_standing(_CUT_WORDS, cut)]
    elif len(chosen.standings) == 1:
        lines.insert(0, comparison_sentences.of_standing(STANDINGS[chosen.standings[0]].word, _numbers(sides)))
    lines[:0] = _shares(sides, question)
    of_all = len([*_MORE_OF.finditer(question.joined)]) > 1 or _counts_all(question)
    if chosen.standings and len(whole) == len(sides) and of_all:
        # "Где больше связей и где больше действующих".
        lines.insert(
            0, comparison_sentences.of_standing("on record", {name: sum(it.values()) for name, it in whole.items()})
        )
    return TextBlock(tuple(map(Line, lines)))


def _counts_all(question: Question) -> bool:
    """Whether the number of all ties is asked for; "more ties that still stand" is no such."""
    found = _BY_NUMBER.finditer(question.joined)
    return any(not _SUCH.match(question.joined, match.end()) for match in found)


def _shares(sides: Sequence[comparison_sentences.Compared], question: Question) -> list[str]:
    """What part of the ties of each stands as is asked, where shares are; of ended ones, with those suspended too."""
    named = tuple(it for it in question.standings if it not in question.excluded_standings)
    if not (question.narrowing.share and named):
        return []
    asked = [named, tuple(it for it in Standing if it in CUT)] if named == (Standing.ENDED,) else [named]
    told = []
    for standings in asked:
        of_each = {}
        for side in sides:
            whole = side.whole or side.counts
            of_each[side.name] = (sum(whole[it] for it in standings), sum(whole.values()))
        told.append(comparison_sentences.shares(either(STANDINGS[it].word for it in standings), of_each))
    return told


def _numbers(sides: Sequence[comparison_sentences.Compared]) -> dict[str, int]:
    return {side.name: side.number for side in sides}


def _compared_standings(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """How many ties stand in each of the ways that are named, of two which has more; None where one or none is."""
    named = [it for it in question.standings if it not in question.excluded_standings]
    if len(named) < 2:
        return None
    # "More kept or more cut".
    as_one = says_cut_loosely(question) and Standing.SUSPENDED in chosen.standings
    cut = tuple(it for it in Standing if it in CUT)
    each = [cut if as_one and it is Standing.ENDED else (it,) for it in named]
    looking = [replace(chosen, standings=those, look=Look.BEHIND, kinds=()) for those in each]
    sides = [side_of(either(STANDINGS[it].word for it in one.standings), one, register) for one in looking]
    if len(sides) > 2:
        return TextBlock.saying(comparison_sentences.counted_each(sides))
    return TextBlock.saying(comparison_sentences.compared_standings(*sides))


def _by_decider(question: Question, chosen: TieFilter, register: Register) -> list[comparison_sentences.Compared]:
    """What councils, mayors or others did each, where a list more narrow than all decisions holds them side by side."""
    named = [authority for authority, words in DECIDERS.items() if words.search(question.joined)]
    if len(named) < 2 or not (question.period or chosen.traits or chosen.states or chosen.region):
        return []
    return [
        side_of(capital(AUTHORITIES[it].name), replace(chosen, authorities=(it,), how=None), register) for it in named
    ]


def _region_and_states(
    question: Question, chosen: TieFilter, register: Register
) -> list[comparison_sentences.Compared]:
    """A part of the country and states that do not lie in it: "Florida or all of New England"."""
    regions = question.regions
    states = [code for code in question.states if not any(code in region.states for region in regions)]
    if not (regions and states) or len(regions) + len(states) > _MOST_COMPARED:
        return []
    parts = [(it.name, it.states) for it in regions]
    parts += [(register.record.states[code].name, (code,)) for code in states]
    return [side_of(name, replace(chosen, states=tuple(codes), where=name), register) for name, codes in parts]


def _by_us_region(question: Question, chosen: TieFilter, register: Register) -> list[comparison_sentences.Compared]:
    """The ties of each of several parts of the country."""
    if len(question.regions) < 2 or question.states:
        return []
    return [
        side_of(capital(it.name), replace(chosen, states=it.states, where=it.name), register) for it in question.regions
    ]


def _standings_by_state(question: Question, chosen: TieFilter, register: Register) -> TextBlock:
    """How many ties of each of several states stand in each of several ways: "where are more frozen, where active"."""
    names = {code: register.record.states[code].name for code in question.states}
    sides = [
        side_of(name, replace(chosen, states=(code,), where="", standings=(), look=Look.BEHIND, kinds=()), register)
        for code, name in names.items()
    ]
    lines = [
        comparison_sentences.of_standing(STANDINGS[it].word, {side.name: side.counts[it] for side in sides})
        for it in question.standings
    ]
    told = [*_shares(sides, question), *lines, *comparison_sentences.each_side(sides)]
    return TextBlock(tuple(map(Line, told)))


def _counts_several(question: Question) -> bool:
    """Whether a number is asked for of each of several states, times or kinds of tie."""
    return max(len(question.states), len(times_named(question)), len(question.levels)) > 1


def side_of(name: str, chosen: TieFilter, register: Register) -> comparison_sentences.Compared:
    """One of what is held against each other: the ties that fit a filter, counted, and of a state all of its ties."""
    ties = fitting(replace(chosen, most=0), register)
    whole = register.counts(fitting(TieFilter(states=chosen.states), register)) if chosen.states else None
    return comparison_sentences.Compared(name, len(ties), register.counts(ties), whole)


def largest_standing_part(question: Question, ties: Sequence[Tie], register: Register) -> TextBlock | None:
    """Which standing most of a list's ties have, and which the fewest, where that is asked; None elsewhere."""
    if not ties or not asks_for_the_largest_standing(question):
        return None
    counts = {STANDINGS[it].word: number for it, number in register.counts(ties).items() if number}
    return TextBlock.saying(comparison_sentences.most_and_fewest(counts))


def _states_with_half(ties: Sequence[Tie], register: Register) -> TextBlock:
    """How few states have half of some ties together: "half of all ties are in how many states"."""
    counted = Counter(register.record.states[register.state_of(tie)].name for tie in ties)
    ranked = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    together = [*accumulate(number for _, number in ranked)]
    few = next((place for place, number in enumerate(together, 1) if 2 * number >= len(ties)), 0)
    told = comparison_sentences.half_in_states(ranked[:few], len(ties), len(ranked))
    return TextBlock.saying(told)


def _states_half_of_which(ties: Sequence[Tie], register: Register, *, more: bool) -> TextBlock:
    """The states half of whose ties are as is asked for, or ``more``: "at least half of their ties suspended"."""
    such = Counter(register.state_of(tie) for tie in ties)
    whole = Counter(register.state_of(tie) for tie in register.record.ties.values())
    names = {code: register.record.states[code].name for code in such}
    found = [code for code in such if (2 * such[code] > whole[code] if more else 2 * such[code] >= whole[code])]
    found.sort(key=lambda code: (-such[code], names[code]))
    told = comparison_sentences.half_of_theirs([(names[it], such[it], whole[it]) for it in found], more=more)
    return TextBlock.saying(told)


def counted_part(question: Question, ties: Sequence[Tie], register: Register) -> TextBlock | None:
    """In how many states, or with how many Russian places, ties are, where that is what is counted; None elsewhere."""
    own = _HALF_OF_THEIRS.search(question.joined) if STATES_ASKED.search(question.joined) else None
    if own is not None:
        return _states_half_of_which(ties, register, more=any(own.groups()))
    if question.narrowing.counts_states and so_many_asked(question.joined, question.text) is None:
        if _HALF.search(question.joined):
            return _states_with_half(ties, register)
        told = comparison_sentences.in_so_many_states(len({register.state_of(tie) for tie in ties}))
    elif question.narrowing.counts_russian:
        told = comparison_sentences.with_so_many_russian_places(len({tie.ru for tie in ties}))
    elif question.narrowing.counts_places and (number := len({tie.us for tie in ties})) < len(ties):
        # Ties are listed, and places are counted: of some there is more than one tie.
        told = comparison_sentences.of_so_many_us_places(number)
    else:
        return None
    return TextBlock.saying(told)
