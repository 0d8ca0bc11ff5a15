"""Names that somebody takes back at once for another: "Boise, no wait, Burlington". Pure."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
    r"|(?:sorry|i mean|i meant|or rather|scratch that|correction|тьфу|пардон|вернее|точнее|точніше|вірніше|тобто"
    r"|то есть|вибачте|перепрошую|извините|извиняюсь)\b)",
    re.IGNORECASE,
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
