"""What is told of a tie and of the figures outside Discord, beside their pictures and in them. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.pictures import sentences
from cogs.wording import figure_sentences
from cogs.wording.act_phrases import who_and_when
from cogs.wording.dates import hearing_when
from cogs.wording.english import paragraph
from cogs.wording.hearing_sentences import CHECK_THE_AGENDA, hearing_details
from cogs.wording.names import tie_name
from cogs.wording.progress import figures_of, state_name
from cogs.wording.sources import Citations, best_sources, brief_source
from cogs.wording.standing_text import standing_line
from cogs.wording.status import tie_line
from db.record.derivation import newest_entry
from db.record.hearings import Hearing
from db.record.models import Source, Tie
from db.record.register import Register
from db.record.values import value

# So many ties of a list are in the text to be copied: a message has no room for more.
MOST_COPIED = 20
_MARKS = re.compile(r" ?(?:\[\d+\])+")


@value
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
    """What is told of a tie: the sentence of its card, and its first source; for the date all ties are looked at."""
    asof = figure_sentences.as_of(newest_entry(register.record.ties.values()))
    return Told(tie_name(tie, register), *standing_told(tie, register), asof)


def standing_told(tie: Tie, register: Register) -> tuple[str, Source | None]:
    """The sentence of a tie's card without the numbers of its sources, and the first of them."""
    citations = Citations(register.record.sources)
    line = standing_line(tie, register, citations)
    return _MARKS.sub("", f"{line.strong}{line.text}"), next(iter(citations.sources), None)


@value
class ToldHearing:
    """What is told of a hearing outside Discord: of which tie, when, where and of what, by what source, as of when."""

    names: str
    when: str
    said: str
    source: Source | None
    asof: str

    @property
    def text(self) -> str:
        """The whole, to be copied."""
        read = sentences.read_at(brief_source(self.source), self.source.url) if self.source else ""
        told = sentences.hearing_on(self.names, self.when)
        return " ".join(filter(None, (told, self.said, read, figure_sentences.recorded(self.asof))))


def hearing_told(hearing: Hearing, register: Register) -> ToldHearing:
    """What is told of a hearing: place, how to speak, who proposed what, and to check the agenda."""
    act, known = hearing.act, register.record.sources
    proposed = sentences.proposed(who_and_when(act), act.summary)
    said = paragraph((*hearing_details(act), proposed, CHECK_THE_AGENDA))
    asof = figure_sentences.as_of(newest_entry(register.record.ties.values()))
    source = next(iter(best_sources(known[name] for name in act.sources if name in known)), None)
    return ToldHearing(tie_name(hearing.tie, register), hearing_when(act), said, source, asof)


def list_text(register: Register, title: str, ties: Sequence[Tie]) -> str:
    """A list to be copied: what it is of, and its first ties in a line each."""
    asof = figure_sentences.as_of(newest_entry(register.record.ties.values()))
    lines = [tie_line(tie, register) for tie in ties[:MOST_COPIED]]
    if len(lines) < len(ties):
        lines.append(figure_sentences.more_ties(len(ties) - len(lines)))
    return "\n".join((title, *lines, figure_sentences.recorded(asof)))


def figures_text(register: Register, state: str) -> str:
    """The figures of all ties or of a state's, to be copied."""
    found = figures_of(register, state)
    asof = figure_sentences.as_of(newest_entry(register.record.ties.values()))
    return figure_sentences.figures_told(found, state_name(register, state) if state else "", asof)
