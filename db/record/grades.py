"""How good a witness a source is, and all that is known of each grade: what it is, how much it weighs. Pure.

Nothing else in the project lists the grades.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from db.record.fact_tables import complete


class Grade(StrEnum):
    """How good a witness a source is, best first (the project's own scale; see docs/record.md)."""

    A = "A"
    B = "B"
    C = "C"
    D = "D"
    E = "E"
    F = "F"


# What the evidence has to weigh that carries a change of standing: one A or B, or two independent C (docs/record.md).
ENOUGH_EVIDENCE = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class GradeFacts:
    """What is known of a grade.

    ``label`` says what such a source is, beside one; ``meaning`` says it in an explanation. ``weight`` is what it adds
    to the evidence: enough by itself (2), enough with another of another outlet (1), or nothing (0). ``own_paper``: it
    is the deciding body's own page or paper, and no report of it. ``state_media``: a page of state media may have it.
    ``copied``: it repeats what others wrote, so it leads nothing and no letter cites it. ``unchecked``: nobody has
    looked at it, so no letter cites it before an editor says what it is.
    """

    label: str
    meaning: str
    weight: int = 0
    own_paper: bool = False
    state_media: bool = False
    copied: bool = False
    unchecked: bool = False


GRADES = complete(
    Grade,
    {
        Grade.A: GradeFacts(
            label="resolution, minutes, signed letter, order or statute",
            meaning="resolution, minutes, signed letter, order or statute",
            weight=ENOUGH_EVIDENCE,
            own_paper=True,
        ),
        Grade.B: GradeFacts(
            label="the city's own page or papers",
            meaning="the city's own page or papers",
            weight=ENOUGH_EVIDENCE,
            own_paper=True,
        ),
        Grade.C: GradeFacts(label="news report", meaning="independent news report or reference work", weight=1),
        Grade.D: GradeFacts(
            label="association, advocacy group or partner",
            meaning="association, advocacy group or state media",
            state_media=True,
        ),
        Grade.E: GradeFacts(
            label="aggregator, repost or list",
            meaning="aggregator, repost or list",
            state_media=True,
            copied=True,
        ),
        Grade.F: GradeFacts(label="tip", meaning="a tip", unchecked=True),
    },
)
STATE_MEDIA_AT_BEST = next(grade for grade, known in GRADES.items() if known.state_media)
