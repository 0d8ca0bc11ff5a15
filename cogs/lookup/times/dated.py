"""Spans of time that are named by their dates: days, months, seasons, years, decades and centuries. Pure."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.spans import Period
from db.record.derivation import INVASION
from db.record.lazy_pattern import any_of
from db.record.months import ALL_MONTHS
from db.record.text import normalise

NUMBER_OF_MONTH = {normalise(name): number for name, number in ALL_MONTHS.items()}
MONTH_NAMES = {number: name for name, number in reversed(NUMBER_OF_MONTH.items())}
# Parts of a year as the months they begin and end in; winter is taken with the year's own first months.
PARTS = {
    "spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (1, 2),
    "early": (1, 4), "mid": (5, 8), "late": (9, 12),
    "first half": (1, 6), "second half": (7, 12), "latter half": (7, 12), "back half": (7, 12), "last half": (7, 12),
    "h 1": (1, 6), "h 2": (7, 12), "start of": (1, 3), "beginning of": (1, 3), "end of": (10, 12),
    "first quarter": (1, 3), "second quarter": (4, 6), "third quarter": (7, 9), "fourth quarter": (10, 12),
    "last quarter": (10, 12), "q 1": (1, 3), "q 2": (4, 6), "q 3": (7, 9), "q 4": (10, 12),
    "перш половин": (1, 6), "перв половин": (1, 6), "друг половин": (7, 12), "втор половин": (7, 12),
    "перш пивричч": (1, 6), "друг пивричч": (7, 12), "перв полугод": (1, 6), "втор полугод": (7, 12),
    "перш квартал": (1, 3), "перв квартал": (1, 3), "друг квартал": (4, 6), "втор квартал": (4, 6),
    "трет квартал": (7, 9), "четверт квартал": (10, 12), "останн квартал": (10, 12), "последн квартал": (10, 12),
    "навесн": (3, 5), "влитк": (6, 8), "улитк": (6, 8), "восен": (9, 11), "взимк": (1, 2),
    "середин": (5, 8), "початк": (1, 3), "початок": (1, 3), "начал": (1, 3),
    "кинец": (10, 12), "кинц": (10, 12), "конец": (10, 12), "конц": (10, 12),
    "весн": (3, 5), "лет": (6, 8), "лит": (6, 8), "осен": (9, 11), "осин": (9, 11),
}  # fmt: skip
MONTH, PART = any_of(NUMBER_OF_MONTH), any_of(PARTS)
DAY = r"(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?"
DATE = rf"(?:the )?(?:{DAY}({MONTH}) (?:of )?(?:(\d{{1,2}})(?:st|nd|rd|th)? )?|({PART}) (?:of )?)?((?:19|20)\d\d)"
_YEARLESS = rf"{DAY}({MONTH})\b(?: (\d{{1,2}})(?:st|nd|rd|th)?\b)?"
# What stands before a date that is not known well: "from like 1988".
_ABOUT = r"(?:(?:like|about|around|roughly|maybe|circa|approximately|say) )?"
_AND = r"(?:год\w* |рок\w* )?(?:(?:and )?up to|and|to|until|till|through|по|до|и|та)"
# Two days of months without a year between them: "feb 24 to march 24".
_BETWEEN_YEARLESS = LATE.compile(
    rf"\b({MONTH}) (\d{{1,2}}) (?:and|to|until|till|through|thru|по|до) ({MONTH}) (\d{{1,2}})\b"
    r"(?! (?:of (?:the year )?)?(?:(?:19|20)\d\d|(?<=of )\d\d\b|(?<=year )\d\d\b))"
)
_ONE = LATE.compile(rf"\b{DATE}\b")
_BETWEEN = LATE.compile(rf"\b(?:between|from|с|з|вид|от|миж|межд\w*) {DATE} {_AND} {DATE}\b")
_BETWEEN_MONTHS = LATE.compile(rf"\b(?:between|from|с|з|вид|от|миж|межд\w*) {_YEARLESS} {_AND} {DATE}\b")
_BETWEEN_MONTHS_ALONE = LATE.compile(rf"\b(?:between|from|с|з|вид|от|миж|межд\w*) ({MONTH}) {_AND} ({MONTH})\b(?! \d)")
# What stands between two years of which one is held against the other: "in 2022 and how many in 2023".
HELD_AGAINST = (
    r"(?:(?:год|рок|роц|го|м|му) )?(?:and|or|vs|versus|than|with|against|compared (?:to|with)|next to"
    r"|and also|as well as|plus|also|та ще|а и|и також|а також|а такж|и такж|да и|также|також|такж"
    r"|и|та|або|чи|или|чем|ниж|з|с|прот\w*|а)(?: (?:how many|was|were|is|скильк|скольк))?"
)
_TWO_YEARS = LATE.compile(
    r"\b((?:19|20)\d\d) "
    rf"(?:(?:to|till|until|through|thru|по|до|{HELD_AGAINST}) )?"
    r"(?:(?:in|в|у) )?((?:19|20)\d\d)\b"
)
# Those that follow them: "2024, 2025 or 2026".
_MORE_YEARS = LATE.compile(r"(?:(?: (?:and|or|to|и|та|або|чи|или|в|у|in))* (?:19|20)\d\d\b)+")
# "The ties from 1990" are of that year; "from 1990 on" and "с 1990 года" are of all that follow.
_OF_YEAR = LATE.compile(
    r"\b(?:ties|tie|ones|anything|everything|something|any|cities|citys|towns"
    r"|pairs|pairings|agreements|deals|those|partnerships|class|batch|crop|vintage) from (?:the )?"
    r"((?:19|20)\d\d)\b(?! (?:on|onwards?|to|until|till|through|and (?:later|after|on|(?:19|20)\d\d)|up|upwards?))"
)
# What joins days and months of one year: "April and May of 2022", "between March 7 and 9, 2022".
_JOINING = frozenset(
    "and to through thru till until or of the in between from по до и та чи или або а с з й у в also well as "
    "who which followed next then хто кто слид след пот".split()
)
_DAY_NUMBER = LATE.compile(r"(\d{1,2})(?:st|nd|rd|th|го|е)?")
_YEAR_NUMBER = LATE.compile(r"(?:19|20)\d\d")
_LAST_DAY = 31
_DAYS_OF_WEEK = 7
_FEW_NUMBERS = {
    "two": 2, "couple of": 2, "three": 3, "few": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10,
    "два": 2, "две": 2, "дви": 2, "три": 3, "чотир": 4, "четыр": 4, "пят": 5, "шист": 6, "шест": 6, "сим": 7, "сем": 7,
    "десят": 10, "двадцят": 20, "двадцат": 20,
}  # fmt: skip
_SINCE = LATE.compile(rf"\b(?:since|from|starting|beginning|с|з|вид|от)(?: the)? {_ABOUT}{DATE}\b")
_AFTER = LATE.compile(rf"\b(?:after|post|посл|писл)(?: the)? {DATE}\b")
_BEFORE = LATE.compile(
    r"\b(?:before|until|till|older than|up to|by|pre|predat(?:e|es|ed|ing)|до"
    rf"|(?:старш\w*|раниш\w*|раньш\w*)(?: ниж| чем| за)?)(?: the)? {DATE}\b"
)
_BY_THE_END = LATE.compile(r"\b(?:by|until|till|before|up to) (?:the )?end of ((?:19|20)\d\d)\b")
_OR_LATER = LATE.compile(
    rf"\b{DATE} (?:(?:and )?onwards?(?! then)|"
    r"(?:or|and) (?:later|after|since|newer|onwards?)(?! then)|(?:и|та|или|чи|або) (?:пизниш|позж|дал)\w*)"
)
# A day that is the last of a span: "by 10 March, that day included".
INCLUSIVE = LATE.compile(
    r"\b(?:inclusive\w*|(?:that|the|this) (?:day|date) included|including (?:that|the) (?:day|date)"
    r"|включн\w*|включительн\w*)\b"
)
_OR_EARLIER = LATE.compile(rf"\b{DATE} (?:or|and) (?:earlier|before|older)\b")
# "The first ten days of March 2022", "перші два тижні березня", "the second half of it".
_PART_OF_MONTH = LATE.compile(
    r"\b(first|перш\w*|перв\w*|last|final|останн\w*|последн\w*|second|друг\w*|втор\w*) "
    rf"(?:(\d{{1,2}}|{'|'.join(_FEW_NUMBERS)})\w* )?"
    r"(days?|дн\w*|ден|weeks?|тиж\w*|недел\w*|half|половин\w*)\b"
)
_BEFORE_PART = LATE.compile(
    r"\b(?:by|until|till|before|up to|prior to|through|до|к|на|по) (?:the )?"
    r"((?:very )?end of |кинец\w* |кинц\w* |конец |конц\w* )?(?:the |that )?$"
)
_OF_A_MONTH = LATE.compile(rf" (?:(?:of|in|у|в) )?(?:the )?(?:{MONTH})\b")
# The same of a month without its year, and what goes up to its end.
_MONTH_ALONE = LATE.compile(rf"\b({MONTH})\b(?! (?:19|20)\d\d| \d)")
_BY_ITS_END = LATE.compile(
    r"\b(?:by|until|till|before|up to|through|до|к|на|по) (?:the )?(?:(?:very )?end of|кинец\w*|кинц\w*|конец|конц\w*) "
    rf"(?:the |that )?({MONTH})\b(?! (?:19|20)\d\d| \d)"
)
_HALF_OF_MONTH = 15
_THIS_CENTURY = LATE.compile(
    r"\b(?:(?:this|the (?:current|present|new)) century|(?:цьог|цьом|цем|нинишн|нов)\w* столитт\w*"
    r"|(?:ет|нинешн|нов)\w* век\w*)\b"
)
_LAST_CENTURY = LATE.compile(r"\b(?:(?:last|the previous) century|(?:минул|прошл)\w* (?:столитт|век)\w*)\b")
_CENTURY_NAMED = LATE.compile(
    r"\b(xxi|xx|21st|20th|21 го|20 го|21го|20го|21|20) (?:century|век\w*|столитт\w*|столет\w*|стор[ии]чч\w*)\b"
)
# The same said in words: "двадцять першого століття".
_CENTURY_IN_WORDS = LATE.compile(
    r"\b(?:(twenty first|двадцят\w* перш\w*|двадцат\w* перв\w*)|twentieth|двадцят\w*|двадцат\w*)"
    r" (?=century|век\w*|столитт\w*|столет\w*|стор[ии]чч\w*)"
)
_LAST_OF_20 = date(2000, 12, 31)
_DECADE = LATE.compile(r"\b(19|20)(\d)0 ?(?:s|х|и|е)\b")
# What bounds a decade: "before the 80s", "до кінця 80-х", "since the nineties".
_DECADE_BOUND = LATE.compile(
    r"\b(?:(?P<before>before|until|till|up to|by|older than|predat\w+|pre|до|перед|раньш\w*"
    r"|раниш\w*|старш\w*(?: за)?)|(?P<after>after|newer than|younger than|post|посл|писл|поздн\w*"
    r"|пизниш\w*(?: за)?)"
    r"|since|ever since) (?:the )?(?P<end>(?:very )?end of (?:the )?|кинец\w* |кинц\w* |конец |конц\w* )?$"
)
_WEEK_OF = LATE.compile(
    r"\b(?:week(?: \w+)? (?:of|from|starting(?: on)?|beginning(?: on)?|that (?:began|starts|started) on|commencing"
    rf"(?: on)?)|(?:тиж|недел)\w*(?: \w+)? (?:с|з|от|вид|що почина\w*|котор\w* начин\w*)) (?:the )?{DATE}\b"
)
_YEARLESS_ONE = LATE.compile(
    r"\b(?:(since|from|after|before|until|by|in|on|during|с|з|посл|писл|до|в|у) (?:the |last |this )?"
    # "28 лютого" is a day without a word before it.
    rf"|(?=\d{{1,2}} [а-яє])){_YEARLESS}"
)


def bounded(joined: str) -> Period | None:
    """A span between two dates, or before or after one; None where no date has a bound."""
    if named := _week_of(joined) or _decade(joined) or _series(joined):
        return named
    if of_year := _or_earlier(joined) or _of_year(joined):
        return of_year
    if match := _BETWEEN.search(joined):
        return Period(span(match.groups()[:5])[0], span(match.groups()[5:])[1])
    if match := _BETWEEN_MONTHS.search(joined):
        day, month, after, *last = match.groups()
        return Period(span((day, month, after, None, last[-1]))[0], span(tuple(last))[1])
    if whole := _whole_years(joined):
        return whole
    if match := _SINCE.search(joined):
        begins, ends = span(match.groups())
        return Period(begins, None, begins_until=ends)
    if match := _OR_LATER.search(joined):
        return Period(span(match.groups())[0], None)
    if match := _AFTER.search(joined):
        return Period(span(match.groups())[1] + timedelta(days=1), None)
    if match := _BEFORE.search(joined):
        begins, ends = span(match.groups())
        return Period(None, ends if INCLUSIVE.search(joined) else begins - timedelta(days=1))
    return None


def _or_earlier(joined: str) -> Period | None:
    match = _OR_EARLIER.search(joined)
    return Period(None, span(match.groups())[1]) if match else None


def _of_year(joined: str) -> Period | None:
    match = _OF_YEAR.search(joined)
    return Period(date(int(match[1]), 1, 1), date(int(match[1]), 12, 31)) if match else None


def _series(joined: str) -> Period | None:
    """From the first to the last of several days, months or seasons of one year: "June, July and August 2022"."""
    words = joined.split()
    years = [at for at, word in enumerate(words) if _YEAR_NUMBER.fullmatch(word)]
    for at in years:
        first, last = at, at + 1
        while first and _is_of_a_series(words[first - 1]):
            first -= 1
        while last < len(words) and _is_of_a_series(words[last]):
            last += 1
        if first - 1 in years or last in years:
            continue
        named = [it for it in words[first:last] if it not in _JOINING and it != words[at]]
        if sum(it in NUMBER_OF_MONTH or it in PARTS for it in named) + sum(map(_is_a_day, named)) > 1:
            return _around(_units(named), words[at])
    return None


def _around(units: Sequence[tuple[int, int | None]], year: str) -> Period | None:
    """From the first to the last of some days and months of a year; None where they are one."""
    if len(units) < 2:
        return None
    days = [span((None, MONTH_NAMES[month], str(day) if day else None, None, year)) for month, day in units]
    return Period(min(days)[0], max(until for _, until in days))


def _is_a_day(word: str) -> bool:
    day = _DAY_NUMBER.fullmatch(word)
    return day is not None and 0 < int(day[1]) <= _LAST_DAY


def _is_of_a_series(word: str) -> bool:
    return word in _JOINING or word in NUMBER_OF_MONTH or word in PARTS or _is_a_day(word)


def _units(words: Sequence[str]) -> list[tuple[int, int | None]]:
    """The days and months that some words name: of days before the first month each stands before its month."""
    found: list[tuple[int, int | None]] = []
    waiting: list[int] = []
    month, days_first = 0, bool(words) and words[0] not in NUMBER_OF_MONTH
    for word in words:
        if word in PARTS:
            found += [(PARTS[word][0], None), (PARTS[word][1], None)]
        elif word in NUMBER_OF_MONTH:
            month = NUMBER_OF_MONTH[word]
            found += [(month, day) for day in waiting] or [(month, None)]
            waiting = []
        elif days_first:
            waiting.append(int("".join(filter(str.isdigit, word))))
        elif month:
            # The day of a month that stands before it takes the place of the whole month.
            found = [unit for unit in found if unit != (month, None)]
            found.append((month, int("".join(filter(str.isdigit, word)))))
    return found


def _decade(joined: str) -> Period | None:
    """The decades that are named, or what came before, since or after the one of them."""
    found = [*_DECADE.finditer(joined)]
    if not found:
        return None
    years = [int(f"{match[1]}{match[2]}0") for match in found]
    first, last = date(min(years), 1, 1), date(max(years) + 9, 12, 31)
    bound = _DECADE_BOUND.search(joined, 0, found[0].start()) if len(found) == 1 else None
    if bound is None:
        return Period(first, last)
    if bound["before"]:
        return Period(None, last if bound["end"] else first - timedelta(days=1))
    return Period(last + timedelta(days=1) if bound["after"] else first, None)


def _whole_years(joined: str) -> Period | None:
    """Two years that are named together, or all that came by the end of one."""
    if match := _TWO_YEARS.search(joined):
        more = _MORE_YEARS.match(joined, match.end())
        years = [match[1], match[2], *_YEAR_NUMBER.findall(more.group() if more else "")]
        first, last = min(map(int, years)), max(map(int, years))
        return Period(date(first, 1, 1), date(last, 12, 31))
    match = _BY_THE_END.search(joined)
    return Period(None, date(int(match[1]), 12, 31)) if match else None


def with_centuries_in_figures(joined: str) -> str:
    """Normalised words with the number of a century in figures that is said in words: "двадцать первом веке"."""
    return _CENTURY_IN_WORDS.sub(lambda match: "21 " if match[1] else "20 ", joined)


def century(joined: str) -> Period | None:
    """The century that is named."""
    match = _CENTURY_NAMED.search(joined)
    if match is None:
        if _THIS_CENTURY.search(joined):
            return Period(_LAST_OF_20 + timedelta(days=1), None)
        return Period(None, _LAST_OF_20) if _LAST_CENTURY.search(joined) else None
    return (
        Period(date(2001, 1, 1), None)
        if match[1] in {"xxi", "21", "21st", "21 го", "21го"}
        else Period(None, _LAST_OF_20)
    )


def part_of_month(joined: str) -> Period | None:
    """Some days or weeks at the beginning or the end of a month that is named with its year, or half of it: "March 22,
    the first week", "the last ten days of March 2022".
    """
    month, part = _ONE.search(joined), _PART_OF_MONTH.search(joined)
    if month is None or month[2] is None or part is None:
        return None
    # "March 22, the first week", but not "in February, just those first days".
    of_days = part[3].startswith(("day", "д"))
    behind = part.start() >= month.end() and not (part[2] or of_days)
    if not (behind or _OF_A_MONTH.match(joined, part.end())) or (of_days and not part[2]):
        return None
    found = _days_of_part(part, *span((None, month[2], None, None, month[5])), of_days=of_days)
    bound = _BEFORE_PART.search(joined[: part.start()])
    if found is None or bound is None:
        return found
    # "Before the end of the first week of March".
    return Period(None, found.until if bound[1] else (found.since or date.max) - timedelta(days=1))


def _days_of_part(part: re.Match[str], first: date, last: date, *, of_days: bool) -> Period | None:
    """The days of a part of a month that has these first and last days."""
    at_the_end, second = part[1].startswith(("last", "final", "остан", "послед")), part[1].startswith(("s", "д", "в"))
    if part[3].startswith(("half", "половин")):
        middle = first.replace(day=_HALF_OF_MONTH)
        return Period(middle + timedelta(days=1), last) if at_the_end or second else Period(first, middle)
    if second:
        return None
    number = (_FEW_NUMBERS.get(part[2]) or int(part[2])) if part[2] else 1
    days = number * (1 if of_days else _DAYS_OF_WEEK) - 1
    return Period(last - timedelta(days=days), last) if at_the_end else Period(first, first + timedelta(days=days))


def between_yearless(joined: str, today: date) -> Period | None:
    """A span between two days without their year: the last one that is over, or that which begins with the invasion."""
    match = _BETWEEN_YEARLESS.search(joined)
    if match is None:
        return None
    begins = (NUMBER_OF_MONTH[match[1]], int(match[2])) == (INVASION.month, INVASION.day)
    year = INVASION.year if begins else today.year
    since, until = (span((None, match[at], match[at + 1], None, str(year)))[0] for at in (1, 3))
    if until > today:
        since, until = since.replace(year=year - 1), until.replace(year=year - 1)
    return Period(since, until) if since <= until else None


def _between_months(joined: str, today: date) -> Period | None:
    """From one month to another, both without their year: of the last such year that has come."""
    match = _BETWEEN_MONTHS_ALONE.search(joined)
    if match is None:
        return None
    year = today.year if span((None, match[2], None, None, str(today.year)))[0] <= today else today.year - 1
    since = span((None, match[1], None, None, str(year)))[0]
    until = span((None, match[2], None, None, str(year)))[1]
    return Period(since, until, guessed=True) if since <= until else None


def yearless(joined: str, today: date) -> Period | None:
    """A day or month without its year: the last one that has come. What came of it says the year."""
    if NUMBER_OF_MONTH.keys().isdisjoint(joined.split()):
        return None
    if months := _between_months(joined, today):
        return months
    match = _YEARLESS_ONE.search(joined)
    if match is None:
        return None
    lead, before, month, after = match.groups()
    year = today.year if span((before, month, after, None, str(today.year)))[0] <= today else today.year - 1
    if NUMBER_OF_MONTH[month] == INVASION.month and (before or after) == str(INVASION.day):
        year = INVASION.year
    first, last = span((before, month, after, None, str(year)))
    if lead in {"since", "from", "с", "з"}:
        return Period(first, None, guessed=True, begins_until=last)
    if lead in {"after", "посл", "писл"}:
        return Period(last + timedelta(days=1), None, guessed=True)
    if lead == "by" and first == last:
        # "By the 7th of March" takes in that day.
        return Period(None, last, guessed=True)
    if lead in {"before", "until", "by", "до"}:
        return Period(None, first - timedelta(days=1), guessed=True)
    return Period(first, last, guessed=True)


def part_of_its_month(joined: str, today: date) -> Period | None:
    """A part of a month without its year, or up to the end of it: "the first week of March", "before the end of March";
    None where the month is whole.
    """
    if not (_PART_OF_MONTH.search(joined) or _BY_ITS_END.search(joined)):
        return None
    month = _MONTH_ALONE.search(joined)
    if month is None:
        return None
    year = today.year if span((None, month[1], None, None, str(today.year)))[0] <= today else today.year - 1
    whole = f"{joined[: month.end()]} {year}{joined[month.end() :]}"
    if ended := _BY_ITS_END.search(joined):
        _, ends = span((None, month[1], None, None, str(year)))
        return Period(None, ends, guessed=True) if ended[1] == month[1] else None
    part = part_of_month(whole)
    return replace(part, guessed=True) if part else None


def single(joined: str) -> Period | None:
    """One day, month, part of a year or year."""
    match = _ONE.search(joined)
    return Period(*span(match.groups()), exact=match[4] is None) if match else None


def _week_of(joined: str) -> Period | None:
    """The seven days from a day on; of a month or a year that is named alone all of it."""
    if (match := _WEEK_OF.search(joined)) is None:
        return None
    first, last = span(match.groups())
    return Period(first, max(last, first + timedelta(days=6)) if first == last else last)


def span(groups: tuple[str | None, ...]) -> tuple[date, date]:
    """The first and last day of a date's groups: day, month, day, part of the year, year."""
    before, month, after, part, typed_year = groups
    year = int(typed_year or 0)
    if part:
        first, last = PARTS[part]
        return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    number = NUMBER_OF_MONTH[month]
    length = calendar.monthrange(year, number)[1]
    day = int(before or after or 0)
    return (date(year, number, day),) * 2 if 1 <= day <= length else (date(year, number, 1), date(year, number, length))
