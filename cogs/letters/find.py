"""From what a volunteer typed to what a letter may be about: ties, or places without one. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cogs.common.words import SHAPES, tie_name
from db.gazetteer import Match
from db.models import Country, OtherPlace, Place, State, Tie
from db.register import Register
from db.text import clean, key, tokens

MOST = 25
_LABEL = 100


@dataclass(frozen=True, slots=True)
class Found:
    """The ties a text may mean and, if there are none, the U.S. places without one, the largest first."""

    ties: tuple[Tie, ...] = ()
    places: tuple[OtherPlace, ...] = ()


def find(typed: str, register: Register) -> Found:
    """What a text names: a tie by its id or places, a place's ties, or a U.S. place without a tie."""
    if typed in register.record.ties:
        return Found((register.tie(typed),))
    words = tokens(clean(typed))
    matches = register.gazetteer.find(words, frozenset())
    states = {code for word in words if word.raw.isupper() and (code := register.gazetteer.short_state(word.norm))}
    states |= {item.code for match in matches for item in match.named if isinstance(item, State)}
    groups = [group for match in matches if (group := _ties(match, register))]
    meant = (set.intersection(*groups) or set.union(*groups)) if groups else set()
    inside = {tie for tie in meant if register.state_of(register.tie(tie)) in states}
    others = _others(matches, states)
    if states and others and not inside:
        return Found(places=others)
    ties = inside or meant
    exact = {tie for tie in ties if key(tie_name(register.tie(tie), register)) == key(clean(typed))}
    chosen = exact or ties
    if not chosen:
        return Found(places=others)
    return Found(tuple(tie for tie in register.record.ties.values() if tie.id in chosen))


def suggest(typed: str, register: Register) -> list[tuple[str, str]]:
    """Ties to offer while a person types, as a label and a readable value; the largest if nothing is."""
    text = clean(typed)
    places = register.gazetteer.starting(key(text), MOST)
    named = [tie for place in places for tie in register.ties_of(place.id)] or list(find(text, register).ties)
    return [_suggestion(tie, register) for tie in dict.fromkeys(named)][:MOST]


def _suggestion(tie: Tie, register: Register) -> tuple[str, str]:
    name = tie_name(tie, register)
    label = f"{SHAPES[register.status(tie.id).standing]} {name}"
    return label[:_LABEL], name if len(name) <= _LABEL else tie.id


def _ties(match: Match, register: Register) -> set[str]:
    return {tie.id for item in match.named if isinstance(item, Place) for tie in register.ties_of(item.id)}


def _others(matches: list[Match], states: set[str]) -> tuple[OtherPlace, ...]:
    found = {
        item
        for match in matches
        for item in match.named
        if isinstance(item, OtherPlace) and item.country is Country.US and (not states or item.state in states)
    }
    return tuple(sorted(found, key=lambda place: (-place.population, place.name, place.state)))
