"""What an answer is needed for, which is none of what is asked: "for tonight's hearing". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.intents import ASKED_STANDINGS, STRONG_SUBJECT
from cogs.lookup.reading.vocabulary import of_all_languages
from db.record.text import Token

_NEEDED_FOR = phrases("\n".join(of_all_languages("purposes", "needed_for")))
# Beside a purpose, so much is asked of ties at least: else it is what is asked ("help me with a letter to councils").
_ASKS_OF_TIES = phrases("\n".join(of_all_languages("purposes", "asks_of_ties")))
_FEWEST_LEFT = 3


def without_purposes(text: str, words: Sequence[Token]) -> str:
    """A text without what its answer is needed for; as it was, where nothing else in it asks of ties."""
    joined = " ".join([word.norm for word in words])
    found = [*_NEEDED_FOR.finditer(joined)]
    if not found:
        return text
    spans = [_span(match, words) for match in found]
    rest = joined
    for match in reversed(found):
        rest = f"{rest[: match.start()]} {rest[match.end() :]}"
    if len(rest.split()) < _FEWEST_LEFT or not _asks_of_ties(rest):
        return text
    for start, end in reversed(spans):
        text = f"{text[:start].rstrip(', ')} {text[end:].lstrip('–—-,:.; ')}"
    return text.strip()


def _span(match: re.Match[str], words: Sequence[Token]) -> tuple[int, int]:
    """From where to where a match in the normalised words reaches in the text."""
    first = match.string[: match.start()].count(" ")
    return words[first].start, words[first + match.group().count(" ")].end


def _asks_of_ties(rest: str) -> bool:
    if _ASKS_OF_TIES.search(rest) is None:
        return False
    return STRONG_SUBJECT.search(rest) is not None or any(said.search(rest) for said in ASKED_STANDINGS.values())
