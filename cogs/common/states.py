"""States and parts of the country from what people type into a field of their own: ``OR, Wash., New England``. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from db.gazetteer import Gazetteer
from db.models import State, UsRegion
from db.register import Register
from db.text import clean, key

MOST_SUGGESTED = 25

_BETWEEN = re.compile(r"[,;/&+\n]|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class States:
    """Postal codes, each once, and what was not understood. ``where`` names them, if only regions were typed."""

    codes: tuple[str, ...] = ()
    where: str = ""
    unknown: tuple[str, ...] = ()


def read_states(typed: str, register: Register) -> States:
    """The states meant by names, postal codes, abbreviations and regions, in any case and nearly any spelling."""
    states: list[str] = []
    regions: dict[str, UsRegion] = {}
    unknown: list[str] = []
    for piece in filter(None, (part.strip() for part in _BETWEEN.split(clean(typed)))):
        found = _read(piece, register.gazetteer)
        if found is None:
            unknown.append(piece)
        elif isinstance(found, UsRegion):
            regions[found.name] = found
        else:
            states.append(found)
    codes = [*states, *(code for region in regions.values() for code in region.states)]
    return States(tuple(dict.fromkeys(codes)), "" if states else " and ".join(regions), tuple(unknown))


def suggest_states(typed: str, register: Register) -> list[str]:
    """Names of states and regions for what has been typed so far: those that begin so, then those that hold it."""
    record = register.record
    wanted = key(clean(typed))
    short = register.gazetteer.short_state(wanted)
    names = [record.states[short].name] if short in record.states and short else []
    known = [state.name for state in record.states.values()] + [region.name for region in record.regions.values()]
    names += [name for name in known if key(name).startswith(wanted)]
    names += [name for name in known if f" {wanted}" in f" {key(name)}"]
    return list(dict.fromkeys(names))[:MOST_SUGGESTED]


def _read(piece: str, gazetteer: Gazetteer) -> str | UsRegion | None:
    typed = key(piece).removeprefix("the ")
    compact = typed.replace(" ", "")
    # As typed first: normalised, "MT" would be the "Mount" of Mount Vernon.
    if (
        code := gazetteer.short_state(piece.casefold())
        or gazetteer.short_state(typed)
        or gazetteer.short_state(compact)
    ):
        return code
    near = [guess.named for guess in gazetteer.like(compact, most=MOST_SUGGESTED)] if compact else []
    for named in (gazetteer.exact(typed), gazetteer.joined(compact), *near):
        for item in named:
            if isinstance(item, State):
                return item.code
            if isinstance(item, UsRegion):
                return item
    return None
