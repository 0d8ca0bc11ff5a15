"""What a person typed, made fit to be kept: cleaned at the door, and nothing else changed. Pure."""

from __future__ import annotations

import re
import unicodedata

# Tabs and every kind of line end stay, as a blank and as "\n".
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Marks that turn the direction of the text around them, up to the end of a card.
_OVERRIDES = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def sanitize(text: str) -> str:
    """A text without control characters, surrogates, non-characters and direction overrides, trimmed at both ends."""
    lines = _LINE_ENDS.sub("\n", text).replace("\t", " ")
    return "".join(char for char in lines if char == "\n" or _may_stay(char)).strip()


def _may_stay(char: str) -> bool:
    return unicodedata.category(char) not in {"Cc", "Cs"} and char not in _OVERRIDES and not _is_noncharacter(ord(char))


def _is_noncharacter(point: int) -> bool:
    return 0xFDD0 <= point <= 0xFDEF or point & 0xFFFE == 0xFFFE
