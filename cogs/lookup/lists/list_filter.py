"""From a question to the filter of a list: what is looked at, in what time, and how it is sorted. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from cogs.lookup.lists.division_reading import OF_TIME, OF_YEARS, Divided, Division, Form, division_asked
from cogs.lookup.lists.list_deciders import asks_for_each, by_their_word, deciders_asked, how_asked
from cogs.lookup.lists.list_order import (
    SILENCES,
    sorted_by,
)
from cogs.lookup.lists.looked_at import OF_SIZE, looking_at
from cogs.lookup.lists.regions_asked import part_of_russia, with_places_named
from cogs.lookup.lists.standings_listed import asks_of_each, says_kept, standings_listed
from cogs.lookup.lists.wholes import asks_of_whole
from cogs.lookup.model import ConditionOf, How, Look, TieFilter, Trait
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.asked_filters import WITH_A_RUSSIAN
from cogs.lookup.reading.asked_numbers import years_of_word
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for, said_in_all
from cogs.lookup.times.spans import Period
from cogs.wording.english import listed
from db.record.act_kinds import ActKind
from db.record.authorities import Authority
from db.record.derivation import INVASION
from db.record.levels import Level
from db.record.models import Country
from db.record.standings import STANDINGS, Standing

_OF_PLACES = frozenset({Level.SISTER_STATE, Level.SISTER_COUNTY})
# More levels are all but those that are left out.
_ASKED_FOR = 2
# Of what age a source is, and when nothing was done: "with a source older than 2022".
_OF_SOURCES = said_for("lists", "list_filter", "of_sources")
# "Dating from 1988", "с 1988 года и поныне": made in that year, and not since it.
_DATES_FROM = said_in_all("lists", "dates_from")
# Whose people are counted: "Russian cities of over a million", "российские миллионники".
_RUSSIAN_PLACES = said_for("lists", "list_filter", "russian_places")
# What was only answered was decided by somebody else: "where the Russian side reacted".
_REACTED = LATE.compile(
    r"\b(?:react\w*|respon\w*|answer\w*"
    r"|отреаг\w*|реагир\w*|видреаг\w*|реагув\w*|ответ\w*|видпов\w*)"
)
# What is asked of some of a list: "which have a condition, and which of those mention peace".
_OF_THOSE = said_for("lists", "list_filter", "of_those")
# What is said to be lacking by a trait of its own.
_LACKS = frozenset({
    Trait.UNDECIDED, Trait.NO_WORD, Trait.NO_VOTE, Trait.NO_ACT, Trait.NO_CONDITION, Trait.NO_YEAR,
    Trait.CHANGED_COURSE, Trait.NEVER_SEARCHED,
})  # fmt: skip
_FORMAL = re.compile(r"\b(?:formal|official)(?:ly)?\b")
_STATES_OF_SO_MANY = Divided(Division.STATE, Form.SO_MANY)
_OF_SEVERAL = frozenset({Trait.SEVERAL, Trait.SEVERAL_RUSSIAN})


def list_filter(question: Question, today: date, denied: frozenset[str] = frozenset()) -> TieFilter:
    """What a question narrows and sorts a list by; ``denied`` are ids of places that were ruled out."""
    question = replace(question, period=None) if guesses_the_year(question) else question
    of_sources = _OF_SOURCES.search(question.joined) is not None
    period = None if of_sources else _year_dated_from(question)
    narrowing = question.narrowing
    of_russian = _RUSSIAN_PLACES.search(WITH_A_RUSSIAN.sub(" ", question.joined)) is not None
    deciders, traits = deciders_asked(question), _traits(question)
    # "Refused to cut it, and not by a vote": of that decision it is said.
    kept_unvoted = Trait.NO_VOTE in traits and ActKind.KEPT in narrowing.kinds
    traits = tuple(it for it in traits if it is not Trait.NO_VOTE) if kept_unvoted else traits
    # "Only to be lifted by a vote of the council" is no suspension by a council.
    of_body = ConditionOf.BODY in narrowing.conditions and Trait.CONDITION in traits
    chosen = TieFilter(
        states=question.all_states,
        standings=standings_listed(question),
        # What is asked of the Russian side's words or acts takes in any, whoever decided.
        authorities=() if of_body or Trait.RUSSIAN_WORD in traits else deciders,
        by_each=not of_body and asks_for_each(question, deciders),
        levels=() if {Trait.NOT_OF_CITY, Trait.NO_PLAIN_CITY} & {*narrowing.traits} else question.levels,
        since=period.since if period else None,
        until=period.until if period else None,
        without=tuple(sorted(denied)),
        where=_part_of_the_country(question),
        how=How.WORD if kept_unvoted else None if of_body or Trait.NO_VOTE in traits else how_asked(question, deciders),
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
    looking = looking_at(chosen, question, today)
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
    return of_time and sort is not None and sort[0] in OF_SIZE


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
    if question.all_states and Country.US in countries and not asks_of_whole(question):
        return ""
    return with_places_named(part_of_russia(question), question)


def _of_others(question: Question) -> frozenset[Trait]:
    """The traits whose words are said of something else than ties: of what states have, or of a later time."""
    if division_asked(question) == _STATES_OF_SO_MANY:
        # "States with at least two partners": the states have so many, and none of their places need to.
        return _OF_SEVERAL
    since = question.period.since if question.period else None
    if question.narrowing.lacking and since and since.year > INVASION.year:
        # "Without news after 2022": of that time, and not of all since the invasion.
        return frozenset({Trait.NO_WORD})
    return frozenset()


def _said_by_level(levels: set[Level]) -> set[Trait]:
    """What needs no word of its own, where a level says of what kind the place is: "are there sister states, too, or
    just towns" asks for the states, and "except sister counties" leaves out counties.
    """
    said = {Trait.NOT_OF_STATE} if _OF_PLACES & levels else set[Trait]()
    leaves_out = len(levels) > _ASKED_FOR
    return said | {Trait.OF_COUNTY} if leaves_out or Level.SISTER_COUNTY in levels else said


def _traits(question: Question) -> tuple[Trait, ...]:
    """What else is asked to be so; that there was no vote, where a vote is denied and no decision named."""
    narrowing = question.narrowing
    decided = narrowing.kinds or any(STANDINGS[standing].decision for standing in question.standings)
    decided = decided or (bool(question.authorities) and says_kept(question))
    no_vote = narrowing.unvoted and not decided and Trait.NO_VOTE not in narrowing.traits
    said = _said_by_level(set(question.levels))
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
    of_partner = Trait.RUSSIAN_WORD in asked and Authority.PARTNER in deciders_asked(question)
    if of_partner and narrowing.decided and not _REACTED.search(question.joined):
        # What only the Russian side decided: the act a standing rests on is asked for, and not all that was said there.
        asked = tuple(trait for trait in asked if trait is not Trait.RUSSIAN_WORD)
    if Trait.NOT_OF_CITY in asked and deciders_asked(question):
        # "Decided not by the city but by a nonprofit" asks for no states.
        asked = tuple(trait for trait in asked if trait is not Trait.NOT_OF_CITY)
    asked = tuple(trait for trait in asked if trait not in _of_others(question))
    if Trait.NO_ACT in asked and _FORMAL.search(question.joined):
        # "No formal action whatsoever": words there may have been.
        asked = tuple(Trait.UNDECIDED if trait is Trait.NO_ACT else trait for trait in asked)
    if asks_of_each(question):
        return tuple(trait for trait in asked if trait is not Trait.UNDECIDED)
    return (*asked, Trait.NO_VOTE) if no_vote else asked
