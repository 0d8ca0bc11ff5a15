"""What is told beside a list: what it leaves open, what else was once so, and what is near to what it counts. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from cogs.lookup.lists import comparison_sentences, list_sentences
from cogs.lookup.lists.filters import fitting, fitting_of_steps, looked_at, may_have_stood, set_rows
from cogs.lookup.lists.sorting import SORTS, first_possible_day, in_order, sort_of
from cogs.lookup.lists.standings_listed import NOT_ENDED, says_cut_loosely
from cogs.lookup.lists.traits import condition_of, is_no_fixed_condition
from cogs.lookup.model import How, Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.reading.asked_filters import OTHER_SIDE_OF_TIME
from cogs.lookup.reading.question import Question
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.times.spans import may_be_within
from cogs.wording.act_sentences import row_sentence
from cogs.wording.dates import when
from cogs.wording.english import paragraph
from cogs.wording.names import pair_name
from cogs.wording.status import tie_line
from db.record.act_kinds import CUTTING, ActKind
from db.record.derivation import INVASION
from db.record.models import Tie
from db.record.parts_of_russia import ALSO_CALLED, OR, PARTS_OF_RUSSIA
from db.record.register import Register
from db.record.standings import CUT, STANDINGS, Standing

_A_YEAR, _FEW_NOTES = re.compile(r"\b(?:19|20)\d\d\b"), 3
_OF_CONDITIONS = frozenset({Trait.CONDITION, Trait.NO_CONDITION})
_MOST_NAMED = 8
# So many others of a state are told, where some of its ties are listed by how they stand.
_MOST_OTHERWISE = 6


def nor_elsewhere(chosen: TieFilter, register: Register) -> str:
    """Which of the states that are named one by one have no tie at all: a count of all hides that one has none."""
    if regions := _regions_without(chosen, register):
        return comparison_sentences.nor_in(regions)
    if len(chosen.states) < 2 or chosen.where:
        return ""
    known = register.record.states
    tied = register.index.states
    without = sorted(known[code].name for code in chosen.states if code in known and code not in tied)
    return comparison_sentences.nor_in(without) if without else ""


def _regions_without(chosen: TieFilter, register: Register) -> list[str]:
    """Which of several Russian regions that are named have no tie at all."""
    regions = chosen.region.split(OR)
    if len(regions) < 2:
        return []
    return [region for region in regions if not fitting(TieFilter(region=region), register)]


def also_called_so(chosen: TieFilter, register: Register) -> str:
    """Which ties lie beside a part of Russia that many call by its name, as Tyumen and Yakutsk are called Siberian."""
    parts = chosen.region.split(OR)
    within = {region for part in parts for region in PARTS_OF_RUSSIA.get(part, ())}
    beside = {region for part in parts for region in ALSO_CALLED.get(part, ())} - within
    if not beside:
        return ""
    others = fitting(replace(chosen, region=OR.join(sorted(beside)), most=0), register)
    part = next(it for it in parts if it in ALSO_CALLED)
    return list_sentences.also_called_so(part, [pair_name(tie, register) for tie in others]) if others else ""


def of_no_fixed_condition(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """Of which suspensions no fixed condition for lifting is reported, though something is on record on it: among those
    with a condition, or beside those without one.
    """
    if not _OF_CONDITIONS.intersection((*chosen.traits, *chosen.not_so)):
        return ""
    within = [tie for tie in ties if is_no_fixed_condition(condition_of(tie, register))]
    whole = TieFilter(states=chosen.states, outside=chosen.outside, traits=(Trait.CONDITION,), without=chosen.without)
    there = within or [tie for tie in fitting(whole, register) if is_no_fixed_condition(condition_of(tie, register))]
    names = [pair_name(tie, register) for tie in there]
    return list_sentences.of_no_fixed_condition(names, among=bool(within)) if names else ""


def of_that_day(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """What is to be known of a list of how ties stood on a day: what is on record of it, and what is dated roughly."""
    if chosen.as_of is None:
        return ""
    if chosen.founded:
        places = replace(chosen, founded=False, until=None, as_of=None)
        return list_sentences.before_the_war(sum(tie.since is None for tie in fitting(places, register)))
    fits = {tie.id for tie in ties}
    others = (tie for tie in fitting(replace(chosen, standings=(), as_of=None), register) if tie.id not in fits)
    number = sum(may_have_stood(tie, chosen.as_of) in chosen.standings for tie in others)
    return list_sentences.dated_too_roughly(number) if number else ""


def of_the_other_list(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """How many ties are not on the Chamber's list, beside those that are alone, and the other way round."""
    if len(set_rows(chosen, register)) != 1 or chosen.traits not in {(Trait.ON_2022_LIST,), (Trait.NOT_ON_2022_LIST,)}:
        return ""
    others = len(register.record.ties) - len(ties)
    return list_sentences.others_on_list(others, on=chosen.traits == (Trait.NOT_ON_2022_LIST,))


def roughly_dated(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """Which acts may be of a list's time as well, and are dated too roughly to say; empty where none are."""
    return at_once(roughly_dated_steps(chosen, ties, register))


def roughly_dated_steps(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> Steps[str]:
    """The same step by step."""
    timed = chosen.since not in {None, INVASION} or chosen.until is not None
    if not timed or chosen.founded or chosen.lacking or chosen.look not in {Look.ACTS, Look.CHANGES}:
        return ""
    untimed = replace(chosen, since=None, until=None, most=0)
    rough = register.index.roughly_dated - {tie.id for tie in ties}
    others = yield from fitting_of_steps(rough, untimed, register)
    yield
    found = [
        (tie, act)
        for tie in others
        for act in looked_at(tie, untimed, register)
        if may_be_within(act.date, chosen.since, chosen.until)
        and (chosen.until is None or first_possible_day(act) <= chosen.until)
    ]
    named = [(pair_name(tie, register), when(act.date)) for tie, act in found[: list_sentences.MOST_ROUGH]]
    return list_sentences.may_be_of_that_time(named, len(found)) if found else ""


def of_no_known_vote(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """On which ties of those that a body kept by a vote no vote itself is on record, but that it chose so."""
    if chosen.how is not How.VOTE or ActKind.KEPT not in chosen.kinds:
        return ""
    found = [tie for tie in ties if not any(act.vote for act in looked_at(tie, chosen, register))]
    return list_sentences.of_no_known_vote([pair_name(tie, register) for tie in found[:_MOST_NAMED]]) if found else ""


def made_in_the_same_year(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """How many ties were made in the year in which the time begins or ends that is asked for, and may be of it: of most
    the year alone is on record. Empty where whole years are asked for.
    """
    if not chosen.founded:
        return ""
    ends = (
        (chosen.since, chosen.since and chosen.since.replace(month=1, day=1)),
        (chosen.until, chosen.until and chosen.until.replace(month=12, day=31)),
    )
    years = {day.year for day, edge in ends if day and day != edge}
    fits = {tie.id for tie in ties}
    untimed = replace(chosen, since=None, until=None, as_of=None, founded=False, most=0) if years else chosen
    others = [tie for tie in fitting(untimed, register) if tie.id not in fits and tie.since in years] if years else []
    return list_sentences.made_in_that_year(len(others), sorted(years)) if others else ""


def of_no_known_year(chosen: TieFilter, register: Register) -> str:
    """How many ties that are as is asked for else have no year on record in which they were made, and may be of the
    time that is asked for; empty where that was said, or no time is asked for.
    """
    by_founding = chosen.founded and chosen.as_of is None and (chosen.since or chosen.until)
    if not by_founding and not (chosen.made_since or chosen.made_until):
        return ""
    of_founding = replace(chosen, since=None, until=None, founded=False) if by_founding else chosen
    untimed = replace(of_founding, made_since=None, made_until=None, most=0)
    without = [tie for tie in fitting(untimed, register) if tie.since is None]
    told = list_sentences.may_be_as_well(len(without), SORTS[SortBy.FOUNDED].without) if without else ""
    first = (chosen.since if by_founding else chosen.made_since) or date.min
    last = (chosen.until if by_founding else chosen.made_until) or date.max
    noted = [
        (pair_name(tie, register), note) for tie in without if (note := _note_on_years(tie, first.year, last.year))
    ]
    return paragraph([told, *(list_sentences.noted_on(*each) for each in noted[:_FEW_NOTES])])


def _note_on_years(tie: Tie, first: int, last: int) -> str:
    """What is noted on the beginning of a tie that names a year of a time; empty where it names none."""
    note = tie.since_note or ""
    return note if any(first <= int(year) <= last for year in _A_YEAR.findall(note)) else ""


def since_then(chosen: TieFilter, register: Register) -> str:
    """How the ties stand by now on which the acts asked for were taken; what else was once as asked, or is left."""
    if chosen.look in {Look.ACTS, Look.CHANGES}:
        return ""
    if chosen.standings == (Standing.ACTIVE,) and len(set_rows(chosen, register)) == 1 and chosen.as_of is None:
        counts = register.counts()
        left: dict[Standing, int] = {standing: counts[standing] for standing in NOT_ENDED}
        told = list_sentences.in_all_not_ended(sum(left.values()), sum(counts.values()), left)
        return paragraph([told, _first_not_ended(chosen, register)])
    if len(chosen.standings) != 1 or not STANDINGS[chosen.standings[0]].decision or chosen.as_of:
        return ""
    once = register.index.once(chosen.standings[0])
    others = fitting(replace(chosen, standings=()), register) if once else []
    before = [tie for tie in others if tie.id in once]
    standing = STANDINGS[chosen.standings[0]].word
    return list_sentences.were_before(standing, register.counts(before)) if before else ""


def _first_not_ended(chosen: TieFilter, register: Register) -> str:
    """Which tie is the oldest, or the newest, of all that have not ended, where it is none of the active ones that are
    listed by age: who asks for "the oldest that still stands" may mean it.
    """
    if sort_of(chosen) is not SortBy.FOUNDED or chosen.order is SortOrder.RECORD:
        return ""
    wider = replace(chosen, standings=NOT_ENDED, most=0)
    first = next(iter(in_order(fitting(wider, register), wider, register)), None)
    if first is None or register.status(first.id).standing is Standing.ACTIVE:
        return ""
    among = f"among these, now {STANDINGS[register.status(first.id).standing].word}"
    return list_sentences.of_that_standing(among, SORTS[SortBy.FOUNDED].first(first, wider, register))


def otherwise_there(chosen: TieFilter, fits: Sequence[Tie], register: Register) -> str:
    """The other ties of a state with few, where it is asked which of them stand in one way and which in another."""
    if len(chosen.standings) < 2 or len(chosen.states) != 1 or len(set_rows(chosen, register)) != 2:
        return ""
    if {*chosen.standings} == CUT:
        return ""
    others = [tie for tie in fitting(replace(chosen, standings=()), register) if tie not in fits]
    stand = [tie_line(tie, register) for tie in others]
    return list_sentences.otherwise_there(stand) if 0 < len(others) <= _MOST_OTHERWISE else ""


def ended_of_such(chosen: TieFilter, register: Register) -> str:
    """Which of a narrower list ended, where those are listed that did not: "anything from 1988, did they survive"."""
    if chosen.standings != NOT_ENDED or chosen.as_of or len(set_rows(chosen, register)) == 1:
        return ""
    ended = fitting(replace(chosen, standings=(Standing.ENDED,)), register)
    named = [pair_name(tie, register) for tie in ended]
    return list_sentences.ended_of_such(named) if 0 < len(named) <= _MOST_NAMED else ""


def kept_by_a_split_vote(chosen: TieFilter, register: Register) -> str:
    """Which votes not to cut it were not unanimous either, where such votes to do so are listed: a motion that failed
    was a vote on it as well.
    """
    if Trait.SPLIT not in chosen.traits or not chosen.kinds or not {*chosen.kinds} <= {*CUTTING}:
        return ""
    others = replace(chosen, kinds=(ActKind.KEPT,), standings=(), most=0)
    told = [row_sentence(act) for tie in fitting(others, register) for act in looked_at(tie, others, register)]
    return list_sentences.kept_by_a_split_vote(told) if told else ""


def suspended_besides(chosen: TieFilter, question: Question, register: Register) -> list[str]:
    """How many more are suspended, where those that "cut" theirs are asked for; nothing elsewhere."""
    # Of places held against each other both are told anyway; of two times the list is of one alone.
    compared = question.narrowing.compares or OTHER_SIDE_OF_TIME.search(question.joined) is not None
    if chosen.lacking or chosen.as_of or compared or not says_cut_loosely(question):
        return []
    others = replace(chosen, most=0, standings=(Standing.SUSPENDED,))
    if chosen.look is Look.ACTS and chosen.kinds == (ActKind.ENDED,) and not chosen.standings:
        others = replace(chosen, most=0, kinds=(ActKind.SUSPENDED,))
    elif chosen.standings != (Standing.ENDED,):
        return []
    number = len(fitting(others, register))
    then = bool(others.since or others.until)
    return [list_sentences.suspended_besides(number, then=then)] if number else []
