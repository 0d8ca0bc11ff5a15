"""What a card of /progress says: every figure with its denominator and the record's date. Pure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from cogs.wording import figure_sentences
from cogs.wording.names import pair_name
from cogs.wording.progress import figure_lines, state_name, ties_of_state
from cogs.wording.standing_text import last_searches
from cogs.wording.status import tie_line
from db.record.derivation import newest_entry
from db.record.figures import coming_hearings, figures
from db.record.models import Tie
from db.record.register import Register
from db.record.values import value

# So many ties of a state are listed, as far as they take no more room than this; and so many hearings.
MOST_TIES = 15
_ROOM_FOR_TIES = 2000
_MOST_HEARINGS = 3


@value
class ProgressTexts:
    """What a card of /progress says, in plain text: figures by standing, hearings, a state's ties, and small print."""

    title: str
    figures: tuple[tuple[str, str], ...]
    hearings: tuple[str, ...]
    ties: tuple[str, ...]
    notes: tuple[str, ...]


def progress_texts(register: Register, state: str, today: date) -> ProgressTexts:
    """What is said of all ties or, with a postal code, of a state's. Takes a second for 20,000 ties."""
    everything = tuple(register.record.ties.values())
    ties = ties_of_state(register, state) if state else everything
    found, asof = figures(register, ties), newest_entry(everything)
    name = state_name(register, state) if state else ""
    counted = (
        figure_sentences.counted_in_state(len(ties), name, asof) if state else figure_sentences.counted_all(found, asof)
    )
    return ProgressTexts(
        figure_sentences.state_title(name, found) if state else figure_sentences.ended_of_all(found),
        figure_lines(found),
        tuple(hearing_lines(register, ties, today)) if ties else (),
        tuple(tie_lines(register, ties)) if state else (),
        tuple(note for note in (counted, last_searches(ties)) if note),
    )


def tie_lines(register: Register, ties: Sequence[Tie]) -> list[str]:
    """The ties of a state in a line each, as far as a card has room."""
    shown = within(_ROOM_FOR_TIES, [tie_line(tie, register) for tie in ties[:MOST_TIES]])
    return shown if len(shown) == len(ties) else [*shown, figure_sentences.more_ties(len(ties) - len(shown))]


def within(room: int, rows: Sequence[str]) -> list[str]:
    """As many rows, from the first, as take no more room than this."""
    total = list(accumulate(len(row) + 1 for row in rows))
    return [row for row, used in zip(rows, total, strict=True) if used <= room]


def hearing_lines(register: Register, ties: Sequence[Tie], today: date) -> Iterator[str]:
    """The hearings to come; that none is on record."""
    found = coming_hearings(ties, today)
    if not found:
        yield figure_sentences.NO_HEARING
    for hearing, tie, _ in found[:_MOST_HEARINGS]:
        yield figure_sentences.hearing(hearing, pair_name(tie, register))
    if len(found) > _MOST_HEARINGS:
        yield figure_sentences.more_hearings(len(found) - _MOST_HEARINGS)
