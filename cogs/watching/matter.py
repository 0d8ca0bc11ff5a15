"""Whether a text is about a tie: it names both sides, or one side and words of the matter. Pure.

It says which words matched, so that an editor sees at once why a machine handed it in.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from db.record.mentions import Mention
from db.record.models import Country, Place, Tie
from db.record.register import Register
from db.record.resolver import find_places
from db.record.values import value

LONGEST_TEXT = 4000
_SHORTEST_BEGINNING = 3
_WORD = re.compile(r"\w+")
_SISTERS = re.compile(
    r"\bsister[ -]?(?:cit(?:y|ies)|count(?:y|ies)|states?)\b|\btwin(?:ned|ning)?[ -](?:cit(?:y|ies)|towns?)\b"
    r"|\btwinning\b|\b(?:friendship|partner)[ -]cit(?:y|ies)\b|\bпобратим\w*|\bпородн[её]нн\w*",
    re.IGNORECASE,
)
_RUSSIA = re.compile(r"\brussian?s?\b|\bросси\w*|\bросі\w*|\bkremlin\b|\bputin\b", re.IGNORECASE)
_AMERICA = re.compile(r"\bamerican?\b|\bunited states\b|\bu\.s\.|\b(?-i:USA?)\b|\bсша\b|\bамерик\w*", re.IGNORECASE)


@value
class Hit:
    """What a text is about: a tie, or a place where it may be one of several; and the words that say so."""

    place: Place
    tie: Tie | None
    words: tuple[str, ...]


def find_matter(text: str, register: Register, covers: Collection[str] = ()) -> Hit | None:
    """What a text is about, if it is about a tie at all. ``covers`` are the U.S. places that its source is about.

    What covers one place alone names that place with every text of it.
    """
    read = text[:LONGEST_TEXT]
    if not _may_be(read, register):
        return None
    mentions = [mention for mention in find_places(read, register).names.mentions if mention.places]
    sisters = _SISTERS.search(read)
    both = _both_named(mentions, register, covers)
    if both is not None:
        tie, named = both
        return Hit(register.place(tie.us), tie, (*named, *_said(sisters)))
    if sisters is None:
        return None
    return _one_named(mentions, register, covers, read, sisters[0])


def _may_be(text: str, register: Register) -> bool:
    """Whether a text has words of the matter, or a word with which the name of a Russian partner begins.

    Nearly every text has neither, and reading all its names takes fifty times as long.
    """
    if _SISTERS.search(text):
        return True
    words = set(_WORD.findall(text.casefold()))
    whole, beginnings = _first_words(register, register.version)
    foreign = [word for word in words if not word.isascii()]
    return not whole.isdisjoint(words) or any(word.startswith(beginnings) for word in foreign)


@lru_cache(maxsize=1)
def _first_words(register: Register, version: int) -> tuple[frozenset[str], tuple[str, ...]]:
    """The words with which the names of Russian partners begin: in Latin letters whole, in others without the last
    letters, which change by case.
    """
    places = [place for place in register.record.places.values() if place.country is Country.RU]
    firsts = {_WORD.findall(name.casefold())[0] for place in places for name in (place.name, *place.aliases)}
    cut = (word[: max(_SHORTEST_BEGINNING, len(word) - 2)] for word in firsts if not word.isascii())
    return frozenset(word for word in firsts if word.isascii()), tuple(sorted(set(cut)))


def _both_named(
    mentions: Sequence[Mention], register: Register, covers: Collection[str]
) -> tuple[Tie, tuple[str, ...]] | None:
    """A tie both of whose places are named, by two names; the source's own place is named by the source."""
    for ours, theirs in _pairs(mentions, register, covers):
        tie = register.tie_between(ours.id, theirs[0].id)
        if tie is not None:
            names = [_name_of(mentions, ours), theirs[1]]
            if len(set(names)) == len(names):
                return tie, tuple(name for name in names if name)
    return None


def _pairs(
    mentions: Sequence[Mention], register: Register, covers: Collection[str]
) -> Iterator[tuple[Place, tuple[Place, str]]]:
    russian = [
        (place, mention.typed) for mention in mentions for place in mention.places if place.country is Country.RU
    ]
    american = [place for mention in mentions for place in mention.places if place.country is Country.US]
    wanted = [place for place in american if not covers or place.id in covers]
    if len(covers) == 1:
        wanted += [register.place(name) for name in covers if name in register.record.places]
    yield from ((ours, theirs) for ours in wanted for theirs in russian)


def _name_of(mentions: Sequence[Mention], place: Place) -> str:
    return next((mention.typed for mention in mentions if place in mention.places), "")


def _one_named(
    mentions: Sequence[Mention], register: Register, covers: Collection[str], text: str, sisters: str
) -> Hit | None:
    """One side is named, the words of the matter, and the other side's country."""
    russia, america = _RUSSIA.search(text), _AMERICA.search(text)
    american = [place for mention in mentions for place in mention.places if place.country is Country.US]
    if len(covers) == 1:
        american += [register.place(name) for name in covers if name in register.record.places]
    for place in american:
        ties = register.ties_of(place.id)
        if russia and ties and (not covers or place.id in covers):
            names = [name for name in (_name_of(mentions, place), sisters, russia[0]) if name]
            return Hit(place, ties[0] if len(ties) == 1 else None, tuple(names))
    for mention in mentions if america and not covers else ():
        for place in mention.places:
            ties = register.ties_of(place.id)
            if place.country is Country.RU and ties and america:
                return Hit(place, ties[0] if len(ties) == 1 else None, (mention.typed, sisters, america[0]))
    return None


def _said(found: re.Match[str] | None) -> tuple[str, ...]:
    return (found[0],) if found else ()
