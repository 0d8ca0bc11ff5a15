"""What is told of a tie and of the figures outside Discord, beside their pictures and in them. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cogs.pictures import sentences
from cogs.wording import figure_sentences
from cogs.wording.names import tie_name
from cogs.wording.progress import figures_of, state_name
from cogs.wording.sources import Citations, brief_source
from cogs.wording.standing_text import standing_line
from db.record.derivation import newest_entry
from db.record.models import Source, Tie
from db.record.register import Register

_MARKS = re.compile(r" ?(?:\[\d+\])+")


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of a tie outside Discord: its places, how it stands, by what source, as of when."""

    names: str
    standing: str
    source: Source | None
    asof: str

    @property
    def text(self) -> str:
        """The whole, to be copied."""
        read = sentences.read_at(brief_source(self.source), self.source.url) if self.source else ""
        return " ".join(filter(None, (f"{self.names}:", self.standing, read, figure_sentences.recorded(self.asof))))


def tie_told(tie: Tie, register: Register) -> Told:
    """What is told of a tie: the sentence of its card, and the first source of it."""
    citations = Citations(register.record.sources)
    line = standing_line(tie, register, citations)
    said = _MARKS.sub("", f"{line.strong}{line.text}")
    asof = figure_sentences.as_of(newest_entry(register.record.ties.values()))
    return Told(tie_name(tie, register), said, next(iter(citations.sources), None), asof)


def figures_text(register: Register, state: str) -> str:
    """The figures of all ties or of a state's, to be copied."""
    found = figures_of(register, state)
    asof = figure_sentences.as_of(newest_entry(register.record.ties.values()))
    return figure_sentences.figures_told(found, state_name(register, state) if state else "", asof)
