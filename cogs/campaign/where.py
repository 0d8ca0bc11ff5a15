"""From what a person typed for a place to the places and states that they mean. Pure."""

from __future__ import annotations

from db.record.models import Country, OtherPlace, Place, PlaceKind, UkraineTie
from db.record.register import Register
from db.record.resolver import find_places
from db.record.text import key
from db.record.values import value


@value
class Where:
    """What a text names: places of the register by id, any places by name and state, states by their postal codes."""

    places: frozenset[str]
    named: frozenset[tuple[str, str]]
    states: frozenset[str]

    def __bool__(self) -> bool:
        return bool(self.places or self.named or self.states)

    def takes_in(self, tie: UkraineTie, register: Register) -> bool:
        """Whether a tie with Ukraine is of what was named, on either side."""
        states = {known.name: code for code, known in register.record.states.items()}
        state = states.get(tie.us_state.replace(" (state)", ""), "")
        if tie.us_place in self.places or state in self.states:
            return True
        return (key(tie.us_name), state) in self.named or (key(tie.ua_name), "") in self.named


def read_where(typed: str, register: Register) -> Where:
    """What a text names, in any spelling; false where it names nothing that is known."""
    names = find_places(typed, register).names
    mentions = [mention for mention in names.mentions if not mention.negated]
    places = {place for mention in mentions for place in mention.places}
    others = {place for mention in mentions for place in mention.others}
    of_states = {place.state or "" for place in places if place.kind is PlaceKind.STATE}
    named = {_named(place) for place in places} | {_named(place) for place in others}
    states = of_states if mentions else {*names.all_codes}
    return Where(frozenset(place.id for place in places), frozenset(named), frozenset(states - {""}))


def _named(place: Place | OtherPlace) -> tuple[str, str]:
    """A place by its name, and its state if it is American."""
    return key(place.name), (place.state or "") if place.country is Country.US else ""
