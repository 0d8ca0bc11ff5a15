"""Times as they are typed brought to the one form in which they are read: years in full, bounds by their word. Pure."""

from __future__ import annotations

import re
from datetime import date, timedelta

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.phrases.leaving_words import LEAVING_OUT
from cogs.lookup.times.bounds import NOT_EARLIER, NOT_LATER
from cogs.lookup.times.dated import DATE, DAY, INCLUSIVE, MONTH, NUMBER_OF_MONTH, PART, span
from db.record.derivation import INVASION
from db.record.months import MONTHS

# "2023-04": a month of a year; and what has no end: "till now".
_ISO_MONTH = LATE.compile(r"\b((?:19|20)\d\d) (0[1-9]|1[0-2])\b(?! \d)")
_NOW = r"(?:now|today|this day|present|the present|date|сьогодн\w*|сегодн\w*|зараз|нин\w*|сеичас|тепер\w*)\b"
_SOME_DAY = rf"(?:the )?({DAY}(?:(?:{MONTH}|{PART}) (?:of )?)?(?:19|20)\d\d) "
# "On 1 March 2022 and now" names two days and no span.
_TILL_NOW = LATE.compile(
    rf"\b(?:between |from |since |с |з |миж |межд\w* )?{_SOME_DAY}(?:to|until|till|through|по|до) {_NOW}"
)
_BETWEEN_AND_NOW = LATE.compile(rf"\b(?:between|from|since|с|з|миж|межд\w*) {_SOME_DAY}(?:and|и|та) {_NOW}")
# "24.02.2022", where it cannot be a month and a day: of Ukrainian and Russian always, else where the day is above 12.
_DOTTED = LATE.compile(r"\b(0?[1-9]|[12]\d|3[01]) (0[1-9]|1[0-2]) ((?:19|20)\d\d)\b")
_ISO = LATE.compile(r"\b((?:19|20)\d\d) (\d\d) (\d\d)\b")
# A year of two digits. Behind a month it is one where it could not be the day, or has its own ending or an "of": "до
# июня 22-го", "march of 22"; or is a year since the invasion: "by march 22", but "on March 22" and "march 22, 2022".
_ENDING = r"(?:го|му|м|й|год\w*|рок\w*)"
_YEAR_OF_MONTH = LATE.compile(
    rf"\b({MONTH}) (?:of (?:the year )?(\d\d)|(\d\d) {_ENDING}|([3-9]\d|2[2-9]))\b(?! (?:19|20)\d\d)"
)
# "Between Apr 1 and Jun 30 of '22".
_YEAR_OF_DAY = LATE.compile(rf"\b((?:{MONTH}) \d{{1,2}}(?:st|nd|rd|th)?) of (?:the year )?(\d\d)\b(?! (?:19|20)\d\d)")
_YEAR_OF_PART = LATE.compile(rf"\b({PART}) (?:of (?:the year )?|in )?(\d\d)\b(?: {_ENDING}\b)?(?! (?:19|20)\d\d)")
_YEAR_ALONE = LATE.compile(
    rf"\b(в|у|за|с|з|до|посл|писл|на|пизниш|позж|поздн|раниш|раньш) (\d\d) {_ENDING}\b(?: {_ENDING}\b)?"
)
# "Пари 89-го року".
_YEAR_OF_TIES = LATE.compile(r"\b(\d\d) го (?=(?:рок|год)\w*\b)")
# Up to now: "in 2024, 25 or this year".
_OR_THIS_YEAR = LATE.compile(
    r"\b((?:19|20)\d\d)(?: (?:19|20)?\d\d)? (?:or|and|to|till|until|through|або|чи|и|или|та|по|до) (?:in |в |у )?"
    r"(?:this year|цьог рок\w*|цьом рок\w*|цьому роц\w*|цього рок\w*|етом год\w*|етот год)\b"
)
# "До кінця 91": no number of anything else is ended or begun.
_YEAR_ENDED = LATE.compile(r"\b(end of|кинец|кинц\w*|конец|конц\w*|почат\w*|начал\w*) ([5-9]\d)\b(?! (?:19|20)\d\d)")
# "Before 87", where no noun follows of which there could be so many.
_YEAR_BOUND = LATE.compile(
    r"\b(before|until|till|prior to|pre|earlier than|older than|since|after|up to|до|перед|писл|посл|раниш|раньш) "
    r"([5-9]\d)(?: (?:го|й))?(?=$| (?:and|or|but|who|which|what|where|are|is|any|still|please|pls|then"
    r"|и|та|або|или|чи|але|но|а|хто|кто|яки|каки|рок\w*|год\w*)\b)"
)
# By the end of a year in which ties were made: whatever was made before it as well.
_BY_END_OF_OLD_YEAR = LATE.compile(
    r"\b(?:by|until|till|before|up to|до|к|на|по) (?:the )?(?:end of|кинец\w*|кинц\w*|конец|конц\w*) (?:the )?"
    r"(?:рок\w* |год\w* )?(19\d\d|200\d)\b"
)
_TWO_DIGITS = LATE.compile(r"\b\d\d\b")
_CENTURY = 100
# "С сентября по новый год 2022-го", "from September to Christmas 2022": to the end of that year.
_TILL_NEW_YEAR = LATE.compile(
    r"\b(to|till|until|through|and|по|до|и|та|под) (?:the )?(?:new years?(?: eve| day)?|christmas"
    r"|нов\w* (?:год\w*|рок\w*|рик)|риздв\w*|рождеств\w*) (?:of )?((?:19|20)\d\d)\b"
)
_ENDS_AT_NEW_YEAR = LATE.compile(r"\b(?:to|till|until|through|and|до|по|и|та|под|пид) (?:the )?$")
# "Before mid-March": its middle day. "April or later" has no year of its own, "the end of that year" is of the war's.
_MIDDLE_BOUND = LATE.compile(
    r"\b(before|by|until|till|after|since|from|between|and|to|до|писл|посл|з|с|вид|по|к|на) "
    rf"(?:the )?(?:mid|middle of|середин\w*) (?:of )?(?=(?:{MONTH})\b)"
)
_MONTH_OR_LATER = LATE.compile(
    rf"\b({MONTH}) (?:(?:or|and) (?:later|after|since)|onwards?|(?:або|чи|или|и|та) (?:пизниш|позж|дал)\w*)\b"
)
_END_OF_ITS_YEAR = LATE.compile(
    r"\b(?:the )?(?:end of (?:the|that|the same) year|кинц\w* (?:тог\w* )?(?:ж )?рок\w*"
    r"|конц\w* (?:тог\w* )?(?:ж )?год\w*)\b"
)
# "Before the year 2000"; "at New Year 2023", "на новый 2023 год" is its first day, its eve the last one of the year.
_THE_YEAR = LATE.compile(r"\b(?:the )?(?<!new )years? (?=(?:19|20)\d\d\b)")
_AT_NEW_YEAR = LATE.compile(
    r"\b(?<!since )(?<!after )(?<!from )(?<!past )(?<!посл )(?<!писл )"
    r"(?:new years?(?: s)?( eve)?(?: day)? (?:of |in )?((?:19|20)\d\d)"
    r"|(?<=\b[нд][ао] )нов\w* ((?:19|20)\d\d) (?:го )?(?:год|рок|рик|роц)\w*"
    r"|нов\w* (?:год|рок|рик|роц)\w* ((?:19|20)\d\d))\b"
)
# The same of the year that is named before it: "between Sept 2022 and New Year's".
_TILL_ITS_NEW_YEAR = LATE.compile(
    r"\b((?:19|20)\d\d) (to|till|until|through|and|по|до|и|та|под) (?:the )?(?:new years?(?: eve| day)?"
    r"|christmas|(?:the )?end of (?:the|that) year|year s end|year end|нов\w* (?:год\w*|рок\w*|рик)|риздв\w*"
    r"|рождеств\w*|кинц\w* рок\w*|конц\w* год\w*)\b(?! (?:of )?(?:19|20)\d\d)"
)
# "Up to and including 1987" takes in that year, as "through 1987" does.
_TO_ITS_YEAR = LATE.compile(
    r"\b(?:(?:up )?(?:to|until|till)(?: and| &)? incl\w*|up (?:to|until|till)|through|not? (?:later|newer) than"
    r"|(?:in|from) or before) (?:the end of )?(?=(?:19|20)\d\d\b)"
    r"|\b(?:by|to|till|until|up to|по|до) (?=(?:19|20)\d\d (?:incl\w*|включн\w*|включительн\w*))"
)
_WINTER = LATE.compile(
    r"\b(?:(?:in|over|during) )?(?:the )?(?:winter|зим\w*|взимк\w*) (?:of )?((?:19|20)\d\d) "
    r"(?:to |and |на )?((?:19|20)\d\d)\b"
)
_SHORT_RANGE = LATE.compile(r"\b(19|20)(\d\d) (\d\d)\b(?! \d)")
# Two months that a year is named beside: "in 2022, from June through August".
_MONTHS_APART = LATE.compile(
    rf"\b(?:{MONTH}) (?:through|to|till|until|по|до) (?:{MONTH})\b(?! (?:(?:of|in) )?(?:19|20)\d\d| \d)"
)
_A_YEAR = LATE.compile(r"\b(?:19|20)\d\d\b")
# The month behind its year: "in '22, April".
_YEAR_THEN_MONTH = LATE.compile(
    rf"(?<!\d )\b((?:19|20)\d\d) ({MONTH}|spring|summer|autumn|fall|winter|весн|лит|лет|осин|осен|зим)\b(?! \d)"
)
# A list that is called by its year: no act is of that year.
_NAMED_LIST = LATE.compile(
    r"(?<!\d )(?<!\d of )\b20\d\d (?=(?:chambers? )?(?:of commerce )?(?:list|roster|register|directory|roll)\b)"
    r"|(?<=\blist )(?:of|from) 20\d\d\b|(?<=\broster )(?:of|from) 20\d\d\b"
    r"|(?<=\bпалат )(?:(?:сша|за|от|вид|з|из|с) )?20\d\d\b(?: (?:год\w*|рок\w*|роц\w*|рик\w*))?"
    r"|(?:(?<=\bсписк )|(?<=\bсписок ))(?:(?:за|от|вид|з|из|с) )?20\d\d\b(?: (?:год\w*|рок\w*|роц\w*|рик\w*))?"
    r"|(?:(?<=\bперелик )|(?<=\bперечн ))20\d\d\b(?: (?:год\w*|рок\w*|роц\w*|рик\w*))?"
)
# A bound that takes in its day: "through 8 March 2022", "by close of business on March 8, 2022".
_WITH_ITS_DAY = (
    r"(?:(?:all the way |up )?through|up to and including|until and including|(?:no|not) later than|on or before"
    r"|(?:by|until|till|at|before|as of) (?:the )?(?:close(?: of (?:business|play|trading))?|cob|eob|eod"
    r"|end of (?:the )?day|midnight|evening)|не (?:пизниш\w*|позж\w*|поздн\w*)(?: ниж| чем| за)?"
    r"|(?:до|на|к) (?:кинц|конц)\w* дн\w*) (?:on |of )?(?:the )?"
)
_BEHIND_ITS_DAY = r"(?: (?:inclusive|included|включн\w*|включительн\w*))"
_DAY_OF_MONTH = rf"(\d{{1,2}}) (?:of )?({MONTH}) ((?:19|20)\d\d)"
_MONTH_AND_DAY = rf"({MONTH}) (?:the )?(\d{{1,2}}) ((?:19|20)\d\d)"
_TO_ITS_DAY = LATE.compile(
    rf"\b(?:{_WITH_ITS_DAY}(?:{_DAY_OF_MONTH}|{_MONTH_AND_DAY}|({MONTH}) ((?:19|20)\d\d))\b{_BEHIND_ITS_DAY}?"
    rf"|(?:by|until|till|up to|до|к) (?:{_DAY_OF_MONTH}|{_MONTH_AND_DAY}){_BEHIND_ITS_DAY}\b"
    rf"|by (?:the )?(?:{_DAY_OF_MONTH}|{_MONTH_AND_DAY})\b)"
)
# So near before it a span begins: "from 7 to 9 March".
_BEGINS_A_SPAN = LATE.compile(
    rf"\b(?:from|between|since|starting|з|с|зи|вид|от|миж|межд\w*|\d+|{MONTH})(?: \w+){{0,3}} $"
)
_BEGINS_YEARS = LATE.compile(r"(?:\b(?:from|between|since|starting|з|с|зи|вид|от|миж|межд\w*)(?: \w+){0,4}|\d{4}) $")
# A part of a month is taken for all of it: "the end of February 2022".
_PART_OF_MONTH = LATE.compile(
    r"\b(?:the )?(?:end|beginning|start|middle|first days?|last days?|early|mid|late|кинец\w*|кинц\w*|почат\w*|конец"
    rf"|конц\w*|начал\w*) (?:of |in )?(?:the )?(?={MONTH}\b)"
)
# "By the end of March 2022" takes in all of the month.
_BY_END_OF_MONTH = LATE.compile(
    r"\b(?:by|until|till|before|up to|as of|at|on|до|к|на|по) (?:the )?(?:end of|кинец\w*|кинц\w*|конец|конц\w*) "
    rf"(?:the )?({MONTH}) ((?:19|20)\d\d)\b"
)
_SHORT_DECADE = LATE.compile(r"\b(?:the|in|from|mid|early|late|в|у|з|с|60х|70х) ?([5-9])0 ?(?:s|х|и|е|ті|ых|их)\b")
# The same without a word that leads to it: "ties of 80s", "связи 80-х".
_BARE_DECADE = LATE.compile(r"(?<![\d ] )\b([5-9])0 ?(?:s|х)\b")
_DECADES = {"seventies": 7, "eighties": 8, "nineties": 9}
# The same in Cyrillic. The number alone ends alike once it is normalised, so a word must lead to it.
_DECADES_CYRILLIC = {
    "семидесят": 7, "симдесят": 7, "восьмидесят": 8, "висимдесят": 8, "девяност": 9, "девьяност": 9,
}  # fmt: skip
_SAID_DECADE_CYRILLIC = LATE.compile(
    rf"\b(с|со|з|из|зи|в|у|вид|от|до) ((?:\w+ )?)({'|'.join(_DECADES_CYRILLIC)})\b(?! (?:\w+ )?(?:процент|видсот))"
)
# "Побратимства восьмидесятых годов": its years stand behind it.
_DECADE_OF_YEARS = LATE.compile(rf"\b({'|'.join(_DECADES_CYRILLIC)}) (?=(?:год|рок)\b)")
# "Після двохтисячного року": the year, and not its decade, bounds what came then.
_YEAR_2000 = LATE.compile(
    r"\b(до|писл|посл|з|с|вид|от|раньш|раниш|позж|пизниш) (?:двухтисячн|двотисячн|двохтисячн) (?=(?:год|рок)\b|$)"
)
# The first decade of the century by its names.
_NOUGHTIES = LATE.compile(
    r"\b(?:noughties|naughties|aughts|нульов\w*|нулев\w*|двухтисячн\w*|двотисячн\w*|двохтисячн\w*)\b"
)
_DIGIT = LATE.compile(r"\d")
_SAID_DECADE = LATE.compile(rf"\b({'|'.join(_DECADES)})\b")
# A time that is to be left out: "exclude anything from 2023".
_NEW_YEAR = LATE.compile(
    r"\b(?:after|since|from|past|посл|писл) (?:the )?(?:new years?(?: day)?|нов\w*(?: (?:год\w*|рок\w*))?)"
    r" ((?:19|20)\d\d)"
)
# Bounds that a "not" turns round: "no earlier than 2024", "не раньше"; and "newer than 2000".
_NOT_EARLIER = LATE.compile(
    rf"\b(?:{'|'.join(NOT_EARLIER)}|(?:no|not) (?:any )?older than|not before) (?:in |з |с |у |в )?"
)
# "Waited till 2023" is not before it.
_WAITED = LATE.compile(
    r"\b(?:wait\w*|held (?:off|out)|hold(?:ing)? (?:off|out)|dragged on|took (?:them|it|theirs)|чекал\w*|ждал\w*"
    r"|тягну\w*|тянул\w*|зволикал\w*) (?:\w+ )?(?:until|till|до|аж до) (?=(?:the )?(?:\w+ )?(?:19|20)\d\d)"
)
_NOT_LATER = LATE.compile(rf"\b(?:{'|'.join(NOT_LATER)}) (?:in )?(?=(?:19|20)\d\d)")
_NEWER_THAN = LATE.compile(
    r"\b(?:(?:newer|younger|more recent|fresher) than|нов[иеы]\w{0,4} (?:за|ниж|чем)"
    r"|нов (?:за |ниж |чем )?(?=(?:19|20)\d\d)"
    r"|молодш\w* (?:за|ниж|чем)|(?:младш\w*|молож\w*)(?: чем| за| ниж)?) ?(?=(?:19|20)\d\d)"
)
_LEFT_OUT = LATE.compile(
    rf"\b(?:{LEAVING_OUT}|outside(?: of)?|but not) "
    rf"(?:anything |everything |those |the ones |any |all )?(?:(?:from|in|of|за|у|в|з|с) )?{DATE}\b"
)
# A month without its year that is left out of a longer time: "in 2022, but not in March".
_MONTH_LEFT_OUT = LATE.compile(
    rf"\b(?:{LEAVING_OUT}(?: for)?|but not|але не|но не"
    rf"|а не|тильк не|тольк не) (?:those |the ones |anything |that |of |from |in |за |у |в |з |с |не )*(?:{MONTH})\b"
)
_MOST_MONTHS, _MIDDLE = 12, 15
# "In April 2023, 10 to 0" tells of a vote, and of no October.
VOTE_BEHIND_YEAR = LATE.compile(r"(?<=[a-zа-я] [12]\d\d\d) \d{1,2} (?:to |на |прот\w* )?\d{1,2}\b(?! \d)")


def has_digits(joined: str) -> bool:
    """Whether a text has any number in digits: most have none, and name no date."""
    return _DIGIT.search(joined) is not None


def spelt_out(joined: str) -> str:
    """The same with ranges, numbers of months and parts of them as they are read, without what is to be left out."""
    if not has_digits(joined):
        return _NOT_EARLIER.sub("since ", _NEWER_THAN.sub("after ", _PART_OF_MONTH.sub("", joined)))
    joined = _LEFT_OUT.sub("", joined)
    joined = _PART_OF_MONTH.sub("", _BY_END_OF_MONTH.sub(_to_next, _NAMED_LIST.sub("", joined)))
    joined = _YEAR_THEN_MONTH.sub(r"\2 \1", _with_year_of_its_months(joined.replace(" thru ", " through ")))
    joined = _TILL_ITS_NEW_YEAR.sub(r"\1 \2 december \1", _TILL_NEW_YEAR.sub(r"\1 december \2", joined))
    joined = _TO_ITS_YEAR.sub(_to_the_end_of_its_year, joined)
    joined = _WINTER.sub(r"between december \1 and february \2", _SHORT_RANGE.sub(_whole_range, joined))
    if not joined.isascii():
        joined = _DOTTED.sub(lambda m: f"{int(m[1])} {MONTHS[int(m[2]) - 1].casefold()} {m[3]}", joined)
    joined = _ISO.sub(lambda m: f"{int(m[3])} {MONTHS[min(12, max(1, int(m[2]))) - 1].casefold()} {m[1]}", joined)
    joined = _BY_END_OF_OLD_YEAR.sub(lambda it: f"before {int(it[1]) + 1}", joined)
    joined = _TO_ITS_DAY.sub(_to_the_day_after, joined)
    joined = _ISO_MONTH.sub(lambda m: f"{MONTHS[int(m[2]) - 1].casefold()} {m[1]}", joined)
    joined = _NEW_YEAR.sub(r"since \1", _BETWEEN_AND_NOW.sub(r"since \1", _TILL_NOW.sub(r"since \1", joined)))
    return _NOT_LATER.sub(
        "by the end of ", _NOT_EARLIER.sub("since ", _WAITED.sub("since ", _NEWER_THAN.sub("after ", joined)))
    )


def _with_year_of_its_months(joined: str) -> str:
    """The same with the one year that is named behind the months that it is of: "2022: June through August"."""
    months, years = _MONTHS_APART.search(joined), {*_A_YEAR.findall(joined)}
    if months is None or len(years) != 1:
        return joined
    (year,) = years
    before, behind = _A_YEAR.sub("", joined[: months.end()]), _A_YEAR.sub("", joined[months.end() :])
    return " ".join(f"{before} {year} {behind}".split())


def _new_years_day(match: re.Match[str]) -> str:
    """New Year as its day; where a span ends with it, as it was."""
    if not match[3] and _ENDS_AT_NEW_YEAR.search(match.string[: match.start()]):
        return match.group()
    return f"31 december {match[2]}" if match[1] else f"1 january {match[2] or match[3] or match[4]}"


def with_plain_years(joined: str) -> str:
    """The same without the word "year" before one in figures, and with the day of a New Year: "the year 2000"."""
    joined = _MONTH_OR_LATER.sub(r"since \1", _MIDDLE_BOUND.sub(rf"\1 {_MIDDLE} ", joined))
    if has_digits(joined):
        return _AT_NEW_YEAR.sub(_new_years_day, _THE_YEAR.sub("", joined))
    of_war = any(word in joined for word in ("speech", "invasion", "промов", "выступ", "виступ", "вторг", "вторж"))
    return _END_OF_ITS_YEAR.sub(f"31 december {INVASION.year}", joined) if of_war else joined


def with_whole_years(joined: str, today: date) -> str:
    """The same with decades and years that are said in short in full: "march of 22", "summer 22", "в 22-м"; a text
    without any is not looked through.
    """
    joined = _NOUGHTIES.sub("2000s", _YEAR_2000.sub(r"\1 2000 ", joined))
    if has_digits(joined):
        joined = _OR_THIS_YEAR.sub(lambda it: f"{it[1]} to {today.year}", joined)
    if any(name in joined for name in _DECADES):
        joined = _SAID_DECADE.sub(lambda match: f"19{_DECADES[match[1]]}0s", joined)
    if not joined.isascii():
        joined = _DECADE_OF_YEARS.sub(lambda it: f"19{_DECADES_CYRILLIC[it[1]]}0s ", joined)
        joined = _SAID_DECADE_CYRILLIC.sub(lambda it: f"{it[1]} {it[2]}19{_DECADES_CYRILLIC[it[3]]}0s", joined)
    if not has_digits(joined):
        return joined
    joined = _BARE_DECADE.sub(r"19\g<1>0s", _SHORT_DECADE.sub(lambda match: f"19{match[1]}0s", joined))
    if not _TWO_DIGITS.search(joined):
        return joined
    joined = _YEAR_OF_PART.sub(lambda match: f"{match[1]} {_whole_year(match[2], today)}", joined)
    joined = _YEAR_BOUND.sub(r"\1 19\2", _YEAR_ENDED.sub(r"\1 19\2", joined))
    joined = _YEAR_OF_DAY.sub(lambda match: f"{match[1]} {_whole_year(match[2], today)}", joined)
    joined = _YEAR_OF_MONTH.sub(lambda match: _month_and_year(match, today), joined)
    if joined.isascii():
        return joined
    joined = _YEAR_ALONE.sub(lambda it: f"{it[1]} {_whole_year(it[2], today)}", joined)
    return _YEAR_OF_TIES.sub(lambda it: f"{_whole_year(it[1], today)} ", joined)


def _month_and_year(match: re.Match[str], today: date) -> str:
    """A month with its year in full; as it was, where the number is a day: "on March 22", "since Feb 24"."""
    typed = match[2] or match[3] or match[4]
    bare = match[4] is not None
    is_day = match.string[: match.start()].endswith("on ") or (
        typed == "24" and NUMBER_OF_MONTH[match[1]] == INVASION.month
    )
    if bare and (is_day or int(typed) > today.year % _CENTURY):
        return match.group()
    return f"{match[1]} {_whole_year(typed, today)}"


def _whole_year(typed: str, today: date) -> int:
    """The year that two digits stand for: the last one that has come."""
    year = today.year - today.year % _CENTURY + int(typed)
    return year if year <= today.year else year - _CENTURY


def _to_next(match: re.Match[str]) -> str:
    """By the end of a month as before the next: "by the end of March 2022" is before April 2022."""
    after = span((None, match[1], None, None, match[2]))[1] + timedelta(days=1)
    return f"before {MONTHS[after.month - 1].casefold()} {after.year}"


def _to_the_end_of_its_year(match: re.Match[str]) -> str:
    """A bound with its year as by the end of it; the second bound of a span as it was."""
    return match.group() if _BEGINS_YEARS.search(match.string[: match.start()]) else "by the end of "


def _to_the_day_after(match: re.Match[str]) -> str:
    """A bound with its day as before the next: "through 8 March 2022" is before 9 March 2022; a span as it was."""
    if _BEGINS_A_SPAN.search(match.string[: match.start()]) or INCLUSIVE.search(match.string, match.end()):
        return match.group()
    parts = [it for it in match.groups() if it]
    if parts[0] in NUMBER_OF_MONTH and not parts[2:]:
        after = span((None, parts[0], None, None, parts[1]))[1] + timedelta(days=1)
        return f"before {MONTHS[after.month - 1].casefold()} {after.year}"
    day, month = (parts[1], parts[0]) if parts[1].isdigit() else (parts[0], parts[1])
    try:
        after = date(int(parts[2]), NUMBER_OF_MONTH[month], int(day)) + timedelta(days=1)
    except ValueError:
        return match.group()
    return f"before {after.day} {MONTHS[after.month - 1].casefold()} {after.year}"


def _whole_range(match: re.Match[str]) -> str:
    """Both years of a range in full: "1988–92"; anything else, as a month behind a year, as it was."""
    century, first, last = match.groups()
    return f"{century}{first} {century}{last}" if int(last) > max(int(first), _MOST_MONTHS) else match.group()


def leaves_out_a_time(joined: str) -> bool:
    """Whether a time is to be left out of a list, which none can be."""
    return _LEFT_OUT.search(joined) is not None or _MONTH_LEFT_OUT.search(joined) is not None
