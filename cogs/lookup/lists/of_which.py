"""What is counted first, where it is asked how many there are and how many of those are more than that. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from cogs.lookup.lists.filters import fitting
from cogs.lookup.lists.list_filter import list_filter
from cogs.lookup.lists.lists import list_sentence
from cogs.lookup.model import TieFilter
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.understanding import understand
from cogs.lookup.reading.vocabulary import said_in_all
from cogs.wording.blocks import Line, TextBlock
from db.record.register import Register

_OF_WHICH = said_in_all("lists", "of_which")
_JOINS = ",;.?–—- "
_FEWEST_WORDS = 2


def of_which_part(question: Question, chosen: TieFilter, register: Register, today: date) -> TextBlock | None:
    """How many ties each of the wider questions asks for of which the last is a part: "how many are suspended, and how
    many of those have a condition" tells the 20 before the ten; None where no part is asked for.
    """
    told = []
    fits = {tie.id for tie in fitting(chosen, register)}
    for text in _wider(question):
        wider = list_filter(understand(text, register.gazetteer, today), today)
        ties = fitting(wider, register)
        if fits and wider != chosen and fits <= {tie.id for tie in ties}:
            told.append(Line(list_sentence(wider, ties, register)))
    return TextBlock(tuple(told)) if told else None


def _wider(question: Question) -> Iterator[str]:
    """The text before each place where a part of what was asked for is asked for, the first first."""
    for match in _OF_WHICH.finditer(question.joined):
        words = question.joined.count(" ", 0, match.start())
        if words >= _FEWEST_WORDS:
            yield question.text[: question.words[words].start].rstrip(_JOINS)
