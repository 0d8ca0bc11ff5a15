"""What a list looks at: acts, changes, searches, hearings, how ties stood in a time, or when they were made. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta

from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.history.times_compared import asks_before_or_after
from cogs.lookup.lists.also_standing import also_standing
from cogs.lookup.lists.list_order import (
    asks_for_a_timeline,
    sort_meant,
    waits_in_turn,
)
from cogs.lookup.lists.standings_listed import (
    NOT_ENDED,
    STANDING_KINDS,
    asks_of_each,
    asks_what_is_left,
    asks_who_still_stands,
    kinds_of,
    says_kept,
)
from cogs.lookup.model import ConditionOf, How, Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.asked_kinds import DECIDED
from cogs.lookup.reading.intents import HAPPENED, Intent
from cogs.lookup.reading.narrowing import Narrowing
from cogs.lookup.reading.orders_meant import speaks_of_making
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from db.record.act_kinds import CUTTING, DECIDING, ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION
from db.record.standings import STANDINGS, Standing

# The oldest act first.
_BY_DATE = (SortBy.ACT, SortOrder.OLDEST)
# What is so of ties since the invasion, whatever time is named with it.
_WITHOUT_TIME = frozenset({Trait.UNDECIDED, Trait.NO_WORD, Trait.NO_VOTE, Trait.CHANGED_COURSE})
# "Never confirmed after 24 February": that it is so since then, and no act of later.
_AFTER = re.compile(r"\b(\w+) (?:after|писл|посл)\b")
# Decisions are asked for beside what was only proposed: "who decided or proposed something that day".
_DECIDED_AS_WELL = said_for("lists", "looked_at", "decided_as_well")
# The time is that of the cut, however early: "did anyone cut ties before 2014" asks for no year of an agreement.
_CUT_IN_TIME = said_for("lists", "looked_at", "cut_in_time")
# Who went first, or last, by no word of what they did.
_WENT = said_for("lists", "looked_at", "went")
# Whatever was done is asked for: "who did anything at all in 2024"; not "who actually did something".
_ANYTHING_DONE = said_for("lists", "looked_at", "anything_done")
_SOMETHING_DONE = said_for("lists", "looked_at", "something_done")
_NOT_ONLY_WORDS = LATE.compile(
    r"\b(?:actually|really|на ?справди|реальн\w*|деиствительн\w*) (?:did|done|does|щось|сделал\w*|зробил\w*)"
)
# Of a state its decisions are asked for, and not its ties.
_DECISIONS = said_for("lists", "looked_at", "decisions")
# "All of Texas, with the date of the decision": that is told of each, and narrows nothing.
_TIME_OF_DECISION = said_for("lists", "looked_at", "time_of_decision")
_WITH_AN_ACT = said_for("lists", "looked_at", "with_an_act")
_WERE = said_for("lists", "looked_at", "were")
# What a vote is said to be on, where one on the tie is asked for.
_OF_TIES = said_for("lists", "looked_at", "of_ties")
_FOR_GOOD = said_for("lists", "looked_at", "for_good")
# That something was last said in a time, and not since: the time itself is none of the silence.
_HEARD_LAST = said_in_all("lists", "heard_last")
_EITHER_CUT = said_for("lists", "looked_at", "either_cut")
# Acts on record begin with the invasion; what is said to be since longer before it is when ties were made.
_YEARS_WITHOUT_ACTS = 8
# The newest word on each tie is asked of, and no other word.
LAST_WORD = said_in_all("lists", "last_word")
# More deciders are asked for only where one or two of all are ruled out.
_ALL_BUT_FEW = 4
OF_SIZE = frozenset({SortBy.SIZE, SortBy.RUSSIAN_SIZE})

# "Nothing after March 2022, the latest word is of that month": of those without any later word.
_NOTHING_AFTER = LATE.compile(r"\b(?:nothing|ничег|ничог)(?: \w+){0,3} (?:after|since|past|писл|посл|з|с|вид|позж)\b")


def looking_at(chosen: TieFilter, question: Question, today: date) -> TieFilter:
    """The filter with what it looks at: hearings, acts of some kinds, changes, anything in a time, or what is now."""
    narrowing, timed = question.narrowing, question.period is not None
    present = asks_what_is_left(question) and not narrowing.as_of
    of_since = _unconfirmed_since(chosen, question) or _not_since(chosen, question)
    if later := of_since or (_looking_at_acts(chosen, question) if question.made else None):
        return later
    if present and timed and _is_before_the_war(chosen):
        return replace(chosen, founded=True)
    if turned := _turned_or_undecided(chosen, question):
        return turned
    by_acts = chosen.standings or narrowing.kinds
    # "They promised to restart it after the war" asks for no act of that time.
    timeless = (Trait.UKRAINIAN_PARTNER in chosen.traits or chosen.conditions) and not by_acts
    if present or timeless or _WITHOUT_TIME & set(chosen.traits):
        return replace(chosen, since=None, until=None)
    if narrowing.hearing:
        return _looking_at_hearings(chosen, narrowing, today)
    if timed and narrowing.not_searched:
        never = tuple(it for it in chosen.traits if it not in {Trait.NEVER_SEARCHED, Trait.SEARCHED_ONCE})
        period = question.period
        # "Not looked at again since 1 November": looked at on that day, at the latest.
        again = Trait.SEARCHED_ONCE in chosen.traits
        on_its_day = again and period is not None and period.since is not None and period.begins_until == period.since
        return _looking_at_searches(replace(chosen, traits=never), not_searched=True, on_its_day=on_its_day)
    # "Had you checked in June 2022": of how they stood, and of no search.
    if narrowing.sort and narrowing.sort[0] is SortBy.SEARCHED and not (narrowing.as_of and chosen.standings):
        return _looking_at_searches(chosen, not_searched=narrowing.not_searched) if timed else chosen
    if timed and narrowing.lacking and _is_by_age(question):
        return _lacking(chosen, question)
    if narrowing.older or narrowing.younger or _is_by_age(question):
        return _by_age(chosen, narrowing, today)
    return (timed and _in_time(chosen, question)) or _looking_at_acts(chosen, question)


def _turned_or_undecided(chosen: TieFilter, question: Question) -> TieFilter | None:
    """The ties that were decided on one way and later otherwise; those on which something was proposed and nothing
    decided. None where neither is asked for.
    """
    if Trait.CHANGED_COURSE in chosen.traits:
        # How such a tie stood at first is told beside how it stands now, and is no way in which it stands.
        cut = tuple(it for it in chosen.standings if STANDINGS[it].decision and not _is_of_keeping(it, question))
        cut = () if cut == (Standing.ENDED,) and _FOR_GOOD.search(question.joined) is None else cut
        # "Said no, and later suspended or ended": the one is no part of what was refused, and either will do.
        cut = () if _EITHER_CUT.search(question.joined) else cut
        # "How long did each hold out before dropping it": in whatever way.
        one_way = len(cut) == 1 and not asks_how_long(question)
        return replace(chosen, since=None, until=None, standings=cut if one_way else ())
    if Trait.UNDECIDED in chosen.traits and question.narrowing.kinds == (ActKind.PROPOSED,):
        # "Proposals without an outcome".
        return replace(chosen, look=Look.ACTS, kinds=question.narrowing.kinds)
    return None


def _unconfirmed_since(chosen: TieFilter, question: Question) -> TieFilter | None:
    """The ties of which nothing since the invasion says how they stand, whatever was done; None where not asked."""
    known = question.said.get(Standing.UNCONFIRMED, frozenset())
    directly = any(match[1] in known for match in _AFTER.finditer(question.joined))
    begins = {INVASION, INVASION + timedelta(days=1)} if directly else {INVASION}
    if chosen.standings != (Standing.UNCONFIRMED,) or chosen.since not in begins or chosen.until is not None:
        return None
    if directly:
        return replace(chosen, since=None)
    happened = HAPPENED.search(question.joined)
    # "Know nothing about since the invasion": what happened is none of that.
    happened = None if happened and known & set(happened.group().split()) else happened
    anything = (happened or _WITH_AN_ACT.search(question.joined)) is not None
    if not (anything or question.narrowing.kinds):
        # That it is so since then is what the standing says.
        return replace(chosen, since=None)
    return replace(chosen, look=Look.ACTS, kinds=() if anything else question.narrowing.kinds)


def _is_of_keeping(standing: Standing, question: Question) -> bool:
    """Whether a standing is named in what was refused alone: "refused to cut it"."""
    return question.said.get(standing, frozenset()) <= question.narrowing.kind_words


def _not_since(chosen: TieFilter, question: Question) -> TieFilter | None:
    """The ties without a decision or a vote in a later time than since the invasion; None where that is not asked."""
    period, asked = question.period, {Trait.UNDECIDED, Trait.NO_VOTE} & set(chosen.traits)
    if not asked or period is None or period.since is None or period.since <= INVASION:
        return None
    kinds = DECIDING
    if Trait.NO_VOTE not in asked and _HEARD_LAST.search(question.joined):
        # "Silent since March": of any word, and not of decisions alone.
        return _lacking(replace(chosen, traits=tuple(it for it in chosen.traits if it not in asked)), question)
    how = How.VOTE if Trait.NO_VOTE in asked else None
    traits = tuple(trait for trait in chosen.traits if trait not in asked)
    return replace(chosen, look=Look.ACTS, kinds=kinds, how=how, traits=traits, lacking=True)


def _in_time(chosen: TieFilter, question: Question) -> TieFilter | None:
    """The ties as they stood in a time that is named, were made in it, or had nothing done in it; None for acts."""
    narrowing = question.narrowing
    is_of_acts = narrowing.decided or HAPPENED.search(question.joined) is not None
    if _CUT_IN_TIME.search(question.joined):
        return None
    happened = not chosen.standings and is_of_acts
    on_a_day = narrowing.as_of and chosen.until is not None
    if not happened and (on_a_day or _asks_how_they_stood(question)):
        return _as_of(chosen)
    if not chosen.made_since and not chosen.made_until and _is_older_than_acts(chosen):
        return replace(chosen, founded=True)
    undecided = not any(STANDINGS[it].decision for it in chosen.standings) or bool(question.excluded_standings)
    by_a_word = bool(chosen.standings) and undecided and not narrowing.kinds
    if by_a_word and chosen.since is None and chosen.until is not None and chosen.until < INVASION:
        # The words on how ties stand are of later: when they were made is asked, or the time is named as not taken in.
        made = chosen.until.year < INVASION.year - _YEARS_WITHOUT_ACTS
        return replace(chosen, founded=True) if made else replace(chosen, until=None)
    if undecided and _begins_long_before(chosen) and _is_before_the_war(chosen) and not narrowing.decided:
        # No word on how a tie stands is as old.
        return replace(chosen, founded=True)
    if _lies_long_before(chosen):
        # "Ties from the eighties that ended": no act on record is as old.
        return replace(chosen, founded=True)
    undone = not (chosen.standings or narrowing.kinds or narrowing.decided)
    if undone and (_is_before_the_war(chosen) or _begins_long_before(chosen) or speaks_of_making(question.joined)):
        return replace(chosen, founded=True)
    # "Mayors who kept it in March 2022 without a vote": only the vote is lacking.
    done = bool(narrowing.kinds) or says_kept(question)
    by_word = narrowing.how is How.WORD and done and bool(chosen.authorities)
    of_last = LAST_WORD.search(question.joined) and _NOTHING_AFTER.search(question.joined) is None
    is_silence = narrowing.lacking and not by_word and not of_last
    return _lacking(chosen, question) if is_silence else None


def _looking_at_acts(chosen: TieFilter, question: Question) -> TieFilter:
    """The filter with the acts it looks at: of some kinds, changes, one after another, or those behind the standing."""
    narrowing = question.narrowing
    if (question.period or _is_ranked(question)) and chosen.standings and LAST_WORD.search(question.joined):
        return chosen
    if chosen.standings == (Standing.UNCONFIRMED,) and not narrowing.kinds and (question.period or chosen.authorities):
        # What was said of a tie of which nobody knows how it stands.
        return replace(chosen, look=Look.ACTS)
    if narrowing.then and not narrowing.failed and (later := _one_after_another(chosen, narrowing)):
        return later
    if kinds := _kinds_asked(chosen, question):
        stand = NOT_ENDED if narrowing.failed else also_standing(question)
        return replace(chosen, look=Look.ACTS, kinds=kinds, standings=stand)
    if chosen.how is How.VOTE and chosen.standings == (Standing.ACTIVE,) and says_kept(question):
        # "Voted to keep": whatever came of it later.
        return replace(chosen, look=Look.ACTS, kinds=(ActKind.KEPT,), standings=(), since=chosen.since or INVASION)
    if chosen.how is How.VOTE and chosen.standings and not any(STANDINGS[it].decision for it in chosen.standings):
        # Whatever the newest word on such a tie is, a vote on it may be on record.
        # A vote on something else, such as a letter, is none by which it stands.
        kinds = STANDING_KINDS if chosen.standings == (Standing.ACTIVE,) else ()
        return replace(chosen, look=Look.ACTS, kinds=kinds, since=chosen.since or INVASION)
    if Trait.SPLIT in chosen.traits and (kinds := _voted_on(chosen, question)):
        # A vote on something else, such as the name of a park, is none on the tie.
        return replace(chosen, look=Look.ACTS, kinds=kinds, standings=(), since=chosen.since or INVASION)
    of_anybody = chosen.authorities and _asks_for_anything_done(question)
    if chosen.standings or not (question.period or _is_ranked(question) or of_anybody):
        return chosen
    of_states = chosen.levels or Trait.OF_STATE in chosen.traits
    if of_states and not (question.period or narrowing.changed) and narrowing.sort == _BY_DATE:
        # "Dates for the three states, in order": of what was decided, and not of what was asked or said before.
        kinds = DECIDING
        return replace(chosen, look=Look.ACTS, kinds=kinds, since=chosen.since or INVASION)
    return replace(chosen, look=Look.CHANGES if narrowing.changed else Look.ACTS)


def _voted_on(chosen: TieFilter, question: Question) -> tuple[ActKind, ...]:
    """The kinds of decision whose votes are asked for: of suspensions, or of any on ties; none for other votes."""
    if chosen.standings:
        return kinds_of(chosen.standings) if all(STANDINGS[it].decision for it in chosen.standings) else ()
    on_ties = _OF_TIES.search(question.joined) is not None
    return DECIDING if on_ties else ()


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


def _is_older_than_acts(chosen: TieFilter) -> bool:
    """Whether no act on record can be of a time: how ties stand now that were made in it is then asked for."""
    bound = chosen.until or chosen.since
    return bound is not None and bound.year < INVASION.year - _YEARS_WITHOUT_ACTS


def _begins_long_before(chosen: TieFilter) -> bool:
    """Whether a time begins so early that no act on record is as old: "newer than 2000" asks when ties were made."""
    return chosen.since is not None and chosen.since.year < INVASION.year - _YEARS_WITHOUT_ACTS


def _lies_long_before(chosen: TieFilter) -> bool:
    """Whether all of a time, that has a beginning, is so early that no act on record is as old."""
    last = INVASION.year - _YEARS_WITHOUT_ACTS
    return chosen.since is not None and chosen.until is not None and chosen.until.year < last


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


def _lacking(chosen: TieFilter, question: Question) -> TieFilter:
    """The ties on which nothing of the kind asked for was done in a time; "not heard of since spring 2022" is later."""
    narrowing, period = question.narrowing, question.period
    kinds = DECIDING if narrowing.decided else ()
    if period and period.begins_until and _HEARD_LAST.search(question.joined):
        chosen = replace(chosen, since=period.begins_until + timedelta(days=1))
    return replace(chosen, look=Look.CHANGES if narrowing.changed else Look.ACTS, kinds=kinds, lacking=True)


def _is_by_age(question: Question) -> bool:
    """Whether it is asked when ties were made; "oldest first" may be said of acts."""
    sort = question.narrowing.sort
    return (
        sort_meant(question, *sort)[0] is SortBy.FOUNDED
        if sort
        else (Intent.FOUNDED in question.intents and not question.narrowing.decided)
    )


def _kinds_asked(chosen: TieFilter, question: Question) -> tuple[ActKind, ...]:
    """The kinds of act that are asked for by their own words, as decisions, or as what made ties stand as asked."""
    narrowing, timed = question.narrowing, question.period is not None
    if asks_what_is_left(question) or asks_of_each(question) or asks_who_still_stands(question):
        return ()
    if ConditionOf.BODY in chosen.conditions and not narrowing.kinds:
        return ()
    if narrowing.kinds == (ActKind.CONFIRMED,) and len(question.authorities) > _ALL_BUT_FEW:
        # "Drop those that only a newspaper vouches for": whoever else says so, by whatever act.
        return ()
    if narrowing.kinds:
        decisions = timed and _DECIDED_AS_WELL.search(question.joined) is not None
        besides = tuple(kind for kind in DECIDING if kind not in narrowing.kinds)
        return (*narrowing.kinds, *besides) if decisions else narrowing.kinds
    kinds = kinds_of(chosen.standings)
    decided = bool(narrowing.how) and all(STANDINGS[standing].decision for standing in chosen.standings)
    if kinds and (timed or _is_ranked(question) or decided) and _names_what_is_wanted(question):
        return kinds
    sized = chosen.over or chosen.under or chosen.share
    decisions = _DECISIONS.search(_TIME_OF_DECISION.sub(" ", question.joined)) is not None
    there = bool(question.all_states) and decisions
    narrowed = timed or chosen.authorities or chosen.how or sized or there or _is_ranked(question)
    since_the_war = question.period and (question.period.since, question.period.until) == (INVASION, None)
    first = Intent.EARLIEST in question.intents and since_the_war and HAPPENED.search(question.joined) is None
    if chosen.authorities == (Authority.PARTNER,):
        # The Russian side decides on no tie: what it said may still be all that a standing rests on.
        return ()
    if _asks_for_anything_done(question):
        return ()
    cuts = _WENT.search(question.joined) or (asks_before_or_after(question) and not narrowing.decided)
    if cuts and not (chosen.standings or chosen.traits or _asks_for_words(question)):
        # "Who went first", "the count before and after his speech": no words on a tie that others kept are meant.
        return CUTTING
    if not chosen.standings and (narrowing.decided or first) and narrowed:
        return DECIDING
    return ()


def _asks_for_words(question: Question) -> bool:
    return bool(question.intents & {Intent.SAID, Intent.WORDS}) or LAST_WORD.search(question.joined) is not None


def _asks_for_anything_done(question: Question) -> bool:
    """Whether whatever was done is asked for, and no decision: "has anybody done anything at all since 2024", "what
    governors did something"; who did something at all, decided.
    """
    asked = [_ANYTHING_DONE, *([_SOMETHING_DONE] if question.authorities else [])]
    said = next((it for it in asked if it.search(question.joined)), None)
    if said is None or _NOT_ONLY_WORDS.search(question.joined):
        return False
    return DECIDED.search(said.sub(" ", question.joined)) is None


def words_of_anything_done(joined: str) -> frozenset[str]:
    """The normalised words by which whatever was done is asked for, or when each decision was."""
    found = (match for asked in (_ANYTHING_DONE, _TIME_OF_DECISION) for match in asked.finditer(joined))
    return words_matched(found)


def _names_what_is_wanted(question: Question) -> bool:
    """Whether the standings asked for are named, and are not those that a "not" leaves."""
    return not question.excluded_standings or bool(set(question.standings) - set(question.excluded_standings))


def _is_ranked(question: Question) -> bool:
    sort = question.narrowing.sort
    by_act = sort is not None and sort_meant(question, *sort)[0] is SortBy.ACT
    if (question.narrowing.fates or waits_in_turn(question)) and not by_act:
        return False
    if sort is not None and sort[0] in OF_SIZE and HAPPENED.search(question.joined):
        # "The smallest town, and what happened there": what happened is told of it, and sorts nothing.
        return False
    in_order = question.intents & {Intent.LATEST, Intent.EARLIEST, Intent.SEQUENCE}
    return by_act or bool(in_order) or asks_for_a_timeline(question)


def _looking_at_searches(chosen: TieFilter, *, not_searched: bool, on_its_day: bool = False) -> TieFilter:
    """Searched in a time, or not since: "not checked since 2025" is last searched before."""
    if not_searched and chosen.since:
        # On the day that is named somebody may have looked.
        last = chosen.since if on_its_day else chosen.since - timedelta(days=1)
        return replace(chosen, look=Look.SEARCHES, since=None, until=last)
    return replace(chosen, look=Look.SEARCHES)


def _by_age(chosen: TieFilter, narrowing: Narrowing, today: date) -> TieFilter:
    """The ties by when they were made; those that are older, or younger, than so many years."""
    if narrowing.older:
        return replace(chosen, founded=True, since=None, until=date(max(1, today.year - narrowing.older), 12, 31))
    if narrowing.younger:
        return replace(chosen, founded=True, since=date(max(1, today.year - narrowing.younger), 1, 1), until=None)
    return replace(chosen, founded=True)


def _looking_at_hearings(chosen: TieFilter, narrowing: Narrowing, today: date) -> TieFilter:
    if chosen.until == today and chosen.since and not narrowing.past:
        # "Coming up this month", "this year": what is to come of it.
        return replace(chosen, look=Look.HEARINGS, since=today, until=_end_of_its_time(chosen.since, today))
    if chosen.since or chosen.until:
        return replace(chosen, look=Look.HEARINGS)
    if narrowing.past:
        return replace(chosen, look=Look.HEARINGS, until=today - timedelta(days=1))
    return replace(chosen, look=Look.HEARINGS, since=today)


def _end_of_its_time(first: date, today: date) -> date | None:
    """The last day of the month or year that began on ``first`` and holds today; None for another time."""
    if first.day != 1 or first.year != today.year:
        return None
    if first.month == today.month:
        return today.replace(day=monthrange(today.year, today.month)[1])
    return date(today.year, 12, 31) if first.month == 1 else None
