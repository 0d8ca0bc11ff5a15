"""A place that is named at the end of a question only as an example: "which states have none left, for example Texas".

It narrows nothing, where all such places are asked for. Pure.
"""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.vocabulary import words_for


def _either(name: str) -> str:
    return "|".join(words_for("questions", "examples_named", name).split("\n"))


_EXAMPLE = LATE.compile(
    rf"^(?P<asks>.*\b(?:{_either('asks')})\b.*?\S)\s*[,.;:?!(–—-]+\s*(?:{_either('leads')})[:,]?\s+"
    r"[^,.;:?!()]{2,40}[.?!)\s]*$",
    re.IGNORECASE | re.DOTALL,
)


def without_example(text: str) -> str:
    """A question for places without the one at its end that is an example of them; any other text as it was."""
    found = _EXAMPLE.match(text)
    return f"{found['asks']}?" if found else text
