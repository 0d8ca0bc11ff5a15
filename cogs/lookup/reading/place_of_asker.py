"""Where somebody is who asks for ties: "I'm from Kharkiv. Which cities ended it?". Pure."""

from __future__ import annotations

from dataclasses import replace

from cogs.lookup.reading.framing import is_where_the_asker_is
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.models import Country

_OF_TIES = frozenset({Intent.LIST, Intent.COUNT})


def without_place_of_asker(question: Question) -> Question:
    """A question that asks for ties by how they stand, without the place in Ukraine where only the asker is."""
    if not (question.standings and question.mentions and (question.intents & _OF_TIES)):
        return question
    left = tuple(
        named
        for named in question.mentions
        if named.places
        or not any(place.country is Country.UA for place in named.others)
        or not is_where_the_asker_is(question.words, named.start, question.joined)
    )
    return question if len(left) == len(question.mentions) else replace(question, mentions=left)
