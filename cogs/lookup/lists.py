"""Lists: whether a question asks for one, what it narrows it to, and the sentences above it. Pure."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from operator import attrgetter

from cogs.lookup import filter_phrases, list_sentences
from cogs.lookup.filters import Part, fitting, looked_at, may_have_stood, set_rows, standing_on
from cogs.lookup.intents import DECIDERS, Intent
from cogs.lookup.list_rules import part_of_russia, words_of_parts
from cogs.lookup.model import How, Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.narrowing import Narrowing
from cogs.lookup.patterns import phrases
from cogs.lookup.periods import leaves_out_a_time, may_be_within
from cogs.lookup.question import Question
from cogs.lookup.sorting import SORTS, in_order, newest_looked_at, sort_of
from cogs.lookup.vocabulary import OF_TALKING
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.dates import when
from cogs.wording.english import listed, paragraph
from cogs.wording.names import pair_name
from cogs.wording.standing_text import last_searches_of
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION
from db.record.figures import per_cent
from db.record.models import PartialDate, Precision, Tie
from db.record.months import ALL_MONTHS
from db.record.register import Register
from db.record.standings import STANDINGS, Standing
from db.record.text import normalise

_ID = attrgetter("id")
# What says that a tie stands, where it is asked of a time.
_STANDING_KINDS = (ActKind.CONFIRMED, ActKind.KEPT, ActKind.RESUMED)
# What is so of ties since the invasion, whatever time is named with it.
_WITHOUT_TIME = frozenset({Trait.UNDECIDED, Trait.NO_VOTE, Trait.CHANGED_COURSE})
_WERE = phrases("was; were; had been; used to be; був; була; було; були; был; была; было; были")
# What rules out a decider that stands behind it: "a council, not just a mayor".
_NOT_JUST = re.compile(
    r"\b(?:not|no|without|не|без) (?:just |only |merely |лише |тильки |только )?(?:by )?(?:a |the |any )?$"
)
_MONTHS = frozenset(map(normalise, ALL_MONTHS))
# Words that are no filter: without them a list is the same.
_HARMLESS = frozenset(
    """
    speech промови промова виступу речи выступления besides except всех датами places rundown csv ish sheet slide
    table saw без від од крім кроме помимо вместе разом order top bottom earliest single second third fourth
    всього всего вже ещё мають має имеют имеет есть було было gimme far good work still exist exists overall
    altogether sofar progress later somebody someone dates date part outside during communities municipalities
    american because came coming upcoming between days you i example examples theirs next neither nor rest era
    whole always population населенням населением rate drop убрать прибрати если якщо розпаду распада срср ссср
    ussr gorbachev горбачёве горбачеве havent hasnt didnt dont doesnt isnt arent wasnt werent wont bunch names
    mostly feels
    """.split()
)
_MOST_WORDS = 3
_A_PAIR = 2
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
        standings=_left(question) if _asks_what_is_left(question) else standings_asked(question),
        authorities=_deciders(question),
        levels=() if Trait.NOT_OF_CITY in narrowing.traits else question.levels,
        since=period.since if period else None,
        until=period.until if period else None,
        without=tuple(sorted(denied)),
        where=listed(region.name for region in question.regions),
        how=None if Trait.NO_VOTE in (traits := _traits(question)) else narrowing.how,
        most=narrowing.most,
        region=part_of_russia(question),
        traits=traits,
        not_so=narrowing.not_so,
        over=narrowing.over,
        under=narrowing.under,
        share=narrowing.share,
        outside=() if question.all_states else question.excluded_states,
    )
    return _sorted_by(question, _looking_at(chosen, question, today))


def _traits(question: Question) -> tuple[Trait, ...]:
    """What else is asked to be so; that there was no vote, where a vote is denied and no decision named."""
    narrowing = question.narrowing
    decided = narrowing.kinds or any(STANDINGS[standing].decision for standing in question.standings)
    no_vote = narrowing.unvoted and not decided and Trait.NO_VOTE not in narrowing.traits
    return (*narrowing.traits, Trait.NO_VOTE) if no_vote else narrowing.traits


def _deciders(question: Question) -> tuple[Authority, ...]:
    """Who decided, by the phrases for that or by the one word for it beside a decision: "suspensions from mayors".

    Without the council, where it is asked for what no council voted on.
    """
    asked = question.authorities or _named_beside_decision(question)
    if Trait.NO_VOTE not in question.narrowing.traits:
        return asked
    return tuple(authority for authority in asked if authority is not Authority.COUNCIL)


def _named_beside_decision(question: Question) -> tuple[Authority, ...]:
    decided = any(STANDINGS[it].decision for it in question.standings) or ActKind.KEPT in question.narrowing.kinds
    if not decided or question.narrowing.how:
        return ()
    found = [
        authority
        for authority, words in DECIDERS.items()
        if any(not _NOT_JUST.search(question.joined[: match.start()]) for match in words.finditer(question.joined))
    ]
    return tuple(found) if len(found) == 1 else ()


def _looking_at(chosen: TieFilter, question: Question, today: date) -> TieFilter:
    """The filter with what it looks at: hearings, acts of some kinds, changes, anything in a time, or what is now."""
    narrowing, timed = question.narrowing, question.period is not None
    present = _asks_what_is_left(question) and not narrowing.as_of
    if later := _not_since(chosen, question):
        return later
    if present or _WITHOUT_TIME & set(chosen.traits):
        return replace(chosen, since=None, until=None)
    if narrowing.hearing:
        return _looking_at_hearings(chosen, narrowing, today)
    if timed and narrowing.not_searched:
        never = tuple(trait for trait in chosen.traits if trait is not Trait.NEVER_SEARCHED)
        return _looking_at_searches(replace(chosen, traits=never), not_searched=True)
    if narrowing.sort and narrowing.sort[0] is SortBy.SEARCHED:
        return _looking_at_searches(chosen, not_searched=narrowing.not_searched) if timed else chosen
    if narrowing.older or narrowing.younger or _is_by_age(question):
        return _by_age(chosen, narrowing, today)
    return (timed and _in_time(chosen, question)) or _looking_at_acts(chosen, question)


def _not_since(chosen: TieFilter, question: Question) -> TieFilter | None:
    """The ties without a decision or a vote in a later time than since the invasion; None where that is not asked."""
    period, asked = question.period, {Trait.UNDECIDED, Trait.NO_VOTE} & set(chosen.traits)
    if not asked or period is None or period.since is None or period.since <= INVASION:
        return None
    kinds = tuple(kind for kind in ActKind if ACT_KINDS[kind].decides)
    how = How.VOTE if Trait.NO_VOTE in asked else None
    traits = tuple(trait for trait in chosen.traits if trait not in asked)
    return replace(chosen, look=Look.ACTS, kinds=kinds, how=how, traits=traits, lacking=True)


def _in_time(chosen: TieFilter, question: Question) -> TieFilter | None:
    """The ties as they stood in a time that is named, were made in it, or had nothing done in it; None for acts."""
    narrowing = question.narrowing
    if narrowing.as_of or _asks_how_they_stood(question):
        return _as_of(chosen)
    if not (chosen.standings or narrowing.kinds or narrowing.decided) and _is_before_the_war(chosen):
        return replace(chosen, founded=True)
    return _lacking(chosen, narrowing) if narrowing.lacking else None


def _looking_at_acts(chosen: TieFilter, question: Question) -> TieFilter:
    """The filter with the acts it looks at: of some kinds, changes, one after another, or those behind the standing."""
    narrowing = question.narrowing
    if narrowing.then and (later := _one_after_another(chosen, narrowing)):
        return later
    if kinds := _kinds_asked(chosen, question):
        return replace(chosen, look=Look.ACTS, kinds=kinds, standings=())
    if chosen.standings or not (question.period or _is_ranked(question)):
        return chosen
    return replace(chosen, look=Look.CHANGES if narrowing.changed else Look.ACTS)


def _asks_what_is_left(question: Question) -> bool:
    """Whether it is asked how many are left: not where those that stand in another way are asked for."""
    asked = set(question.standings) - set(question.excluded_standings) - {Standing.ACTIVE}
    others = any(STANDINGS[standing].decision for standing in asked)
    return question.narrowing.left and not (others or question.narrowing.decided)


def _left(question: Question) -> tuple[Standing, ...]:
    """How the ties stand that are left: not ended, and in no way that is ruled out."""
    return tuple(standing for standing in _NOT_ENDED if standing not in question.excluded_standings)


def _asks_how_they_stood(question: Question) -> bool:
    """Whether it is asked how ties stood then, and not what was done: "were active in June 2022"."""
    period = question.period
    if period is None or period.until is None or _WERE.search(question.joined) is None:
        return False
    return period.since == period.until or question.standings == (Standing.ACTIVE,)


def _as_of(chosen: TieFilter) -> TieFilter:
    """The ties as they stood on the last day of a time; before the invasion, those that were made by then."""
    day = chosen.until or chosen.since
    standings = chosen.standings or tuple(Standing)
    if day is not None and day < INVASION and Standing.ACTIVE in standings:
        return replace(chosen, standings=(), as_of=day, founded=True, since=None, until=day)
    return replace(chosen, standings=standings, as_of=day, since=None, until=None)


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


def _lacking(chosen: TieFilter, narrowing: Narrowing) -> TieFilter:
    """The ties on which nothing of the kind asked for was done in a time."""
    kinds = tuple(kind for kind in ActKind if ACT_KINDS[kind].decides) if narrowing.decided else ()
    return replace(chosen, look=Look.CHANGES if narrowing.changed else Look.ACTS, kinds=kinds, lacking=True)


def _is_by_age(question: Question) -> bool:
    """Whether it is asked when ties were made; "oldest first" may be said of acts."""
    sort = question.narrowing.sort
    return _sort_meant(question, *sort)[0] is SortBy.FOUNDED if sort else Intent.FOUNDED in question.intents


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
    narrowed = timed or chosen.authorities or chosen.how or _is_ranked(question)
    if not chosen.standings and narrowing.decided and narrowed:
        return tuple(kind for kind in ActKind if ACT_KINDS[kind].decides)
    return ()


def _is_ranked(question: Question) -> bool:
    sort = question.narrowing.sort
    by_act = sort is not None and _sort_meant(question, *sort)[0] is SortBy.ACT
    if question.narrowing.fates and not by_act:
        return False
    return by_act or bool(question.intents & {Intent.LATEST, Intent.EARLIEST, Intent.SEQUENCE})


def _looking_at_searches(chosen: TieFilter, *, not_searched: bool) -> TieFilter:
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


def standings_asked(question: Question) -> tuple[Standing, ...]:
    """How the ties stand that are asked for, without what is denied: "not suspended"."""
    denied = question.excluded_standings
    wanted = tuple(standing for standing in question.standings if standing not in denied)
    return wanted or tuple(standing for standing in Standing if denied and standing not in denied)


def _sorted_by(question: Question, chosen: TieFilter) -> TieFilter:
    narrowing = question.narrowing
    if narrowing.sort:
        sort, order = _sort_meant(question, *narrowing.sort)
        return replace(chosen, sort=sort, order=order)
    if chosen.lacking or (chosen.founded and chosen.as_of):
        return chosen
    if chosen.look is Look.HEARINGS:
        return replace(chosen, sort=SortBy.HEARING, order=SortOrder.OLDEST)
    latest = Intent.LATEST in question.intents and not narrowing.fates
    earliest = Intent.EARLIEST in question.intents or (Intent.SEQUENCE in question.intents and not latest)
    if earliest or (chosen.founded and not latest):
        return replace(chosen, order=SortOrder.OLDEST)
    timed = chosen.since is not None or chosen.until is not None
    looks = chosen.look in {Look.ACTS, Look.CHANGES} and not chosen.share
    return replace(chosen, order=SortOrder.NEWEST) if latest or timed or (looks and timed) else chosen


def _sort_meant(question: Question, sort: SortBy, order: SortOrder) -> tuple[SortBy, SortOrder]:
    """What is sorted by: the newest of what was decided is the newest decision, not the youngest tie."""
    decided = any(STANDINGS[standing].decision for standing in standings_asked(question)) or question.narrowing.kinds
    if sort is SortBy.FOUNDED and order is SortOrder.NEWEST and decided and Intent.FOUNDED not in question.intents:
        return SortBy.ACT, order
    return sort, order


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
        _of_that_day(chosen, fits, register),
        _roughly_dated(chosen, fits, register),
        *_sorting(chosen, fits, ties, register),
    ]
    return TextBlock((Line(paragraph(told)), Line(last_searches_of(_last_searches(chosen, ties, register)))))


def _of_that_day(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
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


def _roughly_dated(chosen: TieFilter, ties: Sequence[Tie], register: Register) -> str:
    """Which acts may be of a list's time as well, and are dated too roughly to say; empty where none are."""
    timed = chosen.since not in {None, INVASION} or chosen.until is not None
    if not timed or chosen.founded or chosen.lacking or chosen.look not in {Look.ACTS, Look.CHANGES}:
        return ""
    untimed = replace(chosen, since=None, until=None, most=0)
    fits = {tie.id for tie in ties}
    others = [tie for tie in fitting(untimed, register) if tie.id not in fits]
    found = [
        (pair_name(tie, register), when(act.date))
        for tie in others
        for act in looked_at(tie, untimed, register)
        if may_be_within(act.date, chosen.since, chosen.until)
    ]
    return list_sentences.may_be_of_that_time(found) if found else ""


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
            if _is_roughly_first(ties, chosen, register):
                yield list_sentences.ROUGHLY_FIRST
        if len(ties) < len(fits):
            yield list_sentences.left_out(len(fits) - len(ties), row.without)
    if 0 < chosen.most < len(ties):
        yield list_sentences.first_so_many(chosen.most, len(ties))


def _is_roughly_first(ties: Sequence[Tie], chosen: TieFilter, register: Register) -> bool:
    """Whether the first of a list by its acts is dated so roughly that the next may come before it."""
    if sort_of(chosen) is not SortBy.ACT or len(ties) < _A_PAIR:
        return False
    one, other = (newest_looked_at(tie, chosen, register) for tie in ties[:_A_PAIR])
    if one is None or other is None or one.date.precision is Precision.DAY:
        return False
    return one.date.first <= other.date.last and other.date.first <= one.date.last


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
    if standing is None:
        return told
    places = TieFilter(states=chosen.states, outside=chosen.outside, region=chosen.region, without=chosen.without)
    alike = len(fitting(replace(places, standings=(standing,)), register))
    if alike <= number:
        return told
    return list_sentences.part_of(per_cent(number, alike), alike, STANDINGS[standing].word, told)


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
    return list_sentences.now(now) if past else list_sentences.counted(now)


def _none(chosen: TieFilter, register: Register) -> Iterator[str]:
    """That no tie fits; what ties the places asked for have, or the newest that is on record before a time."""
    rows = set_rows(chosen, register)
    where = [row.says(chosen, register) for row in rows if row.part is Part.WHERE]
    base = fitting(chosen, register, Part.WHERE)
    if chosen.standings == _NOT_ENDED and base and where:
        yield list_sentences.none_left(filter_phrases.traits(where), len(base))
        return
    if chosen.look is Look.HEARINGS and chosen.until is None:
        yield list_sentences.no_hearing([*where])
    else:
        said = [*where, *(row.says(chosen, register) for row in rows if row.part is Part.WHAT)]
        standing = next((row.says(chosen, register) for row in rows if row.part is Part.STANDING), "")
        yield list_sentences.no_tie(said, standing)
    if rough := _roughly_dated(chosen, (), register):
        yield rough
    if where and base and len(where) < len(rows):
        yield list_sentences.what_there_is(filter_phrases.traits(where), len(base), register.counts(base))
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
    before = [tie for tie in others if tie.id in once]
    standing = STANDINGS[chosen.standings[0]].word
    return list_sentences.were_before(standing, register.counts(before)) if before else ""


def state_part(own: Tie, others: Sequence[Tie], register: Register) -> TextBlock:
    """How a state's own tie stands, and that its places have others."""
    name, standing = register.place(own.us).name, register.status(own.id).standing
    return TextBlock((Line(list_sentences.own_and_others(name, standing, len(others), register.counts(others))),))


def not_understood(question: Question, chosen: TieFilter, register: Register) -> TextBlock | None:
    """What a list was to be sorted or narrowed by that it cannot be; None where all was understood."""
    said = []
    if unsortable := question.narrowing.unsortable:
        said.append(list_sentences.cannot_sort_by(unsortable))
    if leaves_out_a_time(question.joined):
        said.append(list_sentences.CANNOT_LEAVE_OUT_A_TIME)
    whole = not set_rows(chosen, register) and chosen.order is SortOrder.RECORD
    weak = [named.typed for named in question.mentions if named.weak and not named.places]
    parts = words_of_parts(question)
    known = parts | (_MONTHS if question.period else frozenset())
    words = [
        word
        for word in (*question.asides, *weak)
        if word.casefold() not in _HARMLESS and word.isalpha() and normalise(word) not in known
    ]
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
    return folded not in OF_TALKING and not of_time


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
