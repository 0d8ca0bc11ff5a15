"""The known places that are in no tie, kept as one text: nine thousand values would take 3 MiB. Pure."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields
from itertools import accumulate
from typing import overload

from db.record.models import Country, OtherPlace

# What divides fields, rows and aliases; no name has any of them.
FIELD, ROW, ALIAS = "\x1f", "\n", "|"

# The country of a place, its name and its aliases.
Called = tuple[str, str, Sequence[str]]


class OtherPlaces(Sequence[OtherPlace]):
    """Known places by their numbers, in their order. Each is made into a value when it is asked for.

    ``rows`` has a row for each: the fields of ``OtherPlace`` in their order. Raises ValueError for others.
    """

    __slots__ = ("_ends", "_rows")

    def __init__(self, rows: bytes = b"") -> None:
        self._rows = rows
        self._ends = array("I", accumulate(len(row) + 1 for row in rows.split(ROW.encode()))) if rows else array("I")
        if rows.count(FIELD.encode()) != len(self) * (len(fields(OtherPlace)) - 1):
            raise ValueError("a known place that is not written as such")

    @classmethod
    def of(cls, places: Iterable[OtherPlace]) -> OtherPlaces:
        """These places, kept so."""
        if isinstance(places, OtherPlaces):
            return places
        return cls(ROW.join(map(_row, places)).encode())

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, at: int) -> OtherPlace: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[OtherPlace, ...]: ...

    def __getitem__(self, at: int | slice) -> OtherPlace | tuple[OtherPlace, ...]:
        if isinstance(at, slice):
            return tuple(self[number] for number in range(*at.indices(len(self))))
        end = self._ends[at]
        begin = self._ends[at - 1] if at % len(self) else 0
        return _place(self._rows[begin : end - 1].decode())

    def __iter__(self) -> Iterator[OtherPlace]:
        return map(_place, self._texts())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def __repr__(self) -> str:
        return f"{type(self).__name__}({len(self)} places)"

    def country(self, at: int) -> Country:
        """The country of one."""
        begin = self._ends[at - 1] if at else 0
        return _COUNTRIES[self._rows[begin : begin + 2].decode()]

    def called(self) -> Iterator[Called]:
        """The country, the name and the aliases of each."""
        for country, name, _, _, _, _, aliases in self.fields():
            yield country, name, aliases.split(ALIAS) if aliases else ()

    def fields(self) -> Iterator[list[str]]:
        """The fields of each as texts, in their order: a tenth of the time that values take."""
        return (row.split(FIELD) for row in self._texts())

    @property
    def text(self) -> str:
        """All of them, as they are kept."""
        return self._rows.decode()

    def _texts(self) -> list[str]:
        return self.text.split(ROW) if self._rows else []


def _row(place: OtherPlace) -> str:
    values = (place.country, place.name, place.state, repr(place.lat), repr(place.lon), str(place.population))
    return FIELD.join((*values, ALIAS.join(place.aliases)))


def _place(row: str) -> OtherPlace:
    country, name, state, lat, lon, population, aliases = row.split(FIELD)
    names = tuple(aliases.split(ALIAS)) if aliases else ()
    return OtherPlace(_COUNTRIES[country], name, state, float(lat), float(lon), int(population), names)


_COUNTRIES = {str(country): country for country in Country}
