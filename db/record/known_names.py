"""Which names are known, and what each stands for: the record's places, states and regions, the known other places.
Pure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Sequence
from itertools import chain

from db.record.models import Country, OtherPlace, Place, PlaceKind, Record, UsRegion, UsState
from db.record.other_places import Called
from db.record.text import keys

Named = Place | OtherPlace | UsState | UsRegion

_JOINER = re.compile(r"[-–/]")
_SHORTEST_MEMBER = 5
# How Russian names that are joined of several begin, where they are called by their first part for short.
_SHORT_FORMS_END, _SHORTEST_SHORT_FORM = ("sk", "ск"), 8


def as_other(place: Place) -> OtherPlace:
    """A place of the register as it is known while no tie has it."""
    return OtherPlace(
        place.country,
        place.name,
        place.state or "",
        place.lat or 0.0,
        place.lon or 0.0,
        place.population or 0,
        place.aliases,
    )


def in_ties(record: Record) -> frozenset[str]:
    """The ids of the places that are in a tie."""
    return frozenset(name for tie in record.ties.values() for name in (tie.us, tie.ru))


def named_in(record: Record) -> Iterator[Named]:
    """All that has a name but the known other places. A place that is in no tie yet is one of those, and a state has
    its name already.
    """
    tied = in_ties(record)
    for place in record.places.values():
        if place.id in tied:
            yield place
        elif place.kind is not PlaceKind.STATE:
            yield as_other(place)
    yield from record.states.values()
    yield from record.regions.values()


def _names_of(item: Named) -> Iterator[str]:
    """All names by which something is typed, its own first."""
    yield item.name
    if isinstance(item, UsState):
        yield from item.other_names
        return
    yield from item.aliases
    if isinstance(item, Place):
        yield from _other_forms(item)


def _other_forms(place: Place) -> Iterator[str]:
    """A county without its word, a region with its word first, and each city of a name that joins two."""
    first, _, kind = place.name.rpartition(" ")
    if place.kind in {PlaceKind.COUNTY, PlaceKind.BOROUGH}:
        yield first
    if first and place.kind in {PlaceKind.COUNTY, PlaceKind.REGION}:
        yield f"{kind} {first}"
        yield f"{kind} of {first}"
    members = _JOINER.split(place.name)
    if place.kind is PlaceKind.METRO and all(len(member) >= _SHORTEST_MEMBER for member in members):
        yield from members


def by_name(items: Iterable[Named]) -> dict[str, list[Named]]:
    """What each normalised name stands for, in the order of what has them."""
    found: dict[str, list[Named]] = {}
    for item in items:
        for form in chain.from_iterable(map(keys, _names_of(item))):
            known = found.setdefault(form, [])
            if item not in known:
                known.append(item)
    return found


def others_by_name(called: Sequence[Called], own: Container[str]) -> dict[str, list[int]]:
    """Which of the known other places each normalised name stands for, by their numbers; ``own`` are the rest."""
    found = _in_full(called)
    for number, form in _short_forms(called):
        if form not in own and found.get(form, [number]) == [number]:
            found[form] = [number]
    for number, form in _cyrillic_names_of_namesakes(called):
        known = found.setdefault(form, [])
        if number not in known:
            known.append(number)
    return found


def _in_full(called: Iterable[Called]) -> dict[str, list[int]]:
    """The same by the names as they are listed."""
    found: dict[str, list[int]] = {}
    for number, (_, name, aliases) in enumerate(called):
        for form in chain.from_iterable(map(keys, (name, *aliases))) if aliases else keys(name):
            known = found.get(form)
            if known is None:
                found[form] = [number]
            elif known[-1] != number:
                known.append(number)
    return found


def _short_forms(called: Iterable[Called]) -> Iterator[tuple[int, str]]:
    """The first part of each Russian name that is joined of several, by which it is called for short, with its place's
    number: "Komsomolsk" of Komsomolsk-on-Amur.
    """
    for number, (country, name, aliases) in enumerate(called):
        if country != Country.RU or "-" not in name:
            continue
        for form in chain.from_iterable(map(keys, (name, *aliases))):
            first = form.partition(" ")[0]
            if len(first) >= _SHORTEST_SHORT_FORM and first.endswith(_SHORT_FORMS_END):
                yield number, first


def _cyrillic_names_of_namesakes(called: Iterable[Called]) -> Iterator[tuple[int, str]]:
    """The Cyrillic names of the largest American place of a name, for the others of that name, with their numbers."""
    written: dict[str, tuple[str, ...]] = {}
    numbers: defaultdict[str, list[int]] = defaultdict(list)
    for number, (country, name, aliases) in enumerate(called):
        if country == Country.US:
            numbers[name].append(number)
            if aliases:
                written.setdefault(name, tuple(aliases))
    for name, aliases in written.items():
        for number in numbers[name] if len(numbers[name]) > 1 else ():
            for form in chain.from_iterable(map(keys, aliases)):
                if not form.isascii():
                    yield number, form


def namesakes(record: Record, called: Iterable[Called]) -> dict[str, list[Named]]:
    """By names in another script of some other places, the record's own places which have the same name in English."""
    own: defaultdict[tuple[str, str], list[Named]] = defaultdict(list)
    for place in record.places.values():
        own[place.country, place.name].append(place)
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for country, name, aliases in called:
        if (same := own.get((country, name))) is None:
            continue
        for form in chain.from_iterable(map(keys, (name, *aliases))):
            if not form.isascii():
                found[form] += same
    return found
