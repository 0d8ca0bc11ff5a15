"""Spans of time in a question: days, months, seasons and years, open or closed. Pure."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date, timedelta

from cogs.lookup import day_words
from db.record.derivation import INVASION
from db.record.models import PartialDate
from db.record.months import ALL_MONTHS, MONTHS
from db.record.text import normalise


@dataclass(frozen=True, slots=True)
class Period:
    """A span of days, inclusive; None leaves that side open. ``exact``: one day, month or year was named."""

    since: date | None
    until: date | None
    exact: bool = False


def within(value: PartialDate, since: date | None, until: date | None) -> bool:
    """Whether a date surely lies in a span of days, which is inclusive; None leaves that side open.

    A date known to its month or year lies in a span that holds all of it. Since the invasion is whatever may be: such
    a date tells the standing too (``standing.derive``).
    """
    if since == INVASION and value.last >= INVASION:
        since = value.first
    return (since is None or value.first >= since) and (until is None or value.last <= until)


def may_be_within(value: PartialDate, since: date | None, until: date | None) -> bool:
    """Whether a date may lie in a span of days, and does not surely."""
    begun, not_over = since is None or value.last >= since, until is None or value.first <= until
    return begun and not_over and not within(value, since, until)


_MONTHS = {normalise(name): number for name, number in ALL_MONTHS.items()}
# Parts of a year as the months they begin and end in; winter is taken with the year's own first months.
_PARTS = {
    "spring": (3, 5), "summer": (6, 8), "fall": (9, 11), "autumn": (9, 11), "winter": (1, 2),
    "early": (1, 4), "mid": (5, 8), "late": (9, 12),
    "first half of": (1, 6), "second half of": (7, 12), "start of": (1, 3), "beginning of": (1, 3), "end of": (10, 12),
    "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12),
    "весн": (3, 5), "лет": (6, 8), "лит": (6, 8), "осен": (9, 11), "осин": (9, 11),
}  # fmt: skip
# What a time is named by, and by which nothing else is spoken of beside one: "in the summer of 2022".
WORDS_OF_TIME = frozenset({*_MONTHS, *(word for part in _PARTS for word in part.split()), "summers", "winters"})
_OF_A_TIME = re.compile(
    r"(?:zoom|talk|spoke|addressed|once|soon|tanks|troops|bombs|missiles|rockets|rolled|rolling|falling|attacked|started|anniversary|mark|speech|address|reno"
    r"|video|mayors|ричниц\w*|роковин\w*|годовщин\w*|промов\w*|виступ\w*|выступлен\w*|звернен\w*|обращен\w*|ussr|soviet\w*|срср|ссср|радянськ\w*|советск\w*|invasion|invaded|war|full|scale|putins?|вторгнен\w*|вторжен\w*"
    r"|вои[н]?\w*|виин\w*|повномасштабн\w*|полномасштабн\w*|fell|apart|collaps\w*|распад\w*|розпад\w*|го|му|since|after"
    r"|before|until|till|between|during|past|days?|weeks?|months?|years?|within|рок\w*|рик|год\w*|мисяц\w*|месяц\w*|лет"
    r"|недел\w*|тиж\w*|дн\w{0,2}|ден|течен|протяг\w*|впродовж|упродовж|кон[еc]?ц|кинец|кинц|начал|почат\w*|двух|двох|трьох|трех"
    r"|gorbachev\w*|yeltsin\w*|brezhnev\w*|putin|горбач\w*|ельц[иы]?н\w*|брежнев\w*|путин\w*|при|двухтисячн|двотисячн"
    r"|двохтисячн|нульов|нулев|noughties|aughts|перебудов\w*|перестро\w*|времен\w*|час\w{0,2}|епох\w*)"
)
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_PART = "|".join(sorted(_PARTS, key=len, reverse=True))
_DAY = r"(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?"
_DATE = rf"(?:the )?(?:{_DAY}({_MONTH}) (?:(\d{{1,2}})(?:st|nd|rd|th)? )?|({_PART}) (?:of )?)?((?:19|20)\d\d)"
_YEARLESS = rf"{_DAY}({_MONTH})\b(?: (\d{{1,2}})(?:st|nd|rd|th)?\b)?"
# What stands before a date that is not known well: "from like 1988".
_ABOUT = r"(?:(?:like|about|around|roughly|maybe|circa|approximately|say) )?"
_AND = r"(?:год\w* |рок\w* )?(?:and|to|until|till|through|по|до|и|та)"
# "2023-04": a month of a year; and what has no end: "till now".
_ISO_MONTH = re.compile(r"\b((?:19|20)\d\d) (0[1-9]|1[0-2])\b(?! \d)")
_TILL_NOW = re.compile(
    rf"\b(?:between |from |since |с |з |миж |между )?(?:the )?({_DAY}(?:(?:{_MONTH}|{_PART}) (?:of )?)?(?:19|20)\d\d) "
    r"(?:and|to|until|till|through|по|до|и|та) "
    r"(?:now|today|this day|present|the present|date|сьогодн\w*|сегодн\w*|зараз|нини|сеичас|тепер\w*)\b"
)
# Two days of months without a year between them: "feb 24 to march 24".
_BETWEEN_YEARLESS = re.compile(
    rf"\b({_MONTH}) (\d{{1,2}}) (?:and|to|until|till|through|thru|по|до) ({_MONTH}) (\d{{1,2}})\b(?! (?:19|20)\d\d)"
)
# "24.02.2022", where it cannot be a month and a day: of Ukrainian and Russian always, else where the day is above 12.
_DOTTED = re.compile(r"\b(0?[1-9]|[12]\d|3[01]) (0[1-9]|1[0-2]) ((?:19|20)\d\d)\b")
_ISO = re.compile(r"\b((?:19|20)\d\d) (\d\d) (\d\d)\b")
_ONE = re.compile(rf"\b{_DATE}\b")
_BETWEEN = re.compile(rf"\b(?:between|from|с|з|миж|между) {_DATE} {_AND} {_DATE}\b")
# A year of two digits. Behind a month it is one where it could not be the day, or has its own ending or an "of": "до
# июня 22-го", "march of 22"; or is a year since the invasion: "by march 22", but "on March 22" and "march 22, 2022".
_ENDING = r"(?:го|му|м|й|год\w*|рок\w*)"
_YEAR_OF_MONTH = re.compile(
    rf"\b({_MONTH}) (?:of (?:the year )?(\d\d)|(\d\d) {_ENDING}|([3-9]\d|2[2-9]))\b(?! (?:19|20)\d\d)"
)
_YEAR_OF_PART = re.compile(rf"\b({_PART}) (?:of (?:the year )?|in )?(\d\d)\b(?: {_ENDING}\b)?(?! (?:19|20)\d\d)")
_YEAR_ALONE = re.compile(rf"\b(в|у|за|с|з|до|посл|писл|на) (\d\d) {_ENDING}\b(?: {_ENDING}\b)?")
_TWO_DIGITS = re.compile(r"\b\d\d\b")
_CENTURY = 100
_BETWEEN_MONTHS = re.compile(rf"\b(?:between|from|с|з|миж|между) {_YEARLESS} {_AND} {_DATE}\b")
_TWO_YEARS = re.compile(
    r"\b((?:19|20)\d\d) "
    r"(?:(?:and|or|vs|versus|than|to|till|until|through|thru|и|та|або|чи|или|по|до|чем|ниж) )?"
    r"(?:(?:in|в|у) )?((?:19|20)\d\d)\b"
)
_SHORT_RANGE = re.compile(r"\b(19|20)(\d\d) (\d\d)\b(?! \d)")
# A list that is called by its year: no act is of that year.
_NAMED_LIST = re.compile(r"\b20\d\d (?=(?:chambers? )?(?:of commerce )?list\b)|(?<=\blist )(?:of|from) 20\d\d\b")
# A part of a month is taken for all of it: "the end of February 2022".
_PART_OF_MONTH = re.compile(
    r"\b(?:the )?(?:end|beginning|start|middle|first days?|last days?|early|mid|late|кинец\w*|кинц\w*|почат\w*|конец"
    rf"|конц\w*|начал\w*) (?:of |in )?(?:the )?(?={_MONTH}\b)"
)
# "By the end of March 2022" takes in all of the month.
_BY_END_OF_MONTH = re.compile(
    r"\b(?:by|until|till|before|up to|as of|at|on|до|к|на|по) (?:the )?(?:end of|кинец\w*|кинц\w*|конец|конц\w*) "
    rf"(?:the )?({_MONTH}) ((?:19|20)\d\d)\b"
)
_SINCE = re.compile(rf"\b(?:since|from|starting|beginning|с|з)(?: the)? {_ABOUT}{_DATE}\b")
_AFTER = re.compile(rf"\b(?:after|later than|посл|писл)(?: the)? {_DATE}\b")
_BEFORE = re.compile(
    r"\b(?:before|until|till|prior to|earlier than|older than|up to|by|до"
    rf"|(?:старш\w*|раниш\w*|раньш\w*)(?: ниж| чем| за)?)(?: the)? {_DATE}\b"
)
_BY_THE_END = re.compile(r"\b(?:by|until|till|before|up to) (?:the )?end of ((?:19|20)\d\d)\b")
_OR_LATER = re.compile(
    rf"\b{_DATE} (?:(?:or|and) (?:later|after|since|newer|onwards?)|(?:и|та|или|чи|або) (?:пизниш|позж|дал)\w*)"
)
_OR_EARLIER = re.compile(rf"\b{_DATE} (?:or|and) (?:earlier|before|older)\b")
# How people speak of the day on which it began: "once the tanks rolled in", "when Putin invaded".
_WAR_BEGAN = re.compile(
    r"\b(?:(before|until|till|prior to|до|перед) |(?:after|since|once|when|as soon as) )?(?:the )?"
    r"(?:(?:russian )?(?:tanks?|troops|bombs?|missiles?|rockets?|shells) (?:\w+ ){0,2}?"
    r"(?:roll\w*|fall\w*|fell|cross\w*|start\w* flying)(?: (?:in|over|down))?"
    r"|(?:putin|russia|russians|kremlin|moscow) (?:invaded|attacked|marched in|went in|rolled in)"
    r"|(?:когда|коли|щоино|як тильк|как тольк|як) (?:начал\w*|почал\w*|розпочал\w*) "
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
_SINCE_WAR = re.compile(rf"\b(?:since|after|from|с|посл|з|писл) {_WAR_WORDS}")
_FIRST_OF_WAR = re.compile(
    r"\bfirst (?:(\d{1,2}|few|couple of|two|three|four|five|six|ten) )?(day|week|month|year)s?\b"
    r"(?:(?: (?:of|after|into) (?:the )?(?:full scale )?(?:war|invasion)\b)|(?! (?:of|after|in|to|that)))"
)
_SO_MANY = (
    ("двадцят", 20), ("двадцат", 20), ("десят", 10), ("сто", 100), ("дв", 2), ("тр", 3), ("чот", 4), ("чет", 4),
    ("пят", 5), ("шист", 6), ("шест", 6), ("сим", 7), ("сем", 7),
)  # fmt: skip
_NUMBER_CYRILLIC = r"\d{1,3}|дв\w+|тр[иоь]\w*|трех|чотир\w*|чет\w+р\w*|пят\w*|ш[еи]ст\w*|с[еи]м\w*|десят\w*"
_FIRST_WEEK = re.compile(r"\b(?:first week|перш\w* (?:тиж\w*)|перв\w* недел\w*)\b")
_CENTURY_NAMED = re.compile(
    r"\b(xxi|xx|21st|20th|21 го|20 го|21го|20го|21|20) (?:century|век\w*|столитт\w*|стор[ии]чч\w*)\b"
)
_LAST_OF_20 = date(2000, 12, 31)
_FIRST_OF_A_TIME = re.compile(
    rf"\b(?:first|перв\w*|перш\w*) (?=(?:(?:{_NUMBER_CYRILLIC}|few|couple of|two|three|four|five|six|ten) )?"
    r"(?:days?|weeks?|months?|years?|дн\w*|ден|тиж\w*|недел\w*|мисяц\w*|месяц\w*|рок|рик|год)\b)"
)
_FIRST_OF_WAR_CYRILLIC = re.compile(
    rf"\b(?:в|у|за|на|протяг\w*|впродовж|упродовж|в течен\w*) (?:сам\w* )?(?:перв|перш)\w* (?:({_NUMBER_CYRILLIC}) )?"
    r"(тиж|недел|мисяц|месяц|дн|ден)\w*"
)
# "Within two weeks of the invasion"; the same in Cyrillic: "протягом двох тижнів після вторгнення".
_WITHIN_OF_WAR = re.compile(
    r"\b(?:within|in|inside) (?:the )?(?:first )?(\d{1,3}|a|one|few|couple of|two|three|four|five|six|ten|twelve) "
    rf"(day|week|month|year)s? (?:of|after|from|since|following|into) {_WAR_WORDS}"
)
_WITHIN_OF_WAR_CYRILLIC = re.compile(
    rf"\b(?:в|у|за|протяг\w*|впродовж|упродовж|течен\w*) (?:({_NUMBER_CYRILLIC}) )?(дн\w*|ден\w*|тиж\w*|недел\w*"
    rf"|мисяц\w*|месяц\w*|рок\w*|рик|год\w*) (?:(?:посл|писл|вид|з|с|от) )(?:момент\w* )?{_WAR_WORDS}"
)
# "After the first year of the war".
_AFTER_FIRST_YEAR = re.compile(
    rf"\b(?:after|посл|писл) (?:the )?(?:first|перв\w*|перш\w*) (?:year|рок\w*|рик|год\w*) (?:of )?{_WAR_WORDS}"
)
# "Not heard of in more than three years": since so many years ago, where something is said not to have been.
_FOR_YEARS = re.compile(
    r"\b(?:havent|hasnt|not|nothing|no|without|silen\w*|quiet|dark|never|last heard|untouched|unchanged)\b.* "
    r"(?:in|for|over) (?:(?:the )?(?:last|past) )?(?:more than |over |at least |nearly |about |the better part of )?"
    r"(\d|two|three|four) years?\b"
)
_YEARS_FOR = re.compile(
    rf"\b(?:уже|вже|больше|бильше|понад|более|бол|свыше|последн\w*|останн\w*) (?:ниж |чем )?({_NUMBER_CYRILLIC}) "
    r"(?:год\w*|лет|рок\w*)\b.* (?:не|нич|нет|нема\w*|нем|без|тиш\w*|молч\w*|мовч\w*)\b"
)
_FOR_YEARS_CYRILLIC = re.compile(
    r"\b(?:не|нич|нет|нема\w*|нем|без|тиш\w*|молч\w*|мовч\w*)\b.* (?:(?:уже|вже|больше|бильше|понад|более|бол|свыше"
    rf"|последн\w*|останн\w*) )(?:ниж |чем )?({_NUMBER_CYRILLIC}) (?:год\w*|лет|рок\w*)\b"
)
# The day itself, or the days around it: "on the first anniversary", "for the one-year mark".
_ORDINALS = {
    "first": 1, "1st": 1, "one": 1, "1": 1, "перш": 1, "перв": 1, "second": 2, "2nd": 2, "two": 2, "2": 2, "друг": 2,
    "втор": 2, "third": 3, "3rd": 3, "three": 3, "3": 3, "трет": 3, "fourth": 4, "4th": 4, "four": 4, "4": 4,
    "четверт": 4, "четвьорт": 4,
}  # fmt: skip
_NTH = "|".join(sorted(_ORDINALS, key=len, reverse=True))
_ANNIVERSARY = re.compile(
    rf"\b(?:({_NTH})\w* )?(?:year )?(?:anniversary|ричниц\w*|роковин\w*|годовщин\w*)"
    r"(?: (?:of|since|after))? (?:the )?(?:full scale |повномасштабн\w* |полномасштабн\w* )?"
    r"(?:war\b|invasion\b|вторгнен\w*|вторжен\w*|вои[н]?\w*|виин\w*)"
)
_YEAR_MARK = re.compile(rf"\b({_NTH})\w* year (?:mark|point)\b|\b(?:the )?war s ({_NTH})\w* (?:anniversary|birthday)\b")
_DAYS_AROUND = timedelta(days=7)
_YEAR_OF_WAR = re.compile(
    rf"\b({_NTH})\w* (?:year|рик\w*|роц\w*|год\w*) (?:of |into )?(?:the )?(?:full scale )?"
    r"(?:war\b|invasion\b|вои\w*|виин\w*)"
)
_BEFORE_WAR = re.compile(rf"\b(?:before|prior to|until|до) {_WAR_WORDS}")
_DECADE = re.compile(r"\b(19|20)(\d)0 ?(?:s|х|и|е)\b")
_SHORT_DECADE = re.compile(r"\b(?:the|in|from|mid|early|late|в|у|з|с|60х|70х) ?([5-9])0 ?(?:s|х|и|е|ті|ых|их)\b")
_DECADES = {"seventies": 7, "eighties": 8, "nineties": 9}
# The same in Cyrillic. The number alone ends alike once it is normalised, so a word must lead to it.
_DECADES_CYRILLIC = {
    "семидесят": 7, "симдесят": 7, "восьмидесят": 8, "висимдесят": 8, "девяност": 9, "девьяност": 9,
}  # fmt: skip
_SAID_DECADE_CYRILLIC = re.compile(
    rf"\b(с|со|з|из|зи|в|у|вид|от|до) ((?:\w+ )?)({'|'.join(_DECADES_CYRILLIC)})\b(?! (?:\w+ )?(?:процент|видсот))"
)
# Who asks for ties older or younger than themselves says when they were born.
_BORN = re.compile(r"\b(?:born|народ\w*|родил\w*|рожден\w*) (?:(?:in|у|в|back) )*(?:(19|20)(\d\d)|(\d\d))\b")
_THAN_ME = re.compile(
    r"\b(?:(older|younger|newer) than (?:i|me|myself|i am|im)|(старш|молодш|младш)\w* (?:(?:за|ниж|чем|вид) )?(?:мен|я)"
    r"|(before|after) (?:i was|my birth|me))\b"
)
# The first decade of the century by its names.
_NOUGHTIES = re.compile(
    r"\b(?:noughties|naughties|aughts|нульов\w*|нулев\w*|двухтисячн\w*|двотисячн\w*|двохтисячн\w*)\b"
)
_DIGIT = re.compile(r"\d")
_SAID_DECADE = re.compile(rf"\b({'|'.join(_DECADES)})\b")
_SOVIET = re.compile(
    r"\b(?:ussr|срср|ссср|soviet union|cold war"
    r"|soviet (?:breakup|break up|collapse|fall|dissolution|era|times?|period|union|rule|days)|советск\w* \w+"
    r"|радянськ\w* \w+)\b"
)
_SOVIET_END = date(1991, 12, 25)
# Zelenskyy's speech to the U.S. mayors, by which people reckon.
SPEECH_DAY = date(2022, 6, 3)
_LED = r"(since|after|before|until|by|from|between|посл|писл|до|перед|от|вид|з|с|миж|между)"
_A_SPEECH = (
    r"(?:speech|address|appeal|video|zoom|call|talk|промов\w*|виступ\w*|звернен\w*|выступлен\w*|реч|речи|обращен\w*)"
)
_SPEECH = re.compile(
    rf"\b{_LED} (?:the |president |that |when )*zelen\w+ (?:\w+ )?(?:talked|spoke|appealed|addressed)"
    r" (?:\w+ ){0,2}mayors(?: (?:in|at) reno)?\b"
    rf"|\b(?:{_LED} )?(?:the |president |that )*(?:zelen\w+|зелен\w+) (?:\w+ ){{0,2}}(?:{_A_SPEECH}|spoke|addressed)\b"
    rf"|\b{_LED} (?:the |that |his )*{_A_SPEECH} (?:\w+ ){{0,2}}(?:zelen\w+|зелен\w+)"
    rf"|\b(?:{_LED} )?(?:the |that )*reno {_A_SPEECH}"
    rf"|\b{_LED} (?:the |that )*{_A_SPEECH} (?:to|before|at|к|до|перед) (?:the |us |u s |american |американськ\w* "
    r"|американск\w* )*(?:mayors|мер)\b"
)
# A time that is to be left out: "exclude anything from 2023".
_NEW_YEAR = re.compile(
    r"\b(?:after|since|from|past|посл|писл) (?:the )?(?:new years?(?: day)?|нов\w* (?:год\w*|рок\w*)) ((?:19|20)\d\d)"
)
# Bounds that a "not" turns round: "no earlier than 2024", "не раньше"; and "newer than 2000".
_NOT_EARLIER = re.compile(
    r"\b(?:(?:no|not) (?:any )?(?:earlier|older|sooner) than|not before|не (?:раниш\w*|раньш\w*|ранн\w*)"
    r"(?: ниж| чем| за)?) (?:in |з |с |у |в )?"
)
_NOT_LATER = re.compile(
    r"\b(?:(?:no|not) (?:any )?(?:later|newer) than|не (?:пизниш\w*|позж\w*|поздн\w*)"
    r"(?: ниж| чем| за)?) (?:in )?(?=(?:19|20)\d\d)"
)
_NEWER_THAN = re.compile(
    r"\b(?:(?:newer|younger|more recent|fresher) than|нов[иеы]\w{0,4} (?:за|ниж|чем)"
    r"|нов (?:за |ниж |чем )?(?=(?:19|20)\d\d)"
    r"|молодш\w* (?:за|ниж|чем)|младш\w* (?:чем)?) ?(?=(?:19|20)\d\d)"
)
_LEFT_OUT = re.compile(
    rf"\b(?:exclud\w*|except|without|ignor\w*|leave out|skip|but not|minus|крим|окрим|кром|без) "
    rf"(?:anything |everything |those |the ones |any |all )?(?:(?:from|in|of|за|у|в|з|с) )?{_DATE}\b"
)
# An event at the beginning of a span that has another end: "between Zelensky's speech and the end of 2022".
_SPEECH_TO = re.compile(
    r"\b(between|from|миж|между|з|с|вид) (?:the |president )*(?:zelen\w+|зелен\w+)(?: s)? "
    r"(?:speech|address|appeal|промов\w*|виступ\w*|выступлен\w*|реч\w*) (?=and|to|until|till|та|и|до)"
)
_WAR_TO = re.compile(rf"\b(between|from|миж|между|з|с|вид) {_WAR_WORDS} (?=and|to|until|till|та|и|до)")
_WEEK_OF = re.compile(rf"\bweek (?:of|starting|beginning) {_DATE}\b")
# Who ruled, and when: "under Gorbachev".
_RULED = (
    (
        re.compile(r"\b(?:gorbachev\w*|gorbachov\w*|горбач\w*|perestroika|перестро\w*|перебудов\w*)"),
        date(1985, 3, 11),
        _SOVIET_END,
    ),
    (re.compile(r"\b(?:yeltsin\w*|ельцин\w*|ельцын\w*)"), date(1991, 7, 10), date(1999, 12, 31)),
    (re.compile(r"\b(?:under|за|при) (?:putin|путин\w*)"), date(2000, 1, 1), date.max),
    (re.compile(r"\b(?:brezhnev\w*|брежнев\w*)"), date(1964, 10, 14), date(1982, 11, 10)),
)
_LEADS_BEFORE = frozenset(
    {"before", "until", "till", "pre", "predate", "predates", "до", "перед", "старш", "раньш", "раниш"}
)
_BEFORE_OR_AFTER = re.compile(
    r"\b(before|until|till|pre|predates?|after|post|до|перед|посл|писл|старш|раньш|раниш) (?:the )?(?:\w+ )?$"
)
# "Last summer": the last one that has begun.
_LAST_SEASON = re.compile(r"\b(since |after |before |in |during )?(?:the )?last (spring|summer|fall|autumn|winter)\b")
_EARLIER = re.compile(r"\b(?:before|older|prior|predat\w*|earlier|до|перед|старш\w*|раниш\w*|раньш\w*)\b")
_AFTER_IT = re.compile(r"\b(?:after|since|following|collapse|fall|post|посл|писл)\b")
_YEARLESS_ONE = re.compile(
    rf"\b(since|from|after|before|until|by|in|on|during|с|з|посл|писл|до|в|у) (?:the |last |this )?{_YEARLESS}"
)
_LAST = re.compile(
    r"\b(?:the )?(?:last|past|previous) (\d{1,4}|few|couple of|two|three|six|twelve)? ?(day|week|month|year)s?\b"
)
_LAST_CYRILLIC = re.compile(
    r"\bза (?:останн\w*|последн\w*|минул\w*) (?:(\d{1,3}) )?"
    r"(дн\w*|тижд\w*|недел\w*|мисяц\w*|месяц\w*|год\w*|рик|рок\w*)\b"
)
# "минулого місяця", "в прошлом году": as "last month", "last year"; "цього місяця": as "this month".
_LAST_OR_THIS_CYRILLIC = re.compile(
    r"\b(?:(минул|прошл)|цьог|цей|цю|етот|ето|етом|текущ|поточн)\w* (тиж[дн]|недел|мисяц|месяц|год|рик|рок)\w*"
)
_THIS = re.compile(r"\b(?:this|current) (week|month|year|decade)\b")
# What every span has in it: most questions have none, and need no closer look.
_ANY = re.compile(
    r"\d{4}|\bcentury\b|\b(?:век|столитт)|\byears?\b|\b(?:лет|рок|год|путин|putin)|year (?:mark|point)"
    r"|\bfirst (?:\w+ )?(?:day|week|month)|\b(?:anniv|ричниц|роковин|годовщин|reno|mayors|мер)"
    r"|\b(?:перв|перш|zelen|зелен|ussr|срср|ссср|soviet|gorbach|yeltsin"
    r"|brezhnev|perestroik|горбач|ельц|брежнев|перестро|перебуд|cold|советск|радянськ|invasion|war"
    r"|last|past|previous|this|current|вои|виин|вторж|вторг|начал|початк|останн|последн|минул"
    r"|прошл|цьог|цей|цю|ето|текущ|поточн)"
)
_DAYS = {"day": 1, "week": 7, "month": 30, "year": 365}
_DAYS_CYRILLIC = (
    ("дн", 1),
    ("тижд", 7),
    ("недел", 7),
    ("мисяц", 30),
    ("месяц", 30),
    ("год", 365),
    ("рик", 365),
    ("рок", 365),
)
_UNITS_CYRILLIC = {
    "тижд": "week", "тижн": "week", "недел": "week", "мисяц": "month", "месяц": "month",
    "год": "year", "рик": "year", "рок": "year",
}  # fmt: skip
_NUMBERS = {
    "few": 3, "couple of": 2, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10, "twelve": 12,
}  # fmt: skip
_LONGEST_COUNT = 400
_MOST_MONTHS = 12
_MOST_YEARS = 60


# "In April 2023, 10 to 0" tells of a vote, and of no October.
_VOTE_BEHIND_YEAR = re.compile(r"(?<=[a-zа-я] [12]\d\d\d) \d{1,2} (?:to |на |проти |против )?\d{1,2}\b(?! \d)")


def _with_the_invasion(joined: str) -> str:
    """The same with the invasion by its name, where it is told by what happened: "once the tanks rolled in"."""
    if not any(word in joined for word in _WORDS_OF_ITS_BEGINNING):
        return joined
    return _WAR_BEGAN.sub(lambda match: f"{'before' if match[1] else 'since'} invasion", joined)


def read_period(joined: str, today: date) -> Period | None:
    """The span of days that normalised words name, or None. Relative spans count back from ``today``."""
    joined = _VOTE_BEHIND_YEAR.sub("", joined)
    joined = day_words.in_figures(_with_the_invasion(joined))
    days = _of_ones_age(joined) or _between_yearless(joined, today)
    joined = _with_whole_years(joined, today)
    if days or not _ANY.search(joined):
        return days or _yearless(joined, today)
    joined = _SPEECH_TO.sub(r"\1 3 june 2022 ", _WAR_TO.sub(r"\1 24 february 2022 ", joined))
    joined = _NEW_YEAR.sub(r"since \1", _spelt_out(joined))
    joined = _NOT_LATER.sub("by the end of ", _NOT_EARLIER.sub("since ", _NEWER_THAN.sub("after ", joined)))
    if decade := _decade(joined):
        return decade
    if match := _BETWEEN.search(joined):
        return Period(_span(match.groups()[:5])[0], _span(match.groups()[5:])[1])
    if match := _BETWEEN_MONTHS.search(joined):
        day, month, after, *last = match.groups()
        return Period(_span((day, month, after, None, last[-1]))[0], _span(tuple(last))[1])
    if whole := _whole_years(joined):
        return whole
    if match := _OR_EARLIER.search(joined):
        return Period(None, _span(match.groups())[1])
    if match := _SINCE.search(joined) or _OR_LATER.search(joined):
        return Period(_span(match.groups())[0], None)
    if match := _AFTER.search(joined):
        return Period(_span(match.groups())[1] + timedelta(days=1), None)
    if match := _BEFORE.search(joined):
        return Period(None, _span(match.groups())[0] - timedelta(days=1))
    return (
        _for_years(joined, today)
        or _around_the_war(joined)
        or _single(joined)
        or _relative(joined, today)
        or _century(joined)
        or _soviet(joined)
        or _ruled(joined)
        or _last_season(joined, today)
        or _by_the_speech(joined)
        or _yearless(joined, today)
    )


def _of_ones_age(joined: str) -> Period | None:
    """The time before, or after, the year of birth that is told: "ties older than me, born 86"; None where none is."""
    born, than = _BORN.search(joined), _THAN_ME.search(joined)
    if born is None or than is None:
        return None
    year = int(f"{born[1] or '19'}{born[2] or born[3]}")
    younger = next(filter(None, than.groups())) in {"younger", "newer", "молодш", "младш", "after"}
    return Period(date(year + 1, 1, 1), None) if younger else Period(None, date(year - 1, 12, 31))


def _decade(joined: str) -> Period | None:
    match = _DECADE.search(joined)
    first = int(f"{match[1]}{match[2]}0") if match else 0
    return Period(date(first, 1, 1), date(first + 9, 12, 31)) if match else None


def _spelt_out(joined: str) -> str:
    """The same with ranges, numbers of months and parts of them as they are read, without what is to be left out."""
    joined = _LEFT_OUT.sub("", joined)
    joined = _PART_OF_MONTH.sub("", _BY_END_OF_MONTH.sub(_to_next, _NAMED_LIST.sub("", joined)))
    joined = _SHORT_RANGE.sub(_whole_range, joined)
    if not joined.isascii():
        joined = _DOTTED.sub(lambda m: f"{int(m[1])} {MONTHS[int(m[2]) - 1].casefold()} {m[3]}", joined)
    joined = _ISO.sub(lambda m: f"{int(m[3])} {MONTHS[min(12, max(1, int(m[2]))) - 1].casefold()} {m[1]}", joined)
    joined = _ISO_MONTH.sub(lambda m: f"{MONTHS[int(m[2]) - 1].casefold()} {m[1]}", joined)
    return _TILL_NOW.sub(r"since \1", joined)


def _with_whole_years(joined: str, today: date) -> str:
    """The same with decades and years that are said in short in full: "march of 22", "summer 22", "в 22-м"; a text
    without any is not looked through.
    """
    joined = _NOUGHTIES.sub("2000s", joined)
    if any(name in joined for name in _DECADES):
        joined = _SAID_DECADE.sub(lambda match: f"19{_DECADES[match[1]]}0s", joined)
    if not joined.isascii():
        joined = _SAID_DECADE_CYRILLIC.sub(lambda it: f"{it[1]} {it[2]}19{_DECADES_CYRILLIC[it[3]]}0s", joined)
    if _DIGIT.search(joined) is None:
        return joined
    joined = _SHORT_DECADE.sub(lambda match: f"19{match[1]}0s", joined)
    if not _TWO_DIGITS.search(joined):
        return joined
    joined = _YEAR_OF_PART.sub(lambda match: f"{match[1]} {_whole_year(match[2], today)}", joined)
    joined = _YEAR_OF_MONTH.sub(lambda match: _month_and_year(match, today), joined)
    return joined if joined.isascii() else _YEAR_ALONE.sub(lambda it: f"{it[1]} {_whole_year(it[2], today)}", joined)


def _month_and_year(match: re.Match[str], today: date) -> str:
    """A month with its year in full; as it was, where the number is a day: "on March 22", "since Feb 24"."""
    typed = match[2] or match[3] or match[4]
    bare = match[4] is not None
    is_day = match.string[: match.start()].endswith("on ") or (typed == "24" and _MONTHS[match[1]] == INVASION.month)
    if bare and (is_day or int(typed) > today.year % _CENTURY):
        return match.group()
    return f"{match[1]} {_whole_year(typed, today)}"


def _whole_year(typed: str, today: date) -> int:
    """The year that two digits stand for: the last one that has come."""
    year = today.year - today.year % _CENTURY + int(typed)
    return year if year <= today.year else year - _CENTURY


def _to_next(match: re.Match[str]) -> str:
    """By the end of a month as before the next: "by the end of March 2022" is before April 2022."""
    after = _span((None, match[1], None, None, match[2]))[1] + timedelta(days=1)
    return f"before {MONTHS[after.month - 1].casefold()} {after.year}"


def _whole_range(match: re.Match[str]) -> str:
    """Both years of a range in full: "1988–92"; anything else, as a month behind a year, as it was."""
    century, first, last = match.groups()
    return f"{century}{first} {century}{last}" if int(last) > max(int(first), _MOST_MONTHS) else match.group()


def _whole_years(joined: str) -> Period | None:
    """Two years that are named together, or all that came by the end of one."""
    if match := _TWO_YEARS.search(joined):
        first, last = sorted((int(match[1]), int(match[2])))
        return Period(date(first, 1, 1), date(last, 12, 31))
    match = _BY_THE_END.search(joined)
    return Period(None, date(int(match[1]), 12, 31)) if match else None


def _century(joined: str) -> Period | None:
    match = _CENTURY_NAMED.search(joined)
    if match is None:
        return None
    return (
        Period(date(2001, 1, 1), None)
        if match[1] in {"xxi", "21", "21st", "21 го", "21го"}
        else Period(None, _LAST_OF_20)
    )


def _first_of_month(joined: str) -> Period | None:
    """The first week of a month that is named with its year: "March 22, the first week"."""
    month = _ONE.search(joined)
    if month is None or month[2] is None or not _FIRST_WEEK.search(joined):
        return None
    first = _span(month.groups())[0].replace(day=1)
    return Period(first, first + timedelta(days=6))


def _around_the_war(joined: str) -> Period | None:
    if within_month := _first_of_month(joined):
        return within_month
    if _AFTER_FIRST_YEAR.search(joined):
        return Period(INVASION.replace(year=INVASION.year + 1), None)
    if match := _WITHIN_OF_WAR.search(joined):
        count = match[1]
        number = int(count) if count.isdigit() else _NUMBERS.get(count, 1)
        return Period(INVASION, INVASION + timedelta(days=number * _DAYS[match[2]]))
    if match := _WITHIN_OF_WAR_CYRILLIC.search(joined) or _FIRST_OF_WAR_CYRILLIC.search(joined):
        return Period(INVASION, INVASION + timedelta(days=_count_cyrillic(match[1]) * _days_of_unit(match[2])))
    if match := _FIRST_OF_WAR.search(joined):
        count = match[1] or "1"
        number = int(count) if count.isdigit() else _NUMBERS[count]
        return Period(INVASION, INVASION + timedelta(days=number * _DAYS[match[2]]))
    if match := _ANNIVERSARY.search(joined):
        day = _years_after(_ORDINALS[match[1] or "first"])
        return Period(day, day, exact=True)
    if match := _YEAR_MARK.search(joined):
        day = _years_after(_ORDINALS[match[1] or match[2]])
        return Period(day - _DAYS_AROUND, day + _DAYS_AROUND)
    if (match := _YEAR_OF_WAR.search(joined)) and (number := _ORDINALS[match[1]]) > 1:
        return Period(_years_after(number - 1), _years_after(number) - timedelta(days=1))
    if _BEFORE_WAR.search(joined):
        return Period(None, INVASION - timedelta(days=1))
    return Period(INVASION, None) if _SINCE_WAR.search(joined) else None


def _count_cyrillic(typed: str | None) -> int:
    """The number that a word in Cyrillic, or digits, stand for; one where there is none."""
    if not typed:
        return 1
    return int(typed) if typed.isdigit() else next((n for begins, n in _SO_MANY if typed.startswith(begins)), 1)


def _days_of_unit(typed: str) -> int:
    return next((days for name, days in _DAYS_CYRILLIC if typed.startswith(name[:3])), _DAYS["day"])


def _for_years(joined: str, today: date) -> Period | None:
    match = _FOR_YEARS.search(joined)
    if match is None and not joined.isascii():
        match = _FOR_YEARS_CYRILLIC.search(joined) or _YEARS_FOR.search(joined)
    if match is None:
        return None
    number = _NUMBERS.get(match[1]) or _count_cyrillic(match[1])
    return Period(today - timedelta(days=min(number, _MOST_YEARS) * _DAYS["year"]), None)


def _years_after(number: int) -> date:
    """The day so many years after the invasion began."""
    return INVASION.replace(year=INVASION.year + number)


def _between_yearless(joined: str, today: date) -> Period | None:
    """A span between two days without their year: the last one that is over, or that which begins with the invasion."""
    match = _BETWEEN_YEARLESS.search(joined)
    if match is None:
        return None
    begins = (_MONTHS[match[1]], int(match[2])) == (INVASION.month, INVASION.day)
    year = INVASION.year if begins else today.year
    since, until = (_span((None, match[at], match[at + 1], None, str(year)))[0] for at in (1, 3))
    if until > today:
        since, until = since.replace(year=year - 1), until.replace(year=year - 1)
    return Period(since, until) if since <= until else None


def _yearless(joined: str, today: date) -> Period | None:
    """A day or month without its year: the last one that has come. What came of it says the year."""
    match = None if _MONTHS.keys().isdisjoint(joined.split()) else _YEARLESS_ONE.search(joined)
    if match is None:
        return None
    lead, before, month, after = match.groups()
    year = today.year if _span((before, month, after, None, str(today.year)))[0] <= today else today.year - 1
    if _MONTHS[month] == INVASION.month and (before or after) == str(INVASION.day):
        year = INVASION.year
    first, last = _span((before, month, after, None, str(year)))
    if lead in {"since", "from", "с", "з"}:
        return Period(first, None)
    if lead in {"after", "посл", "писл"}:
        return Period(last + timedelta(days=1), None)
    if lead in {"before", "until", "by", "до"}:
        return Period(None, first - timedelta(days=1))
    return Period(first, last)


def _soviet(joined: str) -> Period | None:
    if not _SOVIET.search(joined):
        return None
    after = _AFTER_IT.search(joined) and not _EARLIER.search(joined)
    return Period(_SOVIET_END, None) if after else Period(None, _SOVIET_END)


def _ruled(joined: str) -> Period | None:
    for said, since, until in _RULED:
        if match := said.search(joined):
            lead = _BEFORE_OR_AFTER.search(joined[: match.start()])
            if lead is None:
                return Period(since, until)
            if lead[1] in _LEADS_BEFORE:
                return Period(None, since - timedelta(days=1))
            return Period(until + timedelta(days=1), None) if until < date.max else Period(until, None)
    return None


def _speech(joined: str) -> re.Match[str] | None:
    """Where Zelenskyy's speech is named; a text without any word of it is not looked through."""
    named = any(word in joined for word in ("zelen", "зелен", "reno", "mayors", "мер"))
    return _SPEECH.search(joined) if named else None


def reckons_by_the_speech(joined: str) -> bool:
    """Whether Zelenskyy's speech is named as a time: "before or after Zelensky's speech"."""
    return _speech(joined) is not None


def reckons_from_the_speech(joined: str) -> bool:
    """Whether a time before or after Zelenskyy's speech is named: "what was done after the speech to the mayors"."""
    return _by_the_speech(joined) is not None


def words_of_the_speech(joined: str) -> range:
    """The numbers of the normalised words by which Zelenskyy's speech is named; empty where it is not."""
    match = _speech(joined)
    if match is None:
        return range(0)
    first = joined[: match.start()].count(" ")
    return range(first, first + match.group().count(" ") + 1)


def _by_the_speech(joined: str) -> Period | None:
    """Before or after Zelenskyy's speech to the mayors; None where it is named beside no such word."""
    match = _speech(joined)
    lead = match and next(filter(None, match.groups()), None)
    if not lead:
        return None
    before = lead in {"before", "until", "by", "до", "перед"}
    return Period(None, SPEECH_DAY - timedelta(days=1)) if before else Period(SPEECH_DAY, None)


def _last_season(joined: str, today: date) -> Period | None:
    match = _LAST_SEASON.search(joined)
    if match is None:
        return None
    first, last = _PARTS[match[2]]
    year = today.year if date(today.year, first, 1) <= today else today.year - 1
    begun, ended = date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    if match[1] in {"since ", "after "}:
        return Period(begun, None)
    return Period(None, begun - timedelta(days=1)) if match[1] == "before " else Period(begun, ended)


def without_first_of_a_time(joined: str) -> str:
    """The same, as long as it was, without the "first" of a time: "after the first year of the war"."""
    return _FIRST_OF_A_TIME.sub(lambda match: "_" * len(match.group()), joined)


def names_a_time(word: str) -> bool:
    """Whether a normalised word names a time, or belongs to one that is named."""
    return word in WORDS_OF_TIME or _OF_A_TIME.fullmatch(word) is not None


def leaves_out_a_time(joined: str) -> bool:
    """Whether a time is to be left out of a list, which none can be."""
    return _LEFT_OUT.search(joined) is not None


def _single(joined: str) -> Period | None:
    if match := _WEEK_OF.search(joined):
        first, last = _span(match.groups())
        return Period(first, max(last, first + timedelta(days=6)) if first == last else last)
    match = _ONE.search(joined)
    return Period(*_span(match.groups()), exact=match[4] is None) if match else None


def _span(groups: tuple[str | None, ...]) -> tuple[date, date]:
    """The first and last day of a date's groups: day, month, day, part of the year, year."""
    before, month, after, part, typed_year = groups
    year = int(typed_year or 0)
    if part:
        first, last = _PARTS[part]
        return date(year, first, 1), date(year, last, calendar.monthrange(year, last)[1])
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    number = _MONTHS[month]
    length = calendar.monthrange(year, number)[1]
    day = int(before or after or 0)
    return (date(year, number, day),) * 2 if 1 <= day <= length else (date(year, number, 1), date(year, number, length))


def _relative(joined: str, today: date) -> Period | None:
    if match := _THIS.search(joined):
        return Period(_start_of(match[1], today), today)
    if match := _LAST_CYRILLIC.search(joined):
        length = next(days for begins, days in _DAYS_CYRILLIC if match[2].startswith(begins))
        return Period(today - timedelta(days=int(match[1] or 1) * length), today)
    if match := _LAST_OR_THIS_CYRILLIC.search(joined):
        unit = _UNITS_CYRILLIC[match[2]]
        return _last(unit, today) if match[1] else Period(_start_of(unit, today), today)
    match = _LAST.search(joined)
    if match is None:
        return None
    count, unit = match.groups()
    if count is None:
        return _last(unit, today)
    number = min(int(count), _LONGEST_COUNT) if count.isdigit() else _NUMBERS[count]
    return Period(today - timedelta(days=number * _DAYS[unit]), today)


def _last(unit: str, today: date) -> Period:
    """The last year by the calendar; the last day, week or month as the days until today."""
    if unit == "year":
        return Period(date(today.year - 1, 1, 1), date(today.year - 1, 12, 31))
    return Period(today - timedelta(days=_DAYS[unit]), today)


def _start_of(unit: str, today: date) -> date:
    if unit == "decade":
        return date(today.year // 10 * 10, 1, 1)
    if unit == "year":
        return today.replace(month=1, day=1)
    return today.replace(day=1) if unit == "month" else today - timedelta(days=today.weekday())
