"""What is said, before anybody shows it: lines of plain text under a heading. Pure.

Plain means without markup: whoever shows it escapes it. ``[1]`` refers to the sources that are shown with it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from cogs.wording.english import paragraph
from db.record.standings import STANDINGS, Standing
from db.record.values import value


@value
class Line:
    """One paragraph. ``strong`` is said first, in bold; ``text`` goes on from there, with a blank first."""

    text: str
    strong: str = ""

    def followed_by(self, *sentences: str) -> Line:
        """The same paragraph with whole sentences behind; empty ones are left out."""
        return replace(self, text=paragraph([self.text, *sentences]))


@value
class TextBlock:
    """Lines under a heading. With a ``tie`` it is about that tie, and shows its standing by shape and word.

    ``label`` is that word; where it is empty, the standing's own.
    """

    lines: tuple[Line, ...]
    heading: str | None = None
    standing: Standing | None = None
    tie: str | None = None
    label: str = ""

    @classmethod
    def saying(cls, text: str) -> TextBlock:
        """One line, and nothing else."""
        return cls((Line(text),))

    @property
    def sign(self) -> str:
        """The shape of the standing and the word for it; empty where there is none."""
        if self.standing is None:
            return ""
        return f"{STANDINGS[self.standing].shape} {self.label or STANDINGS[self.standing].label}"


def text_of(blocks: Iterable[TextBlock]) -> str:
    """All that blocks say, as one text in small letters."""
    lines = (f"{block.heading or ''} {line.strong} {line.text}" for block in blocks for line in block.lines)
    return "\n".join(lines).casefold()
