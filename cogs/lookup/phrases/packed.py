"""What is known of thousands of phrases, packed: as objects of Python they would take many times the memory. Pure."""

from __future__ import annotations

import zlib
from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence
from hashlib import blake2b

from db.record.like_names import GLANCE

# So many texts are compressed together: one is read again by undoing so many, of some 50 bytes each.
_TOGETHER = 16
# After so many new ones the letters of texts that are numbered are let go of.
_NEW = 1_024
# A pair is one number, of so many bits for each.
_BITS = 16
_LAST = (1 << _BITS) - 1
# After so many questions since the last pair was put in, it is noted where those with each number begin.
_ASKED = 250


def _with_end(ends: array[int], end: int) -> array[int]:
    """Where texts end that stand one behind the other, with one more: in two bytes each while that is enough."""
    if end > _LAST and ends.typecode == "H":
        ends = array("I", ends)
    ends.append(end)
    return ends


class Rows:
    """Rows of small whole numbers, one behind the other: as a tuple each, they would take six times as much."""

    def __init__(self) -> None:
        self._numbers = array("H")
        self._ends = array("H", (0,))

    def append(self, row: Iterable[int]) -> None:
        """Put a row behind the others, of numbers up to 65,535."""
        self._numbers.extend(row)
        self._ends = _with_end(self._ends, len(self._numbers))

    def __getitem__(self, at: int) -> Sequence[int]:
        return self._numbers[self._ends[at] : self._ends[at + 1]]


class Pairs:
    """Numbers up to 65,535, each with others: as a dictionary of lists they would take many times the memory."""

    def __init__(self) -> None:
        # Both as one number, in order; and where those with each begin, once that is noted.
        self._pairs, self._begins = array("I"), array("I")
        self._asked = 0

    def add(self, one: int, other: int) -> None:
        """Put another with one."""
        insort(self._pairs, one << _BITS | other)
        self._begins, self._asked = array("I"), 0

    def with_any(self, ones: Iterable[int]) -> list[int]:
        """All that are with any of these."""
        if not self._begins:
            self._asked += 1
            if self._asked > _ASKED:
                self.note_places()
        pairs, found = self._pairs, list[int]()
        for first, behind in self._spans(ones):
            if first < behind:
                found += [pair & _LAST for pair in pairs[first:behind]]
        return found

    def _spans(self, ones: Iterable[int]) -> list[tuple[int, int]]:
        begins, pairs = self._begins, self._pairs
        if not begins:
            return [(bisect_left(pairs, one << _BITS), bisect_left(pairs, one + 1 << _BITS)) for one in ones]
        last = len(begins) - 1
        return [(begins[one], begins[one + 1]) for one in ones if one < last]

    def note_places(self) -> None:
        """Note where those with each number begin, until more are put in."""
        begins = array("H" if len(self._pairs) <= _LAST else "I")
        for place, pair in enumerate(self._pairs):
            while len(begins) <= pair >> _BITS:
                begins.append(place)
        begins.append(len(self._pairs))
        self._begins = begins


class Written:
    """Texts by their numbers, in the order in which they came, compressed: a text each would take eight times as much.

    The last that were undone are kept: who reads one mostly reads the next as well.
    """

    def __init__(self) -> None:
        self._blocks: list[bytes] = []
        self._pending = bytearray()
        # Where each ends in its block.
        self._ends = array("H")
        self._undone: tuple[int, bytes] = (-1, b"")

    def append(self, text: str) -> None:
        """Put a text behind the others."""
        self._pending += text.encode()
        self._ends = _with_end(self._ends, len(self._pending))
        if len(self._ends) % _TOGETHER == 0:
            self._blocks.append(zlib.compress(self._pending))
            self._pending = bytearray()

    def __getitem__(self, number: int) -> str:
        block, place = divmod(number, _TOGETHER)
        begin = self._ends[number - 1] if place else 0
        return self._block(block)[begin : self._ends[number]].decode()

    def _block(self, number: int) -> bytes | bytearray:
        if number == len(self._blocks):
            return self._pending
        # Taken at once: another thread may put others in its place.
        undone = self._undone
        if undone[0] != number:
            undone = self._undone = (number, zlib.decompress(self._blocks[number]))
        return undone[1]


def _hash(text: str) -> int:
    """The same in every process, as Python's own is not: what is known of phrases is kept from one to the next."""
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little", signed=True)


class Numbered:
    """Texts, each with its number in the order in which they came. Most are known by their hashes of 64 bits alone."""

    def __init__(self) -> None:
        self._new: dict[str, int] = {}
        # Hashes in their order, and the number of each, up to 65,535.
        self._packed = array("q"), array("H")

    def __len__(self) -> int:
        return len(self._packed[0]) + len(self._new)

    def number(self, text: str) -> int:
        """The number of a text, which gets the next if it has none."""
        number = self._number_of(text)
        return self._add(text) if number is None else number

    def _add(self, text: str) -> int:
        number = self._new[text] = len(self)
        if len(self._new) >= _NEW:
            self.pack()
        return number

    def _number_of(self, text: str) -> int | None:
        number = self._new.get(text)
        if number is not None:
            return number
        # Taken together, and after those that are new: another thread may be packing.
        hashes, numbers = self._packed
        wanted = _hash(text)
        place = bisect_left(hashes, wanted)
        return numbers[place] if place < len(hashes) and hashes[place] == wanted else None

    def pack(self) -> None:
        """Let go of the letters of the texts that are new."""
        # What is in order already is taken over in pieces: as numbers of Python it would take ten times the memory.
        (known, of_known), hashes, numbers, begin = self._packed, array("q"), array("H"), 0
        for wanted, number in sorted((_hash(text), number) for text, number in self._new.items()):
            end = bisect_left(known, wanted, begin)
            hashes += known[begin:end]
            numbers += of_known[begin:end]
            hashes.append(wanted)
            numbers.append(number)
            begin = end
        self._packed = hashes + known[begin:], numbers + of_known[begin:]
        self._new.clear()


class NumberedAtAGlance(Numbered):
    """Texts with their numbers, among many others: most of those are seen at a glance to have none."""

    def __init__(self) -> None:
        super().__init__()
        self._glance = bytearray(GLANCE + 1)

    def of(self, texts: Iterable[str]) -> list[int]:
        """The numbers of those of some texts that have one, in their order."""
        # Of each new word of a question seven are asked for.
        found = (self._number_of(text) for text in texts)
        return [number for number in found if number is not None]

    def _add(self, text: str) -> int:
        self._glance[zlib.crc32(text.encode()) & GLANCE] = 1
        return super()._add(text)

    def _number_of(self, text: str) -> int | None:
        return super()._number_of(text) if self._glance[zlib.crc32(text.encode()) & GLANCE] else None
