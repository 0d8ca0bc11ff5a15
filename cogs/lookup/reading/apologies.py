"""An apology with which somebody asks something: "sorry if that was asked before, is Dallas still on?". Pure."""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.intents import ASKING
from cogs.lookup.reading.vocabulary import words_for
from db.record.text import clean, norms


def _any_of(table: str) -> str:
    return f"(?:{'|'.join(words_for('questions', 'apologies', table).splitlines())})"


_BUT = "(?:but|але|но|а)"
# It begins a sentence; why somebody apologizes goes on to the end of its clause.
_APOLOGY = LATE.compile(
    rf"(?:^|(?<=[.?!\n])\s+)(?:{_any_of('before')}[\s,!]+)*{_any_of('said')}(?![\w'’])"
    rf"(?:\s+{_any_of('why')}\b[^.,?!;:\n–—]*?(?=\s+{_BUT}\s|[.,?!;:\n–—]|$))?[\s.,!;:–—-]*(?:{_BUT}\s+)?",
    re.IGNORECASE,
)


def without_apology(text: str) -> str:
    """A text that asks something without the apology that goes with it; the text itself where there is none, or where
    it asks nothing besides: then it is answered as what it is.
    """
    if _APOLOGY.search(text) is None:
        return text
    rest = _APOLOGY.sub(" ", text).strip()
    asks = rest.endswith("?") or ASKING.search(" ".join(norms(clean(rest)))) is not None
    return rest if asks else text
