"""What must hold within and between the entries of a dataset. A rule notes its faults, and the others go on."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from db.record.codec import date_fields
from db.record.dataset.acts import check_acts, check_listings, check_searches
from db.record.dataset.files import (
    PETITION,
    REGIONS,
    SHARED_NAMES,
    SOURCES,
    STATES,
    TALKING_POINTS,
    UKRAINE_TIES,
    DatasetReader,
    Fault,
    place_file,
    tie_file,
)
from db.record.dataset.occupied import is_occupied
from db.record.dataset.point_rules import check_point
from db.record.dataset.source_rules import check_source
from db.record.dataset.texts import Note, check_notes, check_wording, plain
from db.record.models import Act, Country, Listing, PartialDate, Place, Record, Tie, UsState
from db.record.pages import AddressError, page_of, read_address

EARLIEST = 1940
UKRAINE_STATUSES = ("active", "friendship", "partner", "intent", "inactive", "ended", "unknown")
_COMING = {"hearing"}
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_record(record: Record, reading: DatasetReader) -> None:
    """Note every fault that shows only between entries, or that breaks a rule of the record, not of its form."""
    _check_places(record, reading)
    _check_shared_names(record, reading)
    for tie in record.ties.values():
        _check_tie(tie, record, reading)
    _check_twice(record, reading)
    _check_sources(record, reading)
    _check_points(record, reading)
    _check_ukraine(record, reading)
    _check_petition_and_regions(record, reading)
    _check_use(record, reading)
    for file, entry, name, first in _dates(record):
        if first.year < EARLIEST:
            reading.fault(file, entry, name, _too_early(first.year))


def _too_early(year: int) -> str:
    return f"{year} is before {EARLIEST}, when there were no such ties; check the year"


def future_dates(record: Record, today: date) -> tuple[Fault, ...]:
    """The dates after ``today``, coming hearings aside: slips in the dataset, unless it is the clock that is wrong."""
    return tuple(
        Fault(file, entry, name, f"{first} is in the future (today is {today}); check the date")
        for file, entry, name, first in _dates(record)
        if first > today and name not in _COMING
    )


def _check_places(record: Record, reading: DatasetReader) -> None:
    ukrainian = {plain(tie.ua_name) for tie in record.ukraine_ties.values()}
    for place in record.places.values():
        file = reading.files["place", place.id]
        if not _SLUG.fullmatch(place.id):
            reading.fault(file, place.id, "id", "use small letters, digits and single hyphens")
        if file != place_file(place) and place.country is not Country.UA:
            reading.fault(file, place.id, "country", f"a place in {place.country} belongs in {place_file(place)}")
        if place.country is Country.US:
            _check_us_place(place, file, reading)
        else:
            _check_russian_place(place, file, ukrainian, reading)
        if (place.lat is None or place.lon is None or place.geoname_id is None) and not place.note:
            reading.fault(file, place.id, "note", "lat, lon or geoname_id is missing; say why in a note")
        if not (-90 <= (place.lat or 0) <= 90 and -180 <= (place.lon or 0) <= 180):
            reading.fault(file, place.id, "lat", "lat is from -90 to 90 and lon from -180 to 180; check both")


def _check_us_place(place: Place, file: str, reading: DatasetReader) -> None:
    if place.state is None:
        reading.fault(file, place.id, "state", "a U.S. place needs its state's postal code")
    elif not reading.knows("state", place.state):
        reading.fault(file, place.id, "state", f'"{place.state}" is no state\'s postal code in {STATES}')
    if not place.recipients:
        reading.fault(file, place.id, "recipient", "a U.S. place needs a [[place.recipient]] with office and body")
    for recipient in place.recipients:
        if recipient.page is not None:
            _check_address(file, place.id, "page", recipient.page, reading)


def _check_russian_place(place: Place, file: str, ukrainian: set[str], reading: DatasetReader) -> None:
    if place.country is not Country.RU:
        reading.fault(
            file, place.id, "country", f'"{place.country}" cannot be in a tie of this register; only US and RU can'
        )
    if is_occupied(place):
        reading.fault(
            file, place.id, "", "is Ukrainian: occupied Ukrainian places never enter the Russian register; remove it"
        )
    elif ukrainian & {plain(name) for name in (place.name, *place.aliases)}:
        reading.fault(
            file, place.id, "aliases", f"shares a name with a Ukrainian partner in {UKRAINE_TIES}; check which is meant"
        )
    if not (place.region or place.note):
        reading.fault(
            file, place.id, "region", "a Russian place needs its region, or a note that says why there is none"
        )


def _check_shared_names(record: Record, reading: DatasetReader) -> None:
    shared = reading.toml(SHARED_NAMES).get("names", [])
    if not isinstance(shared, list):
        reading.fault(SHARED_NAMES, "", "names", "must be a list of names in quotes")
        return
    holders: defaultdict[str, list[str]] = defaultdict(list)
    for place in record.places.values():
        for name in sorted({plain(name) for name in (place.name, *place.aliases)}):
            holders[name].append(place.id)
    for name, ids in holders.items():
        if len(ids) > 1 and name not in shared:
            message = (
                f'"{name}" also names {", ".join(ids[:-1])}; correct one of them, or list the name in {SHARED_NAMES}'
            )
            reading.fault(reading.files["place", ids[-1]], ids[-1], "aliases", message)


def _check_tie(tie: Tie, record: Record, reading: DatasetReader) -> None:
    file = reading.files["tie", tie.id]
    note = reading.noting(file)
    _check_pair(tie, record, reading, note)
    if tie.us in record.places and file != (right := tie_file(tie, record.places)):
        note(tie.id, "us", f"this tie belongs in {right}")
    if (tie.since is None) != (tie.since_source is None):
        note(tie.id, "since", "since and since_source go together: the year, and the page that gives it")
    if tie.since is not None and tie.since < EARLIEST:
        note(tie.id, "since", _too_early(tie.since))
    if not (tie.acts or tie.listings):
        note(tie.id, "", "has neither acts nor listings: nothing says that this tie exists; add one, or remove the tie")
    check_acts(tie, note)
    check_listings(tie, note)
    check_searches(tie, note)
    check_notes(tie, note)
    places = (record.places.get(tie.us), record.places.get(tie.ru))
    for act in tie.acts:
        check_wording(act, places, note)


def _check_pair(tie: Tie, record: Record, reading: DatasetReader, note: Note) -> None:
    if tie.id != f"{tie.us}--{tie.ru}":
        note(tie.id, "id", f"must be {tie.us}--{tie.ru}: the ids of its two places")
    for field, wanted, place_id in (("us", Country.US, tie.us), ("ru", Country.RU, tie.ru)):
        place = record.places.get(place_id)
        if not reading.knows("place", place_id):
            note(tie.id, field, f'no place "{place_id}" in places/{wanted.lower()}.toml')
        elif place is not None and place.country is not wanted:
            note(tie.id, field, f'"{place_id}" is in {place.country}, and {wanted} is wanted here')


def _check_twice(record: Record, reading: DatasetReader) -> None:
    for tie in record.ties.values():
        for act in tie.acts:
            reading.note("act", act.id, reading.files["tie", tie.id])
        for listing in tie.listings:
            reading.note("listing", listing.id, reading.files["tie", tie.id])


def _check_sources(record: Record, reading: DatasetReader) -> None:
    pages: dict[str, str] = {}
    for source in record.sources.values():
        check_source(source, reading.noting(SOURCES))
        if _check_address(SOURCES, source.id, "url", source.url, reading):
            first = pages.setdefault(page_of(source.url), source.id)
            if first != source.id:
                reading.fault(
                    SOURCES, source.id, "url", f"is the page of {first} already; use that id and remove this entry"
                )
    for file, entry, field, cited in _citations(record, reading):
        if not reading.knows("source", cited):
            reading.fault(file, entry, field, f'no source "{cited}" in {SOURCES}; add it there, or correct the id')


def _check_address(file: str, entry: str, field: str, url: str, reading: DatasetReader) -> bool:
    """Whether an address is that of a public page, as an editor could enter it; a fault if not."""
    try:
        read_address(url)
    except AddressError as error:
        reading.fault(file, entry, field, str(error))
        return False
    return True


def _known_point(reading: DatasetReader) -> Callable[[str], bool]:
    return lambda name: reading.knows("talking_point", name)


def _check_points(record: Record, reading: DatasetReader) -> None:
    for point in record.talking_points.values():
        check_point(point, record.talking_points, _known_point(reading), reading.noting(TALKING_POINTS))
        if point.place and not reading.knows("place", point.place):
            reading.fault(
                TALKING_POINTS, point.id, "place", f'no place "{point.place}"; leave it out, and write place_text'
            )


def _american(record: Record) -> Iterator[tuple[Place, UsState]]:
    for place in record.places.values():
        if place.country is Country.US and (state := record.states.get(place.state or "")):
            yield place, state


def _check_ukraine(record: Record, reading: DatasetReader) -> None:
    own = {(place.name, state.name): place.id for place, state in _american(record)}
    for tie in record.ukraine_ties.values():
        if tie.status not in UKRAINE_STATUSES:
            allowed = ", ".join(UKRAINE_STATUSES)
            reading.fault(UKRAINE_TIES, tie.id, "status", f'"{tie.status}" is not allowed; choose one of {allowed}')
        place = record.places.get(tie.us_place or "")
        unknown = tie.us_place is not None and not reading.knows("place", tie.us_place)
        if unknown or (place is not None and place.country is not Country.US):
            reading.fault(
                UKRAINE_TIES, tie.id, "us_place", f'no U.S. place "{tie.us_place}"; leave it out if it is in no tie'
            )
        named = None if tie.us_place else own.get((tie.us_name, tie.us_state))
        if named is not None:
            reading.fault(UKRAINE_TIES, tie.id, "us_place", f'missing; {tie.us_name} is on record as "{named}"')
        if tie.ua_crimea != ("crimea" in tie.ua_oblast.casefold()):
            reading.fault(UKRAINE_TIES, tie.id, "ua_crimea", "ua_crimea and ua_oblast disagree; correct one of them")


def _check_petition_and_regions(record: Record, reading: DatasetReader) -> None:
    if record.petition:
        _check_address(PETITION, "", "url", record.petition.url, reading)
    for region in record.regions.values():
        for code in region.states:
            if not reading.knows("state", code):
                reading.fault(REGIONS, region.id, "states", f'"{code}" is no state\'s postal code in {STATES}')


def _check_use(record: Record, reading: DatasetReader) -> None:
    """What nothing refers to is a slip; said only of a dataset that is whole, as a faulty entry refers to nothing."""
    if reading.faults:
        return
    cited = {source for *_, source in _citations(record, reading)}
    for spare in record.sources.keys() - cited:
        reading.fault(SOURCES, spare, "", "nothing refers to this source; remove it, or name it where it belongs")


def _citations(record: Record, reading: DatasetReader) -> Iterator[tuple[str, str, str, str]]:
    """Every mention of a source, as (file, entry, field, source id)."""
    for tie in record.ties.values():
        file = reading.files["tie", tie.id]
        if tie.since_source:
            yield file, tie.id, "since_source", tie.since_source
        entries: tuple[Act | Listing, ...] = (*tie.acts, *tie.listings)
        for entry in entries:
            yield from ((file, entry.id, "sources", source) for source in entry.sources)
    for point in record.talking_points.values():
        yield TALKING_POINTS, point.id, "source", point.source
    for partner in record.ukraine_ties.values():
        yield UKRAINE_TIES, partner.id, "source", partner.source
    if record.petition:
        yield PETITION, "", "source", record.petition.source


def _dates(record: Record) -> Iterator[tuple[str, str, str, date]]:
    """Every date of the record, as (file, entry, field, first possible day)."""
    for place in record.places.values():
        for recipient in place.recipients:
            yield from _dates_in(recipient, place_file(place), place.id)
    for tie in record.ties.values():
        file = tie_file(tie, record.places) if tie.us in record.places else "ties"
        entries: tuple[Act | Listing, ...] = (*tie.acts, *tie.listings)
        for entry in entries:
            yield from _dates_in(entry, file, entry.id)
        for number, search in enumerate(tie.searches, 1):
            yield from _dates_in(search, file, f"{tie.id}, search {number}")
    others: tuple[tuple[str, Mapping[str, Any]], ...] = (
        (SOURCES, record.sources),
        (TALKING_POINTS, record.talking_points),
        (UKRAINE_TIES, record.ukraine_ties),
    )
    for file, values in others:
        for name, value in values.items():
            yield from _dates_in(value, file, name)
    if record.petition:
        yield from _dates_in(record.petition, PETITION, "")


def _dates_in(value: Any, file: str, entry: str) -> Iterator[tuple[str, str, str, date]]:
    for name in date_fields(type(value)):
        found = getattr(value, name)
        if found is not None:
            yield file, entry, name, found.first if isinstance(found, PartialDate) else found
