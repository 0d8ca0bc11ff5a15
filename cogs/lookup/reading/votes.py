"""Votes as they are written: "5–4", "10 to 0", "unanimous". Pure."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.vocabulary import said_in_all
from db.record.text import normalise

UNANIMOUS, SPLIT, WIDE = "unanimous", "split", "by a wide margin"
# For and against; no score in a longer number or a date, and no number of an order: "Executive Order 02-22".
VOTE = LATE.compile(
    r"(?<![\d/.–-])(?<![Oo]rder )(?<![Rr]esolution )(?<!EO )(?<!AR )(?!0\d)(\d{1,2})"
    r"(?: ?[-–:] ?| (?:votes )?(?:to|against) | (?:голос\w* )?(?:проти|против) | на )"
    r"(\d{1,2})(?![\d/–-]|\.\d| ?(?:k|к|thousand|тис\w*|тыс\w*)\b"
    r"| (?:years?|months?|percent|am|pm|examples?|names?|lines?|sentences?|cities|towns|people"
    r"|mayors|of them|приклад\w*|пример\w*|фраз\w*|рядк\w*|строк\w*|штук\w*|слов\w*|міст\w*|город\w*"
    r"|речен\w*|предложен\w*)\b)"
)
UNANIMOUSLY = LATE.compile(r"\b(?:unanim\w*|єдиноголосн\w*|одноголосн\w*|единогласн\w*)", re.IGNORECASE)
_BODY = r"(?:council|commission|assembly|board|vote|members|commissioners|councilors|councillors)"
_BARELY = r"(?:kept|keep|suspend\w*|end(?:ed)?|cut|paused?|voted?|surviv\w+|approv\w+|pass\w*|sav\w+|held)"
_BARELY_CYRILLIC = (
    r"(?:збер\w+|призупин\w+|пройш\w+|розірв\w+|утрим\w+|сохран\w+|приостан\w+|прош\w+|разорв\w+|удерж\w+)"
)
NARROWLY = LATE.compile(
    r"\b(?:narrowly|by (?:one|a single) vote|(?:split|divided|close|tight|contested) (?:vote|council|decision)"
    rf"|{_BODY} (?:was |were |is )?(?:deeply |badly |bitterly |evenly |really |so )?(?:split|divided|torn|close|tight)"
    rf"|barely {_BARELY}|(?:one|single)[- ]vote (?:margin|majority)|margin of (?:one|a single vote)"
    r"|squeak(?:er|ed (?:by|through))|nail-?biter|razor[- ]thin|(?:slim|narrow|thin) (?:margin|majority)"
    r"|by a (?:hair|whisker))\b"
    r"|\b(?:одним голосом|з перевагою в один|с перевесом в один|голоси розділил\w*|голоса раздел\w*"
    r"|більшістю в один|большинством в один|з різницею в один|с разницей в один"
    r"|рад\w+ (?:\w+[- ]?\w* )?(?:розкол\w+|розділил\w+)|совет\w* (?:\w+[- ]?\w* )?(?:раскол\w+|разделил\w+)"
    rf"|(?:ледь|ледве|едва|еле) (?!не |ли )(?:\w+ )?{_BARELY_CYRILLIC})",
    re.IGNORECASE,
)
WIDELY = LATE.compile(
    r"\b(?:landslide|overwhelming(?:ly| vote| majority)|(?:wide|big|huge|large|comfortable|broad) (?:margin|majority)"
    r"|lopsided)\b|\b(?:переважн\w+ більш\w+|(?:з )?велик\w+ (?:перевагою|відривом)|подавляющ\w+ большинств\w+"
    r"|(?:с )?больш\w+ (?:перевесом|отрывом))",
    re.IGNORECASE,
)
# That all were for it, without the word.
_ALL_FOR = said_in_all("votes", "all_for")
# For and against, as the record writes votes: "5–4 against suspending".
_COUNTED_VOTE = LATE.compile(r"(\d{1,2})[–-](\d{1,2})\b")


# The same in words: "five to nothing", "пять против двух".
_NUMBERS = {
    "zero": 0, "nothing": 0, "nil": 0, "none": 0, "zip": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "нул": 0, "нол": 0, "один": 1, "одн": 1,
    "два": 2, "двох": 2, "двух": 2, "три": 3, "трьох": 3, "трех": 3, "чотир": 4, "чотирьох": 4, "четыр": 4,
    "четырех": 4, "пят": 5, "шист": 6, "шест": 6, "сим": 7, "сем": 7, "висим": 8, "восем": 8, "девят": 9, "десят": 10,
}  # fmt: skip
_NUMBER = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_IN_WORDS = LATE.compile(
    rf"\b({_NUMBER})\w{{0,2}} (?:votes? |голос\w* )?(?:(?:to|against|прот\w*|на|до) )?({_NUMBER})\w{{0,2}}\b"
)
_COUNTED = LATE.compile(r"(?<!\d )\b(\d{1,2}) (?:(?:to|against|прот\w*|на|до) )?(\d{1,2})\b(?! \d)")
# "Five nil" is of a vote, wherever it stands.
_SHUTOUT = LATE.compile(
    r"\b(two|three|four|five|six|seven|eight|nine|ten|eleven|\d{1,2}) (?:to )?(nil|zip|nothing|zero)\b"
)
_OF_VOTES = LATE.compile(
    r"\b(?:vot|unanim|tall(?:y|ies)|голос|проголос|council|commission|assembly|рад\b|рад[аиу]\b|совет)"
)

# "By 4-2 in April": no word of a vote, and no date.
_BY_SO_MANY = LATE.compile(
    r"\b(?:by|passed|carried|failed|lost|won|went) (\d{1,2}) (?:to )?(\d{1,2})\b(?! (?:\d|votes?\b))"
)

_NOT_WANTED = LATE.compile(
    r"\b(?:not|no|never|instead of|rather than|except|without|не|крим|кром|окрим|без) (?:\w+ ){0,3}$"
)


# It is asked for each word of the same text.
@lru_cache(maxsize=4)
def counted_vote(joined: str) -> tuple[str, str]:
    """The vote that normalised words name, as the record writes it, and the words that name it; nothing, where votes
    are not spoken of, no side is ahead, or such a vote is not wanted.
    """
    found = _IN_WORDS.search(joined) or _COUNTED.search(joined) if _OF_VOTES.search(joined) else None
    found = found or _SHUTOUT.search(joined) or _BY_SO_MANY.search(joined)
    if found is None or _NOT_WANTED.search(joined[: found.start()]):
        return "", ""
    ahead, behind = (int(it) if it.isdigit() else _NUMBERS[it] for it in found.groups())
    return (f"{ahead}–{behind}", found.group()) if ahead > behind else ("", "")


def is_of_vote(text: str, at: int) -> bool:
    """Whether a place of a text lies in a vote that it names."""
    spans = _votes(text)
    place = bisect_right(spans, (at, len(text))) - 1
    return place >= 0 and at < spans[place][1]


# It is asked for each word of the same text.
@lru_cache(maxsize=4)
def _votes(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(match.span() for match in VOTE.finditer(text))


# It is asked of the same text for each tie that is told.
@lru_cache(maxsize=4)
def claimed_vote(text: str) -> str:
    """The vote that a text names, as the record writes it: "5–4", "unanimous"; or "split", or by a wide margin; empty
    for none."""
    if found := VOTE.search(text):
        return f"{found[1]}–{found[2]}"
    if UNANIMOUSLY.search(text):
        return UNANIMOUS
    if NARROWLY.search(text):
        return SPLIT
    return WIDE if WIDELY.search(text) else ""


# It is asked for each word of the same text.
@lru_cache(maxsize=4)
def words_of_margin(text: str) -> frozenset[str]:
    """The normalised words by which a text says by how much a vote was won, where it says so without its count."""
    found = (match.group() for words in (NARROWLY, WIDELY) for match in words.finditer(text))
    return frozenset(normalise(" ".join(found)).split())


def vote_said(text: str, joined: str) -> str:
    """The same, also where it is told in words: "five to nothing", "all commissioners were for it"."""
    told = claimed_vote(text) or counted_vote(joined)[0]
    return told or (UNANIMOUS if _ALL_FOR.search(joined) else "")


@lru_cache(maxsize=4)
def votes_in(text: str) -> tuple[tuple[int, str], ...]:
    """The counted votes that a text names, as the record writes them, each with where it stands."""
    return tuple((match.start(), f"{match[1]}–{match[2]}") for match in VOTE.finditer(text))


def minority(vote: str) -> int | None:
    """How many were in the minority of a vote of the record; None where it is not told in numbers."""
    found = _COUNTED_VOTE.match(vote)
    return min(int(found[1]), int(found[2])) if found else None


def margin(vote: str) -> int | None:
    """By how many one side of a vote of the record was ahead; None where it is not told in numbers."""
    found = _COUNTED_VOTE.match(vote)
    return abs(int(found[1]) - int(found[2])) if found else None


def is_unanimous(vote: str) -> bool:
    """Whether nobody voted against, as far as the record tells."""
    return "unanim" in vote.casefold() or minority(vote) == 0
