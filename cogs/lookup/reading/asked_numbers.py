"""The numbers that a question narrows a list by: how many, of what age, of how many people. Pure."""

from __future__ import annotations

import operator
from collections.abc import Callable, Mapping

from cogs.lookup.model import SortBy, SortOrder
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.phrases.phrase_reader import PhraseReader
from cogs.lookup.reading.asked_filters import GREATEST, LEAST

BIG = phrases(
    "(big|large|major|bigger|larger) (us |american )?(cit(y|ies)|places); metropol*; mega ?cit(y|ies); "
    "мегаполіс*; мегаполис*; больш* город*; велик* міст*"
)
SMALL = phrases("""
    (small|little|tiny|smaller) (us |american )?(cit(y|ies)|towns?|places)
    (маленьк*|малые|малих|малых|малі|небольш*|невелик*) ..1 (город*|міст*|містеч*)
""")
BIG_CITY, SMALL_TOWN, MILLION = 100_000, 50_000, 1_000_000
_OF_A_MILLION = LATE.compile(
    r"\b(?:мильионник\w*|миллионник\w*|million (?:plus|person|people|strong|inhabitants|residents)|millionaire cities"
    r"|(?:cities|towns|places|city) (?:of|with) (?:a |one |over a |more than a )?million)\b"
)
_UP_TO_PEOPLE = LATE.compile(
    r"\b(?:до|нижч\w*|ниже|не бильш\w*|не больш\w*) (?:ниж |чем )?(\d{1,4}|\d{1,3} \d{3}) ?"
    r"(тис\w*|тыс\w*|м\w*лион\w*|(?=жител|людей|чел|насел|мешкан))"
)
_COUNTED = {
    "дво": 2, "тро": 3, "четвер": 4, "пятер": 5, "десятк": 10, "пятерк": 5, "пятирк": 5, "тройк": 3, "трийк": 3,
    "два": 2, "дви": 2, "две": 2, "три": 3, "чотир": 4, "четыр": 4, "пят": 5, "шист": 6, "шест": 6, "десят": 10,
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
    "twelve": 12, "fifteen": 15, "twenty": 20,
}  # fmt: skip
_NUMBER = rf"(\d{{1,2}}|{'|'.join(_COUNTED)})"
_GREATER = (
    "перш|перв|останн|последн|top|топ|first|oldest|newest|largest|biggest|smallest|latest|youngest|earliest|last"
    "|most recent|наистариш|наидавниш|наинов|наибильш|наименш|старейш|крупнейш|сам стар|сам нов|сам больш"
)
_MOST = LATE.compile(
    rf"\b(?:({_GREATER}) {_NUMBER}|{_NUMBER} ({_GREATER}))\b"
    r"(?! (?:days?|weeks?|months?|years?|дн\w*|тиж\w*|недел\w*|мисяц\w*|месяц\w*|рок\w*|лет|год\w*|\d{4}))"
)
_EARLIEST = frozenset({"first", "earliest", "перш", "перв"})
_LATEST = frozenset({"last", "latest", "most recent", "останн", "последн"})
_PEOPLE = LATE.compile(
    r"\b(over|more than|above|at least|larger than|bigger than|under|fewer than|less than|below|smaller than|up to) "
    r"(\d{1,3}(?: \d{3}){1,2}|\d{1,8})(?: (k|thousand|million))?(?: (?:people|inhabitants|residents|population))?\b"
)
_AGE = LATE.compile(r"\b(older|more|over|longer|at least|younger|less|newer) (?:than )?(\d{1,3}) years?\b(?! ago)")
_AGE_CYRILLIC = LATE.compile(
    r"\b(старш\w*|бильш\w*|больш\w*|молодш\w*|младш\w*) (?:\w+ ){0,4}(\d{1,3}) (?:лет|рок\w*)\b"
)
_YOUNGER = frozenset({"younger", "less", "newer"})
_BETWEEN_PEOPLE = LATE.compile(
    r"\b(?:between|from) (\d{1,3}(?: \d{3}){1,2}|\d{4,8}) (?:and|to) (\d{1,3}(?: \d{3}){1,2}|\d{4,8})\b"
)
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_PEOPLE_CYRILLIC = LATE.compile(
    r"\b(понад|бильш\w*|больш\w*|свыш\w*|бол|менш\w*|меньш\w*|мен) (?:ниж |чем |за )?"
    r"(\d{1,3}(?: \d{3}){1,2}|\d{4,8}|\d{1,4}(?= (?:тис|тыс|мильйон|миллион)))(?: (тис\w*|тыс\w*|м\w*лион\w*))?"
)
_OVER = frozenset(
    {"north of", "upwards of", "понад", "over", "more than", "above", "at least", "larger than", "bigger than"}
)
_SAID_PEOPLE = LATE.compile(
    r"\b(over|more than|above|at least|larger than|bigger than|north of|upwards of|under|fewer than|less than|below"
    r"|smaller than|up to|no more than|not more than|at most) "
    r"(a million|one million|half a mil(?:lion)?|a quarter million|(?:a|one|two|three|five) hundred thousand"
    r"|(?:ten|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) thousand)\b"
)
# "A million or more", "a million souls and up".
_OR_MORE_PEOPLE = LATE.compile(r"\b(?:a|one) million (?:\w+ ){0,2}(?:or more|or over|and up|plus|and more)\b")
# "Тысяч до тридцати": the number stands behind.
_THOUSANDS_UP_TO = LATE.compile(r"\b(?:тис\w*|тыс\w*) (до|вид|от|понад|за) (\w+)\b")
_UP_TO_THOUSANDS = LATE.compile(
    r"\b(до|менш\w*|меньш\w*|мен|понад|бильш\w*|больш\w*|свыш\w*|вид|от) (?:ниж |чем |за )?(\w+) (?:тис|тыс)\w*"
)
_TENS = {
    "десят": 10, "пятнадцят": 15, "пятнадцат": 15,
    "двадцят": 20, "двадцат": 20, "тридцят": 30, "тридцат": 30, "сорок": 40,
    "пятдесят": 50, "пятидесят": 50, "шистдесят": 60, "шестидесят": 60, "симдесят": 70, "семидесят": 70,
    "висимдесят": 80, "восьмидесят": 80, "сотн": 100, "ст": 100, "ста": 100, "двохсот": 200, "двухсот": 200,
}  # fmt: skip
_SAID_PEOPLE_CYRILLIC = LATE.compile(
    r"\b(понад|вид|от|не мен\w*|бильш\w*|больш\w*|свыш\w*|бол|менш\w*|меньш\w*|мен) (?:ниж |чем |за )?"
    r"(пивмиль[ий]он\w*|полумиллион\w*|пол миллион\w*|миль[ий]он\w*|миллион\w*|сотн\w* тыс\w*|ста тыс\w*|ста тис\w*)"
)
# "До двадцати тысяч", and the other way round.
_TENS = {
    "десят": 10, "двадцят": 20, "двадцат": 20, "тридцят": 30, "тридцат": 30, "сорок": 40, "пятдесят": 50,
    "пятьдесят": 50, "пятидесят": 50, "ста": 100, "сотн": 100,
}  # fmt: skip
_UP_TO_TENS = LATE.compile(
    r"\b(?:до|менш\w*|меньш\w*|мен|не бильш\w*|не больш\w*) (?:ниж |чем |за )?"
    rf"({'|'.join(_TENS)})\w{{0,2}} (?:тис|тыс)\w*"
    rf"|\b(?:тис|тыс)\w* до ({'|'.join(_TENS)})\w{{0,2}}\b"
)
_SAID = {
    "a quarter million": 250_000, "one hundred thousand": 100_000, "two hundred thousand": 200_000,
    "three hundred thousand": 300_000, "five hundred thousand": 500_000, "fifteen thousand": 15_000,
    "twenty thousand": 20_000, "thirty thousand": 30_000, "forty thousand": 40_000, "sixty thousand": 60_000,
    "seventy thousand": 70_000, "eighty thousand": 80_000, "ninety thousand": 90_000,
    "a million": 1_000_000, "one million": 1_000_000, "half a million": 500_000, "a hundred thousand": 100_000,
    "half a mil": 500_000, "fifty thousand": 50_000, "ten thousand": 10_000,
}  # fmt: skip
_TIMES = {"k": 1_000, "thousand": 1_000, "million": 1_000_000}
# So many people at least are meant by a number of people; fewer may be of anything else.
_FEWEST_PEOPLE = 1_000
_DIGIT = LATE.compile(r"\d")


def _has_number(reader: PhraseReader) -> bool:
    return _DIGIT.search(reader.joined) is not None


def read_most(reader: PhraseReader) -> tuple[int, tuple[SortBy, SortOrder] | None]:
    """How many are asked for at most, and in what order where the word for it says so: "the last three"."""
    match = reader.first(_MOST)
    if match is None:
        return 0, None
    said, typed = (match[1], match[2]) if match[1] else (match[4], match[3])
    number = _COUNTED.get(typed) or int(typed)
    order = LEAST if said in _EARLIEST else GREATEST if said in _LATEST else None
    return number, (SortBy.ACT, order) if order else None


def read_age(reader: PhraseReader) -> tuple[int, int]:
    """The years that ties are older than, or younger than."""
    match = (reader.first(_AGE) or reader.first(_AGE_CYRILLIC)) if _has_number(reader) else None
    if match is None:
        return 0, 0
    years = int(match[2])
    return (0, years) if match[1] in _YOUNGER else (years, 0)


def read_people(reader: PhraseReader) -> tuple[int, int]:
    """More and fewer people than how many a place has."""
    if reader.first(_OF_A_MILLION):
        return MILLION - 1, 0
    if _has_number(reader) and (bounds := _number_of_people(reader)):
        return bounds
    if "million" in reader.joined and reader.first(_OR_MORE_PEOPLE):
        return MILLION - 1, 0
    if not reader.joined.isascii() and (bounds := _tens_of_thousands(reader)):
        return bounds
    if ("mil" in reader.joined or "thousand" in reader.joined) and (match := reader.first(_SAID_PEOPLE)):
        people = _SAID[match[2]]
        return (people, 0) if match[1] in _OVER else (0, people)
    if not reader.joined.isascii() and (match := reader.first(_SAID_PEOPLE_CYRILLIC)):
        people = 500_000 if match[2].startswith("п") else 1_000_000 if match[2].startswith("м") else 100_000
        return (0, people) if match[1].startswith("мен") else (people, 0)
    if not reader.joined.isascii() and (match := reader.first(_UP_TO_TENS)):
        return 0, _TENS[match[1] or match[2]] * 1_000
    if reader.has(BIG):
        return BIG_CITY, 0
    return (0, SMALL_TOWN) if reader.has(SMALL) else (0, 0)


def _tens_of_thousands(reader: PhraseReader) -> tuple[int, int] | None:
    """More or fewer people than so many thousand in words, before or behind them: "тысяч до тридцати"."""
    match = reader.first(_UP_TO_THOUSANDS) or reader.first(_THOUSANDS_UP_TO)
    people = 1_000 * _TENS.get(match[2], 0) if match else 0
    if match is None or not people:
        return None
    return (0, people) if match[1].startswith(("до", "мен")) else (people, 0)


def _number_of_people(reader: PhraseReader) -> tuple[int, int] | None:
    if found := reader.first(_BETWEEN_PEOPLE):
        low, high = (int(found[number].replace(" ", "")) for number in (1, 2))
        if low >= _FEWEST_PEOPLE and not _FIRST_YEAR <= low <= _LAST_YEAR:
            return low, high
    if match := reader.first(_PEOPLE):
        people = int(match[2].replace(" ", "")) * _TIMES.get(match[3] or "", 1)
        if people >= _FEWEST_PEOPLE:
            return (people, 0) if match[1] in _OVER else (0, people)
    if match := reader.first(_UP_TO_PEOPLE):
        times = 1 if not match[2] else MILLION if match[2].startswith("м") else 1_000
        return 0, int(match[1].replace(" ", "")) * times
    if match := reader.first(_PEOPLE_CYRILLIC):
        times = 1 if match[3] is None else 1_000_000 if match[3].startswith("м") else 1_000
        people = int(match[2].replace(" ", "")) * times
        if people >= _FEWEST_PEOPLE:
            return (0, people) if match[1].startswith("мен") else (people, 0)
    return None


_SAID_NUMBERS = {
    "a single": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "один": 1, "одна": 1, "одно": 1, "одн": 1, "два": 2, "две": 2, "дви": 2, "три": 3,
}  # fmt: skip
_SO_MANY = LATE.compile(
    r"\b(exactly|only|just|precisely|at least|more than|over|fewer than|less than|under|ровно|ривно|ровн|ривн|только"
    r"|тольк|лише|лиш|тильки|тильк|бильше|больше|менше|меньше)(?: (?:чем|ниж|за))? "
    rf"({'|'.join(_SAID_NUMBERS)}|\d{{1,2}})\w*\b"
)
_OR_MORE = LATE.compile(
    rf"\b({'|'.join(_SAID_NUMBERS)}|\d{{1,2}}) (?:or more|and more|plus|"
    r"(?:и|й|та|або|или) (?:бол|более|больше|бильше))\b"
)
_PLUS = LATE.compile(r"\b(\d{1,2}) ?\+")
_WITH_NUMBER = LATE.compile(
    rf"\b(?:with|having|have) ({'|'.join(_SAID_NUMBERS)}|\d{{1,2}}) (?:\w+ ){{0,2}}(?:partner|sister|tie)s?\b"
)
Test = Callable[[int, int], bool]
_TESTS: Mapping[str, Test] = {
    "at least": operator.ge, "more than": operator.gt, "over": operator.gt, "бильше": operator.gt,
    "больше": operator.gt, "fewer than": operator.lt, "less than": operator.lt, "under": operator.lt,
    "менше": operator.lt, "меньше": operator.lt,
}  # fmt: skip


def so_many_asked(joined: str, text: str) -> tuple[int, Test] | None:
    """The number of ties that is named, and how theirs must compare with it: "exactly two", "3+", "with 3 partners"."""
    if match := _SO_MANY.search(joined):
        return _SAID_NUMBERS.get(match[2]) or int(match[2]), _TESTS.get(match[1], operator.eq)
    at_least = _PLUS.search(text) or _OR_MORE.search(joined)
    match = at_least or _WITH_NUMBER.search(joined)
    if match is None:
        return None
    return _SAID_NUMBERS.get(match[1]) or int(match[1]), operator.ge if at_least else operator.eq
