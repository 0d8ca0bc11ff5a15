"""How far things have come, of all ties or of a state's, as every feature tells it. Pure."""

from __future__ import annotations

from cogs.wording import figure_sentences
from db.record.figures import Figures, figures
from db.record.models import Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing

_DECIDED_FIRST = (Standing.ENDED, Standing.SUSPENDED, Standing.ACTIVE)
# The order in which it is told how far things have come: what was decided, then what is open.
TOLD_ORDER = (*_DECIDED_FIRST, *(standing for standing in Standing if standing not in _DECIDED_FIRST))


def ties_of_state(register: Register, state: str) -> list[Tie]:
    """The ties of a state, by its postal code, in the record's order."""
    return [tie for tie in register.record.ties.values() if register.state_of(tie) == state]


def state_name(register: Register, state: str) -> str:
    """A state by its name; by its code, if it has none on record."""
    known = register.record.states.get(state)
    return known.name if known else state


def figures_of(register: Register, state: str) -> Figures:
    """The figures of all ties or, with a postal code, of a state's."""
    return figures(register, ties_of_state(register, state) if state else None)


def figure_lines(found: Figures) -> tuple[tuple[str, str], ...]:
    """Every standing with its count, and what the count is made of; nothing where there is no tie."""
    return tuple(
        (
            f"{STANDINGS[standing].shape} {figure_sentences.counted(standing, found)}",
            figure_sentences.counted_more(standing, found),
        )
        for standing in TOLD_ORDER
        if found.ties
    )
