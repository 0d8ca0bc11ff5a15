"""What an answer has said already, which its later parts do not say again. Pure.

How a tie stands is told with its card in any case: of what is told above, whole sentences, the card names only the day.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Set
from dataclasses import replace

from cogs.lookup import sentences
from cogs.wording.blocks import Line, TextBlock
from cogs.wording.english import paragraph, sentences_in, without_marks
from db.record.months import MONTHS

# Shorter sentences say what may be so of any tie: "No later decision was found (searched 22 November 2026)."
_SHORTEST, _SHORTEST_LINE = 60, 40
_WHEN = (*MONTHS, "spring", "summer", "autumn", "winter")
_DATE = re.compile(rf"\b(?:(?:\d{{1,2}} )?(?:{'|'.join(_WHEN)}) )?20\d\d\b")
# How a sentence begins that tells what was done or said.
_BEGINS_WITH_ITS_DAY = re.compile(r"(?:On|In|By|Early|Late|As reported) ")


class Said:
    """What was said so far: lines, and sentences of theirs, those of cards apart."""

    def __init__(self) -> None:
        self._lines: set[Line] = set()
        self._sentences: set[str] = set()
        self._of_cards: set[str] = set()

    def new_in(self, parts: Iterable[TextBlock]) -> Iterator[TextBlock]:
        """The parts without what was said before, in them or earlier."""
        for part in parts:
            if part.tie is not None or part.standing is not None:
                yield replace(part, lines=tuple(self._of_card(part)))
            else:
                new = tuple(dict.fromkeys(line for line in part.lines if not self._has(line)))
                self._sentences.update(it for line in part.lines for it in (*_said_in(line), *_said_of_whom(line)))
                # Of a part whose rows are all told already, what announces them is not told either.
                if new and not (new == part.lines[:1] != part.lines and _announces(new[0])):
                    yield replace(part, lines=new)
            self._lines.update(part.lines)

    def _has(self, line: Line) -> bool:
        """Whether a line was said, or all that it says of whom it names first."""
        if line in self._lines:
            return True
        if "– " not in line.strong or len(line.text) < _SHORTEST_LINE:
            return False
        told = map(without_marks, sentences_in(line.text))
        return all(it in self._of_cards or it in self._sentences for it in told)

    def _of_card(self, card: TextBlock) -> Iterator[Line]:
        """The lines of a card without what is told above it; of rows that are announced there, those are told again
        that would leave none.
        """
        told = {*self._sentences}
        announced: list[Line] = []
        for line in card.lines:
            left = _left_of(line, told, card.heading or "")
            told.update(_said_in(line))
            if line.strong:
                yield from announced
                announced = []
            elif line.text.endswith(":"):
                announced = [line]
                continue
            if announced and left is None:
                announced.append(line)
                continue
            if left is not None:
                yield from announced[:1]
                announced = []
                yield left
        self._of_cards |= told


def _left_of(line: Line, said: Set[str], heading: str) -> Line | None:
    """A line of a card without the sentences that are told above; None where nothing is left.

    In the line on how the tie stands, the day of what was done stands for what was said of it.
    """
    told = [*sentences_in(line.text)]
    again = [it for it in told if _is_said(it, said, "" if line.strong else heading)]
    if not again:
        return line
    if not line.strong:
        left = paragraph(it for it in told if it not in again)
        return replace(line, text=left) if left else None
    acted = again[0] == told[0] or _BEGINS_WITH_ITS_DAY.match(again[0])
    dated = _DATE.search(again[0]) if acted else None
    short = sentences.told_above(dated[0]) if dated else ""
    left = paragraph(short if it == again[0] else it for it in told if it not in again[1:])
    return replace(line, text=f" {left}" if left else "")


def _is_said(sentence: str, said: Set[str], heading: str) -> bool:
    """Whether a sentence of a card was said: a short one, of the same tie; a row, behind who said it and when."""
    bare = without_marks(sentence)
    if len(bare) < _SHORTEST:
        us, _, ru = heading.partition(" – ")
        return f"{us} – {ru.partition(',')[0]}: {bare}" in said
    return bare in said or bare.partition(": ")[2] in said


def _announces(line: Line) -> bool:
    """Whether a line only leads up to rows, and tells nothing that rests on a source."""
    return line.text.endswith(":") or not (line.strong or without_marks(line.text) != line.text)


def _said_in(line: Line) -> Iterator[str]:
    return map(without_marks, sentences_in(line.text))


def _said_of_whom(line: Line) -> Iterator[str]:
    """The sentences of a line with whom or which tie it names first."""
    return (f"{line.strong} {it}" for it in _said_in(line)) if line.strong.endswith(":") else iter(())
