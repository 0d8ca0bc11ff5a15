"""From what a person typed for a place or a tie to the ties that are meant, or may be. Pure."""

from __future__ import annotations

from heapq import nlargest

from cogs.wording.names import tie_name
from cogs.wording.status import standing_word
from db.record.models import Country, OtherPlace, Tie
from db.record.register import Register
from db.record.resolver import find_places
from db.record.standings import STANDINGS
from db.record.text import clean, key
from db.record.values import value

MOST = 25
LABEL_LENGTH = 100


@value
class Suggestion:
    """A line offered while a person types. ``value`` is readable text that finds what is meant again.

    Both have at most 100 characters.
    """

    label: str
    value: str


@value
class TieSearch:
    """The ties a text may mean and, if there are none, the places without one, the largest first.

    ``places`` are American, ``abroad`` are Ukrainian and Russian.
    """

    ties: tuple[Tie, ...] = ()
    places: tuple[OtherPlace, ...] = ()
    abroad: tuple[OtherPlace, ...] = ()


def search_ties(typed: str, register: Register) -> TieSearch:
    """What a text names: a tie by its id, name or places, the ties of a place or state, or a place without one."""
    found = find_places(typed, register)
    ties = found.ties(register)
    if not ties:
        without_tie = found.without_tie
        return TieSearch(
            places=tuple(place for place in without_tie if place.country is Country.US),
            abroad=tuple(place for place in without_tie if place.country is not Country.US),
        )
    wanted = key(clean(typed))
    return TieSearch(tuple(tie for tie in ties if key(tie_name(tie, register)) == wanted) or ties)


def likely_ties(typed: str, register: Register) -> list[Tie]:
    """Ties for what has been typed so far, the best match first; those of the largest U.S. places if nothing has."""
    text = clean(typed)
    if not key(text):
        return nlargest(MOST, register.record.ties.values(), key=lambda tie: register.place(tie.us).population or 0)
    places = register.gazetteer.starting(key(text), MOST)
    named = [tie for place in places for tie in register.ties_of(place.id)] or search_ties(text, register).ties
    return list({tie.id: tie for tie in named}.values())[:MOST]


def suggest_ties(typed: str, register: Register) -> list[Suggestion]:
    """The likely ties, each with its standing by its shape."""
    return [_suggestion(tie, register) for tie in likely_ties(typed, register)]


def _suggestion(tie: Tie, register: Register) -> Suggestion:
    name = tie_name(tie, register)
    label = standing_word(tie, register, f"{STANDINGS[register.status(tie.id).standing].shape} {name}")
    return Suggestion(label[:LABEL_LENGTH], name if len(name) <= LABEL_LENGTH else tie.id)
