"""Names by what stands for them, and by their runs of three letters: those near to a mistyped one are found without
looking at all. Pure.

Texts are kept as hashes of 64 bits, in their order: as dictionaries and sets they would take five times the memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, chain

from db.record.values import value

GLANCE = 0xFFFF
_FEWEST_SHARED = 2
# So many names can be numbered by two bytes each.
_MOST_IN_TWO_BYTES = 1 << 16


def glance(texts: Iterable[str]) -> bytes:
    """By the last bits of hashes, ``hash(text) & GLANCE``, whether a text may be among these: most others are seen not
    to be without looking for them.
    """
    seen = bytearray(GLANCE + 1)
    for text in texts:
        seen[hash(text) & GLANCE] = 1
    return bytes(seen)


class TextSet:
    """Texts of which only is asked whether one is among them."""

    __slots__ = ("_hashes",)

    def __init__(self, texts: Iterable[str]) -> None:
        self._hashes = array("q", sorted(set(map(hash, texts))))

    def __contains__(self, text: str) -> bool:
        wanted = hash(text)
        place = bisect_left(self._hashes, wanted)
        return place < len(self._hashes) and self._hashes[place] == wanted


class NumbersByText:
    """Numbers by texts that stand for them; of one text, in the order in which they were given."""

    __slots__ = ("_hashes", "_numbers")

    def __init__(self, numbers: Mapping[str, Sequence[int]]) -> None:
        found = {hash(text): each for text, each in numbers.items()}
        ordered = sorted(found)
        self._hashes = array("q", chain.from_iterable([each] * len(found[each]) for each in ordered))
        self._numbers = array("I", chain.from_iterable(found[each] for each in ordered))

    def get(self, text: str) -> Sequence[int]:
        """The numbers that a text stands for."""
        wanted, known = hash(text), self._hashes
        begin = end = bisect_left(known, wanted)
        while end < len(known) and known[end] == wanted:
            end += 1
        return self._numbers[begin:end] if end > begin else ()


class NamesByText:
    """Names by texts that stand for them, such as how they sound."""

    __slots__ = ("_hashes", "_names")

    def __init__(self, names: Mapping[str, str]) -> None:
        found = {hash(text): name for text, name in names.items()}
        self._hashes = array("q", sorted(found))
        self._names = Texts(found[each] for each in self._hashes)

    def get(self, text: str) -> str | None:
        """The name that a text stands for."""
        wanted = hash(text)
        place = bisect_left(self._hashes, wanted)
        return self._names[place] if place < len(self._hashes) and self._hashes[place] == wanted else None


class Texts:
    """Short texts by their numbers, kept as one: a string of each would take five times the memory."""

    __slots__ = ("_all", "_ends")

    def __init__(self, texts: Iterable[str]) -> None:
        encoded = [text.encode() for text in texts]
        self._all = b"".join(encoded)
        self._ends = array("I", accumulate(map(len, encoded)))

    def __getitem__(self, number: int) -> str:
        return self._all[self._ends[number - 1] if number else 0 : self._ends[number]].decode()


class LikeNames:
    """An index of names without blanks. The runs are a row of numbers in their order, and which names hold each is
    another, for all of them: as a dictionary of tuples they would take eight times the memory. Names are numbered by
    length, so that those of the lengths that come into question stand together.
    """

    def __init__(self, names: Iterable[str]) -> None:
        given = list(names)
        numbers = "H" if len(given) <= _MOST_IN_TWO_BYTES else "I"
        self._ranks = array(numbers, sorted(range(len(given)), key=lambda rank: len(given[rank])))
        by_length = [given[rank] for rank in self._ranks]
        self._names = Texts(by_length)
        # How many names are shorter than each length.
        longest = len(by_length[-1]) if by_length else 0
        self._shorter = [bisect_left(by_length, length, key=len) for length in range(longest + 2)]
        holders: defaultdict[int, list[int]] = defaultdict(list)
        for number, name in enumerate(by_length):
            for run in _runs(name):
                holders[run].append(number)
        self._runs = array("q", sorted(holders))
        self._holders = array(numbers)
        self._ends = array("I", [0])
        for run in self._runs:
            self._holders.extend(holders[run])
            self._ends.append(len(self._holders))

    def near(self, typed: str, errors: int) -> list[str]:
        """The names with enough runs in common with what was typed, the last first: an error spoils three at most.

        They differ in length by no more than ``errors``.
        """
        return self.sought(typed).near(errors)

    def sought(self, typed: str) -> Sought:
        """What was typed, to be looked for with few errors and then with more."""
        known, ends = self._runs, self._ends
        runs, spans = _runs(typed), []
        for run in runs:
            place = bisect_left(known, run)
            if place < len(known) and known[place] == run:
                spans.append((ends[place], ends[place + 1]))
        return Sought(self, len(typed), len(runs), spans)

    def sharing(self, spans: Iterable[tuple[int, int]], shortest: int, longest: int, needed: int) -> list[str]:
        """The names of such lengths, the last first, that so many of the spans of ``holders`` have."""
        last = len(self._shorter) - 1
        first, behind = self._shorter[min(max(0, shortest), last)], self._shorter[min(longest + 1, last)]
        holders = self._holders
        holding = []
        for start, end in spans:
            begin = bisect_left(holders, first, start, end)
            if begin < end and holders[begin] < behind:
                holding.append(holders[begin : bisect_left(holders, behind, begin, end)])
        if len(holding) < needed:
            return []
        shared = Counter(chain.from_iterable(holding))
        enough = [number for number, count in shared.items() if count >= needed]
        # In a certain order: the set of runs has another one in each process.
        return [self._names[number] for number in sorted(enough, key=self._ranks.__getitem__, reverse=True)]


@value
class Sought:
    """What was typed, of so many letters and runs, with where the names are that hold each run that any name has."""

    names: LikeNames
    length: int
    runs: int
    spans: Sequence[tuple[int, int]]

    def near(self, errors: int) -> list[str]:
        """The names with enough runs in common, the last first: an error spoils three at most."""
        return self._sharing(errors, 3 * errors)

    def one_off(self) -> list[str]:
        """The names that may be one error away, the last first. Letters that change places spoil four runs."""
        return self._sharing(1, 4)

    def _sharing(self, errors: int, spoilt: int) -> list[str]:
        needed = max(_FEWEST_SHARED, self.runs - spoilt)
        return self.names.sharing(self.spans, self.length - errors, self.length + errors, needed)


def _runs(name: str) -> set[int]:
    """The runs of a name and of its ends, each as one number of 63 bits: a letter has 21."""
    letters = [ord(letter) for letter in f"^{name}$"]
    return {one << 42 | two << 21 | three for one, two, three in zip(letters, letters[1:], letters[2:], strict=False)}
