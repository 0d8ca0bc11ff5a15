"""Times that are held against each other: months, years, what was before a day, the rest of a year. Pure."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from cogs.lookup.lists import comparison_sentences
from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.understanding import with_long_years
from cogs.lookup.reading.vocabulary import said_for
from cogs.lookup.times.dated import HELD_AGAINST
from cogs.lookup.times.eras import SPEECH_DAY, reckons_by_the_speech
from cogs.lookup.times.years_in_full import with_whole_years
from db.record.derivation import INVASION
from db.record.months import ALL_MONTHS, MONTHS
from db.record.text import normalise

# Years of two digits up to this one are of this century.
_LAST_OF_NOW = date(2040, 12, 31)
_DECEMBER = 12
_MONTH_NUMBERS = {normalise(name): number for name, number in ALL_MONTHS.items()}
_YEAR = LATE.compile(r"\b(?:19|20)\d\d\b")
_DECADE = LATE.compile(r"\b(19|20)?([5-9]|0)0 ?(?:s|х|и|е|ті)\b")
# "Compared to the 80s" bounds nothing.
_SPAN = LATE.compile(
    r"(?<!compared )(?<!relative )(?<!opposed )\b(?:between|from|since|through|until|till|to|з|с|до|по|миж|между)\b"
)
# "Between 1985 and 1990" is one time.
_BETWEEN = LATE.compile(r"\b(?:between|from|миж|межд\w*|с|з) $")
_BEFORE_OR_AFTER = said_for("questions", "times_compared", "before_or_after")
_OTHER_YEAR = LATE.compile(rf"\b((?:19|20)\d\d) (?:{HELD_AGAINST}) (?:(?:in|of|during|for|у|в|за) )?((?:19|20)\d\d)\b")
# "March against the rest of 2022", "in 2022 and how many later".
_REST = LATE.compile(
    r"\b(?:rest|remainder|other months) (?:of )?(?:the |that |this )?(?:year|20\d\d)\b"
    r"|\b(?:решт|остальн|остат|остаток|инш|друг) (?:(?:мисяц|месяц|част|врем|всь\w*|вс\w*|20\d\d) )*(?:рок|год)\b"
)
_LATER = LATE.compile(
    r"\b(?:versus|vs|against|than|compared (?:to|with)|and|а|и|та|чем|ниж|проти|против|прот)"
    r"(?: (?:how many|in|at|any time|the|years?|скильк|скольк|вже|уже|в|у))*"
    r" (?:later|after|afterwards?|after (?:that|it|then)|since|since then|thereafter|пизниш|позж|позднее|пот"
    r"|писл (?:тог|нього)|посл (?:тог|етог|нег)|описл|видтод|зат)"
    r"(?: on| (?:in )?(?:that|the) year| (?:that|the) (?:same )?year)?$"
)


def asks_before_or_after(question: Question) -> bool:
    """Whether what was before a day is held against what came after it: "how many before vs after the speech"."""
    return _BEFORE_OR_AFTER.search(question.joined) is not None and _dividing_day(question) is not None


def _dividing_day(question: Question) -> date | None:
    """The day that divides what was before from what came after, where one is named."""
    if reckons_by_the_speech(question.joined):
        return SPEECH_DAY
    period = question.period
    if period is None:
        return None
    return period.since or (period.until + timedelta(days=1) if period.until else None)


def times_named(question: Question) -> list[tuple[str, date, date]]:
    """The years, or months of one year, that are held against each other: "more in 2022 or in 2023?"; or none."""
    if question.narrowing.as_of:
        return []
    if _BEFORE_OR_AFTER.search(question.joined) and (day := _dividing_day(question)):
        before, after = comparison_sentences.before_and_after(day)
        return [(before, INVASION, day - timedelta(days=1)), (after, day, date.max)]
    decades = dict.fromkeys(
        int(f"{it[1] or 19}{it[2]}0") for it in _DECADE.finditer(with_long_years(question.text, question.joined))
    )
    if len(decades) > 1 and _SPAN.search(question.joined) is None:
        return [(f"{it}s", date(it, 1, 1), date(it + 9, 12, 31)) for it in decades]
    joined = with_whole_years(with_long_years(question.text, question.joined), _LAST_OF_NOW)
    if (match := _OTHER_YEAR.search(joined)) and not _BETWEEN.search(joined[: match.start()]):
        years = dict.fromkeys(match.groups())
        return [(year, date(int(year), 1, 1), date(int(year), 12, 31)) for year in years] if len(years) > 1 else []
    numbers = dict.fromkeys(_MONTH_NUMBERS[word.norm] for word in question.words if word.norm in _MONTH_NUMBERS)
    years = dict.fromkeys(_YEAR.findall(question.joined))
    if len(numbers) <= 1 == len(years) and (
        sides := _one_and_the_rest(question.joined, numbers, int(next(iter(years))))
    ):
        return sides
    if len(numbers) < 2 or len(years) != 1 or _SPAN.search(question.joined):
        return []
    year = int(next(iter(years)))
    return [(f"{MONTHS[it - 1]} {year}", date(year, it, 1), date(year, it, monthrange(year, it)[1])) for it in numbers]


def _one_and_the_rest(joined: str, months: Iterable[int], year: int) -> list[tuple[str, date, date]]:
    """A month beside the other months of its year, or a month or a year beside all that came later; or none."""
    month = next(iter(months), 0)
    if month and _REST.search(joined):
        parts = [(1, month - 1), (month, month), (month + 1, _DECEMBER)]
        return [_months(year, first, last) for first, last in parts if first <= last]
    if _LATER.search(joined):
        one = _months(year, month, month) if month else (str(year), date(year, 1, 1), date(year, _DECEMBER, 31))
        return [one, (f"After {one[0]}", one[2] + timedelta(days=1), date.max)]
    return []


def _months(year: int, first: int, last: int) -> tuple[str, date, date]:
    name = MONTHS[first - 1] if first == last else f"{MONTHS[first - 1]} to {MONTHS[last - 1]}"
    return f"{name} {year}", date(year, first, 1), date(year, last, monthrange(year, last)[1])


def words_of_the_rest(joined: str) -> frozenset[str]:
    """The normalised words by which the rest of a year, or what came later, is held against a time."""
    return frozenset(word for asked in (_REST, _LATER) for it in asked.finditer(joined) for word in it[0].split())
