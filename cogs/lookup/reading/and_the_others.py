"""What stands at the end of a question and narrows no list: "and which not", which asks for all others too, and "was it
by a council or a mayor", which asks it of each. Pure.

What is read is the question without it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import said_for
from db.record.derivation import INVASION
from db.record.text import Token

# So many words the second of two may have.
_LONGEST_OTHER = 5
_AND_NOT, _EITHER, _OF_DECIDERS = (
    said_for("questions", "and_the_others", name) for name in ("and_not", "either", "of_deciders")
)


def tail_of(words: Sequence[Token]) -> int:
    """With which word begins what asks for all others, or which of two it was; 0 for none."""
    joined = " ".join([word.norm for word in words])
    match = _AND_NOT.search(joined) or _EITHER.search(joined)
    if match and joined.count(" ", match.end()) > _LONGEST_OTHER:
        return 0
    return joined.count(" ", 0, match.start()) if match else 0


def head_before(text: str, words: Sequence[Token], first: int) -> str:
    """A question before its tail; a word by itself would ask what it means, and asks for a list here."""
    head = text[: words[first].start].rstrip(",;:(–—- ")
    return f"list {head}" if first == 1 else head


def with_tail(asked: Question, tail: Sequence[Token]) -> Question | None:
    """The question that is asked before its tail, with what that asks of it; None where it is of no such ties."""
    if not _is_of_one_way(asked):
        return None
    joined = " ".join([word.norm for word in tail])
    if _AND_NOT.search(joined):
        return replace(asked, with_others=True)
    of_deciders = _OF_DECIDERS.search(joined) is not None
    return replace(asked, narrowing=replace(asked.narrowing, by_word=of_deciders))


def _is_of_one_way(asked: Question) -> bool:
    """Whether all ties are asked for that stand in one way, or came to in a time."""
    narrowing = asked.narrowing
    placed = asked.all_states or any(named.places for named in asked.mentions)
    made = asked.made or (asked.period and asked.period.until and asked.period.until < INVASION)
    narrowed = made or narrowing.traits or narrowing.not_so or narrowing.halves or asked.authorities or asked.levels
    return len(asked.standings) == 1 and not (placed or narrowed or asked.excluded_standings)
