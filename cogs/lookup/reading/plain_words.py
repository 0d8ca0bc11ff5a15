"""What is said in other words than those that all else is read by, in the plain ones: "placed a freeze on" as
"suspended", "Hizzoner" as "the mayor". Pure.

They are in ``data/vocabulary/plain_words.toml``, a row a meaning, so that whatever reads a question profits from each.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from cogs.lookup.phrases.patterns import PhraseTable, phrases
from db.record.text import Token, normalise
from db.record.vocabulary import LANGUAGES, vocabulary

# So long a text is looked at, in words.
_LONGEST = 120
# What is quoted is left as it is.
_QUOTES = frozenset('“”«»„"')


@dataclass(frozen=True, slots=True)
class _Place:
    """Where words must stand: one of those ``before`` or ``after`` them so near, one of those ``anywhere`` beside them,
    a name right behind or on either side, and none of some right before; what is empty is not asked for. All are
    normalised.
    """

    before: frozenset[str]
    after: frozenset[str]
    anywhere: frozenset[str]
    within: int
    name_next: bool
    name_beside: bool
    not_before: frozenset[str]

    def has(self, words: Sequence[Token], first: int, last: int) -> bool:
        """Whether the words from the first to the last stand there."""
        behind = words[last + 1 : last + 1 + self.within]
        if self.name_next and not (behind and behind[0].capital):
            return False
        if self.not_before and first and words[first - 1].norm in self.not_before:
            return False
        if self.name_beside:
            return any(word.capital for word in (*words[max(1, first - self.within) : first], *behind))
        if self.before or self.after:
            left = (word.norm in self.before for word in words[max(0, first - self.within) : first])
            right = (word.norm in self.after for word in behind)
            if not (any(left) or any(right)):
                return False
        rest = (*words[:first], *words[last + 1 :])
        return not self.anywhere or any(word.norm in self.anywhere for word in rest)


@dataclass(frozen=True, slots=True)
class _Row:
    """The ``plain`` words of a language for others that stand in one of some places, ``unless`` one of some is beside
    them.
    """

    plain: str
    places: tuple[_Place, ...]
    unless: frozenset[str]


def in_plain_words(text: str, words: Sequence[Token]) -> str:
    """A text with the plain words in place of others that mean the same; the text itself where it has none."""
    if len(words) > _LONGEST or not _QUOTES.isdisjoint(text):
        return text
    begun = len(text)
    for first, last, plain in sorted(_spans(words), key=lambda span: (-span[1], span[0])):
        start, end = words[first].start, words[last].end
        if end <= begun:
            begun = start
            text = f"{text[:start]}{plain}{text[end:]}"
    return text


def _spans(words: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """What is said in other words, from its first to its last, with the plain ones."""
    joined = " ".join(word.norm for word in words)
    for number, matches in _SAID.found(joined).items():
        row = _ROWS[number]
        if row.unless and any(word.norm in row.unless for word in words):
            continue
        for match in matches:
            first = joined[: match.start()].count(" ")
            last = first + match.group().count(" ")
            if any(place.has(words, first, last) for place in row.places):
                yield first, last, row.plain


def _normalised(lines: Sequence[str]) -> frozenset[str]:
    return frozenset(normalise(word) for line in lines for word in line.split())


def _place(row: Mapping[str, Any]) -> _Place:
    before, after, anywhere = (_normalised(row.get(name, ())) for name in ("before", "after", "anywhere"))
    return _Place(
        before,
        after,
        anywhere,
        row.get("within", 0),
        row.get("name_next", False),
        row.get("name_beside", False),
        _normalised([row.get("not_before", "")]),
    )


_TABLE = vocabulary("plain_words")
_PLACES = {name: _place(row) for name, row in _TABLE["where"].items()}
_WRITTEN = [(row, language) for row in _TABLE["row"] for language in LANGUAGES if row.get(language)]
_ROWS = [
    _Row(row["plain"][language], tuple(_PLACES[name] for name in row["where"]), _normalised([row.get("unless", "")]))
    for row, language in _WRITTEN
]
# What is said for the plain words of each row, by its number.
_SAID = PhraseTable[int]({number: phrases("\n".join(row[language])) for number, (row, language) in enumerate(_WRITTEN)})
del _TABLE, _WRITTEN
