"""What is written short in a question, and is read in full: "w/o a vote", "North Carolina vs South". Pure."""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE

# "w/ the year", "w/o a vote".
_SHORT = LATE.compile(r"(?<!\w)w/(o(?:ut)?(?!\w))?\s?(?=\w|\s)", re.IGNORECASE)
# "The quote abt rulers n regimes".
_ABOUT, _N = LATE.compile(r"\babt\b", re.IGNORECASE), LATE.compile(r"(?<=[a-z]{2} )n(?= [a-z]{2})")
# Between words, and not within a name: "Texas A&M".
_AND = re.compile(r"(?<=\w\s)&(?=\s+\w)")
# Of two states of one name it may be left out once: "North Carolina vs South", "North and South Dakota".
_BOTH = r"(?: vs\.?| versus| against| and| or| &|,)"
_BEHIND = LATE.compile(
    rf"\b((?:north|south) (carolina|dakota){_BOTH} (?:north|south))\b(?! (?:carolina|dakota|of))", re.IGNORECASE
)
_BEFORE = LATE.compile(rf"\b(north|south)({_BOTH} (?:north|south) (carolina|dakota))\b", re.IGNORECASE)
_SIDE = r"(?:північн|південн|северн|южн)\w+"
_NAME = r"(карол[иі]н\w*|дакот\w*)"
_BOTH_CYRILLIC = r"(?: проти| против| vs\.?| чи| або| или| та| і| й| и|,)"
_BEHIND_CYRILLIC = LATE.compile(
    rf"\b({_SIDE} {_NAME}{_BOTH_CYRILLIC} {_SIDE})\b(?! (?:карол|дакот|росі|росс))", re.IGNORECASE
)
_BEFORE_CYRILLIC = LATE.compile(rf"\b({_SIDE})({_BOTH_CYRILLIC} {_SIDE} {_NAME})\b", re.IGNORECASE)
# In the capital's name it is no county.
_DISTRICT = LATE.compile(r"(?:вашингтон\w*,? )?(?:федеральн\w+ )?округ\w* колумб\w+", re.IGNORECASE)
# In a row of Californian cities that are written so, SD is no South Dakota, and LA no Louisiana.
_CITIES = {"la": "Los Angeles", "sd": "San Diego", "sf": "San Francisco", "sj": "San Jose"}
_IN_A_ROW = LATE.compile(
    r"(?<![\w.])(?:la|sd|sf|sj)(?: ?(?:,|&|/|\+|and|та|і|й|и)+ ?(?:and )?(?:la|sd|sf|sj))+\b"
    r"(?!,? ?(?-i:[A-Z]{2})\b)",
    re.IGNORECASE,
)
# "AL, AK, LA, SD" are states.
_CODES_BEFORE = LATE.compile(r"\b(?!LA|SD|SF|SJ)[A-Z]{2}, ?(?:LA|SD|SF|SJ)\b")
_WORD = re.compile(r"\w+")
# "Less then 5000 people".
_THEN = LATE.compile(
    r"\b(less|more|fewer|smaller|bigger|larger|greater|older|newer|younger|earlier|later|longer|shorter|rather|other)"
    r" then\b"
    r"(?= (?:\d|a\b|an\b|the\b|one\b|two\b|three\b|half|any|anyone|its|their|mayors?\b|councils?\b|russian))",
    re.IGNORECASE,
)
_BODY = r"(?= (?:сам\w* )?(?:мер|мэр|рад|совет|губернатор|асоц|ассоц|волонт|товариств|обществ|міськ|горсовет))"
# Who has the last word decides, and is not quoted.
_FINAL_SAY = (
    (LATE.compile(r"\b(?:had|has|have|got|gets) the (?:final|last) (?:say|word)\b", re.IGNORECASE), "decided"),
    (
        LATE.compile(
            r"\bthe (?:final|last) (?:say|word) (?:was|is|came from|belonged to|rested with|lay with)\b", re.IGNORECASE
        ),
        "decided by",
    ),
    (
        LATE.compile(rf"\b(?:останнє|вирішальне) слово (?:сказа\w+|(?:було |лишило\w+ )?за){_BODY}", re.IGNORECASE),
        "вирішив",
    ),
    (
        LATE.compile(rf"\b(?:последнее|решающее) слово (?:сказал\w*|(?:было |осталось )?за){_BODY}", re.IGNORECASE),
        "решил",
    ),
)
_OF_A_SAY = ("word", "say", "слово")
# "Before, say, 1980", ", say earlier than 1987": a year behind it is asked for, and nobody's words.
_FOR_INSTANCE = LATE.compile(
    r"([,(–—-]|\b(?:before|after|since|until|till|by|in|from|around|than|до|після|после|перед|с|з|від|от|раніше|раньше|у|в|около"
    r"|близько),?)\s*(?:let'?s say|say|for example|for instance|скажімо|скажем|наприклад|например|к примеру|до прикладу"
    r"|приміром|допустим|припустімо)\b,?\s+(?=[^,;.?!]{0,25}?\b(?:(?:19|20)\d\d|\d0s|\d0-)\S{0,3}(?:[^\w-]|$))",
    re.IGNORECASE,
)
# "In 1992 alone" is of no other year, and of nobody who acted alone.
_YEAR_ALONE = LATE.compile(
    r"\b((?:19|20)\d\d|(?:january|february|march|april|may|june|july|august|september|october|november|december)"
    r"(?: \d{4})?),? alone\b",
    re.IGNORECASE,
)
# "После двухтысячного": one year, and not the ten that are called so.
_THE_YEAR_2000 = LATE.compile(
    r"\b(?:двухтысячн|двухтисячн|двотисячн|двохтисячн)(?:ого|ый|ий|ом|ому)\b(?: (?=год|рок|роц))?", re.IGNORECASE
)
_INSTANCES = ("say", "скажем", "скажімо", "example", "instance", "приклад", "пример", "приміром", "допустим", "припуст")


def spelt_out(text: str) -> str:
    """A text with what is written short in it written in full."""
    if any(word in text.casefold() for word in _OF_A_SAY):
        for said, decided in _FINAL_SAY:
            text = said.sub(decided, text)
    if any(word in text.casefold() for word in _INSTANCES):
        text = _FOR_INSTANCE.sub(r"\1 ", text)
    text = _SHORT.sub(lambda match: "without " if match[1] else "with ", text) if "/" in text else text
    text = _AND.sub("and", text) if "&" in text else text
    text = _ABOUT.sub("about", text) if "abt" in text.casefold() else text
    text = _N.sub("and", text)
    text = _THEN.sub(r"\1 than", text) if "then" in text else text
    text = _YEAR_ALONE.sub(r"\1", text) if "alone" in text.casefold() else text
    text = _THE_YEAR_2000.sub("2000 ", text) if "тысяч" in text or "тисяч" in text else text
    text = _DISTRICT.sub("Washington DC", text)
    if _IN_A_ROW.search(text) and not _CODES_BEFORE.search(text):
        text = _IN_A_ROW.sub(lambda row: _WORD.sub(lambda it: _CITIES.get(it[0].casefold(), it[0]), row[0]), text)
    behind, before = (_BEHIND, _BEFORE) if text.isascii() else (_BEHIND_CYRILLIC, _BEFORE_CYRILLIC)
    return before.sub(r"\1 \3\2", behind.sub(r"\1 \2", text))
