"""What a list leaves out, said before it is asked for: "except councils, who ended?", "neither mayors nor councils: …".

Whatever reads an exception expects it behind what is asked, so it is put there. Pure.
"""

from __future__ import annotations

import re

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.vocabulary import words_for


def _either(name: str) -> str:
    return "|".join(words_for("questions", "exceptions_first", name).split("\n"))


_FIRST = LATE.compile(
    rf"^(?:{_either('begins')})?(?P<leads>{_either('leaves_out')})\s+"
    rf"(?P<what>[^,;:.?!–—]{{3,60}}?(?:, (?:nor|ни|ні|ані) [^,;:.?!–—]{{3,40}}?)?)\s*[,;:.–—-]+\s+"
    rf"(?P<asks>(?:{_either('asks')})\b[^.?!;:]*?)\s*(?P<ends>[.?!]*)$",
    re.IGNORECASE,
)
# What leaves nothing out behind a question, or only before one thing, and what is said in its place.
_SAID_BEHIND = (
    (LATE.compile(r"^(?:(?:all|everyone|everybody) but|not)$", re.IGNORECASE), "except"),
    (LATE.compile(r"^(?:ані|ні)$", re.IGNORECASE), "крім"),
    (LATE.compile(r"^ни$", re.IGNORECASE), "кроме"),
)
_NOR = LATE.compile(r",?\s+(?:ани|ані|ні|ни)(?=\s)", re.IGNORECASE)


def with_exception_behind(text: str) -> str:
    """A text that begins with what is left out, with that behind what it asks; any other as it was."""
    found = _FIRST.match(text)
    if found is None:
        return text
    said = next((said for leads, said in _SAID_BEHIND if leads.match(found["leads"])), found["leads"])
    return f"{found['asks']}, {said} {_NOR.sub(' та', found['what'])}{found['ends']}"
