"""The current record in memory, with what follows from it: standings, partners, the gazetteer. Lookups never touch the disk."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from datetime import date

from db.gazetteer import Gazetteer
from db.models import Place, Record, Standing, Tie, UkraineTie
from db.standing import Status, derive, last_search


class Register:
    """A record that is ready to be asked. Built once from the record; holds no connection."""

    def __init__(self, record: Record) -> None:
        self.record = record
        self.gazetteer = Gazetteer(record)
        self._status = {tie.id: derive(tie) for tie in record.ties.values()}
        self._ties_of: dict[str, list[Tie]] = defaultdict(list)
        for tie in record.ties.values():
            self._ties_of[tie.us].append(tie)
            self._ties_of[tie.ru].append(tie)
        self._by_pair = {(tie.us, tie.ru): tie for tie in record.ties.values()}

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
        return tuple(self._ties_of.get(place_id, ()))

    def between(self, us: str, ru: str) -> Tie | None:
        """The tie between a U.S. and a Russian place, by their ids."""
        return self._by_pair.get((us, ru))

    def counts(self, ties: Iterable[Tie] | None = None) -> dict[Standing, int]:
        """How many of the ties (all, if none are given) have each standing; every standing is a key."""
        counted = Counter(self._status[tie.id].standing for tie in (self.record.ties.values() if ties is None else ties))
        return {standing: counted[standing] for standing in Standing}

    def ukraine_ties_of(self, place_id: str) -> tuple[UkraineTie, ...]:
        """The ties with Ukraine that a U.S. place of the register has."""
        return tuple(tie for tie in self.record.ukraine_ties.values() if tie.us_place == place_id)

    def state_of(self, tie: Tie) -> str:
        """The postal code of a tie's U.S. place."""
        return self.record.places[tie.us].state or ""

    @property
    def as_of(self) -> date | None:
        """The last day on which anybody searched for news of any tie."""
        found = [search.date.last for tie in self.record.ties.values() if (search := last_search(tie))]
        return max(found, default=None)
