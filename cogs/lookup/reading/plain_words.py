"""What is said in other words than those that all else is read by, in the plain ones: "placed a freeze on" as
"suspended", "Hizzoner" as "the mayor", "every hand went up" as "unanimously". Pure.

They are in ``data/vocabulary/plain_words.toml``, a row a meaning, so that whatever reads a question profits from each.
What is quoted is left as it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import Phrases, PhraseTable, phrases
from db.record.text import Token, normalise
from db.record.values import value
from db.record.vocabulary import LANGUAGES, vocabulary

# So long a text is looked at, in words.
_LONGEST = 120
# What stands in marks; a word or two there are no quotation.
_QUOTED = LATE.compile('[“"«„][^“”"«»„]*[”"»“]')
_SHORTEST_QUOTED = 3
# What of a phrase is kept: in the place of "{}" in the plain words, or where it stands at the end of the phrase.
_KEPT = LATE.compile(r"\[([^\]]*)\]")
# Letters that only Russian has.
_OF_RUSSIAN = frozenset("ыэъё")
_NONE = frozenset[str]()
# Behind one of these a sentence begins.
_ENDS = frozenset(".?!\n")


@value
class _Place:
    """Where words must stand: one of those ``before`` or ``after`` them so near, one of those ``anywhere`` beside them,
    a name right behind or on either side, none of some right before, not at the beginning of a sentence, which claims
    something, and before a colon or at the end; what is empty is not asked for. All are normalised.
    """

    before: frozenset[str]
    after: frozenset[str]
    anywhere: frozenset[str]
    within: int
    name_next: bool
    name_beside: bool
    not_before: frozenset[str]
    not_first: bool
    colon_next: bool

    def has(self, text: str, words: Sequence[Token], first: int, last: int) -> bool:
        """Whether the words from the first to the last of a text stand there."""
        if self.not_first and (not first or text[words[first].start - 2] in _ENDS):
            return False
        behind = words[last + 1 : last + 1 + self.within]
        if self.name_next and not (behind and behind[0].capital):
            return False
        if self.colon_next and text[words[last].end : words[last].end + 1] not in {"", ":"}:
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


@value
class _Row:
    """The ``plain`` words of a language for others that stand in one of some places, ``unless`` one of some is beside
    them; of these what is ``kept`` is said again, the last that is found where they ``end`` with it.
    """

    language: str
    plain: str
    places: tuple[_Place, ...]
    unless: frozenset[str]
    kept: Phrases | None
    ends: bool


def in_plain_words(text: str, words: Sequence[Token]) -> str:
    """A text with the plain words in place of others that mean the same; the text itself where it has none."""
    if len(words) > _LONGEST:
        return text
    # Ukrainian and Russian words are often the same once they are normalised: those of the asker's go before.
    other = _of_other_tongue(text)
    found = sorted(_spans(text, words), key=lambda span: (-span[1], span[0], span[2].language == other))
    quoted = _quoted(text) if found else ()
    begun = len(text)
    for first, last, _, plain in found:
        start, end = words[first].start, words[last].end
        if end <= begun and not any(begins < end and start < ends for begins, ends in quoted):
            begun = start
            text = f"{text[:start]}{plain}{text[end:]}"
    return text


def _quoted(text: str) -> Sequence[tuple[int, int]]:
    """Where quotations of several words begin and end."""
    found = _QUOTED.finditer(text)
    return [match.span() for match in found if len(match.group().split()) >= _SHORTEST_QUOTED]


def _of_other_tongue(text: str) -> str:
    """In which of two languages a text is not, by its letters: Russian, unless it has one that only Russian has."""
    return "ru" if _OF_RUSSIAN.isdisjoint(text.casefold()) else "uk"


def _spans(text: str, words: Sequence[Token]) -> Iterator[tuple[int, int, _Row, str]]:
    """What is said in other words, from its first to its last, with the row that has it and the plain ones."""
    joined = " ".join([word.norm for word in words])
    for number, matches in _SAID.found(joined).items():
        row = _ROWS[number]
        if row.unless and any(word.norm in row.unless for word in words):
            continue
        for match in matches:
            first = joined[: match.start()].count(" ")
            last = first + match.group().count(" ")
            if any(place.has(text, words, first, last) for place in row.places):
                plain, length = _with_kept(row, match.group(), text, words[first : last + 1])
                yield first, first + length - 1, row, plain


def _with_kept(row: _Row, said: str, text: str, words: Sequence[Token]) -> tuple[str, int]:
    """The plain words, with what they keep of what is said in other words; and in place of how many of these."""
    found = [*row.kept.finditer(said)] if row.kept else []
    if not found:
        return row.plain, len(words)
    kept = found[-1 if row.ends else 0]
    begins = said[: kept.start()].count(" ")
    ends = begins + kept.group().count(" ")
    if "{}" not in row.plain:
        return row.plain, begins
    return row.plain.replace("{}", text[words[begins].start : words[ends].end]), len(words)


def _normalised(lines: Sequence[str]) -> frozenset[str]:
    # Most are empty: without it each would be another.
    return frozenset(normalise(word) for line in lines for word in line.split()) or _NONE


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
        row.get("not_first", False),
        row.get("colon_next", False),
    )


def _row(row: Mapping[str, Any], language: str, phrase: str = "") -> _Row:
    """What is made of the phrases of a row in a language; of one ``phrase`` that keeps something."""
    kept = _KEPT.search(phrase)
    return _Row(
        language,
        row["plain"][language],
        tuple(_PLACES[name] for name in row["where"]),
        _normalised([row.get("unless", "")]),
        phrases(f"({kept[1]})") if kept else None,
        phrase.endswith("]"),
    )


_TABLE = vocabulary("plain_words")
_PLACES = {name: _place(row) for name, row in _TABLE["where"].items()}
_WRITTEN = [(row, language, row[language]) for row in _TABLE["row"] for language in LANGUAGES if row.get(language)]
_ALONE = [(row, language, [it for it in said if "[" not in it]) for row, language, said in _WRITTEN]
_KEEPING = [(row, language, it) for row, language, said in _WRITTEN for it in said if "[" in it]
_ROWS = [
    *(_row(row, language) for row, language, _ in _ALONE),
    *(_row(row, language, phrase) for row, language, phrase in _KEEPING),
]
# What is said for the plain words of each row, by its number.
_SAID = PhraseTable[int](
    {
        number: phrases(said)
        for number, said in enumerate(
            [
                *("\n".join(said) for _, _, said in _ALONE),
                *(_KEPT.sub(r"(\1)", phrase) for _, _, phrase in _KEEPING),
            ]
        )
    }
)
del _TABLE, _WRITTEN, _ALONE, _KEEPING
