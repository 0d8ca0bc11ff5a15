"""States and parts of the country from what people type into a field of their own: ``OR, Wash., New England``. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from db.record.gazetteer import Gazetteer
from db.record.models import UsRegion, UsState
from db.record.register import Register
from db.record.text import clean, key
from db.record.values import value

MOST_SUGGESTED = 25

_BETWEEN = re.compile(r"[,;/&+\n]")
_AND = re.compile(r"\band\b", re.IGNORECASE)
_LINKS = {"and", "or"}
_LONGEST_NAME = 4
_Found: TypeAlias = str | UsRegion


@value
class States:
    """Postal codes, each once, and what was not understood. ``regions`` are their names, if only such were typed."""

    codes: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()


def read_states(typed: str, register: Register) -> States:
    """The states meant by names, postal codes, abbreviations and regions, in any case and nearly any spelling.

    Between two there may be a comma, a mark, *and*, *or*, or only a blank.
    """
    states: list[str] = []
    regions: dict[str, UsRegion] = {}
    unknown: list[str] = []
    for text, found in _pieces(typed, register.gazetteer):
        if found is None:
            unknown.append(text)
        elif isinstance(found, UsRegion):
            regions[found.name] = found
        else:
            states.append(found)
    codes = [*states, *(code for region in regions.values() for code in region.states)]
    return States(tuple(dict.fromkeys(codes)), () if states else tuple(regions), tuple(unknown))


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


def _pieces(typed: str, gazetteer: Gazetteer) -> Iterable[tuple[str, _Found | None]]:
    """Each part of a text with what it names: as it is known, else nearly so, else None."""
    for piece in _split(typed, gazetteer):
        known = _known(piece, gazetteer)
        if known:
            yield from ((piece, found) for found in known)
            continue
        for part in filter(None, (part.strip() for part in _AND.split(piece))):
            yield part, _exact(part, gazetteer) or _like(part, gazetteer)


def _split(typed: str, gazetteer: Gazetteer) -> list[str]:
    """The parts between marks: ``Washington, D.C.`` is one, and the *or* before the last of several names no state."""
    pieces: list[str] = []
    for part in filter(None, (clean(part).strip() for part in _BETWEEN.split(typed))):
        if pieces and (joined := _joined(pieces[-1], part, gazetteer)):
            pieces[-1:] = joined
            continue
        first, _, rest = part.partition(" ")
        pieces.append(rest if pieces and rest and _links(first) else part)
    return pieces


def _joined(before: str, part: str, gazetteer: Gazetteer) -> list[str]:
    """What a part is where it ends a name that began before its comma: all, or what stands behind a link, of that."""
    words = before.split()
    starts = [0, *(i + 1 for i, word in enumerate(words) if i and _links(word))]
    for start in starts:
        name = " ".join([*words[start:], part])
        if _exact(name, gazetteer):
            return [*([" ".join(words[: start - 1])] if start else []), name]
    return []


def _known(piece: str, gazetteer: Gazetteer) -> list[_Found]:
    """One name, or several with only blanks, *and* or *or* between them, each as it is known; else none."""
    whole = _exact(piece, gazetteer)
    if whole is not None:
        return [whole]
    words = piece.split()
    # "wa or ca": between two names *or* joins them; alone, or at an end, it is Oregon, and so it is in capitals.
    last = len(words) - 1
    words = [word for i, word in enumerate(words) if not (0 < i < last and _links(word))]
    found: list[_Found] = []
    while words:
        length, name = _longest(words, gazetteer)
        if name is None:
            return []
        found.append(name)
        words = words[length:]
    return found


def _links(word: str) -> bool:
    return word.casefold() in _LINKS and word != "OR"


def _longest(words: list[str], gazetteer: Gazetteer) -> tuple[int, _Found | None]:
    for length in range(min(len(words), _LONGEST_NAME), 0, -1):
        found = _exact(" ".join(words[:length]), gazetteer)
        if found is not None:
            return length, found
    return 0, None


def _exact(typed: str, gazetteer: Gazetteer) -> _Found | None:
    """The state or region of a name that is written as it is known."""
    name = key(typed).removeprefix("the ")
    # As typed first: normalised, "MT" would be the "Mount" of Mount Vernon.
    code = gazetteer.short_state(typed.casefold()) or gazetteer.short_state(name)
    return code or _first(gazetteer.exact(name))


def _like(typed: str, gazetteer: Gazetteer) -> _Found | None:
    """The state or region of a name that is written nearly as it is known."""
    compact = key(typed).removeprefix("the ").replace(" ", "")
    if not compact:
        return None
    if code := gazetteer.short_state(compact):
        return code
    near = (guess.named for guess in gazetteer.like(compact, most=MOST_SUGGESTED))
    return next((found for named in (gazetteer.joined(compact), *near) if (found := _first(named))), None)


def _first(named: Iterable[object]) -> _Found | None:
    for item in named:
        if isinstance(item, UsState):
            return item.code
        if isinstance(item, UsRegion):
            return item
    return None
