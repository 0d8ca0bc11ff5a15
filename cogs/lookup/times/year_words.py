"""Years that are said in words: "nineteen eighty-seven", "eighty-seven and eighty-eight", "двадцять другого". Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.day_words import one_of
from db.record.derivation import INVASION
from db.record.months import ALL_MONTHS
from db.record.text import normalise
from db.record.vocabulary import vocabulary

# Words as they are normalised; of Cyrillic ones the endings are cut by that.
_TENS: Mapping[str, int] = vocabulary("numbers")["of_years"]["tens"]
_UNITS: Mapping[str, int] = vocabulary("numbers")["of_years"]["units"]
# Of these years none is said in short for anything else: ties were made in them.
_FIRST_IN_SHORT = 50
# Behind a month a lower number is a day: "March twenty-one".
_FIRST_OF_WAR = 22
_CENTURY = 100
# Without one of these no year is said in words.
_TENS_SAID = frozenset({*_TENS, "nineteen", "thousand", "тисяч"})
_SAID = _TENS_SAID | {*_UNITS, "девятсот"}


_NUMBER = rf"({one_of(_TENS)})(?: ({one_of(_UNITS)}))?"
_MONTH = one_of({normalise(month) for month in ALL_MONTHS})
# With the century: "nineteen ninety one", "twenty twenty-two", "две тысячи двадцать втором".
_IN_FULL = LATE.compile(
    rf"\b(nineteen|twenty|two thousand(?: and)?|тисяч девятсот|тысяч девятсот|дв[еи] тисяч) {_NUMBER}\b(?! percent)"
)
# Behind a month or a season; before the word for a year; between two of its kind: nothing else is counted there.
_BEHIND = LATE.compile(
    rf"\b({_MONTH}|spring|summer|autumn|fall|winter|зим|взимк|весн|навесн|лит|лет|влитк|осин|осен|восени) "
    rf"(?:of )?{_NUMBER}\b"
    r"(?! (?:го )?(?:of )?(?:cities|citys|ties|towns|percent|states))"
)
_BEFORE_YEAR = LATE.compile(rf"\b{_NUMBER} (?=(?:год|рок|роц|рик)\b)")
_ONE_AND_OTHER = LATE.compile(rf"\b{_NUMBER} (and|or|to|through|until|till|и|та|й|або|или|чи|по|до) {_NUMBER}\b")
_LED_TO = LATE.compile(
    rf"\b(in|from|of|since|before|after|by|until|till|в|у|з|с|до|посл|писл|за|на) {_NUMBER}"
    r"(?=$| (?:and|or|but|then|и|та|й|або|или|чи|але|но)\b)"
)


def in_figures(joined: str, today: date) -> str:
    """Normalised words with such years in figures, in full."""
    if _TENS_SAID.isdisjoint(joined.split()):
        return joined
    joined = _IN_FULL.sub(lambda it: str(_century(it[1]) + _value(it[2], it[3])), joined)
    joined = _ONE_AND_OTHER.sub(lambda it: _both(it, today), joined)
    joined = _BEFORE_YEAR.sub(lambda it: f"{_year(it[1], it[2], today)} ", joined)
    joined = _BEHIND.sub(lambda it: f"{it[1]} {_year(it[2], it[3], today)}", joined)
    return _LED_TO.sub(lambda it: f"{it[1]} {_year(it[2], it[3], today)}", joined)


def of_years(joined: str) -> frozenset[str]:
    """The words by which such years are said."""
    read = in_figures(joined, INVASION)
    return frozenset(joined.split()) & _SAID if read != joined else frozenset()


def _value(tens: str, unit: str | None) -> int:
    return _TENS[tens] + (_UNITS[unit] if unit else 0)


def _century(said: str) -> int:
    return 1900 if said.startswith(("nineteen", "т")) else 2000


def _year(tens: str, unit: str | None, today: date) -> str:
    """A year that two numbers stand for, in full; what is none, as it was: "in twenty", "of the nineties"."""
    value, this_year = _value(tens, unit), today.year % _CENTURY
    if unit is None or this_year < value < _FIRST_IN_SHORT or value < _FIRST_OF_WAR:
        return tens if unit is None else f"{tens} {unit}"
    return str(today.year - this_year + value - (_CENTURY if value > this_year else 0))


def _both(found: re.Match[str], today: date) -> str:
    """Two years of the time when ties were made, in full; other numbers as they were."""
    values = _value(found[1], found[2]), _value(found[4], found[5])
    if min(values) < _FIRST_IN_SHORT or not (found[2] or found[5]):
        return found[0]
    century = today.year - today.year % _CENTURY - _CENTURY
    return f"{century + values[0]} {found[3]} {century + values[1]}"
