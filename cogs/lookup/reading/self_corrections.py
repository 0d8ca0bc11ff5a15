"""What somebody takes back at once for another: "Boise, no wait, Burlington", "suspended - I mean ended". Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from cogs.lookup.phrases.late_patterns import LATE
from db.record.mentions import Mention
from db.record.text import Token

# What stands between the name that is taken back and what is said in its place. A plain "no" does it where a pause or
# another name follows.
_TAKES_BACK = LATE.compile(
    r"^[\s,.…;—–-]*(?:"
    r"(?:(?:no|nope|wait|oops|er|нет|ні|нє|ой|стоп)"
    r"(?=[\s,.…;:—–-]*$|[,.…;:—–-]|\s(?:wait|sorry|i mean|вернее|точнее|точніше)))"
    r"|(?:sorry|i mean|i meant|or rather|scratch that|correction"
    r"|тьфу|пардон|вернее|точнее|точніше|вірніше|тобто"
    r"|то есть|вибачте|перепрошую|извините|извиняюсь)\b)",
    re.IGNORECASE,
)
# The same between states, or words for standings; a plain "no" may rule both out.
_MARKS = (
    r"(?:(?:no|nope|oops|er|нет|ні|нє|ой|стоп),? (?:wait|sorry|i mean|я про|я о)|тобто ні|oops|wait(?=\s*[,.—–-])|sorry"
    r"|i mean|i meant|or rather|scratch that|correction"
    r"|тьфу|пардон|ой|стоп|вернее|точнее|точніше|вірніше|вибачте|перепрошую|извините"
    r"|извиняюсь)\b"
)
_MARK = LATE.compile(rf"\b{_MARKS}", re.IGNORECASE)
_INSTEAD = LATE.compile(
    rf"(?:['’]s)?(?: \w+){{0,2}}[\s,.…;?—–-]*(?:{_MARKS}[\s,]*)+(?:[\s,—–-]*\w+){{0,2}}[\s,:—–-]*$", re.IGNORECASE
)
# A name that broke off: "Берлинг... Беркли".
_BREAKS_OFF = LATE.compile(r"^(?:\.{2,}|…)\s*$")


def without_taken_back(mentions: Sequence[Mention], words: Sequence[Token], text: str) -> list[Mention]:
    """The names of a text without those that are taken back for the next one, or that broke off before it."""
    ordered = sorted(mentions, key=lambda mention: mention.start)
    taken_back = set()
    for mention, after in pairwise(ordered):
        between = text[words[mention.end - 1].end : words[after.start].start]
        instead = _TAKES_BACK.search(between) or (mention.distance and _BREAKS_OFF.search(between))
        if instead and mention.countries & after.countries:
            taken_back.add(mention)
    return [mention for mention in mentions if mention not in taken_back]


def corrected(text: str, words: Sequence[Token], said: Iterable[tuple[int, int, str]]) -> str:
    """A text without what is taken back for another of its kind, from its beginning to that of the other; as it was
    where nothing is. ``said`` are, by the numbers of their words, states, or words for standings, each with which.
    """
    for (start, end, one), (behind, _, other) in pairwise(sorted(said)):
        if one != other and end <= behind and _INSTEAD.match(text[words[end - 1].end : words[behind].start]):
            return f"{text[: words[start].start]}{text[words[behind].start :]}"
    return text


def may_correct(text: str) -> bool:
    """Whether anything may be taken back in a text."""
    return _MARK.search(text) is not None
