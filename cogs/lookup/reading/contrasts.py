"""What those that are asked for are set against: "who ended it, not the ones who just paused", "а не призупинив". Pure.

The words are those of ``data/vocabulary/contrasts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from cogs.lookup.phrases.patterns import any_of
from cogs.lookup.reading.intents import ASKED_STANDINGS
from db.record.standings import Standing
from db.record.text import Token, normalise
from db.record.values import value
from db.record.vocabulary import LANGUAGES, vocabulary

_TABLE = vocabulary("contrasts")


def _all(name: str) -> list[str]:
    return [each for of in LANGUAGES for each in _TABLE[of][name]]


_AGAINST = any_of(_all("against"))
_SELECTS = any_of(_all("selects"))
_OF_BOTH = any_of(_all("of_both"))
_BETWEEN = frozenset(map(normalise, _all("between")))
_GO_ON = frozenset(map(normalise, _all("go_on")))
# What stands before something that is set against another.
_MARKS = "(,;:–—- "


@value
class Contrast:
    """A question without what its ties are set against, and how the ties stand that are not asked for."""

    text: str
    against: frozenset[Standing]


Hits = Mapping[str, Iterable[re.Match[str]]]


def contrast_in(
    cleaned: str, words: Sequence[Token], asked: str, hits: Hits, find: Callable[[str], Hits]
) -> Contrast | None:
    """What a list is asked for and what it is set against; None where nothing is, or where more is said of that.

    ``asked`` are the normalised ``words`` of the text in a row, ``hits`` the places where their vocabulary was found,
    and ``find`` finds it in another row of words.
    """
    found = _AGAINST.search(asked)
    if found is None or _SELECTS.search(asked) is None or _OF_BOTH.search(asked) is not None:
        return None
    places = {
        key: [(_nth_word(asked, hit.start()), _nth_word(asked, hit.end() - 1)) for hit in hits[key]]
        for key in ASKED_STANDINGS
        if key in hits
    }
    told = {at for spans in places.values() for start, last in spans for at in range(start, last + 1)}
    regions = [_region(words, asked, match) for match in _AGAINST.finditer(asked)]
    wanted = {
        key
        for key, spans in places.items()
        if any(not any(first <= last < end for first, _, end in regions) for _, last in spans)
    }
    for first, behind, end in regions:
        # "Хто залишив, а не вийшов": by its last word it is known where a phrase belongs.
        against = {key for key in places if any(first <= last < end for _, last in places[key])}
        astride = any(first <= start < end <= last for spans in places.values() for start, last in spans)
        rest = {words[at].norm for at in range(behind, end) if at not in told}
        if any(start < first <= last for spans in places.values() for start, last in spans):
            # "Хто призупинив, а не вийшов": what is found across both hides what stands before.
            found_there = find(" ".join(word.norm for word in (*words[:first], *words[end:])))
            wanted = {key for key in ASKED_STANDINGS if key in found_there}
        if against and wanted and wanted != against and not astride and rest <= _BETWEEN:
            # "Only paused, not the ones who pulled the plug", which may be said of either.
            return Contrast(_without(cleaned, words, first, end), frozenset(map(Standing, against - wanted or against)))
    return None


def _region(words: Sequence[Token], asked: str, match: re.Match[str]) -> tuple[int, int, int]:
    """Where what is set against something begins, with the first word behind what sets it so, and where it ends."""
    start = match.end() - len(match.group().lstrip())
    first, behind = _nth_word(asked, start), _nth_word(asked, match.end() - 1) + 1
    return first, behind, _end_of_it(words, first, behind)


def _nth_word(joined: str, at: int) -> int:
    """Which word stands at a place of a row of words, from 0."""
    return joined.count(" ", 0, at)


def _end_of_it(words: Sequence[Token], first: int, behind: int) -> int:
    """Where what is set against something ends: at a comma or another mark, or where it is said what is meant."""
    at = behind
    while at < len(words) and words[at].norm not in _GO_ON:
        if at > first and words[at].start - words[at - 1].end > 1 and at > behind:
            break
        at += 1
    return at


def _without(cleaned: str, words: Sequence[Token], first: int, end: int) -> str:
    before = cleaned[: words[first].start].rstrip(_MARKS)
    behind = cleaned[words[end - 1].end :].lstrip(") ")
    return f"{before} {behind}".strip()
