"""The names in a text as values: places, states and regions, with all that each may stand for. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from db.record.elsewhere import Abroad
from db.record.gazetteer import Match
from db.record.models import Country, OtherPlace, Place, PlaceKind, UsRegion
from db.record.text import Token
from db.record.values import value


@value
class Mention:
    """One place as named in a question, with every place that the name fits so far.

    ``county``: a county is meant, and the name fits none.

    ``elsewhere`` is a postal code given with the name, where no known place of that name lies. ``state_s``: the name is
    a state's, and none of its places is that state. ``weak``: the name is also a common word. ``plain``: it is weak, or
    in small letters that of a small place; a place in the right company.
    """

    start: int
    end: int
    typed: str
    places: tuple[Place, ...]
    others: tuple[OtherPlace, ...] = ()
    qualified: bool = False
    elsewhere: str | None = None
    state_s: bool = False
    negated: bool = False
    distance: int = 0
    weak: bool = False
    plain: bool = False
    county: bool = False

    @property
    def known(self) -> tuple[Place | OtherPlace, ...]:
        """All places that the name fits."""
        return (*self.places, *self.others)

    @property
    def countries(self) -> frozenset[Country]:
        """The countries in which the name fits a place."""
        return frozenset(place.country for place in self.known)

    @property
    def is_state(self) -> bool:
        """Whether the name is that of a state that has a tie of its own."""
        return PlaceKind.STATE in [place.kind for place in self.places]

    def only(self, fits: Sequence[Place | OtherPlace]) -> Mention:
        """The same name, for some of its places."""
        if len(fits) == len(self.places) + len(self.others):
            return self
        return replace(
            self, places=tuple(p for p in self.places if p in fits), others=tuple(p for p in self.others if p in fits)
        )


@value
class StateMention:
    """A state as named in a question. ``within``: as the place where something is ("in Iowa")."""

    start: int
    end: int
    code: str
    negated: bool = False
    within: bool = False


@value
class Names:
    """All names in a text: the places, each with every place that its name fits, the states and the regions.

    ``abroad`` are names of other countries, and of places there; ``beside`` are states that only tell which place is
    meant ("Bellingham, WA").
    """

    words: tuple[Token, ...]
    matches: tuple[Match, ...]
    mentions: tuple[Mention, ...]
    states: tuple[StateMention, ...]
    regions: tuple[UsRegion, ...]
    abroad: tuple[Abroad, ...] = ()
    beside: tuple[StateMention, ...] = ()
    regions_out: tuple[UsRegion, ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The postal codes of the states that are named and not ruled out."""
        return tuple(dict.fromkeys(state.code for state in self.states if not state.negated))

    @property
    def excluded(self) -> tuple[str, ...]:
        """The postal codes of the states that are ruled out, and of those in the regions that are."""
        codes = [*(state.code for state in self.states if state.negated)]
        return tuple(dict.fromkeys([*codes, *(code for region in self.regions_out for code in region.states)]))

    @property
    def all_codes(self) -> tuple[str, ...]:
        """The postal codes of the states named, and of those in the regions named, without those ruled out."""
        codes = [*self.codes, *(code for region in self.regions for code in region.states)]
        return tuple(code for code in dict.fromkeys(codes) if code not in self.excluded)
