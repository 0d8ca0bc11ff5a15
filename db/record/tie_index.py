"""What lists are made from, ready for each tie: its acts in force, its last search, its place in the order. Pure."""

from __future__ import annotations

import sys
from bisect import bisect_left, bisect_right, insort
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from datetime import date
from itertools import pairwise
from operator import itemgetter

from db.record.act_kinds import ACT_KINDS, ActKind
from db.record.derivation import acts_in_force, is_change, last_search, standings_along
from db.record.models import Act, PartialDate, Precision, Record, Tie
from db.record.standings import STANDINGS, Standing

# Sorts behind every id.
_BEHIND_ALL = chr(sys.maxunicode)
_DAY_AND_TIE = itemgetter(0, 1)
_Entry = tuple[str, str, str, str]


class TieIndex:
    """The ties of a record by name, by state and by what was decided on them; with it, no list looks at more than it
    must.
    """

    def __init__(self, record: Record, standings: Mapping[str, Standing]) -> None:
        self._record = record
        self._order: list[_Entry] = []
        self._by_state: dict[str, list[_Entry]] = defaultdict(list)
        self._acts: dict[str, tuple[Act, ...]] = {}
        self._searched: dict[str, PartialDate | None] = {}
        self._days: dict[PartialDate, PartialDate] = {}
        self._searches: dict[Standing, Counter[PartialDate | None]] = {standing: Counter() for standing in Standing}
        self._changes: dict[str, tuple[Act, ...]] = {}
        # The acts in force by kind, each with its last day and its tie, in the order of those.
        self._days_of: dict[ActKind, list[tuple[date, str, Act]]] = {kind: [] for kind in ActKind}
        self._heard: set[str] = set()
        self._voted: set[str] = set()
        self._rough: set[str] = set()
        self._standings: dict[str, Standing] = {}
        self._once: dict[Standing, set[str]] = defaultdict(set)
        self.counts: Counter[Standing] = Counter()
        for tie in record.ties.values():
            self._order.append(self._entry(tie))
            self._learn(tie, standings[tie.id])
            self._note_acts(tie.id)
        for days in self._days_of.values():
            days.sort(key=_DAY_AND_TIE)
        self._order.sort()
        self._names = [entry[-1] for entry in self._order]
        for entry in self._order:
            self._by_state[self._state_of(entry)].append(entry)

    def _entry(self, tie: Tie) -> _Entry:
        us = self._record.places[tie.us]
        state = self._record.states.get(us.state or "")
        return (state.name if state else "", us.name, self._record.places[tie.ru].name, tie.id)

    def _state_of(self, entry: _Entry) -> str:
        return self._record.places[self._record.ties[entry[-1]].us].state or ""

    def _learn(self, tie: Tie, standing: Standing) -> None:
        self._acts[tie.id] = acts = acts_in_force(tie.acts)
        self._changes.pop(tie.id, None)
        if any(act.hearing for act in acts):
            self._heard.add(tie.id)
        if any(act.vote for act in acts):
            self._voted.add(tie.id)
        if any(act.date.precision is not Precision.DAY for act in acts):
            self._rough.add(tie.id)
        found = last_search(tie)
        self._searched[tie.id] = self._days.setdefault(found.date, found.date) if found else None
        self._standings[tie.id] = standing
        self._searches[standing][self._searched[tie.id]] += 1
        self.counts[standing] += 1
        for was in {ACT_KINDS[act.kind].leads_to for act in acts} - {None, standing}:
            if was is not None and STANDINGS[was].decision:
                self._once[was].add(tie.id)

    def _note_acts(self, tie_id: str) -> None:
        for act in self._acts[tie_id]:
            self._days_of[act.kind].append((act.date.last, tie_id, act))

    def replace(self, tie: Tie, standing: Standing, record: Record) -> None:
        """Put a tie in the place of what was known of it, in a record that has it."""
        self._record = record
        if tie.id in self._standings:
            self.counts[self._standings[tie.id]] -= 1
            self._searches[self._standings[tie.id]][self._searched[tie.id]] -= 1
            for ties in (*self._once.values(), self._heard, self._voted, self._rough):
                ties.discard(tie.id)
            for kind, days in self._days_of.items():
                self._days_of[kind] = [day for day in days if day[1] != tie.id]
        else:
            entry = self._entry(tie)
            insort(self._order, entry)
            self._names = [known[-1] for known in self._order]
            insort(self._by_state[self._state_of(entry)], entry)
        self._learn(tie, standing)
        self._note_acts(tie.id)
        for days in self._days_of.values():
            days.sort(key=_DAY_AND_TIE)

    def acts(self, tie_id: str) -> tuple[Act, ...]:
        """The acts of a tie that are in force."""
        return self._acts[tie_id]

    def changes(self, tie_id: str) -> tuple[Act, ...]:
        """The acts in force that changed the standing when they came; a word that a tie stands changes nothing."""
        known = self._changes.get(tie_id)
        if known is None:
            known = self._changes[tie_id] = tuple(_changing(self._acts[tie_id]))
        return known

    def with_act(
        self, kinds: Collection[ActKind], since: date | None, until: date | None, *, surely: bool = False
    ) -> set[str]:
        """The ids of the ties with an act as ``acts_between`` has them."""
        return {tie_id for _, tie_id, _ in self.acts_between(kinds, since, until, surely=surely)}

    def acts_between(
        self, kinds: Collection[ActKind], since: date | None, until: date | None, *, surely: bool = False
    ) -> Iterator[tuple[date, str, Act]]:
        """The acts in force of one of these kinds (of any, if none is given) whose last day is not before nor after
        these days, with that day and the ids of their ties; ``surely``: their first day is not before, either.
        """
        for days in (self._days_of[kind] for kind in kinds or ActKind):
            first = bisect_left(days, (since or date.min,))
            behind = len(days) if until is None else bisect_right(days, (until, _BEHIND_ALL))
            between = days[first:behind]
            yield from [each for each in between if each[2].date.first >= since] if surely and since else between

    @property
    def heard(self) -> Collection[str]:
        """The ids of the ties with an act in force that names a hearing."""
        return self._heard

    @property
    def voted(self) -> Collection[str]:
        """The ids of the ties with an act in force of which a vote is on record."""
        return self._voted

    @property
    def roughly_dated(self) -> Set[str]:
        """The ids of the ties with an act in force of which the day is not known."""
        return self._rough

    def searched(self, tie_id: str) -> PartialDate | None:
        """The last search for news of a tie; None if nobody has looked."""
        return self._searched[tie_id]

    def last_searches(self, names: Iterable[str]) -> list[PartialDate | None]:
        """The days of the last searches for news of these ties, each day once, and None for each never searched for."""
        # Each day is one object, so that many are told apart by their ids alone.
        seen = Counter(map(id, map(self._searched.__getitem__, names)))
        return [*(day for day in self._days.values() if id(day) in seen), *[None] * seen[id(None)]]

    def last_searches_by(self, standings: Collection[Standing]) -> list[PartialDate | None]:
        """The same of all ties that have one of these standings; of all, if none is given."""
        counted: Counter[PartialDate | None] = Counter()
        for standing in standings or Standing:
            counted += self._searches[standing]
        never = counted.pop(None, 0)
        return [*counted, *[None] * never]

    def standings_of(self, names: Iterable[str]) -> Counter[Standing]:
        """How many of these ties have each standing."""
        seen = Counter(map(id, map(self._standings.__getitem__, names)))
        return Counter({standing: seen[id(standing)] for standing in Standing})

    def once(self, standing: Standing) -> frozenset[str]:
        """The ids of the ties on which an act in force made this standing, by a decision, and that stand otherwise."""
        return frozenset(self._once[standing])

    def in_order(self, states: Iterable[str] = (), standings: Collection[Standing] = ()) -> list[str]:
        """The ids of the ties, by state and then by the names of their places: all, or those of some states and
        standings.
        """
        codes = set(states)
        if codes:
            names = [entry[-1] for entry in sorted(entry for code in codes for entry in self._by_state.get(code, ()))]
        else:
            names = self._names
        if not standings:
            return list(names)
        known = self._standings
        return [name for name in names if known[name] in standings]

    @property
    def states(self) -> frozenset[str]:
        """The postal codes of the states with a tie."""
        return frozenset(code for code, ties in self._by_state.items() if ties)


def _changing(acts: Sequence[Act]) -> Iterator[Act]:
    for act, (before, after) in zip(acts, pairwise(standings_along(acts)), strict=True):
        if is_change(act, before, after):
            yield act
