"""What two words of the record mean that a question sets side by side: "dormant or unconfirmed, the same". Pure."""

from __future__ import annotations

from cogs.lookup.reading.intents import COMPARES, SEVERAL, Intent
from cogs.lookup.reading.question import Question
from db.record.dataset.explanations import shipped
from db.record.explanations import Explanation
from db.record.standings import Standing

_OF_BOTH = {frozenset({Standing.SUSPENDED, Standing.ENDED}): "suspended-or-ended"}
_MOST = 3
_OF_LISTS = frozenset({Intent.COUNT, Intent.LIST, Intent.LATEST, Intent.EARLIEST})


def words_apart(question: Question) -> list[Explanation]:
    """The meanings of two standings, or of one in several words, set side by side; none where more is asked."""
    asked = question.standings
    beside = question.mentions or question.all_states or question.period or question.authorities or question.abroad
    listed = question.intents & _OF_LISTS or SEVERAL.search(question.joined)
    # "Suspended, frozen, paused: three things or one" are words of one standing.
    several = 1 < len(asked) <= _MOST or (
        asked == (Standing.SUSPENDED,) and len(question.claimed) > 1 and not question.narrowing.traits
    )
    if not several or beside or listed or COMPARES.search(question.joined) is None:
        return []
    names = [name] if (name := _OF_BOTH.get(frozenset(asked))) else [f"word-{standing.value}" for standing in asked]
    return [found for each in names if (found := shipped().by_id(each))]
