"""Places and ties by their names. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from db.record.fact_tables import complete
from db.record.models import Country, OtherPlace, Place, PlaceKind, Tie
from db.record.register import Register

# What a region's name ends in that is a city; nobody says it in a place's name.
_FEDERAL_CITY = "(federal city)"
# What a place is called whose own word and decision counts.
_BODIES = complete(
    PlaceKind,
    {
        PlaceKind.CITY: "city",
        PlaceKind.COUNTY: "county",
        PlaceKind.STATE: "state",
        PlaceKind.REGION: "region",
        PlaceKind.METRO: "city",
        PlaceKind.BOROUGH: "borough",
    },
)


def place_name(place: Place | OtherPlace, register: Register) -> str:
    """A place by its full name: ``Portland, Oregon``; ``Khabarovsk, Khabarovsk Krai, Russia``; ``Vermont``."""
    if place.country is Country.US:
        state = register.record.states.get(place.state or "")
        name = state.name if state else place.state
        return f"{place.name}, {name}" if name and name != place.name else place.name
    if place.country is Country.UA:
        return f"{place.name}, Ukraine"
    region = place.region if isinstance(place, Place) else None
    if region is None or place.name in region:
        return f"{place.name}, Russia"
    return f"{place.name}, {region.removesuffix(_FEDERAL_CITY).rstrip()}, Russia"


def body_of(tie: Tie, register: Register) -> str:
    """What the American side of a tie is, in a word: ``city``, ``county``, ``state``, ``borough``."""
    return _BODIES[register.place(tie.us).kind]


def state_names(codes: Iterable[str], register: Register) -> list[str]:
    """States by their names; codes of none are passed over."""
    known = register.record.states
    return [known[code].name for code in codes if code in known]


def short_name(place: Place | OtherPlace, register: Register) -> str:
    """A place's name as one would say it beside others: ``Portland, Oregon``; ``Khabarovsk``."""
    return place_name(place, register) if place.country is Country.US else place.name


def tie_name(tie: Tie, register: Register) -> str:
    """A tie by the full names of its places: ``Portland, Oregon – Khabarovsk, Russia``."""
    return f"{place_name(register.place(tie.us), register)} – {place_name(register.place(tie.ru), register)}"


def pair_name(tie: Tie, register: Register) -> str:
    """A tie by the names that one says: ``Portland, Oregon – Khabarovsk``."""
    return f"{short_name(register.place(tie.us), register)} – {register.place(tie.ru).name}"
