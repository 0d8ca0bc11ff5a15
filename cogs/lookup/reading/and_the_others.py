"""Ties that are asked for together with all others: "which are suspended, and which not", "а кто нет". Pure.

What is read is the question without the others; of these is told how many there are and how they stand.
"""

from __future__ import annotations

from collections.abc import Sequence

from cogs.lookup.phrases.patterns import phrases
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import words_for
from db.record.derivation import INVASION
from db.record.text import Token

_AND_NOT = phrases(words_for("questions", "and_the_others", "and_not"))


def without_the_others(text: str, words: Sequence[Token]) -> str:
    """A text up to where it asks for the others as well; empty where it asks for none."""
    joined = " ".join([word.norm for word in words])
    match = _AND_NOT.search(joined)
    first = joined.count(" ", 0, match.start()) if match else 0
    return text[: words[first].start].rstrip(" ,;–—-") if first else ""


def has_others(asked: Question) -> bool:
    """Whether what is asked for beside the others are all ties that stand in one way, or came to in a time."""
    narrowing = asked.narrowing
    placed = asked.all_states or any(named.places for named in asked.mentions)
    made = asked.made or (asked.period and asked.period.until and asked.period.until < INVASION)
    narrowed = made or narrowing.traits or narrowing.not_so or narrowing.halves or asked.authorities or asked.levels
    return len(asked.standings) == 1 and not (placed or narrowed or asked.excluded_standings)
