"""Answers to general questions: what they say, while what holds, and in which ways they are asked. Pure.

A question is recognised by the words that it shares with a way of asking that is on file; rare words weigh more.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import log

from db.record.text import clean, tokens

LONGEST_ANSWER = 600
PLACEHOLDER = re.compile(r"\{(\w+)\}")
_CONDITION = re.compile(r"(?P<figure>\w+) *(?P<how>=|<|>) *(?P<number>\d+)")
# A count, or a "none", of what the record holds: it must be a placeholder, or hold only while a condition does.
FIGURE = re.compile(
    r"\b(?:\d+|no|none|one|two|three|four|five|six|seven|eight|nine|ten|twenty|eighty|ninety)\b(?: \w+)?"
    r" (?:ties?\b|of (?:the )?(?:\d+ )?ties\b|(?:is|are) on record)|\bnone (?:is|are|on)\b",
    re.IGNORECASE,
)
# Endings of English words, longest first, which the ways of asking should not differ by.
_ENDINGS = ("ings", "ing", "ied", "ies", "ed", "es", "ly", "s", "d", "e", "y")
_SHORTEST_ROOT = 3
# A text of more different words is no general question.
_LONGEST = 40
# A word that no way of asking has weighs this much of the rarest that one has.
_FOREIGN = 0.7


@dataclass(frozen=True, slots=True)
class Explanation:
    """An answer to a general question. ``en``, ``uk`` and ``ru`` are ways of asking it.

    ``answer`` is in English and has figures as ``{ties}``. It holds while ``holds_while``, such as ``disputed = 0``,
    does; else what the question ``instead`` is answered by stands in its place. ``sources`` are ids, ``unlinked``
    sources without an address, ``see`` ids of ties and of other answers. ``small_talk``: no question about the subject.
    """

    id: str
    topic: str
    answer: str
    en: tuple[str, ...]
    uk: tuple[str, ...] = ()
    ru: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    unlinked: tuple[str, ...] = ()
    see: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    holds_while: str | None = None
    instead: str | None = None
    small_talk: bool = False

    def told(self, figures: Mapping[str, int]) -> str:
        """The answer with its figures. Raises KeyError for one that is not known."""
        return PLACEHOLDER.sub(lambda found: f"{figures[found[1]]:,}", self.answer)

    def holds(self, figures: Mapping[str, int]) -> bool:
        """Whether it is true of the record by these figures. Raises ValueError for a condition that cannot be read."""
        return self.holds_while is None or holds(self.holds_while, figures)


def holds(condition: str, figures: Mapping[str, int]) -> bool:
    """Whether a condition such as ``disputed = 0`` holds. Raises ValueError for one that cannot be read."""
    found = _CONDITION.fullmatch(condition)
    if found is None or found["figure"] not in figures:
        raise ValueError(f"{condition!r} is no figure, =, < or >, and a number")
    figure, number = figures[found["figure"]], int(found["number"])
    return {"=": figure == number, "<": figure < number, ">": figure > number}[found["how"]]


@dataclass(frozen=True, slots=True)
class FoundExplanation:
    """An answer whose way of asking is like a question: ``likeness`` is 1 where all words are the same.

    ``unshared`` are the words of the question that the way has not, but others have.
    """

    explanation: Explanation
    likeness: float
    unshared: frozenset[str] = frozenset()


class Explanations:
    """Answers by the ways in which they are asked."""

    def __init__(self, explanations: Iterable[Explanation]) -> None:
        self.all = tuple(explanations)
        ways = [(_of_way(way), each) for each in self.all for way in (*each.en, *each.uk, *each.ru)]
        known = Counter(word for words, _ in ways for word in words)
        self._weight = {word: log(1 + len(ways) / count) for word, count in known.items()}
        self._foreign = _FOREIGN * log(1 + len(ways))
        self._ways = [(self._sum(words), each) for words, each in ways]
        self._with_word: dict[str, list[int]] = defaultdict(list)
        for number, (words, _) in enumerate(ways):
            for word in words:
                self._with_word[word].append(number)

    def find(self, norms: Iterable[str]) -> FoundExplanation | None:
        """The answer whose way of asking is most like these normalised words, if any shares one."""
        asked = _roots(norms)
        if len(asked) > _LONGEST:
            return None
        total = self._sum(asked)
        shared: dict[int, float] = defaultdict(float)
        for word in asked & self._weight.keys():
            for number in self._with_word[word]:
                shared[number] += self._weight[word]
        likeness = {number: 2 * weight / (total + self._ways[number][0]) for number, weight in shared.items()}
        best = max(likeness, key=lambda number: likeness[number], default=None)
        if best is None:
            return None
        unshared = frozenset(word for word in asked & self._weight.keys() if best not in self._with_word[word])
        return FoundExplanation(self._ways[best][1], likeness[best], unshared)

    def by_id(self, name: str) -> Explanation | None:
        """The answer of this id."""
        return next((each for each in self.all if each.id == name), None)

    def _sum(self, words: Iterable[str]) -> float:
        return sum(self._weight.get(word, self._foreign) for word in words)


def _of_way(way: str) -> frozenset[str]:
    return _roots(word.norm for word in tokens(clean(way)))


def root(norm: str) -> str:
    """A normalised word without its ending, as the ways of asking are compared by it."""
    return _root(norm)


def _roots(norms: Iterable[str]) -> frozenset[str]:
    return frozenset(map(_root, norms))


def _root(word: str) -> str:
    if not word.isascii():
        return word
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_ROOT), "")
    return word.removesuffix(ending)
