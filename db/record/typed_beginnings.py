"""What names may be typed from, in order: found by their first letters, and kept as one text. Pure."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator

from db.record.like_names import Texts


class TypedBeginnings:
    """Texts that somebody may begin to type, each with whether it is only a part of a name, and whose name that is.

    Of three thousand, as strings and tuples they would take four times as much.
    """

    __slots__ = ("_named", "_names", "_texts")

    def __init__(self, rows: Iterable[tuple[str, bool, str]]) -> None:
        ordered = sorted(rows)
        self._texts = Texts(text for text, _, _ in ordered)
        self._names = tuple({name: None for _, _, name in ordered})
        number = {name: place for place, name in enumerate(self._names)}
        # The number of the name, and in the last bit whether the text is only a part of one.
        self._named = array("I", (number[name] << 1 | within for _, within, name in ordered))

    def of(self, typed: str, most: int) -> Iterator[tuple[bool, str]]:
        """Of the first so many texts that begin so: whether each is a part of a name, and whose that is."""
        first = bisect_left(range(len(self._named)), typed, key=self._texts.__getitem__)
        for place in range(first, min(first + most, len(self._named))):
            if not self._texts[place].startswith(typed):
                return
            named = self._named[place]
            yield bool(named & 1), self._names[named >> 1]
