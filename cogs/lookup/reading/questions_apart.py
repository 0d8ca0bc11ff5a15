"""The parts of a text that may be a question each, as they are typed: sentences, and what is joined to them. Pure.

Unlike ``several_questions`` this takes for one whatever stands behind the end of a sentence, or behind a comma and a
joining word: it is for whoever asks of each part whether it can be answered alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Set

from cogs.lookup.phrases.late_patterns import LATE
from cogs.lookup.reading.clause_roles import FILLERS, SHORTENED, as_said
from cogs.lookup.reading.clauses import asks
from cogs.lookup.reading.question import Question
from cogs.lookup.reading.several_questions import JOINS, begins_to_ask
from cogs.lookup.reading.vocabulary import words_for
from db.record.text import Token, normalise

_MAY_JOIN = LATE.compile(r"[?.;\n&+]\s*\S|,|\s(?:and|also|plus|і|й|та|и|а|але|но|ще|еще|ещё)\s", re.IGNORECASE)
_ENDS = re.compile(r"[.?!;\n]")
_SIGN_OF_JOINING = re.compile(r"[&+]")
_MARKED = re.compile(r"[”»\"'’)]*\s*\?")
_GO_ON = frozenset(map(normalise, words_for("questions", "questions_apart", "go_on").split("\n")))
_BIDS = frozenset(map(normalise, words_for("questions", "questions_apart", "bids").split("\n")))
_HEADS = frozenset(map(normalise, words_for("questions", "questions_apart", "heads").split("\n")))
_BEHIND_COMMA = frozenset(map(normalise, words_for("questions", "questions_apart", "behind_comma").split("\n")))
# A text with more words tells of more than it asks; a part of it has so many at least.
_FEWEST_WORDS, _MOST_WORDS = 6, 45
_SHORTEST, _MOST = 3, 4
# What begins a part stands among so many of its words.
_FIRST = 2


def questions_apart(question: Question) -> list[Sequence[Token]]:
    """The words of the parts of a text, in their order, if there are several; else none."""
    words, text = question.words, question.text
    if not _FEWEST_WORDS <= len(words) <= _MOST_WORDS or _MAY_JOIN.search(text) is None:
        return []
    found: list[tuple[int, int]] = []
    starts = [0, *_starts(text, words)]
    for start, end in zip(starts, [*starts[1:], len(words)], strict=True):
        first = start + 1 if start and words[start].norm in JOINS else start
        if found and (end - first < _SHORTEST or found[-1][1] - found[-1][0] < _SHORTEST - 1):
            found[-1] = (found[-1][0], end)
        else:
            found.append((first, end))
    return [words[first:end] for first, end in found] if 1 < len(found) <= _MOST else []


def as_typed(text: str, first: Sequence[Token], last: Sequence[Token]) -> str:
    """The text from one part to another, with the mark of a question behind it."""
    behind = _MARKED.match(text, last[-1].end)
    return text[first[0].start : last[-1].end] + ("?" if behind else "")


def begins_a_question(question: Question) -> bool:
    """Whether a part asks or bids by its first words, or is marked as a question."""
    words = _behind_fillers(question.words)
    return question.text.rstrip().endswith("?") or begins_to_ask(words) or _begins_with(_BIDS, words)


def begins_with_what_is_sought(question: Question) -> bool:
    """Whether a part begins with what is to be listed or told: "oldest tie", "all counties"."""
    return _begins_with(_HEADS | _BIDS, _behind_fillers(question.words))


def _starts(text: str, words: Sequence[Token]) -> Iterator[int]:
    """The numbers of the words with which another part begins."""
    last = 0
    for i in range(1, len(words)):
        between = text[words[i - 1].end : words[i].start]
        if _begins_another(between, words, last, i):
            last = i
            yield i


def _begins_another(between: str, words: Sequence[Token], last: int, i: int) -> bool:
    if between != " " and _ENDS.search(between) and not _is_shortened(between, words[i - 1]):
        return True
    joins = words[i].norm in JOINS
    behind = words[i + 1 :] if joins else words[i:]
    if not behind or behind[0].norm in _GO_ON:
        return False
    if joins or _SIGN_OF_JOINING.search(between):
        return "," in between or begins_to_ask(words[i:]) or asks(behind)
    return "," in between and behind[0].norm in _BEHIND_COMMA and begins_to_ask(words[last:i])


def _is_shortened(between: str, before: Token) -> bool:
    return between.startswith(".") and (before.norm in SHORTENED or len(before.norm) == 1)


def _behind_fillers(words: Sequence[Token]) -> Sequence[Token]:
    begun = next((i for i, word in enumerate(words) if as_said(word) not in FILLERS), 0)
    return words[begun:]


def _begins_with(first: Set[str], words: Sequence[Token]) -> bool:
    return any(word.norm in first for word in words[:_FIRST])
