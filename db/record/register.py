"""The current record in memory, with what follows from it: standings, partners, the gazetteer. Pure, without disk."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cached_property
from math import cos, radians
from operator import attrgetter

from db.record.derivation import Status, derive
from db.record.gazetteer import Gazetteer
from db.record.models import OtherPlace, Petition, Place, Record, Source, Tie, UkraineTie
from db.record.pages import AddressError, page_of, site_of, site_of_page
from db.record.passages import FoundPassage, PassageIndex, PassageKind, Term, passages_of_tie
from db.record.people import People
from db.record.standings import Standing
from db.record.tie_index import TieIndex

_ID = attrgetter("id")
# So many degrees of latitude, about 1,700 km, and a place is no longer near: from Hawaii none is.
_NEAR_DEGREES = 15
_MILES_OF_A_DEGREE = 69


class Register:
    """A record that is ready to be asked. Built once from the record; holds no connection.

    ``version`` rises with every change, so that what was drawn from an older one can be told.
    """

    def __init__(self, record: Record) -> None:
        self.record = record
        self._status = {tie.id: derive(tie) for tie in record.ties.values()}
        self.version = 0
        self._passages: PassageIndex | None = None
        self._ties_of: dict[str, list[str]] = defaultdict(list)
        self._by_pair: dict[tuple[str, str], str] = {}
        for tie in record.ties.values():
            self._pair(tie)
        self._ukraine_of: dict[str, tuple[UkraineTie, ...]] = defaultdict(tuple)
        for partner in record.ukraine_ties.values():
            if partner.us_place:
                self._ukraine_of[partner.us_place] += (partner,)
        self._of_page: dict[str, str] = {}
        self._of_site: dict[str, list[str]] = defaultdict(list)
        for source in record.sources.values():
            self._index(source)

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """The index of all names. Building it takes most of the time that a register needs."""
        return Gazetteer(self.record)

    @cached_property
    def index(self) -> TieIndex:
        """What lists are made from."""
        return TieIndex(self.record, {name: status.standing for name, status in self._status.items()})

    @cached_property
    def people(self) -> People:
        """Everybody whom the record names."""
        return People(self.record)

    def _pair(self, tie: Tie) -> None:
        self._by_pair[tie.us, tie.ru] = tie.id
        for place in (tie.us, tie.ru):
            self._ties_of[place].append(tie.id)

    def _index(self, source: Source) -> None:
        with suppress(AddressError):  # an older record may hold an address that would be refused today
            page = page_of(source.url)
            self._of_page.setdefault(page, source.id)
            self._of_site[site_of_page(page)].append(source.id)

    def _forget(self, source: Source) -> None:
        with suppress(AddressError):
            page = page_of(source.url)
            self._of_site[site_of_page(page)].remove(source.id)
            if self._of_page[page] == source.id:
                del self._of_page[page]

    def replace_tie(self, tie: Tie, sources: Iterable[Source] = ()) -> None:
        """Put a tie in the place of what was known of it, with the sources that are new with it."""
        known = self.record
        if tie.id not in known.ties:
            self._pair(tie)
        new = {source.id: source for source in sources}
        for source in new.values():
            if source.id in known.sources:
                self._forget(known.sources[source.id])
            self._index(source)
        index = self.index
        self._publish(replace(known, ties={**known.ties, tie.id: tie}, sources={**known.sources, **new}))
        self._status[tie.id] = derive(tie)
        index.replace(tie, self._status[tie.id].standing, self.record)
        self.people.replace(tie)
        if self._passages is not None:
            self._passages.replace(tie.id, passages_of_tie(tie, self.record))

    def search_by(self, index: PassageIndex, made_of: Record) -> None:
        """Search the record by this index from now on. What changed since it was made is put into it."""
        for tie in self.record.ties.values():
            if made_of.ties.get(tie.id) is not tie:
                index.replace(tie.id, passages_of_tie(tie, self.record))
        self._passages = index
        self.version += 1

    def find_passages(
        self,
        terms: Sequence[Term],
        most: int,
        about: Collection[str] = (),
        kinds: Collection[PassageKind] = (),
        *,
        by_name: bool = True,
    ) -> list[FoundPassage]:
        """The entries with any of these words, as ``PassageIndex.find`` has them; none while there is no index yet."""
        if self._passages is None:
            return []
        return self._passages.find(terms, most, about, kinds, by_name=by_name)

    def replace_source(self, source: Source) -> None:
        """Put a source, with other copies, in the place of what was known of it. Its address must be as before."""
        self._publish(replace(self.record, sources={**self.record.sources, source.id: source}))

    def replace_place(self, place: Place) -> None:
        """Put a place, with other recipients, in the place of what was known of it. Its names must be as before."""
        self._publish(replace(self.record, places={**self.record.places, place.id: place}))

    def replace_petition(self, petition: Petition) -> None:
        """Put the petition, with other figures, in the place of what was known of it."""
        self._publish(replace(self.record, petition=petition))

    def take_over(self, other: Register) -> None:
        """Become as another register is, with places and ties more or fewer, and newer than before.

        What is searched stays, with what is other. Make the other's gazetteer before, where nobody waits.
        """
        made_of, passages, version = self.record, self._passages, self.version
        made = {"gazetteer": other.gazetteer, "index": other.index, "people": other.people}
        self.__dict__.update(other.__dict__ | made)
        self.version = version + 1
        if passages is not None:
            for gone in made_of.ties.keys() - self.record.ties.keys():
                passages.replace(gone, ())
            self.search_by(passages, made_of)

    def _publish(self, record: Record) -> None:
        self.record = record
        self.version += 1

    def tie(self, tie_id: str) -> Tie:
        """The tie of this id. Raises KeyError for an unknown one."""
        return self.record.ties[tie_id]

    def place(self, place_id: str) -> Place:
        """The place of this id. Raises KeyError for an unknown one."""
        return self.record.places[place_id]

    def status(self, tie_id: str) -> Status:
        """The standing of a tie and the acts behind it. Raises KeyError for an unknown one."""
        return self._status[tie_id]

    def ties_of(self, place_id: str) -> tuple[Tie, ...]:
        """The ties of a place, on either side, in the record's order."""
        return tuple(self.record.ties[name] for name in self._ties_of.get(place_id, ()))

    def has_several(self, place_id: str) -> bool:
        """Whether a place has more than one tie."""
        return len(self._ties_of.get(place_id, ())) > 1

    def tie_between(self, us: str, ru: str) -> Tie | None:
        """The tie between a U.S. and a Russian place, by their ids."""
        found = self._by_pair.get((us, ru))
        return self.record.ties[found] if found else None

    def source_of_page(self, address: str) -> Source | None:
        """The source that is the page of this address, in any of the page's spellings. Any text may be given."""
        try:
            found = self._of_page.get(page_of(address))
        except AddressError:
            return None
        return self.record.sources[found] if found else None

    def sources_of_site(self, address: str) -> tuple[Source, ...]:
        """The sources of the outlet that publishes at this address, in the record's order. Any text may be given."""
        return tuple(self.record.sources[name] for site in site_of(address) for name in self._of_site.get(site, ()))

    def counts(self, ties: Iterable[Tie] | None = None) -> dict[Standing, int]:
        """How many of the ties (all, if none are given) have each standing; every standing is a key."""
        counted = self.index.counts if ties is None else self.index.standings_of(map(_ID, ties))
        return {standing: counted[standing] for standing in Standing}

    def ukraine_ties_of(self, place_id: str) -> tuple[UkraineTie, ...]:
        """The ties with Ukraine that a U.S. place of the register has."""
        return self._ukraine_of.get(place_id, ())

    def state_of(self, tie: Tie) -> str:
        """The postal code of a tie's U.S. place."""
        return self.record.places[tie.us].state or ""

    def nearest(self, place: OtherPlace) -> Place | None:
        """The place of the register nearest to one without a tie, in the same country; None if there is none near."""
        shrink = cos(radians(place.lat))
        found = (
            ((here.lat - place.lat) ** 2 + ((here.lon - place.lon) * shrink) ** 2, here.id)
            for here in self.record.places.values()
            if here.country is place.country and here.lat is not None and here.lon is not None
            if self._ties_of.get(here.id)
        )
        near = min(found, default=None)
        return self.place(near[1]) if near and near[0] <= _NEAR_DEGREES**2 else None

    def within(self, place: Place | OtherPlace, miles: float) -> list[Place]:
        """The places of the register in the same country, so many miles around one at most, the nearest first."""
        if place.lat is None or place.lon is None:
            return []
        shrink, here = cos(radians(place.lat)), (place.lat, place.lon)
        found = [
            ((each.lat - here[0]) ** 2 + ((each.lon - here[1]) * shrink) ** 2, each.id)
            for each in self.record.places.values()
            if each.country is place.country and each.lat is not None and each.lon is not None
            if self._ties_of.get(each.id)
        ]
        return [self.place(name) for apart, name in sorted(found) if apart <= (miles / _MILES_OF_A_DEGREE) ** 2]
