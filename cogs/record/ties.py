"""From what an editor typed to the tie that is meant, or to the few that may be. Pure."""

from __future__ import annotations

from dataclasses import dataclass

from cogs.common.words import SHAPES, tie_name
from db.gazetteer import Named
from db.models import Place, State, Tie
from db.register import Register
from db.text import clean, key, tokens

MOST = 25
_LONGEST = 100
_NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A line offered while an editor types. ``value`` is readable text that finds the tie again."""

    label: str
    value: str


def find_ties(typed: str, register: Register) -> tuple[Tie, ...]:
    """The ties that a text names: by id, by full name, or by one or both places; none if no place is known."""
    text = clean(typed).strip()
    known = register.record.ties.get(text)
    if known is not None:
        return (known,)
    words = tokens(text)
    groups = [_ties_of(match.named, register) for match in register.gazetteer.find(words, _NOTHING)]
    codes = [register.gazetteer.short_state(word.norm) for word in words if word.raw.isupper()]
    groups += [_in_state(code, register) for code in codes if code]
    named = [group for group in groups if group]
    if not named:
        return ()
    meant = set.intersection(*named) or set.union(*named)
    ties = tuple(tie for tie in register.record.ties.values() if tie.id in meant)
    exact = tuple(tie for tie in ties if key(tie_name(tie, register)) == key(text))
    return exact or ties


def suggest_ties(typed: str, register: Register) -> list[Suggestion]:
    """Ties for what has been typed so far, the best match first; those of the largest places if nothing has."""
    text = clean(typed)
    places = register.gazetteer.starting(key(text), MOST)
    ties = [tie for place in places for tie in register.ties_of(place.id)] or find_ties(text, register)
    return [_suggestion(tie, register) for tie in dict.fromkeys(ties)][:MOST]


def _ties_of(named: tuple[Named, ...], register: Register) -> set[str]:
    found: set[str] = set()
    for item in named:
        if isinstance(item, Place):
            found.update(tie.id for tie in register.ties_of(item.id))
        elif isinstance(item, State):
            found |= _in_state(item.code, register)
    return found


def _in_state(code: str, register: Register) -> set[str]:
    return {tie.id for tie in register.record.ties.values() if register.state_of(tie) == code}


def _suggestion(tie: Tie, register: Register) -> Suggestion:
    name = tie_name(tie, register)
    label = f"{SHAPES[register.status(tie.id).standing]} {name}"
    return Suggestion(label[:_LONGEST], name if len(name) <= _LONGEST else tie.id)
