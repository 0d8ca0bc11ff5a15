"""What an answer is made of, whoever shows it: a Discord card, or plain text in a terminal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cogs.kit.routes import packed
from cogs.wording.blocks import TextBlock
from db.record.authorities import Authority
from db.record.levels import Level
from db.record.models import Source
from db.record.passages import PassageKind
from db.record.standings import STANDINGS, Standing


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


class TargetKind(StrEnum):
    TIE = "tie"
    PLACE = "place"


@dataclass(frozen=True, slots=True)
class AnswerChoice:
    """One answer to "which one?": a tie or a place of the register, by id. ``label`` has at most 80 characters."""

    label: str
    kind: TargetKind
    target: str


class SortOrder(StrEnum):
    """The order of a list: as in the record, or by the date of the act behind the standing."""

    RECORD = "record"
    NEWEST = "newest"
    OLDEST = "oldest"


@dataclass(frozen=True, slots=True)
class TieFilter:
    """Which ties a list holds. Empty fields do not narrow it. Dates bound the act behind the standing, inclusive.

    ``founded``: the dates bound the year in which a tie was made instead, and the order is by that year.
    ``authorities`` are of the act behind the standing. ``text`` begins a word of a place's name. ``without`` are ids of
    places that were ruled out. ``where`` is how to name the states together ("Pacific Northwest"). The buttons of a
    list hold all this, in this order.
    """

    states: tuple[str, ...] = packed(width=2)
    standings: tuple[Standing, ...] = packed(codes={standing: facts.code for standing, facts in STANDINGS.items()})
    authorities: tuple[Authority, ...] = ()
    levels: tuple[Level, ...] = ()
    since: date | None = None
    until: date | None = None
    founded: bool = False
    text: str = ""
    without: tuple[str, ...] = ()
    where: str = ""
    order: SortOrder = SortOrder.RECORD


@dataclass(frozen=True, slots=True)
class RecordSearch:
    """A search of the record: a text, the ties it is narrowed to, if any, and the kind of entry, if one is chosen."""

    text: str
    kind: PassageKind | None = None
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """What is said. ``rows`` are the tie ids of a list, in the order shown; ``sources[0]`` is number 1."""

    outcome: Outcome
    parts: tuple[TextBlock, ...]
    sources: tuple[Source, ...] = ()
    choices: tuple[AnswerChoice, ...] = ()
    rows: tuple[str, ...] = ()
    filter: TieFilter | None = None

    @property
    def ties(self) -> tuple[str, ...]:
        """The ids of the ties this answer speaks of, in order, each once."""
        return tuple(dict.fromkeys([*(part.tie for part in self.parts if part.tie), *self.rows]))
