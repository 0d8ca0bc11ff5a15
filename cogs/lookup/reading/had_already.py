"""Places that somebody says they have, where they ask which they miss: "so far I have Maryland and Vermont". Pure."""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.vocabulary import words_for


def _either(name: str) -> str:
    return "|".join(words_for("questions", "had_already", name).split("\n"))


# The places stand behind what says that they are had, and which are missing is asked behind them, or before both.
_HAS = rf"(?:[^.!?;\n]*\b(?:{_either('has')})\b[:,]?)"
_ASKS = rf"(?:[^.!?;:\n]*\b(?:{_either('misses')})\b[^.!?;\n]*)"
_HAD_FIRST = LATE.compile(rf"^{_HAS}\s+(?P<names>[^.!?;:\n]+?)[.!?;,–—-]+\s+(?P<asks>{_ASKS})[.?!\s]*$", re.IGNORECASE)
_ASKED_FIRST = LATE.compile(rf"^(?P<asks>{_ASKS})[.?!;:–—-]+\s+{_HAS}\s+(?P<names>[^!?;:\n]+?)[.?!\s]*$", re.IGNORECASE)
# What is asked of all stands before, and which others behind: "Who flipped? I can think of Louisville, who else?"
_AROUND = LATE.compile(
    rf"^(?P<asks>[^!?;\n]{{8,}}?)[.?!;:–—-]+\s+{_HAS}\s+(?P<names>[^.!?;:\n]+?)[.?!;,–—-]+\s+"
    rf"(?:{_either('misses')})(?:\s+\w+){{0,3}}[.?!\s]*$",
    re.IGNORECASE,
)
_SAYS_MISSING = LATE.compile(rf"\b(?:{_either('misses')})\b", re.IGNORECASE)
# What says nothing more, where those that are had are left out.
_NO_MORE = LATE.compile(r"\b(?:am i missing|missing|бракує|не вистачає|не хватает|недостаёт)\b\s*", re.IGNORECASE)
_CYRILLIC = re.compile(r"[а-яіїєґё]", re.IGNORECASE)


def without_those_had(text: str) -> str:
    """A text that asks which of a list are missing with those that are there left out; any other as it was."""
    if _SAYS_MISSING.search(text) is None:
        return text
    found = _HAD_FIRST.match(text) or _ASKED_FIRST.match(text) or _AROUND.match(text)
    if found is None:
        return text
    left_out = "кроме" if _CYRILLIC.search(found["asks"]) else "other than"
    asks = _NO_MORE.sub("", found["asks"]).strip()
    return f"{asks} {left_out} {found['names']}"
