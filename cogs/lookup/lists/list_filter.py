"""From a question to the filter of a list: what is looked at, in what time, and how it is sorted. Pure."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from cogs.lookup.history.intervals import asks_how_long
from cogs.lookup.lists.also_standing import also_standing
from cogs.lookup.lists.division_reading import OF_TIME, OF_YEARS, Form, division_asked
from cogs.lookup.lists.list_deciders import asks_for_each, by_their_word, deciders_asked, how_asked
from cogs.lookup.lists.list_order import (
    SILENCES,
    asks_for_a_timeline,
    sort_meant,
    sorted_by,
    standings_asked,
    waits_in_turn,
)
from cogs.lookup.lists.list_rules import LAST_WORD, NEARLY_ALL
from cogs.lookup.lists.regions_asked import part_of_russia, with_places_named
from cogs.lookup.model import ConditionOf, How, Look, SortBy, SortOrder, TieFilter, Trait
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.asked_filters import WITH_A_RUSSIAN
from cogs.lookup.reading.asked_numbers import years_of_word
from cogs.lookup.reading.intents import HAPPENED, Intent
from cogs.lookup.reading.narrowing import Narrowing
from cogs.lookup.reading.orders_meant import speaks_of_making
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.traits_meant import OPPOSITES
from cogs.lookup.reading.vocabulary import of_all_languages, words_for
from cogs.lookup.times.spans import Period
from cogs.wording.english import listed
from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION
from db.record.levels import Level
from db.record.models import Country
from db.record.standings import STANDINGS, Standing

# What says that a tie stands, where it is asked of a time.
_STANDING_KINDS = (ActKind.CONFIRMED, ActKind.KEPT, ActKind.RESUMED)
# The oldest act first.
_BY_DATE = (SortBy.ACT, SortOrder.OLDEST)
# What is so of ties since the invasion, whatever time is named with it.
_WITHOUT_TIME = frozenset({Trait.UNDECIDED, Trait.NO_WORD, Trait.NO_VOTE, Trait.CHANGED_COURSE})
# Words of those that are active, and not of all that are left.
_ALIVE = frozenset({"active", "alive", "активн", "диючих", "диуч"})
_OF_PLACES = frozenset({Level.SISTER_STATE, Level.SISTER_COUNTY})
# Of what age a source is, and when nothing was done: "with a source older than 2022".
_OF_SOURCES = phrases(words_for("lists", "list_filter", "of_sources"))
# "Never confirmed after 24 February": that it is so since then, and no act of later.
_AFTER = re.compile(r"\b(\w+) (?:after|писл|посл)\b")
# Of a state its decisions are asked for, and not its ties.
# Decisions are asked for beside what was only proposed: "who decided or proposed something that day".
_DECIDED_AS_WELL = phrases(words_for("lists", "list_filter", "decided_as_well"))
_DECISIONS = phrases(words_for("lists", "list_filter", "decisions"))
_WITH_AN_ACT = phrases(words_for("lists", "list_filter", "with_an_act"))
_WERE = phrases(words_for("lists", "list_filter", "were"))
# So many clauses ask of each in turn.
_IN_TURN = 3
# "Who still holds on, and who has already not": of those that do and those that do not.
_AND_WHO_DID = phrases(words_for("lists", "list_filter", "and_who_did"))
_WHO = phrases(words_for("lists", "list_filter", "who"))
_WHICH = phrases(words_for("lists", "list_filter", "which"))
_HOW_MANY = phrases(words_for("lists", "list_filter", "how_many"))
# What a vote is said to be on, where one on the tie is asked for.
_OF_TIES = phrases(words_for("lists", "list_filter", "of_ties"))
# "All of them, active and ended alike": in whatever way they stand.
_IN_ANY_WAY = phrases("\n".join(of_all_languages("lists", "in_any_way")))
# "Dating from 1988", "с 1988 года и поныне": made in that year, and not since it.
_DATES_FROM = phrases("\n".join(of_all_languages("lists", "dates_from")))
_AND_THE_REST = phrases(words_for("lists", "list_filter", "and_the_rest"))
_AND_WHICH_NOT = phrases(words_for("lists", "list_filter", "and_which_not"))
_EACH_STANDING = phrases(words_for("lists", "list_filter", "each_standing"))
_FOR_GOOD = phrases(words_for("lists", "list_filter", "for_good"))
_KEPT = phrases(words_for("lists", "list_filter", "kept"))
# Whose people are counted: "Russian cities of over a million", "российские миллионники".
_RUSSIAN_PLACES = phrases(words_for("lists", "list_filter", "russian_places"))
# What is asked of some of a list: "which have a condition, and which of those mention peace".
_OF_THOSE = phrases(words_for("lists", "list_filter", "of_those"))
# That something was last said in a time, and not since: the time itself is none of the silence.
_HEARD_LAST = phrases("\n".join(of_all_languages("lists", "heard_last")))
# Acts on record begin with the invasion; what is said to be since longer before it is when ties were made.
_YEARS_WITHOUT_ACTS = 8
# What is said to be lacking by a trait of its own.
_LACKS = frozenset({
    Trait.UNDECIDED, Trait.NO_WORD, Trait.NO_VOTE, Trait.NO_ACT, Trait.NO_CONDITION, Trait.NO_YEAR,
    Trait.CHANGED_COURSE, Trait.NEVER_SEARCHED,
})  # fmt: skip
_OF_SIZE = frozenset({SortBy.SIZE, SortBy.RUSSIAN_SIZE})
NOT_ENDED = tuple(standing for standing in Standing if standing is not Standing.ENDED)


def list_filter(question: Question, today: date, denied: frozenset[str] = frozenset()) -> TieFilter:
    """What a question narrows and sorts a list by; ``denied`` are ids of places that were ruled out."""
    question = replace(question, period=None) if guesses_the_year(question) else question
    of_sources = _OF_SOURCES.search(question.joined) is not None
    period = None if of_sources else _year_dated_from(question)
    narrowing = question.narrowing
    of_russian = _RUSSIAN_PLACES.search(WITH_A_RUSSIAN.sub(" ", question.joined)) is not None
    deciders, traits = deciders_asked(question), _traits(question)
    # "Only to be lifted by a vote of the council" is no suspension by a council.
    of_body = ConditionOf.BODY in narrowing.conditions and Trait.CONDITION in traits
    chosen = TieFilter(
        states=question.all_states,
        standings=_standings(question),
        authorities=() if of_body else deciders,
        by_each=not of_body and asks_for_each(question, deciders),
        levels=() if {Trait.NOT_OF_CITY, Trait.NO_PLAIN_CITY} & {*narrowing.traits} else question.levels,
        since=period.since if period else None,
        until=period.until if period else None,
        without=tuple(sorted(denied)),
        where=_part_of_the_country(question),
        how=None if of_body or Trait.NO_VOTE in traits else how_asked(question, deciders),
        most=narrowing.most,
        region=_part_of_russia(question),
        traits=traits,
        not_so=narrowing.not_so,
        over=0 if of_russian else narrowing.over,
        under=0 if of_russian else narrowing.under,
        russian_over=narrowing.over if of_russian else 0,
        russian_under=narrowing.under if of_russian else 0,
        conditions=narrowing.conditions if Trait.CONDITION in traits and not _asks_of_those(question) else (),
        share=narrowing.share,
        outside=() if question.all_states else question.excluded_states,
        made_since=question.made.since if question.made else None,
        made_until=question.made.until if question.made else None,
        vote=question.narrowing.vote,
    )
    if of_sources:
        # How old a source is nobody asked of the ties: it is named as not taken in.
        return chosen
    if chosen.by_each:
        # What each did or said may be any act.
        return sorted_by(question, replace(chosen, look=Look.ACTS, how=None, since=chosen.since or INVASION))
    if years := years_of_word(question.joined):
        # The newest word on each, and not when they were made.
        last = today.replace(day=1, year=today.year - years) - timedelta(days=1)
        return sorted_by(question, replace(chosen, since=None, until=last))
    looking = _looking_at(chosen, question, today)
    return looking if _ranks_groups(question) else sorted_by(question, looking)


def _asks_of_those(question: Question) -> bool:
    """Whether something is asked of some of a list that is asked for before: "and which of those mention peace"."""
    return any(match.start() for match in _OF_THOSE.finditer(question.joined))


def _year_dated_from(question: Question) -> Period | None:
    """The time of a question; the one year, where ties "date from" it and were not made since."""
    period = question.period
    if period and period.begins_until and period.until is None and _DATES_FROM.search(question.joined):
        return replace(period, until=period.begins_until)
    return period


def _ranks_groups(question: Question) -> bool:
    """Whether what is said of size is said of groups: "який день мав найбільше рішень"."""
    divided, sort = division_asked(question), question.narrowing.sort
    of_time = divided is not None and divided.by in OF_TIME and divided.form in {Form.MOST, Form.FEWEST}
    return of_time and sort is not None and sort[0] in _OF_SIZE


def guesses_the_year(question: Question) -> bool:
    """Whether the one year that is named is a guess at the year asked for: "which year saw most? I say 1989"."""
    period = question.period
    if period is None or not (period.since and period.until) or period.since.year != period.until.year:
        return False
    divided = division_asked(question)
    return divided is not None and divided.by in OF_YEARS and divided.form in {Form.MOST, Form.FEWEST}


def _part_of_the_country(question: Question) -> str:
    """What the states are called together: nothing where one that lies outside is named beside a part."""
    if any(all(code not in region.states for region in question.regions) for code in question.states):
        return ""
    return listed(region.name for region in question.regions)


def _part_of_russia(question: Question) -> str:
    """The part of Russia that narrows a list: none that is told of one place of a state whose ties are asked for."""
    countries = {place.country for named in question.mentions for place in named.places}
    if question.all_states and Country.US in countries:
        return ""
    return with_places_named(part_of_russia(question), question)


def _standings(question: Question) -> tuple[Standing, ...]:
    """How the ties stand that are asked for; in any way, where nearly all are named, or counted one by one."""
    if _asks_what_is_left(question):
        return _left(question)
    if question.narrowing.failed:
        # "Proposed to cut it, and it never happened": what was proposed is no way in which they stand.
        return NOT_ENDED
    named = not question.excluded_standings and len(question.standings) >= NEARLY_ALL
    named = named or asks_of_each(question) or _IN_ANY_WAY.search(question.joined) is not None
    named = named or asks_which_are_not(question)
    return () if named or _EACH_STANDING.search(question.joined) else standings_asked(question)


def asks_which_are_not(question: Question) -> bool:
    """Whether those that do not stand so are asked for as well: "which of them are paused, and which not", "who
    suspended, who ended, and the rest".
    """
    if question.standings and _AND_THE_REST.search(question.joined):
        return True
    return not OPPOSITES.keys() & {*question.narrowing.traits} and _AND_WHICH_NOT.search(question.joined) is not None


def asks_of_each(question: Question) -> bool:
    """Whether all ties of a state are asked about in turn: "who cut, who puts up with it, and who forgot"."""
    counted = len([*_HOW_MANY.finditer(question.joined)]) >= _IN_TURN and len(question.standings) > 1
    in_turn = len([*_WHO.finditer(question.joined)]) >= _IN_TURN or _AND_WHO_DID.search(question.joined) is not None
    # "Which one said no, and which one went through with it": each of a state.
    in_turn = in_turn or (bool(question.narrowing.kinds) and len([*_WHICH.finditer(question.joined)]) > 1)
    return counted or (bool(question.all_states) and in_turn)


def _traits(question: Question) -> tuple[Trait, ...]:
    """What else is asked to be so; that there was no vote, where a vote is denied and no decision named."""
    narrowing = question.narrowing
    decided = narrowing.kinds or any(STANDINGS[standing].decision for standing in question.standings)
    decided = decided or (bool(question.authorities) and _says_kept(question))
    no_vote = narrowing.unvoted and not decided and Trait.NO_VOTE not in narrowing.traits
    # "Are there sister states, too, or just towns" asks for the states; a level says of what kind the place is.
    of_states = _OF_PLACES & set(question.levels)
    said = (
        {Trait.NOT_OF_STATE, *([Trait.OF_COUNTY] if Level.SISTER_COUNTY in of_states else [])} if of_states else set()
    )
    # Who changed their mind and resumed: that is asked for, and no other change.
    said |= {Trait.CHANGED_COURSE} if ActKind.RESUMED in narrowing.kinds else set()
    if ActKind.PROPOSED in narrowing.kinds and ActKind.KEPT not in narrowing.kinds and question.standings:
        # "Proposed to end it first, and then chose to suspend": nothing was decided otherwise before.
        said |= {Trait.CHANGED_COURSE}
    asked = tuple(trait for trait in narrowing.traits if trait not in said)
    if narrowing.lacking and narrowing.decided and not (question.period or no_vote or _LACKS & {*asked}):
        # "Cities of California without a decision": of no time, so since the invasion.
        # Those that are cut were decided on, and those that faded or that nobody knows of were not.
        told = {*question.standings} - {Standing.ACTIVE}
        asked = asked if told or narrowing.kinds else (*asked, Trait.UNDECIDED)
    if Trait.DOCUMENTED in asked:
        # "Grade A or B": either will do.
        asked = tuple(trait for trait in asked if trait not in {Trait.GRADE_A, Trait.GRADE_B})
    if {Trait.GRADE_E, Trait.ONLY_WIKIPEDIA} & {*asked}:
        # "The weakest evidence, only a blog": the blog is what is asked for.
        asked = tuple(trait for trait in asked if trait is not Trait.ONE_REPORT)
    if Trait.NO_CONDITION in asked or (Trait.UNDECIDED in asked and by_their_word(question)):
        # Silence on when it is lifted, or of the city where a club speaks, is no lack of a decision.
        asked = tuple(trait for trait in asked if trait not in SILENCES)
    if Trait.RUSSIAN_WORD in asked and narrowing.decided and Authority.PARTNER in deciders_asked(question):
        # What only the Russian side decided: the act a standing rests on is asked for, and not all that was said there.
        asked = tuple(trait for trait in asked if trait is not Trait.RUSSIAN_WORD)
    if Trait.NOT_OF_CITY in asked and deciders_asked(question):
        # "Decided not by the city but by a nonprofit" asks for no states.
        asked = tuple(trait for trait in asked if trait is not Trait.NOT_OF_CITY)
    if asks_of_each(question):
        return tuple(trait for trait in asked if trait is not Trait.UNDECIDED)
    return (*asked, Trait.NO_VOTE) if no_vote else asked


def _looking_at(chosen: TieFilter, question: Question, today: date) -> TieFilter:
    """The filter with what it looks at: hearings, acts of some kinds, changes, anything in a time, or what is now."""
    narrowing, timed = question.narrowing, question.period is not None
    present = _asks_what_is_left(question) and not narrowing.as_of
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
    anything = (HAPPENED.search(question.joined) or _WITH_AN_ACT.search(question.joined)) is not None
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
    kinds = tuple(kind for kind in ActKind if ACT_KINDS[kind].decides)
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
    done = bool(narrowing.kinds) or _says_kept(question)
    by_word = narrowing.how is How.WORD and done and bool(chosen.authorities)
    is_silence = narrowing.lacking and not by_word and not LAST_WORD.search(question.joined)
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
    if chosen.how is How.VOTE and chosen.standings == (Standing.ACTIVE,) and _says_kept(question):
        # "Voted to keep": whatever came of it later.
        return replace(chosen, look=Look.ACTS, kinds=(ActKind.KEPT,), standings=(), since=chosen.since or INVASION)
    if chosen.how is How.VOTE and chosen.standings and not any(STANDINGS[it].decision for it in chosen.standings):
        # Whatever the newest word on such a tie is, a vote on it may be on record.
        # A vote on something else, such as a letter, is none by which it stands.
        kinds = _STANDING_KINDS if chosen.standings == (Standing.ACTIVE,) else ()
        return replace(chosen, look=Look.ACTS, kinds=kinds, since=chosen.since or INVASION)
    if Trait.SPLIT in chosen.traits and (kinds := _voted_on(chosen, question)):
        # A vote on something else, such as the name of a park, is none on the tie.
        return replace(chosen, look=Look.ACTS, kinds=kinds, standings=(), since=chosen.since or INVASION)
    if chosen.standings or not (question.period or _is_ranked(question)):
        return chosen
    of_states = chosen.levels or Trait.OF_STATE in chosen.traits
    if of_states and not (question.period or narrowing.changed) and narrowing.sort == _BY_DATE:
        # "Dates for the three states, in order": of what was decided, and not of what was asked or said before.
        kinds = tuple(kind for kind in ActKind if ACT_KINDS[kind].decides)
        return replace(chosen, look=Look.ACTS, kinds=kinds, since=chosen.since or INVASION)
    return replace(chosen, look=Look.CHANGES if narrowing.changed else Look.ACTS)


def _voted_on(chosen: TieFilter, question: Question) -> tuple[ActKind, ...]:
    """The kinds of decision whose votes are asked for: of suspensions, or of any on ties; none for other votes."""
    if chosen.standings:
        return kinds_of(chosen.standings) if all(STANDINGS[it].decision for it in chosen.standings) else ()
    on_ties = _OF_TIES.search(question.joined) is not None
    return tuple(kind for kind in ActKind if ACT_KINDS[kind].decides) if on_ties else ()


def _says_kept(question: Question) -> bool:
    """Whether what is read as active is said of a decision: "to keep it", "чтобы оставить"."""
    return _KEPT.search(" ".join(question.said.get(Standing.ACTIVE, ()))) is not None


def _asks_what_is_left(question: Question) -> bool:
    """Whether it is asked how many are left: not where those that stand in another way are asked for."""
    asked = set(question.standings) - set(question.excluded_standings) - {Standing.ACTIVE}
    others = any(STANDINGS[standing].decision or standing is Standing.DORMANT for standing in asked)
    if not _ALIVE.isdisjoint(question.said.get(Standing.ACTIVE, ())):
        return False
    return question.narrowing.left and not (others or question.narrowing.decided)


def _left(question: Question) -> tuple[Standing, ...]:
    """How the ties stand that are left: not ended, and in no way that is ruled out."""
    return tuple(standing for standing in NOT_ENDED if standing not in question.excluded_standings)


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
    kinds = tuple(kind for kind in ActKind if ACT_KINDS[kind].decides) if narrowing.decided else ()
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
    if _asks_what_is_left(question) or asks_of_each(question):
        return ()
    if ConditionOf.BODY in chosen.conditions and not narrowing.kinds:
        return ()
    if narrowing.kinds:
        decisions = timed and _DECIDED_AS_WELL.search(question.joined) is not None
        besides = tuple(kind for kind in ActKind if ACT_KINDS[kind].decides and kind not in narrowing.kinds)
        return (*narrowing.kinds, *besides) if decisions else narrowing.kinds
    kinds = kinds_of(chosen.standings)
    decided = bool(narrowing.how) and all(STANDINGS[standing].decision for standing in chosen.standings)
    if kinds and (timed or _is_ranked(question) or decided) and _names_what_is_wanted(question):
        return kinds
    sized = chosen.over or chosen.under or chosen.share
    there = bool(question.all_states) and _DECISIONS.search(question.joined) is not None
    narrowed = timed or chosen.authorities or chosen.how or sized or there or _is_ranked(question)
    since_the_war = question.period and (question.period.since, question.period.until) == (INVASION, None)
    first = Intent.EARLIEST in question.intents and since_the_war and HAPPENED.search(question.joined) is None
    if chosen.authorities == (Authority.PARTNER,):
        # The Russian side decides on no tie: what it said may still be all that a standing rests on.
        return ()
    if not chosen.standings and (narrowing.decided or first) and narrowed:
        return tuple(kind for kind in ActKind if ACT_KINDS[kind].decides)
    return ()


def _names_what_is_wanted(question: Question) -> bool:
    """Whether the standings asked for are named, and are not those that a "not" leaves."""
    return not question.excluded_standings or bool(set(question.standings) - set(question.excluded_standings))


def _is_ranked(question: Question) -> bool:
    sort = question.narrowing.sort
    by_act = sort is not None and sort_meant(question, *sort)[0] is SortBy.ACT
    if (question.narrowing.fates or waits_in_turn(question)) and not by_act:
        return False
    if sort is not None and sort[0] in _OF_SIZE and HAPPENED.search(question.joined):
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


def kinds_of(standings: Sequence[Standing]) -> tuple[ActKind, ...]:
    """The kinds of act by which ties come to stand so; none where that takes no act."""
    if any(standing in {Standing.UNCONFIRMED, Standing.DISPUTED} for standing in standings):
        return ()
    made = [kind for kind in ActKind if ACT_KINDS[kind].leads_to in standings]
    return tuple(kind for kind in made if ACT_KINDS[kind].leads_to is not Standing.ACTIVE or kind in _STANDING_KINDS)
