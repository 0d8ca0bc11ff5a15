"""Where a phrase is in a text that was looked through: tried at each place where it may begin. Pure."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from cogs.lookup.phrases.phrase_book import BOOK, GAP
from cogs.lookup.phrases.phrase_forms import end_of, form_of
from cogs.lookup.phrases.text_looked_through import ALL, LookedThrough

# A phrase of whole words, the last perhaps with any ending.
_PLAIN = re.compile(r"(\w+(?: \w+)*)(\*)?")
_ENDING = re.compile(r"\w*")
# So many phrases keep what finds them: all that questions have ever needed would take 0.8 MiB.
_MATCHERS = 1_024

# Finds a phrase that begins at a place of a text, where one of its words does.
_Matcher = Callable[[LookedThrough, int], re.Match[str] | None]


class _Matchers:
    """What finds the phrases that were needed last, in the order in which it was made; and which were needed since."""

    def __init__(self) -> None:
        self._kept: dict[int, _Matcher] = {}
        self._needed: set[int] = set()

    def __len__(self) -> int:
        return len(self._kept)

    def at(self, number: int, text: LookedThrough, place: int) -> re.Match[str] | None:
        """A phrase, if it begins at a place."""
        matcher = self._kept.get(number)
        if matcher is None:
            # To make it takes longer than all else: first it is seen whether the words stand so near to each other.
            if not _may_be_at(number, text, place):
                return None
            matcher = _matcher(BOOK.written(number))
            self._keep(number, matcher)
        self._needed.add(number)
        return matcher(text, place)

    def _keep(self, number: int, matcher: _Matcher) -> None:
        """Keep what finds a phrase, and let go of one that was not needed since it was last looked at."""
        while len(self._kept) >= _MATCHERS:
            oldest = next(iter(self._kept))
            finds = self._kept.pop(oldest)
            if oldest in self._needed:
                self._needed.discard(oldest)
                self._kept[oldest] = finds
        self._kept[number] = matcher


_matchers = _Matchers()


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
        if place >= end and (match := _matchers.at(phrase, looked, place)):
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


def _matcher(phrase: str) -> _Matcher:
    """What finds a phrase at a place. For most, which are words to be walked through, no expression is compiled."""
    plain = _PLAIN.fullmatch(phrase)
    if plain is not None:
        return _plain_matcher(plain[1], any_ending=plain[2] is not None)
    begins = phrase.startswith("^")
    form = form_of(phrase.removeprefix("^"))
    if form is None:
        matches = re.compile(between_word_ends(expression(phrase))).match
        return lambda looked, place: matches(looked.text, place)

    def match(looked: LookedThrough, place: int) -> re.Match[str] | None:
        at = bisect_left(looked.starts, place)
        if at == len(looked.starts) or looked.starts[at] != place or (begins and place):
            return None
        end = end_of(form, looked.words, at)
        return looked.part(place, end) if end else None

    return match


def _plain_matcher(letters: str, *, any_ending: bool) -> _Matcher:
    length, any_end = len(letters), _ENDING.match

    def match(looked: LookedThrough, place: int) -> re.Match[str] | None:
        text, end = looked.text, place + length
        if not text.startswith(letters, place):
            return None
        ends = any_end(text, end)
        if ends is None or (ends.end() > end and not any_ending):
            return None
        return ALL.match(text, place, ends.end())

    return match
