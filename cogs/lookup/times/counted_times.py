"""Spans of time that are counted: back from today, or from the year in which somebody was born. Pure."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.dated import PARTS
from cogs.lookup.times.spans import Period

_SO_MANY = (
    ("двадцят", 20), ("двадцат", 20), ("тридцят", 30), ("тридцат", 30), ("пятнадц", 15), ("дванадц", 12),
    ("двенадц", 12), ("висимнадц", 18), ("восемнадц", 18), ("вис", 8), ("восем", 8), ("восьм", 8), ("девьят", 9),
    ("девят", 9), ("кильк", 3), ("декильк", 3), ("нескольк", 3), ("пар", 2), ("десят", 10), ("сто", 100),
    ("ст", 100), ("дв", 2), ("тр", 3), ("чот", 4), ("чет", 4), ("пят", 5), ("шист", 6), ("шест", 6),
    ("сим", 7), ("сем", 7),
)  # fmt: skip
NUMBER_CYRILLIC = (
    r"\d{1,3}|дв\w+|тр[иоь]\w*|трех|чотир\w*|чет\w+р\w*|пят\w*|ш[еи]ст\w*|с[еи]м\w*|восем\w*|вис(?:им\w*)?|восьм\w*"
    r"|девь?ят\w*|десят\w*|сто|ст|кильк\w*|декильк\w*|нескольк\w*|пар"
)
_FIRST_OF_A_TIME = LATE.compile(
    rf"\b(?:first|перв\w*|перш\w*) (?=(?:(?:{NUMBER_CYRILLIC}|few|couple of|two|three|four|five|six|ten) )?"
    r"(?:days?|weeks?|months?|years?|дн\w*|ден|тиж\w*|недел\w*|мисяц\w*|месяц\w*|рок|рик|год)\b)"
)
# "Not heard of in more than three years": since so many years ago, where something is said not to have been.
_FOR_YEARS = LATE.compile(
    r"\b(?:havent|hasnt|not|nothing|no|without|silen\w*|quiet|dark|never|last heard|untouched|unchanged)\b.* "
    r"(?:in|for|over) (?:(?:the )?(?:last|past) )?(?:more than |over |at least |nearly |about |the better part of )?"
    r"(\d|two|three|four) years?\b"
)
_YEARS_FOR = LATE.compile(
    rf"\b(?:уже|вже|больш\w*|бильш\w*|понад|более|бол|свиш\w*|последн\w*|останн\w*) (?:ниж |чем )?({NUMBER_CYRILLIC}) "
    r"(?:год\w*|лет|рок\w*)\b.* (?:не|нич|нет|нема\w*|нем|без|тиш\w*|молч\w*|мовч\w*)\b"
)
_FOR_YEARS_CYRILLIC = LATE.compile(
    r"\b(?:не|нич|нет|нема\w*|нем|без|тиш\w*|молч\w*|мовч\w*)\b.* (?:(?:уже|вже|больш\w*|бильш\w*|понад|более|бол"
    rf"|свиш\w*|последн\w*|останн\w*) )(?:ниж |чем )?({NUMBER_CYRILLIC}) (?:год\w*|лет|рок\w*)\b"
)
# Who asks for ties older or younger than themselves says when they were born.
_BORN = LATE.compile(r"\b(?:born|народ\w*|родил\w*|рожден\w*) (?:(?:in|у|в|back) )*(?:(19|20)(\d\d)|(\d\d))\b")
_THAN_ME = LATE.compile(
    r"\b(?:(older|younger|newer) than (?:i|me|myself|i am|im)|(старш|молодш|младш)\w* (?:(?:за|ниж|чем|вид) )?(?:мен|я)"
    r"|(before|after) (?:i was|my birth|me))\b"
)
# Which ties have so many years, or will have them: "turned 30 in 2022", "would be 35 this year".
_SO_OLD = LATE.compile(
    r"\b(?:turn(?:s|ed|ing)?|be|are|is|were|was|виповн\w*|исполн\w*|стук\w*) (?:exactly |just |вже |уже )?([1-5]\d) "
    r"(?:years? (?:old )?|рок\w* |рик\w* |лет )?(?:(?:in|у|в) ((?:19|20)\d\d)"
    r"|(this year|next year|цьог рок|цьог роц|наступн рок|в етом год|в следующ год))\b"
)
NUMBERS = {
    "few": 3, "several": 3, "couple of": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12, "fifteen": 15, "eighteen": 18, "twenty": 20,
    "thirty": 30, "forty": 40, "hundred": 100,
}  # fmt: skip
# "Last summer", "since spring": the last one that has begun.
_LAST_SEASON = LATE.compile(
    r"\b(since |after |before |in |during )?(?:the )?last (spring|summer|fall|autumn|winter)\b"
    r"|\b(since) (?:(?:the|this) )?(spring|summer|fall|autumn|winter)\b(?! (?:of )?(?:19|20)\d\d)"
    r"|\b(?:з|с|вид|от|из) (весн|лит|лет|осен|осин|зим)\b(?! (?:19|20)\d\d)"
)
_SEASONS_CYRILLIC = {
    "весн": "spring", "лит": "summer", "лет": "summer", "осен": "fall", "осин": "fall", "зим": "winter"
}  # fmt: skip
# "In the last year" are twelve months; "last year" is that of the calendar.
_TWELVE_MONTHS = LATE.compile(
    r"\b(?:in|over|during|within|for|through|across) (?:the|this) (?:last|past) year\b(?! of\b)"
    r"|\b(?:the|this) past year\b"
)
_LAST = LATE.compile(
    rf"\b(?:the )?(?:last|past|previous) (\d{{1,4}}|{'|'.join(NUMBERS)})? ?(day|week|month|year|decade)s?\b"
    r"(?! of (?:the )?(?:ussr|soviet|union|war|cold))"
)
_LAST_CYRILLIC = LATE.compile(
    rf"\b(?:за|в|у|протяг\w*|впродовж|упродовж|течен\w*) (?:останн\w*|последн\w*|минул\w*) (?:({NUMBER_CYRILLIC}) )?"
    r"(дн\w*|тижд\w*|недел\w*|мисяц\w*|месяц\w*|год\w*|рик|рок\w*|лет)\b"
)
# "минулого місяця", "в прошлом году": as "last month", "last year"; "цього місяця": as "this month".
_LAST_OR_THIS_CYRILLIC = LATE.compile(
    r"\b(?:(минул|прошл)|цьог|цей|цеи|цю|етот|ето|етом|текущ|поточн)\w* (тиж[дн]|недел|мисяц|месяц|год|рик|рок)\w*"
)
_LAST_YEAR_CYRILLIC = LATE.compile(r"\b(?:торик\w*|торичн\w*|прошлогодн\w*)\b")
# "This year or last", "цього чи минулого року": from the beginning of the last.
_THIS_OR_LAST = LATE.compile(
    r"\b(?:this|the current) year (?:or|and) (?:the )?last\b|\b(?:the )?last year (?:or|and) this\b"
    r"|\b(?:цьог\w*|етом|етот|текущ\w*|поточн\w*) (?:рок\w* |год\w* )?(?:чи|або|и|или|та) (?:в |у )?"
    r"(?:минул|прошл)\w*\b"
)
_THIS = LATE.compile(r"\b(?:this|current) (week|month|year|decade)\b")
DAYS = {"day": 1, "week": 7, "month": 30, "year": 365, "decade": 3_652}
_DAYS_CYRILLIC = (
    ("дн", 1),
    ("тижд", 7),
    ("недел", 7),
    ("мисяц", 30),
    ("месяц", 30),
    ("год", 365),
    ("рик", 365),
    ("рок", 365),
    ("лет", 365),
)
_UNITS_CYRILLIC = {
    "дн": "day", "тижд": "week", "тижн": "week", "недел": "week", "мисяц": "month", "месяц": "month",
    "год": "year", "рик": "year", "рок": "year", "лет": "year",
}  # fmt: skip
# So many days, weeks or months that are counted from what stands right behind them: "a week before the invasion",
# "within a month of the speech", "за тиждень до".
_COUNTED = LATE.compile(
    rf"\b(?:(a|an|one|\d{{1,3}}|{'|'.join(NUMBERS)}|{NUMBER_CYRILLIC}) )?(?:\w+ )?"
    r"(days?|weeks?|months?|years?|дн\w*|день|ден|тиж\w*|недел\w*|мисяц\w*|месяц\w*|рок\w*|рик|год\w*)"
    r"(?: (?:of|from))?(?: (?:the|that|his))? ?$"
)
_ASKS_FOR_A_NUMBER = LATE.compile(r"\b(?:many|скольк|скильк|котор|which|what|every|each|кажд\w*|кожн\w*) (?:\w+ )?$")
_LONGEST_COUNT = 400
_MOST_YEARS = 60
# Which ties have just so many years: "exactly 30 years old".
_SO_OLD_NOW = LATE.compile(
    r"\b(?:exactly|precisely|just|turning|ровн|ривн|саме|именно) ([1-5]\d) (?:years?(?: old)?|рок\w*|рик|лет|год\w*)\b"
    # A "15 year old who would like to sign" is no tie.
    r"|\b([1-5]\d) year olds?\b"
    r"(?! (?:\w+ ){0,2}(?:sign\w*|write\w*|kids?|girls?|boys?|students?|son|daughter|speak\w*|help\w*)\b)"
)


def of_ones_age(joined: str) -> Period | None:
    """The time before, or after, the year of birth that is told: "ties older than me, born 86"; None where none is."""
    born, than = _BORN.search(joined), _THAN_ME.search(joined)
    if born is None or than is None:
        return None
    year = int(f"{born[1] or '19'}{born[2] or born[3]}")
    younger = next(filter(None, than.groups())) in {"younger", "newer", "молодш", "младш", "after"}
    return Period(date(year + 1, 1, 1), None) if younger else Period(None, date(year - 1, 12, 31))


def of_its_age(joined: str, today: date) -> Period | None:
    """The year in which a tie was made that has so many years in another: "turned 30 in 2022", "35 this year"."""
    match = _SO_OLD.search(joined)
    if match is None and (now := _SO_OLD_NOW.search(joined)):
        made = today.year - int(now[1] or now[2])
        return Period(date(made, 1, 1), date(made, 12, 31))
    if match is None:
        return None
    typed, word = match[2], match[3] or ""
    year = int(typed) if typed else today.year + word.startswith(("next", "наступн", "в следующ"))
    made = year - int(match[1])
    return Period(date(made, 1, 1), date(made, 12, 31))


def count_cyrillic(typed: str | None) -> int:
    """The number that a word in Cyrillic, or digits, stand for; one where there is none."""
    if not typed:
        return 1
    return int(typed) if typed.isdigit() else next((n for begins, n in _SO_MANY if typed.startswith(begins)), 1)


def days_of_unit(typed: str) -> int:
    """How many days a unit of time has, by the beginning of its name."""
    return DAYS.get(typed) or next((days for name, days in _DAYS_CYRILLIC if typed.startswith(name[:3])), DAYS["day"])


def counted_before(joined: str) -> timedelta | None:
    """The time that is counted at the end of normalised words, from what follows them: "within two weeks of"."""
    match = _COUNTED.search(joined)
    if match is None or _ASKS_FOR_A_NUMBER.search(joined[: match.start(2)]):
        return None
    typed, unit = match.groups()
    if unit.isascii():
        length = DAYS[unit.removesuffix("s")]
        number = int(typed) if typed and typed.isdigit() else NUMBERS.get(typed or "", 1)
    else:
        length, number = days_of_unit(unit), count_cyrillic(typed)
    return timedelta(days=min(number, _LONGEST_COUNT) * length)


def around(day: date, before: str, *, earlier: bool) -> Period:
    """The time before a day, or from it on: as long as is counted at the end of the words ``before`` it, if any is."""
    length = counted_before(before)
    if earlier:
        return Period(day - length if length else None, day - timedelta(days=1))
    return Period(day, day + length if length else None)


def for_years(joined: str, today: date) -> Period | None:
    """Since so many years ago, where something is said not to have been in them."""
    match = _FOR_YEARS.search(joined)
    if match is None and not joined.isascii():
        match = _FOR_YEARS_CYRILLIC.search(joined) or _YEARS_FOR.search(joined)
    if match is None:
        return None
    number = NUMBERS.get(match[1]) or count_cyrillic(match[1])
    return Period(today - timedelta(days=min(number, _MOST_YEARS) * DAYS["year"]), None)


def last_season(joined: str, today: date) -> Period | None:
    """The last spring, summer, fall or winter that has begun; before it, or since."""
    match = _LAST_SEASON.search(joined)
    if match is None:
        return None
    first, last = PARTS[match[2] or match[4] or _SEASONS_CYRILLIC[match[5]]]
    year = today.year if date(today.year, first, 1) <= today else today.year - 1
    begun, ended = date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    if match[1] is match[2] is None or match[1] in {"since ", "after "}:
        return Period(begun, None)
    return Period(None, begun - timedelta(days=1)) if match[1] == "before " else Period(begun, ended)


def without_first_of_a_time(joined: str) -> str:
    """The same, as long as it was, without the "first" of a time: "after the first year of the war"."""
    return _FIRST_OF_A_TIME.sub(lambda match: "_" * len(match.group()), joined)


def relative(joined: str, today: date) -> Period | None:
    """A span up to today: this month, the last three weeks; last year by the calendar."""
    if _THIS_OR_LAST.search(joined):
        return Period(date(today.year - 1, 1, 1), today)
    if match := _THIS.search(joined):
        return Period(_start_of(match[1], today), today)
    if _LAST_YEAR_CYRILLIC.search(joined):
        return _last("year", today)
    # "Последнее лето" is a summer, "пять последних лет" are years.
    if (match := _LAST_CYRILLIC.search(joined)) and (match[1] or match[2] != "лет"):
        unit = next(name for begins, name in _UNITS_CYRILLIC.items() if match[2].startswith(begins))
        return Period(_before(today, count_cyrillic(match[1]), unit), today)
    if match := _LAST_OR_THIS_CYRILLIC.search(joined):
        unit = _UNITS_CYRILLIC[match[2]]
        return _last(unit, today) if match[1] else Period(_start_of(unit, today), today)
    if _TWELVE_MONTHS.search(joined):
        return Period(_before(today, 1, "year"), today)
    match = _LAST.search(joined)
    if match is None:
        return None
    count, unit = match.groups()
    if count is None:
        return _last(unit, today)
    number = min(int(count), _LONGEST_COUNT) if count.isdigit() else NUMBERS[count]
    return Period(_before(today, number, unit), today)


def _before(today: date, number: int, unit: str) -> date:
    """The day so many days, weeks, months, years or decades before; of a shorter month its last."""
    if unit in {"day", "week"}:
        return today - timedelta(days=number * DAYS[unit])
    months = number * {"month": 1, "year": 12, "decade": 120}[unit]
    years, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    year = max(years, date.min.year)
    return date(year, month + 1, min(today.day, calendar.monthrange(year, month + 1)[1]))


def _last(unit: str, today: date) -> Period:
    """The last year by the calendar; the last day, week or month as the days until today."""
    if unit == "year":
        return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    return Period(_before(today, 1, unit), today)


def _start_of(unit: str, today: date) -> date:
    if unit == "decade":
        return date(today.year // 10 * 10, 1, 1)
    if unit == "year":
        return today.replace(month=1, day=1)
    return today.replace(day=1) if unit == "month" else today - timedelta(days=today.weekday())
