"""Days of a month that are said in words: "the third of March", "March the third", "третього березня". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cogs.lookup.phrases.late_patterns import LATE
from db.record.months import ALL_MONTHS
from db.record.text import normalise

_ENGLISH = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15, "sixteenth": 16,
    "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
}  # fmt: skip
# Beginnings, as words are normalised.
_CYRILLIC = {
    "перв": 1, "перш": 1, "втор": 2, "друг": 2, "трет": 3, "четверт": 4, "пят": 5, "шест": 6, "шост": 6, "седьм": 7,
    "сьом": 7, "восьм": 8, "девят": 9, "десят": 10, "одиннадцат": 11, "одинадцят": 11, "двенадцат": 12,
    "дванадцят": 12, "тринадцат": 13, "тринадцят": 13, "четырнадцат": 14, "чотирнадцят": 14, "пятнадцат": 15,
    "пятнадцят": 15, "шестнадцат": 16, "шистнадцят": 16, "семнадцат": 17, "симнадцят": 17, "восемнадцат": 18,
    "висимнадцят": 18, "девятнадцат": 19, "девятнадцят": 19, "двадцат": 20, "двадцят": 20, "тридцат": 30,
    "тридцят": 30,
}  # fmt: skip
_TENS = {"twenty": 20, "thirty": 30, "двадцат": 20, "двадцят": 20, "тридцат": 30, "тридцят": 30}
_NUMBERS = _ENGLISH | _CYRILLIC


def one_of(words: Iterable[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


_MONTHS = frozenset(map(normalise, ALL_MONTHS))
_MONTH = one_of(_MONTHS)
_TEN = rf"(?:({one_of(_TENS)}) )?"
_CYRILLIC_DAY = LATE.compile(rf"\b{_TEN}({one_of(_CYRILLIC)})(?:ого|его|ього|ое|ее|е|ье)? (?={_MONTH}\b)")
_DAY_OF = LATE.compile(rf"\b{_TEN}({one_of(_ENGLISH)}) of (?={_MONTH}\b)")
_MONTH_THE = LATE.compile(rf"\b(?:{_MONTH}) (?:the )?{_TEN}({one_of(_ENGLISH)})\b")


def in_figures(joined: str) -> str:
    """Normalised words with such days in figures, even one that no month has: who reads the figures leaves it out."""
    if _MONTHS.isdisjoint(joined.split()):
        return joined
    if not joined.isascii():
        return _CYRILLIC_DAY.sub(_figure, joined)
    return _MONTH_THE.sub(
        lambda found: f"{found[0].split()[0]} {_figure(found)}".rstrip(), _DAY_OF.sub(_figure, joined)
    )


def of_days(joined: str) -> frozenset[str]:
    """The words by which such days are said."""
    patterns = (_DAY_OF, _MONTH_THE) if joined.isascii() else (_CYRILLIC_DAY,)
    return frozenset(word for pattern in patterns for found in pattern.finditer(joined) for word in found[0].split())


def _figure(found: re.Match[str]) -> str:
    return f"{_TENS.get(found[1] or '', 0) + _NUMBERS[found[2]]} "
