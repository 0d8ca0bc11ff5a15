"""How words of a question were read that were mistyped: no repair goes unsaid. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from cogs.lookup.lists.regions_asked import words_of_region
from cogs.lookup.model import Answer
from cogs.lookup.parts.blocks import LABEL_LENGTH
from cogs.lookup.places import place_sentences
from cogs.lookup.reading.question import Question
from cogs.wording.english import clip
from db.record.text import normalise


def with_repairs_told(found: Answer, question: Question) -> Answer:
    """An answer that begins with how mistyped words were read, unless it says so already, or found nothing by them."""
    if not (question.repairs and found.parts and found.outcome.found):
        return found
    said = "\n".join(_texts(found))
    # "Краснодарським краєм" is read as the region that it is.
    of_region = words_of_region(question) if found.filter and found.filter.region else frozenset()
    untold = [
        (clip(typed, LABEL_LENGTH), name)
        for typed, name in question.repairs
        if place_sentences.read_as(typed, name).removesuffix(".") not in said and normalise(typed) not in of_region
    ]
    if not untold:
        return found
    return found.behind_line(place_sentences.all_read_as(untold))


def _texts(found: Answer) -> Iterator[str]:
    for part in found.parts:
        yield from (line.text for line in part.lines)
