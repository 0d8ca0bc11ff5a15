"""Where a phrase is in a text that was looked through: tried at each place where it may begin. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from cogs.lookup.phrases.phrase_book import BOOK, GAP
from cogs.lookup.phrases.phrase_forms import Form, end_of, form_of
from cogs.lookup.phrases.text_looked_through import ALL, LookedThrough

# A phrase of whole words, the last perhaps with any ending.
_PLAIN = re.compile(r"\w+(?: \w+)*\*?")
_ENDING = re.compile(r"\w*")
# So many phrases keep what finds them: it takes 1.3 MiB.
_FINDERS = 1_536

# What finds a phrase that begins at a place of a text, where one of its words does: itself, if it is plain; what it is
# as words to be walked through; or an expression.
_Finder = str | Form | re.Pattern[str]


class _Finders:
    """What finds the phrases that were needed last, in the order in which it was made; and which were needed since."""

    def __init__(self) -> None:
        self._kept: dict[int, _Finder] = {}
        self._needed: set[int] = set()

    def __len__(self) -> int:
        return len(self._kept)

    def at(self, number: int, text: LookedThrough, place: int) -> re.Match[str] | None:
        """A phrase, if it begins at a place."""
        finder = self._kept.get(number)
        if finder is None:
            # To make it takes longer than all else: first it is seen whether the words stand so near to each other.
            if not _may_be_at(number, text, place):
                return None
            finder = _finder(BOOK.written(number))
            self._keep(number, finder)
        self._needed.add(number)
        return _found_at(finder, text, place)

    def _keep(self, number: int, finder: _Finder) -> None:
        """Keep what finds a phrase, and let go of one that was not needed since it was last looked at."""
        while len(self._kept) >= _FINDERS:
            oldest = next(iter(self._kept))
            finds = self._kept.pop(oldest)
            if oldest in self._needed:
                self._needed.discard(oldest)
                self._kept[oldest] = finds
        self._kept[number] = finder


_finders = _Finders()


def found_in(looked: LookedThrough, phrases_: Sequence[int]) -> Iterator[re.Match[str]]:
    """Every place of a text where one of some phrases is, none within another."""
    if len(phrases_) == 1:
        phrase = phrases_[0]
        begins = looked.may_begin(phrase)
        tries = [(place, phrase) for place in (begins if len(begins) == 1 else sorted({*begins}))]
    else:
        tries = sorted({(place, phrase) for phrase in phrases_ for place in looked.may_begin(phrase)})
    end = 0
    for place, phrase in tries:
        if place >= end and (match := _finders.at(phrase, looked, place)):
            end = match.end()
            yield match


def first_of(looked: LookedThrough, group: int, phrases_: Sequence[int]) -> re.Match[str] | None:
    """The first place of a text where one of a group of phrases is, of which some may be in it."""
    if group not in looked.first:
        looked.first[group] = next(found_in(looked, phrases_), None)
    return looked.first[group]


def expression(folded: str) -> str:
    """The regular expression of a phrase, its Cyrillic words folded."""
    gapped = GAP.sub(r"(?:\\w+ ){0,\1}", folded.replace("(", "(?:"))
    return gapped.replace("*", r"\w*").replace("} ", "}")


def between_word_ends(expression_: str) -> str:
    """What finds an expression between word ends alone."""
    return rf"\b(?:{expression_})(?!\w)"


def _may_be_at(number: int, text: LookedThrough, place: int) -> bool:
    """Whether all that is needed stands in its order from a place on, within as many words as there may be."""
    last = min(bisect_left(text.starts, place) + BOOK.longest[number], len(text.starts)) - 1
    end, known = text.starts[last], text.begins
    for need in BOOK.needs_of(number):
        nearest = end + 1
        for beginning in need:
            places = known.get(beginning, ())
            at = bisect_left(places, place)
            if at < len(places) and places[at] < nearest:
                nearest = places[at]
        if nearest > end:
            return False
        place = nearest + 1
    return True


def _finder(phrase: str) -> _Finder:
    """What finds a phrase. For most, which are words to be walked through, no expression is compiled."""
    if _PLAIN.fullmatch(phrase):
        return phrase
    return form_of(phrase) or re.compile(between_word_ends(expression(phrase)))


def _found_at(finder: _Finder, looked: LookedThrough, place: int) -> re.Match[str] | None:
    if isinstance(finder, str):
        return _found_plainly(finder, looked.text, place)
    if isinstance(finder, re.Pattern):
        return finder.match(looked.text, place)
    at = bisect_left(looked.starts, place)
    if at == len(looked.starts) or looked.starts[at] != place:
        return None
    end = end_of(finder, looked.words, at)
    return looked.part(place, end) if end else None


def _found_plainly(phrase: str, text: str, place: int) -> re.Match[str] | None:
    letters = phrase.removesuffix("*")
    if not text.startswith(letters, place):
        return None
    end = place + len(letters)
    ends = _ENDING.match(text, end)
    if ends is None or (ends.end() > end and letters is phrase):
        return None
    return ALL.match(text, place, ends.end())
