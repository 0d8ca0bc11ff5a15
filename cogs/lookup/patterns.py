"""A small notation for phrases that people use, compiled to regular expressions over normalised words. Pure."""

from __future__ import annotations

import re

from db.record.text import fold, normalise

_GAP = re.compile(r"\.\.(\d)")
_CYRILLIC_WORD = re.compile(r"[\u0400-\u04ff]+\*?")


def phrases(text: str) -> re.Pattern[str]:
    """A pattern that finds any of the phrases of a text, one a line or divided by semicolons, between word ends.

    ``word*`` takes any ending; ``..3`` stands for up to three words; ``(a|b)`` for either; ``x?`` for an optional
    letter or group. Cyrillic words are written as in a dictionary: they are folded, and without ``*`` lose their
    ending, as the words of a question do.
    """
    found = [_compile(phrase.strip()) for line in text.splitlines() for phrase in line.split(";") if phrase.strip()]
    return re.compile(r"\b(?:" + "|".join(found) + r")(?!\w)")


def _compile(phrase: str) -> str:
    folded = _CYRILLIC_WORD.sub(_cyrillic, phrase)
    gapped = _GAP.sub(r"(?:\\w+ ){0,\1}", folded.replace("(", "(?:"))
    return gapped.replace("*", r"\w*").replace("} ", "}")


def _cyrillic(match: re.Match[str]) -> str:
    word = match.group()
    return f"{fold(word[:-1])}*" if word.endswith("*") else normalise(word)
