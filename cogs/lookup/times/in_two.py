"""Times that are put in two, of which one bounds the other or says it again: "2024 or later". Pure.

Each is put as the readers of times know it.
"""

from __future__ import annotations

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.dated import MONTH

_YEAR = r"((?:19|20)\d\d)(?: (?:год|рок|роц)\w*)?"
_INVASION = (
    r"(?:the )?(?:full scale |повномасштабн\w* |полномасштабн\w* )?(?:invasion|war|вторг\w*|вторж\w*|вои\w*|виин\w*)"
)
_OR = r"(?:or|and|but|чи|або|или|та|и|й|але|но|а)"
_LATER = r"(?:later|newer|beyond|after that|more recent\w*|пизниш\w*|поздн\w*|позж\w*|дал\w*)"
_OLDER = r"(?:older than|predat\w+|pre|before|earlier than|(?:старш|раниш|раньш)\w*(?: за| ниж| чем)?|до)"
_THAT_IS = (
    r"(?:(?:say|like|meaning|i e|ie|that is|so|roughly|скажим|скажем|тобт|то есть|значит) )+"
    r"(?=(?:before|до|перед|earlier|раньш\w*|раниш\w*) (?:19|20)\d\d\b)"
)
_RULE_OR_FALL = (
    r"(?:the )?(?:perestroika|gorbachev|glasnost|ussr s fall|fall of|collapse|putin|yeltsin|brezhnev"
    r"|перебуд|перестро|горбач|путин|ельц|брежнев|гласн|розпад|распад)"
)
_IN_TWO = (
    # "2024 or later", "April 2022 or later": from then on.
    (
        LATE.compile(rf"\b(?:from |since |in |з |с |вид |от |в |у )?((?:{MONTH} )?){_YEAR} {_OR} {_LATER}\b(?! then)"),
        r"since \1\2",
    ),
    # "March 2022, like the 7th thru the 11th".
    (
        LATE.compile(
            rf"\b(?:(?:the )?(?:first|second|third|last) (?:full |whole )?week (?:of|in) )?({MONTH}) ((?:19|20)\d\d)"
            r" (?:(?:like|say|so|about|meaning|i e|that is|from|between|days?|the) )*(\d{1,2})(?:st|nd|rd|th)"
            r" (?:thru|through|to|till|until|and) (?:the )?(\d{1,2})(?:st|nd|rd|th)\b"
        ),
        r"between \1 \3 \2 and \1 \4 \2",
    ),
    # "The war's first anniversary".
    (
        LATE.compile(
            r"\b(?:the )?(?:wars?|invasions?)(?: s)? ((?:first |second |third |1st |2nd |3rd )?anniversary)\b"
        ),
        r"\1 of the invasion",
    ),
    # "Older than perestroika, say before 1986": the second says when.
    (LATE.compile(rf"\b{_OLDER} (?:the )?[a-zа-яє]+(?: s)? {_THAT_IS}"), ""),
    (LATE.compile(rf"\b(?:older than|predat\w+|старш\w* (?:за|ниж|чем)) (?={_RULE_OR_FALL})"), "before "),
    # "Between 2019 and the invasion".
    (
        LATE.compile(
            rf"\b(?:between|from|миж|межд\w*|з|с|вид|от) {_YEAR} (?:and|to|till|until|up to|и|та|й|до) {_INVASION}\b"
        ),
        r"between 1 january \1 and 23 february 2022",
    ),
)
# All of them have one of these.
_ANY = LATE.compile(r"\d|annivers|older than|predat|старш")


def in_one(joined: str) -> str:
    """Normalised words with such times put in one; others stay as they are."""
    if _ANY.search(joined) is None:
        return joined
    for in_two, plain in _IN_TWO:
        joined = in_two.sub(plain, joined)
    return joined
