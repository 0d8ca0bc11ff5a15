"""What of a text is not asked: what an answer is needed for, and what the asker took to be so of all ties. Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import ASKED_STANDINGS, STRONG_SUBJECT
from cogs.lookup.reading.vocabulary import said_in_all, words_in_all
from db.record.standings import Standing
from db.record.text import Token

_NEEDED_FOR = said_in_all("purposes", "needed_for")
# Beside a purpose, so much is asked of ties at least: else it is what is asked ("help me with a letter to councils").
_ASKS_OF_TIES = said_in_all("purposes", "asks_of_ties")
# Places or standings are spoken of, where nothing names ties: "every Florida city, with where each stands".
OF_PLACES = said_in_all("purposes", "asks_of_places")
# What the asker took to be so of all, at the end of a text.
_GUESSED = said_in_all("purposes", "guessed")
_GOES_ON = LATE.compile(r"[.?!;:,\n]\s*\w|\?")
_CLAUSE_BEFORE = LATE.compile(r"\s*[^.!?:;,…\n]{8,80}(?:[.!:;,…]+|\s[–—-]+)\s+")
_DECIDED = [said for standing, said in ASKED_STANDINGS.items() if standing is not Standing.ACTIVE]
# What the asker goes to and when, told before all that is asked: "hearing is at 6 tonight".
_OCCASIONS = words_in_all("purposes", "occasions")
_OF_OCCASIONS = words_in_all("purposes", "of_occasions")
_LONGEST_GUESS = 9
_FEWEST_LEFT, _FEWEST_OF_ASKER = 3, 2


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


def without_occasion(text: str, words: Sequence[Token]) -> str:
    """A text without the clause before it in which who asks tells what they go to and when; as it was, where nothing
    asks of ties behind it: "hearing is at 6 tonight, which places …".
    """
    before = _CLAUSE_BEFORE.match(text)
    if before is None:
        return text
    said = [word for word in words if word.end <= before.end()]
    asks = [word for word in words if word.start >= before.end()]
    if len(said) < _FEWEST_OF_ASKER or len(asks) < _FEWEST_LEFT or not _is_of_occasion(said):
        return text
    rest = " ".join([word.norm for word in asks])
    # "Do you still have what I wrote" asks of no tie.
    of_ties = STRONG_SUBJECT.search(rest) or OF_PLACES.search(rest) or any(told.search(rest) for told in _DECIDED)
    return text[before.end() :] if of_ties and _ASKS_OF_TIES.search(rest) else text


def _is_of_occasion(said: Sequence[Token]) -> bool:
    """Whether words tell of a hearing or the like and when it is, and nothing more."""
    norms = {word.norm for word in said}
    return not norms.isdisjoint(_OCCASIONS) and all(
        norm in _OCCASIONS or norm in _OF_OCCASIONS or norm.isdecimal() for norm in norms
    )


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
    spoken_of = STRONG_SUBJECT.search(rest) or OF_PLACES.search(rest)
    return spoken_of is not None or any(said.search(rest) for said in ASKED_STANDINGS.values())
