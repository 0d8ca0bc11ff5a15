"""What bounds a time, however it is put: "later than", "не раніше", "in the run-up to", "починаючи з". Pure.

Readers of times know "before", "after" and "since". Other words for these are put so, and where what stands before a
time made no difference to how it was read, it is applied to the time itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.dated import MONTH, PART
from cogs.lookup.times.in_two import in_one
from cogs.lookup.times.spans import Period
from db.record.months import MONTHS

# Ordinal numbers as they are normalised.
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
    "tenth": 10, "eleventh": 11, "twelfth": 12, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4, "5th": 5, "6th": 6,
}  # fmt: skip
# What a time by the calendar begins with, so that a word before it bounds it: "later than March", "before last year".
_CALENDAR = (
    rf"(?:(?:the|very) )*(?:\d|{MONTH}|{PART}|early|late|mid|end\b|last\b|this\b|middle"
    r"|кинец|кинц|конец|конц|середин|початк|начал|минул|прошл|цьог|ет)"
)
# The same of whatever names a time, events too.
_EVENT = (
    r"(?:the )?(?:invasion|war\b|first anniv|anniv|zelen|his speech|bucha|new year|fall of|collapse"
    r"|вторгн|вторж|виин|вои|ричниц|роковин|годовщин|перш|перв|зелен|промов|реч|выступл|виступ|буч|нов|розпад|распад)"
)
_THAN = r"(?: ниж| чем| за| вид)?"
# What a "not" turns round, in English and in Cyrillic.
NOT_LATER = r"(?:no|not) (?:any )?(?:later|newer) than", rf"не (?:пизниш|позж|поздн)\w*{_THAN}"
NOT_EARLIER = r"(?:no|not) (?:any )?(?:earlier|sooner) than", rf"не (?:раниш|раньш|ранн)\w*{_THAN}"
# Other words for a bound before a time, behind no "not"; each with the word that is read.
_OTHERWISE = {
    r"later than|following|subsequent to|in the wake of": "after",
    rf"(?:пизниш\w*|позж\w*|поздн\w*|слид\w* за|вслед за){_THAN}": "писл",
    r"prior to|earlier than|(?:in )?the run up to|ahead of|leading up to": "before",
    rf"(?:раниш\w*|раньш\w*|ранее){_THAN}|напередодн\w*|наканун\w*|аж до|вплот\w* до": "до",
}
# How a war is called, which changes nothing of when it began.
_FULL_SCALE = LATE.compile(
    r"\b(?:full scale|повномасштабн\w*|полномасштабн\w*) (?=invasion|war\b|вторгн|вторж|виин|вои)"
)
# "March of 2022" and "the third month of 2022" are months of that year; "once 2022 was over" is after it.
_MONTH_OF_YEAR = LATE.compile(rf"\b({MONTH}) (?:in |of )(?:the year )?(?=(?:19|20)\d\d\b)")
_NTH_MONTH = LATE.compile(rf"\b(?:the )?({'|'.join(ORDINALS)}) month (?:of |in )?(?=(?:19|20)\d\d\b)")
_WHEN_OVER = LATE.compile(
    r"\b(?:once|when|as soon as|коли|когд|как тольк|як тильк) ((?:\w+ )?(?:19|20)\d\d) "
    r"(?:(?:was|is|were|had) (?:over|out|up|ended|finished|gone|done|passed)|ended|скинч\w*|закинч\w*|минув\w*|минул\w*"
    r"|конч\w*|законч\w*|прош[её]?л\w*|миновал\w*)\b"
)
_CHRISTMAS = LATE.compile(r"\b(?:christmas|xmas|ризд\w*|рожд\w*) (?:of |in )?((?:19|20)\d\d)\b")
_NEW_YEAR = LATE.compile(r"\b(до|посл|писл|з|с|вид|от) нов ((?:19|20)\d\d) (?:рок|год)\w*")
# The same words behind a "not", before an event.
_OF_EVENTS = tuple(
    (LATE.compile(rf"\b(?:{said}) (?={_EVENT})"), f"{plain} ")
    for said, plain in (
        (NOT_LATER[0], "before"),
        (NOT_LATER[1], "до"),
        (NOT_EARLIER[0], "since"),
        (rf"{NOT_EARLIER[1]}|(?:починаюч\w*|начина\w*) (?:з|с|вид)", "писл"),
    )
)
_PLAIN = tuple(
    (LATE.compile(rf"(?<!\bno )(?<!\bnot )(?<!\bне )\b(?:{said})(?= (?:{_CALENDAR}|{_EVENT}))"), plain)
    for said, plain in _OTHERWISE.items()
)
_BEFORE, _AFTER, _SINCE, _UP_TO = "before", "after", "since", "up_to"
_BOUND = LATE.compile(
    rf"\b(?:(?P<{_SINCE}>{'|'.join(NOT_EARLIER)}"
    r"|since|starting (?:from|with|in)|beginning (?:from|with|in)|(?:починаюч\w*|начина\w*) (?:з|с|вид))"
    rf"|(?P<{_UP_TO}>{'|'.join(NOT_LATER)})"
    rf"|(?P<{_BEFORE}>before|by|until|till|до|перед)|(?P<{_AFTER}>after|посл|писл)) (?={_CALENDAR})"
)
_OF_THE_END = LATE.compile(r"(?:(?:the|very) )*(?:end\b|кинец|кинц|конец|конц)")
_ONE_DAY = timedelta(days=1)


def with_plain_bounds(joined: str) -> str:
    """The normalised words of a text with the plain word for each bound that is put otherwise."""
    joined = _WHEN_OVER.sub(
        r"after \1", _NTH_MONTH.sub(_month_of_its_number, _MONTH_OF_YEAR.sub(r"\1 ", in_one(joined)))
    )
    joined = _CHRISTMAS.sub(r"25 december \1", _FULL_SCALE.sub("", joined))
    for otherwise, plain in (*_PLAIN, *_OF_EVENTS):
        joined = otherwise.sub(plain, joined)
    return _NEW_YEAR.sub(r"\1 1 january \2", joined)


def _month_of_its_number(match: re.Match[str]) -> str:
    return f"{MONTHS[ORDINALS[match[1]] - 1].casefold()} "


def bounded_once(joined: str, read: Callable[[str], Period | None]) -> Period | None:
    """The span that a text names, read by ``read``; with the one bound in it where ``read`` passes over that."""
    found = read(joined)
    bounds = [*_BOUND.finditer(joined)]
    if len(bounds) != 1:
        return found
    bound = bounds[0]
    alone = read(joined[bound.end() :])
    if alone is None or alone.since is None or (alone.until is None and bound.lastgroup != _BEFORE):
        return found
    without = read(f"{joined[: bound.start()]}{joined[bound.end() :]}")
    passed_over = without == alone and (found == alone or bound.lastgroup == _UP_TO)
    return _applied(bound, alone.since, alone.until, alone) if passed_over else found


def _applied(bound: re.Match[str], since: date, until: date | None, alone: Period) -> Period:
    if bound.lastgroup == _SINCE:
        return replace(alone, until=None, exact=False)
    if bound.lastgroup == _AFTER and until:
        return replace(alone, since=until + _ONE_DAY, until=None, exact=False)
    whole = bound.lastgroup == _UP_TO or bound.group().startswith("by ")
    whole = whole or _OF_THE_END.match(bound.string, bound.end()) is not None
    return replace(alone, since=None, until=until if whole else since - _ONE_DAY, exact=False)
