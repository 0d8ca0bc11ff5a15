"""Lists: the ties that fit a filter, and the sentences above them. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from operator import attrgetter

from cogs.lookup.lists import filter_phrases, list_sentences
from cogs.lookup.lists.beside_the_list import (
    also_called_so,
    ended_of_such,
    kept_by_a_split_vote,
    made_in_the_same_year,
    nor_elsewhere,
    of_no_fixed_condition,
    of_no_known_vote,
    of_no_known_year,
    of_that_day,
    of_the_other_list,
    otherwise_there,
    roughly_dated,
    roughly_dated_steps,
    since_then,
)
from cogs.lookup.lists.filters import (
    Part,
    fitting,
    fitting_steps,
    set_rows,
    standing_on,
)
from cogs.lookup.lists.one_condition_less import Near, with_one_condition_less_steps
from cogs.lookup.lists.sorting import SORTS, first_possible_day, in_order, look_at_acts, newest_looked_at, sort_of
from cogs.lookup.lists.standings_listed import NOT_ENDED, kinds_of
from cogs.lookup.lists.traits import TRAITS
from cogs.lookup.model import Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.reading.asked_sorting import ASKED_SORTS
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.steps import Steps, at_once
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.dates import when
from cogs.wording.english import paragraph
from cogs.wording.names import pair_name
from cogs.wording.standing_text import last_searches_of
from cogs.wording.status import tie_line
from db.record.act_kinds import ACT_KINDS, DECIDING, ActKind
from db.record.figures import per_cent
from db.record.models import Act, PartialDate, PlaceKind, Precision, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

_ID = attrgetter("id")
# So many ties are named one by one, where none is as asked.
_MOST_NAMED = 8
# So many, where what fits all but one condition is told.
_MOST_NEAR = 12
# What became of a tie by a decision of each kind.
_DECIDED = {
    ActKind.SUSPENDED: "suspended", ActKind.ENDED: "ended", ActKind.KEPT: "kept", ActKind.RESUMED: "resumed",
}  # fmt: skip
_OF_EACH_STANDING = said_for("lists", "lists", "of_each_standing")
# Orders by which the first is what is asked for; of acts the newest stands first anyway.
_SUPERLATIVE = frozenset({SortBy.SIZE, SortBy.RUSSIAN_SIZE, SortBy.FOUNDED, SortBy.SEARCHED})


def chosen_ties(chosen: TieFilter, register: Register) -> list[Tie]:
    """The ties that fit, in the filter's order, and no more than it asks for."""
    ties = _in_order(chosen, register, register.version)
    return list(ties[: chosen.most] if chosen.most else ties)


# What is above a list and its rows are made from the same order.
@lru_cache(maxsize=2)
def _in_order(chosen: TieFilter, register: Register, _version: int) -> Sequence[Tie]:
    return tuple(in_order(fitting(chosen, register), chosen, register))


def list_part(chosen: TieFilter, register: Register) -> TextBlock:
    """How many of how many, by what filter; the first, where they are sorted; and when they were last searched for."""
    return at_once(list_part_steps(chosen, register))


def list_part_steps(chosen: TieFilter, register: Register) -> Steps[TextBlock]:
    """The same, a sentence at a step: most look at all ties of a list."""
    fits = yield from fitting_steps(chosen, register)
    if not fits:
        yield from fitting_steps(chosen, register, Part.WHERE)
        yield
        if chosen.standings:
            yield from fitting_steps(replace(chosen, standings=()), register)
            yield
        few = _is_of_few_places(chosen, register)
        near = () if few else (yield from with_one_condition_less_steps(chosen, register))
        return TextBlock(tuple(map(Line, _none(chosen, register, near))))
    yield
    look_at_acts(chosen, register)
    yield
    ties = _in_order(chosen, register, register.version)
    yield
    sorting = [*_sorting(chosen, fits, ties, register)]
    # "The smallest town": which it is comes before how many there are.
    first = sorting[:1] if chosen.order is not SortOrder.RECORD and chosen.sort in _SUPERLATIVE else []
    rough = yield from roughly_dated_steps(chosen, fits, register)
    yield
    said: tuple[Callable[[], str], ...] = (
        lambda: list_sentence(chosen, fits, register),
        lambda: nor_elsewhere(chosen, register),
        lambda: also_called_so(chosen, register),
        lambda: _shares(chosen, fits, register),
        lambda: since_then(chosen, register),
        lambda: ended_of_such(chosen, register),
        lambda: otherwise_there(chosen, fits, register),
        lambda: of_no_fixed_condition(chosen, fits, register),
        lambda: of_that_day(chosen, fits, register),
        lambda: of_the_other_list(chosen, fits, register),
        lambda: rough,
        lambda: of_no_known_vote(chosen, fits, register),
        lambda: kept_by_a_split_vote(chosen, register),
        lambda: made_in_the_same_year(chosen, fits, register),
        lambda: of_no_known_year(chosen, register),
    )
    told = [*first]
    for sentence in said:
        told.append(sentence())
        yield
    told += sorting[len(first) :]
    # None, where each that fits lacks what the list is sorted by.
    searched = last_searches_of(_last_searches(chosen, ties, register))
    return TextBlock(tuple(map(Line, filter(None, (paragraph(told), searched)))))


def _is_by_standing(chosen: TieFilter) -> bool:
    """Whether nothing but how they stand by now, if that, narrows a list: the index has counted these."""
    return replace(chosen, standings=()) == TieFilter()


def _last_searches(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> list[PartialDate | None]:
    """The days of the last searches for the ties of a list, and None for each that nobody has searched for."""
    if _is_by_standing(chosen):
        return register.index.last_searches_by(chosen.standings)
    return register.index.last_searches(map(_ID, ties))


def _standings_now(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> Mapping[Standing, int]:
    """How many ties of a list have each standing."""
    if not _is_by_standing(chosen):
        return register.counts(ties)
    wanted = chosen.standings or tuple(Standing)
    return {standing: count if standing in wanted else 0 for standing, count in register.counts().items()}


def _sorting(chosen: TieFilter, fits: Sequence[Tie], ties: Sequence[Tie], register: Register) -> Iterator[str]:
    """The first of a sorted list, what is left out of it, and that it is cut."""
    if chosen.order is not SortOrder.RECORD:
        row = SORTS[sort_of(chosen)]
        if ties:
            yield row.first(ties[0], chosen, register)
            yield _as_old(chosen, ties, register)
            yield roughly_first(ties, chosen, register)
        if missing := len(fits) - len(ties):
            there = {tie.id for tie in ties} if missing <= _MOST_NAMED else set[str]()
            names = [pair_name(tie, register) for tie in fits if tie.id not in there] if there else []
            yield list_sentences.left_out(missing, row.without, names)
    if 0 < chosen.most < len(ties):
        yield list_sentences.first_so_many(chosen.most, len(ties))
        if ends_roughly(ties, chosen, register):
            yield list_sentences.ROUGHLY_ENDS
        if alike := _alike_at_the_end(chosen, ties):
            yield list_sentences.as_far_as_the_last(alike)


def _as_old(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """Which other ties of a list were made in the same year as its first; empty in any other order, or of many."""
    if sort_of(chosen) is not SortBy.FOUNDED or chosen.since or chosen.until:
        return ""
    alike = [pair_name(tie, register) for tie in ties[1 : _MOST_NAMED + 1] if tie.since == ties[0].since]
    return list_sentences.of_the_same_year(alike) if 0 < len(alike) < _MOST_NAMED else ""


def _alike_at_the_end(chosen: TieFilter, ties: Sequence[Tie]) -> int:
    """How many more have the year in which the last of a cut list was made; none in any other order."""
    if sort_of(chosen) is not SortBy.FOUNDED or chosen.order is SortOrder.RECORD:
        return 0
    last = ties[chosen.most - 1].since
    return sum(tie.since == last for tie in ties[chosen.most :])


def roughly_first(ties: Sequence[Tie], chosen: TieFilter, register: Register) -> str:
    """That the first of a list by its acts is dated so roughly that the next may come before it, or others are, which
    may; empty where neither is.
    """
    if sort_of(chosen) is not SortBy.ACT or len(ties) < 2:
        return ""
    one, other = (newest_looked_at(tie, chosen, register) for tie in ties[:2])
    if one is None or other is None:
        return ""
    if one.date.precision is Precision.DAY:
        others = _may_stand_before(one, ties[1:], chosen, register) if chosen.order is SortOrder.OLDEST else []
        return list_sentences.may_stand_before(others) if others else ""
    overlap = one.date.first <= other.date.last and other.date.first <= one.date.last
    return list_sentences.ROUGHLY_FIRST if overlap else ""


def _may_stand_before(first: Act, ties: Sequence[Tie], chosen: TieFilter, register: Register) -> list[tuple[str, str]]:
    """The ties of a list, with their dates, that are not dated to the day and may stand before its first."""
    rough = register.index.roughly_dated
    acts = ((tie, newest_looked_at(tie, chosen, register)) for tie in ties if tie.id in rough)
    return [
        (pair_name(tie, register), when(act.date))
        for tie, act in acts
        if act is not None and act.date.precision is not Precision.DAY and first_possible_day(act) < first.date.first
    ]


def ends_roughly(ties: Sequence[Tie], chosen: TieFilter, register: Register) -> bool:
    """Whether the last that is shown of a cut list by its acts may be of the same days as the next, or later."""
    if sort_of(chosen) is not SortBy.ACT or chosen.order is SortOrder.RECORD or len(ties) <= chosen.most:
        return False
    last, behind = (newest_looked_at(tie, chosen, register) for tie in ties[chosen.most - 1 : chosen.most + 1])
    if last is None or behind is None:
        return False
    return last.date.first <= behind.date.last and behind.date.first <= last.date.last


# What is so of ties however they stand: a share of those is told of these.
_OF_TIES = frozenset({
    Trait.OF_STATE, Trait.NOT_OF_STATE, Trait.OF_COUNTY, Trait.OF_CITY, Trait.NOT_OF_CITY, Trait.ON_2022_LIST,
    Trait.NOT_ON_2022_LIST, Trait.NAMED_IN_SPEECH, Trait.OF_CAPITAL, Trait.RUSSIAN_CAPITAL, Trait.OF_REPUBLIC,
    Trait.SEVERAL, Trait.SEVERAL_RUSSIAN, Trait.SAME_NAME, Trait.UKRAINIAN_PARTNER,
})  # fmt: skip


def list_sentence(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """How many of how many fit a filter, and how they stand; ``ties`` are those that fit. Zero is a sentence too."""
    if not ties:
        return next(_none(chosen, register))
    rows = set_rows(chosen, register)
    said = [row.says(chosen, register) for row in rows]
    counts = _standings_now(chosen, ties, register)
    if not said:
        return list_sentences.all_ties(len(ties), counts)
    places = [row for row in rows if row.part is Part.WHERE]
    whole = not places or len(places) == len(rows)
    base = len(register.record.ties) if whole else len(fitting(chosen, register, Part.WHERE))
    return list_sentences.some_ties(
        said,
        len(ties),
        base,
        there=not whole,
        counts=_counts(chosen, ties, counts, register),
        share=_share(chosen, len(ties), base, register) if chosen.share else "",
    )


def _share(chosen: TieFilter, number: int, base: int, register: Register) -> str:
    """What part of all, and of those alone that stand so, where more is asked of them."""
    told = list_sentences.part(per_cent(number, base))
    standing = _one_standing(chosen)
    of_such = _of_such(chosen, number, register)
    if standing is None:
        return list_sentences.part_of_such_and_all(of_such, told) if of_such else told
    told = f"{of_such}, {told}" if of_such else told
    places = TieFilter(states=chosen.states, outside=chosen.outside, region=chosen.region, without=chosen.without)
    alike = len(fitting(replace(places, standings=(standing,)), register))
    if alike <= number:
        return told
    return list_sentences.part_of(per_cent(number, alike), alike, STANDINGS[standing].word, told)


def _of_such(chosen: TieFilter, number: int, register: Register) -> str:
    """What part a list is of all that are so but for how they stand: ``100 percent of the 3 made as sister states``."""
    if chosen.look is Look.ACTS and chosen.kinds and (chosen.authorities or chosen.how):
        # "What share of decisions were made by councils": of those that there are.
        whoever = replace(chosen, authorities=(), how=None)
        says = [row.says(whoever, register) for row in set_rows(whoever, register)]
        there = len(fitting(whoever, register))
        return list_sentences.part_of_such(per_cent(number, there), there, says) if there else ""
    of_kind = chosen.levels or chosen.over or chosen.under or chosen.founded or _OF_TIES & {*chosen.traits}
    if not (chosen.standings and of_kind):
        return ""
    such = replace(chosen, standings=(), states=(), outside=(), region="", without=())
    timed = (such.since or such.until) and not such.founded
    if such.look is not Look.BEHIND or such.authorities or such.how or timed:
        return ""
    there = len(fitting(replace(chosen, standings=()), register))
    says = [row.says(such, register) for row in set_rows(such, register)]
    return list_sentences.part_of_such(per_cent(number, there), there, says) if there else ""


def _shares(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """The share of each of several standings that are asked for; empty where no share or one standing is."""
    if not chosen.share or len(chosen.standings) < 2 or chosen.as_of or len(chosen.standings) == len(NOT_ENDED):
        return ""
    places = TieFilter(states=chosen.states, outside=chosen.outside, region=chosen.region, without=chosen.without)
    return list_sentences.counted_in_percent(register.counts(ties), len(fitting(places, register)))


def _one_standing(chosen: TieFilter) -> Standing | None:
    """The one standing that a list is of, by name or by the kind of act that makes it; None for several or none."""
    if chosen.standings:
        return chosen.standings[0] if len(chosen.standings) == 1 else None
    return next((it for it in Standing if chosen.kinds and chosen.kinds == kinds_of((it,))), None)


def _counts(chosen: TieFilter, ties: Sequence[Tie], now: Mapping[Standing, int], register: Register) -> str:
    """How the ties of a list stand, where the list does not say it already; of what was, how they stand by now."""
    if chosen.as_of and not chosen.founded:
        then = Counter(standing_on(tie, chosen.as_of, register) for tie in ties)
        stood = {standing: then[standing] for standing in Standing}
        return list_sentences.now(now) if len(chosen.standings) == 1 else list_sentences.then_and_now(stood, now)
    made = {ACT_KINDS[kind].leads_to for kind in chosen.kinds} | set(chosen.standings)
    if len(made) == 1 and all(standing in made for standing, count in now.items() if count):
        return ""
    past = chosen.look in {Look.ACTS, Look.CHANGES}
    if past and {*chosen.kinds} == {*DECIDING} and not chosen.lacking and (chosen.since or chosen.until):
        decided = _decided(chosen, ties, register)
        if dict(decided) != {STANDINGS[standing].word: count for standing, count in now.items() if count}:
            return list_sentences.decided_and_now(decided, now)
    return list_sentences.now(now) if past else list_sentences.counted(now)


def _decided(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> list[tuple[str, int]]:
    """How many ties of a list were last decided on in each way in its time: to cut them or to keep them."""
    acts = (newest_looked_at(tie, chosen, register) for tie in ties)
    found = Counter(act.kind for act in acts if act)
    return [(word, found[kind]) for kind, word in _DECIDED.items() if found[kind]]


def _are_left_of_states(chosen: TieFilter) -> bool:
    """Whether a list is of all ties of states themselves that have not ended, and of nothing narrower."""
    plain = replace(chosen, levels=(), order=TieFilter().order, sort=TieFilter().sort)
    return plain == TieFilter(standings=NOT_ENDED, traits=(Trait.OF_STATE,))


def _none(chosen: TieFilter, register: Register, near: Sequence[Near] = ()) -> Iterator[str]:
    """That no tie fits; what ties the places asked for have, or the newest that is on record before a time."""
    if _are_left_of_states(chosen):
        yield from _none_of_states(chosen, register)
    else:
        yield from _none_fits(chosen, register, near)


def _none_of_states(chosen: TieFilter, register: Register) -> Iterator[str]:
    """That no tie of a state itself is left, and which there were."""
    ended = fitting(replace(chosen, standings=()), register)
    yield list_sentences.none_left(TRAITS[Trait.OF_STATE].says, len(ended))
    yield list_sentences.they_were([pair_name(tie, register) for tie in ended])


def _none_fits(chosen: TieFilter, register: Register, near: Sequence[Near]) -> Iterator[str]:
    """That no tie fits, whichever are asked for, and what there is instead, the lists that are ``near`` if any are."""
    rows = set_rows(chosen, register)
    where = [row.says(chosen, register) for row in rows if row.part is Part.WHERE]
    base = fitting(chosen, register, Part.WHERE)
    if chosen.standings and len(chosen.standings) == len(Standing) - 1 and base and where and chosen.as_of is None:
        (other,) = (standing for standing in Standing if standing not in chosen.standings)
        if other is not Standing.ENDED and register.counts(base)[other] == len(base):
            yield list_sentences.all_are(filter_phrases.traits(where), len(base), STANDINGS[other].word)
            return
    if chosen.standings == NOT_ENDED and base and where:
        yield list_sentences.none_left(filter_phrases.traits(where), len(base))
        return
    if chosen.look is Look.HEARINGS and chosen.until is None:
        yield list_sentences.no_hearing([*where])
    else:
        said = [*where, *(row.says(chosen, register) for row in rows if row.part is Part.WHAT)]
        # What was taken up again stands, however it stood before.
        resumed = chosen.kinds == (ActKind.RESUMED,)
        standing = next((row.says(chosen, register) for row in rows if row.part is Part.STANDING and not resumed), "")
        rough = roughly_dated(chosen, (), register)
        yield list_sentences.no_tie(said, standing, surely=not rough)
        if rough:
            yield rough
    if unknown := of_no_known_year(chosen, register):
        yield unknown
    yield from _what_is_near(near, register) if near else _instead(chosen, where, base, register)
    if chosen.kinds == (ActKind.ENDED,) and chosen.look in {Look.ACTS, Look.CHANGES}:
        # Who asks for what was cut in a time is told of what was suspended then.
        suspended = replace(chosen, kinds=(ActKind.SUSPENDED,))
        if held := fitting(suspended, register):
            names = [pair_name(tie, register) for tie in held]
            yield paragraph([list_sentence(suspended, held, register), list_sentences.they_are(names)])


def _instead(chosen: TieFilter, where: Sequence[str], base: Sequence[Tie], register: Register) -> Iterator[str]:
    """What there is where no tie fits and no list is near: in the places asked for, at another time, or otherwise."""
    if where and base and len(where) < len(set_rows(chosen, register)):
        yield from _what_there_is(where, base, register)
    elif chosen.look in {Look.ACTS, Look.CHANGES} and (chosen.since or chosen.until):
        order = SortOrder.NEWEST if chosen.since else SortOrder.OLDEST
        if told := first_of(replace(chosen, since=None, until=None, order=order), register):
            yield told
    else:
        yield from _however_they_stand(chosen, register)


def _is_of_few_places(chosen: TieFilter, register: Register) -> bool:
    """Whether a list is narrowed to places of so few ties that all of these are told where none fits."""
    narrowed = any(row.part is Part.WHERE for row in set_rows(chosen, register))
    return narrowed and 0 < len(fitting(chosen, register, Part.WHERE)) <= _MOST_NAMED


def _what_is_near(near: Sequence[Near], register: Register) -> Iterator[str]:
    """What fits all but one condition, each list by its ties' names."""
    for fewer, ties in near:
        names = [pair_name(tie, register) for tie in ties]
        yield paragraph([list_sentence(fewer, ties, register), list_sentences.they_are(names, _MOST_NEAR)])


def _however_they_stand(chosen: TieFilter, register: Register) -> Iterator[str]:
    """Those of a few that are as asked but for how they stand: of sister states none stands, and there were three."""
    if chosen.look is not Look.BEHIND or not chosen.standings or chosen.as_of:
        return
    if Trait.NAMED_IN_SPEECH in chosen.traits:
        # Of these all are listed behind it.
        return
    whichever = replace(chosen, standings=())
    others = fitting(whichever, register)
    if 0 < len(others) <= _MOST_NAMED:
        said = [row.says(whichever, register) for row in set_rows(whichever, register)]
        yield from _what_there_is(said, others, register)


def _what_there_is(said: Sequence[str], ties: Sequence[Tie], register: Register) -> Iterator[str]:
    """What ties there are, where none is as asked; each by name with its standing and date, where they are few."""
    yield list_sentences.what_there_is(filter_phrases.traits([*said]), len(ties), register.counts(ties))
    if len(ties) <= _MOST_NAMED:
        yield from (tie_line(tie, register) for tie in ties)


def first_of(chosen: TieFilter, register: Register) -> str:
    """The sentence on the first of a sorted list; empty for an empty list."""
    ties = chosen_ties(chosen, register)
    if not ties:
        return ""
    return paragraph([SORTS[sort_of(chosen)].first(ties[0], chosen, register), _as_old(chosen, ties, register)])


def first_of_each_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """The first of a sorted list among those of each standing, where a superlative is said of each of several: "the
    oldest still active, the oldest that ended"; None where it is said once, or of one.
    """
    sorts = chosen.sort in _SUPERLATIVE and chosen.order is not SortOrder.RECORD
    said = question.narrowing.sort and ASKED_SORTS[question.narrowing.sort].finditer(question.joined)
    each = not chosen.standings and _OF_EACH_STANDING.search(question.joined) is not None
    several = said is not None and 1 < len(chosen.standings) < len(NOT_ENDED) and len([*said]) > 1
    if not (sorts and (each or several)):
        return None
    standings = tuple(Standing) if each else chosen.standings
    firsts = {it: first_of(replace(chosen, standings=(it,), most=0), register) for it in standings}
    lines = [Line(list_sentences.of_that_standing(STANDINGS[it].word, told)) for it, told in firsts.items() if told]
    return TextBlock(tuple(lines), list_sentences.EACH_STANDING_ALONE)


def region_part(region: str, own: Tie, others: Sequence[Tie], register: Register) -> TextBlock:
    """That the places of a Russian region have other ties than its own, each of a few by name."""
    standing = register.status(own.id).standing
    told = list_sentences.own_and_others(region, standing, len(others), register.counts(others))
    lines = [tie_line(tie, register) for tie in others] if len(others) <= _MOST_NAMED else []
    return TextBlock(tuple(map(Line, (told, *lines))))


def own_of_region_part(chosen: TieFilter, register: Register) -> TextBlock | None:
    """The tie that a Russian region itself has, before those of its places, where all of them are asked for."""
    if not chosen.region or chosen != TieFilter(region=chosen.region):
        return None
    ties = fitting(chosen, register)
    own = [tie for tie in ties if register.place(tie.ru).kind is PlaceKind.REGION]
    if len(own) != 1 or len(ties) == 1:
        return None
    others = [tie for tie in ties if tie is not own[0]]
    name, standing = register.place(own[0].ru).name, register.status(own[0].id).standing
    told = list_sentences.own_and_others(name, standing, len(others), register.counts(others))
    return TextBlock((Line(tie_line(own[0], register)), Line(told)))


def state_part(own: Tie, others: Sequence[Tie], register: Register) -> TextBlock:
    """How a state's own tie stands, and that its places have others."""
    name, standing = register.place(own.us).name, register.status(own.id).standing
    return TextBlock.saying(list_sentences.own_and_others(name, standing, len(others), register.counts(others)))
