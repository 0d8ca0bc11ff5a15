"""What of a tie's note stands on its card: what is not told there yet, and is about this tie. Pure.

All of the note stands in the history.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from cogs.wording.english import paragraph, sentences_in
from db.record.caching import remembered
from db.record.text import key
from db.record.values import value

# That another place has a tie with the same one: that tie's own card tells it.
_OF_ANOTHER_TIE = re.compile(r"\bon record (?:with .*,? )?too\.$|\bis another city, on record with\b")
# So much of what a sentence says has been told, by its words.
_MOST_TOLD = 0.8
# Words are compared by their beginnings ("names", "named"), and those that say nothing by themselves are passed over.
_BEGINNING = 4
_LIGHT = frozenset(("that", "them", "then", "there", "this", "what", "which", "with"))
_DENIALS = frozenset(("no", "not", "never", "neither", "only"))


@value
class _Sentence:
    """A sentence of a note: its words, and the beginnings of those that say something."""

    text: str
    of_another_tie: bool
    denials: frozenset[str]
    heavy: tuple[str, ...]


# The card of a tie says the same until the record changes.
@lru_cache(maxsize=128)
def note_for_card(note: str, told: str) -> str:
    """The sentences of a note that a card has still to tell; ``told`` is what it says already."""
    sentences = _sentences(note)
    known = frozenset(key(told).split()) if sentences else frozenset[str]()
    beginnings = frozenset(map(_begin, known))
    return paragraph(each.text for each in sentences if not _can_go(each, known, beginnings))


def untold(text: str, told: str) -> str:
    """The sentences of a text that say a word which ``told`` does not."""
    known = frozenset(key(told).split())
    beginnings = frozenset(map(_begin, known))
    return paragraph(each.text for each in _sentences(text) if not _is_told(each, known, beginnings, 1))


def _can_go(sentence: _Sentence, known: frozenset[str], beginnings: frozenset[str]) -> bool:
    return sentence.of_another_tie or _is_told(sentence, known, beginnings, _MOST_TOLD)


def _is_told(sentence: _Sentence, known: frozenset[str], beginnings: frozenset[str], least: float) -> bool:
    heavy = sentence.heavy
    return sentence.denials <= known and sum(map(beginnings.__contains__, heavy)) >= least * len(heavy)


def _begin(word: str) -> str:
    return f"{word[:-3]}y"[:_BEGINNING] if word.endswith("ies") else word[:_BEGINNING]


def _sentence(text: str) -> _Sentence:
    words = key(text).split()
    heavy = (_begin(word) for word in words if (len(word) >= _BEGINNING or word.isdigit()) and word not in _LIGHT)
    return _Sentence(text, bool(_OF_ANOTHER_TIE.search(text)), _DENIALS.intersection(words), tuple(heavy))


@remembered(entries=128, longest=2_000)
def _sentences(text: str) -> Sequence[_Sentence]:
    return tuple(map(_sentence, sentences_in(text)))
