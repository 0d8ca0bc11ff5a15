"""From what an editor typed to a place for the register, or to a side of a new tie. Pure."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from cogs.editing import entry_sentences
from cogs.editing.offices import read_office
from cogs.editing.parsing import read_optional, read_text
from cogs.wording.date_parsing import EntryError
from cogs.wording.english import plural
from cogs.wording.names import place_name
from cogs.wording.tie_search import LABEL_LENGTH, MOST, Suggestion
from db.record.dataset.files import shared_names
from db.record.dataset.occupied import is_occupied
from db.record.dataset.texts import plain
from db.record.known_names import as_other
from db.record.models import Country, OtherPlace, Place, PlaceKind, Recipient
from db.record.ordinary_words import is_ordinary
from db.record.other_places import OtherPlaces
from db.record.register import Register
from db.record.resolver import find_places
from db.record.text import key
from db.record.values import value

# Where of several places of one name the chosen one lies, behind its name.
_SPOT = re.compile(r"\s*@\s*(-?\d+(?:\.\d+)?)\s*,\s*(-?\d+(?:\.\d+)?)\s*$")
_DASH = re.compile(r"[–—]")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_AND = re.compile(r"\s*[,;]\s*")
_NAME = re.compile(r"[^\W\d_][\w .'’ʼ–/()-]*")
_SHORTEST_NAME = 3
_REGISTERED = (Country.US, Country.RU)


@value
class PlaceEntry:
    """A place as typed. ``seat`` is the known place whose coordinates it gets, if it is no known place itself."""

    name: str
    kind: PlaceKind = PlaceKind.CITY
    seat: str = ""
    region: str = ""
    office: str = ""
    body: str = ""
    names: str = ""


@value
class EnteredPlace:
    """A place for the register, and the known other place that it is, None for one that was typed.

    ``dropped`` are names that it shares with other places, and so does not get.
    """

    place: Place
    known: OtherPlace | None
    dropped: tuple[str, ...] = ()


class KnownPlaces:
    """The known other places of America and Russia, to be offered while somebody types."""

    def __init__(self, places: Sequence[OtherPlace]) -> None:
        self.places = places
        self._starts = sorted(
            (name.casefold(), -int(population), number)
            for number, (country, name, _, _, _, population, _) in enumerate(OtherPlaces.of(places).fields())
            if country in _REGISTERED
        )

    def suggest(self, typed: str, register: Register) -> list[Suggestion]:
        """Those whose name begins with what was typed, a whole name first, then by size."""
        wanted = typed.partition(",")[0].partition("@")[0].strip().casefold()
        start = bisect_left(self._starts, (wanted,))
        found = []
        for name, size, number in self._starts[start : start + 40 * MOST]:
            if not name.startswith(wanted):
                break
            found.append((name != wanted, size, number))
        return [_suggestion(self.places[number], register) for *_, number in sorted(found)[:MOST]]


def _suggestion(place: OtherPlace, register: Register) -> Suggestion:
    name = place_name(place, register)
    told = f"{name} ({plural(place.population, 'person', 'people')})"
    return Suggestion(told[:LABEL_LENGTH], f"{name} @ {place.lat}, {place.lon}"[:LABEL_LENGTH])


def enter_place(typed: PlaceEntry, register: Register) -> EnteredPlace:
    """The place that was typed. Raises EntryError for one that cannot be entered, with what to do instead."""
    if typed.kind is PlaceKind.CITY and not typed.seat.strip():
        known = find_known(typed.name, register)
        place = _of_known(known, typed, register)
        return _without_shared_names(place, known, register)
    if not typed.seat.strip():
        raise EntryError(entry_sentences.SEAT_NEEDED)
    seat = find_known(typed.seat, register, among_register=True)
    return _without_shared_names(_of_seat(seat, typed, register), None, register)


def find_known(typed: str, register: Register, *, among_register: bool = False) -> OtherPlace:
    """The known place that a text names, by its name or as it was offered. With ``among_register``, the register's
    places are known as well. Raises EntryError for none or several.
    """
    spot = _SPOT.search(typed)
    named = find_places(_SPOT.sub("", typed), register)
    mine = [place for mention in named.resolution.alone for place in mention.places]
    mine += [register.place(name) for tie in named.resolution.paired for name in (tie.us, tie.ru)]
    others = list(named.without_tie)
    if spot is not None:
        others = [place for place in others if (place.lat, place.lon) == (float(spot[1]), float(spot[2]))] or others
    if among_register:
        others += [as_other(place) for place in mine if place.lat is not None]
    found = [place for place in others if place.country in _REGISTERED]
    if len(found) == 1:
        return found[0]
    if len(found) > 1:
        raise EntryError(entry_sentences.which_known([_suggestion(place, register).value for place in found[:8]]))
    if others:
        raise EntryError(entry_sentences.is_ukrainian(others[0].name))
    if mine:
        raise EntryError(entry_sentences.place_known(place_name(mine[0], register)))
    raise EntryError(entry_sentences.no_known_place(typed))


def _of_known(known: OtherPlace, typed: PlaceEntry, register: Register) -> Place:
    is_us = known.country is Country.US
    region = None if is_us else read_optional("region", typed.region)
    untold = [] if is_us or region else [entry_sentences.REGION_NOT_LOOKED_UP]
    return Place(
        id=_free_id(known.name, typed.kind, known.state if is_us else "", region, register),
        country=known.country,
        name=known.name,
        kind=typed.kind,
        state=known.state or None,
        region=region,
        lat=known.lat,
        lon=known.lon,
        population=known.population or None,
        aliases=tuple(dict.fromkeys((*known.aliases, *_names(typed)))),
        note=" ".join([entry_sentences.NUMBER_NOT_LOOKED_UP, *untold]),
        recipients=_recipients(known.name, typed) if is_us else (),
    )


def _of_seat(seat: OtherPlace, typed: PlaceEntry, register: Register) -> Place:
    name = _read_name(typed.name.partition(",")[0])
    known = _of_known(replace(seat, name=name, population=0, aliases=()), typed, register)
    return replace(known, note=entry_sentences.coordinates_of(seat.name), region=known.region or _own_region(known))


def _own_region(place: Place) -> str | None:
    return place.name if place.country is Country.RU and place.kind is PlaceKind.REGION else None


def _recipients(name: str, typed: PlaceEntry) -> tuple[Recipient, ...]:
    """The office that letters go to: as typed, or a city's usual one."""
    if typed.office or typed.body:
        office = read_office(typed.office, name)
        return (Recipient(office, read_text("body", typed.body)),)
    if typed.kind is not PlaceKind.CITY:
        raise EntryError(entry_sentences.OFFICE_NEEDED)
    return (Recipient(f"Mayor of {name}", f"{name} City Council"),)


def _names(typed: PlaceEntry) -> tuple[str, ...]:
    return tuple(_read_name(name) for name in _AND.split(typed.names.strip()) if name)


def _read_name(typed: str) -> str:
    """A name that nobody takes for a word. Raises EntryError for one that many would."""
    name = read_text("name", typed)
    if _NAME.fullmatch(name) is None or len(key(name)) < _SHORTEST_NAME or is_ordinary(key(name)):
        raise EntryError(entry_sentences.no_name(name))
    return name


def _free_id(name: str, kind: PlaceKind, state: str, region: str | None, register: Register) -> str:
    """The id of a place, as the record's are: ``austin-tx``, ``iowa``, ``tver``. Raises EntryError for one that is
    there.
    """
    is_state = kind is PlaceKind.STATE
    plain_id = _slug(name if is_state else f"{name} {state}")
    known = register.record.places
    if plain_id not in known:
        return plain_id
    longer = _slug(f"{name} {region or ''}")
    if state or longer in known:
        raise EntryError(entry_sentences.place_known(place_name(known[plain_id], register)))
    return longer


def _slug(text: str) -> str:
    bare = unicodedata.normalize("NFKD", _DASH.sub(" ", text)).encode("ascii", "ignore").decode().lower()
    slug = _NOT_SLUG.sub("-", bare.replace("'", "")).strip("-")
    if not slug:
        raise EntryError(entry_sentences.LATIN_NEEDED)
    return slug


def _without_shared_names(place: Place, known: OtherPlace | None, register: Register) -> EnteredPlace:
    """The place without names that others have. Raises EntryError for an occupied place, and where its own name is
    another's.
    """
    if place.country is Country.RU and is_occupied(place):
        raise EntryError(entry_sentences.is_ukrainian(place.name))
    record = register.record
    holders = {plain(name): other for other in record.places.values() for name in (other.name, *other.aliases)}
    ukrainian = {plain(tie.ua_name) for tie in record.ukraine_ties.values()} if place.country is Country.RU else set()
    taken = holders.keys() | ukrainian
    if (other := holders.get(plain(place.name))) is not None and plain(place.name) not in shared_names():
        raise EntryError(entry_sentences.name_taken(place.name, place_name(other, register)))
    dropped = tuple(name for name in place.aliases if plain(name) in taken)
    kept = tuple(name for name in place.aliases if name not in dropped)
    return EnteredPlace(replace(place, aliases=kept), known, dropped)


def find_side(typed: str, country: Country, register: Register) -> Place:
    """The register's place of a country that a text names. Raises EntryError for none or several."""
    wanted = key(typed)
    named = find_places(typed, register).resolution
    ids = {place.id for mention in named.alone for place in mention.places}
    ids |= {name for tie in named.paired for name in (tie.us, tie.ru)}
    ids |= {place.id for place in _idle(register) if wanted in (key(place.name), key(place_name(place, register)))}
    ids |= {typed.strip()} & register.record.places.keys()
    found = [place for name in ids if (place := register.place(name)).country is country]
    exact = [place for place in found if wanted in (key(place_name(place, register)), key(place.id))]
    found = exact or found
    if len(found) == 1:
        return found[0]
    if found:
        raise EntryError(entry_sentences.several_sides(sorted(place_name(place, register) for place in found)[:8]))
    raise EntryError(entry_sentences.no_such_side(typed))


def suggest_sides(typed: str, country: Country, register: Register) -> list[Suggestion]:
    """The register's places of a country for what has been typed so far: those in no tie yet, then the others."""
    wanted = key(typed)
    idle = [place for place in _idle(register) if key(place.name).startswith(wanted)]
    found = [place for place in (*idle, *register.gazetteer.starting(wanted, MOST)) if place.country is country]
    names = [place_name(place, register)[:LABEL_LENGTH] for place in found[:MOST]]
    return [Suggestion(name, name) for name in dict.fromkeys(names)]


def _idle(register: Register) -> list[Place]:
    """The places of the register that are in no tie yet: few."""
    return [place for place in register.record.places.values() if not register.ties_of(place.id)]
