"""Spans of time that are reckoned from the invasion: since it, its first weeks, its years and anniversaries. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.counted_times import DAYS, NUMBER_CYRILLIC, NUMBERS, around, count_cyrillic, days_of_unit
from cogs.lookup.times.dated import MONTH, PART, single
from cogs.lookup.times.spans import Period
from db.record.derivation import INVASION
from db.record.vocabulary import vocabulary

# How people speak of the day on which it began: "once the tanks rolled in", "when Putin invaded".
_WAR_BEGAN = LATE.compile(
    r"\b(?:(before|until|till|prior to|до|перед) |(?:after|since|once|when|as soon as) )?(?:the )?"
    r"(?:(?:russian )?(?:tanks?|troops|bombs?|missiles?|rockets?|shells) (?:\w+ ){0,2}?"
    r"(?:roll\w*|fall\w*|fell|cross\w*|start\w* flying)(?: (?:in|over|down))?"
    r"|(?:putin|russia|russians|kremlin|moscow) (?:invaded|attacked|marched in|went in|rolled in)"
    r"|(?:когд\w*|коли?|щоин\w*|як тильк|как тольк|як) (?:начал\w*|почал\w*|розпочал\w*) "
    r"(?:повномасштабн\w* |полномасштабн\w* )?(?:вои[н]?\w*|виин\w*|вторгнен\w*|вторжен\w*))\b(?: ukraine\b)?"
)
# Without one of these no text speaks so, and most have none.
_WORDS_OF_ITS_BEGINNING = (
    "tank", "troops", "bomb", "missile", "rocket", "shells", "invaded", "attacked", "marched in", "went in",
    "rolled in", "начал", "почал",
)  # fmt: skip
_WAR_WORDS = (
    r"(?:the )?(?:full scale |full |russian |russia |putin )?"
    r"(?:invasion|war"
    r"|(?:напад\w*|нападен\w*|атак\w*) (?:рос\w*|москв\w*|путин\w*)"
    r"|(?:начал\w* |початк\w* )?(?:вои\w*|виин\w*)|вторжен\w*|вторгнен\w*)"
)
_SINCE_WAR = LATE.compile(rf"\b(?:since|after|from|с|посл|з|писл) {_WAR_WORDS}")
_FIRST_OF_WAR = LATE.compile(
    r"\bfirst (?:(\d{1,3}|hundred|few|couple of|two|three|four|five|six|ten) )?(day|week|month|year)s?\b"
    r"(?:(?: (?:of|after|into) (?:the )?(?:full scale )?(?:war|invasion)\b)|(?! (?:of|after|in|to|that)))"
)
_FIRST_OF_WAR_CYRILLIC = LATE.compile(
    r"\b(?:в|у|за|на|протяг\w*|впродовж|упродовж|в течен\w*) (?:сам\w* )?(?:перв|перш)\w* (?:же )?"
    rf"(?:({NUMBER_CYRILLIC}) )?(тиж|недел|мисяц|месяц|дн|ден)\w*\b"
    rf"(?! (?:{MONTH})\b)"
)
# "Within two weeks of the invasion"; the same in Cyrillic: "протягом двох тижнів після вторгнення".
_WITHIN_OF_WAR = LATE.compile(
    r"\b(?:within|in|inside) (?:the )?(?:first )?(\d{1,3}|a|one|few|couple of|two|three|four|five|six|ten|twelve) "
    rf"(day|week|month|year)s? (?:of|after|from|since|following|into) {_WAR_WORDS}"
)
_WITHIN_OF_WAR_CYRILLIC = LATE.compile(
    rf"\b(?:в|у|за|протяг\w*|впродовж|упродовж|течен\w*) (?:({NUMBER_CYRILLIC}) )?(дн\w*|ден\w*|тиж\w*|недел\w*"
    rf"|мисяц\w*|месяц\w*|рок\w*|рик|год\w*) (?:(?:посл|писл|вид|з|с|от) )(?:момент\w* )?{_WAR_WORDS}"
)
# "After the first year of the war".
_AFTER_FIRST_YEAR = LATE.compile(
    rf"\b(?:after|посл|писл) (?:the )?(?:first|перв\w*|перш\w*) (?:year|рок\w*|рик|год\w*) (?:of )?{_WAR_WORDS}"
)
# The day itself, or the days around it: "on the first anniversary", "for the one-year mark".
_ORDINALS: Mapping[str, int] = vocabulary("numbers")["of_anniversaries"]
_NTH = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ANNIVERSARY = LATE.compile(
    rf"\b(?:({_NTH})\w* )?(?:year )?(?:anniversary|ричниц\w*|роковин\w*|годовщин\w*)"
    r"(?: (?:of|since|after))? (?:the )?(?:full scale |повномасштабн\w* |полномасштабн\w* )?"
    r"(?:war\b|invasion\b|вторгнен\w*|вторжен\w*|вои[н]?\w*|виин\w*)"
)
# "Still standing on the first anniversary": of what, need not be said.
_BARE_ANNIVERSARY = LATE.compile(
    rf"\b(on|by|at|to|на|к|в|у) (?:the |its )?({_NTH})\w* (?:anniversary|ричниц\w*|роковин\w*|годовщин\w*)\b"
)
# A time that begins or ends with it: "after the first anniversary", "до другої річниці".
_BOUND_BEFORE = LATE.compile(
    r"\b(?:(after|since|from|past|following|писл|посл)|(by|к)|(?:before|until|till|prior to|перед|до))"
    r" ?(?:the |its |war s )?$"
)
_BOUND_BY_ANNIVERSARY = LATE.compile(
    rf"\b(after|since|past|following|before|until|till|prior to|писл|посл|перед|до) (?:the |its )?({_NTH})\w* "
    r"(?:anniversary|ричниц\w*|роковин\w*|годовщин\w*)\b"
)
# The first, where it is not said which: "until after the invasion anniversary".
_ITS_ANNIVERSARY = LATE.compile(r"\b(?:(?:invasion|war)(?: s)? )anniversary\b")
_ANNIVERSARY_IN = LATE.compile(r"\b(?:anniversary|ричниц\w*|роковин\w*|годовщин\w*) (?:in|of|в|у) (202[3-9])\b")
_YEAR_MARK = LATE.compile(
    rf"\b({_NTH})\w* year (?:mark|point)\b|\b(?:the )?war s ({_NTH})\w* (?:anniversary|birthday)\b"
)
_DAYS_AROUND = timedelta(days=7)
_YEAR_OF_WAR = LATE.compile(
    rf"\b({_NTH})\w* (?:year|рик\w*|роц\w*|год\w*) (?:of |into )?(?:the )?(?:full scale )?"
    r"(?:war\b|invasion\b|вои\w*|виин\w*)"
)
# "One year to the day after the invasion", "more than a year into the war", "two months after it".
_OR_LATER = (
    r"(?:or|and|и|та|або|или|чи|й) (?:more|later|longer|over|beyond|бол|больш\w*|бильш\w*|позж\w*|поздн\w*|пизниш\w*)"
)
_AFTER_SO_LONG = LATE.compile(
    r"\b(?:(exactly|precisely|just|more than|over|at least|longer than|ровн|ривн|больш|бильш|понад|свиш"
    r"|не раниш|не раньш|щонаименш|як минимум|как минимум)\w* (?:чем |ниж )?)?"
    r"(?:(?:чере[зс]|спуст\w*) )?"
    r"(?:(half an?|a|an|one|two|three|four|five|six|ten|twelve|пив|пол|полтор\w*|пивтор\w*|"
    rf"\d{{1,3}}|{NUMBER_CYRILLIC}) )?(?:(?:whole|full|entire|целы?\w*|цил\w*) )?"
    r"(day|week|month|year|дн|ден|тиж|недел|мисяц|месяц|год|рок|рик|лет|полгод|пиврок|пиврич)\w* "
    rf"(and a half |[зс] половин\w* )?(?:спуст\w* |потом |пот )?({_OR_LATER} )?"
    r"(to the day )?(?:after|since|from|into|past|посл|писл|вид|от) (?:the )?"
    r"(?:start of |beginning of |почат\w* |начал\w* )?"
    rf"{_WAR_WORDS}( (?:(?:began|started|begun|почал\w*|начал\w*) )?{_OR_LATER})?"
)
_LATER_SAID = LATE.compile(r"\b(?:чере[зс]|спуст)")
_HALVES = {"пив": 0.5, "пол": 0.5, "полтор": 1.5, "пивтор": 1.5}
_HALF_YEARS = ("полгод", "пиврок", "пиврич")
_MONTHS_OF_YEAR = 12
_OF_THE_DAY = frozenset({"exactly", "precisely", "just", "ровн", "ривн"})
# How wide the time is that is "two months after" something, on either side.
_AROUND = {"day": 1, "week": 3, "month": 10, "year": 30}
# "The same week as the invasion", "the month the war began", "того ж місяця, що почалося вторгнення".
_UNIT_OF_WAR = LATE.compile(
    r"\b(?:the |that |very |same |exact )*(day|week|month|year) (?:of|as|when|in which|that|where)?(?: ?the)? ?"
    r"(?:day of )?(?:the )?(?:full scale |russian |russia |putin )?(?:invasion|war)\b(?: (?:began|started|begun))?"
)
_UNIT_OF_WAR_CYRILLIC = LATE.compile(
    r"\b(дн|ден|тиж|недел|мисяц|месяц|рок|рик|роц|год)\w* (?:(?:в|у|на|за) )?"
    r"(?:що|коли?|когд\w*|что|котор\w*|яки\w*|як) "
    r"(?:(?:розпочал|почал|начал)\w* )?(?:сам\w* )?(?:повномасштабн\w* |полномасштабн\w* )?"
    r"(?:вои[н]?\w*|виин\w*|вторгнен\w*|вторжен\w*)(?: (?:розпочал|почал|начал)\w*)?"
)
# A number of them, "the first of them" or "after it" is another time.
_COUNTED_UNIT = LATE.compile(
    r"\b(?:\d+(?:st|nd|rd|th|го|и|й)?|an?|one|last|every|each|whole|entire|what|which|per|кажд\w*|кожн\w*|котор\w*|как\w*"
    rf"|яки?\w*|останн\w*|последн\w*|{_NTH}|{'|'.join(NUMBERS)})\w* $"
)
# What a suspension is to last until is no time in which something was done.
_TILL_ITS_END = LATE.compile(
    r"\b(?:until|till|before|when|as long as|while) (?:the )?(?:russian )?"
    r"(?:war|invasion|fighting|hostilities|aggression) (?:\w+ )?"
    r"(?:ends?|ended|over|stops?|stopped|ceases?|lasts?|continues|goes on)\b"
    r"|\b(?:until|till|by|before) (?:the )?(?:end|close) of (?:the )?(?:war|invasion|hostilities|fighting)\b"
    r"|\b(?:до|пок[аи]?) (?:не )?(?:ки?о?н[ец]\w*|закинч\w*|законч\w*|окончан\w*|заверш\w*|скинч\w*|конч\w*) "
    r"(?:вои[н]?\w*|виин\w*|вторгнен\w*|вторжен\w*)"
    r"|\b(?:пок[аи]?|док[аи]?) (?:\w+ )?(?:иде|идет|трива\w*|длит\w*) (?:вои[н]?\w*|виин\w*)"
)
_BEFORE_WAR = LATE.compile(
    rf"\b(?:before|prior to|until|pre|(?:on )?the eve of|eve of|до|напередодн\w*|накануне?|перед) {_WAR_WORDS}"
)
# Without one of these no text reckons from the invasion.
_WORDS_OF_IT = (
    "invasion", "war", "напад", "атак", "вои", "виин", "вторж", "вторг", "first", "перв", "перш", "anniversary",
    "ричниц", "роковин", "годовщин", "year mark", "year point",
)  # fmt: skip
_NAMES_OF_IT = ("invasion", "war", "вои", "виин", "вторж", "вторг")
# The first that came after it began: "by the end of that first March", "the first summer of the war". In Cyrillic "того
# першого березня" is a day, unless its end or its war is named.
_MONTH_OR_PART = rf"({MONTH}|{PART})"
_FIRST_OF_ITS_YEAR = LATE.compile(
    rf"\b(?:that|its|their) (?:very )?first {_MONTH_OR_PART}\b(?! \d)(?: (?:of|into) {_WAR_WORDS})?"
    rf"|\b(?:the )?(?:first|перш\w*|перв\w*) {_MONTH_OR_PART} (?:(?:of|into) )?{_WAR_WORDS}"
    rf"|(?:(?<=кинц )|(?<=конц )|(?<=кинец )|(?<=конец ))(?:т\w{{1,3}} )?(?:сам\w* )?(?:перш\w*|перв\w*) "
    rf"{_MONTH_OR_PART}\b(?! \d)"
)
WAR_TO = LATE.compile(
    rf"\b(between|from|миж|межд\w*|з|с|вид) {_WAR_WORDS} "
    rf"(?=(?:and|to|until|till|та|и|до) (?:\w+ ){{0,3}}?(?:\d|{MONTH}))"
)


def without_its_end(joined: str) -> str:
    """The same without the end of the war as what something is to last until."""
    return _TILL_ITS_END.sub("", joined)


def with_its_first_months(joined: str) -> str:
    """The same with the year of a month or season that was the first since it began: "that first March"."""
    if "first" not in joined and "пер" not in joined:
        return joined
    return _FIRST_OF_ITS_YEAR.sub(lambda it: f"{next(filter(None, it.groups()))} {INVASION.year}", joined)


def with_the_invasion(joined: str) -> str:
    """The same with the invasion by its name, where it is told by what happened: "once the tanks rolled in"."""
    if not any(word in joined for word in _WORDS_OF_ITS_BEGINNING):
        return joined
    return _WAR_BEGAN.sub(lambda match: f"{'before' if match[1] else 'since'} invasion", joined)


def of_its_beginning(joined: str) -> Period | None:
    """The day, week, month or year in which the invasion began: "the same week as the invasion"."""
    if not any(word in joined for word in _NAMES_OF_IT):
        return None
    match = (_UNIT_OF_WAR if joined.isascii() else _UNIT_OF_WAR_CYRILLIC).search(joined)
    before = joined[: match.start()] if match else ""
    if match is None or _COUNTED_UNIT.search(before):
        return None
    begun, over = _span_of_unit(days_of_unit(match[1]))
    if (lead := _BOUND_BEFORE.search(before)) is None:
        return Period(begun, over, exact=begun == over)
    return Period(begun, None) if lead[1] else Period(None, begun - timedelta(days=1))


def _span_of_unit(days: int) -> tuple[date, date]:
    """The first and the last day of what is so many days long and has its beginning in it; a week begins with it."""
    if days <= DAYS["week"]:
        return INVASION, INVASION + timedelta(days=days - 1)
    if days == DAYS["month"]:
        return INVASION.replace(day=1), _months_after(1).replace(day=1) - timedelta(days=1)
    return INVASION.replace(month=1, day=1), INVASION.replace(month=12, day=31)


def around_the_war(joined: str) -> Period | None:
    """A span that is reckoned from the invasion: before, since, its first weeks, one of its years, an anniversary."""
    if not any(word in joined for word in _WORDS_OF_IT):
        return None
    if _AFTER_FIRST_YEAR.search(joined):
        return Period(INVASION.replace(year=INVASION.year + 1), None)
    if first := _within_of_war(joined):
        return first
    if anniversary := _anniversary(joined):
        return anniversary
    if (match := _YEAR_OF_WAR.search(joined)) and (number := _ORDINALS[match[1]]) > 1:
        return Period(_years_after(number - 1), _years_after(number) - timedelta(days=1))
    if match := _BEFORE_WAR.search(joined):
        return around(INVASION, joined[: match.start()], earlier=True)
    match = _SINCE_WAR.search(joined)
    return around(INVASION, joined[: match.start()], earlier=False) if match else None


def _anniversary(joined: str) -> Period | None:
    """An anniversary of the invasion: the day itself, or the days around it where a mark is spoken of."""
    if match := _ANNIVERSARY.search(joined):
        return _of_day(_years_after(_ORDINALS[match[1] or "first"]), joined[: match.start()])
    if match := _ITS_ANNIVERSARY.search(joined):
        return _of_day(_years_after(1), joined[: match.start()])
    if match := _ANNIVERSARY_IN.search(joined):
        return _of_day(INVASION.replace(year=int(match[1])), joined[: match.start()])
    if match := _BOUND_BY_ANNIVERSARY.search(joined):
        return _of_day(_years_after(_ORDINALS[match[2]]), joined[: match.end(1)])
    if match := _BARE_ANNIVERSARY.search(joined):
        return _of_day(_years_after(_ORDINALS[match[2]]), match[1])
    if match := _YEAR_MARK.search(joined):
        day = _years_after(_ORDINALS[match[1] or match[2]])
        return Period(day - _DAYS_AROUND, day + _DAYS_AROUND)
    return None


def _of_day(day: date, before: str) -> Period:
    """A day itself, or the time before it or after it, as the last of the words ``before`` it says."""
    lead = _BOUND_BEFORE.search(before)
    if lead is None:
        return Period(day, day, exact=True)
    if lead[2]:
        # "By the first anniversary": that day as well.
        return Period(None, day)
    return around(day, before[: lead.start()], earlier=not lead[1])


def _within_of_war(joined: str) -> Period | None:
    """The first days, weeks, months or years of the war, or so long after it began."""
    if match := _WITHIN_OF_WAR.search(joined):
        count = match[1]
        number = int(count) if count.isdigit() else NUMBERS.get(count, 1)
        return Period(INVASION, INVASION + timedelta(days=number * DAYS[match[2]]))
    if match := _WITHIN_OF_WAR_CYRILLIC.search(joined) or _FIRST_OF_WAR_CYRILLIC.search(joined):
        return Period(INVASION, INVASION + timedelta(days=count_cyrillic(match[1]) * days_of_unit(match[2])))
    if after := _after_so_long(joined):
        return after
    if match := _FIRST_OF_WAR.search(joined):
        count = match[1] or "1"
        number = int(count) if count.isdigit() else NUMBERS[count]
        return Period(INVASION, INVASION + timedelta(days=number * DAYS[match[2]]))
    return None


def _after_so_long(joined: str) -> Period | None:
    """The day so long after the invasion, the days around it, or all since."""
    match = _AFTER_SO_LONG.search(joined)
    if match is None:
        return None
    lead, count, unit, and_half, later, to_the_day, later_still = match.groups()
    open_end = later or later_still or (lead and lead not in _OF_THE_DAY)
    if not (
        lead or count or to_the_day or open_end or and_half or unit in _HALF_YEARS or _LATER_SAID.search(match.group())
    ):
        return None
    number = _so_many(count) + bool(and_half) / 2
    number = number / 2 if unit in _HALF_YEARS else number
    name = unit if unit in DAYS else next(it for it in DAYS if DAYS[it] == days_of_unit(unit.removeprefix("пол")))
    day = (
        _months_after(round(number * _MONTHS_OF_YEAR))
        if name == "year"
        else INVASION + timedelta(days=round(number * DAYS[name]))
    )
    if to_the_day or lead in _OF_THE_DAY:
        return Period(day, day, exact=True)
    around = timedelta(days=_AROUND[name])
    return _named_beside(joined) or (Period(day, None) if open_end else Period(day - around, day + around))


def _named_beside(joined: str) -> Period | None:
    """A later time that is named beside "so long after the invasion", which says it nearer: "a year after it, in 2023";
    None where only the year of the invasion is.
    """
    named = single(joined)
    return named if named and named.since and named.since.year > INVASION.year else None


def _so_many(typed: str | None) -> float:
    """The number that is said before a unit of time: "half a", "two", "полтора"; one where none is."""
    if not typed or typed.startswith("half"):
        return 0.5 if typed else 1
    half = next((value for begins, value in _HALVES.items() if typed == begins or typed[:6] == begins[:6]), None)
    return half or (int(typed) if typed.isdigit() else NUMBERS.get(typed) or count_cyrillic(typed))


def _months_after(number: int) -> date:
    """The day so many months after the invasion began."""
    years, months = divmod(INVASION.month - 1 + number, _MONTHS_OF_YEAR)
    return INVASION.replace(year=INVASION.year + years, month=months + 1)


def _years_after(number: int) -> date:
    """The day so many years after the invasion began."""
    return INVASION.replace(year=INVASION.year + number)
