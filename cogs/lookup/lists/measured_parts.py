"""The parts of an answer that holds sides against each other before all else, or counts what no list shows. Pure."""

from __future__ import annotations

from cogs.lookup.lists.deciders import deciders_part
from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.lists.list_parts import ListParts
from cogs.lookup.lists.measured import people_of_places_part, reckoned_part, shares_part
from cogs.lookup.lists.measures import (
    divides,
    measure_asked,
    ranks_states,
    reckoning_asked,
    weighs_deciders,
    with_both_coasts,
)
from cogs.lookup.lists.rankings import by_state_part
from cogs.lookup.lists.tallies import counted_asked, tally_part
from cogs.lookup.lists.times_counted import times_counted_part
from cogs.lookup.model import Outcome, TieFilter
from cogs.lookup.parts.place_parts import PlaceParts
from cogs.lookup.steps import Steps
from cogs.wording.blocks import TextBlock
from db.record.resolver import Resolution


class MeasuredParts(PlaceParts, ListParts):
    """How states, standings and places are told that are held against each other by a measure."""

    def _told_by_measure_steps(self, found: Resolution) -> Steps[bool]:
        """Say what sides come to that are held against each other, when most or least was done, which states have
        most ties or how many different places there are; whether that is asked.
        """
        if people := people_of_places_part(self.question, found.paired, self.register):
            self._tell(people)
            self._places(found)
            return True
        if found.paired or found.named_below_state:
            return False
        if timed := times_counted_part(self.question, self.today, self.register):
            self._tell(timed)
            return True
        if weighs_deciders(self.question) and (by_whom := deciders_part(self.question, self.register)):
            self._tell(by_whom)
            return True
        if shares := shares_part(self.question, self.register):
            self._tell(shares)
            return True
        if ranks_states(self.question):
            self._tell(by_state_part(self.question, self.register))
            return True
        return (yield from self._told_of_sides_steps(found))

    def _told_of_sides_steps(self, found: Resolution) -> Steps[bool]:
        self.question = with_both_coasts(self.question, self.register)
        reckoned, measure = reckoning_asked(self.question), measure_asked(self.question)
        counted = counted_asked(self.question)
        if (measure or divides(self.question)) and not (reckoned or counted):
            yield from self._list_steps(found.denied)
            return True
        if not (reckoned or counted):
            return False
        chosen = list_filter(self.question, self.today, found.denied)
        part = reckoned_part(reckoned, chosen, self.register) if reckoned else self._tally(chosen)
        if part:
            self._tell(part)
        return part is not None

    def _tell(self, part: TextBlock) -> None:
        self.parts.append(part)
        self.outcomes.append(Outcome.SUBJECT)

    def _tally(self, chosen: TieFilter) -> TextBlock | None:
        return tally_part(self.question, fitting(chosen, self.register), self.register)
