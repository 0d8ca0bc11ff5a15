"""Records larger than the shipped one, with real names: known other places are paired, with acts of real ties."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import count
from random import Random

from db.record.models import Act, Country, OtherPlace, Place, PlaceKind, Record, Tie

SEED = 2022


def grown(record: Record, ties: int) -> Record:
    """The record with made-up ties added until it has so many; the same ones each time."""
    random = Random(SEED)
    models = list(record.ties.values())
    american = [_place(place, number) for number, place in enumerate(_others(record, Country.US))]
    russian = [_place(place, number) for number, place in enumerate(_others(record, Country.RU))]
    random.shuffle(american)
    pairs = _pairs(american, russian, random)
    added: dict[str, Tie] = {}
    places: dict[str, Place] = dict(record.places)
    for model in (models[number % len(models)] for number in count()):
        if len(models) + len(added) >= ties:
            break
        us, ru = next(pairs)
        tie = _tie(model, us, ru)
        added[tie.id] = tie
        places |= {us.id: us, ru.id: ru}
    taken = {(place.country, place.name, place.state or "") for place in places.values()}
    rest = tuple(place for place in record.other_places if (place.country, place.name, place.state) not in taken)
    return replace(record, ties={**record.ties, **added}, places=places, other_places=rest)


def _others(record: Record, country: Country) -> list[OtherPlace]:
    return [place for place in record.other_places if place.country is country]


def _pairs(american: list[Place], russian: list[Place], random: Random) -> Iterator[tuple[Place, Place]]:
    """Every U.S. place once with some Russian one, then all of them again with others; no pair twice."""
    first = [random.randrange(len(russian)) for _ in american]
    for turn in range(len(russian)):
        for number, place in enumerate(american):
            yield place, russian[(first[number] + turn) % len(russian)]


def _place(place: OtherPlace, number: int) -> Place:
    return Place(
        id=f"made-up-{place.country.lower()}-{number}",
        country=place.country,
        name=place.name,
        kind=PlaceKind.CITY,
        state=place.state or None,
        region="Made-up Oblast" if place.country is Country.RU else None,
        lat=place.lat,
        lon=place.lon,
        population=place.population,
        aliases=place.aliases,
    )


def _tie(model: Tie, us: Place, ru: Place) -> Tie:
    tie_id = f"{us.id}--{ru.id}"
    renamed = {act.id: f"{tie_id}.{number}" for number, act in enumerate(model.acts)}
    return replace(
        model,
        id=tie_id,
        us=us.id,
        ru=ru.id,
        list_spelling=None,
        acts=tuple(_act(act, renamed) for act in model.acts),
        listings=(),
    )


def _act(act: Act, renamed: dict[str, str]) -> Act:
    return replace(
        act,
        id=renamed[act.id],
        replaces=renamed.get(act.replaces or ""),
        disputes=renamed.get(act.disputes or ""),
    )
