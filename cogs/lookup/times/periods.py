"""Spans of time in a question: days, months, seasons and years, open or closed. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times import day_words, year_words
from cogs.lookup.times.bounds import bounded_once, with_plain_bounds
from cogs.lookup.times.counted_times import for_years, last_season, of_its_age, of_ones_age, relative
from cogs.lookup.times.dated import (
    DATE,
    NUMBER_OF_MONTH,
    PARTS,
    between_yearless,
    bounded,
    century,
    part_of_its_month,
    part_of_month,
    single,
    with_centuries_in_figures,
    yearless,
)
from cogs.lookup.times.eras import SPEECH_DAY, SPEECH_TO, by_the_speech, of_the_wall, ruled, soviet
from cogs.lookup.times.known_events import with_their_days
from cogs.lookup.times.spans import Period
from cogs.lookup.times.times_against import without_time_against
from cogs.lookup.times.war_times import (
    WAR_TO,
    around_the_war,
    of_its_beginning,
    with_its_first_months,
    with_the_invasion,
    without_its_end,
)
from cogs.lookup.times.years_in_full import (
    VOTE_BEHIND_YEAR,
    has_digits,
    spelt_out,
    with_plain_years,
    with_whole_years,
)

# What a time is named by, and by which nothing else is spoken of beside one: "in the summer of 2022".
WORDS_OF_TIME = frozenset(
    {*NUMBER_OF_MONTH, *(word for part in PARTS for word in part.split()), "summers", "winters", "christmas"}
)
_OF_A_TIME = LATE.compile(
    r"(?:around|circa|перед|напередодн\w*|накан\w*|молож\w*|між|миж|межд\w*|thru|through|later|half|eve|incl\w*|через|спуст\w*|позж\w*|поздн\w*|пизниш\w*|пив|полгод\w*|полтор\w*|пивтор\w*|zoom|wall|berlin|tearing|onwards?|inclusive|included|history|включн|включительн|мур\w{0,3}|стин\w?|стен\w?|падинн|падени|берлинс\w*"
    r"|talk|spoke|addressed|once|soon|tanks|troops|bombs|missiles|rockets|rolled|rolling|falling|attacked|started|anniversary|mark|speech|address|reno"
    r"|video|mayors|president|named|called|out|президент\w*|назв\w+|ричниц\w*|роковин\w*|годовщин\w*|промов\w*|виступ\w*|выступлен\w*|звернен\w*|обращен\w*|ussr|soviet\w*|срср|ссср|радянськ\w*|советск\w*|invasion|invaded|war|full|scale|putins?|вторгнен\w*|вторжен\w*"
    r"|вои[н]?\w*|виин\w*|повномасштабн\w*|полномасштабн\w*|fell|apart|collaps\w*|распад\w*|розпад\w*|развал\w*|розвал\w*|совк\w*|го|му|since|after"
    r"|before|until|till|between|during|past|days?|weeks?|months?|years?|within|рок\w*|рик|год\w*|мисяц\w*|месяц\w*|лет"
    r"|недел\w*|тиж\w*|дн\w{0,2}|ден|течен|протяг\w*|впродовж|упродовж|кон[еc]?ц|кинец|кинц|начал|почат\w*|двух|двох|трьох|трех"
    r"|gorbachev\w*|yeltsin\w*|brezhnev\w*|putin|горбач\w*|ельц[иы]?н\w*|брежнев\w*|путин\w*|при|двухтисячн|двотисячн"
    r"|двохтисячн|нульов|нулев|noughties|aughts|perestroik\w*|перебудов\w*|перестро\w*|времен\w*|час\w{0,2}|епох\w*)"
)
# What day it is, told beside the question: "It's Nov 2026. How long …".
_IT_IS_NOW = LATE.compile(
    rf"\b(?:its|it s|it is|today is|today s|we re in|we are in|now in|сеичас|зараз|сегодн|сьогодн|нин|на двор|надвор)"
    rf"(?: (?:already|now|уже|вже|in|late|early|and))* {DATE}\b"
)
# How long after the invasion is asked, and no time named: "count the days from the invasion".
_COUNT_THE_DAYS = LATE.compile(
    r"\b(?:count\w*|number of|in|порахуй\w*|посчита\w*|у|в) (?:the |how many )?(?:days|дн\w*) (?:\w+ )?"
    r"(?:from|since|after|вид|от|з|с|писл|посл) (?:the |day of |дня )*(?:invasion|war|вторгнен\w*|вторжен\w*)"
)
# What every span has in it: most questions have none, and need no closer look.
_ANY_ENGLISH = (
    r"\d{4}|year (?:mark|point)|\b(?:wall\b|pre |post |century\b|years?\b|putin|first (?:\w+ )?(?:day|week|month)|anniv"
    r"|reno|mayors|zelen|president|ussr|soviet|gorbach|yeltsin|brezhnev|perestroik|cold|invasion|war|last|past|previous"
    r"|this|current|june)"
)
_ANY_CYRILLIC = (
    r"\b(?:мур|стин|стен|век|столитт|столет|сторич|лет|рок|год|путин|ричниц|роковин|годовщин|мер|перв|перш|зелен|президент|срср|ссср"
    r"|горбач|ельц|брежнев|перестро|перебуд|советск|радянськ|вои|виин|вторж|вторг|начал|початк|останн|последн|минул"
    r"|прошл|цьог|цей|цеи|цю|ето|текущ|поточн|союз|совк|совет|торик)"
)
_ANY, _ANY_IN_ENGLISH = LATE.compile(f"{_ANY_ENGLISH}|{_ANY_CYRILLIC}"), LATE.compile(_ANY_ENGLISH)

# Acts on record begin here; what is older is when ties were made.
_FIRST_OF_ACTS = 2013
_OLD = LATE.compile(
    r"\b(?:19[5-9]\d|200\d|[5-9]0(?:s| ?х| ?е)?|eighties|nineties|seventies)\b|десят|девяност|девьяност"
)
# "Voted 4-2 in April", "by 4-2 in April": a count of votes, and no days.
_COUNTED_BEFORE = LATE.compile(
    r"\b(?:by|passed|carried|failed|lost|won|went|vot\w+|голос\w*|проголос\w*) (?:by )?(\d{1,2}) (?:to )?(\d{1,2}) "
    r"(?=(?:in|on|back|last|this|during|early|late|mid|at|в|у|на) )"
)
_AND_EARLIER = LATE.compile(r"\b(?:and|or|и|та|й|або|или|чи) (?:before|earlier|sooner|раньш\w*|раниш\w*)")
_YEAR = LATE.compile(r"\b(?:19|20)\d\d(?=s?\b)")
_CLAUSE = LATE.compile(r" (?:and|but|then|that|which|who|yet|и|та|але|но|а|потим|потом|пот|що|котор|яки) ")


def read_period(joined: str, today: date) -> Period | None:
    """The span of days that normalised words name, or None. Relative spans count back from ``today``."""
    return _read_bounded(without_time_against(joined, lambda words: _read_bounded(words, today)), today)


def _read_bounded(joined: str, today: date) -> Period | None:
    return bounded_once(with_plain_bounds(joined), lambda words: _read(words, today))


def _read(joined: str, today: date) -> Period | None:
    joined = with_centuries_in_figures(with_plain_years(with_its_first_months(_COUNT_THE_DAYS.sub("", joined))))
    if (began := of_its_beginning(joined)) and not has_digits(joined):
        return began
    if has_digits(joined):
        joined = _IT_IS_NOW.sub(lambda it: it[0] if int(it[5]) < today.year else "", VOTE_BEHIND_YEAR.sub("", joined))
    joined = day_words.in_figures(with_the_invasion(without_its_end(with_their_days(joined))))
    days = _by_numbers(joined, today) if has_digits(joined) else None
    joined = with_whole_years(joined, today)
    named = _ANY_IN_ENGLISH if joined.isascii() else _ANY
    if days or not named.search(joined):
        return days or part_of_its_month(joined, today) or last_season(joined, today) or yearless(joined, today)
    joined = SPEECH_TO.sub(r"\1 3 june 2022 ", WAR_TO.sub(r"\1 24 february 2022 ", joined))
    joined = spelt_out(joined)
    dated = has_digits(joined)
    return (
        (part_of_month(joined) if dated else None)
        or (_while_ruled(bounded(joined), joined) if dated else None)
        or for_years(joined, today)
        or around_the_war(joined)
        or (_by_the_speech_in_its_time(joined) or single(joined) if dated else None)
        or part_of_its_month(joined, today)
        or relative(joined, today)
        or century(joined)
        or soviet(joined)
        or of_the_wall(joined)
        or ruled(joined)
        or last_season(joined, today)
        or by_the_speech(joined)
        or yearless(joined, today)
    )


def _without_vote(match: re.Match[str]) -> str:
    return "" if int(match[1]) > int(match[2]) else match.group()


def _while_ruled(named: Period | None, joined: str) -> Period | None:
    """A span that has no beginning from when somebody ruled who is named with it: "under Gorbachev, till late 1991"."""
    if named is None or named.since is not None or _AND_EARLIER.search(joined):
        return named
    rule = ruled(joined)
    return replace(named, since=rule.since) if rule and rule.since and rule.until else named


def _by_numbers(joined: str, today: date) -> Period | None:
    """A span by somebody's year of birth, by how old ties are in a year, or between two days without their year."""
    return of_ones_age(joined) or of_its_age(joined, today) or between_yearless(joined, today)


def read_periods(joined: str, today: date) -> tuple[Period | None, Period | None]:
    """The span of days that normalised words name, and that in which ties were made, where two are named: "signed
    before 1990 and ended in 2022".
    """
    if has_digits(joined):
        joined = _COUNTED_BEFORE.sub(_without_vote, joined)
    joined = year_words.in_figures(joined, today)
    whole = with_whole_years(joined, today) if _OLD.search(joined) else ""
    years = [int(year) for year in _YEAR.findall(whole)]
    if years and min(years) < _FIRST_OF_ACTS <= max(years):
        for match in _CLAUSE.finditer(whole):
            halves = whole[: match.start()], whole[match.end() :]
            old = [it for it in halves if (named := _YEAR.findall(it)) and all(int(y) < _FIRST_OF_ACTS for y in named)]
            new = [it for it in halves if any(int(year) >= _FIRST_OF_ACTS for year in _YEAR.findall(it))]
            if len(old) == len(new) == 1 and old != new:
                return read_period(new[0], today), read_period(old[0], today)
    return read_period(joined, today), None


def _by_the_speech_in_its_time(joined: str) -> Period | None:
    """A span that Zelenskyy's speech bounds, where a month or year that holds it is named as well: "by the time he
    spoke in June 22"; None elsewhere.
    """
    named = single(joined)
    if named is None or not (named.since and named.until and named.since <= SPEECH_DAY <= named.until):
        return None
    speech = by_the_speech(joined)
    whole_year = named.since.month == 1
    return replace(speech, until=named.until) if speech and speech.since and whole_year and not speech.until else speech


def names_a_time(word: str) -> bool:
    """Whether a normalised word names a time, or belongs to one that is named."""
    return word in WORDS_OF_TIME or _OF_A_TIME.fullmatch(word) is not None
