"""Lists: whether a question asks for one, what it narrows it to, and the sentences above it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter

from cogs.lookup import list_sentences, sentences
from cogs.lookup.asked_filters import Narrowing
from cogs.lookup.filters import Part, fitting, set_rows, standing_on
from cogs.lookup.intents import Intent
from cogs.lookup.list_rules import part_of_russia, words_of_parts
from cogs.lookup.model import Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.question import Question
from cogs.lookup.sorting import SORTS, in_order, sort_of
from cogs.lookup.vocabulary import OF_TALKING
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import listed, paragraph
from cogs.wording.names import short_name
from cogs.wording.standing_text import last_searches_of
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import INVASION
from db.record.figures import per_cent
from db.record.models import PartialDate, Tie
from db.record.months import ALL_MONTHS
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.text import normalise

_ID = attrgetter("id")
# What says that a tie stands, where it is asked of a time.
_STANDING_KINDS = (ActKind.CONFIRMED, ActKind.KEPT, ActKind.RESUMED)
# What is so of ties since the invasion, whatever time is named with it.
_WITHOUT_TIME = frozenset({Trait.UNDECIDED, Trait.NO_VOTE})
_MONTHS = frozenset(map(normalise, ALL_MONTHS))
# Words that are no filter: without them a list is the same.
_HARMLESS = frozenset(
    """
    всього всего вже ещё мають має имеют имеет есть було было gimme far good work still exist exists
    overall altogether sofar progress later somebody someone dates date part except outside during
    communities municipalities american because came coming upcoming between days you i example examples
    theirs next neither nor rest era whole always population населенням населением rate
    """.split()
)
_MOST_WORDS = 3
_A_PAIR = 2
_MOST_COMPARED = 6
_OTHER_YEAR = re.compile(
    r"\b((?:19|20)\d\d) (?:or|and|vs|versus|than|compared to|compared with|чи|або|и|или|та|чем|ниж|а) "
    r"(?:(?:in|of|during|for|у|в|за) )?((?:19|20)\d\d)\b"
)
# The trait by which a list is halved, for one that says the other half.
_OPPOSITES = {
    Trait.NO_CONDITION: Trait.CONDITION,
    Trait.NO_VOTE: Trait.VOTED,
    Trait.SPLIT: Trait.UNANIMOUS,
    Trait.NOT_ON_2022_LIST: Trait.ON_2022_LIST,
}
_JOINING = frozenset("with whose having per have has had got".split())
_SHORTEST_DEED = 4
_STANDING_BEFORE_PLACES = frozenset({"на", "в", "у"})
# What a word before them narrows: "which republican mayors kept ties".
_NARROWED_NOUNS = frozenset(
    "cities citys towns places ties ones mayors councils governors states counties partners sisters pairs votes".split()
)
_NOT_ENDED = tuple(standing for standing in Standing if standing is not Standing.ENDED)


def list_filter(question: Question, today: date, denied: frozenset[str] = frozenset()) -> TieFilter:
    """What a question narrows and sorts a list by; ``denied`` are ids of places that were ruled out."""
    period, narrowing = question.period, question.narrowing
    chosen = TieFilter(
        states=question.all_states,
        standings=_NOT_ENDED if _asks_what_is_left(question) else _standings(question),
        authorities=question.authorities,
        levels=() if Trait.NOT_OF_CITY in narrowing.traits else question.levels,
        since=period.since if period else None,
        until=period.until if period else None,
        without=tuple(sorted(denied)),
        where=listed(region.name for region in question.regions),
        how=narrowing.how,
        most=narrowing.most,
        region=part_of_russia(question),
        traits=narrowing.traits,
        not_so=narrowing.not_so,
        over=narrowing.over,
        under=narrowing.under,
        share=narrowing.share,
        outside=() if question.all_states else question.excluded_states,
    )
    return _sorted_by(question, _looking_at(chosen, question, today))


def _looking_at(chosen: TieFilter, question: Question, today: date) -> TieFilter:
    """The filter with what it looks at: hearings, acts of some kinds, changes, anything in a time, or what is now."""
    narrowing, timed = question.narrowing, question.period is not None
    present = _asks_what_is_left(question) and not narrowing.as_of
    if present or _WITHOUT_TIME & set(chosen.traits):
        return replace(chosen, since=None, until=None)
    if narrowing.hearing:
        return _looking_at_hearings(chosen, narrowing, today)
    if narrowing.sort and narrowing.sort[0] is SortBy.SEARCHED:
        return _looking_at_searches(chosen, narrowing.not_searched) if timed else chosen
    if narrowing.older or narrowing.younger or _is_by_age(question):
        return _by_age(chosen, narrowing, today)
    if timed and narrowing.as_of:
        standings = chosen.standings or tuple(Standing)
        return replace(chosen, standings=standings, as_of=chosen.until or chosen.since, since=None, until=None)
    if timed and not (chosen.standings or narrowing.kinds or narrowing.decided) and _is_before_the_war(chosen):
        return replace(chosen, founded=True)
    if narrowing.then and (later := _one_after_another(chosen, narrowing)):
        return later
    if kinds := _kinds_asked(chosen, question):
        return replace(chosen, look=Look.ACTS, kinds=kinds, standings=())
    if chosen.standings or not (timed or _is_ranked(question)):
        return chosen
    return replace(chosen, look=Look.CHANGES if narrowing.changed else Look.ACTS)


def _asks_what_is_left(question: Question) -> bool:
    """Whether it is asked how many are left: not where those that stand in another way are asked for."""
    asked = set(question.standings) - set(question.excluded_standings) - {Standing.ACTIVE}
    return question.narrowing.left and not any(STANDINGS[standing].decision for standing in asked)


def _is_before_the_war(chosen: TieFilter) -> bool:
    """Whether a time lies before the invasion and has a beginning: what was then is when ties were made."""
    return chosen.until is not None and chosen.until < INVASION


def _one_after_another(chosen: TieFilter, narrowing: Narrowing) -> TieFilter | None:
    """What was done first and how the ties stand since: "kept and then suspended"; None where no two are named."""
    decided = tuple(standing for standing in chosen.standings if STANDINGS[standing].decision)
    if ActKind.KEPT in narrowing.kinds and not decided:
        decided = (Standing.SUSPENDED, Standing.ENDED)
    if narrowing.kinds and decided:
        return replace(chosen, look=Look.ACTS, kinds=narrowing.kinds, standings=decided)
    if set(decided) == {Standing.SUSPENDED, Standing.ENDED}:
        return replace(chosen, look=Look.ACTS, kinds=(ActKind.SUSPENDED,), standings=(Standing.ENDED,))
    return None


def _is_by_age(question: Question) -> bool:
    """Whether it is asked when ties were made; "oldest first" may be said of acts."""
    sort = question.narrowing.sort
    return sort[0] is SortBy.FOUNDED if sort else Intent.FOUNDED in question.intents


def _kinds_asked(chosen: TieFilter, question: Question) -> tuple[ActKind, ...]:
    """The kinds of act that are asked for by their own words, as decisions, or as what made ties stand as asked."""
    narrowing, timed = question.narrowing, question.period is not None
    if _asks_what_is_left(question):
        return ()
    if narrowing.kinds:
        return narrowing.kinds
    kinds = kinds_of(chosen.standings)
    decided = bool(narrowing.how) and all(STANDINGS[standing].decision for standing in chosen.standings)
    if kinds and (timed or _is_ranked(question) or decided) and not question.excluded_standings:
        return kinds
    if not chosen.standings and narrowing.decided and (timed or chosen.authorities or chosen.how):
        return tuple(kind for kind in ActKind if ACT_KINDS[kind].decides)
    return ()


def _is_ranked(question: Question) -> bool:
    by_act = question.narrowing.sort is not None and question.narrowing.sort[0] is SortBy.ACT
    if question.narrowing.fates and not by_act:
        return False
    return by_act or bool(question.intents & {Intent.LATEST, Intent.EARLIEST})


def _looking_at_searches(chosen: TieFilter, not_searched: bool) -> TieFilter:
    """Searched in a time, or not since: "not checked since 2025" is last searched before."""
    if not_searched and chosen.since:
        return replace(chosen, look=Look.SEARCHES, since=None, until=chosen.since - timedelta(days=1))
    return replace(chosen, look=Look.SEARCHES)


def _by_age(chosen: TieFilter, narrowing: Narrowing, today: date) -> TieFilter:
    """The ties by when they were made; those that are older, or younger, than so many years."""
    if narrowing.older:
        return replace(chosen, founded=True, since=None, until=date(max(1, today.year - narrowing.older), 12, 31))
    if narrowing.younger:
        return replace(chosen, founded=True, since=date(max(1, today.year - narrowing.younger), 1, 1), until=None)
    return replace(chosen, founded=True)


def _looking_at_hearings(chosen: TieFilter, narrowing: Narrowing, today: date) -> TieFilter:
    if chosen.since or chosen.until:
        return replace(chosen, look=Look.HEARINGS)
    if narrowing.past:
        return replace(chosen, look=Look.HEARINGS, until=today - timedelta(days=1))
    return replace(chosen, look=Look.HEARINGS, since=today)


def kinds_of(standings: Sequence[Standing]) -> tuple[ActKind, ...]:
    """The kinds of act by which ties come to stand so; none where that takes no act."""
    if any(standing in {Standing.UNCONFIRMED, Standing.DISPUTED} for standing in standings):
        return ()
    made = [kind for kind in ActKind if ACT_KINDS[kind].leads_to in standings]
    return tuple(kind for kind in made if ACT_KINDS[kind].leads_to is not Standing.ACTIVE or kind in _STANDING_KINDS)


def _standings(question: Question) -> tuple[Standing, ...]:
    denied = question.excluded_standings
    wanted = tuple(standing for standing in question.standings if standing not in denied)
    return wanted or tuple(standing for standing in Standing if denied and standing not in denied)


def _sorted_by(question: Question, chosen: TieFilter) -> TieFilter:
    narrowing = question.narrowing
    if narrowing.sort:
        sort, order = narrowing.sort
        return replace(chosen, sort=sort, order=order)
    if chosen.look is Look.HEARINGS:
        return replace(chosen, sort=SortBy.HEARING, order=SortOrder.OLDEST)
    latest, earliest = Intent.LATEST in question.intents and not narrowing.fates, Intent.EARLIEST in question.intents
    if earliest or (chosen.founded and not latest):
        return replace(chosen, order=SortOrder.OLDEST)
    timed = chosen.since is not None or chosen.until is not None
    looks = chosen.look in {Look.ACTS, Look.CHANGES} and not chosen.share
    return replace(chosen, order=SortOrder.NEWEST) if latest or timed or (looks and timed) else chosen


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
    fits = fitting(chosen, register)
    ties = _in_order(chosen, register, register.version)
    if not fits:
        return TextBlock(tuple(map(Line, _none(chosen, register))))
    told = [
        list_sentence(chosen, fits, register),
        _since_then(chosen, fits, register),
        *_sorting(chosen, fits, ties, register),
    ]
    return TextBlock((Line(paragraph(told)), Line(last_searches_of(_last_searches(chosen, ties, register)))))


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
        if len(ties) < len(fits):
            yield list_sentences.left_out(len(fits) - len(ties), row.without)
    if 0 < chosen.most < len(ties):
        yield list_sentences.first_so_many(chosen.most, len(ties))


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
        share=list_sentences.part(per_cent(len(ties), base)) if chosen.share else "",
    )


def _counts(chosen: TieFilter, ties: Sequence[Tie], now: Mapping[Standing, int], register: Register) -> str:
    """How the ties of a list stand, where the list does not say it already; of what was, how they stand by now."""
    if chosen.as_of:
        then = Counter(standing_on(tie, chosen.as_of, register) for tie in ties)
        stood = {standing: then[standing] for standing in Standing}
        return list_sentences.now(now) if len(chosen.standings) == 1 else list_sentences.then_and_now(stood, now)
    made = {ACT_KINDS[kind].leads_to for kind in chosen.kinds} | set(chosen.standings)
    if len(made) == 1 and all(standing in made for standing, count in now.items() if count):
        return ""
    past = chosen.look in {Look.ACTS, Look.CHANGES}
    return list_sentences.now(now) if past else list_sentences.counted(now)


def _none(chosen: TieFilter, register: Register) -> Iterator[str]:
    """That no tie fits; what ties the places asked for have, or the newest that is on record before a time."""
    rows = set_rows(chosen, register)
    where = [row.says(chosen, register) for row in rows if row.part is Part.WHERE]
    base = fitting(chosen, register, Part.WHERE)
    if chosen.standings == _NOT_ENDED and base and where:
        yield list_sentences.none_left(list_sentences.traits(where), len(base))
        return
    if chosen.look is Look.HEARINGS and chosen.until is None:
        yield list_sentences.no_hearing([*where])
    else:
        said = [*where, *(row.says(chosen, register) for row in rows if row.part is Part.WHAT)]
        standing = next((row.says(chosen, register) for row in rows if row.part is Part.STANDING), "")
        yield list_sentences.no_tie(said, standing)
    if where and base and len(where) < len(rows):
        yield list_sentences.what_there_is(list_sentences.traits(where), len(base), register.counts(base))
    elif chosen.look in {Look.ACTS, Look.CHANGES} and (chosen.since or chosen.until):
        order = SortOrder.NEWEST if chosen.since else SortOrder.OLDEST
        yield first_of(replace(chosen, since=None, until=None, order=order), register)


def first_of(chosen: TieFilter, register: Register) -> str:
    """The sentence on the first of a sorted list; empty for an empty list."""
    ties = chosen_ties(chosen, register)
    return SORTS[sort_of(chosen)].first(ties[0], chosen, register) if ties else ""


def _since_then(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """How the ties stand by now on which the acts asked for were taken; what else was once as asked, or is left."""
    if chosen.look in {Look.ACTS, Look.CHANGES}:
        return ""
    if chosen.standings == (Standing.ACTIVE,) and len(set_rows(chosen, register)) == 1 and chosen.as_of is None:
        counts = register.counts()
        left: dict[Standing, int] = {standing: counts[standing] for standing in _NOT_ENDED}
        return list_sentences.in_all_not_ended(sum(left.values()), sum(counts.values()), left)
    if len(chosen.standings) != 1 or not STANDINGS[chosen.standings[0]].decision or chosen.as_of:
        return ""
    once = register.index.once(chosen.standings[0])
    others = fitting(replace(chosen, standings=()), register) if once else []
    number = sum(tie.id in once for tie in others)
    return list_sentences.were_before(number, STANDINGS[chosen.standings[0]].word) if number else ""


def state_part(own: Tie, others: Sequence[Tie], register: Register) -> TextBlock:
    """How a state's own tie stands, and that its places have others."""
    name, standing = register.place(own.us).name, register.status(own.id).standing
    return TextBlock((Line(list_sentences.own_and_others(name, standing, len(others), register.counts(others))),))


def not_understood(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """What a list was to be sorted or narrowed by that it cannot be; None where all was understood."""
    said = []
    if unsortable := question.narrowing.unsortable:
        said.append(list_sentences.cannot_sort_by(unsortable))
    whole = not set_rows(chosen, register) and chosen.order is SortOrder.RECORD
    weak = [named.typed for named in question.mentions if named.weak and not named.places]
    words = [word for word in (*question.asides, *weak) if word.casefold() not in _HARMLESS and word.isalpha()]
    left = words
    if not whole:
        words = _said_of_ties(question, words)
    if words and not unsortable:
        said.append(list_sentences.cannot_narrow_by(words[:_MOST_WORDS]))
    elif passed_over := dict.fromkeys(word for word in left if _may_narrow(word, question)):
        said.append(list_sentences.passed_over(list(passed_over)[:_MOST_WORDS]))
    return TextBlock(tuple(map(Line, said))) if said else None


def _may_narrow(word: str, question: Question) -> bool:
    """Whether a word that was not understood may have been meant to narrow or sort a list."""
    folded = normalise(word)
    of_time = question.period is not None and folded in _MONTHS
    return folded not in OF_TALKING and not of_time and folded not in words_of_parts(question)


def _said_of_ties(question: Question, words: Sequence[str]) -> list[str]:
    """The words among some that stand where a narrower list would be asked for: "ties with casinos", "rich cities"."""
    norms = [word.norm for word in question.words]
    at = {word.raw.casefold(): i for i, word in enumerate(question.words)}
    return [word for word in words if (i := at.get(word.casefold())) is not None and _narrows_there(norms, i)]


def _narrows_there(norms: Sequence[str], i: int) -> bool:
    """Whether a word stands behind "with" or before what it narrows, or is what was done: "which mayors apologized"."""
    if _JOINING & set(norms[max(0, i - 2) : i]):
        return True
    if norms[i] in OF_TALKING:
        return False
    if i and norms[i - 1] in _STANDING_BEFORE_PLACES and norms[i].isalpha():
        return True
    done = len(norms[i]) > _SHORTEST_DEED and norms[i].endswith("ed")
    return done or bool(_NARROWED_NOUNS & set(norms[i + 1 : i + 2]))


def _years_named(question: Question) -> list[str]:
    """The years that are held against each other: "more in 2022 or in 2023?"; none, where one span is asked for."""
    match = _OTHER_YEAR.search(question.joined)
    if match is None or question.narrowing.as_of:
        return []
    found = dict.fromkeys(match.groups())
    return list(found) if len(found) > 1 else []


def _of_year(year: str, chosen: TieFilter) -> TieFilter:
    return replace(chosen, since=date(int(year), 1, 1), until=date(int(year), 12, 31), most=0)


def halves_part(question: Question, chosen: TieFilter, register: Register) -> tuple[TieFilter, TextBlock] | None:
    """A list of which one half is held against the other, and the names of both; None where that is not asked."""
    if not question.narrowing.halves or len(chosen.traits) != 1:
        return None
    trait = _OPPOSITES.get(chosen.traits[0], chosen.traits[0])
    suspended = trait is Trait.CONDITION and not chosen.standings
    whole = replace(chosen, traits=(), standings=(Standing.SUSPENDED,) if suspended else chosen.standings)
    halves = (replace(whole, traits=(trait,)), replace(whole, not_so=(*whole.not_so, trait)))
    lines = [_half(half, whole, register) for half in halves]
    return whole, TextBlock(tuple(map(Line, lines)))


def _half(half: TieFilter, whole: TieFilter, register: Register) -> str:
    set_by = [row for row in set_rows(half, register) if row.says(half, register) != row.says(whole, register)]
    names = [short_name(register.place(tie.us), register) for tie in fitting(half, register)]
    return list_sentences.half([row.says(half, register) for row in set_by], list(dict.fromkeys(names)), len(names))


def compared_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """Two states or more, or two standings, side by side, where they are compared; None where they are not."""
    counts = Intent.COUNT in question.intents
    if not (question.narrowing.compares or (counts and len({*question.states, *_years_named(question)}) > 1)):
        return None
    if years := _years_named(question):
        sides = [_side(year, _of_year(year, chosen), register) for year in years]
        return TextBlock(tuple(map(Line, list_sentences.compared(sides))))
    if 1 < len(question.states) <= _MOST_COMPARED:
        names = {code: register.record.states[code].name for code in question.states}
        sides = [_side(name, replace(chosen, states=(code,), where=""), register) for code, name in names.items()]
        return TextBlock(tuple(map(Line, list_sentences.compared(sides))))
    if len(question.standings) == _A_PAIR and not question.excluded_standings:
        looking = [replace(chosen, standings=(it,), look=Look.BEHIND, kinds=()) for it in question.standings]
        one, other = (_side(STANDINGS[it.standings[0]].word, it, register) for it in looking)
        return TextBlock((Line(list_sentences.compared_standings(one, other)),))
    return None


def _side(name: str, chosen: TieFilter, register: Register) -> list_sentences.Side:
    ties = fitting(replace(chosen, most=0), register)
    whole = register.counts(fitting(TieFilter(states=chosen.states), register)) if chosen.states else None
    return list_sentences.Side(name, len(ties), register.counts(ties), whole)


def counted_part(question: Question, ties: Sequence[Tie], register: Register) -> TextBlock | None:
    """In how many states, or with how many Russian places, ties are, where that is what is counted; None elsewhere."""
    if question.narrowing.counts_states:
        told = list_sentences.in_so_many_states(len({register.state_of(tie) for tie in ties}))
    elif question.narrowing.counts_russian:
        told = list_sentences.with_so_many_russian_places(len({tie.ru for tie in ties}))
    else:
        return None
    return TextBlock((Line(told),))


def stateless_part(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """The states without a tie, or without one that fits a filter, where these are asked for; None elsewhere."""
    if not question.narrowing.without_ties or Trait.OF_STATE in chosen.traits:
        return None
    tied = register.index.states
    chosen = replace(chosen, standings=_standings(question) or chosen.standings)
    if said := [row.says(chosen, register) for row in set_rows(chosen, register)]:
        fit = {register.state_of(tie) for tie in fitting(chosen, register)}
        left = sorted(register.record.states[code].name for code in tied if code not in fit)
        return TextBlock((Line(list_sentences.states_without_such(left, len(tied), said)),), sentences.TIES_BY_STATE)
    names = [state.name for code, state in register.record.states.items() if code not in tied]
    return TextBlock((Line(list_sentences.states_without_ties(sorted(names))),), sentences.TIES_BY_STATE)
