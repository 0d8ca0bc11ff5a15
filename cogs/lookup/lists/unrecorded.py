"""What a list is asked to be narrowed or sorted by that the record holds of no tie: parties, budgets, ports. Pure."""

from __future__ import annotations

import re
from functools import cache
from itertools import chain

from cogs.lookup.phrases.patterns import PhraseTable
from cogs.lookup.phrases.words_matched import words_matched
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_in_row
from db.record.vocabulary import vocabulary


@cache
def _asked() -> PhraseTable[str]:
    return PhraseTable({
        row["said"]: said_in_row(row)
        for row in vocabulary("unrecorded").values()
    })  # fmt: skip


def unrecorded(question: Question) -> dict[str, str]:
    """The properties a question asks for that are not on record of any tie, as they are told, each with the words by
    which it is asked for, as they were typed.
    """
    return {said: _typed(matches[0], question) for said, matches in _asked().found(question.joined).items()}


def _typed(match: re.Match[str], question: Question) -> str:
    first = match.string[: match.start()].count(" ")
    return " ".join(word.raw for word in question.words[first : first + match.group().count(" ") + 1])


def words_of_unrecorded(question: Question) -> frozenset[str]:
    """The normalised words by which these are asked for."""
    found = _asked().found(question.joined)
    return words_matched(chain.from_iterable(found.values()))
