"""What is said in many words or by a figure of speech, read as if it were said plainly: "every hand went up". Pure.

The phrases are in ``data/vocabulary/rewordings.toml``, each table with the plain words that are read instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from cogs.lookup.phrases.late_patterns import LATE
from db.record.lazy_pattern import LazyPattern
from db.record.vocabulary import LANGUAGES, vocabulary

# What is kept of a phrase, and stands in the plain words again.
_KEPT = "(?P<kept>"
_OPENS = re.compile(r"\{((?!\d)[^{}]*)\}")
_ENDING = re.compile(r"(?<=\w)(?<!\\w)\*")
# How words within a phrase are skipped.
_SKIPPED = re.compile(r"\.\.(\d) ")
# A sentence or a clause has begun before what only counts within one.
_WITHIN = r"(?<=[\w,;:\u2013\u2014)-] )"
_ENDS = r"(?=[\s.?!]*$)"


@dataclass(frozen=True, slots=True)
class _Reworded:
    needs: tuple[str, ...]
    said: LazyPattern
    plain: str


@cache
def _rewordings() -> tuple[_Reworded, ...]:
    return tuple(_read(vocabulary("rewordings")))


def _read(tables: Mapping[str, Any]) -> Iterator[_Reworded]:
    for table in tables.values():
        for language in LANGUAGES:
            of = table.get(language)
            if of is None:
                continue
            phrases = [*map(_pattern, of["said"]), *(_WITHIN + _pattern(each) for each in of.get("within", ()))]
            alone = [each for each in phrases if _KEPT not in each]
            # Of those that keep a word each has a group of that name.
            for either in (*(each for each in phrases if _KEPT in each), *(["|".join(alone)] if alone else [])):
                said = LATE.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
                yield _Reworded(tuple(of["needs"]), said, table["plain"][language].replace("{}", r"\g<kept>"))


def _pattern(phrase: str) -> str:
    """The regular expression of a phrase, for a text as it is written."""
    ends = phrase.endswith("$")
    kept = _OPENS.sub(lambda it: f"{_KEPT}{it[1]})", phrase.removesuffix("$"))
    skipped = _ENDING.sub(r"\\w*", _SKIPPED.sub(r"(?:\\w+ ){0,\1}", kept)).replace("'", "['\u2019]?")
    return skipped + (_ENDS if ends else "")


def plainly(text: str) -> str:
    """A text with what it says in many words said in the plain ones."""
    folded = text.casefold()
    for each in _rewordings():
        if any(need in folded for need in each.needs):
            text = each.said.sub(each.plain, text)
    return text
