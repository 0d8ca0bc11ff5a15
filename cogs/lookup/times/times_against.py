"""A time that the one asked for is set against: "in 2023 and not in the first year". Pure."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.dated import DATE, single
from cogs.lookup.times.spans import Period
from db.record.derivation import INVASION

_SEASON = r"(?:spring|summer|autumn|fall|winter|весн\w*|лит\w*|лет\w*|осен\w*|осин\w*|зим\w*)"
_PART = (
    rf"(?:year|month|months|week|weeks|wave|{_SEASON}"
    r"|рок\w*|рик|роц\w*|год\w*|мисяц\w*|месяц\w*|тижн\w*|недел\w*|хвил\w*|волн\w*)"
)
_OF_WAR = r"(?: (?:of )?(?:the )?(?:war|invasion|вини|виин\w*|вторгн\w*|вои?н\w*|вторж\w*))?"
# "Right after the invasion", "одразу після вторгнення": of that spring.
_RIGHT_AFTER = (
    r"(?:right|straight|immediately|directly|shortly|soon|just) (?:after|following|upon|when|as) (?:\w+ ){0,3}?"
    r"(?:war|invasion|attack)(?: (?:started|began|broke out))?"
    r"|(?:видраз|одраз|зраз|невдовз|сраз|вскор)\w* (?:ж\w* )?(?:писл\w*|посл\w*|за|по) (?:\w+ ){0,2}?"
    r"(?:вторгн\w*|вторж\w*|вини|виин\w*|вои?н\w*|напад\w*)"
)
_IS_RIGHT_AFTER = LATE.compile(_RIGHT_AFTER)
_SPRING_OF_INVASION = Period(INVASION, date(INVASION.year, 5, 31))
_NAMED = (
    rf"{_RIGHT_AFTER}|(?:first|перш\w*|перв\w*) {_PART}{_OF_WAR}"
    rf"|{_SEASON} (?:of )?(?:19|20)\d\d|{DATE}"
)
# What sets one time against another: "rather than that first spring", "а не у перший рік".
_AGAINST = LATE.compile(
    r"\b(?:(?:and |but |just )?not (?:just |only )?|rather than |instead of |as opposed to "
    r"|а не |и не |та не |але не |но не |зам[ие]?ст\w* |вместо? |не (?=(?:\w+ ){1,5}(?:а|але|но) ))"
    r"(?:the ones |those |ones |anything |stuff |any |just |all )?"
    r"(?:(?:in|from|of|during|at|on|within|back in|у|в|за|з|с|из) )?"
    rf"(?:(?:that|the|those|this|its|тои|т[ауе]|ти[еи]?) )?(?:very )?({_NAMED})\b"
)
_NOT_ONLY = LATE.compile(r"\bnot (?:just|only) ")


def without_time_against(joined: str, read: Callable[[str], Period | None]) -> str:
    """Normalised words without a time that the one they name is set against, where both can be ``read`` and no day
    belongs to both; the same words where there is none such: "in 2022, not in March" leaves a part of it out.
    """
    match = _AGAINST.search(joined)
    if match is None or _NOT_ONLY.match(joined, match.start()):
        return joined
    rest = f"{joined[: match.start()]}{joined[match.end() :]}"
    asked = read(rest)
    return rest if asked and _lies_apart(asked, _time_of(match[1], read)) else joined


def words_of_time_against(joined: str) -> frozenset[str]:
    """The normalised words by which a time is set against another."""
    match = _AGAINST.search(joined)
    return frozenset(match.group().split() if match else ())


def is_set_against_another(joined: str, asked: Period | None) -> bool:
    """Whether a time that is ruled out has no day of the one that is ``asked`` for, and leaves nothing out of it."""
    match = _AGAINST.search(joined)
    return match is not None and asked is not None and _lies_apart(asked, _time_of(match[1], single))


def _time_of(named: str, read: Callable[[str], Period | None]) -> Period | None:
    """The time that is ruled out; the first of anything is of the year of the invasion."""
    if any(char.isdigit() for char in named):
        return read(named)
    if _IS_RIGHT_AFTER.match(named):
        return _SPRING_OF_INVASION
    year = str(INVASION.year)
    return read(f"{named.split()[1]} {year}") or read(year)


def _lies_apart(asked: Period, other: Period | None) -> bool:
    if other is None:
        return False
    behind = asked.since is not None and other.until is not None and asked.since > other.until
    return behind or (asked.until is not None and other.since is not None and asked.until < other.since)
