"""What a question narrows the ties with Ukraine by, and what of them it wants to be told.

The words for it are in ``data/vocabulary/ukraine.toml``. Pure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Literal

from cogs.lookup.explanations import explanation_phrases
from cogs.lookup.lists.regions_asked import region_asked
from cogs.lookup.model import Trait
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, any_of
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.harmless import narrows_nothing, said_of_asker
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.over_the_war import is_done_to_the_ukrainian, is_of_the_war_alone
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import OF_TALKING
from cogs.lookup.times.spans import Period, within
from cogs.lookup.ukraine.ukraine_facets import (
    NO_FACETS,
    OF_BOTH,
    Facets,
    facets_asked,
    facets_of_standings,
    words_of_facets,
)
from cogs.wording.names import state_names
from db.record.mentions import Mention
from db.record.models import Country, PlaceKind, UkraineTie
from db.record.register import Register
from db.record.standings import Standing
from db.record.text import normalise
from db.record.values import value
from db.record.vocabulary import vocabulary

# In a longer text a state and Ukraine may be named for something else.
_MOST_WORDS = 8
_OF_LISTS = frozenset({Intent.COUNT, Intent.LIST, Intent.EARLIEST, Intent.LATEST, Intent.FOUNDED})
_OF_SIDES = frozenset({Intent.END_CASE, Intent.KEEP_CASE, Intent.BOTH_SIDES, Intent.SAID})
HOW_TO_BEGIN = "help-ukraine"
_CRIMEA = "Crimea"
_UKRAINE = ("ukrain", "украин")
_FEW_STATES = 4
# A place is ruled out by a word that stands so near before it.
_NEAR = 3
_OF_STANDING = frozenset({"ended", "suspended", "active"})
_YEAR = re.compile(r"(?:19|20)\d\d")


class Told(StrEnum):
    """What is told of the ties with Ukraine that are asked for, before they are listed."""

    BY_STATE = "by_state"
    BY_OBLAST = "by_oblast"
    BY_CITY = "by_city"
    BY_YEAR = "by_year"
    BY_STATUS = "by_status"
    PLACES = "places"
    ENDS = "ends"
    NO_STATE = "no_state"
    NO_OBLAST = "no_oblast"
    SEVERAL = "several"


@value
class _Words:
    """How ties with Ukraine are asked for, each narrowing in words, as the vocabulary has them."""

    of_partners: Phrases
    of_ties: Phrases
    ours: Phrases
    of_petition: Phrases
    having: Phrases
    without: Phrases
    either: Phrases
    signed: Phrases
    of_war: Phrases
    of_russia: Phrases
    of_whole_states: Phrases
    and_russia: Phrases
    first: Phrases
    last: Phrases
    swapped: Phrases
    own: Phrases
    alike: Phrases
    both: Phrases
    still: Phrases
    of_cities: Phrases
    beside: Phrases
    told: PhraseTable[Told]
    oblasts: PhraseTable[str]


@cache
def _words() -> _Words:
    table = vocabulary("ukraine")
    return _Words(
        any_of(table["of_partners"]),
        any_of(table["of_ties"]),
        any_of(table["ours"]),
        any_of(table["of_petition"]),
        any_of(table["having"]),
        any_of(table["without"]),
        any_of(table["either"]),
        any_of(table["signed"]),
        any_of(table["of_war"]),
        any_of(table["of_russia"]),
        any_of(table["of_whole_states"]),
        any_of(table["and_russia"]),
        any_of(table["first"]),
        any_of(table["last"]),
        any_of(table["swapped"]["asked"]),
        any_of(table["swapped"]["own"]),
        any_of(table["swapped"]["alike"]),
        any_of(table["both"]["asked"]),
        any_of(table["both"]["still"]),
        any_of(table["of_cities"]),
        any_of(table["beside"]),
        PhraseTable({Told(name): any_of(asked) for name, asked in table["told"].items()}),
        PhraseTable({name: any_of(asked) for name, asked in table["oblasts"].items()}),
    )


@value
class UkraineAsked:
    """What a question narrows the ties with Ukraine by; ``states`` are names, ``oblasts`` those of the record.

    ``swapped``: who took a Ukrainian partner for a Russian one; ``both``: who has one of each, with ``still`` those
    alone whose tie with Russia was not cut. ``first``: the oldest is asked for, ``last``: the newest. ``russia``: so
    many with Russia are asked for as well. ``outside`` are states, ``without`` names of places on either side, that
    are ruled out. ``standings`` are those of the ties with Russia of places that have both.
    """

    facets: Facets = NO_FACETS
    oblasts: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    period: Period | None = None
    told: tuple[Told, ...] = ()
    swapped: bool = False
    both: bool = False
    still: bool = False
    outside: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    russia: bool = False
    first: bool = False
    last: bool = False
    standings: tuple[Standing, ...] = ()

    @property
    def narrows(self) -> bool:
        """Whether not all of them are meant."""
        return bool(self.facets or self.oblasts or self.states or self.period or self.outside or self.without)

    def has(self, tie: UkraineTie, register: Register) -> bool:
        """Whether a tie is one of those asked for."""
        return (
            self.facets.has(tie, register)
            and (not self.oblasts or tie.ua_oblast in self.oblasts)
            and (not self.states or tie.us_state in self.states)
            and tie.us_state not in self.outside
            and not {tie.us_name, tie.ua_name} & {*self.without}
            and (
                self.period is None
                or (tie.since is not None and within(tie.since, self.period.since, self.period.until))
            )
        )


def ukraine_asked(question: Question, register: Register) -> UkraineAsked | None:
    """What the ties with Ukraine are narrowed by in a question; None where it asks for none, or for all alike.

    With a Russian or a tied American place named, its own ties are asked about.
    """
    words, joined = _words(), question.joined
    if _names_tied(question) or question.speakers or names_petition(joined) or is_of_the_war_alone(joined):
        return None
    if words.of_russia.search(joined) and not (
        question.mentions or names_ukraine(joined) or words.oblasts.found(joined)
    ):
        # "Which Russian oblast has most American partners".
        return None
    if Trait.OF_STATE in _traits(question) and not names_ukraine(joined) and words.of_whole_states.search(joined):
        # "Whole states that were friends with oblasts".
        return None
    if not names_ukraine(joined) and region_asked(question, register):
        # "Побратимы городов Самарской области".
        return None
    states = tuple(state_names(question.all_states, register))
    facets = facets_asked(joined)
    if OF_BOTH.isdisjoint(facets.asked) and (with_russia := _beside_russia(question, facets, states)) is not None:
        return with_russia or None
    outside = tuple(state_names(question.excluded_states, register))
    if outside and words.either.search(joined):
        # "Not in New York or Ohio" rules out both.
        states, outside = (), (*outside, *states)
    return _narrowed(question, facets, states, outside)


def _beside_russia(question: Question, facets: Facets, states: tuple[str, ...]) -> UkraineAsked | Literal[False] | None:
    """What is asked of places with a partner in each country; False where a list of ties with Russia tells it, None
    where it is not asked.
    """
    words, joined = _words(), question.joined
    of_states = Facets(tuple(facet for facet in facets.asked if facet == "state"))
    if _is_swapped(joined):
        return UkraineAsked(facets=of_states, states=states, swapped=True)
    of_both = Trait.UKRAINIAN_PARTNER in _traits(question)
    having = words.having.search(joined) is not None and not is_done_to_the_ukrainian(joined)
    if question.standings and not of_both and having and words.of_russia.search(joined) and not question.mentions:
        # "Хто має українців, а з росіянами припинив".
        return UkraineAsked(facets=of_states, states=states, both=True, standings=question.standings)
    if question.standings and (having or (of_both and "ended" not in facets.asked)):
        # "Those that ended, how many have a Ukrainian partner now": the ties with Russia are asked for.
        return False
    if question.mentions or not words.both.search(joined):
        return None
    still = words.still.search(joined) is not None
    # Without any of these a list of ties with Russia answers, where that is asked for by its words.
    narrowed = still or of_states or states or not of_both
    return bool(narrowed) and UkraineAsked(facets=of_states, states=states, both=True, still=still)


def words_left(question: Question) -> list[str]:
    """The words of a question, as typed, by which ties with Ukraine might be narrowed, and are not."""
    words, joined = _words(), question.joined
    tables = (
        match for table in (words.told, words.oblasts) for found in table.found(joined).values() for match in found
    )
    asked = (
        match
        for phrase in (
            words.of_partners,
            words.of_ties,
            words.signed,
            words.ours,
            words.beside,
            words.first,
            words.last,
        )
        for match in phrase.finditer(joined)
    )
    known = words_matched((*tables, *asked))
    known |= words_of_facets(joined) | said_of_asker(question.text, question.words) | OF_TALKING
    # By size or in an order ties with Russia are told, and these are not.
    narrowing = question.narrowing
    sized = narrowing.understood if narrowing.over or narrowing.under or narrowing.sort else frozenset()
    of_size = [word.raw for word in question.words if word.norm in sized - narrowing.trait_words]
    telling = (word for word in (*question.asides, *of_size) if word.isalpha() and not narrows_nothing(word))
    return [word for word in telling if normalise(word) not in known]


def _names_tied(question: Question) -> bool:
    """Whether a place with a tie with Russia is asked about that is no state: a state's towns may be meant."""
    named = (mention for mention in question.mentions if not _is_ruled_out(mention, question))
    return any(place.kind is not PlaceKind.STATE for mention in named for place in mention.places)


def _is_ruled_out(mention: Mention, question: Question) -> bool:
    """Whether a name stands behind "without", "except" and the like."""
    before = " ".join(word.norm for word in question.words[max(0, mention.start - _NEAR) : mention.start])
    return mention.negated or _words().without.search(before) is not None


def names_petition(joined: str) -> bool:
    """Whether the petition is named in normalised words: what is signed is then no tie."""
    return _words().of_petition.search(joined) is not None


def is_of_ukraine_alone(question: Question) -> bool:
    """Whether ties with Ukraine are spoken of, by how many or how they stand; none with Russia, and not the war."""
    words, joined = _words(), question.joined
    if Intent.UKRAINE not in question.intents or _names_tied(question):
        return False
    if question.standings and _OF_STANDING.isdisjoint(facets_asked(joined).asked):
        return False
    return not (words.of_russia.search(joined) or words.of_war.search(joined))


def asks_for_the_first(joined: str) -> bool:
    """Whether the first or oldest is asked for in normalised words."""
    return _words().first.search(joined) is not None


def asks_for_the_last(joined: str) -> bool:
    """Whether the last or newest is asked for in normalised words."""
    return _words().last.search(joined) is not None


def names_ukraine(joined: str) -> bool:
    """Whether Ukraine, Ukrainians or what is theirs is named in normalised words."""
    return any(name in joined for name in _UKRAINE) or _words().ours.search(joined) is not None


def oblasts_asked(question: Question) -> UkraineAsked | None:
    """The ties with the Ukrainian regions that are named, whatever else is asked; None where none is."""
    oblasts = tuple(_words().oblasts.found(question.joined))
    return UkraineAsked(oblasts=oblasts) if oblasts else None


def told_beside_beginning(question: Question) -> Iterator[UkraineAsked]:
    """The ties with Ukraine that are told where it is asked how one comes to such a tie: those with the regions that
    are named, and of places that took one for a Russian one, where it is asked who did.
    """
    if there := oblasts_asked(question):
        yield there
    if _words().alike.search(question.joined):
        yield UkraineAsked(swapped=True)


def _narrowed(
    question: Question, facets: Facets, states: tuple[str, ...], outside: tuple[str, ...]
) -> UkraineAsked | None:
    words, joined = _words(), question.joined
    oblasts = tuple(words.oblasts.found(joined))
    ours = words.ours.search(joined) is not None
    of_ties = ours or (names_ukraine(joined) and words.of_ties.search(joined) is not None)
    counted = _counts_ukrainians(question)
    if not (oblasts or of_ties or counted or words.of_partners.search(joined)):
        return None
    facets = facets.beside(_crimea_named(question))
    # Standings are then those of the ties with Ukraine.
    if of_ties and not words.of_russia.search(joined) and not words.of_war.search(joined):
        facets = facets.beside(facets_of_standings(question.standings, joined))
    in_crimea = bool(states) and "crimea" in facets.asked
    if _names_others(question, told_by_facet=in_crimea or bool(oblasts) or "crimea" in facets.ruled_out):
        return None
    told = tuple(words.told.found(joined))
    timed = (of_ties and not words.of_russia.search(joined)) or words.signed.search(joined)
    signed = question.period is not None and timed
    whole_text = of_ties or len(question.words) <= _MOST_WORDS
    narrowed = question.standings or question.narrowing.narrows
    of_states = whole_text and (states or outside) and (of_ties or counted or not narrowed)
    if not (facets or oblasts or told or signed or of_states or counted) or _asks_how_to_begin(question):
        return None
    if Told.BY_STATE in told or words.of_cities.search(joined):
        facets = facets.without("state")
    period = None if "since_invasion" in facets.asked else question.period
    if spanned := _years_named(question):
        period, told = spanned, (*told, *((Told.BY_YEAR,) if Told.BY_YEAR not in told else ()))
    if "active" in facets.asked:
        told = tuple(dict.fromkeys((*told, Told.BY_STATUS)))
    first, last = asks_for_the_first(joined), asks_for_the_last(joined)
    if missing := [it for it in told if it in {Told.NO_STATE, Told.NO_OBLAST}]:
        facets, told = NO_FACETS, (missing[0],)
    elif _compares_states(question):
        told = tuple(dict.fromkeys((Told.BY_STATE, *told)))
    russia = bool(states) and Intent.COUNT in question.intents and words.and_russia.search(joined) is not None
    return UkraineAsked(
        facets,
        oblasts,
        states,
        period,
        told,
        outside=outside,
        without=tuple(_ruled_out(question)),
        russia=russia,
        first=first,
        last=last and not first,
    )


def _compares_states(question: Question) -> bool:
    """Whether it is asked how many a few states have: each is told its number."""
    return 1 < len(question.all_states) <= _FEW_STATES and Intent.COUNT in question.intents


def _counts_ukrainians(question: Question) -> bool:
    """Whether a list, a number, the first or the last is asked for, of Ukrainians and not of ties with Russia.

    "Which cities ended theirs because of the war in Ukraine" asks for those.
    """
    words, joined = _words(), question.joined
    if not (names_ukraine(joined) and question.intents & _OF_LISTS) or question.intents & _OF_SIDES:
        return False
    of_russia = question.standings or question.authorities or question.narrowing.kinds or _traits(question)
    if of_russia or (words.of_russia.search(joined) and not question.all_states):
        return False
    return words.of_war.search(joined) is None and explanation_phrases.phrased_by_words(question) is None


def _crimea_named(question: Question) -> Facets:
    """That Crimea is named, or ruled out."""
    for mention in question.mentions:
        if any(it.name == _CRIMEA for it in mention.others):
            named = ("crimea",)
            return Facets(ruled_out=named) if _is_ruled_out(mention, question) else Facets(named)
    return NO_FACETS


def _ruled_out(question: Question) -> Iterator[str]:
    """The places on either side that are named behind "without", "except" and the like."""
    for mention in question.mentions:
        if mention.known and mention.known[0].name != _CRIMEA and _is_ruled_out(mention, question):
            yield mention.known[0].name


def _years_named(question: Question) -> Period | None:
    """The time that several years span which are named one by one: "in 2022 and in 2023"."""
    years = {int(word.norm) for word in question.words if _YEAR.fullmatch(word.norm)}
    return Period(date(min(years), 1, 1), date(max(years), 12, 31)) if len(years) > 1 else None


def _traits(question: Question) -> tuple[Trait, ...]:
    return (*question.narrowing.traits, *question.narrowing.not_so)


def _asks_how_to_begin(question: Question) -> bool:
    """Whether it is asked how a place comes to a Ukrainian partner: an answer on file tells it."""
    phrased = explanation_phrases.phrased_by_words(question)
    return phrased is not None and phrased.id == HOW_TO_BEGIN


def _names_others(question: Question, *, told_by_facet: bool) -> bool:
    """Whether places are named whose own ties are asked about: American ones, or Ukrainian ones that no narrowing
    tells of.
    """
    named = [it for mention in question.mentions if not _is_ruled_out(mention, question) for it in mention.others]
    return any(it.country is Country.US for it in named) or (bool(named) and not told_by_facet)


def _is_swapped(joined: str) -> bool:
    """Whether it is asked who took a Ukrainian partner for a Russian one, and not how one's own place can."""
    match = _words().swapped.search(joined)
    return match is not None and _words().own.search(joined[: match.end()]) is None
