"""The questions that a text holds, as they are typed, in their order. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cogs.lookup.reading.clauses import asks
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.vocabulary import words_for, words_in_all
from db.record.text import Token, normalise

_ENDS = re.compile(r"[.;\n]")
# "Or" sets one thing beside another, "so" draws a conclusion; neither begins another question.
_GOES_ON = frozenset(map(normalise, "or so або чи или".split()))
JOINS = words_in_all("clauses", "joins") - _GOES_ON
REFERS = words_in_all("clauses", "refers")
_WORDS_TO_ME = 4
_MINE = frozenset(map(normalise, "i we я мы мені мне ми нам".split()))
_BIDS = frozenset(map(normalise, words_for("questions", "several_questions", "bids").split("\n")))
# Behind its first word this makes a question: "есть ли там".
_WHETHER = frozenset({normalise("ли")})
# A text with more words tells of more than it asks.
_MOST_WORDS = 45
_FEWEST_WORDS = 5
# A question of its own has so many words behind the one that joins it.
_SHORTEST = 3
_MOST_QUESTIONS = 3
# "And is still active" goes on from what is before it, "and is it live" asks anew.
_BE = frozenset("is are was were has have".split())
_AFTER_BE = REFERS | frozenset("any anything anyone anybody there the a an my our your".split())


def questions_in(question: Question) -> list[str]:
    """The questions of a text as typed, in their order, if there are several; else none. The first may be put without
    a word that asks: "weather in Seattle and does it have a partner".
    """
    words, text = question.words, question.text
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS:
        return []
    starts = [0, *_starts(text, words)]
    found = []
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        first = start
        while start and first < end and words[first].norm in JOINS:
            first += 1
        if end - first < (_SHORTEST if start else _SHORTEST - 1):
            return []
        behind = text[words[end - 1].end :].lstrip()
        found.append(text[words[first].start : words[end - 1].end] + ("?" if behind.startswith("?") else ""))
    return found if 1 < len(found) <= _MOST_QUESTIONS else []


def _starts(text: str, words: Sequence[Token]) -> Iterator[int]:
    """The numbers of the words with which another question begins."""
    asked = begins_to_ask(words)
    for i in range(1, len(words)):
        between = text[words[i - 1].end : words[i].start]
        # "And has Grand Rapids one" goes on from what is before it, but behind a question.
        if not (begins_to_ask(words[i:]) or ("?" in between and asks(words[i:]))):
            continue
        # "My town suspended. Is it worth writing?" asks one thing; "any hearing? never spoke, how long do I get" two.
        ends = _ENDS.search(between) or (
            "," in between and not _MINE.isdisjoint(word.norm for word in words[i : i + _WORDS_TO_ME])
        )
        if words[i].norm in JOINS or "?" in between or (asked and ends):
            asked = True
            # "And then which".
            yield i - 1 if words[i - 1].norm in JOINS and i > 1 else i


def begins_to_ask(words: Sequence[Token]) -> bool:
    """Whether words begin a question or bid to tell something, a joining word before it or not."""
    first = words[1:3] if words[0].norm in JOINS and words[1:] else words[:2]
    if words[0].norm in JOINS and first[0].norm in _BE and first[-1].norm not in _AFTER_BE:
        return False
    return asks(words) or first[0].norm in _BIDS or first[-1].norm in _WHETHER
