"""Which terms of the record a question asks the meaning of: "what does “dormant” mean on your card". Pure.

The terms, and what asks for a meaning, are in ``data/vocabulary/terms.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from typing import Any

from cogs.lookup.phrases.patterns import Phrases, PhraseTable, any_of
from cogs.lookup.reading.intents import Intent
from cogs.lookup.reading.question import Question
from db.record.standings import STANDINGS
from db.record.stop_words import STOP_WORDS
from db.record.text import normalise
from db.record.vocabulary import vocabulary

# So many words more may stand beside a term: with others something else is asked. So many terms are explained at once.
_MOST_BESIDE, _MOST_TERMS = 1, 2
_LONGEST = 16
# The signs of standings, but the question mark, which asks; and what they mean.
_SIGNS = frozenset(facts.shape for facts in STANDINGS.values()) - {"?"}
_OF_SIGNS, _OF_TIES = "word-signs", frozenset({Intent.COUNT, Intent.LIST})


@cache
def _terms() -> PhraseTable[str]:
    rows: Sequence[Mapping[str, Any]] = vocabulary("terms")["term"]
    # Where two begin at one word, the longer is meant.
    return PhraseTable({row["answer"]: any_of(sorted(row["words"], key=len, reverse=True)) for row in rows})


@cache
def _asks() -> Mapping[str, Phrases]:
    return {name: any_of(vocabulary("terms")[name]) for name in ("asks", "asks_else", "asks_of_label")}


@cache
def _beside() -> frozenset[str]:
    return STOP_WORDS | frozenset(map(normalise, vocabulary("terms")["beside"]))


def terms_asked(question: Question) -> tuple[str, ...]:
    """The ids of the answers on the terms whose meaning a question asks, none where it asks for anything else."""
    named = any(not mention.weak for mention in question.mentions) or question.all_states
    if named or question.speakers or question.period or len(question.words) > _LONGEST:
        return ()
    if not (_SIGNS.isdisjoint(question.text) or question.intents & _OF_TIES):
        return (_OF_SIGNS,)
    return _terms_in(question.joined)


def asks_of_label(question: Question) -> bool:
    """Whether it is asked what the word for how a tie stands says, whatever place it stands by."""
    return _asks()["asks_of_label"].search(question.joined) is not None


# Whoever answers a question asks this several times of the same words.
@lru_cache(maxsize=8)
def _terms_in(joined: str) -> tuple[str, ...]:
    found = _terms().found(joined)
    spans = {(match.start(), match.end()): name for name, matches in found.items() for match in matches}
    widest = sorted(span for span in spans if not any(_is_within(span, other) for other in spans))
    names = list(dict.fromkeys(spans[span] for span in widest))
    if not 0 < len(names) <= _MOST_TERMS or _asks()["asks"].search(joined) is None:
        return ()
    rest = _without(joined, widest)
    asks_else = _asks()["asks_else"].search(" ".join(rest)) is not None
    return () if asks_else or _beside_them(rest) > _MOST_BESIDE else tuple(names)


def _is_within(inner: tuple[int, int], outer: tuple[int, int]) -> bool:
    return inner != outer and outer[0] <= inner[0] and inner[1] <= outer[1]


def _without(joined: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The words of a text that are in none of some spans."""
    words = re.finditer(r"\S+", joined)
    return [it.group() for it in words if not any(first <= it.start() and it.end() <= last for first, last in spans)]


def _beside_them(words: Iterable[str]) -> int:
    """How many of some words neither ask for a meaning nor change nothing where one is asked."""
    asks = _asks()["asks"]
    return sum(word not in _beside() and asks.match(word) is None for word in words)


def make_ready() -> None:
    """Read what is needed before the first question."""
    _asks()
    _beside()
    _terms()
