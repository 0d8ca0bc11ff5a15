"""Ties with Ukraine that are narrowed: of states, ended, of an oblast, of a time, in the place of Russian ones.

What is asked for is read in ``ukraine_asked``. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import attrgetter

from cogs.lookup.lists.filter_phrases import span
from cogs.lookup.parts import blocks
from cogs.lookup.times.spans import may_be_within
from cogs.lookup.ukraine import ukraine_sentences
from cogs.lookup.ukraine.ukraine_asked import Told, UkraineAsked
from cogs.lookup.ukraine.ukraine_facets import made_since_invasion
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.names import pair_name
from cogs.wording.sources import Citations
from cogs.wording.status import tie_line
from cogs.wording.ukraine_ties import OBLAST, ukrainian_partner_noted
from db.record.levels import Level
from db.record.models import Tie, UkraineTie
from db.record.register import Register
from db.record.standings import CUT, STANDINGS, Standing

# So many are told at most.
_MOST_TOLD, _MOST_STATES = 20, 12
# With these the ties are listed even where all are meant.
_LISTED = frozenset({Told.BY_STATUS, Told.SEVERAL})
# These ask for a reason beside each tie.
_OF_DOUBT = frozenset({"weak", "unsure"})


def narrowed_part(asked: UkraineAsked, register: Register, citations: Citations) -> TextBlock:
    """The ties with Ukraine that are asked for: how many, by what is asked, and which."""
    if asked.both:
        return _both_part(asked, register, citations)
    if asked.swapped:
        return _swapped_part(asked, register, citations)
    ties = register.record.ukraine_ties.values()
    found = [tie for tie in ties if asked.has(tie, register)]
    if Told.SEVERAL in asked.told:
        found = _of_places_with_several(found)
    found = sorted(found, key=_oldest if asked.first else _newest)
    by = [*_narrowed_by(asked)]
    told = ukraine_sentences.narrowed(len(found), len(ties), by) if by else ukraine_sentences.ukrainian_ties(len(ties))
    head = [Line(told)]
    head += _of_their_dates(asked, ties, register)
    if (asked.first or asked.last) and Told.ENDS not in asked.told and (end := the_end_of(found, newest=asked.last)):
        head.insert(0, Line(end))
    of_all = replace(asked, facets=asked.facets.however_they_stand)
    alike = [tie for tie in ties if of_all.has(tie, register)]
    # How they stand is told of all that are so, of whom those asked for are a part.
    counts = [Line(_COUNTS[it](alike if it is Told.BY_STATUS else found, asked)) for it in asked.told] if found else []
    if counts and not asked.narrows and _LISTED.isdisjoint(asked.told):
        return TextBlock((*head, *counts), ukraine_sentences.UKRAINIAN_PARTNERS)
    lines = [line for tie in found[:_MOST_TOLD] for line in _told(tie, asked, citations)]
    if len(found) > _MOST_TOLD:
        lines.append(Line(ukraine_sentences.more_ties(len(found) - _MOST_TOLD)))
    lines += _with_russia(asked, register) if asked.russia else []
    first = (*head, *counts) if asked.facets.tells_standing else (*counts, *head)
    return TextBlock((*first, *lines), ukraine_sentences.UKRAINIAN_PARTNERS)


def _with_russia(asked: UkraineAsked, register: Register) -> Iterator[Line]:
    """How many ties with Russia there are in the same states."""
    russian = [pair_name(tie, register) for tie in register.record.ties.values() if _is_of(tie, asked, register)]
    yield Line(ukraine_sentences.russian_ties(russian))


def _of_places_with_several(ties: Iterable[UkraineTie]) -> list[UkraineTie]:
    ties = [*ties]
    counted = Counter((tie.us_name, tie.us_state) for tie in ties)
    return [tie for tie in ties if counted[(tie.us_name, tie.us_state)] > 1]


def _told(tie: UkraineTie, asked: UkraineAsked, citations: Citations) -> Iterator[Line]:
    yield blocks.ukraine_line(tie, citations)
    if tie.weak_reason and _OF_DOUBT & {*asked.facets.asked}:
        yield Line(ukraine_sentences.why_weak(tie.weak_reason))


def _by_state(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    counted = Counter(tie.us_state for tie in ties)
    counted.update(dict.fromkeys(asked.states, 0))
    gone = Counter(tie.us_state for tie in ties if tie.status in ukraine_sentences.GONE)
    return ukraine_sentences.of_states(counted.most_common(_MOST_STATES), len(counted), gone)


def _by_oblast(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    counted = Counter(tie.ua_oblast for tie in ties)
    return ukraine_sentences.of_oblasts(counted.most_common())


def _by_city(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    counted = Counter(tie.ua_name for tie in ties if not tie.ua_name.endswith(OBLAST))
    return ukraine_sentences.of_cities([each for each in counted.most_common() if each[1] > 1])


def _by_year(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    counted = Counter(tie.since.first.year for tie in ties if tie.since)
    return ukraine_sentences.of_years(sorted(counted.items()), sum(tie.since is None for tie in ties))


def _by_status(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    return ukraine_sentences.of_statuses(Counter(tie.status for tie in ties).most_common())


def _places(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    places = {tie.ua_name for tie in ties if not tie.ua_name.endswith(OBLAST)}
    return ukraine_sentences.of_places(len(places), len({tie.ua_oblast for tie in ties}))


def _ends(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    dated = sorted((tie for tie in ties if tie.since), key=_newest)
    return ukraine_sentences.oldest_and_newest(dated[-1], dated[0]) if dated else ukraine_sentences.NONE_DATED


def _of_their_dates(asked: UkraineAsked, ties: Iterable[UkraineTie], register: Register) -> Iterator[Line]:
    """Which ties may be of the time asked for, of which the year or month alone is on record; how many have none."""
    period = asked.period
    if period is None:
        return
    whenever = replace(asked, period=None)
    alike = [tie for tie in ties if whenever.has(tie, register)]
    rough = [tie for tie in alike if tie.since and may_be_within(tie.since, period.since, period.until)]
    if rough:
        yield Line(ukraine_sentences.perhaps_too(rough))
    if undated := sum(tie.since is None for tie in alike):
        yield Line(ukraine_sentences.undated(undated))


def the_end_of(ties: Iterable[UkraineTie], *, newest: bool) -> str:
    """Which of some ties is the oldest, or the newest, as far as their dates tell; empty where none is dated."""
    dated = [(tie.since.first, tie.since.last, tie) for tie in ties if tie.since]
    if not dated:
        return ""
    if newest:
        last = max(first for first, _, _ in dated)
        found = [tie for _, until, tie in dated if until >= last]
    else:
        earliest = min(until for _, until, _ in dated)
        found = [tie for first, _, tie in dated if first <= earliest]
    return ukraine_sentences.the_end(found, newest=newest)


def _no_state(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    return ukraine_sentences.states_with_none(sorted({tie.us_state for tie in ties}))


def _no_oblast(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    return ukraine_sentences.oblasts_with_none(sorted({tie.ua_oblast for tie in ties}))


def _several(ties: Sequence[UkraineTie], asked: UkraineAsked) -> str:
    return ukraine_sentences.with_several(dict.fromkeys(map(ukraine_sentences.american_place, ties)))


_COUNTS: Mapping[Told, Callable[[Sequence[UkraineTie], UkraineAsked], str]] = {
    Told.BY_STATE: _by_state,
    Told.BY_OBLAST: _by_oblast,
    Told.BY_CITY: _by_city,
    Told.BY_YEAR: _by_year,
    Told.BY_STATUS: _by_status,
    Told.PLACES: _places,
    Told.ENDS: _ends,
    Told.NO_STATE: _no_state,
    Told.NO_OBLAST: _no_oblast,
    Told.SEVERAL: _several,
}


def _newest(tie: UkraineTie) -> tuple[bool, int]:
    """The newest first, then those of no known date."""
    return tie.since is None, -tie.since.first.toordinal() if tie.since else 0


def _oldest(tie: UkraineTie) -> tuple[bool, int]:
    """The oldest first, then those of no known date."""
    undated, age = _newest(tie)
    return undated, -age


def _narrowed_by(asked: UkraineAsked) -> Iterator[str]:
    yield from asked.facets.says()
    for oblast in asked.oblasts:
        yield ukraine_sentences.in_oblast(oblast)
    if asked.states:
        yield ukraine_sentences.in_states(asked.states)
    if ruled_out := (*asked.outside, *asked.without):
        yield ukraine_sentences.ruled_out(ruled_out)
    if asked.period is not None:
        yield ukraine_sentences.dated(span(asked.period.since, asked.period.until))


def _swapped_part(asked: UkraineAsked, register: Register, citations: Citations) -> TextBlock:
    """The places whose tie with Russia was ended or suspended and that have a Ukrainian partner or a note of one, those
    made since the invasion first; then the places that have both, and no such act.
    """
    found = [tie for tie in register.record.ties.values() if _is_of(tie, asked, register)]
    found = [tie for tie in found if register.ukraine_ties_of(tie.us) or ukrainian_partner_noted(tie)]
    are_cut = _are_cut(found, register)
    cut = [tie for tie in found if tie.id in are_cut]
    cut.sort(key=lambda tie: not any(map(made_since_invasion, register.ukraine_ties_of(tie.us))))
    lines = [line for tie in cut for line in _beside(tie, register, citations)]
    others = [pair_name(tie, register) for tie in found if tie.id not in are_cut]
    told = [Line(ukraine_sentences.no_swap_on_record(len(cut))), *lines]
    if others:
        told.append(Line(ukraine_sentences.both_and_not_cut(others)))
    return TextBlock(tuple(told), ukraine_sentences.UKRAINIAN_PARTNERS)


def _both_part(asked: UkraineAsked, register: Register, citations: Citations) -> TextBlock:
    """The places with a partner in Ukraine and a tie with Russia, of the states asked for, the active ties first, with
    those whose partner a note tells of. Where it is asked who still has both, those not ended or suspended; then the
    ties of places with both that were.
    """
    ties = [tie for tie in register.record.ties.values() if _is_of(tie, asked, register)]
    ties.sort(key=lambda tie: register.status(tie.id).standing is not Standing.ACTIVE)
    found = [tie for tie in ties if register.ukraine_ties_of(tie.us) or ukrainian_partner_noted(tie)]
    are_cut = _are_cut(found, register)
    cut = [tie for tie in found if tie.id in are_cut]
    shown = [tie for tie in found if tie.id not in are_cut] if asked.still else found
    if asked.standings:
        shown = [tie for tie in found if register.status(tie.id).standing in asked.standings]
        cut = [tie for tie in cut if tie not in shown]
    standings = [STANDINGS[standing].word for standing in asked.standings]
    told = [Line(ukraine_sentences.both_on_record(len(shown), asked.states, standings, still=asked.still))]
    told += [line for tie in shown for line in _beside(tie, register, citations)]
    if (asked.still or asked.standings) and cut:
        told.append(Line(ukraine_sentences.both_but_cut([pair_name(tie, register) for tie in cut])))
    told += _one_of_each(asked, register) if asked.states and not shown else []
    return TextBlock(tuple(told), ukraine_sentences.UKRAINIAN_PARTNERS)


def _are_cut(ties: Iterable[Tie], register: Register) -> set[str]:
    """The ids of those that were suspended or ended."""
    return {tie.id for tie in ties if register.status(tie.id).standing in CUT}


def _is_of(tie: Tie, asked: UkraineAsked, register: Register) -> bool:
    """Whether a tie with Russia is of the states, and of a state itself, where that is asked."""
    if "state" in asked.facets.asked and tie.level is not Level.SISTER_STATE:
        return False
    return not asked.states or register.record.states[register.state_of(tie)].name in asked.states


def _one_of_each(asked: UkraineAsked, register: Register) -> Iterator[Line]:
    """Who has which, in states where no place has both."""
    ukrainian = [tie for tie in register.record.ukraine_ties.values() if tie.us_state in asked.states]
    russian = [tie for tie in register.record.ties.values() if _is_of(tie, asked, register)]
    yield Line(
        ukraine_sentences.one_of_each(
            [ukraine_sentences.pair(tie) for tie in ukrainian], [pair_name(tie, register) for tie in russian]
        )
    )


def _beside(tie: Tie, register: Register, citations: Citations) -> Iterator[Line]:
    """A tie with Russia, and the partners in Ukraine of its American place, or the note of one."""
    yield Line(tie_line(tie, register))
    own = sorted(register.ukraine_ties_of(tie.us), key=attrgetter("id"))
    for each in own:
        yield blocks.ukraine_line(each, citations)
    if not own:
        yield Line(ukrainian_partner_noted(tie))
