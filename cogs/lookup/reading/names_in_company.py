"""Names of places among the other words of a question: part of a longer name, or no name at all. Pure."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from cogs.lookup.reading.framing import words_found
from cogs.lookup.reading.intents import ASKED_STANDINGS
from db.record.mentions import Mention
from db.record.models import Country, PlaceKind
from db.record.ordinary_words import is_ordinary
from db.record.text import Token, normalise

# A text with more capitals than this is a headline, in which they tell nothing.
_MOST_CAPITALS = 0.7
_SHORTEST_TITLE = 4
_COUNTS_OF_VOTES = frozenset({"tally"})
_BEFORE_A_COUNT = frozenset(
    "the a each its their final vote votes voting exact with and full official council running current overall total "
    "state quick short good my your our this that".split()
)
_BEHIND_A_COUNT = frozenset("please pls plz for of by per".split())
# Before a name these ask about each place of that name.
_EACH = frozenset(
    map(normalise, "both two three each either обидва обидві обидвох оба обе обеих обоих обох два две дві".split())
)
_BEFORE_EACH = 2
_JOINS = frozenset(map(normalise, "and or vs versus и или чи або та й і".split()))
_NUMERALS = frozenset({"сім"})
_PLACES_IN_GENERAL = frozenset("cities citys towns ones places ties counties pairs".split())


def is_of_each(mention: Mention, words: Sequence[Token]) -> bool:
    """Whether all places of one name are asked about: "both Portlands", "the two Portlands", "any of the Portlands"."""
    if len(mention.places) <= 1 or mention.qualified:
        return False
    before = {word.norm for word in words[max(0, mention.start - _BEFORE_EACH) : mention.start]}
    return not _EACH.isdisjoint(before) or mention.typed.casefold() == f"{mention.places[0].name.casefold()}s"


def without_words_known(
    mentions: Iterable[Mention],
    words: Sequence[Token],
    hits: Mapping[str, Iterable[re.Match[str]]],
    traits: frozenset[str],
) -> list[Mention]:
    """The names without those that were only like one, where the word is one for how ties stand: "severs", Seversk.

    And without nicknames and those of places that have no tie, where the word is one for what is so of a tie: "Chamber
    of Commerce", "a recorded tally".
    """
    known = words_found(hits, ASKED_STANDINGS)
    return [
        named
        for named in mentions
        if not (named.distance and all(word.norm in known for word in words[named.start : named.end]))
        and not (
            (named.weak or not named.places) and all(word.norm in traits for word in words[named.start : named.end])
        )
        and not _is_adjective(named, words)
        and not _is_count_of_votes(named, words)
        and not _is_numeral(named, words)
    ]


def without_second_readings(mentions: Iterable[Mention]) -> list[Mention]:
    """The names without those that fit no place with a tie, where the same name does elsewhere in the text: in "Moscow?
    which American towns were with Moscow" both are the one. With its state said a name has no other reading: "Moscow,
    Idaho, and Moscow".
    """
    named = [*mentions]
    paired = {each.typed.casefold() for each in named if each.places}
    return [each for each in named if each.places or each.qualified or each.typed.casefold() not in paired]


def in_one_country(mentions: Iterable[Mention], words: Sequence[Token], *, compared: bool) -> list[Mention]:
    """The names, those that are joined to a Russian one as Russian ones, where they can be: in "Moscow or St.
    Petersburg, who has more" no place in Florida is held against Moscow. Two alone may be a pair, unless ``compared``.
    """
    named = [*mentions]
    if len(named) <= (1 if compared else 2):
        return named
    russian = [it for it in named if it.places and all(place.country is Country.RU for place in it.places)]
    return [_as_russian(it) if any(_are_joined(it, other, words) for other in russian) else it for it in named]


def _are_joined(one: Mention, other: Mention, words: Sequence[Token]) -> bool:
    """Whether nothing but a comma or a joining word stands between two names."""
    first, last = sorted((one, other), key=lambda it: it.start)
    between = [word.norm for word in words[first.end : last.start]]
    return one is not other and len(between) <= 1 and _JOINS.issuperset(between)


def _as_russian(mention: Mention) -> Mention:
    russian = tuple(place for place in mention.places if place.country is Country.RU)
    return replace(mention, places=russian) if russian and not mention.qualified else mention


def without_states_of_cities(mentions: Iterable[Mention]) -> list[Mention]:
    """The names without those of states that only say where the city right behind them is: "Vermont's Burlington"."""
    named = [*mentions]
    within = {each.start: _states_of(each) for each in named if _is_city(each)}
    return [each for each in named if not _is_state_of(each, within.get(each.end, set()))]


def _states_of(mention: Mention) -> set[str | None]:
    return {place.state for place in mention.places} | {place.state for place in mention.others}


def _is_city(mention: Mention) -> bool:
    return all(place.kind is not PlaceKind.STATE for place in mention.places)


def _is_state_of(mention: Mention, states: Collection[str | None]) -> bool:
    return any(place.kind is PlaceKind.STATE and place.state in states for place in mention.places)


def _is_count_of_votes(named: Mention, words: Sequence[Token]) -> bool:
    """Whether a nickname is the everyday word for how a vote was counted: "and the tally", "the vote tally"."""
    word = words[named.start]
    before = words[named.start - 1].norm if named.start else ""
    alone = named.end == named.start + 1 and not word.capital
    behind = words[named.end].norm if named.end < len(words) else ""
    counts = before in _BEFORE_A_COUNT or behind in _BEHIND_A_COUNT
    return alone and word.norm in _COUNTS_OF_VOTES and counts


def _is_numeral(named: Mention, words: Sequence[Token]) -> bool:
    """Whether a name of no place with a tie is a number in words: "сім штук", and not Sim in the Urals."""
    word = words[named.start]
    return not named.places and named.end == named.start + 1 and word.raw in _NUMERALS


def _is_adjective(named: Mention, words: Sequence[Token]) -> bool:
    """Whether an everyday word that is also a name only says of what kind some places are: "the normal cities"."""
    word, after = words[named.start], words[named.end].norm if named.end < len(words) else ""
    alone = named.end == named.start + 1 and not word.capital
    return alone and after in _PLACES_IN_GENERAL and is_ordinary(word.norm)


def in_company(
    mentions: Iterable[Mention], words: Sequence[Token], asides: Sequence[Token], text: str
) -> tuple[Mention, ...]:
    """The names, those that are part of a longer one as plain ones: ``Homer Simpson``, ``Dallas Cowboys``."""
    if sum(word.capital for word in words) > _MOST_CAPITALS * len(words) and len(words) > _SHORTEST_TITLE:
        return tuple(mentions)
    names = {word for word in asides if word.capital and len(word.norm) > 2}
    if not names:
        return tuple(mentions)
    return tuple(replace(named, plain=named.plain or _is_part(named, words, names, text)) for named in mentions)


def _is_part(mention: Mention, words: Sequence[Token], names: Collection[Token], text: str) -> bool:
    """Whether a name stands beside another, with a blank between them and nothing else."""
    first, last = words[mention.start], words[mention.end - 1]
    before = words[mention.start - 1] if mention.start > 1 else None
    after = words[mention.end] if mention.end < len(words) else None
    return (before in names and before is not None and text[before.end : first.start] == " ") or (
        after in names and after is not None and text[last.end : after.start] == " "
    )
