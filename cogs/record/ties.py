"""From what an editor typed to the tie that is meant, or to the few that may be. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cogs.common.words import KIND_WORDS, SHAPES, place_name, tie_name, when
from db.gazetteer import Named
from db.models import Act, Place, State, Tie
from db.register import Register
from db.standing import standing_acts
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
    meant = _meant(text, register)
    ties = tuple(tie for tie in register.record.ties.values() if tie.id in meant)
    exact = tuple(tie for tie in ties if key(tie_name(tie, register)) == key(text))
    return exact or ties


def suggest_ties(typed: str, register: Register) -> list[Suggestion]:
    """Ties for what has been typed so far, the best match first; those of the largest places if nothing has."""
    return [_suggestion(tie, register) for tie in _likely(typed, register)]


def _likely(typed: str, register: Register) -> list[Tie]:
    text = clean(typed)
    places = register.gazetteer.starting(key(text), MOST)
    ties = [tie for place in places for tie in register.ties_of(place.id)] or find_ties(text, register)
    return list(dict.fromkeys(ties))[:MOST]


def _meant(text: str, register: Register) -> set[str]:
    """The ties of the places named; a state that is named beside them narrows them down."""
    words = tokens(text)
    named = [match.named for match in register.gazetteer.find(words, _NOTHING)]
    places = [group for items in named if (group := _ties_of(items, register))]
    codes = [item.code for items in named for item in items if isinstance(item, State)]
    codes += [code for word in words if word.raw.isupper() and (code := register.gazetteer.short_state(word.norm))]
    states = {tie for code in codes for tie in _in_state(code, register)}
    if not places:
        return states
    meant = set.intersection(*places) or set.union(*places)
    return meant & states if codes else meant


def _ties_of(named: tuple[Named, ...], register: Register) -> set[str]:
    return {tie.id for item in named if isinstance(item, Place) for tie in register.ties_of(item.id)}


def _in_state(code: str, register: Register) -> set[str]:
    return {tie.id for tie in register.record.ties.values() if register.state_of(tie) == code}


def _suggestion(tie: Tie, register: Register) -> Suggestion:
    name = tie_name(tie, register)
    label = f"{SHAPES[register.status(tie.id).standing]} {name}"
    return Suggestion(label[:_LONGEST], name if len(name) <= _LONGEST else tie.id)


def suggest_places(typed: str, register: Register) -> list[Suggestion]:
    """U.S. places for what has been typed so far."""
    ids = dict.fromkeys(tie.us for tie in _likely(typed, register))
    names = [place_name(register.place(name), register)[:_LONGEST] for name in ids]
    return [Suggestion(name, name) for name in names]


def acts_like(typed: str, tie: Tie) -> tuple[Act, ...]:
    """The standing acts of a tie that a text means: by id, or all whose line holds every word typed."""
    acts = standing_acts(tie.acts)
    exact = tuple(act for act in acts if act.id == typed.strip())
    wanted = key(typed).split()
    return exact or tuple(act for act in acts if all(word in key(act_line(act)) for word in wanted))


def act_line(act: Act) -> str:
    """An act in one line: ``4 April 2022 · Kept · Juneau Assembly``."""
    return f"{when(act.date)} · {KIND_WORDS[act.kind]} · {act.actor}"


def suggest_acts(typed: str, ties: Sequence[Tie]) -> list[Suggestion]:
    """The acts of the ties that fit what has been typed so far, newest first."""
    acts = [act for tie in ties for act in reversed(acts_like(typed, tie))]
    return [Suggestion(act_line(act)[:_LONGEST], act.id) for act in acts[:MOST] if len(act.id) <= _LONGEST]
