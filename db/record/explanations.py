"""Answers to general questions: what they say, while what holds, and in which ways they are asked. Pure.

A question is recognised by the meanings that it shares with a way of asking that is on file, and with all ways for the
same answer; rare ones weigh more. Words that mean the same are one, in all languages.
"""

from __future__ import annotations

import json
import re
import tomllib
import zlib
from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from math import fsum, log, sqrt

from db.record.caching import remembered
from db.record.paths import DATA
from db.record.stop_words import STOP_WORDS
from db.record.text import clean, fold, normalise, tokens

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
# A word that no way of asking has weighs this much of the rarest that one has, and one that only joins others hardly
# anything.
_FOREIGN, _JOINS, _OF_STOP_WORD = 0.7, 0.3, 0.4
# Meanings that any question may have.
_PLAIN = "=plain"
# Of so many times as many topics as are wanted it is looked how like they are.
_LOOKED_AT = 4
# Words that join others in Ukrainian and Russian, normalised: alone they tell of no answer.
_JOINING = frozenset(
    map(
        normalise,
        "то так я же ли бы б вот ну еще ещё ще уже вже дай дайте нам нас себе все всё всі тоже теж тут".split(),
    )
)
_LITTLE = frozenset({_PLAIN, "=you", "=be"})
_OF_EVERY_QUESTION = frozenset({*_LITTLE, "=why", "=sister", "=city", "=tie", "=russia"})
# So much of the likeness is that with one way of asking; the rest is how much any way for the same answer holds.
_OF_WAY = 0.65
# More than sums of weights differ by that are added up in another order.
_A_HAIR = 1e-6


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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


class _Ways:
    """The ways of asking for one topic, by their words and what those weigh."""

    __slots__ = ("_by_weight", "_rising", "weights", "words")

    def __init__(self, words: Sequence[tuple[str, ...]], weights: Sequence[float]) -> None:
        self.words = tuple(words)
        self.weights = array("d", weights)
        self._by_weight = array("H", sorted(range(len(weights)), key=weights.__getitem__))
        self._rising = array("d", sorted(weights))

    def within(self, held: float, total: float, part: float) -> Iterable[int]:
        """The places of the ways that weigh enough and not too much to share such a part of the weight of both.

        A question of weight ``total`` shares with none more than it weighs, nor more than is ``held``.
        """
        if part <= 0:
            return range(len(self.words))
        if part >= 1:
            return ()
        first = bisect_left(self._rising, total * part / (1 - part) - _A_HAIR)
        behind = bisect_right(self._rising, held / part - total + _A_HAIR)
        return sorted(self._by_weight[first:behind])


# Some of the topics, as the bits of a whole number.
Topics = int


class Explanations:
    """Answers by the ways in which they are asked."""

    def __init__(self, explanations: Iterable[Explanation]) -> None:
        full = tuple(explanations)
        # The ways and phrases as they are written are looked at once more, when phrases and the record are indexed.
        written = {each.id: (each.en, each.uk, each.ru, each.phrases) for each in full}
        self._written = zlib.compress(json.dumps(written).encode())
        self.all = tuple(replace(each, en=(), uk=(), ru=(), phrases=()) for each in full)
        ways = [
            (_of_way(way), lean)
            for each, lean in zip(full, self.all, strict=True)
            for way in (*each.en, *each.uk, *each.ru)
        ]
        topics: dict[str, set[str]] = defaultdict(set)
        for words, each in ways:
            topics[each.id] |= words
        known = Counter(word for words in topics.values() for word in words)
        self._weight = {word: _weight(word, len(topics), count) for word, count in known.items()}
        self._foreign = _FOREIGN * log(1 + len(topics))
        self._names = tuple(topics)
        self._place = {topic: number for number, topic in enumerate(topics)}
        # The topics of each word as the bits of a whole number: common words have hundreds.
        topics_of: defaultdict[str, int] = defaultdict(int)
        for topic, held in topics.items():
            for word in held:
                topics_of[word] |= 1 << self._place[topic]
        self._topics_of = dict(topics_of)
        # Tuples, and each word once: as sets of their own words the thousands of ways would take 2 MiB.
        same = {word: word for word in self._weight}
        by_topic: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        # Ways of the same meanings, in two languages or two spellings, are one.
        for words, name in dict.fromkeys((words, each.id) for words, each in ways):
            by_topic[name].append(tuple(same[word] for word in words))
        self._of_id = {each.id: each for each in self.all}
        self._ways = {topic: _Ways(own, [self._sum(words) for words in own]) for topic, own in by_topic.items()}
        subjects: defaultdict[str, list[str]] = defaultdict(list)
        for each in self.all:
            subjects[each.subject].append(each.id)
        self._subjects = {subject: self.topics(ids) for subject, ids in subjects.items()}

    def find(
        self,
        norms: Iterable[str],
        more_than: float = 0.0,
        subject: str = "",
        *,
        among: Topics | None = None,
        within: float = 0.0,
    ) -> FoundExplanation | None:
        """The answer whose ways of asking are most like these normalised words, if any is liker than that.

        With a ``subject``, only those about it; ``among`` some, only those. The next best is looked for as far
        as ``within`` below the best.
        """
        asked = _meanings(norms)
        if len(asked) > _LONGEST or asked == {_PLAIN}:
            return None
        total, known = self._sum(asked), asked & self._weight.keys()
        best: tuple[float, tuple[str, ...], str] | None = None
        rival, enough = 0.0, more_than
        among = self._of_subject(subject) if among is None else among
        for topic, held in self._by_topic(known, _least_held(enough, total), among):
            more = max(enough, rival)
            if _likeness(held, held, held, total) <= more:
                break
            found = self._best_way(topic, known, held, total, more)
            if found is None:
                continue
            if best is None or found[0] > best[0]:
                rival, best = best[0] if best else rival, (*found, topic)
                enough = max(enough, best[0] - within)
            else:
                rival = found[0]
        if best is None:
            return None
        likeness, words, topic = best
        telling = frozenset(word for word in known.intersection(words) if _tells(word))
        if all(word.isdigit() for word in telling):
            telling = frozenset()
        near = rival if rival > likeness - within else 0.0
        return FoundExplanation(self._of_id[topic], likeness, known.difference(words), telling, near)

    def _best_way(
        self, topic: str, known: frozenset[str], held: float, total: float, more_than: float
    ) -> tuple[float, tuple[str, ...]] | None:
        """How like a question is to the way of asking for a topic that is most like it, with its words."""
        best = None
        # As ``_likeness`` has it: this is done some hundred times a question.
        of_way, of_topic = _OF_WAY * 2, (1 - _OF_WAY) * held / total
        weight_of, ways = self._weight.__getitem__, self._ways[topic]
        for place in ways.within(held, total, (more_than - of_topic) / of_way):
            weight = ways.weights[place]
            if of_way * min(held, weight) / (total + weight) + of_topic <= more_than:
                continue
            way = ways.words[place]
            shared = fsum(map(weight_of, known.intersection(way)))
            likeness = of_way * shared / (total + weight) + of_topic
            if shared and likeness > more_than:
                best, more_than = (likeness, way), likeness
        return best

    def nearest(self, norms: Iterable[str], enough: float, most: int, subject: str = "") -> list[FoundExplanation]:
        """The answers that are like these normalised words and share a telling word, the most like them first.

        With a ``subject``, only those about it.
        """
        asked = _meanings(norms)
        if len(asked) > _LONGEST:
            return []
        total, known = self._sum(asked), asked & self._weight.keys()
        found: list[FoundExplanation] = []
        of_subject = self._of_subject(subject)
        for topic, held in self._by_topic(known, _least_held(enough, total), of_subject)[: most * _LOOKED_AT]:
            each, ways = self._of_id[topic], self._ways[topic]
            for way, weight in zip(ways.words, ways.weights, strict=True):
                telling = frozenset(filter(_tells, known.intersection(way)))
                likeness = _likeness(self._sum(known.intersection(way)), weight, held, total)
                if telling and likeness >= enough and not each.small_talk:
                    found.append(FoundExplanation(each, likeness, known.difference(way), telling))
        best: dict[str, FoundExplanation] = {}
        for one in sorted(found, key=lambda one: -one.likeness):
            best.setdefault(one.explanation.id, one)
        return list(best.values())[:most]

    def _by_topic(self, known: frozenset[str], least: float, among: Topics | None = None) -> list[tuple[str, float]]:
        """The topics of which any way of asking holds so much of these words, with how much that is, the most first.

        ``among``: of these alone.
        """
        weight_of, left = self._weight.__getitem__, self._sum(known)
        if left < least:
            return []
        topics = 0
        rarest = [(self._topics_of[word], weight_of(word)) for word in sorted(known, key=weight_of, reverse=True)]
        for having, weight in rarest:
            if left < least:
                break
            topics |= having
            left -= weight
        if among is not None:
            topics &= among
        found = []
        while topics:
            topic = topics & -topics
            topics ^= topic
            held = fsum([weight for having, weight in rarest if having & topic])
            if held >= least:
                found.append((self._names[topic.bit_length() - 1], held))
        # Those that hold as much stay in their order.
        return sorted(found, key=lambda each: -each[1])

    def topics(self, ids: Iterable[str]) -> Topics:
        """Those of some ids, to be looked among."""
        return sum(1 << self._place[name] for name in set(ids) if name in self._place)

    def _of_subject(self, subject: str) -> Topics | None:
        return self._subjects.get(subject, 0) if subject else None

    def in_full(self) -> Iterator[Explanation]:
        """The answers with their ways of asking and phrases, which those of ``all`` and all found are without."""
        written = json.loads(zlib.decompress(self._written))
        for each in self.all:
            en, uk, ru, phrases = map(tuple, written[each.id])
            yield replace(each, en=en, uk=uk, ru=ru, phrases=phrases)

    def by_id(self, name: str) -> Explanation | None:
        """The answer of this id."""
        return self._of_id.get(name)

    def knows(self, norm: str) -> bool:
        """Whether any way of asking has a normalised word, or one that means the same."""
        return meaning(norm) in self._weight

    def unknown_to(self, name: str, norms: Iterable[str]) -> list[str]:
        """Those of these normalised words that no way of asking for this answer has, nor any that means the same."""
        topic = self.topics([name])
        return [norm for norm in norms if not self._topics_of.get(meaning(norm), 0) & topic]

    def _sum(self, words: Iterable[str]) -> float:
        """How much words weigh together, the same in whatever order they come."""
        return fsum([self._weight[word] if word in self._weight else self._of_foreign(word) for word in words])

    def _of_foreign(self, word: str) -> float:
        return _JOINS if word in STOP_WORDS else self._foreign


def _likeness(shared: float, way: float, held: float, total: float) -> float:
    """How like a question of weight ``total`` is to a way of weight ``way``.

    ``shared`` is what they share, ``held`` what the question shares with any way of the topic. It grows with each, so
    no way is likelier than one that has all.
    """
    return _OF_WAY * 2 * shared / (total + way) + (1 - _OF_WAY) * held / total


def _least_held(likeness: float, total: float) -> float:
    """How much of a question's weight any way of a topic must hold for a likeness: ``_likeness`` of all that is held,
    solved for that.
    """
    both = 2 * _OF_WAY + (1 - _OF_WAY) - likeness
    return total * (sqrt(both**2 + 4 * (1 - _OF_WAY) * likeness) - both) / (2 * (1 - _OF_WAY)) - _A_HAIR


def _weight(word: str, topics: int, count: int) -> float:
    """What a word tells of which answer is meant: the more, the fewer answers are asked for by it."""
    return log(1 + topics / count) * (_OF_STOP_WORD if word in STOP_WORDS or word in _LITTLE else 1.0)


def _tells(word: str) -> bool:
    return word not in STOP_WORDS and word not in _OF_EVERY_QUESTION and word not in _JOINING


def _of_way(way: str) -> frozenset[str]:
    return _meanings(word.norm for word in tokens(clean(way)))


@remembered(entries=1024, longest=24)
def meaning(norm: str) -> str:
    """A normalised word as ways of asking are compared by it: what it means, if others mean the same, else its root."""
    whole, beginnings, longest = _concepts()
    if norm in whole:
        return whole[norm]
    for length in range(min(len(norm), longest), _SHORTEST_ROOT - 1, -1):
        if (found := beginnings.get(norm[:length])) is not None:
            return found
    return norm if norm in STOP_WORDS else _root(norm)


@cache
def _concepts() -> tuple[dict[str, str], dict[str, str], int]:
    """What words mean, by ``data/vocabulary/concepts.toml``: whole words, beginnings, and the length of the longest."""
    table = tomllib.loads((DATA / "vocabulary" / "concepts.toml").read_text(encoding="utf-8"))
    whole: dict[str, str] = {}
    beginnings: dict[str, str] = {}
    for concept, words in table.items():
        for word in words:
            if word.endswith("*"):
                beginnings[fold(word[:-1])] = f"={concept}"
            else:
                whole[normalise(word)] = f"={concept}"
    return whole, beginnings, max(map(len, beginnings), default=0)


def _meanings(norms: Iterable[str]) -> frozenset[str]:
    return frozenset([meaning(norm) for norm in norms])


def is_of_concept(norm: str) -> bool:
    """Whether a normalised word, as a whole, is one of those whose meaning is on file."""
    return norm in _concepts()[0]


def _root(word: str) -> str:
    if not word.isascii():
        return word
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _SHORTEST_ROOT), "")
    return word.removesuffix(ending)
