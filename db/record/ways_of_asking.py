"""How like a question is to the ways of asking for each of several topics, by the words they share. Pure.

Three things count: how much is shared with the way that is most like it, how much of it any way for the topic has, and
how often the ways for the topic have what it has. Words that are asked for in few topics weigh more. Left out one by
one, the ways on file come to their own topic by the three together more often than by any two.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log, sqrt
from operator import itemgetter

# So much of the likeness is that with one way, what any way holds, and what the ways hold often.
_OF_WAY, _OF_ANY, _OF_MANY = 0.59, 0.2, 0.42
_TWICE = 2 * _OF_WAY
# What is not a way of asking, word for word, is never as like as that.
_NOT_THE_SAME = 0.98
# A word that no way has weighs this much of the rarest that one has, and one that only joins others hardly anything.
_FOREIGN, _JOINS = 0.7, 0.3
# More than sums of weights differ by that are added up in another order.
_A_HAIR = 1e-6
# The topics of so many questions are kept: who answers one asks for them several times.
_KEPT = 8

# Some of the topics, as the bits of a whole number.
Topics = int


@dataclass(frozen=True, slots=True)
class Likeness:
    """How like a question is to a topic: 1 where it is a way of asking, word for word; ``words`` are those of the way.

    ``rival`` is how like it the next best topic is, where that was asked for.
    """

    topic: str
    likeness: float
    words: tuple[str, ...]
    rival: float = 0.0


# A topic that holds words of a question: how like it may be at most, its place, how much of the words it holds, and how
# like it is beside any one way. There are hundreds, for each question.
_Candidate = tuple[float, int, float, float]


class _Asked:
    """The words of a question that any way has, and what they weigh.

    ``words`` are what each weighs, how much of the question's length it is, and where its topics are. ``places`` are
    the topics of each, those of the most common word first; ``reach`` is how like a topic may be at most that holds
    none but the most common, by how many. ``looked_at`` are the topics that were looked at.
    """

    __slots__ = ("known", "looked_at", "places", "reach", "total", "words")

    def __init__(self, known: frozenset[str], total: float, words: Sequence[tuple[float, float, int, int]]) -> None:
        self.known, self.total, self.words = known, total, words
        self.places: list[Sequence[int]] = []
        self.reach: list[float] = []
        self.looked_at: dict[int, _Candidate] = {}

    def candidate(self, place: int, held: float, often: float) -> _Candidate:
        """A topic that holds so much of the words, which its ways have so often."""
        beside = _OF_ANY * held / self.total + _OF_MANY * often
        # No way shares more than is held.
        is_all = held > self.total - _A_HAIR
        most = 1.0 if is_all else _TWICE * held / (self.total + held) + beside + _A_HAIR
        return most, place, held, beside


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


class WaysOfAsking:
    """The ways of asking for each topic, as meanings of words; ``common`` words weigh less than others."""

    def __init__(self, ways: Iterable[tuple[str, frozenset[str]]], common: Collection[str]) -> None:
        # Ways of the same meanings, in two languages or two spellings, are one.
        by_topic: defaultdict[str, dict[frozenset[str], None]] = defaultdict(dict)
        for topic, words in ways:
            by_topic[topic].setdefault(words)
        self._names = tuple(by_topic)
        self._place = {topic: number for number, topic in enumerate(by_topic)}
        known = Counter(word for held in by_topic.values() for word in set().union(*held))
        self._rarity = {word: log(1 + len(by_topic) / count) for word, count in known.items()}
        self._common = frozenset(common)
        self._foreign = _FOREIGN * log(1 + len(by_topic))
        # Tuples, and each word once: as sets of their own words the thousands of ways would take 2 MiB.
        same = {word: word for word in self._rarity}
        self._ways = [
            _Ways([tuple(same[word] for word in words) for words in held], [self.weight_of(words) for words in held])
            for held in by_topic.values()
        ]
        self._index(by_topic.values())
        self._asked = lru_cache(maxsize=_KEPT)(self._look_up)

    def _index(self, by_topic: Iterable[Collection[frozenset[str]]]) -> None:
        """For each word the topics that hold it, with how much of what their ways ask for it is: in one array."""
        having: dict[str, list[tuple[int, float]]] = {word: [] for word in self._rarity}
        for place, held in enumerate(by_topic):
            for word, share in self._shares(held).items():
                having[word].append((place, share))
        self._number = {word: number for number, word in enumerate(having)}
        self._starts = array("I", [0])
        self._having, self._share = array("H"), array("f")
        for found in having.values():
            self._having.extend(place for place, _ in found)
            self._share.extend(share for _, share in found)
            self._starts.append(len(self._having))

    def _shares(self, ways: Iterable[frozenset[str]]) -> Mapping[str, float]:
        shares: defaultdict[str, float] = defaultdict(float)
        for words in ways:
            length = self._length(words)
            for word in words:
                shares[word] += self._rarity[word] / length
        whole = sqrt(fsum(share * share for share in shares.values()))
        return {word: share / whole for word, share in shares.items()}

    def _length(self, words: Iterable[str]) -> float:
        return sqrt(fsum([self._rarity[word] ** 2 for word in words]))

    def topics(self, names: Iterable[str]) -> Topics:
        """Those of some names, to be looked among."""
        return sum(1 << self._place[name] for name in set(names) if name in self._place)

    def knows(self, word: str) -> bool:
        """Whether any way of asking has a word."""
        return word in self._rarity

    def has(self, topic: str, word: str) -> bool:
        """Whether any way of asking for a topic has a word."""
        number, place = self._number.get(word), self._place.get(topic)
        return number is not None and place in self._having[self._starts[number] : self._starts[number + 1]]

    def weight_of(self, words: Iterable[str]) -> float:
        """How much words weigh together, the same in whatever order they come."""
        return fsum([self._weight(word) for word in words])

    def _weight(self, word: str) -> float:
        rarity = self._rarity.get(word)
        if rarity is None:
            return _JOINS if word in self._common else self._foreign
        return rarity

    def _span(self, word: str) -> tuple[int, int]:
        number = self._number[word]
        return self._starts[number], self._starts[number + 1]

    def _look_up(self, asked: frozenset[str]) -> _Asked:
        weights = {word: self._weight(word) for word in asked}
        length, known = sqrt(fsum([weight**2 for weight in weights.values()])), asked & self._rarity.keys()
        words = [(weights[word], self._rarity[word] / length, *self._span(word)) for word in sorted(known)]
        read = _Asked(known, fsum(weights.values()), words)
        held = squares = 0.0
        for weight, rarity, first, behind in sorted(words, key=lambda each: each[2] - each[3]):
            held, squares = held + weight, squares + rarity * rarity
            read.places.append(self._having[first:behind])
            # What the ways of a topic have often is of length one, as the question is.
            read.reach.append(read.candidate(0, held, sqrt(squares))[0] + _A_HAIR)
        return read

    def _candidates(self, asked: _Asked, enough: float, among: Topics | None) -> list[_Candidate]:
        """The topics that may be so like a question, the most like first; ``among`` some, only those.

        Those that hold none but common words are not looked at, where no topic can be so like for these alone.
        """
        places = set[int]().union(*asked.places[bisect_right(asked.reach, enough) :])
        if among is not None:
            places = {place for place in places if among >> place & 1}
        for place in places - asked.looked_at.keys():
            held = often = 0.0
            for weight, rarity, first, behind in asked.words:
                at = bisect_left(self._having, place, first, behind)
                if at < behind and self._having[at] == place:
                    held += weight
                    often += rarity * self._share[at]
            asked.looked_at[place] = asked.candidate(place, held, often)
        found = [asked.looked_at[place] for place in sorted(places)]
        found.sort(key=itemgetter(0), reverse=True)
        return found

    def likest(
        self, asked: frozenset[str], more_than: float = 0.0, among: Topics | None = None, within: float = 0.0
    ) -> Likeness | None:
        """The topic that a question is most like, if it is liker than that; ``among`` some, only those.

        The next best is looked for as far as ``within`` below the best.
        """
        read = self._asked(asked)
        total, known = read.total, read.known
        best: Likeness | None = None
        rival, enough = 0.0, more_than - within
        for most, place, held, beside in self._candidates(read, enough, among):
            more = max(enough, rival)
            if most <= more:
                break
            found = self._best_way(place, known, (held, total, beside), more)
            if found is None:
                continue
            if best is None or found.likeness > best.likeness:
                rival, best = best.likeness if best else rival, found
                enough = max(enough, best.likeness - within)
            else:
                rival = found.likeness
        if best is None or best.likeness <= more_than:
            return None
        near = rival if rival > best.likeness - within else 0.0
        return Likeness(best.topic, best.likeness, best.words, near)

    def _best_way(
        self, place: int, known: frozenset[str], weighed: tuple[float, float, float], more_than: float
    ) -> Likeness | None:
        """How like a question is to the way of asking for a topic that is most like it.

        It is ``weighed`` by what the topic holds of it, by its words together, and by how like it is beside any way.
        """
        best: tuple[float, tuple[str, ...]] | None = None
        held, total, beside = weighed
        ways, weight_of = self._ways[place], self._rarity.__getitem__
        # The same words share half of both, and are the same however little else there is.
        for at in ways.within(held, total, min((more_than - beside) / _TWICE, 0.5 - _A_HAIR)):
            way, weight = ways.words[at], ways.weights[at]
            shared = fsum(map(weight_of, known.intersection(way)))
            likeness = _likeness(shared, weight, total, beside)
            if shared and likeness > more_than:
                best, more_than = (likeness, way), likeness
        return Likeness(self._names[place], *best) if best else None

    def nearest(self, asked: frozenset[str], enough: float, most: int, among: Topics | None = None) -> list[Likeness]:
        """The ways of asking that are at least so like a question, of so many topics, the most like first."""
        read = self._asked(asked)
        total, known = read.total, read.known
        found: list[Likeness] = []
        weight_of = self._rarity.__getitem__
        for at_most, place, held, beside in self._candidates(read, enough, among)[:most]:
            if at_most < enough:
                break
            ways = self._ways[place]
            for at in ways.within(held, total, min((enough - beside) / _TWICE, 0.5 - _A_HAIR)):
                way = ways.words[at]
                shared = fsum(map(weight_of, known.intersection(way)))
                likeness = _likeness(shared, ways.weights[at], total, beside)
                if likeness >= enough:
                    found.append(Likeness(self._names[place], likeness, way))
        return sorted(found, key=lambda one: -one.likeness)


def _likeness(shared: float, way: float, total: float, beside: float) -> float:
    """How like a question of weight ``total`` is to a way of weight ``way``, with which it shares so much."""
    if shared > max(way, total) - _A_HAIR:
        return 1.0
    return min(_NOT_THE_SAME, _TWICE * shared / (total + way) + beside)
