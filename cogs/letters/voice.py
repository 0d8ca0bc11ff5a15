"""Our own words in a letter, spoken by several people in place of one. Pure. What a writer typed never comes here."""

from __future__ import annotations

import re

_WORDS = {
    "My name is": "we are",
    "I am": "we are",
    "I was": "we were",
    "I": "we",
    "me": "us",
    "my": "our",
    "mine": "ours",
    "myself": "ourselves",
}
_ONE = re.compile(r"(?<![\w’'])(My name is|I am|I was|I|[Mm]yself|[Mm]ine|[Mm]y|[Mm]e)(?![\w’'])")
_STARTS = re.compile(r"(?:^|[.!?…:”\n\ufdd1] *)$")


def as_several(text: str) -> str:
    """A text of ours that says "we" where it said "I"."""
    return _ONE.sub(_several, text)


def _several(found: re.Match[str]) -> str:
    word = _WORDS.get(found[1]) or _WORDS[found[1].lower()]
    begins = found[1][:1].isupper() and bool(_STARTS.search(found.string[: found.start()]))
    return word[:1].upper() + word[1:] if begins else word
