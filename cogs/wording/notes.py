"""What of a tie's note stands on its card: what is not told there yet, and is about this tie. Pure.

All of the note stands in the history.
"""

from __future__ import annotations

import re

from cogs.wording.english import paragraph, sentences_in
from db.record.text import key

# That another place has a tie with the same one: that tie's own card tells it.
_OF_ANOTHER_TIE = re.compile(r"\bon record (?:with .*,? )?too\.$|\bis another city, on record with\b")
# So much of what a sentence says has been told, by its words.
_MOST_TOLD = 0.8
# Words are compared by their beginnings ("names", "named"), and those that say nothing by themselves are passed over.
_BEGINNING = 4
_LIGHT = frozenset(("that", "them", "then", "there", "this", "what", "which", "with"))
_SEVERAL = re.compile(r"ies$")
_DENIALS = frozenset(("no", "not", "never", "neither", "only"))


def note_for_card(note: str, told: str) -> str:
    """The sentences of a note that a card has still to tell; ``told`` is what it says already."""
    return paragraph(sentence for sentence in sentences_in(note) if not _can_go(sentence, told))


def _can_go(sentence: str, told: str) -> bool:
    if _OF_ANOTHER_TIE.search(sentence):
        return True
    words, known = key(sentence).split(), key(told).split()
    if not _DENIALS.intersection(words) <= set(known):
        return False
    heavy = [_begin(word) for word in words if (len(word) >= _BEGINNING or word.isdigit()) and word not in _LIGHT]
    beginnings = {_begin(word) for word in known}
    return sum(word in beginnings for word in heavy) >= _MOST_TOLD * len(heavy)


def _begin(word: str) -> str:
    return _SEVERAL.sub("y", word)[:_BEGINNING]
