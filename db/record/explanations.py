"""Answers to general questions: what they say, while what holds, and in which ways they are asked. Pure.

A question is recognised by the meanings that it shares with a way of asking that is on file, and with all ways for the
same answer; rare ones weigh more. Words that mean the same are one, in all languages.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache

from db.record.caching import remembered
from db.record.stop_words import STOP_WORDS
from db.record.text import clean, normalise, words
from db.record.values import value
from db.record.ways_of_asking import Likeness, Topics, WaysOfAsking
from db.record.word_meanings import concepts

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
_SHORTEST_ROOT, _CYRILLIC_ROOT = 3, 5
# A text of more different words is no general question.
_LONGEST = 40
# Meanings that any question may have.
_PLAIN = "=plain"
# Of so many times as many topics as are wanted it is looked how like they are.
_LOOKED_AT = 4
# Words that join others in Ukrainian and Russian, normalised: alone they tell of no answer.
_JOINING = frozenset(
    map(
        normalise,
        "то так я же ли бы б вот ну еще ещё ще уже вже дай дайте нам нас себе все всё всі тоже теж тут "
        "хоть хоч хотя хоча".split(),
    )
)
_LITTLE = frozenset({_PLAIN, "=you", "=be"})
_OF_EVERY_QUESTION = frozenset({*_LITTLE, "=why", "=whose", "=sister", "=city", "=tie", "=russia"})
_TELLING_NOTHING = STOP_WORDS | _OF_EVERY_QUESTION | _JOINING
# So many words are kept with what they mean while the ways of asking are read.
_WRITTEN = 2_048


@value
class Explanation:
    """An answer to a general question. ``en``, ``uk`` and ``ru`` are ways of asking it.

    ``answer`` is in English and has figures as ``{ties}``. It holds while ``holds_while``, such as ``disputed = 0``,
    does; else what the question ``instead`` is answered by stands in its place. ``sources`` are ids, ``unlinked``
    sources without an address, ``see`` ids of ties and of other answers. ``small_talk``: no question about the subject.
    ``phrases`` are wordings by which it is asked whatever stands beside them, in the notation of phrases; ``alone``:
    then nothing is told of the names beside it. ``together`` are phrases that ask for it where all of them stand in a
    question, in any order. ``subject`` is what it is about, where several answers are of one.
    ``quoted`` are words that ask for it where they stand in quotation marks. ``of_place``: it is asked as well with the
    name of a place, "tell me when Oakland decides". ``answer_uk`` and ``answer_ru`` are the first steps for who asks in
    that language; the whole answer comes after them.
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
    phrases: tuple[str, ...] = ()
    together: tuple[str, ...] = ()
    alone: bool = False
    subject: str = ""
    of_place: bool = False
    quoted: tuple[str, ...] = ()
    answer_uk: str = ""
    answer_ru: str = ""

    def first_steps(self, language: str) -> str:
        """What is said first to who asks in a language, by its code; empty where there is nothing in it."""
        return {"uk": self.answer_uk, "ru": self.answer_ru}.get(language, "")

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


@value
class FoundExplanation:
    """An answer whose way of asking is like a question: ``likeness`` is 1 where all words are the same.

    ``unshared`` are the words of the question that the way has not, but others have. ``telling`` are those that they
    share and that are neither words of asking nor of every question about ties. ``rival`` is how like it the next best
    answer is, where that was asked for.
    """

    explanation: Explanation
    likeness: float
    unshared: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    rival: float = 0.0

    @property
    def ahead(self) -> float:
        """By how much it is liker than the next best answer."""
        return self.likeness - self.rival


class Explanations:
    """Answers by the ways in which they are asked. They are gone through once, and anew whenever they are asked for in
    full: what is read from files each time need not stay in memory.
    """

    def __init__(self, explanations: Iterable[Explanation]) -> None:
        self._explanations = explanations
        self._of_id: dict[str, Explanation] = {}
        self._ways = WaysOfAsking(self._taking_in(), STOP_WORDS | _LITTLE)
        _meant_by.cache_clear()
        self.all = tuple(self._of_id.values())
        subjects: defaultdict[str, list[str]] = defaultdict(list)
        for each in self.all:
            subjects[each.subject].append(each.id)
        self._subjects = {subject: self.topics(ids) for subject, ids in subjects.items()}

    def _taking_in(self) -> Iterator[tuple[str, frozenset[str]]]:
        """The ways of asking of the answers, by their ids, which are kept without them."""
        for each in self._explanations:
            self._of_id[each.id] = replace(each, en=(), uk=(), ru=(), phrases=())
            yield from ((each.id, _of_way(way)) for way in (*each.en, *each.uk, *each.ru))

    def find(
        self,
        norms: Iterable[str],
        more_than: float = 0.0,
        subject: str = "",
        *,
        among: Topics | None = None,
        within: float = 0.0,
        telling: int = 0,
    ) -> FoundExplanation | None:
        """The answer whose ways of asking are most like these normalised words, if any is liker than that.

        With a ``subject``, only those about it; ``among`` some, only those. The next best is looked for as far
        as ``within`` below the best. None is looked for that has not so many ``telling`` words, unless they are a way
        of asking, word for word.
        """
        asked = _meanings(norms)
        if len(asked) > _LONGEST or asked == {_PLAIN} or not self._may_tell(asked, telling):
            return None
        among = self._of_subject(subject) if among is None else among
        found = self._ways.likest(asked, more_than, among, within)
        return self._found(asked, found) if found else None

    def _may_tell(self, asked: frozenset[str], telling: int) -> bool:
        """Whether an answer may share so many telling words with these, or be asked for by them word for word."""
        if not telling:
            return True
        return sum(map(self._ways.knows, asked - _TELLING_NOTHING)) >= telling or self._ways.is_way(asked)

    def _found(self, asked: frozenset[str], like: Likeness) -> FoundExplanation:
        telling = asked.intersection(like.words) - _TELLING_NOTHING
        if all(word.isdigit() for word in telling):
            telling = frozenset()
        unshared = frozenset(word for word in asked.difference(like.words) if self._ways.knows(word))
        return FoundExplanation(self._of_id[like.topic], like.likeness, unshared, telling, like.rival)

    def nearest(self, norms: Iterable[str], enough: float, most: int, subject: str = "") -> list[FoundExplanation]:
        """The answers that are like these normalised words and share a telling word, the most like them first.

        With a ``subject``, only those about it.
        """
        asked = _meanings(norms)
        if len(asked) > _LONGEST:
            return []
        best: dict[str, FoundExplanation] = {}
        for like in self._ways.nearest(asked, enough, most * _LOOKED_AT, self._of_subject(subject)):
            if like.topic not in best and not self._of_id[like.topic].small_talk:
                found = self._found(asked, like)
                if found.telling:
                    best[like.topic] = found
            if len(best) == most:
                break
        return list(best.values())

    def topics(self, ids: Iterable[str]) -> Topics:
        """Those of some ids, to be looked among."""
        return self._ways.topics(ids)

    def _of_subject(self, subject: str) -> Topics | None:
        return self._subjects.get(subject, 0) if subject else None

    def in_full(self) -> Iterator[Explanation]:
        """The answers with their ways of asking and phrases, which those of ``all`` and all found are without."""
        return iter(self._explanations)

    def by_id(self, name: str) -> Explanation | None:
        """The answer of this id."""
        return self._of_id.get(name)

    def knows(self, norm: str) -> bool:
        """Whether any way of asking has a normalised word, or one that means the same."""
        return self._ways.knows(meaning(norm))

    def unknown_to(self, name: str, norms: Iterable[str]) -> list[str]:
        """Those of these normalised words that no way of asking for this answer has, nor any that means the same."""
        return [norm for norm in norms if not self._ways.has(name, meaning(norm))]


def _of_way(way: str) -> frozenset[str]:
    return frozenset([meant for word in words(clean(way)) if (meant := _meant_by(word))])


# Ten thousand ways are read one after the other, and most of their words stand in many of them.
@lru_cache(maxsize=_WRITTEN)
def _meant_by(written: str) -> str:
    """What a word means as it is written; empty where it is none."""
    norm = normalise(written)
    return norm and meaning(norm)


@remembered(entries=1024, longest=24)
def meaning(norm: str) -> str:
    """A normalised word as ways of asking are compared by it: what it means, if others mean the same, else its root."""
    found = concepts().meaning(norm)
    if found is not None:
        return found
    return norm if norm in STOP_WORDS else _root(norm)


def _meanings(norms: Iterable[str]) -> frozenset[str]:
    return frozenset([meaning(norm) for norm in norms])


def is_of_concept(norm: str) -> bool:
    """Whether a normalised word, as a whole, is one of those whose meaning is on file."""
    return concepts().has(norm)


def _root(word: str) -> str:
    """What a word begins with, without what endings change. Left out one by one, the ways of asking in Ukrainian and
    Russian come to their own answer most often by so many letters.
    """
    if not word.isascii():
        return word[:_CYRILLIC_ROOT]
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_ROOT), "")
    return word.removesuffix(ending)
