"""How many people a place must have, as a question says it: a bound, a number and its unit, in any order. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.phrase_reader import PhraseReader
from cogs.lookup.reading.leaving_out import left_out_before, words_leaving_out
from cogs.lookup.reading.vocabulary import said_for
from db.record.text import tokens
from db.record.vocabulary import vocabulary

BIG = said_for("questions", "asked_people", "big")
SMALL = said_for("questions", "asked_people", "small")
BIG_CITY, SMALL_TOWN, MILLION = 100_000, 50_000, 1_000_000
# Numbers in words, as they begin once they are normalised; of English the whole word.
_WORDS: Mapping[str, float] = vocabulary("numbers")["of_people"]
# Units by how they begin; each with how many people it stands for.
_UNITS = (("k", 1_000), ("к", 1_000), ("th", 1_000), ("grand", 1_000), ("т", 1_000), ("m", MILLION), ("м", MILLION))
_UNIT = r"(?:k|к|thousands?|thou|grand|m|mln|mil|millions?|тис\w*|тиш\w*|млн|миль?[ий]он\w*|миллион\w*)"
_FIGURE = r"\d{1,3}(?: \d{3}){1,2}|\d{1,8}"
_IN_WORDS = "|".join(sorted(_WORDS, key=len, reverse=True))
# "Half a million", and a million without its number, in one word.
_HALF = r"(?:пив|пол)?(?:у?миль?[ий]он\w*|у?миллион\w*)"
_NUMBER = rf"(?:({_FIGURE})(?: ({_UNIT}))?|({_IN_WORDS})\w{{0,2}} ({_UNIT})|({_HALF}))"
# Of two the unit may be said with the second alone: "between ten and fifty thousand".
_FIRST_NUMBER = rf"(?:({_FIGURE})(?: ({_UNIT}))?|({_IN_WORDS})\w{{0,2}}(?: ({_UNIT}))?|({_HALF}))"
_SOULS = (
    r"(?:people|inhabitants|residents|souls|folks?|population|citizens|persons?|жител\w*|людей|людин\w*|чел\w*|насел\w*"
    r"|мешкан\w*|душ\w*|осиб)"
)
_OVER = (
    "over|more than|above|at least|larger than|bigger than|north of|upwards of|exceed\\w*|beyond|greater than|minimum"
    "|no less than|no fewer than|no smaller than|not less than|not under|from|topping"
    "|понад|не менш\\w*|не меньш\\w*|не мен|бильш\\w*|больш\\w*|свиш\\w*|бол|вид|от|виш|вищ|минимум|крупне\\w*|за"
)
_UNDER = (
    "under|fewer than|less than|below|smaller than|up to|at most|no more than|not more than|no bigger than"
    "|no larger than|not over|beneath|within|maximum"
    "|не бильш\\w*|не больш\\w*|не бол|менш\\w*|меньш\\w*|мен|до|нижч\\w*|ниж|максимум"
)
# What may bound anything, and bounds people only where a unit or people are named: "from 1990", "до 1991".
_OF_ANYTHING = frozenset({"from", "вид", "от", "до", "за", "within", "up to"})
_THAN = r"(?: (?:ниж|чем|за|than))?(?: (?:about|around|roughly|some|like|a total of|приблизно|около|близько))?"
_OR_MORE = (
    r"(?:plus|up|or more|or over|or above|or larger|or bigger|and up|and over|and above|and more|and bigger|upwards"
    r"|(?:и|та|або|или|й) (?:бол|больш\w*|бильш\w*|виш|вищ|виш\w*)|з гаком|с лишн\w*|с гаком)"
)
_OR_FEWER = (
    r"(?:or fewer|or less|or under|or below|or smaller|and under|and below|and less|and smaller|tops|max"
    r"|(?:и|та|або|или|й) (?:мен|менш\w*|меньш\w*|ниж|нижч\w*)|максимум)"
)
_BOUND = LATE.compile(rf"\b(?:({_OVER})|({_UNDER})){_THAN} {_NUMBER}\b(?: ({_SOULS}))?")
_BOUND_BEHIND = LATE.compile(rf"\b{_NUMBER}(?: (?:{_SOULS}|strong))?(?: \w+)? (?:({_OR_MORE})|({_OR_FEWER}))\b")
# "Тысяч до тридцати": the unit stands before, and the number behind.
_TURNED = LATE.compile(rf"\b({_UNIT}) (?:({_OVER})|({_UNDER})){_THAN} (?:({_FIGURE})|({_IN_WORDS})\w{{0,2}})\b")
# "Towns, not cities over 200k".
_NOT_SO_MANY = LATE.compile(
    r"\b(?:not|no|never|without|except|excluding|не|без|крим|кром|окрим)"
    r"(?: (?:any|the|those|of|cities|citys|towns|places|ones|тих|тех|мист|город|з|из|у|в))* $"
)
_BETWEEN = LATE.compile(
    rf"\b(?:between|from|of|with|вид|от|миж|между|з|с) {_FIRST_NUMBER}(?: {_SOULS})? "
    rf"(?:and|to|till|until|до|и|та|й) {_NUMBER}\b(?: ({_SOULS}))?"
)
_BARE = LATE.compile(rf"\b({_FIGURE}) ({_UNIT})\b(?! (?:ties|pairs))")
_OF_A_MILLION = LATE.compile(
    r"(?<!half a )(?<!quarter of a )(?<!\d )\b(?:миль?[ий]онник\w*|миллионник\w*|million (?:plus|person|people|strong"
    r"|inhabitants|residents)"
    r"|millionaire cities|(?:cities|towns|places|city) (?:of|with) (?:a |one )?million)\b"
)
_ANY = LATE.compile(r"\d{2}|\d [kmкмтthg]|thousand|million| mil\b|\bтис|лион|льион")
_FIRST_YEAR, _LAST_YEAR = 1900, 2100
# So many people at least are meant by a number of people; fewer may be of anything else.
_FEWEST_PEOPLE = 900
_LEAST_UNIT = 100
# Signs that stand for words: "<15k", "300k+", "10–50k"; and a comma or point in a number of millions.
_SIGNS = LATE.compile(r"[<>≤≥+%]|\d\s?[-–—]\s?\d|\d[.,]\d\s?[mм]", re.IGNORECASE)
_LETTER = r"(?:k|к|m|тис\w*|тыс\w*|млн|mln|mil\w*|thousand)"
_SPELT = (
    (LATE.compile(r"(\d)[.,](\d)\s?(?:m|м)\w*", re.IGNORECASE), r"\1\g<2>00 k"),
    (LATE.compile("%"), "percent "),
    (LATE.compile(r"[<≤]\s?=?\s?(?=\d)"), "under "),
    (LATE.compile(r"[>≥]\s?=?\s?(?=\d)"), "over "),
    (LATE.compile(rf"(\d\s?{_LETTER}?)\s?\+", re.IGNORECASE), r"\1 plus "),
    (
        LATE.compile(rf"\b(\d{{1,3}})\s?{_LETTER}?\s?[-–—]\s?(\d{{1,4}})\s?({_LETTER})\b", re.IGNORECASE),
        r"between \1 \3 and \2 \3",
    ),
)


def with_signs_spelt(text: str, joined: str) -> str:
    """The normalised words of a text, its signs of comparison as words: "300k+" is "300 k plus"."""
    if _SIGNS.search(text) is None:
        return joined
    whole = text
    for sign, spelt in _SPELT:
        whole = sign.sub(spelt, whole)
    return joined if whole == text else " ".join(word.norm for word in tokens(whole))[: max(len(joined) * 2, 200)]


def read_people(reader: PhraseReader) -> tuple[int, int]:
    """More and fewer people than how many a place has; zero where nothing bounds them."""
    big, small = reader.has(BIG), reader.has(SMALL)
    if reader.first(_OF_A_MILLION):
        return MILLION - 1, 0
    if _ANY.search(reader.joined) and (bounds := _bounds(reader)):
        return bounds
    if (big or small) and (match := reader.first(_BARE)):
        # "Big ones (300k)": the number says how big.
        people = _people(*match.groups())
        return (people - 1, 0) if big else (0, people)
    if big:
        left_out = any(left_out_before(reader.joined, match.start()) for match in BIG.finditer(reader.joined))
        reader.understood.update(words_leaving_out(reader.joined) if left_out else ())
        return (0, BIG_CITY) if left_out else (BIG_CITY, 0)
    return (0, SMALL_TOWN) if small else (0, 0)


def _bounds(reader: PhraseReader) -> tuple[int, int] | None:
    if match := _BETWEEN.search(reader.joined):
        low, high = _number(match, 1), _number(match, 6)
        # "Between ten and fifty thousand": the unit of the second is that of both.
        unit = match[7] or match[9]
        low = low * _times(unit) if low < _FEWEST_PEOPLE and unit else low
        if _are_people(low, said=bool(unit or match[11])) and low < high:
            reader.first(_BETWEEN)
            return low - 1, high
    over, under = 0, 0
    for match in _BOUND.finditer(reader.joined):
        people = _number(match, 3)
        said = bool(match[4] or match[5] or match[7] or match[8])
        lead = match[1] or match[2]
        if not _are_people(people, said=said) or (lead in _OF_ANYTHING and not said):
            continue
        reader.understood.update(match.group().split())
        above = bool(match[1]) is not bool(_NOT_SO_MANY.search(reader.joined, 0, match.start()))
        over, under = (people, under) if above else (over, people)
    if over or under:
        return over, under
    if (match := _BOUND_BEHIND.search(reader.joined)) and _are_people(
        people := _number(match, 1), said=bool(match[2] or match[3] or match[5])
    ):
        reader.first(_BOUND_BEHIND)
        return (people - 1, 0) if match[6] else (0, people)
    return _turned(reader)


def _turned(reader: PhraseReader) -> tuple[int, int] | None:
    match = _TURNED.search(reader.joined)
    if match is None:
        return None
    reader.first(_TURNED)
    number = float(match[4].replace(" ", "")) if match[4] else _WORDS[match[5]]
    people = int(number * _times(match[1]))
    return (people, 0) if match[2] else (0, people)


def _are_people(number: int, *, said: bool) -> bool:
    """Whether a number is one of people: with a unit or a word for them any, else what cannot be a year."""
    if said:
        return number >= _LEAST_UNIT
    return number >= _FEWEST_PEOPLE and not _FIRST_YEAR <= number <= _LAST_YEAR


def _number(match: re.Match[str], at: int) -> int:
    """The number whose groups begin at ``at``: a figure and its unit, a word and its unit, or half a million."""
    figure, unit, word, unit_of_word, half = match.group(*range(at, at + 5))
    if half:
        return MILLION // 2 if half.startswith("п") else MILLION
    return _people(figure, unit) if figure else int(_WORDS[word] * (_times(unit_of_word) if unit_of_word else 1))


def _people(figure: str, unit: str | None) -> int:
    return int(figure.replace(" ", "")) * (_times(unit) if unit else 1)


def _times(unit: str) -> int:
    return next(times for begins, times in _UNITS if unit.startswith(begins))
