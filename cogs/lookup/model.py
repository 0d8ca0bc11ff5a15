"""What an answer is made of, whoever shows it: a Discord card, or plain text in a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from db.models import Source, Standing


class Outcome(StrEnum):
    """What kind of answer this is."""

    TIE = "tie"
    LIST = "list"
    CHOICE = "choice"
    SUBJECT = "subject"
    NO_TIE = "no_tie"
    UNKNOWN = "unknown"
    OFF_TOPIC = "off_topic"
    EMPTY = "empty"

    @property
    def found(self) -> bool:
        """Whether a known place or subject was found (the exit code of ``python bot.py ask``)."""
        return self not in {Outcome.UNKNOWN, Outcome.OFF_TOPIC, Outcome.EMPTY}


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph. ``strong`` is said first, in bold; ``[1]`` in ``text`` refers to the answer's sources by number.

    Both are plain text without markup: whoever shows them escapes them.
    """

    text: str
    strong: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """One block of an answer. With a ``tie`` it is about that tie, and shows its standing by shape and word."""

    lines: tuple[Line, ...]
    heading: str | None = None
    standing: Standing | None = None
    tie: str | None = None


class TargetKind(StrEnum):
    TIE = "tie"
    PLACE = "place"
    SUBJECT = "subject"


@dataclass(frozen=True, slots=True)
class Choice:
    """One answer to "which one?": a tie, a place of the register, or a subject, by id. ``label`` has at most 80 characters."""

    label: str
    kind: TargetKind
    target: str


@dataclass(frozen=True, slots=True)
class TieFilter:
    """Which ties a list holds. Empty fields do not narrow it. Dates bound the act behind the standing, inclusive."""

    states: tuple[str, ...] = ()
    standings: tuple[Standing, ...] = ()
    since: date | None = None
    until: date | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said. ``rows`` are the tie ids of a list, in the order shown; ``sources[0]`` is number 1."""

    outcome: Outcome
    parts: tuple[Part, ...]
    sources: tuple[Source, ...] = ()
    choices: tuple[Choice, ...] = ()
    rows: tuple[str, ...] = ()
    filter: TieFilter | None = None

    @property
    def ties(self) -> tuple[str, ...]:
        """The ids of the ties this answer speaks of, in order, each once."""
        return tuple(dict.fromkeys([*(part.tie for part in self.parts if part.tie), *self.rows]))
