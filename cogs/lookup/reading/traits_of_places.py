"""Of which kinds of places ties are asked for: of states, of counties, of all but cities. Pure."""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.model import Trait
from cogs.lookup.phrases.late_patterns import LATE

_OF_COUNTY_BODIES = LATE.compile(
    r"\b(?:county|borough|окружн\w*) (?:council|commission|board|legislat|executive|official|government|рад|совет)"
)
_TOWNS = LATE.compile(r"\b(?:cit|town|municip|village|мист|город|громад)")
_KIND_OF_PLACE = (
    r"(?:cit(?:y|ies)|citys|towns?|municipalit\w+|villages?|count(?:y|ies)|boroughs?|states?"
    r"|мист\w*|город\w*|громад\w*|округ\w*|штат\w*)"
)
# Kinds of places in a row: "cities, counties and states".
_KINDS_OF_PLACES = LATE.compile(
    rf"\b(?<!not )(?<!no ){_KIND_OF_PLACE} (?:{_KIND_OF_PLACE} )*(?:and|or|чи|або|та|и|или|и) (?:an? |any |every )?"
    r"(?:count(?:y|ies)|boroughs?|states?|cit(?:y|ies)|citys|towns?|округ\w*|штат\w*|мист\w*|город\w*)\b"
)
_NOT_CITIES = LATE.compile(r"\b(?:not|no|never|не|ни|без) (?:of |for |the |any )?(?:cities|citys|towns|мист|город)\b")
_TOWNS_ALONE = LATE.compile(
    r"\b(?:towns?|villages?|містечк\w*|городк\w*|мистечк\w*) (?:and |but |а )?(?:not|не) (?:the )?(?:cit|мист|город)"
)
# How the ties in states stand, and none of states themselves.
_OF_TIES_THERE = LATE.compile(
    r"\bstates (?:have|has|with|had|hold|lead|got) (?:\w+ )?(?:most|fewest|more|least)\b"
    r"|\bштат\w* (?:\w+ ){0,2}(?:наибильш\w*|наибол\w*|бильш\w*|больш\w*)"
    r"|\b(?:(?:whole|entire) states?|states? (?:as a whole|entirely|completely)) (?:\w+ ){0,2}"
    r"(?:clean|clear|free|done|finished|out|rid|without|with no|where|nothing|has no|have no)\b"
)
_STATES = LATE.compile(r"\b(?:states?|штат\w*)\b")
_OF_PLACES = frozenset({Trait.OF_COUNTY, Trait.OF_STATE, Trait.NOT_OF_STATE})
ALL_KINDS_OF_PLACES = _OF_PLACES | {Trait.NOT_OF_CITY, Trait.OF_CITY, Trait.NO_PLAIN_CITY}


def of_places_meant(found: Sequence[Trait], joined: str) -> tuple[Trait, ...]:
    """The traits, of those that say of what kind a place is only what is meant: states, counties, both, no cities."""
    found = tuple(found)
    if Trait.OF_COUNTY in found and _OF_COUNTY_BODIES.search(joined):
        # "No city or county council" asks for no counties.
        found = tuple(trait for trait in found if trait is not Trait.OF_COUNTY)
    if any(_TOWNS.search(match.group()) for match in _KINDS_OF_PLACES.finditer(joined)):
        # "Every municipality, county or state": all that there are.
        found = tuple(trait for trait in found if trait not in {*_OF_PLACES, Trait.NOT_OF_CITY})
    if Trait.OF_COUNTY in found and Trait.OF_STATE in found:
        found = (*found, Trait.NOT_OF_CITY)
    elif Trait.OF_STATE in found or (Trait.OF_COUNTY in found and _STATES.search(joined) is None):
        found = tuple(trait for trait in found if trait is not Trait.NOT_OF_CITY)
    if Trait.OF_STATE in found and _OF_TIES_THERE.search(joined):
        # "Which three states have the most unconfirmed", "the whole state clean, nothing active" ask for no ties of
        # states themselves.
        found = tuple(trait for trait in found if trait is not Trait.OF_STATE)
    if Trait.NOT_OF_CITY in found and _TOWNS_ALONE.search(joined):
        # "Towns, not cities" are no states or counties.
        found = tuple(trait for trait in found if trait is not Trait.NOT_OF_CITY)
    if Trait.OF_STATE in found and _NOT_CITIES.search(joined):
        # "Whole states only, not cities".
        found = tuple(trait for trait in found if trait is not Trait.NOT_OF_STATE)
    if Trait.NO_PLAIN_CITY in found:
        found = tuple(trait for trait in found if trait not in {*_OF_PLACES, Trait.NOT_OF_CITY})
    if Trait.NOT_OF_CITY in found:
        found = tuple(trait for trait in found if trait not in _OF_PLACES)
    return found
