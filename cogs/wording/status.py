"""A tie's status, as every card tells it: its name, how it stands, what goes with that, how old the word is. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from cogs.wording import sentences
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.dates import when
from cogs.wording.english import capital
from cogs.wording.names import pair_name, tie_name
from cogs.wording.sources import Citations
from cogs.wording.standing_text import absence, founding, hearings, standing_line
from db.record.derivation import Freshness, freshness
from db.record.levels import LEVELS
from db.record.listings import only_wikipedia
from db.record.models import Act, Tie
from db.record.register import Register
from db.record.standings import STANDINGS, Standing


def tie_status(
    tie: Tie, register: Register, today: date, citations: Citations, *, before: Iterable[str] = (), full: bool = True
) -> TextBlock:
    """A tie's block: what must be put right first, how it stands, and, if ``full``, more of what is known.

    The sources that it cites are then in ``citations``.
    """
    told = _full(tie, register, today, citations) if full else _brief(tie, register, today, citations)
    lines = (*map(Line, before), *told)
    return TextBlock(lines, tie_name(tie, register), register.status(tie.id).standing, tie.id)


def tie_row(tie: Tie, register: Register) -> str:
    """A tie in one line of a list: ``● Portland, Oregon – Khabarovsk: Active, 2022``."""
    return f"{row_name(tie, register)}: {row_standing(tie, register)}"


def row_name(tie: Tie, register: Register) -> str:
    """A tie of a list by its names and the shape of its standing: ``● Portland, Oregon – Khabarovsk``."""
    return f"{STANDINGS[register.status(tie.id).standing].shape} {pair_name(tie, register)}"


def row_standing(tie: Tie, register: Register) -> str:
    """Its standing in a word, and the date behind it: ``Active, 4 April 2022``."""
    status = register.status(tie.id)
    word = standing_word(tie, register, capital(STANDINGS[status.standing].word))
    return f"{word}, {when(status.newest.date)}" if status.newest else word


def standing_word(tie: Tie, register: Register, word: str) -> str:
    """A word for a tie's standing; with it, that only Wikipedia names the tie, if so."""
    return sentences.named_by_wikipedia(word) if only_wikipedia(tie, register.record.sources) else word


def _brief(tie: Tie, register: Register, today: date, citations: Citations) -> Iterator[Line]:
    yield standing_line(tie, register, citations)
    yield from map(Line, hearings(tie, today, citations))
    yield from _age(register.status(tie.id).newest, today)


def _full(tie: Tie, register: Register, today: date, citations: Citations) -> Iterator[Line]:
    status = register.status(tie.id)
    yield standing_line(tie, register, citations)
    yield from map(Line, hearings(tie, today, citations))
    if status.basis and status.against is None:
        yield Line(sentences.summary(status.basis, citations.cite(status.basis.sources, most=2)))
    if tie.since and status.standing is not Standing.ENDED:
        yield Line(founding(tie, citations))
    yield from _age(status.newest, today)
    if told := absence(tie, register, citations):
        yield Line(told)
    if note := LEVELS[tie.level].note:
        yield Line(note)


def _age(newest: Act | None, today: date) -> Iterator[Line]:
    """How old the word is, unless it is current."""
    if newest is not None and freshness(newest, today) is not Freshness.CURRENT:
        yield Line(sentences.age(newest, today))
