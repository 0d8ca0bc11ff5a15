"""Spans of time that are named by an event or a ruler: the Soviet Union, Gorbachev, Zelenskyy's speech. Pure."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.times.counted_times import around, counted_before
from cogs.lookup.times.spans import Period

_SOVIET = LATE.compile(
    r"\b(?:ussr|срср|ссср|soviet union|cold war"
    r"|soviet (?:breakup|break up|collapse|fall|dissolution|era|times?|period|union|rule|days)|советск\w* \w+"
    r"|радянськ\w* \w+|(?:распад|развал|розпад|розвал|крах|падинн|падени)\w* (?:союз\w*|совк\w*|ссср|срср)"
    # "За совєтів", "при союзе", "under the Soviets".
    r"|(?:за|при) (?:совет|советах|советов|союз|союзе|союзу|совк\w*)|(?:under|during) the soviets)\b"
)
_SOVIET_END = date(1991, 12, 25)
# "The year the Soviet Union fell" is all of that year.
_YEAR_OF_ITS_END = LATE.compile(
    r"\b(?:(?:same )?year (?:that |when |of )?(?:the )?(?:ussr|soviet union|soviet)(?: s)?"
    r" (?:fell|collaps\w*|dissol\w*|broke|breakup|fall|end\w*)"
    r"|(?:рок|роц|рик|год)\w* (?:розпад|распад|развал|краху?|коли розпав|когд распал)\w*)\b"
)
# Zelenskyy's speech to the U.S. mayors, by which people reckon.
SPEECH_DAY = date(2022, 6, 3)
_LED = (
    r"(by the time(?: of| that)?|since|after|before|until|by|from|between|of|following|посл|писл|до|перед|от|вид|з|с"
    r"|миж|межд\w*|раньш\w*|раниш\w*|прежд|prior to|ahead of)"
)
_BESIDE = (
    r"(by the time(?: of| that)?|since|after|before|until|following|посл|писл|до|перед|раньш\w*|раниш\w*|прежд"
    r"|prior to|ahead of)"
)
_A_SPEECH = (
    r"(?:speech|address|appeal|video|zoom|call|talk|промов\w*|виступ\w*|звернен\w*|выступлен\w*|реч|речи|обращен\w*)"
)
_WHO = (
    r"(?:zelen\w+|зелен\w+|(?:the )?ukrain\w* (?:s )?(?:president|leader)|(?:the )?president of ukraine"
    r"|президент\w* украин\w*|украинс\w* президент\w*)"
)
# What he did in it: "after Zelensky called us out", "після того, як президент України їх назвав".
_TOLD = (
    r"(?:spoke|talked|appealed|addressed|asked|urged|named|mentioned|singled|call(?:ed|s) (?:\w+ ){0,3}out|called on"
    r"|назв\w+|згад\w+|упом\w+|прос\w+|попрос\w+|звер[нт]\w+|обра[тщ]\w+|в[иы]ступ\w+)"
)
_SPEECH = LATE.compile(
    rf"\b{_BESIDE} (?:the |president |that |when |тог |як |как |moment |way )*{_WHO} (?:\w+ ){{0,3}}?{_TOLD}\b"
    r"(?: (?:\w+ ){0,3}mayors(?: (?:in|at) reno)?)?"
    rf"|\b{_BESIDE} (?:тог |як |как )*(?:\w+ ){{0,2}}?{_TOLD} (?:\w+ ){{0,2}}?{_WHO}\b"
    rf"|\b(?:{_LED} )?(?:the |president |that )*{_WHO} (?:\w+ ){{0,2}}(?:{_A_SPEECH}|spoke|addressed)\b"
    rf"|\b{_LED} (?:the |that |his )*{_A_SPEECH} (?:\w+ ){{0,2}}{_WHO}"
    rf"|\b(?:{_LED} )?(?:the |that )*reno {_A_SPEECH}"
    rf"|\b{_LED} (?:the |that |his |иог |ег |сво\w* )*{_A_SPEECH} (?:to|before|at|к|до|перед) (?:the |us |u s "
    r"|american |американськ\w* |американск\w* )*(?:mayors|мер)\w*"
    rf"|\b{_LED} (?:\w+ )?{_A_SPEECH} президент\w*"
    rf"|\b{_LED} (?:the |that |his )*(?:june|июньск\w*|червн\w*) {_A_SPEECH}(?: президент\w*(?: укра\w*)?)?"
    # "How many days after Zelensky did Eugene act": of all that he did the record dates this.
    r"|\b(since|after|before|following|посл|писл|перед) (?:the |president )*(?:zelen\w+|зелен\w+)\b"
)
# The same where no word leads to it: "did Zelensky call on mayors before Chicago suspended?".
_SPEAKS = LATE.compile(
    rf"\b{_WHO} (?:\w+ ){{0,3}}?(?:{_TOLD}|{_A_SPEECH}|calling|naming|asking|speaking|speak|named?|asks?|spoken)\b"
    rf"|\b{_TOLD} {_WHO}\b"
)
# Without one of these no text names it, and most have none.
_WORDS_OF_IT = ("zelen", "зелен", "reno", "mayors", "мер", "president", "президент", "june ", "июньс", "червн")
# An event at the beginning of a span that has another end: "between Zelensky's speech and the end of 2022".
SPEECH_TO = LATE.compile(
    r"\b(between|from|миж|межд\w*|з|с|вид) (?:the |president |his )*(?:(?:zelen\w+|зелен\w+)(?: s)? )?"
    r"(?:speech|address|appeal|промов\w*|виступ\w*|выступлен\w*|реч\w*) (?=and|to|until|till|та|и|до)"
)
# Who ruled, and when: "under Gorbachev".
_RULED = (
    (
        LATE.compile(r"\b(?:gorbachev\w*|gorbachov\w*|горбач\w*|perestroika|перестро\w*|перебудов\w*)"),
        date(1985, 3, 11),
        _SOVIET_END,
    ),
    (LATE.compile(r"\b(?:yeltsin\w*|ельцин\w*|ельцын\w*)"), date(1991, 7, 10), date(1999, 12, 31)),
    (LATE.compile(r"\b(?:under|за|при) (?:putin|путин\w*)"), date(2000, 1, 1), date.max),
    (LATE.compile(r"\b(?:brezhnev\w*|брежнев\w*)"), date(1964, 10, 14), date(1982, 11, 10)),
)
_LEADS_BEFORE = (
    "before", "until", "till", "pre", "older", "earlier", "до", "перед", "старш", "стариш", "раньш", "раниш",
)  # fmt: skip
_BEFORE_OR_AFTER = LATE.compile(
    r"\b(before|until|till|pre|predates?|predating|older|earlier|after|post|newer|younger|до|перед|посл|писл"
    r"|старш\w*|раньш\w*|раниш\w*|стариш\w*|молодш\w*|молож\w*) "
    r"(?:(?:than|the|those|ones|that|any|all|from|of|under|made|signed|started|in|за"
    r"|ти|тих|тех|що|что|яки|котор|чем|ниж|з|с|из|при) )*(?:\w+ )?$"
)
_EARLIER = LATE.compile(r"\b(?:before|older|prior|predat\w*|earlier|до|перед|старш\w*|раниш\w*|раньш\w*)\b")
_AFTER_IT = LATE.compile(r"\b(?:after|since|following|collapse|fall|post|history|no more|посл|писл)\b")
# The fall of the Berlin Wall; of ties only the year is known in which they were made.
_WALL = LATE.compile(
    r"\b(?:(?:fall|falling|fell|tear\w*|tore|torn|collaps\w*|opening|end|pull\w*|came) (?:\w+ ){0,4}wall|berlin wall"
    r"|(?:падинн|знесенн|падени|снос)\w* (?:\w+ ){0,2}(?:мур|стин|стен)\w*"
    r"|(?:берлинськ|берлинск)\w* (?:мур|стин|стен)\w*)"
)
_WALL_FELL = date(1989, 12, 31)


def soviet(joined: str) -> Period | None:
    """The time until the end of the Soviet Union, or since."""
    if not _SOVIET.search(joined):
        return None
    if _YEAR_OF_ITS_END.search(joined):
        return Period(date(_SOVIET_END.year, 1, 1), date(_SOVIET_END.year, 12, 31), exact=True)
    after = _AFTER_IT.search(joined) and not _EARLIER.search(joined)
    return Period(_SOVIET_END, None) if after else Period(None, _SOVIET_END)


def of_the_wall(joined: str) -> Period | None:
    """The time until the Berlin Wall fell, or since."""
    if _WALL.search(joined) is None:
        return None
    after = _AFTER_IT.search(joined.replace("fall", "")) and not _EARLIER.search(joined)
    return Period(_WALL_FELL + timedelta(days=1), None) if after else Period(None, _WALL_FELL)


def ruled(joined: str) -> Period | None:
    """The time under one who ruled, before or after."""
    for said, since, until in _RULED:
        if match := said.search(joined):
            lead = _BEFORE_OR_AFTER.search(joined[: match.start()])
            if lead is None:
                return Period(since, until if until < date.max else None)
            if lead[1].startswith(_LEADS_BEFORE):
                return Period(None, since - timedelta(days=1))
            return Period(until + timedelta(days=1), None) if until < date.max else Period(until, None)
    return None


# Whoever answers a question asks this several times of the same words.
@lru_cache(maxsize=4)
def _speech(joined: str) -> re.Match[str] | None:
    """Where Zelenskyy's speech is named; a text without any word of it is not looked through."""
    named = any(word in joined for word in _WORDS_OF_IT)
    return _SPEECH.search(joined) if named else None


def names_the_speech(joined: str) -> bool:
    """Whether Zelenskyy's speech is named, or that he asked or named somebody in it."""
    return _speech(joined) is not None or _SPEAKS.search(joined) is not None


def reckons_by_the_speech(joined: str) -> bool:
    """Whether Zelenskyy's speech is named as a time: "before or after Zelensky's speech"."""
    return _speech(joined) is not None


def reckons_from_the_speech(joined: str) -> bool:
    """Whether a time before or after Zelenskyy's speech is named: "what was done after the speech to the mayors"."""
    return by_the_speech(joined) is not None


def words_of_the_speech(joined: str) -> range:
    """The numbers of the normalised words by which Zelenskyy's speech is named; empty where it is not."""
    match = _speech(joined)
    if match is None:
        return range(0)
    first = joined[: match.start()].count(" ")
    return range(first, first + match.group().count(" ") + 1)


# What came before it is told by this beside it: "when did he say it, and who had left by then".
_BY_THEN = LATE.compile(r"\b(?:by (?:then|that time|that point)|на то[ийт] (?:час|момент)|к тому (?:времен|момент))")
# The rest of that season or year: "after the speech, who acted that summer".
_THAT_TIME = LATE.compile(r"\b(?:that|the same|тог|то[ийт]|тем) (?:ж )?(summer|year|month|лит|лет|рок|год|рик)\w*")
_END_OF_YEAR = date(2022, 12, 31)
_ENDS_OF_THAT_TIME = {
    "summer": date(2022, 8, 31),
    "лит": date(2022, 8, 31),
    "лет": date(2022, 8, 31),
    "month": date(2022, 6, 30),
}


_EARLIER_LEADS = frozenset({"before", "until", "by", "prior to", "ahead of", "до", "перед", "прежд"})


def by_the_speech(joined: str) -> Period | None:
    """Before or after Zelenskyy's speech to the mayors; None where it is named beside no such word."""
    match = _speech(joined)
    lead = match and next(filter(None, match.groups()), None)
    if not match or not lead:
        told = _BY_THEN.search(joined) and names_the_speech(joined)
        return Period(None, SPEECH_DAY - timedelta(days=1)) if told else None
    if lead == "of" and not counted_before(joined[: match.start()]):
        return None
    earlier = lead in _EARLIER_LEADS or lead.startswith(("by the time", "раньш", "раниш"))
    found = around(SPEECH_DAY, joined[: match.start()], earlier=earlier)
    that = None if found.until else _THAT_TIME.search(joined)
    return replace(found, until=_ENDS_OF_THAT_TIME.get(that[1], _END_OF_YEAR)) if that else found
