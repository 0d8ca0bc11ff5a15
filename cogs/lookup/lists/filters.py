"""What a list can be narrowed by, a row each: which ties fit, and how the row says itself. Pure.

Nothing else in the project narrows a list. A row says itself as a phrase about a tie ("in Oregon", "with a suspension
of 2022"), of which the sentences of ``list_sentences`` are made; what says nothing is not set.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from datetime import date
from enum import Enum
from functools import lru_cache

from cogs.lookup.lists import filter_phrases
from cogs.lookup.lists.traits import TRAITS, condition_of
from cogs.lookup.model import How, Look, SortOrder, TieFilter, Trait
from cogs.lookup.reading.conditions_asked import finds, says
from cogs.lookup.reading.votes import votes_in
from cogs.lookup.steps import Steps, at_once
from cogs.lookup.times.spans import within
from db.record.act_kinds import ACT_KINDS, DECIDING, ActKind
from db.record.authorities import VOTING
from db.record.derivation import INVASION, acts_in_force, derive_from
from db.record.models import Act, PartialDate, Precision, Tie
from db.record.parts_of_russia import OR, PARTS_OF_RUSSIA
from db.record.register import Register
from db.record.standings import Standing
from db.record.text import key
from db.record.values import value

# So many ties are looked at in one go.
_AT_A_STEP = 2_000
# What is asked of a vote is asked of that on the act that is looked at.
_OF_VOTES = frozenset({Trait.UNANIMOUS, Trait.SPLIT})
# What only a tie with a vote on record has.
_OF_VOTED = _OF_VOTES | {Trait.ABSTAINED}


class Part(Enum):
    """What a row narrows: where the ties are (of these a share is taken), how they stand, or what else is so."""

    WHERE = "where"
    STANDING = "standing"
    WHAT = "what"


@value
class FilterRow:
    """One thing that a list can be narrowed by. ``says`` is empty where a filter does not set it.

    ``among``: those of some ties that fit, where they are looked at more quickly together than one by one.
    """

    part: Part
    says: Callable[[TieFilter, Register], str]
    fits: Callable[[Tie, TieFilter, Register], bool]
    among: Callable[[list[Tie], TieFilter, Register], list[Tie]] | None = None

    def narrowed_steps(self, ties: list[Tie], chosen: TieFilter, register: Register) -> Steps[list[Tie]]:
        """Those of some ties that fit, a few thousand at a step."""
        if self.among is not None:
            return self.among(ties, chosen, register)
        fit: list[Tie] = []
        for begin in range(0, len(ties), _AT_A_STEP):
            if begin:
                yield
            fit += [tie for tie in ties[begin : begin + _AT_A_STEP] if self.fits(tie, chosen, register)]
        return fit


def looked_at(tie: Tie, chosen: TieFilter, register: Register) -> list[Act]:
    """The acts of a tie that a list looks at and that fit, in their order."""
    acts: Iterable[Act]
    match chosen.look:
        case Look.ACTS:
            acts = register.index.acts(tie.id)
        case Look.CHANGES:
            acts = register.index.changes(tie.id)
        case _:
            basis = register.status(tie.id).basis
            # Not by a generator: of a large record it is asked twenty thousand times.
            by_trait = next(filter(None, [TRAITS[trait].acts for trait in chosen.traits]), None)
            acts = by_trait(tie) if by_trait else (basis,) if basis else ()
    if chosen.kinds:
        acts = [act for act in acts if act.kind in chosen.kinds]
        for trait in _OF_VOTES & {*chosen.traits}:
            if so_voted := TRAITS[trait].acts:
                # The decision that is asked for was so voted, and not another on the same tie.
                acts = [act for act in acts if act in so_voted(tie)]
    if not (chosen.authorities or chosen.how) and (chosen.founded or not (chosen.since or chosen.until)):
        return list(acts)
    if chosen.how is How.WORD and chosen.kinds:
        # What an association had paused, and the council then affirmed by a vote, was not done without one.
        voted = {act.kind for act in acts if _was_voted(act)}
        acts = [act for act in acts if act.kind not in voted]
    return [act for act in acts if _fits_act(act, chosen)]


def _fits_act(act: Act, chosen: TieFilter) -> bool:
    """Whether an act fits in all but its kind."""
    if chosen.authorities and act.authority not in chosen.authorities:
        return False
    if chosen.how and (chosen.how is How.VOTE) is not _was_voted(act):
        return False
    return _is_in_time(act, chosen)


def _is_in_time(act: Act, chosen: TieFilter) -> bool:
    return chosen.founded or within(act.date, chosen.since, chosen.until)


def _was_voted(act: Act) -> bool:
    return bool(act.vote) or (act.authority in VOTING and act.kind not in {ActKind.STATEMENT, ActKind.PROPOSED})


def standing_on(tie: Tie, day: date | None, register: Register) -> Standing:
    """How a tie surely stood at the end of a day by what is on record; how it stands, where no day is given."""
    if day is None:
        return register.status(tie.id).standing
    return derive_from(tuple(act for act in tie.acts if act.date.last <= day)).standing


def may_have_stood(tie: Tie, day: date) -> Standing:
    """How a tie may have stood at the end of a day, if all that may have been by then was."""
    return derive_from(tuple(act for act in tie.acts if act.date.first <= day)).standing


def searched_on(tie: Tie, register: Register) -> date | None:
    """The first possible day of the last search for news of a tie; None if nobody has looked."""
    found = register.index.searched(tie.id)
    return found.first if found else None


def hearing_of(tie: Tie, chosen: TieFilter) -> date | None:
    """The first hearing on a tie within a filter's time, of those that are not cancelled."""
    days = (act.hearing for act in acts_in_force(tie.acts) if act.hearing and not act.hearing_cancelled)
    return min((day for day in days if within(PartialDate(day), chosen.since, chosen.until)), default=None)


def _fits_acts(tie: Tie, chosen: TieFilter, register: Register) -> bool:
    match chosen.look:
        case Look.HEARINGS:
            return hearing_of(tie, chosen) is not None
        case Look.SEARCHES:
            day = searched_on(tie, register)
            return day is not None and within(PartialDate(day), chosen.since, chosen.until)
        case _ if chosen.by_each:
            return {act.authority for act in looked_at(tie, chosen, register)} >= {*chosen.authorities}
        case _:
            return bool(looked_at(tie, chosen, register)) is not chosen.lacking


def _says_acts(chosen: TieFilter, register: Register) -> str:
    since, until = (None, None) if chosen.founded else (chosen.since, chosen.until)
    match chosen.look:
        case Look.HEARINGS:
            return filter_phrases.with_a_hearing(since, until)
        case Look.SEARCHES:
            return filter_phrases.last_searched(since, until)
        case Look.ACTS:
            nouns = (
                [filter_phrases.A_DECISION]
                if {*chosen.kinds} == {*DECIDING}
                else [ACT_KINDS[it].noun for it in chosen.kinds]
            )
            return filter_phrases.with_an_act(
                nouns, chosen.authorities, chosen.how, since, until, lacking=chosen.lacking, by_each=chosen.by_each
            )
        case Look.CHANGES:
            nouns = [filter_phrases.A_CHANGE]
            return filter_phrases.with_an_act(
                nouns, chosen.authorities, chosen.how, since, until, lacking=chosen.lacking
            )
        case Look.BEHIND if since or until or chosen.authorities or chosen.how:
            return filter_phrases.by_an_act(chosen.authorities, chosen.how, since, until)
        case _:
            return ""


@lru_cache(maxsize=256)
def _is_of_years(year: int, since: date | None, until: date | None) -> bool:
    return within(PartialDate(date(year, 1, 1), Precision.YEAR), since, until)


def _fits_founding(tie: Tie, chosen: TieFilter, register: Register) -> bool:
    return tie.since is not None and _is_of_years(tie.since, chosen.since, chosen.until)


def _fits_making(tie: Tie, chosen: TieFilter, register: Register) -> bool:
    return tie.since is not None and _is_of_years(tie.since, chosen.made_since, chosen.made_until)


def _fits_size(tie: Tie, chosen: TieFilter, register: Register) -> bool:
    people = register.place(tie.us).population
    return people is not None and people > chosen.over and (not chosen.under or people < chosen.under)


def _fits_russian_size(tie: Tie, chosen: TieFilter, register: Register) -> bool:
    people = register.place(tie.ru).population
    if people is None or people <= chosen.russian_over:
        return False
    return not chosen.russian_under or people < chosen.russian_under


def _fits_region(tie: Tie, chosen: TieFilter, register: Register) -> bool:
    place = register.place(tie.ru)
    region = place.region or ""
    named = {region, region.removeprefix("Republic of "), region.removesuffix("(federal city)").strip(), place.name}
    return any(each in named or region in PARTS_OF_RUSSIA.get(each, ()) for each in chosen.region.split(OR))


def _fits_vote(tie: Tie, chosen: TieFilter, register: Register) -> bool:
    of_any = chosen.look is Look.BEHIND and not chosen.kinds
    acts = register.index.acts(tie.id) if of_any else looked_at(tie, chosen, register)
    return any(chosen.vote in {vote for _, vote in votes_in(act.vote or "")} for act in acts)


def _named(tie: Tie, chosen: TieFilter, register: Register) -> bool:
    typed = key(chosen.text)
    return any(
        f" {typed}" in f" {key(name)}"
        for place in (register.place(tie.us), register.place(tie.ru))
        for name in (place.name, place.region or "", *place.aliases)
    )


def _says_where(chosen: TieFilter, register: Register) -> str:
    names = [register.record.states[code].name for code in chosen.states if code in register.record.states]
    return filter_phrases.in_states(names, chosen.where) if names else ""


def _says_outside(chosen: TieFilter, register: Register) -> str:
    names = [register.record.states[code].name for code in chosen.outside if code in register.record.states]
    return filter_phrases.outside(names)


def _says_without(chosen: TieFilter, register: Register) -> str:
    places = (place for name in chosen.without if (place := register.record.places.get(name)))
    # What lies in a state that is left out needs no word of its own.
    return filter_phrases.without(list(dict.fromkeys(it.name for it in places if it.state not in chosen.outside)))


def _says_traits(chosen: TieFilter, register: Register) -> str:
    # What the condition speaks of is said with it, in a row of its own.
    told = {Trait.CONDITION} if chosen.conditions else set()
    return filter_phrases.traits([TRAITS[trait].says for trait in chosen.traits if trait not in told])


_STANDING = FilterRow(
    Part.STANDING,
    lambda chosen, _: filter_phrases.standing_as(chosen.standings, chosen.as_of),
    lambda tie, chosen, register: standing_on(tie, chosen.as_of, register) in chosen.standings,
)
_IN_STATES = FilterRow(Part.WHERE, _says_where, lambda tie, chosen, register: register.state_of(tie) in chosen.states)


def _with_traits(ties: list[Tie], chosen: TieFilter, register: Register) -> list[Tie]:
    for trait in chosen.traits:
        fits = TRAITS[trait].fits
        ties = [tie for tie in ties if fits(tie, register)]
    return ties


def _without_traits(ties: list[Tie], chosen: TieFilter, register: Register) -> list[Tie]:
    for trait in chosen.not_so:
        fits = TRAITS[trait].fits
        ties = [tie for tie in ties if not fits(tie, register)]
    return ties


_WITH_ACTS = FilterRow(Part.WHAT, _says_acts, _fits_acts)
ROWS: Sequence[FilterRow] = (
    _STANDING,
    FilterRow(
        Part.WHAT,
        lambda chosen, _: filter_phrases.of_levels(chosen.levels),
        lambda tie, chosen, _: tie.level in chosen.levels,
    ),
    _WITH_ACTS,
    FilterRow(
        Part.WHAT,
        lambda chosen, _: filter_phrases.made_in(chosen.since, chosen.until) if chosen.founded else "",
        _fits_founding,
    ),
    FilterRow(Part.WHAT, lambda chosen, _: filter_phrases.made_in(chosen.made_since, chosen.made_until), _fits_making),
    FilterRow(
        Part.WHAT,
        _says_traits,
        lambda tie, chosen, register: all(TRAITS[trait].fits(tie, register) for trait in chosen.traits),
        _with_traits,
    ),
    FilterRow(
        Part.WHAT,
        lambda chosen, _: filter_phrases.not_so([TRAITS[trait].says for trait in chosen.not_so]),
        lambda tie, chosen, register: not any(TRAITS[trait].fits(tie, register) for trait in chosen.not_so),
        _without_traits,
    ),
    FilterRow(
        Part.WHAT,
        lambda chosen, _: filter_phrases.with_a_condition_on([says(topic) for topic in chosen.conditions]),
        lambda tie, chosen, register: any(
            word in condition_of(tie, register).casefold() for word in finds(chosen.conditions)
        ),
    ),
    _IN_STATES,
    FilterRow(Part.WHERE, _says_outside, lambda tie, chosen, register: register.state_of(tie) not in chosen.outside),
    FilterRow(Part.WHERE, lambda chosen, _: filter_phrases.with_a_place_in(chosen.region), _fits_region),
    FilterRow(Part.WHAT, lambda chosen, _: filter_phrases.of_size(chosen.over, chosen.under), _fits_size),
    FilterRow(
        Part.WHAT,
        lambda chosen, _: filter_phrases.with_russian_place_of(chosen.russian_over, chosen.russian_under),
        _fits_russian_size,
    ),
    FilterRow(Part.WHAT, lambda chosen, _: filter_phrases.with_a_vote_of(chosen.vote), _fits_vote),
    FilterRow(Part.WHAT, lambda chosen, _: filter_phrases.with_in_name(chosen.text), _named),
    FilterRow(
        Part.WHERE,
        _says_without,
        lambda tie, chosen, _: tie.us not in chosen.without and tie.ru not in chosen.without,
    ),
)


def set_rows(chosen: TieFilter, register: Register) -> list[FilterRow]:
    """The rows by which a filter narrows a list."""
    return [row for row in ROWS if row.says(chosen, register)]


def fitting(chosen: TieFilter, register: Register, *parts: Part) -> tuple[Tie, ...]:
    """The ties that fit a filter, by state and name; with ``parts``, those that fit these parts of it."""
    return at_once(fitting_steps(chosen, register, *parts))


def fitting_steps(chosen: TieFilter, register: Register, *parts: Part) -> Steps[tuple[Tie, ...]]:
    """The same step by step: of twenty thousand it takes longer than the event loop may be held."""
    asked = register, register.version, replace(chosen, order=SortOrder.RECORD, most=0, share=False), parts
    found = _FOUND.pop(asked, None)
    if found is None:
        found = yield from _fitting_of_steps(None, asked[2], register, parts)
    _FOUND[asked] = found
    while len(_FOUND) > _MOST_FOUND:
        _FOUND.pop(next(iter(_FOUND)), None)
    return found


def fitting_of_steps(names: Set[str], chosen: TieFilter, register: Register) -> Steps[tuple[Tie, ...]]:
    """Those of some ties, by their ids, that fit a filter, by state and name: no other tie is looked at."""
    if not names:
        return ()
    return (yield from _fitting_of_steps(names, replace(chosen, order=SortOrder.RECORD), register, ()))


# What is above a list, its rows and its pages are made from the same ties: those found last, the latest behind.
_FOUND: dict[tuple[Register, int, TieFilter, tuple[Part, ...]], tuple[Tie, ...]] = {}
_MOST_FOUND = 8


def _fitting_of_steps(
    looked_for: Set[str] | None, chosen: TieFilter, register: Register, parts: tuple[Part, ...]
) -> Steps[tuple[Tie, ...]]:
    """The ties that fit these parts of a filter; of all ties, or of those whose ids are given."""
    wanted = set(parts or Part)
    by_standing = chosen.as_of is None and Part.STANDING in wanted
    names = register.index.in_order(
        chosen.states if Part.WHERE in wanted else (), frozenset(chosen.standings) if by_standing else ()
    )
    known = register.record.ties
    rows = [row for row in set_rows(chosen, register) if row.part in wanted]
    may_fit = _may_fit(chosen, register) if _WITH_ACTS in rows else None
    of_votes = (chosen.vote or _OF_VOTED & {*chosen.traits}) and Part.WHAT in wanted
    voted = register.index.voted if of_votes else None
    for those in (looked_for, may_fit, voted):
        names = names if those is None else [name for name in names if name in those]
    ties = [known[name] for name in names]
    # Of these the index has told already.
    settled = [_IN_STATES, *([_STANDING] if by_standing else ())]
    settled += [_WITH_ACTS] if may_fit is not None and _is_settled_by_days(chosen) else []
    for row in rows:
        if row not in settled:
            yield
            ties = yield from row.narrowed_steps(ties, chosen, register)
    return tuple(ties)


def _may_fit(chosen: TieFilter, register: Register) -> Collection[str] | None:
    """The ids of the ties whose acts may be looked at closer; None where no kind of act and no time is asked for."""
    match chosen.look:
        case Look.HEARINGS:
            return register.index.heard
        case Look.SEARCHES:
            return None
        case _ if chosen.founded and chosen.kinds and not chosen.lacking:
            # The time is that in which ties were made.
            return register.index.with_act(chosen.kinds, None, None)
        case _ if not (chosen.founded or chosen.lacking) and (chosen.kinds or chosen.since or chosen.until):
            return register.index.with_act(chosen.kinds, chosen.since, chosen.until, surely=_surely(chosen))
        case _:
            return None


def _surely(chosen: TieFilter) -> bool:
    """Whether an act must be of a time for certain: since the invasion is whatever may be (``within``)."""
    return chosen.since != INVASION


def _is_settled_by_days(chosen: TieFilter) -> bool:
    """Whether a list looks at acts by no more than their kinds and days."""
    closer = chosen.authorities or chosen.how or chosen.founded or _OF_VOTES & {*chosen.traits}
    return chosen.look is Look.ACTS and not closer


def acts_by_tie(chosen: TieFilter, register: Register) -> Iterator[tuple[date, str, Act]] | None:
    """The acts that a list looks at, of any tie, from the index, each with its last day and the id of its tie; None
    where each tie is to be looked at.
    """
    if not _is_settled_by_days(chosen):
        return None
    return register.index.acts_between(chosen.kinds, chosen.since, chosen.until, surely=_surely(chosen))
