"""The numbers that a question narrows a list by: how many, of what age, of how many people. Pure."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping
from functools import lru_cache

from cogs.lookup.model import SortBy, SortOrder
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.phrase_reader import PhraseReader
from cogs.lookup.reading.asked_sorting import GREATEST, LEAST
from db.record.text import normalise
from db.record.vocabulary import vocabulary

_COUNTED = {
    "двух": 2, "двох": 2, "трех": 3, "трьох": 3,
    "дво": 2, "тро": 3, "четвер": 4, "пятер": 5, "десятк": 10, "пятерк": 5, "пятирк": 5, "тройк": 3, "трийк": 3,
    "два": 2, "дви": 2, "две": 2, "три": 3, "чотир": 4, "четыр": 4, "пят": 5, "шист": 6, "шест": 6, "десят": 10,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_COUNTED)})"
_GREATER = (
    "перш|перв|останн|последн|top|топ|first|oldest|newest|largest|biggest|smallest|latest|youngest|earliest|last"
    "|most recent|most populous|most populated|крупнеиш|стареиш|новеиш|quickest|fastest|slowest|наишвидш|сам быстр"
    "|наистариш|наидавниш|наинов|наибильш|наименш|старейш|крупнейш|сам стар|сам нов|сам больш"
    "|сам крупн|сам велик|сам мал|сам маленьк|least populous|least populated|наименьш"
)
_MOST = LATE.compile(
    rf"\b(?:({_GREATER}) {_NUMBER}|{_NUMBER} ({_GREATER}))\b"
    r"(?! (?:days?|weeks?|months?|years?|дн\w*|тиж\w*|недел\w*|мисяц\w*|месяц\w*|рок\w*|лет|год\w*|\d{4}))"
)
_ORDINALS: Mapping[str, int] = {
    "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6, "7th": 7, "8th": 8, "9th": 9, "10th": 10,
    "друг": 2, "трет": 3, "четверт": 4, "пят": 5, "втор": 2, "шост": 6, "шест": 6,
}  # fmt: skip
_NTH_GREATEST = LATE.compile(
    rf"\b({'|'.join(_ORDINALS)}) (?:за |по )?(?:most populous|most populated|largest|biggest|smallest|oldest|newest"
    r"|youngest|наибильш|наименш|наистариш|величин|крупнеиш|розмир|размер|старшинств)\w*\b"
)
# "Штук п'ять", "хоча б десяток".
_PIECES = LATE.compile(rf"\b(?:штук\w* {_NUMBER}|{_NUMBER} штук\w*|(десят[оа]к|десяточ\w*))\b")
_EARLIEST = frozenset({"first", "earliest", "quickest", "fastest", "перш", "перв", "наишвидш", "сам быстр"})
_LATEST = frozenset({"last", "latest", "slowest", "most recent", "останн", "последн"})
_AGES: Mapping[str, int] = {normalise(word): years for word, years in vocabulary("numbers")["of_ages"].items()}
_OF_YEARS = rf"(\d{{1,3}}|{'|'.join(_AGES)})"
_AGE = LATE.compile(
    rf"\b(older|more|over|longer|at least|younger|less|newer) (?:than )?(?:a )?{_OF_YEARS} (?:a )?(?:years?|century)\b"
    r"(?! ago)"
)
_AGE_CYRILLIC = LATE.compile(
    r"\b(старш\w*|бильш\w*|больш\w*|понад|свиш\w*|молодш\w*|младш\w*|молож\w*|новиш\w*|менш\w*|меньш\w*)"
    rf" (?:\w+ ){{0,4}}?{_OF_YEARS} (?:лет|рок\w*|год\w*)\b"
)
_YOUNGER = ("younger", "less", "newer", "молод", "младш", "молож", "новиш", "новее", "менш", "меньш")


def _number(typed: str) -> int:
    """A number that is written in figures or as a word."""
    return _COUNTED.get(typed) or int(typed)


# "Which five cities": so many of a list that is sorted.
_SO_MANY_OF = LATE.compile(
    r"\b(?:which|what|name|list|show|show me|give me|the|котор|яки|як|каки|как|назв\w*|назов\w*|покаж\w*|даи\w*) "
    rf"{_NUMBER}\w* "
    r"(?:(?:would|should|of (?:them|these|those)|are|do|to|ones|matter|з них|из них|из них)\b"
    r"|(?:\w+ ){0,2}?(?:cities|citys|towns|places|ties|pairs|states|мист\w*|город\w*|пар\w*|связ\w*|звяз\w*|побрат\w*"
    r"|suspensions|endings|decisions|розрив\w*|разрыв\w*|призупин\w*|приостан\w*|ришен\w*|решен\w*)\b)"
)


def so_many_of(joined: str) -> int:
    """How many of a sorted list are asked for, without a word for its order: "which five cities signed first"."""
    match = _SO_MANY_OF.search(joined)
    return _number(match[1]) if match else 0


def read_most(reader: PhraseReader) -> tuple[int, tuple[SortBy, SortOrder] | None]:
    """How many are asked for at most, and in what order where the word for it says so: "the last three"."""
    match = reader.first(_MOST)
    if match is None:
        if nth := reader.first(_NTH_GREATEST):
            # "The fifth biggest": all as far as that one.
            return _ORDINALS[nth[1]], None
        pieces = reader.first(_PIECES)
        return (_number(pieces[1] or pieces[2] or "десят") if pieces else 0), None
    said, typed = (match[1], match[2]) if match[1] else (match[4], match[3])
    number = _number(typed)
    order = LEAST if said in _EARLIEST else GREATEST if said in _LATEST else None
    return number, (SortBy.ACT, order) if order else None


def read_age(reader: PhraseReader) -> tuple[int, int]:
    """The years that ties are older than, or younger than."""
    match = reader.first(_AGE) or reader.first(_AGE_CYRILLIC)
    if match is None:
        return 0, 0
    years = _AGES.get(match[2]) or int(match[2])
    return (0, years) if match[1].startswith(_YOUNGER) else (years, 0)


_OF_WORDS = (
    r"(?:words?|evidence|confirmations?|proofs?|info|information|news|data|basis|updates?"
    r"|слов\w*|доказ\w*|пидтвердж\w*|подтвержд\w*|данн\w*|дан\w*|звистк\w*|новин\w*|новост\w*|сведен\w*)"
)
_YEARS_OLD = LATE.compile(
    rf"\b(?:{_OF_WORDS}|(?:last|latest|newest|most recent) (?:confirmed|heard|vouched|mentioned|said|checked in|acts?"
    r"|actions?|entry|entries|thing|sign|activity|mentions?|events?)"
    r"|(?:останн|последн)\w* (?:ди|под|собит|деиств|акт|запис|згадк|упомин)\w*"
    rf"|(?:востан|последн раз) \w+) (?:\w+ ){{0,4}}?(?:older than|over|more than|at least|past"
    rf"|старш\w*(?: ниж| за| чем)?|бильше?|больше?|давниш\w*(?: за| ниж)?|понад|свыше)"
    rf" {_NUMBER}\w* (?:years?|рок\w*|лет|год\w*)\b(?: ago| том\w*| назад)?"
)


def years_of_word(joined: str) -> int:
    """How many years old the newest word on a tie is to be at least: "where the word is older than three years"."""
    match = _YEARS_OLD.search(joined)
    return _number(match[1]) if match else 0


def words_of_its_age(joined: str) -> frozenset[str]:
    """The normalised words by which it is asked how old the newest word is."""
    match = _YEARS_OLD.search(joined)
    return frozenset(match.group().split()) if match else frozenset()


_SAID_NUMBERS: Mapping[str, int] = vocabulary("numbers")["of_ties"]
_SO_MANY = LATE.compile(
    r"\b(exactly|only|just|precisely|at least|at most|no more than|no fewer than|no less than|not more than|понад|свиш"
    r"|не бильш|не больш|не менш|не меньш|минимум|максимум|щонаименш|щонаибильш|more than|over|fewer than|less than"
    r"|under|ровно|ривно|ровн|ривн"
    r"|больш|бильш|менш|меньш|только"
    r"|тольк|лише|лиш|тильки|тильк|бильше|больше|менше|меньше)(?: (?:чем|ниж|за))? "
    rf"((?:{'|'.join(_SAID_NUMBERS)})(?=\w*\b)|\d{{1,2}}\b)(?!\w* (?:k|к|m|м|mln|thousand|million|тис\w*|тыс\w*|percent"
    r"|people|inhabitants|residents|years?|лет|рок\w*|год\w*|жител\w*|\d)\b)"
)
_OR_MORE = LATE.compile(
    rf"\b({'|'.join(_SAID_NUMBERS)}|\d{{1,2}}) (?:or more|and more|plus|"
    r"(?:и|й|та|або|или) (?:бол|более|больше|бильше))\b"
)
_PLUS = LATE.compile(r"\b(\d{1,2}) ?\+")
_WITH_NUMBER = LATE.compile(
    rf"\b(?:with|having|have) ({'|'.join(_SAID_NUMBERS)}|\d{{1,2}}) (?:\w+ ){{0,2}}(?:partner|sister|tie)s?\b"
)
# "Штати, де лишився один зв'язок", "в каких штатах по две связи", "which states have two exactly".
_OF_STATES = LATE.compile(
    r"\b(?:states|штат (?:(?:точн|лиш|тильки|тольк|сам) )?"
    r"(?=(?:де|где|що|котор|яки|як|з|из|с|по|у|в|мают|имеют|имеющ)\b))"
    r" ?(?:\w+ ){0,4}?(?:по )?"
    rf"({'|'.join(_SAID_NUMBERS)}|\d{{1,2}}) "
    r"(?:(?:russian|россииск|росииськ|русск|active|активн|жив|деиств|чинн)\w* )?(?:ties?|partners?|sisters?|twins?"
    r"|pairs?|pairings?|links?|exactly|apiece|each|left|звяз\w*|звьяз\w*|связ\w*|побрат\w*|партн\w*|пар)\b"
)
Test = Callable[[int, int], bool]
_TESTS: Mapping[str, Test] = {
    "at least": operator.ge, "no fewer than": operator.ge, "no less than": operator.ge, "at most": operator.le,
    "no more than": operator.le, "not more than": operator.le, "понад": operator.gt, "свиш": operator.gt,
    "не бильш": operator.le, "не больш": operator.le, "не менш": operator.ge, "не меньш": operator.ge,
    "минимум": operator.ge, "щонаименш": operator.ge, "максимум": operator.le, "щонаибильш": operator.le,
    "more than": operator.gt, "over": operator.gt, "бильше": operator.gt,
    "больше": operator.gt, "fewer than": operator.lt, "less than": operator.lt, "under": operator.lt,
    "больш": operator.gt, "бильш": operator.gt, "менш": operator.lt, "меньш": operator.lt,
    "менше": operator.lt, "меньше": operator.lt,
}  # fmt: skip


# Whoever lists ties asks this several times of the same text.
@lru_cache(maxsize=4)
def so_many_asked(joined: str, text: str) -> tuple[int, Test] | None:
    """The number of ties that is named, and how theirs must compare with it: "exactly two", "3+", "with 3 partners"."""
    if match := _SO_MANY.search(joined):
        return _SAID_NUMBERS.get(match[2]) or int(match[2]), _TESTS.get(match[1], operator.eq)
    at_least = _PLUS.search(text) or _OR_MORE.search(joined)
    match = at_least or _WITH_NUMBER.search(joined) or _OF_STATES.search(joined)
    if match is None:
        return None
    return _SAID_NUMBERS.get(match[1]) or int(match[1]), operator.ge if at_least else operator.eq
