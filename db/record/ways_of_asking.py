"""How like a question is to the ways of asking for each of several topics, by the words they share. Pure.

Three things count: how much is shared with the way that is most like it, how much of it any way for the topic has, and
how often the ways for the topic have what it has. Words that are asked for in few topics weigh more. Left out one by
one, the ways on file come to their own topic by the three together more often than by any two.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from math import fsum, log, sqrt
from operator import itemgetter
from typing import Final

from db.record.like_names import NumbersByText, Texts
from db.record.values import value

# So much of the likeness is that with one way, what any way holds, and what the ways hold often.
_OF_WAY, _OF_ANY, _OF_MANY = 0.59, 0.2, 0.42
_TWICE = 2 * _OF_WAY
# What is not a way of asking, word for word, is never as like as that.
_NOT_THE_SAME = 0.98
# A word that no way has weighs this much of the rarest that one has, and one that only joins others hardly anything.
_FOREIGN, _JOINS = 0.7, 0.3
# More than sums of weights differ by that are added up in another order.
_A_HAIR = 1e-6
# A word of so many topics has its shares in all of them kept, where it is asked for.
_COMMON = 24
# The topics of so many questions are kept: who answers one asks for them several times.
_KEPT = 8
# Of the bytes of a number.
_ORDER: Final = "little"

# Some of the topics, as the bits of a whole number.
Topics = int


@value
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
# The place of a way, how like it is, and how much it shares.
_Likely = tuple[int, float, float]


class _Asked:
    """The words of a question that any way has, and what they weigh.

    ``words`` are the number of each, what it weighs, and how much of the question's length it is. ``places`` are the
    topics of each, those of the most common word first; ``reach`` is how like a topic may be at most that holds none
    but the most common, by how many. ``looked_at`` are the topics that were looked at.
    """

    __slots__ = ("looked_at", "places", "reach", "total", "words")

    def __init__(self, total: float, words: Sequence[tuple[int, float, float]]) -> None:
        self.total, self.words = total, words
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
    """The ways of asking for one topic: the numbers of all their words, and which of those each has, as bits."""

    __slots__ = ("_by_weight", "_masks", "_vocabulary", "_width", "weights")

    def __init__(self, ways: Sequence[Collection[int]], weights: Sequence[float]) -> None:
        self._vocabulary = array("H", sorted(set[int]().union(*ways)))
        bit = {number: 1 << at for at, number in enumerate(self._vocabulary)}
        # One behind the other, of so many bytes each: as numbers of Python they would take three times the memory.
        self._width = (len(bit) + 7) // 8
        self._masks = b"".join([sum(bit[number] for number in way).to_bytes(self._width, _ORDER) for way in ways])
        self.weights = array("d", weights)
        self._by_weight = array("H", sorted(range(len(weights)), key=weights.__getitem__))

    def words_of(self, place: int) -> Iterator[int]:
        """The numbers of the words of a way."""
        begin = place * self._width
        mask = int.from_bytes(self._masks[begin : begin + self._width], _ORDER)
        while mask:
            # Bit by bit, the lowest first: a way has some eight of hundreds of words.
            yield self._vocabulary[(mask & -mask).bit_length() - 1]
            mask &= mask - 1

    def _within(self, held: float, total: float, part: float) -> Sequence[int]:
        """The places of the ways that weigh enough and not too much to share such a part of the weight of both.

        A question of weight ``total`` shares with none more than it weighs, nor more than is ``held``.
        """
        if part <= 0:
            return self._by_weight
        if part >= 1:
            return ()
        rising, weight = self._by_weight, self.weights.__getitem__
        first = bisect_left(rising, total * part / (1 - part) - _A_HAIR, key=weight)
        return rising[first : bisect_right(rising, held / part - total + _A_HAIR, key=weight)]

    def like(self, asked: _Asked, topic: _Candidate, enough: float) -> list[_Likely]:
        """The ways that are at least so like a question, in the order of their places."""
        _, _, all_held, beside = topic
        total, bits = asked.total, self._bits(asked)
        held = sum(bit for bit, _ in bits)
        # Many ways share the same words with it.
        weighed = {0: 0.0}
        found: list[_Likely] = []
        masks, width, read = self._masks, self._width, int.from_bytes
        # The same words share half of both, and are the same however little else there is.
        for at in self._within(all_held, total, min((enough - beside) / _TWICE, 0.5 - _A_HAIR)):
            same, way = read(masks[at * width : at * width + width], _ORDER) & held, self.weights[at]
            if same not in weighed:
                weighed[same] = fsum([weight for bit, weight in bits if bit & same])
            shared = weighed[same]
            likeness = min(_NOT_THE_SAME, _TWICE * shared / (total + way) + beside)
            if shared > max(way, total) - _A_HAIR:
                likeness = 1.0
            if likeness >= enough:
                found.append((at, likeness, shared))
        found.sort()
        return found

    def _bits(self, asked: _Asked) -> list[tuple[int, float]]:
        """The words of a question that any way has, as bits, each with what it weighs."""
        vocabulary, bits = self._vocabulary, list[tuple[int, float]]()
        for number, weight, _ in asked.words:
            at = bisect_left(vocabulary, number)
            if at < len(vocabulary) and vocabulary[at] == number:
                bits.append((1 << at, weight))
        return bits


def _shares(ways: Iterable[Sequence[int]], rarity: Sequence[float]) -> Mapping[int, float]:
    """How much of what ways of asking ask for each of their words is."""
    shares: defaultdict[int, float] = defaultdict(float)
    for way in ways:
        length = sqrt(fsum([rarity[number] ** 2 for number in way]))
        for number in way:
            shares[number] += rarity[number] / length
    whole = sqrt(fsum(share * share for share in shares.values()))
    return {number: share / whole for number, share in shares.items()}


class WaysOfAsking:
    """The ways of asking for each topic, as meanings of words; ``common`` words weigh less than others."""

    def __init__(self, ways: Iterable[tuple[str, frozenset[str]]], common: Collection[str]) -> None:
        # Ways of the same meanings, in two languages or two spellings, are one. They are numbers from the first: as
        # sets of words they would take 4 MiB while all are read, of which the process keeps hold.
        by_topic: defaultdict[str, dict[tuple[int, ...], None]] = defaultdict(dict)
        numbers: dict[str, int] = {}
        whole: set[int] = set()
        for topic, words in ways:
            whole.add(hash(words))
            by_topic[topic].setdefault(tuple(sorted([numbers.setdefault(word, len(numbers)) for word in words])))
        # A set of words is told by its hash: all of them would take ten times the memory.
        self._whole = array("q", sorted(whole))
        self._names = tuple(by_topic)
        self._place = {topic: number for number, topic in enumerate(by_topic)}
        known = Counter(number for held in by_topic.values() for number in set[int]().union(*held))
        rarity = array("d", [log(1 + len(by_topic) / known[number]) for number in range(len(numbers))])
        # The texts of the words and a dictionary of them would take half a MiB.
        self._words, self._rarity = Texts(numbers), rarity
        self._numbers = NumbersByText({word: (number,) for word, number in numbers.items()})
        self._common = frozenset(common)
        self._foreign = _FOREIGN * log(1 + len(by_topic))
        self._ways = [
            _Ways([*held], [fsum([rarity[number] for number in way]) for way in held]) for held in by_topic.values()
        ]
        self._index([_shares(held, rarity) for held in by_topic.values()], len(numbers))
        # The shares of the words that most questions have, as they are needed.
        self._of_all: dict[int, Sequence[float]] = {}
        self._asked = lru_cache(maxsize=_KEPT)(self._look_up)

    def _index(self, shares: Sequence[Mapping[int, float]], words: int) -> None:
        """For each word the topics that hold it, with how much of what their ways ask for it is: in one array."""
        having: list[list[int]] = [[] for _ in range(words)]
        for place, held in enumerate(shares):
            for number in held:
                having[number].append(place)
        self._starts = array("I", [0])
        self._having, self._share = array("H"), array("f")
        for number, places in enumerate(having):
            self._having.extend(places)
            self._share.extend(shares[place][number] for place in places)
            self._starts.append(len(self._having))

    def topics(self, names: Iterable[str]) -> Topics:
        """Those of some names, to be looked among."""
        return sum(1 << self._place[name] for name in set(names) if name in self._place)

    def knows(self, word: str) -> bool:
        """Whether any way of asking has a word."""
        return self._number(word) is not None

    def _number(self, word: str) -> int | None:
        found = self._numbers.get(word)
        return found[0] if found else None

    def is_way(self, asked: frozenset[str]) -> bool:
        """Whether a question is a way of asking, word for word."""
        wanted = hash(asked)
        at = bisect_left(self._whole, wanted)
        return at < len(self._whole) and self._whole[at] == wanted

    def has(self, topic: str, word: str) -> bool:
        """Whether any way of asking for a topic has a word."""
        number, place = self._number(word), self._place.get(topic)
        return number is not None and place in self._having[self._starts[number] : self._starts[number + 1]]

    def _weight(self, word: str, number: int | None) -> float:
        if number is None:
            return _JOINS if word in self._common else self._foreign
        return self._rarity[number]

    def _span(self, number: int) -> tuple[int, int]:
        return self._starts[number], self._starts[number + 1]

    def _look_up(self, asked: frozenset[str]) -> _Asked:
        numbers = {word: self._number(word) for word in sorted(asked)}
        weights = [self._weight(word, number) for word, number in numbers.items()]
        length = sqrt(fsum([weight**2 for weight in weights]))
        known = zip(numbers.values(), weights, strict=True)
        words = [(number, weight, weight / length) for number, weight in known if number is not None]
        read = _Asked(fsum(weights), words)
        held = squares = 0.0
        topics = [(*self._span(number), weight, rarity) for number, weight, rarity in words]
        for first, behind, weight, rarity in sorted(topics, key=lambda each: each[0] - each[1]):
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
        if anew := places - asked.looked_at.keys():
            self._look_at(asked, anew)
        found = [asked.looked_at[place] for place in sorted(places)]
        found.sort(key=itemgetter(0), reverse=True)
        return found

    def _look_at(self, asked: _Asked, places: Collection[int]) -> None:
        all_held, all_often = dict.fromkeys(places, 0.0), dict.fromkeys(places, 0.0)
        for number, weight, rarity in asked.words:
            first, behind = self._span(number)
            if behind - first < max(len(places), _COMMON):
                for place, share in zip(self._having[first:behind], self._share[first:behind], strict=True):
                    if place in all_held:
                        all_held[place] += weight
                        all_often[place] += rarity * share
                continue
            shares = self._shares_of(number)
            for place in places:
                if share := shares[place]:
                    all_held[place] += weight
                    all_often[place] += rarity * share
        for place in places:
            asked.looked_at[place] = asked.candidate(place, all_held[place], all_often[place])

    def _shares_of(self, number: int) -> Sequence[float]:
        """How much of what each topic's ways ask for a word is, by the topics."""
        if number not in self._of_all:
            first, behind = self._span(number)
            shares = array("f", [0.0]) * len(self._names)
            for place, share in zip(self._having[first:behind], self._share[first:behind], strict=True):
                shares[place] = share
            self._of_all[number] = shares
        return self._of_all[number]

    def likest(
        self, asked: frozenset[str], more_than: float = 0.0, among: Topics | None = None, within: float = 0.0
    ) -> Likeness | None:
        """The topic that a question is most like, if it is liker than that; ``among`` some, only those.

        The next best is looked for as far as ``within`` below the best.
        """
        if more_than >= _NOT_THE_SAME and not self.is_way(asked):
            return None
        read = self._asked(asked)
        best = self._likest(read, more_than, among)
        if best is None:
            return None
        rival = self._likest(read, best[0] - within, among, besides=best[1]) if within else None
        return self._told(best, rival[0] if rival else 0.0)

    def _likest(
        self, read: _Asked, more_than: float, among: Topics | None, besides: int | None = None
    ) -> tuple[float, int, int] | None:
        """The topic that is most like what was read of a question, besides one, if it is liker than that."""
        best = None
        for candidate in self._candidates(read, more_than, among):
            if candidate[0] <= more_than:
                break
            found = self._best_way(read, candidate, more_than) if candidate[1] != besides else None
            if found is not None:
                best, more_than = found, found[0]
        return best

    def _told(self, found: tuple[float, int, int], rival: float = 0.0) -> Likeness:
        likeness, place, at = found
        words = tuple(self._words[number] for number in self._ways[place].words_of(at))
        return Likeness(self._names[place], likeness, words, rival)

    def _best_way(self, asked: _Asked, topic: _Candidate, more_than: float) -> tuple[float, int, int] | None:
        """How like a question is to the way of asking for a topic that is most like it, with the places of both."""
        best, place = None, topic[1]
        for at, likeness, shared in self._ways[place].like(asked, topic, more_than):
            if shared and likeness > more_than:
                best, more_than = (likeness, place, at), likeness
        return best

    def nearest(
        self, asked: frozenset[str], enough: float, most: int, among: Topics | None = None
    ) -> Iterator[Likeness]:
        """The ways of asking that are at least so like a question, of so many topics, the most like first.

        There are hundreds, of which the first few are asked for: each is told when it is.
        """
        read, found = self._asked(asked), list[tuple[float, int, int]]()
        for topic in self._candidates(read, enough, among)[:most]:
            if topic[0] < enough:
                break
            found += [(likeness, topic[1], at) for at, likeness, _ in self._ways[topic[1]].like(read, topic, enough)]
        found.sort(key=itemgetter(0), reverse=True)
        return map(self._told, found)
