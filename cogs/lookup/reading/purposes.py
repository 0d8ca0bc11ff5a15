"""What of a text is not asked: what an answer is needed for, and what the asker took to be so of all ties. Pure."""

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
# Places or standings are spoken of, where nothing names ties: "every Florida city, with where each stands".
_OF_PLACES = phrases("\n".join(of_all_languages("purposes", "asks_of_places")))
# What the asker took to be so of all, at the end of a text.
_GUESSED = phrases("\n".join(of_all_languages("purposes", "guessed")))
_GOES_ON = re.compile(r"[.?!;:,\n]\s*\w|\?")
_LONGEST_GUESS = 9
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


def without_guesses(text: str, words: Sequence[Token]) -> str:
    """A text without what the asker took to be so, behind a question about ties; as it was, where none asks before.

    Its times and places narrow nothing: "Anybody as late as 2023? I thought this was over by summer 22".
    """
    joined = " ".join([word.norm for word in words])
    found = _GUESSED.search(joined)
    if found is None:
        return text
    start, end = _span(found, words)
    rest = joined[: found.start()]
    if _GOES_ON.search(text, end) or joined.count(" ", found.end()) > _LONGEST_GUESS:
        return text
    asks = len(rest.split()) >= _FEWEST_LEFT and _asks_of_ties(rest)
    return text[:start].rstrip(",–—-( ") if asks else text


def _span(match: re.Match[str], words: Sequence[Token]) -> tuple[int, int]:
    """From where to where a match in the normalised words reaches in the text."""
    first = match.string[: match.start()].count(" ")
    return words[first].start, words[first + match.group().count(" ")].end


def _asks_of_ties(rest: str) -> bool:
    if _ASKS_OF_TIES.search(rest) is None:
        return False
    spoken_of = STRONG_SUBJECT.search(rest) or _OF_PLACES.search(rest)
    return spoken_of is not None or any(said.search(rest) for said in ASKED_STANDINGS.values())
