"""Places that are called by what they are known for: "the city where the last tsar was shot", "the capital of Iowa".

Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from cogs.lookup.phrases.patterns import PhraseTable
from cogs.lookup.reading.vocabulary import said_in_row
from db.record.gazetteer import Gazetteer
from db.record.models import UsState
from db.record.text import Token, normalise
from db.record.vocabulary import vocabulary

# These go with a description that they stand before.
_ARTICLES = frozenset({"the", "that", "a", "this", "our"})
_CAPITAL = frozenset(map(normalise, "capital столиця столица".split()))
# With no other words it is asked which city that is, and of no tie.
_ASKS_WHICH = frozenset(
    map(normalise, "what whats is s the which city called name of яка яке який місто як какая какой город как".split())
)
# Between a capital and its state.
_OF = frozenset(map(normalise, "of state states the city штату штата".split()))
_GAP = 3
# So long a text is looked at, in words: a longer one does not ask for a place by a description.
_LONGEST = 120


@cache
def _described() -> PhraseTable[str]:
    """Descriptions by the name of their place."""
    return PhraseTable({row["name"]: said_in_row(row) for row in vocabulary("descriptions").values()})


def with_names_for_descriptions(
    text: str, words: Sequence[Token], gazetteer: Gazetteer
) -> tuple[str, list[tuple[str, str]]]:
    """A text with the name of a place where it is described, and each description with the name read for it.

    The text itself comes back where nothing is described. A place that is named beside its description is not named
    twice.
    """
    spans = [*_spans(words), *_capitals(words, gazetteer)] if len(words) <= _LONGEST else []
    read: list[tuple[str, str]] = []
    begun = len(text)
    for first, last, name in sorted(spans, reverse=True):
        first -= first > 0 and words[first - 1].norm in _ARTICLES
        start, end = words[first].start, words[last].end
        if end > begun:
            continue
        begun = start
        bare = name.split(",")[0]
        if bare.casefold() in f"{text[:start]} {text[end:]}".casefold():
            others = f"{text[:start]}{text[end:]}"
            # "What's up with Portland, I mean the lobster Portland": of its namesakes the one that is described.
            of_namesakes = bare.casefold() in text[start:end].casefold()
            text = _qualified(others, bare, name) if of_namesakes else others
            continue
        read.append((text[start:end], name))
        text = f"{text[:start]}{name}{text[end:]}"
    return text, read


def _qualified(text: str, bare: str, name: str) -> str:
    """A text with the first name of a place in full, unless its state stands behind it there."""
    return re.sub(rf"\b(?i:{re.escape(bare)})\b(?!,? ?\(?[A-Z])", name, text, count=1)


def _spans(words: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Each description, from its first to its last word, with the name of what it describes."""
    joined = " ".join(word.norm for word in words)
    for name, matches in _described().found(joined).items():
        for match in matches:
            first = joined[: match.start()].count(" ")
            yield first, first + match.group().count(" "), name


def _capitals(words: Sequence[Token], gazetteer: Gazetteer) -> Iterator[tuple[int, int, str]]:
    """Each "capital of Iowa", "Alaskan capital", "столиця Аляски"; "its capital" where one state alone is named."""
    for i, word in enumerate(words):
        if word.norm not in _CAPITAL:
            continue
        for first, last in _beside(words, i):
            state = _state(words[first:last], gazetteer)
            start, end = min(first, i), max(last - 1, i)
            if state is None or not _are_of_one_sentence(words[start : end + 1]):
                continue
            rest = {each.norm for each in (*words[:start], *words[end + 1 :])}
            if not rest <= _ASKS_WHICH:
                yield start, end, f"{vocabulary('capitals')['capitals'][state.code]}, {state.name}"
            break


def _are_of_one_sentence(words: Sequence[Token]) -> bool:
    """Whether nothing but a blank stands between words: in "Вашингтона? столиця ж" one ends."""
    return all(behind.start - word.end <= 1 for word, behind in pairwise(words))


def _beside(words: Sequence[Token], i: int) -> Iterator[tuple[int, int]]:
    """Where the state stands whose capital a word names: behind it, "of" or "штату" between, or before it."""
    behind = i + 1
    while behind < len(words) and behind <= i + _GAP and words[behind].norm in _OF:
        behind += 1
    if behind > i + 1 or words[i].cyrillic:
        yield from ((behind, end) for end in (behind + 2, behind + 1) if end <= len(words))
    before = i - 1 if i and words[i - 1].norm in _OF else i
    yield from ((start, before) for start in (before - 2, before - 1) if start >= 0)


def _state(words: Sequence[Token], gazetteer: Gazetteer) -> UsState | None:
    found = gazetteer.exact(" ".join(word.norm for word in words)) if words else ()
    return next((it for it in found if isinstance(it, UsState)), None)
