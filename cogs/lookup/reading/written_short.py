"""What is written short in a question, and is read in full: "w/o a vote", "North Carolina vs South". Pure."""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE

# "w/ the year", "w/o a vote".
_SHORT = LATE.compile(r"(?<!\w)w/(o(?:ut)?(?!\w))?\s?(?=\w|\s)", re.IGNORECASE)
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


def spelt_out(text: str) -> str:
    """A text with what is written short in it written in full."""
    text = _SHORT.sub(lambda match: "without " if match[1] else "with ", text) if "/" in text else text
    behind, before = (_BEHIND, _BEFORE) if text.isascii() else (_BEHIND_CYRILLIC, _BEFORE_CYRILLIC)
    return before.sub(r"\1 \3\2", behind.sub(r"\1 \2", text))
