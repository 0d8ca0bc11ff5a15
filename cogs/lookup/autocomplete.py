"""Names to offer while a person types. Pure."""

from __future__ import annotations

from cogs.wording.english import clip, plural
from cogs.wording.names import place_name
from cogs.wording.status import standing_word
from cogs.wording.tie_search import LABEL_LENGTH, MOST, Suggestion
from db.record.models import Country, Place, PlaceKind
from db.record.register import Register
from db.record.standings import STANDINGS
from db.record.text import clean, key

# How a Russian region is called behind the name of its capital.
_OF_REGIONS = ("Krai", "Oblast")


def suggest(typed: str, register: Register) -> list[Suggestion]:
    """Register places for what has been typed so far, best match first, then by size; the largest if nothing has."""
    wanted = key(clean(typed))
    places = register.gazetteer.starting(wanted, MOST) or _like(wanted.replace(" ", ""), register)
    return [_suggestion(place, register) for place in places]


def _like(compact: str, register: Register) -> list[Place]:
    if sounding := [item for item in register.gazetteer.sounding(compact) if isinstance(item, Place)]:
        return sounding
    found = register.gazetteer.like(compact, most=MOST)
    return list(dict.fromkeys(item for guess in found for item in guess.named if isinstance(item, Place)))


def _suggestion(place: Place, register: Register) -> Suggestion:
    name = place_name(place, register)
    ties = register.ties_of(place.id)
    if len(ties) == 1:
        partner = register.place(ties[0].ru if ties[0].us == place.id else ties[0].us)
        standing = register.status(ties[0].id).standing
        word = standing_word(ties[0], register, STANDINGS[standing].word)
        told = f"{STANDINGS[standing].shape} {word}, with {partner.name}"
    else:
        told = plural(len(ties), "tie")
    return Suggestion(clip(f"{name} ({told})", LABEL_LENGTH), clip(_sought(place, name, register), LABEL_LENGTH))


def _sought(place: Place, name: str, register: Register) -> str:
    """The name by which a place is found again: with its kind where a region is called by the same word."""
    if place.country is not Country.RU or place.kind is not PlaceKind.CITY:
        return name
    called_so = any(register.gazetteer.exact(key(f"{place.name} {word}")) for word in _OF_REGIONS)
    return name.replace(place.name, f"{place.name} {place.kind.value}", 1) if called_so else name
