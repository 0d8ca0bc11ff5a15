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
# Or they stand before what says that they are had, on one side or the other: "Got Louisville already. Who else …?"
_NAMES = r"(?:(?!\b(?:who|which|what|did|does|is|was|are|were|how|хто|кто|які|какие|чи)\b| - )[^.!?;:\n])+?"
_HAD = rf"(?:[^.!?;:,\n]*\b(?:{_either('got')})\s+)?(?P<names>{_NAMES}),?\s+(?:{_either('had_behind')})"
_HAD_BEHIND_FIRST = LATE.compile(
    rf"^{_HAD}[.!?;,–—-]+\s+(?:so |and |а |и |і )?(?P<asks>{_ASKS})[.?!\s]*$", re.IGNORECASE
)
_HAD_BEHIND_LAST = LATE.compile(
    rf"^(?P<asks>[^?\n]{{8,}}?)[.?!;:–—-]+\s+{_HAD}(?:[.?!;,–—-]+\s+(?:so |and |а |и |і )?"
    rf"(?:{_either('misses')})(?:\s+\w+){{0,3}})?[.?!\s]*$",
    re.IGNORECASE,
)
_SAYS_MISSING = LATE.compile(rf"\b(?:{_either('misses')})\b", re.IGNORECASE)
# What says nothing more, where those that are had are left out.
_ALREADY = LATE.compile(r",?\s+(?:already|вже|уже)$", re.IGNORECASE)
_NO_MORE = LATE.compile(r"\b(?:am i missing|missing|бракує|не вистачає|не хватает|недостаёт)\b\s*", re.IGNORECASE)
_PATTERNS = (_HAD_FIRST, _ASKED_FIRST, _AROUND, _HAD_BEHIND_FIRST, _HAD_BEHIND_LAST)
_CYRILLIC = re.compile(r"[а-яіїєґё]", re.IGNORECASE)


# A table of something else that is there already asks for nothing: "I already have a spreadsheet for 22".
# From the first of several signs on alone: in a text of stops each would be looked at from each.
_HAS_A_TABLE = LATE.compile(
    rf"(?<![,;.:–—-])[,;.:–—-]+\s*(?:{_either('has_a_table')})\b[^.?!;,]*(?=[.?!;,]|$)(?!\?)", re.IGNORECASE
)


def without_those_had(text: str) -> str:
    """A text that asks which of a list are missing with those that are there left out, and without what is said of a
    table that is there already; any other as it was.
    """
    text = _HAS_A_TABLE.sub("", text)
    if _SAYS_MISSING.search(text) is None:
        return text
    found = next(filter(None, (pattern.match(text) for pattern in _PATTERNS)), None)
    if found is None:
        return text
    left_out = "кроме" if _CYRILLIC.search(found["asks"]) else "other than"
    asks = _NO_MORE.sub("", found["asks"]).strip()
    return f"{asks} {left_out} {_ALREADY.sub('', found['names'])}"
